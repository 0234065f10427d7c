"""The text that people read, as lines of spans: the same words on a terminal, in a pipe and in a comment."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from schemadiff.plan.hazards import HAZARDS
from schemadiff.report.safe import clean, clean_lines, without_secrets
from schemadiff.report.values import Action, Node
from schemadiff.report.words import plural

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from schemadiff.report.values import Danger, Report

# A name longer than this does not push the details of its neighbours to the right.
_NAME: Final = 28
# Places stand below each other, unless a line is longer than this.
_PLACES_AT: Final = 100
_ROLES: Final = {"+": "add", "-": "destroy", "~": "change", "r": "rebuild"}


@dataclass(frozen=True, slots=True)
class Span:
    """Some text and the role that decides its colour; it holds no control character but the line's end."""

    text: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line: what leads, what may be wrapped under itself, and the place it comes from at the right."""

    lead: tuple[Span, ...] = ()
    body: tuple[Span, ...] = ()
    tail: Span | None = None

    @property
    def text(self) -> str:
        """The line without the place."""
        return "".join(s.text for s in (*self.lead, *self.body)).rstrip()

    def at(self, column: int) -> str:
        """The line with its place at a column, or behind it where it is longer."""
        gap = max(column - width(self.text), 4)
        return f"{self.text}{' ' * gap}{self.tail.text}" if self.tail else self.text


@dataclass(frozen=True, slots=True)
class Columns:
    """Where siblings stand: what is before the sign, and how wide nouns and names are."""

    indent: str
    nouns: int
    names: int


def width(text: str) -> int:
    """How many cells of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text
    )


def as_text(lines: Sequence[Line]) -> str:
    """Lines as a pipe gets them."""
    column = places_at(lines)
    return "".join(f"{line.at(column)}\n" for line in lines)


def places_at(lines: Sequence[Line]) -> int:
    """The column at which the places of lines stand."""
    lengths = (width(line.text) for line in lines if line.tail)
    return 4 + max((n for n in lengths if n <= _PLACES_AT), default=0)


def plan_lines(report: Report, *, sql: bool = False, verbose: bool = False) -> list[Line]:
    """A plan: what is compared, the tree, the summary, what is refused.

    Args:
        report: what there is to say.
        sql: with the statements under each change.
        verbose: with everything that comes, goes or is rebuilt along with its parent.
    """
    lines = [_header("plan", report), Line()]
    if report.empty:
        return [*lines, Line(body=(Span("nothing to do: both hold the same schema", "good"),))]
    lines += tree_lines(report, sql=sql, verbose=verbose)
    return [*lines, Line(), Line(body=(Span(summary(report), "strong"),)), *_refusals(report)]


def check_lines(report: Report) -> list[Line]:
    """A check: where the two states differ, or that they do not."""
    lines = [_header("check", report), Line()]
    if report.empty:
        return [*lines, Line(body=(Span(in_sync(report), "good"),))]
    lines += difference_lines(report)
    remedy = "`schemadiff plan` shows the statements, `schemadiff emit` writes the migration."
    return [*lines, Line(), Line(body=(Span(verdict(report), "bad"),)), Line(body=(Span(remedy),))]


def summary(report: Report) -> str:
    """`3 to add, 1 to change, 1 to destroy, 1 to rebuild, in 2 files`."""
    counts = report.counts
    said = [f"{counts[word]} to {word}" for word in ("add", "change", "destroy")]
    said += [f"{counts['rebuild']} to rebuild"] if counts["rebuild"] else []
    return f"{', '.join(said)}, in {plural(len(report.files), 'file')}"


def verdict(report: Report) -> str:
    """`3 differences: 2 missing, 1 unexpected`."""
    rules = report.rules
    said = [f"{count} {rule}" for rule, count in rules.items() if count]
    return ": ".join(filter(None, [plural(sum(rules.values()), "difference"), ", ".join(said)]))


def in_sync(report: Report) -> str:
    """`in sync: 214 objects, schema 0123456789abcdef`."""
    return f"in sync: {plural(report.objects, 'object')}, schema {report.new_fingerprint}"


def between(report: Report, arrow: str = "->") -> str:
    """Both states in words."""
    return f"{label(report.old_label)}  {arrow}  {label(report.new_label)}"


def label(text: str) -> str:
    """The words for a state, fit to be shown."""
    return clean(without_secrets(text))


