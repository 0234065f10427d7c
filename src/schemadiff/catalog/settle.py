"""Texts that PostgreSQL printed are equal when they print the same after one reload (engine-notes S3)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import psycopg

from schemadiff.catalog.reader import read, read_here
from schemadiff.catalog.session import PIN
from schemadiff.diff import Change, Delta, diff
from schemadiff.cache import key_of
from schemadiff.errors import Diagnostic, PlanError
from schemadiff.model.catalog import Catalog, CatalogObject, differing, printed
from schemadiff.plan.steps import make_plan
from schemadiff.render import statements

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from contextlib import AbstractContextManager

    from schemadiff.cache import Cache
    from schemadiff.model.ident import Ident
    from schemadiff.model.kind import Kinds

type Connection = psycopg.Connection[Any]
type Database = Callable[[], AbstractContextManager[Connection]]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What really differs, and the old state's objects as they print after a reload."""

    deltas: tuple[Delta, ...]
    settled: Mapping[Ident, CatalogObject]
    notes: tuple[Diagnostic, ...] = ()


def unsettled(deltas: Iterable[Delta]) -> list[Ident]:
    """The objects that differ in nothing but text that PostgreSQL printed."""
    return [
        d.new.ident
        for d in deltas
        if isinstance(d, Change) and type(d.old) is type(d.new) and printed(d.old, differing(d.old, d.new))
    ]


def compare(
    old: Catalog, new: Catalog, kinds: Kinds, database: Database, *, cache: Cache | None = None
) -> Comparison:
    """Diff two catalogs, and take back what differs only until it is loaded once more.

    Args:
        database: opens an empty shadow database of the version that printed both; used only where needed.
        cache: keeps what objects print after a reload.
    """
    deltas = diff(old, new, kinds)
    doubtful = unsettled(deltas)
    if not doubtful:
        return Comparison(tuple(deltas), {})
    before, note = _settled(old, doubtful, kinds, database, cache)
    after, other_note = _settled(new, doubtful, kinds, database, cache)
    same = {i for i in doubtful if i in before and i in after and before[i] == after[i]}
    left = tuple(d for d in deltas if not (isinstance(d, Change) and d.new.ident in same))
    return Comparison(left, before, tuple(n for n in (note, other_note) if n))


def reprint(
    catalog: Catalog, kinds: Kinds, database: Database, roles: Callable[[Connection, list[str]], None]
) -> Catalog:
    """The whole catalog as the shadow's version prints it; what cannot be rebuilt there stays as it is."""
    with database() as connection:
        connection.execute(PIN)
        base = read(connection, kinds.all)
        names = {str(getattr(v, "role", "") or "") for v in catalog.objects.values()}
        roles(connection, sorted(names - {""}))
        found, note = _reload(catalog, list(catalog.objects), kinds, connection, base)
    objects = {i: found.get(i, v) for i, v in catalog.objects.items()}
    notes = (*catalog.notes, note) if note else catalog.notes
    return replace(catalog, version=base.version, objects=objects, notes=notes)


def _settled(
    catalog: Catalog, wanted: Sequence[Ident], kinds: Kinds, database: Database, cache: Cache | None
) -> tuple[Mapping[Ident, CatalogObject], Diagnostic | None]:
    """What the objects print after a reload, from the cache where they were asked for before."""
    part = _needed(catalog, wanted)
    key = key_of("settled", catalog.version, sorted(wanted), [(i, part[i]) for i in sorted(part)])
    if cache is not None and (kept := cache.get(key)):
        return kept.objects, kept.notes[0] if kept.notes else None
    with database() as connection:
        connection.execute(PIN)
        base = read(connection, kinds.all)
        found, note = _reload(catalog, wanted, kinds, connection, base)
    if cache is not None:
        cache.put(key, Catalog(catalog.version, found, notes=(note,) if note else ()))
    return found, note


def _reload(
    catalog: Catalog, wanted: Sequence[Ident], kinds: Kinds, connection: Connection, base: Catalog
) -> tuple[Mapping[Ident, CatalogObject], Diagnostic | None]:
    """Build the objects, and what they stand on, in an empty database; read them; leave nothing behind."""
    objects = {**base.objects, **_needed(catalog, wanted)}
    uses = {i: n & objects.keys() for i, n in {**base.uses, **catalog.uses}.items() if i in objects}
    part = Catalog(catalog.version, objects, uses)
    try:
        plan = make_plan(diff(base, part, kinds), base, part, kinds)
        with connection.transaction(force_rollback=True):
            for segment in plan.segments:
                for text in statements(segment):
                    connection.execute(text.encode())
            found = read_here(connection, kinds.all)
    except (psycopg.Error, PlanError) as error:
        reason = str(error).splitlines()[0]
        message = f"cannot be rebuilt in the shadow to see how it prints, so it is compared as it stands: {reason}"
        return {}, Diagnostic("unsettled", ", ".join(map(str, wanted)), message)
    return {i: found.objects[i] for i in wanted if i in found.objects}, None


def _needed(catalog: Catalog, wanted: Sequence[Ident]) -> dict[Ident, CatalogObject]:
    """The wanted objects and all they stand on, in the order they were read."""
    keep: set[Ident] = set()
    waiting = list(wanted)
    while waiting:
        ident = waiting.pop()
        if ident not in keep:
            keep.add(ident)
            waiting.extend(n for n in catalog.uses.get(ident, ()) if n in catalog.objects)
    return {i: v for i, v in catalog.objects.items() if i in keep}
