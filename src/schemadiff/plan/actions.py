"""What must be done for a set of differences: the closure over everything that stands in the way."""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from schemadiff.diff import Change, Create, Delta, Drop
from schemadiff.errors import PlanError
from schemadiff.model.kind import Alter, Claim, Replace, Retype, Scope
from schemadiff.sqltext import literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from schemadiff.model.catalog import CatalogObject
    from schemadiff.model.ident import Ident


@dataclass
class Actions:
    """The nodes of the plan before they are ordered. An object that is dropped and created was rebuilt.

    Args:
        creates: what is made, by identity, as it is in the new state.
        drops: what goes, as it is in the old state.
        alters: what changes in place.
        causes: for what is dropped to make way, whose change makes it move.
        carried: data holders that follow a type that is replaced under them.
        gone_with: drops that need no statement, since another drop takes them along.
        changed: what the diff itself found to be replaced or altered, not merely moved.
    """

    creates: dict[Ident, CatalogObject] = field(default_factory=dict)
    drops: dict[Ident, CatalogObject] = field(default_factory=dict)
    alters: dict[Ident, Alter] = field(default_factory=dict)
    causes: dict[Ident, set[Ident]] = field(default_factory=lambda: defaultdict(set))
    carried: set[Ident] = field(default_factory=set)
    gone_with: dict[Ident, Ident] = field(default_factory=dict)
    changed: set[Ident] = field(default_factory=set)


def expand(deltas: Iterable[Delta], scope: Scope) -> Actions:
    """Turn differences into actions and add what has to move, to a fixpoint.

    Raises:
        PlanError: an object that holds data stands in the way and cannot be taken along.
    """
    actions = Actions()
    closure = _Closure(actions, scope)
    for delta in deltas:
        match delta:
            case Create(new):
                actions.creates[new.ident] = new
            case Drop(old):
                closure.leave(old.ident)
            case Change(old, new):
                closure.change(old, new)
    closure.run()
    return actions


class _Closure:
    """The worklist: what leaves drags its children and dependents, a retype what is pinned under it."""

    def __init__(self, actions: Actions, scope: Scope) -> None:
        self.actions = actions
        self.old = scope.old
        self.new = scope.new
        self.kinds = scope.kinds
        self.scope = scope
        self._leaving: deque[Ident] = deque()
        self._retyped: dict[Ident, Retype] = {}
        self._waiting: deque[Ident] = deque()
        self._claimed: set[Claim] = set()

    def change(self, old: CatalogObject, new: CatalogObject) -> None:
        ident = new.ident
        self.actions.changed.add(ident)
        kind = self.kinds.of(new)
        how = kind.alter(old, new, self.scope) if type(old) is type(new) else Replace()
        if isinstance(how, Replace):
            self.move(ident, {ident})
            return
        if ident in self.actions.drops:
            return  # another change moves it already, and it comes back as it should be
        self.actions.alters[ident] = how
        for other in how.moves:
            self._follow(other, {ident})
        if how.retypes is not Retype.NO:
            self.retype(ident, how.retypes)

    def retype(self, ident: Ident, how: Retype) -> None:
        if self._retyped.get(ident, Retype.NO).value < how.value:
            self._retyped[ident] = how
            self._waiting.append(ident)

    def leave(self, ident: Ident) -> None:
        """The object goes for good."""
        self.actions.drops[ident] = self.old.objects[ident]
        self._leaving.append(ident)

    def move(self, ident: Ident, why: set[Ident]) -> None:
        """The object is dropped and created again; from its new state, when it has one."""
        actions = self.actions
        known = ident in actions.drops
        if known and why <= actions.causes[ident]:
            return
        if known and ident not in self.new.objects:
            return
        actions.causes[ident] |= why
        actions.drops[ident] = self.old.objects[ident]
        if ident in self.new.objects:
            actions.creates[ident] = self.new.objects[ident]
        actions.alters.pop(ident, None)
        self._leaving.append(ident)

    def run(self) -> None:
        self._claimed = {c for v in self.actions.creates.values() for c in self.kinds.of(v).claims(v)}
        while self._leaving or self._waiting:
            if self._leaving:
                self._drag(self._leaving.popleft())
            else:
                self._pin(self._waiting.popleft())

    def _drag(self, ident: Ident) -> None:
        why = set(self.actions.causes.get(ident) or {self._outermost(ident)})
        for child in self.old.children.get(ident, ()):
            self.actions.gone_with[child] = ident
            self._follow(child, why)
        for user in sorted(self.old.used_by.get(ident, ())):
            value = self.old.objects[user]
            kind = self.kinds.of(value)
            if value.parent == ident:
                continue
            if kind.gone_with(value) == ident and user not in self.new.objects:
                self.actions.gone_with.setdefault(user, ident)
            if kind.holds_data(value):
                self._carry(user, ident)
            elif not self._frees_itself(user, ident):
                self._follow(user, why)

    def _frees_itself(self, user: Ident, gone: Ident) -> bool:
        """True where what the user itself becomes is off what goes, and nothing new waits for the name."""
        itself = user in self.actions.alters or user in self.actions.causes.get(user, ())
        if not itself or gone in self.new.objects or gone in self.new.uses.get(user, ()):
            return False
        value = self.old.objects[gone]
        return not any(claim in self._claimed for claim in self.kinds.of(value).claims(value))

    def _outermost(self, ident: Ident) -> Ident:
        """What goes for good with all under it: only of that a server can tell that it is gone."""
        parent = self.old.objects[ident].parent
        while parent is not None and parent in self.actions.drops and parent not in self.new.objects:
            ident = parent
            parent = self.old.objects[ident].parent
        return ident

    def _follow(self, ident: Ident, why: set[Ident]) -> None:
        if ident in self.new.objects or ident not in self.actions.drops:
            self.move(ident, why)

    def _carry(self, user: Ident, under: Ident) -> None:
        """A data holder above something that is replaced: its own alteration frees it, or it is carried."""
        after = self.new.objects.get(user)
        if after is None or user in self.actions.drops or under not in self.new.uses.get(user, ()):
            return
        if self._retyped.get(user) is not None:
            return
        if self.kinds.of(after).carry is None:
            raise PlanError(
                f"{user} stands on {under}, which must be replaced, and cannot be taken along",
                hint=f"Move {user} off {under} in a release of its own first.",
            )
        self.actions.carried.add(user)
        self.retype(user, Retype.TYPE)

    def _pin(self, ident: Ident) -> None:
        how = self._retyped[ident]
        why = self._roots(ident) if ident in self.actions.carried else {ident}
        for user in sorted(self.old.used_by.get(ident, ())):
            value = self.old.objects[user]
            if self.kinds.of(value).pinned(value).holds(how):
                self._follow(user, why)

    def _roots(self, carried: Ident) -> set[Ident]:
        """The causes of what a carried object stands on."""
        found: set[Ident] = set()
        for need in self.old.uses.get(carried, ()):
            if need in self.actions.drops:
                found |= self.actions.causes[need]
        return found


