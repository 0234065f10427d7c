"""The command line: arguments in, the pipeline called, an exit code out."""

from __future__ import annotations

import gc
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from schemadiff.errors import HazardRefused, SchemadiffError

if TYPE_CHECKING:
    from schemadiff.program import Program

# The same for every command.
DONE, FAILED, DIFFERENT, REFUSED = 0, 1, 2, 3
_INTERRUPTED = 130  # what typer makes of Ctrl-C

app = typer.Typer(
    name="schemadiff",
    help="PostgreSQL schema as code: plan, emit and check idempotent Flyway migrations.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    epilog=(
        "SOURCE is a postgresql:// URL or conninfo, a file or folder of .sql, migrations:DIR, "
        "snapshot:FILE.json, git:REV:PATH, env:NAME, or empty. "
        "Exit codes: 0 done or in sync, 1 failed, 2 differences, 3 refused."
    ),
)


class PlanFormat(StrEnum):
    """The formats of a plan."""

    TEXT = "text"
    JSON = "json"
    SQL = "sql"
    MARKDOWN = "markdown"


class CheckFormat(StrEnum):
    """The formats of a check."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
    SARIF = "sarif"
    JUNIT = "junit"
    GITHUB = "github"


class Split(StrEnum):
    """How a plan is cut into files."""

    AREA = "area"
    NONE = "none"


From = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="SOURCE",
        help="The state there is. Default: the system's database, else its migrations.",
    ),
]
To = Annotated[
    str | None, typer.Option("--to", metavar="SOURCE", help="The state wanted. Default: the system's schema.")
]
SystemName = Annotated[
    str | None, typer.Option("--system", "-s", metavar="NAME", help="A system of schemadiff.toml.")
]
ConfigFile = Annotated[
    Path | None, typer.Option("--config", metavar="FILE", help="Default: schemadiff.toml, found upwards.")
]
Shadow = Annotated[
    str | None,
    typer.Option(
        "--shadow",
        metavar="HOW",
        help="embedded, docker, or the URL of a server where databases may be made.",
    ),
]
Allow = Annotated[
    list[str] | None,
    typer.Option(
        "--allow", metavar="HAZARD", help="Allow a hazard by name, or all. Can be given several times."
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no notes on stderr.")]


def _version(*, wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"schemadiff {version('schemadiff')}")
        raise typer.Exit(DONE)


@app.callback()
def _main(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Hold the options that stand before a command."""


@app.command()
def plan(
    *,
    from_: From = None,
    to: To = None,
    system: SystemName = None,
    format_: Annotated[PlanFormat, typer.Option("--format", "-f", help="How to say it.")] = PlanFormat.TEXT,
    sql: Annotated[bool, typer.Option("--sql", help="Show the statements under each change.")] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="List what comes along with its parent.")
    ] = False,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit 2 where there are differences, 3 where one is refused.")
    ] = False,
    allow: Allow = None,
    shadow: Shadow = None,
    config: ConfigFile = None,
    quiet: Quiet = False,
) -> None:
    """Show what would be done to get from one state to another."""
    with _program(system, config, shadow, quiet=quiet) as program:
        found = program.plan(from_, to, allow or (), format_, sql=sql, verbose=verbose)
    if exit_code:
        raise typer.Exit(REFUSED if found.refused else DIFFERENT if not found.empty else DONE)


@app.command()
def emit(
    *,
    from_: From = None,
    to: To = None,
    system: SystemName = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="DIR", help="Where to write. Default: the system's generated folder."),
    ] = None,
    name: Annotated[
        str | None, typer.Option("--name", metavar="WORDS", help="The description in the file's name.")
    ] = None,
    version: Annotated[
        str | None,
        typer.Option("--version", metavar="V", help="The first file's version. Default: the next one."),
    ] = None,
    split: Annotated[
        Split | None,
        typer.Option("--split", help="A file for each schema file, or none. Default: as configured."),
    ] = None,
    verify: Annotated[bool, typer.Option(help="Run the files twice in the shadow before writing.")] = True,
    allow: Allow = None,
    shadow: Shadow = None,
    config: ConfigFile = None,
    quiet: Quiet = False,
) -> None:
    """Write the way from one state to another as Flyway migrations, all files or none."""
    with _program(system, config, shadow, quiet=quiet) as program:
        program.emit(from_, to, allow or (), out=out, name=name, version=version, split=split, verify=verify)


@app.command()
def check(
    *,
    from_: From = None,
    to: To = None,
    system: SystemName = None,
    format_: Annotated[CheckFormat, typer.Option("--format", "-f", help="How to say it.")] = CheckFormat.TEXT,
    shadow: Shadow = None,
    config: ConfigFile = None,
    quiet: Quiet = False,
) -> None:
    """Compare files, migrations and database; exit 2 where they disagree. What CI calls."""
    with _program(system, config, shadow, quiet=quiet) as program:
        clean = program.check(from_, to, format_)
    raise typer.Exit(DONE if clean else DIFFERENT)


@app.command()
def explain(
    *, hazard: Annotated[str, typer.Argument(metavar="HAZARD", help="Its name, or all.")] = "all"
) -> None:
    """Say what a hazard means and how it is allowed."""
    from schemadiff.plan.hazards import HAZARDS, check_names

    check_names([hazard])
    for found in HAZARDS.values():
        if hazard in (found.name, "all"):
            how = (
                f"Refused unless --allow {found.name} is given." if found.refused else "Told, never refused."
            )
            typer.echo(f"{found.name}\n  {found.meaning}\n  {how}")


def _program(system: str | None, config: Path | None, shadow: str | None, *, quiet: bool) -> Program:
    from schemadiff.program import Program

    return Program(system, config, shadow, quiet=quiet)


def main() -> NoReturn:
    """Run the command line; every error is a message and an exit code, never a traceback."""
    # A catalog is a hundred thousand small values that live until the end: looking for cycles among them
    # over and over takes a third of a run.
    gc.disable()
    try:
        # What a command exits with is returned; wrong usage is raised.
        code = app(prog_name="schemadiff", standalone_mode=False) or DONE
        if code == _INTERRUPTED:
            code = _interrupted()
    except SchemadiffError as error:
        code = _told(error)
    except (KeyboardInterrupt, typer.Abort):
        code = _interrupted()
    except Exception as error:
        if not hasattr(error, "show"):  # wrong usage, as typer knows it; anything else is a defect
            raise
        error.show()
        if getattr(error, "ctx", None) is None:
            typer.echo("Try 'schemadiff -h' for help.", err=True)
        code = FAILED  # its own exit code would say "differences"
    sys.exit(code)


def _interrupted() -> int:
    typer.echo("interrupted; nothing was written", err=True)
    return FAILED


def _told(error: SchemadiffError) -> int:
    from schemadiff.present import Presenter

    Presenter.standard().error(error)
    return REFUSED if isinstance(error, HazardRefused) else FAILED
