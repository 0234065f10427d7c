"""Procedures: pg_proc of prokind p; CREATE OR REPLACE, DROP PROCEDURE."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final, LiteralString

from schemadiff.kinds import _routine as routine
from schemadiff.model.kind import REPLACE, Alter, Fact, Kind, Replace, Scope, Statement
from schemadiff.sqltext import dotted, ident

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure(routine.Routine):
    """One procedure."""

    object_type: ClassVar[str] = "procedure"


QUERY: Final = routine.COLUMNS + routine.TABLES + "AND p.prokind = 'p' ORDER BY 4, 5, 6"


def query(_major: int) -> LiteralString:
    return QUERY


def create(p: Procedure, scope: Scope) -> Sequence[Statement]:
    """The whole procedure: OR REPLACE resets what it does not state."""
    if p.ident in scope.shells and routine.complete(p):
        return ()
    return routine.creation(p, Statement(_text(p)))


def _text(p: Procedure) -> str:
    definer = " SECURITY DEFINER" if p.security_definer else ""
    lines = [
        _head(p),
        f"LANGUAGE {ident(p.language)}{definer}",
        routine.uses_transforms(p),
        *routine.settings(p),
    ]
    return "\n".join(line for line in (*lines, routine.definition(p)) if line)


def _head(p: Procedure, *, defaults: bool = True) -> str:
    return (
        f"CREATE OR REPLACE PROCEDURE {dotted(p.schema, p.name)}({routine.arguments(p, defaults=defaults)})"
    )


def drop(p: Procedure, _: Scope) -> Sequence[Statement]:
    return [Statement(f"DROP PROCEDURE IF EXISTS {p}")]


def alter(old: Procedure, new: Procedure, _: Scope) -> Alter | Replace:
    """CREATE OR REPLACE, but for what comes back and most of what its callers know of the arguments."""
    if old.outputs != new.outputs or not routine.keeps_signature(old, new):
        return REPLACE
    return routine.alteration(old, new, Statement(_text(new)))


def fact(old: Procedure, new: Procedure | None) -> Fact:
    if new is None:
        return Fact(f"(SELECT prokind FROM pg_proc WHERE {routine.where(old)} AND prokind = 'p')", "p")
    sql = f"(SELECT pg_get_function_arguments(oid) FROM pg_proc WHERE {routine.where(old)})"
    return Fact(sql, old.printed_arguments)


def shell(p: Procedure, _: Scope) -> Sequence[Statement]:
    return routine.shell(p, Statement(_text(p)), _head(p, defaults=False))


KIND: Final = Kind(
    object_type="procedure",
    noun="procedure",
    cls=Procedure,
    query=query,
    create=create,
    drop=drop,
    alter=alter,
    fact=fact,
    claims=routine.claims,
    pinned=routine.pinned,
    shell=shell,
    soft_uses=routine.soft_uses,
)
