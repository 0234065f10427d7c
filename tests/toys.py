"""Toy kinds for the engine: nothing of PostgreSQL, each with the slots that one behaviour needs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar

from schemadiff.diff import diff
from schemadiff.errors import Origin
from schemadiff.model.catalog import Catalog, CatalogObject
from schemadiff.model.ident import Ident
from schemadiff.model.kind import REPLACE, Alter, Aside, Claim, Fact, Kind, Kinds, Pin, Retype, Statement
from schemadiff.plan.steps import make_plan
from schemadiff.render import statements
from schemadiff.sqltext import literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from schemadiff.model.kind import Clause, Replace, Scope
    from schemadiff.plan.steps import Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Toy:
    """Any toy: a name, a value that can differ, perhaps a parent."""

    word: ClassVar[str]
    name: str
    value: str = ""
    under: str = ""  # the box it stands in
    place: int = field(default=0, compare=False)
    printed: str = field(default="", metadata={"printed": True})

    @property
    def ident(self) -> Ident:
        return Ident(self.word, (self.under, self.name) if self.under else (self.name,))

    @property
    def parent(self) -> Ident | None:
        return Ident("box", (self.under,)) if self.under else None

    def __str__(self) -> str:
        return str(self.ident)


class Box(Toy):
    """Holds data; nothing can take it along."""

    __slots__ = ()
    word = "box"


class Part(Toy):
    """Stands in a box, written inside it; holds data; can be retyped and carried."""

    __slots__ = ()
    word = "part"


class Rule(Toy):
    """Stands in a box, written inside it where it can; replaced when it changes."""

    __slots__ = ()
    word = "rule"


class Lid(Toy):
    """Shows other things; replaced when it changes; has a placeholder."""

    __slots__ = ()
    word = "lid"


class Mark(Toy):
    """A type: grows in place at the price of a commit, else is replaced under what stands on it."""

    __slots__ = ()
    word = "mark"


class Tune(Toy):
    """Its value is a string body that names others."""

    __slots__ = ()
    word = "tune"


class Bolt(Toy):
    """Has no slot that could break a cycle."""

    __slots__ = ()
    word = "bolt"


class Kiln(Toy):
    """Cannot be made inside a transaction."""

    __slots__ = ()
    word = "kiln"


class Ware(Toy):
    """Has no say about what is not declared; neighbours are made at once."""

    __slots__ = ()
    word = "ware"


def create(toy: Toy, scope: Scope) -> Sequence[Statement]:
    inside = ", ".join(" ".join(clause) for clause in scope.clauses(toy.ident))
    return [Statement(f"make {toy}({inside})" if inside else f"make {toy}")]


def drop(toy: Toy, _: Scope) -> Sequence[Statement]:
    return [Statement(f"drop {toy}")]


def change(_: Toy, new: Toy, _scope: Scope) -> Alter | Replace:
    return Alter((Statement(f"alter {new} to {new.value}"),))


def fact(old: Toy, _: Toy | None) -> Fact:
    return Fact(f"fact({literal(str(old))})", old.value)


def inline(toy: Toy, _: Scope) -> Clause:
    return (toy.name,)


def retype(old: Toy, new: Toy, scope: Scope) -> Alter | Replace:
    """A longer value is a wider modifier, any other change another type."""
    wider = new.value.startswith(old.value)
    return Alter(tuple(change(old, new, scope).statements), Retype.WIDTH if wider else Retype.TYPE)  # type: ignore[union-attr]


def carry(toy: Toy, scope: Scope) -> Sequence[Statement]:
    under = ", ".join(a.name for i, a in sorted(scope.aside.items()) if i in scope.old.uses[toy.ident])
    return [Statement(f"carry {toy} off {under}")]


def grow(old: Toy, new: Toy, _: Scope) -> Alter | Replace:
    if new.value.startswith(old.value):
        return Alter((Statement(f"grow {new} to {new.value}", commits=True),))
    return REPLACE


def aside(toy: Toy, _: Scope) -> Aside:
    other = f"{toy.name}_old"
    return Aside(other, f"there({toy})", (Statement(f"rename {toy} to {other}"),), Statement(f"drop {other}"))


def shell(toy: Toy, _: Scope) -> Sequence[Statement]:
    return [Statement(f"sketch {toy}")]


def named(toy: Toy, catalog: Catalog) -> Iterable[Ident]:
    return sorted(i for word in toy.value.split() for i in catalog.by_name.get(word, ()))


def slot(toy: Toy) -> Iterable[Claim]:
    yield Claim("name", (toy.name,))


def kind(cls: type[Toy], **slots: Any) -> Kind[Any]:
    made: dict[str, Any] = {"create": create, "drop": drop, "fact": fact, **slots}
    return Kind(object_type=cls.word, noun=cls.word, cls=cls, query=None, **made)


KINDS = Kinds(
    (
        kind(Mark, alter=grow, aside=aside),
        kind(Tune, alter=change, soft_uses=named),
        kind(Box, alter=change, holds_data=lambda _: True, claims=slot),
        kind(
            Part, alter=retype, holds_data=lambda _: True, carry=carry, inlined=lambda _: True, inline=inline
        ),
        kind(Rule, pinned=lambda _: Pin.TYPE, inlined=lambda t: t.value != "late", inline=inline),
        kind(Lid, pinned=lambda _: Pin.ANY, shell=shell, claims=slot),
        kind(Bolt),
        kind(Kiln, create=lambda t, _: [Statement(f"fire {t}", transactional=False), Statement(f"cool {t}")]),
        kind(
            Ware,
            declared_only=True,
            alter=change,
            batch=lambda group, _: [Statement(f"put {', '.join(t.name for t in group)}")],
        ),
    )
)


def state(
    *toys: Toy,
    uses: Mapping[str, str] | None = None,
    areas: Mapping[str, str] | None = None,
    lines: Mapping[str, int] | None = None,
) -> Catalog:
    """A catalog of toys.

    Args:
        uses: who needs what, as `{"lid v": "box a, part a.p"}`; parents go without saying.
        areas: the area of a toy.
        lines: the line of a toy in its area.
    """
    objects: dict[Ident, CatalogObject] = {t.ident: t for t in toys}
    by_words = {str(i): i for i in objects}
    needs = {i: {v.parent} if v.parent else set() for i, v in objects.items()}
    for user, wanted in (uses or {}).items():
        needs[by_words[user]] |= {by_words[w] for w in wanted.split(", ")}
    homes = {by_words[words]: area for words, area in (areas or {}).items()}
    return Catalog(
        version=180000,
        objects=objects,
        uses={i: frozenset(n) for i, n in needs.items()},
        areas=homes,
        origins={by_words[w]: Origin(homes.get(by_words[w], ""), line) for w, line in (lines or {}).items()},
    )


def plan(old: Catalog, new: Catalog, **options: Any) -> Plan:
    return make_plan(diff(old, new, KINDS), old, new, KINDS, **options)


def files(old: Catalog, new: Catalog, **options: Any) -> list[list[str]]:
    """The statements of each file as they run."""
    return [statements(segment) for segment in plan(old, new, **options).segments]


def done(old: Catalog, new: Catalog, **options: Any) -> list[str]:
    """The statements in order, each with its guard behind it."""
    found = plan(old, new, **options)
    return [f"{s.sql} if {s.guard}" if s.guard else s.sql for step in found.steps for s in step.statements]
