"""Reference rows: rows that the wanted schema declares; INSERT … ON CONFLICT, UPDATE, DELETE."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Final

from schemadiff.kinds import _types as types
from schemadiff.kinds.column import Column
from schemadiff.kinds.constraint import Constraint
from schemadiff.kinds.default import Default
from schemadiff.kinds.enum import Enum
from schemadiff.model.ident import Ident
from schemadiff.model.kind import Alter, Claim, Fact, Hazard, Kind, Replace, Scope, Statement
from schemadiff.sqltext import dotted, ident, idents, literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from schemadiff.model.catalog import Catalog


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceRow:
    """One declared row, known by its key. Values are as their types print them."""

    schema: str
    table: str
    key_columns: tuple[str, ...]
    key: tuple[str, ...]
    columns: tuple[str, ...]  # those that an INSERT gives, the key's among them; others are left alone
    values: tuple[str | None, ...]  # of the columns
    position: int = field(default=0, compare=False)  # in the order of the files
    condition: str | None = field(default=None, compare=False)  # of the partial index behind the key
    arbiter: bool = field(default=True, compare=False)  # ON CONFLICT can use the key: it is not deferrable
    unique: tuple[tuple[str, ...], ...] = field(default=(), compare=False)  # columns that no two rows share
    references: tuple[tuple[str, ...], ...] = field(default=(), compare=False)  # rows: schema, table, key
    sequences: tuple[tuple[str, str], ...] = field(default=(), compare=False)  # columns and what numbers them

    @property
    def ident(self) -> Ident:
        return Ident("reference row", (self.schema, self.table), self.key)

    @property
    def parent(self) -> Ident:
        return Ident("table", (self.schema, self.table))

    @property
    def relation(self) -> str:
        return dotted(self.schema, self.table)

    @property
    def others(self) -> tuple[str, ...]:
        """The columns that are not of the key."""
        return tuple(c for c in self.columns if c not in self.key_columns)

    def value(self, column: str) -> str | None:
        return self.values[self.columns.index(column)]

    def held(self, columns: Iterable[str]) -> tuple[str, ...] | None:
        """The row's values in a unique set of columns; None where one is NULL or not declared."""
        values = [self.value(c) if c in self.columns else None for c in columns]
        return None if None in values else tuple(v for v in values if v is not None)


# -- values and comparisons ------------------------------------------------------------------------------

_NUMBERS: Final = frozenset({"smallint", "integer", "bigint", "numeric", "double precision", "real"})
_NUMBER: Final = re.compile(r"-?\d+(\.\d+)?(e[+-]?\d+)?")
# Types of which values are equal only where their texts are; json, xml and point have no equality at all, and
# to numeric, interval or citext texts are equal that are not the same.
_EXACT: Final = frozenset(
    {
        *(
            "smallint",
            "integer",
            "bigint",
            "double precision",
            "boolean",
            "text",
            "character varying",
            "character",
        ),
        *(
            "uuid",
            "date",
            "timestamp without time zone",
            "timestamp with time zone",
            "time without time zone",
        ),
        *("bytea", "inet", "cidr", "macaddr", "name", "oid"),
    }
)


def _columns(r: ReferenceRow, catalog: Catalog) -> dict[str, Column]:
    """The columns of the row's table."""
    children = (catalog.objects[i] for i in catalog.children.get(r.parent, ()))
    return {c.name: c for c in children if isinstance(c, Column)}


def _data_type(column: Column | None) -> str:
    return types.base(column.data_type) if column else ""


def _value(text: str | None, column: Column | None) -> str:
    if text is None:
        return "NULL"
    data_type = _data_type(column)
    bare = data_type == "boolean" or (data_type in _NUMBERS and _NUMBER.fullmatch(text))
    return text if bare else literal(text)


def _exact(column: Column | None, scope: Scope) -> bool:
    if column is None:
        return False
    if _data_type(column) == "numeric":
        return column.data_type != "numeric"  # with a scale there is one text for each value
    return _data_type(column) in _EXACT or isinstance(scope.new.get(Ident("type", (column.data_type,))), Enum)


