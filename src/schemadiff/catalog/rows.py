"""Reference rows: read back what the files declare, and the same rows of any other database."""

from __future__ import annotations

from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

import psycopg
from psycopg.pq import TransactionStatus

from schemadiff.catalog.session import PIN
from schemadiff.errors import CatalogError, Diagnostic, Origin, SourceError
from schemadiff.kinds import _types as types
from schemadiff.kinds.column import Column
from schemadiff.kinds.reference_row import ReferenceRow
from schemadiff.model.ident import Ident
from schemadiff.sqltext import dotted, ident

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from schemadiff.model.catalog import Catalog, CatalogObject
    from schemadiff.sources.statement import DeclaredRows

    type Connection = psycopg.Connection[Any]
    type Table = tuple[str, str]

_KEYS: Final = """
SELECT n.nspname::text, c.relname::text, i.indisprimary, k.conname::text, a.columns, a.not_null,
       i.indimmediate, pg_get_expr(i.indpred, i.indrelid)
FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     JOIN unnest(%s::text[], %s::text[]) AS w(schema, name) ON w.schema = n.nspname AND w.name = c.relname
     JOIN pg_class x ON x.oid = i.indexrelid
     LEFT JOIN pg_constraint k ON k.conindid = i.indexrelid AND k.contype IN ('p', 'u'),
     LATERAL (SELECT array_agg(a.attname::text ORDER BY p.n) AS columns, bool_and(a.attnotnull) AS not_null
              FROM unnest(i.indkey::int2[]) WITH ORDINALITY AS p(attnum, n)
                   JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = p.attnum
              WHERE p.n <= i.indnkeyatts) a
WHERE i.indisunique AND i.indisvalid AND i.indexprs IS NULL
ORDER BY i.indisprimary DESC, i.indpred IS NOT NULL, NOT i.indimmediate, NOT a.not_null, x.relname
"""
_REFERENCES: Final = """
SELECT n.nspname::text, c.relname::text, m.nspname::text, f.relname::text,
       ARRAY(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY AS p(attnum, n)
             JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = p.attnum ORDER BY p.n),
       ARRAY(SELECT a.attname::text FROM unnest(k.confkey) WITH ORDINALITY AS p(attnum, n)
             JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = p.attnum ORDER BY p.n)
FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     JOIN pg_class f ON f.oid = k.confrelid JOIN pg_namespace m ON m.oid = f.relnamespace
     JOIN unnest(%s::text[], %s::text[]) AS w(schema, name) ON w.schema = n.nspname AND w.name = c.relname
WHERE k.contype = 'f'
ORDER BY k.conname
"""
# A sequence that counts down is left alone.
_SEQUENCES: Final = """
SELECT n.nspname::text, c.relname::text, a.attname::text,
       quote_ident(m.nspname) || '.' || quote_ident(q.relname)
FROM pg_depend d JOIN pg_sequence s ON s.seqrelid = d.objid AND s.seqincrement > 0
     JOIN pg_class q ON q.oid = s.seqrelid JOIN pg_namespace m ON m.oid = q.relnamespace
     JOIN pg_class c ON c.oid = d.refobjid JOIN pg_namespace n ON n.oid = c.relnamespace
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.refobjsubid
     JOIN unnest(%s::text[], %s::text[]) AS w(schema, name) ON w.schema = n.nspname AND w.name = c.relname
WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')
ORDER BY a.attnum
"""
_NO_RIGHT: Final = "The role needs SELECT on their tables, and BYPASSRLS where policies would hide rows."
# A type's name without its length means length 1 for these.
_OPEN: Final = {"character": "bpchar", "bit": "varbit"}


@dataclass(frozen=True, slots=True)
class _Key:
    """A unique index over plain columns."""

    primary: bool
    constraint: str | None
    columns: tuple[str, ...]
    not_null: bool
    immediate: bool
    condition: str | None


