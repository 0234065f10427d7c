"""Constraints of tables: pg_constraint of contype p, u, c, f, x; ALTER TABLE … ADD, DROP CONSTRAINT."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, LiteralString

from schemadiff.kinds import _relation as relation
from schemadiff.model.ident import Ident
from schemadiff.model.kind import (
    REPLACE,
    Alter,
    Claim,
    Clause,
    Fact,
    Hazard,
    Kind,
    Pin,
    Replace,
    Scope,
    Statement,
)
from schemadiff.sqltext import dotted, ident, literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from schemadiff.model.catalog import Catalog

_INDEXED: Final = frozenset("pux")


@dataclass(frozen=True, slots=True, kw_only=True)
class Constraint:
    """One constraint of a table."""

    schema: str
    table: str
    name: str
    contype: str  # p primary key, u unique, c check, f foreign key, x exclusion
    definition: str = field(metadata={"printed": True})  # pg_get_constraintdef() without what follows here
    options: tuple[str, ...] = ()  # storage parameters of the index behind a primary key or unique constraint
    tablespace: str | None = None  # of that index
    clustered: bool = False  # CLUSTER ON its index
    replica_identity: bool = False  # REPLICA IDENTITY USING its index
    printed: str = field(default="", compare=False)  # the whole of pg_get_constraintdef()
    deferrable: bool = False
    deferred: bool = False
    enforced: bool = True  # 18
    validated: bool = True

    @property
    def ident(self) -> Ident:
        return Ident("table constraint", (self.schema, self.table, self.name))

    @property
    def parent(self) -> Ident:
        return Ident("table", (self.schema, self.table))

    @property
    def relation(self) -> str:
        return dotted(self.schema, self.table)

    @property
    def clause(self) -> str:
        """CONSTRAINT … with everything, as ADD and CREATE TABLE take it."""
        options = f" WITH ({relation.options(self.options)})" if self.options and self.contype != "x" else ""
        space = f" USING INDEX TABLESPACE {ident(self.tablespace)}" if self.tablespace else ""
        return f"CONSTRAINT {ident(self.name)} {self.definition}{options}{space}{self._state()}"

    def _state(self) -> str:
        return (
            (" DEFERRABLE" if self.deferrable else "")
            + (" INITIALLY DEFERRED" if self.deferred else "")
            + (" NOT ENFORCED" if not self.enforced else "" if self.validated else " NOT VALID")
        )


# source: ruleutils.c, pg_get_constraintdef_worker: the state is written last, in this order; of an exclusion
# constraint the storage parameters stand inside, as flatten_reloptions() writes them.
_STATE_18: Final = """(CASE WHEN k.condeferrable THEN ' DEFERRABLE' ELSE '' END
  || CASE WHEN k.condeferred THEN ' INITIALLY DEFERRED' ELSE '' END
  || CASE WHEN NOT k.conenforced THEN ' NOT ENFORCED' WHEN NOT k.convalidated THEN ' NOT VALID'
          ELSE '' END)"""
_STATE: Final = """(CASE WHEN k.condeferrable THEN ' DEFERRABLE' ELSE '' END
  || CASE WHEN k.condeferred THEN ' INITIALLY DEFERRED' ELSE '' END
  || CASE WHEN NOT k.convalidated THEN ' NOT VALID' ELSE '' END)"""
_HEAD: Final = """
SELECT 'pg_constraint'::regclass::int8 AS classid, k.oid::int8 AS objid, 0 AS objsubid,
       n.nspname::text AS schema, c.relname::text AS "table", k.conname::text AS name,
       k.contype::text AS contype,
       replace(left(d.def, length(d.def) - length("""
_MIDDLE: Final = """)), CASE WHEN k.contype = 'x' THEN coalesce(o.printed, '') ELSE '' END, '') AS definition,
       ARRAY(SELECT r FROM unnest(i.reloptions) AS u(r) ORDER BY r COLLATE "C")::text[] AS options,
       d.def AS printed, s.spcname::text AS tablespace, coalesce(x.indisclustered, false) AS clustered,
       coalesce(x.indisreplident, false) AS replica_identity, k.condeferrable AS deferrable,
       k.condeferred AS deferred, k.convalidated AS validated, """
_TAIL: Final = """ AS enforced
FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     LEFT JOIN pg_class i ON i.oid = k.conindid AND k.contype IN ('p', 'u', 'x')
     LEFT JOIN pg_index x ON x.indexrelid = i.oid LEFT JOIN pg_tablespace s ON s.oid = i.reltablespace,
     LATERAL (SELECT pg_get_constraintdef(k.oid) AS def OFFSET 0) d,
     LATERAL (SELECT ' WITH (' || string_agg(quote_ident(name) || '=' || CASE WHEN quote_ident(value) = value
                                             THEN value ELSE quote_literal(value) END, ', ' ORDER BY n)
                     || ')' AS printed
              FROM unnest(i.reloptions) WITH ORDINALITY AS u(r, n),
                   LATERAL (SELECT split_part(r, '=', 1) AS name, substr(r, strpos(r, '=') + 1) AS value) v) o
