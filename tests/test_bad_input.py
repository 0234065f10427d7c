"""Bad input: one clear message, the exit code, no traceback, nothing half-written, no password."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest

from command import Shell, shell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from schemadiff.sources.shadow import Shadow

__all__ = ["shell"]
SECRET = "s3kret"  # noqa: S105 - looked for in what is said


@pytest.fixture
def live(servers: Callable[[int], Shadow]) -> Iterator[str]:
    """The conninfo of a live database with one table."""
    server = servers(18)
    with server.database() as connection:
        connection.execute("CREATE TABLE account (id int PRIMARY KEY, name text)")
        yield server.conninfo(connection.info.dbname)


# -- databases ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "source",
    [
        f"postgresql://me:{SECRET}@127.0.0.1:1/shop",
        f"postgresql://me:x?{SECRET}@127.0.0.1:1/shop",
        f"host=127.0.0.1 port=1 user=me password={SECRET} dbname=shop",
        f"host=127.0.0.1 port=1 user=me password='{SECRET}' dbname=shop",
    ],
)
def test_a_host_that_is_not_there_is_named_and_the_password_is_not(shell: Shell, source: str) -> None:
    said = shell.fails("plan", "--from", source, "--to", "empty")
    assert "cannot connect to shop at 127.0.0.1:1" in said
    assert "Connection refused" in said
    assert "Check host and port" in said
    assert SECRET not in said


@pytest.mark.parametrize(
    "source",
    [
        f"postgresql://me:{SECRET}@x@127.0.0.1/shop",
        f"postgresql://me:{SECRET}/x@127.0.0.1/shop",
        f"postgresql://me:x/{SECRET}@127.0.0.1/shop",
        f"postgresql://me:{SECRET}%zz@127.0.0.1/shop",
        f"host=127.0.0.1 password={SECRET} colour=red",
        f"postgresql://me:{SECRET}@127.0.0.1:port/shop",
        f"postgres:/me:{SECRET}@127.0.0.1/shop",
        f"postgre://me:{SECRET}@127.0.0.1/shop",
        f"jdbc:postgresql://me:{SECRET}@127.0.0.1/shop",
        f"me:{SECRET}@127.0.0.1/shop",
    ],
)
def test_a_malformed_url_is_explained_without_repeating_it(
    shell: Shell, source: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = shell.fails("plan", "--from", source, "--to", "empty")
    assert "postgresql://" in said
    assert SECRET not in said
    monkeypatch.setenv("SHOP", source)
    said = shell.fails("plan", "--from", "env:SHOP", "--to", "empty")
    assert SECRET not in said


def test_a_variable_that_is_not_set_is_named(shell: Shell) -> None:
    assert "the environment variable NOPE is not set" in shell.fails(
        "plan", "--from", "env:NOPE", "--to", "empty"
    )


def test_a_database_that_is_not_there_is_named(shell: Shell, servers: Callable[[int], Shadow]) -> None:
    said = shell.fails("plan", "--from", servers(18).conninfo("nowhere"), "--to", "empty")
    assert 'database "nowhere" does not exist' in said
    assert "Check the name of the database" in said


def test_a_role_that_is_not_there_is_named(shell: Shell, live: str) -> None:
    said = shell.fails("plan", "--from", f"{live} user=nobody_here", "--to", "empty")
    assert 'role "nobody_here" does not exist' in said


@pytest.fixture
def guarded(servers: Callable[[int], Shadow]) -> Iterator[str]:
    """The conninfo of a database whose server asks for a password, without one."""
    server = servers(15)
    with server.database() as connection:
        row = connection.execute("SHOW hba_file").fetchone()
        assert row is not None
        rules = Path(str(row[0]))
        open_rules = rules.read_text()
        connection.execute(f"CREATE ROLE guarded LOGIN PASSWORD '{SECRET}'")
        rules.write_text(f"local all guarded scram-sha-256\n{open_rules}")
        connection.execute("SELECT pg_reload_conf()")
        conninfo = server.conninfo(connection.info.dbname).replace("user=schemadiff_owner", "user=guarded")
        try:
            _wait_until_it_asks(conninfo)
            yield conninfo
        finally:
            rules.write_text(open_rules)
            connection.execute("SELECT pg_reload_conf()")
            connection.execute("DROP ROLE guarded")


def _wait_until_it_asks(conninfo: str) -> None:
    """Until the server has read its new rules, it lets everybody in."""
    while True:
        try:
            psycopg.connect(conninfo).close()
        except psycopg.OperationalError:
            return
        time.sleep(0.01)


def test_a_wrong_password_is_said_and_not_shown(
    shell: Shell, guarded: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = shell.fails("check", "--from", f"{guarded} password=wr0ng", "--to", "empty")
    assert 'password authentication failed for user "guarded"' in said
    assert "PGPASSWORD" in said
    assert "wr0ng" not in said
    monkeypatch.setenv("PGPASSWORD", "wr0ng-too")
    assert "wr0ng" not in shell.fails("check", "--from", guarded, "--to", "empty")
    monkeypatch.delenv("PGPASSWORD")
    assert "no password supplied" in shell.fails("check", "--from", guarded, "--to", "empty")


@pytest.mark.parametrize("form", ["text", "json", "sql", "markdown"])
def test_a_right_password_is_in_no_output(
    shell: Shell, guarded: str, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = shell.run("plan", "--from", f"{guarded} password={SECRET}", "--to", "empty", "-f", form)
    assert done.code == 0, done.said
    assert SECRET not in done.said
    monkeypatch.setenv("PGPASSWORD", SECRET)
    done = shell.run("plan", "--from", guarded, "--to", "empty", "-f", form)
    assert done.code == 0, done.said
    assert SECRET not in done.said


def test_a_role_that_may_only_connect_can_read_the_schema(shell: Shell, live: str) -> None:
    shell.write("wanted.sql", "CREATE TABLE account (id int PRIMARY KEY, name text);")
    with psycopg.connect(live, autocommit=True) as connection:
        connection.execute("CREATE ROLE connects_only LOGIN")
        try:
            weak = live.replace("user=schemadiff_owner", "user=connects_only")
            done = shell.run("plan", "--from", weak, "--to", "wanted.sql", "--exit-code")
            assert "table account" not in done.out, done.said
            shell.write(
                "rows.sql",
                "CREATE TABLE account (id int PRIMARY KEY, name text);INSERT INTO account VALUES (1, 'one');",
            )
            said = shell.fails("plan", "--from", weak, "--to", "rows.sql", "-q")
            assert "permission denied for table account" in said
            assert "needs SELECT" in said
        finally:
            connection.execute("DROP ROLE connects_only")


def test_a_server_that_goes_away_in_the_middle_is_told(
    shell: Shell, live: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from schemadiff import pipeline

    def read(connection: psycopg.Connection[object], *_: object, **__: object) -> None:
        with psycopg.connect(live, autocommit=True) as other:
            other.execute("SELECT pg_terminate_backend(%s)", [connection.info.backend_pid])
        connection.execute("SELECT 1")

    monkeypatch.setattr(pipeline, "read", read)
    said = shell.fails("emit", "--from", live, "--to", live, "--out", "out")
    assert "lost the connection to" in said
    assert "terminating connection due to administrator command" in said


def test_a_session_that_is_ended_while_it_reads_is_told(shell: Shell, live: str) -> None:
    with psycopg.connect(live, autocommit=True) as other:
        lock = psycopg.connect(live)
        lock.execute("LOCK TABLE pg_catalog.pg_depend IN ACCESS EXCLUSIVE MODE")

        def end() -> None:
            for _ in range(500):
                found = other.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                    "WHERE datname = current_database() AND application_name = 'schemadiff' "
                    "AND wait_event_type = 'Lock'"
                ).fetchall()
                if found:
                    return
                time.sleep(0.02)

        thread = threading.Thread(target=end)
        thread.start()
        try:
            said = shell.fails("check", "--from", live, "--to", "empty", "-q")
        finally:
            thread.join()
            lock.close()
    assert "cannot read the catalog of" in said
    assert "the connection is lost" in said or "terminating connection" in said
    assert "psycopg" not in said


# -- schema files -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("CREATE TABEL account ();", "1:8", 'syntax error at or near "TABEL"'),
        ("CREATE TABLE a (x int);\nCREATE VIEW v AS SELECT y FROM a;", "2:25", 'column "y" does not exist'),
        ("CREATE TABLE a (x int REFERENCES b);", "1:1", 'relation "b" does not exist'),
        ("CREATE TABLE a ();\nCREATE TABLE a ();", "2:1", "defined twice"),
        ("CREATE TABLE a ();\n  DROP TABLE b;", "2:3", 'table "b" does not exist'),
        ("CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT x FROM nowhere';", "1:", "nowhere"),
        ("CREATE DATABASE shop;", "1:1", "CREATE DATABASE"),
        (b"CREATE TABLE a (); -- caf\xe9", "1:26", "not UTF-8"),
        (b"\x7fELF\x02\x01\x01\x00\x00", "1:", ""),
        ("CREATE EXTENSION no_such_extension;", "1:1", "no_such_extension"),
        ("INSERT INTO nowhere VALUES (1);", "1:", "nowhere"),
    ],
)
def test_a_fault_in_a_file_is_placed(shell: Shell, text: str | bytes, place: str, words: str) -> None:
    shell.write("schema/café.sql", text)
    said = shell.fails("emit", "--from", "empty", "--to", "schema", "--out", "out", "-q")
    assert f"schema/café.sql:{place}" in said
    assert words in said


def test_a_statement_of_megabytes_fails_in_a_few_lines(shell: Shell) -> None:
    columns = ",\n".join(f"c{n} integer" for n in range(1500))
    shell.write(
        "schema/huge.sql", f"CREATE TABLE huge ({columns});\nCOMMENT ON TABLE hugh IS '{'x' * 2_000_000}';"
    )
    said = shell.fails("plan", "--from", "empty", "--to", "schema", "-q")
    assert 'relation "hugh" does not exist' in said
    assert "schema/huge.sql:1501:" in said
    assert len(said) < 2000


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("nowhere", "there is no file or folder nowhere"),
        ("", "there is no file or folder"),
        ("hollow", "there is no .sql file in hollow"),
        ("migrations:nowhere", "nowhere is no folder of migrations"),
        ("migrations:note.txt", "note.txt is no folder of migrations: it is a file"),
        ("migrations:", "names nothing"),
        ("snapshot:nowhere.json", "cannot read the snapshot nowhere.json"),
        ("snapshot:note.txt", "note.txt is not a snapshot"),
        ("git:main", "lacks a revision or a path"),
        ("git:no-such-revision:schema", "git"),
        ("env:", "names nothing"),
        ("sch\0ema", "there is no file or folder"),
    ],
)
def test_a_source_that_is_none_says_what_a_source_is(shell: Shell, source: str, words: str) -> None:
    shell.write("note.txt", "hello")
    (shell.folder / "hollow").mkdir()
    assert words in shell.fails("plan", "--from", "empty", "--to", source, "-q")


def test_an_empty_file_is_an_empty_schema(shell: Shell) -> None:
    shell.write("schema/a.sql", "")
    assert shell.run("plan", "--from", "empty", "--to", "schema", "--exit-code").code == 0


# -- migrations ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("V1__again.sql", "two migrations have version 1"),
        ("V1.0__again.sql", "two migrations have version 1"),
        ("V2_one_underscore.sql", "two underscores"),
        ("v2__lower.sql", "upper case"),
        ("V2__.sql", "the description is missing"),
    ],
)
def test_a_misnamed_or_second_migration_is_refused(shell: Shell, name: str, words: str) -> None:
    shell.write("out/V1__first.sql", "CREATE TABLE a ();")
    shell.write(f"out/{name}", "CREATE TABLE b ();")
    said = shell.fails("emit", "--from", "migrations:out", "--to", "empty", "--out", "out", "--allow", "all")
    assert words in said
    assert f"out/{name}" in said


def test_a_migration_that_fails_is_placed(shell: Shell) -> None:
    shell.write("out/V1__first.sql", "CREATE TABLE a ();\nALTER TABLE b ADD x int;")
    said = shell.fails("check", "--from", "migrations:out", "--to", "empty")
    assert "out/V1__first.sql:2:" in said
    assert 'relation "b" does not exist' in said


# -- folders and names --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--out", "a_file"], "a_file is not a folder"),
        (["--out", "a_file/below"], "cannot write a_file/below"),
        (["--out", "/proc/nowhere"], "cannot write /proc/nowhere"),
        (["--out", "out", "--version", "1"], "version 1 is the folder's latest"),
        (["--out", "out", "--version", "0.5"], "version 0.5 is not above the latest, 1"),
        (["--out", "out", "--version", "one"], "is not a version that Flyway accepts"),
        (["--out", "out", "--allow", "nothing"], '"nothing" is not the name of a hazard'),
        (["--out", "out", "--shadow", "nothing"], 'the shadow "nothing" is not known'),
        (["--out", "out", "--split", "nothing"], "--split"),
        ([], "--out is missing"),
        (["--out", "out", "--system", "nothing"], 'there is no system "nothing"'),
        (["--out", "out", "--config", "nowhere.toml"], "cannot read nowhere.toml"),
    ],
)
def test_an_option_that_cannot_be_is_refused_before_anything_is_written(
    shell: Shell, options: list[str], words: str
) -> None:
    shell.write("a_file", "")
    shell.write("wanted.sql", "CREATE TABLE a ();")
    shell.write("out/V1__first.sql", "CREATE TABLE b ();")
    said = shell.fails("emit", "--from", "empty", "--to", "wanted.sql", *options, "-q")
    assert words in said


def test_a_step_that_deletes_data_is_refused_with_a_code_of_its_own(shell: Shell) -> None:
    shell.write("out/V1__first.sql", "CREATE TABLE a (x int);")
    said = shell.fails("emit", "--from", "migrations:out", "--to", "empty", "--out", "out", "-q", code=3)
    assert "refused: 1 step" in said
    assert "--allow deletes_data" in said
    done = shell.run(
        "emit", "--from", "migrations:out", "--to", "empty", "--out", "out", "--allow", "deletes_data"
    )
    assert done.code == 0, done.said
    assert done.out == "wrote out/V2__drop_a.sql\n"


# -- interrupted --------------------------------------------------------------------------------------------


def test_ctrl_c_leaves_no_file_and_no_server(shell: Shell, live: str) -> None:
    lock = psycopg.connect(live)
    lock.execute("LOCK TABLE pg_catalog.pg_depend IN ACCESS EXCLUSIVE MODE")
    command = "from schemadiff.cli import main; main()"
    shell.write("wanted.sql", "CREATE TABLE a ();")
    with subprocess.Popen(
        [sys.executable, "-c", command, "emit", "--from", live, "--to", "wanted.sql", "--out", "out"],
        cwd=shell.folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        with psycopg.connect(live, autocommit=True) as other:
            while not other.execute(
                "SELECT FROM pg_stat_activity WHERE datname = current_database() "
                "AND application_name = 'schemadiff' AND wait_event_type = 'Lock'"
            ).fetchall():
                assert process.poll() is None, process.stderr and process.stderr.read()
                time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        try:
            out, err = process.communicate(timeout=60)
        finally:
            process.kill()
    lock.close()
    assert process.returncode == 1, err
    assert "interrupted; nothing was written" in err
    assert "Traceback" not in err
    assert not out
    assert sorted(shell.files()) == ["wanted.sql"]
