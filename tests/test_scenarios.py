"""Every scenario, both ways, through the laws, on each server version that is tested."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from conftest import MAJORS
from laws import check_laws, load
from scenario import Scenario, scenarios
from schemadiff.plan.nodes import Verb

if TYPE_CHECKING:
    from collections.abc import Callable

    from schemadiff.plan.steps import Plan
    from schemadiff.sources.shadow import Shadow

CASES = [
    pytest.param(
        scenario,
        major,
        id=f"{scenario.name}-{major}",
        marks=[pytest.mark.xfail(reason=scenario.gap, strict=True)] if scenario.gap else [],
    )
    for scenario in scenarios()
    for major in MAJORS
    if major in scenario.majors
]


@pytest.mark.parametrize(("scenario", "major"), CASES)
def test_a_scenario_obeys_the_laws_in_both_directions(
    scenario: Scenario, major: int, servers: Callable[[int], Shadow]
) -> None:
    server = servers(major)
    with server.database() as connection:
        server.ensure_roles(connection, scenario.roles)
    # Each way uses up the database it starts from, and of the other one needs only what was read of it.
    with load(server, scenario.start) as a, load(server, scenario.end) as b:
        check_shape(check_laws(server, a, b, scenario.start, scenario.end), scenario.start.shape)
        check_shape(check_laws(server, b, a, scenario.end, scenario.start), scenario.end.shape)


def check_shape(plan: Plan, shape: str) -> None:
    """The road: `require alter table column; forbid drop table`."""
    done = set()
    for step in plan.steps:
        for ident in (step.ident, *step.also):
            verb = Verb.DROP if step.verb is Verb.ASIDE else step.verb
            done.add(f"{verb.name.lower()} {ident.object_type}")
    for clause in filter(None, (c.strip() for c in shape.split(";"))):
        demand, _, things = clause.partition(" ")
        for thing in (t.strip() for t in things.split(",")):
            if demand == "require":
                assert thing in done, f"{thing} is required, the plan does {sorted(done)}"
            else:
                assert demand == "forbid", f"unknown demand {demand}"
                assert thing not in done, f"{thing} is forbidden"
