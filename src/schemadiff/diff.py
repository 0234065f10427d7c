"""Compare two catalogs. Values are compared, never text parsed; no kind is known by name."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
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
    found: list[Delta] = []
    for ident in sorted(old.objects.keys() | new.objects.keys()):
        before = old.objects.get(ident)
        after = new.objects.get(ident)
        if before is None:
            assert after is not None  # it is in one of the two
            found.append(Create(after))
        elif after is None:
            if not kinds.of(before).declared_only:
                found.append(Drop(before))
        elif before != after:
            found.append(Change(before, after))
    return found


def reordered(old: Catalog, new: Catalog) -> list[Diagnostic]:
    """A note for each parent whose children will stand in another order than wanted: no ALTER moves them."""
    before, after = _orders(old), _orders(new)
    notes = []
    for parent in sorted(before.keys() & after.keys()):
        kept = [i for i in before[parent] if i in new.objects]
        reached = [*kept, *(i for i in after[parent] if i not in old.objects)]
        if reached != after[parent]:
            message = (
                "what stands under it has another order than in the schema, which no statement can change"
            )
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
