"""The contract of a kind of object: data, with functions in slots. Every stage works through it alone."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TYPE_CHECKING, Any, Final, LiteralString

from schemadiff.sqltext import literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from schemadiff.model.catalog import Catalog, CatalogObject
    from schemadiff.model.ident import Ident


@dataclass(frozen=True, slots=True, order=True)
class Hazard:
    """What a statement may cost. `name` is one of plan.hazards.HAZARDS, `text` says it of this object."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One SQL statement, without its semicolon.

    Args:
        sql: the text. It can run again as it stands unless it has a guard.
        guard: an SQL condition; the statement runs only where it holds.
        transactional: False for what PostgreSQL refuses inside a transaction.
        commits: True where what it makes can be used only after a commit (ALTER TYPE … ADD VALUE).
        hazards: what running it may cost.
    """

    sql: str
    guard: str | None = None
    transactional: bool = True
    commits: bool = False
    hazards: tuple[Hazard, ...] = ()

    def when(self, guard: str) -> Statement:
        """The statement under one more condition."""
        both = guard if self.guard is None else f"({guard}) AND ({self.guard})"
        return replace(self, guard=both)


@dataclass(frozen=True, slots=True)
class Fact:
    """An SQL scalar that says what an object is now, NULL where it is absent, and its value for one state."""

    sql: str
    value: str

    @property
    def holds(self) -> str:
        """The condition that the object is still so."""
        return f"{self.sql} = {literal(self.value)}"


class Retype(Enum):
    """How far an alteration of a column reaches into what hangs on it."""

    NO = 0
    WIDTH = 1  # the same type with another modifier or collation
    KIN = 2  # a type that compares with the old one: keys across them hold, expressions may resolve otherwise
    TYPE = 3  # any other type


class Pin(Enum):
    """The least retype of a column that PostgreSQL refuses, or cannot rebuild, under an object."""

    ANY = Retype.WIDTH
    TYPE = Retype.KIN
    FOREIGN = Retype.TYPE
    NEVER = None

    def holds(self, how: Retype) -> bool:
        """True where that retype makes the object move."""
        return self.value is not None and how.value >= self.value.value


@dataclass(frozen=True, slots=True)
class Alter:
    """An alteration in place.

    Args:
        statements: repeatable as they stand, or guarded.
        retypes: starts the closure over what hangs on a column.
        moves: what else must be off the object meanwhile.
    """

    statements: tuple[Statement, ...]
    retypes: Retype = Retype.NO
    moves: tuple[Ident, ...] = ()


@dataclass(frozen=True, slots=True)
class Replace:
    """PostgreSQL cannot alter this in place: drop and create."""


REPLACE: Final = Replace()


@dataclass(frozen=True, slots=True)
class Claim:
    """A slot of a name space: two objects cannot hold it at once."""

    space: str
    names: tuple[str, ...]


# A clause inside a CREATE, as the cells of a row; a reader finds equal cells below each other.
type Clause = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scope:
    """What a statement may look at: the state it comes from, the one it builds, what stands inside it.

    Args:
        old: the catalog before.
        new: the catalog after.
        kinds: the registry.
        major: the major version of the server that runs the statement.
        inlined: the children that are written inside their parent's statement.
        aside: types that are out of the way, by identity.
        shells: what has its placeholder already when it is created.
    """

    old: Catalog
    new: Catalog
    kinds: Kinds
    major: int
    inlined: Mapping[Ident, Sequence[CatalogObject]] = field(default_factory=dict)
    aside: Mapping[Ident, Aside] = field(default_factory=dict)
    shells: frozenset[Ident] = frozenset()

    def children(self, ident: Ident) -> Sequence[CatalogObject]:
        """The children written inside an object, in their order."""
        return self.inlined.get(ident, ())

    def clauses(self, ident: Ident) -> list[Clause]:
        """The clauses of the children written inside an object, in their order."""
        written: list[Clause] = []
        for child in self.children(ident):
            inline = self.kinds.of(child).inline
            assert inline is not None  # only what has a clause is ever inlined
            written.append(inline(child, self))
        return written


def _own_ident(value: CatalogObject) -> Iterable[Claim]:
    i = value.ident
    return (Claim(i.object_type, (*i.names, *i.args)),)


def _replace(_old: Any, _new: Any, _scope: Scope) -> Alter | Replace:
    return REPLACE


def _never(_value: Any) -> Pin:
    return Pin.NEVER


def _no(_value: Any) -> bool:
    return False


def _nothing(_value: Any) -> None:
    return None


def _none(_value: Any, _catalog: Catalog) -> Iterable[Ident]:
    return ()


@dataclass(frozen=True, slots=True)
class Aside:
    """A type moved out of the way.

    Args:
        name: its other name, quoted and qualified.
        there: the condition that it still has its own.
        move: how it goes there.
        drop: how it ends.
    """

    name: str
    there: str
    move: tuple[Statement, ...]
    drop: Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind[T]:
    """All that is known of one kind of object. An absent slot has a safe meaning: replace, nothing more.

    Args:
        object_type: PostgreSQL's word (pg_identify_object_as_address), or ours for what it has none.
        noun: the word for people, e.g. "enum" where PostgreSQL says "type".
        cls: the frozen dataclass; its fields are the query's columns.
        query: the catalog query for a server's major version; besides the fields it returns the object's
            own `classid, objid, objsubid`. Of an attached kind these are its target's, and the reader adds
            the fields `target` and `parent`. None: the kind has no query of its own (reference rows).
        create: statements that make the object; repeatable as they stand, or guarded by its absence.
        drop: statements that take it away, content where it is gone already.
        alter: in place, with repeatable or guarded statements, or REPLACE.
        fact: what the object is now, such that the values of `old` and `new` differ wherever `alter` says
            REPLACE or retypes; with None for `new` it is enough to exist. Needed where either can happen.
        claims: the name slots that it holds.
        pinned: which retype of a column under it makes it move aside.
        holds_data: it is never dropped to make way; it is carried instead.
        carry: statements that take a data holder along when a type under it is replaced.
        inline: its clause inside the CREATE of its parent, for those `inlined` says yes to.
        shell: a placeholder that others of a cycle can refer to, made before the object itself.
        shell_is_natural: the shell is the object but for a finishing touch, and is preferred to taking a
            child out of its parent's statement.
        aside: move a type that is replaced under data holders to another name.
        gone_with: beside the parent, what takes this along when it is dropped (a sequence's owner).
        soft_uses: what a string body names; orders, and gives way in a cycle.
        batch: one statement for neighbours under one parent, where that reads better.
        attached: it has no address of its own: comment, owner, privileges.
        declared_only: absence in the wanted schema means no opinion, not a drop.
    """

    object_type: str
    noun: str
    cls: type[T]
    query: Callable[[int], LiteralString] | None
    create: Callable[[T, Scope], Sequence[Statement]]
    drop: Callable[[T, Scope], Sequence[Statement]]
    alter: Callable[[T, T, Scope], Alter | Replace] = _replace
    fact: Callable[[T, T | None], Fact] | None = None
    claims: Callable[[T], Iterable[Claim]] = _own_ident  # type: ignore[assignment]  # every T is a CatalogObject
    pinned: Callable[[T], Pin] = _never
    holds_data: Callable[[T], bool] = _no
    carry: Callable[[T, Scope], Sequence[Statement]] | None = None
    inlined: Callable[[T], bool] = _no
    inline: Callable[[T, Scope], Clause] | None = None
    shell: Callable[[T, Scope], Sequence[Statement]] | None = None
    shell_is_natural: bool = False
    aside: Callable[[T, Scope], Aside] | None = None
    gone_with: Callable[[T], Ident | None] = _nothing
    soft_uses: Callable[[T, Catalog], Iterable[Ident]] = _none
    batch: Callable[[Sequence[T], Scope], Sequence[Statement]] | None = None
    attached: bool = False
    declared_only: bool = False


class Kinds:
    """The registry: kinds in creation preference, found by the class of a value."""

    def __init__(self, kinds: Iterable[Kind[Any]]) -> None:
        self.all = tuple(kinds)
        self._by_class = {k.cls: k for k in self.all}
        self._rank = {k.cls: n for n, k in enumerate(self.all)}
        if len(self._by_class) != len(self.all):
            raise ValueError("two kinds share one class")

    def of(self, value: CatalogObject) -> Kind[Any]:
        """The kind of a value."""
        return self._by_class[type(value)]

    def rank(self, value: CatalogObject) -> int:
        """The place of its kind in creation preference."""
        return self._rank[type(value)]
