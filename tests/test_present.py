"""What reaches a terminal and a pipe: consoles over memory, no database."""

from __future__ import annotations

import io
import json
import os
import pty
import re
import select
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from schemadiff.errors import ConfigError, Diagnostic, HazardRefused, Origin, SourceError
from schemadiff.model.ident import Ident
from schemadiff.present import CHECK_FORMATS, PLAN_FORMATS, Presenter, console
from schemadiff.report import Action, Danger, File, Node, Report
from schemadiff.report.values import Planned

EVIL = "\x1b]0;owned\x07\x1b[31m[bold red]x[/] :smile:"


class Terminal(io.StringIO):
    """What a person sits in front of."""

    def isatty(self) -> bool:
        return True


@dataclass
class Screen:
    """A presenter and what it said."""

    presenter: Presenter
    out: io.StringIO
    err: io.StringIO

    @property
    def plain(self) -> str:
        return uncoloured(self.out.getvalue())


def uncoloured(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def screen(*, terminal: bool = False, width: int = 100, quiet: bool = False, **env: str) -> Screen:
    out, err = (Terminal(), Terminal()) if terminal else (io.StringIO(), io.StringIO())
    environment = {"TERM": "xterm-256color", **env}
    made: Any = [
        Console(
            file=f, markup=False, emoji=False, highlight=False, width=width, _environ=environment
        )  # as console() makes them, in an environment of our own
        for f in (out, err)
    ]
    return Screen(Presenter(*made, quiet=quiet), out, err)


def node(name: str, **more: Any) -> Node:
    return Node(action=Action.CREATE, ident=Ident("thing", (name,)), noun="thing", name=name, **more)


def report(*changes: Node, **more: Any) -> Report:
    return Report(
        old_label="generated/x",
        new_label="schema/x",
        old_fingerprint="0" * 16,
        new_fingerprint="1" * 16,
        postgresql="15.19",
        objects=3,
        tally={},
        changes=changes,
        **more,
    )


PLAN = report(
    node(
        "first",
        details=("a detail that is long enough to need a second line on a terminal that is narrow",),
        origin=Origin("schema/x/first.sql", 7),
        statements=(Planned(1, "CREATE THING first (\n    a\n)"),),
    ),
    node("second", dangers=(Danger("deletes_data", "it is gone", Ident("thing", ("second",)), True, False),)),  # noqa: FBT003
)


def test_a_pipe_gets_the_words_of_the_terminal_without_colour() -> None:
    piped, seen = screen(), screen(terminal=True, width=200)
    piped.presenter.plan(PLAN, sql=True)
    seen.presenter.plan(PLAN, sql=True)
    assert "\x1b[" in seen.out.getvalue()
    assert "\x1b" not in piped.out.getvalue()
    assert seen.plain == piped.out.getvalue()


def test_a_pipe_gets_whole_lines_whatever_the_width() -> None:
    piped = screen(width=20)
    piped.presenter.plan(PLAN)
    assert "a second line on a terminal that is narrow    first.sql:7\n" in piped.out.getvalue()


@pytest.mark.parametrize("width", [60, 40, 24])
def test_a_narrow_terminal_wraps_details_under_themselves_and_loses_nothing(width: int) -> None:
    seen = screen(terminal=True, width=width)
    seen.presenter.plan(PLAN)
    lines = seen.plain.splitlines()
    assert max(map(len, lines)) <= width
    assert " ".join(PLAN.changes[0].details) in " ".join(seen.plain.split())
    assert "first.sql:7" in seen.plain
    first = next(n for n, line in enumerate(lines) if "a detail" in line)
    assert lines[first + 1].index(lines[first + 1].strip()[0]) == lines[first].index("a detail")


def test_no_color_leaves_the_words() -> None:
    seen = screen(terminal=True, width=200, NO_COLOR="1")
    seen.presenter.plan(PLAN)
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]m", seen.out.getvalue())
    assert "+ thing first" in seen.plain


def test_force_color_colours_a_pipe_and_cuts_nothing() -> None:
    piped = screen(width=20, FORCE_COLOR="1")
    piped.presenter.plan(PLAN)
    assert "\x1b[32m" in piped.out.getvalue()
    assert "a second line on a terminal that is narrow    first.sql:7\n" in piped.plain


