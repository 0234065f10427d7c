"""Comments on anything: pg_description; COMMENT ON … IS."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, LiteralString

from schemadiff.kinds import _attached
from schemadiff.model.ident import Ident, attached, reference
from schemadiff.model.kind import Alter, Kind, Replace, Scope, Statement
from schemadiff.sqltext import literal

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """The comment on an object. What PostgreSQL or an extension says of itself is none."""

    target: Ident
    parent: Ident
    text: str | None  # None: the comment that the object came with was taken away
    original: str | None = field(default=None, compare=False)  # that comment

    @property
    def ident(self) -> Ident:
        return attached("comment", self.target)


# Members of an extension come with their comments; those of databases, roles, tablespaces stand elsewhere.
# source: catalog pages of pg_description and pg_available_extensions
QUERY: Final = """
SELECT d.classoid::int8 AS classid, d.objoid::int8 AS objid, d.objsubid, d.description AS text,
       NULL AS original
FROM pg_description d
WHERE d.objoid >= 16384 AND d.classoid <> 'pg_extension'::regclass
  AND NOT EXISTS (SELECT FROM pg_depend p
                  WHERE p.classid = d.classoid AND p.objid = d.objoid AND p.deptype = 'e')
  AND NOT (d.classoid = 'pg_namespace'::regclass
           AND d.objoid = (SELECT oid FROM pg_namespace WHERE nspname = 'public'))
UNION ALL
SELECT o.classid::int8, o.objid::int8, 0, d.description, o.original
FROM (SELECT 'pg_namespace'::regclass AS classid, oid AS objid, 'standard public schema' AS original
      FROM pg_namespace WHERE nspname = 'public'
      UNION ALL
      SELECT 'pg_extension'::regclass, e.oid, a.comment
      FROM pg_extension e LEFT JOIN pg_available_extensions() AS a ON a.name = e.extname) o
     LEFT JOIN pg_description d ON d.classoid = o.classid AND d.objoid = o.objid AND d.objsubid = 0
WHERE d.description IS DISTINCT FROM o.original
"""


def query(_major: int) -> LiteralString:
    return QUERY


def create(c: Comment, _: Scope) -> Sequence[Statement]:
    text = "NULL" if c.text is None else literal(c.text)
    return [Statement(f"COMMENT ON {reference(c.target)} IS {text}")]


def drop(c: Comment, scope: Scope) -> Sequence[Statement]:
    text = "NULL" if c.original is None else literal(c.original)
    guard = _attached.column_exists(c.target, scope)
    return [Statement(f"COMMENT ON {reference(c.target)} IS {text}", guard=guard)]


def alter(_old: Comment, new: Comment, scope: Scope) -> Alter | Replace:
    return Alter(tuple(create(new, scope)))


KIND: Final = Kind(
    object_type="comment",
    noun="comment",
    cls=Comment,
    query=query,
    create=create,
    drop=drop,
    alter=alter,
    attached=True,
)
