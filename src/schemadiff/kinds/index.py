"""Indexes that no constraint owns: pg_index; CREATE, ALTER, DROP INDEX."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, LiteralString

from schemadiff.kinds import _depends as depends
from schemadiff.kinds import _relation as relation
from schemadiff.model.ident import Ident
from schemadiff.model.kind import (
    REPLACE,
    Alter,
    Claim,
    Fact,
    Hazard,
    Kind,
    Pin,
    Replace,
    Scope,
    Statement,
)
from schemadiff.sqltext import dotted, ident

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """One index of a table or a materialized view, with the marks that its relation sets on it."""

    schema: str
    table: str
    relation: str = "table"  # or materialized view
    name: str
    unique: bool = False
    method: str = "btree"
    definition: str = field(metadata={"printed": True})  # (columns) INCLUDE (…) NULLS NOT DISTINCT
    predicate: str | None = field(default=None, metadata={"printed": True})
    options: tuple[str, ...] = ()  # storage parameters as name=value, sorted
    tablespace: str | None = None  # None: the database's default
    statistics: tuple[str, ...] = ()  # targets as column number=target, where one is set
    clustered: bool = False
    replica_identity: bool = False
    extensions: tuple[str, ...] = ()  # with which it goes: DEPENDS ON EXTENSION
    valid: bool = True  # False: what a concurrent build that failed left behind
    computed: bool = field(default=False, compare=False)  # it has an expression or a predicate
    printed: str = field(default="", compare=False)  # the whole of pg_get_indexdef()

    @property
    def ident(self) -> Ident:
        return Ident("index", (self.schema, self.name))

    @property
    def parent(self) -> Ident:
        return Ident(self.relation, (self.schema, self.table))

    def __str__(self) -> str:
        return dotted(self.schema, self.name)

    @property
    def owner(self) -> str:
        """ALTER TABLE t, or what else sets the marks."""
        return f"ALTER {self.relation.upper()} {dotted(self.schema, self.table)}"


# source: ruleutils.c, pg_get_indexdef_worker: what stands before the columns, WITH and WHERE is built here
# letter by letter and cut off, for an expression may hold the same words.
QUERY: Final = """
SELECT 'pg_class'::regclass::int8 AS classid, c.oid::int8 AS objid, 0 AS objsubid,
       n.nspname::text AS schema, t.relname::text AS "table",
       CASE t.relkind WHEN 'm' THEN 'materialized view' ELSE 'table' END AS relation,
       c.relname::text AS name, i.indisunique AS "unique", am.amname::text AS method,
       substr(d.printed, length(d.head) + 1, length(d.printed) - length(d.head) - length(d.tail))
         AS definition,
       d.predicate, ARRAY(SELECT o FROM unnest(c.reloptions) AS u(o) ORDER BY o COLLATE "C") AS options,
       s.spcname::text AS tablespace,
       ARRAY(SELECT a.attnum || '=' || a.attstattarget FROM pg_attribute a
             WHERE a.attrelid = c.oid AND a.attstattarget >= 0 ORDER BY a.attnum)::text[] AS statistics,
       i.indisclustered AS clustered, i.indisreplident AS replica_identity,
       ARRAY(SELECT e.extname::text FROM pg_depend d JOIN pg_extension e ON e.oid = d.refobjid
             WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'x'
             ORDER BY e.extname) AS extensions,
       i.indisvalid AND i.indisready AS valid,
       i.indexprs IS NOT NULL OR i.indpred IS NOT NULL AS computed, d.printed
FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
     JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_am am ON am.oid = c.relam
     LEFT JOIN pg_tablespace s ON s.oid = c.reltablespace,
     LATERAL (SELECT pg_get_indexdef(c.oid) AS printed, pg_get_expr(i.indpred, i.indrelid) AS predicate
              OFFSET 0) p,
     LATERAL (SELECT p.printed, p.predicate,
                'CREATE ' || CASE WHEN i.indisunique THEN 'UNIQUE ' ELSE '' END || 'INDEX '
                || quote_ident(c.relname) || ' ON ' || quote_ident(n.nspname) || '.' || quote_ident(t.relname)
                || ' USING ' || quote_ident(am.amname) || ' ' AS head,
                coalesce((SELECT ' WITH (' || string_agg(quote_ident(o.name) || '='
                                 || CASE WHEN quote_ident(o.value) = o.value THEN o.value
                                         ELSE quote_literal(o.value) END, ', ') || ')'
                          FROM unnest(c.reloptions) AS u(parameter),
                               LATERAL (SELECT split_part(parameter, '=', 1) AS name,
                                               substr(parameter, strpos(parameter, '=') + 1) AS value) o), '')
                || coalesce(' WHERE ' || p.predicate, '') AS tail OFFSET 0) d
