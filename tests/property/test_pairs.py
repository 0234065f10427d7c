"""Random pairs of schemas through the laws. A pair that fails is printed as SQL, with its seed.

`SCHEMADIFF_PROPERTY_PAIRS` says how many pairs, `SCHEMADIFF_PROPERTY_FIRST` the first seed; with
`SCHEMADIFF_PROPERTY_SECONDS` pairs are tried for so long. `SCHEMADIFF_PROPERTY_SHRINK=1` cuts a pair that
fails down to the statements that matter.
"""

from __future__ import annotations

import os
import random
import time
from itertools import count
from typing import TYPE_CHECKING, Final

import psycopg
import pytest

from conftest import MAJORS
from laws import (
    Loaded,
    as_people_write,
    catalog_of,
    check_convergence,
    execute,
    facts,
    load,
    local,
    plan_between,
    run_all,
    texts,
)
from property.changes import changed, loadable
from property.schemas import ROLES, Chance, Schema, schema
from scenario import State
from schemadiff.catalog.settle import compare
from schemadiff.diff import diff
from schemadiff.errors import SchemadiffError
from schemadiff.kinds import KINDS
from schemadiff.model.catalog import Catalog
from schemadiff.plan.steps import make_plan

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from schemadiff.model.ident import Ident
    from schemadiff.plan.steps import Plan
    from schemadiff.sources.shadow import Shadow

type Servers = Callable[[int], Shadow]
type Halves = tuple[list[str], list[str]]

FIRST: Final = int(os.environ.get("SCHEMADIFF_PROPERTY_FIRST", "1"))
PAIRS: Final = int(os.environ.get("SCHEMADIFF_PROPERTY_PAIRS", "60" if os.environ.get("CI") else "20"))
MAJOR: Final = max(MAJORS)


def halves(server: Shadow, seed: int) -> Halves:
    """The statements of a schema, and of what it becomes: itself with changes, at times another one."""
    chance = Chance(seed)
    old = schema(chance)
    # Another schema takes the same names for other kinds of things.
    new = schema(Chance(seed + 500_000)) if seed % 5 == 0 else changed(old, chance, chance.number(1, 6))
    return cut(server, [*old.statements()], [*new.statements()])


def cut(server: Shadow, old: Sequence[str], new: Sequence[str]) -> Halves:
    """Only what loads."""
    with server.database() as connection:
        server.ensure_roles(connection, ROLES)
        return loadable(connection, old), loadable(connection, new)


def sql(statements: Sequence[str]) -> str:
    return "".join(f"{s};\n" for s in statements)


def check(server: Shadow, old: Sequence[str], new: Sequence[str], seed: int) -> None:
    """Laws 1, 2, 3 and 7 whole, law 4 for a few crashes."""
    start, end = State(sql(old)), State(sql(new))
    with load(server, start) as a, load(server, end) as b:
        found = compare(a.catalog, b.catalog, KINDS, server.database)
        plan = make_plan(found.deltas, a.catalog, b.catalog, KINDS, settled=found.settled)
        chance = random.Random(seed)  # noqa: S311 - a shuffle that can be repeated
        mixed = [shuffled(c, chance) for c in (a.catalog, b.catalog)]
        again = make_plan(found.deltas, mixed[0], mixed[1], KINDS, settled=found.settled)
        other = [(x, y) for x, y in zip(flat(plan), flat(again), strict=True) if x != y]
        assert not other, f"law 7: the order in which objects are read matters: {other[0]}"
        check_crashes(server, start, plan, seed)
        run_all(a.connection, plan)
        reached = catalog_of(server, a.connection, b.catalog)
        left = compare(reached, b.catalog, KINDS, server.database).deltas
        assert not left, f"law 2: still to do after the migration: {left}"
        check_convergence(server, a.database, b)
        if not diff(reached, b.catalog, KINDS):
            check_same_bytes(reached, b.catalog)
        check_empty(server, b)
        stood = facts(a.connection)
        run_all(a.connection, plan)
        assert facts(a.connection) == stood, "law 3: the second run changed something"


def check_empty(server: Shadow, b: Loaded) -> None:
    as_people_write(b.connection, "")
    assert plan_between(server, b.catalog, catalog_of(server, b.connection, b.catalog)).empty, (
        "law 2: plan(B, B)"
    )


def shuffled(catalog: Catalog, chance: random.Random) -> Catalog:
    """The same objects in another order; siblings keep theirs, in which they stand inside their parent."""
    mixed = list(catalog.objects.values())
    chance.shuffle(mixed)
    siblings = {parent: iter(children) for parent, children in catalog.children.items()}
    order = [v.ident if v.parent is None else next(siblings[v.parent]) for v in mixed]
    uses = list(catalog.uses.items())
    chance.shuffle(uses)
    objects = {i: catalog.objects[i] for i in order}
    return Catalog(version=catalog.version, objects=objects, uses=dict(uses))


