"""The command line: what starts quickly, what a usage error says, exit codes, formats, what goes where."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from command import Shell, shell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from schemadiff.sources.shadow import Shadow

__all__ = ["shell"]
WANTED = "CREATE TABLE account (\n    id integer PRIMARY KEY,\n    name text NOT NULL\n);\n"


def test_help_loads_nothing_heavy() -> None:
    heavy = ("psycopg", "pglast", "rich", "schemadiff.kinds", "schemadiff.sources", "schemadiff.pipeline")
    code = f"import sys, schemadiff.cli; print([m for m in {heavy!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "arguments", [["--help"], ["plan", "-h"], ["emit", "-h"], ["check", "-h"], ["explain", "-h"]]
)
def test_help_is_an_answer(shell: Shell, arguments: list[str]) -> None:
    done = shell.run(*arguments)
    assert done.code == 0
    assert done.out.startswith("Usage: schemadiff")
    assert not done.err


def test_the_version_is_an_answer(shell: Shell) -> None:
    done = shell.run("--version")
    assert done.code == 0
    assert done.out.startswith("schemadiff ")


@pytest.mark.parametrize(
    "arguments",
    [["frobnicate"], ["plan", "--nope"], ["plan", "--format", "xml"], ["plan", "extra"], ["emit", "--from"]],
)
def test_wrong_usage_says_what_to_type_and_is_a_failure(shell: Shell, arguments: list[str]) -> None:
    said = shell.fails(*arguments)
    assert "Try 'schemadiff" in said
    assert "-h' for help" in said


def test_no_command_at_all_shows_the_commands(shell: Shell) -> None:
    done = shell.run()
    assert done.code == 1
    assert "Commands:" in done.said


@pytest.mark.parametrize("command", ["plan", "emit", "check"])
def test_without_configuration_it_says_which_option_is_missing(shell: Shell, command: str) -> None:
    said = shell.fails(command)
    assert "schemadiff.toml" in said


def test_exit_codes_of_a_plan(shell: Shell) -> None:
    shell.write("a.sql", WANTED)
    there = ("plan", "--from", "empty", "--to", "a.sql")
    back = ("plan", "--from", "a.sql", "--to", "empty", "--exit-code")
    assert shell.run(*there).code == 0
    assert shell.run(*there, "--exit-code").code == 2
    assert shell.run("plan", "--from", "a.sql", "--to", "a.sql", "--exit-code").code == 0
    assert shell.run(*back).code == 3
    assert shell.run(*back, "--allow", "deletes_data").code == 2


@pytest.mark.parametrize("form", ["text", "json", "sql", "markdown"])
def test_a_plan_goes_to_stdout_and_progress_does_not(shell: Shell, form: str) -> None:
    shell.write("a.sql", WANTED)
    done = shell.run("plan", "--from", "empty", "--to", "a.sql", "-f", form)
    assert done.code == 0
    assert "account" in done.out
    assert "loading a.sql" in done.err
    assert "loading" not in done.out
    if form == "json":
        json.loads(done.out)


def test_quiet_says_the_answer_alone(shell: Shell) -> None:
    shell.write("schema/a.sql", WANTED)
    shell.write("schema/notes.txt", "not a schema")
    told = shell.run("plan", "--from", "empty", "--to", "schema")
    assert "notes.txt" in told.err
    quiet = shell.run("plan", "--from", "empty", "--to", "schema", "-q")
    assert not quiet.err
    assert quiet.out == told.out


@pytest.mark.parametrize("form", ["text", "json", "markdown", "sarif", "junit", "github"])
def test_a_check_tells_a_difference_in_every_format(shell: Shell, form: str) -> None:
    shell.write("schema/a.sql", WANTED)
    done = shell.run("check", "--from", "empty", "--to", "schema", "-f", form, "-q")
    assert done.code == 2
    assert "account" in done.out
    done = shell.run("check", "--from", "schema", "--to", "schema", "-f", form, "-q")
    assert done.code == 0


@pytest.fixture
def project(shell: Shell) -> Shell:
    """A repository with one system."""
    shell.write(
        "schemadiff.toml",
        '[systems.shop]\nschema = "schema/shop"\ngenerated = "generated/shop"\nallow = ["rewrites_table"]\n',
    )
    shell.write("schema/shop/account.sql", WANTED)
    return shell


def test_a_system_is_planned_emitted_and_checked_without_options(project: Shell) -> None:
    assert project.run("check", "-q").code == 2
    done = project.run("plan", "--sql", "-q")
    assert "account.sql:1" in done.out
    done = project.run("emit", "-q")
    assert (done.code, done.out) == (0, "wrote generated/shop/V1__account.sql\n"), done.said
    done = project.run("check", "-q")
    assert done.code == 0, done.said
    assert done.out.startswith("check  migrations:generated/shop  ->  schema/shop\n")
    project.write("schema/shop/account.sql", WANTED.replace("name text", "name varchar(50)"))
    done = project.run("check", "-q")
    assert done.code == 2
    assert "text -> varchar(50)" in done.out
    done = project.run("emit", "-q", "--name", "Shorter names!")
    assert done.out == "wrote generated/shop/V2__Shorter_names.sql\n", done.said
    done = project.run("emit", "-q")
    assert done.out == "nothing to do: migrations:generated/shop holds what schema/shop wants\n"
    assert project.run("check", "-q").code == 0


@pytest.mark.parametrize(
    ("old", "new", "names"),
    [
        ("", "CREATE TABLE a (); CREATE INDEX ON a ((1));", ["V2__wanted.sql"]),
        ("CREATE TABLE a ();", "CREATE TABLE a (x int);", ["V2__alter_a.sql"]),
        ("CREATE TABLE a ();", "CREATE TABLE a (); CREATE TABLE b ();", ["V2__create_b.sql"]),
        ("CREATE TABLE a (); CREATE TABLE b ();", "", ["V2__drop_a_and_1_more.sql"]),
        ("CREATE TABLE a ();", "CREATE TABLE a (x int); CREATE TABLE b ();", ["V2__alter_a_and_1_more.sql"]),
        (
            'CREATE TYPE "Mood" AS ENUM (\'a\'); CREATE TABLE t (x "Mood");',
            "CREATE TYPE \"Mood\" AS ENUM ('a', 'b'); CREATE TABLE t (x \"Mood\" DEFAULT 'b');",
            ["V2__alter_Mood.sql", "V3__alter_t.sql"],
        ),
    ],
)
def test_a_file_is_named_by_what_it_does(shell: Shell, old: str, new: str, names: list[str]) -> None:
    shell.write("out/V1__before.sql", old)
    shell.write("wanted.sql", new)
    done = shell.run(
        "emit", "--from", "migrations:out", "--to", "wanted.sql", "--out", "out", "--allow", "all", "-q"
    )
    assert done.out.split() == [word for name in names for word in ("wrote", f"out/{name}")], done.said


def test_from_a_folder_below_paths_lead_there(project: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project.folder / "schema")
    done = project.run("emit", "-q")
    assert done.out == "wrote ../generated/shop/V1__account.sql\n", done.said
    project.write("schema/shop/account.sql", "CREATE TABEL x;")
    assert "../schema/shop/account.sql:1:8" in project.fails("check")


def test_every_system_is_checked(project: Shell) -> None:
    with (project.folder / "schemadiff.toml").open("a") as file:
        file.write('[systems.depot]\nschema = "schema/depot"\ngenerated = "generated/depot"\n')
    project.write("schema/depot/shelf.sql", "CREATE TABLE shelf (id integer);")
    for system in ("shop", "depot"):
        assert project.run("emit", "--system", system, "-q").code == 0
    done = project.run("check", "-q")
    assert done.code == 0, done.said
    assert done.out.count("in sync") == 2
    project.write("schema/depot/shelf.sql", "CREATE TABLE shelf (id bigint);")
    done = project.run("check", "-q")
    assert done.code == 2
    assert done.out.count("in sync") == 1
    assert "integer -> bigint" in done.out
    assert project.run("check", "-s", "shop", "-q").code == 0
    assert "--system is one of: shop, depot" in project.fails("plan")


@pytest.fixture
def live(servers: Callable[[int], Shadow]) -> Iterator[tuple[str, Callable[[str], None]]]:
    """A live database and a way to change it."""
    server = servers(18)
    with server.database() as connection:

        def execute(text: str) -> None:
            connection.execute(text.encode())

        yield server.conninfo(connection.info.dbname), execute


def test_a_configured_database_is_what_a_plan_starts_from(
    project: Shell, live: tuple[str, Callable[[str], None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    conninfo, execute = live
    with (project.folder / "schemadiff.toml").open("a") as file:
        file.write('database = "env:SHOP"\n')
    monkeypatch.setenv("SHOP", conninfo)
    execute(
        "CREATE TABLE account (id integer PRIMARY KEY, name text); CREATE TABLE flyway_schema_history (x int)"
    )
    done = project.run("plan")
    assert "NOT NULL" in done.out, done.said
    assert "note: flyway_schema_history" in done.err
    assert "flyway" not in done.out
    assert ", live)" in done.out
    done = project.run("emit", "-q")
    assert done.code == 0, done.said
    assert "warning: migrations:generated/shop: build another schema" in done.err, "they lack the table"
    execute((project.folder / "generated/shop/V1__alter_account.sql").read_text())
    done = project.run("check", "--from", "env:SHOP", "-q")
    assert "in sync" in done.out, done.said


def test_files_that_start_elsewhere_than_the_folder_are_warned_of(
    project: Shell, live: tuple[str, Callable[[str], None]]
) -> None:
    conninfo, execute = live
    assert project.run("emit", "-q").code == 0
    execute("CREATE TABLE account (id integer PRIMARY KEY, name text)")
    done = project.run("emit", "--from", conninfo)
    assert done.code == 0, done.said
    assert "warning: migrations:generated/shop: build another schema than" in done.err


def test_a_hazard_in_the_configuration_is_checked_too(project: Shell) -> None:
    path = project.folder / "schemadiff.toml"
    path.write_text(path.read_text().replace("rewrites_table", "rewrites_tables"))
    said = project.fails("plan")
    assert 'schemadiff.toml: systems.shop.allow: "rewrites_tables" is not the name of a hazard' in said


def test_explain_says_what_a_hazard_means(shell: Shell) -> None:
    done = shell.run("explain", "deletes_data")
    assert done.code == 0
    assert "--allow deletes_data" in done.out
    assert "rewrites_table" in shell.run("explain").out
    assert "is not the name of a hazard" in shell.fails("explain", "nothing")
