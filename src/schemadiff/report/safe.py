"""Text that a terminal shows and never obeys, and that holds no password."""

from __future__ import annotations

import re
from typing import Final

_SECRET: Final = re.compile(r"((?:password|passwd|secret)\s*=\s*)('(?:[^']|'')*'|[^\s,;]+)", re.IGNORECASE)
_URL_SECRET: Final = re.compile(r"(://[^\s:/@]*:)\S+@")  # to the last @, which a password may hold


def clean(text: str) -> str:
    """One line that a terminal shows and never obeys: what does not print is spelled out."""
    return text if text.isprintable() else "".join(c if c.isprintable() else _spelled(c) for c in text)


def clean_lines(text: str) -> str:
    """As `clean`, line by line; a tab is four spaces."""
    return "\n".join(clean(line.replace("\t", "    ")) for line in text.split("\n"))


def _spelled(character: str) -> str:
    if character.isspace() and character not in "\n\r\t\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029":
        return " "
    return character.encode("unicode_escape").decode()


def without_secrets(text: str) -> str:
    """Passwords in URLs and in name=value pairs become stars."""
    return _SECRET.sub(r"\1***", _URL_SECRET.sub(r"\1***@", text))
