"""Enums: pg_type of typtype e with pg_enum; CREATE TYPE … AS ENUM, ALTER TYPE … ADD VALUE."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, LiteralString

from schemadiff.kinds import _type
from schemadiff.model.kind import REPLACE, Alter, Aside, Claim, Fact, Kind, Replace, Scope, Statement
from schemadiff.sqltext import dotted, literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from schemadiff.model.ident import Ident


@dataclass(frozen=True, slots=True, kw_only=True)
class Enum:
    """One enum: its labels in their order."""

    schema: str
    name: str
    labels: tuple[str, ...]

    @property
    def ident(self) -> Ident:
        return _type.type_ident(self.schema, self.name)

    @property
    def parent(self) -> None:
        return None

    def __str__(self) -> str:
        return dotted(self.schema, self.name)


QUERY: Final = """
SELECT 'pg_type'::regclass::int8 AS classid, t.oid::int8 AS objid, 0 AS objsubid,
       n.nspname::text AS schema, t.typname::text AS name,
       ARRAY(SELECT e.enumlabel::text FROM pg_enum e WHERE e.enumtypid = t.oid
             ORDER BY e.enumsortorder) AS labels
FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
WHERE t.typtype = 'e' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY 4, 5
"""


def query(_major: int) -> LiteralString:
    return QUERY


def create(e: Enum, _: Scope) -> Sequence[Statement]:
    return [
        Statement(f"CREATE TYPE {e} AS ENUM ({', '.join(map(literal, e.labels))})", guard=_type.absent(e))
    ]


def drop(e: Enum, _: Scope) -> Sequence[Statement]:
    return [Statement(f"DROP TYPE IF EXISTS {e}")]


def alter(old: Enum, new: Enum, _: Scope) -> Alter | Replace:
    """Labels can be added anywhere; none can go or change its place."""
    if tuple(label for label in new.labels if label in old.labels) != old.labels:
        return REPLACE
    return Alter(tuple(_additions(old, new)))


def _additions(old: Enum, new: Enum) -> Iterator[Statement]:
    """ADD VALUE for each new label, anchored on one that is there by then."""
    present = list(old.labels)
    for place, label in enumerate(new.labels):
        if label in present:
            continue
        anchor = ""
        if place < len(present):
            anchor = f" AFTER {literal(present[place - 1])}" if place else f" BEFORE {literal(present[0])}"
        yield Statement(f"ALTER TYPE {new} ADD VALUE IF NOT EXISTS {literal(label)}{anchor}", commits=True)
        present.insert(place, label)


def fact(old: Enum, new: Enum | None) -> Fact:
    """The labels in their order."""
    if new is None:
        return _type.exists(old, "e")
    ambiguous = any("," in label for label in (*old.labels, *new.labels))
    label = "quote_literal(enumlabel)" if ambiguous else "enumlabel"
    return Fact(
        f"(SELECT string_agg({label}, ', ' ORDER BY enumsortorder) FROM pg_enum "
        f"WHERE enumtypid = {_type.regtype(old)})",
        ", ".join(map(literal, old.labels) if ambiguous else old.labels),
    )


def claims(e: Enum) -> Iterable[Claim]:
    return _type.claims(e)


def aside(e: Enum, scope: Scope) -> Aside:
    return _type.aside(e, scope, "TYPE")


KIND: Final = Kind(
    object_type="type",
    noun="enum",
    cls=Enum,
    query=query,
    create=create,
    drop=drop,
    alter=alter,
    fact=fact,
    claims=claims,
    aside=aside,
)
