"""Compare two catalogs. Values are compared, never text parsed; no kind is known by name."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING

from schemadiff.errors import Diagnostic

if TYPE_CHECKING:
    from schemadiff.model.catalog import Catalog, CatalogObject
    from schemadiff.model.ident import Ident
    from schemadiff.model.kind import Kinds


@dataclass(frozen=True, slots=True)
class Create:
    """An object only the new state has."""

    new: CatalogObject


@dataclass(frozen=True, slots=True)
class Drop:
    """An object only the old state has."""

    old: CatalogObject


@dataclass(frozen=True, slots=True)
class Change:
    """An object of one identity and two values, perhaps of two kinds (an enum that becomes a domain)."""

    old: CatalogObject
    new: CatalogObject


type Delta = Create | Drop | Change


def diff(old: Catalog, new: Catalog, kinds: Kinds) -> list[Delta]:
    """All differences, in the order of identity."""
    found: list[tuple[Ident, Delta]] = [
        (i, Create(v)) for i, v in new.objects.items() if i not in old.objects
    ]
    for ident, before in old.objects.items():
        after = new.objects.get(ident)
        if after is None:
            if not kinds.of(before).declared_only:
                found.append((ident, Drop(before)))
        elif before != after:
            found.append((ident, Change(before, after)))
    return [delta for _, delta in sorted(found, key=itemgetter(0))]


def reordered(old: Catalog, new: Catalog) -> list[Diagnostic]:
    """A note for each parent whose children will stand in another order than wanted: no ALTER moves them."""
    before, after = _orders(old), _orders(new)
    notes = []
    for parent in sorted(before.keys() & after.keys()):
        kept = [i for i in before[parent] if i in new.objects]
        reached = [*kept, *(i for i in after[parent] if i not in old.objects)]
        if reached != after[parent]:
            message = "what stands under it has another order than wanted, which no statement can change"
            notes.append(Diagnostic("order", str(parent), message))
    return notes


def _orders(catalog: Catalog) -> dict[Ident, list[Ident]]:
    """The children that have a position, in their order."""
    found: dict[Ident, list[tuple[int, Ident]]] = defaultdict(list)
    for ident, value in catalog.objects.items():
        position = getattr(value, "position", None)
        if position is not None and value.parent is not None:
            found[value.parent].append((position, ident))
    return {parent: [ident for _, ident in sorted(children)] for parent, children in found.items()}
