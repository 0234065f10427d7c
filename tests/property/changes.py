"""Random changes to a random schema. A change may break what hangs on it; what does not load is left out."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from property.schemas import (
    BODIES,
    ROLES,
    SQL_BODIES,
    TYPES,
    Chance,
    Column,
    Schema,
    Table,
    add_composite,
    add_domain,
    add_enum,
    add_extra,
    add_foreign_key,
    add_function,
    add_sequence,
    add_table,
    add_view,
    decorate,
    make_column,
)
from schemadiff.sqltext import dotted, ident

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import psycopg


def changed(s: Schema, chance: Chance, count: int) -> Schema:
    for _ in range(count):
        s = chance.one(_CHANGES)(s, chance)
    return s


def loadable(connection: psycopg.Connection[Any], statements: Sequence[str]) -> list[str]:
    """The statements that PostgreSQL takes, one after the other; nothing of them stays."""
    import psycopg

    kept = []
    with connection.transaction(force_rollback=True):
        for statement in statements:
            try:
                with connection.transaction():
                    connection.execute(statement.encode())
            except psycopg.Error:
                continue
            kept.append(statement)
    return kept


def _without(s: Schema, chance: Chance) -> Schema:
    """One thing less, and with it all that needs it."""
    names = [f.name for f in fields(s) if f.name != "schemas" and getattr(s, f.name)]
    if not names:
        return s
    name = chance.one(names)
    return _cut(s, name, chance)


def _cut[T: Schema | Table](s: T, name: str, chance: Chance) -> T:
    things = getattr(s, name)
    gone = chance.number(0, len(things) - 1)
    left: Any = {name: (*things[:gone], *things[gone + 1 :])}
    return replace(s, **left)


def _homes(s: Schema) -> tuple[str, ...]:
    return ("public", *s.schemas)


def _more(s: Schema, chance: Chance) -> Schema:
    """One thing more; its name may be one that something else gave up."""
    grow = chance.one((add_enum, add_domain, add_composite, add_sequence, add_function, add_table, add_view))
    return grow(s, chance, _homes(s)) if s.tables or grow is not add_view else s


def _attached(s: Schema, chance: Chance) -> Schema:
    if not s.tables:
        return s
    return add_foreign_key(s, chance) if chance.yes() else add_extra(s, chance)


def _on_table(change: Callable[[Table, Schema, Chance], Table]) -> Callable[[Schema, Chance], Schema]:
    def apply(s: Schema, chance: Chance) -> Schema:
        if not s.tables:
            return s
        at = chance.number(0, len(s.tables) - 1)
        return replace(s, tables=(*s.tables[:at], change(s.tables[at], s, chance), *s.tables[at + 1 :]))

    return apply


def _decorated(t: Table, s: Schema, chance: Chance) -> Table:
    return decorate(t, s, chance)


def _undecorated(t: Table, _: Schema, chance: Chance) -> Table:
    names = [n for n in ("checks", "keys", "indexes", "triggers", "policies") if getattr(t, n)]
    return _cut(t, chance.one(names), chance) if names else t


def _added(t: Table, s: Schema, chance: Chance) -> Table:
    return replace(t, columns=(*t.columns, make_column(s, chance)))


def _dropped(t: Table, _: Schema, chance: Chance) -> Table:
    return _cut(t, "columns", chance) if len(t.columns) > 2 else t


def _other_column(t: Table, s: Schema, chance: Chance) -> Table:
    """Another type, default, NOT NULL or identity for one column."""
    at = chance.number(0, len(t.columns) - 1)
    old = t.columns[at]
    match chance.number(0, 3):
        case 0 | 1:
            new = replace(make_column(s, chance), name=old.name)
        case 2:
            new = replace(old, not_null=not old.not_null)
        case _:
            new = replace(old, default=None, identity=None) if old.default or old.identity else _numbered(old)
    return replace(t, columns=(*t.columns[:at], new, *t.columns[at + 1 :]))


def _numbered(c: Column) -> Column:
    fits = c.type in ("integer", "bigint", "smallint") and not c.generated
    return replace(c, identity="BY DEFAULT", default=None, not_null=True) if fits else c


def _unlogged(t: Table, _: Schema, __: Chance) -> Table:
    return replace(t, unlogged=not t.unlogged)


def _labels(s: Schema, chance: Chance) -> Schema:
    """A label more at some place, one less, or another order."""
    if not s.enums:
        return s
    at = chance.number(0, len(s.enums) - 1)
    home, name, labels = s.enums[at]
    place = chance.number(0, len(labels))
    match chance.number(0, 3):
        case 0 | 1:
            after = (*labels[:place], chance.name(), *labels[place:])
        case 2 if len(labels) > 1:
            after = (*labels[:place], *labels[place + 1 :]) if place < len(labels) else labels[:-1]
        case _:
            after = labels[::-1]
    return replace(s, enums=(*s.enums[:at], (home, name, after), *s.enums[at + 1 :]))


def _query(s: Schema, chance: Chance) -> Schema:
    """A view reads otherwise: another condition, another column, another kind of view."""
    if not s.views:
        return s
    at = chance.number(0, len(s.views) - 1)
    kind, home, name, query, columns = s.views[at]
    match chance.number(0, 2):
        case 0:
            new = (kind, home, name, f"SELECT * FROM ({query}) AS q LIMIT 7", columns)
        case 1:
            new = (kind, home, name, f"SELECT q.*, 1 AS one FROM ({query}) AS q", (*columns, "one"))
        case _:
            new = ("VIEW" if kind != "VIEW" else "MATERIALIZED VIEW", home, name, query, columns)
    return replace(s, views=(*s.views[:at], new, *s.views[at + 1 :]))


def _body(s: Schema, chance: Chance) -> Schema:
    """A function has another body, perhaps other arguments or another result."""
    if not s.functions:
        return s
    at = chance.number(0, len(s.functions) - 1)
    home, name, old = s.functions[at]
    bodies = BODIES if "RETURNS trigger" in old else SQL_BODIES
    return replace(s, functions=(*s.functions[:at], (home, name, chance.one(bodies)), *s.functions[at + 1 :]))


def _domain(s: Schema, chance: Chance) -> Schema:
    if not s.domains:
        return s
    at = chance.number(0, len(s.domains) - 1)
    home, name, base, _ = s.domains[at]
    check = chance.one(("VALUE IS NOT NULL", "VALUE::text <> 'x'"))
    return replace(s, domains=(*s.domains[:at], (home, name, base, check), *s.domains[at + 1 :]))


def _attributes(s: Schema, chance: Chance) -> Schema:
    if not s.composites:
        return s
    at = chance.number(0, len(s.composites) - 1)
    home, name, attributes = s.composites[at]
    more = (*attributes, (chance.name(), chance.one(TYPES)[0]))
    after = chance.one((more, attributes[:-1] or more))
    return replace(s, composites=(*s.composites[:at], (home, name, after), *s.composites[at + 1 :]))


def _numbers(s: Schema, chance: Chance) -> Schema:
    if not s.sequences:
        return s
    at = chance.number(0, len(s.sequences) - 1)
    home, name, _ = s.sequences[at]
    options = chance.one(("", "INCREMENT 2", "AS integer", "MAXVALUE 99 CYCLE"))
    return replace(s, sequences=(*s.sequences[:at], (home, name, options), *s.sequences[at + 1 :]))


def _taken(s: Schema, chance: Chance) -> Schema:
    """The name of something that is gone goes to something of another kind."""
    if not s.tables or not s.views:
        return s
    table = chance.one(s.tables)
    at = chance.number(0, len(s.views) - 1)
    kind, _, _, query, columns = s.views[at]
    view = (kind, table.schema, table.name, query, columns)
    left = tuple(t for t in s.tables if t != table)
    return replace(s, tables=left, views=(*s.views[:at], view, *s.views[at + 1 :]))


def _elsewhere(s: Schema, chance: Chance) -> Schema:
    """A privilege for another role, on everything that is there."""
    if not s.views:
        return s
    view = chance.one(s.views)
    grant = f"GRANT SELECT ON {dotted(view[1], view[2])} TO {ident(chance.one(ROLES))}"
    return replace(s, grants=(*s.grants, grant))


_CHANGES: tuple[Callable[[Schema, Chance], Schema], ...] = (
    _without, _without, _more, _more, _attached, _labels, _query, _query, _body, _domain, _attributes,
    _numbers, _taken, _elsewhere, _on_table(_decorated), _on_table(_undecorated), _on_table(_added),
    _on_table(_dropped), _on_table(_other_column), _on_table(_other_column), _on_table(_other_column),
    _on_table(_unlogged),
)  # fmt: skip
