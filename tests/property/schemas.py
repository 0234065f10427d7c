"""Random schemas from a seed: the same seed gives the same SQL on any machine."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from schemadiff.sqltext import dotted, ident, literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROLES: Final = ("property_reader", "Property Writer")
# Types that everything can stand on.
PLAIN: Final = ("integer", "bigint", "smallint", "text", "varchar(20)", "date")
# Names as careful and as careless people choose them.
_WORDS: Final = (
    "account", "entry", "note", "Order", "user", "select", "a b", 'say "hi"', "it's", "ünï", "x$y", "名前",
    "tab\tle", "back\\slash", "${flyway}", "-- no", ";", "1st", "Über Maß", "$$",
)  # fmt: skip
TYPES: Final = (
    ("integer", ("0", "1 + 2")), ("bigint", ("7",)), ("smallint", ("3",)),
    ("text", ("'x'", "'it''s'", "upper('a')")),
    ("varchar(20)", ("'v'",)), ("varchar(40)", ("'v'",)), ("char(3)", ("'abc'",)),
    ("numeric(10,2)", ("0", "1.50")),
    ("numeric(12,4)", ("2",)), ("boolean", ("true", "false")), ("date", ("'2020-01-01'", "CURRENT_DATE")),
    ("timestamptz", ("now()", "'2020-01-01 00:00+02'")), ("timestamp", ("'2020-01-01'",)),
    ("interval", ("'1 day'",)),
    ("uuid", ("gen_random_uuid()",)), ("jsonb", ("'{}'",)), ("text[]", ("'{}'", "ARRAY['a', 'b']")),
    ("bytea", ("'\\x00'",)),
    ("double precision", ("0.1",)), ("int4range", ("'[1,5)'",)), ("inet", ("'::1'",)),
)  # fmt: skip


@dataclass(frozen=True)
class Column:
    name: str
    type: str
    default: str | None = None
    not_null: bool = False
    generated: str | None = None  # an expression over other columns
    identity: str | None = None


@dataclass(frozen=True)
class Table:
    schema: str
    name: str
    columns: tuple[Column, ...]
    checks: tuple[tuple[str, str], ...] = ()
    uniques: tuple[tuple[str, tuple[str, ...]], ...] = ()
    keys: tuple[tuple[str, str, tuple[str, str], str], ...] = ()  # name, column, table, action
    indexes: tuple[tuple[str, str], ...] = ()  # name, what stands after the table's name
    triggers: tuple[tuple[str, str], ...] = ()
    policies: tuple[tuple[str, str], ...] = ()
    unlogged: bool = False

    @property
    def sql(self) -> str:
        return dotted(self.schema, self.name)


@dataclass(frozen=True)
class Schema:
    """A whole database. Everything is ordered, so that it can be written and cut down."""

    schemas: tuple[str, ...] = ()
    enums: tuple[tuple[str, str, tuple[str, ...]], ...] = ()
    domains: tuple[tuple[str, str, str, str], ...] = ()  # schema, name, type, check
    composites: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...] = ()
    sequences: tuple[tuple[str, str, str], ...] = ()
    functions: tuple[tuple[str, str, str], ...] = ()  # schema, name, the rest
    tables: tuple[Table, ...] = ()
    views: tuple[tuple[str, str, str, str, tuple[str, ...]], ...] = ()  # kind, schema, name, query, columns
    comments: tuple[tuple[str, str], ...] = ()
    grants: tuple[str, ...] = field(default=())

    def statements(self) -> Iterator[str]:
        yield from (f"CREATE SCHEMA {ident(s)}" for s in self.schemas)
        for schema, name, labels in self.enums:
            yield f"CREATE TYPE {dotted(schema, name)} AS ENUM ({', '.join(map(literal, labels))})"
        for schema, name, base, check in self.domains:
            yield f"CREATE DOMAIN {dotted(schema, name)} AS {base} CHECK ({check})"
        for schema, name, attributes in self.composites:
            parts = ", ".join(f"{ident(n)} {t}" for n, t in attributes)
            yield f"CREATE TYPE {dotted(schema, name)} AS ({parts})"
        yield from (f"CREATE SEQUENCE {dotted(s, n)} {options}".rstrip() for s, n, options in self.sequences)
        yield from (f"CREATE FUNCTION {dotted(s, n)}{rest}" for s, n, rest in self.functions)
        for table in self.tables:
            yield _create(table)
        for table in self.tables:
            yield from _attach(table)
        for kind, schema, name, query, _ in self.views:
            yield f"CREATE {kind} {dotted(schema, name)} AS {query}"
        yield from (f"COMMENT ON {what} IS {literal(text)}" for what, text in self.comments)
        yield from self.grants

    @property
    def sql(self) -> str:
        return "".join(f"{s};\n" for s in self.statements())


def _create(t: Table) -> str:
    parts = []
    for c in t.columns:
        words = [ident(c.name), c.type]
        if c.not_null:
            words.append("NOT NULL")
        if c.generated:
            words.append(f"GENERATED ALWAYS AS ({c.generated}) STORED")
        elif c.identity:
            words.append(f"GENERATED {c.identity} AS IDENTITY")
        elif c.default is not None:
            words.append(f"DEFAULT {c.default}")
        parts.append(" ".join(words))
    parts += [f"CONSTRAINT {ident(n)} CHECK ({e})" for n, e in t.checks]
    parts += [f"CONSTRAINT {ident(n)} {_unique(t, n)} ({', '.join(map(ident, cs))})" for n, cs in t.uniques]
    unlogged = "UNLOGGED " if t.unlogged else ""
    return f"CREATE {unlogged}TABLE {t.sql} ({', '.join(parts)})"


def _unique(t: Table, name: str) -> str:
    """The first key of a table is its primary key."""
    return "PRIMARY KEY" if t.uniques[0][0] == name else "UNIQUE"


def _attach(t: Table) -> Iterator[str]:
    for name, column, target, action in t.keys:
        reference = f"REFERENCES {dotted(*target)} {action}".rstrip()
        yield f"ALTER TABLE {t.sql} ADD CONSTRAINT {ident(name)} FOREIGN KEY ({ident(column)}) {reference}"
    for name, rest in t.indexes:
        unique, _, what = rest.partition("|")
        yield f"CREATE {unique}INDEX {ident(name)} ON {t.sql} {what}"
    for name, rest in t.triggers:
        when, _, what = rest.partition("|")
        yield f"CREATE TRIGGER {ident(name)} {when} ON {t.sql} {what}"
    if t.policies:
        yield f"ALTER TABLE {t.sql} ENABLE ROW LEVEL SECURITY"
    for name, rest in t.policies:
        yield f"CREATE POLICY {ident(name)} ON {t.sql} {rest}"


class Chance:
    """Everything that is chosen, from one seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - the same seed must give the same schema
        self._used = 0

    def one[T](self, of: Sequence[T]) -> T:
        return of[self._random.randrange(len(of))]

    def some[T](self, of: Sequence[T], most: int) -> list[T]:
        """A few different ones, in their order."""
        count = self._random.randint(0, min(most, len(of)))
        return [of[i] for i in sorted(self._random.sample(range(len(of)), count))]

    def number(self, low: int, high: int) -> int:
        return self._random.randint(low, high)

    def yes(self, share: float = 0.5) -> bool:
        return self._random.random() < share

    def name(self) -> str:
        """A name that nothing else has."""
        self._used += 1
        return f"{self.one(_WORDS)}_{self._used}"

    def text(self) -> str:
        return " ".join(self.one(_WORDS) for _ in range(self.number(1, 4)))


