"""Loading schema files into an empty database, and what is said when they fail."""

from __future__ import annotations

import os
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

from schemadiff.errors import SourceError
from schemadiff.sources import load as loading
from schemadiff.sources.load import load
from schemadiff.sources.sql_files import read_sql

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import psycopg

    from schemadiff.sources.shadow import Shadow

    type Connection = psycopg.Connection[Any]

MAJORS = (15, 18)


@pytest.fixture(params=MAJORS)
def shadow(request: pytest.FixtureRequest, servers: Callable[[int], Shadow]) -> Shadow:
    return servers(request.param)


@contextmanager
def loaded(shadow: Shadow, *texts: str) -> Iterator[Connection]:
    source = read_sql([(f"{name}.sql", text) for name, text in zip("abcdef", texts, strict=False)])
    with shadow.database() as connection:
        shadow.ensure_roles(connection, source.roles)
        load(connection, source, major=shadow.major)
        yield connection


def failure(shadow: Shadow, *texts: str) -> SourceError:
    with pytest.raises(SourceError) as raised, loaded(shadow, *texts):
        pass
    return raised.value


def value(connection: Connection, query: str) -> Any:
    row = connection.execute(query.encode()).fetchone()
    assert row is not None
    return row[0]


def dump(shadow: Shadow, connection: Connection, *options: str) -> str:
    assert shadow.programs is not None
    done = subprocess.run(
        [shadow.programs.program("pg_dump"), *options, "-d", shadow.conninfo(connection.info.dbname)],
        capture_output=True,
        check=True,
        env={**os.environ, **shadow.programs.environment()},
        text=True,
    )
    return done.stdout


def without_key(text: str) -> list[str]:
    return [line for line in text.splitlines() if not line.startswith(("\\restrict", "\\unrestrict"))]


# Order

FILES = (
    """
    CREATE VIEW app.mine AS SELECT p.*, app.next(p.id) AS following FROM app.parent p;
    COMMENT ON VIEW app.mine IS 'x';
    GRANT SELECT ON app.mine TO sc_reader;
    """,
    """
    INSERT INTO app.child VALUES (1, 1), (2, 1) ON CONFLICT (id) DO NOTHING;
    INSERT INTO app.parent (id) VALUES (1);
    """,
    """
    CREATE TRIGGER g BEFORE UPDATE ON app.child FOR EACH ROW EXECUTE FUNCTION app.stamp();
    ALTER TABLE app.child ENABLE ALWAYS TRIGGER g;
    CREATE POLICY p ON app.child TO sc_reader USING (app.next(id) > 0);
    """,
    """
    CREATE TABLE app.child (
      id int DEFAULT app.next(1), parent_id int REFERENCES app.parent (id) ON DELETE CASCADE,
      stamped bool, PRIMARY KEY (id)
    );
    CREATE INDEX CONCURRENTLY ON app.child (parent_id);
    """,
    """
    CREATE TABLE app.parent (
      id int PRIMARY KEY, mood app.mood DEFAULT 'ok',
      first_child int CONSTRAINT first REFERENCES app.child DEFERRABLE
    );
    """,
    """
    CREATE FUNCTION app.next(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1 + 1';
    CREATE FUNCTION app.stamp() RETURNS trigger LANGUAGE plpgsql AS
      'BEGIN NEW.stamped := true; RETURN NEW; END';
    CREATE TYPE app.mood AS ENUM ('ok');
    CREATE SCHEMA app;
    """,
)


def test_statements_and_files_may_come_in_any_order(shadow: Shadow) -> None:
    with loaded(shadow, *FILES) as connection, loaded(shadow, *FILES[::-1]) as other:
        assert value(connection, "SELECT count(*) FROM app.child JOIN app.parent p ON p.id = parent_id") == 2
        assert without_key(dump(shadow, connection)) == without_key(dump(shadow, other))
        names = connection.execute(
            "SELECT conname FROM pg_constraint WHERE contype = 'f' ORDER BY 1"
        ).fetchall()
        assert names == [("child_parent_id_fkey",), ("first",)]


def test_keys_cut_out_of_tables_get_the_names_that_postgresql_gives_them(shadow: Shadow) -> None:
    table = "CREATE TABLE {} (id int PRIMARY KEY, a int REFERENCES {}, b int, FOREIGN KEY (b) REFERENCES {}, "
    table += "FOREIGN KEY (a) REFERENCES {})"
    query = "SELECT conname FROM pg_constraint WHERE conrelid = 'x'::regclass ORDER BY 1"
    with loaded(shadow, table.format("x", "y", "y", "y"), table.format("y", "x", "x", "x")) as cut:
        names = cut.execute(query.encode()).fetchall()
    with loaded(shadow, "CREATE TABLE y (id int PRIMARY KEY)", table.format("x", "y", "y", "y")) as whole:
        assert names == whole.execute(query.encode()).fetchall()


