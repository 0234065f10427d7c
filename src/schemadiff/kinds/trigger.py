"""Triggers on tables and views: pg_trigger; CREATE, DROP TRIGGER, ALTER TABLE … ENABLE, DISABLE TRIGGER."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, LiteralString

from schemadiff.kinds import _depends as depends
from schemadiff.kinds import _relation as relation
from schemadiff.model.ident import Ident
from schemadiff.model.kind import REPLACE, Alter, Claim, Fact, Kind, Pin, Replace, Scope, Statement
from schemadiff.sqltext import dotted, ident, literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_STATES: Final = {
    "origin": "ENABLE",
    "disabled": "DISABLE",
    "replica": "ENABLE REPLICA",
    "always": "ENABLE ALWAYS",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """One trigger that a user made."""

    schema: str
    table: str
    relation: str = "table"  # or view, for INSTEAD OF
    name: str
    constraint: bool = False
    definition: str = field(metadata={"printed": True})  # the whole of pg_get_triggerdef()
    enabled: str = "origin"  # disabled, replica, always
    extensions: tuple[str, ...] = ()  # with which it goes: DEPENDS ON EXTENSION
    selective: bool = field(default=False, compare=False)  # it has UPDATE OF columns or WHEN

    @property
    def ident(self) -> Ident:
        return Ident("trigger", (self.schema, self.table, self.name))

    @property
    def parent(self) -> Ident:
        return Ident(self.relation, (self.schema, self.table))

    def __str__(self) -> str:
        return f"{ident(self.name)} ON {dotted(self.schema, self.table)}"


QUERY: Final = """
SELECT 'pg_trigger'::regclass::int8 AS classid, t.oid::int8 AS objid, 0 AS objsubid,
       n.nspname::text AS schema, c.relname::text AS "table",
       CASE c.relkind WHEN 'v' THEN 'view' ELSE 'table' END AS relation,
       t.tgname::text AS name, t.tgconstraint <> 0 AS "constraint", pg_get_triggerdef(t.oid) AS definition,
       CASE t.tgenabled WHEN 'D' THEN 'disabled' WHEN 'R' THEN 'replica' WHEN 'A' THEN 'always'
                        ELSE 'origin' END AS enabled,
       ARRAY(SELECT e.extname::text FROM pg_depend d JOIN pg_extension e ON e.oid = d.refobjid
             WHERE d.classid = 'pg_trigger'::regclass AND d.objid = t.oid AND d.deptype = 'x'
             ORDER BY e.extname) AS extensions,
       t.tgattr::text <> '' OR t.tgqual IS NOT NULL AS selective
FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE NOT t.tgisinternal AND t.tgparentid = 0 AND c.relkind IN ('r', 'v')
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY 4, 5, 7
"""


def query(_major: int) -> LiteralString:
    return QUERY


def _where(t: Trigger) -> str:
    return f"tgrelid = {relation.regclass(t.schema, t.table)} AND tgname = {literal(t.name)}"


def create(t: Trigger, _: Scope) -> Sequence[Statement]:
    """OR REPLACE resets what is said after it; constraint triggers do not have it."""
    if t.constraint:
        made = Statement(t.definition, guard=f"NOT EXISTS (SELECT FROM pg_trigger WHERE {_where(t)})")
    else:
        made = Statement(t.definition.replace("CREATE TRIGGER", "CREATE OR REPLACE TRIGGER", 1))
    state = [] if t.enabled == "origin" else [_enable(t)]
    return [made, *state, *depends.changes(f"ALTER TRIGGER {t}", (), t.extensions)]


def _enable(t: Trigger) -> Statement:
    return Statement(f"ALTER TABLE {dotted(t.schema, t.table)} {_STATES[t.enabled]} TRIGGER {ident(t.name)}")


def drop(t: Trigger, _: Scope) -> Sequence[Statement]:
    return [Statement(f"DROP TRIGGER IF EXISTS {t}")]


def alter(old: Trigger, new: Trigger, scope: Scope) -> Alter | Replace:
    if (old.relation, old.definition) == (new.relation, new.definition):
        state = [] if old.enabled == new.enabled else [_enable(new)]
        return Alter((*state, *depends.changes(f"ALTER TRIGGER {new}", old.extensions, new.extensions)))
    if old.constraint or new.constraint or old.relation != new.relation:
        return REPLACE
    return Alter(tuple(create(new, scope)))


def fact(old: Trigger, _: Trigger | None) -> Fact:
    return Fact(f"(SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE {_where(old)})", old.definition)


def claims(t: Trigger) -> Iterable[Claim]:
    yield Claim("trigger", (t.schema, t.table, t.name))
    if t.constraint:
        yield Claim("constraint", (t.schema, t.table, t.name))


KIND: Final = Kind(
    object_type="trigger",
    noun="trigger",
    cls=Trigger,
    query=query,
    create=create,
    drop=drop,
    alter=alter,
    fact=fact,
    claims=claims,
    pinned=lambda t: Pin.ANY if t.selective else Pin.NEVER,
)
