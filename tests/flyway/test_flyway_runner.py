"""The runner itself, and what is relied on of the Flyway that it runs."""

from __future__ import annotations

import itertools
import os
import sys
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from psycopg import sql

from schemadiff.emit.flyway import checksum
from schemadiff.sources.embedded import embedded_server

from . import flyway_available, require_flyway, run_flyway

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from schemadiff.sources.embedded import Server

numbers = itertools.count(1)
RUNNER = sys.modules[require_flyway.__module__]


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    require_flyway()
    with embedded_server(tcp=True) as running:
        yield running


@pytest.fixture
def database(server: Server) -> str:
    """The conninfo of an empty database."""
    name = f"flyway_{next(numbers)}"
    with psycopg.connect(server.conninfo(), autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(name)))
    return server.conninfo(name)


def write(folder: Path, **files: str) -> Path:
    """Write `V1__x="..."` as V1__x.sql, and `V1__x_conf="..."` as the V1__x.sql.conf beside it."""
    for name, text in files.items():
        stem = name.removesuffix("_conf")
        suffix = ".sql" if stem == name else ".sql.conf"
        (folder / f"{stem}{suffix}").write_text(text, encoding="utf-8", newline="")
    return folder


def ask(database: str, query: str) -> list[tuple[Any, ...]]:
    with psycopg.connect(database) as connection:
        return connection.execute(query.encode()).fetchall()


def test_migrate_applies_the_files_once_in_the_order_of_their_versions(database: str, tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        V10__last="INSERT INTO t SELECT count(*) FROM t;",
        V2__then_a_row="INSERT INTO t VALUES (7);",
        V1__first_a_table="CREATE TABLE t (a integer);",
    )
    first = run_flyway("migrate", database, folder)
    assert (first.exit_code, first.error, first.applied) == (0, None, ("1", "2", "10"))
    again = run_flyway("migrate", database, folder)
    assert (again.exit_code, again.error, again.applied) == (0, None, ())
    assert ask(database, "SELECT a FROM t ORDER BY a") == [(1,), (7,)]


def test_info_tells_what_is_pending_and_what_was_applied(database: str, tmp_path: Path) -> None:
    folder = write(tmp_path, V1__first_a_table="CREATE TABLE t ();")
    assert run_flyway("info", database, folder).states == {"1": "Pending"}
    run_flyway("migrate", database, folder)
    write(folder, V2__another="CREATE TABLE u ();")
    after = run_flyway("info", database, folder)
    assert after.states == {"1": "Success", "2": "Pending"}
    assert [(m.description, m.script) for m in after.migrations] == [
        ("first a table", "V1__first_a_table.sql"),
        ("another", "V2__another.sql"),
    ]


def test_validate_accepts_what_was_applied_and_refuses_what_was_edited_since(
    database: str, tmp_path: Path
) -> None:
    folder = write(tmp_path, V1__t="CREATE TABLE t ();")
    run_flyway("migrate", database, folder)
    assert run_flyway("validate", database, folder).exit_code == 0
    write(folder, V1__t="CREATE TABLE t (a integer);")
    refused = run_flyway("validate", database, folder)
    assert refused.exit_code == 1
    assert "checksum mismatch" in str(refused.error)


def test_repair_takes_the_new_checksum_of_an_edited_file(database: str, tmp_path: Path) -> None:
    folder = write(tmp_path, V1__t="CREATE TABLE t ();")
    run_flyway("migrate", database, folder)
    write(folder, V1__t="-- a word of explanation\nCREATE TABLE t ();")
    assert run_flyway("repair", database, folder).exit_code == 0
    assert run_flyway("validate", database, folder).exit_code == 0


def test_a_misnamed_file_is_an_error(database: str, tmp_path: Path) -> None:
    folder = write(tmp_path, V1__t="CREATE TABLE t ();", V2_one_underscore="CREATE TABLE u ();")
    refused = run_flyway("migrate", database, folder)
    assert (refused.exit_code, refused.applied) == (1, ())
    assert "V2_one_underscore.sql" in str(refused.error)
    assert ask(database, "SELECT to_regclass('t')") == [(None,)]


def test_a_file_that_fails_leaves_nothing_of_itself_and_names_the_error(
    database: str, tmp_path: Path
) -> None:
    folder = write(tmp_path, V1__t="CREATE TABLE t ();", V2__broken="CREATE TABLE u (); CREATE TABLE t ();")
    failed = run_flyway("migrate", database, folder)
    assert failed.exit_code == 1
    assert 'relation "t" already exists' in str(failed.error)
    assert failed.states == {"1": "Success", "2": "Pending"}
    assert ask(database, "SELECT to_regclass('u')") == [(None,)]


def test_a_concurrent_index_is_built_outside_a_transaction(database: str, tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        V1__t="CREATE TABLE t (a integer);",
        V2__index="SET lock_timeout = '1s';\nCREATE INDEX CONCURRENTLY t_a ON t (a);\nRESET lock_timeout;",
        V2__index_conf="executeInTransaction=false\n",
    )
    assert run_flyway("migrate", database, folder).applied == ("1", "2")
    assert ask(database, "SELECT indisvalid FROM pg_index WHERE indexrelid = 't_a'::regclass") == [(True,)]


