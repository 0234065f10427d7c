"""Sequences, but for those of identity columns: pg_sequence; CREATE, ALTER, DROP SEQUENCE."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, LiteralString

from schemadiff.kinds import _relation as relation
from schemadiff.kinds import _sequence as numbers
from schemadiff.model.ident import Ident
from schemadiff.model.kind import Alter, Claim, Fact, Hazard, Kind, Scope, Statement
from schemadiff.sqltext import dotted, ident, literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_UNLOGGED: Final = 15  # the major since which a sequence can be unlogged
# Fields and their columns in pg_sequence. Guards ask for them, since ALTER SEQUENCE always writes a new file.
_CATALOG: Final = {
    "data_type": "seqtypid",
    "increment": "seqincrement",
    "minimum": "seqmin",
    "maximum": "seqmax",
    "start": "seqstart",
    "cache": "seqcache",
    "cycle": "seqcycle",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SequenceObject:
    """One sequence. Its position is data: never compared, never lost."""

    schema: str
    name: str
    data_type: str = "bigint"
    start: int = 1
    increment: int = 1
    minimum: int = 1
    maximum: int = 9223372036854775807
    cache: int = 1
    cycle: bool = False
    unlogged: bool = False  # 15
    owned_by: tuple[str, ...] | None = None  # schema, table and column that take it along when they go

    @property
    def ident(self) -> Ident:
        return Ident("sequence", (self.schema, self.name))

    @property
    def parent(self) -> None:
        return None

    def __str__(self) -> str:
        return dotted(self.schema, self.name)


_HEAD: Final = """
SELECT 'pg_class'::regclass::int8 AS classid, c.oid::int8 AS objid, 0 AS objsubid,
       n.nspname::text AS schema, c.relname::text AS name, format_type(s.seqtypid, NULL) AS data_type,
       s.seqstart AS start, s.seqincrement AS increment, s.seqmin AS minimum, s.seqmax AS maximum,
       s.seqcache AS cache, s.seqcycle AS cycle,
       CASE WHEN a.attname IS NOT NULL THEN ARRAY[m.nspname, t.relname, a.attname]::text[] END AS owned_by,
       """
_TAIL: Final = """ AS unlogged
FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     LEFT JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.objsubid = 0
       AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0 AND d.deptype IN ('a', 'i')
     LEFT JOIN pg_class t ON t.oid = d.refobjid LEFT JOIN pg_namespace m ON m.oid = t.relnamespace
     LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid
