"""The values that a SQL source is read into: files, statements, names, declared rows."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from schemadiff.errors import Origin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schemadiff.errors import Diagnostic


@dataclass(frozen=True, slots=True)
class SqlFile:
    """A file's content; `path` as people know it, `area` is that from the source's root on, without .sql."""

    path: str
    content: str | bytes = field(repr=False)
    area: str


class SourceText:
    """A file's text and the way from a character's offset in it to line and column."""

    __slots__ = ("_breaks", "path", "text")

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self._breaks = [newline.start() for newline in re.finditer("\n", text)]

    def origin(self, offset: int) -> Origin:
        """Line and column of the character at an offset counted from 0."""
        line = bisect_left(self._breaks, offset)
        start = self._breaks[line - 1] + 1 if line else 0
        return Origin(self.path, line + 1, offset - start + 1)

    def line_at(self, offset: int) -> str:
        """The line that holds the character at an offset, without its end."""
        start = self.text.rfind("\n", 0, offset) + 1
        end = self.text.find("\n", offset)
        return self.text[start : end if end >= 0 else len(self.text)].rstrip("\r")


_LINE_WIDTH = 100  # of a source line in a message

# Spaces that mark what a statement does, not what it names: GRANT ... ON ALL, ALTER TABLE adding only keys.
ALL_IN_SCHEMA = "all in schema"
FOREIGN_KEY = "foreign key"


class Name(NamedTuple):
    """An object as a statement speaks of it; `schema` is None where it is not written.

    `space` is what shares one set of names: relation, type, routine, schema, trigger (of a `table`) ...
    """

    space: str
    schema: str | None
    name: str
    table: str | None = None


_SPACES = {
    "table": "relation",
    "foreign table": "relation",
    "view": "relation",
    "materialized view": "relation",
    "index": "relation",
    "sequence": "relation",
    "domain": "type",
    "function": "routine",
    "procedure": "routine",
    "aggregate": "routine",
}


# Kinds of which a statement makes many, and that take part in no order of their own.
PARTS = frozenset({"table column"})


@dataclass(frozen=True, slots=True)
class Defined:
    """An object that a statement makes; `kind` is PostgreSQL's word for it.

    `schema` is the one it lands in (the search_path counts), None for what has none. `args` are a routine's
    argument types as written, without pg_catalog. `table` is set for what hangs on a relation.
    `offset` is where in the statement it stands, in characters from 0.
    """

    kind: str
    schema: str | None
    name: str
    args: tuple[str, ...] | None = None
    table: str | None = None
    offset: int = 0

    @property
    def key(self) -> Name:
        """The slot in a name space that the object takes; routines of one name share it."""
        return Name(_SPACES.get(self.kind, self.kind), self.schema, self.name, self.table)

    def __str__(self) -> str:
        args = "" if self.args is None else f"({', '.join(self.args)})"
        table = "" if self.table is None else f" on {self.table}"
        return f"{self.kind} {self.schema + '.' if self.schema else ''}{self.name}{args}{table}"


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """A foreign key inside CREATE TABLE: the table it points at and where its clause starts.

    `column` is None for a table constraint.
    """

    target: Name
    offset: int
    column: str | None


@dataclass(frozen=True, slots=True)
class Body:
    """A routine's string body and the offset in the statement of the literal that holds it."""

    text: str = field(repr=False)
    offset: int


@dataclass(frozen=True, slots=True)
class SqlStatement:
    """One statement of a source, as it is sent to the shadow.

    `settings` are the SET statements in force for it, by setting name. `needs` are the names that must be
    there before it, `changes` those whose object it alters. `prefix` characters of `sql` were put before the
    text at `start` of the file. `rows_from` is the first data line where `sql` was made from a COPY.
    `transactional` is false for what Flyway runs outside a transaction.
    """

    sql: str
    origin: Origin
    area: str
    tag: str
    settings: tuple[tuple[str, str], ...] = ()
    search_path: tuple[str, ...] = ("public",)
    defines: tuple[Defined, ...] = ()
    needs: frozenset[Name] = frozenset()
    changes: frozenset[Name] = frozenset()
    foreign_keys: tuple[ForeignKey, ...] = ()
    body: Body | None = None
    roles: frozenset[str] = frozenset()
    source: SourceText | None = field(default=None, repr=False, compare=False)
    start: int = 0
    prefix: int = 0
    rows_from: int | None = None
    transactional: bool = True

    @property
    def refers(self) -> frozenset[Name]:
        """Every name the statement refers to."""
        return self.needs | {fk.target for fk in self.foreign_keys}

    def locate(self, position: int) -> Origin:
        """The place of a character of `sql`, counted from 1 as PostgreSQL counts."""
        if self.source is None:
            return self.origin
        if self.rows_from is not None:
            line = self.rows_from + self.sql.count("\n", 0, position - 1) - 1
            return Origin(self.origin.path, max(line, self.origin.line), 1)
        inside = position - 1 - self.prefix
        return self.origin if inside < 0 else self.source.origin(self.start + inside)

    def excerpt(self, position: int) -> str:
        """The line at a position with a caret below it, or nothing where the text is not the file's."""
        inside = position - 1 - self.prefix
        if self.source is None or self.rows_from is not None or inside < 0:
            return ""
        return caret(self.source, self.start + inside)


def caret(source: SourceText, offset: int) -> str:
    """The line of an offset and a caret below the character."""
    line = source.line_at(offset)
    before = line[: source.origin(offset).column - 1]
    skipped = max(len(before) - _LINE_WIDTH // 2, 0) if len(line) > _LINE_WIDTH else 0
    shown = line[skipped : skipped + _LINE_WIDTH]
    pad = "".join(c if c == "\t" else " " for c in before[skipped:])
    return f"\n    {shown}\n    {pad}^"


@dataclass(frozen=True, slots=True)
class DeclaredRows:
    """Rows that an INSERT or a COPY declares.

    No `columns` means all of the table's. `conflict_columns` and `conflict_constraint` are the target of
    ON CONFLICT; `on_conflict` is "error", "nothing" or "update".
    """

    schema: str | None
    table: str
    columns: tuple[str, ...]
    conflict_columns: tuple[str, ...]
    conflict_constraint: str | None
    on_conflict: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class SqlSource:
    """A schema wanted, as its files say it, in written order."""

    statements: tuple[SqlStatement, ...]
    rows: tuple[DeclaredRows, ...]
    roles: frozenset[str]
    files: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...] = ()

    def definitions(self) -> Iterator[tuple[Defined, Origin]]:
        """Every object with the place that defines it."""
        for statement in self.statements:
            for defined in statement.defines:
                yield defined, statement.locate(defined.offset + statement.prefix + 1)
