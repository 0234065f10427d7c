"""Load a SQL source into an empty shadow database, and say where in the files it fails."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from difflib import get_close_matches
from itertools import batched
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg.pq import TransactionStatus

from schemadiff.errors import ShadowError, SourceError
from schemadiff.sources.order import graph_of
from schemadiff.sources.sql_files import ordered
from schemadiff.sqltext import dotted, literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from schemadiff.sources.statement import Name, SqlSource, SqlStatement

    type Connection = psycopg.Connection[Any]
    type Settings = tuple[tuple[str, str], ...]

CHUNK = 200
_END = "\n;\n"  # a line of its own, since a statement may end in a comment
_BODY_CHECKS = "check_function_bodies"  # ours to switch; what files say decides about validation alone
# Above this many statements one transaction grows more than linearly.
ONE_TRANSACTION = 2000

# What a statement may meet because another one, written later, has not run yet.
_MAY_BE_ORDER = frozenset(
    {
        "42P01",  # undefined_table
        "42883",  # undefined_function
        "42704",  # undefined_object
        "42703",  # undefined_column
        "3F000",  # invalid_schema_name
        "42P10",  # invalid_column_reference: ON CONFLICT before its unique index
        "42830",  # invalid_foreign_key: before the key it points at
        "42803",  # grouping_error: GROUP BY a key that is not one yet
        "42809",  # wrong_object_type
        "42P17",  # invalid_object_definition
        "23503",  # foreign_key_violation
        "22P02",  # invalid_text_representation: an enum label added later
        "55P04",  # unsafe_new_enum_value_usage: needs a commit
        "55006",  # object_in_use: pending trigger events need a commit
        "55000",  # object_not_in_prerequisite_state
        "2BP01",  # dependent_objects_still_exist
    }
)
_EXTENSIONS = {
    "citext": "citext",
    "hstore": "hstore",
    "ltree": "ltree",
    "geometry": "postgis",
    "geography": "postgis",
    "vector": "vector",
    "crypt": "pgcrypto",
    "gen_salt": "pgcrypto",
    "digest": "pgcrypto",
    "hmac": "pgcrypto",
    "uuid_generate_v4": "uuid-ossp",
    "gin_trgm_ops": "pg_trgm",
    "gist_trgm_ops": "pg_trgm",
    "similarity": "pg_trgm",
    "unaccent": "unaccent",
    "create_hypertable": "timescaledb",
}
_NO_EXTENSION = (
    'Ways out: shadow = "docker" with an image that has it; shadow = the URL of a server that has it; '
    "or install its package for the PostgreSQL that the shadow runs."
)
_MISSING = re.compile(r'function ([^\s(]+)\(|operator class "([^"]+)"|"([^"]+)"')
_PLPGSQL_LINE = re.compile(r"\bline (\d+)")
_SPACES = {"42P01": "relation", "42883": "routine", "3F000": "schema", "42703": "table column"}


def load(connection: Connection, source: SqlSource, *, major: int) -> None:
    """Load a source into an empty database, then check every routine's body under its file's settings.

    The connection is in autocommit; the roles in `source.roles` exist. What was loaded is committed.

    Raises:
        SourceError: a statement fails, with its place.
        ShadowError: the server went away.
    """
    loader = _Loader(connection, ordered(source), major)
    try:
        loader.load()
        loader.validate()
    except psycopg.Error as error:
        if error.sqlstate is None:
            raise ShadowError(f"the shadow's server went away while it loaded the schema: {error}") from error
        raise ShadowError(f"the shadow refused to load: {_words(error)}", sqlstate=error.sqlstate) from error


@dataclass(slots=True)
class _Loader:
    connection: Connection
    statements: list[SqlStatement]
    major: int
    initial: dict[str, str | None] = field(default_factory=dict)
    current: Settings = ()

    def load(self) -> None:
        names = {name for s in self.statements for name, _ in s.settings}
        rows = self.connection.execute(
            "SELECT name, pg_catalog.current_setting(name, true) FROM unnest(%s::text[]) AS name",
            [sorted(names | {_BODY_CHECKS})],
        )
        self.initial = dict(rows.fetchall())
        self.connection.execute("SET check_function_bodies = off")
        rest = self.in_chunks()
        if rest:
            self.one_by_one(rest)
        self.run(self.switch(self.current, ()))
        self.run(self.restore(_BODY_CHECKS))

    def in_chunks(self) -> list[SqlStatement]:
        """Send many statements at a time; return those that must be loaded one by one, if any.

        Raises:
            SourceError: a failure that no other order could help.
        """
        many = len(self.statements) > ONE_TRANSACTION
        committed = 0
        self.connection.execute("BEGIN")
        for chunk in batched(self.statements, CHUNK):
            text, starts, after = self.script(chunk)
            try:
                self.run(text)
                self.check_transaction(chunk)
                if many or chunk[-1] is self.statements[-1]:
                    self.run("SET CONSTRAINTS ALL IMMEDIATE")
            except psycopg.Error as error:
                self.connection.execute("ROLLBACK")
                rest = self.statements[committed:]
                self.current = self.statements[committed - 1].settings if committed else ()
                if error.sqlstate not in _MAY_BE_ORDER:
                    self.report(error, rest, chunk, starts)
                return rest
            self.current = after
            if many:
                self.connection.execute("COMMIT")
                self.connection.execute("BEGIN")
                committed += len(chunk)
        self.connection.execute("COMMIT")
        return []

    def check_transaction(self, chunk: Sequence[SqlStatement]) -> None:
        """A COMMIT where none can be seen would leave half a schema behind an error."""
        if self.connection.info.transaction_status != TransactionStatus.INTRANS:
            places = ", ".join(sorted({s.origin.path for s in chunk}))
            raise SourceError(
                f"a statement in {places} ends the transaction", hint="Remove COMMIT and ROLLBACK."
            )

    def report(
        self, error: psycopg.Error, rest: list[SqlStatement], chunk: Sequence[SqlStatement], starts: list[int]
    ) -> None:
        """Raise with the place of an error in a chunk; without one the statements are tried in turn."""
        if error.sqlstate is None:
            raise error
        at = int(error.diag.statement_position or 0) - 1
        number = bisect_right(starts, at) - 1
        if number >= 0 and at < starts[number] + len(chunk[number].sql):
            raise explain(
                chunk[number], error, starts[number], known=self.statements, major=self.major
            ) from error
        self.connection.execute("BEGIN")
        for statement in rest:
            self.attempt(statement)
        self.connection.execute("ROLLBACK")
        raise error

    def attempt(self, statement: SqlStatement) -> None:
        """Run one statement in the open transaction.

        Raises:
            SourceError: it failed.
        """
        self.change_settings(statement)
        try:
            self.run(statement.sql)
        except psycopg.Error as error:
            if error.sqlstate is None:
                raise
            raise explain(statement, error, known=self.statements, major=self.major) from error

    def change_settings(self, statement: SqlStatement) -> None:
        """Send the settings before a statement."""
        try:
            self.run(self.switch(self.current, statement.settings))
        except psycopg.Error as error:
            if error.sqlstate is None:
                raise
            said = "; ".join(sql for _, sql in statement.settings)
            raise SourceError(
                f"the settings before this statement are refused: {_words(error)}\n    {said}",
                origin=statement.origin,
                sqlstate=error.sqlstate,
            ) from error
        self.current = statement.settings

    def settle(self, statement: SqlStatement) -> None:
        """Let deferred constraints speak while it can be said which statement they are about."""
        try:
            self.run("SET CONSTRAINTS ALL IMMEDIATE")
        except psycopg.IntegrityError as error:
            raise explain(statement, error, known=self.statements, major=self.major) from error

    def one_by_one(self, statements: list[SqlStatement]) -> None:
        """Each in a transaction of its own, those that fail again after the others, while that helps."""
        while statements:
            failed = [(s, error) for s in statements if (error := self.try_alone(s))]
            if len(failed) == len(statements):
                together = self.try_together(statements)
                if len(together) < len(failed):
                    failed = together
            if len(failed) == len(statements):
                raise self.first_cause(failed)
            statements = [s for s, _ in failed]

    def try_alone(self, statement: SqlStatement, *, settle: bool = True) -> SourceError | None:
        before = self.current
        try:
            with self.connection.transaction():
                self.attempt(statement)
                if settle:
                    self.settle(statement)
        except SourceError as error:
            self.current = before
            if error.sqlstate not in _MAY_BE_ORDER:
                raise
            return error
        return None

    def try_together(self, statements: list[SqlStatement]) -> list[tuple[SqlStatement, SourceError]]:
        """Rows that point at each other need one transaction, where their constraints are deferred.

        Returns:
            The statements that fail on their own account; all of them where the rows do not hold together.
        """
        before = self.current
        failed: list[tuple[SqlStatement, SourceError]] = []
        try:
            with self.connection.transaction():
                for statement in statements:
                    if error := self.try_alone(statement, settle=False):
                        failed.append((statement, error))
                self.settle(statements[-1])
        except SourceError as error:
            self.current = before
            return [(statement, error) for statement in statements]
        return failed

    def first_cause(self, failed: list[tuple[SqlStatement, SourceError]]) -> SourceError:
        """The failure that is not the consequence of another one."""
        graph = graph_of([s for s, _ in failed])
        causes = [error for at, (_, error) in enumerate(failed) if not graph.hard[at]]
        return causes[0] if causes else failed[0][1]

    def script(self, chunk: Sequence[SqlStatement]) -> tuple[str, list[int], Settings]:
        """The text of a chunk, where in it each statement starts, and the settings that it leaves."""
        pieces: list[str] = []
        starts: list[int] = []
        length = 0
        current = self.current
        for statement in chunk:
            switch = self.switch(current, statement.settings)
            current = statement.settings
            starts.append(length + len(switch))
            pieces += [switch, statement.sql, _END]
            length += len(switch) + len(statement.sql) + len(_END)
        return "".join(pieces), starts, current

    def switch(self, before: Settings, after: Settings) -> str:
        """What to send to go from the settings of one statement to those of the next."""
        if before == after:
            return ""
        gone = {name for name, _ in before} - {name for name, _ in after} - {_BODY_CHECKS}
        changed = "".join(f"{sql}{_END}" for name, sql in after if name != _BODY_CHECKS)
        return "".join(self.restore(name) for name in sorted(gone)) + changed

    def restore(self, name: str) -> str:
        value = self.initial.get(name)
        if value is None:
            return f"RESET {dotted(*name.split('.'))};\n"
        return f"SELECT pg_catalog.set_config({literal(name)}, {literal(value)}, false);\n"

    def run(self, text: str) -> None:
        if text:
            self.connection.execute(text.encode())

    def validate(self) -> None:
        """Let each language check the bodies that were loaded unseen.

        Files that say SET check_function_bodies = off, as dumps do, are taken at their word: the names in
        their bodies need not resolve under the search_path of the file.
        """
        checks = [c for c in self.bodies() if not _unchecked(c.statement)]
        groups: dict[tuple[Settings, tuple[str, ...], str], list[_BodyCheck]] = {}
        for check in checks:
            settings = check.statement.settings if check.statement else ()
            groups.setdefault((settings, check.config, check.validator), []).append(check)
        for group in groups.values():
            if self.failure(group):
                for check in group:
                    if error := self.failure([check]):
                        raise self.explain_body(check, error) from error

    def bodies(self) -> list[_BodyCheck]:
        known: dict[tuple[str | None, str, str], SqlStatement] = {}
        for statement in self.statements:
            if statement.body is not None:
                made = statement.defines[0]
                known[made.schema, made.name, statement.body.text] = statement
        return [
            _BodyCheck(oid, f"{schema}.{name}", validator, tuple(config), known.get((schema, name, body)))
            for oid, schema, name, body, validator, config in self.connection.execute(_BODIES).fetchall()
        ]

    def failure(self, group: list[_BodyCheck]) -> psycopg.Error | None:
        first = group[0]
        settings = first.statement.settings if first.statement else ()
        try:
            with self.connection.transaction(force_rollback=True):
                self.run(self.switch((), settings))
                self.run("SET LOCAL check_function_bodies = on")
                for setting in first.config:
                    name, _, value = setting.partition("=")
                    self.run(f"SELECT pg_catalog.set_config({literal(name)}, {literal(value)}, true)")
                oids = ", ".join(str(check.oid) for check in group)
                self.run(f"SELECT {first.validator}(oid) FROM unnest(ARRAY[{oids}]::oid[]) AS oid")  # noqa: S608
        except psycopg.Error as error:
            if error.sqlstate is None:
                raise
            return error
        return None

    def explain_body(self, check: _BodyCheck, error: psycopg.Error) -> SourceError:
        statement = check.statement
        body = statement.body if statement else None
        if statement is None or body is None:
            return SourceError(f"the body of {check.name} is wrong: {_words(error)}", sqlstate=error.sqlstate)
        position = statement.prefix + body.offset + 1
        if error.diag.internal_position and error.diag.internal_query == body.text:
            position = _inside_literal(statement.sql, body.offset, int(error.diag.internal_position) - 1) + 1
        elif line := _PLPGSQL_LINE.search(error.diag.context or ""):
            at = _line_start(body.text, int(line.group(1)))
            position = _inside_literal(statement.sql, body.offset, at) + 1
        return SourceError(
            f"the body of {statement.defines[0]} is wrong: {_words(error)}{statement.excerpt(position)}",
            origin=statement.locate(position),
            sqlstate=error.sqlstate,
            hint=_hint(statement, error, self.statements),
        )


def explain(
    statement: SqlStatement,
    error: psycopg.Error,
    start: int = 0,
    *,
    known: Iterable[SqlStatement] = (),
    major: int | None = None,
) -> SourceError:
    """A server's error as one about the files; `start` is where the statement begins in what was sent.

    `known` are the statements among whose names a misspelt one is looked for.
    """
    position = error.diag.statement_position
    at = int(position) - start if position else 1
    subject = str(statement.defines[0]) if statement.defines else _command(statement)
    words = error.diag.message_primary if _lacks_extension(statement, error) else _words(error)
    return SourceError(
        f"{subject}: {words}{statement.excerpt(at) if position else ''}",
        origin=statement.locate(at),
        sqlstate=error.sqlstate,
        hint=_hint(statement, error, known, major),
    )


def join(statements: Iterable[SqlStatement]) -> tuple[str, list[int]]:
    """One text of several statements, and where in it each starts."""
    pieces: list[str] = []
    starts: list[int] = []
    length = 0
    for statement in statements:
        starts.append(length)
        pieces += [statement.sql, _END]
        length += len(statement.sql) + len(_END)
    return "".join(pieces), starts


def _lacks_extension(statement: SqlStatement, error: psycopg.Error) -> bool:
    return statement.tag == "CreateExtensionStmt" and error.sqlstate in {"0A000", "58P01"}


def _hint(
    statement: SqlStatement, error: psycopg.Error, known: Iterable[SqlStatement], major: int | None = None
) -> str | None:
    if _lacks_extension(statement, error):
        return f"The shadow{f' (PostgreSQL {major})' if major else ''} lacks it. {_NO_EXTENSION}"
    if error.sqlstate == "2D000":
        return "It runs in a transaction of ours: remove COMMIT and ROLLBACK from the block."
    match = _MISSING.search(error.diag.message_primary or "")
    if error.sqlstate in {"42P01", "42883", "42704", "42703", "3F000"} and match:
        missing = next(group for group in match.groups() if group)
        return _about_missing(missing, known, _SPACES.get(error.sqlstate)) or error.diag.message_hint
    return error.diag.message_hint


@dataclass(frozen=True, slots=True)
class _BodyCheck:
    oid: int
    name: str
    validator: str
    config: tuple[str, ...]
    statement: SqlStatement | None


# source: pg_proc, pg_language. Bodies of BEGIN ATOMIC were parsed when they were loaded.
_BODIES = """
SELECT p.oid, n.nspname, p.proname, p.prosrc, format('%I.%I', vn.nspname, v.proname),
       coalesce(p.proconfig, '{}')