def test_what_no_order_can_tell_is_found_by_trying(shadow: Shadow) -> None:
    body = "CREATE FUNCTION {}() RETURNS int LANGUAGE plpgsql AS 'BEGIN RETURN {}; END'"
    texts = (
        "DO 'BEGIN PERFORM f(); END'",  # what a string says is not known beforehand
        body.format("f", "g()"),
        "CREATE TABLE t (m mood DEFAULT 'later')",
        "CREATE TYPE mood AS ENUM ('now'); ALTER TYPE mood ADD VALUE 'later'",
        "INSERT INTO t DEFAULT VALUES",
        body.format("g", "1"),
    )
    with loaded(shadow, *texts) as connection:
        assert value(connection, "SELECT m::text FROM t") == "later"


def test_rows_that_point_at_each_other_load_with_deferred_keys(shadow: Shadow) -> None:
    texts = (
        "INSERT INTO a VALUES (1, 1)",
        "CREATE TABLE a (id int PRIMARY KEY, b int REFERENCES b DEFERRABLE INITIALLY DEFERRED)",
        "CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a DEFERRABLE INITIALLY DEFERRED)",
        "INSERT INTO b VALUES (1, 1)",
    )
    with loaded(shadow, *texts) as connection:
        assert value(connection, "SELECT count(*) FROM a JOIN b ON a.id = b.a") == 1
    with loaded(
        shadow,
        *texts,
        "DO 'BEGIN PERFORM late(); END'; CREATE FUNCTION late() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    ):
        pass
    error = failure(shadow, *texts[:3])
    assert error.sqlstate == "23503"
    assert str(error.origin) == "b.sql:1:43"


def test_many_statements_are_committed_in_chunks(shadow: Shadow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "ONE_TRANSACTION", 10)
    monkeypatch.setattr(loading, "CHUNK", 4)
    tables = [f"CREATE TABLE t{i} (id int);" for i in range(21)]
    with loaded(shadow, "".join(tables)) as connection:
        assert value(connection, "SELECT count(*) FROM pg_class WHERE relname ~ '^t[0-9]+$'") == 21
    late = "DO 'BEGIN PERFORM 1 FROM late; END';"
    split = "\n".join([*tables[:9], late, *tables[9:]])
    with loaded(shadow, split, "CREATE TABLE late ();") as connection:
        assert value(connection, "SELECT count(*) FROM pg_class WHERE relname ~ '^t[0-9]+$'") == 21
    error = failure(shadow, "\n".join([*tables, "CREATE TABLE t (id int, id int);"]))
    assert str(error.origin) == "a.sql:22:1"


# Settings


def test_settings_reach_the_statements_after_them_and_no_other_file(shadow: Shadow) -> None:
    texts = (
        """
        CREATE TABLE public.a (); SET search_path = app; SET ROLE sc_owner; CREATE TABLE b ();
        RESET ROLE; CREATE TABLE c ();
        """,
        "CREATE TABLE d ();",
        "CREATE SCHEMA app AUTHORIZATION sc_owner;",
    )
    with loaded(shadow, *texts) as connection:
        rows = connection.execute(
            "SELECT relname, relnamespace::regnamespace::text, relowner = %s::regrole FROM pg_class"
            " WHERE relkind = 'r' AND oid >= 16384 ORDER BY 1",
            ["sc_owner"],
        ).fetchall()
        assert rows == [
            ("a", "public", False),
            ("b", "app", True),
            ("c", "app", False),
            ("d", "public", False),
        ]
        assert value(connection, "SHOW search_path") == '"$user", public'
        assert value(connection, "SHOW check_function_bodies") == "on"


# Dumps


def test_a_dump_loads_into_what_was_dumped(shadow: Shadow) -> None:
    rows = (
        "INSERT INTO app.parent (id) SELECT i FROM generate_series(2, 1300) i;"
        "CREATE TABLE n (t text, i int GENERATED ALWAYS AS IDENTITY);"
        "INSERT INTO n (t) VALUES (E'a\\tb\\\\c\\nd''e'), (NULL), ('\\N'), ('é'), ('');"
    )
    with loaded(shadow, *FILES[:-1], FILES[-1] + rows) as connection:
        dumped = dump(shadow, connection)
        with loaded(shadow, dumped) as again:
            assert without_key(dump(shadow, again)) == without_key(dumped)


# Errors


def test_a_reference_to_nothing_is_shown_with_the_name_that_is_near(shadow: Shadow) -> None:
    error = failure(
        shadow, "CREATE TABLE accounts (id int);\n", "-- ä\nCREATE VIEW v AS\n  SELECT id FROM acounts;"
    )
    assert str(error).splitlines() == [
        'b.sql:3:18: view public.v: relation "acounts" does not exist',
        "      SELECT id FROM acounts;",
        "                     ^ (42P01)",
        "  Did you mean public.accounts?",
    ]


def test_the_first_cause_is_reported_and_not_what_follows_from_it(shadow: Shadow) -> None:
    error = failure(
        shadow,
        "CREATE VIEW a AS SELECT * FROM b;",
        "CREATE VIEW b AS SELECT * FROM c;",
        "CREATE VIEW c AS SELECT nothing(1) AS x;",
    )
    assert str(error.origin) == "c.sql:1:25"
    assert "nothing(integer) does not exist" in error.message


@pytest.mark.parametrize(
    ("sql", "place", "state"),
    [
        (
            "CREATE TABLE t (id int);\nINSERT INTO t VALUES (1), (1);\nCREATE UNIQUE INDEX u ON t (id);",
            "3:1",
            "23505",
        ),
        ("CREATE TABLE t (id int,\n  id int);", "1:1", "42701"),
        ("CREATE TABLE t (id int);\nCREATE VIEW v AS SELECT id + nix\nFROM t;", "2:30", "42703"),
        ("CREATE TABLE t (id int);\nDO $$ BEGIN COMMIT; END $$;", "2:1", "2D000"),
        ("SELECT 1;\nSET work_mem = 'much';\nCREATE TABLE t ();", "3:1", "22023"),
    ],
)
def test_an_error_is_shown_at_its_statement(shadow: Shadow, sql: str, place: str, state: str) -> None:
    error = failure(shadow, sql)
    assert (str(error.origin), error.sqlstate) == (f"a.sql:{place}", state)


def test_an_extension_that_the_server_lacks_names_the_ways_out(shadow: Shadow) -> None:
    error = failure(shadow, "CREATE EXTENSION no_such_extension;")
    assert str(error.origin) == "a.sql:1:1"
    assert error.hint is not None
    assert all(way in error.hint for way in (f"PostgreSQL {shadow.major}", "docker", "URL", "package"))
    assert "/" not in error.message


def test_a_type_of_a_known_extension_is_told_from_a_misspelt_one(shadow: Shadow) -> None:
    assert 'CREATE EXTENSION IF NOT EXISTS "citext"' in str(failure(shadow, "CREATE TABLE t (a citext);"))


def test_a_row_of_a_copy_is_shown_at_its_line(shadow: Shadow) -> None:
    error = failure(shadow, "CREATE TABLE t (a int);\nCOPY t FROM stdin;\n1\nx\n\\.\n")
    assert str(error.origin) == "a.sql:4:1"


# Bodies


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("LANGUAGE sql AS $$\n  SELECT count(*) FROM nothing\n$$", "3:24"),
        ("LANGUAGE sql AS '\n  SELECT ''x'', count(*) FROM nothing'", "3:31"),
        ("LANGUAGE sql AS E'\\n\\n SELECT count(*) FROM nothing'", "2:77"),
        ("LANGUAGE plpgsql AS $x$\nBEGIN\n  RETURN 1 +;\nEND $x$", "4:13"),
        ("LANGUAGE plpgsql AS $$\nDECLARE é nothing;\nBEGIN\nEND $$", "3:11"),
        ("LANGUAGE plpgsql AS $$\nBEGIN\n  é := 1;\nEND $$", "4:3"),
    ],
)
def test_a_wrong_body_is_shown_at_its_line_and_column(shadow: Shadow, body: str, place: str) -> None:
    error = failure(shadow, f"-- é\nCREATE FUNCTION f() RETURNS int {body};")
    assert str(error.origin) == f"a.sql:{place}"
    assert "the body of function public.f() is wrong" in error.message


