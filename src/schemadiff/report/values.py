"""What a report holds: plain values, read off a plan once and written in any format."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from schemadiff.errors import Diagnostic, Origin
    from schemadiff.model.ident import Ident


class Action(StrEnum):
    """What happens to an object."""

    CREATE = "create"
    DROP = "drop"
    ALTER = "alter"  # in place
    REPLACE = "replace"  # it differs, and PostgreSQL can only drop and create it
    REBUILD = "rebuild"  # it is the same, and makes way for something that changes
    CARRY = "carry"  # it is the same, and follows a type that is replaced under it
    NONE = "none"  # only what stands under it changes

    @property
    def sign(self) -> str:
        """The character before the object."""
        return _SIGNS[self]


_SIGNS: Final = {
    Action.CREATE: "+",
    Action.DROP: "-",
    Action.ALTER: "~",
    Action.REPLACE: "~",
    Action.REBUILD: "r",
    Action.CARRY: "r",
    Action.NONE: "~",
}
_COUNTED: Final = {
    Action.CREATE: "add",
    Action.DROP: "destroy",
    Action.ALTER: "change",
    Action.REPLACE: "change",
    Action.REBUILD: "rebuild",
    Action.CARRY: "rebuild",
}
_RULES: Final = {
    Action.CREATE: "missing",
    Action.DROP: "unexpected",
    Action.ALTER: "different",
    Action.REPLACE: "different",
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of an object that has two values; `words` says it to a person."""

    field: str
    old: Any
    new: Any
    words: str


@dataclass(frozen=True, slots=True)
class Danger:
    """A hazard of one statement. `asks`: a person must allow it; `allowed`: one did, or none need."""

    name: str
    text: str
    subject: Ident
    asks: bool
    allowed: bool


@dataclass(frozen=True, slots=True)
class Planned:
    """A statement as it runs, with its place among all of the plan."""

    number: int
    sql: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One object of the tree, with what happens to it and to what stands under it.

    Args:
        along: it comes, goes or is rebuilt with its parent, so that it is neither counted nor listed.
        name: relative to the parent; the schema public is left out.
        details: in words, what it is, or what differs.
        how: in words, what the way there does to it beside that.
        causes: in words, what a rebuilt object makes way for.
        origin: where the wanted schema defines it, else the nearest parent.
    """

    action: Action
    ident: Ident
    noun: str
    name: str
    along: bool = False
    details: tuple[str, ...] = ()
    how: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()
    causes: tuple[str, ...] = ()
    origin: Origin | None = None
    dangers: tuple[Danger, ...] = ()
    statements: tuple[Planned, ...] = ()
    children: tuple[Node, ...] = ()

    @property
    def rule(self) -> str | None:
        """The word for this difference between two states; None where the object itself does not differ."""
        return None if self.along else _RULES.get(self.action)

    def walk(self) -> Iterator[Node]:
        """The node and all below it, parents first."""
        yield self
        for child in self.children:
            yield from child.walk()

    def hidden(self) -> Iterator[Node]:
        """What goes along with the node, however deep."""
        for child in self.children:
            if child.along:
                yield from child.walk()


@dataclass(frozen=True, slots=True)
class File:
    """One migration file; `name` is None where nothing will be written."""

    name: str | None
    transactional: bool
    statements: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that is said of the way from one state to another.

    Args:
        postgresql: version of the server that the statements are for, e.g. "15.19".
        objects: how many objects the wanted state has.
        tally: every object that is added, changed, destroyed or rebuilt, what goes along included.
        place: the file or folder to point at for a difference that no wanted file holds.
    """

    old_label: str
    new_label: str
    old_fingerprint: str
    new_fingerprint: str
    postgresql: str
    objects: int
    tally: Mapping[str, int]
    changes: tuple[Node, ...] = ()
    files: tuple[File, ...] = ()
    dangers: tuple[Danger, ...] = ()
    notes: tuple[Diagnostic, ...] = ()
    place: str | None = None

    @property
    def empty(self) -> bool:
        """True where the two states hold the same."""
        return not self.changes

    def walk(self) -> Iterator[Node]:
        """Every node of the tree."""
        for root in self.changes:
            yield from root.walk()

    @property
    def counts(self) -> dict[str, int]:
        """How many listed objects are added, changed, destroyed and rebuilt: what a person would count."""
        found = Counter(_COUNTED[n.action] for n in self.walk() if not n.along and n.action in _COUNTED)
        return {word: found[word] for word in ("add", "change", "destroy", "rebuild")}

    @property
    def rules(self) -> dict[str, int]:
        """How many differences of each sort."""
        found = Counter(n.rule for n in self.walk() if n.rule)
        return {rule: found[rule] for rule in ("missing", "different", "unexpected")}

    @property
    def refused(self) -> dict[str, int]:
        """How often each hazard occurs that is not allowed and must be."""
        return dict(sorted(Counter(d.name for d in self.dangers if d.asks and not d.allowed).items()))
