"""What functions and procedures share: pg_proc; CREATE OR REPLACE, DROP FUNCTION and PROCEDURE."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, ClassVar, Final

from schemadiff.kinds import _depends as depends
from schemadiff.kinds import _types as types
from schemadiff.model.ident import Ident
from schemadiff.model.kind import Alter, Claim, Hazard, Pin, Statement
from schemadiff.sqltext import dollar, dotted, ident, literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from schemadiff.model.catalog import Catalog

# source: guc_tables.c, GUC_LIST_QUOTE: pg_proc.proconfig holds these as a list of quoted elements.
_QUOTED_LISTS: Final = frozenset(
    {
        "local_preload_libraries", "search_path", "session_preload_libraries", "shared_preload_libraries",
        "temp_tablespaces", "unix_socket_directories",
    }
)  # fmt: skip
_ELEMENT: Final = re.compile(r'"((?:[^"]|"")*)"|([^",\s][^,]*)')
_WORD: Final = re.compile(r'"((?:[^"]|"")+)"|([^\W\d][\w$]*)')
_PLAIN_VALUE: Final = re.compile(r"\d+|on|off|true|false")
_OUTPUT: Final = ("OUT", "INOUT")
_LINE: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Routine:
    """One function or procedure. The argument fields hold one entry for each argument, in order."""

    object_type: ClassVar[str]

    schema: str
    name: str
    input_types: tuple[str, ...] = ()  # as pg_identify_object_as_address() prints them
    argument_modes: tuple[str, ...] = ()  # IN, OUT, INOUT, VARIADIC
    argument_names: tuple[str | None, ...] = ()
    argument_types: tuple[str, ...] = ()  # as format_type() prints them
    argument_defaults: tuple[str | None, ...] = field(default=(), metadata={"printed": True})
    printed_arguments: str = field(default="", compare=False)  # as pg_get_function_arguments() prints them
    language: str
    transforms: tuple[str, ...] = ()  # types that the language's transform is used for
    security_definer: bool = False
    settings: tuple[str, ...] = ()  # SET clauses as name=value, as pg_proc.proconfig has them
    library: str | None = None  # the file of a C function; its body is then the symbol
    extensions: tuple[str, ...] = ()  # with which it goes: DEPENDS ON EXTENSION
    body: str = ""  # every byte as it was written
    sql_body: str | None = field(default=None, metadata={"printed": True})  # BEGIN ATOMIC … END or RETURN …

    def __str__(self) -> str:
        return f"{dotted(self.schema, self.name)}({', '.join(map(_bare, self.input_types))})"

    @property
    def ident(self) -> Ident:
        return Ident(self.object_type, (self.schema, self.name), self.input_types)

    @property
    def parent(self) -> None:
        return None

    @property
    def outputs(self) -> tuple[tuple[str | None, str], ...]:
        """The names and types of what comes back through arguments."""
        both = zip(self.argument_modes, self.argument_names, self.argument_types, strict=True)
        return tuple((name, data_type) for mode, name, data_type in both if mode in _OUTPUT)

    @property
    def inputs(self) -> tuple[tuple[str | None, str | None], ...]:
        """The names and defaults of what is passed in."""
        both = zip(self.argument_modes, self.argument_names, self.argument_defaults, strict=True)
        return tuple((name, default) for mode, name, default in both if mode != "OUT")


# The columns of Routine, and the tables they come from; a kind adds its own between them.
COLUMNS: Final = """
SELECT 'pg_proc'::regclass::int8 AS classid, p.oid::int8 AS objid, 0 AS objsubid,
       n.nspname::text AS schema, p.proname::text AS name, i.object_args AS input_types,
       coalesce(a.modes, '{}') AS argument_modes, coalesce(a.names, '{}') AS argument_names,
       coalesce(a.types, '{}') AS argument_types, coalesce(a.defaults, '{}') AS argument_defaults,
       pg_get_function_arguments(p.oid) AS printed_arguments, l.lanname::text AS language,
       ARRAY(SELECT format_type(t, NULL) FROM unnest(p.protrftypes) AS u(t))::text[] AS transforms,
       p.prosecdef AS security_definer, coalesce(p.proconfig, '{}')::text[] AS settings,
       ARRAY(SELECT e.extname::text FROM pg_depend d JOIN pg_extension e ON e.oid = d.refobjid
             WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'x'
             ORDER BY e.extname) AS extensions,
       p.probin AS library, p.prosrc AS body, pg_get_function_sqlbody(p.oid) AS sql_body"""
TABLES: Final = """
FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace JOIN pg_language l ON l.oid = p.prolang,
     LATERAL (SELECT object_args FROM pg_identify_object_as_address('pg_proc'::regclass, p.oid, 0)) i,
     LATERAL (SELECT array_agg(m.mode ORDER BY u.n) AS modes,
                array_agg(nullif(p.proargnames[u.n], '') ORDER BY u.n) AS names,
                array_agg(format_type(u.t, NULL) ORDER BY u.n) AS types,
                array_agg(pg_get_function_arg_default(p.oid, u.n::int4) ORDER BY u.n) AS defaults
              FROM unnest(coalesce(p.proallargtypes, p.proargtypes::oid[])) WITH ORDINALITY AS u(t, n),
                   LATERAL (SELECT CASE coalesce(p.proargmodes[u.n], 'i')
                              WHEN 'i' THEN 'IN' WHEN 'o' THEN 'OUT' WHEN 'b' THEN 'INOUT'
                              WHEN 'v' THEN 'VARIADIC' END AS mode) m
              WHERE m.mode IS NOT NULL) a
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_depend d
                  WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'i')
