"""SOURCE, the one grammar for a state: a live database, files, migrations, a snapshot, git, or nothing."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from schemadiff.errors import ConfigError, SourceError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_FORMS: Final = (
    "a postgresql:// URL or conninfo, a folder or file of .sql, migrations:DIR, snapshot:FILE.json, "
    "git:REV:PATH, env:NAME, or empty"
)
_CONNINFO: Final = re.compile(r"\s*[a-z_]+\s*=")
_SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.:-]*)://")


@dataclass(frozen=True, slots=True)
class Live:
    """A database that runs; `conninfo` may hold a password and is never shown."""

    conninfo: str = field(repr=False)
    label: str


@dataclass(frozen=True, slots=True)
class Files:
    """A file or folder of the schema wanted."""

    path: Path
    label: str


@dataclass(frozen=True, slots=True)
class Migrations:
    """A folder of Flyway's migrations."""

    folder: Path
    label: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A catalog saved earlier."""

    path: Path
    label: str


@dataclass(frozen=True, slots=True)
class Git:
    """A folder of a repository as it was; `cwd` is inside that repository."""

    revision: str
    path: str
    label: str
    cwd: Path


@dataclass(frozen=True, slots=True)
class Empty:
    """A database that was just created."""

    label: str = "empty"


type Source = Live | Files | Migrations | Snapshot | Git | Empty


def parse_source(
    text: str, *, base: Path | None = None, environment: Mapping[str, str] | None = None
) -> Source:
    """Read a SOURCE.

    Args:
        text: as a person wrote it; it becomes the source's label, but for a database.
        base: the folder that relative paths count from; the working folder unless given.
        environment: for `env:NAME`.

    Raises:
        SourceError: it is none of the forms, or names nothing.
        ConfigError: an environment variable that it names is not set, or names another one.
    """
    folder = base or Path()
    if text == "empty":
        return Empty()
    prefix, colon, rest = text.partition(":")
    if prefix == "env" and rest:
        return _from_environment(rest, folder, os.environ if environment is None else environment)
    if colon and prefix in _PREFIXED:
        if not rest:
            raise SourceError(f"{text} names nothing", hint=f"A source is {_FORMS}.")
        return _PREFIXED[prefix](rest, folder, text)
    return _place(text, folder)


def _migrations(rest: str, folder: Path, text: str) -> Migrations:
    if not (folder / rest).is_dir():
        found = "is a file" if (folder / rest).exists() else "does not exist"
        raise SourceError(f"{rest} is no folder of migrations: it {found}", hint="Write migrations:DIR.")
    return Migrations(folder / rest, text)


def _snapshot(rest: str, folder: Path, text: str) -> Snapshot:
    return Snapshot(folder / rest, text)


def _git(rest: str, folder: Path, text: str) -> Git:
    revision, colon, path = rest.partition(":")
    if not colon or not revision:
        raise SourceError(
            f"{text} lacks a revision or a path", hint="Write git:REV:PATH, as in git:main:schema"
        )
    return Git(revision, path or ".", text, folder.resolve())


def _live(_: str, __: Path, text: str) -> Live:
    from schemadiff.sources.live import address

    return Live(text, address(text))


def _nothing(_: str, __: Path, text: str) -> Source:
    raise SourceError(f"{text} names nothing", hint=f"A source is {_FORMS}.")


_PREFIXED: Final[Mapping[str, Callable[[str, Path, str], Source]]] = {
    "env": _nothing,
    "migrations": _migrations,
    "snapshot": _snapshot,
    "git": _git,
    "postgresql": _live,
    "postgres": _live,
}


def _from_environment(name: str, folder: Path, environment: Mapping[str, str]) -> Source:
    """The source that a variable holds. Its value may hold a password, so no message repeats it."""
    value = environment.get(name, "").strip()
    if not value:
        raise ConfigError(
            f"the environment variable {name} is not set", hint=f"export {name}=postgresql://..."
        )
    if value.startswith("env:"):
        raise ConfigError(
            f"the environment variable {name} names another one", hint="Give it a postgresql:// URL."
        )
    try:
        return parse_source(value, base=folder)
    except SourceError as error:
        raise SourceError(
            f"the environment variable {name} holds no source that can be used", hint=f"A source is {_FORMS}."
        ) from error.with_traceback(None)


def _place(text: str, folder: Path) -> Source:
    """A file or folder, or a database in libpq's other notation."""
    if scheme := _SCHEME.match(text):
        # The rest may hold a password.
        raise SourceError(f"{scheme[1]}:// is not a source", hint=f"A source is {_FORMS}.")
    path = folder / text
    if text.strip() and _exists(path):
        return Files(path, text)
    if _CONNINFO.match(text):
        return _live("", folder, text)
    if "@" in text:
        raise SourceError(
            "there is no such file or folder, and a URL begins with postgresql://",
            hint=f"A source is {_FORMS}.",
        )
    raise SourceError(f"there is no file or folder {text or '""'}", hint=f"A source is {_FORMS}.")


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a name that no file can have
        return False
