"""Two sources become catalogs and a comparison: what is loaded, kept, printed by which server, proven."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from command import Shell, shell
from conftest import BINARIES
from schemadiff.catalog.settle import Comparison
from schemadiff.diff import diff
from schemadiff.errors import EmitError, SourceError
from schemadiff.kinds import KINDS
from schemadiff.kinds.table import Table
from schemadiff.model.ident import Ident
from schemadiff.pipeline import Compared, Workspace, roles_of, save_snapshot
from schemadiff.sources.grammar import parse_source
from schemadiff.sources.shadow import Shadow, ShadowSpec

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from schemadiff.sources.live import Connection

__all__ = ["shell"]
SPEC = ShadowSpec(binaries=BINARIES)


@pytest.fixture(autouse=True)
def _here(shell: Shell) -> None:
    """In an empty folder, with a cache of catalogs of its own."""


@pytest.fixture
def opened(servers: Callable[[int], Shadow]) -> Iterator[Callable[[int, str], str]]:
    """Makes live databases: major and text to conninfo."""
    from contextlib import ExitStack

    with ExitStack() as stack:

        def make(major: int, text: str) -> str:
            server = servers(major)
            connection = stack.enter_context(server.database())
            connection.execute(text.encode())
            return server.conninfo(connection.info.dbname)

        yield make


def compare(old: str, new: str, spec: ShadowSpec = SPEC) -> Compared:
    with Workspace(spec) as workspace:
        return workspace.compare(parse_source(old), parse_source(new))


def refuse(*_: object, **__: object) -> AbstractContextManager[Connection]:
    raise AssertionError("a shadow was asked for")


def test_a_second_run_over_the_same_bytes_parses_and_loads_nothing(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.write("schema/a.sql", "CREATE TABLE a (x int DEFAULT 1 + 1); CREATE VIEW v AS SELECT * FROM a;")
    shell.write("schema/notes.md", "")
    shell.write("v/V1__a.sql", "CREATE TABLE a (x int DEFAULT 2);")
    first = compare("migrations:v", "schema")
    monkeypatch.setattr("schemadiff.sources.sql_files.read_sql", refuse)
    monkeypatch.setattr("schemadiff.sources.migrations.read_migrations", refuse)
    monkeypatch.setattr(Workspace, "_database", refuse)
    assert compare("migrations:v", "schema") == first
    assert any(note.code == "file-ignored" for note in first.notes)


@pytest.mark.parametrize("edit", ["schema/a.sql", "schema/b.sql", "v/V1__a.sql", "v/V1__a.sql.conf"])
def test_any_edit_is_seen(shell: Shell, edit: str) -> None:
    shell.write("schema/a.sql", "CREATE TABLE a (x int);")
    shell.write("v/V1__a.sql", "CREATE TABLE a (x int);")
    assert not compare("migrations:v", "schema").comparison.deltas
    shell.write(edit, "executeInTransaction=maybe" if edit.endswith("conf") else "CREATE TABLE other ();")
    found = compare("migrations:v", "schema")
    assert bool(found.comparison.deltas) is not edit.endswith("conf")


def test_a_moved_file_has_its_new_place(shell: Shell) -> None:
    shell.write("one/a.sql", "CREATE TABLE a ();")
    shell.write("two/a.sql", "CREATE TABLE a ();")
    paths = [{o.path for o in compare("empty", name).new.origins.values()} for name in ("one", "two")]
    assert paths == [{"one/a.sql"}, {"two/a.sql"}]


def test_an_error_is_not_kept(shell: Shell) -> None:
    shell.write("a.sql", "CREATE TABLE a (x nothing);")
    for _ in range(2):
        with pytest.raises(SourceError, match="nothing"):
            compare("empty", "a.sql")


def test_a_snapshot_stands_for_the_state_it_was_made_from(
    shell: Shell, opened: Callable[[int, str], str]
) -> None:
    text = "CREATE TABLE a (x int PRIMARY KEY, y text DEFAULT 'é'); CREATE VIEW v AS SELECT x FROM a;"
    live = opened(18, text)
    save_snapshot(parse_source(live), shell.folder / "a.json", spec=SPEC)
    assert not compare("snapshot:a.json", live).comparison.deltas
    shell.write("a.sql", text)
    found = compare("snapshot:a.json", "a.sql")
    assert not found.comparison.deltas
    assert found.old.label == "snapshot:a.json"


def test_the_history_of_flyway_is_left_out_with_a_note(
    shell: Shell, opened: Callable[[int, str], str]
) -> None:
    history = "CREATE TABLE flyway_schema_history (installed_rank int PRIMARY KEY, version text);"
    extra = "CREATE INDEX s_idx ON flyway_schema_history (version);"
    live = opened(18, f"CREATE TABLE a (); {history} {extra}")
    shell.write("a.sql", "CREATE TABLE a ();")
    found = compare(live, "a.sql")
    assert not found.comparison.deltas
    assert [n.subject for n in found.notes if n.code == "flyway-history"] == ["flyway_schema_history"]
    shell.write("dumped.sql", f"CREATE TABLE a (); {history} {extra}")
    assert not compare(live, "dumped.sql").comparison.deltas


def test_the_shadow_is_of_the_major_of_the_live_database(
    shell: Shell, opened: Callable[[int, str], str]
) -> None:
    shell.write("a.sql", "CREATE TABLE a (x int);")
    found = compare(opened(15, "CREATE TABLE a (x int)"), "a.sql")
    assert (found.old.major, found.new.major, found.major) == (15, 15, 15)
    assert not found.comparison.deltas


def test_where_no_server_of_that_major_is_there_one_version_prints_both(
    shell: Shell, opened: Callable[[int, str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("schemadiff.sources.binaries._SYSTEM", shell.folder)
    monkeypatch.setattr("schemadiff.sources.binaries._from_pg_config", lambda **_: ())
    text = """
        CREATE TABLE a (x int PRIMARY KEY, y varchar(10) CHECK (y IN ('a', 'b')), z date DEFAULT now());
        CREATE VIEW v AS SELECT a.x, count(*) AS n FROM a WHERE y <> 'c' GROUP BY a.x HAVING count(*) > 1;
        CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT $1';
    """
    shell.write("a.sql", text)
    found = compare(opened(15, text), "a.sql", ShadowSpec())
    assert found.new.major == 18
    assert found.old.major == 18
    assert found.major == 15
    assert not found.comparison.deltas
    assert "two-majors" in {note.code for note in found.notes}
    assert found.plan().major == 15


def test_two_live_databases_of_two_majors_are_compared(opened: Callable[[int, str], str]) -> None:
    text = "CREATE TABLE a (x int NOT NULL); CREATE VIEW v AS SELECT a.x FROM a;"
    found = compare(opened(15, text), opened(18, text))
    assert not found.comparison.deltas
    found = compare(opened(18, text), opened(15, text))
    assert not found.comparison.deltas


# -- proof --------------------------------------------------------------------------------------------------


def verify(found: Compared) -> list[str]:
    with Workspace(SPEC) as workspace:
        return [n.message for n in workspace.verify(found.plan(), loaded=found.loaded)]


ROLES = """
    CREATE TABLE a (x int);
    ALTER TABLE a OWNER TO proof_owner;
    GRANT SELECT ON a TO "proof Reader";
    ALTER TABLE a ENABLE ROW LEVEL SECURITY;
    CREATE POLICY p ON a TO "proof Reader" USING (x > 0);