"""


def _bare(data_type: str) -> str:
    return data_type.removeprefix("pg_catalog.")


def arguments(r: Routine, *, defaults: bool = True) -> str:
    """What stands between the parentheses of CREATE; without `defaults` every default is NULL."""
    written = []
    rows = zip(r.argument_modes, r.argument_names, r.argument_types, r.argument_defaults, strict=True)
    for mode, name, data_type, default in rows:
        parts = [] if mode == "IN" else [mode]
        if name is not None:
            parts.append(ident(name))
        parts.append(types.short(data_type))
        if default is not None:
            parts.append(f"DEFAULT {default if defaults else 'NULL'}")
        written.append(" ".join(parts))
    line = ", ".join(written)
    return line if len(line) <= _LINE else "\n    " + ",\n    ".join(written) + "\n"


def settings(r: Routine) -> Iterator[str]:
    """The SET clauses."""
    for name, _, value in (s.partition("=") for s in r.settings):
        if name.lower() in _QUOTED_LISTS:
            text = ", ".join(_elements(value))
        else:
            text = value if _PLAIN_VALUE.fullmatch(value) else literal(value)
        yield f"SET {dotted(*name.split('.'))} = {text}"


def _elements(value: str) -> Iterator[str]:
    for quoted, plain in _ELEMENT.findall(value):
        element = plain.strip() or quoted.replace('""', '"')
        yield ident(element) if element else "''"


def definition(r: Routine) -> str:
    """AS and the body, or the parsed body as it is printed."""
    if r.sql_body is not None:
        return r.sql_body
    if r.library is not None:
        return f"AS {literal(r.library)}, {literal(r.body)}"
    return f"AS {dollar(r.body)}"


def uses_transforms(r: Routine) -> str:
    return f"TRANSFORM {', '.join(f'FOR TYPE {t}' for t in r.transforms)}" if r.transforms else ""


def where(r: Routine) -> str:
    """The row of pg_proc. to_regprocedure() would raise on 14 and 15 when a type of an argument is gone."""
    signature = ", ".join(map(_bare, r.input_types))
    return (
        f"pronamespace = to_regnamespace({literal(ident(r.schema))}) AND proname = {literal(r.name)} "
        f"AND oidvectortypes(proargtypes) = {literal(signature)}"
    )


def absent(r: Routine) -> str:
    return f"NOT EXISTS (SELECT FROM pg_proc WHERE {where(r)})"


def keeps_signature(old: Routine, new: Routine) -> bool:
    """True where CREATE OR REPLACE takes the new arguments for the old."""
    if any(
        before is not None and before != after
        for (before, _), (after, _) in zip(old.inputs, new.inputs, strict=True)
    ):
        return False
    before, after = ([default for _, default in r.inputs if default is not None] for r in (old, new))
    if len(before) > len(after):
        return False
    # The type of a default is that of its argument, unless any type will do there.
    return before == after or not any(t.startswith(("any", '"any"')) for t in new.argument_types)


def alteration(old: Routine, new: Routine, made: Statement) -> Alter:
    """CREATE OR REPLACE, which cuts the ties to extensions; or only those ties."""
    this = f"ALTER {new.object_type.upper()} {new}"
    if replace(old, extensions=new.extensions) == new:
        return Alter(tuple(depends.changes(this, old.extensions, new.extensions)))
    again = replace(made, hazards=_elevates(old, new))
    return Alter((again, *depends.changes(this, (), new.extensions)))


def creation(r: Routine, made: Statement) -> list[Statement]:
    return [made, *depends.changes(f"ALTER {r.object_type.upper()} {r}", (), r.extensions)]


def _elevates(old: Routine, new: Routine) -> tuple[Hazard, ...]:
    """What it costs that a routine runs with its owner's rights from now on."""
    if old.security_definer or not new.security_definer:
        return ()
    return (Hazard("opens_access", f"{new} runs with the rights of its owner"),)


def claims(r: Routine) -> Iterable[Claim]:
    """Without arguments: f(int) and f(int, text DEFAULT …) must not meet."""
    yield Claim("routine", (r.schema, r.name))


def pinned(r: Routine) -> Pin:
    return Pin.ANY if r.sql_body is not None else Pin.NEVER


def soft_uses(r: Routine, catalog: Catalog) -> Iterable[Ident]:
    """The objects whose names stand as words in a string body."""
    if r.sql_body is not None or r.library is not None or r.language == "internal":
        return ()
    words = {quoted.replace('""', '"') or plain.lower() for quoted, plain in _WORD.findall(r.body)}
    return sorted({i for word in words for i in catalog.by_name.get(word, ())})


def shell(r: Routine, whole: Statement, head: str) -> list[Statement]:
    """A string body needs nothing yet: the routine itself; else a placeholder that replaces nothing."""
    if complete(r):
        return creation(r, whole)
    body = "AS $$BEGIN RAISE 'not made yet'; END$$"
    return [Statement(f"{head}\nLANGUAGE plpgsql {body}", guard=absent(r))]


def complete(r: Routine) -> bool:
    """True where PostgreSQL parses nothing of the routine before it runs."""
    return r.sql_body is None and not any(r.argument_defaults)
