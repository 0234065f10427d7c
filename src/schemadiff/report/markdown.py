"""A report as Markdown, for the comment on a pull request. What people named stands in code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from schemadiff.plan.hazards import HAZARDS
from schemadiff.report.layout import as_text, difference_lines, in_sync, label, summary, tree_lines, verdict
from schemadiff.report.machine import plan_sql
from schemadiff.report.safe import clean_lines
from schemadiff.report.words import plural

if TYPE_CHECKING:
    from collections.abc import Sequence

    from schemadiff.report.layout import Line
    from schemadiff.report.values import Report

# GitHub refuses a comment of more than 65,536 characters, GitLab one of a million.
LIMIT: Final = 60_000


def plan_markdown(report: Report) -> str:
    """A plan: summary, tree, hazards, notes, and the SQL folded away."""
    head = f"### schemadiff plan: {_sides(report)}\n"
    if report.empty:
        return f"{head}\nNothing to do: both hold the same schema.\n{_notes(report)}"
    tree = _coloured(tree_lines(report))
    parts = [f"{head}\n**{summary(report)}**\n", _refused(report), tree, _notes(report)]
    text = "\n".join(filter(None, parts))
    return f"{text}\n{_sql(report, LIMIT - len(text))}"


def check_markdown(reports: Sequence[Report]) -> str:
    """A check of one or more pairs of states."""
    return "\n".join(map(_checked, reports))


def _checked(report: Report) -> str:
    head = f"### schemadiff check: {_sides(report)}\n"
    if report.empty:
        return f"{head}\n{in_sync(report)[0].upper()}{in_sync(report)[1:]}.\n{_notes(report)}"
    tree = _coloured(difference_lines(report))
    return "\n".join(filter(None, [f"{head}\n**{verdict(report)}**\n", tree, _notes(report)]))


def _sides(report: Report) -> str:
    return f"{code(label(report.old_label))} → {code(label(report.new_label))}"


def _coloured(tree: Sequence[Line]) -> str:
    """In a diff block what is added and destroyed has its colour; the sign must be the first character."""
    lines = as_text(tree).splitlines()
    return fenced("\n".join(_sign_first(line) for line in lines), "diff")


def _sign_first(line: str) -> str:
    indent = len(line) - len(line.lstrip(" "))
    sign, rest = line[indent : indent + 1], line[indent + 1 :]
    return f"{sign}{' ' * max(indent - 2, 0)}{rest}"


def _refused(report: Report) -> str:
    return "".join(
        f"**Refused:** `{name}` ({count}). {HAZARDS[name].meaning} Allow it with `--allow {name}`.\n"
        for name, count in report.refused.items()
    )


def _notes(report: Report) -> str:
    if not report.notes:
        return ""
    said = (f"- {n.severity}: {code(label(n.subject))}: {code(label(n.message))}\n" for n in report.notes)
    return f"\n#### Notes\n\n{''.join(said)}"


def _sql(report: Report, room: int) -> str:
    sql = clean_lines(plan_sql(report)).rstrip()
    count = sum(len(f.statements) for f in report.files)
    title = f"{plural(count, 'statement')} in {plural(len(report.files), 'file')}"
    block = f"<details><summary>SQL: {title}</summary>\n\n{fenced(sql, 'sql')}\n</details>\n"
    if len(block) <= room:
        return block
    return f"The SQL ({title}) is too long for a comment; `schemadiff plan --format sql` shows it.\n"


def fenced(text: str, language: str) -> str:
    """A block that nothing in the text can end."""
    fence = "`" * max(3, 1 + _longest_run(text))
    return f"{fence}{language}\n{text}\n{fence}\n"


def code(text: str) -> str:
    """A code span that nothing in the text can end: no markup, no mention, no link."""
    fence = "`" * (1 + _longest_run(text))
    space = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{space}{text or ' '}{space}{fence}"


def _longest_run(text: str) -> int:
    return max(map(len, re.findall("`+", text)), default=0)
