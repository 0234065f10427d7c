"""One graph of creates, alters and drops; children contracted into parents; cycles broken by splitters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schemadiff.errors import PlanError
from schemadiff.plan.edges import Edges
from schemadiff.plan.nodes import Node, Verb
from schemadiff.plan.order import components, shortest_cycle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from schemadiff.model.ident import Ident
    from schemadiff.model.kind import Scope
    from schemadiff.plan.actions import Actions
    from schemadiff.plan.nodes import SortKey


class Graph:
    """Nodes and edges "before -> after", with children folded into the node that does their work."""

    def __init__(self, actions: Actions, scope: Scope, taken: Mapping[Ident, Iterable[Ident]]) -> None:
        self.actions = actions
        self.scope = scope
        edges = Edges(actions, scope, taken)
        self.aside = edges.aside
        self.shells: set[Ident] = set()
        self.inlined = {
            ident
            for ident, value in actions.creates.items()
            if value.parent in actions.creates and scope.kinds.of(value).inlined(value)
        }
        self.gone_with = dict(actions.gone_with)
        self._raw = list(edges.hard())
        self._soft = list(edges.soft())

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

    def contracted(self, *, soft: bool) -> dict[Node, set[Node]]:
        """Successors of each node, children folded away."""
        after: dict[Node, set[Node]] = {node: set() for node in self.nodes()}
        for before, later in [*self._raw, *((edge for _, edge in self._soft) if soft else ())]:
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
        """Among other edges there is no cycle any more, so each round takes the weakest away."""
        inside = {
            (strength, edge)
            for strength, edge in self._soft
            if self.home(edge[0]) != self.home(edge[1]) and {self.home(edge[0]), self.home(edge[1])} <= knot
        }
        weakest = min(strength for strength, _ in inside)
        loose = {edge for strength, edge in inside if strength == weakest}
        self._soft = [(strength, edge) for strength, edge in self._soft if edge not in loose]

    def _release(self, knot: set[Node], key: Callable[[Node], SortKey]) -> bool:
        """Give the one child that carries the cycle a statement of its own; the highest rank first."""
        users: set[Node] = set()
        needs: set[Node] = set()
        for before, later in self._raw:
            a, b = self.home(before), self.home(later)
            if a == b or a not in knot or b not in knot:
                continue
            # A create waits for what it needs, a drop is waited for: the user end is the one to free.
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
