"""Owners of objects: ALTER … OWNER TO."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, LiteralString

from schemadiff.model.ident import Ident, attached, reference
from schemadiff.model.kind import Alter, Kind, Replace, Scope, Statement
from schemadiff.sqltext import ident

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Who owns an object. What belongs to the role that runs the files has no owner object."""

    target: Ident
    parent: Ident
    role: str

    @property
    def ident(self) -> Ident:
        return attached("owner", self.target)


# Indexes, row types, array types and owned sequences follow what they belong to; an extension cannot be
# given away. The schema public belongs at first to pg_database_owner, on 14 to the role of initdb (oid 10).
QUERY: Final = """
SELECT o.classid::int8, o.objid::int8, 0 AS objsubid, r.rolname::text AS role
FROM (
  SELECT 'pg_namespace'::regclass AS classid, n.oid AS objid, n.nspowner AS owner FROM pg_namespace n
  WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
    AND NOT (n.nspname = 'public' AND n.nspowner IN (10, coalesce(to_regrole('pg_database_owner'), 10)))
  UNION ALL
  SELECT 'pg_class'::regclass, c.oid, c.relowner FROM pg_class c
  WHERE c.oid >= 16384 AND c.relkind IN ('r', 'p', 'f', 'v', 'm', 'S') AND c.relpersistence <> 't'
    AND NOT (c.relkind = 'S' AND EXISTS (
      SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid
        AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')))
  UNION ALL
  SELECT 'pg_proc'::regclass, p.oid, p.proowner FROM pg_proc p WHERE p.oid >= 16384
  UNION ALL
  SELECT 'pg_type'::regclass, t.oid, t.typowner FROM pg_type t LEFT JOIN pg_class c ON c.oid = t.typrelid
  WHERE t.oid >= 16384
    AND (t.typtype IN ('e', 'd', 'r') OR c.relkind = 'c'
         OR t.typtype = 'b' AND NOT EXISTS (SELECT FROM pg_type e WHERE e.typarray = t.oid))
) o JOIN pg_roles r ON r.oid = o.owner
WHERE r.rolname <> coalesce(current_setting('schemadiff.owner', true), '')
  AND NOT EXISTS (SELECT FROM pg_depend d
                  WHERE d.classid = o.classid AND d.objid = o.objid AND d.deptype = 'e')
"""


def query(_major: int) -> LiteralString:
    return QUERY


def create(o: Owner, _: Scope) -> Sequence[Statement]:
    return [Statement(f"ALTER {reference(o.target)} OWNER TO {ident(o.role)}")]


def drop(_o: Owner, _: Scope) -> Sequence[Statement]:
    """An object always has an owner; this one goes with it."""
    return []


def alter(_old: Owner, new: Owner, scope: Scope) -> Alter | Replace:
    return Alter(tuple(create(new, scope)))


KIND: Final = Kind(
    object_type="owner",
    noun="owner",
    cls=Owner,
    query=query,
    create=create,
    drop=drop,
    alter=alter,
    attached=True,
    declared_only=True,
)
