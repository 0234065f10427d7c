"""The private server: that it runs for anybody, and that nothing of it stays behind."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest

from schemadiff.errors import ShadowError
from schemadiff.sources import run_as
from schemadiff.sources.binaries import PLACES_VARIABLE
from schemadiff.sources.embedded import OWNER, Server, embedded_server, find
from schemadiff.sources.private_folder import SEAL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SOURCES = str(Path(run_as.__file__).parents[2])
PATIENCE_SECONDS = 20.0

# a run that says which step it is at, and stays at work until it is told to end or is killed
RUN = """
import sys
from schemadiff.sources.embedded import embedded_server
import psycopg
with embedded_server(progress=print) as server:
    with psycopg.connect(server.conninfo(), autocommit=True) as connection:
        connection.execute("CREATE TABLE t ()")
        print("ready", server.data, flush=True)
        if sys.argv[1:] == ["stay"]:
            sys.stdin.read()
            connection.execute("SELECT pg_sleep(60)")
"""


@pytest.fixture(scope="module")
def unpacked() -> Path:
    return find().bin.parent


@pytest.fixture
def cache(unpacked: Path, empty_cache: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of its own, for programs that are unpacked already."""
    monkeypatch.setenv(PLACES_VARIABLE, str(unpacked))
    return empty_cache


