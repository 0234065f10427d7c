"""Texts that PostgreSQL printed are equal when they print the same after one reload (engine-notes S3)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import psycopg

from schemadiff.catalog.reader import read, read_here
from schemadiff.catalog.session import PIN
from schemadiff.diff import Change, Delta, diff
from schemadiff.errors import Diagnostic
from schemadiff.model.catalog import Catalog, CatalogObject, differing, printed
from schemadiff.plan.steps import make_plan
from schemadiff.render import statements

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from contextlib import AbstractContextManager

    from schemadiff.model.ident import Ident
    from schemadiff.model.kind import Kinds

type Database = Callable[[], AbstractContextManager[psycopg.Connection[Any]]]


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


def compare(old: Catalog, new: Catalog, kinds: Kinds, database: Database) -> Comparison:
    """Diff two catalogs, and take back what differs only until it is loaded once more.

    Args:
        database: opens an empty shadow database of the version that printed both; used only where needed.
    """
    deltas = diff(old, new, kinds)
    doubtful = unsettled(deltas)
    if not doubtful:
        return Comparison(tuple(deltas), {})
    with database() as connection:
        connection.execute(PIN)
        base = read(connection, kinds.all)
        before, why_not = _reload(old, doubtful, kinds, connection, base)
        after, why_not_after = _reload(new, doubtful, kinds, connection, base)
    same = {i for i in doubtful if i in before and i in after and before[i] == after[i]}
    left = tuple(d for d in deltas if not (isinstance(d, Change) and d.new.ident in same))
    notes = tuple(note for note in (why_not, why_not_after) if note)
    return Comparison(left, before, notes)


def _reload(
    catalog: Catalog,
    wanted: Sequence[Ident],
    kinds: Kinds,
    connection: psycopg.Connection[Any],
    base: Catalog,
) -> tuple[Mapping[Ident, CatalogObject], Diagnostic | None]:
    """Build the objects, and what they stand on, in an empty database; read them; leave nothing behind."""
    part = _part(catalog, wanted, base)
    try:
        plan = make_plan(diff(base, part, kinds), base, part, kinds)
        with connection.transaction(force_rollback=True):
            for segment in plan.segments:
                for text in statements(segment):
                    connection.execute(text.encode())
            found = read_here(connection, kinds.all)
    except psycopg.Error as error:
        reason = str(error).splitlines()[0]
        message = f"cannot be rebuilt in the shadow to see how it prints, so it is compared as it stands: {reason}"
        return {}, Diagnostic("unsettled", ", ".join(map(str, wanted)), message)
    return {i: found.objects[i] for i in wanted if i in found.objects}, None


def _part(catalog: Catalog, wanted: Sequence[Ident], base: Catalog) -> Catalog:
    """The wanted objects and all they stand on, without who owns and may use them."""
    keep: set[Ident] = set()
    waiting = list(wanted)
    while waiting:
        ident = waiting.pop()
        if ident not in keep:
            keep.add(ident)
            waiting.extend(n for n in catalog.uses.get(ident, ()) if n in catalog.objects)
    objects = {**base.objects, **{i: v for i, v in catalog.objects.items() if i in keep}}
    return Catalog(
        version=catalog.version,
        objects=objects,
        uses={i: n & objects.keys() for i, n in {**base.uses, **catalog.uses}.items() if i in objects},
    )
