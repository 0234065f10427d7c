"""The identity of an object, spelled as PostgreSQL spells it, and its name in a statement."""

from __future__ import annotations

from typing import Final, NamedTuple

from schemadiff.sqltext import dotted, ident

# In place of a grantee's name; PostgreSQL lets no role have either.
PUBLIC: Final = ""
OWNER: Final = "none"


class Ident(NamedTuple):
    """What pg_identify_object_as_address() says: object type, name parts, argument parts.

    Names are raw, except that a type is one pre-quoted, qualified name. Kinds of our own (comment,
    privilege, owner, reference row) put their target's identity into `names` and `args`.
    """

    object_type: str
    names: tuple[str, ...]
    args: tuple[str, ...] = ()

    def __str__(self) -> str:
        return _words(self)


def _words(i: Ident) -> str:  # noqa: PLR0911 - a line for each shape of identity
    match i.object_type:
        case "type":
            return f"type {i.names[0]}"
        case "trigger" | "policy" | "table constraint":
            return f"{i.object_type} {ident(i.names[-1])} on {dotted(*i.names[:-1])}"
        case "domain constraint":
            return f"domain constraint {ident(i.args[0])} on {i.names[0]}"
        case "function" | "procedure" | "aggregate":
            return f"{i.object_type} {dotted(*i.names)}({_arguments(i)})"
        case "comment" | "owner":
            return f"{i.object_type} of {target_of(i)}"
        case "privilege":
            grantee = {PUBLIC: "PUBLIC", OWNER: "the owner"}.get(i.args[-1], ident(i.args[-1]))
            return f"privilege of {grantee} on {target_of(i)}"
        case "reference row":
            return f"row ({', '.join(i.args)}) of {dotted(*i.names)}"
        case _:
            return f"{i.object_type} {dotted(*i.names)}"


def _arguments(i: Ident) -> str:
    """Argument types; those of pg_catalog need no schema, whatever the search_path."""
    return ", ".join(arg.removeprefix("pg_catalog.") for arg in i.args)


def attached(object_type: str, target: Ident, *more: str) -> Ident:
    """The identity of what is attached to a target: its comment, owner, or a grantee's privileges."""
    return Ident(object_type, (target.object_type, *target.names), (*target.args, *more))


def target_of(i: Ident) -> Ident:
    """The target in an identity made by `attached`."""
    args = i.args[:-1] if i.object_type == "privilege" else i.args
    return Ident(i.names[0], i.names[1:], args)


def reference(i: Ident) -> str:  # noqa: PLR0911 - a line for each shape of identity
    """The object as COMMENT ON, ALTER … OWNER TO and the like name it: `TABLE app.t`."""
    match i.object_type:
        case "type":
            return f"TYPE {i.names[0]}"
        case "domain constraint":
            return f"CONSTRAINT {ident(i.args[0])} ON DOMAIN {i.names[0]}"
        case "table constraint":
            return f"CONSTRAINT {ident(i.names[-1])} ON {dotted(*i.names[:-1])}"
        case "trigger" | "policy" | "rule":
            return f"{i.object_type.upper()} {ident(i.names[-1])} ON {dotted(*i.names[:-1])}"
        case "aggregate":
            return f"AGGREGATE {dotted(*i.names)}({_arguments(i) or '*'})"
        case "function" | "procedure":
            return f"{i.object_type.upper()} {dotted(*i.names)}({_arguments(i)})"
        case kind if kind.endswith(" column"):
            return f"COLUMN {dotted(*i.names)}"
        case kind:
            return f"{kind.upper()} {dotted(*i.names)}"
