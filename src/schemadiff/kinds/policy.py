"""Row-level security policies: pg_policy; CREATE, ALTER, DROP POLICY."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, LiteralString

from schemadiff.kinds import _relation as relation
from schemadiff.model.ident import Ident
from schemadiff.model.kind import REPLACE, Alter, Fact, Hazard, Kind, Pin, Replace, Scope, Statement
from schemadiff.sqltext import dotted, ident, literal

if TYPE_CHECKING:
    from collections.abc import Sequence

_LETTERS: Final = {"ALL": "*", "SELECT": "r", "INSERT": "a", "UPDATE": "w", "DELETE": "d"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """One policy of a table."""

    schema: str
    table: str
    name: str
    permissive: bool = True
    command: str = "ALL"
    roles: tuple[str, ...] = (
        "PUBLIC",
    )  # as TO takes them: PUBLIC, CURRENT_USER (who runs the files), quoted names
    using: str | None = field(default=None, metadata={"printed": True})  # as pg_get_expr() prints it
    check: str | None = field(default=None, metadata={"printed": True})

    @property
    def ident(self) -> Ident:
        return Ident("policy", (self.schema, self.table, self.name))

    @property
    def parent(self) -> Ident:
        return Ident("table", (self.schema, self.table))

    def __str__(self) -> str:
        return f"{ident(self.name)} ON {dotted(self.schema, self.table)}"


# source: catalog page of pg_policy; a role's oid 0 is PUBLIC, and a role may be named "PUBLIC".
QUERY: Final = """
SELECT 'pg_policy'::regclass::int8 AS classid, p.oid::int8 AS objid, 0 AS objsubid,
       n.nspname::text AS schema, c.relname::text AS "table", p.polname::text AS name,
       p.polpermissive AS permissive,
       CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE'
                     WHEN 'd' THEN 'DELETE' ELSE 'ALL' END AS command,
       ARRAY(SELECT w.word
             FROM unnest(p.polroles) AS u(role) LEFT JOIN pg_roles r ON r.oid = u.role,
                  LATERAL (SELECT CASE WHEN u.role = 0 THEN 'PUBLIC'
                                    WHEN r.rolname = current_setting('schemadiff.owner', true)
                                      THEN 'CURRENT_USER'
                                    ELSE quote_ident(r.rolname) END AS word) w
             ORDER BY w.word COLLATE "C")::text[] AS roles,
       pg_get_expr(p.polqual, p.polrelid) AS "using", pg_get_expr(p.polwithcheck, p.polrelid) AS "check"
FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'r' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY 4, 5, 6
"""


def query(_major: int) -> LiteralString:
    return QUERY


def _where(p: Policy) -> str:
    return f"polrelid = {relation.regclass(p.schema, p.table)} AND polname = {literal(p.name)}"


def create(p: Policy, scope: Scope) -> Sequence[Statement]:
    """CREATE POLICY has no IF NOT EXISTS."""
    mode = "" if p.permissive else " AS RESTRICTIVE"
    command = "" if p.command == "ALL" else f" FOR {p.command}"
    roles = "" if p.roles == ("PUBLIC",) else f" TO {', '.join(p.roles)}"
    using = f" USING ({p.using})" if p.using is not None else ""
    check = f" WITH CHECK ({p.check})" if p.check is not None else ""
    opens = p.permissive and p.parent in scope.old.objects and p.ident not in scope.old.objects
    return [
        Statement(
            f"CREATE POLICY {p}{mode}{command}{roles}{using}{check}",
            guard=f"NOT EXISTS (SELECT FROM pg_policy WHERE {_where(p)})",
            hazards=(Hazard("opens_access", f"policy {p} lets rows through"),) if opens else (),
        )
    ]


def drop(p: Policy, scope: Scope) -> Sequence[Statement]:
    opens = not p.permissive and p.ident not in scope.new.objects and p.parent in scope.new.objects
    hazards = (Hazard("opens_access", f"policy {p} no longer holds rows back"),) if opens else ()
    return [Statement(f"DROP POLICY IF EXISTS {p}", hazards=hazards)]


def alter(old: Policy, new: Policy, _: Scope) -> Alter | Replace:
    """ALTER POLICY cannot change mode or command, nor take USING or WITH CHECK away."""
    if (old.permissive, old.command) != (new.permissive, new.command) or _removed(old, new):
        return REPLACE
    roles = f" TO {', '.join(new.roles)}" if old.roles != new.roles else ""
    using = f" USING ({new.using})" if old.using != new.using else ""
    check = f" WITH CHECK ({new.check})" if old.check != new.check else ""
    opens = Hazard("opens_access", f"policy {new} may let more rows through")
    return Alter((Statement(f"ALTER POLICY {new}{roles}{using}{check}", hazards=(opens,)),))


def _removed(old: Policy, new: Policy) -> bool:
    return (old.using is not None and new.using is None) or (old.check is not None and new.check is None)


def fact(old: Policy, new: Policy | None) -> Fact:
    """What ALTER cannot change of it: the command, the mode, or which clauses it has."""
    if new is None or old.command != new.command:
        column, value = "polcmd::text", _LETTERS[old.command]
    elif old.permissive != new.permissive:
        column, value = "polpermissive::text", str(old.permissive).lower()
    else:
        column = "concat_ws(' ', polqual IS NOT NULL, polwithcheck IS NOT NULL)"
        value = f"{'ft'[old.using is not None]} {'ft'[old.check is not None]}"
    return Fact(f"(SELECT {column} FROM pg_policy WHERE {_where(old)})", value)


KIND: Final = Kind(
    object_type="policy",
    noun="policy",
    cls=Policy,
    query=query,
    create=create,
    drop=drop,
    alter=alter,
    fact=fact,
    pinned=lambda _: Pin.ANY,
)
