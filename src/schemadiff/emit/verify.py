"""Prove a plan before it is written: run its files in the shadow, twice, and look at what came of it."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Final

import psycopg

from schemadiff.catalog.session import PIN, PINNED
from schemadiff.catalog.settle import compare
from schemadiff.diff import diff
from schemadiff.errors import Diagnostic, EmitError, PlanError, ShadowError
from schemadiff.plan.steps import Plan, make_plan
from schemadiff.render import statements

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from typing import Any

    from schemadiff.model.catalog import Catalog

    type Connection = psycopg.Connection[Any]
    type Database = Callable[[], AbstractContextManager[Connection]]
    type Look = Callable[[Connection], Catalog]

_NAMED: Final = 5
_DEFECT: Final = (
    "This is a defect of schemadiff: please report it. --no-verify writes the files all the same."
)


def verify(plan: Plan, database: Database, look: Look, *, loaded: bool) -> tuple[Diagnostic, ...]:
    """Rebuild the old state in the shadow, run the files there twice, compare with the new state.

    Args:
        plan: what the files do.
        database: opens an empty shadow database in which every role that the states name exists.
        look: reads a catalog back, declared rows included.
        loaded: the new state was built in the shadow before, so a failure there is not the shadow's.

    Returns:
        A warning where the shadow cannot hold one of the states, so that nothing is proven.

    Raises:
        EmitError: the files fail, do not lead to the new state, or differ in a second run. A bug of ours.
    """
    with ExitStack() as stack:
        try:
            connection = stack.enter_context(database())
            _build(plan.old, plan, connection, look)
        except (psycopg.Error, PlanError, ShadowError) as error:
            return (_unproven(plan.old, error),)
        try:
            _prove(plan, connection, database, look, "")
            _prove(plan, connection, database, look, " a second time")
        except EmitError:
            if not loaded and (reason := _impossible(plan.new, plan, database, look)):
                return (_unproven(plan.new, reason),)
            raise
    return ()


def _build(catalog: Catalog, plan: Plan, connection: Connection, look: Look) -> None:
    connection.execute(PIN)
    base = look(connection)
    _run(connection, make_plan(diff(base, catalog, plan.kinds), base, catalog, plan.kinds))


def _impossible(catalog: Catalog, plan: Plan, database: Database, look: Look) -> Exception | None:
    """Why the shadow cannot hold a state at all: an extension, a tablespace or a library that it lacks."""
    try:
        with database() as connection:
            _build(catalog, plan, connection, look)
    except (psycopg.Error, PlanError, ShadowError) as error:
        return error
    return None


def _unproven(catalog: Catalog, error: Exception) -> Diagnostic:
    message = f"cannot be built in the shadow, so nothing was proven of the files: {_first_line(error)}"
    return Diagnostic("not-verified", catalog.label or "a state", message, "warning")


def _prove(plan: Plan, connection: Connection, database: Database, look: Look, again: str) -> None:
    try:
        _run(connection, plan)
    except psycopg.Error as error:
        raise EmitError(
            f"the files fail in the shadow when they run{again}: {_first_line(error)}; nothing was written",
            sqlstate=error.sqlstate,
            hint=_DEFECT,
        ) from error
    reached = compare(look(connection), plan.new, plan.kinds, database)
    if reached.deltas:
        names = [str(_ident(d)) for d in reached.deltas]
        more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
        raise EmitError(
            f"the files, run{again} in the shadow, do not lead to the state wanted; nothing was written\n"
            f"they leave a difference in {', '.join(names[:_NAMED])}{more}",
            hint=_DEFECT,
        )


def _first_line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)


def _ident(delta: object) -> object:
    value = getattr(delta, "new", None) or getattr(delta, "old", None)
    return getattr(value, "ident", value)


def _run(connection: Connection, plan: Plan) -> None:
    """As Flyway does: each file in one transaction, or its statements one by one."""
    for segment in plan.segments:
        if not segment.transactional:
            for text in statements(segment):
                connection.execute(text.encode())
            continue
        with connection.transaction():
            for name, value in PINNED.items():
                connection.execute("SELECT set_config(%s, %s, true)", [name, value])
            for text in statements(segment):
                connection.execute(text.encode())
