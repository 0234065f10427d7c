"""Types as format_type() prints them: short spellings, families, what a conversion costs."""

from __future__ import annotations

import re
from typing import Final

# The grammar's own aliases; an unquoted, unqualified name at the beginning can only be the built-in type.
_SHORT: Final = (
    (re.compile(r"^character varying"), "varchar"),
    (re.compile(r"^character(?=\(|$|\[)"), "char"),
    (re.compile(r"^timestamp(\(\d\))? with time zone"), r"timestamptz\1"),
    (re.compile(r"^timestamp(\(\d\))? without time zone"), r"timestamp\1"),
    (re.compile(r"^time(\(\d\))? with time zone"), r"timetz\1"),
    (re.compile(r"^time(\(\d\))? without time zone"), r"time\1"),
)
_MODIFIER: Final = re.compile(r"\(([\d,]+)\)")

_STRING: Final = frozenset({"text", "character varying", "character", "name", '"char"'})
_TEXTS: Final = frozenset({"text", "character varying", "character"})
_NUMBER: Final = ("smallint", "integer", "bigint", "numeric", "real", "double precision")
_MOMENT: Final = frozenset({"date", "timestamp without time zone", "timestamp with time zone"})
# Every value of the first is one of the second.
_WIDER: Final = frozenset(
    {
        ("smallint", "integer"), ("smallint", "bigint"), ("smallint", "numeric"), ("smallint", "real"),
        ("smallint", "double precision"), ("integer", "bigint"), ("integer", "numeric"),
        ("integer", "double precision"), ("bigint", "numeric"), ("real", "double precision"),
        ("date", "timestamp without time zone"), ("date", "timestamp with time zone"),
        ("timestamp without time zone", "timestamp with time zone"),
        ("timestamp with time zone", "timestamp without time zone"),
        ("cidr", "inet"), ("json", "text"), ("jsonb", "text"),
    }
)  # fmt: skip
# source: pg_cast of PostgreSQL 14, without types of object identifiers; strings take and give any type.
_CASTS: Final = {
    source: frozenset(targets.split(", "))
    for source, targets in (
        ("bigint", "bit, double precision, integer, money, numeric, real, smallint"),
        ("bit varying", "bit"),
        ("bit", "bigint, bit varying, integer"),
        ("boolean", "integer"),
        ("box", "circle, lseg, point, polygon"),
        ("cidr", "inet"),
        ("circle", "box, point, polygon"),
        ("date", "timestamp with time zone, timestamp without time zone"),
        ("daterange", "datemultirange"),
        ("double precision", "bigint, integer, numeric, real, smallint"),
        ("inet", "cidr"),
        ("int4range", "int4multirange"),
        ("int8range", "int8multirange"),
        ("integer", "bigint, bit, boolean, double precision, money, numeric, real, smallint"),
        ("interval", "time without time zone"),
        ("json", "jsonb"),
        ("jsonb", "bigint, boolean, double precision, integer, json, numeric, real, smallint"),
        ("lseg", "point"),
        ("macaddr", "macaddr8"),
        ("macaddr8", "macaddr"),
        ("money", "numeric"),
        ("numeric", "bigint, double precision, integer, money, real, smallint"),
        ("numrange", "nummultirange"),
        ("path", "point, polygon"),
        ("point", "box"),
        ("polygon", "box, circle, path, point"),
        ("real", "bigint, double precision, integer, numeric, smallint"),
        ("smallint", "bigint, double precision, integer, numeric, real"),
        ("time with time zone", "time without time zone"),
        ("time without time zone", "interval, time with time zone"),
        (
            "timestamp with time zone",
            "date, time with time zone, time without time zone, timestamp without time zone",
        ),
        ("timestamp without time zone", "date, time without time zone, timestamp with time zone"),
        ("tsrange", "tsmultirange"),
        ("tstzrange", "tstzmultirange"),
        ("xid8", "xid"),
    )
}
# Without a modifier these mean a length of 1; their kin take any length, and then PostgreSQL assigns.
_LONG: Final = {"character": "bpchar", "character[]": "bpchar[]", "bit": "varbit", "bit[]": "varbit[]"}
_IN_PLACE: Final = frozenset({("character varying", "text"), ("text", "character varying"), ("cidr", "inet")})


