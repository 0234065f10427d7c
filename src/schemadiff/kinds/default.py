"""Defaults of columns: pg_attrdef, but for generated columns; ALTER COLUMN … SET and DROP DEFAULT."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, LiteralString

from schemadiff.kinds import _relation as relation
from schemadiff.kinds import _types as types
from schemadiff.kinds.column import Column
from schemadiff.model.ident import Ident
from schemadiff.model.kind import Alter, Clause, Fact, Kind, Pin, Replace, Scope, Statement
from schemadiff.sqltext import dotted, ident, literal

if TYPE_CHECKING:
    from collections.abc import Sequence

_CAST: Final = re.compile(r"('(?:[^']|'')*')::([a-z ]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Default:
    """One default. PostgreSQL has no name for it but its column's."""

    schema: str
    table: str
    column: str
    expression: str = field(metadata={"printed": True})  # as pg_get_expr() prints it

    @property
    def ident(self) -> Ident:
        return Ident("default value", (self.schema, self.table, self.column))

    @property
    def parent(self) -> Ident:
        return Ident("table column", (self.schema, self.table, self.column))

    @property
    def statement(self) -> str:
        return f"ALTER TABLE {dotted(self.schema, self.table)} ALTER COLUMN {ident(self.column)}"


QUERY: Final = """
SELECT 'pg_attrdef'::regclass::int8 AS classid, d.oid::int8 AS objid, 0 AS objsubid,
       n.nspname::text AS schema, c.relname::text AS "table", a.attname::text AS "column",
       pg_get_expr(d.adbin, d.adrelid) AS expression
FROM pg_attrdef d JOIN pg_class c ON c.oid = d.adrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
WHERE c.relkind = 'r' AND a.attgenerated = '' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
"""


def query(_major: int) -> LiteralString:
    return QUERY


def create(d: Default, scope: Scope) -> Sequence[Statement]:
    return [Statement(f"{d.statement} SET DEFAULT {_written(d, scope)}")]


def drop(d: Default, scope: Scope) -> Sequence[Statement]:
    """Repeatable, unless its column goes too or becomes an identity, which has no default to drop."""
    column = scope.new.objects.get(d.parent)
    lasting = isinstance(column, Column) and not column.identity and not column.generated
    guard = None if lasting else f"{fact(d, None).sql} IS NOT NULL"
    return [Statement(f"{d.statement} DROP DEFAULT", guard=guard)]


def alter(_old: Default, new: Default, scope: Scope) -> Alter | Replace:
    return Alter(tuple(create(new, scope)))


def inline(d: Default, scope: Scope) -> Clause:
    return (f"DEFAULT {_written(d, scope)}",)


def _written(d: Default, scope: Scope) -> str:
    """The expression without the cast that a plain string takes from its column anyway."""
    column = scope.new.objects[d.parent]
    cast = _CAST.fullmatch(d.expression)
    if isinstance(column, Column) and cast and cast[2] == types.base(column.data_type):
        return cast[1]
    return d.expression


def fact(old: Default, _: Default | None) -> Fact:
    where = f"adrelid = {relation.regclass(old.schema, old.table)} AND attname = {literal(old.column)}"
    return Fact(
        "(SELECT pg_get_expr(adbin, adrelid) FROM pg_attrdef "
        f"JOIN pg_attribute ON attrelid = adrelid AND attnum = adnum WHERE {where})",
        old.expression,
    )


KIND: Final = Kind(
    object_type="default value",
    noun="default",
    cls=Default,
    query=query,
    create=create,
    drop=drop,
    alter=alter,
    fact=fact,
    pinned=lambda _: Pin.TYPE,
    inlined=lambda _: True,
    inline=inline,
)
