"""Free-standing composite types: pg_type over a pg_class row of relkind c; CREATE TYPE … AS, ALTER TYPE."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, LiteralString

from schemadiff.kinds import _relation as relation
from schemadiff.kinds import _type
from schemadiff.kinds import _types as types
from schemadiff.model.kind import (
    REPLACE,
    Alter,
    Aside,
    Claim,
    Clause,
    Fact,
    Hazard,
    Kind,
    Replace,
    Retype,
    Scope,
    Statement,
)
from schemadiff.sqltext import dotted, ident

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from schemadiff.model.ident import Ident


@dataclass(frozen=True, slots=True, kw_only=True)
class Composite:
    """One composite type: its attributes in their order, which its values and their text depend on."""

    schema: str
    name: str
    attributes: tuple[str, ...]
    data_types: tuple[str, ...]  # of each attribute, as format_type() prints it
    collations: tuple[str | None, ...]  # of each; None: the type's own

    @property
    def ident(self) -> Ident:
        return _type.type_ident(self.schema, self.name)

    @property
    def parent(self) -> None:
        return None

    def __str__(self) -> str:
        return dotted(self.schema, self.name)

    @property
    def types(self) -> dict[str, tuple[str, str | None]]:
        """Data type and collation of each attribute."""
        return dict(zip(self.attributes, zip(self.data_types, self.collations, strict=True), strict=True))


QUERY: Final = """
SELECT 'pg_type'::regclass::int8 AS classid, t.oid::int8 AS objid, 0 AS objsubid,
       n.nspname::text AS schema, t.typname::text AS name,
       coalesce(a.attributes, '{}') AS attributes, coalesce(a.data_types, '{}') AS data_types,
       coalesce(a.collations, '{}') AS collations
FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
     JOIN pg_class c ON c.oid = t.typrelid AND c.relkind = 'c'
     LEFT JOIN (
       SELECT a.attrelid, array_agg(a.attname::text ORDER BY a.attnum) AS attributes,
              array_agg(format_type(a.atttypid, a.atttypmod) ORDER BY a.attnum) AS data_types,
              array_agg(CASE WHEN a.attcollation <> y.typcollation
                             THEN quote_ident(m.nspname) || '.' || quote_ident(l.collname) END
                        ORDER BY a.attnum) AS collations
       FROM pg_attribute a JOIN pg_type y ON y.oid = a.atttypid
            LEFT JOIN pg_collation l ON l.oid = a.attcollation
            LEFT JOIN pg_namespace m ON m.oid = l.collnamespace
       WHERE a.attnum > 0 AND NOT a.attisdropped
       GROUP BY a.attrelid) a ON a.attrelid = c.oid
WHERE t.typtype = 'c' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY 4, 5
"""


def query(_major: int) -> LiteralString:
    return QUERY


def _typed(c: Composite, name: str) -> Clause:
    """Name, type and collation of an attribute."""
    data_type, collation = c.types[name]
    return ident(name), types.short(data_type), f"COLLATE {collation}" if collation else ""


def create(c: Composite, _: Scope) -> Sequence[Statement]:
    rows = relation.aligned([_typed(c, name) for name in c.attributes])
    inner = ",\n".join(f"    {row}" for row in rows)
    sql = f"CREATE TYPE {c} AS (\n{inner}\n)" if inner else f"CREATE TYPE {c} AS ()"
    return [Statement(sql, guard=_type.absent(c))]


def drop(c: Composite, _: Scope) -> Sequence[Statement]:
    return [Statement(f"DROP TYPE IF EXISTS {c}")]


def alter(old: Composite, new: Composite, scope: Scope) -> Alter | Replace:
    """Attributes go from anywhere and come at the end; no attribute of stored values changes its type."""
    kept = tuple(name for name in old.attributes if name in new.attributes)
    if new.attributes[: len(kept)] != kept:
        return REPLACE
    retyped = [name for name in kept if old.types[name] != new.types[name]]
    gone = [name for name in old.attributes if name not in new.attributes]
    in_use = _type.stored(old.ident, scope.old)
    if retyped and in_use:
        return REPLACE
    actions = [
        *(f"DROP ATTRIBUTE {ident(name)}" for name in gone),
        *(f"ALTER ATTRIBUTE {ident(name)} TYPE {_words(_typed(new, name)[1:])}" for name in retyped),
        *(f"ADD ATTRIBUTE {_words(_typed(new, name))}" for name in new.attributes[len(kept) :]),
    ]
    hazards = [
        Hazard("deletes_data", f"attribute {ident(name)} of {new} is dropped with its values")
        for name in gone
        if in_use
    ]
    change = Statement(
        f"ALTER TYPE {new} {', '.join(actions)}", guard=fact(old, new).holds, hazards=tuple(hazards)
    )
    return Alter((change,), Retype.TYPE if gone or retyped else Retype.NO)


def _words(clause: Clause) -> str:
    return " ".join(filter(None, clause))


def fact(old: Composite, new: Composite | None) -> Fact:
    """The attributes with their types; with collations where these differ."""
    if new is None:
        return relation.kind_fact(old.schema, old.name, "c")
    if (old.attributes, old.data_types) == (new.attributes, new.data_types):
        return _collations(old)
    agreed = (
        "string_agg(quote_ident(attname) || ' ' || format_type(atttypid, atttypmod), ', ' ORDER BY attnum)"
    )
    sql = f"(SELECT {agreed} FROM pg_attribute WHERE {_attributes(old)})"
    if not (old.attributes and new.attributes):
        sql = f"(SELECT coalesce({sql}, '') FROM pg_type WHERE oid = {_type.regtype(old)})"
    return Fact(sql, ", ".join(f"{ident(name)} {data_type}" for name, (data_type, _) in old.types.items()))


def _attributes(c: Composite) -> str:
    return f"attrelid = {relation.regclass(c.schema, c.name)} AND attnum > 0 AND NOT attisdropped"


def _collations(c: Composite) -> Fact:
    return Fact(
        "(SELECT string_agg(coalesce(quote_ident(nspname) || '.' || quote_ident(collname), '-'), ', ' "
        "ORDER BY attnum) "
        "FROM pg_attribute JOIN pg_type ON pg_type.oid = atttypid "
        "LEFT JOIN pg_collation ON pg_collation.oid = attcollation AND attcollation <> typcollation "
        f"LEFT JOIN pg_namespace ON pg_namespace.oid = collnamespace WHERE {_attributes(c)})",
        ", ".join(collation or "-" for collation in c.collations),
    )


def claims(c: Composite) -> Iterable[Claim]:
    return _type.claims(c, relation=True)


def aside(c: Composite, scope: Scope) -> Aside:
    return _type.aside(c, scope, "TYPE")


KIND: Final = Kind(
    object_type="type",
    noun="composite type",
    cls=Composite,
    query=query,
    create=create,
    drop=drop,
    alter=alter,
    fact=fact,
    claims=claims,
    aside=aside,
)
