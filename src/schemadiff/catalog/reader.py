"""Read a live database into a Catalog: one snapshot, a constant number of queries in one pipeline."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import fields
from typing import TYPE_CHECKING, Any, Final

import psycopg

from schemadiff.catalog.depend import DEPENDENCIES, Address, Folding
from schemadiff.catalog.session import PIN, STAMP
from schemadiff.errors import CatalogError, Diagnostic
from schemadiff.model.catalog import Catalog, CatalogObject, maker
from schemadiff.model.ident import Ident

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from schemadiff.model.kind import Kind

_ATTEMPTS: Final = 3
_MOVED_AWAY: Final = ("XX000", "42P01", "42704", "42883")  # what pg_get_*def say of an object that just left

# Everything that users can make, by address; what no kind returns of it is reported by name.
CENSUS: Final = """
SELECT d.classid::int8, d.objid::int8 FROM pg_depend d JOIN pg_namespace n
  ON d.refclassid = 'pg_namespace'::regclass AND d.refobjid = n.oid
  WHERE d.deptype = 'n' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND d.objid >= 16384
UNION ALL SELECT 'pg_rewrite'::regclass::int8, r.oid::int8 FROM pg_rewrite r
  WHERE r.oid >= 16384 AND r.rulename <> '_RETURN'
UNION ALL SELECT 'pg_cast'::regclass::int8, oid::int8 FROM pg_cast WHERE oid >= 16384
UNION ALL SELECT 'pg_language'::regclass::int8, oid::int8 FROM pg_language WHERE oid >= 16384
UNION ALL SELECT 'pg_transform'::regclass::int8, oid::int8 FROM pg_transform WHERE oid >= 16384
UNION ALL SELECT 'pg_am'::regclass::int8, oid::int8 FROM pg_am WHERE oid >= 16384
UNION ALL SELECT 'pg_event_trigger'::regclass::int8, oid::int8 FROM pg_event_trigger WHERE oid >= 16384
UNION ALL SELECT 'pg_foreign_data_wrapper'::regclass::int8, oid::int8 FROM pg_foreign_data_wrapper
  WHERE oid >= 16384
UNION ALL SELECT 'pg_foreign_server'::regclass::int8, oid::int8 FROM pg_foreign_server WHERE oid >= 16384
UNION ALL SELECT 'pg_publication'::regclass::int8, oid::int8 FROM pg_publication
UNION ALL SELECT 'pg_subscription'::regclass::int8, s.oid::int8 FROM pg_subscription s
  JOIN pg_database b ON b.oid = s.subdbid WHERE b.datname = current_database()
UNION ALL SELECT 'pg_default_acl'::regclass::int8, oid::int8 FROM pg_default_acl
UNION ALL SELECT 'pg_namespace'::regclass::int8, oid::int8 FROM pg_namespace
  WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
"""

NAMES: Final = """
SELECT a.classid::int8, a.objid::int8, a.objsubid, i.type, i.object_names, i.object_args
FROM unnest(%s::int8[], %s::int8[], %s::int4[]) AS a(classid, objid, objsubid),
     pg_identify_object_as_address(a.classid::oid, a.objid::oid, a.objsubid) AS i
