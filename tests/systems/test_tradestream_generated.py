"""The files under generated/tradestream: what schemadiff writes, and what becomes of a run cut off."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import psycopg
import pytest
from psycopg import sql

from command import Shell, shell
from faults import run
from schemadiff.catalog.reader import read
from schemadiff.catalog.rows import read_rows
from schemadiff.kinds import KINDS
from schemadiff.sources.migrations import read_migrations
from schemadiff.sources.sql_files import read_sql

from .conftest import GENERATED, ROOT, SCHEMA

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from schemadiff.sources.shadow import Shadow

__all__ = ["shell"]

NAMES: Final = [
    "V1__baseline_strategies_table.sql",
    "V2__add_strategy_specs.sql",
    "V3__add_strategy_performance.sql",
    "V4__add_signals.sql",
    "V5__add_walkforward_validation.sql",
    "V6__add_users.sql",
    "V7__add_user_settings.sql",
    "V8__add_notifications.sql",
    "V9__add_providers.sql",
    "V10__add_achievements.sql",
    "V11__add_referrals.sql",
    "V12__add_prediction_markets.sql",
]


def system(*command: str) -> tuple[str, ...]:
    """A command on the system as it is configured in the repository."""
    return (*command, "--system", "tradestream", "--config", str(ROOT / "schemadiff.toml"), "-q")


def test_the_files_bear_the_names_of_the_specification() -> None:
    assert sorted(p.name for p in GENERATED.iterdir()) == sorted(NAMES)


def test_emitting_again_changes_no_byte(shell: Shell) -> None:
    done = shell.run(*system("emit", "--from", "empty", "--out", "again"))
    assert done.code == 0, done.said
    again = {p.name: p.read_bytes() for p in (shell.folder / "again").iterdir()}
    assert sorted(again) == sorted(NAMES)
    for name, content in again.items():
        assert content.decode() == (GENERATED / name).read_text(), name


def test_schema_and_migrations_are_in_sync(shell: Shell) -> None:
    done = shell.run(*system("check"))
    assert done.code == 0, done.said


@pytest.mark.parametrize("number", range(1, 13))
def test_each_file_makes_what_its_area_defines(number: int) -> None:
    """Functions and tables alike; triggers stand where the function that they call does."""
    (area,) = SCHEMA.glob(f"{number:02}_*.sql")
    (file,) = GENERATED.glob(f"V{number}__*.sql")
    assert made(file) == made(area)


def made(path: Path) -> list[str]:
    """What a file defines, constraints aside, which need no name of their own in the schema's files."""
    inner = {"table column", "table constraint"}
    return sorted(str(d) for d, _ in read_sql([path]).definitions() if d.kind not in inner)


# -- cut off ------------------------------------------------------------------------------------------------


@contextmanager
def copied(server: Shadow, template: str) -> Iterator[str]:
    """The conninfo of a copy of a database to which nobody is connected."""
    copy = sql.Identifier(f"{template}_copy")
    with psycopg.connect(server.conninfo("template1"), autocommit=True) as admin:
        admin.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(copy, sql.Identifier(template)))
        try:
            yield server.conninfo(f"{template}_copy")
        finally:
            admin.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(copy))


def end(conninfo: str, server: Shadow) -> str:
    """The fingerprint of all objects and of the rows that the schema's files declare."""
    with psycopg.connect(conninfo, autocommit=True) as connection:
        catalog = read(connection, KINDS.all, owner=server.owner)
        return read_rows(connection, catalog, read_sql([SCHEMA]).rows).fingerprint


@pytest.mark.parametrize("number", range(1, 13))
def test_a_file_that_is_cut_off_anywhere_and_run_again_reaches_the_same_end(
    number: int, servers: Callable[[int], Shadow]
) -> None:
    """Before each statement when each is a transaction of its own; before the last when the file is one."""
    server = servers(18)
    migrations = read_migrations(GENERATED).replayed
    before = [([s.sql for s in m.statements], True) for m in migrations[: number - 1]]
    texts = [s.sql for s in migrations[number - 1].statements]
    file = [(texts, True)]
    first = sum(text.startswith("SET LOCAL") for text in texts)
    with server.database() as template:
        name = template.info.dbname
        conninfo = server.conninfo(name)
        assert run(conninfo, before)
        template.close()
        with copied(server, name) as whole:
            assert run(whole, file)
            wanted = end(whole, server)
        for cut in range(first, len(texts)):
            with copied(server, name) as crashed:
                assert not run(crashed, file, die_before=cut, autocommit=True)
                assert run(crashed, file)
                assert end(crashed, server) == wanted, texts[cut]
        with copied(server, name) as crashed:
            assert not run(crashed, file, die_before=len(texts) - 1)
            assert run(crashed, file)
            assert run(crashed, file)
            assert end(crashed, server) == wanted
