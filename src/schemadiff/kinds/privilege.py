"""Privileges on schemas, relations, columns, routines and types: the ACLs; GRANT, REVOKE."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, LiteralString

from schemadiff.kinds import _attached
from schemadiff.kinds.owner import Owner
from schemadiff.model.ident import OWNER, PUBLIC, Ident, attached, reference
from schemadiff.model.kind import Alter, Hazard, Kind, Replace, Scope, Statement
from schemadiff.sqltext import dotted, ident

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from schemadiff.model.catalog import Catalog


@dataclass(frozen=True, slots=True, kw_only=True)
class Privilege:
    """What one grantee may do with one object, as far as it differs from what everybody starts with."""

    target: Ident
    parent: Ident
    grantee: str | None  # None: PUBLIC, or the owner
    owner: bool = False  # the grantee is the owner of the object, whoever that is
    privileges: tuple[str, ...] = ()  # granted beyond the default, in PostgreSQL's order
    grantable: tuple[str, ...] = ()  # those with grant option
    revoked: tuple[str, ...] = ()  # taken away from the default

    @property
    def ident(self) -> Ident:
        return attached("privilege", self.target, OWNER if self.owner else self.grantee or PUBLIC)

    @property
    def relation(self) -> Ident:
        return _attached.relation_of(self.target)


# The default is acldefault(); for a member of an extension what its script left; for the schema public what
# initdb made of it. An ACL that is NULL is the default. Grants of others than the owner are left out.
_HEAD: Final = """
WITH object AS (
  SELECT 'pg_namespace'::regclass::oid AS classid, n.oid AS objid, 0 AS objsubid, n.nspowner AS owner,
         coalesce(n.nspacl, acldefault('n', n.nspowner)) AS acl, acldefault('n', n.nspowner)
           || CASE WHEN n.nspname = 'public' THEN """
_TAIL: Final = """ ELSE '{}' END AS original
  FROM pg_namespace n
  WHERE (n.nspacl IS NOT NULL OR n.nspname = 'public')
    AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  UNION ALL
  SELECT 'pg_class'::regclass, c.oid, 0, c.relowner, c.relacl,
         acldefault((CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END)::"char", c.relowner)
  FROM pg_class c WHERE c.oid >= 16384 AND c.relacl IS NOT NULL AND c.relpersistence <> 't'
  UNION ALL
  SELECT 'pg_class'::regclass, c.oid, a.attnum, c.relowner, a.attacl, acldefault('c', c.relowner)
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
  WHERE c.oid >= 16384 AND a.attacl IS NOT NULL AND NOT a.attisdropped AND c.relpersistence <> 't'
  UNION ALL
  SELECT 'pg_proc'::regclass, p.oid, 0, p.proowner, p.proacl, acldefault('f', p.proowner)
  FROM pg_proc p WHERE p.oid >= 16384 AND p.proacl IS NOT NULL
  UNION ALL
  SELECT 'pg_type'::regclass, t.oid, 0, t.typowner, t.typacl, acldefault('T', t.typowner)
  FROM pg_type t WHERE t.oid >= 16384 AND t.typacl IS NOT NULL
), entry AS (
  SELECT o.classid, o.objid, o.objsubid, e.grantee = o.owner AS owner, e.grantee, e.privilege_type,
         e.is_grantable AS grantable, false AS original
  FROM object o, aclexplode(o.acl) AS e WHERE e.grantor = o.owner
  UNION ALL
  SELECT o.classid, o.objid, o.objsubid, e.grantee = e.grantor, e.grantee, e.privilege_type,
         e.is_grantable, true
  FROM object o LEFT JOIN pg_init_privs i ON i.classoid = o.classid AND i.objoid = o.objid
                          AND i.objsubid = o.objsubid AND i.privtype = 'e',
       aclexplode(coalesce(i.initprivs, o.original)) AS e
), word AS (
  SELECT classid, objid, objsubid, owner, CASE WHEN owner THEN 0 ELSE grantee END AS grantee,
         privilege_type AS name,
         array_position(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER',
                              'MAINTAIN', 'USAGE', 'CREATE', 'EXECUTE'], privilege_type) AS place,
         bool_or(NOT original) AS held, bool_or(original) AS original,
         bool_or(grantable AND NOT original) AND NOT bool_or(grantable AND original) AS grantable
  FROM entry GROUP BY 1, 2, 3, 4, 5, 6
)
SELECT w.classid::int8, w.objid::int8, w.objsubid, r.rolname::text AS grantee, w.owner,
       coalesce(array_agg(w.name ORDER BY w.place) FILTER (WHERE w.held AND NOT w.original), '{}')::text[]
         AS privileges,
       coalesce(array_agg(w.name ORDER BY w.place) FILTER (WHERE w.grantable), '{}')::text[] AS grantable,
       coalesce(array_agg(w.name ORDER BY w.place) FILTER (WHERE w.original AND NOT w.held), '{}')::text[]
         AS revoked
