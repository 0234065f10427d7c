"""Identity columns: pg_attribute.attidentity and the sequence that belongs to the column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schemadiff.kinds import _relation as relation
from schemadiff.kinds import _sequence as numbers
from schemadiff.kinds.sequence import SequenceObject, renumber
from schemadiff.model.kind import Statement
from schemadiff.sqltext import dotted, ident, literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schemadiff.kinds.column import Column


def options(c: Column) -> str:
    """The options of its sequence, where they are not what PostgreSQL takes by itself."""
    said = list(numbers.clauses(c, c.data_type))
    if c.sequence and c.sequence != f"{c.table}_{c.name}_seq":
        said.insert(0, f"SEQUENCE NAME {dotted(c.schema, c.sequence)}")
    return f" ({' '.join(said)})" if said else ""


def change(old: Column, new: Column) -> Iterator[Statement]:
    """Make a column an identity, or change one; taking it away is the column's."""
    if not new.identity:
        return
    if not old.identity:
        yield from _add(new)
        return
    if old.identity != new.identity:
        yield Statement(f"{new.statement} SET GENERATED {new.identity}")
    if old.sequence != new.sequence:
        a, b = dotted(old.schema, str(old.sequence)), ident(str(new.sequence))
        free = f"{relation.regclass(new.schema, str(new.sequence))} IS NULL"
        guard = f"to_regclass({literal(a)}) IS NOT NULL AND {free}"
        yield Statement(f"ALTER SEQUENCE {a} RENAME TO {b}", guard=guard)
    # ALTER TYPE moves the bounds of an identity's sequence along, so they are stated after it.
    yield from renumber(_as_sequence(old, new.data_type), _as_sequence(new, new.data_type))


def _as_sequence(c: Column, data_type: str) -> SequenceObject:
    said = {name: getattr(c, name) for name in numbers.FIELDS}
    return SequenceObject(schema=c.schema, name=str(c.sequence), data_type=data_type, **said)


def _add(c: Column) -> Iterator[Statement]:
    """ADD … AS IDENTITY, then past the values that exist: a fresh sequence would hand them out again."""
    where = relation.attribute(c.schema, c.table, c.name)
    guard = f"(SELECT attidentity = '' FROM pg_attribute WHERE {where})"
    outermost = "max" if (c.increment or 1) > 0 else "min"
    name = ident(c.name)
    yield Statement(f"{c.statement} ADD GENERATED {c.identity} AS IDENTITY{options(c)}", guard=guard)
    yield Statement(
        f"PERFORM setval(pg_get_serial_sequence({literal(c.relation)}, {literal(c.name)}), "
        f"{outermost}({name})) FROM {c.relation} HAVING {outermost}({name}) IS NOT NULL",
        guard=guard,
    )
