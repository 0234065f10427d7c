"""Why the system does not load a PostgreSQL program, and which packages it lacks."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

from schemadiff.errors import ShadowError

if TYPE_CHECKING:
    from pathlib import Path

WAYS_OUT = "Or give the shadow a server's URL, or use docker."

_DEBIAN_PACKAGES = {
    "libxml2.so.2": "libxml2",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libssl.so.3": "libssl3",
    "libcrypto.so.3": "libssl3",
    "liblz4.so.1": "liblz4-1",
    "libzstd.so.1": "libzstd1",
    "libz.so.1": "zlib1g",
}


def missing_libraries(installation_bin: Path, environment: dict[str, str]) -> list[str]:
    """Return the shared libraries that the loader does not find for `postgres`."""
    traced = subprocess.run(
        [installation_bin / "postgres"],
        env={**environment, "LD_TRACE_LOADED_OBJECTS": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    return re.findall(r"^\s*(\S+) => not found", traced.stdout, re.MULTILINE)


def explain_loader(program: Path, environment: dict[str, str], said: str) -> ShadowError | None:
    """Turn the loader's complaint about a shared library into an error that names the packages."""
    first = re.search(r"error while loading shared libraries: ([^:\s]+)", said)
    if not first:
        version = re.search(r"version `(GLIBC_[\d.]+)' not found", said)
        if not version:
            return None
        return ShadowError(
            f"PostgreSQL at {program.parent} needs a newer C library ({version[1]})",
            hint="Install this system's own PostgreSQL package. " + WAYS_OUT,
        )
    names = missing_libraries(program.parent, environment) or [first[1]]
    packages = sorted({_DEBIAN_PACKAGES[name] for name in names if name in _DEBIAN_PACKAGES})
    remedy = f"On Debian and Ubuntu: apt-get install {' '.join(packages)}. " if packages else ""
    return ShadowError(
        f"PostgreSQL at {program.parent} does not run: this system lacks {', '.join(names)}",
        hint=remedy + WAYS_OUT,
    )