@pytest.mark.parametrize("terminal", [True, False])
def test_names_texts_and_messages_are_shown_and_never_obeyed(terminal: bool) -> None:  # noqa: FBT001
    evil = node(
        EVIL,
        details=(EVIL,),
        origin=Origin(EVIL),
        statements=(Planned(1, f"-- {EVIL}\nx"),),
        dangers=(Danger("deletes_data", EVIL, Ident("thing", (EVIL,)), True, False),),  # noqa: FBT003
    )
    seen = screen(terminal=terminal, width=300)
    seen.presenter.plan(replace(report(replace(evil, noun=EVIL)), old_label=EVIL), sql=True)
    seen.presenter.check([report(evil)])
    seen.presenter.wrote([EVIL])
    seen.presenter.say(EVIL)
    seen.presenter.notes([Diagnostic("c", EVIL, EVIL, "warning", Origin(EVIL))])
    seen.presenter.error(SourceError(EVIL, origin=Origin(EVIL), sqlstate=EVIL, hint=EVIL))
    with seen.presenter.progress() as step:
        step(EVIL)
    everything = seen.out.getvalue() + seen.err.getvalue()
    assert "\x1b]" not in everything
    assert "\x07" not in everything
    assert "[bold red]x[/] :smile:" in everything
    assert terminal or "\x1b" not in everything


@pytest.mark.parametrize("form", [f for f in PLAN_FORMATS if f != "text"])
def test_a_format_for_programs_reaches_a_terminal_without_control_characters(form: str) -> None:
    evil = report(node(EVIL), files=(File(EVIL, True, (EVIL,), f"-- {EVIL}\n"),))  # noqa: FBT003
    seen = screen(terminal=True)
    seen.presenter.plan(evil, form)
    assert "\x1b" not in seen.out.getvalue()


def test_sql_for_a_pipe_is_byte_by_byte() -> None:
    piped = screen()
    piped.presenter.plan(report(node("x"), files=(File(None, True, (), "SELECT '\x1b\t';\n"),)), "sql")  # noqa: FBT003
    assert "SELECT '\x1b\t';\n" in piped.out.getvalue()


@pytest.mark.parametrize("form", CHECK_FORMATS)
def test_each_format_of_check_is_written(form: str) -> None:
    piped = screen()
    piped.presenter.check([PLAN, report()], form)
    assert "first" in piped.out.getvalue()
    assert piped.err.getvalue() == ""


@pytest.mark.parametrize("form", PLAN_FORMATS)
def test_each_format_of_plan_is_written(form: str) -> None:
    piped = screen()
    piped.presenter.plan(replace(PLAN, files=(File("first", True, ("x",), "x;\n"),)), form)  # noqa: FBT003
    assert "first" in piped.out.getvalue()


def test_an_unknown_format_names_those_there_are() -> None:
    with pytest.raises(ConfigError, match='"xml"') as caught:
        screen().presenter.plan(PLAN, "xml")
    assert caught.value.hint == "The formats are text, json, sql, markdown."
    with pytest.raises(ConfigError, match='"sql"'):
        screen().presenter.check([PLAN], "sql")


def test_an_error_says_what_where_why_and_what_to_do(tmp_path: Path) -> None:
    source = tmp_path / "users.sql"
    source.write_text("SELECT 1;\n\tCREATE TABEL x ();\n")
    seen = screen()
    seen.presenter.error(
        SourceError(
            'syntax error at or near "TABEL"',
            origin=Origin(str(source), 2, 9),
            sqlstate="42601",
            hint="Look at the word.\nThen mend it.",
        )
    )
    assert seen.out.getvalue() == ""
    assert seen.err.getvalue() == (
        'error: syntax error at or near "TABEL" (42601)\n'
        f"  at {source}:2:9\n"
        "  2 |  CREATE TABEL x ();\n"
        "    |         ^\n"
        "  -> Look at the word.\n"
        "     Then mend it.\n"
    )


def test_the_mark_stands_under_its_column_in_a_long_line(tmp_path: Path) -> None:
    source = tmp_path / "long.sql"
    source.write_text(f"{'列' * 300}HERE{'y' * 300}\n")
    seen = screen()
    seen.presenter.error(SourceError("x", origin=Origin(str(source), 1, 301)))
    shown, mark = seen.err.getvalue().splitlines()[2:]
    before = shown[: shown.index("HERE")]
    assert mark.index("^") == len(before) + before.count("列")
    assert len(shown) < 120


