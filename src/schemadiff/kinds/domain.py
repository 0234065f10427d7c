"""Domains: pg_type of typtype d; CREATE, ALTER, DROP DOMAIN."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, LiteralString

from schemadiff.kinds import _type
from schemadiff.kinds import _types as types
from schemadiff.model.kind import REPLACE, Alter, Aside, Claim, Fact, Hazard, Kind, Replace, Scope, Statement
from schemadiff.sqltext import dotted, ident, literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from schemadiff.model.ident import Ident

_NAMED_NOT_NULL: Final = 17  # the major since which a domain's NOT NULL is a constraint with a name


@dataclass(frozen=True, slots=True, kw_only=True)
class Domain:
    """One domain, without its checks: they are objects of their own."""

    schema: str
    name: str
    data_type: str  # the base, as format_type() prints it
    collation: str | None = None  # None: the base's own
    default: str | None = field(default=None, metadata={"printed": True})
    not_null: bool = False
    not_null_name: str | None = None  # 17; None: the one that PostgreSQL gives
    validated: tuple[str, ...] = ()  # the checks that hold for all rows; one more may take a new domain

    @property
    def ident(self) -> Ident:
        return _type.type_ident(self.schema, self.name)

    @property
    def parent(self) -> None:
        return None

    def __str__(self) -> str:
        return dotted(self.schema, self.name)


_HEAD: Final = """
SELECT 'pg_type'::regclass::int8 AS classid, t.oid::int8 AS objid, 0 AS objsubid,
       n.nspname::text AS schema, t.typname::text AS name,
       format_type(t.typbasetype, t.typtypmod) AS data_type,
       CASE WHEN t.typcollation <> b.typcollation
            THEN quote_ident(m.nspname) || '.' || quote_ident(l.collname) END AS collation,
       CASE WHEN t.typdefaultbin IS NOT NULL THEN pg_get_expr(t.typdefaultbin, 0) END AS default,
       t.typnotnull AS not_null,
       ARRAY(SELECT k.conname::text FROM pg_constraint k
             WHERE k.contypid = t.oid AND k.contype = 'c' AND k.convalidated ORDER BY 1) AS validated,
       """
_TAIL: Final = """ AS not_null_name
FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace JOIN pg_type b ON b.oid = t.typbasetype
     LEFT JOIN pg_collation l ON l.oid = t.typcollation LEFT JOIN pg_namespace m ON m.oid = l.collnamespace
