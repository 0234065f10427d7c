"""schemadiff.toml: what it may say, where it is looked for, and what is said of mistakes in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from schemadiff.config import NAME, Config, System, find, load
from schemadiff.errors import ConfigError
from schemadiff.sources.shadow_host import ShadowSpec

WHOLE = """
postgres = 16
[shadow]
mode = "docker"
image = "timescale/timescaledb:2.17-pg16"
binaries = ["servers/16"]
[systems.shop]
schema = "schema/shop"
generated = "generated/shop"
database = "env:SHOP"
split = "area"
allow = ["deletes_data"]
[systems.depot]
"""


def test_all_that_it_may_say_is_read(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text(WHOLE)
    assert load(tmp_path / NAME) == Config(
        folder=tmp_path,
        postgres=16,
        shadow=ShadowSpec(
            mode="docker", image="timescale/timescaledb:2.17-pg16", binaries=(tmp_path / "servers/16",)
        ),
        systems=(
            System(
                name="shop",
                schema="schema/shop",
                generated="generated/shop",
                database="env:SHOP",
                split="area",
                allow=("deletes_data",),
            ),
            System(name="depot"),
        ),
    )


def test_no_file_is_an_empty_configuration() -> None:
    assert load(None) == Config(folder=Path())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("postgres = '16'", "postgres must be a number"),
        ("postgres = true", "postgres must be a number"),
        ("system = 1", "system is not a setting"),
        ("[systems.shop]\nschemas = 'x'", "systems.shop.schemas is not a setting"),
        ("[systems.shop]\nschema = 1", "systems.shop.schema must be a string"),
        ("[systems.shop]\nallow = 'all'", "systems.shop.allow must be a list of strings"),
        ("[systems.shop]\nallow = [1]", "systems.shop.allow must be a list of strings"),
        ("[systems.shop]\nsplit = 'file'", 'systems.shop.split is "file"'),
        ("systems = 1", "systems must be a table"),
        ("[systems]\nshop = 1", "systems.shop must be a table"),
        ("[shadow]\nimages = 'x'", "shadow.images is not a setting"),
        ("postgres = 13", "postgres is 13"),
        ("postgres = ", "is not TOML"),
    ],
)
def test_a_mistake_is_named_by_file_and_key(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / NAME).write_text(text)
    with pytest.raises(ConfigError) as caught:
        load(tmp_path / NAME)
    assert str(tmp_path / NAME) in str(caught.value)
    assert words in str(caught.value)


def test_a_near_miss_gets_a_suggestion(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text("[systems.shop]\ngenerate = 'x'")
    with pytest.raises(ConfigError, match="Did you mean generated"):
        load(tmp_path / NAME)


def test_what_is_no_file_or_no_text_is_said(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"cannot read .*: No such file"):
        load(tmp_path / NAME)
    with pytest.raises(ConfigError, match=r"cannot read .*: Is a directory"):
        load(tmp_path)
    (tmp_path / NAME).write_bytes(b"\xff\xfe")
    with pytest.raises(ConfigError, match="is not TOML"):
        load(tmp_path / NAME)


def test_it_is_found_upwards_and_named_from_where_one_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    assert find(Path()) is None
    (tmp_path / NAME).write_text("")
    assert find(Path()) == Path("../..") / NAME
    (below / NAME).write_text("")
    assert find(Path()) == Path(NAME)


def test_the_only_system_is_meant_where_none_is_named() -> None:
    shop, depot = System(name="shop"), System(name="depot")
    assert Config(folder=Path(), systems=(shop,)).system(None) == shop
    assert Config(folder=Path(), systems=(shop, depot)).system(None).name == ""
    assert Config(folder=Path(), systems=(shop, depot)).system("depot") == depot
    with pytest.raises(ConfigError, match="The systems are: shop, depot"):
        Config(folder=Path(), systems=(shop, depot)).system("shops")
    with pytest.raises(ConfigError, match="none is configured"):
        Config(folder=Path()).system("shop")
