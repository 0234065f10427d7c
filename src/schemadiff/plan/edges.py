"""Which node must come before which: PostgreSQL's dependencies, name slots, and what makes way for what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schemadiff.model.kind import Retype
from schemadiff.plan.nodes import Node, Verb

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from schemadiff.model.ident import Ident
    from schemadiff.model.kind import Scope
    from schemadiff.plan.actions import Actions

type Edge = tuple[Node, Node]


class Edges:
    """Edges "before -> after" over all nodes, before any is folded away."""

    def __init__(self, actions: Actions, scope: Scope, taken: Mapping[Ident, Iterable[Ident]]) -> None:
        self._actions = actions
        self._scope = scope
        self._taken = taken
        self._altered = actions.alters.keys() | actions.carried
        self._types = {i for i, v in actions.drops.items() if scope.kinds.of(v).aside is not None}
        self.aside = self._set_aside()

    def _set_aside(self) -> set[Ident]:
        """Types that are replaced under data holders, or under other types that are set aside."""
        movable = self._types & self._actions.creates.keys()
        found: set[Ident] = set()
        waiting = [need for user in self._actions.carried for need in self._scope.old.uses.get(user, ())]
        while waiting:
            ident = waiting.pop()
            if ident in movable and ident not in found:
                found.add(ident)
                waiting.extend(self._scope.old.uses.get(ident, ()))
        return found

    def hard(self) -> Iterator[Edge]:
        """What PostgreSQL enforces."""
        yield from self._arrivals()
        yield from self._departures()
        yield from self._replacements()

    def _coming(self, ident: Ident) -> Node:
        """The node after which the object is as the new state wants it."""
        return Node(Verb.CREATE if ident in self._actions.creates else Verb.ALTER, ident)

    def _leaving(self, ident: Ident) -> Node:
        """The node after which the object's name is free."""
        return Node(Verb.ASIDE if ident in self.aside else Verb.DROP, ident)

    def _letting_go(self, ident: Ident) -> Node:
        """The node after which the object stands on nothing of the old state that it does not keep."""
        return self._leaving(ident) if ident in self._actions.drops else Node(Verb.ALTER, ident)

    def _arrivals(self) -> Iterator[Edge]:
        """What comes or changes waits for what it needs in the new state."""
        creates, new = self._actions.creates, self._scope.new
        for ident in creates.keys() | self._altered:
            for need in new.uses.get(ident, ()):
                if need in creates:
                    yield Node(Verb.CREATE, need), self._coming(ident)
                if need in self._altered and not self._indifferent(need, ident):
                    yield Node(Verb.ALTER, need), self._coming(ident)
                # What stands on a part stands on the whole: a key on a table that is not logged yet.
                parent = new.objects[need].parent
                if parent in self._altered and parent != ident and ident in creates:
                    yield Node(Verb.ALTER, parent), self._coming(ident)

    def _departures(self) -> Iterator[Edge]:
        """What goes or changes waits until nothing of the old state stands on it any more."""
        drops, old = self._actions.drops, self._scope.old
        for ident in drops.keys() | self._altered:
            for user in old.used_by.get(ident, ()):
                if user in drops and not self._harmless(ident):
                    yield self._leaving(user), self._letting_go(ident)
                    if user in self.aside and ident in self._types:
                        yield Node(Verb.DROP, user), Node(Verb.DROP, ident)
                if user in self._altered and ident in drops and ident != user:
                    yield Node(Verb.ALTER, user), Node(Verb.DROP, ident)

    def _replacements(self) -> Iterator[Edge]:
        """A name is free before it is taken, and what made way comes back when that is done."""
        for ident in self._actions.drops:
            if ident in self.aside:
                yield Node(Verb.ASIDE, ident), Node(Verb.DROP, ident)
            if ident in self._actions.creates:
                yield self._leaving(ident), Node(Verb.CREATE, ident)
                # Sooner it would bind to what goes.
                for cause in self._actions.causes.get(ident, ()):
                    if cause != ident:
                        done = Node(Verb.ALTER, cause) if cause in self._altered else self._leaving(cause)
                        yield done, Node(Verb.CREATE, ident)
        for ident, claimers in self._taken.items():
            for claimer in claimers:
                if ident in self._actions.drops or claimer in self._actions.creates:
                    yield self._letting_go(ident), self._coming(claimer)

    def _indifferent(self, need: Ident, user: Ident) -> bool:
        """True where neither alteration is likely to see the other."""
        alter = self._actions.alters.get(need)
        committed = alter is not None and any(s.commits for s in alter.statements)
        return user in self._altered and self._harmless(need) and not committed

    def _harmless(self, ident: Ident) -> bool:
        """True for an alteration that what goes may well outlive: it goes first only where that is free."""
        alter = self._actions.alters.get(ident)
        return alter is not None and alter.retypes is Retype.NO and ident not in self._actions.carried

    def soft(self) -> Iterator[tuple[int, Edge]]:
        """What is better so, with its strength: in a cycle the weakest gives way first.

        What happens to a soft need comes first; what goes or changes lets go of it before it goes.
        """
        for edge in (*self._soft_arrivals(), *self._soft_departures()):
            yield 0, edge
        for ident, claimers in self._taken.items():
            for claimer in claimers:
                if ident in self._altered and claimer in self._altered:
                    yield 1, (self._letting_go(ident), self._coming(claimer))
        for ident in filter(self._harmless, self._actions.alters):
            for user in self._scope.new.used_by.get(ident, ()):
                if user in self._altered and self._indifferent(ident, user):
                    yield 1, (Node(Verb.ALTER, ident), Node(Verb.ALTER, user))
            for user in self._scope.old.used_by.get(ident, ()):
                if user in self._actions.drops:
                    yield 2, (self._leaving(user), Node(Verb.ALTER, ident))

    def _soft_arrivals(self) -> Iterator[Edge]:
        creates, new, kinds = self._actions.creates, self._scope.new, self._scope.kinds
        for ident in creates.keys() | self._altered:
            value = creates.get(ident) or new.objects[ident]
            for need in kinds.of(value).soft_uses(value, new):
                if need in creates:
                    yield Node(Verb.CREATE, need), self._coming(ident)
                elif need in self._altered:
                    yield Node(Verb.ALTER, need), self._coming(ident)
                elif need in self._actions.drops:
                    yield self._leaving(need), self._coming(ident)

    def _soft_departures(self) -> Iterator[Edge]:
        drops, old, kinds = self._actions.drops, self._scope.old, self._scope.kinds
        for ident in drops.keys() | self._altered:
            value = old.objects[ident]
            for need in kinds.of(value).soft_uses(value, old):
                if need in drops and (ident in drops or need not in self._actions.creates):
                    yield self._letting_go(ident), self._leaving(need)