FROM word w LEFT JOIN pg_roles r ON r.oid = w.grantee
WHERE (w.held <> w.original OR w.grantable) AND (w.grantee = 0 OR r.oid IS NOT NULL)
GROUP BY w.classid, w.objid, w.objsubid, w.grantee, w.owner, r.rolname
"""
_PUBLIC_14: Final = (
    "ARRAY[makeaclitem(0, n.nspowner, 'USAGE', false), makeaclitem(0, n.nspowner, 'CREATE', false)]"
)
_PUBLIC_15: Final = "ARRAY[makeaclitem(0, n.nspowner, 'USAGE', false)]"


def query(major: int) -> LiteralString:
    return _HEAD + (_PUBLIC_15 if major >= 15 else _PUBLIC_14) + _TAIL


_MAINTAIN: Final = 17  # the major version that brought this privilege
_COLUMN: Final = ("SELECT", "INSERT", "UPDATE", "REFERENCES")
_TABLE: Final = ("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER")


@dataclass(frozen=True, slots=True)
class _Said:
    """A GRANT or REVOKE for one grantee: `GRANT SELECT ON app.t`, `TO`, the grantee, what follows."""

    what: str
    word: str
    grantee: str
    option: str = ""
    hazards: tuple[Hazard, ...] = ()


def create(p: Privilege, scope: Scope) -> Sequence[Statement]:
    return batch([p], scope)


def batch(several: Sequence[Privilege], scope: Scope) -> Sequence[Statement]:
    """What several grantees get alike is said at once."""
    return _statements([said for p in several for said in _change(_nothing(p), p, scope)])


def drop(p: Privilege, scope: Scope) -> Sequence[Statement]:
    """Back to the default. Where the grantee becomes the owner, only its grant options would show."""
    owner = scope.new.get(_attached.owner_ident(p.target))
    left = _nothing(p)
    if isinstance(owner, Owner) and owner.role == p.grantee:
        left = replace(p, grantable=())
    guard = _attached.column_exists(p.target, scope)
    return [replace(s, guard=guard) for s in _statements(_change(p, left, scope))]


def alter(old: Privilege, new: Privilege, scope: Scope) -> Alter | Replace:
    return Alter(tuple(_statements(_change(old, new, scope))))


def _nothing(p: Privilege) -> Privilege:
    return replace(p, privileges=(), grantable=(), revoked=())


def _statements(all_said: Iterable[_Said]) -> list[Statement]:
    alike: dict[tuple[str, str, str], list[_Said]] = {}
    for said in all_said:
        alike.setdefault((said.what, said.word, said.option), []).append(said)
    return [
        Statement(
            f"{what} {word} {', '.join(said.grantee for said in group)}{option}",
            hazards=tuple(h for said in group for h in said.hazards),
        )
        for (what, word, option), group in alike.items()
    ]


def _change(old: Privilege, new: Privilege, scope: Scope) -> Iterator[_Said]:
    """First what is taken, then what is given: both can be said again at any time."""
    taken = (*_without(old.privileges, new.privileges), *_without(new.revoked, old.revoked))
    options = _without(_without(old.grantable, new.grantable), taken)
    given = (*_without(new.privileges, old.privileges), *_without(old.revoked, new.revoked))
    plain = _without(given, new.grantable)
    optioned = tuple(w for w in new.grantable if w in given or w not in old.grantable)
    grantee = _grantee(new, scope)
    if taken:
        yield _Said(f"REVOKE {_words(taken, new.target, scope)}", "FROM", grantee)
    if options:
        yield _Said(f"REVOKE GRANT OPTION FOR {_words(options, new.target, scope)}", "FROM", grantee)
    if plain:
        yield _Said(f"GRANT {_words(plain, new.target, scope)}", "TO", grantee, hazards=_opening(new, plain))
    if optioned:
        yield _Said(f"GRANT {_words(optioned, new.target, scope)}", "TO", grantee, " WITH GRANT OPTION")
    if taken or options:
        yield from _columns_again(new, {*taken, *options}, scope)


def _without(words: Iterable[str], others: Iterable[str]) -> tuple[str, ...]:
    left_out = set(others)
    return tuple(w for w in words if w not in left_out)


def _columns_again(p: Privilege, words: set[str], scope: Scope) -> Iterator[_Said]:
    """REVOKE on a relation takes the same privileges on its columns along."""
    if p.target != p.relation:
        return
    for key in sorted(scope.new.under(p.relation)):
        other = scope.new.objects[key]
        if not isinstance(other, Privilege) or key not in scope.old.objects:
            continue
        if other.relation == p.relation != other.target and key.args[-1] == p.ident.args[-1]:
            mine = replace(
                other,
                privileges=tuple(w for w in other.privileges if w in words),
                grantable=tuple(w for w in other.grantable if w in words),
            )
            yield from (replace(said, hazards=()) for said in _change(_nothing(mine), mine, scope))


def _grantee(p: Privilege, scope: Scope) -> str:
    if not p.owner:
        return "PUBLIC" if p.grantee is None else ident(p.grantee)
    key = _attached.owner_ident(p.target)
    owner = scope.new.get(key) or scope.old.get(key)
    return ident(owner.role) if isinstance(owner, Owner) else "CURRENT_ROLE"


def _words(words: Sequence[str], target: Ident, scope: Scope) -> str:
    """`SELECT, INSERT ON app.t`, `SELECT (a) ON app.t`, `USAGE ON SCHEMA app`."""
    column = target.object_type.endswith(" column")
    every = (_TABLE if scope.major < _MAINTAIN else (*_TABLE, "MAINTAIN")) if not column else _COLUMN
    named = ("ALL",) if set(words) == set(every) else words
    if column:
        name = ident(target.names[-1])
        return f"{', '.join(f'{w} ({name})' for w in named)} ON {dotted(*target.names[:-1])}"
    return f"{', '.join(named)} ON {_object(target)}"


def _object(target: Ident) -> str:
    match target.object_type:
        case "schema" | "type" | "function" | "procedure" | "sequence":
            return reference(target)
        case "aggregate":
            return f"FUNCTION {dotted(*target.names)}({', '.join(target.args)})"
        case _:
            return dotted(*target.names)


def _opening(p: Privilege, words: Sequence[str]) -> tuple[Hazard, ...]:
    if p.owner or p.grantee is not None:
        return ()
    return (Hazard("opens_access", f"everybody gets {', '.join(words)} on {p.target}"),)


def soft_uses(p: Privilege, _: Catalog) -> Iterable[Ident]:
    """A new owner first, who inherits from the old; a relation before its columns, which REVOKE reaches."""
    yield _attached.owner_ident(p.target)
    if p.target != p.relation:
        yield attached("privilege", p.relation, p.ident.args[-1])


KIND: Final = Kind(
    object_type="privilege",
    noun="privilege",
    cls=Privilege,
    query=query,
    create=create,
    drop=drop,
    alter=alter,
    soft_uses=soft_uses,
    batch=batch,
    attached=True,
)
