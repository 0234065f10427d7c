"""What a concurrent build that failed leaves behind; no wanted schema has it, so it goes one way only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from conftest import MAJORS
from laws import check_laws, load
from scenario import State

if TYPE_CHECKING:
    from collections.abc import Callable

    from schemadiff.sources.shadow import Shadow

TABLE = "CREATE TABLE t (a int, b int);\n"


@pytest.mark.parametrize("major", MAJORS)
@pytest.mark.parametrize("definition", ["t (a)", "t (b) WHERE a > 0"])
def test_an_invalid_index_is_built_again(
    major: int, definition: str, servers: Callable[[int], Shadow]
) -> None:
    left = State(
        f"{TABLE}CREATE INDEX i ON t (a); COMMENT ON INDEX i IS 'kept';\n"
        "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'i'::regclass",
        seed="INSERT INTO t VALUES (1, 2)",
    )
    wanted = State(f"{TABLE}CREATE INDEX i ON {definition}; COMMENT ON INDEX i IS 'kept'")
    server = servers(major)
    with load(server, left) as a, load(server, wanted) as b:
        plan = check_laws(server, a, b, left, wanted)
        built = a.connection.execute(
            "SELECT indisvalid FROM pg_index WHERE indexrelid = 'public.i'::regclass"
        )
        assert built.fetchone() == (True,)
    assert [h.name for h in plan.hazards] == ["builds_index"]
