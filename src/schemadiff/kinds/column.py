"""Columns of tables: pg_attribute; ADD, ALTER, DROP COLUMN."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, LiteralString

from schemadiff.kinds import _identity as identity
from schemadiff.kinds import _not_null as not_null
from schemadiff.kinds import _relation as relation
from schemadiff.kinds import _type as user_types
from schemadiff.kinds import _types as types
from schemadiff.model.ident import Ident
from schemadiff.model.kind import (
    REPLACE,
    Alter,
    Claim,
    Clause,
    Fact,
    Hazard,
    Kind,
    Pin,
    Replace,
    Retype,
    Scope,
    Statement,
)
from schemadiff.sqltext import dotted, ident, literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from schemadiff.model.catalog import Catalog


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a table, with its identity or generation; a plain default is an object of its own."""

    schema: str
    table: str
    name: str
    position: int = field(default=0, compare=False)
    data_type: str  # as format_type() prints it
    collation: str | None = None  # None: the type's own
    not_null: bool = False
    not_null_name: str | None = None  # 18: of the constraint, where it is not the automatic one
    not_null_inherited: bool = True  # 18: False for NO INHERIT
    not_null_valid: bool = True  # 18: False for NOT VALID
    identity: str | None = None  # ALWAYS or BY DEFAULT
    sequence: str | None = None  # the name of the identity's sequence, and its numbers
    start: int | None = None
    increment: int | None = None
    minimum: int | None = None
    maximum: int | None = None
    cache: int | None = None
    cycle: bool | None = None
    generated: str | None = None  # STORED or VIRTUAL (18)
    expression: str | None = field(default=None, metadata={"printed": True})  # of a generated column
    storage: str | None = None  # None: the type's own
    type_storage: str = field(default="EXTENDED", compare=False)  # which that is
    compression: str | None = None
    statistics: int | None = None  # target; None: the default
    options: tuple[str, ...] = ()  # n_distinct and n_distinct_inherited

    @property
    def ident(self) -> Ident:
        return Ident("table column", (self.schema, self.table, self.name))

    @property
    def parent(self) -> Ident:
        return Ident("table", (self.schema, self.table))

    @property
    def relation(self) -> str:
        return dotted(self.schema, self.table)

    @property
    def statement(self) -> str:
        return f"ALTER TABLE {self.relation} ALTER COLUMN {ident(self.name)}"


_HEAD: Final = """
SELECT 'pg_class'::regclass::int8 AS classid, c.oid::int8 AS objid, a.attnum::int4 AS objsubid,
       n.nspname::text AS schema, c.relname::text AS "table", a.attname::text AS name,
       a.attnum::int4 AS position,
       format_type(a.atttypid, a.atttypmod) AS data_type,
       CASE WHEN a.attcollation <> t.typcollation
            THEN (SELECT quote_ident(x.nspname) || '.' || quote_ident(l.collname) FROM pg_collation l
                  JOIN pg_namespace x ON x.oid = l.collnamespace WHERE l.oid = a.attcollation)
            END AS collation,
       a.attnotnull AS not_null,
"""
_NOT_NULL_18: Final = """
       CASE WHEN length(c.relname) + length(a.attname) < 54
             AND nn.conname <> c.relname || '_' || a.attname || '_not_null'
            THEN nn.conname::text END AS not_null_name,
       NOT coalesce(nn.connoinherit, false) AS not_null_inherited,
       coalesce(nn.convalidated, true) AS not_null_valid,
"""
_NOT_NULL: Final = """
       NULL AS not_null_name, true AS not_null_inherited, true AS not_null_valid,
"""
_REST: Final = """
       CASE a.attidentity WHEN 'a' THEN 'ALWAYS' WHEN 'd' THEN 'BY DEFAULT' END AS identity,
       q.relname::text AS sequence, q.seqstart AS start, q.seqincrement AS increment, q.seqmin AS minimum,
       q.seqmax AS maximum, q.seqcache AS cache, q.seqcycle AS cycle,
       CASE a.attgenerated WHEN 's' THEN 'STORED' WHEN 'v' THEN 'VIRTUAL' END AS generated,
       CASE WHEN a.attgenerated <> '' THEN (SELECT pg_get_expr(d.adbin, d.adrelid) FROM pg_attrdef d
            WHERE d.adrelid = a.attrelid AND d.adnum = a.attnum) END AS expression,
       CASE WHEN a.attstorage <> t.typstorage
            THEN CASE a.attstorage WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'm' THEN 'MAIN'
                 ELSE 'EXTENDED' END END AS storage,
       CASE t.typstorage WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'm' THEN 'MAIN'
            ELSE 'EXTENDED' END AS type_storage,
       CASE a.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END AS compression,
       nullif(a.attstattarget, -1)::int4 AS statistics,
       ARRAY(SELECT o FROM unnest(a.attoptions) AS u(o) ORDER BY o COLLATE "C")::text[] AS options
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     JOIN pg_type t ON t.oid = a.atttypid
"""
_JOIN_18: Final = """
     LEFT JOIN pg_constraint nn ON nn.contype = 'n' AND nn.conrelid = c.oid AND nn.conkey[1] = a.attnum
"""
_TAIL: Final = """
     LEFT JOIN (SELECT p.refobjid, p.refobjsubid, r.relname, s.* FROM pg_depend p
                JOIN pg_sequence s ON p.classid = 'pg_class'::regclass AND s.seqrelid = p.objid
                JOIN pg_class r ON r.oid = p.objid
                WHERE p.refclassid = 'pg_class'::regclass AND p.deptype = 'i') q
       ON a.attidentity <> '' AND q.refobjid = c.oid AND q.refobjsubid = a.attnum
WHERE c.relkind = 'r' AND c.relpersistence <> 't'
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY c.oid, a.attnum
"""