def check_same_bytes(reached: Catalog, wanted: Catalog) -> None:
    """A schema that was reached is written as one that was loaded, where its columns have the same order."""
    if any(columns(reached, i) != columns(wanted, i) for i in wanted.objects):
        return
    empty = Catalog(version=wanted.version, objects={})
    one, other = (make_plan(diff(empty, c, KINDS), empty, c, KINDS) for c in (wanted, reached))
    different = [(x, y) for x, y in zip(flat(one), flat(other), strict=True) if x != y]
    assert not different, f"law 7: one schema, two texts: {different[0]}"


def columns(catalog: Catalog, ident: Ident) -> list[str]:
    return [i.names[-1] for i in catalog.children.get(ident, ()) if i.object_type == "table column"]


def flat(plan: Plan) -> list[str]:
    return [text for part in texts(plan) for text in part]


def check_crashes(server: Shadow, start: State, plan: Plan, seed: int) -> None:
    """A crash after some statements, then everything from the start; each file is one transaction."""
    everything = flat(plan)
    chance = random.Random(seed)  # noqa: S311 - crashes that can be repeated
    for number in sorted(chance.sample(range(1, len(everything)), min(2, max(0, len(everything) - 1)))):
        with server.database() as connection:
            as_people_write(connection, start.sql)
            done = 0
            for part in texts(plan):
                with connection.transaction():
                    local(connection)
                    for text in part[: max(0, number - done)]:
                        execute(connection, text)
                done += len(part)
            run_all(connection, plan)
            found = catalog_of(server, connection, plan.new)
            left = compare(found, plan.new, KINDS, server.database).deltas
            assert not left, f"law 4: after a crash at statement {number}: {left}"


def tried(server: Shadow, seed: int) -> None:
    """Check a pair in both directions; a failure says how to reproduce it."""
    for old, new in (pair := halves(server, seed), pair[::-1]):
        try:
            check(server, old, new, seed)
        except (AssertionError, psycopg.Error, SchemadiffError) as error:
            if os.environ.get("SCHEMADIFF_PROPERTY_SHRINK"):
                old, new = shrunk(server, old, new, seed, error)  # noqa: PLW2901 - the smaller pair is shown
            error.add_note(f"seed {seed}\n-- from\n{sql(old)}-- to\n{sql(new)}")
            raise


def shrunk(server: Shadow, old: list[str], new: list[str], seed: int, error: Exception) -> Halves:
    """Leave out statement by statement while the same sort of failure stays."""

    def fails(a: Sequence[str], b: Sequence[str]) -> bool:
        try:
            check(server, a, b, seed)
        except type(error) as other:
            return str(other)[:20] == str(error)[:20]
        except (AssertionError, psycopg.Error, SchemadiffError):
            return False
        return False

    for statement in [*dict.fromkeys([*new[::-1], *old[::-1]])]:
        a, b = cut(server, [s for s in old if s != statement], [s for s in new if s != statement])
        if fails(a, b):
            old, new = a, b
    return old, new


@pytest.mark.parametrize("seed", range(FIRST, FIRST + PAIRS))
def test_a_random_pair_of_schemas_obeys_the_laws(seed: int, servers: Servers) -> None:
    tried(servers(MAJOR), seed)


@pytest.mark.property
@pytest.mark.skipif("SCHEMADIFF_PROPERTY_SECONDS" not in os.environ, reason="run by `make property`")
def test_random_pairs_obey_the_laws_for_as_long_as_one_likes(servers: Servers) -> None:
    until = time.monotonic() + float(os.environ["SCHEMADIFF_PROPERTY_SECONDS"])
    for seed in count(FIRST + 1_000_000):
        for major in MAJORS:
            tried(servers(major), seed)
        if time.monotonic() > until:
            return


def test_the_same_seed_gives_the_same_schema() -> None:
    first, second = (schema(Chance(7)) for _ in range(2))
    assert first == second
    assert changed(first, Chance(8), 20) == changed(second, Chance(8), 20)
    assert first.sql != schema(Chance(8)).sql


def test_most_of_what_is_made_up_loads(servers: Servers) -> None:
    """Else the pairs would be of nothing."""
    made = loaded = 0
    for seed in range(5):
        statements = [*_schema(seed).statements()]
        with servers(MAJOR).database() as connection:
            servers(MAJOR).ensure_roles(connection, ROLES)
            made += len(statements)
            loaded += len(loadable(connection, statements))
    assert loaded > made * 0.9


def _schema(seed: int) -> Schema:
    return schema(Chance(seed))