def schema(chance: Chance) -> Schema:
    """A schema with a little of everything."""
    schemas = tuple(chance.name() for _ in range(chance.number(0, 2)))
    homes = ("public", *schemas)
    found = Schema(schemas=schemas)
    for grow in (add_enum, add_domain, add_composite, add_sequence, add_function):
        for _ in range(chance.number(0, 2)):
            found = grow(found, chance, homes)
    for _ in range(chance.number(1, 4)):
        found = add_table(found, chance, homes)
    for _ in range(chance.number(0, 3)):
        found = add_foreign_key(found, chance)
    for _ in range(chance.number(0, 4)):
        found = add_view(found, chance, homes)
    for _ in range(chance.number(0, 4)):
        found = add_extra(found, chance)
    return found


def add_enum(s: Schema, chance: Chance, homes: Sequence[str]) -> Schema:
    labels = tuple(f"{chance.one(_WORDS)} {n}" for n in range(chance.number(1, 4)))
    return replace(s, enums=(*s.enums, (chance.one(homes), chance.name(), labels)))


def add_domain(s: Schema, chance: Chance, homes: Sequence[str]) -> Schema:
    base, check = chance.one(
        (("text", "VALUE <> ''"), ("integer", "VALUE > 0"), ("varchar(30)", "VALUE IN ('a', 'b')"))
    )
    return replace(s, domains=(*s.domains, (chance.one(homes), chance.name(), base, check)))