def query(major: int) -> LiteralString:
    if major >= 18:
        return _HEAD + _NOT_NULL_18 + _REST + _JOIN_18 + _TAIL
    return _HEAD + _NOT_NULL + _REST + _TAIL


def create(c: Column, scope: Scope) -> Sequence[Statement]:
    column = " ".join(filter(None, inline(c, scope)))
    hazards = []
    if _row_type_in_use(c, scope):
        return _add_plain(c, scope)
    if c.identity or c.generated == "STORED":
        hazards.append(
            Hazard("rewrites_table", f"{c.relation} is written anew to fill column {ident(c.name)}")
        )
    elif c.not_null and not scope.children(c.ident):
        hazards.append(
            Hazard("may_fail", f"column {ident(c.name)} of {c.relation} has no value for existing rows")
        )
    add = Statement(f"ALTER TABLE {c.relation} ADD COLUMN IF NOT EXISTS {column}", hazards=tuple(hazards))
    return [add, *settings(None, c)]


def _row_type_in_use(c: Column, scope: Scope) -> bool:
    """True where other columns hold rows of the table: then ADD COLUMN takes neither default nor NOT NULL."""
    users = scope.old.used_by.get(c.parent, ())
    return any(isinstance(v := scope.old.objects[u], Column) and v.parent != c.parent for u in users)


def _add_plain(c: Column, scope: Scope) -> Sequence[Statement]:
    name, data_type, _ = inline(c, scope)
    collate = f" COLLATE {c.collation}" if c.collation else ""
    added = replace(c, not_null=False, identity=None)
    later = [Statement(f"{c.statement} SET {' '.join(clause)}") for clause in scope.clauses(c.ident)]
    return [
        Statement(f"ALTER TABLE {c.relation} ADD COLUMN IF NOT EXISTS {name} {data_type}{collate}"),
        *later,
        *settings(None, c),
        *not_null.change(added, c),
        *identity.change(added, c),
    ]


def inline(c: Column, scope: Scope) -> Clause:
    """Name, type, and the rest that CREATE TABLE can say of a column."""
    rest = []
    if c.collation:
        rest.append(f"COLLATE {c.collation}")
    if c.compression:
        rest.append(f"COMPRESSION {c.compression}")
    if c.not_null and c.not_null_valid:
        rest.append(not_null.clause(c))
    if c.generated:
        rest.append(f"GENERATED ALWAYS AS ({c.expression}) {c.generated}")
    if c.identity:
        rest.append(f"GENERATED {c.identity} AS IDENTITY{identity.options(c)}")
    rest.extend(cell for clause in scope.clauses(c.ident) for cell in clause)
    return ident(c.name), types.short(c.data_type), " ".join(rest)