def short(data_type: str) -> str:
    """The spelling people write: `varchar(20)`, `timestamptz`."""
    for pattern, alias in _SHORT:
        data_type, count = pattern.subn(alias, data_type, count=1)
        if count:
            break
    return data_type


def base(data_type: str) -> str:
    """The type without its modifier: `character varying(20)[]` -> `character varying[]`."""
    if '"' in data_type:
        return data_type
    array = "[]" if data_type.endswith("[]") else ""
    return f"interval{array}" if data_type.startswith("interval") else _MODIFIER.sub("", data_type, count=1)


def _modifier(data_type: str) -> tuple[int, ...] | None:
    found = _MODIFIER.search(data_type)
    return tuple(int(n) for n in found[1].split(",")) if found and '"' not in data_type else None


def conversion(old: str, new: str) -> str | None:
    """What USING puts behind a column: "" where PostgreSQL assigns by itself, None where nothing converts.

    The cast leaves out the modifier, so that what is too long fails instead of being cut.
    """
    a, b = base(old), base(new)
    if a == b:
        return ""
    if (a, b) in _WIDER or {a, b} <= _TEXTS:
        return ""
    x, y = a.removesuffix("[]"), b.removesuffix("[]")
    if a.endswith("[]") != b.endswith("[]"):
        return f"::{short(b)}" if (y in _STRING and b == y) or (x in _STRING and a == x) else None
    if x in _STRING or y in _STRING or y in _CASTS.get(x, ()):
        # Alone, bit means bit(1).
        return f"::{new}" if y == "bit" and x != "bit varying" else f"::{_LONG.get(b, short(b))}"
    if y in ("json", "jsonb") and x.endswith(".hstore"):
        return f"::{short(b)}"
    # A type that people made converts through its text; whether its values fit is for the server to say.
    return f"::text::{short(b)}" if _made(x) or _made(y) else None


def _made(data_type: str) -> bool:
    return "." in data_type


def kin(old: str, new: str) -> bool:
    """True for types whose values compare with each other, so that keys across them hold."""
    pair = {base(old), base(new)}
    return pair <= {"smallint", "integer", "bigint"} or pair <= {"text", "character varying"}


def loses(old: str, new: str) -> bool:
    """True where values can be rounded or cut by the conversion, and no error tells."""
    a, b = base(old), base(new)
    before, after = _modifier(old), _modifier(new)
    if a == b:
        if a == "numeric":
            scale = 0 if after is None or len(after) == 1 else after[1]
            return after is not None and (before is None or (before[1] if len(before) > 1 else 0) > scale)
        return a.startswith("time") and after is not None and (before is None or after < before)
    if a in _STRING or b in _STRING:
        return False
    if (a in _NUMBER and b in _NUMBER) or (
        a in _MOMENT | {"time without time zone"} and (b in _MOMENT or "time" in b)
    ):
        scaled = b == "numeric" and after is not None and a not in ("smallint", "integer", "bigint")
        return (a, b) not in _WIDER or scaled
    return False


def rewrites(old: str, new: str) -> bool:
    """True unless PostgreSQL is known to keep the rows as they are."""
    a, b = base(old), base(new)
    before, after = _modifier(old), _modifier(new)
    if a != b:
        return not ((a, b) in _IN_PLACE and after is None)
    if a in ("character varying", "bit varying"):
        return after is not None and (before is None or after < before)
    if a == "numeric":
        if after is None:
            return False
        return before is None or before[1:] != after[1:] or after[0] < before[0]
    return before != after