"""


def test_roles_that_the_shadow_lacks_are_made_there(
    servers: Callable[[int], Shadow], opened: Callable[[int, str], str]
) -> None:
    with servers(18).database() as connection:
        servers(18).ensure_roles(connection, ["proof_owner", "proof Reader"])
    found = compare("empty", opened(18, ROLES))
    assert roles_of(found.new) >= {"proof_owner", "proof Reader"}
    assert verify(found) == []
    assert verify(compare(opened(18, ROLES), "empty")) == []


def test_rows_are_proven_too(shell: Shell) -> None:
    table = "CREATE TABLE a (x int PRIMARY KEY, y text);"
    shell.write("a.sql", f"{table} INSERT INTO a VALUES (1, 'one'), (2, 'two');")
    shell.write("b.sql", f"{table} INSERT INTO a VALUES (1, 'eins'), (3, 'drei');")
    assert verify(compare("a.sql", "b.sql")) == []


def test_what_the_shadow_cannot_hold_is_not_proven_and_said(opened: Callable[[int, str], str]) -> None:
    """As with an extension that only the live server has."""
    found = compare("empty", opened(18, "CREATE TABLE a (x int)"))
    table = Ident("table", ("public", "a"))
    value = found.new.objects[table]
    assert isinstance(value, Table)
    new = replace(found.new, objects={**found.new.objects, table: replace(value, tablespace="nowhere")})
    deltas = tuple(diff(found.old, new, KINDS))
    changed = replace(found, new=new, comparison=Comparison(deltas, {}))
    with Workspace(SPEC) as workspace:
        (note,) = workspace.verify(changed.plan(), loaded=False)
        assert "nothing was proven" in note.message
        assert "nowhere" in note.message
        with pytest.raises(EmitError, match="the files fail in the shadow"):
            workspace.verify(changed.plan(), loaded=True)
