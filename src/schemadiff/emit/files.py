"""A plan as Flyway migrations: names, headers, settings, and a folder that gets all files or none."""

from __future__ import annotations

import errno
import fcntl
import os
import tempfile
from collections import defaultdict
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from schemadiff.catalog.session import PINNED
from schemadiff.emit.flyway import (
    Version,
    conf_text,
    migration_filename,
    next_versions,
    parse_name,
    slug,
)
from schemadiff.errors import EmitError
from schemadiff.plan.nodes import Verb
from schemadiff.render import body
from schemadiff.sqltext import ident, literal, one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from schemadiff.model.ident import Ident
    from schemadiff.plan.steps import Plan, Segment

_WIDTH: Final = 110
_LISTED: Final = 5
_WORDS: Final = ("creates", "alters", "drops", "rebuilds")
# File systems that know no hard links say so in one of these ways.
_NO_LINKS: Final = (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK)
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
        plan: the way, a segment for each file.
        existing: the names of the files that the folder has, whose style the versions continue.
        name: the description's words; else the schema file's name or what changes.
        version: of the first file.

    Raises:
        EmitError: a version that Flyway refuses, or that the folder has already.
    """
    taken = _versions(existing)
    first = [_above(version, taken)] if version else next_versions(taken, 1)
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


def _versions(names: Iterable[str]) -> list[str]:
    return [n.version.text for n in map(parse_name, names) if n and n.version and n.kind in "VB"]


def _above(version: str, taken: Sequence[str]) -> str:
    """The version, where Flyway would run it after those that it has run."""
    checked = parse_name(migration_filename(version, "any"))
    latest = max(map(Version, taken), default=None)
    if checked and checked.version and latest and checked.version <= latest:
        held = "is the folder's latest" if checked.version == latest else f"is not above the latest, {latest}"
        raise EmitError(
            f"version {version} {held}: Flyway would refuse such a file or pass over it",
            hint=f"Leave --version out to have {next_versions(taken, 1)[0]}.",
        )
    return version


def _description(plan: Plan, segment: Segment, name: str | None) -> str:
    if name is not None:
        return name if len(plan.segments) == 1 else f"{name} {_subject(plan, segment)}"
    return _subject(plan, segment)


def _subject(plan: Plan, segment: Segment) -> str:
    """What a file holds in a few words: the schema file that it builds whole, else what it does to what."""
    made = {step.ident for step in segment.steps if step.verb in _CREATES}
    area = {i for i, name in plan.new.areas.items() if name == segment.area and plan.new.root(i) == i}
    if area and area <= made:
        return segment.area.rpartition("/")[2].lstrip("0123456789_-. ") or segment.area
    roots = sorted({step.root for step in segment.steps})
    verbs = {step.verb for step in segment.steps}
    verb = "create" if made.issuperset(roots) else "drop" if verbs <= {Verb.DROP} else "alter"
    more = f" and {len(roots) - 1} more" if len(roots) > 1 else ""
    return f"{verb} {_bare(roots[0])}{more}"


def _bare(ident: Ident) -> str:
    """The last part of a name; that of a type is one text, quoted already."""
    return ident.names[-1].rpartition(".")[2] if ident.object_type == "type" else ident.names[-1]


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
    """What happens to what; what is made or dropped with its parent goes without saying."""
    verbs: dict[Ident, set[Verb]] = defaultdict(set)
    for step in segment.steps:
        verbs[step.ident].add(step.verb)
    whole = {step.root for step in segment.steps if step.ident == step.root and step.verb != Verb.ALTER}
    shown = {
        s.ident: _word(verbs[s.ident]) for s in segment.steps if s.ident == s.root or s.root not in whole
    }
    said = ((word, [i for i, w in shown.items() if w == word]) for word in _WORDS)
    return "; ".join(f"{word} {_listed(found)}" for word, found in said if found)


def _word(verbs: set[Verb]) -> str:
    makes, drops = bool(verbs & set(_CREATES)), bool(verbs - {*_CREATES, Verb.ALTER})
    return _WORDS[3 if makes and drops else 2 if drops else 0 if makes else 1]


def _listed(idents: Sequence[Ident]) -> str:
    more = f" and {len(idents) - _LISTED} more" if len(idents) > _LISTED else ""
    return f"{', '.join(map(str, idents[:_LISTED]))}{more}"


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


def existing_files(folder: Path | None) -> list[str]:
    """The names in a folder, if there is one, and in its subfolders, where Flyway looks too.

    Raises:
        EmitError: it is no folder, or cannot be read.
    """
    if folder is None or not folder.exists():
        return []
    try:
        return sorted({*(p.name for p in folder.iterdir()), *(p.name for p in folder.rglob("*.sql"))})
    except OSError as error:
        raise EmitError(
            f"{folder} is not a folder that can be read: {error.strerror}",
            hint="Choose another folder with --out.",
        ) from error


def write_all(folder: Path, files: Sequence[MigrationFile]) -> list[Path]:
    """Write all files or none; no file that exists is touched.

    Raises:
        EmitError: the folder cannot be written, has such a file already, or got its version meanwhile.
    """
    with ExitStack() as undo:
        try:
            _make(folder, undo)
            with _locked(folder):
                _refuse_taken(folder, files)
                with tempfile.TemporaryDirectory(dir=folder, prefix=".schemadiff-") as space:
                    done = [_put(Path(space), folder / file.name, file.text, undo) for file in files]
        except OSError as error:
            where = error.filename2 or error.filename or folder
            raise EmitError(
                f"cannot write {where}: {error.strerror}; nothing was written",
                hint="Choose another folder with --out.",
            ) from error
        undo.pop_all()
    return done


def _make(folder: Path, undo: ExitStack) -> None:
    """Make the folder and what lacks above it, to be taken away again where nothing is written."""
    missing = [f for f in (folder, *folder.parents) if not f.exists()]
    for place in reversed(missing):
        place.mkdir(exist_ok=True)
        undo.callback(_quietly, place.rmdir)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """One emission at a time. The lock is the kernel's, on the folder itself: nothing of it can be left."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        with suppress(OSError):  # a file system without locks
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _refuse_taken(folder: Path, files: Sequence[MigrationFile]) -> None:
    """Another emission may have been quicker, under another description."""
    names = existing_files(folder)
    for file in files:
        mine = set(map(Version, _versions([file.name])))
        for name in names:
            if name == file.name or mine & set(map(Version, _versions([name]))):
                raise EmitError(
                    f"cannot write {folder / file.name}: {name} was written meanwhile; nothing was written",
                    hint="Look at what is there now, and run emit again.",
                )


def _put(space: Path, path: Path, text: str, undo: ExitStack) -> Path:
    """Write a file under another name and link it into place when it is whole."""
    draft = space / path.name
    draft.write_text(text, encoding="utf-8", newline="")
    draft.chmod(0o644)
    try:
        os.link(draft, path)  # fails where the name is taken; a rename would replace what stands there
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        with path.open("x", encoding="utf-8", newline="") as file:
            undo.callback(_quietly, path.unlink)
            file.write(text)
        return path
    undo.callback(_quietly, path.unlink)
    return path


def _quietly(action: Callable[[], None]) -> None:
    with suppress(OSError):
        action()
