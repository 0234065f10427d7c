"""A folder of migrations, read and replayed as Flyway would run it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

from schemadiff.errors import SourceError
from schemadiff.sources.migrations import MigrationSet, read_migrations, replay

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import psycopg

    from schemadiff.sources.shadow import Shadow


def read(folder: Path, files: dict[str, str]) -> MigrationSet:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return read_migrations(folder)


def refused(folder: Path, files: dict[str, str]) -> SourceError:
    with pytest.raises(SourceError) as raised:
        read(folder, files)
    return raised.value


def names(folder: Path, found: MigrationSet) -> list[str]:
    return [m.path.removeprefix(f"{folder}/") for m in found.replayed]


@pytest.fixture(params=(15, 18))
def shadow(request: pytest.FixtureRequest, servers: Callable[[int], Shadow]) -> Shadow:
    return servers(request.param)


@contextmanager
def replayed(shadow: Shadow, folder: Path, files: dict[str, str]) -> Iterator[psycopg.Connection[Any]]:
    found = read(folder, files)
    with shadow.database() as connection:
        shadow.ensure_roles(connection, found.roles)
        replay(connection, found.replayed)
        yield connection


def failure(shadow: Shadow, folder: Path, files: dict[str, str]) -> SourceError:
    with pytest.raises(SourceError) as raised, replayed(shadow, folder, files):
        pass
    return raised.value


# Reading


def test_files_come_in_the_order_of_their_versions_then_the_repeatable_ones(tmp_path: Path) -> None:
    files = [
        "V10__j.sql",
        "V2__b.sql",
        "V1.10__i.sql",
        "sub/V1.9__h.sql",
        "V1__a.sql",
        "R__z.sql",
        "R__a_b.sql",
    ]
    found = read(tmp_path, dict.fromkeys(files, "SELECT 1"))
    assert names(tmp_path, found) == [
        "V1__a.sql",
        "sub/V1.9__h.sql",
        "V1.10__i.sql",
        "V2__b.sql",
        "V10__j.sql",
        "R__a_b.sql",
        "R__z.sql",
    ]
    assert [(str(m.version), m.description) for m in found.replayed][-3:] == [
        ("10", "j"),
        ("None", "a b"),
        ("None", "z"),
    ]


def test_what_is_not_replayed_is_named_with_the_reason(tmp_path: Path) -> None:
    files = [
        "V1__a.sql",
        "U1__a.sql",
        "README.md",
        "views.sql",
        "beforeMigrate.sql",
        "V1__a.sql.conf",
        "V2__b.sql.conf",
    ]
    found = read(tmp_path, dict.fromkeys(files, ""))
    assert names(tmp_path, found) == ["V1__a.sql"]
    assert {(d.code, d.subject.removeprefix(f"{tmp_path}/")) for d in found.diagnostics} == {
        ("undo-file", "U1__a.sql"),
        ("not-a-migration", "README.md"),
        ("not-a-migration", "views.sql"),
        ("not-a-migration", "V2__b.sql.conf"),
        ("callback", "beforeMigrate.sql"),
    }


def test_an_empty_database_starts_from_the_highest_baseline(tmp_path: Path) -> None:
    files = ["V1__a.sql", "B2__base.sql", "V2__b.sql", "B3__base.sql", "V3__c.sql", "V3.1__d.sql", "R__r.sql"]
    found = read(tmp_path, dict.fromkeys(files, "SELECT 1"))
    assert names(tmp_path, found) == ["B3__base.sql", "V3.1__d.sql", "R__r.sql"]
    assert {d.code for d in found.diagnostics} == {"below-baseline"}
    assert len(found.diagnostics) == 4


def test_two_files_of_one_version_are_both_named(tmp_path: Path) -> None:
    message = refused(tmp_path, dict.fromkeys(["V1__a.sql", "V1.0__b.sql"], "")).message
    assert "V1__a.sql" in message
    assert "V1.0__b.sql" in message


def test_all_misnamed_files_are_named_with_the_reason_and_a_right_name(tmp_path: Path) -> None:
    files = [
        "V1_users.sql",
        "V2__.sql",
        "v3__x.sql",
        "V4__x.SQL",
        "V__x.sql",
        "V5x__y.sql",
        "V6__ok.sql",
        "R1__x.sql",
    ]
    error = refused(tmp_path, dict.fromkeys(files, ""))
    assert all(name in error.message for name in files if "ok" not in name and name != "R1__x.sql")
    assert "V6__ok.sql" not in error.message
    assert "V7__add_users.sql" in str(error.hint)


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="not a folder"):
        read_migrations(tmp_path / "nothing")


def test_a_placeholder_cannot_be_known(tmp_path: Path) -> None:
    error = refused(tmp_path, {"V1__a.sql": "SELECT 1;\n-- ${flyway:user}\n"})
    assert str(error.origin).endswith("V1__a.sql:2:4")
    assert "${flyway:user}" in error.message
    conf = {"V1__a.sql.conf": "placeholderReplacement=false\n"}
    assert len(read(tmp_path, conf).replayed) == 1


def test_a_condition_in_a_conf_cannot_be_known(tmp_path: Path) -> None:
    error = refused(tmp_path, {"V1__a.sql": "SELECT 1", "V1__a.sql.conf": "shouldExecute=${x}==y"})
    assert "shouldExecute" in error.message


def test_what_runs_outside_a_transaction_is_told_from_the_statement_and_the_conf(tmp_path: Path) -> None:
    concurrently = "CREATE INDEX CONCURRENTLY i ON t (a);"
    files = {
        "V1__a.sql": "SELECT 1",
        "V2__b.sql": concurrently,
        "V3__c.sql": f"SET work_mem = '1MB'; {concurrently}",
        "V3__c.sql.conf": "executeInTransaction=false",
        "V4__d.sql": "SELECT 1",
        "V4__d.sql.conf": "executeInTransaction=false",
    }
    assert [m.in_transaction for m in read(tmp_path, files).replayed] == [True, False, False, False]


def test_flyways_refusal_to_mix_is_repeated(tmp_path: Path) -> None:
    error = refused(tmp_path, {"V1__a.sql": "SELECT 1;\nDROP INDEX CONCURRENTLY i;"})
    assert str(error.origin).endswith("V1__a.sql:2:1")
    assert "executeInTransaction=false" in str(error.hint)


def test_a_file_in_another_encoding_is_read_as_its_conf_says(tmp_path: Path) -> None:
    (tmp_path / "V1__a.sql").write_bytes("SELECT 'é'".encode("latin-1"))
    assert "not UTF-8" in refused(tmp_path, {}).message
    assert read(tmp_path, {"V1__a.sql.conf": "encoding=ISO-8859-1"}).replayed[0].sql == "SELECT 'é'"


# Replaying


def test_files_build_on_each_other(shadow: Shadow, tmp_path: Path) -> None:
    files = {
        "V1__table.sql": "CREATE TABLE t (id int PRIMARY KEY, parent int REFERENCES t INITIALLY DEFERRED);",
        "V2__rows.sql": "INSERT INTO t VALUES (2, 1); INSERT INTO t VALUES (1, NULL);",
        "V3__alter.sql": "ALTER TABLE t ADD COLUMN b text DEFAULT '${x}';",
        "V3__alter.sql.conf": "placeholderReplacement=false",
        "V4__index.sql": "CREATE INDEX CONCURRENTLY i ON t (b);",
        "V5__enum.sql": "CREATE TYPE mood AS ENUM ('a');",
        "V6__label.sql": "ALTER TYPE mood ADD VALUE 'b';",
        "V7__use.sql": "CREATE TABLE m (m mood DEFAULT 'b'); GRANT SELECT ON m TO sc_migrated;",
        "V7.1__role.sql": "CREATE ROLE sc_migrated;",
        "V8__copy.sql": "COPY t FROM stdin;\n7\t1\tx\n\\.\nANALYZE t;",
        "R__view.sql": "CREATE OR REPLACE VIEW v AS SELECT * FROM t WHERE b = 'x'",
    }
    with replayed(shadow, tmp_path, files) as connection:
        rows = connection.execute("SELECT id, parent, b FROM t ORDER BY id").fetchall()
        assert rows == [(1, None, "${x}"), (2, 1, "${x}"), (7, 1, "x")]
        assert connection.execute(
            "SELECT indisvalid FROM pg_index WHERE indexrelid = 'i'::regclass"
        ).fetchall()
        assert connection.execute("SELECT id FROM v").fetchall() == [(7,)]
        assert connection.execute("SELECT has_table_privilege('sc_migrated', 'm', 'SELECT')").fetchone() == (
            True,
        )


def test_role_and_search_path_do_not_leak_into_the_next_file(shadow: Shadow, tmp_path: Path) -> None:
    files = {
        "V1__a.sql": """
            CREATE SCHEMA app AUTHORIZATION sc_migrator; SET search_path = app; SET ROLE sc_migrator;
            CREATE TABLE a ();
        """,
        "V2__b.sql": "CREATE TABLE b ();",
    }
    with replayed(shadow, tmp_path, files) as connection:
        query = "SELECT relnamespace::regnamespace::text, relowner::regrole::text FROM pg_class"
        query += " WHERE relname IN ('a', 'b')"
        found = dict(connection.execute(query.encode()).fetchall())
        assert found["app"] == "sc_migrator"
        assert found["public"] != "sc_migrator"


@pytest.mark.parametrize(
    ("sql", "place", "state"),
    [
        ("SELECT 1;\n\n-- é\nCREATE TABLE é (a nothing);", "4:19", "42704"),
        ("SELECT 1;\nCREATE TABLE t ();\nCREATE TABLE t ();", "3:1", "42P07"),
        ("CREATE TABLE t (a int CHECK (a > 0));\nINSERT INTO t VALUES (0);", "2:1", "23514"),
        ("CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$\n SELECT x FROM y $$;", "2:16", "42P01"),
    ],
)
def test_an_error_is_shown_at_its_place(
    shadow: Shadow, tmp_path: Path, sql: str, place: str, state: str
) -> None:
    error = failure(shadow, tmp_path, {"V1__a.sql": sql})
    assert str(error.origin) == f"{tmp_path}/V1__a.sql:{place}"
    assert error.sqlstate == state


def test_an_error_outside_a_transaction_is_shown_at_its_place(shadow: Shadow, tmp_path: Path) -> None:
    files = {"V1__a.sql": "CREATE TABLE t (a int);", "V2__b.sql": "CREATE INDEX CONCURRENTLY i ON t (b);"}
    error = failure(shadow, tmp_path, files)
    assert str(error.origin) == f"{tmp_path}/V2__b.sql:1:1"


def test_an_error_at_commit_is_shown_at_its_file(shadow: Shadow, tmp_path: Path) -> None:
    sql = "CREATE TABLE t (a int PRIMARY KEY, b int REFERENCES t INITIALLY DEFERRED);"
    sql += "\nINSERT INTO t VALUES (1, 2);"
    error = failure(shadow, tmp_path, {"V1__a.sql": sql})
    assert error.sqlstate == "23503"
    assert str(error.origin) == f"{tmp_path}/V1__a.sql:2:1"
