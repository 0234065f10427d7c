"""Compare two catalogs. Values are compared, never text parsed; no kind is known by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from schemadiff.model.catalog import Catalog, CatalogObject
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
