"""A scenario: one page of SQL with two states, run both ways through the laws."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent / "scenarios"
_HEADER = re.compile(
    r"--\s*(title|pg|roles|extensions|tablespaces|shape|shape back|refused|refused back|gap|later|later back)"
    r":\s*(.*)"
)
_PART = re.compile(r"--\s*(from|seed|to)\s*$")


@dataclass(frozen=True)
class State:
    """One half: the schema, and rows that are there before it is left."""

    sql: str
    seed: str = ""
    later: str = ""  # what others make on top once this state is reached
    shape: str = ""  # what the way to the other half must and must not do


@dataclass(frozen=True)
class Scenario:
    name: str
    title: str
    start: State
    end: State
    majors: range
    roles: tuple[str, ...] = ()
    gap: str = ""  # why it fails by now; it must fail until that is mended
    extensions: tuple[str, ...] = field(default=())


def parse(path: Path) -> Scenario:
    """Read a scenario file; an unknown or missing part is an error."""
    head: dict[str, str] = {}
    parts: dict[str, list[str]] = {}
    current = ""
    half = ""
    for line in path.read_bytes().decode().split("\n"):
        if part := _PART.fullmatch(line.rstrip()):
            half = part[1] if part[1] != "seed" else half
            current = f"{half} seed" if part[1] == "seed" else half
            parts[current] = []
        elif (said := _HEADER.fullmatch(line.rstrip())) and (
            said[1] not in head or said[1].startswith("later")
        ):
            head[said[1]] = f"{head[said[1]]}\n{said[2]}" if said[1] in head else said[2]
        elif current:
            parts[current].append(line)
        elif line.strip() and not line.startswith("--"):
            raise ValueError(f"{path}: {line!r} stands before -- from")
    text = {name: "\n".join(lines).strip("\n") for name, lines in parts.items()}
    return Scenario(
        name=str(path.relative_to(FOLDER).with_suffix("")),
        title=head["title"],
        start=State(
            text["from"], text.get("from seed", ""), head.get("later back", ""), head.get("shape", "")
        ),
        end=State(text["to"], text.get("to seed", ""), head.get("later", ""), head.get("shape back", "")),
        majors=_majors(head.get("pg", "14-18")),
        gap=head.get("gap", ""),
        roles=tuple(r.strip() for r in head.get("roles", "").split(",") if r.strip()),
        extensions=tuple(e.strip() for e in head.get("extensions", "").split(",") if e.strip()),
    )


def _majors(text: str) -> range:
    text = text.strip()
    if text.startswith(">="):
        return range(int(text[2:]), 19)
    if text.startswith("<="):
        return range(14, int(text[2:]) + 1)
    first, _, last = text.partition("-")
    return range(int(first), int(last or first) + 1)


def scenarios() -> list[Scenario]:
    return [parse(path) for path in sorted(FOLDER.rglob("*.sql"))]
