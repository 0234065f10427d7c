"""Plan to report: the objects as a person looks for them, each with what happens to it and why."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any, Final

from schemadiff import render
from schemadiff.model.kind import Retype, Scope
from schemadiff.plan.hazards import ALL, HAZARDS
from schemadiff.plan.nodes import Verb
from schemadiff.plan.steps import tally
from schemadiff.report.values import Action, Danger, Difference, File, Node, Planned, Report
from schemadiff.report.words import derived, described, differences, name_of, nameless, plural, said

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from schemadiff.errors import Diagnostic, Origin
    from schemadiff.model.catalog import CatalogObject
    from schemadiff.model.ident import Ident
    from schemadiff.model.kind import Kind
    from schemadiff.plan.steps import Plan

# What these say of existing rows does not matter to a relation that the same plan makes.
_OF_ROWS: Final = frozenset({"rewrites_table", "scans_table", "builds_index", "may_fail"})
_FEW_CAUSES: Final = 2
_GOES_WITH: Final = {
    Action.CREATE: (Action.CREATE,),
    Action.DROP: (Action.DROP,),
    Action.REPLACE: (Action.REBUILD,),
    Action.REBUILD: (Action.REBUILD,),
}
_EVENTS: Final = {
    Action.CREATE: "is created",
    Action.DROP: "is dropped",
    Action.REPLACE: "is recreated",
    Action.REBUILD: "is rebuilt",
    Action.CARRY: "follows its type",
    Action.NONE: "changes",
}
_LAST: Final = 1 << 60


def make_report(
    plan: Plan,
    *,
    old_label: str | None = None,
    new_label: str | None = None,
    files: Sequence[tuple[str, str]] = (),
    notes: Iterable[Diagnostic] = (),
    allowed: frozenset[str] = frozenset(),
    place: str | None = None,
) -> Report:
    """What there is to say of a plan.

    Args:
        plan: the way between the two states.
        old_label: the state left, in words; the catalog's own label unless given.
        new_label: the state wanted, likewise.
        files: name and text of the migration file of each segment, where they are known.
        notes: what a person should know beside the answer.
        allowed: the hazards that a person allows, or `all`.
        place: the file or folder that a difference is reported at when no wanted file holds it.
    """
    tree = _Tree(plan, allowed)
    return Report(
        old_label=plan.old.label if old_label is None else old_label,
        new_label=plan.new.label if new_label is None else new_label,
        old_fingerprint=plan.old.fingerprint,
        new_fingerprint=plan.new.fingerprint,
        postgresql=f"{plan.old.version // 10000}.{plan.old.version % 10000}",
        objects=len(plan.new.objects),
        tally=dict(tally(plan)),
        changes=tuple(tree.roots()),
        files=tuple(_files(plan, files)),
        dangers=tree.dangers,
        notes=tuple(notes),
        place=place,
    )


def _files(plan: Plan, files: Sequence[tuple[str, str]]) -> Iterable[File]:
    for number, segment in enumerate(plan.segments):
        name, text = files[number] if files else (None, render.body(segment))
        yield File(name, segment.transactional, tuple(render.statements(segment)), text)


class _Tree:
    """Everything that is touched, under its parents."""

    def __init__(self, plan: Plan, allowed: frozenset[str]) -> None:
        self._plan = plan
        self._old, self._new, self._kinds = plan.old, plan.new, plan.kinds
        self._actions = actions = plan.actions
        self._touched = {*actions.creates, *actions.drops, *actions.alters, *actions.carried}
        self._place = {i: n for n, i in enumerate(plan.new.objects)}
        self._children: dict[Ident | None, set[Ident]] = defaultdict(set)
        for ident in self._touched:
            self._hang(ident)
        self._statements: dict[Ident, list[Planned]] = defaultdict(list)
        self._dangers: dict[Ident, list[Danger]] = defaultdict(list)
        self._first: dict[Ident, int] = {}
        self._read_steps(allowed)
        self.dangers = tuple(d for found in self._dangers.values() for d in found)

    def _hang(self, ident: Ident) -> None:
        parent = self._parent(ident)
        if ident in self._children[parent]:
            return
        self._children[parent].add(ident)
        if parent is not None:
            self._hang(parent)

    def _read_steps(self, allowed: frozenset[str]) -> None:
        number = 0
        for at, step in enumerate(self._plan.steps):
            root = self._root(step.ident)
            # What makes way stands right before its cause; a reader expects it where it is made again.
            main = at if step.verb in (Verb.CREATE, Verb.ALTER) else at + _LAST
            self._first[root] = min(main, self._first.get(root, main))
            fresh = root in self._actions.creates and root not in self._actions.drops
            for statement in step.statements:
                number += 1
                sql = statement.sql if statement.guard is None else render.block([statement])
                self._statements[step.ident].append(Planned(number, sql))
                for hazard in statement.hazards:
                    if not (fresh and hazard.name in _OF_ROWS):
                        self._danger(hazard.name, hazard.text, step.ident, allowed)

    def _danger(self, name: str, text: str, ident: Ident, allowed: frozenset[str]) -> None:
        asks = HAZARDS[name].refused
        danger = Danger(name, text, ident, asks, not asks or name in allowed or ALL in allowed)
        if danger not in self._dangers[ident]:
            self._dangers[ident].append(danger)

    # -- looking up ------------------------------------------------------------------------------------

    def _value(self, ident: Ident) -> CatalogObject:
        value = self._new.objects.get(ident)
        return value if value is not None else self._old.objects[ident]

    def _kind(self, ident: Ident) -> Kind[Any]:
        return self._kinds.of(self._value(ident))

    def _parent(self, ident: Ident) -> Ident | None:
        parent = self._value(ident).parent
        return parent if parent in self._new.objects or parent in self._old.objects else None

    def _root(self, ident: Ident) -> Ident:
        while (parent := self._parent(ident)) is not None:
            ident = parent
        return ident

    def _action(self, ident: Ident) -> Action:
        actions = self._actions
        if ident in actions.creates and ident in actions.drops:
            same = ident not in actions.changed or self._only_follows(ident)
            return Action.REBUILD if same else Action.REPLACE
        if ident in actions.creates:
            return Action.CREATE
        if ident in actions.drops:
            return Action.DROP
        if ident in actions.alters:
            return Action.ALTER
        return Action.CARRY if ident in actions.carried else Action.NONE

    def _only_follows(self, ident: Ident) -> bool:
        """It differs in nothing of its own, and something under it changes."""
        others = self._actions.causes.get(ident, set()) - {ident}
        return bool(others) and derived(self._old.objects[ident], self._new.objects[ident])

    def _title(self, ident: Ident) -> str:
        """The object where others are the subject: `users.email`, `type mood`."""
        kind = self._kind(ident)
        names = [name_of(ident, self._parent(ident), kind)]
        current = ident
        while (parent := self._parent(current)) is not None:
            names.insert(0, name_of(parent, self._parent(parent), self._kind(parent)))
            current = parent
        return ".".join(names) if len(names) > 1 else f"{kind.noun} {names[0]}"

    # -- nodes -----------------------------------------------------------------------------------------

    def roots(self) -> Iterable[Node]:
        found = self._children[None]
        for ident in sorted(found, key=lambda i: (self._first.get(i, 2 * _LAST), self._order(i))):
            yield self._node(ident, None, Action.NONE)

    def _order(self, ident: Ident) -> tuple[int, int, Ident]:
        return self._kinds.rank(self._value(ident)), self._place.get(ident, _LAST), ident

    def _node(self, ident: Ident, above: Origin | None, parent_action: Action) -> Node:
        action = self._action(ident)
        kind = self._kind(ident)
        origin = self._new.origins.get(ident, above)
        inside = sorted(self._children.get(ident, ()), key=self._order)
        folded = [c for c in inside if nameless(c, ident, self._kind(c))]
        named = [c for c in inside if c not in folded] if folded else inside
        children = tuple(self._node(c, origin, action) for c in named)
        differs = self._differences(ident) if action in (Action.ALTER, Action.REPLACE) else []
        moved = []
        for child in folded:
            own = self._action(child)
            if own in _GOES_WITH.get(action, ()):
                continue
            if own is Action.REBUILD:
                if action is not Action.CARRY and self._actions.causes[child] - {child, ident}:
                    moved.append(f"{self._kind(child).noun} {self._why(child, own)}")
            else:
                differs.extend(self._differences(child, folded=True))
        if action is Action.NONE and (differs or moved):
            action = Action.ALTER if differs else Action.REBUILD
        return Node(
            action=action,
            ident=ident,
            noun=kind.noun,
            name=name_of(ident, self._parent(ident), kind),
            along=action in _GOES_WITH.get(parent_action, ()),
            details=tuple(filter(None, self._details(ident, action, differs, _counted(children)))),
            how=tuple(filter(None, (self._how(ident, action, _counted(children)), *moved))),
            differences=tuple(differs),
            causes=tuple(self._causes(ident)),
            origin=origin,
            dangers=tuple(d for i in (ident, *folded) for d in self._dangers.get(i, ())),
            statements=tuple(s for i in (ident, *folded) for s in self._statements.get(i, ())),
            children=children,
        )

    def _differences(self, ident: Ident, *, folded: bool = False) -> list[Difference]:
        old, new = self._old.objects.get(ident), self._new.objects.get(ident)
        if old is not None and new is not None and type(old) is not type(new):
            before, after = self._kinds.of(old).noun, self._kinds.of(new).noun
            return [Difference("kind", before, after, f"{before} -> {after}")]
        return differences(old, new, self._kind(ident), folded=folded)

    def _details(
        self, ident: Ident, action: Action, differs: Sequence[Difference], along: str
    ) -> Iterable[str]:
        match action:
            case Action.CREATE:
                yield described(self._new.objects[ident], self._kind(ident), self._scope(ident))
                yield along
            case Action.DROP:
                yield f"with {along}" if along else ""
            case _:
                yield from said(differs)

    def _how(self, ident: Ident, action: Action, along: str) -> str:
        along = f" with {along}" if along else ""
        if action is Action.REPLACE:
            return f"recreated{along}"
        if action in (Action.REBUILD, Action.CARRY) and ident in self._touched:
            return f"{self._why(ident, action)}{along and f';{along}'}"
        return ""

    def _scope(self, ident: Ident) -> Scope:
        creates = self._actions.creates
        inside = [
            creates[c]
            for c in sorted(self._children.get(ident, ()), key=self._order)
            if c in creates and self._kind(c).inlined(creates[c])
        ]
        return Scope(self._old, self._new, self._kinds, self._plan.major, inlined={ident: inside})

    # -- why -------------------------------------------------------------------------------------------

    def _why(self, ident: Ident, action: Action) -> str:
        causes = list(self._causes(ident))
        if len(causes) > _FEW_CAUSES + 1:
            causes = [*causes[:_FEW_CAUSES], f"{len(causes) - _FEW_CAUSES} more"]
        said_ = " and ".join(filter(None, [", ".join(causes[:-1]), causes[-1]])) if causes else ""
        word = "follows" if action is Action.CARRY else "rebuilt"
        return f"{word}: {said_}" if said_ else word

    def _causes(self, ident: Ident) -> Iterable[str]:
        if ident in self._actions.carried and ident not in self._actions.drops:
            found = {n for n in self._old.uses.get(ident, ()) if n in self._actions.drops}
        else:
            found = self._actions.causes.get(ident, set()) - {ident}
        for cause in sorted(found):
            yield f"{self._title(cause)} {self._event(cause)}"

    def _event(self, cause: Ident) -> str:
        match self._action(cause):
            case Action.ALTER:
                retyped = self._actions.alters[cause].retypes is not Retype.NO
                return "changes its type" if retyped else "changes"
            case action:
                return _EVENTS[action]


def _counted(children: Sequence[Node]) -> str:
    """`7 columns, 2 indexes`: what goes along, in the order of kinds."""
    counts = Counter(n.noun for c in children if c.along for n in c.walk() if n.along)
    return ", ".join(plural(count, noun) for noun, count in counts.items())
