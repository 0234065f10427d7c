"""Where in the files each object of a loaded catalog is defined."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from schemadiff.model.ident import Ident
from schemadiff.sqltext import dotted

if TYPE_CHECKING:
    from schemadiff.errors import Origin
    from schemadiff.model.catalog import Catalog
    from schemadiff.sources.statement import Defined, SqlSource


def with_places(catalog: Catalog, source: SqlSource) -> Catalog:
    """The catalog with origins and areas for all that the source's statements define by name."""
    routines: dict[tuple[str, ...], list[Ident]] = defaultdict(list)
    for ident in catalog.objects:
        if ident.object_type in ("function", "procedure", "aggregate"):
            routines[ident.names].append(ident)
    origins: dict[Ident, Origin] = {}
    areas: dict[Ident, str] = {}
    for statement in source.statements:
        for defined in statement.defines:
            found = _ident(defined, catalog, routines)
            if found is not None and found not in origins:
                origins[found] = statement.locate(defined.offset + statement.prefix + 1)
                areas[found] = statement.area
    declared = {(r.schema or "public", r.table): r.origin for r in source.rows}
    area_of = {s.origin.path: s.area for s in source.statements}
    for ident in catalog.objects:
        if ident.object_type == "reference row" and (place := declared.get((ident.names[0], ident.names[1]))):
            origins[ident] = place
            areas[ident] = area_of[place.path]
    return replace(catalog, origins=origins, areas=areas)


def _ident(defined: Defined, catalog: Catalog, routines: dict[tuple[str, ...], list[Ident]]) -> Ident | None:
    names = (defined.schema, defined.name) if defined.schema else (defined.name,)
    match defined.kind:
        case "function" | "procedure" | "aggregate":
            return _routine(routines.get(names, []), defined.args or ())
        case "type" | "domain":
            candidate = Ident("type", (dotted(*names),))
        case kind if defined.table is not None:
            candidate = Ident(kind, (*names[:-1], defined.table, defined.name))
        case kind:
            candidate = Ident(kind, names)
    return candidate if candidate in catalog.objects else None


def _routine(found: list[Ident], args: tuple[str, ...]) -> Ident | None:
    """The overload that is meant: by its arguments as they are spelled, else by their number."""
    same = [i for i in found if len(found) == 1 or len(i.args) == len(args)]
    exact = [i for i in same if i.args == args]
    return next(iter(exact or same), None)
