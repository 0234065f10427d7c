"""Flyway's migrations as a source: which files of a folder it would run, and running them as it does."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg.pq import TransactionStatus

from schemadiff.emit.flyway import (
    RIGHT_NAME,
    MigrationName,
    Version,
    misnamed,
    parse_conf,
    parse_name,
    placeholders,
)
from schemadiff.errors import Diagnostic, Origin, ShadowError, SourceError
from schemadiff.sources.load import explain, join
from schemadiff.sources.parser import decode
from schemadiff.sources.sql_files import read_bytes, read_migration
from schemadiff.sources.statement import SourceText, SqlFile, SqlStatement, caret

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    type Connection = psycopg.Connection[Any]

_CONF_KEYS = frozenset({"executeInTransaction", "placeholderReplacement", "encoding"})


@dataclass(frozen=True, slots=True)
class Migration:
    """One file that Flyway would run on an empty database; `version` is None for a repeatable one."""

    version: Version | None
    description: str
    path: str
    sql: str = field(repr=False)
    in_transaction: bool
    statements: tuple[SqlStatement, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class MigrationSet:
    """A folder of migrations: `replayed` in Flyway's order, the roles they name, what is left out."""

    replayed: tuple[Migration, ...]
    roles: frozenset[str]
    diagnostics: tuple[Diagnostic, ...]


def read_migrations(folder: Path) -> MigrationSet:
    """Find the migrations of a folder and its subfolders, in the order in which Flyway would run them.

    On an empty database that is: the highest baseline (B), the versioned ones (V) above it, then the
    repeatable ones (R) by description. Undo files (U) do not run.

    Raises:
        SourceError: a misnamed file, two of one version, a placeholder, a syntax error.
    """
    diagnostics: list[Diagnostic] = []
    named = list(_named_files(folder, diagnostics))
    _refuse_twice(named)
    chosen = _chosen(named, diagnostics)
    roles: set[str] = set()
    replayed = tuple(_read(path, name, diagnostics, roles) for path, name in chosen)
    return MigrationSet(replayed, frozenset(roles), tuple(diagnostics))


def replay(connection: Connection, migrations: Iterable[Migration]) -> None:
    """Run migrations as Flyway does: each in one transaction, or statement by statement outside one.

    The connection is in autocommit, the roles that the files name exist. Before each file the search_path and
    the role are what they were at first.

    Raises:
        SourceError: a statement fails, with its place.
        ShadowError: the server went away.
    """
    names = ("search_path", "role")
    rows = connection.execute(
        "SELECT name, pg_catalog.current_setting(name) FROM unnest(%s::text[]) AS name", [list(names)]
    ).fetchall()
    try:
        for migration in migrations:
            for name, value in rows:
                connection.execute("SELECT pg_catalog.set_config(%s, %s, false)", [name, value])
            _run(connection, migration)
    except psycopg.Error as error:
        raise ShadowError(f"the shadow's server went away while it ran the migrations: {error}") from error


def _named_files(folder: Path, diagnostics: list[Diagnostic]) -> Iterator[tuple[Path, MigrationName]]:
    if not folder.is_dir():
        raise SourceError(f"{folder} is not a folder of migrations")
    paths = []
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths += [Path(place, name) for name in names if not name.startswith(".")]
    wrong = []
    for path in sorted(paths, key=lambda p: p.relative_to(folder).as_posix()):
        if name := parse_name(path.name):
            yield path, name
        elif reason := misnamed(path.name):
            wrong.append(f"{path}: {reason}")
        elif not (path.name.endswith(".sql.conf") and path.with_suffix("").exists()):
            diagnostics.append(_not_a_migration(path))
    if wrong:
        raise SourceError(
            "Flyway would pass over these files, for their names:\n    " + "\n    ".join(wrong),
            hint=f"A right name is {RIGHT_NAME}.",
        )


def _not_a_migration(path: Path) -> Diagnostic:
    if path.suffix == ".sql" and path.name.startswith(("before", "after")):
        return Diagnostic("callback", str(path), "a callback of Flyway's is not replayed", "warning")
    return Diagnostic("not-a-migration", str(path), f"not replayed: a migration is named {RIGHT_NAME}")


def _refuse_twice(named: list[tuple[Path, MigrationName]]) -> None:
    seen: dict[tuple[str, Version | str], Path] = {}
    for path, name in named:
        key = (name.kind, name.version or name.description)
        if key in seen:
            what = f"version {name.version}" if name.version else f"the description {name.description!r}"
            raise SourceError(
                f"two migrations have {what}: {seen[key]} and {path}", hint="Give one of them another number."
            )
        seen[key] = path


