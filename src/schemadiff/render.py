"""Statements to the text of a migration file: guards, one DO block per run of one guard, comments."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Final

from schemadiff.plan.nodes import Verb
from schemadiff.sqltext import dollar, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from schemadiff.model.kind import Statement
    from schemadiff.plan.steps import Segment, Step

_WIDTH: Final = 96
_QUOTED: Final = re.compile(r"""('(?:[^']|'')*'|"(?:[^"]|"")*")""")
_CLAUSE: Final = re.compile(r" (FROM|WHERE) ")


def block(run: Sequence[Statement]) -> str:
    """A DO block that runs statements of one guard where it holds."""
    body = "".join(f"    {_indented(s.sql)};\n" for s in run)
    return "DO " + dollar(f"\nBEGIN\n  IF {_wrapped(str(run[0].guard))} THEN\n{body}  END IF;\nEND\n", "do")


def _indented(sql: str) -> str:
    """Deeper by a block, unless a line break may stand inside a string, a body or a quoted name."""
    if any(mark in sql for mark in ("'", "$", '"')):
        return sql
    return sql.replace("\n", "\n    ")


def _wrapped(condition: str) -> str:
    """A long condition with its clauses below each other; what stands in quotes is left alone."""
    if len(condition) <= _WIDTH or "\n" in condition:
        return condition
    pieces: list[str] = []
    for number, piece in enumerate(_QUOTED.split(condition)):
        pieces.append(piece if number % 2 else _CLAUSE.sub(r"\n      \1 ", piece))
    return "".join(pieces)


def statements(segment: Segment) -> list[str]:
    """The statements of a file as they run, one text each; neighbours of one guard share a block."""
    return [text for _, text in _texts(segment)]


def _texts(segment: Segment) -> Iterator[tuple[Step, str]]:
    pairs = [(step, s) for step in segment.steps for s in step.statements]
    for guard, group in groupby(pairs, key=lambda pair: pair[1].guard):
        run = list(group)
        if guard is None:
            for step, s in run:
                yield step, s.sql
        else:
            yield run[0][0], block([s for _, s in run])


def body(segment: Segment) -> str:
    """The statements with a comment where a new object starts, and a blank line between unlike neighbours."""
    parts: list[str] = []
    heading, sort = "", ("", Verb.CREATE)
    for step, text in _texts(segment):
        title, now = _title(step), (step.ident.object_type, step.verb)
        if title != heading:
            parts.append(f"\n-- {title}\n" if parts else f"-- {title}\n")
        elif now != sort or "\n" in text or "\n" in parts[-1].rstrip("\n"):
            parts.append("\n")
        heading, sort = title, now
        parts.append(f"{text};\n")
    return "".join(parts)


def _title(step: Step) -> str:
    return one_line(str(step.root))
