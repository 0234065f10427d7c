"""The shadow: a throw-away PostgreSQL server in which a wanted schema becomes a catalog.

How to use it::

    with open_shadow(ShadowSpec(), major=17, progress=say) as shadow:
        with shadow.database() as connection:  # empty, autocommit, as shadow.owner; dropped at the end
            shadow.ensure_roles(connection, ["app"])
            connection.execute(schema_text)

`shadow.major` may differ from the major asked for; `shadow.notes` then says so.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import time
from typing import TYPE_CHECKING, Any, Self

from schemadiff.errors import Diagnostic, ShadowError
from schemadiff.sources.binaries import OLDEST_MAJOR, Installation, candidates
from schemadiff.sources.private_folder import Progress, quiet
from schemadiff.sources.shadow_host import Host, ShadowSpec, open_host

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import psycopg

_IDLE_TRIES = 10
_IDLE_SECONDS = 0.003

__all__ = ["Shadow", "ShadowSpec", "installed_majors", "open_shadow"]

type Connection = psycopg.Connection[Any]


class Shadow:
    """A running server that hands out empty databases.

    Attributes:
        origin: for a person, as in "embedded PostgreSQL 18.6".
        version: server_version_num.
        owner: the role that loads; what it owns reads as owned by whoever runs the files.
        programs: pg_dump and psql of this very version, where there are any.
        notes: what a person should know, grown until the end.
    """

    def __init__(self, host: Host) -> None:
        self.origin = host.origin
        self.programs: Installation | None = host.programs
        self.notes: list[Diagnostic] = list(host.notes)
        self._host = host
        self._token = f"schemadiff_shadow_{os.getpid()}_{secrets.token_hex(4)}"
        self._databases = 0
        self._made_roles: list[str] = []
        self._admin = self._connect_admin()
        self.version: int = self._admin.info.server_version
        self.owner: str = self._admin.execute("SELECT current_user").fetchone()[0]  # type: ignore[index]

    @property
    def major(self) -> int:
        """Return the server's major version."""
        return self.version // 10000

    def conninfo(self, dbname: str) -> str:
        """Return a libpq conninfo for pg_dump and the like; it holds the password where there is one."""
        return self._host.conninfo(dbname)

    @contextlib.contextmanager
    def database(self) -> Iterator[Connection]:
        """Make an empty database (UTF8, C locale, from template0), give a connection to it, drop it."""
        import psycopg

        self._databases += 1
        name = f"{self._token}_{self._databases}"
        self._create(name)
        try:
            with contextlib.closing(psycopg.connect(self.conninfo(name), autocommit=True)) as connection:
                yield connection
        finally:
            self._drop(name)

    def ensure_roles(self, connection: Connection, names: Iterable[str]) -> list[str]:
        """Create the roles of these names that the server lacks, and return those.

        On a server that stays they are dropped at the end, and the loading role becomes a member, so that it
        may hand objects over to them.

        Raises:
            ShadowError: a role is lacking and may not be created.
        """
        wanted = sorted(set(names))
        rows = connection.execute(
            "SELECT rolname FROM pg_roles WHERE rolname = ANY (%s)", [wanted]
        ).fetchall()
        there = {row[0] for row in rows}
        missing = [name for name in wanted if name not in there]
        for name in missing:
            self._create_role(connection, name)
        return missing

    def __enter__(self) -> Self:
        if not self._host.thrown_away:
            self._drop_leftovers()
        return self

    def __exit__(self, *_: object) -> None:
        from psycopg import sql

        for role in self._made_roles:
            with self._noting(role):
                self._execute(sql.SQL("DROP ROLE IF EXISTS {}").format(sql.Identifier(role)))
        self._admin.close()

    def _connect_admin(self) -> Connection:
        """Connect under the run's name, by which other runs see that its databases are in use."""
        import psycopg

        try:
            return psycopg.connect(self._host.conninfo(""), autocommit=True, application_name=self._token)
        except psycopg.Error as error:
            said = str(error).strip()
            password = psycopg.conninfo.conninfo_to_dict(self._host.conninfo("")).get("password")
            if password:
                said = said.replace(str(password), "***")
            raise ShadowError(
                f"no connection to the shadow ({self.origin}): {said}",
                hint='Check the URL of the shadow, or set it to "embedded".',
            ) from None  # the cause may quote the password

    def _execute(self, statement: psycopg.sql.Composed) -> None:
        """Run a statement of our own, connecting anew where the server has hung up meanwhile."""
        if self._admin.closed:
            self._admin = self._connect_admin()
        self._admin.execute(statement)

    def _create_role(self, connection: Connection, name: str) -> None:
        from psycopg import errors, sql

        role = sql.Identifier(name)
        try:
            connection.execute(sql.SQL("CREATE ROLE {}").format(role))
            if not self._host.thrown_away:
                self._made_roles.append(name)
                connection.execute(sql.SQL("GRANT {} TO CURRENT_USER").format(role))
        except (errors.DuplicateObject, errors.UniqueViolation):
            return  # another run made it meanwhile, and drops it
        except errors.InsufficientPrivilege as error:
            raise ShadowError(
                f'role "{name}" is lacking on the shadow ({self.origin}); "{self.owner}" may not create it',
                sqlstate=error.sqlstate,
                hint=f'Create it, or: ALTER ROLE "{self.owner}" CREATEROLE. Or use the embedded shadow.',
            ) from error
        except errors.ReservedName as error:
            raise ShadowError(
                f'role "{name}" is lacking in PostgreSQL {self.major}, and nobody may create one named so',
                sqlstate=error.sqlstate,
                hint="It is a predefined role of another major version: have a shadow of that version.",
            ) from error

    def _create(self, name: str) -> None:
        from psycopg import Error, errors, sql

        options = "TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'"
        if self.major >= 15:  # noqa: PLR2004 - the first with these two options
            options += " LOCALE_PROVIDER libc"
            if self._host.thrown_away:  # quickest without fsync; on a busy server it would force a checkpoint
                options += " STRATEGY file_copy"
        try:
            self._execute(sql.SQL("CREATE DATABASE {} {}").format(sql.Identifier(name), sql.SQL(options)))
        except errors.InsufficientPrivilege as error:
            raise ShadowError(
                f'the shadow\'s role "{self.owner}" may not create databases ({self.origin})',
                sqlstate=error.sqlstate,
                hint=f'As a superuser there: ALTER ROLE "{self.owner}" CREATEDB. Or use the embedded shadow.',
            ) from error
        except Error as error:
            raise ShadowError(
                f"no database could be made on the shadow ({self.origin}): {error}", sqlstate=error.sqlstate
            ) from error

    def _drop(self, name: str) -> None:
        """Drop the database. A failure becomes a note: it must not hide how the block ended."""
        from psycopg import errors, sql

        statement = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
        with self._noting(name):
            self._wait_idle(name)
            try:
                self._execute(statement)
            except errors.ObjectInUse:
                self._drop_subscriptions(name)
                self._execute(statement)

    def _wait_idle(self, name: str) -> None:
        """Wait a little for sessions that have just closed: DROP DATABASE itself would sleep for 0.1 s."""
        for _ in range(_IDLE_TRIES):
            if (
                self._admin.closed
                or not self._admin.execute(
                    "SELECT FROM pg_stat_activity WHERE datname = %s", [name]
                ).fetchall()
            ):
                return
            time.sleep(_IDLE_SECONDS)

    def _drop_subscriptions(self, name: str) -> None:
        """Drop what makes DROP DATABASE refuse, without a word to the publisher."""
        import psycopg
        from psycopg import sql

        with contextlib.closing(psycopg.connect(self.conninfo(name), autocommit=True)) as connection:
            rows = connection.execute(
                "SELECT subname FROM pg_subscription "
                "WHERE subdbid = (SELECT oid FROM pg_database WHERE datname = current_database())"
            ).fetchall()
            for (subscription,) in rows:
                for change in (
                    "ALTER SUBSCRIPTION {} DISABLE",
                    "ALTER SUBSCRIPTION {} SET (slot_name = NONE)",
                ):
                    connection.execute(sql.SQL(change).format(sql.Identifier(subscription)))
                connection.execute(sql.SQL("DROP SUBSCRIPTION {}").format(sql.Identifier(subscription)))

    @contextlib.contextmanager
    def _noting(self, subject: str) -> Iterator[None]:
        import psycopg

        try:
            yield
        except (psycopg.Error, ShadowError) as error:
            if not self._host.thrown_away:
                message = f"could not be dropped from the shadow ({self.origin}): {error}"
                self.notes.append(Diagnostic("shadow-leftover", subject, message, "warning"))

    def _drop_leftovers(self) -> None:
        """Drop databases of earlier runs of this role that were killed: no session bears their run's name.

        Behind a pooler that hides those names nobody can tell, so nothing is dropped there.
        """
        rows = self._admin.execute(
            """
            SELECT d.datname FROM pg_database d JOIN pg_roles r ON r.oid = d.datdba
            WHERE r.rolname = current_user
              AND d.datname ~ '^schemadiff_shadow_[0-9]+_[0-9a-f]{8}_[0-9]+$'
              AND EXISTS (SELECT FROM pg_stat_activity WHERE application_name = %s)
              AND NOT EXISTS (
                SELECT FROM pg_stat_activity a
                WHERE a.datname = d.datname OR a.application_name = substring(d.datname FROM '^(.*)_[0-9]+$'))
            ORDER BY 1
            """,
            [self._token],
        ).fetchall()
        for (name,) in rows:
            self._drop(name)


@contextlib.contextmanager
def open_shadow(
    spec: ShadowSpec, *, major: int | None = None, progress: Progress = quiet
) -> Iterator[Shadow]:
    """Have a shadow server for the length of the block.

    Args:
        spec: which one.
        major: the major version of the live database; an embedded shadow is of the nearest one found.
        progress: told of what takes long, such as unpacking.

    Raises:
        ShadowError: there is none, with the ways out.
    """
    with contextlib.ExitStack() as stack:
        host = open_host(stack, spec, major, progress)
        shadow = stack.enter_context(Shadow(host))
        if shadow.major < OLDEST_MAJOR:
            raise ShadowError(
                f"the shadow ({shadow.origin}) is PostgreSQL {shadow.major}, older than {OLDEST_MAJOR}"
            )
        if major not in {None, shadow.major}:
            message = (
                f"the shadow is {shadow.origin}, of another major version, so that one prints both sides"
            )
            shadow.notes.append(Diagnostic("shadow-major", f"PostgreSQL {major}", message))
        yield shadow


def installed_majors(spec: ShadowSpec) -> list[int]:
    """Return the majors that an embedded shadow can have on this machine, ascending."""
    return sorted({candidate.major for candidate in candidates(spec.binaries)})
