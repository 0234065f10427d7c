"""Schemas: pg_namespace; CREATE, DROP SCHEMA."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, LiteralString

from schemadiff.model.ident import Ident
from schemadiff.model.kind import Fact, Kind, Scope, Statement
from schemadiff.sqltext import ident, literal

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """One schema. It holds nothing but its name; owner, comment and privileges are objects of their own."""

    name: str

    @property
    def ident(self) -> Ident:
        return Ident("schema", (self.name,))

    @property
    def parent(self) -> None:
        return None


QUERY: Final = """
SELECT 'pg_namespace'::regclass::int8 AS classid, n.oid::int8 AS objid, 0 AS objsubid, n.nspname::text AS name
FROM pg_namespace n
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
"""


def query(_major: int) -> LiteralString:
    return QUERY


def create(s: Schema, _: Scope) -> Sequence[Statement]:
    return [Statement(f"CREATE SCHEMA IF NOT EXISTS {ident(s.name)}")]


def drop(s: Schema, _: Scope) -> Sequence[Statement]:
    return [Statement(f"DROP SCHEMA IF EXISTS {ident(s.name)}")]


def fact(old: Schema, _: Schema | None) -> Fact:
    return Fact(f"to_regnamespace({literal(ident(old.name))})", old.name)


KIND: Final = Kind(
    object_type="schema",
    noun="schema",
    cls=Schema,
    query=query,
    create=create,
    drop=drop,
    fact=fact,
    holds_data=lambda _: True,
)
