"""Graph algorithms over nodes: strongly connected components, shortest cycles, the one topological order."""

from __future__ import annotations

import heapq
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from schemadiff.plan.nodes import Node, SortKey


def components(after: Mapping[Node, set[Node]]) -> list[set[Node]]:  # noqa: C901 - one algorithm
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
