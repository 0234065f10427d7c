"""Extensions: pg_extension; CREATE, ALTER, DROP EXTENSION."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, LiteralString

from schemadiff.errors import PlanError
from schemadiff.model.ident import Ident
from schemadiff.model.kind import Alter, Claim, Fact, Hazard, Kind, Replace, Scope, Statement
from schemadiff.sqltext import ident, literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """One extension. Its members are its own; what users hang on them are objects like any other.

    The version makes no difference: it is what the packages of a server provide, and files name none.
    """

    name: str
    schema: str
    version: str | None = field(default=None, compare=False)
    relocatable: bool = field(default=True, compare=False)
    relations: tuple[str, ...] = field(default=(), compare=False)  # its members, schema and name in turn
    tables: tuple[str, ...] = field(default=(), compare=False)  # those of the relations that hold rows
    types: tuple[str, ...] = field(default=(), compare=False)
    routines: tuple[str, ...] = field(default=(), compare=False)

    @property
    def ident(self) -> Ident:
        return Ident("extension", (self.name,))

    @property
    def parent(self) -> None:
        return None


QUERY: Final = """
WITH member AS (
  SELECT d.refobjid AS extension, d.classid, x.oid, n.nspname, x.name, x.relkind
  FROM pg_depend d
  JOIN (SELECT 'pg_class'::regclass AS classid, oid, relnamespace AS namespace, relname AS name, relkind
        FROM pg_class
        UNION ALL SELECT 'pg_type'::regclass, oid, typnamespace, typname, NULL FROM pg_type
        UNION ALL SELECT 'pg_proc'::regclass, oid, pronamespace, proname, NULL FROM pg_proc) x
    ON x.classid = d.classid AND x.oid = d.objid
  JOIN pg_namespace n ON n.oid = x.namespace
  WHERE d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e' AND d.refobjid >= 16384
), named AS (
  SELECT m.extension, m.classid,
         array_agg(p.part ORDER BY m.nspname, m.name, m.oid, p.place)::text[] AS names,
         array_agg(p.part ORDER BY m.nspname, m.name, m.oid, p.place)
           FILTER (WHERE m.relkind IN ('r', 'p'))::text[] AS tables
  FROM member m, LATERAL (VALUES (1, m.nspname), (2, m.name)) AS p(place, part)
  GROUP BY m.extension, m.classid
)
SELECT 'pg_extension'::regclass::int8 AS classid, e.oid::int8 AS objid, 0 AS objsubid,
       e.extname::text AS name, n.nspname::text AS schema, e.extversion AS version,
       e.extrelocatable AS relocatable, coalesce(c.names, '{}') AS relations,
       coalesce(c.tables, '{}') AS tables, coalesce(t.names, '{}') AS types,
       coalesce(p.names, '{}') AS routines
FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
     LEFT JOIN named c ON c.extension = e.oid AND c.classid = 'pg_class'::regclass
     LEFT JOIN named t ON t.extension = e.oid AND t.classid = 'pg_type'::regclass
     LEFT JOIN named p ON p.extension = e.oid AND p.classid = 'pg_proc'::regclass
ORDER BY e.extname
"""


def query(_major: int) -> LiteralString:
    return QUERY


def create(e: Extension, _: Scope) -> Sequence[Statement]:
    return [Statement(f"CREATE EXTENSION IF NOT EXISTS {ident(e.name)} SCHEMA {ident(e.schema)}")]


def drop(e: Extension, _: Scope) -> Sequence[Statement]:
    hazards: tuple[Hazard, ...] = ()
    if e.tables:
        tables = ", ".join(e.tables[1::2])
        hazards = (Hazard("deletes_data", f"extension {ident(e.name)} is dropped with its tables: {tables}"),)
    return [Statement(f"DROP EXTENSION IF EXISTS {ident(e.name)}", hazards=hazards)]


def alter(old: Extension, new: Extension, _: Scope) -> Alter | Replace:
    """Only the schema can differ; SET SCHEMA is content where the extension is there already.

    Raises:
        PlanError: PostgreSQL does not move this one, and dropping it would take columns along.
    """
    if not old.relocatable:
        raise PlanError(
            f"extension {ident(new.name)} stands in schema {ident(old.schema)} and is wanted in "
            f"{ident(new.schema)}, but it cannot be moved (it is not relocatable)",
            hint=f"Write CREATE EXTENSION {ident(new.name)} SCHEMA {ident(old.schema)}, "
            "or drop and create it by hand.",
        )
    return Alter((Statement(f"ALTER EXTENSION {ident(new.name)} SET SCHEMA {ident(new.schema)}"),))


def fact(old: Extension, _: Extension | None) -> Fact:
    return Fact(f"(SELECT extname FROM pg_extension WHERE extname = {literal(old.name)})", old.name)


def claims(e: Extension) -> Iterable[Claim]:
    """Its name, and the names of its members: CREATE OR REPLACE would take a member for ours."""
    yield Claim("extension", (e.name,))
    for space, names in (("relation", e.relations), ("type", e.types), ("routine", e.routines)):
        for schema, name in sorted(set(zip(names[::2], names[1::2], strict=True))):
            yield Claim(space, (schema, name))


KIND: Final = Kind(
    object_type="extension",
    noun="extension",
    cls=Extension,
    query=query,
    create=create,
    drop=drop,
    alter=alter,
    fact=fact,
    claims=claims,
    holds_data=lambda _: True,
)
