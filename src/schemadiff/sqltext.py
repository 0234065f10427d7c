"""Quoting: the one place where names, values and bodies that people control become SQL text."""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# Words that PostgreSQL 14 to 18 quote in an identifier (src/include/parser/kwlist.h, all but UNRESERVED).
_KEYWORDS = frozenset(
    (  # noqa: SIM905 - a list of words reads best as words
        "all analyse analyze and any array as asc asymmetric authorization between bigint binary bit "
        "boolean both case cast char character check coalesce collate collation column concurrently "
        "constraint create cross current_catalog current_date current_role current_schema current_time "
        "current_timestamp current_user dec decimal default deferrable desc distinct do else end except "
        "exists extract false fetch float for foreign freeze from full grant greatest group grouping having "
        "ilike in initially inner inout int integer intersect interval into is isnull join json json_array "
        "json_arrayagg json_exists json_object json_objectagg json_query json_scalar json_serialize "
        "json_table json_value lateral leading least left like limit localtime localtimestamp merge_action "
        "national natural nchar none normalize not notnull null nullif numeric offset on only or order out "
        "outer overlaps overlay placing position precision primary real references returning right row "
        "select session_user setof similar smallint some substring symmetric system_user table tablesample "
        "then time timestamp to trailing treat trim true union unique user using values varchar variadic "
        "verbose when where window with xmlattributes xmlconcat xmlelement xmlexists xmlforest "
        "xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable "
    ).split()
)
_PLAIN = re.compile(r"[a-z_][a-z0-9_]*")


def ident(name: str) -> str:
    """Quote an identifier as PostgreSQL's quote_ident() does: only where it must be."""
    if _PLAIN.fullmatch(name) and name not in _KEYWORDS:
        return name
    return '"' + name.replace('"', '""') + '"'


def dotted(*names: str) -> str:
    """Quote each part of a qualified name."""
    return ".".join(map(ident, names))


def idents(names: Iterable[str]) -> str:
    """Quote a comma-separated list of identifiers."""
    return ", ".join(map(ident, names))


def literal(text: str) -> str:
    """Quote a string as quote_literal() does, safe whatever standard_conforming_strings says."""
    quoted = text.replace("'", "''")
    if "\\" in quoted:
        return "E'" + quoted.replace("\\", "\\\\") + "'"
    return f"'{quoted}'"


def dollar(body: str, tag: str = "") -> str:
    """Dollar-quote a body with the first tag of tag, tag1, tag2 … that cannot close early."""
    for number in count():
        mark = f"${tag}$" if number == 0 else f"${tag or 'q'}{number}$"
        if (body + mark).index(mark) == len(body):
            return f"{mark}{body}{mark}"
    raise AssertionError  # count() does not end


def one_line(text: str) -> str:
    """Make any text safe inside a `--` comment: one line, no control characters."""
    return "".join(c if c.isprintable() else " " for c in text).strip()
