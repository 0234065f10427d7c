"""What a person sees: answers on stdout, progress, notes and errors on stderr, colour on a terminal."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final

from rich.console import Console
from rich.text import Text

from schemadiff import report as formats
from schemadiff.errors import ConfigError, HazardRefused
from schemadiff.report.layout import Line, Span, as_text, places_at
from schemadiff.report.safe import clean, clean_lines, without_secrets

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from schemadiff.errors import Diagnostic, Origin, SchemadiffError
    from schemadiff.report import Report

    type Write = Callable[[Sequence[Report]], str]

_STYLES: Final = {
    "": "",
    "add": "green",
    "destroy": "red",
    "change": "yellow",
    "rebuild": "cyan",
    "caution": "yellow",
    "bad": "bold red",
    "good": "green",
    "strong": "bold",
    "faint": "dim",
    "sql": "dim",
}
_PLAN: Final[Mapping[str, Write]] = {
    "json": lambda reports: formats.plan_json(reports[0]),
    "sql": lambda reports: formats.plan_sql(reports[0]),
    "markdown": lambda reports: formats.plan_markdown(reports[0]),
}
_CHECK: Final[Mapping[str, Write]] = {
    "json": formats.check_json,
    "markdown": formats.check_markdown,
    "sarif": formats.sarif,
    "junit": formats.junit,
    "github": formats.github,
}
PLAN_FORMATS: Final = ("text", *_PLAN)
CHECK_FORMATS: Final = ("text", *_CHECK)
# Details that would have less room than this beside the names go below them.
_ROOM: Final = 24
_EXCERPT: Final = 100
_LARGEST_SOURCE: Final = 4_000_000


class Presenter:
    """The one who speaks.

    Args:
        out: where answers go.
        err: where everything else goes.
        quiet: no progress and no notes; answers, warnings and errors are never quiet.
    """

    def __init__(self, out: Console, err: Console, *, quiet: bool = False) -> None:
        self._out = out
        self._err = err
        self._quiet = quiet

    @classmethod
    def standard(cls, *, quiet: bool = False) -> Presenter:
        """Speak on stdout and stderr. NO_COLOR, FORCE_COLOR and TERM are honoured."""
        return cls(console(sys.stdout), console(sys.stderr), quiet=quiet)

    # -- answers -----------------------------------------------------------------------------------

    def plan(self, report: Report, form: str = "text", *, sql: bool = False, verbose: bool = False) -> None:
        """Show a plan.

        Args:
            report: what there is to say.
            form: one of PLAN_FORMATS.
            sql: in text, with the statements under each change.
            verbose: in text, with what comes or goes along with its parent.

        Raises:
            ConfigError: there is no such format.
        """
        if form == "text":
            self._lines(self._out, formats.plan_lines(report, sql=sql, verbose=verbose))
        else:
            self._raw(_writer(_PLAN, form)([report]))

    def check(self, reports: Sequence[Report], form: str = "text") -> None:
        """Show whether pairs of states agree, in one of CHECK_FORMATS.

        Raises:
            ConfigError: there is no such format.
        """
        if form != "text":
            self._raw(_writer(_CHECK, form)(reports))
            return
        for number, report in enumerate(reports):
            self._lines(self._out, [*([Line()] if number else []), *formats.check_lines(report)])

    def wrote(self, paths: Sequence[Path | str]) -> None:
        """Say which files were written, one a line."""
        self._lines(self._out, [Line(lead=(Span("wrote ", "good"), Span(clean(str(p))))) for p in paths])

    def say(self, text: str) -> None:
        """Say one thing as an answer."""
        self._lines(self._out, [Line(lead=(Span(line),)) for line in clean_lines(text).split("\n")])

    # -- beside the answer ---------------------------------------------------------------------------

    def notes(self, notes: Iterable[Diagnostic]) -> None:
        """Say each note once, warnings first."""
        said = [n for n in dict.fromkeys(notes) if n.severity == "warning" or not self._quiet]
        for note in sorted(said, key=lambda n: n.severity != "warning"):
            role = "caution" if note.severity == "warning" else "faint"
            message = clean(without_secrets(f"{note.subject}: {note.message}"))
            place = Span(clean(f" ({note.origin})"), "faint") if note.origin else Span("")
            lead = (Span(f"{clean(note.severity)}: ", role),)
            self._lines(self._err, [Line(lead=lead, body=(Span(message), place))])

    def error(self, error: SchemadiffError) -> None:
        """Say what happened, where, why, and what to do."""
        self._lines(self._err, list(_error_lines(error)))

    @contextmanager
    def progress(self) -> Iterator[Callable[[str], None]]:
        """Tell of long work: a spinner on a terminal, a line for each step elsewhere, nothing when quiet."""
        if self._quiet:
            yield lambda _: None
        elif _interactive(self._err):
            with self._err.status("") as status:
                yield lambda words: status.update(Text(clean(without_secrets(words)), style="dim"))
        else:
            yield lambda words: self._lines(self._err, [Line(lead=(Span(clean(without_secrets(words))),))])

    # -- output ----------------------------------------------------------------------------------------

    def _lines(self, target: Console, lines: Sequence[Line]) -> None:
        if not target.is_terminal:
            _write(target, as_text(lines))
            return
        width = target.width if _interactive(target) else None
        column = places_at(lines)
        for line in lines:
            target.print(_styled(line, column, width), soft_wrap=True)

    def _raw(self, text: str) -> None:
        """A format for programs: byte by byte, but never as commands to a terminal."""
        _write(self._out, clean_lines(text) if _interactive(self._out) else text)


def console(file: IO[str]) -> Console:
    """A console that takes nothing in a text for markup."""
    return Console(file=file, markup=False, emoji=False, highlight=False)


def _writer(writers: Mapping[str, Write], form: str) -> Write:
    if form not in writers:
        known = ", ".join(("text", *writers))
        raise ConfigError(f'"{form}" is not a format here', hint=f"The formats are {known}.")
    return writers[form]


def _interactive(target: Console) -> bool:
    """A person sits in front of it: FORCE_COLOR alone makes no terminal of a pipe."""
    return target.is_terminal and target.file.isatty()


def _write(target: Console, text: str) -> None:
    """As UTF-8 whatever the locale says: the formats promise it."""
    file: Any = target.file
    try:
        file.flush()
        if (buffer := getattr(file, "buffer", None)) is not None:
            buffer.write(text.encode("utf-8", "backslashreplace"))
            buffer.flush()
        else:
            file.write(text)
            file.flush()
    except BrokenPipeError:
        # The reader has seen enough; what is left must not fail again when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), file.fileno())
        raise SystemExit(1) from None


# -- lines on a terminal -------------------------------------------------------------------------------


def _styled(line: Line, column: int, width: int | None) -> Text:
    """The line in colour, wrapped under its details where a terminal is too narrow."""
    lead, body, tail = _text(line.lead), _text(line.body), _text((line.tail,) if line.tail else ())
    text = Text.assemble(lead, body)
    text.rstrip()
    room = sys.maxsize if width is None else width - tail.cell_len - text.cell_len
    if not tail and room >= 0:
        return text
    if tail and room > 1:
        gap = max(column - text.cell_len, 4)
        return Text.assemble(text, " " * min(gap, room), tail)
    if tail:
        (body or lead).append("  ").append_text(tail)
    return _wrapped(lead, body, width or sys.maxsize)


def _wrapped(lead: Text, body: Text, width: int) -> Text:
    indent = len(lead.plain) - len(lead.plain.lstrip(" "))
    hang, below = lead.cell_len, False
    if width - hang < _ROOM:
        hang, below = min(indent + 4, width // 2), True
    pieces = body.wrap(Console(width=width, color_system=None), max(width - hang, 1))
    rest = [Text.assemble(" " * hang, piece) for piece in pieces]
    if below or not rest:
        lead.rstrip()
        return Text("\n").join([lead, *rest])
    return Text("\n").join([Text.assemble(lead, pieces[0]), *rest[1:]])


def _text(spans: Iterable[Span]) -> Text:
    return Text.assemble(*((s.text, _STYLES[s.role]) for s in spans))


# -- errors --------------------------------------------------------------------------------------------


def _error_lines(error: SchemadiffError) -> Iterator[Line]:
    """A refusal says so itself; anything else begins with `error:`."""
    message = clean_lines(without_secrets(error.message)).rstrip("\n").split("\n")
    state = f" ({clean(error.sqlstate)})" if error.sqlstate else ""
    word = "" if isinstance(error, HazardRefused) else "error: "
    yield Line(lead=(Span(word, "bad"),), body=(Span(f"{message[0]}{state}", "strong"),))
    for line in message[1:]:
        indent = len(line) - len(line.lstrip(" "))
        yield Line(lead=(Span(" " * max(indent, 2)),), body=(Span(line.lstrip(" ")),))
    if error.origin:
        yield Line(lead=(Span("  at "),), body=(Span(clean(str(error.origin)), "strong"),))
        if not error.message.endswith("^"):  # it shows the place itself
            yield from _excerpt(error.origin)
    for number, line in enumerate(clean_lines(without_secrets(error.hint or "")).split("\n")):
        if line:
            yield Line(lead=(Span("  -> " if number == 0 else "     ", "good"),), body=(Span(line),))


def _excerpt(origin: Origin) -> Iterator[Line]:
    """The line of the source with a mark under the column, where the file is at hand."""
    source = _source_line(Path(origin.path), origin.line)
    if source is None or not source.strip():
        return
    start = max(origin.column - 1 - _EXCERPT // 2, 0) if len(source) > _EXCERPT else 0
    shown = clean(source[start : start + _EXCERPT].replace("\t", " ")).rstrip()
    before = clean(source[start : origin.column - 1].replace("\t", " "))
    number = str(origin.line)
    yield Line(lead=(Span(f"  {number} | ", "faint"), Span(shown)))
    yield Line(
        lead=(Span(f"  {' ' * len(number)} | ", "faint"), Span(" " * Text(before).cell_len), Span("^", "bad"))
    )


def _source_line(path: Path, number: int) -> str | None:
    try:
        if not path.is_file() or path.stat().st_size > _LARGEST_SOURCE:
            return None
        lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
    except (OSError, ValueError):
        return None
    return lines[number - 1].removesuffix("\r") if 0 < number <= len(lines) else None
