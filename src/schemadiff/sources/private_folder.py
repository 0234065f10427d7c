"""The cache folder for servers: where it is, that it is ours alone, whole entries, locks between runs."""

from __future__ import annotations

import contextlib
import fcntl
import os
import secrets
import shutil
import stat
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from schemadiff.errors import Diagnostic, ShadowError

SEAL = "sealed"
_FORGOTTEN_SECONDS = 90 * 86400
_FOREIGN_WRITE = stat.S_IWGRP | stat.S_IWOTH

type Progress = Callable[[str], None]


def quiet(_message: str) -> None:
    """Report progress to nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cache:
    """Entries are looked up in every folder, and made in `root`."""

    root: Path  # writable by us
    others: tuple[Path, ...] = ()  # complete entries are used from here, nothing is written
    notes: tuple[Diagnostic, ...] = ()

    def sealed(self, name: str) -> Path | None:
        """Return the complete entry of this name, or None."""
        for folder in (self.root, *self.others):
            if is_sealed(folder / name):
                with contextlib.suppress(OSError):
                    os.utime(folder / name / SEAL)  # so that it does not count as forgotten
                return folder / name
        return None

    @contextlib.contextmanager
    def making(self, name: str, *, progress: Progress = quiet) -> Iterator[int]:
        """Hold the lock under which the entry `name` is made; give the descriptor that holds it."""
        path = self.lock_path(name.replace("/", "-"))
        lock = try_lock(path)
        if lock is None:
            progress("waiting for another schemadiff that prepares PostgreSQL")
            lock = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
            fcntl.flock(lock, fcntl.LOCK_EX)
        try:
            yield lock
            self._forget_old()
        finally:
            os.close(lock)

    def _forget_old(self) -> None:
        """Remove entries that nobody has used for long, such as those of versions that were upgraded."""
        for mark in [*self.root.glob(f"*/{SEAL}"), *self.root.glob(f"*/*/{SEAL}")]:
            with contextlib.suppress(OSError):
                if time.time() - mark.stat().st_mtime > _FORGOTTEN_SECONDS:
                    remove(mark.parent)

    def lock_path(self, name: str) -> Path:
        """Return the lock file of this name; such files are empty and stay."""
        return self.root / "locks" / name

    def identity(self) -> str:
        """Return a word of this cache alone, so that run folders of two caches never share a name."""
        path = self.root / "identity"
        if path.exists() and (known := path.read_text("ascii").strip()):
            return known
        with self.making("identity"):
            if not path.exists() or not path.read_text("ascii").strip():
                path.write_text(secrets.token_hex(6), "ascii")
            return path.read_text("ascii").strip()


def try_lock(path: Path) -> int | None:
    """Take an exclusive lock on the file without waiting; return its descriptor, None when it is held.

    The lock lives as long as any process has the descriptor, so a child that inherits it keeps it.
    """
    lock = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(lock)
        return None
    os.utime(lock)  # tidying services take old files, and a lock file must stay
    return lock


def is_sealed(entry: Path) -> bool:
    """Tell whether the entry was finished and still has all its files.

    The count is kept because tidying services delete single old files below /var/tmp, and because a power cut
    leaves empty ones.
    """
    try:
        expected = int((entry / SEAL).read_text("ascii"))
    except (OSError, ValueError):
        return False
    return expected == count_files(entry)


def seal(entry: Path) -> None:
    """Mark an entry as complete."""
    (entry / SEAL).write_text(str(count_files(entry)), "ascii")


def count_files(entry: Path) -> int:
    """Count the files below that are not empty, the seal aside."""
    count = 0
    folders = [str(entry)]
    while folders:
        with contextlib.suppress(OSError), os.scandir(folders.pop()) as children:
            for child in children:
                if child.is_dir(follow_symlinks=False):
                    folders.append(child.path)
                elif child.name != SEAL and child.stat(follow_symlinks=False).st_size:
                    count += 1
    return count


def remove(folder: Path) -> None:
    """Remove a folder of ours, present or not."""
    shutil.rmtree(folder, ignore_errors=True)


def reachable(path: Path, *, uid: int, gid: int) -> bool:
    """Tell whether that user may enter the folder, by the modes of it and all above it."""
    path = path.resolve()
    return all(may_enter(folder, uid=uid, gid=gid) for folder in (path, *path.parents))


def may_enter(folder: Path, *, uid: int, gid: int, bits: int = stat.S_IXOTH) -> bool:
    """Tell whether mode bits (given as those of others) are granted to that user on this one folder."""
    try:
        found = folder.stat()
    except OSError:
        return False
    shift = 6 if found.st_uid == uid else 3 if found.st_gid == gid else 0
    return (found.st_mode >> shift) & bits == bits


def open_cache(*, uid: int, gid: int) -> Cache:
    """Find or make the cache folder, for a server that runs as that user.

    Raises:
        ShadowError: no folder can be had at all.
    """
    readable: list[Path] = []
    refusals: list[str] = []
    for folder in _places():
        reason = _refusal(folder, uid=uid, gid=gid)
        if reason is None:
            wanted = os.environ.get("SCHEMADIFF_CACHE")
            return Cache(root=folder, others=tuple(readable), notes=_notes(wanted, folder, refusals))
        refusals.append(f"{folder} ({reason})")
        if reason == "read-only":
            readable.append(folder)
    raise ShadowError(
        f"no folder for the embedded server: {'; '.join(refusals)}",
        hint="Name a folder of your own with SCHEMADIFF_CACHE, or give the shadow a server's URL.",
    )


def _notes(wanted: str | None, used: Path, refusals: list[str]) -> tuple[Diagnostic, ...]:
    if not wanted or not refusals or used == _entry_folder(wanted):
        return ()
    return (
        Diagnostic(
            "cache-folder", "SCHEMADIFF_CACHE", f"{refusals[0]} cannot be used, {used} is used", "warning"
        ),
    )


def _entry_folder(parent: str | Path) -> Path:
    return Path(parent).absolute() / "servers"


def _places() -> Iterator[Path]:
    """Yield the folders to try. Root does not use its home, which the server's user cannot enter."""
    if wanted := os.environ.get("SCHEMADIFF_CACHE"):
        yield _entry_folder(wanted)
    euid = os.geteuid()
    if euid != 0:
        import platformdirs

        home = platformdirs.user_cache_path("schemadiff")
        if home.is_absolute():
            yield _entry_folder(home)
    shared = [Path("/var/tmp"), Path(tempfile.gettempdir())]  # noqa: S108 - owner and mode are checked
    for parent in shared:
        yield parent / f"schemadiff-{euid}"
    for parent in shared:  # the plain name is taken by someone else
        yield from sorted(parent.glob(f"schemadiff-{euid}-*"))
        with contextlib.suppress(OSError):
            yield Path(tempfile.mkdtemp(prefix=f"schemadiff-{euid}-", dir=parent))


def _refusal(folder: Path, *, uid: int, gid: int) -> str | None:  # noqa: PLR0911 - one return a reason
    """Return why the folder cannot be the cache, or None. Makes it when it is absent."""
    euid = os.geteuid()
    mode = 0o700 if uid == euid else 0o755
    try:
        folder.mkdir(mode=0o755, parents=True, exist_ok=True)
        found = folder.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid not in {euid, 0} or found.st_mode & _FOREIGN_WRITE:
            return "not ours alone"
        if not os.access(folder, os.W_OK | os.X_OK):
            return "read-only"
        if found.st_uid != euid:
            return "not ours alone"
        if stat.S_IMODE(found.st_mode) & mode != mode:
            folder.chmod(mode)
        if os.statvfs(folder).f_flag & getattr(os, "ST_NOEXEC", 0):
            return "programs may not run there"
        if uid != euid and not reachable(folder, uid=uid, gid=gid):
            return "closed to the user that the server runs as"
        (folder / "locks").mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        return "read-only" if folder.is_dir() else (error.strerror or str(error))
    return None
