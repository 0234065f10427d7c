"""Texts that PostgreSQL printed are equal when they print the same after one reload."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Self

import psycopg

from schemadiff.cache import key_of
from schemadiff.catalog.reader import read, read_here
from schemadiff.catalog.session import PIN
from schemadiff.diff import Change, Delta, diff, reordered
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
    order = tuple(reordered(old, new))
    doubtful = unsettled(deltas)
    if not doubtful:
        return Comparison(tuple(deltas), {}, order)
    with _Bench(database, kinds) as bench:
        before, notes = _settled(old, doubtful, bench, cache)
        after, other_notes = _settled(new, doubtful, bench, cache)
    same = {i for i in doubtful if i in before and i in after and before[i] == after[i]}
    left = tuple(d for d in deltas if not (isinstance(d, Change) and d.new.ident in same))
    return Comparison(left, before, (*order, *notes, *other_notes))


def reprint(
    catalog: Catalog, kinds: Kinds, database: Database, roles: Callable[[Connection, list[str]], None]
) -> Catalog:
    """The whole catalog as the shadow's version prints it; what cannot be rebuilt there stays as it is."""
    with _Bench(database, kinds) as bench:
        names = {str(getattr(v, "role", "") or "") for v in catalog.objects.values()}
        roles(bench.connection, sorted(names - {""}))
        found, notes = bench.reload(catalog, list(catalog.objects))
        version = bench.base.version
    objects = {i: found.get(i, v) for i, v in catalog.objects.items()}
    return replace(catalog, version=version, objects=objects, notes=(*catalog.notes, *notes))


type Settled = tuple[Mapping[Ident, CatalogObject], tuple[Diagnostic, ...]]


def _settled(catalog: Catalog, wanted: Sequence[Ident], bench: _Bench, cache: Cache | None) -> Settled:
    """What the objects print after a reload, from the cache where they were asked for before."""
    part = _needed(catalog, wanted)
    key = key_of("settled", catalog.version, sorted(wanted), [(i, part[i]) for i in sorted(part)])
    if cache is not None and (kept := cache.get(key)):
        return kept.objects, kept.notes
    found, notes = bench.reload(catalog, wanted)
    if cache is not None:
        cache.put(key, Catalog(catalog.version, found, notes=notes))
    return found, notes


class _Bench:
    """An empty shadow database, opened when the first object must be rebuilt in it."""

    def __init__(self, database: Database, kinds: Kinds) -> None:
        self._database = database
        self._kinds = kinds
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._stack.close()

    @cached_property
    def connection(self) -> Connection:
        """The connection to the database."""
        connection = self._stack.enter_context(self._database())
        connection.execute(PIN)
        return connection

    @cached_property
    def base(self) -> Catalog:
        """What the database holds when it is empty."""
        return read(self.connection, self._kinds.all)

    def reload(self, catalog: Catalog, wanted: Sequence[Ident]) -> Settled:
        """Build objects and what they stand on, read them, leave nothing; what cannot be built, in parts."""
        base = self.base
        objects = {**base.objects, **_needed(catalog, wanted)}
        uses = {i: n & objects.keys() for i, n in {**base.uses, **catalog.uses}.items() if i in objects}
        part = Catalog(catalog.version, objects, uses)
        try:
            plan = make_plan(diff(base, part, self._kinds), base, part, self._kinds)
            with self.connection.transaction(force_rollback=True):
                for segment in plan.segments:
                    for text in statements(segment):
                        self.connection.execute(text.encode())
                found = read_here(self.connection, self._kinds.all)
        except (psycopg.Error, PlanError) as error:
            if len(wanted) > 1:
                middle = len(wanted) // 2
                (one, notes), (other, more) = (
                    self.reload(catalog, half) for half in (wanted[:middle], wanted[middle:])
                )
                return {**one, **other}, (*notes, *more)
            reason = str(error).splitlines()[0]
            message = f"cannot be rebuilt in the shadow, so it is compared as it prints now: {reason}"
            return {}, (Diagnostic("unsettled", str(wanted[0]), message),)
        return {i: found.objects[i] for i in wanted if i in found.objects}, ()


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
