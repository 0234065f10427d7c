"""`python -m bench`: what a plan costs at 100, 1000 and 5000 tables, beside one pg_dump --schema-only.

The plan between two live databases and pg_dump run one after the other, several times; the ratio is that of
their medians, processes started and libraries imported included.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from bench.schema import statements
from schemadiff.sources.shadow import Shadow, ShadowSpec, open_shadow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROOT: Final = Path(__file__).parent.parent
BINARIES: Final = tuple(sorted((ROOT / ".postgres").glob("*")))
BATCH: Final = 50
PLAN: Final = (sys.executable, "-c", "from schemadiff.cli import main; main()", "plan", "--format", "json")


def main() -> None:
    """Run what is asked for and print a table."""
    options = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    options.add_argument("--tables", type=int, nargs="+", default=[100, 1000, 5000])
    options.add_argument("--majors", type=int, nargs="+", default=[15, 18])
    options.add_argument("--rounds", type=int, default=5, help="how often plan and pg_dump take turns")
    options.add_argument("--no-files", action="store_true", help="leave out the plan from files")
    asked = options.parse_args()
    for major in asked.majors:
        with open_shadow(ShadowSpec(binaries=BINARIES), major=major) as server:
            for tables in asked.tables:
                say(f"\nPostgreSQL {server.major}, {tables} tables")
                _measure(server, tables, asked.rounds, files=not asked.no_files)


def _measure(server: Shadow, tables: int, rounds: int, *, files: bool) -> None:
    with ExitStack() as stack:
        names = []
        for changed in (False, True):
            connection = stack.enter_context(server.database())
            _load(connection, tables, changed=changed)
            names.append(server.conninfo(connection.info.dbname))
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="schemadiff_bench_")))
        folder.chmod(0o755)  # the embedded server runs as another user than root
        environment = {**os.environ, "SCHEMADIFF_CACHE": str(folder / "cache")}
        _stages("two databases", [*names], environment)
        _ratio(server, names, rounds, environment)
        if files:
            wanted = folder / "schema"
            wanted.mkdir()
            for number, text in enumerate(_batches(tables, changed=True)):
                (wanted / f"part_{number:04}.sql").write_text(text)
            _stages("files, first", [names[0], str(wanted)], environment)
            _stages("files, again", [names[0], str(wanted)], environment)


def _batches(tables: int, *, changed: bool) -> list[str]:
    made = [s if s.rstrip().endswith(";") else f"{s};\n" for s in statements(tables, changed=changed)]
    return ["".join(made[n : n + BATCH]) for n in range(0, len(made), BATCH)]


def _load(connection: Any, tables: int, *, changed: bool) -> None:
    for text in _batches(tables, changed=changed):
        connection.execute(text.encode())
    connection.execute("VACUUM ANALYZE")


def _stages(title: str, sources: Sequence[str], environment: Mapping[str, str]) -> None:
    command = [sys.executable, "-m", "bench.stages", *sources]
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT, env={**environment})
    if done.returncode:
        sys.exit(done.stderr)
    found = json.loads(done.stdout)
    stages = "  ".join(f"{name} {seconds:.2f}" for name, seconds in found["seconds"].items())
    total = sum(found["seconds"].values())
    say(f"  {title:14} {stages}  total {total:.2f} s  {found['peak_mib']} MiB  "
        f"({found['objects']} objects, {found['deltas']} differ)")  # fmt: skip


def _ratio(server: Shadow, names: Sequence[str], rounds: int, environment: Mapping[str, str]) -> None:
    if server.programs is None:
        sys.exit("the shadow has no pg_dump beside it")
    dump = [str(server.programs.program("pg_dump")), "--schema-only", "-d", names[0]]
    plan = [*PLAN, "--from", names[0], "--to", names[1]]
    dumps, plans = [], []
    for _ in range(rounds):
        dumps.append(_seconds(dump, {**environment, **server.programs.environment()}))
        plans.append(_seconds(plan, environment))
    one, other = statistics.median(plans), statistics.median(dumps)
    say(f"  plan {one:.2f} s, pg_dump {other:.2f} s: {one / other:.2f} times")


def _seconds(command: Sequence[str], environment: Mapping[str, str]) -> float:
    started = time.perf_counter()
    done = subprocess.run(command, check=False, capture_output=True, cwd=ROOT, env={**environment})
    taken = time.perf_counter() - started
    if done.returncode:
        sys.exit(done.stderr.decode())
    return taken


def say(text: str) -> None:
    """Print at once, for a run takes minutes."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
