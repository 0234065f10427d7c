"""One graph of creates, alters and drops; children contracted into parents; cycles broken by splitters."""

from __future__ import annotations

import heapq
from collections import defaultdict
from enum import IntEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from schemadiff.errors import PlanError
from schemadiff.model.kind import Retype

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from schemadiff.model.ident import Ident
    from schemadiff.model.kind import Scope
    from schemadiff.plan.actions import Actions


class Verb(IntEnum):
    """What a node does to its object; the value orders nodes of one object."""

    ASIDE = 0
    DROP = 1
    SHELL = 2
    CREATE = 3
    ALTER = 4


class Node(NamedTuple):
    """One thing to do to one object."""

    verb: Verb
    ident: Ident

    def __str__(self) -> str:
        return f"{self.verb.name.lower()} {self.ident}"


type SortKey = tuple[Any, ...]


class Graph:
    """Nodes and edges "before -> after", with children folded into the node that does their work."""

    def __init__(self, actions: Actions, scope: Scope, taken: Mapping[Ident, Iterable[Ident]]) -> None:
        self.actions = actions
        self.scope = scope
        self.taken = taken
        self.types = {i for i, v in actions.drops.items() if scope.kinds.of(v).aside is not None}
        self.aside = self._set_aside()
        self.shells: set[Ident] = set()
        self.inlined = {
            ident
            for ident, value in actions.creates.items()
            if value.parent in actions.creates and scope.kinds.of(value).inlined(value)
        }
        self.gone_with = dict(actions.gone_with)
        self._raw = list(self._edges())
        self._soft = list(self._soft_edges())

    def _set_aside(self) -> set[Ident]:
        """Types that are replaced under data holders, or under other types that are set aside."""
        movable = self.types & self.actions.creates.keys()
        found: set[Ident] = set()
        waiting = [need for user in self.actions.carried for need in self.scope.old.uses.get(user, ())]
        while waiting:
            ident = waiting.pop()
            if ident in movable and ident not in found:
                found.add(ident)
                waiting.extend(self.scope.old.uses.get(ident, ()))
        return found

    # -- contraction ---------------------------------------------------------------------------------

    def home(self, node: Node) -> Node:
        """The node whose statement does this node's work."""
        verb, ident = node
        if verb is Verb.CREATE:
            while ident in self.inlined:
                parent = self.actions.creates[ident].parent
                assert parent is not None  # only children are inlined
                ident = parent
        elif verb is Verb.DROP:
            while ident in self.gone_with:
                ident = self.gone_with[ident]
                if ident in self.aside:
                    return Node(Verb.ASIDE, ident)
        return Node(verb, ident)

    def nodes(self) -> set[Node]:
        """The nodes that have a statement of their own."""
        found = {self.home(Node(Verb.CREATE, i)) for i in self.actions.creates}
        found |= {self.home(Node(Verb.DROP, i)) for i in self.actions.drops}
        found |= {Node(Verb.ASIDE, i) for i in self.aside}
        found |= {Node(Verb.ALTER, i) for i in {*self.actions.alters, *self.actions.carried}}
        found |= {Node(Verb.SHELL, i) for i in self.shells}
        return found

    # -- edges ---------------------------------------------------------------------------------------

    def _leaving(self, ident: Ident) -> Node:
        """The node after which the object's name is free."""
        return Node(Verb.ASIDE if ident in self.aside else Verb.DROP, ident)

    def _edges(self) -> Iterator[tuple[Node, Node]]:
        actions, old, new = self.actions, self.scope.old, self.scope.new
        altered = actions.alters.keys() | actions.carried
        for ident in actions.creates.keys() | altered:
            after = Node(Verb.CREATE if ident in actions.creates else Verb.ALTER, ident)
            for need in new.uses.get(ident, ()):
                if need in actions.creates:
                    yield Node(Verb.CREATE, need), after
                if need in altered:
                    yield Node(Verb.ALTER, need), after
        for ident in actions.drops.keys() | altered:
            leaving = [self._leaving(ident)] if ident in actions.drops else [Node(Verb.ALTER, ident)]
            for user in old.used_by.get(ident, ()):
                if user in actions.drops and not self._harmless(ident):
                    for node in leaving:
                        yield self._leaving(user), node
                    if user in self.aside and ident in self.types:
                        yield Node(Verb.DROP, user), Node(Verb.DROP, ident)
                if user in altered and ident in actions.drops and ident != user:
                    yield Node(Verb.ALTER, user), Node(Verb.DROP, ident)
        for ident in actions.drops:
            if ident in self.aside:
                yield Node(Verb.ASIDE, ident), Node(Verb.DROP, ident)
            if ident in actions.creates:
                yield self._leaving(ident), Node(Verb.CREATE, ident)
                # What made way comes back when that is done, or it would bind to what goes.
                for cause in actions.causes.get(ident, ()):
                    if cause != ident:
                        done = Node(Verb.ALTER, cause) if cause in altered else self._leaving(cause)
                        yield done, Node(Verb.CREATE, ident)
            for claimer in self.taken.get(ident, ()):
                yield self._leaving(ident), Node(Verb.ALTER if claimer in altered else Verb.CREATE, claimer)

    def _harmless(self, ident: Ident) -> bool:
        """True for an alteration that what goes may well outlive: it goes first only where that is free."""
        alter = self.actions.alters.get(ident)
        return alter is not None and alter.retypes is Retype.NO and ident not in self.actions.carried

    def _soft_edges(self) -> Iterator[tuple[Node, Node]]:
        """What happens to a soft need comes first; what goes or changes lets go of it before it goes."""
        actions, kinds, old, new = self.actions, self.scope.kinds, self.scope.old, self.scope.new
        altered = actions.alters.keys() | actions.carried
        for ident in filter(self._harmless, actions.alters):
            for user in old.used_by.get(ident, ()):
                if user in actions.drops:
                    yield self._leaving(user), Node(Verb.ALTER, ident)
        for ident in actions.creates.keys() | altered:
            value = actions.creates.get(ident) or new.objects[ident]
            after = Node(Verb.CREATE if ident in actions.creates else Verb.ALTER, ident)
            for need in kinds.of(value).soft_uses(value, new):
                if need in actions.creates:
                    yield Node(Verb.CREATE, need), after
                elif need in altered:
                    yield Node(Verb.ALTER, need), after
                elif need in actions.drops:
                    yield self._leaving(need), after
        for ident in actions.drops.keys() | altered:
            value = old.objects[ident]
            before = self._leaving(ident) if ident in actions.drops else Node(Verb.ALTER, ident)
            for need in kinds.of(value).soft_uses(value, old):
                if need in actions.drops and (ident in actions.drops or need not in actions.creates):
                    yield before, self._leaving(need)

    def contracted(self, *, soft: bool) -> dict[Node, set[Node]]:
        """Successors of each node, children folded away."""
        after: dict[Node, set[Node]] = {node: set() for node in self.nodes()}
        for before, later in [*self._raw, *(self._soft if soft else [])]:
            a, b = self.home(before), self.home(later)
            if a != b:
                after[a].add(b)
        for ident in self.shells:
            after[Node(Verb.SHELL, ident)].add(Node(Verb.CREATE, ident))
        return after

    # -- cycles --------------------------------------------------------------------------------------

    def settle(self, key: Callable[[Node], SortKey]) -> dict[Node, set[Node]]:
        """Release and split until no cycle is left, then let go of soft edges; the successors of each node.

        Raises:
            PlanError: a cycle that nothing can break, with its shortest path.
        """
        while knots := self._knots(self.contracted(soft=False), key):
            after = self.contracted(soft=False)
            for knot in knots:
                self._untie(knot, after, key)
        while knots := self._knots(self.contracted(soft=True), key):
            for knot in knots:
                self._drop_soft(knot)
        return self.contracted(soft=True)

    def _knots(self, after: Mapping[Node, set[Node]], key: Callable[[Node], SortKey]) -> list[set[Node]]:
        """What waits for itself, in the order of its first nodes."""
        knots = [c for c in components(after) if len(c) > 1]
        return sorted(knots, key=lambda c: min(map(key, c)))

    def _untie(
        self, knot: set[Node], after: Mapping[Node, set[Node]], key: Callable[[Node], SortKey]
    ) -> None:
        if (
            self._split(knot, key, natural=True)
            or self._release(knot, key)
            or self._split(knot, key, natural=False)
        ):
            return
        path = " -> ".join(map(str, shortest_cycle(knot, after, key)))
        raise PlanError(
            f"these changes wait for each other: {path}",
            hint="Make them in two releases: first take one of the objects off the other.",
        )

    def _drop_soft(self, knot: set[Node]) -> None:
        """Among other edges there is no cycle any more, so each round takes some away."""
        loose = {
            (a, b)
            for a, b in self._soft
            if self.home(a) != self.home(b) and {self.home(a), self.home(b)} <= knot
        }
        self._soft = [edge for edge in self._soft if edge not in loose]

    def _release(self, knot: set[Node], key: Callable[[Node], SortKey]) -> bool:
        """Give the one child that carries the cycle a statement of its own: constraints first, columns last."""
        users: set[Node] = set()
        needs: set[Node] = set()
        for before, later in self._raw:
            a, b = self.home(before), self.home(later)
            if a == b or a not in knot or b not in knot:
                continue
            # A create waits for what it needs, a drop is waited for: the user end of the edge is the one to free.
            for node, home, user in (
                (before, a, before.verb is Verb.DROP),
                (later, b, later.verb is Verb.CREATE),
            ):
                if node != home and self._contracted(node):
                    (users if user else needs).add(node)
        candidates = users or needs
        if not candidates:
            return False
        objects = {Verb.CREATE: self.actions.creates, Verb.DROP: self.actions.drops}

        def preference(node: Node) -> SortKey:
            rank = self.scope.kinds.rank(objects[node.verb][node.ident])
            return (-rank, node.verb, key(self.home(node)), node.ident)

        chosen = min(candidates, key=preference)
        if chosen.verb is Verb.CREATE:
            self.inlined.discard(chosen.ident)
        else:
            del self.gone_with[chosen.ident]
        return True

    def _contracted(self, node: Node) -> bool:
        return node.ident in (self.inlined if node.verb is Verb.CREATE else self.gone_with)

    def _split(self, knot: set[Node], key: Callable[[Node], SortKey], *, natural: bool) -> bool:
        """Make a placeholder of one object; everything else in the knot is content with that."""
        objects = self.actions.creates
        splittable = [
            n
            for n in knot
            if n.verb is Verb.CREATE
            and n.ident not in self.shells
            and self.scope.kinds.of(objects[n.ident]).shell is not None
            and self.scope.kinds.of(objects[n.ident]).shell_is_natural is natural
        ]
        if not splittable:
            return False
        # What is made late by nature refers to what is made before it.
        chosen = min(splittable, key=lambda n: (-self.scope.kinds.rank(objects[n.ident]), key(n)))
        self.shells.add(chosen.ident)
        shell = Node(Verb.SHELL, chosen.ident)
        split: list[tuple[Node, Node]] = []
        for before, later in self._raw:
            inside = self.home(later) in knot and self.home(later) != chosen
            split.append((shell, later) if self.home(before) == chosen and inside else (before, later))
            # What the body must wait for by name, or for its signature, the shell must wait for as well.
            outside = self.home(before) not in knot
            if later == chosen and (outside or before.verb in (Verb.DROP, Verb.ASIDE)):
                split.append((before, shell))
        self._raw = split
        return True