def add_composite(s: Schema, chance: Chance, homes: Sequence[str]) -> Schema:
    attributes = tuple((chance.name(), chance.one(TYPES)[0]) for _ in range(chance.number(1, 3)))
    return replace(s, composites=(*s.composites, (chance.one(homes), chance.name(), attributes)))


def add_sequence(s: Schema, chance: Chance, homes: Sequence[str]) -> Schema:
    options = chance.one(("", "INCREMENT 5", "AS integer START 100", "MINVALUE 3 CACHE 7 CYCLE"))
    return replace(s, sequences=(*s.sequences, (chance.one(homes), chance.name(), options)))


BODIES: Final = (
    "() RETURNS trigger LANGUAGE plpgsql AS $f$BEGIN RETURN NEW; END$f$",
    "() RETURNS trigger LANGUAGE plpgsql AS $f$BEGIN\n  -- it's; ${x} $$ \n  RETURN NEW; END$f$",
)
SQL_BODIES: Final = (
    "(a integer, b text DEFAULT 'x') RETURNS text LANGUAGE sql IMMUTABLE AS $f$ SELECT b || a $f$",
    "(a integer) RETURNS integer LANGUAGE sql IMMUTABLE STRICT AS $f$ SELECT a + 1 $f$",
    "(a integer) RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $f$ SELECT a $f$",
    "(a integer) RETURNS integer LANGUAGE sql BEGIN ATOMIC SELECT a * 2; END",
)


def add_function(s: Schema, chance: Chance, homes: Sequence[str]) -> Schema:
    body = chance.one((*BODIES, *SQL_BODIES))
    return replace(s, functions=(*s.functions, (chance.one(homes), chance.name(), body)))


def make_column(s: Schema, chance: Chance) -> Column:
    own: list[tuple[str, tuple[str, ...]]] = [
        (dotted(a, b), (literal(labels[0]),)) for a, b, labels in s.enums
    ]
    own += [(dotted(a, b), ("'a'",) if base != "integer" else ("1",)) for a, b, base, _ in s.domains]
    own += [(dotted(a, b), ()) for a, b, _ in s.composites]
    if own and chance.yes(0.3):
        data_type, defaults = chance.one(own)
        data_type, defaults = (f"{data_type}[]", ("'{}'",)) if chance.yes(0.2) else (data_type, defaults)
    else:
        data_type, defaults = chance.one(TYPES)
    if data_type == "bigint" and s.sequences and chance.yes():
        sequence = chance.one(s.sequences)
        defaults = (f"nextval({literal(dotted(*sequence[:2]))})",)
    default = chance.one(defaults) if len(defaults) > 0 and chance.yes(0.4) else None
    return Column(chance.name(), data_type, default, not_null=default is not None and chance.yes(0.5))


def add_table(s: Schema, chance: Chance, homes: Sequence[str]) -> Schema:
    identity = chance.one((None, "ALWAYS", "BY DEFAULT"))
    key = Column(chance.name(), "bigint", not_null=True, identity=identity)
    columns = [key, *(make_column(s, chance) for _ in range(chance.number(1, 6)))]
    numbers = [c for c in columns if c.type in ("integer", "bigint", "smallint")]
    if len(columns) > 1 and chance.yes(0.3):
        source = chance.one(numbers)
        columns.append(Column(chance.name(), "bigint", generated=f"{ident(source.name)} * 2"))
    table = Table(chance.one(homes), chance.name(), tuple(columns), unlogged=chance.yes(0.1))
    table = replace(table, uniques=((chance.name(), (key.name,)),))
    for _ in range(chance.number(0, 3)):
        table = decorate(table, s, chance)
    return replace(s, tables=(*s.tables, table))


