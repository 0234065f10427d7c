"""The errors and notes that people read: what happened, to which object, where, why, and what to do."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """A place in a source file: path as the user gave it, line and column counted from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A note beside an answer, never instead of one.

    `code` is stable and kebab-case, `subject` names the object or file, `severity` is "note" or "warning".
    """

    code: str
    subject: str
    message: str
    severity: str = "note"
    origin: Origin | None = None

    def __str__(self) -> str:
        place = f" ({self.origin})" if self.origin else ""
        return f"{self.severity}: {self.subject}: {self.message}{place}"


class SchemadiffError(Exception):
    """Base of every error that is shown to a person as a message, never as a traceback.

    Args:
        message: what happened to which object, and why.
        origin: where in the user's files, when known.
        sqlstate: PostgreSQL's code, when PostgreSQL said it.
        hint: what to do about it.
    """

    def __init__(
        self,
        message: str,
        *,
        origin: Origin | None = None,
        sqlstate: str | None = None,
        hint: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.origin = origin
        self.sqlstate = sqlstate
        self.hint = hint

    def __str__(self) -> str:
        place = f"{self.origin}: " if self.origin else ""
        state = f" ({self.sqlstate})" if self.sqlstate else ""
        remedy = f"\n  {self.hint}" if self.hint else ""
        return f"{place}{self.message}{state}{remedy}"


class ConfigError(SchemadiffError):
    """schemadiff.toml, the environment or a command line says something that cannot be."""


class SourceError(SchemadiffError):
    """A source of a schema cannot be read or does not hold together."""


class ShadowError(SchemadiffError):
    """No shadow server could be had, or it failed."""


class CatalogError(SchemadiffError):
    """A server's catalog could not be read."""


class PlanError(SchemadiffError):
    """There is no way from one state to the other that keeps the laws."""


class HazardRefused(SchemadiffError):  # noqa: N818 - a refusal, reported with its own exit code
    """A step needs a hazard that was not allowed."""


class EmitError(SchemadiffError):
    """Migration files could not be written."""
