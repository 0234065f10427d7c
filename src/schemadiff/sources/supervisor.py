"""Processes that end, and folders that go, when we do: by a return, an exception, Ctrl-C or kill -9.

A small shell supervises. Its stdin is a pipe that only we hold: at its end, for whatever reason, the shell
stops its job and removes the job's folder. Its stdout is a lock file: a later run that gets this lock knows
that the shell is dead too, and clears away what it left.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import signal
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

from schemadiff.sources.private_folder import Cache, remove, try_lock

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from schemadiff.sources.run_as import RunAs

_STOP_SECONDS = 15.0
_RAM = Path("/dev/shm")  # noqa: S108 - folders there are made with mode 0700, under names nobody can guess
_RAM_NEEDED_BYTES = 1 << 30
_SOCKET_PATH_BYTES = 103  # of sun_path, on the system with the shortest
_SOCKET_NAME = ".s.PGSQL.65535"

# A signal may come between any two commands, hence the flag. A job may miss one: a shell starts what runs
# in the background deaf to QUIT, and PostgreSQL does not listen from its first moment: hence the repeats.
_WATCH = """
umask 077
ulimit -c 0
ended=
trap 'ended=1' HUP INT QUIT TERM
exec 3<&0 </dev/null
{
  trap - HUP INT TERM
  trap '' QUIT
  cat <&3
  while kill -QUIT 0; kill -0 $$ 2>/dev/null; do sleep 0.1 || sleep 1; done
} >&2 &
exec 3<&-
"""
_FINISH = """
trap : HUP INT QUIT TERM
kill -TERM 0
rm -rf "$work" || rm -rf "$work"
"""
# $1: the run's folder, to be made; $2: the data folder to copy; then the server's command
SERVE = f"""{_WATCH}
work=$1 template=$2
shift 2
if mkdir "$work" && cp -R "$template" "$work/data" >&2 && [ -z "$ended" ]; then
  "$@" >&2 &
  server=$!
  while kill -0 $server 2>/dev/null; do
    [ -z "$ended" ] || kill -QUIT $server
    wait $server
  done
fi
{_FINISH}"""
# $1: the cache entry to make; $2: the folder of programs; $3: the bootstrap superuser
PREPARE = f"""{_WATCH}
entry=$1 work=$1.tmp
rm -rf "$work" "$entry"
mkdir "$work" &&
"$2/initdb" -D "$work/data" -U "$3" -A trust -E UTF8 --no-locale \\
  --no-sync --no-instructions --wal-segsize=1 >&2 &&
echo 'DROP DATABASE postgres' | "$2/postgres" --single -F -D "$work/data" template1 >&2 &&
[ -z "$ended" ] &&
find "$work" -type f -size +0c | wc -l >"$work/count" &&
mv "$work/count" "$work/sealed" && mv "$work" "$entry"
{_FINISH}"""


@dataclass(frozen=True, slots=True)
class Supervisor:
    """The shell, and what its job said."""

    process: subprocess.Popen[bytes]
    log: IO[bytes]

    def alive(self) -> bool:
        """Tell whether the job is still going on."""
        return self.process.poll() is None

    def last_words(self) -> str:
        """Return the end of the log."""
        self.log.seek(0)
        return b"\n".join(self.log.read().strip().splitlines()[-8:]).decode(errors="replace")


@contextlib.contextmanager
def supervise(
    user: RunAs, script: str, arguments: Sequence[str], *, env: Mapping[str, str], lock: int
) -> Iterator[Supervisor]:
    """Run one of the scripts for the length of the block; at its end the job has stopped."""
    with tempfile.TemporaryFile() as log:
        command = ["/bin/sh", "-c", script, "schemadiff", *arguments]
        process = user.popen(command, env=env, stdout=lock, stderr=log)
        try:
            yield Supervisor(process, log)
        finally:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    assert process.stdin is not None
    process.stdin.close()
    try:
        process.wait(_STOP_SECONDS)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def run_roots(user: RunAs) -> list[Path]:
    """Return where run folders may be, the best first: memory when there is room, then folders on disk."""
    places = [Path(tempfile.gettempdir()), Path("/var/tmp"), Path("/tmp")]  # noqa: S108 - as for _RAM
    with contextlib.suppress(OSError):
        room = os.statvfs(_RAM)
        if room.f_bavail * room.f_frsize >= _RAM_NEEDED_BYTES:
            places.insert(0, _RAM)
    longest = _SOCKET_PATH_BYTES - len(f"/schemadiff-{'0' * 12}-{user.uid}-999/{_SOCKET_NAME}")
    fitting = [place for place in dict.fromkeys(places) if len(os.fsencode(place)) <= longest]
    return [place for place in fitting if user.may_write(place)]


@contextlib.contextmanager
def run_name(cache: Cache, user: RunAs, roots: Sequence[Path]) -> Iterator[tuple[str, int]]:
    """Give a free name for a run's folder, and the lock on it; clear away what dead runs left."""
    prefix = f"schemadiff-{cache.identity()}-{user.uid}-"
    names = (f"{prefix}{number}" for number in itertools.count())
    taken = ((name, try_lock(cache.lock_path(name))) for name in names)
    name, lock = next((name, lock) for name, lock in taken if lock is not None)
    try:
        clear([root / name for root in roots], user)
        for stale in sorted({path.name for root in roots for path in root.glob(f"{prefix}*")} - {name}):
            other = try_lock(cache.lock_path(stale))
            if other is not None:
                clear([root / stale for root in roots], user)
                os.close(other)
        yield name, lock
    finally:
        os.close(lock)


def clear(folders: Sequence[Path], user: RunAs) -> None:
    """Remove run folders whose supervisor is dead, after ending a server that outlived it."""
    for folder in folders:
        with contextlib.suppress(OSError):
            if folder.lstat().st_uid == user.uid:
                _end_server_in(folder / "data")
                remove(folder)


def _end_server_in(data: Path) -> None:
    with contextlib.suppress(OSError, ValueError, IndexError):
        pid = int((data / "postmaster.pid").read_text("ascii").splitlines()[0])
        place = Path(f"/proc/{pid}/cwd")
        if place.samefile(data):  # else the number belongs to something else by now
            os.kill(pid, signal.SIGQUIT)
        deadline = time.monotonic() + _STOP_SECONDS
        while place.samefile(data) and time.monotonic() < deadline:  # a dead process has no place
            time.sleep(0.01)