def settings(old: Column | None, new: Column) -> Iterator[Statement]:
    """Storage, compression, statistics and options, where they differ; what CREATE TABLE cannot say."""
    if old is None and not new.not_null_valid:
        yield from not_null.change(replace(new, not_null=False), new)
    if new.storage != (old.storage if old else None):
        # SET STORAGE DEFAULT came in 16.
        yield Statement(f"{new.statement} SET STORAGE {new.storage or new.type_storage}")
    if old is not None and new.compression != old.compression:
        yield Statement(f"{new.statement} SET COMPRESSION {new.compression or 'default'}")
    if new.statistics != (old.statistics if old else None):
        yield Statement(f"{new.statement} SET STATISTICS {-1 if new.statistics is None else new.statistics}")
    if new.options != (old.options if old else ()):
        if old is not None and old.options:
            yield Statement(f"{new.statement} RESET (n_distinct, n_distinct_inherited)")
        if new.options:
            yield Statement(f"{new.statement} SET ({relation.options(new.options)})")


def drop(c: Column, _: Scope) -> Sequence[Statement]:
    hazards: tuple[Hazard, ...] = ()
    if not c.generated:
        hazards = (
            Hazard("deletes_data", f"column {ident(c.name)} of {c.relation} is dropped with its values"),
        )
    return [Statement(f"ALTER TABLE {c.relation} DROP COLUMN IF EXISTS {ident(c.name)}", hazards=hazards)]


def alter(old: Column, new: Column, scope: Scope) -> Alter | Replace:
    if _needs_replacement(old, new, scope):
        return REPLACE
    done: list[Statement] = []
    how = Retype.NO
    if old.identity and not new.identity:
        done.append(Statement(f"{new.statement} DROP IDENTITY IF EXISTS"))
    if old.generated and not new.generated:
        done.append(Statement(f"{new.statement} DROP EXPRESSION IF EXISTS"))
    elif old.expression != new.expression:
        hazard = Hazard("rewrites_table", f"{new.relation} is written anew to compute {ident(new.name)}")
        hazards = (hazard,) if new.generated == "STORED" else ()
        # Every run would compute every row anew.
        guard = fact(replace(old, data_type=new.data_type, collation=new.collation), new).holds
        done.append(
            Statement(f"{new.statement} SET EXPRESSION AS ({new.expression})", guard=guard, hazards=hazards)
        )
    if old.not_null and (not new.not_null or (old.not_null_valid and not new.not_null_valid)):
        done.append(not_null.drop(new))
        old = replace(old, not_null=False)
    if _moved_along(old, new, scope):
        old = replace(old, data_type=new.data_type)
    before = old
    if (old.data_type, old.collation) != (new.data_type, new.collation):
        if types.base(old.data_type) == types.base(new.data_type):
            how = Retype.WIDTH
        else:
            how = Retype.KIN if types.kin(old.data_type, new.data_type) else Retype.TYPE
        done.append(_retype(old, new, scope))
        before = _as_retyped(old, new)
    done.extend(settings(before, new))
    done.extend(not_null.change(old, new))
    done.extend(identity.change(old, new))
    return Alter(tuple(done), how)


def _moved_along(old: Column, new: Column, scope: Scope) -> bool:
    """True where the type only went with its extension to another schema."""
    if old.data_type == new.data_type:
        return False
    for need in scope.old.uses.get(old.ident, ()):
        before, after = scope.old.objects[need], scope.new.objects.get(need)
        if need.object_type == "extension" and after is not None and before != after:
            schemas = ident(getattr(before, "schema", "")), ident(getattr(after, "schema", ""))
            if old.data_type.replace(f"{schemas[0]}.", f"{schemas[1]}.", 1) == new.data_type:
                return True
    return False


def _needs_replacement(old: Column, new: Column, scope: Scope) -> bool:
    if not new.generated and not old.generated and _conversion(old, new, scope) is None:
        return True
    if new.generated is None:
        return old.generated == "VIRTUAL"
    if old.generated != new.generated:
        return True
    return old.expression != new.expression and scope.major < 17


def _conversion(old: Column, new: Column, scope: Scope) -> str | None:
    """What USING puts behind the column; values of a domain convert as those of its base."""
    before, after = _base(old.data_type, scope.old), _base(new.data_type, scope.new)
    return types.conversion(before, after)


def _base(data_type: str, catalog: Catalog) -> str:
    array = data_type[len(data_type.removesuffix("[]")) :]
    domain = catalog.get(user_types.element(data_type))
    base = getattr(domain, "data_type", None)
    return data_type if base is None else _base(f"{base}{array}", catalog)


