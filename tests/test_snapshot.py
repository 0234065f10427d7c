"""Snapshots: a catalog goes to a file and comes back; what is no snapshot is said to be none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from schemadiff.cache import Cache, key_of
from schemadiff.catalog.reader import read
from schemadiff.errors import Diagnostic, Origin, SourceError
from schemadiff.kinds import KINDS
from schemadiff.model.catalog import Catalog
from schemadiff.sources.snapshot import from_json, read_snapshot, to_json, write_snapshot

if TYPE_CHECKING:
    from collections.abc import Callable

    from schemadiff.sources.shadow import Shadow

EVERYTHING = Path(__file__).parent / "one_of_everything.sql"


@pytest.fixture(scope="module")
def catalog(servers: Callable[[int], Shadow]) -> Catalog:
    """One of everything, with places and notes."""
    server = servers(18)
    with server.database() as connection:
        server.ensure_roles(connection, ["one_reader"])
        connection.execute(EVERYTHING.read_bytes())
        found = read(connection, KINDS.all, owner=server.owner, label="all")
    first, second = list(found.objects)[:2]
    return Catalog(
        found.version,
        found.objects,
        found.uses,
        {first: Origin("a.sql", 3, 4)},
        {first: "a", second: "b"},
        (*found.notes, Diagnostic("a-note", "x", "y", "warning", Origin("a.sql"))),
        "all",
    )


def test_a_catalog_comes_back_whole(catalog: Catalog, tmp_path: Path) -> None:
    path = tmp_path / "all.json"
    write_snapshot(path, catalog, KINDS)
    assert read_snapshot(path, KINDS) == catalog
    assert [p.name for p in tmp_path.iterdir()] == ["all.json"]


def test_one_catalog_is_one_text(catalog: Catalog) -> None:
    text = to_json(catalog, KINDS)
    assert to_json(from_json(text, KINDS, "x"), KINDS) == text


def test_a_field_that_is_new_has_its_default_in_an_old_snapshot(catalog: Catalog) -> None:
    content = json.loads(to_json(catalog, KINDS))
    names = content["fields"]["policy"]
    at = names.index("permissive")
    del names[at]
    for noun, row in content["objects"]:
        if noun == "policy":
            del row[at]
    assert from_json(json.dumps(content), KINDS, "x").objects.keys() == catalog.objects.keys()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is not a snapshot"),
        ("[]", "is not a snapshot"),
        ("{}", "is not a snapshot"),
        ("[" * 100_000, "is not a snapshot"),
        ('{"format": 99}', "format 99"),
        ('{"format": 1}', "is damaged"),
        ('{"format": 1, "fields": [], "objects": [["table", []]]}', "is damaged"),
        (
            '{"format":1,"version":1,"label":"","fields":{},"objects":[],"uses":[],"origins":[],"areas":{}}',
            "is damaged",
        ),
    ],
)
def test_what_is_no_snapshot_is_said_to_be_none(text: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text(text)
    with pytest.raises(SourceError, match=words):
        read_snapshot(tmp_path / "x.json", KINDS)


def test_bytes_that_are_no_text_and_folders_are_no_snapshots(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SourceError, match="not UTF-8"):
        read_snapshot(tmp_path / "x.json", KINDS)
    with pytest.raises(SourceError, match="cannot read the snapshot"):
        read_snapshot(tmp_path, KINDS)
    with pytest.raises(SourceError, match="cannot write the snapshot"):
        write_snapshot(tmp_path / "nowhere" / "x.json", Catalog(180000, {}), KINDS)


# -- the cache ----------------------------------------------------------------------------------------------


def test_the_cache_gives_back_what_it_was_given(catalog: Catalog, tmp_path: Path) -> None:
    cache = Cache(KINDS, tmp_path / "new" / "folder")
    assert cache.get("a") is None
    cache.put("a", catalog)
    assert cache.get("a") == catalog
    assert Cache(KINDS, tmp_path / "new" / "folder").get("a") == catalog


@pytest.mark.parametrize("damage", [lambda b: b[:-1], lambda b: b[:100], lambda _: b"", lambda b: b + b" "])
def test_a_damaged_file_is_as_if_there_were_none(
    damage: Callable[[bytes], bytes], catalog: Catalog, tmp_path: Path
) -> None:
    cache = Cache(KINDS, tmp_path)
    cache.put("a", catalog)
    (path,) = tmp_path.iterdir()
    path.write_bytes(damage(path.read_bytes()))
    assert cache.get("a") is None
    cache.put("a", catalog)
    assert cache.get("a") == catalog


def test_a_changed_value_is_noticed(catalog: Catalog, tmp_path: Path) -> None:
    cache = Cache(KINDS, tmp_path)
    cache.put("a", catalog)
    (path,) = tmp_path.iterdir()
    path.write_bytes(path.read_bytes().replace(b'"version":18', b'"version":17'))
    assert cache.get("a") is None


def test_a_folder_that_cannot_be_had_keeps_nothing_and_fails_nobody(catalog: Catalog, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = Cache(KINDS, tmp_path / "file" / "below")
    cache.put("a", catalog)
    assert cache.get("a") is None


def test_what_may_only_be_read_is_read(
    catalog: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(KINDS, tmp_path)
    cache.put("a", catalog)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr("os.utime", refuse)
    monkeypatch.setattr("tempfile.mkstemp", refuse)
    assert cache.get("a") == catalog
    cache.put("b", catalog)
    assert cache.get("b") is None


def test_the_ones_used_last_stay(tmp_path: Path) -> None:
    cache = Cache(KINDS, tmp_path)
    for number in range(70):
        cache.put(str(number), Catalog(180000, {}))
    assert len(list(tmp_path.iterdir())) == 64
    assert cache.get("69") is not None


def test_a_key_tells_contents_and_versions_of_ours_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    assert key_of("a", "b") == key_of("a", "b")
    assert len({key_of("a", "b"), key_of("ab"), key_of("b", "a"), key_of("a", b"b")}) == 4
    here = key_of("a")
    monkeypatch.setattr("schemadiff.cache.own_version", lambda: "another")
    assert key_of("a") != here


def test_the_folder_is_the_configured_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from schemadiff.cache import default_folder

    monkeypatch.setenv("SCHEMADIFF_CACHE", str(tmp_path))
    assert default_folder() == tmp_path / "catalogs"
    monkeypatch.delenv("SCHEMADIFF_CACHE")
    assert default_folder().parts[-2:] == ("schemadiff", "catalogs")