def read_rows(connection: Connection, catalog: Catalog, declared: Sequence[DeclaredRows]) -> Catalog:
    """Add the rows that files declare, read from the database into which the files were loaded.

    Every row there of a table with declared rows counts, and of its columns those that the files name.

    Raises:
        SourceError: rows without a key by which they could be found in another database.
        CatalogError: the server refuses or is gone.
    """
    by_table: dict[Table, list[DeclaredRows]] = defaultdict(list)
    notes: list[Diagnostic] = []
    for rows in declared:
        table = _table_of(rows, catalog)
        if Ident("table", table) in catalog.objects:
            by_table[table].append(rows)
        else:
            notes.append(_not_managed(rows))
    with _reading(connection, catalog.label):
        keys, sequences = _keys(connection, by_table), _sequences(connection, by_table)
        found: dict[Ident, CatalogObject] = {}
        origins: dict[Ident, Origin] = {}
        for table, statements in by_table.items():
            read = _declared(connection, catalog, table, statements, keys[table], sequences[table])
            found |= read
            origins |= dict.fromkeys(read, statements[0].origin)
        found = _with_references(connection, found)
    noted = replace(catalog, notes=(*catalog.notes, *notes), origins={**catalog.origins, **origins})
    return _with_rows(noted, found)


def same_rows(connection: Connection, catalog: Catalog, like: Catalog) -> Catalog:
    """Add the rows that another catalog declares, as they are in this database.

    Rows that the catalog itself declares stay, under the other's key where it declares them too. What the
    database lacks, rows, tables or columns, is left out.

    Raises:
        CatalogError: the server refuses or is gone, or the role may not read a table.
    """
    wanted, own = _by_table(like), _by_table(catalog)
    shared = [t for t in wanted if Ident("table", t) in catalog.objects]
    if not shared:
        return catalog
    found: dict[Ident, CatalogObject] = {}
    for rows in (rows for table, rows in own.items() if table not in shared):
        found |= {row.ident: row for row in rows}
    with _reading(connection, catalog.label):
        for table in shared:
            found |= _same(connection, catalog, wanted[table], own.get(table, []))
        found = _with_references(connection, found)
    return _with_rows(catalog, found)


def _by_table(catalog: Catalog) -> dict[Table, list[ReferenceRow]]:
    found: dict[Table, list[ReferenceRow]] = defaultdict(list)
    for value in catalog.objects.values():
        if isinstance(value, ReferenceRow):
            found[value.schema, value.table].append(value)
    return dict(found)


def _with_rows(catalog: Catalog, rows: Mapping[Ident, CatalogObject]) -> Catalog:
    """The catalog with these reference rows and no others."""
    objects = {i: v for i, v in catalog.objects.items() if not isinstance(v, ReferenceRow)}
    uses = dict(catalog.uses)
    for key, row in rows.items():
        assert isinstance(row, ReferenceRow)
        columns = (Ident("table column", (row.schema, row.table, c)) for c in row.columns)
        uses[key] = frozenset({row.parent, *(c for c in columns if c in objects)})
    return replace(catalog, objects={**objects, **rows}, uses=uses)


@contextmanager
def _reading(connection: Connection, label: str) -> Iterator[None]:
    """One snapshot of rows under the pinned settings, in which row-level security hides none."""
    alone = connection.info.transaction_status == TransactionStatus.IDLE
    try:
        with connection.transaction():
            if alone:
                connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            connection.execute(PIN)
            before = connection.execute("SELECT current_setting('row_security')").fetchone()
            connection.execute("SELECT set_config('row_security', 'off', true)")
            yield
            connection.execute("SELECT set_config('row_security', %s, true)", before)
    except psycopg.Error as error:
        raise CatalogError(
            f"cannot read the reference rows of {label or 'the database'}: {str(error).splitlines()[0]}",
            sqlstate=error.sqlstate,
            hint=_NO_RIGHT if isinstance(error, psycopg.errors.InsufficientPrivilege) else None,
        ) from error


# -- what is declared ------------------------------------------------------------------------------------


def _table_of(rows: DeclaredRows, catalog: Catalog) -> Table:
    if rows.schema is not None:
        return rows.schema, rows.table
    found = [i.names for i in catalog.objects if i.object_type == "table" and i.names[1] == rows.table]
    return (found[0][0], rows.table) if len(found) == 1 else ("public", rows.table)


def _not_managed(rows: DeclaredRows) -> Diagnostic:
    name = dotted(*([rows.schema] if rows.schema else []), rows.table)
    message = "rows are declared only of ordinary tables; these are left alone"
    return Diagnostic("rows-not-managed", f"rows of {name}", message, "warning", rows.origin)


