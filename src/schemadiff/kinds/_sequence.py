"""The options of a sequence, shared by sequences and identity columns: pg_sequence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

_LIMITS: Final = {"smallint": 2**15, "integer": 2**31, "bigint": 2**63}


class Options(Protocol):
    """The numbers of a sequence, as pg_sequence has them."""

    @property
    def start(self) -> int | None: ...
    @property
    def increment(self) -> int | None: ...
    @property
    def minimum(self) -> int | None: ...
    @property
    def maximum(self) -> int | None: ...
    @property
    def cache(self) -> int | None: ...
    @property
    def cycle(self) -> bool | None: ...


FIELDS: Final = ("start", "increment", "minimum", "maximum", "cache", "cycle")


def bounds(data_type: str, increment: int) -> tuple[int, int]:
    """The MINVALUE and MAXVALUE that CREATE SEQUENCE takes when none is given."""
    limit = _LIMITS.get(data_type, _LIMITS["bigint"])
    return (1, limit - 1) if increment > 0 else (-limit, -1)


def clauses(o: Options, data_type: str) -> Iterator[str]:
    """The clauses that differ from what PostgreSQL takes when nothing is said, for CREATE."""
    increment = o.increment or 1
    low, high = bounds(data_type, increment)
    if increment != 1:
        yield f"INCREMENT BY {increment}"
    if o.minimum != low:
        yield f"MINVALUE {o.minimum}"
    if o.maximum != high:
        yield f"MAXVALUE {o.maximum}"
    if o.start != (o.minimum if increment > 0 else o.maximum):
        yield f"START WITH {o.start}"
    if o.cache != 1:
        yield f"CACHE {o.cache}"
    if o.cycle:
        yield "CYCLE"


def changes(old: Options, new: Options) -> Iterator[str]:
    """The clauses for ALTER SEQUENCE, bounds and start always together."""
    if old.increment != new.increment:
        yield f"INCREMENT BY {new.increment}"
    if (old.minimum, old.maximum, old.start, old.increment) != (
        new.minimum,
        new.maximum,
        new.start,
        new.increment,
    ):
        yield f"MINVALUE {new.minimum}"
        yield f"MAXVALUE {new.maximum}"
        yield f"START WITH {new.start}"
    if old.cache != new.cache:
        yield f"CACHE {new.cache}"
    if old.cycle != new.cycle:
        yield "CYCLE" if new.cycle else "NO CYCLE"
