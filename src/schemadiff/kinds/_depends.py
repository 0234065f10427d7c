"""DEPENDS ON EXTENSION of routines, indexes, triggers, materialized views: pg_depend of deptype x."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schemadiff.model.kind import Statement
from schemadiff.sqltext import ident

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def changes(statement: str, old: Iterable[str], new: Iterable[str]) -> Iterator[Statement]:
    """Take an object off extensions and tie it to others; `statement` is ALTER with the object."""
    before, after = set(old), set(new)
    for name in sorted(before - after):
        yield Statement(f"{statement} NO DEPENDS ON EXTENSION {ident(name)}")
    for name in sorted(after - before):
        yield Statement(f"{statement} DEPENDS ON EXTENSION {ident(name)}")
