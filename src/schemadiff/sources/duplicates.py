"""Two definitions of one object in a source, which is an error, and what only looks like it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from schemadiff.errors import SourceError
from schemadiff.sources.statement import PARTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from schemadiff.sources.statement import Defined, Name, SqlStatement

_UNIQUE_SPACES = frozenset(
    {
        "relation",
        "type",
        "routine",
        "trigger",
        "policy",
        "rule",
        "schema",
        "extension",
        "event trigger",
        "collation",
        "publication",
        "subscription",
        "statistics object",
        "text search configuration",
        "text search dictionary",
        "server",
        "foreign-data wrapper",
        "language",
    }
)


def refuse_duplicates(statements: Sequence[SqlStatement]) -> None:
    """Raise SourceError, naming both places, where an object is defined twice."""
    made: dict[tuple[Name, tuple[str, ...] | None], tuple[Defined, SqlStatement]] = {}
    for statement in statements:
        if statement.tag in {"DropStmt", "RenameStmt", "AlterObjectSchemaStmt"}:
            gone = {
                n._replace(schema=s) for n in statement.changes for s in (n.schema, *statement.search_path)
            }
            made = {key: value for key, value in made.items() if key[0] not in gone}
        for defined in statement.defines:
            if defined.kind in PARTS or defined.key.space not in _UNIQUE_SPACES:
                continue
            key = (defined.key, defined.args)
            if key in made and not _may_repeat(made[key][1], statement):
                raise _duplicate(made[key], defined, statement)
            made[key] = (defined, statement)


def _may_repeat(first: SqlStatement, second: SqlStatement) -> bool:
    """A schema or extension made the same way, and a stand-in that is completed once more is there.

    pg_dump writes such views, and parsed bodies that call each other need such routines.
    """
    if first.tag in {"CreateSchemaStmt", "CreateExtensionStmt"}:
        return _words(first.sql) == _words(second.sql) and "IF NOT EXISTS" in _words(first.sql)
    if first.tag == second.tag == "CreateFunctionStmt":
        return second.body is None and first.origin.path == second.origin.path
    return first.tag == second.tag == "ViewStmt" and _is_stand_in(first.sql)


def _words(sql: str) -> str:
    return " ".join(sql.split()).upper()


def _is_stand_in(sql: str) -> bool:
    return bool(re.search(r"\bAS\s+SELECT\s+NULL::", sql, re.IGNORECASE)) and not re.search(
        r"\bFROM\b", sql, re.IGNORECASE
    )


def _duplicate(first: tuple[Defined, SqlStatement], defined: Defined, statement: SqlStatement) -> SourceError:
    earlier, where = first
    other = where.locate(earlier.offset + 1)
    return SourceError(
        f"{defined} is defined twice: first at {other}",
        origin=statement.locate(defined.offset + 1),
        hint="Keep one of the two definitions.",
    )