"""


def read(
    connection: psycopg.Connection[Any],
    kinds: Sequence[Kind[Any]],
    *,
    owner: str | None = None,
    label: str = "",
) -> Catalog:
    """Read every object of the kinds, and name what none of them models.

    Args:
        connection: in autocommit, of a role that may only read; its settings are pinned for good.
        owner: the role that stands for "whoever runs the files": what it owns is read as owned by nobody.
            Queries see it as the setting `schemadiff.owner`.
        label: the state in words.

    Raises:
        CatalogError: the catalog keeps changing, or the server refuses or is gone.
    """
    try:
        connection.execute(PIN)
        connection.execute("SELECT set_config('schemadiff.owner', %s, false)", [owner or ""])
        cause: psycopg.Error | None = None
        for _ in range(_ATTEMPTS):
            before = _stamp(connection)
            try:
                found = _read_once(connection, kinds, label)
            except psycopg.Error as error:
                if error.sqlstate not in _MOVED_AWAY or connection.closed:
                    raise
                cause = error
                continue
            if _stamp(connection) == before:
                return found
    except psycopg.Error as error:
        raise CatalogError(
            f"cannot read the catalog of {label or 'the database'}: {str(error).splitlines()[0]}",
            sqlstate=error.sqlstate,
        ) from error
    raise CatalogError(
        f"the schema of {label or 'the database'} was changed by others during each of {_ATTEMPTS} reads",
        hint="Try again when no other migration runs.",
    ) from cause


def _stamp(connection: psycopg.Connection[Any]) -> str:
    row = connection.execute(STAMP).fetchone()
    return str(row[0]) if row else ""


def _read_once(connection: psycopg.Connection[Any], kinds: Sequence[Kind[Any]], label: str) -> Catalog:
    connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
    connection.read_only = True
    try:
        with connection.transaction():
            return read_here(connection, kinds, label=label)
    finally:
        connection.isolation_level = None
        connection.read_only = None


def read_here(connection: psycopg.Connection[Any], kinds: Sequence[Kind[Any]], *, label: str = "") -> Catalog:
    """Read in the transaction that is open, with settings that are pinned already."""
    version = connection.info.server_version
    asked = [k for k in kinds if k.query is not None]
    with connection.pipeline():
        depends = connection.execute(DEPENDENCIES)
        census = connection.execute(CENSUS)
        cursors = [connection.execute(k.query(version // 10000)) for k in asked if k.query]
        reading = _Reading(Folding(depends.fetchall()))
        everything = [Address(a, b, 0) for a, b in census.fetchall()]
        for kind, cursor in zip(asked, cursors, strict=True):
            rows = cursor.fetchall()
            reading.take(kind, [column.name for column in cursor.description or ()], rows)
        left = [a for a in everything if reading.unmodelled(a)]
        unnamed = [*left, *reading.unnamed()]
        columns = [[a[n] for a in unnamed] for n in range(3)]
        codec = connection.execute(NAMES, columns).fetchall() if unnamed else []
    named = {Address(*r[:3]): Ident(r[3], tuple(r[4] or ()), tuple(r[5] or ())) for r in codec if r[3]}
    return reading.catalog(version, label, left, named)


class _Reading:
    """One read in the making: rows by kind become objects, addresses become identities."""

    def __init__(self, folding: Folding) -> None:
        self._folding = folding
        self._objects: dict[Ident, CatalogObject] = {}
        self._addresses: dict[Address, Ident] = {}
        self._above: dict[Ident, Ident] = {}  # the parent, or the schema of what has none
        self._attached: list[tuple[Kind[Any], Address, dict[str, Any]]] = []

    def take(self, kind: Kind[Any], names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        """Turn the rows of one query into objects; members of extensions are left to their extension."""
        at = [names.index(n) for n in ("classid", "objid", "objsubid")]
        wanted = {f.name for f in fields(kind.cls)}
        columns = [(n, i) for i, n in enumerate(names) if n in wanted]
        make = maker(kind.cls, [n for n, _ in columns])
        for row in rows:
            address = Address(row[at[0]], row[at[1]], row[at[2]])
            if kind.attached:
                values = {n: tuple(row[i]) if type(row[i]) is list else row[i] for n, i in columns}
                self._attached.append((kind, address, values))
            elif self._folding.extension_of(address.classid, address.objid) is None:
                value = make([tuple(row[i]) if type(row[i]) is list else row[i] for _, i in columns])
                parent = value.parent
                if parent is None or parent in self._objects:
                    ident = value.ident
                    self._objects[ident] = value
                    self._addresses[address] = ident
                    self._above[ident] = parent or Ident("schema", (getattr(value, "schema", ""),))

    def unmodelled(self, address: Address) -> bool:
        """True for what users made, no kind returned, and is no inner part of something else."""
        if address in self._addresses or self._folding.extension_of(address.classid, address.objid):
            return False
        return not self._folding.inner(address)

    def unnamed(self) -> list[Address]:
        """The targets of comments and the like that are part of a modelled object, but none themselves."""
        return [
            address
            for _, address, _ in self._attached
            if address not in self._addresses and self._folding.fold(address, self._addresses) is not None
        ]

    def catalog(
        self, version: int, label: str, left: Sequence[Address], named: Mapping[Address, Ident]
    ) -> Catalog:
        uses: dict[Ident, set[Ident]] = defaultdict(set)
        for kind, address, values in self._attached:
            parent = self._folding.fold(address, self._addresses)
            target = self._addresses.get(address) or named.get(address)
            if parent is None or target is None:
                continue  # its target is reported as not modelled, or belongs to an extension or the system
            value = kind.cls(target=target, parent=parent, **values)
            ident = value.ident
            self._objects[ident] = value
            self._above[ident] = parent
        for user, needs in self._folding.edges(self._addresses).items():
            uses[user] |= needs
        for ident, above in self._above.items():
            if above in self._objects:
                uses[ident].add(above)
        notes = [
            Diagnostic(
                "not-modelled", str(named[a]), "is not managed by schemadiff and is left as it is", "warning"
            )
            for a in left
            if a in named
        ]
        return Catalog(
            version=version,
            objects=self._objects,
            uses={k: frozenset(v) for k, v in uses.items()},
            notes=tuple(sorted(notes, key=lambda n: n.subject)),
            label=label,
        )