def _chosen(
    named: list[tuple[Path, MigrationName]], diagnostics: list[Diagnostic]
) -> list[tuple[Path, MigrationName]]:
    baselines = [(name.version, path, name) for path, name in named if name.kind == "B" and name.version]
    highest = max((version for version, _, _ in baselines), default=None)
    chosen = []
    for path, name in named:
        if name.kind == "U":
            diagnostics.append(Diagnostic("undo-file", str(path), "not replayed: it undoes a migration"))
        elif _runs(name, highest):
            chosen.append((path, name))
        else:
            message = f"not replayed: on an empty database Flyway starts from the baseline {highest}"
            diagnostics.append(Diagnostic("below-baseline", str(path), message))
    return sorted(chosen, key=_place)


def _runs(name: MigrationName, baseline: Version | None) -> bool:
    if name.version is None or baseline is None:
        return True
    return name.version > baseline or (name.kind == "B" and name.version == baseline)


def _place(item: tuple[Path, MigrationName]) -> tuple[bool, tuple[int, ...], str]:
    name = item[1]
    return name.version is None, name.version.parts if name.version else (), name.description


def _read(path: Path, name: MigrationName, diagnostics: list[Diagnostic], roles: set[str]) -> Migration:
    beside = path.with_name(path.name + ".conf")
    conf = parse_conf(decode(read_bytes(beside), str(beside))) if beside.exists() else {}
    for key in sorted(set(conf) - _CONF_KEYS):
        raise SourceError(
            f"{key} cannot be known here",
            origin=Origin(str(beside)),
            hint="Remove it, or use a live database.",
        )
    sql = _text(path, conf.get("encoding"))
    if conf.get("placeholderReplacement", "true").lower() != "false":
        _refuse_placeholders(SourceText(str(path), sql))
    statements, named = read_migration(SqlFile(str(path), sql, path.name.removesuffix(".sql")), diagnostics)
    roles |= named
    return Migration(
        name.version,
        name.description,
        str(path),
        sql,
        _in_transaction(path, conf, statements),
        tuple(statements),
    )


def _text(path: Path, encoding: str | None) -> str:
    content = read_bytes(path)
    if encoding is None or encoding.lower().replace("-", "") == "utf8":
        return decode(content, str(path))
    try:
        return decode(content.decode(encoding), str(path))
    except (LookupError, UnicodeDecodeError) as error:
        raise SourceError(f"{path} cannot be read in the encoding {encoding!r} of its .conf") from error


def _refuse_placeholders(source: SourceText) -> None:
    for offset, placeholder in placeholders(source.text):
        raise SourceError(
            f"Flyway replaces {placeholder}, and with what cannot be known here{caret(source, offset)}",
            origin=source.origin(offset),
            hint=f"If it is meant as it stands, write placeholderReplacement=false into {source.path}.conf",
        )


def _in_transaction(path: Path, conf: dict[str, str], statements: list[SqlStatement]) -> bool:
    stated = conf.get("executeInTransaction")
    if stated is not None:
        return stated.lower() != "false"
    outside = [s for s in statements if not s.transactional]
    if outside and len(outside) < len(statements):
        raise SourceError(
            "Flyway runs this statement outside a transaction and refuses to mix it with others",
            origin=outside[0].origin,
            hint=f"Give it a file of its own, or write executeInTransaction=false into {path}.conf",
        )
    return not outside


def _run(connection: Connection, migration: Migration) -> None:
    if not migration.in_transaction:
        for statement in migration.statements:
            _run_one(connection, statement)
        return
    text, starts = join(migration.statements)
    try:
        connection.execute("BEGIN")
        connection.execute(text.encode())
        connection.execute("COMMIT")
    except psycopg.Error as error:
        _end(connection, error)
        if position := error.diag.statement_position:
            number = max(i for i, start in enumerate(starts) if start < int(position))
            raise explain(migration.statements[number], error, starts[number]) from error
        _find(connection, migration, error)


def _find(connection: Connection, migration: Migration, error: psycopg.Error) -> None:
    """Run a failed file again, one statement at a time, since its error does not say where it is."""
    connection.execute("BEGIN")
    for statement in migration.statements:
        _run_one(connection, statement)
    raise explain(migration.statements[-1], error) from error


def _run_one(connection: Connection, statement: SqlStatement) -> None:
    try:
        connection.execute(statement.sql.encode())
    except psycopg.Error as error:
        _end(connection, error)
        raise explain(statement, error) from error


def _end(connection: Connection, error: psycopg.Error) -> None:
    if error.sqlstate is None:
        raise error
    if connection.info.transaction_status != TransactionStatus.IDLE:
        connection.execute("ROLLBACK")
