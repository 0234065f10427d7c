"""Catalogs kept by content: planning again without an edit loads nothing."""

from __future__ import annotations

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from schemadiff.errors import SourceError
from schemadiff.sources.snapshot import from_json, to_json

if TYPE_CHECKING:
    from schemadiff.model.catalog import Catalog
    from schemadiff.model.kind import Kinds

_KEPT: Final = 64
ENVIRONMENT: Final = "SCHEMADIFF_CACHE"


class Cache:
    """A folder of catalogs by the hash of what they were made from. What fails to be kept is made again."""

    def __init__(self, kinds: Kinds, folder: Path | None = None) -> None:
        self._kinds = kinds
        self._folder = folder or _default_folder()

    def get(self, key: str) -> Catalog | None:
        path = self._folder / f"{key}.json"
        try:
            text = path.read_text(encoding="utf-8")
            os.utime(path)
            return from_json(text, self._kinds, str(path))
        except (OSError, UnicodeDecodeError, SourceError):
            return None

    def put(self, key: str, catalog: Catalog) -> None:
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            with tempfile.NamedTemporaryFile("w", dir=self._folder, encoding="utf-8", delete=False) as draft:
                draft.write(to_json(catalog, self._kinds))
            Path(draft.name).replace(self._folder / f"{key}.json")
            self._forget()

    def _forget(self) -> None:
        """Keep the catalogs that were used last."""
        kept = sorted(self._folder.glob("*.json"), key=lambda p: p.stat().st_mtime, reverse=True)
        for path in kept[_KEPT:]:
            path.unlink(missing_ok=True)


def key_of(*parts: object) -> str:
    """A file name for content: equal parts, equal key."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(repr(part).encode("utf-8", "surrogatepass"))
        digest.update(b"\0")
    return digest.hexdigest()[:40]


def _default_folder() -> Path:
    if configured := os.environ.get(ENVIRONMENT):
        return Path(configured) / "catalogs"
    import platformdirs

    return Path(platformdirs.user_cache_dir("schemadiff")) / "catalogs"
