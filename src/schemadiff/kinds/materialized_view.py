"""Materialized views: pg_class of relkind m; CREATE, ALTER, REFRESH, DROP MATERIALIZED VIEW."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import md5
from typing import TYPE_CHECKING, Final, LiteralString

from schemadiff.kinds import _depends as depends
from schemadiff.kinds import _relation as relation
from schemadiff.model.ident import Ident
from schemadiff.model.kind import REPLACE, Alter, Claim, Fact, Hazard, Kind, Pin, Replace, Scope, Statement
from schemadiff.sqltext import dotted, ident

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_ACCESS_METHOD_SET: Final = 15  # ALTER MATERIALIZED VIEW … SET ACCESS METHOD came in 15


@dataclass(frozen=True, slots=True, kw_only=True)
class MaterializedView:
    """One materialized view. Its rows can be computed again, so it may be dropped to make way."""

    schema: str
    name: str
    definition: str = field(metadata={"printed": True})  # the query, as pg_get_viewdef() prints it
    populated: bool = True
    options: tuple[str, ...] = ()  # storage parameters as name=value, toast.* among them, sorted
    access_method: str = "heap"
    tablespace: str | None = None  # None: the database's default
    extensions: tuple[str, ...] = ()  # with which it goes: DEPENDS ON EXTENSION
    columns: tuple[str, ...] = field(default=(), compare=False)
    storage: tuple[str | None, ...] = ()  # of each column; None: the type's own
    compression: tuple[str | None, ...] = ()
    statistics: tuple[int | None, ...] = ()  # target; None: the default
    column_options: tuple[str | None, ...] = ()  # n_distinct and n_distinct_inherited, as SET takes them
    type_storage: tuple[str, ...] = field(default=(), compare=False)

    @property
    def ident(self) -> Ident:
        return Ident("materialized view", (self.schema, self.name))

    @property
    def parent(self) -> None:
        return None

    def __str__(self) -> str:
        return dotted(self.schema, self.name)


QUERY: Final = """
WITH words(letter, word) AS (VALUES ('p', 'PLAIN'), ('e', 'EXTERNAL'), ('m', 'MAIN'), ('x', 'EXTENDED'))
SELECT 'pg_class'::regclass::int8 AS classid, c.oid::int8 AS objid, 0 AS objsubid,
       n.nspname::text AS schema, c.relname::text AS name, btrim(pg_get_viewdef(c.oid), ' ;') AS definition,
       c.relispopulated AS populated,
       ARRAY(SELECT o FROM (SELECT unnest(c.reloptions) AS o
                            UNION ALL SELECT 'toast.' || unnest(t.reloptions)) AS both_
             ORDER BY o COLLATE "C")::text[] AS options,
       am.amname::text AS access_method, s.spcname::text AS tablespace,
       ARRAY(SELECT e.extname::text FROM pg_depend d JOIN pg_extension e ON e.oid = d.refobjid
             WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'x'
             ORDER BY e.extname) AS extensions,
       coalesce(a.columns, '{}') AS columns, coalesce(a.storage, '{}') AS storage,
       coalesce(a.compression, '{}') AS compression, coalesce(a.statistics, '{}') AS statistics,
       coalesce(a.column_options, '{}') AS column_options, coalesce(a.type_storage, '{}') AS type_storage
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     LEFT JOIN pg_class t ON t.oid = c.reltoastrelid LEFT JOIN pg_am am ON am.oid = c.relam
     LEFT JOIN pg_tablespace s ON s.oid = c.reltablespace,
     LATERAL (SELECT array_agg(x.name) AS columns, array_agg(x.storage) AS storage,
                array_agg(x.compression) AS compression, array_agg(x.statistics) AS statistics,
                array_agg(x.options) AS column_options, array_agg(x.type_storage) AS type_storage
              FROM (SELECT a.attname::text AS name,
                      CASE WHEN a.attstorage <> y.typstorage THEN w.word END AS storage,
                      CASE a.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END AS compression,
                      nullif(a.attstattarget, -1)::int4 AS statistics,
                      (SELECT string_agg(replace(o, '=', ' = '), ', ' ORDER BY o)
                       FROM unnest(a.attoptions) AS u(o)) AS options,
                      v.word AS type_storage
                    FROM pg_attribute a JOIN pg_type y ON y.oid = a.atttypid
                         JOIN words w ON w.letter = a.attstorage JOIN words v ON v.letter = y.typstorage
                    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                    ORDER BY a.attnum) x) a