WHERE t.relkind IN ('r', 'm') AND c.relkind = 'i'
  AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = c.oid AND k.contype IN ('p', 'u', 'x'))
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY 4, 5, 7
"""


def query(_major: int) -> LiteralString:
    return QUERY


def create(i: Index, scope: Scope) -> Sequence[Statement]:
    unique = "UNIQUE " if i.unique else ""
    method = f" USING {ident(i.method)}" if i.method != "btree" else ""
    options = f" WITH ({relation.options(i.options)})" if i.options else ""
    space = f" TABLESPACE {ident(i.tablespace)}" if i.tablespace else ""
    where = f" WHERE {i.predicate.strip()}" if i.predicate else ""
    build = Statement(
        f"CREATE {unique}INDEX IF NOT EXISTS {ident(i.name)} ON {dotted(i.schema, i.table)}{method} "
        f"{i.definition}{options}{space}{where}",
        hazards=_cost(i) if i.parent in scope.old.objects else (),
    )
    return [build, *_targets((), i), *_marks(i), *depends.changes(f"ALTER INDEX {i}", (), i.extensions)]


def _cost(i: Index) -> tuple[Hazard, ...]:
    builds = Hazard("builds_index", f"{i} is built over the rows of {dotted(i.schema, i.table)}")
    if not i.unique:
        return (builds,)
    return builds, Hazard("may_fail", f"rows that are equal in unique index {i} stop the migration")


def _targets(old: tuple[str, ...], new: Index) -> Iterator[Statement]:
    before, after = dict(_numbers(old)), dict(_numbers(new.statistics))
    for column in sorted(before.keys() | after.keys()):
        if before.get(column) != after.get(column):
            yield Statement(f"ALTER INDEX {new} ALTER COLUMN {column} SET STATISTICS {after.get(column, -1)}")


def _numbers(statistics: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    for column, _, target in (s.partition("=") for s in statistics):
        yield int(column), int(target)


def _marks(i: Index, old: Index | None = None) -> Iterator[Statement]:
    """The marks that the index gains; one that it loses is another index's or the table's to set."""
    if i.clustered and not (old and old.clustered):
        yield Statement(f"{i.owner} CLUSTER ON {ident(i.name)}")
    if i.replica_identity and not (old and old.replica_identity):
        yield Statement(f"{i.owner} REPLICA IDENTITY USING INDEX {ident(i.name)}")


def drop(i: Index, _: Scope) -> Sequence[Statement]:
    return [Statement(f"DROP INDEX IF EXISTS {i}")]


def alter(old: Index, new: Index, scope: Scope) -> Alter | Replace:
    """In place: storage parameters, tablespace, statistics targets and marks."""
    if _shape(old) != _shape(new) or (new.valid and not old.valid):
        return REPLACE
    done: list[Statement] = []
    if old.options != new.options:
        done.append(Statement(f"ALTER INDEX {new} {relation.options_change(old.options, new.options)}"))
    if old.tablespace != new.tablespace:
        space = ident(new.tablespace or "pg_default")
        hazard = Hazard("builds_index", f"index {new} is copied to tablespace {space}")
        done.append(Statement(f"ALTER INDEX {new} SET TABLESPACE {space}", hazards=(hazard,)))
    done.extend(_targets(old.statistics, new))
    if old.clustered and not new.clustered and not _clustered(new.parent, scope):
        done.append(Statement(f"{new.owner} SET WITHOUT CLUSTER"))
    ties = depends.changes(f"ALTER INDEX {new}", old.extensions, new.extensions)
    return Alter((*done, *_marks(new, old), *ties))


def _shape(i: Index) -> tuple[object, ...]:
    return i.relation, i.table, i.unique, i.method, i.definition, i.predicate


def _clustered(parent: Ident, scope: Scope) -> bool:
    """True where another index of the relation takes the mark over."""
    siblings = (scope.new.objects[i] for i in scope.new.children.get(parent, ()))
    return any(getattr(s, "clustered", False) for s in siblings)


def fact(old: Index, new: Index | None) -> Fact:
    at = relation.regclass(old.schema, old.name)
    if new is None:
        # An index of the same name may belong to a constraint by now.
        owned = "SELECT FROM pg_constraint WHERE conindid = indexrelid AND contype IN ('p', 'u', 'x')"
        return Fact(f"(SELECT indexrelid FROM pg_index WHERE indexrelid = {at} AND NOT EXISTS ({owned}))", "")
    if old.valid != new.valid:
        sql = f"(SELECT (indisvalid AND indisready)::text FROM pg_index WHERE indexrelid = {at})"
        return Fact(sql, "true" if old.valid else "false")
    return Fact(f"pg_get_indexdef({at})", old.printed)


def claims(i: Index) -> Iterable[Claim]:
    return relation.claims(i.schema, i.name, row_type=False)


def pinned(i: Index) -> Pin:
    """A rebuild by PostgreSQL itself loses statistics targets and ties to extensions."""
    if i.statistics or i.extensions:
        return Pin.ANY
    return Pin.TYPE if i.computed else Pin.NEVER


KIND: Final = Kind(
    object_type="index",
    noun="index",
    cls=Index,
    query=query,
    create=create,
    drop=drop,
    alter=alter,
    fact=fact,
    claims=claims,
    pinned=pinned,
)