def _keys(connection: Connection, tables: Iterable[Table]) -> dict[Table, list[_Key]]:
    found: dict[Table, list[_Key]] = defaultdict(list)
    for schema, name, primary, constraint, columns, *rest in _about(connection, _KEYS, tables):
        found[schema, name].append(_Key(primary, constraint, tuple(columns), *rest))
    return found


def _sequences(connection: Connection, tables: Iterable[Table]) -> dict[Table, list[tuple[str, str]]]:
    found: dict[Table, list[tuple[str, str]]] = defaultdict(list)
    for schema, name, column, sequence in _about(connection, _SEQUENCES, tables):
        found[schema, name].append((column, sequence))
    return found


def _about(connection: Connection, query: str, tables: Iterable[Table]) -> list[tuple[Any, ...]]:
    wanted = sorted(tables)
    return connection.execute(query.encode(), [[s for s, _ in wanted], [t for _, t in wanted]]).fetchall()


def _columns(catalog: Catalog, table: Table) -> dict[str, Column]:
    children = (catalog.objects[i] for i in catalog.children.get(Ident("table", table), ()))
    return {c.name: c for c in children if isinstance(c, Column)}


def _declared(  # noqa: PLR0917 - all that is known of one table
    connection: Connection,
    catalog: Catalog,
    table: Table,
    statements: Sequence[DeclaredRows],
    keys: Sequence[_Key],
    sequences: Sequence[tuple[str, str]],
) -> dict[Ident, CatalogObject]:
    columns = {name: c for name, c in _columns(catalog, table).items() if not c.generated}
    named = [set(s.columns or columns) for s in statements]
    key = _choose(keys, statements, set.intersection(*named), table)
    # An identity column that only ALWAYS numbers cannot be set to another value later.
    given = [
        name
        for name, column in columns.items()
        if name in key.columns or (name in set.union(*named) and column.identity != "ALWAYS")
    ]
    unique = tuple(sorted({k.columns for k in keys if k.condition is None and set(k.columns) <= set(given)}))
    texts = ", ".join(f"{ident(name)}::text" for name in given)
    answer = connection.execute(f"SELECT {texts} FROM {dotted(*table)} ORDER BY ctid".encode())  # noqa: S608
    found: dict[Ident, CatalogObject] = {}
    for position, values in enumerate(answer.fetchall()):
        row = ReferenceRow(
            schema=table[0],
            table=table[1],
            key_columns=key.columns,
            key=tuple(str(values[given.index(c)]) for c in key.columns),
            columns=tuple(given),
            values=tuple(values),
            position=position,
            condition=key.condition,
            arbiter=key.immediate,
            unique=unique,
            sequences=tuple(sequences),
        )
        if row.ident in found or None in (row.value(c) for c in key.columns):
            raise _ambiguous(row, statements[0].origin)
        found[row.ident] = row
    return found


def _choose(keys: Sequence[_Key], statements: Sequence[DeclaredRows], named: set[str], table: Table) -> _Key:
    """The target of ON CONFLICT, else the primary key, else another one, of columns that are always given."""
    targets = [k for s in statements for k in keys if _is_target(k, s)]
    for key in (*targets, *(k for k in keys if k.condition is None)):
        if set(key.columns) <= named:
            return key
    raise SourceError(
        f"the rows of {dotted(*table)} cannot be told apart in another database: no key of the table has "
        "all its columns in each INSERT",
        origin=statements[0].origin,
        hint="Name the primary key's columns, or those of a unique constraint, in every INSERT of the table.",
    )


def _is_target(key: _Key, statement: DeclaredRows) -> bool:
    if statement.conflict_constraint is not None:
        return key.constraint == statement.conflict_constraint
    return bool(statement.conflict_columns) and set(key.columns) == set(statement.conflict_columns)


def _ambiguous(row: ReferenceRow, origin: Origin) -> SourceError:
    key = ", ".join(map(ident, row.key_columns))
    return SourceError(
        f"a row of {row.relation} cannot be told from the others by ({key}): it is NULL, or not unique",
        origin=origin,
        hint="Give it a value, or name another key with ON CONFLICT (…).",
    )


# -- the same rows elsewhere -----------------------------------------------------------------------------


