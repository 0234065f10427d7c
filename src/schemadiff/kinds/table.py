"""Ordinary tables: pg_class of relkind r; CREATE, ALTER, DROP TABLE."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, LiteralString

from schemadiff.kinds import _relation as relation
from schemadiff.kinds import column
from schemadiff.kinds.column import Column
from schemadiff.kinds.constraint import Constraint
from schemadiff.model.ident import Ident
from schemadiff.model.kind import Alter, Claim, Fact, Hazard, Kind, Replace, Scope, Statement
from schemadiff.sqltext import dotted, ident

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table, without what stands under it: columns, constraints, indexes, triggers, policies."""

    schema: str
    name: str
    unlogged: bool = False
    options: tuple[str, ...] = ()  # storage parameters as name=value, toast.* among them, sorted
    access_method: str = "heap"
    tablespace: str | None = None  # None: the database's default
    row_security: bool = False
    force_row_security: bool = False
    replica_identity: str = "default"  # default, full, nothing, or index: then the index says so

    @property
    def ident(self) -> Ident:
        return Ident("table", (self.schema, self.name))

    @property
    def parent(self) -> None:
        return None

    def __str__(self) -> str:
        return dotted(self.schema, self.name)


# source: catalog page of pg_class, relreplident and relpersistence
QUERY: Final = """
SELECT 'pg_class'::regclass::int8 AS classid, c.oid::int8 AS objid, 0 AS objsubid,
       n.nspname::text AS schema, c.relname::text AS name, c.relpersistence = 'u' AS unlogged,
       ARRAY(SELECT o FROM (SELECT unnest(c.reloptions) AS o
                            UNION ALL SELECT 'toast.' || unnest(t.reloptions)) AS both_
             ORDER BY o COLLATE "C")::text[] AS options,
       am.amname::text AS access_method, s.spcname::text AS tablespace,
       c.relrowsecurity AS row_security, c.relforcerowsecurity AS force_row_security,
       CASE c.relreplident WHEN 'd' THEN 'default' WHEN 'f' THEN 'full' WHEN 'n' THEN 'nothing'
            ELSE 'index' END AS replica_identity
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     LEFT JOIN pg_class t ON t.oid = c.reltoastrelid LEFT JOIN pg_am am ON am.oid = c.relam
     LEFT JOIN pg_tablespace s ON s.oid = c.reltablespace
WHERE c.relkind = 'r' AND c.relpersistence <> 't' AND NOT c.relispartition AND c.reloftype = 0
  AND NOT EXISTS (SELECT FROM pg_inherits i WHERE i.inhrelid = c.oid)
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY 4, 5
"""


def query(_major: int) -> LiteralString:
    return QUERY


def create(t: Table, scope: Scope) -> Sequence[Statement]:
    """CREATE TABLE with all that can stand in it, columns aligned."""
    rows = relation.aligned(scope.clauses(t.ident))
    inner = ",\n".join(f"    {row}" for row in rows)
    unlogged = "UNLOGGED " if t.unlogged else ""
    method = f" USING {ident(t.access_method)}" if t.access_method != "heap" else ""
    options = f" WITH ({relation.options(t.options)})" if t.options else ""
    space = f" TABLESPACE {ident(t.tablespace)}" if t.tablespace else ""
    table = (
        f"CREATE {unlogged}TABLE IF NOT EXISTS {t} (\n{inner}\n)"
        if inner
        else f"CREATE {unlogged}TABLE IF NOT EXISTS {t} ()"
    )
    empty = Table(schema=t.schema, name=t.name)
    columns = [s for c in scope.children(t.ident) if isinstance(c, Column) for s in column.settings(None, c)]
    return [
        Statement(f"{table}{method}{options}{space}"),
        *columns,
        *_security(empty, t),
        *_replica_identity(empty, t),
    ]


def drop(t: Table, _: Scope) -> Sequence[Statement]:
    hazard = Hazard("deletes_data", f"table {t} is dropped with all its rows")
    return [Statement(f"DROP TABLE IF EXISTS {t}", hazards=(hazard,))]


def alter(old: Table, new: Table, scope: Scope) -> Alter | Replace:
    """Everything of a table can be altered in place."""
    done: list[Statement] = []
    if old.unlogged != new.unlogged:
        done.append(
            Statement(
                f"ALTER TABLE {new} SET {'UNLOGGED' if new.unlogged else 'LOGGED'}",
                guard=fact(old, new).holds,
                hazards=(Hazard("rewrites_table", f"table {new} is written anew"),),
            )
        )
    if old.options != new.options:
        done.append(Statement(f"ALTER TABLE {new} {relation.options_change(old.options, new.options)}"))
    if old.access_method != new.access_method:
        done.append(
            Statement(
                f"ALTER TABLE {new} SET ACCESS METHOD {ident(new.access_method)}",
                hazards=(Hazard("rewrites_table", f"table {new} is written anew"),),
            )
        )
    if old.tablespace != new.tablespace:
        space = ident(new.tablespace or "pg_default")
        hazard = Hazard("rewrites_table", f"table {new} is copied to tablespace {space}")
        done.append(Statement(f"ALTER TABLE {new} SET TABLESPACE {space}", hazards=(hazard,)))
    moves = tuple(_foreign_keys(old, scope)) if old.unlogged != new.unlogged else ()
    return Alter((*done, *_security(old, new), *_replica_identity(old, new)), moves=moves)


def _foreign_keys(t: Table, scope: Scope) -> Iterable[Ident]:
    """Foreign keys from and to a table: a logged table may not point at an unlogged one even for a moment."""
    for part in (t.ident, *scope.old.children.get(t.ident, ())):
        for user in scope.old.used_by.get(part, ()):
            value = scope.old.objects[user]
            if isinstance(value, Constraint) and value.contype == "f":
                yield user


def _security(old: Table, new: Table) -> list[Statement]:
    done = []
    if old.row_security != new.row_security:
        off = Hazard("opens_access", f"row-level security of {new} is switched off")
        word = "ENABLE" if new.row_security else "DISABLE"
        hazards = () if new.row_security else (off,)
        done.append(Statement(f"ALTER TABLE {new} {word} ROW LEVEL SECURITY", hazards=hazards))
    if old.force_row_security != new.force_row_security:
        word = "FORCE" if new.force_row_security else "NO FORCE"
        done.append(Statement(f"ALTER TABLE {new} {word} ROW LEVEL SECURITY"))
    return done


def _replica_identity(old: Table, new: Table) -> list[Statement]:
    if new.replica_identity in (old.replica_identity, "index"):
        return []
    return [Statement(f"ALTER TABLE {new} REPLICA IDENTITY {new.replica_identity.upper()}")]


def fact(old: Table, new: Table | None) -> Fact:
    if new is not None and old.unlogged != new.unlogged:
        persistence = (
            f"(SELECT relpersistence FROM pg_class WHERE oid = {relation.regclass(old.schema, old.name)})"
        )
        return Fact(persistence, "u" if old.unlogged else "p")
    return relation.kind_fact(old.schema, old.name, "r")


def claims(t: Table) -> Iterable[Claim]:
    return relation.claims(t.schema, t.name, row_type=True)


KIND: Final = Kind(
    object_type="table",
    noun="table",
    cls=Table,
    query=query,
    create=create,
    drop=drop,
    alter=alter,
    fact=fact,
    claims=claims,
    holds_data=lambda _: True,
)
