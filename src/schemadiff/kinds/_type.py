"""What enums, composite types and domains share: name slots, addressing, being replaced under columns."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import md5
from itertools import chain, count
from typing import TYPE_CHECKING, Any, Final, Protocol

from schemadiff.kinds import _types as types
from schemadiff.model.ident import Ident
from schemadiff.model.kind import Aside, Claim, Fact, Scope, Statement
from schemadiff.sqltext import dotted, ident, literal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from schemadiff.model.catalog import Catalog, CatalogObject

_NAME_BYTES: Final = 63
_STORING: Final = frozenset({"table column", "foreign table column", "materialized view"})


class Named(Protocol):
    """Any type: a name in a schema."""

    @property
    def schema(self) -> str: ...
    @property
    def name(self) -> str: ...


def type_ident(schema: str, name: str) -> Ident:
    """A type's identity: one pre-quoted, qualified name."""
    return Ident("type", (dotted(schema, name),))


def regtype(t: Named) -> str:
    """The oid of a type in SQL, NULL where it does not exist."""
    return f"to_regtype({literal(dotted(t.schema, t.name))})"


def absent(t: Named) -> str:
    """The condition that no type has the name; CREATE TYPE and CREATE DOMAIN have no IF NOT EXISTS."""
    if t.name.startswith("_"):
        # An array type may have it, which PostgreSQL pushes aside for any other.
        return f"NOT EXISTS (SELECT FROM pg_type WHERE oid = {regtype(t)} AND typcategory <> 'A')"
    return f"{regtype(t)} IS NULL"


def exists(t: Named, typtype: str) -> Fact:
    """The typtype of a type, NULL where the name is free or a type of another kind has it."""
    return Fact(f"(SELECT typtype FROM pg_type WHERE oid = {regtype(t)} AND typtype = '{typtype}')", typtype)


def claims(t: Named, *, relation: bool = False) -> Iterable[Claim]:
    """The name among types, and among relations for a composite type."""
    yield Claim("type", (t.schema, t.name))
    if relation:
        yield Claim("relation", (t.schema, t.name))


def aside(t: Named, scope: Scope, word: str) -> Aside:
    """Rename a type to a free name beside its own; `word` is TYPE or DOMAIN."""
    other = free_name(t.schema, t.name, scope)
    qualified = dotted(t.schema, other)
    return Aside(
        name=qualified,
        there=f"{regtype(t)} IS NOT NULL",
        move=(Statement(f"ALTER {word} {dotted(t.schema, t.name)} RENAME TO {ident(other)}"),),
        drop=Statement(f"DROP {word} IF EXISTS {qualified}"),
    )


def free_name(schema: str, name: str, scope: Scope) -> str:
    """`name__old` or the first like it that no type or relation of either state has."""
    used = {
        claim.names[1]
        for value in chain(scope.old.objects.values(), scope.new.objects.values())
        for claim in scope.kinds.of(value).claims(value)
        if claim.space in ("type", "relation") and claim.names[0] == schema
    }
    candidates = (_fitting(name, f"__old{n if n > 1 else ''}") for n in count(1))
    return next(c for c in candidates if c not in used)


def _fitting(name: str, suffix: str) -> str:
    """The name and suffix in at most 63 bytes; a digest keeps apart what is cut alike."""
    if len((name + suffix).encode()) <= _NAME_BYTES:
        return name + suffix
    end = f"_{md5(name.encode(), usedforsecurity=False).hexdigest()[:8]}{suffix}"
    return name.encode()[: _NAME_BYTES - len(end)].decode(errors="ignore") + end


def element(data_type: str) -> Ident:
    """The identity that a type of this name, or the elements of an array of it, would have."""
    return Ident("type", (data_type.removesuffix("[]"),))


def stored(i: Ident, catalog: Catalog) -> bool:
    """True where rows may hold values of a type, be it inside an array, a domain or a composite."""
    users = catalog.used_by.get(i, ())
    return any(u.object_type in _STORING or (u.object_type == "type" and stored(u, catalog)) for u in users)


def embedded(i: Ident, catalog: Catalog) -> bool:
    """True where rows hold values of a domain inside an array or a composite.

    There PostgreSQL checks no rows, so it refuses NOT NULL and constraints that must hold for them.
    """
    return any(_embeds(u, catalog.objects[u], i, catalog) for u in catalog.used_by.get(i, ()))


def _embeds(user: Ident, value: CatalogObject, i: Ident, catalog: Catalog) -> bool:
    if user.object_type == "table column":
        return bool(getattr(value, "data_type", "") == f"{i.names[0]}[]")
    if user.object_type != "type":
        return False
    over = getattr(value, "data_type", None)  # a domain's
    if over == i.names[0]:
        return embedded(user, catalog)
    return stored(user, catalog)


@dataclass(frozen=True, slots=True)
class Conversion:
    """How values of a column follow a type that is replaced.

    Args:
        using: the expression of USING.
        before: statements that must run right before, in the same block.
        after: and right after.
    """

    using: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


def conversion(column: str, data_type: str, scope: Scope) -> Conversion:
    """Values of the replaced type to the new one of its name.

    Domains convert as what they stand on does. Else it is text, and the attributes' names where a composite
    type has others than before: its text knows only their order.
    """
    under = element(data_type)
    name = ident(column)
    if _renumbered(under, scope):
        return _by_name(name, data_type)
    old, new = _foundation(under, scope.old), _foundation(under, scope.new)
    array = data_type[len(under.names[0]) :]
    nested = array and (old.endswith("[]") or new.endswith("[]"))
    if element(old) not in scope.aside and not nested:
        way = types.conversion(old + array, new + array)
        if way is not None:
            # Without a cast to the domain, so that what is too long for it fails instead of being cut.
            return Conversion(f"{name}{way}")
    return Conversion(f"{name}::text::{data_type}")


def _foundation(i: Ident, catalog: Catalog) -> str:
    """The name of the type that a domain stands on at last; of any other type its own."""
    name = i.names[0]
    value = catalog.objects.get(i)
    while (base := getattr(value, "data_type", None)) is not None:
        name = base
        value = catalog.objects.get(Ident("type", (base,)))
    return name


def _by_name(name: str, data_type: str) -> Conversion:
    if not data_type.endswith("[]"):
        return Conversion(f"jsonb_populate_record(NULL::{data_type}, to_jsonb({name}))")
    # Only a field of a record can be an array here; USING takes no subquery.
    return Conversion(
        f"(jsonb_populate_record(NULL::pg_temp.carried, jsonb_build_object('it', to_jsonb({name})))).it",
        before=(f"CREATE TYPE pg_temp.carried AS (it {data_type})",),
        after=("DROP TYPE pg_temp.carried",),
    )


def _renumbered(i: Ident, scope: Scope) -> bool:
    """True for a composite type with other attributes or in another order, and for what is made of one."""
    old, new = scope.old.objects.get(i), scope.new.objects.get(i)
    if old is None or new is None or i not in scope.aside:
        return False
    before, after = getattr(old, "attributes", None), getattr(new, "attributes", None)
    if before is not None and after is not None and before != after:
        return True
    return any(_renumbered(element(inner), scope) for inner in _made_of(new))


def _made_of(value: Any) -> tuple[str, ...]:
    """The names of the types that a domain or composite type is made of."""
    if hasattr(value, "attributes"):
        return tuple(value.data_types)
    return (value.data_type,) if hasattr(value, "data_type") else ()
