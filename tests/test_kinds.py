"""The contract that every kind keeps, held for whatever the registry has, on each server that is tested."""

from __future__ import annotations

import inspect
import pkgutil
from dataclasses import fields, is_dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import psycopg
import pytest

from conftest import MAJORS
from laws import FACTS, Connection, Loaded, load, local, plan_between, run_all
from laws import catalog_of as reached
from scenario import State, scenarios
from schemadiff import kinds as package
from schemadiff.catalog.reader import read_here
from schemadiff.catalog.rows import read_rows
from schemadiff.catalog.session import PIN
from schemadiff.catalog.settle import compare
from schemadiff.diff import Change, diff
from schemadiff.kinds import KINDS
from schemadiff.model.catalog import differing
from schemadiff.model.ident import Ident
from schemadiff.model.kind import Alter, Kind, Retype, Scope
from schemadiff.plan.hazards import HAZARDS
from schemadiff.sources.sql_files import read_sql

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from schemadiff.model.catalog import Catalog, CatalogObject
    from schemadiff.sources.shadow import Shadow

type Servers = Callable[[int], Shadow]

MODULES: Final = sorted(m.name for m in pkgutil.iter_modules(package.__path__) if not m.name.startswith("_"))
READ: Final = [k for k in KINDS.all if k.query is not None]
NAMES: Final = [k.cls.__name__ for k in KINDS.all]
ADDRESS: Final = {"classid", "objid", "objsubid"}
# Identities of our own, which PostgreSQL has no words for.
OURS: Final = {"comment", "owner", "privilege", "reference row"}


def by_name(name: str) -> Kind[Any]:
    return next(k for k in KINDS.all if k.cls.__name__ == name)


# -- the registry ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", MODULES)
def test_every_module_of_the_package_ends_in_one_registered_kind(name: str) -> None:
    kind = import_module(f"schemadiff.kinds.{name}").KIND
    assert [k for k in KINDS.all if k is kind] == [kind]


def test_nothing_is_registered_but_what_has_a_module() -> None:
    assert sorted(k.cls.__module__.rsplit(".", 1)[1] for k in KINDS.all) == MODULES
    assert len({k.noun for k in KINDS.all}) == len(KINDS.all)


@pytest.mark.parametrize("name", NAMES)
def test_a_kind_says_what_it_knows(name: str) -> None:
    kind = by_name(name)
    module = import_module(kind.cls.__module__)
    for what in (module, kind.cls):
        said = inspect.cleandoc(what.__doc__ or "")
        assert said.endswith((".", ")", ".)")), f"{what} has no sentence that says what it knows"
        assert not said.startswith(f"{kind.cls.__name__}("), f"{what} has only dataclass's words"


@pytest.mark.parametrize("name", NAMES)
def test_a_value_is_frozen_and_cannot_grow(name: str) -> None:
    cls = by_name(name).cls
    assert is_dataclass(cls)
    assert cls.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert not hasattr(cls, "__dict__") or "__slots__" in vars(cls)


@pytest.mark.parametrize("name", NAMES)
def test_the_slots_of_a_kind_fit_together(name: str) -> None:
    kind = by_name(name)
    if kind.inlined is not Kind.__dataclass_fields__["inlined"].default:
        assert kind.inline is not None, "what is written inside its parent has a clause"
    if kind.aside is not None:
        assert kind.fact is not None, "what moves aside is guarded by its fact"


# -- what is read ------------------------------------------------------------------------------------


@pytest.mark.parametrize("major", MAJORS)
@pytest.mark.parametrize("name", [k.cls.__name__ for k in READ])
def test_the_columns_of_a_query_are_the_fields_of_the_value(name: str, major: int, servers: Servers) -> None:
    kind = by_name(name)
    assert kind.query is not None
    with servers(major).database() as connection:
        connection.execute(PIN)
        connection.execute("SET schemadiff.owner = ''")
        columns = [c.name for c in connection.execute(kind.query(major)).description or ()]
    expected = {f.name for f in fields(kind.cls)} - ({"target", "parent"} if kind.attached else set())
    assert len(columns) == len(set(columns))
    assert set(columns) == expected | ADDRESS


# One database with at least one of every kind, names that need care among them.
RICH: Final = (Path(__file__).parent / "one_of_everything.sql").read_text()


