"""What a statement may cost: the names that people allow, refuse and read about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from schemadiff.errors import ConfigError, HazardRefused

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from schemadiff.model.kind import Hazard


@dataclass(frozen=True, slots=True)
class HazardKind:
    """One hazard: its name, whether a person must allow it, and what it means."""

    name: str
    refused: bool
    meaning: str
    of_rows: bool = False  # it costs nothing where the plan itself has just made the table


HAZARDS: Final = {
    h.name: h
    for h in (
        HazardKind(
            "deletes_data",
            refused=True,
            meaning="Rows, columns or values are destroyed. "
            "No later migration can bring them back; only a backup can.",
        ),
        HazardKind(
            "rewrites_table",
            refused=False,
            of_rows=True,
            meaning="Every row is written anew under an ACCESS EXCLUSIVE lock: "
            "nobody reads or writes meanwhile.",
        ),
        HazardKind(
            "scans_table",
            refused=False,
            of_rows=True,
            meaning="Every row is read to check it, under a lock that keeps writers out.",
        ),
        HazardKind(
            "builds_index",
            refused=False,
            of_rows=True,
            meaning="An index is built over existing rows; the table takes no writes meanwhile.",
        ),
        HazardKind(
            "may_fail",
            refused=False,
            of_rows=True,
            meaning="Rows that exist may not fit; then the statement fails and nothing of its file is done.",
        ),
        HazardKind(
            "opens_access",
            refused=False,
            meaning="Somebody may read or change more than before, or row-level security is taken off.",
        ),
    )
}
ALL: Final = "all"


def telling(hazards: Sequence[Hazard], *, new: bool) -> tuple[Hazard, ...]:
    """The hazards worth telling; on what the plan itself makes there are no rows yet."""
    return tuple(h for h in hazards if not (new and HAZARDS[h.name].of_rows))


def check_names(names: Iterable[str]) -> frozenset[str]:
    """The hazards that are allowed.

    Raises:
        ConfigError: a name is no hazard.
    """
    allowed = frozenset(names)
    for name in sorted(allowed - HAZARDS.keys() - {ALL}):
        raise ConfigError(
            f'"{name}" is not the name of a hazard', hint=f"The hazards are {', '.join(HAZARDS)}, or {ALL}."
        )
    return allowed


def refused(hazards: Iterable[Hazard], allowed: frozenset[str]) -> list[Hazard]:
    """The hazards that need a permission they do not have, in order."""
    if ALL in allowed:
        return []
    return [h for h in hazards if HAZARDS[h.name].refused and h.name not in allowed]


def refuse(hazards: Iterable[Hazard], allowed: frozenset[str]) -> None:
    """Stop where a hazard is not allowed.

    Raises:
        HazardRefused: names every hazard and how to allow it.
    """
    missing = refused(hazards, allowed)
    if missing:
        names = sorted({h.name for h in missing})
        lines = "\n".join(f"  {h.name}: {h.text}" for h in missing)
        raise HazardRefused(
            f"refused: {len(missing)} step{'s' if len(missing) > 1 else ''} not allowed\n{lines}",
            hint=" ".join(f"--allow {name}" for name in names) + " allows it.",
        )