def _compared(name: str, expression: str, columns: dict[str, Column], scope: Scope) -> str:
    """An expression of a column's type, so that it differs where its text does."""
    column = columns.get(name)
    if not _exact(column, scope):
        return f"{expression}::text"
    return f'{expression} COLLATE "C"' if column is not None and column.collation else expression


_LONG: Final = 90  # a list that is longer stands on lines of its own


def _differ(left: Sequence[str], right: Sequence[str], how: str = "IS DISTINCT FROM") -> str:
    if len(left) == 1:
        return f"{left[0]} {how} {right[0]}"
    one, other = f"({', '.join(left)})", f"({', '.join(right)})"
    space = " " if len(one) + len(other) <= _LONG else "\n    "
    return f"{one}{space}{how} {other}"


def _with_values(
    r: ReferenceRow, names: Sequence[str], how: str, columns: dict[str, Column], scope: Scope
) -> str:
    """Compare the row's columns with its values."""
    mine = [_compared(c, ident(c), columns, scope) for c in names]
    known = [columns.get(c) if _exact(columns.get(c), scope) else None for c in names]
    return _differ(mine, [_value(r.value(c), k) for c, k in zip(names, known, strict=True)], how)


def _where(r: ReferenceRow, columns: dict[str, Column]) -> str:
    """The condition that finds the row, by what its key really is: equal need not mean the same."""
    parts = [f"{ident(c)} = {_value(r.value(c), columns.get(c))}" for c in r.key_columns]
    return " AND ".join([*parts, *([r.condition] if r.condition else [])])


# -- statements ------------------------------------------------------------------------------------------


def create(r: ReferenceRow, scope: Scope) -> Sequence[Statement]:
    return batch([r], scope)


def batch(rows: Sequence[ReferenceRow], scope: Scope) -> Sequence[Statement]:
    """One INSERT for rows of the same columns; rows that are there and equal are not touched."""
    done: list[Statement] = []
    ordered = sorted(rows, key=lambda r: (r.columns, r.key_columns, r.position))
    for _, group in groupby(ordered, key=lambda r: (r.columns, r.key_columns)):
        alike = list(group)
        for row in alike:
            done.extend(_vacate(row, scope))
        done.extend(
            _upsert(alike, scope) if _can_conflict(alike[0], scope) else _insert_missing(alike, scope)
        )
        done.extend(_past(alike[0]))
    return done


def _can_conflict(r: ReferenceRow, scope: Scope) -> bool:
    """Whether ON CONFLICT fits: it takes no deferrable key, and each run draws the defaults of all rows."""
    if not r.arbiter:
        return False
    for name, column in _columns(r, scope.new).items():
        default = scope.new.get(Ident("default value", (r.schema, r.table, name)))
        drawn = column.identity or (
            isinstance(default, Default) and default.expression.startswith("nextval(")
        )
        if drawn and name not in r.columns:
            return False
    return True


def _overriding(r: ReferenceRow, columns: dict[str, Column]) -> str:
    always = any(columns[c].identity == "ALWAYS" for c in r.columns if c in columns)
    return " OVERRIDING SYSTEM VALUE" if always else ""


_WIDE: Final = 40  # a column of longer texts is not aligned


def _values(rows: Sequence[ReferenceRow], columns: dict[str, Column], *, cast: bool = False) -> str:
    """The rows of VALUES, one a line, their columns below each other where they are short."""
    table = [[_value(v, columns.get(c)) for c, v in zip(r.columns, r.values, strict=True)] for r in rows]
    if cast:
        table[0] = [_typed(v, columns.get(c)) for c, v in zip(rows[0].columns, table[0], strict=True)]
    widths = [max(len(row[n]) for row in table) for n in range(len(table[0]))]
    lines = []
    for row in table:
        cells = []
        for n, cell in enumerate(row):
            number = _data_type(columns.get(rows[0].columns[n])) in _NUMBERS
            width = widths[n] if widths[n] <= _WIDE else 0
            comma = "," if n + 1 < len(row) else ""
            padded = f"{cell:>{width}}{comma}" if number else f"{cell + comma:<{width + len(comma)}}"
            cells.append(padded if comma or number else cell)
        lines.append(f"    ({' '.join(cells)})")
    return ",\n".join(lines)


