"""Cutting a script into statements with PostgreSQL's own parser (libpg_query)."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from schemadiff.errors import Origin, SourceError
from schemadiff.sources.statement import SourceText, caret

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from schemadiff.sources.names import Node


def decode(content: str | bytes, path: str) -> str:
    """The text of a file, which must be UTF-8; a byte order mark is dropped.

    Raises:
        SourceError: it is not UTF-8, or holds a NUL.
    """
    try:
        text = content if isinstance(content, str) else content.decode("utf-8")
    except UnicodeDecodeError as error:
        assert isinstance(content, bytes)
        line = content.count(b"\n", 0, error.start) + 1
        column = error.start - (content.rfind(b"\n", 0, error.start) + 1) + 1
        raise SourceError(
            f"the file is not UTF-8: byte 0x{content[error.start]:02x} at position {error.start}",
            origin=Origin(path, line, column),
            hint="Convert it, for example: iconv -f ISO-8859-1 -t UTF-8",
        ) from error
    if (nul := text.find("\0")) >= 0:
        raise SourceError("the file holds a NUL character", origin=SourceText(path, text).origin(nul))
    return text.removeprefix("\ufeff")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A statement as the parser cut it; `offset` turns its tree's locations into characters."""

    tag: str
    node: Node
    sql: str
    start: int
    offset: Callable[[int], int]


def parse(text: str, source: SourceText) -> Iterator[Parsed]:
    """Cut a script into statements.

    Raises:
        SourceError: a syntax error, at its place in the file.
    """
    from pglast.parser import ParseError, parse_sql_json

    try:
        tree = json.loads(parse_sql_json(text))
    except ParseError as error:
        raise _syntax_error(text, source, error) from error
    except RecursionError as error:
        raise SourceError(
            f"{source.path}: an expression in this file is nested too deeply to be read"
        ) from error
    data = text.encode()
    plain = len(data) == len(text)
    byte_before, char_before = 0, 0
    for entry in tree.get("stmts", ()):
        first = entry.get("stmt_location", 0)
        last = first + entry["stmt_len"] if "stmt_len" in entry else len(data)
        start = char_before + (first - byte_before if plain else len(data[byte_before:first].decode()))
        byte_before, char_before = first, start
        raw = data[first:last]
        ((tag, node),) = entry["stmt"].items()
        yield Parsed(tag, node, raw.decode().rstrip(), start, _offsets(raw, first))


def _offsets(raw: bytes, first: int) -> Callable[[int], int]:
    if raw.isascii():
        return lambda location: location - first
    return lambda location: len(raw[: location - first].decode())


def _syntax_error(text: str, source: SourceText, error: Exception) -> SourceError:
    from pglast.parser import ParseError, parse_sql_json

    message = str(error.args[0])
    offset = error.args[1] if len(error.args) > 1 and isinstance(error.args[1], int) else 0
    if not text.isascii():
        # Offsets of errors are right for ASCII only; for the lexer any other character is a letter.
        try:
            parse_sql_json(re.sub(r"[^\x00-\x7f]", "z", text))
        except ParseError as again:
            offset = again.args[1]
    if message.endswith("end of input"):
        offset = max(len(text.rstrip()) - 1, 0)
    hint = None
    if text[offset : offset + 1] == ":":
        hint = "Variables of psql (:name) are not read: write the value."
    return SourceError(
        message + caret(source, offset), origin=source.origin(offset), sqlstate="42601", hint=hint
    )


def tokens(sql: str) -> list[Any]:
    """The lexer's tokens of a statement that parses; their offsets are characters, `end` is inclusive."""
    from pglast.parser import scan

    return list(scan(sql))