def refusals(report: Report) -> list[str]:
    """For each hazard that is not allowed: how often, what it means, how to allow it."""
    return [
        f"refused: {name} ({count}). {HAZARDS[name].meaning} Allow it with --allow {name}."
        for name, count in report.refused.items()
    ]


def tree_lines(report: Report, *, sql: bool = False, verbose: bool = False) -> list[Line]:
    """The objects that change, each under its parent."""
    return list(_siblings(report.changes, report, depth=0, sql=sql, verbose=verbose))


def difference_lines(report: Report) -> list[Line]:
    """The objects that differ, without what the way from one state to the other would do."""
    differing = filter(None, map(_differing, report.changes))
    return list(_siblings(list(differing), report, depth=0, sql=False, verbose=False))


def _differing(node: Node) -> Node | None:
    children = tuple(filter(None, (_differing(c) for c in node.children if not c.along)))
    if node.rule is None and not children:
        return None
    action = node.action if node.rule else Action.NONE
    return replace(node, action=action, children=children, how=(), dangers=())


def _header(command: str, report: Report) -> Line:
    arrow = Span("  ->  ", "faint")
    return Line(
        lead=(Span(f"{command}  ", "faint"),),
        body=(Span(label(report.old_label), "strong"), arrow, Span(label(report.new_label), "strong")),
    )


def _refusals(report: Report) -> Iterator[Line]:
    for text in refusals(report):
        yield Line(body=(Span(text, "bad"),))


def _siblings(
    nodes: Sequence[Node], report: Report, *, depth: int, sql: bool, verbose: bool, above: Node | None = None
) -> Iterator[Line]:
    listed = [n for n in nodes if verbose or not n.along]
    nouns = max((width(clean(n.noun)) for n in listed), default=0)
    names = min(max((width(clean(n.name)) for n in listed if _tells(n)), default=0), _NAME)
    for node in listed:
        columns = Columns(_indent(depth), nouns, names)
        yield _row(node, columns, _place(node, report, above))
        yield from _below(node, depth, sql=sql, verbose=verbose)
        yield from _siblings(node.children, report, depth=depth + 1, sql=sql, verbose=verbose, above=node)


def _tells(node: Node) -> bool:
    return bool(node.details or node.how)


def _row(node: Node, columns: Columns, place: Span | None) -> Line:
    role = _ROLES[node.action.sign]
    name = clean(node.name)
    lead = [
        Span(f"{columns.indent}{node.action.sign} ", role),
        Span(f"{clean(node.noun)}{' ' * (columns.nouns - width(clean(node.noun)))} "),
        Span(name, "faint" if node.action is Action.NONE else role),
    ]
    details = clean("; ".join((*node.details, *node.how)))
    if details:
        lead.append(Span(" " * (max(columns.names - width(name), 0) + 2)))
    return Line(tuple(lead), (Span(details),), place)


def _place(node: Node, report: Report, above: Node | None) -> Span | None:
    """`06_users.sql:12`, relative to the folder that is compared; None where the parent's place says it."""
    if node.origin is None or (above is not None and node.origin == above.origin):
        return None
    path = node.origin.path.removeprefix(f"{report.new_label.rstrip('/')}/")
    return Span(f"{clean(path)}:{node.origin.line}", "faint")


def _below(node: Node, depth: int, *, sql: bool, verbose: bool) -> Iterator[Line]:
    """Hazards, then statements; those of what is not listed stand under what is."""
    within = [node] if verbose else [node, *node.hidden()]
    dangers = [d for n in within for d in n.dangers]
    names = max((len(d.name) for d in dangers), default=0)
    for danger in dangers:
        yield _danger(danger, depth, names)
    if sql:
        statements = sorted((s for n in within for s in n.statements), key=lambda s: s.number)
        for statement in statements:
            for line in clean_lines(f"{statement.sql};").split("\n"):
                yield Line(lead=(Span(f"{_indent(depth)}    "),), body=(Span(line, "sql"),))
        if statements:
            yield Line()


def _danger(danger: Danger, depth: int, names: int) -> Line:
    role = "caution" if danger.allowed else "bad"
    state = " (allowed)" if danger.asks and danger.allowed else ""
    return Line(
        lead=(Span(f"{_indent(depth)}  ! {danger.name:<{names}}  ", role),),
        body=(Span(f"{clean(danger.text)}{state}", role),),
    )


def _indent(depth: int) -> str:
    return " " * (2 + 4 * depth)
