"""A catalog: every object of a database as a value, and who needs whom."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass, field, fields
from functools import cache, cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from schemadiff.errors import Diagnostic, Origin
    from schemadiff.model.ident import Ident


class CatalogObject(Protocol):
    """A frozen dataclass whose fields are the columns of its kind's query.

    A field with `compare=False` is a fact that no statement can change (a column's position). A field with
    metadata `printed` holds text that PostgreSQL deparsed, which may print otherwise after one reload; one
    with `derived` follows from what the object stands on.
    """

    @property
    def ident(self) -> Ident:
        """Who the object is."""

    @property
    def parent(self) -> Ident | None:
        """What the object goes with when that is dropped."""


@dataclass(frozen=True)
class Catalog:
    """All modelled objects of one database.

    Args:
        version: server_version_num of the server that printed the definitions, e.g. 180006.
        objects: by identity, in the order they were read.
        uses: what each object needs, PostgreSQL's dependencies folded to modelled objects; parents included.
        origins: where the wanted schema defines an object, when it came from files.
        areas: the file (its path without suffix) that an object's definition stands in, in reading order.
        notes: what was seen and not modelled, or not readable.
        label: the state in words for a person.
    """

    version: int
    objects: Mapping[Ident, CatalogObject]
    uses: Mapping[Ident, frozenset[Ident]] = field(default_factory=dict)
    origins: Mapping[Ident, Origin] = field(default_factory=dict)
    areas: Mapping[Ident, str] = field(default_factory=dict)
    notes: tuple[Diagnostic, ...] = ()
    label: str = ""

    @property
    def major(self) -> int:
        """The major version of the server that printed the definitions."""
        return self.version // 10000

    @cached_property
    def used_by(self) -> Mapping[Ident, frozenset[Ident]]:
        """The reverse of `uses`: who needs an object."""
        reverse: dict[Ident, set[Ident]] = defaultdict(set)
        for user, needs in self.uses.items():
            for need in needs:
                reverse[need].add(user)
        return {key: frozenset(value) for key, value in reverse.items()}

    @cached_property
    def children(self) -> Mapping[Ident, tuple[Ident, ...]]:
        """The objects that stand under each parent, in the order they were read."""
        found: dict[Ident, list[Ident]] = defaultdict(list)
        for key, value in self.objects.items():
            if value.parent is not None:
                found[value.parent].append(key)
        return {key: tuple(value) for key, value in found.items()}

    @cached_property
    def by_name(self) -> Mapping[str, tuple[Ident, ...]]:
        """The objects that stand under no parent, by their bare name, as a string body may say it."""
        found: dict[str, list[Ident]] = defaultdict(list)
        for key, value in self.objects.items():
            name = getattr(value, "name", None)
            if value.parent is None and isinstance(name, str):
                found[name].append(key)
        return {name: tuple(idents) for name, idents in found.items()}

    def get(self, ident: Ident) -> CatalogObject | None:
        """The object of an identity, if there is one."""
        return self.objects.get(ident)

    def root(self, ident: Ident) -> Ident:
        """The outermost parent of an object, itself when it has none."""
        seen = self.objects.get(ident)
        while seen is not None and seen.parent is not None:
            ident = seen.parent
            seen = self.objects.get(ident)
        return ident

    def under(self, ident: Ident) -> Iterator[Ident]:
        """All descendants of an object."""
        for child in self.children.get(ident, ()):
            yield child
            yield from self.under(child)

    @cached_property
    def fingerprint(self) -> str:
        """16 hex digits over every compared value: equal schemas, equal fingerprints, on any machine."""
        digest = hashlib.sha256()
        for key in sorted(self.objects):
            digest.update(repr((key, compared(self.objects[key]))).encode())
        return digest.hexdigest()[:16]


def maker(cls: type[Any], names: Sequence[str]) -> Callable[[Sequence[Any]], Any]:
    """A constructor from the values of these fields, in this order.

    Where they are all the fields of a slotted class, its slots are set one by one: a third of the time that
    the `__init__` of a frozen dataclass takes, and reading a catalog makes tens of thousands.
    """
    slots = [getattr(cls, name, None) for name in names]
    if {f.name for f in fields(cls)} != set(names) or not all(hasattr(slot, "__set__") for slot in slots):
        return lambda values: cls(**dict(zip(names, values, strict=True)))
    setters = [slot.__set__ for slot in slots if slot is not None]

    def make(values: Sequence[Any]) -> Any:
        made = object.__new__(cls)
        for setter, value in zip(setters, values, strict=True):
            setter(made, value)
        return made

    return make


def compared(value: CatalogObject) -> tuple[Any, ...]:
    """The values of the fields that make a difference."""
    return _picker(type(value))(value)


@cache
def _picker(cls: type[Any]) -> Callable[[Any], tuple[Any, ...]]:
    names = [f.name for f in fields(cls) if f.compare]
    pick = attrgetter(*names)
    return pick if len(names) > 1 else lambda value: (pick(value),)


def differing(old: CatalogObject, new: CatalogObject) -> list[str]:
    """The names of the fields in which two values of one class differ, in field order."""
    return [f.name for f in fields(old) if f.compare and getattr(old, f.name) != getattr(new, f.name)]  # type: ignore[arg-type]


def printed(old: CatalogObject, names: Iterable[str]) -> bool:
    """True where all the named fields hold text that PostgreSQL printed."""
    marks = {f.name: bool(f.metadata.get("printed")) for f in fields(old)}  # type: ignore[arg-type]
    return all(marks[name] for name in names)