def _same(
    connection: Connection, catalog: Catalog, wanted: Sequence[ReferenceRow], own: Sequence[ReferenceRow]
) -> dict[Ident, CatalogObject]:
    """The wanted rows as they are here, and the catalog's own rows of the table that are none of them."""
    columns = _columns(catalog, (wanted[0].schema, wanted[0].table))
    here = tuple(c for c in wanted[0].columns if c in columns and not columns[c].generated)
    places: set[str] = set()
    found: dict[Ident, CatalogObject] = {}
    for row, place, values in _look(connection, wanted, here, columns):
        places.add(place)
        found[row.ident] = replace(row, columns=here, values=values)
    for row, place, _ in _look(connection, own, (), columns):
        if place not in places:
            found.setdefault(row.ident, row)
    return found


def _look(
    connection: Connection, rows: Sequence[ReferenceRow], here: tuple[str, ...], columns: Mapping[str, Column]
) -> Iterator[tuple[ReferenceRow, str, tuple[str | None, ...]]]:
    """Each row that is there, its place in the table, and its values in some columns."""
    if not rows or not set(rows[0].key_columns) <= columns.keys():
        return
    # A key that is no value of the column's type here can only be looked for as a text.
    for typed in (True, False):
        try:
            with connection.transaction():
                query = _query(rows[0], here, columns, typed=typed)
                keys = [list(part) for part in zip(*(row.key for row in rows), strict=True)]
                answer = connection.execute(query.encode(), keys).fetchall()
        except psycopg.errors.InsufficientPrivilege:
            raise
        except (psycopg.DataError, psycopg.IntegrityError, psycopg.ProgrammingError):
            continue
        for number, place, *values in answer:
            yield rows[number - 1], place, tuple(values)
        return


def _query(r: ReferenceRow, here: Sequence[str], columns: Mapping[str, Column], *, typed: bool) -> str:
    texts = "".join(f", t.{ident(c)}::text" for c in here)
    names = [f"k{n}" for n in range(len(r.key_columns))]
    matches = [
        _match(columns[c], f"k.{name}", typed=typed) for c, name in zip(r.key_columns, names, strict=True)
    ]
    if r.condition:
        matches.append(r.condition)
    parameters = ", ".join("%s::text[]" for _ in names)
    head = f"SELECT k.number, t.ctid::text{texts} FROM ".replace("%", "%%")  # noqa: S608 - keys are parameters
    tail = f" AS k({', '.join(names)}, number) JOIN {r.relation} AS t ON {' AND '.join(matches)}"
    given = f"unnest({parameters}) WITH ORDINALITY"
    return f"{head}{given}{tail.replace('%', '%%')} ORDER BY k.number, t.ctid"


def _match(column: Column, key: str, *, typed: bool) -> str:
    name = f"t.{ident(column.name)}"
    if not typed:
        return f"{name}::text = {key}"
    data_type = _open_type(column)
    # An empty search_path finds no operator of an extension's type; arrays know their elements' own equality.
    return (
        f"ARRAY[{name}] = ARRAY[{key}::{data_type}]" if "." in data_type else f"{name} = {key}::{data_type}"
    )


def _open_type(column: Column) -> str:
    """The type of a column without a length that would cut a value."""
    base = types.base(column.data_type)
    return _OPEN.get(base, base)


# -- rows that refer to rows -----------------------------------------------------------------------------


def _with_references(
    connection: Connection, rows: Mapping[Ident, CatalogObject]
) -> dict[Ident, CatalogObject]:
    """Say of each row which other declared rows it refers to."""
    by_table: dict[Table, list[ReferenceRow]] = defaultdict(list)
    for row in rows.values():
        assert isinstance(row, ReferenceRow)
        by_table[row.schema, row.table].append(row)
    found: dict[Ident, set[tuple[str, ...]]] = defaultdict(set)
    for schema, name, to_schema, to_name, columns, to_columns in _about(connection, _REFERENCES, by_table):
        targets = by_table.get((to_schema, to_name), [])
        keys = {held: t for t in targets if (held := t.held(to_columns)) is not None}
        for row in by_table[schema, name]:
            held = row.held(columns)
            target = keys.get(held) if held is not None else None
            if target is not None and target.ident != row.ident:
                found[row.ident].add((target.schema, target.table, *target.key))
    return {
        i: replace(row, references=tuple(sorted(found[i])))  # type: ignore[type-var]  # rows, as asserted above
        for i, row in rows.items()
    }
