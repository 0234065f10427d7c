"""Functions: pg_proc of prokind f; CREATE OR REPLACE, DROP FUNCTION."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final, LiteralString

from schemadiff.kinds import _routine as routine
from schemadiff.kinds import _types as types
from schemadiff.model.kind import REPLACE, Alter, Fact, Kind, Replace, Scope, Statement
from schemadiff.sqltext import dotted, ident

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class Function(routine.Routine):
    """One function, neither aggregate nor window function."""

    object_type: ClassVar[str] = "function"

    result: str  # as pg_get_function_result() prints it: SETOF …, TABLE(…)
    volatility: str = "volatile"
    strict: bool = False
    leakproof: bool = False
    parallel: str = "unsafe"
    cost: float | None = None  # None: the language's own
    rows: float | None = None  # None: 1000 of a set
    support: str | None = None  # the planner support function


_OWN: Final = """,
       pg_get_function_result(p.oid) AS result,
       CASE p.provolatile WHEN 'i' THEN 'immutable' WHEN 's' THEN 'stable' ELSE 'volatile' END AS volatility,
       p.proisstrict AS strict, p.proleakproof AS leakproof,
       CASE p.proparallel WHEN 's' THEN 'safe' WHEN 'r' THEN 'restricted' ELSE 'unsafe' END AS parallel,
       nullif(p.procost, CASE WHEN l.lanname IN ('internal', 'c') THEN 1 ELSE 100 END)::float8 AS cost,
       nullif(p.prorows, CASE WHEN p.proretset THEN 1000 ELSE 0 END)::float8 AS rows,
       (SELECT CASE WHEN x.nspname = 'pg_catalog' THEN '' ELSE quote_ident(x.nspname) || '.' END
               || quote_ident(s.proname)
        FROM pg_proc s JOIN pg_namespace x ON x.oid = s.pronamespace WHERE s.oid = p.prosupport) AS support"""
QUERY: Final = routine.COLUMNS + _OWN + routine.TABLES + "AND p.prokind = 'f' ORDER BY 4, 5, 6"


def query(_major: int) -> LiteralString:
    return QUERY


def create(f: Function, scope: Scope) -> Sequence[Statement]:
    """The whole function: OR REPLACE resets what it does not state."""
    if f.ident in scope.shells and routine.complete(f):
        return ()
    return routine.creation(f, Statement(_text(f)))


def _text(f: Function) -> str:
    lines = [_head(f), " ".join(_attributes(f)), f"SUPPORT {f.support}" if f.support else ""]
    lines += [routine.uses_transforms(f), *routine.settings(f), routine.definition(f)]
    return "\n".join(line for line in lines if line)


def _head(f: Function, *, defaults: bool = True) -> str:
    # Arguments that come back say the result; SETOF they cannot.
    returns = "" if f.outputs and not f.result.startswith("SETOF ") else f"\nRETURNS {types.short(f.result)}"
    name = dotted(f.schema, f.name)
    return f"CREATE OR REPLACE FUNCTION {name}({routine.arguments(f, defaults=defaults)}){returns}"


def _attributes(f: Function) -> Iterator[str]:
    yield f"LANGUAGE {ident(f.language)}"
    if f.volatility != "volatile":
        yield f.volatility.upper()
    if f.strict:
        yield "STRICT"
    if f.leakproof:
        yield "LEAKPROOF"
    if f.security_definer:
        yield "SECURITY DEFINER"
    if f.parallel != "unsafe":
        yield f"PARALLEL {f.parallel.upper()}"
    if f.cost is not None:
        yield f"COST {_number(f.cost)}"
    if f.rows is not None:
        yield f"ROWS {_number(f.rows)}"


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else repr(value)


def drop(f: Function, _: Scope) -> Sequence[Statement]:
    return [Statement(f"DROP FUNCTION IF EXISTS {f}")]


def alter(old: Function, new: Function, _: Scope) -> Alter | Replace:
    """CREATE OR REPLACE, but for the result and most of what its callers know of the arguments."""
    # One argument that comes back may get another name; of several, and of TABLE, the names are the row's.
    row = max(len(old.outputs), len(new.outputs)) > 1 and old.outputs != new.outputs
    if old.result != new.result or row or not routine.keeps_signature(old, new):
        return REPLACE
    return routine.alteration(old, new, Statement(_text(new)))


def fact(old: Function, new: Function | None) -> Fact:
    if new is None:
        return Fact(f"(SELECT prokind FROM pg_proc WHERE {routine.where(old)} AND prokind = 'f')", "f")
    result = old.result != new.result
    said = "result" if result else "arguments"
    value = old.result if result else old.printed_arguments
    return Fact(f"(SELECT pg_get_function_{said}(oid) FROM pg_proc WHERE {routine.where(old)})", value)


def shell(f: Function, _: Scope) -> Sequence[Statement]:
    return routine.shell(f, Statement(_text(f)), _head(f, defaults=False))


KIND: Final = Kind(
    object_type="function",
    noun="function",
    cls=Function,
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