def test_a_concurrent_index_beside_other_statements_needs_the_conf(database: str, tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        V1__t="CREATE TABLE t (a integer);",
        V2__index="SET lock_timeout = '1s';\nCREATE INDEX CONCURRENTLY t_a ON t (a);",
    )
    refused = run_flyway("migrate", database, folder)
    assert (refused.exit_code, refused.states) == (1, {"1": "Success", "2": "Pending"})
    assert "mixed" in str(refused.error)


def test_a_failed_file_without_a_transaction_blocks_until_repaired(database: str, tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        V1__t="CREATE TABLE t (a integer);\nINSERT INTO t VALUES (1), (1);",
        V2__index="CREATE UNIQUE INDEX CONCURRENTLY t_a ON t (a);",
        V2__index_conf="executeInTransaction=false\n",
    )
    assert run_flyway("migrate", database, folder).states == {"1": "Success", "2": "Failed"}
    assert run_flyway("migrate", database, folder).exit_code == 1
    assert run_flyway("repair", database, folder).states == {"1": "Success", "2": "Pending"}


BODY = "CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$ SELECT '${x}' $$;"


def test_a_conf_keeps_a_dollar_brace_in_a_body(database: str, tmp_path: Path) -> None:
    folder = write(tmp_path, V1__f=BODY, V1__f_conf="placeholderReplacement=false\n")
    assert run_flyway("migrate", database, folder).applied == ("1",)
    assert ask(database, "SELECT f()") == [("${x}",)]


def test_without_a_conf_a_dollar_brace_is_a_placeholder(database: str, tmp_path: Path) -> None:
    folder = write(tmp_path, V1__f=BODY)
    assert "No value provided for placeholder: ${x}" in str(run_flyway("migrate", database, folder).error)
    given = run_flyway("migrate", database, folder, config={"flyway.placeholders.x": "other"})
    assert given.applied == ("1",)
    assert ask(database, "SELECT f()") == [("other",)]


CHECKSUM_TRAPS = {
    "V1__lf": "SELECT 1;\nSELECT 2;\n",
    "V2__no_last_line_end": "SELECT 1;\nSELECT 2;",
    "V3__crlf": "SELECT 1;\r\nSELECT 2;\r\n",
    "V4__cr": "SELECT 1;\rSELECT 2;\r",
    "V5__blank_lines_around": "\n\nSELECT 1;\n\n\nSELECT 2;\n\n",
    "V6__blanks_at_the_end": "SELECT 1;  \t\nSELECT 2; \n",
    "V7__byte_order_mark": "\ufeffSELECT 1;\n",
    "V8__byte_order_mark_within": "SELECT '\ufeff';\n\ufeff-- two\nSELECT 2;\n",
    "V9__what_only_python_takes_for_line_ends": "SELECT '\v \f \x1c \x1d \x1e \x85 \u2028 \u2029';\n",
    "V10__emoji": "SELECT '\U0001f3db\ufe0f';\n",
    "V11__nothing": "",
    "V12__two_files": "SELECT '${x}';\n",
    "V12__two_files_conf": "placeholderReplacement=false\n",
}


def test_our_checksum_is_the_one_that_flyway_stores(database: str, tmp_path: Path) -> None:
    folder = write(tmp_path, **CHECKSUM_TRAPS)
    assert run_flyway("migrate", database, folder).error is None
    stored = dict(ask(database, "SELECT script, checksum FROM flyway_schema_history"))
    expected = {
        f"{name}.sql": checksum(text) for name, text in CHECKSUM_TRAPS.items() if not name.endswith("_conf")
    }
    assert stored == expected
    assert len(stored) == 12


def test_text_beyond_ascii_arrives_as_written(database: str, tmp_path: Path) -> None:
    folder = write(tmp_path, V1__t="CREATE TABLE t AS SELECT '\U0001f3db\ufe0f' AS icon;")
    run_flyway("migrate", database, folder)
    assert ask(database, "SELECT icon FROM t") == [("\U0001f3db\ufe0f",)]


def test_a_socket_is_refused_since_jdbc_has_none(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="JDBC needs TCP"):
        run_flyway("info", "host=/var/run/postgresql dbname=d user=u", tmp_path)


def test_a_server_that_cannot_be_reached_is_an_error_not_a_crash(database: str, tmp_path: Path) -> None:
    refused = run_flyway("info", f"{database} port=1", tmp_path)
    assert (refused.exit_code, refused.migrations) == (1, ())
    assert "Connection to 127.0.0.1:1 refused" in str(refused.error)


def test_the_reason_names_the_tools_that_are_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert flyway_available.__wrapped__() == "Flyway needs java, javac, mvn, which this machine lacks"


def test_the_reason_tells_what_maven_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    require_flyway()
    maven = tmp_path / "mvn"
    maven.write_text("#!/bin/sh\necho '[ERROR] no way to the repository'\nexit 1\n")
    maven.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setattr(RUNNER, "_TARGET", tmp_path / "target")
    reason = flyway_available.__wrapped__()
    assert reason == "mvn could not build the Flyway runner: [ERROR] no way to the repository"


@pytest.mark.parametrize(("variables", "outcome"), [({}, pytest.skip), ({"CI": "true"}, pytest.fail)])
def test_without_flyway_a_test_is_skipped_but_fails_in_ci(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], outcome: Any
) -> None:
    monkeypatch.setattr(RUNNER, "flyway_available", lambda: "no Maven here")
    monkeypatch.delenv("CI", raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(outcome.Exception, match="no Maven here"):
        require_flyway()
