"""The laws, as checks over one pair of states on one server."""

from __future__ import annotations

import difflib
import os
import re
import subprocess
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import psycopg

from schemadiff.catalog.reader import read, read_here
from schemadiff.catalog.rows import read_rows, same_rows
from schemadiff.catalog.session import PIN, PINNED
from schemadiff.catalog.settle import compare
from schemadiff.kinds import KINDS
from schemadiff.model.ident import Ident
from schemadiff.plan.steps import Plan, make_plan
from schemadiff.render import statements
from schemadiff.sources.sql_files import read_sql
from schemadiff.sqltext import ident as quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scenario import State
    from schemadiff.model.catalog import Catalog
    from schemadiff.sources.shadow import Shadow
    from schemadiff.sources.statement import DeclaredRows

type Connection = psycopg.Connection[Any]


@dataclass
class Loaded:
    """One state in a database of its own."""

    database: str
    connection: Connection
    catalog: Catalog
    dump: str
    declared: tuple[DeclaredRows, ...]


@contextmanager
def load(server: Shadow, state: State) -> Iterator[Loaded]:
    """The state, loaded directly."""
    with server.database() as connection:
        if state.sql.strip():
            connection.execute(state.sql.encode())
        connection.execute("RESET ALL")
        declared = read_sql([("scenario.sql", state.sql)]).rows
        with prepared(connection):
            catalog = read(connection, KINDS.all, owner=server.owner)
            catalog = read_rows(connection, catalog, declared)
        yield Loaded(
            connection.info.dbname, connection, catalog, dump(server, connection.info.dbname), declared
        )


