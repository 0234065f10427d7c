"""Catalogs kept by content: planning again without an edit loads nothing, and parses nothing."""

from __future__ import annotations

import hashlib
import os
import tempfile
from contextlib import ExitStack, suppress
from functools import cache
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
        self._folder = folder or default_folder()

    def get(self, key: str) -> Catalog | None:
        """The catalog kept under a key; None where there is none, or where its file is not whole."""
        path = self._folder / f"{key}.json"
        try:
            seal, _, text = path.read_bytes().partition(b"\n")
            if seal != _seal(text):
                return None
            with suppress(OSError):  # somebody else's folder, or one that may only be read
                os.utime(path)
            return from_json(text.decode(), self._kinds, str(path))
        except (OSError, UnicodeDecodeError, SourceError):
            return None

    def put(self, key: str, catalog: Catalog) -> None:
        """Keep a catalog; a folder that cannot be written keeps nothing."""
        text = to_json(catalog, self._kinds).encode()
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            with ExitStack() as stack:
                descriptor, draft = tempfile.mkstemp(dir=self._folder, prefix="draft-")
                stack.callback(Path(draft).unlink, missing_ok=True)
                with os.fdopen(descriptor, "wb") as file:
                    file.write(_seal(text) + b"\n" + text)
                Path(draft).replace(self._folder / f"{key}.json")
            self._forget()

    def _forget(self) -> None:
        """Keep the catalogs that were used last; other runs may be forgetting too."""
        ages: list[tuple[float, Path]] = []
        for path in self._folder.iterdir():
            with suppress(FileNotFoundError):
                ages.append((path.stat().st_mtime, path))
        for _, path in sorted(ages)[:-_KEPT]:
            path.unlink(missing_ok=True)


def _seal(text: bytes) -> bytes:
    """What shows that a file was written to its end, and not changed since."""
    return hashlib.sha256(text).hexdigest().encode()


@cache
def own_version() -> str:
    """A hash of this program's source: another version, installed or edited, makes other catalogs."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(path.read_bytes())
        digest.update(b"\0")
    return digest.hexdigest()


def key_of(*parts: object) -> str:
    """A file name for what a catalog is made from: equal parts and an equal version of ours, equal key."""
    digest = hashlib.sha256(own_version().encode())
    for part in parts:
        digest.update(repr(part).encode("utf-8", "surrogatepass"))
        digest.update(b"\0")
    return digest.hexdigest()[:40]


def default_folder() -> Path:
    """Where catalogs are kept: below SCHEMADIFF_CACHE, else with the person's other caches."""
    if configured := os.environ.get(ENVIRONMENT):
        return Path(configured) / "catalogs"
    import platformdirs

    return Path(platformdirs.user_cache_dir("schemadiff")) / "catalogs"
