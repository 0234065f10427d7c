"""Schema files out of a revision of a git repository."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from schemadiff.errors import SourceError
from schemadiff.sources.git import read_git
from schemadiff.sources.sql_files import read_sql

if TYPE_CHECKING:
    from pathlib import Path


def git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=a", "-c", "user.email=a@b.c", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)  # noqa: S607


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q", "-b", "main")
    files = {
        "db/schema/b.sql": b"CREATE TABLE b ();",
        "db/schema/sub/a é.sql": "-- é\nCREATE TABLE a ();".encode(),
        "db/schema/notes.md": b"text",
        "db/schema2/x.sql": b"SELECT 1",
        "top.sql": b"SELECT 2",
    }
    for name, content in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "first")
    git(tmp_path, "tag", "v1")
    (tmp_path / "db/schema/b.sql").write_text("CREATE TABLE changed ();")
    git(tmp_path, "commit", "-q", "-a", "-m", "second")
    (tmp_path / "db/schema/b.sql").write_text("never committed")
    return tmp_path


def test_a_folder_is_read_as_it_was(repository: Path) -> None:
    files = read_git("v1", "db/schema", cwd=repository)
    assert [(f.path, f.area) for f in files] == [
        ("v1:db/schema/b.sql", "b"),
        ("v1:db/schema/sub/a é.sql", "sub/a é"),
    ]
    source = read_sql(files)
    assert [d.name for s in source.statements for d in s.defines] == ["b", "a"]
    assert str(source.statements[1].origin) == "v1:db/schema/sub/a é.sql:2:1"
    assert read_git("main", "db/schema", cwd=repository)[0].content == b"CREATE TABLE changed ();"
    assert read_git("HEAD~1", "db/schema/", cwd=repository) != []


def test_one_file_and_the_whole_tree_can_be_read(repository: Path) -> None:
    assert [(f.path, f.area) for f in read_git("main", "top.sql", cwd=repository)] == [
        ("main:top.sql", "top")
    ]
    assert [f.area for f in read_git("main", ".", cwd=repository)][-1] == "top"


def test_a_path_with_a_dot_counts_from_the_current_folder(repository: Path) -> None:
    here = repository / "db"
    assert [f.area for f in read_git("v1", "./schema2", cwd=here)] == ["x"]
    assert [f.area for f in read_git("v1", "../top.sql", cwd=here)] == ["top"]
    with pytest.raises(SourceError, match="outside the repository"):
        read_git("v1", "../../x", cwd=here)


@pytest.mark.parametrize("revision", ["nothing", "--all", "", "v1:db"])
def test_an_unknown_revision_is_named(repository: Path, revision: str) -> None:
    with pytest.raises(SourceError, match="git knows no revision") as raised:
        read_git(revision, "nothing" if revision == "v1:db" else "db", cwd=repository)
    assert repr(revision) in raised.value.message


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("schema", "there is no schema at v1"),
        ("d*", "there is no d"),
        ("db/schema/notes.md", r"no \.sql file"),
    ],
)
def test_a_path_that_is_not_there_is_named(repository: Path, path: str, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        read_git("v1", path, cwd=repository)


def test_outside_a_repository_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(SourceError, match="not inside a git repository"):
        read_git("HEAD", "x", cwd=tmp_path)


def test_a_symbolic_link_is_not_taken_for_a_schema(repository: Path) -> None:
    (repository / "link.sql").symlink_to("top.sql")
    git(repository, "add", "link.sql")
    git(repository, "commit", "-q", "-m", "link", "link.sql")
    with pytest.raises(SourceError, match="symbolic link"):
        read_git("main", ".", cwd=repository)