@pytest.fixture(params=MAJORS, ids=str)
def rich(request: pytest.FixtureRequest, servers: Servers) -> Iterator[tuple[Shadow, Loaded]]:
    server = servers(request.param)
    with server.database() as connection:
        server.ensure_roles(connection, ["one_reader"])
    with load(server, State(RICH)) as loaded:
        yield server, loaded


def test_the_rich_database_holds_every_kind_and_nothing_else(rich: tuple[Shadow, Loaded]) -> None:
    catalog = rich[1].catalog
    assert catalog.notes == ()
    # Rows of reference tables are declared in files, and stand in the catalog by another reader.
    assert {type(v) for v in catalog.objects.values()} >= {k.cls for k in READ}


def test_every_identity_is_what_postgresql_says_for_that_address(rich: tuple[Shadow, Loaded]) -> None:
    server, loaded = rich
    connection = loaded.connection
    for kind in READ:
        if kind.object_type in OURS:
            continue
        assert kind.query is not None
        cursor = connection.execute(kind.query(server.major))
        names = [c.name for c in cursor.description or ()]
        checked = 0
        for row in cursor.fetchall():
            values = {n: tuple(v) if isinstance(v, list) else v for n, v in zip(names, row, strict=True)}
            address = [values.pop(n) for n in ("classid", "objid", "objsubid")]
            said = connection.execute(
                "SELECT * FROM pg_identify_object_as_address(%s::int8::oid, %s::int8::oid, %s)", address
            ).fetchone()
            assert said is not None
            assert kind.cls(**values).ident == Ident(said[0], tuple(said[1]), tuple(said[2]))
            checked += 1
        assert checked, f"the rich database has no {kind.noun}"


def test_every_object_is_found_under_its_own_identity_and_under_a_parent_that_is_there(
    rich: tuple[Shadow, Loaded],
) -> None:
    catalog = rich[1].catalog
    for ident, value in catalog.objects.items():
        assert value.ident == ident
        assert value.parent is None or value.parent in catalog.objects
        assert value.parent is None or value.parent in catalog.uses[ident]


def test_what_is_created_dropped_and_created_again_is_the_same(rich: tuple[Shadow, Loaded]) -> None:
    """read(create(C)) is C, but for text that prints otherwise after one reload."""
    server, loaded = rich
    with load(server, State("")) as other:
        empty = other.catalog
        for _ in range(2):
            run_all(other.connection, plan_between(server, empty, loaded.catalog))
            made = reached(server, other.connection, loaded.catalog)
            assert compare(made, loaded.catalog, KINDS, server.database).deltas == ()
            run_all(other.connection, plan_between(server, made, empty))
            left = reached(server, other.connection, empty)
            assert diff(left, empty, KINDS) == []


def test_running_what_creates_everything_again_changes_nothing(rich: tuple[Shadow, Loaded]) -> None:
    server, loaded = rich
    with load(server, State("")) as other:
        plan = plan_between(server, other.catalog, loaded.catalog)
        run_all(other.connection, plan)
        stood = other.connection.execute(FACTS).fetchall()
        run_all(other.connection, plan)
        assert other.connection.execute(FACTS).fetchall() == stood


@pytest.mark.parametrize("name", [k.cls.__name__ for k in KINDS.all if k.fact is not None])
def test_a_fact_is_null_of_what_is_not_there_and_something_of_what_is(
    name: str, rich: tuple[Shadow, Loaded]
) -> None:
    server, loaded = rich
    kind = by_name(name)
    assert kind.fact is not None
    with load(server, State("")) as empty:
        for ident, value in loaded.catalog.objects.items():
            if type(value) is not kind.cls:
                continue
            exists = f"SELECT {kind.fact(value, None).sql} IS NOT NULL".encode()
            assert loaded.connection.execute(exists).fetchone() == (True,), ident
            # A row is asked for only while its table is there.
            if ident not in empty.catalog.objects and kind.cls.__name__ != "ReferenceRow":
                assert empty.connection.execute(exists).fetchone() == (False,), ident


# -- what the scenarios change -----------------------------------------------------------------------

# What one change between the halves of a scenario is: where, what, and what an alteration may look at.
type Seen = tuple[str, CatalogObject, CatalogObject, Scope]


# Reading them takes long; with `--dist loadgroup` only one worker does.
# No file can want an index that failed to be built; test_invalid_index.py makes one.
ELSEWHERE: Final = {"index": {"valid"}}
PAIRS: Final = pytest.mark.xdist_group("pairs of the scenarios")


