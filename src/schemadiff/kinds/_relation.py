"""What every kind of relation shares: storage parameters, name slots, addressing in a guard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schemadiff.model.kind import Claim, Fact, Statement
from schemadiff.sqltext import dotted, ident, literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from schemadiff.model.kind import Clause


def regclass(schema: str, name: str) -> str:
    """The oid of a relation in SQL, NULL where it does not exist."""
    return f"to_regclass({literal(dotted(schema, name))})"


def attribute(schema: str, table: str, column: str) -> str:
    """The condition that a row of pg_attribute is the column."""
    return f"attrelid = {regclass(schema, table)} AND attname = {literal(column)} AND NOT attisdropped"


def kind_fact(schema: str, name: str, relkinds: str) -> Fact:
    """The relkind of a relation; NULL where the name is free or another kind has it."""
    condition = f"oid = {regclass(schema, name)} AND relkind IN ({', '.join(map(literal, relkinds))})"
    return Fact(f"(SELECT relkind FROM pg_class WHERE {condition})", relkinds[0])


def claims(schema: str, name: str, *, row_type: bool) -> Iterable[Claim]:
    """A relation's name, and the type's name where it has a row type."""
    yield Claim("relation", (schema, name))
    if row_type:
        yield Claim("type", (schema, name))


def marks(table: str, index: str, *, clustered: bool, replica_identity: bool) -> Iterable[Statement]:
    """The marks that an index carries for its table; PostgreSQL loses them with the index."""
    if clustered:
        yield Statement(f"ALTER TABLE {table} CLUSTER ON {ident(index)}")
    if replica_identity:
        yield Statement(f"ALTER TABLE {table} REPLICA IDENTITY USING INDEX {ident(index)}")


def unclustered(schema: str, table: str, index: str) -> Statement:
    """Take the mark off, unless another index has it by now."""
    marked = f"indexrelid = {regclass(schema, index)} AND indisclustered"
    return Statement(
        f"ALTER TABLE {dotted(schema, table)} SET WITHOUT CLUSTER",
        guard=f"EXISTS (SELECT FROM pg_index WHERE {marked})",
    )


def options(values: Iterable[str]) -> str:
    """Storage parameters, `name=value` each, as WITH (…) and SET (…) take them."""
    return ", ".join(
        f"{_option_name(n)} = {_option_value(v)}" for n, _, v in (o.partition("=") for o in values)
    )


def options_change(old: Sequence[str], new: Sequence[str]) -> str:
    """RESET and SET in one ALTER, so that the order in which PostgreSQL keeps them is the wanted one."""
    actions = []
    names = sorted({o.partition("=")[0] for o in old})
    if names:
        actions.append(f"RESET ({', '.join(map(_option_name, names))})")
    if new:
        actions.append(f"SET ({options(new)})")
    return ", ".join(actions)


def _option_name(name: str) -> str:
    return ".".join(map(ident, name.split(".", 1)))


def _option_value(value: str) -> str:
    plain = value.replace(".", "", 1).replace("-", "", 1).isdigit() or value in (
        "true",
        "false",
        "on",
        "off",
        "auto",
    )
    return value if plain else literal(value)


def aligned(clauses: Sequence[Clause]) -> list[str]:
    """Clauses of a CREATE TABLE as lines; those of more cells than one have them below each other."""
    rows = [c for c in clauses if len(c) > 1]
    widths = [max(len(c[n]) for c in rows) for n in (0, 1)] if rows else []
    return [
        c[0] if len(c) == 1 else f"{c[0]:<{widths[0]}} {c[1]:<{widths[1]}} {c[2]}".rstrip(" ")
        for c in clauses
    ]
