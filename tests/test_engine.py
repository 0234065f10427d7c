"""diff, plan and render over toy kinds: what the engine does, without any kind of PostgreSQL's."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from schemadiff.catalog.depend import Address, Folding
from schemadiff.catalog.settle import unsettled
from schemadiff.diff import Change, Create, Drop, diff
from schemadiff.errors import PlanError
from schemadiff.model.catalog import Catalog, differing
from schemadiff.model.ident import Ident
from schemadiff.model.kind import Kind, Kinds, Statement
from schemadiff.plan.nodes import Verb
from schemadiff.plan.steps import Segment, Step, tally
from schemadiff.render import body, statements
from toys import (
    KINDS,
    Bolt,
    Box,
    Kiln,
    Lid,
    Mark,
    Part,
    Rule,
    Toy,
    Tune,
    Ware,
    done,
    files,
    kind,
    plan,
    state,
)

EMPTY = state()


def still(words: str, value: str) -> str:
    return f"fact('{words}') = '{value}'"


# -- what differs -----------------------------------------------------------------------------------


def test_differences_come_in_the_order_of_identity() -> None:
    old = state(Box(name="gone"), Box(name="same"), Box(name="other", value="1"))
    new = state(Lid(name="new"), Box(name="same"), Box(name="other", value="2"))
    assert diff(old, new, KINDS) == [
        Drop(Box(name="gone")),
        Change(Box(name="other", value="1"), Box(name="other", value="2")),
        Create(Lid(name="new")),
    ]


def test_equal_states_have_no_difference_and_no_plan() -> None:
    one = state(Box(name="a"), Part(name="p", under="a"), Lid(name="v"), uses={"lid v": "part a.p"})
    found = plan(one, one)
    assert found.empty
    assert found.segments == ()


def test_what_no_statement_can_change_makes_no_difference() -> None:
    old, new = state(Box(name="a", place=1)), state(Box(name="a", place=2))
    assert diff(old, new, KINDS) == []
    assert old.fingerprint == new.fingerprint
    assert old.fingerprint != state(Box(name="a", value="x")).fingerprint


def test_absence_of_what_is_only_declared_is_no_opinion() -> None:
    assert diff(state(Ware(name="w")), EMPTY, KINDS) == []


def test_only_a_change_of_printed_text_alone_is_doubtful() -> None:
    a = Box(name="a", value="1", printed="x")
    assert differing(a, replace(a, value="2", printed="y")) == ["value", "printed"]
    changes = [Change(a, replace(a, printed="y")), Change(a, replace(a, value="2", printed="y"))]
    assert unsettled(changes) == [a.ident]
    assert unsettled([changes[1], Create(a), Change(a, Lid(name="a"))]) == []


# -- order ------------------------------------------------------------------------------------------


def test_what_is_needed_is_made_first_and_dropped_last() -> None:
    full = state(Lid(name="a"), Lid(name="b"), Box(name="z"), uses={"lid a": "lid b", "lid b": "box z"})
    assert done(EMPTY, full) == ["make box z", "make lid b", "make lid a"]
    assert done(full, EMPTY) == ["drop lid a", "drop lid b", "drop box z"]


def test_without_needs_the_order_is_that_of_kinds_and_names() -> None:
    full = state(Lid(name="a"), Box(name="z"), Box(name="b"), Mark(name="m"))
    assert done(EMPTY, full) == ["make mark m", "make box b", "make box z", "make lid a"]


def test_the_order_is_that_of_the_files_where_there_are_files() -> None:
    full = state(
        Box(name="a"), Box(name="b"), Lid(name="c"), Box(name="d"),
        areas={"box a": "2_later", "box b": "1_first", "lid c": "1_first", "box d": "1_first"},
        lines={"box a": 1, "box b": 30, "lid c": 20, "box d": 10},
    )  # fmt: skip
    assert done(EMPTY, full) == ["make box d", "make lid c", "make box b", "make box a"]


def test_an_alteration_waits_for_what_it_needs_and_comes_before_what_it_lets_go() -> None:
    old = state(Box(name="a", value="1"), Mark(name="old"), uses={"box a": "mark old"})
    new = state(Box(name="a", value="2"), Mark(name="new"), uses={"box a": "mark new"})
    assert done(old, new) == ["make mark new", "alter box a to 2", "drop mark old"]


def test_the_name_is_free_before_another_kind_takes_it() -> None:
    old, new = state(Lid(name="x", value="1")), state(Box(name="x"))
    assert done(old, new) == ["drop lid x if fact('lid x') IS NOT NULL", "make box x"]


def shuffled(catalog: Catalog, seed: int) -> Catalog:
    chance = random.Random(seed)  # noqa: S311 - a shuffle that can be repeated
    objects, uses = list(catalog.objects.items()), list(catalog.uses.items())
    chance.shuffle(objects)
    chance.shuffle(uses)
    needs = {i: frozenset(chance.sample(sorted(n), len(n))) for i, n in uses}
    return Catalog(version=catalog.version, objects=dict(objects), uses=needs)


@pytest.mark.parametrize("seed", range(20))
def test_the_order_in_which_objects_and_needs_were_read_does_not_matter(seed: int) -> None:
    box, part, rule = Box(name="a"), Part(name="p", under="a", value="int"), Rule(name="r", under="a")
    uses = {"part a.p": "mark m", "rule a.r": "part a.p", "lid v": "part a.p", "lid w": "lid v"}
    old = state(
        Mark(name="m", value="x"), box, part, rule, Lid(name="v"), Lid(name="w"), Lid(name="gone"),
        Box(name="dropped"), Rule(name="q", under="dropped"),
        uses={**uses, "lid gone": "lid w"},
    )  # fmt: skip
    new = state(
        Mark(name="m", value="y"), box, part, rule, Lid(name="v"), Lid(name="w", value="2"),
        Box(name="b"), Box(name="c"), Rule(name="f", under="b"), Rule(name="g", under="c"),
        Tune(name="t", value="w u"), Tune(name="u", value="t"),
        uses={**uses, "rule b.f": "box c", "rule c.g": "box b"},
    )  # fmt: skip
    mutual = state(Lid(name="x"), Lid(name="y"), Bolt(name="z"), uses={"lid x": "lid y", "lid y": "lid x"})
    for a, b in ((old, new), (new, old), (EMPTY, mutual)):
        assert files(shuffled(a, seed), shuffled(b, seed)) == files(a, b)


# -- children ---------------------------------------------------------------------------------------


def test_children_are_written_inside_their_parent() -> None:
    full = state(
        Box(name="a"), Part(name="p", under="a"), Rule(name="r", under="a"), uses={"rule a.r": "part a.p"}
    )
    assert done(EMPTY, full) == ["make box a(p, r)"]
    step = plan(EMPTY, full).steps[0]
    assert set(step.also) == {Ident("part", ("a", "p")), Ident("rule", ("a", "r"))}


def test_a_child_that_cannot_stand_inside_is_made_after_its_parent() -> None:
    full = state(Box(name="a"), Rule(name="r", under="a", value="late"))
    assert done(EMPTY, full) == ["make box a", "make rule a.r"]


def test_a_new_child_of_a_parent_that_exists_has_its_own_statement() -> None:
    assert done(state(Box(name="a")), state(Box(name="a"), Part(name="p", under="a"))) == ["make part a.p"]


def test_parents_that_refer_to_each_other_release_one_child_and_not_more() -> None:
    full = state(
        Box(name="a"), Box(name="b"),
        Part(name="p", under="a"), Rule(name="r", under="a"), Rule(name="s", under="b"),
        uses={"rule a.r": "box b, part a.p", "rule b.s": "box a"},
    )  # fmt: skip
    assert done(EMPTY, full) == ["make box a(p)", "make box b(s)", "make rule a.r"]


def test_a_child_is_released_before_a_parent_is_sketched() -> None:
    """A rule reads a lid that reads the box of the rule."""
    full = state(
        Box(name="a"), Rule(name="r", under="a"), Lid(name="v"), uses={"rule a.r": "lid v", "lid v": "box a"}
    )
    assert done(EMPTY, full) == ["make box a", "make lid v", "make rule a.r"]


def test_what_goes_with_its_parent_needs_no_statement() -> None:
    full = state(Box(name="a"), Part(name="p", under="a"), Rule(name="r", under="a"))
    assert done(full, EMPTY) == ["drop box a"]


def test_parents_that_refer_to_each_other_lose_one_child_before_they_go() -> None:
    full = state(
        Box(name="a"), Box(name="b"), Rule(name="r", under="a"), Rule(name="s", under="b"),
        uses={"rule a.r": "box b", "rule b.s": "box a"},
    )  # fmt: skip
    assert done(full, EMPTY) == ["drop rule a.r", "drop box b", "drop box a"]


def test_neighbours_that_a_kind_can_make_at_once_are_made_at_once() -> None:
    assert done(EMPTY, state(Ware(name="b"), Ware(name="a"), Box(name="x"))) == ["make box x", "put a, b"]


# -- what stands in the way -------------------------------------------------------------------------


def test_what_stands_on_a_replaced_object_is_moved_although_it_is_equal() -> None:
    old = state(
        Lid(name="a", value="1"), Lid(name="b"), Lid(name="c"), uses={"lid b": "lid a", "lid c": "lid b"}
    )
    new = state(
        Lid(name="a", value="2"), Lid(name="b"), Lid(name="c"), uses={"lid b": "lid a", "lid c": "lid b"}
    )
    guard = still("lid a", "1")
    assert done(old, new) == [
        f"drop lid c if {guard}",
        f"drop lid b if {guard}",
        f"drop lid a if {guard}",
        "make lid a",
        "make lid b",
        "make lid c",
    ]
    assert tally(plan(old, new)) == {"add": 0, "change": 1, "destroy": 0, "rebuild": 2}


def test_what_stands_on_two_replaced_objects_moves_while_either_is_still_old() -> None:
    uses = {"lid c": "lid a, lid b"}
    old = state(Lid(name="a", value="1"), Lid(name="b", value="1"), Lid(name="c"), uses=uses)
    new = state(Lid(name="a", value="2"), Lid(name="b", value="2"), Lid(name="c"), uses=uses)
    assert done(old, new)[0] == f"drop lid c if ({still('lid a', '1')}) OR ({still('lid b', '1')})"


def test_what_stands_on_a_dropped_object_is_moved_to_its_new_form() -> None:
    old = state(Lid(name="a"), Lid(name="b"), uses={"lid b": "lid a"})
    new = state(Lid(name="b"))
    assert done(old, new) == ["drop lid b if fact('lid a') IS NOT NULL", "drop lid a", "make lid b"]


def test_what_goes_for_good_is_not_made_again_by_what_makes_it_move() -> None:
    old = state(Lid(name="a", value="1"), Lid(name="b"), uses={"lid b": "lid a"})
    found = done(old, state(Lid(name="a", value="2")))
    assert found == ["drop lid b", f"drop lid a if {still('lid a', '1')}", "make lid a"]


def test_children_move_with_what_is_replaced() -> None:
    old = state(Lid(name="a", value="1"), Bolt(name="n"), uses={"bolt n": "lid a"})
    new = state(Lid(name="a", value="2"), Bolt(name="n"), uses={"bolt n": "lid a"})
    assert [s.split(" if ")[0] for s in done(old, new)] == [
        "drop bolt n",
        "drop lid a",
        "make lid a",
        "make bolt n",
    ]


def retyped(before: str, after: str) -> list[str]:
    """A part changes its value under a lid (pinned by any), a rule (by a type) and a bolt (by none)."""
    things = Box(name="a"), Rule(name="r", under="a"), Lid(name="v"), Bolt(name="n")
    uses = {"rule a.r": "part a.p", "lid v": "part a.p", "bolt n": "part a.p"}
    old = state(*things, Part(name="p", under="a", value=before), uses=uses)
    new = state(*things, Part(name="p", under="a", value=after), uses=uses)
    return done(old, new)


def test_another_type_moves_all_that_is_pinned_under_it() -> None:
    guard = still("part a.p", "int")
    assert retyped("int", "text") == [
        f"drop lid v if {guard}",
        f"drop rule a.r if {guard}",
        "alter part a.p to text",
        "make rule a.r",
        "make lid v",
    ]


def test_another_width_moves_only_what_no_retype_is_allowed_under() -> None:
    guard = still("part a.p", "char")
    assert retyped("char", "char20") == [f"drop lid v if {guard}", "alter part a.p to char20", "make lid v"]


def test_a_type_is_moved_aside_and_what_holds_data_is_carried() -> None:
    uses = {"part a.p": "mark m", "lid v": "part a.p", "rule a.r": "part a.p"}
    things = Box(name="a"), Part(name="p", under="a"), Lid(name="v"), Rule(name="r", under="a")
    old = state(Mark(name="m", value="xy"), *things, uses=uses)
    new = state(Mark(name="m", value="z"), *things, uses=uses)
    found = done(old, new)
    guard = still("mark m", "xy")
    assert found.index(f"drop lid v if {guard}") < found.index("carry part a.p off m_old")
    assert found.index(f"drop rule a.r if {guard}") < found.index("carry part a.p off m_old")
    assert found.index(f"rename mark m to m_old if {guard}") < found.index("make mark m")
    assert found.index("make mark m") < found.index("carry part a.p off m_old") < found.index("drop m_old")
    assert found.index("carry part a.p off m_old") < found.index("make rule a.r")
    assert not any(s.startswith(("drop part", "drop box")) for s in found)
    assert tally(plan(old, new)) == {"add": 0, "change": 1, "destroy": 0, "rebuild": 3}


def test_what_holds_data_and_cannot_be_carried_stops_the_plan_and_is_named() -> None:
    uses = {"box a": "mark m"}
    old, new = (state(Mark(name="m", value=v), Box(name="a"), uses=uses) for v in ("x", "y"))
    with pytest.raises(PlanError, match="box a stands on mark m"):
        plan(old, new)


def test_a_replacement_that_cannot_be_told_apart_on_a_server_stops_the_plan() -> None:
    blind = Kinds((kind(Lid, fact=lambda old, _: KINDS.of(old).fact(replace(old, value=""), None)),))  # type: ignore[misc]
    from schemadiff.plan.steps import make_plan

    old, new = state(Lid(name="a", value="1")), state(Lid(name="a", value="2"))
    with pytest.raises(PlanError, match="lid a must be replaced, but what differs cannot be seen"):
        make_plan(diff(old, new, blind), old, new, blind)


def test_a_guard_takes_the_text_of_before_and_of_after_a_reload_for_old() -> None:
    old, new = state(Lid(name="a", value="1")), state(Lid(name="a", value="2"))
    found = plan(old, new, settled={Ident("lid", ("a",)): Lid(name="a", value="1 settled")})
    assert found.steps[0].statements[0].guard == "fact('lid a') IN ('1', '1 settled')"


# -- cycles -----------------------------------------------------------------------------------------


def test_objects_that_need_each_other_start_from_a_placeholder() -> None:
    full = state(
        Lid(name="a"),
        Lid(name="b"),
        Bolt(name="n"),
        uses={"lid a": "lid b", "lid b": "lid a", "bolt n": "lid a"},
    )
    assert done(EMPTY, full) == ["sketch lid a", "make lid b", "make lid a", "make bolt n"]


def test_a_placeholder_waits_until_its_name_is_free() -> None:
    old = state(Box(name="a"))
    new = state(Lid(name="a"), Lid(name="b"), uses={"lid a": "lid b", "lid b": "lid a"})
    found = [s.split(" if ")[0] for s in done(old, new)]
    assert found == ["drop box a", "sketch lid a", "make lid b", "make lid a"]


@pytest.mark.xfail(raises=PlanError, reason="only creating starts from a placeholder; dropping has none yet")
def test_objects_that_need_each_other_can_be_dropped() -> None:
    full = state(Lid(name="a"), Lid(name="b"), uses={"lid a": "lid b", "lid b": "lid a"})
    assert {s.split(" if ")[0] for s in done(full, EMPTY)} >= {"drop lid a", "drop lid b"}


def test_what_a_body_names_is_made_first() -> None:
    assert done(EMPTY, state(Tune(name="t", value="v"), Lid(name="v"))) == ["make lid v", "make tune t"]


def test_what_a_body_named_goes_after_it() -> None:
    assert done(state(Tune(name="t", value="v"), Lid(name="v")), EMPTY) == ["drop tune t", "drop lid v"]


def test_bodies_that_name_each_other_are_made_all_the_same() -> None:
    assert done(EMPTY, state(Tune(name="t", value="u"), Tune(name="u", value="t"))) == [
        "make tune t",
        "make tune u",
    ]


def test_what_a_body_names_gives_way_to_a_real_need() -> None:
    full = state(Tune(name="t", value="v"), Lid(name="v"), uses={"lid v": "tune t"})
    assert done(EMPTY, full) == ["make tune t", "make lid v"]


def test_a_cycle_that_nothing_can_break_is_shown_with_its_shortest_path() -> None:
    full = state(
        Bolt(name="a"), Bolt(name="b"), Bolt(name="c"),
        uses={"bolt a": "bolt b", "bolt b": "bolt a, bolt c", "bolt c": "bolt b"},
    )  # fmt: skip
    with pytest.raises(PlanError) as error:
        plan(EMPTY, full)
    assert "create bolt a -> create bolt b -> create bolt a" in str(error.value)
    assert "two releases" in str(error.value)


# -- files ------------------------------------------------------------------------------------------


def test_what_needs_a_commit_before_it_stands_in_a_later_file() -> None:
    old = state(Mark(name="m", value="x"), Box(name="a"))
    new = state(
        Mark(name="m", value="xy"), Box(name="a"), Rule(name="r", under="a"), Lid(name="w"), Lid(name="z"),
        uses={"rule a.r": "mark m", "lid z": "rule a.r"},
    )  # fmt: skip
    assert files(old, new) == [["grow mark m to xy"], ["make rule a.r", "make lid w", "make lid z"]]


def test_what_does_not_need_the_commit_stays_in_the_same_file() -> None:
    old = state(Mark(name="m", value="x"))
    assert files(old, state(Mark(name="m", value="xy"), Box(name="a"))) == [
        ["grow mark m to xy", "make box a"]
    ]


def test_what_cannot_run_in_a_transaction_stands_alone() -> None:
    full = state(Box(name="a"), Kiln(name="k"), Ware(name="w"), uses={"ware w": "kiln k"})
    found = plan(EMPTY, full).segments
    assert [statements(s) for s in found] == [["make box a"], ["fire kiln k"], ["cool kiln k"], ["put w"]]
    assert [s.transactional for s in found] == [True, False, True, True]


def test_each_area_has_its_file_and_what_had_to_wait_stands_in_the_later_one() -> None:
    full = state(
        Box(name="a"), Rule(name="r", under="a"), Lid(name="v"),
        Box(name="b"), Rule(name="s", under="b"), Lid(name="w"),
        uses={"rule a.r": "lid w", "lid v": "box b", "lid w": "box b", "rule b.s": "box a"},
        areas={"box a": "1_a", "lid v": "1_a", "box b": "2_b", "lid w": "2_b"},
        lines={"box a": 1, "lid v": 9, "box b": 1, "lid w": 5},
    )  # fmt: skip
    segments = plan(EMPTY, full, split_areas=True).segments
    assert [s.area for s in segments] == ["1_a", "2_b"]
    assert statements(segments[0]) == ["make box a"]
    assert statements(segments[1])[0] == "make box b(s)"
    assert set(statements(segments[1])[1:]) == {"make lid v", "make lid w", "make rule a.r"}
    assert len(plan(EMPTY, full).segments) == 1


# -- text -------------------------------------------------------------------------------------------


def segment(*texts: Statement) -> Segment:
    box = Ident("box", ("a",))
    return Segment((Step(Verb.ALTER, box, box, "", texts),), transactional=True, area="")


def test_neighbours_of_one_guard_share_a_block() -> None:
    texts = statements(
        segment(*(Statement(f"x{n}", guard=g) for n, g in enumerate(("p", "p", None, "p", "q"))))
    )
    assert len(texts) == 4
    assert texts[0] == "DO $do$\nBEGIN\n  IF p THEN\n    x0;\n    x1;\n  END IF;\nEND\n$do$"
    assert texts[1] == "x2"


def test_a_block_around_a_body_takes_another_tag() -> None:
    inner = "make tune t as $do$ x $do1$ y $do1$ $do$"
    (text,) = statements(segment(Statement(inner, guard="p")))
    assert text.startswith("DO $do2$")
    assert text.endswith("$do2$")
    assert inner in text


def test_a_text_of_several_lines_that_people_wrote_is_not_indented_in_a_block() -> None:
    written = "make tune t as $$\nfirst\n  second\n$$"
    assert written in statements(segment(Statement(written, guard="p")))[0]


def test_a_name_cannot_break_out_of_the_heading_of_an_object() -> None:
    full = state(Box(name="a\n; drop everything; --"))
    heading, *_ = body(plan(EMPTY, full).segments[0]).split("\n")
    assert heading.startswith("-- ")
    assert "; drop everything" in heading


def test_a_heading_stands_where_another_object_starts() -> None:
    old = state(Lid(name="a", value="1"), Lid(name="b"), uses={"lid b": "lid a"})
    new = state(Lid(name="a", value="2"), Lid(name="b"), uses={"lid b": "lid a"})
    text = body(plan(old, new).segments[0])
    assert [line for line in text.splitlines() if line.startswith("--")] == [
        "-- lid b",
        "-- lid a",
        "-- lid b",
    ]


# -- dependencies, folded ---------------------------------------------------------------------------


RELATION, TYPE, COLUMN_DEFAULT, EXTENSION = 1259, 1247, 2604, 3079


def test_an_unmodelled_object_stands_for_what_it_is_an_inner_part_of() -> None:
    """A row type is part of its relation, its array type of the row type."""
    one, other = Ident("box", ("a",)), Ident("lid", ("v",))
    folding = Folding(
        [
            (TYPE, 20, 0, RELATION, 10, 0, "i"),
            (TYPE, 21, 0, TYPE, 20, 0, "i"),
            (RELATION, 30, 0, TYPE, 21, 0, "n"),
        ]
    )
    assert folding.edges({Address(RELATION, 10, 0): one, Address(RELATION, 30, 0): other}) == {other: {one}}


def test_a_whole_relation_comes_before_one_of_its_columns() -> None:
    whole, part = Ident("box", ("a",)), Ident("part", ("a", "p"))
    modelled = {Address(RELATION, 10, 0): whole, Address(RELATION, 10, 2): part}
    rows = [(RELATION, 11, 0, RELATION, 10, 2, "a"), (RELATION, 11, 0, RELATION, 10, 0, "a")]
    assert Folding(rows).fold(Address(RELATION, 11, 0), modelled) == whole


def test_an_unmodelled_column_stands_for_its_relation() -> None:
    one = Ident("lid", ("v",))
    assert Folding([]).fold(Address(RELATION, 10, 3), {Address(RELATION, 10, 0): one}) == one


def test_a_member_of_a_member_belongs_to_the_extension() -> None:
    rows = [
        (TYPE, 20, 0, EXTENSION, 5, 0, "e"),
        (TYPE, 21, 0, TYPE, 20, 0, "i"),
        (TYPE, 22, 0, TYPE, 99, 0, "i"),
    ]
    folding = Folding(rows)
    assert folding.extension_of(TYPE, 21) == Address(EXTENSION, 5, 0)
    assert folding.extension_of(TYPE, 22) is None


def test_inner_parts_that_turn_in_a_circle_stand_for_nothing() -> None:
    folding = Folding([(TYPE, 20, 0, TYPE, 21, 0, "i"), (TYPE, 21, 0, TYPE, 20, 0, "i")])
    assert folding.fold(Address(TYPE, 20, 0), {}) is None
    assert folding.extension_of(TYPE, 20) is None


# -- the registry -----------------------------------------------------------------------------------


def test_two_kinds_cannot_share_one_class() -> None:
    one: Kind[Toy] = kind(Box)
    with pytest.raises(ValueError, match="share one class"):
        Kinds((one, one))
