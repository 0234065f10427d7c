"""NOT NULL of a column: a flag up to PostgreSQL 17, a constraint with a name and a state from 18 on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schemadiff.kinds import _relation as relation
from schemadiff.model.kind import Hazard, Statement
from schemadiff.sqltext import ident, literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schemadiff.kinds.column import Column


def clause(c: Column) -> str:
    """What CREATE TABLE and ADD COLUMN say."""
    name = f"CONSTRAINT {ident(c.not_null_name)} " if c.not_null_name else ""
    return f"{name}NOT NULL{'' if c.not_null_inherited else ' NO INHERIT'}"


def drop(new: Column) -> Statement:
    """DROP NOT NULL, repeatable, unless one that is not valid yet takes its place."""
    sql = f"{new.statement} DROP NOT NULL"
    if not new.not_null:
        return Statement(sql)
    at = f"(SELECT attnum FROM pg_attribute WHERE attrelid = conrelid AND attname = {literal(new.name)})"
    table = relation.regclass(new.schema, new.table)
    valid = f"conrelid = {table} AND contype = 'n' AND convalidated AND conkey[1] = {at}"
    return Statement(sql, guard=f"EXISTS (SELECT FROM pg_constraint WHERE {valid})")


def change(old: Column, new: Column) -> Iterator[Statement]:
    """NOT NULL, and in 18 the constraint that keeps it: its name, NO INHERIT, NOT VALID."""
    if not new.not_null:
        return
    automatic = f"{new.table}_{new.name}_not_null"
    name = new.not_null_name or automatic
    hazards = (
        Hazard("scans_table", f"every row of {new.relation} is checked for {ident(new.name)} being NULL"),
        Hazard("may_fail", f"a NULL in {new.relation}.{ident(new.name)} stops the migration"),
    )
    plain = (new.not_null_name, new.not_null_inherited, new.not_null_valid) == (None, True, True)
    if not old.not_null:
        if plain:
            yield Statement(f"{new.statement} SET NOT NULL", hazards=hazards)
            return
        tail = ("" if new.not_null_inherited else " NO INHERIT") + (
            "" if new.not_null_valid else " NOT VALID"
        )
        where = f"conrelid = {relation.regclass(new.schema, new.table)} AND conname = {literal(name)}"
        yield Statement(
            f"ALTER TABLE {new.relation} ADD CONSTRAINT {ident(name)} NOT NULL {ident(new.name)}{tail}",
            guard=f"NOT EXISTS (SELECT FROM pg_constraint WHERE {where})",
            hazards=hazards if new.not_null_valid else (),
        )
        return
    before = old.not_null_name or automatic
    if before != name:
        where = f"conrelid = {relation.regclass(new.schema, new.table)} AND conname = {literal(before)}"
        yield Statement(
            f"ALTER TABLE {new.relation} RENAME CONSTRAINT {ident(before)} TO {ident(name)}",
            guard=f"EXISTS (SELECT FROM pg_constraint WHERE {where})",
        )
    if old.not_null_inherited != new.not_null_inherited:
        word = "INHERIT" if new.not_null_inherited else "NO INHERIT"
        yield Statement(f"ALTER TABLE {new.relation} ALTER CONSTRAINT {ident(name)} {word}")
    if new.not_null_valid and not old.not_null_valid:
        yield Statement(f"ALTER TABLE {new.relation} VALIDATE CONSTRAINT {ident(name)}", hazards=hazards)
