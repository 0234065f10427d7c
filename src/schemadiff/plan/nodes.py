"""What a plan is made of: one thing to do to one object."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from schemadiff.model.ident import Ident


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
