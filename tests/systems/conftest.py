"""Databases that have the TradeStream schema, built in each way that must give the same."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest
from psycopg import sql

from flyway import require_flyway, run_flyway
from schemadiff.sources.embedded import embedded_server
from schemadiff.sources.migrations import read_migrations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from schemadiff.sources.embedded import Server

    from .tradestream_rows import Connection

ROOT = Path(__file__).parents[2]
SCHEMA = ROOT / "schema" / "tradestream"
GENERATED = ROOT / "generated" / "tradestream"


def from_schema_files(database: str) -> None:
    """Load the wanted schema as it stands in the repository, file after file."""
    with psycopg.connect(database) as connection:
        for file in sorted(SCHEMA.glob("*.sql")):
            connection.execute(file.read_bytes())


def from_generated_files(database: str) -> None:
    """Run the migrations twice, each in a transaction."""
    migrations = read_migrations(GENERATED).replayed
    for migration in (*migrations, *migrations):
        with psycopg.connect(database) as connection:
            connection.execute(migration.sql.encode())


def from_flyway(database: str) -> None:
    """Let the real Flyway run the migrations; it finds nothing to do and nothing wrong afterwards."""
    require_flyway()
    versions = tuple(str(number) for number in range(1, 13))
    assert run_flyway("migrate", database, GENERATED).applied == versions
    again = run_flyway("migrate", database, GENERATED)
    assert (again.exit_code, again.applied) == (0, ()), again.error
    valid = run_flyway("validate", database, GENERATED)
    assert valid.exit_code == 0, valid.error
    assert run_flyway("info", database, GENERATED).states == dict.fromkeys(versions, "Success")


BUILDERS: dict[str, Callable[[str], None]] = {
    "schema": from_schema_files,
    "generated": from_generated_files,
    "flyway": from_flyway,
}
"""Ways to give an empty database, named by its conninfo, the whole of TradeStream."""


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A server that JDBC can reach too."""
    with embedded_server(tcp=True) as running:
        yield running


@pytest.fixture(scope="session", params=sorted(BUILDERS))
def tradestream_database(request: pytest.FixtureRequest, server: Server) -> str:
    """The conninfo of a database that has the schema, built in one of the ways."""
    builder: str = request.param
    with psycopg.connect(server.conninfo(), autocommit=True) as connection:
        connection.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(f"tradestream_{builder}"))
        )
    database = server.conninfo(f"tradestream_{builder}")
    BUILDERS[builder](database)
    return database


@pytest.fixture
def tradestream(tradestream_database: str) -> Iterator[Connection]:
    """A connection to a database that has the schema, in a transaction that is rolled back."""
    with psycopg.connect(tradestream_database) as connection, connection.transaction(force_rollback=True):
        yield connection