@pytest.fixture(scope="session")
def seen(servers: Servers) -> list[Seen]:
    """Every object that has two values in the two halves of a scenario, there and back, on one server."""
    server = servers(max(MAJORS))
    found: list[Seen] = []
    with server.database() as connection:
        for scenario in scenarios():
            if server.major in scenario.majors:
                server.ensure_roles(connection, scenario.roles)
                old, new = (catalog_of(server, connection, half) for half in (scenario.start, scenario.end))
                for a, b in ((old, new), (new, old)):
                    pairs = (d for d in diff(a, b, KINDS) if isinstance(d, Change))
                    found += [(scenario.name, d.old, d.new, Scope(a, b, KINDS, server.major)) for d in pairs]
    return found


def catalog_of(server: Shadow, connection: Connection, state: State) -> Catalog:
    """The catalog of a state: loaded in a transaction that is taken back, where the state allows it."""
    try:
        with connection.transaction(force_rollback=True):
            return loaded_into(server, connection, state)
    except psycopg.Error:
        with server.database() as other:
            return loaded_into(server, other, state)


def loaded_into(server: Shadow, connection: Connection, state: State) -> Catalog:
    if state.sql.strip():
        connection.execute(state.sql.encode())
    local(connection)
    connection.execute("SELECT set_config('schemadiff.owner', %s, true)", [server.owner])
    rows = read_sql([("scenario.sql", state.sql)]).rows
    return read_rows(connection, read_here(connection, KINDS.all), rows)


def other_than(value: Any) -> Any:
    """Some other value of the same sort."""
    match value:
        case bool():
            return not value
        case int():
            return value + 1
        case tuple():
            return (*value, "other")
        case _:
            return f"{value} other"


def changed(value: Any, name: str) -> Any:
    return replace(value, **{name: other_than(getattr(value, name))})


def identity(value: Any) -> set[str]:
    """The fields that say which object it is, found by changing each."""
    named = {"target", "parent"} if KINDS.of(value).attached else set()
    return named | {
        f.name for f in fields(value) if f.name not in named and changed(value, f.name).ident != value.ident
    }


@PAIRS
@pytest.mark.skipif(max(MAJORS) < 18, reason="fields that came in 18 change only there")
def test_every_field_of_every_kind_is_changed_by_some_scenario(seen: list[Seen]) -> None:
    unchanged = {}
    for kind in KINDS.all:
        pairs = [(a, b) for _, a, b, _ in seen if type(a) is type(b) is kind.cls]
        moved = {name for a, b in pairs for name in differing(a, b)}
        which = identity(
            next(v for *_, scope in seen for v in scope.new.objects.values() if type(v) is kind.cls)
        )
        seen_to = moved | which | ELSEWHERE.get(kind.noun, set())
        left = [f.name for f in fields(kind.cls) if f.compare and f.name not in seen_to]
        if left:
            unchanged[kind.noun] = left
    assert unchanged == {}


@PAIRS
def test_two_values_that_need_a_replacement_or_a_retype_have_different_facts(seen: list[Seen]) -> None:
    blind = []
    for name, old, new, scope in seen:
        if type(old) is not type(new) or old.parent != new.parent:
            continue  # the drop asks whether the other thing, or what it goes with, is still there
        kind = KINDS.of(new)
        how = kind.alter(old, new, scope)
        if isinstance(how, Alter) and how.retypes is Retype.NO:
            continue
        assert kind.fact is not None, f"{kind.noun} can be replaced and has no fact"
        before, after = kind.fact(old, new), kind.fact(new, old)
        if before.value == after.value or before.sql != after.sql:
            blind.append((name, str(new.ident), before, after))
    assert blind == []


@PAIRS
def test_an_object_that_becomes_one_of_another_kind_can_be_seen_to_be_there(seen: list[Seen]) -> None:
    for _, old, new, _ in seen:
        if type(old) is not type(new):
            assert KINDS.of(old).fact is not None, f"{old.ident} becomes a {KINDS.of(new).noun}"


@PAIRS
def test_a_statement_that_is_guarded_or_altered_names_only_hazards_that_are_known(seen: list[Seen]) -> None:
    for _, old, new, scope in seen:
        if type(old) is type(new):
            how = KINDS.of(new).alter(old, new, scope)
            if isinstance(how, Alter):
                assert {h.name for s in how.statements for h in s.hazards} <= HAZARDS.keys()
