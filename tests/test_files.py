"""Migration files: all or none, never over another, one emission at a time, names that Flyway takes."""

from __future__ import annotations

import errno
import multiprocessing
import os
from typing import TYPE_CHECKING

import pytest

from schemadiff.emit.files import MigrationFile, existing_files, write_all
from schemadiff.errors import EmitError

if TYPE_CHECKING:
    from pathlib import Path

FILES = [MigrationFile(f"V{n}__x.sql", f"-- {n} é\n") for n in (1, 2, 3)]


def contents(folder: Path) -> dict[str, str]:
    return {p.name: p.read_text() for p in folder.iterdir()}


def test_all_files_are_written_with_their_folder(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    assert write_all(folder, FILES) == [folder / f.name for f in FILES]
    assert contents(folder) == {f.name: f.text for f in FILES}
    assert {p.stat().st_mode & 0o777 for p in folder.iterdir()} == {0o644}


@pytest.mark.parametrize(
    "taken", ["V3__x.sql", "V3__other.sql", "V3.0__x.sql", "below/V3__x.sql", "B3__x.sql"]
)
def test_where_a_name_or_version_is_taken_nothing_is_written(tmp_path: Path, taken: str) -> None:
    (tmp_path / "below").mkdir()
    (tmp_path / taken).write_text("mine")
    with pytest.raises(EmitError, match="nothing was written"):
        write_all(tmp_path, FILES)
    assert (tmp_path / taken).read_text() == "mine"
    assert [str(p.relative_to(tmp_path)) for p in tmp_path.rglob("*.sql")] == [taken]


@pytest.mark.parametrize("failure", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()])
def test_what_fails_half_way_leaves_nothing(
    tmp_path: Path, failure: BaseException, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = os.link
    done: list[Path] = []

    def second_fails(source: Path, target: Path) -> None:
        if done:
            raise failure
        done.append(target)
        link(source, target)

    monkeypatch.setattr("os.link", second_fails)
    with pytest.raises(EmitError if isinstance(failure, OSError) else KeyboardInterrupt):
        write_all(tmp_path / "new" / "folder", FILES)
    assert done
    assert not list(tmp_path.iterdir())


def test_a_file_system_without_links_gets_the_files_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(source: Path, target: Path) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted", str(source), None, str(target))

    monkeypatch.setattr("os.link", refuse)
    write_all(tmp_path, FILES)
    assert contents(tmp_path) == {f.name: f.text for f in FILES}


def test_a_folder_that_is_none_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(EmitError, match=r"cannot write .*/file/below: Not a directory"):
        write_all(tmp_path / "file" / "below", FILES)
    with pytest.raises(EmitError, match="is not a folder that can be read"):
        existing_files(tmp_path / "file")
    assert existing_files(tmp_path / "nowhere") == []


def write_own(folder: Path, number: int, gate: multiprocessing.synchronize.Barrier) -> None:
    gate.wait()
    try:
        write_all(
            folder, [MigrationFile(f"V1__by_{number}.sql", ""), MigrationFile(f"V2__by_{number}.sql", "")]
        )
    except EmitError:
        raise SystemExit(1) from None


def test_of_several_emissions_at_once_one_wins(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    gate = context.Barrier(4)
    writers = [context.Process(target=write_own, args=(tmp_path / "out", n, gate)) for n in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert sorted(w.exitcode or 0 for w in writers) == [0, 1, 1, 1]
    names = existing_files(tmp_path / "out")
    assert len(names) == 2
    assert len({name.partition("__")[2] for name in names}) == 1
