"""Checks of domains: pg_constraint of a type; ALTER DOMAIN … ADD, VALIDATE, DROP CONSTRAINT."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, LiteralString

from schemadiff.kinds import _type
from schemadiff.model.ident import Ident
from schemadiff.model.kind import REPLACE, Alter, Claim, Clause, Fact, Hazard, Kind, Replace, Scope, Statement
from schemadiff.sqltext import dotted, ident, literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class DomainConstraint:
    """One check of a domain."""

    schema: str
    domain: str
    name: str
    definition: str = field(metadata={"printed": True})  # CHECK (…)
    validated: bool = True

    @property
    def ident(self) -> Ident:
        return Ident("domain constraint", self.parent.names, (self.name,))

    @property
    def parent(self) -> Ident:
        return _type.type_ident(self.schema, self.domain)

    @property
    def statement(self) -> str:
        return f"ALTER DOMAIN {dotted(self.schema, self.domain)}"

    @property
    def printed(self) -> str:
        """The whole text of pg_get_constraintdef()."""
        return self.definition if self.validated else f"{self.definition} NOT VALID"


QUERY: Final = """
SELECT 'pg_constraint'::regclass::int8 AS classid, k.oid::int8 AS objid, 0 AS objsubid,
       n.nspname::text AS schema, t.typname::text AS domain, k.conname::text AS name,
       k.convalidated AS validated,
       CASE WHEN k.convalidated THEN d.def ELSE left(d.def, -length(' NOT VALID')) END AS definition
FROM pg_constraint k JOIN pg_type t ON t.oid = k.contypid JOIN pg_namespace n ON n.oid = t.typnamespace,
     LATERAL (SELECT pg_get_constraintdef(k.oid) AS def OFFSET 0) d
WHERE k.contype = 'c' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY 4, 5, 6
"""


def query(_major: int) -> LiteralString:
    return QUERY


def create(c: DomainConstraint, _: Scope) -> Sequence[Statement]:
    """ADD CONSTRAINT has no IF NOT EXISTS."""
    guard = f"NOT EXISTS (SELECT FROM pg_constraint WHERE {_where(c)})"
    hazards = _cost(c) if c.validated else ()
    return [
        Statement(f"{c.statement} ADD CONSTRAINT {ident(c.name)} {c.printed}", guard=guard, hazards=hazards)
    ]


def _cost(c: DomainConstraint) -> tuple[Hazard, ...]:
    domain = dotted(c.schema, c.domain)
    return (
        Hazard("scans_table", f"{ident(c.name)} is checked against every row of a column of domain {domain}"),
        Hazard("may_fail", f"rows that break {ident(c.name)} of domain {domain} stop the migration"),
    )


def drop(c: DomainConstraint, _: Scope) -> Sequence[Statement]:
    return [Statement(f"{c.statement} DROP CONSTRAINT IF EXISTS {ident(c.name)}")]


def alter(old: DomainConstraint, new: DomainConstraint, scope: Scope) -> Alter | Replace:
    """In place: VALIDATE. What values inside others must keep is changed with the domain itself."""
    if old.definition != new.definition and new.validated and _type.embedded(new.parent, scope.old):
        return Alter((), moves=(new.parent,))
    if old.definition != new.definition or (old.validated and not new.validated):
        return REPLACE
    return Alter((Statement(f"{new.statement} VALIDATE CONSTRAINT {ident(new.name)}", hazards=_cost(new)),))


def inline(c: DomainConstraint, _: Scope) -> Clause:
    return (f"CONSTRAINT {ident(c.name)} {c.definition}",)


def _where(c: DomainConstraint) -> str:
    domain = f"to_regtype({literal(dotted(c.schema, c.domain))})"
    return f"contypid = {domain} AND conname = {literal(c.name)}"


def fact(old: DomainConstraint, _: DomainConstraint | None) -> Fact:
    return Fact(f"(SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE {_where(old)})", old.printed)


def claims(c: DomainConstraint) -> Iterable[Claim]:
    yield Claim("domain constraint", (c.schema, c.domain, c.name))


KIND: Final = Kind(
    object_type="domain constraint",
    noun="domain constraint",
    cls=DomainConstraint,
    query=query,
    create=create,
    drop=drop,
    alter=alter,
    fact=fact,
    claims=claims,
    inlined=lambda c: c.validated,
    inline=inline,
)
