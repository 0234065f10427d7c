"""Runs the command line as a person does, in this process, and keeps what it said."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from schemadiff import cli

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def said(self) -> str:
        return self.out + self.err


@dataclass
class Shell:
    """A working folder with its own cache of catalogs; servers are unpacked once for all tests."""

    folder: Path
    capsys: pytest.CaptureFixture[str]
    patch: pytest.MonkeyPatch

    def run(self, *arguments: str | Path) -> Outcome:
        """Run schemadiff with these arguments."""
        self.patch.setattr(sys, "argv", ["schemadiff", *map(str, arguments)])
        self.capsys.readouterr()
        with pytest.raises(SystemExit) as stop:
            cli.main()
        said = self.capsys.readouterr()
        return Outcome(int(stop.value.code or 0), said.out, said.err)

    def fails(self, *arguments: str | Path, code: int = 1) -> str:
        """Run what must fail in the way a person can act on; what was said about it."""
        before = self.files()
        done = self.run(*arguments)
        assert done.code == code, done.said
        assert "Traceback" not in done.said
        assert self.files() == before, "something was written"
        assert not done.out
        return done.err

    def write(self, name: str, text: str | bytes) -> Path:
        """Write a file below the folder."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    def files(self) -> dict[str, bytes]:
        """Every file below the folder."""
        return {str(p.relative_to(self.folder)): p.read_bytes() for p in self._paths() if p.is_file()}

    def _paths(self) -> Iterator[Path]:
        return self.folder.rglob("*")


@pytest.fixture
def shell(
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Shell:
    """A shell in an empty folder."""
    cache = tmp_path_factory.mktemp("catalogs")
    monkeypatch.setattr("schemadiff.cache.default_folder", lambda: cache)
    monkeypatch.chdir(tmp_path)
    for name in ("PGPASSWORD", "PGHOST", "PGDATABASE", "DATABASE_URL"):
        monkeypatch.delenv(name, raising=False)
    return Shell(tmp_path, capsys, monkeypatch)