def predicate(cause: Ident, scope: Scope, settled: Mapping[Ident, CatalogObject]) -> str:
    """The SQL condition "the cause has not happened yet".

    Args:
        settled: objects of the old state as they print after one reload, where that differs.

    Raises:
        PlanError: the two states of the cause cannot be told apart on a server.
    """
    old = scope.old.objects[cause]
    new = scope.new.objects.get(cause)
    kind = scope.kinds.of(old)
    assert kind.fact is not None  # the contract test holds this for every kind that replaces or retypes
    if new is None or type(new) is not type(old):
        return f"{kind.fact(old, None).sql} IS NOT NULL"
    fact = kind.fact(old, new)
    if fact.value == kind.fact(new, old).value:
        raise PlanError(
            f"{cause} must be replaced, but what differs cannot be seen in the catalog",
            hint="Change it in two releases, dropping it in the first.",
        )
    if cause in settled and (printed := kind.fact(settled[cause], new).value) != fact.value:
        return f"{fact.sql} IN ({literal(fact.value)}, {literal(printed)})"
    return fact.holds


def taken(actions: Actions, scope: Scope) -> dict[Ident, list[Ident]]:
    """For what frees a name slot, what waits for it: a create, or an alteration that claims more."""
    claimed: dict[Claim, list[Ident]] = defaultdict(list)
    for ident, value in actions.creates.items():
        for claim in scope.kinds.of(value).claims(value):
            claimed[claim].append(ident)
    for ident in actions.alters:
        old, new = scope.old.objects[ident], scope.new.objects[ident]
        for claim in {*scope.kinds.of(new).claims(new)} - {*scope.kinds.of(old).claims(old)}:
            claimed[claim].append(ident)
    freed = {i: {*scope.kinds.of(v).claims(v)} for i, v in actions.drops.items()}
    for ident in actions.alters:
        old, new = scope.old.objects[ident], scope.new.objects[ident]
        freed[ident] = {*scope.kinds.of(old).claims(old)} - {*scope.kinds.of(new).claims(new)}
    waiting: dict[Ident, list[Ident]] = {}
    for ident, claims in freed.items():
        if found := {other for claim in claims for other in claimed.get(claim, ()) if other != ident}:
            waiting[ident] = sorted(found)
    return waiting