WHERE k.contype IN ('p', 'u', 'c', 'f', 'x') AND c.relkind = 'r' AND k.conparentid = 0
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY position(k.contype::text IN 'puxcf'), 4, 5, 6
"""


def query(major: int) -> LiteralString:
    if major >= 18:
        return _HEAD + _STATE_18 + _MIDDLE + "k.conenforced" + _TAIL
    return _HEAD + _STATE + _MIDDLE + "true" + _TAIL


def _absent(c: Constraint) -> str:
    where = f"conrelid = {relation.regclass(c.schema, c.table)} AND conname = {literal(c.name)}"
    return f"NOT EXISTS (SELECT FROM pg_constraint WHERE {where})"


def create(c: Constraint, _: Scope) -> Sequence[Statement]:
    """ADD CONSTRAINT has no IF NOT EXISTS."""
    add = Statement(f"ALTER TABLE {c.relation} ADD {c.clause}", guard=_absent(c), hazards=_cost(c))
    options = []
    if c.contype == "x" and c.options:
        options = [Statement(f"ALTER INDEX {dotted(c.schema, c.name)} SET ({relation.options(c.options)})")]
    return [
        add,
        *options,
        *relation.marks(c.relation, c.name, clustered=c.clustered, replica_identity=c.replica_identity),
    ]


def _cost(c: Constraint) -> tuple[Hazard, ...]:
    if not (c.validated and c.enforced):
        return ()
    name = f"{ident(c.name)} on {c.relation}"
    fails = Hazard("may_fail", f"rows that break {name} stop the migration")
    if c.contype in _INDEXED:
        return Hazard("builds_index", f"{name} builds its index"), fails
    return Hazard("scans_table", f"{name} is checked against every row"), fails


def drop(c: Constraint, scope: Scope) -> Sequence[Statement]:
    there = "" if c.parent in scope.new.objects else "IF EXISTS "
    return [Statement(f"ALTER TABLE {there}{c.relation} DROP CONSTRAINT IF EXISTS {ident(c.name)}")]


def alter(old: Constraint, new: Constraint, _: Scope) -> Alter | Replace:
    """In place: VALIDATE, the deferrability of a foreign key, storage parameters of the index."""
    if (old.contype, old.definition, old.tablespace) != (new.contype, new.definition, new.tablespace):
        return REPLACE
    if (old.enforced, old.validated and not new.validated) != (new.enforced, False):
        return REPLACE
    done = []
    if (old.deferrable, old.deferred) != (new.deferrable, new.deferred):
        if new.contype != "f":
            return REPLACE
        mode = "INITIALLY DEFERRED" if new.deferred else "INITIALLY IMMEDIATE"
        word = f"DEFERRABLE {mode}" if new.deferrable else "NOT DEFERRABLE"
        done.append(Statement(f"ALTER TABLE {new.relation} ALTER CONSTRAINT {ident(new.name)} {word}"))
    if old.options != new.options:
        change = relation.options_change(old.options, new.options)
        done.append(Statement(f"ALTER INDEX {dotted(new.schema, new.name)} {change}"))
    if not old.validated and new.validated:
        done.append(
            Statement(f"ALTER TABLE {new.relation} VALIDATE CONSTRAINT {ident(new.name)}", hazards=_cost(new))
        )
    done += relation.marks(
        new.relation,
        new.name,
        clustered=new.clustered and not old.clustered,
        replica_identity=new.replica_identity and not old.replica_identity,
    )
    if old.clustered and not new.clustered:
        done.append(relation.unclustered(new.schema, new.table, old.name))
    return Alter(tuple(done))


def inlined(c: Constraint) -> bool:
    """Unless CREATE TABLE lacks words for it."""
    marked = c.clustered or c.replica_identity
    return (c.validated or not c.enforced) and not marked and not (c.contype == "x" and c.options)


def inline(c: Constraint, _: Scope) -> Clause:
    return (c.clause,)


def fact(old: Constraint, new: Constraint | None) -> Fact:
    where = f"conrelid = {relation.regclass(old.schema, old.table)} AND conname = {literal(old.name)}"
    if new is not None and old.tablespace != new.tablespace:
        return Fact(
            "(SELECT coalesce(spcname, 'pg_default') FROM pg_constraint "
            "JOIN pg_class ON pg_class.oid = conindid "
            f"LEFT JOIN pg_tablespace ON pg_tablespace.oid = reltablespace WHERE {where})",
            old.tablespace or "pg_default",
        )
    return Fact(f"(SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE {where})", old.printed)


def claims(c: Constraint) -> Iterable[Claim]:
    yield Claim("constraint", (c.schema, c.table, c.name))
    if c.contype == "p":
        yield Claim("primary key", (c.schema, c.table))
    if c.contype in _INDEXED:
        yield from relation.claims(c.schema, c.name, row_type=False)


def pinned(c: Constraint) -> Pin:
    """Expressions may resolve otherwise over another type; a foreign key needs an operator across sides."""
    return {"c": Pin.TYPE, "x": Pin.TYPE, "f": Pin.FOREIGN}.get(c.contype, Pin.NEVER)


def soft_uses(c: Constraint, catalog: Catalog) -> Iterable[Ident]:
    """The declared rows of the table that a foreign key refers to: existing rows may need them."""
    if c.contype == "f":
        for table in {catalog.root(need) for need in catalog.uses.get(c.ident, ())} - {c.parent}:
            yield from (i for i in catalog.children.get(table, ()) if i.object_type == "reference row")


KIND: Final = Kind(
    object_type="table constraint",
    noun="constraint",
    cls=Constraint,
    query=query,
    create=create,
    drop=drop,
    alter=alter,
    fact=fact,
    claims=claims,
    pinned=pinned,
    soft_uses=soft_uses,
    inlined=inlined,
    inline=inline,
)
