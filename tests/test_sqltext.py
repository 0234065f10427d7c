"""Quoting, held against PostgreSQL itself on every version that is tested."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from psycopg.rows import scalar_row

from conftest import MAJORS
from schemadiff.sqltext import dollar, dotted, ident, idents, literal, one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import psycopg

    from schemadiff.sources.shadow import Shadow

type Servers = Callable[[int], Shadow]

# Text that a server takes: any of Unicode but the byte zero and lone surrogates.
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
QUOTED = st.text(st.sampled_from("'\"\\$ \nqdo1aéÀ"), max_size=20)
NAMES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=20)
PLAIN = st.text(st.sampled_from("abcz_019$ABé"), min_size=1, max_size=8)
TAGS = st.text(st.sampled_from("abq_"), max_size=4)


def keywords(connection: psycopg.Connection[Any]) -> list[str]:
    return [word for (word,) in connection.execute("SELECT word FROM pg_get_keywords()").fetchall()]


def quoted_by_server(connection: psycopg.Connection[Any], names: Sequence[str]) -> list[str]:
    query = "SELECT quote_ident(n) FROM unnest(%s::text[]) WITH ORDINALITY AS u(n, i) ORDER BY i"
    return [text for (text,) in connection.execute(query, [list(names)]).fetchall()]


@pytest.mark.parametrize("major", MAJORS)
def test_a_keyword_is_quoted_wherever_the_server_quotes_it(major: int, servers: Servers) -> None:
    with servers(major).database() as connection:
        words = keywords(connection)
        by_server = dict(zip(words, quoted_by_server(connection, words), strict=True))
    bare = [w for w in words if ident(w) == w and by_server[w] != w]
    assert bare == []


@pytest.mark.parametrize("major", [max(MAJORS)])
def test_on_the_newest_version_every_keyword_is_written_as_the_server_does(
    major: int, servers: Servers
) -> None:
    """Older versions know fewer words; quoting one of those there is harmless."""
    with servers(major).database() as connection:
        words = keywords(connection)
        assert [ident(w) for w in words] == quoted_by_server(connection, words)


@pytest.mark.parametrize("major", MAJORS)
def test_a_name_is_quoted_as_the_server_quotes_it(major: int, servers: Servers) -> None:
    with servers(major).database() as connection:
        reserved = set(keywords(connection))

        @settings(max_examples=25, deadline=None, derandomize=True, database=None)
        @given(st.lists(NAMES | PLAIN, min_size=20, max_size=60))
        @example(["", "a", "A", "a b", 'a"b', "1a", "_a", "a$b", "é", "über", "a\nb", '"', '""', "x" * 80])
        def agree(names: list[str]) -> None:
            free = [n for n in names if n not in reserved]
            assert [ident(n) for n in free] == quoted_by_server(connection, free)

        agree()


@pytest.mark.parametrize("major", MAJORS)
def test_a_quoted_name_names_what_it_was(major: int, servers: Servers) -> None:
    with servers(major).database() as connection:

        @settings(max_examples=25, deadline=None, derandomize=True, database=None)
        @given(st.lists(NAMES, min_size=1, max_size=20))
        def agree(names: list[str]) -> None:
            short = [n for n in names if len(n.encode()) <= 63]
            if short:
                result = connection.execute(f"SELECT {', '.join(f'1 AS {ident(n)}' for n in short)}".encode())
                assert [c.name for c in result.description or ()] == short

        agree()


@pytest.mark.parametrize("conforming", ["on", "off"])
@pytest.mark.parametrize("major", MAJORS)
def test_a_literal_is_the_text_it_was(major: int, conforming: str, servers: Servers) -> None:
    with servers(major).database() as connection:
        connection.execute(f"SET standard_conforming_strings = {conforming}".encode())
        connection.execute("SET escape_string_warning = off")

        @settings(max_examples=25, deadline=None, derandomize=True, database=None)
        @given(st.lists(TEXT | QUOTED, min_size=1, max_size=40))
        @example(["", "'", "\\", "\\'", "'\\", "E'", "\\'; DROP TABLE t; --", "\u2028", "\x7f", "\n", "\r\n"])
        def agree(texts: list[str]) -> None:
            sql = f"SELECT ARRAY[{', '.join(map(literal, texts))}]::text[]"
            with connection.cursor(row_factory=scalar_row) as cursor:
                assert cursor.execute(sql.encode()).fetchone() == texts

        agree()


@pytest.mark.parametrize("major", MAJORS)
def test_a_dollar_quoted_body_is_the_text_it_was(major: int, servers: Servers) -> None:
    with servers(major).database() as connection:

        @settings(max_examples=25, deadline=None, derandomize=True, database=None)
        @given(st.lists(st.tuples(TEXT | QUOTED, TAGS), min_size=1, max_size=40))
        @example(
            [("$", ""), ("$$", ""), ("$q$", "q"), ("a$do", "do"), ("$do$ $do1$", "do"), ("$q1$$q2$", "")]
        )
        @example([("ends in $", ""), ("ends in $do", "do"), ("$$", "do"), ("", ""), ("q$", "q")])
        def agree(bodies: list[tuple[str, str]]) -> None:
            sql = f"SELECT ARRAY[{', '.join(dollar(body, tag) for body, tag in bodies)}]::text[]"
            with connection.cursor(row_factory=scalar_row) as cursor:
                assert cursor.execute(sql.encode()).fetchone() == [body for body, _ in bodies]

        agree()


@given(st.text(st.sampled_from("$qdo1 ;\n'"), max_size=60), st.sampled_from(["", "do", "q"]))
def test_a_dollar_quote_closes_at_its_end_and_nowhere_before(body: str, tag: str) -> None:
    text = dollar(body, tag)
    mark = text[: text.index("$", 1) + 1]
    assert text == f"{mark}{body}{mark}"
    assert text.index(mark, len(mark)) == len(text) - len(mark)


@given(QUOTED, st.integers(1, 4))
def test_dollar_quotes_stand_in_one_another(body: str, depth: int) -> None:
    """As a routine's body does in a guarded block."""
    texts = [body]
    for _ in range(depth):
        texts.append(dollar(f"\n{texts[-1]}\n", "do"))
    for inner, outer in pairwise(texts):
        mark = outer[: outer.index("$", 1) + 1]
        assert outer.removeprefix(mark).removesuffix(mark) == f"\n{inner}\n"
        assert mark not in inner


@given(st.text())
def test_a_comment_line_is_one_line_of_printable_text(text: str) -> None:
    line = one_line(text)
    assert line.isprintable()
    assert len(line.splitlines()) <= 1


@given(st.text(st.characters(categories=["L", "N", "P"])))
def test_a_comment_line_keeps_what_can_be_read(text: str) -> None:
    assert one_line(text) == text


def test_names_are_joined_by_dots_and_commas_each_quoted_for_itself() -> None:
    assert dotted("app", "Order", "a.b") == 'app."Order"."a.b"'
    assert idents(["id", "user", "a,b"]) == 'id, "user", "a,b"'


def test_names_and_values_that_attack_stay_inside_their_quotes() -> None:
    assert ident('x"; DROP TABLE t; --') == '"x""; DROP TABLE t; --"'
    assert literal("x'; DROP TABLE t; --") == "'x''; DROP TABLE t; --'"
    assert literal("x\\'") == "E'x\\\\'''"
    assert one_line("x\n; DROP TABLE t; --\r\u2028y") == "x ; DROP TABLE t; --  y"