def _typed(value: str, column: Column | None) -> str:
    """A value whose type is seen where no target column says it."""
    data_type = column.data_type if column else "text"
    bare = value != "NULL" and not value.endswith("'")
    return (
        value if bare or types.base(data_type) in ("text", "character varying") else f"{value}::{data_type}"
    )


def _sets(assignments: Sequence[str]) -> str:
    line = ", ".join(assignments)
    return f" {line}" if len(line) <= _LONG else "\n    " + ",\n    ".join(assignments)


def _upsert(rows: Sequence[ReferenceRow], scope: Scope) -> Iterator[Statement]:
    r = rows[0]
    columns = _columns(r, scope.new)
    target = f"ON CONFLICT ({idents(r.key_columns)})" + (f" WHERE {r.condition}" if r.condition else "")
    head = f"({idents(r.columns)}){_overriding(r, columns)} VALUES\n{_values(rows, columns)}\n{target}"
    settable = [c for c in r.others if c not in columns or columns[c].identity != "ALWAYS"]
    if not settable:
        yield Statement(f"INSERT INTO {r.relation} {head} DO NOTHING")
        return
    sets = _sets([f"{ident(c)} = excluded.{ident(c)}" for c in settable])
    mine = [_compared(c, f"t.{ident(c)}", columns, scope) for c in settable]
    theirs = [_compared(c, f"excluded.{ident(c)}", columns, scope) for c in settable]
    where = _differ(mine, theirs)
    yield Statement(f"INSERT INTO {r.relation} AS t {head} DO UPDATE SET{sets}\nWHERE {where}")


def _insert_missing(rows: Sequence[ReferenceRow], scope: Scope) -> Iterator[Statement]:
    r = rows[0]
    columns = _columns(r, scope.new)
    # A condition names columns of the table, and must not mean those of the values.
    names = {c: ident(f"new_{c}" if r.condition else c) for c in r.columns}
    listed = f"(VALUES\n{_values(rows, columns, cast=True)}\n) AS v ({', '.join(names.values())})"
    found = " AND ".join(
        [*(f"t.{ident(c)} = v.{names[c]}" for c in r.key_columns), *([r.condition] if r.condition else [])]
    )
    settable = [c for c in r.others if c not in columns or columns[c].identity != "ALWAYS"]
    if settable:
        sets = _sets([f"{ident(c)} = v.{names[c]}" for c in settable])
        mine = [_compared(c, f"t.{ident(c)}", columns, scope) for c in settable]
        theirs = [_compared(c, f"v.{names[c]}", columns, scope) for c in settable]
        yield Statement(
            f"UPDATE {r.relation} AS t SET{sets}\nFROM {listed}\nWHERE {found} AND {_differ(mine, theirs)}"
        )
    yield Statement(
        f"INSERT INTO {r.relation} ({idents(r.columns)}){_overriding(r, columns)}\n"
        f"SELECT {', '.join(f'v.{n}' for n in names.values())}\nFROM {listed}\n"
        f"WHERE NOT EXISTS (SELECT FROM {r.relation} AS t WHERE {found})"
    )


def _past(r: ReferenceRow) -> Iterator[Statement]:
    """Move a sequence past numbers that were given by hand, where it has not passed them yet."""
    for column, sequence in r.sequences:
        if column in r.columns:
            behind = f"max({ident(column)}) >= (SELECT last_value + is_called::int FROM {sequence})"
            moved = f"SELECT setval({literal(sequence)}, max({ident(column)}))"
            yield Statement(f"{moved} FROM {r.relation} HAVING {behind}")