FROM pg_catalog.pg_proc p
JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
JOIN pg_catalog.pg_language l ON l.oid = p.prolang
JOIN pg_catalog.pg_proc v ON v.oid = l.lanvalidator
JOIN pg_catalog.pg_namespace vn ON vn.oid = v.pronamespace
WHERE p.oid >= 16384 AND p.prosqlbody IS NULL AND l.lanname NOT IN ('internal', 'c') AND p.prokind <> 'a'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                  WHERE d.classid = 'pg_catalog.pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
ORDER BY p.oid
"""


def _unchecked(statement: SqlStatement | None) -> bool:
    settings = dict(statement.settings) if statement else {}
    return bool(re.search(r"\b(off|false|no|0)\b", settings.get(_BODY_CHECKS, ""), re.IGNORECASE))


def _words(error: psycopg.Error) -> str:
    detail = f" ({error.diag.message_detail})" if error.diag.message_detail else ""
    return f"{error.diag.message_primary or error}{detail}"


def _command(statement: SqlStatement) -> str:
    words = " ".join(statement.sql.split())
    return words if len(words) <= 50 else words[:47] + "..."  # noqa: PLR2004 - what a line of a message holds


def _about_missing(missing: str, statements: Iterable[SqlStatement], space: str | None) -> str | None:
    bare = missing.rsplit(".", 1)[-1]
    names: dict[str, Name] = {}
    for statement in statements:
        for defined in statement.defines:
            if space is None or defined.key.space == space:
                names[f"{defined.schema}.{defined.name}"] = defined.key
                names[defined.name] = defined.key
    if extension := _EXTENSIONS.get(bare):
        return f'It comes with an extension: CREATE EXTENSION IF NOT EXISTS "{extension}";'
    if close := get_close_matches(missing, names, 1, 0.6) or get_close_matches(bare, names, 1, 0.6):
        key = names[close[0]]
        return f"Did you mean {key.schema + '.' if key.schema else ''}{key.name}?"
    return None


def _line_start(text: str, line: int) -> int:
    at = 0
    for _ in range(line - 1):
        at = text.find("\n", at) + 1 or len(text)
    return at


def _inside_literal(sql: str, offset: int, index: int) -> int:
    """The offset in `sql` of a character of the string whose literal starts at an offset."""
    if sql[offset] == "$":
        return sql.index("$", offset + 1) + 1 + index
    at = sql.index("'", offset) + 1
    escapes = sql[offset] in "eE"
    for _ in range(index):
        at += 2 if sql[at] == "'" or (escapes and sql[at] == "\\") else 1
    return at
