"""Foreign keys cut out of CREATE TABLE, for tables that point at each other."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from schemadiff.sources.parser import tokens
from schemadiff.sources.statement import FOREIGN_KEY, Name
from schemadiff.sqltext import dotted, ident

if TYPE_CHECKING:
    from collections.abc import Sequence

    from schemadiff.sources.statement import ForeignKey, SqlStatement

_AFTER_NOT = frozenset({"DEFERRABLE", "VALID", "ENFORCED"})
_CLAUSE_WORDS = _AFTER_NOT | {
    *("MATCH", "FULL", "PARTIAL", "SIMPLE", "ON", "DELETE", "UPDATE", "NO", "ACTION", "RESTRICT", "CASCADE"),
    *("SET", "NULL", "DEFAULT", "INITIALLY", "DEFERRED", "IMMEDIATE"),
}


def cut_foreign_keys(
    statement: SqlStatement, keys: Sequence[ForeignKey]
) -> tuple[SqlStatement, list[SqlStatement]]:
    """Take foreign keys out of a CREATE TABLE; PostgreSQL gives the same names to those added after it."""
    sql = statement.sql
    table = next(d for d in statement.defines if d.kind in {"table", "foreign table"})
    name = dotted(*([table.schema] if table.schema else []), table.name)
    made = Name("relation", table.schema, table.name)
    added: list[SqlStatement] = []
    kept = statement.defines
    for key in sorted(keys, key=lambda k: k.offset, reverse=True):
        end = _clause_end(sql, key.offset)
        prefix, clause = f"ALTER TABLE {name} ADD ", sql[key.offset : end]
        if key.column is not None:
            prefix, clause = _as_table_constraint(prefix, clause, key.column)
        moved = tuple(d for d in kept if d.kind == "table constraint" and d.offset == key.offset)
        kept = tuple(d for d in kept if d not in moved)
        added.append(
            replace(
                statement,
                sql=prefix + clause,
                tag="AlterTableStmt",
                origin=statement.locate(key.offset + 1),
                start=statement.start + end - len(clause),
                prefix=len(prefix),
                defines=tuple(replace(d, offset=0) for d in moved),
                needs=frozenset({made, key.target}),
                changes=frozenset({made, Name(FOREIGN_KEY, None, table.name)}),
                foreign_keys=(),
            )
        )
        sql = _blank_clause(sql, key.offset, end, inline=key.column is not None)
    left = tuple(k for k in statement.foreign_keys if k not in keys)
    return replace(statement, sql=sql, foreign_keys=left, defines=kept), added[::-1]


def _as_table_constraint(prefix: str, clause: str, column: str) -> tuple[str, str]:
    """Put the name and FOREIGN KEY (column) in front of REFERENCES."""
    at = next(t.start for t in tokens(clause) if t.name == "REFERENCES")
    return f"{prefix}{clause[:at]}FOREIGN KEY ({ident(column)}) ", clause[at:]


def _blank_clause(sql: str, start: int, end: int, *, inline: bool) -> str:
    """Blank a clause, and for one of its own the comma that parts it from its neighbours."""
    blanked = sql[:start] + re.sub(r"[^\n]", " ", sql[start:end]) + sql[end:]
    if inline:
        return blanked
    found = [t for t in tokens(blanked) if "COMMENT" not in t.name]
    after = next((t for t in found if t.start >= end), None)
    before = next((t for t in reversed(found) if t.start < start), None)
    for comma in (after, before):
        if comma is not None and blanked[comma.start] == ",":
            return blanked[: comma.start] + " " + blanked[comma.start + 1 :]
    return blanked


def _clause_end(sql: str, start: int) -> int:
    """Where a foreign key's clause ends (gram.y: ConstraintElem, ConstraintAttr)."""
    found = [t for t in tokens(sql) if t.start >= start and "COMMENT" not in t.name]
    at = next(i for i, t in enumerate(found) if t.name == "REFERENCES") + 2
    while at < len(found) and sql[found[at].start] == ".":
        at += 2
    words = [sql[t.start : t.end + 1].upper() for t in found] + [""]
    while at < len(found):
        if words[at] == "(":
            at = words.index(")", at)
        elif not (words[at] in _CLAUSE_WORDS or (words[at] == "NOT" and words[at + 1] in _AFTER_NOT)):
            break
        at += 1
    return int(found[at - 1].end) + 1
