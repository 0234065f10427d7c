r"""What psql reads beside SQL: backslash commands and the data lines of COPY ... FROM stdin (psql docs).

The text is kept as long as it was, so that every offset stays true: what is not SQL becomes blanks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from schemadiff.errors import SourceError
from schemadiff.sources.statement import SourceText, caret
from schemadiff.sqltext import literal

if TYPE_CHECKING:
    from collections.abc import Iterator

_SUSPECT = re.compile(r"\\|\bstdin\b", re.IGNORECASE)
_TOKEN = re.compile(
    r"""
      (?P<comment>--[^\n]*)
    | (?P<block>/\*)
    | (?P<string>\b[eE]'(?:[^'\\]|\\.|'')*' | '(?:[^']|'')*' | "(?:[^"]|"")*")
    | (?P<dollar>\$(?:[^\W\d]\w*)?\$)
    | (?P<meta>\\[^\n]*)
    | (?P<end>;)
    | (?P<word>[^\W\d][\w$]*)
    """,
    re.VERBOSE | re.DOTALL,
)
_BLOCK = re.compile(r"/\*|\*/")
_HARMLESS = frozenset({"\\connect", "\\c", "\\restrict", "\\unrestrict", "\\."})
_ESCAPES = {b"b": b"\b", b"f": b"\f", b"n": b"\n", b"r": b"\r", b"t": b"\t", b"v": b"\v"}
_ESCAPED = re.compile(rb"\\(x[0-9A-Fa-f]{1,2}|[0-7]{1,3}|.)", re.DOTALL)
ROWS_PER_INSERT = 500


@dataclass(frozen=True, slots=True)
class CopyData:
    """The data lines of one COPY ... FROM stdin; `line` is the first one's, counted from 1."""

    lines: tuple[str, ...]
    line: int


def read_script(source: SourceText) -> tuple[str, list[CopyData]]:
    """Blank what psql would not send to the server; return the SQL and the data of each COPY, in order.

    Raises:
        SourceError: a backslash command that changes what the file means.
    """
    text = source.text
    if not _SUSPECT.search(text):
        return text, []
    pieces: list[str] = []
    copies: list[CopyData] = []
    kept = 0
    for start, end, data in _not_sql(source):
        pieces += [text[kept:start], _blank(text[start:end])]
        kept = end
        if data is not None:
            copies.append(data)
    pieces.append(text[kept:])
    return "".join(pieces), copies


def _not_sql(source: SourceText) -> Iterator[tuple[int, int, CopyData | None]]:
    text = source.text
    words: list[str] = []
    position = 0
    while match := _TOKEN.search(text, position):
        position = match.end()
        match match.lastgroup:
            case "block":
                position = _block_end(text, match.start())
            case "dollar":
                closing = text.find(match.group(), position)
                position = closing + len(match.group()) if closing >= 0 else len(text)
            case "word":
                words.append(match.group().lower())
            case "meta":
                _check_meta(source, match)
                yield match.start(), match.end(), None
            case "end":
                if words[:1] == ["copy"] and _from_stdin(words):
                    start, end, data = _copy_data(source, position)
                    yield start, end, data
                    position = end
                words.clear()


def _from_stdin(words: list[str]) -> bool:
    return ("from", "stdin") in set(pairwise(words))


def _check_meta(source: SourceText, match: re.Match[str]) -> None:
    command = match.group().split(maxsplit=1)[0]
    if command.lower() not in _HARMLESS:
        raise SourceError(
            f"{command} is a command of psql, not SQL{caret(source, match.start())}",
            origin=source.origin(match.start()),
            hint="Remove it: files are read in one go and in any order, without psql.",
        )


def _block_end(text: str, start: int) -> int:
    depth = 0
    for match in _BLOCK.finditer(text, start):
        depth += 1 if match.group() == "/*" else -1
        if depth == 0:
            return match.end()
    return len(text)


def _copy_data(source: SourceText, after: int) -> tuple[int, int, CopyData]:
    text = source.text
    start = text.find("\n", after) + 1 or len(text)
    lines: list[str] = []
    position = start
    while position < len(text):
        newline = text.find("\n", position)
        line = text[position : newline if newline >= 0 else len(text)].removesuffix("\r")
        position = newline + 1 if newline >= 0 else len(text)
        if line == "\\.":
            break
        lines.append(line)
    return start, position, CopyData(tuple(lines), source.origin(start).line)


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def inserts(target: str, data: CopyData, source: SourceText) -> Iterator[tuple[str, int]]:
    """INSERT statements for a COPY's lines, each row on one line, with the file's line of the first."""
    for at in range(0, len(data.lines), ROWS_PER_INSERT):
        lines = data.lines[at : at + ROWS_PER_INSERT]
        rows = ",\n".join(_row(line, data.line + at + i, source) for i, line in enumerate(lines))
        yield f"INSERT INTO {target} OVERRIDING SYSTEM VALUE VALUES\n{rows}", data.line + at


def _row(line: str, number: int, source: SourceText) -> str:
    return f"({', '.join(_value(field, number, source) for field in line.split(chr(9)))})"


def _value(field: str, number: int, source: SourceText) -> str:
    if field == "\\N":
        return "NULL"
    raw = _ESCAPED.sub(_unescape, field.encode())
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        raise SourceError(
            f"{source.path}:{number}: this row of COPY is not UTF-8 after its escapes"
        ) from error
    # One row stays on one line of SQL, so that an error's position leads to its row.
    if "\n" in text:
        quoted = text.replace("\\", "\\\\").replace("'", "''").replace("\n", "\\n")
        return f"E'{quoted}'"
    return literal(text)


def _unescape(match: re.Match[bytes]) -> bytes:
    code = match.group(1)
    if code[:1] == b"x" and len(code) > 1:
        return bytes([int(code[1:], 16)])
    if code[:1] in b"01234567":
        return bytes([int(code, 8) & 0xFF])
    return _ESCAPES.get(code, code)
