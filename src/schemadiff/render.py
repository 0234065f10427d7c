"""Statements to the text of a migration file: guards, one DO block per run of one guard, comments."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from schemadiff.plan.graph import Verb
from schemadiff.sqltext import dollar, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from schemadiff.model.kind import Statement
    from schemadiff.plan.steps import Segment, Step

def block(run: Sequence[Statement]) -> str:
    """A DO block that runs statements of one guard where it holds."""
    body = "\n".join(f"    {s.sql.replace(chr(10), chr(10) + '    ') if _indentable(s.sql) else s.sql};" for s in run)
    guard = str(run[0].guard)
    lines = guard.replace("\n", "\n     ") if _indentable(guard) else guard
    return "DO " + dollar(f"\nBEGIN\n  IF {lines} THEN\n{body}\n  END IF;\nEND\n", "do")


def _indentable(sql: str) -> bool:
    """False where a line break may stand inside a string, a body or a quoted name."""
    return not any(mark in line for line in sql.splitlines()[:-1] for mark in ("'", "$", '"')) or "\n" not in sql


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
