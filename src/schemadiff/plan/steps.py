"""The plan: ordered steps, cut into files. The composition of the stages of this package."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from schemadiff.model.kind import Hazard, Kinds, Scope, Statement
from schemadiff.plan.actions import Actions, expand, predicate, taken
from schemadiff.plan.graph import Graph
from schemadiff.plan.hazards import telling
from schemadiff.plan.nodes import Node, SortKey, Verb
from schemadiff.plan.order import sort

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from schemadiff.diff import Delta
    from schemadiff.model.catalog import Catalog, CatalogObject
    from schemadiff.model.ident import Ident


@dataclass(frozen=True, slots=True)
class Step:
    """One node of the ordered plan: what it does to which objects, and its statements.

    Args:
        verb: what is done.
        ident: the object; `also` are those written inside its statement.
        root: the outermost parent, under which a person looks for it.
        area: the schema file it belongs to, "" when it came from no file.
        statements: at least one.
        causes: for a rebuilt object, what it makes way for.
    """

    verb: Verb
    ident: Ident
    root: Ident
    area: str
    statements: tuple[Statement, ...]
    also: tuple[Ident, ...] = ()
    causes: tuple[Ident, ...] = ()


@dataclass(frozen=True, slots=True)
class Segment:
    """One migration file: one transaction, or a single statement outside of any."""

    steps: tuple[Step, ...]
    transactional: bool
    area: str

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All statements of the file, in order."""
        return tuple(s for step in self.steps for s in step.statements)

    @property
    def hazards(self) -> tuple[Hazard, ...]:
        """What running the file may cost."""
        return tuple(h for s in self.statements for h in s.hazards)


