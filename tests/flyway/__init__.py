"""The real Flyway, fetched by Maven from pom.xml beside this file and run as an operator's job runs it."""

from __future__ import annotations

import fcntl
import functools
import hashlib
import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import psycopg.conninfo
import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping

_HERE = Path(__file__).parent
_RUNNER = _HERE / "RunFlyway.java"
_POM = _HERE / "pom.xml"
_TARGET = _HERE / "target"

FETCH_TIMEOUT_S = 300
RUN_TIMEOUT_S = 120

SETTINGS: Mapping[str, str] = {
    # With its lock held in an open transaction, CREATE INDEX CONCURRENTLY would wait for ever.
    "flyway.postgresql.transactional.lock": "false",
    # Without it a misnamed file is skipped in silence.
    "flyway.validateMigrationNaming": "true",
}
"""What every run states: the settings that the emitted files ask for."""

type Command = Literal["migrate", "validate", "info", "repair"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Migration:
    """One row of `flyway info`: a file in the folder, a row of the history, or both.

    `state` is Flyway's word for it: Pending, Success, Failed, Missing, Outdated and so on.
    """

    version: str | None  # None for a repeatable migration
    description: str
    script: str
    state: str
    checksum: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FlywayResult:
    """What one run did; `migrations` is the state after it, whether it succeeded or not."""

    exit_code: int
    applied: tuple[str, ...]  # versions, in the order in which this run applied them
    migrations: tuple[Migration, ...]
    error: str | None
    log: str

    @property
    def states(self) -> dict[str | None, str]:
        """The state of each version."""
        return {migration.version: migration.state for migration in self.migrations}


@functools.cache
def flyway_available() -> str | None:
    """Fetch and compile the runner unless that is done; the reason why it cannot be had, else None."""
    missing = [tool for tool in ("java", "javac", "mvn") if shutil.which(tool) is None]
    if missing:
        return f"Flyway needs {', '.join(missing)}, which this machine lacks"
    try:
        _TARGET.mkdir(exist_ok=True)
        with (_TARGET / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            _build()
    except subprocess.CalledProcessError as error:
        said = (error.stdout + error.stderr).strip().splitlines()
        return f"{Path(error.cmd[0]).name} could not build the Flyway runner: {said[0] if said else error}"
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"the Flyway runner could not be built: {error}"
    return None


def require_flyway() -> None:
    """Skip the running test where Flyway cannot be had; in CI, where it must run, fail it."""
    reason = flyway_available()
    if reason is None:
        return
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


def run_flyway(
    command: Command, url: str, folder: Path, *, config: Mapping[str, str] | None = None
) -> FlywayResult:
    """Run one command on the database at `url` with the V-files in `folder`.

    Args:
        command: Flyway's own command.
        url: a libpq URI or conninfo string; it must reach the server over TCP, since JDBC knows nothing else.
        folder: where the migrations are; also the only place where they are looked for.
        config: further settings by their full name, `flyway.placeholders.x` for example.
    """
    settings = {
        **_data_source(url),
        "flyway.locations": f"filesystem:{folder.resolve()}",
        **SETTINGS,
        **(config or {}),
    }
    done = subprocess.run(
        [
            _tool("java"),
            *("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m", "-Dfile.encoding=UTF-8"),
            *("-cp", f"{_TARGET / 'dependency' / '*'}{os.pathsep}{_TARGET / 'classes'}", _RUNNER.stem),
            command,
            *(f"{key}={value}" for key, value in settings.items()),
        ],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=RUN_TIMEOUT_S,
        check=False,
    )
    if not done.stdout.startswith("{"):
        raise RuntimeError(f"the Flyway runner broke with exit code {done.returncode}:\n{done.stderr}")
    answer = json.loads(done.stdout)
    return FlywayResult(
        exit_code=done.returncode,
        applied=tuple(answer["applied"]),
        migrations=tuple(Migration(**row) for row in answer["migrations"]),
        error=answer["error"],
        log=done.stderr,
    )


def _data_source(url: str) -> dict[str, str]:
    known = psycopg.conninfo.conninfo_to_dict(url)
    host = str(known.get("host") or "127.0.0.1")
    if host.startswith("/"):
        raise ValueError(f"JDBC needs TCP, but {host} is the folder of a Unix socket")
    source = {
        "flyway.url": f"jdbc:postgresql://{host}:{known.get('port') or 5432}/{known['dbname']}",
        "flyway.user": str(known["user"]),
    }
    if "password" in known:
        source["flyway.password"] = str(known["password"])
    return source


def _build() -> None:
    """Fetch the jars and compile the runner when pom.xml or the runner is not the one built last."""
    wanted = hashlib.sha256(_POM.read_bytes() + _RUNNER.read_bytes()).hexdigest()
    built = _TARGET / "built"
    if built.exists() and built.read_text() == wanted:
        return
    built.unlink(missing_ok=True)
    for stale in ("dependency", "classes"):
        shutil.rmtree(_TARGET / stale, ignore_errors=True)
    _call("mvn", "-q", "-B", "-f", str(_POM), "dependency:copy-dependencies")
    jars = str(_TARGET / "dependency" / "*")
    _call("javac", "-Xlint:all", "-Werror", "-cp", jars, "-d", str(_TARGET / "classes"), str(_RUNNER))
    built.write_text(wanted)


def _call(tool: str, *arguments: str) -> None:
    subprocess.run(
        [_tool(tool), *arguments], capture_output=True, text=True, timeout=FETCH_TIMEOUT_S, check=True
    )


def _tool(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise FileNotFoundError(f"{name} is not on the PATH")
    return found