WHERE c.relkind = 'm' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY 4, 5
"""


def query(_major: int) -> LiteralString:
    return QUERY


def create(m: MaterializedView, scope: Scope) -> Sequence[Statement]:
    method = f" USING {ident(m.access_method)}" if m.access_method != "heap" else ""
    options = f" WITH ({relation.options(m.options)})" if m.options else ""
    space = f" TABLESPACE {ident(m.tablespace)}" if m.tablespace else ""
    data = "" if m.populated else "\n WITH NO DATA"
    again = m.populated and m.ident in scope.old.objects
    made = Statement(
        f"CREATE MATERIALIZED VIEW IF NOT EXISTS {m}{method}{options}{space} AS\n {m.definition}{data}",
        hazards=(_fills(m),) if again else (),
    )
    ties = depends.changes(f"ALTER MATERIALIZED VIEW {m}", (), m.extensions)
    return [made, *_columns(None, m), *ties]


def _fills(m: MaterializedView) -> Hazard:
    return Hazard("rewrites_table", f"materialized view {m} is computed anew")


def _columns(old: MaterializedView | None, new: MaterializedView) -> Iterator[Statement]:
    none = (None,) * len(new.columns)
    for column, own, *pairs in zip(
        new.columns,
        new.type_storage,
        zip(old.storage if old else none, new.storage, strict=True),
        zip(old.compression if old else none, new.compression, strict=True),
        zip(old.statistics if old else none, new.statistics, strict=True),
        zip(old.column_options if old else none, new.column_options, strict=True),
        strict=True,
    ):
        for action in _actions(own, *pairs):
            yield Statement(f"ALTER MATERIALIZED VIEW {new} ALTER COLUMN {ident(column)} {action}")


def _actions(
    own: str,
    storage: tuple[str | None, str | None],
    compression: tuple[str | None, str | None],
    statistics: tuple[int | None, int | None],
    options: tuple[str | None, str | None],
) -> Iterator[str]:
    """What makes the second of each pair of the first."""
    if storage[0] != storage[1]:
        yield f"SET STORAGE {storage[1] or own}"
    if compression[0] != compression[1]:
        yield f"SET COMPRESSION {compression[1] or 'default'}"
    if statistics[0] != statistics[1]:
        yield f"SET STATISTICS {-1 if statistics[1] is None else statistics[1]}"
    if options[0] != options[1]:
        if options[0]:
            yield f"RESET ({', '.join(o.partition(' = ')[0] for o in options[0].split(', '))})"
        if options[1]:
            yield f"SET ({options[1]})"


def drop(m: MaterializedView, _: Scope) -> Sequence[Statement]:
    return [Statement(f"DROP MATERIALIZED VIEW IF EXISTS {m}")]


def alter(old: MaterializedView, new: MaterializedView, scope: Scope) -> Alter | Replace:
    """In place: everything but the query."""
    method = old.access_method != new.access_method
    if old.definition != new.definition or (method and scope.major < _ACCESS_METHOD_SET):
        return REPLACE
    this = f"ALTER MATERIALIZED VIEW {new}"
    done: list[Statement] = []
    if old.options != new.options:
        done.append(Statement(f"{this} {relation.options_change(old.options, new.options)}"))
    if method:
        done.append(Statement(f"{this} SET ACCESS METHOD {ident(new.access_method)}", hazards=(_fills(new),)))
    if old.tablespace != new.tablespace:
        space = ident(new.tablespace or "pg_default")
        hazard = Hazard("rewrites_table", f"materialized view {new} is copied to tablespace {space}")
        done.append(Statement(f"{this} SET TABLESPACE {space}", hazards=(hazard,)))
    ties = depends.changes(this, old.extensions, new.extensions)
    return Alter((*done, *_columns(old, new), *ties, *_refresh(old, new)))


def _refresh(old: MaterializedView, new: MaterializedView) -> Iterator[Statement]:
    if old.populated == new.populated:
        return
    wanted = "NOT " if new.populated else ""
    at = relation.regclass(new.schema, new.name)
    empties = Hazard("deletes_data", f"materialized view {new} is emptied until it is refreshed")
    yield Statement(
        f"REFRESH MATERIALIZED VIEW {new}{'' if new.populated else ' WITH NO DATA'}",
        guard=f"(SELECT {wanted}relispopulated FROM pg_class WHERE oid = {at})",
        hazards=(_fills(new) if new.populated else empties,),
    )


def fact(old: MaterializedView, new: MaterializedView | None) -> Fact:
    """The query, or on 14 the access method."""
    if new is None:
        return relation.kind_fact(old.schema, old.name, "m")
    where = f"WHERE pg_class.oid = {relation.regclass(old.schema, old.name)} AND relkind = 'm'"
    if old.definition == new.definition:
        return Fact(
            f"(SELECT amname FROM pg_class JOIN pg_am ON pg_am.oid = relam {where})", old.access_method
        )
    text = "md5(convert_to(btrim(pg_get_viewdef(oid), ' ;'), 'UTF8'))"
    return Fact(
        f"(SELECT {text} FROM pg_class {where})",
        md5(old.definition.encode(), usedforsecurity=False).hexdigest(),
    )


def claims(m: MaterializedView) -> Iterable[Claim]:
    return relation.claims(m.schema, m.name, row_type=True)


KIND: Final = Kind(
    object_type="materialized view",
    noun="materialized view",
    cls=MaterializedView,
    query=query,
    create=create,
    drop=drop,
    alter=alter,
    fact=fact,
    claims=claims,
    pinned=lambda _: Pin.ANY,
)