def decorate(t: Table, s: Schema, chance: Chance) -> Table:
    """One more thing on a table: a check, a key, an index, a trigger or a policy."""
    plain = [
        c for c in t.columns if c.type in ("integer", "bigint", "smallint", "text", "varchar(20)", "date")
    ]
    column = chance.one(plain)
    name = ident(column.name)
    triggers = [f for f in s.functions if "RETURNS trigger" in f[2]]
    match chance.number(0, 6 if triggers else 4):
        case 0:
            is_text = column.type in ("text", "varchar(20)")
            checks = (f"{name} <> ''", f"{name} IN ('a', 'b')") if is_text else (f"{name} IS NOT NULL",)
            return replace(t, checks=(*t.checks, (chance.name(), chance.one(checks))))
        case 1:
            return replace(t, uniques=(*t.uniques, (chance.name(), (column.name,))))
        case 2 | 3:
            forms = (
                f"|({name})",
                f"|({name} DESC NULLS LAST) WHERE {name} IS NOT NULL",
                f"UNIQUE |({name})",
                f"|(({name}::text || 'x'))" if column.type != "date" else f"|USING hash ({name})",
                f"|({name}) INCLUDE ({ident(t.columns[0].name)})",
            )
            what = chance.one(forms)
            return replace(t, indexes=(*t.indexes, (chance.name(), what)))
        case 4:
            who = chance.one(("PUBLIC", *map(ident, ROLES)))
            rest = f"FOR {chance.one(('ALL', 'SELECT'))} TO {who} USING ({name} IS NOT NULL)"
            return replace(t, policies=(*t.policies, (chance.name(), rest)))
        case _:
            function = chance.one(triggers)
            call = f"|FOR EACH ROW EXECUTE FUNCTION {dotted(*function[:2])}()"
            when = chance.one(("BEFORE INSERT", "AFTER UPDATE", f"BEFORE UPDATE OF {name}"))
            return replace(t, triggers=(*t.triggers, (chance.name(), when + call)))


def add_foreign_key(s: Schema, chance: Chance) -> Schema:
    """From any table to any table, itself and those that refer back included."""
    numbers = [
        (n, c.name)
        for n, t in enumerate(s.tables)
        for c in t.columns
        if c.type == "bigint" and not c.generated and not c.identity
    ]
    if not numbers:
        return s
    at, column = chance.one(numbers)
    target = chance.one(s.tables)
    if s.tables[at].unlogged != target.unlogged:
        return s
    action = chance.one(("", "ON DELETE CASCADE", "ON UPDATE CASCADE ON DELETE RESTRICT", "DEFERRABLE"))
    key = (chance.name(), column, (target.schema, target.name), action)
    table = replace(s.tables[at], keys=(*s.tables[at].keys, key))
    return replace(s, tables=(*s.tables[:at], table, *s.tables[at + 1 :]))


def add_view(s: Schema, chance: Chance, homes: Sequence[str]) -> Schema:
    """Over a table, or over a view that exists."""
    sources = [(t.sql, tuple(c.name for c in t.columns)) for t in s.tables]
    sources += [(dotted(v[1], v[2]), v[4]) for v in s.views]
    source, columns = chance.one(sources)
    chosen = chance.some(columns, 4) or [columns[0]]
    query = (
        f"SELECT {', '.join(map(ident, chosen))} FROM {source} WHERE {ident(chance.one(columns))} IS NOT NULL"
    )
    if chance.yes(0.2):
        query, chosen = f"SELECT count(*) AS n, max(1) AS m FROM {source}", ["n", "m"]
    kind = chance.one(("VIEW", "VIEW", "VIEW", "MATERIALIZED VIEW"))
    return replace(s, views=(*s.views, (kind, chance.one(homes), chance.name(), query, tuple(chosen))))


def add_extra(s: Schema, chance: Chance) -> Schema:
    """A comment or a privilege on something."""
    table = chance.one(s.tables)
    if chance.yes():
        who = ident(chance.one(ROLES))
        what = chance.one(("SELECT", "INSERT, UPDATE", f"SELECT ({ident(table.columns[0].name)})"))
        return replace(s, grants=(*s.grants, f"GRANT {what} ON {table.sql} TO {who}"))
    targets = [f"TABLE {table.sql}", f"COLUMN {table.sql}.{ident(table.columns[-1].name)}"]
    targets += [f"INDEX {dotted(table.schema, n)}" for n, _ in table.indexes]
    targets += [f"CONSTRAINT {ident(n)} ON {table.sql}" for n, _ in table.uniques]
    targets += [f"{v[0]} {dotted(v[1], v[2])}" for v in s.views]
    return replace(s, comments=(*s.comments, (chance.one(targets), chance.text())))
