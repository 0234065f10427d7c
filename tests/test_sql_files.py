"""Schema files in SQL: what they declare, where it stands, and in which order it loads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemadiff.errors import SourceError
from schemadiff.sources.sql_files import ordered, read_sql
from schemadiff.sources.statement import SqlFile, SqlSource

if TYPE_CHECKING:
    import random
    from pathlib import Path

FUNCTION = "CREATE FUNCTION t({}) RETURNS {} LANGUAGE sql AS 'SELECT 1'"


def read(sql: str, *more: str) -> SqlSource:
    return read_sql([(f"{name}.sql", text) for name, text in zip("abcdef", (sql, *more), strict=False)])


def refused(sql: str, *more: str) -> SourceError:
    with pytest.raises(SourceError) as raised:
        read(sql, *more)
    return raised.value


def defined(source: SqlSource) -> list[str]:
    return [str(d) for s in source.statements for d in s.defines]


def order(*texts: str) -> list[str]:
    return [" ".join(s.sql.split()) for s in ordered(read(*texts))]


# Files


def test_a_folder_is_read_in_the_order_of_its_paths(tmp_path: Path) -> None:
    for name in ("b.sql", "a/z.sql", "a/b.SQL", ".hidden.sql", ".git/x.sql"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("SELECT 1;")
    (tmp_path / "notes.md").write_text("text")
    source = read_sql([tmp_path])
    assert [s.area for s in source.statements] == ["a/b", "a/z", "b"]
    assert source.files == tuple(str(tmp_path / n) for n in ("a/b.SQL", "a/z.sql", "b.sql"))
    assert [(d.code, d.subject) for d in source.diagnostics] == [("file-ignored", str(tmp_path / "notes.md"))]


def test_a_folder_without_sql_is_an_error_and_not_an_empty_schema(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"no \.sql file"):
        read_sql([tmp_path])


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"nothing\.sql cannot be read: No such file"):
        read_sql([tmp_path / "nothing.sql"])


def test_yaml_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "a.sql").write_text("SELECT 1;")
    (tmp_path / "users.yaml").write_text("a: b")
    with pytest.raises(SourceError, match=r"users\.yaml: YAML is not read yet"):
        read_sql([tmp_path])


def test_a_file_that_is_not_utf8_names_the_byte() -> None:
    with pytest.raises(SourceError) as raised:
        read_sql([SqlFile("a.sql", b"SELECT 1;\nSELECT 'caf\xe9';", "a")])
    assert "byte 0xe9 at position 21" in str(raised.value)
    assert str(raised.value.origin) == "a.sql:2:12"


def test_a_byte_order_mark_is_dropped_and_a_nul_is_refused() -> None:
    assert read("\ufeffSELECT 1").statements[0].sql == "SELECT 1"
    assert str(refused("SELECT 1;\n SELECT '\0'").origin) == "a.sql:2:10"


# Places


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["", "\n", "-- é ; '\n", "/* ; /* é */ */ ", "\r\n\t"]),
            st.sampled_from(
                ["SELECT 'é;'", "SELECT $é$ ; $é$", 'CREATE TABLE "ta;ble é" (é int)', "SELECT 1"]
            ),
        ),
        min_size=1,
        max_size=6,
    )
)
def test_every_statement_is_found_at_its_place(parts: list[tuple[str, str]]) -> None:
    text, places = "", []
    for number, (gap, sql) in enumerate(parts):
        text += gap
        places.append((text.count("\n") + 1, len(text) - (text.rfind("\n") + 1) + 1))
        text += sql.replace("ta;ble", f"ta;ble{number}") + ";"
    statements = read(text).statements
    assert [(s.origin.line, s.origin.column) for s in statements] == places
    assert [s.sql for s in statements] == [
        sql.replace("ta;ble", f"ta;ble{number}") for number, (_, sql) in enumerate(parts)
    ]


def test_a_position_of_postgresql_becomes_a_line_and_a_column() -> None:
    statement = read("-- ä\nSELECT 'é',\n  nix").statements[0]
    position = statement.sql.index("nix") + 1
    assert str(statement.locate(position)) == "a.sql:3:3"
    assert statement.excerpt(position) == "\n      nix\n      ^"


def test_columns_and_constraints_have_places_of_their_own() -> None:
    source = read("CREATE TABLE é.t (\n  é int,\n  b int CONSTRAINT positive CHECK (b > 0)\n);")
    places = {str(d): f"{o.line}:{o.column}" for d, o in source.definitions()}
    assert places == {
        "table é.t": "1:1",
        "table column é.é on t": "2:3",
        "table column é.b on t": "3:3",
        "table constraint é.positive on t": "3:9",
    }


@pytest.mark.parametrize(
    ("sql", "place"),
    [
        ("SELECT 1;\nCREAT TABLE x ();", "a.sql:2:1"),
        ("SELECT 'äöü'; CREAT TABLE x ();", "a.sql:1:15"),
        ("-- äöü\nCREATE TABLE é (ß ß ß int);", "a.sql:2:21"),
        ("SELECT 'open", "a.sql:1:8"),
        ("SELECT 1;\nCREATE TABLE t (a int", "a.sql:2:21"),
    ],
)
def test_a_syntax_error_is_shown_at_its_place(sql: str, place: str) -> None:
    error = refused(sql)
    assert str(error.origin) == place
    assert error.sqlstate == "42601"
    line, caret = error.message.splitlines()[1:]
    assert line[4:] in sql
    assert caret.strip() == "^"


# psql and pg_dump

DUMP = r"""
\restrict abc
SET statement_timeout = 0;
SET transaction_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
CREATE TABLE app.t (id integer NOT NULL, "a;b" text);
ALTER TABLE app.t OWNER TO bob;
COPY app.t (id, "a;b") FROM stdin;
1	x\ty
2	\N
3	it's; \\. é\nSELECT
\.