@pytest.fixture
def empty_cache(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A cache of its own, in a folder that also the user `nobody` can enter."""
    folder = Path(tempfile.mkdtemp(prefix="sdtest-", dir="/var/tmp"))
    folder.chmod(0o755)
    monkeypatch.setenv("SCHEMADIFF_CACHE", str(folder))
    yield folder
    shutil.rmtree(folder)


def start_run(*arguments: str, prefix: tuple[str, ...] = ()) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*prefix, sys.executable, "-c", RUN, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": SOURCES},
        start_new_session=True,
    )


def run_once(prefix: tuple[str, ...] = ()) -> list[str]:
    said, complaints = start_run(prefix=prefix).communicate()
    assert complaints == ""
    return said.splitlines()


def data_of(ready_run: subprocess.Popen[str]) -> Path:
    assert ready_run.stdout
    for line in ready_run.stdout:
        if line.startswith("ready "):
            return Path(line.split(maxsplit=1)[1].strip())
    raise AssertionError(ready_run.stderr and ready_run.stderr.read())


def leftovers(cache: Path) -> list[str]:
    """Return run folders, unfinished data folders and processes of this cache."""
    identity = cache / "servers" / "identity"
    mark = identity.read_text() if identity.exists() else "no run yet"
    roots = {Path("/dev/shm"), Path("/tmp"), Path("/var/tmp"), Path(tempfile.gettempdir())}  # noqa: S108
    found = [str(path) for root in roots for path in root.glob(f"schemadiff-{mark}*")]
    found += map(str, cache.glob("servers/clusters-*/*.tmp"))
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            command = (process / "cmdline").read_bytes().decode(errors="replace")
            if mark in command or str(cache) in command:
                found.append(command)
    return found


def eventually(what: Callable[[], object], is_so: Callable[[object], bool]) -> object:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not is_so(seen := what()) and time.monotonic() < deadline:
        time.sleep(0.05)
    return seen


def left_in_the_end(cache: Path) -> object:
    return eventually(lambda: leftovers(cache), lambda found: not found)


def query(server: Server, statement: str) -> object:
    with psycopg.connect(server.conninfo(), autocommit=True) as connection:
        row = connection.execute(statement.encode()).fetchone()
    assert row
    return row[0]


def test_it_takes_ddl_as_its_owner_and_leaves_nothing(cache: Path) -> None:
    with embedded_server() as server:
        with psycopg.connect(server.conninfo(), autocommit=True) as connection:
            connection.execute("CREATE TABLE t (a int PRIMARY KEY)")
            row = connection.execute(
                "SELECT current_user, (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)"
            )
            assert row.fetchone() == (OWNER, True)
        assert leftovers(cache)
    assert leftovers(cache) == []
    assert not server.data.exists()


def test_an_error_in_the_block_leaves_nothing(cache: Path) -> None:
    with pytest.raises(ZeroDivisionError), embedded_server():
        raise ZeroDivisionError
    assert leftovers(cache) == []


def test_it_never_runs_as_root() -> None:
    with embedded_server() as server:
        pid = pid_of(server.data)
        status = Path(f"/proc/{pid}/status").read_text()
        assert Path(f"/proc/{pid}/cwd").samefile(server.data)
    uids = next(line for line in status.splitlines() if line.startswith("Uid:")).split()[1:]
    assert "0" not in uids


def test_only_its_user_may_enter_the_folder_of_its_socket() -> None:
    with embedded_server() as server:
        assert Path(server.host).stat().st_mode & 0o077 == 0


def test_killed_at_work_it_leaves_nothing(cache: Path) -> None:
    run = start_run("stay")
    data = data_of(run)
    assert data.exists()
    run.kill()
    run.communicate()
    assert left_in_the_end(cache) == []
    assert not data.exists()


@pytest.mark.parametrize("step", ["unpacking", "preparing", "waiting"])
def test_killed_while_it_starts_it_leaves_nothing_and_the_next_run_works(
    empty_cache: Path, step: str
) -> None:
    cache = empty_cache
    if step == "waiting":
        run_once()
    run = start_run("stay")
    if step == "waiting":  # for the server: its folder is there, and it is not ready yet
        eventually(lambda: leftovers(cache), bool)
    else:
        assert run.stdout
        assert any(line.startswith(step) for line in run.stdout)
    run.kill()
    run.communicate()
    assert left_in_the_end(cache) == []
    assert run_once()[-1].startswith("ready ")


def test_interrupted_from_the_terminal_it_leaves_nothing(cache: Path) -> None:
    run = start_run("stay")
    data_of(run)
    os.killpg(run.pid, signal.SIGINT)
    _, complaints = run.communicate()
    assert "KeyboardInterrupt" in complaints
    assert leftovers(cache) == []


def test_terminated_it_leaves_nothing(cache: Path) -> None:
    run = start_run("stay")
    data_of(run)
    run.terminate()
    run.communicate()
    assert left_in_the_end(cache) == []


def pid_of(data: Path) -> int:
    return int((data / "postmaster.pid").read_text().splitlines()[0])


def stat_of(pid: int) -> list[str]:
    """Return state, parent, process group and so on (proc(5))."""
    return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()


def parent_of(pid: int) -> int:
    return int(stat_of(pid)[1])


def group_of(leader: int) -> list[int]:
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if int(stat_of(int(process.name))[2]) == leader:
                found.append(int(process.name))
    return found


def test_a_server_that_outlived_its_supervisor_is_ended_by_the_next_run(cache: Path) -> None:
    run = start_run("stay")
    data = data_of(run)
    server = pid_of(data)
    for pid in {parent_of(server), *group_of(parent_of(server))} - {server}:
        os.kill(pid, signal.SIGKILL)
    run.kill()
    run.communicate()
    assert Path(f"/proc/{server}/cwd").samefile(data)
    assert run_once()[-1].startswith("ready ")
    assert left_in_the_end(cache) == []
    assert not data.exists()


def test_it_ends_without_its_supervisor_too(cache: Path) -> None:
    with embedded_server() as server:
        os.kill(parent_of(pid_of(server.data)), signal.SIGKILL)
    assert not server.data.exists()
    assert left_in_the_end(cache) == []


def test_many_first_runs_at_once_unpack_and_prepare_once(empty_cache: Path) -> None:
    runs = [start_run() for _ in range(4)]
    said = [run.communicate() for run in runs]
    assert [complaints for _, complaints in said] == [""] * 4
    lines = [line for output, _ in said for line in output.splitlines()]
    assert sum(line.startswith("ready ") for line in lines) == 4
    assert sum(line.startswith("unpacking ") for line in lines) == 1
    assert sum(line.startswith("preparing ") for line in lines) == 1
    assert leftovers(empty_cache) == []


def test_runs_at_the_same_time_have_servers_of_their_own(cache: Path) -> None:
    with embedded_server() as one, embedded_server() as other:
        assert one.data != other.data
        query(one, "SELECT 1")
        query(other, "SELECT 1")
    assert leftovers(cache) == []


@pytest.mark.parametrize("damage", ["missing", "empty", "unsealed", "content"])
def test_a_damaged_data_folder_in_the_cache_is_made_anew(cache: Path, damage: str) -> None:
    run_once()
    (entry,) = cache.glob("servers/clusters-*/*")
    control = entry / "data" / "global" / "pg_control"
    match damage:
        case "missing":
            control.unlink()
        case "empty":
            control.write_bytes(b"")
        case "content":  # the same number of files, so that only the server notices
            control.write_bytes(b"x" * control.stat().st_size)
        case _:
            (entry / SEAL).unlink()
    said = run_once()
    assert said[0].startswith("preparing ")
    assert said[-1].startswith("ready ")


def in_namespace(uid: int) -> tuple[str, ...]:
    """Return a command prefix under which we appear as an ordinary user of that number."""
    prefix = (sys.executable, "-I", "-S", "-c", run_as._NAMESPACE, str(uid))  # noqa: SLF001
    tried = subprocess.run([*prefix, "/bin/sh", "-c", ":"], capture_output=True, check=False)
    if tried.returncode:
        pytest.skip("user namespaces are not allowed here, so there is no other user to try as")
    return prefix


@pytest.mark.parametrize("uid", [65534, 54321], ids=["with a name", "without a name"])
def test_an_ordinary_user_has_one(cache: Path, uid: int) -> None:
    assert run_once(in_namespace(uid))[-1].startswith("ready ")
    assert left_in_the_end(cache) == []


def test_a_whole_cache_that_is_read_only_is_used(cache: Path) -> None:
    prefix = in_namespace(65534)
    assert run_once(prefix)[-1].startswith("ready ")
    servers = cache / "servers"
    servers.chmod(0o555)
    (servers / "locks").chmod(0o555)
    said = run_once(prefix)
    servers.chmod(0o755)
    assert said[-1].startswith("ready ")
    assert len(said) == 1


def test_a_cache_that_cannot_be_used_is_passed_over_with_a_note(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("SCHEMADIFF_CACHE", str(tmp_path / "file"))
    with embedded_server() as server:
        (note,) = server.notes
        assert query(server, "SELECT 1") == 1
    assert (note.code, note.subject) == ("cache-folder", "SCHEMADIFF_CACHE")
    assert str(tmp_path / "file") in note.message


def test_a_cache_into_which_others_may_write_is_not_trusted(cache: Path) -> None:
    (cache / "servers").mkdir()
    (cache / "servers").chmod(0o777)
    with embedded_server() as server:
        (note,) = server.notes
    assert "not ours alone" in note.message
    assert not list((cache / "servers").iterdir())


def test_settings_are_taken_over_the_usual_ones() -> None:
    with embedded_server(settings={"wal_level": "logical", "max_connections": "7"}) as server:
        assert query(server, "SHOW wal_level") == "logical"
        assert query(server, "SHOW max_connections") == "7"


def test_a_setting_that_postgresql_refuses_is_an_error_in_its_words(cache: Path) -> None:
    with (
        pytest.raises(ShadowError, match='unrecognized configuration parameter "no_such_setting"'),
        embedded_server(settings={"no_such_setting": "1"}),
    ):
        pass
    assert leftovers(cache) == []


def test_without_tcp_it_listens_on_its_socket_alone() -> None:
    with embedded_server() as server:
        assert query(server, "SHOW listen_addresses") == ""
        assert server.host == str(server.data.parent)


def test_with_tcp_it_listens_on_a_port_of_the_loopback() -> None:
    with embedded_server(tcp=True) as server:
        assert server.host == "127.0.0.1"
        assert query(server, "SELECT inet_server_port()") == server.port


def test_variables_of_the_person_do_not_bend_the_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {
        "PGHOST": "nowhere.invalid",
        "PGHOSTADDR": "192.0.2.1",
        "PGPORT": "1",
        "PGUSER": "someone",
        "PGDATABASE": "nothing",
        "PGOPTIONS": "-c search_path=elsewhere",
        "PGSSLMODE": "require",
        "PGCLIENTENCODING": "LATIN1",
        "PGDATA": "/nowhere",
    }.items():
        monkeypatch.setenv(name, value)
    with embedded_server() as server:
        assert query(server, "SHOW search_path") == '"$user", public'
        assert query(server, "SHOW client_encoding") == "UTF8"


def test_a_major_that_is_not_there_is_an_error_with_the_way_to_it() -> None:
    with pytest.raises(ShadowError, match="no PostgreSQL 97") as refused:
        find(97)
    assert "pip install" in str(refused.value.hint)