def components(after: Mapping[Node, set[Node]]) -> list[set[Node]]:
    """Strongly connected components (Tarjan), without recursion."""
    index: dict[Node, int] = {}
    low: dict[Node, int] = {}
    stack: list[Node] = []
    on_stack: set[Node] = set()
    found: list[set[Node]] = []
    for root in after:
        if root in index:
            continue
        work = [(root, iter(after[root]))]
        index[root] = low[root] = len(index)
        stack.append(root)
        on_stack.add(root)
        while work:
            node, successors = work[-1]
            advanced = False
            for successor in successors:
                if successor not in index:
                    index[successor] = low[successor] = len(index)
                    stack.append(successor)
                    on_stack.add(successor)
                    work.append((successor, iter(after[successor])))
                    advanced = True
                    break
                if successor in on_stack:
                    low[node] = min(low[node], index[successor])
            if advanced:
                continue
            work.pop()
            if work:
                low[work[-1][0]] = min(low[work[-1][0]], low[node])
            if low[node] == index[node]:
                component: set[Node] = set()
                while True:
                    member = stack.pop()
                    on_stack.discard(member)
                    component.add(member)
                    if member == node:
                        break
                found.append(component)
    return found


def shortest_cycle(
    knot: set[Node], after: Mapping[Node, set[Node]], key: Callable[[Node], SortKey]
) -> list[Node]:
    """A shortest cycle through the first node of a knot, closed by repeating that node."""
    start = min(knot, key=key)
    previous: dict[Node, Node] = {}
    queue = [start]
    while queue:
        node = queue.pop(0)
        for successor in sorted(after[node] & knot, key=key):
            if successor == start:
                path = [start, node]
                while path[-1] != start:
                    path.append(previous[path[-1]])
                return path[::-1]
            if successor not in previous:
                previous[successor] = node
                queue.append(successor)
    raise AssertionError  # a knot is strongly connected


def sort(after: Mapping[Node, set[Node]], key: Callable[[Node], SortKey]) -> list[Node]:
    """The one topological order that always takes the smallest key that is ready."""
    waiting: dict[Node, int] = defaultdict(int)
    for successors in after.values():
        for successor in successors:
            waiting[successor] += 1
    ready = [(key(node), node) for node in after if not waiting[node]]
    heapq.heapify(ready)
    order: list[Node] = []
    while ready:
        _, node = heapq.heappop(ready)
        order.append(node)
        for successor in after[node]:
            waiting[successor] -= 1
            if not waiting[successor]:
                heapq.heappush(ready, (key(successor), successor))
    return order
