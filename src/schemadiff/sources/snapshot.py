"""A catalog as JSON: saved to be compared with later, and kept so that unchanged files load nothing."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any, Final

from schemadiff.errors import Diagnostic, Origin, SourceError
from schemadiff.model.catalog import Catalog, CatalogObject, maker
from schemadiff.model.ident import Ident

if TYPE_CHECKING:
    from pathlib import Path

    from schemadiff.model.kind import Kinds

FORMAT: Final = 1


def to_json(catalog: Catalog, kinds: Kinds) -> str:
    """The catalog as text, the same for the same catalog."""
    numbers = {ident: n for n, ident in enumerate(catalog.objects)}
    objects = [
        [kinds.of(v).noun, [getattr(v, f.name) for f in fields(v)]]  # type: ignore[arg-type]
        for v in catalog.objects.values()
    ]
    content = {
        "format": FORMAT,
        "version": catalog.version,
        "label": catalog.label,
        "fields": {k.noun: [f.name for f in fields(k.cls)] for k in kinds.all},
        "objects": objects,
        "uses": [sorted(numbers[n] for n in catalog.uses.get(i, ()) if n in numbers) for i in numbers],
        "origins": {
            numbers[i]: [o.path, o.line, o.column] for i, o in catalog.origins.items() if i in numbers
        },
        "areas": {numbers[i]: area for i, area in catalog.areas.items() if i in numbers},
        "notes": [asdict(note) for note in catalog.notes],
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str, kinds: Kinds, name: str) -> Catalog:
    """The catalog that a text holds.

    Raises:
        SourceError: it is no snapshot, or one of another format.
    """
    try:
        content = json.loads(text)
        written = content["format"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise SourceError(
            f"{name} is not a snapshot of schemadiff", hint="schemadiff.pipeline.save_snapshot() writes one."
        ) from error
    if written != FORMAT:
        raise SourceError(
            f"{name} is a snapshot of format {written}; this schemadiff reads format {FORMAT}",
            hint="Save it anew with this version.",
        )
    try:
        return _catalog(content, kinds)
    except (LookupError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise SourceError(
            f"{name} is damaged, or was saved by another version of schemadiff",
            hint="Save it anew with this version.",
        ) from error


def _catalog(content: dict[str, Any], kinds: Kinds) -> Catalog:
    make = {k.noun: maker(k.cls, content["fields"].get(k.noun, ())) for k in kinds.all}
    values: list[CatalogObject] = [
        make[noun]([_value(v) if type(v) is list else v for v in row]) for noun, row in content["objects"]
    ]
    idents = [v.ident for v in values]
    uses = zip(idents, content["uses"], strict=True)
    return Catalog(
        version=int(content["version"]),
        objects=dict(zip(idents, values, strict=True)),
        uses={ident: frozenset(idents[n] for n in needs) for ident, needs in uses if needs},
        origins={idents[int(n)]: Origin(*place) for n, place in content["origins"].items()},
        areas={idents[int(n)]: area for n, area in content["areas"].items()},
        notes=tuple(_note(n) for n in content["notes"]),
        label=content["label"],
    )


def _value(value: Any) -> Any:
    """Lists become tuples; an identity is known by its shape: a name, a list, a list."""
    match value:
        case []:
            return ()
        case [str(object_type), [*names], [*args]]:
            return Ident(object_type, tuple(names), tuple(args))
        case _:
            return tuple(_value(v) if isinstance(v, list) else v for v in value)


def _note(said: dict[str, Any]) -> Diagnostic:
    origin = said.pop("origin")
    return Diagnostic(**said, origin=Origin(**origin) if origin else None)


def read_snapshot(path: Path, kinds: Kinds) -> Catalog:
    """Read a snapshot file.

    Raises:
        SourceError: it cannot be read or is none.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise SourceError(f"cannot read the snapshot {path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise SourceError(f"{path} is not a snapshot of schemadiff: it is not UTF-8") from error
    return from_json(text, kinds, str(path))


def write_snapshot(path: Path, catalog: Catalog, kinds: Kinds) -> None:
    """Save a catalog whole, over what stands at that path.

    Raises:
        SourceError: it cannot be written; what stood there stands.
    """
    draft = path.with_name(f".{path.name}.draft")
    try:
        draft.write_text(to_json(catalog, kinds) + "\n", encoding="utf-8")
        draft.replace(path)
    except OSError as error:
        with suppress(OSError):
            draft.unlink()
        raise SourceError(f"cannot write the snapshot {path}: {error.strerror}") from error
