"""A plan as Flyway migrations: names, headers, settings, and a folder that gets all files or none."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from schemadiff.catalog.session import PINNED
from schemadiff.emit.flyway import conf_text, migration_filename, next_versions, parse_name, slug
from schemadiff.errors import EmitError
from schemadiff.plan.graph import Verb
from schemadiff.render import body
from schemadiff.sqltext import ident, literal, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from schemadiff.plan.steps import Plan, Segment

_WIDTH: Final = 110
_CREATES: Final = (Verb.CREATE, Verb.SHELL)


@dataclass(frozen=True, slots=True)
class MigrationFile:
    """One file to write: its name, its text, and what it says."""

    name: str
    text: str
    segment: Segment | None = None


def migration_files(
    plan: Plan, existing: Sequence[str], *, name: str | None = None, version: str | None = None
) -> list[MigrationFile]:
    """The files of a plan.

    Args:
        existing: the names of the files that the folder has, whose style the versions continue.
        name: the description's words; else the schema file's name or what changes.
        version: of the first file.

    Raises:
        EmitError: a version that Flyway refuses, or that the folder has already.
    """
    taken = [str(n.version.text) for n in map(parse_name, existing) if n and n.version and n.kind in "VB"]
    first = [version] if version else next_versions(taken, 1)
    rest = next_versions([*taken, *first], len(plan.segments) - 1)
    found = []
    for number, segment in enumerate(plan.segments):
        at = [*first, *rest][number]
        words = _description(plan, segment, name)
        filename = migration_filename(at, words)
        content = file_text(plan, number, words)
        found.append(MigrationFile(filename, content, segment))
        if conf := conf_text(in_transaction=segment.transactional, sql=content):
            found.append(MigrationFile(f"{filename}.conf", conf))
    return found


def _description(plan: Plan, segment: Segment, name: str | None) -> str:
    if name is not None:
        return name if len(plan.segments) == 1 else f"{name} {_subject(segment)}"
    return _subject(segment)


def _subject(segment: Segment) -> str:
    """What a file holds in a few words: the schema file that it builds, else what it does to what."""
    only_new = all(step.verb in _CREATES for step in segment.steps)
    if segment.area and only_new:
        return segment.area.rpartition("/")[2].lstrip("0123456789_-. ") or segment.area
    roots = sorted({step.root for step in segment.steps})
    verbs = {step.verb for step in segment.steps}
    verb = "create" if only_new else "drop" if verb_only_drops(verbs) else "alter"
    if len(roots) == 1:
        return f"{verb} {roots[0].names[-1]}"
    return f"{verb} {roots[0].names[-1]} and {len(roots) - 1} more"


def verb_only_drops(verbs: set[Verb]) -> bool:
    return verbs <= {Verb.DROP}


def file_text(plan: Plan, number: int, words: str) -> str:
    """The whole text of a file: header, settings, statements."""
    segment = plan.segments[number]
    return f"{_header(plan, number, words)}\n{settings(segment)}\n{body(segment)}{_trailer(segment)}"


def _header(plan: Plan, number: int, words: str) -> str:
    segment = plan.segments[number]
    part = f", file {number + 1} of {len(plan.segments)}" if len(plan.segments) > 1 else ""
    lines = [
        slug(words).replace("_", " "),
        f"schemadiff: from schema {plan.old.fingerprint} to {plan.new.fingerprint}{part}",
        f"Changes: {_changes(segment)}",
        *(f"Hazard {h.name}: {h.text}" for h in sorted(set(segment.hazards))),
        "Undo: emit the way back, from the schema after this file to the one before it"
        + ("; data that is deleted here comes back from a backup only." if _deletes(segment) else "."),
    ]
    return "".join(f"-- {one_line(line)}\n" for line in lines)


def _deletes(segment: Segment) -> bool:
    return any(h.name == "deletes_data" for h in segment.hazards)


def _changes(segment: Segment) -> str:
    said = []
    for word, verbs in (("creates", _CREATES), ("alters", (Verb.ALTER,)), ("drops", (Verb.DROP,))):
        found = [step for step in segment.steps if step.verb in verbs and step.ident == step.root]
        if found:
            names = ", ".join(str(step.ident) for step in found[:5])
            more = f" and {len(found) - 5} more" if len(found) > 5 else ""  # noqa: PLR2004 - a line's worth
            said.append(f"{word} {names}{more}")
    touched = sorted({step.root for step in segment.steps if step.ident != step.root})
    touched = [r for r in touched if r not in {step.ident for step in segment.steps}]
    if touched:
        more = f" and {len(touched) - 5} more" if len(touched) > 5 else ""  # noqa: PLR2004
        said.append(f"changes what belongs to {', '.join(map(str, touched[:5]))}{more}")
    return "; ".join(said) or "nothing of a reader's concern"


def settings(segment: Segment) -> str:
    """The settings that the texts were printed under, a few a line; in a transaction they end with it."""
    word = "SET LOCAL" if segment.transactional else "SET"
    return _packed(f"{word} {ident(name)} = {literal(value)};" for name, value in PINNED.items())


def _packed(statements: Iterable[str]) -> str:
    lines: list[str] = []
    for statement in statements:
        if lines and len(lines[-1]) + len(statement) < _WIDTH:
            lines[-1] += f" {statement}"
        else:
            lines.append(statement)
    return "".join(f"{line}\n" for line in lines)


def _trailer(segment: Segment) -> str:
    """Outside of a transaction a setting would leak into the next file."""
    if segment.transactional:
        return ""
    return "\n" + _packed(f"RESET {ident(name)};" for name in PINNED)


def existing_files(folder: Path) -> list[str]:
    """The names in a folder that may not exist yet."""
    return sorted(p.name for p in folder.iterdir()) if folder.is_dir() else []


def write_all(folder: Path, files: Sequence[MigrationFile]) -> list[Path]:
    """Write all files or none; no file that exists is touched.

    Raises:
        EmitError: the folder cannot be written, or has such a file already.
    """
    done: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".schemadiff-") as space:
            drafts = []
            for number, file in enumerate(files):
                draft = Path(space) / str(number)
                draft.write_text(file.text, encoding="utf-8", newline="")
                draft.chmod(0o644)
                drafts.append(draft)
            for draft, file in zip(drafts, files, strict=True):
                # A hard link fails where the name is taken, a rename would replace what stands there.
                os.link(draft, folder / file.name)
                done.append(folder / file.name)
    except OSError as error:
        for path in done:
            with suppress(OSError):
                path.unlink()
        where = error.filename2 or error.filename or folder
        raise EmitError(
            f"cannot write {where}: {error.strerror}; nothing was written",
            hint="Choose another folder with --out, or another --version." if done or files else None,
        ) from error
    return done
