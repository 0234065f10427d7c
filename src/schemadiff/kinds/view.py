"""Views: pg_class of relkind v; CREATE OR REPLACE, ALTER, DROP VIEW."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, LiteralString

from schemadiff.kinds import _relation as relation
from schemadiff.model.ident import Ident
from schemadiff.model.kind import REPLACE, Alter, Claim, Fact, Hazard, Kind, Pin, Replace, Scope, Statement
from schemadiff.sqltext import dotted, ident, literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# What a view loses with each option when it is taken off.
_PROTECTING: Final = frozenset({"security_barrier", "security_invoker", "check_option"})


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One view with its columns, which decide what CREATE OR REPLACE takes."""

    schema: str
    name: str
    columns: tuple[str, ...] = ()
    types: tuple[str, ...] = field(default=(), metadata={"derived": True})  # of each column, by format_type()
    collations: tuple[str | None, ...] = field(default=(), metadata={"derived": True})  # None: the type's own
    defaults: tuple[str | None, ...] = field(
        default=(), metadata={"printed": True}
    )  # ALTER VIEW … SET DEFAULT
    options: tuple[
        str, ...
    ] = ()  # security_barrier, security_invoker (15), check_option as name=value, sorted
    definition: str = field(metadata={"printed": True})  # the query, as pg_get_viewdef() prints it

    @property
    def ident(self) -> Ident:
        return Ident("view", (self.schema, self.name))

    @property
    def parent(self) -> None:
        return None

    def __str__(self) -> str:
        return dotted(self.schema, self.name)

    @property
    def shape(self) -> tuple[tuple[str, str | None], ...]:
        """What CREATE OR REPLACE keeps of each column: type and collation, beside the name."""
        return tuple(zip(self.types, self.collations, strict=True))


QUERY: Final = """
SELECT 'pg_class'::regclass::int8 AS classid, c.oid::int8 AS objid, 0 AS objsubid,
       n.nspname::text AS schema, c.relname::text AS name,
       coalesce(a.columns, '{}') AS columns, coalesce(a.types, '{}') AS types,
       coalesce(a.collations, '{}') AS collations, coalesce(a.defaults, '{}') AS defaults,
       ARRAY(SELECT o FROM unnest(c.reloptions) AS u(o) ORDER BY o COLLATE "C") AS options,
       btrim(pg_get_viewdef(c.oid), ' ;') AS definition
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace,
     LATERAL (SELECT array_agg(r.name) AS columns, array_agg(r.data_type) AS types,
                array_agg(r.collation) AS collations, array_agg(r.expression) AS defaults
              FROM (SELECT a.attname::text AS name, format_type(a.atttypid, a.atttypmod) AS data_type,
                      CASE WHEN a.attcollation <> t.typcollation
                           THEN quote_ident(x.nspname) || '.' || quote_ident(l.collname) END AS collation,
                      pg_get_expr(d.adbin, d.adrelid) AS expression
                    FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
                         LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
                         LEFT JOIN pg_collation l ON l.oid = a.attcollation
                         LEFT JOIN pg_namespace x ON x.oid = l.collnamespace
                    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                    ORDER BY a.attnum) r) a
WHERE c.relkind = 'v' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY 4, 5
"""


def query(_major: int) -> LiteralString:
    return QUERY


def create(v: View, _: Scope) -> Sequence[Statement]:
    return [_replace(v), *_defaults({}, v)]


def _replace(v: View) -> Statement:
    """CREATE OR REPLACE VIEW; it clears the options that it does not restate."""
    options = f" WITH ({relation.options(v.options)})" if v.options else ""
    return Statement(f"CREATE OR REPLACE VIEW {v}{options} AS\n {v.definition}")


def _defaults(old: dict[str, str | None], new: View) -> Iterator[Statement]:
    for column, default in zip(new.columns, new.defaults, strict=True):
        if old.get(column) != default:
            action = f"SET DEFAULT {default}" if default is not None else "DROP DEFAULT"
            yield Statement(f"ALTER VIEW {new} ALTER COLUMN {ident(column)} {action}")


