"""Databases that have the TradeStream schema, built in each way that must give the same."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest
from psycopg import sql

from schemadiff.sources.embedded import embedded_server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from schemadiff.sources.embedded import Server

    from .tradestream_rows import Connection

SCHEMA = Path(__file__).parents[2] / "schema" / "tradestream"


def from_schema_files(database: str) -> None:
    """Load the wanted schema as it stands in the repository, file after file."""
    with psycopg.connect(database) as connection:
        for file in sorted(SCHEMA.glob("*.sql")):
            connection.execute(file.read_bytes())


BUILDERS: dict[str, Callable[[str], None]] = {"schema": from_schema_files}
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
