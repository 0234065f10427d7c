"""A migration whose session is lost between any two statements reaches the same end when it starts again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import psycopg
import pytest

from conftest import MAJORS
from faults import files_of, number_of_statements, run
from laws import load, plan_between
from scenario import State
from schemadiff.catalog.reader import read
from schemadiff.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from schemadiff.sources.shadow import Shadow

type Servers = Callable[[int], Shadow]

# A retype under views, a replaced constraint, a column that comes and one that goes, an index, a trigger.
TABLES: Final = (
    State(
        """
        CREATE TABLE account (id int PRIMARY KEY, mail varchar(40) NOT NULL, total int DEFAULT 0, old text);
        CREATE TABLE entry (id int PRIMARY KEY, account_id int REFERENCES account,
                            amount int CHECK (amount > 0));
        CREATE VIEW big AS SELECT id, total FROM account WHERE total > 100;
        CREATE VIEW bigger AS SELECT * FROM big WHERE total > 1000;
        CREATE INDEX account_mail ON account (mail);
        """,
        seed="INSERT INTO account VALUES (1, 'a', 7, 'x'); INSERT INTO entry VALUES (1, 1, 5);",
    ),
    State(
        """
        CREATE TABLE account (id int PRIMARY KEY, mail text NOT NULL, total numeric(12,2) DEFAULT 0,
                              born date);
        CREATE TABLE entry (id int PRIMARY KEY, account_id int REFERENCES account ON DELETE CASCADE,
                            amount int CHECK (amount >= 0));
        CREATE VIEW big AS SELECT id, total FROM account WHERE total > 100;
        CREATE VIEW bigger AS SELECT * FROM big WHERE total > 1000;
        CREATE INDEX account_lower_mail ON account (lower(mail));
        CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$;
        CREATE TRIGGER note BEFORE UPDATE ON account FOR EACH ROW EXECUTE FUNCTION note();
        COMMENT ON TABLE account IS 'Who pays';
        """,
        seed="INSERT INTO account VALUES (1, 'a', 7, NULL); INSERT INTO entry VALUES (1, 1, 5);",
    ),
)
# A type that is replaced under a column, and a label that must be committed before its first use.
TYPES: Final = (
    State(
        """
        CREATE TYPE mood AS ENUM ('sad', 'fine');
        CREATE TYPE size AS ENUM ('s', 'm');
        CREATE TABLE person (id int PRIMARY KEY, mood mood DEFAULT 'fine', size size);
        CREATE VIEW sad AS SELECT * FROM person WHERE mood = 'sad';
        """,
        seed="INSERT INTO person VALUES (1, 'sad', 's');",
    ),
    State(
        """
        CREATE TYPE mood AS ENUM ('sad', 'happy', 'glad');
        CREATE TYPE size AS ENUM ('s', 'm', 'l');
        CREATE TABLE person (id int PRIMARY KEY, mood mood DEFAULT 'happy', size size DEFAULT 'l');
        CREATE VIEW sad AS SELECT * FROM person WHERE mood = 'sad';
        """,
        seed="INSERT INTO person VALUES (1, 'sad', 'm');",
    ),
)
# Names that change hands between kinds.
NAMES: Final = (
    State("CREATE TABLE base (a int); CREATE VIEW x AS SELECT a FROM base; CREATE TYPE y AS ENUM ('a');"),
    State("CREATE TABLE base (a int); CREATE TABLE x (a int); CREATE DOMAIN y AS text CHECK (VALUE <> '');"),
)
PAIRS: Final = {"tables": TABLES, "types": TYPES, "names": NAMES}


@pytest.mark.parametrize("direction", ["there", "back"])
@pytest.mark.parametrize("pair", sorted(PAIRS))
@pytest.mark.parametrize(
    ("major", "autocommit"),
    [*((m, False) for m in MAJORS), (max(MAJORS), True)],
    ids=[*(f"{m}-file-by-file" for m in MAJORS), f"{max(MAJORS)}-statement-by-statement"],
)
def test_a_run_that_loses_its_session_anywhere_reaches_the_end_when_started_again(
    major: int, pair: str, direction: str, *, autocommit: bool, servers: Servers
) -> None:
    server = servers(major)
    start, end = PAIRS[pair] if direction == "there" else PAIRS[pair][::-1]
    with load(server, start) as a, load(server, end) as b:
        plan = plan_between(server, a.catalog, b.catalog)
    files = files_of(plan)
    assert number_of_statements(files) > 2
    for number in range(number_of_statements(files)):
        with server.database() as connection:
            connection.execute(f"{start.sql};{start.seed}".encode())
            conninfo = server.conninfo(connection.info.dbname)
            assert not run(conninfo, files, die_before=number, autocommit=autocommit)
            assert run(conninfo, files)
            found = read(connection, KINDS.all, owner=server.owner)
            assert found.fingerprint == plan.new.fingerprint, f"after a crash before statement {number}"


def test_the_runner_tells_a_lost_session_from_a_statement_that_fails(servers: Servers) -> None:
    server = servers(max(MAJORS))
    with server.database() as connection:
        conninfo = server.conninfo(connection.info.dbname)
        broken = [(["CREATE TABLE public.t (a int)", "SELECT nothing FROM public.t"], True)]
        with pytest.raises(psycopg.errors.UndefinedColumn):
            run(conninfo, broken)
        assert connection.execute("SELECT to_regclass('public.t')").fetchone() == (None,)
        assert not run(conninfo, broken, die_before=1)
        assert connection.execute("SELECT to_regclass('public.t')").fetchone() == (None,)
        assert not run(conninfo, broken, die_before=1, autocommit=True)
        assert connection.execute("SELECT to_regclass('public.t') IS NOT NULL").fetchone() == (True,)