def dump(server: Shadow, database: str) -> str:
    """pg_dump's view of a schema."""
    assert server.programs is not None
    done = subprocess.run(
        [server.programs.program("pg_dump"), "--schema-only", "-d", server.conninfo(database)],
        capture_output=True,
        check=False,
        env={**os.environ, **server.programs.environment()},
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def normal(text: str) -> str:
    """A dump without the order of columns, which no ALTER can reach, and of storage parameters."""
    lines = [
        x for x in text.split("\n") if not x.startswith(("--", "\\", "SET ", "SELECT pg_catalog.set_config"))
    ]
    found = []
    for part in re.split(r";\n+(?=[A-Z]|\n|$)", "\n".join(lines)):
        statement = part.strip()
        if statement.startswith(("CREATE TABLE", "CREATE UNLOGGED TABLE")):
            head, *rest = statement.split("\n")
            statement = "\n".join([head, *sorted(x.rstrip(",") for x in rest)])
        statement = re.sub(
            r"WITH \(([^()]*)\)", lambda m: f"WITH ({', '.join(sorted(m[1].split(', ')))})", statement
        )
        if statement:
            found.append(statement)
    return "\n\n".join(sorted(found))


def plan_between(server: Shadow, old: Catalog, new: Catalog) -> Plan:
    found = compare(old, new, KINDS, server.database)
    return make_plan(found.deltas, old, new, KINDS, settled=found.settled)


def run_all(connection: Connection, plan: Plan) -> None:
    """As Flyway runs the files: each in one transaction, under its own settings."""
    for segment in plan.segments:
        with connection.transaction():
            local(connection)
            for text in statements(segment):
                execute(connection, text)


def execute(connection: Connection, text: str) -> None:
    try:
        connection.execute(text.encode())
    except psycopg.Error as error:
        error.add_note(f"in this statement:\n{text}")
        raise


def local(connection: Connection) -> None:
    for name, value in PINNED.items():
        connection.execute("SELECT set_config(%s, %s, true)", [name, value])


# What a second run must not change: who is who, where the rows stand, and the rows themselves.
FACTS = """
SELECT 'relation', oid::text, relname::text, relfilenode::text FROM pg_class WHERE oid >= 16384
  AND relkind <> 't'
  AND relname !~ '^pg_toast'
UNION ALL SELECT 'routine', oid::text, proname::text, '' FROM pg_proc WHERE oid >= 16384
UNION ALL SELECT 'type', oid::text, typname::text, '' FROM pg_type WHERE oid >= 16384
UNION ALL SELECT 'constraint', oid::text, conname::text, '' FROM pg_constraint WHERE oid >= 16384
UNION ALL SELECT 'trigger', oid::text, tgname::text, '' FROM pg_trigger WHERE NOT tgisinternal
UNION ALL SELECT 'policy', oid::text, polname::text, '' FROM pg_policy
ORDER BY 1, 3, 2
"""


def facts(connection: Connection) -> list[Any]:
    found = list(connection.execute(FACTS).fetchall())
    return found + rows(connection, "t.ctid::text || t.xmin::text || t::text")


def rows(connection: Connection, what: str) -> list[Any]:
    tables = connection.execute(
        "SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
        "WHERE c.relkind = 'r' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' "
        "AND c.oid >= 16384 ORDER BY 1"
    ).fetchall()
    return [
        (table, connection.execute(f"SELECT {what} FROM {table} AS t ORDER BY 1".encode()).fetchall())
        for (table,) in tables
    ]


def survivors(connection: Connection, old: Catalog, new: Catalog) -> dict[Any, Any]:
    """The values of every plain column that both states have with one type, as sorted texts."""
    found = {}
    for ident, value in old.objects.items():
        other = new.objects.get(ident)
        same = other is not None and type(other) is type(value)
        if ident.object_type == "table column" and same and value.data_type == other.data_type:  # type: ignore[attr-defined, union-attr]
            base = value.data_type.removesuffix("[]")  # type: ignore[attr-defined]
            rows = {
                ".".join(map(quoted, i.names))
                for i in (*old.objects, *new.objects)
                if i.object_type == "table"
            }
            if value.generated or other.generated or base in rows or reshaped(base, old, new):  # type: ignore[attr-defined, union-attr]
                continue  # computed anew, or printed with the columns that its row type has by now
            schema, table, column = ident.names
            sql = psycopg.sql.SQL("SELECT {}::text FROM {} ORDER BY 1").format(
                psycopg.sql.Identifier(column), psycopg.sql.Identifier(schema, table)
            )
            found[ident] = connection.execute(sql).fetchall()
    return found


def reshaped(data_type: str, old: Catalog, new: Catalog) -> bool:
    """True for values that may print otherwise: of a composite type, or of a domain with another base."""
    i = Ident("type", (data_type.removesuffix("[]"),))
    before, after = old.get(i), new.get(i)
    base = getattr(before, "data_type", None)
    if type(before).__name__ == "Composite" or base != getattr(after, "data_type", None):
        return True
    return base is not None and reshaped(base, old, new)


def counts(connection: Connection, old: Catalog, new: Catalog) -> dict[Any, Any]:
    """How many rows stand in each table that both states have."""
    return {
        i: connection.execute(
            psycopg.sql.SQL("SELECT count(*) FROM {}").format(psycopg.sql.Identifier(*i.names))
        ).fetchone()
        for i in old.objects
        if i.object_type == "table" and i in new.objects
    }


def check_laws(server: Shadow, a: Loaded, b: Loaded, start: State, end: State) -> Plan:
    """From state a to state b through laws 1, 2, 3, 4, 6 and 7. The database of a is used up.

    Returns:
        The plan, for a look at its shape.
    """
    connection = a.connection
    as_people_write(connection, start.seed)
    old = same_rows(connection, a.catalog, b.catalog)
    found = compare(old, b.catalog, KINDS, server.database)
    plan, again = (make_plan(found.deltas, old, b.catalog, KINDS, settled=found.settled) for _ in range(2))
    assert texts(plan) == texts(again), "law 7: two plans of the same states differ"
    before, many = survivors(connection, old, b.catalog), counts(connection, old, b.catalog)
    declared = {
        r.names for r in (i for i in (*old.objects, *b.catalog.objects) if i.object_type == "reference row")
    }

    ends = list(prefixes(server, connection, plan))
    run_all(connection, plan)
    reached = catalog_of(server, connection, b.catalog)
    for count, end_of_prefix in ends:
        assert end_of_prefix == reached.fingerprint, (
            f"law 4: after a crash at statement {count} the end differs"
        )

    check_convergence(server, a.database, b)
    left = compare(reached, b.catalog, KINDS, server.database)
    assert not left.deltas, f"law 2: still to do after the migration: {left.deltas}"
    after = survivors(connection, old, b.catalog)
    for ident, values in before.items():
        if ident.names[:2] not in declared:
            assert after[ident] == values, f"law 6: values of {ident} changed"
    for ident, number in counts(connection, old, b.catalog).items():
        if ident.names not in declared:
            assert many[ident] == number, f"law 6: rows of {ident} changed"

    as_people_write(connection, end.later)
    if not start.seed:
        as_people_write(connection, end.seed)
    stood = facts(connection)
    run_all(connection, plan)
    assert facts(connection) == stood, "law 3: the second run changed something"
    return plan


def as_people_write(connection: Connection, sql: str) -> None:
    """Run SQL under ordinary settings, then read on under the pinned ones."""
    connection.execute("RESET ALL")
    if sql.strip():
        connection.execute(sql.encode())
    connection.execute(PIN)


def texts(plan: Plan) -> list[list[str]]:
    return [statements(segment) for segment in plan.segments]


def catalog_of(server: Shadow, connection: Connection, like: Catalog) -> Catalog:
    with prepared(connection):
        return same_rows(connection, read(connection, KINDS.all, owner=server.owner), like)


@contextmanager
def prepared(connection: Connection) -> Iterator[None]:
    """Read with prepared queries: planning them costs more than running them, and they come again."""
    connection.prepare_threshold = 0
    try:
        yield
    finally:
        connection.prepare_threshold = None


def prefixes(server: Shadow, connection: Connection, plan: Plan) -> Iterator[tuple[int, str]]:
    """The end that is reached from each crash: so many statements done, then everything from the start.

    All of it happens in one transaction that is rolled back. Where a file must see another one committed,
    the crash is played on a copy instead.
    """
    everything = [text for part in texts(plan) for text in part]
    if len(plan.segments) > 1:
        yield from _committed_prefixes(server, connection, plan, everything)
        return
    with connection.transaction(force_rollback=True):
        local(connection)
        connection.execute("SELECT set_config('schemadiff.owner', %s, true)", [server.owner])
        for count in range(1, len(everything)):
            execute(connection, everything[count - 1])
            # After ALTER DOMAIN … DROP CONSTRAINT a server opens no savepoint before another command.
            connection.execute("CREATE TEMP TABLE between (); DROP TABLE pg_temp.between")
            with connection.transaction(force_rollback=True):
                for text in everything:
                    execute(connection, text)
                connection.execute("SET CONSTRAINTS ALL IMMEDIATE")
                with prepared(connection):
                    found = read_here(connection, KINDS.all)
                    end = same_rows(connection, found, plan.new).fingerprint
            yield count, end


def _committed_prefixes(
    server: Shadow, connection: Connection, plan: Plan, everything: Sequence[str]
) -> Iterator[tuple[int, str]]:
    for count in range(1, len(everything)):
        with copy_of(server, connection) as crashed:
            done = 0
            for part in texts(plan):
                with crashed.transaction():
                    local(crashed)
                    for text in part[: max(0, count - done)]:
                        execute(crashed, text)
                done += len(part)
            run_all(crashed, plan)
            yield count, catalog_of(server, crashed, plan.new).fingerprint


@contextmanager
def copy_of(server: Shadow, connection: Connection) -> Iterator[Connection]:
    """A copy of a database, rows and all, by pg_dump."""
    assert server.programs is not None
    made = subprocess.run(
        [server.programs.program("pg_dump"), "-d", server.conninfo(connection.info.dbname), "--inserts"],
        capture_output=True,
        check=True,
        env={**os.environ, **server.programs.environment()},
        text=True,
    )
    with server.database() as copy:
        copy.execute(loadable(made.stdout).encode())
        copy.execute("RESET ALL")
        copy.execute(PIN)
        yield copy


def check_convergence(server: Shadow, database: str, b: Loaded) -> None:
    """Law 1, judged by pg_dump; where only the print differs, after one more reload of both."""
    reached = dump(server, database)
    if normal(reached) == normal(b.dump):
        return
    nobody = {
        x.removesuffix(f"{server.owner};")
        for x in b.dump.split("\n")
        if x.endswith(f" OWNER TO {server.owner};")
    }
    if " SCHEMA public OWNER TO " not in b.dump:
        nobody.add("ALTER SCHEMA public OWNER TO ")  # not printed where it is the one it was made with
    reached, wanted = without_owners(reached, nobody), without_owners(b.dump, nobody)
    if normal(reached) == normal(wanted):
        return
    again, wanted = reloaded(server, reached), reloaded(server, wanted)
    difference = "\n".join(x for x in difflib.ndiff(wanted.split("\n"), again.split("\n")) if x[0] in "+-")
    assert not difference, f"law 1: pg_dump sees a difference (- wanted, + reached)\n{difference}"


def without_owners(text: str, nobody: set[str]) -> str:
    """A dump without the owners that the wanted state has no opinion of: there the old owner stays."""
    return "\n".join(x for x in text.split("\n") if x.partition(" OWNER TO ")[0] + " OWNER TO " not in nobody)


def reloaded(server: Shadow, text: str) -> str:
    """What pg_dump prints of a database that was built from a dump."""
    with server.database() as connection:
        connection.execute(loadable(text).encode())
        return normal(dump(server, connection.info.dbname))


def loadable(text: str) -> str:
    """A dump without what only psql understands, and without the schema that every database has."""
    lines = (x for x in text.split("\n") if not x.startswith(("\\restrict", "\\unrestrict")))
    return "\n".join(lines).replace("CREATE SCHEMA public;", "")
