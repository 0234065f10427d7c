"""What comments, owners and privileges share: looking at the object that they are attached to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schemadiff.model.ident import Ident, attached
from schemadiff.sqltext import dotted, literal

if TYPE_CHECKING:
    from schemadiff.model.kind import Scope


def relation_of(target: Ident) -> Ident:
    """The relation that a column belongs to; any other target itself."""
    if target.object_type.endswith(" column"):
        return Ident(target.object_type.removesuffix(" column"), target.names[:-1], target.args)
    return target


def owner_ident(target: Ident) -> Ident:
    """The identity of the owner of a target."""
    return attached("owner", relation_of(target))


def column_exists(target: Ident, scope: Scope) -> str | None:
    """A guard for a column that goes without its relation and is no object of its own, as those of views."""
    if not target.object_type.endswith(" column") or target in scope.old.objects:
        return None
    relation, name = dotted(*target.names[:-1]), literal(target.names[-1])
    return (
        f"EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass({literal(relation)}) "
        f"AND attname = {name} AND NOT attisdropped)"
    )
