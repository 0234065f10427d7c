"""SOURCE: each form of it, what a label shows, what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from schemadiff.errors import ConfigError, SourceError
from schemadiff.sources.grammar import Empty, Files, Git, Live, Migrations, Snapshot, parse_source

if TYPE_CHECKING:
    from pathlib import Path

PASSWORD = "pässwörd"  # noqa: S105 - looked for in labels


def test_every_form_is_told_apart(tmp_path: Path) -> None:
    (tmp_path / "schema").mkdir()
    (tmp_path / "v").mkdir()
    assert parse_source("empty") == Empty()
    assert parse_source("schema", base=tmp_path) == Files(tmp_path / "schema", "schema")
    assert parse_source("migrations:v", base=tmp_path) == Migrations(tmp_path / "v", "migrations:v")
    assert parse_source("snapshot:s.json", base=tmp_path) == Snapshot(tmp_path / "s.json", "snapshot:s.json")
    assert parse_source("git:v1.0:./x", base=tmp_path) == Git("v1.0", "./x", "git:v1.0:./x", tmp_path)
    assert parse_source("git:HEAD:", base=tmp_path) == Git("HEAD", ".", "git:HEAD:", tmp_path)
    assert isinstance(parse_source("postgresql://h/d"), Live)
    assert isinstance(parse_source("dbname=d"), Live)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (f"postgresql://me:{PASSWORD}@db.example:6543/shop?sslmode=require", "shop at db.example:6543"),
        ("postgres:///shop?host=/run/postgresql", "shop at /run/postgresql"),
        (f"host=db port=6543 user=me password='{PASSWORD}' dbname=shop", "shop at db:6543"),
        ("postgresql://me@db", "me at db"),
        ("service=shop", "database at shop"),
        ("postgresql://[::1]:6543/shop", "shop at ::1:6543"),
        ("postgresql://a:1,b:2/shop", "shop at a,b:1,2"),
    ],
)
def test_a_database_is_labelled_without_its_password(
    text: str, label: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("PGHOST", "PGDATABASE"):
        monkeypatch.delenv(name, raising=False)
    source = parse_source(text)
    assert isinstance(source, Live)
    assert source.label == label
    assert PASSWORD not in repr(source)


def test_a_variable_holds_any_source_but_another_variable(tmp_path: Path) -> None:
    values = {"URL": "postgresql://db/shop", "AGAIN": "env:URL", "BLANK": " ", "NONE": "empty"}
    source = parse_source("env:URL", environment=values)
    assert source == parse_source("postgresql://db/shop")
    assert parse_source("env:NONE", base=tmp_path, environment=values) == Empty()
    with pytest.raises(ConfigError, match="AGAIN names another one"):
        parse_source("env:AGAIN", environment=values)
    for name in ("BLANK", "LACKING"):
        with pytest.raises(ConfigError, match=f"{name} is not set"):
            parse_source(f"env:{name}", environment=values)


def test_a_file_may_have_any_name_that_is_no_prefix(tmp_path: Path) -> None:
    for name in ("a:b.sql", "host=x", "empty.sql", "me@home"):
        (tmp_path / name).write_text("")
        assert parse_source(name, base=tmp_path) == Files(tmp_path / name, name)


@pytest.mark.parametrize(
    "text", ["", " ", "nowhere", "git:", "git::x", "snapshot:", "migrations:nowhere", "x" * 5000]
)
def test_what_is_no_source_is_refused(text: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError):
        parse_source(text, base=tmp_path)
