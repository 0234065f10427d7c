"""A runner that loses its server between two statements, and starts again."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import psycopg

from laws import local
from schemadiff.catalog.session import PIN
from schemadiff.render import statements

if TYPE_CHECKING:
    from collections.abc import Sequence

    from schemadiff.plan.steps import Plan

type File = tuple[Sequence[str], bool]


def files_of(plan: Plan) -> list[File]:
    """The statements of each file, and whether the file is one transaction."""
    return [(statements(segment), segment.transactional) for segment in plan.segments]


def run(
    conninfo: str, files: Sequence[File], *, die_before: int | None = None, autocommit: bool = False
) -> bool:
    """Run the files over a connection of its own.

    Args:
        conninfo: of the database.
        files: as `files_of` gives them.
        die_before: the server ends the session before the statement of this number, counted over all files.
        autocommit: each statement is a transaction of its own, instead of each file.

    Returns:
        True where everything ran, False where the session was lost on the way.
    """
    count = 0
    try:
        with psycopg.connect(conninfo, autocommit=True) as connection:
            for texts, transactional in files:
                if not transactional or autocommit:
                    connection.execute(PIN)
                    for text in texts:
                        _lose(connection, conninfo, count, die_before)
                        connection.execute(text.encode())
                        count += 1
                    continue
                with connection.transaction():
                    local(connection)
                    for text in texts:
                        _lose(connection, conninfo, count, die_before)
                        connection.execute(text.encode())
                        count += 1
    except psycopg.OperationalError:
        if die_before is None:
            raise
        return False
    return True


def _lose(connection: psycopg.Connection[Any], conninfo: str, count: int, die_before: int | None) -> None:
    """The server ends the session, as an operator or a failing machine would, and is done with it."""
    if count != die_before:
        return
    pid = [connection.info.backend_pid]
    with psycopg.connect(conninfo, autocommit=True) as other:
        other.execute("SELECT pg_terminate_backend(%s)", pid)
        while other.execute("SELECT FROM pg_stat_activity WHERE pid = %s", pid).fetchone() is not None:
            time.sleep(0.002)


def number_of_statements(files: Sequence[File]) -> int:
    return sum(len(texts) for texts, _ in files)