def _vacate(r: ReferenceRow, scope: Scope) -> Iterator[Statement]:
    """Free the unique values that the row takes from another one, which gets a new value of its own later."""
    columns = _columns(r, scope.new)
    for unique in r.unique:
        wanted = r.held(unique)
        free = next(
            (c for c in unique if c not in r.key_columns and c in columns and not columns[c].not_null), None
        )
        if wanted is None or free is None:
            continue
        for key in scope.old.children.get(r.parent, ()):
            other = scope.old.objects[key]
            if not isinstance(other, ReferenceRow) or key == r.ident or other.held(unique) != wanted:
                continue
            held = _value(other.value(free), columns.get(free))
            place = f"{_where(other, columns)} AND {ident(free)} = {held}"
            yield Statement(f"UPDATE {r.relation} SET {ident(free)} = NULL WHERE {place}")


def alter(old: ReferenceRow, new: ReferenceRow, scope: Scope) -> Alter | Replace:
    columns = _columns(new, scope.new)
    changed = [c for c in new.columns if c not in old.columns or old.value(c) != new.value(c)]
    settable = [c for c in changed if c not in columns or columns[c].identity != "ALWAYS"]
    if not settable:
        return Alter(())
    sets = _sets([f"{ident(c)} = {_value(new.value(c), columns.get(c))}" for c in settable])
    line = "\n" if "\n" in sets else " "
    place = f"{_where(old, columns)} AND {_with_values(new, settable, 'IS DISTINCT FROM', columns, scope)}"
    return Alter((*_vacate(new, scope), Statement(f"UPDATE {new.relation} SET{sets}{line}WHERE {place}")))


def drop(r: ReferenceRow, scope: Scope) -> Sequence[Statement]:
    """Only while the row is as it was: what others made of it since is theirs."""
    before, after = _columns(r, scope.old), _columns(r, scope.new)
    # A second run meets the columns as they became; a quoted value fits an old and a new type.
    same = {
        c: column for c, column in after.items() if c in before and before[c].data_type == column.data_type
    }
    where = _where(r, same)
    if kept := [c for c in r.others if c in same]:
        where += f" AND {_with_values(r, kept, 'IS NOT DISTINCT FROM', same, scope)}"
    hazard = Hazard("deletes_data", f"{r.ident} is deleted")
    gone = [c for c in r.key_columns if c not in after]
    guard = " AND ".join(_exists(r, c) for c in gone) if gone and r.parent in scope.new.objects else None
    return [Statement(f"DELETE FROM {r.relation} WHERE {where}", guard=guard, hazards=(hazard,))]


def _exists(r: ReferenceRow, column: str) -> str:
    place = (
        f"attrelid = to_regclass({literal(r.relation)}) AND attname = {literal(column)} AND NOT attisdropped"
    )
    return f"EXISTS (SELECT FROM pg_attribute WHERE {place})"


def fact(old: ReferenceRow, _: ReferenceRow | None) -> Fact:
    return Fact(f"(SELECT 1 FROM {old.relation} WHERE {_where(old, {})})", "1")


def claims(r: ReferenceRow) -> Iterable[Claim]:
    yield Claim("reference row", (r.schema, r.table, *r.key_columns, *r.key))
    for unique in r.unique:
        if (held := r.held(unique)) is not None:
            yield Claim("unique value", (r.schema, r.table, *unique, *held))


def soft_uses(r: ReferenceRow, catalog: Catalog) -> Iterable[Ident]:
    """The rows it refers to, and what acts on its table when a row comes; foreign keys come later."""
    for schema, table, *key in r.references:
        yield Ident("reference row", (schema, table), tuple(key))
    for child in catalog.children.get(r.parent, ()):
        value = catalog.objects[child]
        if child.object_type in ("index", "trigger") or (
            isinstance(value, Constraint) and value.contype != "f"
        ):
            yield child


KIND: Final = Kind(
    object_type="reference row",
    noun="row",
    cls=ReferenceRow,
    query=None,
    create=create,
    drop=drop,
    alter=alter,
    fact=fact,
    claims=claims,
    holds_data=lambda _: True,
    carry=create,
    soft_uses=soft_uses,
    batch=batch,
)