def test_bodies_are_checked_under_the_settings_of_their_file_and_their_own(shadow: Shadow) -> None:
    function = "CREATE FUNCTION {} RETURNS bigint LANGUAGE sql {} AS 'SELECT count(*) FROM t';"
    table = "CREATE SCHEMA app; CREATE TABLE app.t (); SET search_path = app;"
    with loaded(shadow, table + function.format("f()", ""), function.format("g()", "SET search_path = app")):
        pass
    error = failure(shadow, table, function.format("f()", ""))
    assert str(error.origin) == "b.sql:1:75"


def test_a_file_that_turns_the_checks_off_is_taken_at_its_word(shadow: Shadow) -> None:
    sql = "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT a FROM nothing';"
    sql = f"SET check_function_bodies = off; {sql}"
    with loaded(shadow, sql):
        pass


def test_bodies_made_by_a_block_are_checked_too(shadow: Shadow) -> None:
    made = "CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS ''BEGIN; x END''"
    error = failure(shadow, f"DO $$ BEGIN EXECUTE '{made}'; END $$;")
    assert "the body of public.f is wrong" in error.message


def test_overloaded_routines_are_told_apart_by_their_bodies(shadow: Shadow) -> None:
    error = failure(
        shadow,
        "CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';\n"
        "CREATE FUNCTION f(text) RETURNS int LANGUAGE sql AS 'SELECT nix';",
    )
    assert str(error.origin) == "a.sql:2:61"
