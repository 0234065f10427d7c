"""Schema files in SQL: what they declare, statement by statement, with the place of each."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from schemadiff.errors import Diagnostic, SourceError
from schemadiff.sources.duplicates import refuse_duplicates
from schemadiff.sources.file_reader import FileReader
from schemadiff.sources.foreign_keys import cut_foreign_keys
from schemadiff.sources.order import arrange
from schemadiff.sources.statement import PARTS, DeclaredRows, SqlFile, SqlSource, SqlStatement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_YAML = frozenset({".yaml", ".yml"})


def read_sql(paths: Sequence[Path | tuple[str, str] | SqlFile]) -> SqlSource:
    """Read files, folders (recursively, in the order of their paths) or texts under a name.

    Raises:
        SourceError: something cannot be read, does not parse, is no part of a schema, or is defined twice.
    """
    diagnostics: list[Diagnostic] = []
    files = find_files(paths, diagnostics)
    readers = [FileReader(file, diagnostics) for file in files]
    statements = tuple(s for reader in readers for s in reader.read())
    refuse_duplicates(statements)
    return SqlSource(
        statements,
        _resolve_rows(statements, [pair for reader in readers for pair in reader.rows]),
        frozenset().union(*(s.roles for s in statements), *(reader.roles for reader in readers)),
        tuple(file.path for file in files),
        tuple(diagnostics),
    )


def find_files(
    paths: Sequence[Path | tuple[str, str] | SqlFile], diagnostics: list[Diagnostic]
) -> list[SqlFile]:
    """The files that `read_sql` reads for these paths, in that order; it takes them as well.

    Raises:
        SourceError: something cannot be read, or is YAML.
    """
    return [file for path in paths for file in _files(path, diagnostics)]


def read_migration(file: SqlFile, diagnostics: list[Diagnostic]) -> tuple[list[SqlStatement], frozenset[str]]:
    """The statements of a migration as its author wrote them, to be run in that order, and the roles in them.

    Raises:
        SourceError: a syntax error, or a statement that a shadow must not run.
    """
    reader = FileReader(file, diagnostics)
    return reader.read_as_written(), frozenset(reader.roles)


def ordered(source: SqlSource) -> list[SqlStatement]:
    """Order a source's statements so that each finds what it needs; otherwise the written order stays."""
    return arrange(source.statements, cut_foreign_keys)


def _files(path: Path | tuple[str, str] | SqlFile, diagnostics: list[Diagnostic]) -> Iterator[SqlFile]:
    if isinstance(path, SqlFile):
        _refuse_yaml(path.path)
        yield path
    elif isinstance(path, tuple):
        name, text = path
        _refuse_yaml(name)
        yield SqlFile(name, text, _area(name))
    elif path.is_dir():
        yield from _folder(path, diagnostics)
    else:
        _refuse_yaml(str(path))
        yield SqlFile(str(path), read_bytes(path), _area(path.name))


def _folder(root: Path, diagnostics: list[Diagnostic]) -> Iterator[SqlFile]:
    found: list[tuple[str, Path]] = []
    for folder, folders, names in os.walk(root, onerror=_unreadable):
        folders[:] = [name for name in folders if not name.startswith(".")]
        places = (Path(folder, name) for name in names if not name.startswith("."))
        found += [(place.relative_to(root).as_posix(), place) for place in places]
    wanted = [(name, place) for name, place in sorted(found) if _is_sql(name)]
    for name, place in sorted(found):
        _refuse_yaml(str(place))
        if not _is_sql(name):
            diagnostics.append(Diagnostic("file-ignored", str(place), "not read: only .sql files are"))
    if not wanted:
        raise SourceError(
            f"there is no .sql file in {root}", hint="For a schema without any object, the source is: empty"
        )
    for name, place in wanted:
        yield SqlFile(str(place), read_bytes(place), _area(name))


def _unreadable(error: OSError) -> None:
    raise SourceError(f"{error.filename} cannot be read: {error.strerror}") from error


def read_bytes(path: Path) -> bytes:
    """A file's bytes.

    Raises:
        SourceError: it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise SourceError(f"{path} cannot be read: {error.strerror}") from error


def _is_sql(name: str) -> bool:
    return name.lower().endswith(".sql")


def _refuse_yaml(name: str) -> None:
    if PurePosixPath(name).suffix.lower() in _YAML:
        raise SourceError(f"{name}: YAML is not read yet", hint="Write this part of the schema as SQL.")


def _area(name: str) -> str:
    return re.sub(r"\.sql$", "", name, flags=re.IGNORECASE)


def _resolve_rows(
    statements: tuple[SqlStatement, ...], pairs: list[tuple[SqlStatement, DeclaredRows]]
) -> tuple[DeclaredRows, ...]:
    """Give rows of an unqualified table the schema in which the search_path finds it."""
    made = {
        (d.schema, d.name)
        for s in statements
        for d in s.defines
        if d.kind not in PARTS and d.key.space == "relation"
    }
    resolved = []
    for statement, rows in pairs:
        path = statement.search_path
        found = [s for s in path if (s, rows.table) in made] or list(path[:1])
        resolved.append(replace(rows, schema=rows.schema or (found[0] if found else None)))
    return tuple(resolved)
