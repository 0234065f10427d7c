"""Prove a plan before it is written: run its files in the shadow, twice, and look at what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg

from schemadiff.catalog.session import PIN, PINNED
from schemadiff.catalog.settle import compare
from schemadiff.diff import diff
from schemadiff.errors import Diagnostic, EmitError, PlanError
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


def verify(
    plan: Plan, database: Database, look: Look, prepare: Callable[[Connection], None] | None = None
) -> tuple[Diagnostic, ...]:
    """Rebuild the old state in the shadow, run the files there twice, compare with the new state.

    Args:
        database: opens an empty shadow database.
        look: reads a catalog back, declared rows included.
        prepare: makes the roles that the statements name.

    Returns:
        A note where the old state could not be rebuilt, so that nothing is proven.

    Raises:
        EmitError: the files fail, do not lead to the new state, or differ in a second run. A bug of ours.
    """
    with database() as connection:
        connection.execute(PIN)
        if prepare is not None:
            prepare(connection)
        try:
            base = look(connection)
            _run(connection, make_plan(diff(base, plan.old, plan.kinds), base, plan.old, plan.kinds))
        except (psycopg.Error, PlanError) as error:
            reason = str(error).splitlines()[0]
            message = f"cannot be rebuilt in the shadow, so the files were not tried there: {reason}"
            return (Diagnostic("not-verified", plan.old.label or "the old state", message, "warning"),)
        _prove(plan, connection, database, look, "")
        _prove(plan, connection, database, look, " a second time")
    return ()


def _prove(plan: Plan, connection: Connection, database: Database, look: Look, again: str) -> None:
    try:
        _run(connection, plan)
    except psycopg.Error as error:
        raise EmitError(
            f"the files fail in the shadow when they run{again}: {str(error).splitlines()[0]}; nothing was written",
            sqlstate=error.sqlstate,
            hint="This is a defect of schemadiff. --no-verify writes the files all the same.",
        ) from error
    reached = compare(look(connection), plan.new, plan.kinds, database)
    if reached.deltas:
        names = ", ".join(sorted(str(_ident(d)) for d in reached.deltas)[:3])
        raise EmitError(
            f"the files, run{again} in the shadow, do not lead to the schema wanted: {names}; nothing was written",
            hint="This is a defect of schemadiff. --no-verify writes the files all the same.",
        )


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