@dataclass(frozen=True)
class Plan:
    """The way from one catalog to another."""

    old: Catalog
    new: Catalog
    kinds: Kinds
    major: int
    deltas: tuple[Delta, ...]
    actions: Actions
    segments: tuple[Segment, ...]

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps, in order."""
        return tuple(step for segment in self.segments for step in segment.steps)

    @property
    def hazards(self) -> tuple[Hazard, ...]:
        """What running the files may cost."""
        return tuple(h for segment in self.segments for h in segment.hazards)

    @property
    def empty(self) -> bool:
        """True where the two states hold the same."""
        return not self.deltas


def make_plan(
    deltas: Sequence[Delta],
    old: Catalog,
    new: Catalog,
    kinds: Kinds,
    *,
    major: int | None = None,
    settled: Mapping[Ident, CatalogObject] | None = None,
    split_areas: bool = False,
) -> Plan:
    """Order the statements that lead from one state to the other.

    Args:
        deltas: what differs, already settled.
        major: of the server that will run the statements; the old state's unless given.
        settled: objects of the old state as they print after a reload, where that differs.
        split_areas: a file of its own for each area of the new state.

    Raises:
        PlanError: there is no way that keeps the laws.
    """
    scope = Scope(old, with_undeclared(old, new, kinds), kinds, major or old.major)
    actions = expand(deltas, scope)
    waiting = taken(actions, scope)
    graph = Graph(actions, scope, waiting)
    keys = _Keys(actions, scope, waiting)
    order = sort(graph.settle(keys), keys)
    writer = _Writer(graph, scope, waiting, settled or {})
    steps = list(writer.steps(order, keys))
    return Plan(
        old=old,
        new=new,
        kinds=kinds,
        major=scope.major,
        deltas=tuple(deltas),
        actions=actions,
        segments=tuple(segments(steps, scope.new, split_areas=split_areas)),
    )


def with_undeclared(old: Catalog, new: Catalog, kinds: Kinds) -> Catalog:
    """The new state with what it has no opinion of as it was, so that a rebuilt object gets it back."""
    kept = {
        ident: value
        for ident, value in old.objects.items()
        if ident not in new.objects and kinds.of(value).declared_only and value.parent in new.objects
    }
    if not kept:
        return new
    uses = {ident: old.uses.get(ident, frozenset()) & new.objects.keys() for ident in kept}
    return replace(new, objects={**new.objects, **kept}, uses={**new.uses, **uses})


class _Keys:
    """Where a reader expects each node: by area, then object by object, as the schema files have them."""

    def __init__(self, actions: Actions, scope: Scope, waiting: Mapping[Ident, Sequence[Ident]]) -> None:
        self._actions = actions
        self._scope = scope
        self._waiting = waiting
        self._areas = {area: n for n, area in enumerate(sorted(set(scope.new.areas.values())))}
        self._known: dict[Node, SortKey] = {}

    def __call__(self, node: Node) -> SortKey:
        if node not in self._known:
            self._known[node] = self._key(node)
        return self._known[node]

    def area(self, ident: Ident) -> str:
        """The area of an object, or of the nearest parent that has one."""
        areas, objects = self._scope.new.areas, self._scope.new.objects
        current: Ident | None = ident
        while current is not None:
            if current in areas:
                return areas[current]
            value = objects.get(current)
            current = value.parent if value is not None else None
        return ""

    def _line(self, ident: Ident) -> int:
        origins, objects = self._scope.new.origins, self._scope.new.objects
        current: Ident | None = ident
        while current is not None:
            if current in origins:
                return origins[current].line
            value = objects.get(current)
            current = value.parent if value is not None else None
        return 0

    def _place(self, ident: Ident) -> tuple[Any, ...]:
        new, kinds = self._scope.new, self._scope.kinds
        root = new.root(ident)
        same_file = self.area(root) == self.area(ident)
        return (
            self._areas.get(self.area(ident), -1),
            self._line(root) if same_file else self._line(ident),
            kinds.rank(new.objects[root]),
            root,
            self._line(ident),
            kinds.rank(new.objects[ident]),
            getattr(new.objects[ident], "position", 0),  # columns come in their order
            ident,
        )

    def _key(self, node: Node) -> SortKey:
        verb, ident = node
        actions = self._actions
        if verb in (Verb.CREATE, Verb.ALTER):
            alter = actions.alters.get(ident)
            early = alter is not None and any(s.commits for s in alter.statements)
            return (0 if early else 1, *self._place(ident), 1, 0, ident)
        if verb is Verb.SHELL:
            return (1, *self._place(ident), 0, 2000, ident)
        if verb is Verb.ASIDE:
            return (1, *self._place(ident), 0, 1000, ident)
        return self._drop_key(ident)

    def _drop_key(self, ident: Ident) -> SortKey:
        actions, kinds = self._actions, self._scope.kinds
        rank = kinds.rank(actions.drops[ident])
        # What makes way goes right before what it makes way for; what just goes, goes last.
        for cause in sorted(actions.causes.get(ident) or self._waiting.get(ident, ())):
            if cause in actions.creates or cause in actions.alters:
                verb = Verb.CREATE if cause in actions.creates else Verb.ALTER
                return (*self(Node(verb, cause))[:-3], 0, -rank, ident)
        roots = (
            -kinds.rank(self._scope.old.objects[self._scope.old.root(ident)]),
            self._scope.old.root(ident),
        )
        return (2, 0, 0, *roots, 0, -rank, ident, 0, 0, ident)


class _Writer:
    """Nodes become steps: each slot of a kind is asked for its statements."""

    def __init__(
        self,
        graph: Graph,
        scope: Scope,
        waiting: Mapping[Ident, Sequence[Ident]],
        settled: Mapping[Ident, CatalogObject],
    ) -> None:
        self._graph = graph
        self._actions = graph.actions
        self._waiting = waiting
        self._settled = settled
        self._predicates: dict[Ident, str] = {}
        inlined: dict[Ident, list[CatalogObject]] = {}
        for ident in scope.new.objects:
            if ident in graph.inlined:
                value = self._actions.creates[ident]
                assert value.parent is not None  # only children are inlined
                inlined.setdefault(value.parent, []).append(value)
        aside = {}
        for ident in graph.aside:
            make = scope.kinds.of(scope.old.objects[ident]).aside
            assert make is not None  # the graph sets only those aside that can be
            aside[ident] = make(scope.old.objects[ident], scope)
        self._scope = replace(scope, inlined=inlined, aside=aside, shells=frozenset(graph.shells))

    def steps(self, order: Sequence[Node], keys: _Keys) -> Iterator[Step]:
        for group in self._batches(order):
            node = group[0]
            ident = node.ident
            state = self._scope.new if ident in self._scope.new.objects else self._scope.old
            root = state.root(ident)
            new = root in self._actions.creates and root not in self._actions.drops
            statements = tuple(
                replace(s, hazards=telling(s.hazards, new=new)) for s in self._statements(group)
            )
            if not statements:
                continue
            yield Step(
                verb=node.verb,
                ident=ident,
                root=root,
                area=keys.area(ident),
                statements=statements,
                also=tuple(self._inside(group)),
                causes=tuple(sorted(self._actions.causes.get(ident, ()))),
            )

    def _inside(self, group: Sequence[Node]) -> Iterator[Ident]:
        for node in group[1:]:
            yield node.ident
        if group[0].verb is Verb.CREATE:
            waiting = [n.ident for n in group]
            while waiting:
                for child in self._scope.children(waiting.pop()):
                    yield child.ident
                    waiting.append(child.ident)

    def _batches(self, order: Sequence[Node]) -> Iterator[list[Node]]:
        """Neighbouring creates of one kind under one parent go together, where it can say them at once."""
        group: list[Node] = []
        for node in order:
            if group and self._together(group[-1], node):
                group.append(node)
                continue
            if group:
                yield group
            group = [node]
        if group:
            yield group

    def _together(self, one: Node, other: Node) -> bool:
        if one.verb is not Verb.CREATE or other.verb is not Verb.CREATE:
            return False
        a, b = self._actions.creates[one.ident], self._actions.creates[other.ident]
        return type(a) is type(b) and a.parent == b.parent and self._scope.kinds.of(a).batch is not None

    def _statements(self, group: Sequence[Node]) -> Sequence[Statement]:
        verb, ident = group[0]
        scope, actions = self._scope, self._actions
        match verb:
            case Verb.CREATE:
                values = [actions.creates[n.ident] for n in group]
                kind = scope.kinds.of(values[0])
                return kind.batch(values, scope) if kind.batch else kind.create(values[0], scope)
            case Verb.ALTER:
                alter = actions.alters.get(ident)
                done = list(alter.statements) if alter else []
                if ident in actions.carried:
                    carry = scope.kinds.of(scope.new.objects[ident]).carry
                    assert carry is not None  # the closure carries only those that can be
                    done = [*carry(scope.new.objects[ident], scope), *done]
                return done
            case Verb.SHELL:
                shell = scope.kinds.of(actions.creates[ident]).shell
                assert shell is not None  # the graph splits only those that can be
                return shell(actions.creates[ident], scope)
            case Verb.ASIDE:
                return self._aside(ident)
            case Verb.DROP:
                return self._drop(ident)

    def _aside(self, ident: Ident) -> Sequence[Statement]:
        aside = self._scope.aside[ident]
        guard = self._still(ident)
        if self._actions.causes[ident] != {ident}:
            # What makes way for another may have moved before a crash while that one has not.
            guard = f"{aside.there} AND ({guard})"
        return [s.when(guard) for s in aside.move]

    def _drop(self, ident: Ident) -> Sequence[Statement]:
        if ident in self._scope.aside:
            return [self._scope.aside[ident].drop]
        value = self._actions.drops[ident]
        statements = self._scope.kinds.of(value).drop(value, self._scope)
        if self._actions.causes.get(ident) or self._waiting.get(ident):
            return [s.when(self._still(ident)) for s in statements]
        return statements

    def _still(self, ident: Ident) -> str:
        """None of what the object makes way for has happened yet."""
        causes = sorted(self._actions.causes.get(ident) or {ident})
        conditions = []
        for cause in causes:
            if cause not in self._predicates:
                self._predicates[cause] = predicate(cause, self._scope, self._settled)
            conditions.append(self._predicates[cause])
        unique = sorted(set(conditions), key=conditions.index)
        return unique[0] if len(unique) == 1 else " OR ".join(f"({c})" for c in unique)


def segments(steps: Sequence[Step], new: Catalog, *, split_areas: bool) -> Iterator[Segment]:
    """Cut the steps into files.

    A statement outside of transactions stands alone; what a commit must precede comes in a later file; on
    request each area has its own file, and what had to wait for a later area stands in that one.
    """
    areas = {area: n for n, area in enumerate(sorted(set(new.areas.values())))}
    current: list[Step] = []
    area = ""
    uncommitted: set[Ident] = set()

    def cut(*, transactional: bool = True) -> Segment:
        nonlocal current
        done = Segment(tuple(current), transactional, area)
        current = []
        uncommitted.clear()
        return done

    for step in steps:
        later_area = areas.get(step.area, -1) > areas.get(area, -1)
        if current and ((split_areas and later_area) or step.ident in uncommitted):
            yield cut()
        if later_area:
            area = step.area
        if all(s.transactional for s in step.statements):
            current.append(step)
            if any(s.commits for s in step.statements):
                uncommitted |= _closure(step.ident, new)
            continue
        if current:
            yield cut()
        for statement in step.statements:
            current = [replace(step, statements=(statement,))]
            yield cut(transactional=statement.transactional)
    if current:
        yield cut()


def _closure(ident: Ident, catalog: Catalog) -> set[Ident]:
    """Everything that stands on an object, however far; not the object itself."""
    found: set[Ident] = set()
    waiting = [ident]
    while waiting:
        for user in catalog.used_by.get(waiting.pop(), ()):
            if user not in found:
                found.add(user)
                waiting.append(user)
    return found


def tally(plan: Plan) -> Counter[str]:
    """How many objects are added, changed, destroyed, and rebuilt without a change of their own."""
    actions = plan.actions
    count: Counter[str] = Counter(add=0, change=0, destroy=0, rebuild=0)
    rebuilt = actions.creates.keys() & actions.drops.keys()
    count["add"] = len(actions.creates.keys() - rebuilt)
    count["destroy"] = len(actions.drops.keys() - rebuilt)
    count["change"] = len({*actions.alters, *(actions.changed & rebuilt)})
    count["rebuild"] = len((rebuilt | actions.carried) - actions.changed)
    return count