WHERE d.deptype IS DISTINCT FROM 'i' AND c.relpersistence <> 't'
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY 4, 5
"""


def query(major: int) -> LiteralString:
    return _HEAD + ("c.relpersistence = 'u'" if major >= _UNLOGGED else "false") + _TAIL


def create(s: SequenceObject, scope: Scope) -> Sequence[Statement]:
    if s.ident in scope.shells:
        owned = Statement(f"ALTER SEQUENCE {s} OWNED BY {dotted(*s.owned_by or ())}")
        return [owned, *_past_values(s, scope)]
    return [_new(s, scope), *_past_values(s, scope)]


def _new(s: SequenceObject, scope: Scope) -> Statement:
    unlogged = "UNLOGGED " if s.unlogged and scope.major >= _UNLOGGED else ""
    said = [f"CREATE {unlogged}SEQUENCE IF NOT EXISTS {s}"]
    if s.data_type != "bigint":
        said.append(f"AS {s.data_type}")
    said.extend(numbers.clauses(s, s.data_type))
    if s.owned_by:
        said.append(f"OWNED BY {dotted(*s.owned_by)}")
    return Statement(" ".join(said))


def shell(s: SequenceObject, scope: Scope) -> Sequence[Statement]:
    """The sequence without its owner, for a column whose default needs it."""
    return [_new(replace(s, owned_by=None), scope)]


def _past_values(s: SequenceObject, scope: Scope) -> Iterator[Statement]:
    """A sequence that joins a column with rows must not hand out again what they hold."""
    if s.owned_by is None:
        return
    column = Ident("table column", s.owned_by)
    if column in scope.old.objects and column in scope.new.objects and s.ident not in scope.old.objects:
        schema, table, name = column.names
        outermost, beyond = ("max", ">") if s.increment > 0 else ("min", "<")
        yield Statement(
            f"SELECT setval({literal(str(s))}, {outermost}({ident(name)})) FROM {dotted(schema, table)} "
            f"HAVING {outermost}({ident(name)}) {beyond} (SELECT last_value FROM {s})"
        )


def drop(s: SequenceObject, _: Scope) -> Sequence[Statement]:
    hazard = Hazard("deletes_data", f"sequence {s} is dropped with its position")
    return [Statement(f"DROP SEQUENCE IF EXISTS {s}", hazards=(hazard,))]


def alter(old: SequenceObject, new: SequenceObject, scope: Scope) -> Alter:
    """Everything of a sequence can be altered in place."""
    done = list(renumber(old, new))
    if old.unlogged != new.unlogged and scope.major >= _UNLOGGED:
        done.append(Statement(f"ALTER SEQUENCE {new} SET {'UNLOGGED' if new.unlogged else 'LOGGED'}"))
    if old.owned_by != new.owned_by:
        owner = dotted(*new.owned_by) if new.owned_by else "NONE"
        done.append(Statement(f"ALTER SEQUENCE {new} OWNED BY {owner}"))
    return Alter(tuple(done))


def renumber(old: SequenceObject, new: SequenceObject) -> Iterator[Statement]:
    """Change type, bounds, start and step in place; the position stays where it can."""
    changed = [name for name in _CATALOG if getattr(old, name) != getattr(new, name)]
    if not changed:
        return
    said = [f"AS {new.data_type}"] if old.data_type != new.data_type else []
    changes = list(numbers.changes(old, new))
    if said and "start" not in changed and not any(c.startswith("MINVALUE") for c in changes):
        # A new type takes its own bounds where the old ones were the old type's.
        changes[:0] = [f"MINVALUE {new.minimum}", f"MAXVALUE {new.maximum}", f"START WITH {new.start}"]
    sql = f"ALTER SEQUENCE {new} {' '.join([*said, *changes])}"
    stale = " OR ".join(f"{_CATALOG[name]} <> {_value(new, name)}" for name in changed)
    where = f"seqrelid = {relation.regclass(new.schema, new.name)} AND ({stale})"
    guard = f"EXISTS (SELECT FROM pg_sequence WHERE {where})"
    narrower = new.minimum > old.minimum or new.maximum < old.maximum
    if narrower:
        yield Statement(f"{sql} RESTART", guard=f"{guard} AND {_before_start(new)}")
    hazard = Hazard("may_fail", f"a position of sequence {new} beyond its new end stops the migration")
    yield Statement(sql, guard=guard, hazards=(hazard,) if narrower else ())


def _before_start(s: SequenceObject) -> str:
    """The condition that the position lies before the range, or was never used: START repeats no number."""
    first, last = f"last_value < {s.minimum}", f"last_value > {s.maximum}"
    if s.increment < 0:
        first, last = last, first
    return f"(SELECT {first} OR ({last} AND NOT is_called) FROM {s})"


def _value(s: SequenceObject, name: str) -> str:
    value = getattr(s, name)
    if name == "data_type":
        return f"{literal(value)}::regtype"
    return str(value).lower()


def fact(old: SequenceObject, _: SequenceObject | None) -> Fact:
    at = relation.regclass(old.schema, old.name)
    # A sequence of the same name may belong to an identity column by now.
    inner = (
        "SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = seqrelid AND deptype = 'i'"
    )
    return Fact(f"(SELECT seqrelid FROM pg_sequence WHERE seqrelid = {at} AND NOT EXISTS ({inner}))", "")


def claims(s: SequenceObject) -> Iterable[Claim]:
    return relation.claims(s.schema, s.name, row_type=False)


KIND: Final = Kind(
    object_type="sequence",
    noun="sequence",
    cls=SequenceObject,
    query=query,
    create=create,
    drop=drop,
    alter=alter,
    fact=fact,
    claims=claims,
    holds_data=lambda _: True,
    shell=shell,
    shell_is_natural=True,
    gone_with=lambda s: Ident("table column", s.owned_by) if s.owned_by else None,
)