def _retype(old: Column, new: Column, scope: Scope) -> Statement:
    using = (_conversion(old, new, scope) or "") if not new.generated else ""
    collate = f" COLLATE {new.collation}" if new.collation else ""
    name = ident(new.name)
    change = f"{types.short(old.data_type)} to {types.short(new.data_type)}"
    hazards = []
    if types.rewrites(old.data_type, new.data_type):
        hazards.append(Hazard("rewrites_table", f"{new.relation} is written anew: {name} from {change}"))
        hazards.append(
            Hazard("may_fail", f"a value of {new.relation}.{name} that does not fit stops the migration")
        )
    if types.loses(old.data_type, new.data_type):
        hazards.append(Hazard("deletes_data", f"values of {new.relation}.{name} are rounded: {change}"))
    using_clause = f" USING {name}{using}" if using else ""
    return Statement(
        f"{new.statement} TYPE {types.short(new.data_type)}{collate}{using_clause}",
        guard=fact(old, new).holds,
        hazards=tuple(hazards),
    )


def _as_retyped(old: Column, new: Column) -> Column:
    """The column right after ALTER TYPE, which takes storage and compression back to the type's own."""
    kept = old.compression if old.data_type == new.data_type else None
    return replace(old, storage=None, compression=kept)


def carry(c: Column, scope: Scope) -> Sequence[Statement]:
    """Follow a type that is replaced: from its other name to the new one, through text."""
    under = [scope.aside[i].name for i in sorted(scope.old.uses.get(c.ident, ())) if i in scope.aside]
    names = ", ".join(f"to_regtype({literal(name)})" for name in under)
    attribute = relation.attribute(c.schema, c.table, c.name)
    guard = (
        f"EXISTS (SELECT FROM pg_attribute JOIN pg_type ON pg_type.oid = atttypid WHERE {attribute} "
        f"AND (pg_type.oid IN ({names}) OR typelem IN ({names})))"
    )
    name = ident(c.name)
    way = user_types.conversion(c.name, c.data_type, scope)
    using = "" if c.generated else f" USING {way.using}"
    collate = f" COLLATE {c.collation}" if c.collation else ""
    hazards = (
        Hazard("rewrites_table", f"{c.relation} is written anew: the type of {name} is replaced"),
        Hazard("may_fail", f"a value of {c.relation}.{name} that the new type lacks stops the migration"),
    )
    retype = f"{c.statement} TYPE {c.data_type}{collate}{using}"
    return [
        *(Statement(sql, guard=guard) for sql in way.before),
        Statement(retype, guard=guard, hazards=hazards),
        *(Statement(sql, guard=guard) for sql in way.after),
        *settings(None, c),
    ]


def fact(old: Column, new: Column | None) -> Fact:
    where = relation.attribute(old.schema, old.table, old.name)
    if new is None or old.data_type != new.data_type:
        return Fact(
            f"(SELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE {where})", old.data_type
        )
    if old.collation != new.collation:
        named = "quote_ident(nspname) || '.' || quote_ident(collname)"
        collation = f"CASE WHEN attcollation = typcollation THEN '' ELSE {named} END"
        joins = (
            "JOIN pg_type ON pg_type.oid = atttypid JOIN pg_collation ON pg_collation.oid = attcollation "
            "JOIN pg_namespace ON pg_namespace.oid = collnamespace"
        )
        return Fact(f"(SELECT {collation} FROM pg_attribute {joins} WHERE {where})", old.collation or "")
    letter = {"STORED": "s", "VIRTUAL": "v"}.get(old.generated or "", "")
    if old.generated != new.generated:
        return Fact(f"(SELECT attgenerated::text FROM pg_attribute WHERE {where})", letter)
    expression = "pg_get_expr(adbin, adrelid)"
    join = "LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum"
    return Fact(f"(SELECT {expression} FROM pg_attribute {join} WHERE {where})", old.expression or "")


def claims(c: Column) -> Iterable[Claim]:
    yield Claim("column", (c.schema, c.table, c.name))
    if c.sequence:
        yield from relation.claims(c.schema, c.sequence, row_type=False)


KIND: Final = Kind(
    object_type="table column",
    noun="column",
    cls=Column,
    query=query,
    create=create,
    drop=drop,
    alter=alter,
    fact=fact,
    claims=claims,
    pinned=lambda c: Pin.ANY if c.generated else Pin.NEVER,
    holds_data=lambda c: not c.generated,
    carry=carry,
    inlined=lambda _: True,
    inline=inline,
)
