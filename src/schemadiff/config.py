"""schemadiff.toml: the systems of a repository, and the shadow they are loaded in."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from schemadiff.errors import ConfigError
from schemadiff.sources.binaries import OLDEST_MAJOR
from schemadiff.sources.shadow_host import ShadowSpec

NAME: Final = "schemadiff.toml"
_SPLITS: Final = ("none", "area")


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """One schema and where it lives.

    Args:
        name: as `--system` names it.
        schema: the SOURCE of the schema wanted.
        generated: the folder of its Flyway migrations.
        database: a URL, or `env:NAME`; None when no database is configured.
        split: "area" for a migration for each schema file, "none" for as few as transactions allow.
        allow: the hazards that are allowed without asking.
    """

    name: str
    schema: str | None = None
    generated: str | None = None
    database: str | None = None
    split: str = "none"
    allow: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The whole configuration; `folder` is where relative paths count from."""

    folder: Path
    postgres: int | None = None  # the major version that the schema is for, where no live database says it
    shadow: ShadowSpec = field(default_factory=ShadowSpec)
    systems: tuple[System, ...] = ()

    def system(self, name: str | None) -> System:
        """The named system, or the only one; an empty one where there is no configuration.

        Raises:
            ConfigError: there is no such system, or several to choose from.
        """
        if name is None:
            if len(self.systems) == 1:
                return self.systems[0]
            return System(name="")
        for system in self.systems:
            if system.name == name:
                return system
        known = ", ".join(s.name for s in self.systems) or "none is configured"
        raise ConfigError(f'there is no system "{name}" in {NAME}', hint=f"The systems are: {known}.")


def find(start: Path) -> Path | None:
    """The nearest schemadiff.toml from a folder upwards, as a path that starts where the folder's does."""
    here = start.resolve()
    for number, folder in enumerate((here, *here.parents)):
        if (folder / NAME).is_file():
            return start.joinpath(*[".."] * number, NAME)
    return None


def load(path: Path | None) -> Config:
    """Read the configuration; without a file, an empty one.

    Raises:
        ConfigError: the file cannot be read, or says something that cannot be.
    """
    if path is None:
        return Config(folder=Path())
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"cannot read {path}: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path} is not TOML: {error}") from error
    top = _Table(content, str(path), "")
    config = Config(
        folder=path.parent,
        postgres=_postgres(top),
        shadow=_shadow(top.table("shadow"), path.parent),
        systems=tuple(_system(name, t) for name, t in top.tables("systems")),
    )
    top.nothing_else()
    return config


def _postgres(t: _Table) -> int | None:
    major = t.integer("postgres")
    if major is not None and major < OLDEST_MAJOR:
        raise ConfigError(
            f"{t.place('postgres')} is {major}", hint=f"It is a major version from {OLDEST_MAJOR} on."
        )
    return major


def _shadow(t: _Table, folder: Path) -> ShadowSpec:
    spec = ShadowSpec(
        mode=t.string("mode") or "embedded",
        image=t.string("image"),
        binaries=tuple(folder / p for p in t.strings("binaries")),
    )
    t.nothing_else()
    return spec


def _system(name: str, t: _Table) -> System:
    split = t.string("split") or "none"
    if split not in _SPLITS:
        raise ConfigError(f'{t.place("split")} is "{split}"', hint=f"It can be {' or '.join(_SPLITS)}.")
    system = System(
        name=name,
        schema=t.string("schema"),
        generated=t.string("generated"),
        database=t.string("database"),
        split=split,
        allow=t.strings("allow"),
    )
    t.nothing_else()
    return system


class _Table:
    """A table of the file that knows its place and which keys were asked for."""

    def __init__(self, values: dict[str, Any], path: str, prefix: str) -> None:
        self._values = values
        self._path = path
        self._prefix = prefix
        self._asked: set[str] = set()

    def place(self, key: str) -> str:
        return f"{self._path}: {self._prefix}{key}"

    def _get[T](self, key: str, wanted: type[T], words: str) -> T | None:
        self._asked.add(key)
        value = self._values.get(key)
        if value is None:
            return None
        if not isinstance(value, wanted) or isinstance(value, bool):
            raise ConfigError(f"{self.place(key)} must be {words}")
        return value

    def string(self, key: str) -> str | None:
        return self._get(key, str, "a string")

    def integer(self, key: str) -> int | None:
        return self._get(key, int, "a number")

    def strings(self, key: str) -> tuple[str, ...]:
        values: list[Any] = self._get(key, list, "a list of strings") or []
        if not all(isinstance(v, str) for v in values):
            raise ConfigError(f"{self.place(key)} must be a list of strings")
        return tuple(values)

    def table(self, key: str) -> _Table:
        return _Table(self._get(key, dict, "a table") or {}, self._path, f"{self._prefix}{key}.")

    def tables(self, key: str) -> list[tuple[str, _Table]]:
        inner = self.table(key)
        return [(name, inner.table(name)) for name in self._values.get(key, {})]

    def nothing_else(self) -> None:
        """Refuse keys that nobody asked for: a typing error must not pass as a default."""
        import difflib

        for key in self._values:
            if key not in self._asked:
                near = difflib.get_close_matches(key, sorted(self._asked), n=1)
                known = f"The keys here are {', '.join(sorted(self._asked))}."
                hint = f"Did you mean {near[0]}?" if near else known
                raise ConfigError(f"{self.place(key)} is not a setting", hint=hint)