@pytest.mark.parametrize("line", [0, 2, 99])
def test_a_place_without_a_text_at_hand_is_still_named(tmp_path: Path, line: int) -> None:
    source = tmp_path / "empty.sql"
    source.write_text("\n\n")
    for path in (source, tmp_path, tmp_path / "none.sql"):
        seen = screen()
        seen.presenter.error(SourceError("x", origin=Origin(str(path), line)))
        assert seen.err.getvalue() == f"error: x\n  at {path}:{line}:1\n"


def test_a_refusal_says_so_itself() -> None:
    seen = screen()
    seen.presenter.error(HazardRefused("refused: 1 step not allowed\n  deletes_data: x", hint="--allow it"))
    assert seen.err.getvalue() == "refused: 1 step not allowed\n  deletes_data: x\n  -> --allow it\n"


def test_no_password_is_shown() -> None:
    seen = screen()
    url = "postgresql://joe:s3cret@db/x"
    seen.presenter.error(SourceError(f"cannot connect to {url}", hint=f"Try {url}"))
    seen.presenter.notes([Diagnostic("c", url, url, "warning")])
    seen.presenter.plan(replace(PLAN, old_label=url))
    with seen.presenter.progress() as step:
        step(f"reading {url}")
    assert "s3cret" not in seen.out.getvalue() + seen.err.getvalue()
    assert "joe:***@db" in seen.err.getvalue()


def test_notes_are_said_once_and_warnings_first() -> None:
    seen = screen()
    note = Diagnostic("a", "x.txt", "not read", origin=Origin("x.txt", 2))
    seen.presenter.notes([note, note, Diagnostic("b", "cast y", "left alone", "warning")])
    assert seen.err.getvalue() == "warning: cast y: left alone\nnote: x.txt: not read (x.txt:2:1)\n"


def test_quiet_keeps_answers_warnings_and_errors() -> None:
    seen = screen(quiet=True)
    seen.presenter.notes([Diagnostic("a", "x", "y"), Diagnostic("b", "cast y", "left alone", "warning")])
    with seen.presenter.progress() as step:
        step("reading")
    seen.presenter.wrote([Path("generated/V1__x.sql")])
    assert seen.err.getvalue() == "warning: cast y: left alone\n"
    assert seen.out.getvalue() == "wrote generated/V1__x.sql\n"


def test_progress_is_a_line_for_each_step_in_a_pipe_and_leaves_nothing_on_a_terminal() -> None:
    piped = screen()
    with piped.presenter.progress() as step:
        step("reading schema/x")
        step("comparing")
    assert piped.err.getvalue() == "reading schema/x\ncomparing\n"
    seen = screen(terminal=True)
    with seen.presenter.progress() as step:
        step("reading schema/x")
    assert seen.out.getvalue() == ""
    assert seen.err.getvalue().endswith("\x1b[?25h\r\x1b[1A\x1b[2K")


def test_json_is_utf8_whatever_the_locale_says() -> None:
    raw = io.BytesIO()
    file = io.TextIOWrapper(raw, encoding="ascii", errors="strict")
    Presenter(console(file), console(io.StringIO())).plan(report(node("é")), "json")
    assert json.loads(raw.getvalue().decode())["changes"][0]["name"] == "é"


SCRIPT = """
from schemadiff.present import Presenter
from schemadiff.errors import Diagnostic
presenter = Presenter.standard()
for _ in range(20000):
    presenter.say("x" * 50)
"""


def test_a_reader_that_goes_away_gives_no_traceback() -> None:
    source = Path(__file__).parent.parent / "src"
    environment = {**os.environ, "PYTHONPATH": str(source)}
    with subprocess.Popen(
        [sys.executable, "-c", SCRIPT], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    ) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.readline()
        run.stdout.close()
        assert run.stderr.read() == b""
        assert run.wait() == 1


def test_a_real_terminal_gets_colour_and_a_pipe_beside_it_none() -> None:
    source = Path(__file__).parent.parent / "src"
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(source), "TERM": "xterm"}
    code = "from schemadiff.present import *; p = Presenter.standard(); p.wrote(['a']); p.notes([])"
    main, side = pty.openpty()
    try:
        subprocess.run([sys.executable, "-c", code], stdout=side, check=True, env=environment)
        assert select.select([main], [], [], 10)[0]
        assert b"\x1b[32mwrote \x1b[0ma" in os.read(main, 1000)
    finally:
        os.close(main)
        os.close(side)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=environment)
    assert done.stdout == b"wrote a\n"
