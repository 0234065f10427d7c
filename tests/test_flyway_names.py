"""Flyway's names, versions and checksum."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemadiff.emit.flyway import (
    MAX_DESCRIPTION,
    Version,
    checksum,
    conf_text,
    migration_filename,
    misnamed,
    next_version,
    next_versions,
    parse_conf,
    parse_name,
    placeholders,
    slug,
)
from schemadiff.errors import EmitError


@pytest.mark.parametrize(
    ("filename", "kind", "version", "description"),
    [
        ("V1__add_users.sql", "V", "1", "add users"),
        ("V1.2.3__add_users.sql", "V", "1.2.3", "add users"),
        ("V1_2__add_users.sql", "V", "1.2", "add users"),
        ("V20240131120000__a__b.sql", "V", "20240131120000", "a  b"),
        ("U1__undo.sql", "U", "1", "undo"),
        ("B7__base.sql", "B", "7", "base"),
        ("R__views.sql", "R", "None", "views"),
    ],
)
def test_a_name_is_split_at_its_first_double_underscore(
    filename: str, kind: str, version: str, description: str
) -> None:
    name = parse_name(filename)
    assert name is not None
    assert (name.kind, str(name.version), name.description) == (kind, version, description)
    assert name.filename == filename


@pytest.mark.parametrize(
    "filename", ["V1_x.sql", "V1__.sql", "V__x.sql", "V1a__x.sql", "v1__x.sql", "V1__x.SQL", "V1.sql"]
)
def test_a_misnamed_file_is_no_migration_and_is_told_why(filename: str) -> None:
    assert parse_name(filename) is None
    assert misnamed(filename)


@pytest.mark.parametrize(
    "filename", ["V1__a.sql", "views.sql", "Vacation.sql", "R__a.sql", "V1__a.sql.conf", "README.md"]
)
def test_a_file_that_looks_like_no_migration_is_not_called_misnamed(filename: str) -> None:
    assert misnamed(filename) is None


def test_versions_compare_as_numbers_and_ignore_trailing_zeros() -> None:
    texts = ["10", "9", "1.10", "1.9", "1", "1.0.1", "2_1"]
    assert [v.text for v in sorted(map(Version, texts))] == ["1", "1.0.1", "1.9", "1.10", "2_1", "9", "10"]
    assert Version("1.0") == Version("1") == Version("01_00")
    assert len({Version("1.0"), Version("1")}) == 1
    assert Version("0") < Version("1")


@pytest.mark.parametrize(
    ("existing", "following"),
    [
        ([], "1"),
        (["1", "2", "10"], "11"),
        (["001", "002"], "003"),
        (["099"], "100"),
        (["999"], "1000"),
        (["1.1", "1.2"], "1.3"),
        (["1.09"], "1.10"),
        (["1", "1.0"], "1.1"),
        (["1_1"], "1_2"),
        (["2024.01.31.2"], "2024.01.31.3"),
        (["20240131120000", "7"], "20240131120001"),
    ],
)
def test_the_next_version_continues_the_folders_own_style(existing: list[str], following: str) -> None:
    assert next_version(existing) == following


def test_several_next_versions_follow_each_other() -> None:
    assert next_versions(["1.1"], 3) == ["1.2", "1.3", "1.4"]


@given(st.lists(st.from_regex(r"[0-9]{1,4}(\.[0-9]{1,3}){0,3}", fullmatch=True), max_size=6))
def test_the_next_version_is_above_all_and_one_that_flyway_accepts(existing: list[str]) -> None:
    following = next_version(existing)
    assert all(Version(text) < Version(following) for text in existing)
    assert parse_name(migration_filename(following, "x")) is not None
    assert following == next_version(existing[::-1])


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("add users", "add_users"),
        ("  Add: users / orders!\n-- drop  ", "Add_users_orders_drop"),
        ("crème brûlée, straße", "creme_brulee_strasse"),
        ("表", "u8868"),
        ("a__b", "a_b"),
        ("../../etc/passwd", "etc_passwd"),
        ("", "migration"),
    ],
)
def test_a_description_becomes_words_with_underscores(words: str, expected: str) -> None:
    assert slug(words) == expected


@given(st.text(max_size=400))
def test_any_text_makes_a_safe_file_name(words: str) -> None:
    made = slug(words)
    assert set(made) <= set(string.ascii_letters + string.digits + "_")
    assert 0 < len(made) <= MAX_DESCRIPTION
    assert slug(made) == made
    name = parse_name(migration_filename("1", words))
    assert name is not None
    assert name.words == made


def test_a_long_description_is_cut_between_words() -> None:
    assert slug("word " * 100) == "_".join(["word"] * 24)


@pytest.mark.parametrize("version", ["", "1a", "1..2", "v1", "1" * 51])
def test_a_version_that_flyway_refuses_is_an_error(version: str) -> None:
    with pytest.raises(EmitError):
        migration_filename(version, "x")


def test_the_checksum_is_that_of_flyway() -> None:
    # CRC-32 of "CREATE TABLE a (x int);" + "SELECT 1;", as a signed integer.
    expected = checksum("CREATE TABLE a (x int);SELECT 1;")
    assert checksum("CREATE TABLE a (x int);\nSELECT 1;\n") == expected
    assert checksum("CREATE TABLE a (x int);\r\nSELECT 1;") == expected
    assert checksum("\ufeffCREATE TABLE a (x int);\rSELECT 1;\r\r\n") == expected
    assert checksum("123456789") == 0xCBF43926 - (1 << 32)
    assert checksum("") == 0


def test_the_checksum_splits_lines_as_java_does() -> None:
    assert checksum("a\x0bb\x0cc\u2028d\x85e") != checksum("abcde")
    assert checksum("a\nb") == checksum("ab")


def test_a_conf_says_only_what_differs_from_flyways_defaults() -> None:
    assert conf_text(in_transaction=True, sql="SELECT 1") is None
    assert conf_text(in_transaction=False, sql="SELECT 1") == "executeInTransaction=false\n"
    both = conf_text(in_transaction=False, sql="SELECT '${x}'")
    assert both == "executeInTransaction=false\nplaceholderReplacement=false\n"
    assert parse_conf(both) == {"executeInTransaction": "false", "placeholderReplacement": "false"}
    assert parse_conf("# a=b\n\n c = d \n") == {"c": "d"}


def test_placeholders_are_found_with_their_offsets() -> None:
    assert placeholders("a ${b} -- ${flyway:user} $c {d}") == [(2, "${b}"), (10, "${flyway:user}")]
