"""SOURCE, the one grammar for a state: a live database, files, migrations, a snapshot, git, or nothing."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from schemadiff.errors import ConfigError, SourceError

if TYPE_CHECKING:
    from collections.abc import Mapping

_FORMS = "a postgresql:// URL, a folder or file of .sql, migrations:DIR, snapshot:FILE.json, git:REV:PATH, or empty"
_CONNINFO = re.compile(r"\s*[a-z_]+\s*=")


@dataclass(frozen=True, slots=True)
class Live:
    """A database that runs; `conninfo` may hold a password and is never shown."""

    conninfo: str
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
    """A folder of this repository as it was."""

    revision: str
    path: str
    label: str


@dataclass(frozen=True, slots=True)
class Empty:
    """A database that was just created."""

    label: str = "empty"


type Source = Live | Files | Migrations | Snapshot | Git | Empty


def parse_source(text: str, *, base: Path | None = None, environment: Mapping[str, str] | None = None) -> Source:
    """Read a SOURCE.

    Args:
        text: as a person wrote it.
        base: the folder that relative paths count from; the working folder unless given.
        environment: for `env:NAME`.

    Raises:
        SourceError: it is none of the forms, or names nothing.
    """
    folder = base or Path()
    if text == "empty":
        return Empty()
    prefix, colon, rest = text.partition(":")
    if colon and not rest and prefix in ("env", "migrations", "snapshot", "git"):
        raise SourceError(f"{text} names nothing", hint=f"A source is {_FORMS}.")
    match prefix if colon else "":
        case "env":
            return _from_environment(rest, folder, os.environ if environment is None else environment)
        case "migrations":
            return Migrations(folder / rest, text)
        case "snapshot":
            return Snapshot(folder / rest, text)
        case "git":
            revision, colon, path = rest.partition(":")
            if not colon or not revision:
                raise SourceError(f"{text} lacks a revision or a path", hint="Write git:REV:PATH, as in git:main:schema")
            return Git(revision, path or ".", text)
        case "postgresql" | "postgres":
            return _live(text)
    path = folder / text
    if path.exists():
        return Files(path, text)
    if _CONNINFO.match(text):
        return _live(text)
    raise SourceError(f"there is no file or folder {text}", hint=f"A source is {_FORMS}.")


def _from_environment(name: str, folder: Path, environment: Mapping[str, str]) -> Source:
    value = environment.get(name)
    if not value:
        raise ConfigError(f"the environment variable {name} is not set", hint=f"export {name}=postgresql://…")
    if value.startswith("env:"):
        raise ConfigError(f"the environment variable {name} names another one", hint="Give it a postgresql:// URL.")
    return parse_source(value, base=folder, environment=environment)


def _live(text: str) -> Live:
    import psycopg
    from psycopg.conninfo import conninfo_to_dict

    try:
        said = conninfo_to_dict(text)
    except psycopg.ProgrammingError as error:
        # libpq's own words repeat the text, password and all.
        raise SourceError(
            "the connection string is malformed",
            hint="Write postgresql://user@host:5432/database or host=… dbname=…; encode special characters as %XX.",
        ) from error.with_traceback(None)
    where = said.get("host") or said.get("service") or "local"
    port = f":{said['port']}" if said.get("port") else ""
    return Live(text, f"{said.get('dbname') or said.get('user') or 'database'} at {where}{port}")
