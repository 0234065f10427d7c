"""A live database: where it is, reached, and all that goes wrong on the way, said without a password."""

from __future__ import annotations

import logging
import os
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from schemadiff.errors import CatalogError, ShadowError, SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schemadiff.sources.grammar import Live

type Connection = psycopg.Connection[Any]

# It logs what it ignores when a connection is lost, which we say ourselves.
logging.getLogger("psycopg").addHandler(logging.NullHandler())

_CONNECT_SECONDS: Final = "10"
_SECRETS: Final = ("password", "sslpassword")
# What libpq says first, and what to do about it.
_REMEDIES: Final = (
    ("password authentication failed", "Check user and password; a password may also come from PGPASSWORD."),
    ("no password supplied", "Give one in the URL, in PGPASSWORD or in ~/.pgpass."),
    ("no pg_hba.conf entry", "The server's pg_hba.conf must let this user in from here."),
    ("role ", "Check the user of the URL; CREATE ROLE ... LOGIN makes one."),
    ("database ", "Check the name of the database, the last part of the URL."),
    ("failed to resolve host", "Check the host of the URL."),
    ("could not translate host name", "Check the host of the URL."),
    ("Connection refused", "Check host and port of the URL, and that the server is up."),
    ("No such file or directory", "Check host and port of the URL, and that the server is up."),
    ("timeout expired", "Is there a firewall in between? PGCONNECT_TIMEOUT says how long to wait."),
    ("timed out", "Is there a firewall in between? PGCONNECT_TIMEOUT says how long to wait."),
)
_REMEDY: Final = "Check host, port, user, password and database of the URL, and that the server is up."


def address(text: str) -> str:
    """Where a URL or conninfo string leads, for a person: never with a password.

    Raises:
        SourceError: libpq does not understand it, or takes a part of a password for a host.
    """
    try:
        said = conninfo_to_dict(text)
    except (psycopg.Error, UnicodeError):
        # libpq's own words repeat the text, password and all.
        raise _malformed() from None
    host, port = str(said.get("host") or ""), str(said.get("port") or "")
    authority = text.split("://", 1)[-1].split("/", 1)[0] if "://" in text else ""
    # An unescaped @ or / in a password makes libpq take its rest for a host, a port or a database.
    if (
        authority.count("@") > 1
        or "@" in f"{host}{said.get('dbname') or ''}"
        or not re.fullmatch(r"[\d,]*", port)
    ):
        raise _malformed()
    where = host or said.get("service") or os.environ.get("PGHOST") or "local"
    name = said.get("dbname") or os.environ.get("PGDATABASE") or said.get("user") or "database"
    return f"{name} at {where}{':' if port else ''}{port}"


def _malformed() -> SourceError:
    return SourceError(
        "the connection string is malformed",
        hint="Write postgresql://user@host:5432/database or host=... dbname=..., "
        "with @ : / ? # % in a password percent-encoded (@ is %40).",
    )


@contextmanager
def connected(source: Live) -> Iterator[Connection]:
    """A connection to a live database, in autocommit.

    Raises:
        CatalogError: it cannot be reached; with libpq's reason, never with a password.
    """
    try:
        connection = psycopg.connect(_conninfo(source.conninfo), autocommit=True)
    except psycopg.Error as error:
        said = _words(error, source.conninfo)
        hint = next((remedy for sign, remedy in _REMEDIES if sign in said), _REMEDY)
        raise CatalogError(
            f"cannot connect to {source.label}: {said}", sqlstate=error.sqlstate, hint=hint
        ) from None  # the cause may quote the password
    with connection:
        yield connection


@contextmanager
def reading(source: Live) -> Iterator[None]:
    """Say what a live database refuses, or that it went away.

    Raises:
        CatalogError: what the block does there fails.
    """
    try:
        yield
    except psycopg.Error as error:
        what = "lost the connection to" if _gone(error) else "cannot read"
        raise CatalogError(
            f"{what} {source.label}: {_words(error, source.conninfo)}", sqlstate=error.sqlstate
        ) from None


@contextmanager
def working(origin: str) -> Iterator[None]:
    """Say that the shadow failed, where nobody nearer could say more.

    Raises:
        ShadowError: what the block does there fails.
    """
    try:
        yield
    except psycopg.Error as error:
        what = "went away" if _gone(error) else "failed"
        raise ShadowError(f"the shadow ({origin}) {what}: {_words(error)}", sqlstate=error.sqlstate) from None


def _gone(error: psycopg.Error) -> bool:
    return error.sqlstate is None or error.sqlstate.startswith(("08", "57P"))


def _conninfo(text: str) -> str:
    said = conninfo_to_dict(text)
    said.setdefault("connect_timeout", os.environ.get("PGCONNECT_TIMEOUT", _CONNECT_SECONDS))
    said.setdefault("application_name", os.environ.get("PGAPPNAME", "schemadiff"))
    return make_conninfo("", **said)


def _words(error: psycopg.Error, conninfo: str = "") -> str:
    """What PostgreSQL or libpq says, on one line, without what is secret in the connection string."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    said = "; ".join(lines) or type(error).__name__
    for key in _SECRETS:
        if secret := conninfo_to_dict(conninfo).get(key):
            said = said.replace(str(secret), "***")
    return said.removeprefix("connection failed: ").rstrip(";")