WHERE t.typtype = 'd' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY 4, 5
"""


def query(major: int) -> LiteralString:
    if major >= _NAMED_NOT_NULL:
        named = """(SELECT k.conname::text FROM pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'n'
               AND k.conname::text <> t.typname || '_not_null')"""
        return _HEAD + named + _TAIL
    return _HEAD + "NULL::text" + _TAIL


def create(d: Domain, scope: Scope) -> Sequence[Statement]:
    """CREATE DOMAIN with its checks, a line each where there are several."""
    said = [f"CREATE DOMAIN {d} AS {types.short(d.data_type)}"]
    if d.collation:
        said.append(f"COLLATE {d.collation}")
    if d.default is not None:
        said.append(f"DEFAULT {d.default}")
    if d.not_null:
        said.append(_named(d, scope) + "NOT NULL")
    checks = [cell for clause in scope.clauses(d.ident) for cell in clause]
    separator = "\n    " if len(checks) > 1 else " "
    return [Statement(separator.join([" ".join(said), *checks]), guard=_type.absent(d))]


def _named(d: Domain, scope: Scope) -> str:
    return (
        f"CONSTRAINT {ident(d.not_null_name)} " if d.not_null_name and scope.major >= _NAMED_NOT_NULL else ""
    )


def drop(d: Domain, _: Scope) -> Sequence[Statement]:
    return [Statement(f"DROP DOMAIN IF EXISTS {d}")]


def alter(old: Domain, new: Domain, scope: Scope) -> Alter | Replace:
    """In place but for the base, its collation, and what PostgreSQL cannot ask of values inside others."""
    if (old.data_type, old.collation) != (new.data_type, new.collation):
        return REPLACE
    stricter = (new.not_null and not old.not_null) or not {*new.validated} <= {*old.validated}
    if stricter and _type.embedded(old.ident, scope.old):
        return REPLACE
    return Alter((*_default(old, new), *_not_null(old, new, scope)))


def _default(old: Domain, new: Domain) -> Iterator[Statement]:
    if old.default != new.default:
        change = "DROP DEFAULT" if new.default is None else f"SET DEFAULT {new.default}"
        yield Statement(f"ALTER DOMAIN {new} {change}")


def _not_null(old: Domain, new: Domain, scope: Scope) -> Iterator[Statement]:
    if not new.not_null:
        if old.not_null:
            yield Statement(f"ALTER DOMAIN {new} DROP NOT NULL")
        return
    name = _named(new, scope)
    if not old.not_null:
        hazards = (
            Hazard("scans_table", f"every row of a column of domain {new} is checked for NULL"),
            Hazard("may_fail", f"a NULL in a column of domain {new} stops the migration"),
        )
        if name:
            guard = f"NOT (SELECT typnotnull FROM pg_type WHERE oid = {_type.regtype(new)})"
            yield Statement(f"ALTER DOMAIN {new} ADD {name}NOT NULL", guard=guard, hazards=hazards)
        else:
            yield Statement(f"ALTER DOMAIN {new} SET NOT NULL", hazards=hazards)
    elif old.not_null_name != new.not_null_name and scope.major >= _NAMED_NOT_NULL:
        before, after = (d.not_null_name or f"{d.name}_not_null" for d in (old, new))
        guard = (
            f"EXISTS (SELECT FROM pg_constraint WHERE contypid = {_type.regtype(new)} AND contype = 'n' "
            f"AND conname = {literal(before)})"
        )
        yield Statement(
            f"ALTER DOMAIN {new} RENAME CONSTRAINT {ident(before)} TO {ident(after)}", guard=guard
        )


def fact(old: Domain, new: Domain | None) -> Fact:
    """The base, or else what differs among collation, NOT NULL and checks."""
    if new is None:
        return _type.exists(old, "d")
    where = f"pg_type.oid = {_type.regtype(old)} AND typtype = 'd'"
    if old.data_type != new.data_type:
        return Fact(f"(SELECT format_type(typbasetype, typtypmod) FROM pg_type WHERE {where})", old.data_type)
    if old.collation != new.collation:
        sql = (
            "SELECT coalesce(quote_ident(nspname) || '.' || quote_ident(collname), '-') FROM pg_type "
            "JOIN pg_type base ON base.oid = pg_type.typbasetype "
            "LEFT JOIN pg_collation ON pg_collation.oid = pg_type.typcollation "
            "AND pg_type.typcollation <> base.typcollation "
            "LEFT JOIN pg_namespace ON pg_namespace.oid = collnamespace "
            f"WHERE pg_type.oid = {_type.regtype(old)} AND pg_type.typtype = 'd'"
        )
        return Fact(f"({sql})", old.collation or "-")
    if old.not_null != new.not_null:
        return Fact(f"(SELECT typnotnull::text FROM pg_type WHERE {where})", str(old.not_null).lower())
    return Fact(
        "(SELECT coalesce(string_agg(quote_ident(conname), ', ' ORDER BY conname), '') FROM pg_type "
        "LEFT JOIN pg_constraint ON contypid = pg_type.oid AND contype = 'c' AND convalidated "
        f"WHERE {where} GROUP BY pg_type.oid)",
        ", ".join(map(ident, old.validated)),
    )


def claims(d: Domain) -> Iterable[Claim]:
    return _type.claims(d)


def aside(d: Domain, scope: Scope) -> Aside:
    """Out of the way it needs no default and no checks, and what these call may go before it does."""
    found = _type.aside(d, scope, "DOMAIN")
    checks = [i.args[0] for i in scope.old.children.get(d.ident, ()) if i.object_type == "domain constraint"]
    stripped = [f"DROP CONSTRAINT {ident(name)}" for name in checks]
    if d.default is not None:
        stripped.insert(0, "DROP DEFAULT")
    return replace(
        found,
        move=(*found.move, *(Statement(f"ALTER DOMAIN {found.name} {action}") for action in stripped)),
    )


KIND: Final = Kind(
    object_type="type",
    noun="domain",
    cls=Domain,
    query=query,
    create=create,
    drop=drop,
    alter=alter,
    fact=fact,
    claims=claims,
    aside=aside,
)
