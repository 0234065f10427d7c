"""Servers of the session: one embedded PostgreSQL for each major version that is tested."""

from __future__ import annotations

import os
import signal
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from schemadiff.sources.shadow import Shadow, ShadowSpec, open_shadow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# Who starts in the background of a shell is deaf to Ctrl-C, and so are its children, which tests interrupt.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

ROOT: Final = Path(__file__).parent.parent
# `make sync` puts the servers of the other majors here; the newest comes with the package.
BINARIES: Final = tuple(sorted((ROOT / ".postgres").glob("*")))
MAJORS: Final = tuple(int(m) for m in os.environ.get("SCHEMADIFF_TEST_MAJORS", "15,18").split(","))


@pytest.fixture(scope="session")
def servers() -> Iterator[Callable[[int], Shadow]]:
    """A server of any major, started when first asked for and kept for the session."""
    with ExitStack() as stack:
        running: dict[int, Shadow] = {}

        def server(major: int) -> Shadow:
            if major not in running:
                shadow = stack.enter_context(open_shadow(ShadowSpec(binaries=BINARIES), major=major))
                assert shadow.major == major, f"PostgreSQL {major} is not installed; run `make sync`"
                with shadow.database() as connection:
                    connection.execute("SET allow_in_place_tablespaces = on")
                    for name in ("sc_fast", "sc_slow"):
                        connection.execute(f"CREATE TABLESPACE {name} LOCATION ''")
                running[major] = shadow
            return running[major]

        yield server