SELECT pg_catalog.setval('app.s', 3, true);
\unrestrict abc
"""


def test_the_output_of_pg_dump_is_a_source() -> None:
    source = read(DUMP)
    table, owner, rows, setval = source.statements
    assert [s.tag for s in source.statements] == ["CreateStmt", "AlterTableStmt", "InsertStmt", "SelectStmt"]
    assert dict(table.settings)["search_path"] == "SELECT pg_catalog.set_config('search_path', '', false)"
    assert table.search_path == ()
    assert "transaction_timeout" not in dict(table.settings)
    assert source.roles == {"bob"}
    assert (owner.origin.line, setval.origin.line) == (10, 18)
    assert rows.sql == (
        'INSERT INTO app.t (id, "a;b") OVERRIDING SYSTEM VALUE VALUES\n'
        "('1', 'x\ty'),\n('2', NULL),\n('3', E'it''s; \\\\. é\\nSELECT')"
    )
    assert str(rows.locate(rows.sql.index("it''s") + 1)) == "a.sql:14:1"
    assert [(r.schema, r.table, r.columns, r.origin.line) for r in source.rows] == [
        ("app", "t", ("id", "a;b"), 11)
    ]


@pytest.mark.parametrize("command", [r"\i other.sql", r"\echo hi", r"SELECT 1 \gset", r"\set x 1"])
def test_other_commands_of_psql_are_refused_at_their_place(command: str) -> None:
    error = refused(f"SELECT '\\x';\n{command}\n")
    assert str(error.origin) == f"a.sql:2:{command.index(chr(92)) + 1}"
    assert "command of psql" in error.message


def test_backslashes_in_strings_and_bodies_are_left_alone() -> None:
    body = "SELECT E'a\\'b', $x$ \\connect $x$, '\\', \"\\q\" /* \\i /* */ \\i */ -- \\i"
    assert read(body).statements[0].sql == body


def test_a_file_in_another_encoding_or_with_other_strings_is_refused() -> None:
    assert "LATIN1" in refused("SET client_encoding = 'LATIN1';").message
    assert "backslashes" in refused("SET standard_conforming_strings = off;").message


# Settings


def test_settings_hold_from_their_place_to_the_end_of_the_file() -> None:
    source = read(
        "CREATE TABLE a (); SET search_path = app, public; CREATE TABLE b (); SET LOCAL xmloption = content;"
        "CREATE TABLE c (); RESET search_path; CREATE TABLE d (); RESET ALL; CREATE TABLE e ()",
        "CREATE TABLE f ()",
    )
    assert [[sql for _, sql in s.settings] for s in source.statements] == [
        [],
        ["SET search_path = app, public"],
        ["SET search_path = app, public", "SET xmloption = content"],
        ["SET xmloption = content"],
        [],
        [],
    ]
    schemas = [d.schema for s in source.statements for d in s.defines]
    assert schemas == ["public", "app", "app", "public", "public", "public"]


# What is no part of a schema


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE DATABASE x",
        "DROP DATABASE x",
        "VACUUM",
        "ALTER SYSTEM SET work_mem = 1",
        "CREATE TABLESPACE x LOCATION '/x'",
        "COMMIT",
        "ROLLBACK",
        "SAVEPOINT x",
        "SET TRANSACTION READ ONLY",
        "REINDEX TABLE x",
        "CREATE SUBSCRIPTION s CONNECTION 'host=x' PUBLICATION p",
        "COPY t FROM '/etc/passwd'",
        "COPY t TO stdout",
        "COPY t FROM stdin WITH (FORMAT csv)",
        "BEGIN; SELECT 1",
        "SELECT 1; COMMIT",
        "BEGIN; SELECT 1; COMMIT; SELECT 2",
    ],
)
def test_a_statement_that_cannot_be_in_a_schema_file_is_refused_with_a_way_out(sql: str) -> None:
    error = refused(f"SELECT 0;\n{sql};")
    assert error.origin is not None
    assert error.origin.line == 2
    assert error.hint


def test_a_transaction_around_the_whole_file_is_taken_off() -> None:
    assert order("BEGIN; CREATE TABLE t (); COMMIT;") == ["CREATE TABLE t ()"]


def test_concurrently_is_taken_out_and_offsets_stay() -> None:
    statement = read('CREATE INDEX CONCURRENTLY i ON t ("concurrently")').statements[0]
    assert statement.sql == 'CREATE INDEX              i ON t ("concurrently")'
    assert read("REFRESH MATERIALIZED VIEW CONCURRENTLY m").statements[0].sql.count("CONCURRENTLY") == 1
    assert "CONCURRENTLY" not in read("ALTER TABLE t DETACH PARTITION p CONCURRENTLY").statements[0].sql


def test_databases_and_roles_are_left_alone_and_said() -> None:
    source = read(
        "CREATE ROLE app LOGIN; ALTER ROLE app SET x = 1; GRANT app TO other; ALTER DATABASE d SET x = 1;"
        "GRANT CONNECT ON DATABASE d TO app; COMMENT ON DATABASE d IS 'x'; COMMENT ON ROLE app IS 'x';"
        "DROP ROLE old"
    )
    assert source.statements == ()
    assert source.roles == {"app"}
    assert [d.code for d in source.diagnostics] == ["left-alone"] * 8


def test_all_roles_that_are_named_are_collected() -> None:
    source = read(
        "GRANT SELECT ON t TO a, PUBLIC, CURRENT_USER; ALTER TABLE t OWNER TO b; CREATE POLICY p ON t TO c;"
        "ALTER DEFAULT PRIVILEGES FOR ROLE d GRANT SELECT ON TABLES TO e; SET ROLE f; SELECT 1; RESET ROLE;"
        'CREATE SCHEMA s AUTHORIZATION "G"; GRANT SELECT ON t TO pg_monitor; SET SESSION AUTHORIZATION h;'
        "ALTER SEQUENCE s OWNER TO i; ALTER FUNCTION f() OWNER TO j; CREATE USER MAPPING FOR k SERVER s"
    )
    assert source.roles == {"a", "b", "c", "d", "e", "f", "G", "h", "i", "j", "k"}


# Reference rows


def test_inserts_declare_rows_and_how_conflicts_are_met() -> None:
    source = read(
        "SET search_path = app, public; CREATE TABLE public.t (a int); INSERT INTO t VALUES (1), (2);"
        "INSERT INTO app.u (a, b) SELECT 1, 2 ON CONFLICT (a, b) DO UPDATE SET b = 1;"
        "INSERT INTO v (a) VALUES (1) ON CONFLICT ON CONSTRAINT k DO NOTHING"
    )
    assert [
        (r.schema, r.table, r.columns, r.conflict_columns, r.conflict_constraint, r.on_conflict)
        for r in source.rows
    ] == [
        ("public", "t", (), (), None, "error"),
        ("app", "u", ("a", "b"), ("a", "b"), None, "update"),
        ("app", "v", ("a",), (), "k", "nothing"),
    ]


# Two definitions of one object


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("CREATE TABLE t (a int)", "CREATE TABLE IF NOT EXISTS public.t (a int)"),
        ("CREATE TABLE t (a int)", "CREATE VIEW t AS SELECT 1"),
        ("CREATE VIEW v AS SELECT 1", "CREATE OR REPLACE VIEW v AS SELECT 2"),
        ("CREATE INDEX i ON t (a)", "CREATE INDEX i ON u (a)"),
        ("CREATE TYPE e AS ENUM ('a')", "CREATE DOMAIN e AS int"),
        (
            "CREATE FUNCTION f(a int, OUT b text) LANGUAGE sql AS 'SELECT 1'",
            "CREATE OR REPLACE FUNCTION public.f(integer) RETURNS text LANGUAGE sql AS 'SELECT 1'",
        ),
        (
            "CREATE TRIGGER g AFTER INSERT ON t EXECUTE FUNCTION f()",
            "CREATE OR REPLACE TRIGGER g AFTER DELETE ON t EXECUTE FUNCTION f()",
        ),
        ("CREATE POLICY p ON t", "CREATE POLICY p ON t TO x"),
        ("CREATE EXTENSION IF NOT EXISTS a", "CREATE EXTENSION IF NOT EXISTS a SCHEMA x"),
        ("CREATE TABLE s.t (a int)", "SET search_path = s; CREATE TABLE t (a int)"),
    ],
)
def test_two_definitions_of_one_object_name_both_places(first: str, second: str) -> None:
    error = refused(f"SELECT 1;\n{first};", f"\n\n{second};")
    assert "is defined twice: first at a.sql:2:1" in error.message
    assert error.origin is not None
    assert (error.origin.path, error.origin.line) == ("b.sql", 3)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("CREATE TABLE t (a int CONSTRAINT c CHECK (a > 0))", "ALTER TABLE t ADD CONSTRAINT d CHECK (a > 1)"),
        ("CREATE INDEX i ON a.t (a)", "CREATE INDEX i ON b.t (a)"),
        ("CREATE TABLE a.t ()", "CREATE TABLE b.t ()"),
        (
            "CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1'",
            "CREATE FUNCTION f(text) RETURNS int LANGUAGE sql AS 'SELECT 1'",
        ),
        (
            "CREATE TRIGGER g AFTER INSERT ON t EXECUTE FUNCTION f()",
            "CREATE TRIGGER g AFTER INSERT ON u EXECUTE FUNCTION f()",
        ),
        ("CREATE SCHEMA IF NOT EXISTS s", "create schema if not exists s"),
        ("CREATE EXTENSION IF NOT EXISTS citext", "CREATE EXTENSION IF NOT EXISTS citext"),
        ("CREATE VIEW v AS SELECT NULL::int AS a", "CREATE OR REPLACE VIEW v AS SELECT 1 AS a"),
        ("CREATE TYPE b", "CREATE TYPE b (INPUT = f, OUTPUT = g)"),
        ("CREATE TABLE t (a int)", "DROP TABLE t; CREATE TABLE t (b int)"),
        ("CREATE TABLE t (a int)", "ALTER TABLE t RENAME TO u; CREATE TABLE t (b int)"),
        ("CREATE TEMP TABLE t (a int)", "CREATE TABLE t (a int)"),
    ],
)
def test_what_only_looks_like_two_definitions_is_accepted(first: str, second: str) -> None:
    assert read(first, second).statements


def test_a_routine_may_stand_in_for_one_whose_parsed_body_needs_what_follows() -> None:
    stand_in = "CREATE FUNCTION f() RETURNS int LANGUAGE sql RETURN 1;"
    caller = "CREATE VIEW v AS SELECT f();"
    completed = "CREATE OR REPLACE FUNCTION f() RETURNS int LANGUAGE sql RETURN (SELECT 1 FROM v)"
    assert order(stand_in + caller + completed) == [stand_in[:-1], caller[:-1], completed]
    assert "is defined twice" in refused(stand_in, completed).message


def test_a_name_that_postgresql_would_cut_off_is_refused() -> None:
    error = refused(f'CREATE TABLE t (a int);\nCREATE TABLE u ("{"é" * 32}" int)')
    assert str(error.origin) == "a.sql:2:17"
    assert "longer than 63 bytes" in error.message
    assert "longer than 63 bytes" in refused(f"CREATE TABLE {'x' * 64} (a int)").message
    text = f"CREATE TABLE {'x' * 63} (a text DEFAULT '{'y' * 70}' /* {'z' * 70} */); SELECT $${'q' * 99}$$"
    assert len(read(text).statements) == 2


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE STATISTICS ON a, b FROM t",
        "CREATE SCHEMA AUTHORIZATION CURRENT_USER CREATE TABLE t (a int REFERENCES u)",
        "CREATE AGGREGATE a(*) (SFUNC = f, STYPE = int)",
        "CREATE AGGREGATE a (BASETYPE = int, SFUNC = f, STYPE = int)",
        "CREATE TYPE s.t AS ()",
        "CREATE TABLE t (LIKE x INCLUDING ALL, EXCLUDE USING gist (a WITH &&) WHERE (a > 0))",
        "CREATE RULE r AS ON INSERT TO v DO ALSO (INSERT INTO a VALUES (1); DELETE FROM b)",
        "CREATE FUNCTION f() RETURNS trigger AS 'x', 'y' LANGUAGE c",
        "ALTER TABLE t RENAME CONSTRAINT a TO b",
        "ALTER TABLE ALL IN TABLESPACE a SET TABLESPACE b",
        "ALTER SEQUENCE s OWNED BY NONE",
        "ALTER DEFAULT PRIVILEGES REVOKE ALL ON TABLES FROM PUBLIC",
        "COMMENT ON LARGE OBJECT 5 IS 'x'",
        "COMMENT ON TRANSFORM FOR t LANGUAGE l IS 'x'",
        "GRANT SET ON PARAMETER work_mem TO x",
        "INSERT INTO t (a[1], b.c) VALUES (1, 2)",
        "SELECT set_config(a, b, false) FROM t",
        "WITH x AS (INSERT INTO t VALUES (1) RETURNING *) SELECT * FROM x",
        "CALL p(f(1))",
        "SET TIME ZONE LOCAL",
    ],
)
def test_rare_statements_are_read_like_any_other(sql: str) -> None:
    assert len(ordered(read(f"{sql}; CREATE TABLE last ()"))) in {1, 2}


# Order


def test_the_written_order_stays_where_nothing_asks_for_another() -> None:
    texts = ["CREATE TABLE b ()", "CREATE TABLE a ()", "SELECT 1", "CREATE VIEW v AS SELECT FROM a", "DO 'x'"]
    assert order(";".join(texts)) == texts


@pytest.mark.parametrize(
    ("sql", "needed"),
    [
        ("CREATE VIEW v AS SELECT * FROM t", "CREATE TABLE t ()"),
        ("CREATE TABLE c (t_id int REFERENCES t)", "CREATE TABLE t ()"),
        ("CREATE TABLE c (a t)", "CREATE DOMAIN t AS int"),
        ("CREATE TABLE c (a int DEFAULT t(1))", FUNCTION.format("int", "int")),
        ("CREATE TABLE c (a int DEFAULT nextval('t'::regclass))", "CREATE SEQUENCE t"),
        ("CREATE TABLE c (a int DEFAULT nextval('public.\"t\"'))", "CREATE SEQUENCE t"),
        ("CREATE TABLE c PARTITION OF t DEFAULT", "CREATE TABLE t (a int) PARTITION BY LIST (a)"),
        ("CREATE TABLE c () INHERITS (t)", "CREATE TABLE t (a int)"),
        ("CREATE TABLE c (LIKE t)", "CREATE TABLE t (a int)"),
        ("CREATE FUNCTION f(a t.b%TYPE) RETURNS SETOF int LANGUAGE sql AS ''", "CREATE TABLE t (b int)"),
        ("CREATE FUNCTION f() RETURNS SETOF t LANGUAGE sql AS ''", "CREATE TABLE t (b int)"),
        ("CREATE TRIGGER g AFTER INSERT ON c EXECUTE FUNCTION t()", FUNCTION.format("", "trigger")),
        ("CREATE POLICY p ON c USING (t(1))", FUNCTION.format("int", "bool")),
        ("CREATE AGGREGATE g(int) (SFUNC = t, STYPE = int)", FUNCTION.format("int, int", "int")),
        ("COMMENT ON TABLE t IS 'x'", "CREATE TABLE t ()"),
        ("COMMENT ON COLUMN public.t.a IS 'x'", "CREATE TABLE t (a int)"),
        ("COMMENT ON TRIGGER t ON c IS 'x'", "CREATE TRIGGER t AFTER INSERT ON c EXECUTE FUNCTION f()"),
        ("COMMENT ON FUNCTION t(int) IS 'x'", "CREATE FUNCTION t(int) RETURNS int LANGUAGE sql AS ''"),
        ("GRANT SELECT ON t TO x", "CREATE TABLE t ()"),
        ("GRANT USAGE ON TYPE t TO x", "CREATE TYPE t AS ENUM ()"),
        ("GRANT USAGE ON SCHEMA t TO x", "CREATE SCHEMA t"),
        ("GRANT SELECT ON ALL TABLES IN SCHEMA s TO x", "CREATE TABLE s.t ()"),
        ("ALTER TYPE t ADD VALUE 'b'", "CREATE TYPE t AS ENUM ('a')"),
        ("ALTER SEQUENCE c OWNED BY t.a", "CREATE TABLE t (a int)"),
        ("CREATE TABLE t.c ()", "CREATE SCHEMA t"),
        ("CREATE VIEW v AS SELECT 1 <-> 2", "CREATE OPERATOR <-> (RIGHTARG = int, FUNCTION = f)"),
        ("CREATE VIEW v AS SELECT a COLLATE t FROM c", "CREATE COLLATION t (LOCALE = 'C')"),
        ("CREATE TABLE c (a int)", "CREATE EXTENSION x"),
        ("ALTER TABLE c DISABLE TRIGGER t", "CREATE TRIGGER t AFTER INSERT ON c EXECUTE FUNCTION f()"),
        ("CREATE TABLE c (a int) USING t", "CREATE ACCESS METHOD t TYPE TABLE HANDLER h"),
        ("ALTER TABLE c CLUSTER ON t", "CREATE INDEX t ON c (a)"),
        ("ALTER TABLE c ADD PRIMARY KEY USING INDEX t", "CREATE UNIQUE INDEX t ON c (a)"),
        ("ALTER TABLE c REPLICA IDENTITY USING INDEX t", "CREATE UNIQUE INDEX t ON c (a)"),
        ("ALTER TABLE c VALIDATE CONSTRAINT t", "ALTER TABLE c ADD CONSTRAINT t CHECK (a > 0) NOT VALID"),
        ("COMMENT ON CONSTRAINT t ON c IS 'x'", "ALTER TABLE c ADD CONSTRAINT t CHECK (a > 0)"),
        ("ALTER TABLE t OWNER TO bob", "CREATE MATERIALIZED VIEW t AS SELECT 1"),
        ("INSERT INTO t VALUES (1)", "CREATE TABLE t (a int)"),
    ],
)  # fmt: skip
def test_what_a_statement_needs_comes_before_it(sql: str, needed: str) -> None:
    assert order(sql, needed) == [needed, sql]
    assert order(needed, sql) == [needed, sql]


def test_what_is_pulled_up_brings_its_changes_along() -> None:
    view = "CREATE VIEW v AS SELECT * FROM t"
    table = ["DROP TABLE IF EXISTS t", "CREATE TABLE t (a int)", "ALTER TABLE t ADD COLUMN b int"]
    key = "CREATE UNIQUE INDEX ON t (a)"
    assert order(view, ";".join([*table, key])) == [*table, key, view]


def test_a_name_is_looked_for_along_the_search_path() -> None:
    view = "CREATE VIEW public.v AS SELECT FROM t"
    found = order(
        f"SET search_path = app, public; {view}", "CREATE TABLE public.t ()", "CREATE TABLE app.t ()"
    )
    assert found == ["CREATE TABLE app.t ()", view, "CREATE TABLE public.t ()"]


def test_a_name_of_a_with_query_is_no_table() -> None:
    view = "CREATE VIEW v AS WITH t AS (SELECT 1) SELECT * FROM t"
    assert order(view, "CREATE TABLE t ()") == [view, "CREATE TABLE t ()"]


def test_rows_come_after_the_rows_that_they_point_at() -> None:
    child, parent = "INSERT INTO c VALUES (1, 1)", "INSERT INTO p VALUES (1)"
    found = order(
        child, parent, "CREATE TABLE c (a int, b int REFERENCES p)", "CREATE TABLE p (a int PRIMARY KEY)"
    )
    assert [text for text in found if text.startswith("INSERT")] == [parent, child]


def test_rows_of_one_table_keep_their_order() -> None:
    rows = [f"INSERT INTO t VALUES ({i})" for i in (3, 1, 2)]
    assert order(*rows, "CREATE TABLE t (a int)") == ["CREATE TABLE t (a int)", *rows]


def test_default_privileges_come_before_what_they_act_on() -> None:
    defaults = "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO x"
    found = order("CREATE VIEW v AS SELECT FROM t", defaults, "CREATE TABLE t ()")
    assert found.index(defaults) < found.index("CREATE TABLE t ()")


def test_foreign_keys_of_tables_that_point_at_each_other_follow_the_tables() -> None:
    a = (
        "CREATE TABLE a (id int PRIMARY KEY,"
        " b_id int CONSTRAINT k REFERENCES b (id) ON DELETE SET NULL NOT NULL)"
    )
    b = (
        "CREATE TABLE b (id int PRIMARY KEY, a_id int, up int REFERENCES b,"
        ' FOREIGN KEY (a_id) REFERENCES "a" MATCH FULL DEFERRABLE INITIALLY DEFERRED, CHECK (id > 0))'
    )
    assert order(a, b) == [
        "CREATE TABLE a (id int PRIMARY KEY, b_id int NOT NULL)",
        "CREATE TABLE b (id int PRIMARY KEY, a_id int, up int REFERENCES b, CHECK (id > 0))",
        "ALTER TABLE public.a ADD CONSTRAINT k FOREIGN KEY (b_id) REFERENCES b (id) ON DELETE SET NULL",
        'ALTER TABLE public.b ADD FOREIGN KEY (a_id) REFERENCES "a" MATCH FULL DEFERRABLE INITIALLY DEFERRED',
    ]


def test_a_foreign_key_that_was_cut_out_keeps_its_place() -> None:
    statements = ordered(
        read("CREATE TABLE a (b_id int REFERENCES b);", "\nCREATE TABLE b (a_id int REFERENCES a);")
    )
    added = [s for s in statements if s.tag == "AlterTableStmt"]
    assert [str(s.origin) for s in added] == ["a.sql:1:26", "b.sql:2:26"]
    assert [str(s.locate(s.sql.rindex(" ") + 2)) for s in added] == ["a.sql:1:37", "b.sql:2:37"]


def test_a_cycle_is_left_as_it_is_written() -> None:
    views = ["CREATE VIEW a AS SELECT FROM b", "CREATE VIEW b AS SELECT FROM a"]
    assert sorted(order(*views)) == views


def test_a_long_chain_needs_no_deep_recursion() -> None:
    views = [f"CREATE VIEW v{i} AS SELECT FROM v{i + 1}" for i in range(3000)]
    found = order(";".join([*views, "CREATE TABLE v3000 ()"]))
    assert found == ["CREATE TABLE v3000 ()", *views[::-1]]


@given(st.randoms(use_true_random=False))
def test_any_order_of_files_gives_an_order_that_loads(shuffler: random.Random) -> None:
    texts = [
        "CREATE EXTENSION citext",
        "CREATE SCHEMA app",
        "CREATE TYPE app.mood AS ENUM ('ok')",
        "CREATE TABLE app.t (a int PRIMARY KEY, m app.mood); CREATE INDEX t_m ON app.t (m)",
        "CREATE TABLE app.u (a int REFERENCES app.t)",
        "CREATE FUNCTION app.f(app.t) RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CREATE VIEW app.v AS SELECT app.f(t) FROM app.t JOIN app.u USING (a)",
        "COMMENT ON VIEW app.v IS 'x'",
        "INSERT INTO app.u SELECT 1",
        "INSERT INTO app.t SELECT 1",
    ]
    shuffled = list(texts)
    shuffler.shuffle(shuffled)
    statements = ordered(read_sql([(f"{i}.sql", text) for i, text in enumerate(shuffled)]))
    made: set[Any] = set()
    for statement in statements:
        missing = {n for n in statement.refers if n.schema == "app" or n.space == "schema"} - made
        assert {n for n in missing if (n.space, n.name) not in {("type", "t"), ("schema", "public")}} == set()
        made |= {d.key for d in statement.defines} | {d.key._replace(space="type") for d in statement.defines}