def drop(v: View, _: Scope) -> Sequence[Statement]:
    return [Statement(f"DROP VIEW IF EXISTS {v}")]


def alter(old: View, new: View, _: Scope) -> Alter | Replace:
    """CREATE OR REPLACE may only append columns; ALTER VIEW can rename one."""
    if new.shape[: len(old.shape)] != old.shape:
        return REPLACE
    renamed = [(a, b) for a, b in zip(old.columns, new.columns, strict=False) if a != b]
    if any(a in new.columns or b in old.columns for a, b in renamed):
        return REPLACE
    done = [_rename(new, a, b) for a, b in renamed]
    hazards = _hazards(old, new)
    if (old.columns, old.definition) != (new.columns, new.definition):
        done.append(_replace(new))
    elif old.options != new.options:
        done.append(Statement(f"ALTER VIEW {new} {relation.options_change(old.options, new.options)}"))
    if hazards:
        done[-1] = replace(done[-1], hazards=hazards)
    now = [dict(renamed).get(c, c) for c in old.columns]
    return Alter((*done, *_defaults(dict(zip(now, old.defaults, strict=True)), new)))


def _hazards(old: View, new: View) -> tuple[Hazard, ...]:
    lost = [o for o in old.options if o not in new.options and o.partition("=")[0] in _PROTECTING]
    return tuple(Hazard("opens_access", f"view {new} loses {o.partition('=')[0]}") for o in lost)


def _rename(v: View, old: str, new: str) -> Statement:
    guard = (
        f"EXISTS (SELECT FROM pg_attribute WHERE attrelid = {relation.regclass(v.schema, v.name)} "
        f"AND attname = {literal(old)})"
    )
    return Statement(f"ALTER VIEW {v} RENAME COLUMN {ident(old)} TO {ident(new)}", guard=guard)


def shell(v: View, _: Scope) -> Sequence[Statement]:
    """A view of the same columns that reads nothing; it never takes the place of one that exists."""
    nulls = (
        f"NULL::{data_type}{f' COLLATE {collation}' if collation else ''} AS {ident(column)}"
        for column, data_type, collation in zip(v.columns, v.types, v.collations, strict=True)
    )
    query_ = f"SELECT {', '.join(nulls)}".rstrip()
    return [Statement(f"CREATE VIEW {v} AS {query_}", guard=f"{relation.regclass(v.schema, v.name)} IS NULL")]


def fact(old: View, new: View | None) -> Fact:
    """The columns, for nothing else makes a view be replaced."""
    if new is None:
        return relation.kind_fact(old.schema, old.name, "v")
    where = f"WHERE attrelid = {relation.regclass(old.schema, old.name)} AND attnum > 0"
    if (old.columns, old.types) != (new.columns, new.types):
        column = "attname || ' ' || format_type(atttypid, atttypmod)"
        values = [f"{c} {t}" for c, t in zip(old.columns, old.types, strict=True)]
        return Fact(
            f"(SELECT string_agg({column}, ', ' ORDER BY attnum) FROM pg_attribute {where})",
            ", ".join(values),
        )
    collation = "quote_ident(nspname) || '.' || quote_ident(collname)"
    joins = (
        "JOIN pg_type ON pg_type.oid = atttypid LEFT JOIN pg_collation ON pg_collation.oid = attcollation "
        "LEFT JOIN pg_namespace ON pg_namespace.oid = collnamespace"
    )
    return Fact(
        f"(SELECT string_agg(CASE WHEN attcollation <> typcollation THEN {collation} ELSE '-' END, ', ' "
        f"ORDER BY attnum) FROM pg_attribute {joins} {where})",
        ", ".join(c or "-" for c in old.collations),
    )


def claims(v: View) -> Iterable[Claim]:
    return relation.claims(v.schema, v.name, row_type=True)


KIND: Final = Kind(
    object_type="view",
    noun="view",
    cls=View,
    query=query,
    create=create,
    drop=drop,
    alter=alter,
    fact=fact,
    claims=claims,
    pinned=lambda _: Pin.ANY,
    shell=shell,
)
