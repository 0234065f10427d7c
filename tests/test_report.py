"""What is said of a plan, in every format: toy kinds and catalogs by hand, no database."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest

from schemadiff.diff import diff
from schemadiff.errors import Diagnostic, Origin
from schemadiff.kinds import KINDS
from schemadiff.kinds.column import Column
from schemadiff.kinds.constraint import Constraint
from schemadiff.kinds.default import Default
from schemadiff.kinds.index import Index
from schemadiff.kinds.privilege import Privilege
from schemadiff.kinds.table import Table
from schemadiff.model.catalog import Catalog
from schemadiff.model.ident import Ident, attached
from schemadiff.model.kind import (
    REPLACE,
    Alter,
    Fact,
    Hazard,
    Kind,
    Kinds,
    Pin,
    Replace,
    Retype,
    Scope,
    Statement,
)
from schemadiff.plan.steps import make_plan
from schemadiff.report import (
    Action,
    Node,
    Report,
    check_json,
    check_lines,
    check_markdown,
    github,
    junit,
    make_report,
    plan_json,
    plan_lines,
    plan_markdown,
    plan_sql,
    sarif,
)
from schemadiff.report.layout import as_text, width
from schemadiff.report.safe import clean, clean_lines, without_secrets
from schemadiff.report.words import differences, plural, said

if TYPE_CHECKING:
    from collections.abc import Sequence

# -- a toy world: boxes with items in them, a label on either, pictures of boxes -------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    schema: str = "public"
    name: str
    size: str = "small"
    open: bool = False

    @property
    def ident(self) -> Ident:
        return Ident("box", (self.schema, self.name))

    @property
    def parent(self) -> None:
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    schema: str = "public"
    box: str
    name: str
    data_type: str = "integer"

    @property
    def ident(self) -> Ident:
        return Ident("box item", (self.schema, self.box, self.name))

    @property
    def parent(self) -> Ident:
        return Ident("box", (self.schema, self.box))


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    target: Ident
    parent: Ident
    text: str

    @property
    def ident(self) -> Ident:
        return attached("label", self.target)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    schema: str = "public"
    name: str
    definition: str = field(metadata={"printed": True})
    types: tuple[str, ...] = field(default=(), metadata={"derived": True})

    @property
    def ident(self) -> Ident:
        return Ident("picture", (self.schema, self.name))

    @property
    def parent(self) -> None:
        return None


def _create(value: Any, _: Scope) -> Sequence[Statement]:
    return [Statement(f"CREATE {value.ident}")]


def _drop(value: Any, _: Scope) -> Sequence[Statement]:
    return [Statement(f"DROP {value.ident}", hazards=(Hazard("deletes_data", f"{value.name} is gone"),))]


def _unhang(value: Any, _: Scope) -> Sequence[Statement]:
    return [Statement(f"DROP {value.ident}")]


def _alter(_old: Any, new: Any, _: Scope) -> Alter | Replace:
    return Alter((Statement(f"ALTER {new.ident}"),))


def _retype(old: Item, new: Item, _: Scope) -> Alter | Replace:
    hazards = (Hazard("rewrites_table", f"{new.box} is packed anew"),)
    how = Retype.TYPE if old.data_type != new.data_type else Retype.NO
    return Alter((Statement(f"ALTER {new.ident}", hazards=hazards),), how)


def _fact(old: Any, _new: Any) -> Fact:
    return Fact(f"is({old.name})", str(old))


TOYS = Kinds(
    (
        Kind(
            object_type="box",
            noun="box",
            cls=Box,
            query=None,
            create=_create,
            drop=_drop,
            alter=_alter,
            holds_data=lambda _: True,
        ),
        Kind(
            object_type="box item",
            noun="item",
            cls=Item,
            query=None,
            create=_create,
            drop=_drop,
            alter=_retype,
            fact=_fact,
            holds_data=lambda _: True,
            inlined=lambda _: True,
            inline=lambda i, _: (i.name, i.data_type, ""),
        ),
        Kind(
            object_type="label",
            noun="label",
            cls=Label,
            query=None,
            create=_create,
            drop=_unhang,
            alter=_alter,
            attached=True,
        ),
        Kind(
            object_type="picture",
            noun="picture",
            cls=Picture,
            query=None,
            create=_create,
            drop=_unhang,
            alter=lambda *_: REPLACE,
            fact=_fact,
            pinned=lambda _: Pin.ANY,
        ),
    )
)


def catalog(*values: Any, **more: Any) -> Catalog:
    uses = dict(more.pop("uses", {}))
    for value in values:
        if value.parent is not None:
            uses[value.ident] = frozenset({*uses.get(value.ident, ()), value.parent})
    return Catalog(version=150019, objects={v.ident: v for v in values}, uses=uses, **more)


def report(old: Catalog, new: Catalog, kinds: Kinds = TOYS, **more: Any) -> Report:
    return make_report(make_plan(diff(old, new, kinds), old, new, kinds), **more)


def text(found: Report, **more: Any) -> str:
    return as_text(plan_lines(found, **more))


def label(target: Any, words: str) -> Label:
    return Label(target=target.ident, parent=target.ident, text=words)


BOX = Box(name="b")
RED = Item(box="b", name="red")
BLUE = Item(box="b", name="blue")
RED_TEXT = Item(box="b", name="red", data_type="character varying(20)")


def find(found: Report, name: str) -> Node:
    return next(n for n in found.walk() if n.name == name)


# -- the tree --------------------------------------------------------------------------------------------


def test_a_new_object_tells_what_comes_with_it_and_counts_once() -> None:
    found = report(catalog(), catalog(BOX, RED, BLUE, label(BOX, "hello")))
    assert text(found).splitlines()[2:] == [
        "  + box b  2 items",
        "",
        "1 to add, 0 to change, 0 to destroy, in 1 file",
    ]
    assert found.counts == {"add": 1, "change": 0, "destroy": 0, "rebuild": 0}
    assert found.tally["add"] == 4


def test_what_comes_along_is_listed_when_asked_for() -> None:
    found = report(catalog(), catalog(BOX, RED, BLUE))
    assert "      + item red   integer\n      + item blue  integer\n" in text(found, verbose=True)


def test_a_dropped_object_counts_what_goes_with_it_and_says_what_is_lost() -> None:
    found = report(catalog(BOX, RED), catalog())
    assert "  - box b  with 1 item\n    ! deletes_data  b is gone\n" in text(found)
    assert found.counts["destroy"] == 1


def test_a_change_of_a_child_stands_under_its_parent_which_is_not_counted() -> None:
    found = report(catalog(BOX, RED), catalog(BOX, RED_TEXT, BLUE))
    assert "  ~ box b\n      ~ item red   integer -> varchar(20)\n" in text(found)
    assert "      + item blue  integer\n" in text(found)
    assert found.counts == {"add": 1, "change": 1, "destroy": 0, "rebuild": 0}
    assert found.changes[0].action is Action.NONE


def test_a_child_without_a_name_of_its_own_is_said_with_its_parent() -> None:
    old, new = label(RED, "old"), label(RED, "new")
    found = report(catalog(BOX, RED, old), catalog(BOX, RED, new))
    assert '      ~ item red  label "old" -> "new"\n' in text(found)
    assert [n.noun for n in found.walk()] == ["box", "item"]
    assert found.counts["change"] == 1
    assert find(found, "red").differences[0].field == "label"
    assert find(found, "red").statements[0].sql == f"ALTER {new.ident}"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ([], [label(RED, "x")], 'label none -> "x"'),
        ([label(RED, "x")], [], 'label "x" -> none'),
        ([], [label(RED, "long " * 20)], "label added"),
        ([label(RED, "long " * 20)], [], "label dropped"),
    ],
)
def test_what_has_no_name_comes_and_goes_in_its_parents_line(
    old: list[Label], new: list[Label], words: str
) -> None:
    assert f"~ item red  {words}\n" in text(report(catalog(BOX, RED, *old), catalog(BOX, RED, *new)))


def test_a_rebuilt_object_names_its_cause() -> None:
    picture = Picture(name="p", definition="b")
    uses = {picture.ident: frozenset({RED.ident})}
    found = report(catalog(BOX, RED, picture, uses=uses), catalog(BOX, RED_TEXT, picture, uses=uses))
    assert "  r picture p  rebuilt: b.red changes its type\n" in text(found)
    assert text(found).endswith("0 to add, 1 to change, 0 to destroy, 1 to rebuild, in 1 file\n")


def test_what_differs_only_because_of_what_it_stands_on_counts_as_rebuilt() -> None:
    old = Picture(name="p", definition="b", types=("integer",))
    new = Picture(name="p", definition="b", types=("character varying(20)",))
    uses = {old.ident: frozenset({RED.ident})}
    found = report(catalog(BOX, RED, old, uses=uses), catalog(BOX, RED_TEXT, new, uses=uses))
    assert find(found, "p").action is Action.REBUILD
    own = Picture(name="p", definition="c", types=("character varying(20)",))
    found = report(catalog(BOX, RED, old, uses=uses), catalog(BOX, RED_TEXT, own, uses=uses))
    assert find(found, "p").action is Action.REPLACE
    assert "b -> c; types: integer -> varchar(20); recreated" in text(found)


def test_hazards_about_existing_rows_are_not_told_of_an_object_that_the_plan_makes() -> None:
    moved = make_plan(diff(catalog(), catalog(BOX, RED), TOYS), catalog(), catalog(BOX, RED), TOYS)
    assert make_report(moved).dangers == ()
    found = report(catalog(BOX, RED), catalog(BOX, RED_TEXT))
    assert [d.name for d in found.dangers] == ["rewrites_table"]
    assert "        ! rewrites_table  b is packed anew\n" in text(found)


def test_a_hazard_that_must_be_allowed_is_refused_until_it_is() -> None:
    old, new = catalog(BOX, RED), catalog(BOX)
    found = report(old, new)
    assert found.refused == {"deletes_data": 1}
    assert text(found).splitlines()[-1].startswith("refused: deletes_data (1). ")
    assert text(found).endswith("Allow it with --allow deletes_data.\n")
    for names in ({"deletes_data"}, {"all"}):
        allowed = report(old, new, allowed=frozenset(names))
        assert allowed.refused == {}
        assert "! deletes_data  red is gone (allowed)\n" in text(allowed)


def test_statements_stand_under_their_object_on_request() -> None:
    found = report(catalog(BOX), catalog(BOX, BLUE))
    assert "CREATE box item" not in text(found)
    assert "      + item blue  integer\n          CREATE box item public.b.blue;\n" in text(found, sql=True)


def test_a_place_is_said_once_and_relative_to_the_folder_that_is_compared() -> None:
    origins = {BOX.ident: Origin("schema/x/b.sql", 12), BLUE.ident: Origin("schema/x/c.sql", 3)}
    new = catalog(BOX, RED, BLUE, origins=origins, label="schema/x")
    found = report(catalog(Box(name="b", open=True)), new)
    lines = text(found).splitlines()
    assert lines[2].split() == ["~", "box", "b", "no", "longer", "open", "b.sql:12"]
    assert lines[3] == "      + item red   integer"
    assert lines[4].split()[-1] == "c.sql:3"
    assert lines[2].index("b.sql") == lines[4].index("c.sql")


def test_the_schema_public_is_left_out_of_names_and_no_other_is() -> None:
    found = report(catalog(), catalog(BOX, Box(schema="app", name="b"), Box(schema="App", name='we"ird')))
    assert {n.name for n in found.changes} == {"b", "app.b", '"App"."we""ird"'}


def test_an_empty_plan_says_that_there_is_nothing_to_do() -> None:
    found = report(catalog(BOX, label="a"), catalog(BOX, label="b"))
    assert text(found) == "plan  a  ->  b\n\nnothing to do: both hold the same schema\n"


def test_objects_of_two_kinds_under_one_identity_say_what_becomes_of_them() -> None:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Crate(Box):
        pass

    crate = Kind(
        object_type="box", noun="crate", cls=Crate, query=None, create=_create, drop=_drop, fact=_fact
    )
    plain = Kind(object_type="box", noun="box", cls=Box, query=None, create=_create, drop=_drop, fact=_fact)
    found = report(catalog(BOX), catalog(Crate(name="b")), Kinds((plain, crate)))
    assert "  ~ crate b  box -> crate; recreated\n" in text(found)


def test_a_long_name_does_not_push_its_neighbours_and_wide_letters_align() -> None:
    long, wide = Item(box="b", name="x" * 50), Item(box="b", name="列列")
    found = report(catalog(BOX), catalog(BOX, RED, long, wide))
    lines = [line for line in text(found).splitlines() if "integer" in line]
    assert {width(line[: line.index("integer")]) for line in lines} == {13 + 28 + 2, 13 + 50 + 2}


def test_a_report_is_the_same_whatever_order_catalogs_were_read_in() -> None:
    values = [BOX, RED, BLUE, label(RED, "x"), Box(name="a")]
    new = [BOX, RED_TEXT, Picture(name="p", definition="d"), Picture(name="o", definition="d")]
    one = report(catalog(*values), catalog(*new))
    other = report(catalog(*reversed(values)), catalog(*new))
    assert plan_json(one) == plan_json(other)


# -- words -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    name: str = "f"
    deferrable: bool = False
    not_null: bool = False
    data_type: str = "integer"
    collation: str | None = None
    body: str = ""
    query_text: str = ""
    options: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    one: int | None = None
    two: int | None = None
    three: int | None = None

    @property
    def ident(self) -> Ident:
        return Ident("fields", (self.name,))

    @property
    def parent(self) -> None:
        return None


FIELDS: Kind[Fields] = Kind(
    object_type="fields", noun="fields", cls=Fields, query=None, create=_create, drop=_drop
)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ({}, {"deferrable": True}, "now deferrable"),
        ({"deferrable": True}, {}, "no longer deferrable"),
        ({}, {"not_null": True}, "now NOT NULL"),
        ({}, {"data_type": "timestamp with time zone"}, "integer -> timestamptz"),
        ({}, {"collation": 'pg_catalog."C"'}, 'collation none -> pg_catalog."C"'),
        ({"query_text": "a"}, {"query_text": ""}, "query text a -> ''"),
        ({"body": "select 1"}, {"body": "select 2"}, 'body "select 1" -> "select 2"'),
        ({"body": "a\nb\nc"}, {"body": "a\nB\nc\nd"}, "body changed: 2 lines added, 1 removed"),
        ({"body": "a\nb"}, {"body": "b\na"}, "body changed: lines in another order"),
        (
            {"query_text": f"{'x ' * 40}BEFORE INSERT ON {'y ' * 40}"},
            {"query_text": f"{'x ' * 40}AFTER INSERT ON {'y ' * 40}"},
            "query text: … x BEFORE INSERT … -> … x AFTER INSERT …",
        ),
        ({"query_text": "x" * 90}, {"query_text": "y" * 90}, "query text changed"),
        (
            {"options": ("a=1", "b=2")},
            {"options": ("a=2", "c=3")},
            "a 1 -> 2, b 2 -> none, c none -> 3",
        ),
        ({"labels": ("a", "b")}, {"labels": ("b", "a")}, "labels in another order"),
        ({"labels": ("a", "b")}, {"labels": ("a", "c")}, "labels: b -> c"),
        ({"labels": ("a",)}, {"labels": ("a", "b", "c")}, "labels: b added, c added"),
        ({"labels": tuple("abcdef")}, {"labels": ()}, "labels: 6 removed"),
        ({}, {"one": 1, "two": 2}, "one none -> 1; two none -> 2"),
        ({}, {"one": 1, "two": 2, "three": 3}, "one none -> 1"),
        ({}, {"options": ("password=hunter2",)}, "password none -> ***"),
    ],
)
def test_a_difference_is_said_in_words(old: dict[str, Any], new: dict[str, Any], words: str) -> None:
    assert "; ".join(said(differences(Fields(**old), Fields(**new), FIELDS))) == words


@pytest.mark.parametrize(
    ("count", "noun", "words"),
    [
        (1, "index", "1 index"),
        (2, "index", "2 indexes"),
        (2, "policy", "2 policies"),
        (0, "key", "0 keys"),
        (3, "materialized view", "3 materialized views"),
    ],
)
def test_nouns_are_counted_as_english_does(count: int, noun: str, words: str) -> None:
    assert plural(count, noun) == words


def test_what_does_not_print_is_spelled_out() -> None:
    assert clean("a\x1b[31m\nb\x9b\u202e\u2028\x00é") == "a\\x1b[31m\\nb\\x9b\\u202e\\u2028\\x00é"
    assert clean("a\u00a0b") == "a b"
    assert clean_lines("a\tb\n\x1bc\r") == "a    b\n\\x1bc\\r"


def test_passwords_are_never_said() -> None:
    assert without_secrets("postgresql://joe:s3cret@db/x") == "postgresql://joe:***@db/x"
    assert without_secrets("postgresql://joe:p@ss/w@db/x") == "postgresql://joe:***@db/x"
    assert without_secrets("host=db password='a b' user=joe") == "host=db password=*** user=joe"


# -- real kinds ------------------------------------------------------------------------------------------


def users(*more: Any, uses: dict[Ident, frozenset[Ident]] | None = None) -> Catalog:
    return catalog(Table(schema="public", name="users"), *more, uses=uses or {})


def column(name: str, data_type: str, **more: Any) -> Column:
    return Column(schema="public", table="users", name=name, data_type=data_type, **more)


def test_real_objects_are_said_as_people_write_them() -> None:
    email = column("email", "character varying(255)")
    before = Default(schema="public", table="users", column="email", expression="'x'::character varying")
    after = Default(schema="public", table="users", column="email", expression="'y'::text")
    phone = column("phone", "character varying(32)", not_null=True)
    none = Default(schema="public", table="users", column="phone", expression="'none'::character varying")
    index = Index(
        schema="public",
        table="users",
        name="users_phone",
        unique=True,
        definition="(phone)",
        predicate="(phone <> ''::text)",
    )
    check = Constraint(
        schema="public", table="users", name="phone_ok", contype="c", definition="CHECK ((phone <> ''::text))"
    )
    found = report(
        users(email, before), users(column("email", "text"), after, phone, none, index, check), KINDS
    )
    lines = [line.strip() for line in text(found).splitlines()]
    assert "~ column     email        varchar(255) -> text; default 'x' -> 'y'" in lines
    assert "+ column     phone        varchar(32) NOT NULL DEFAULT 'none'" in lines
    assert "+ index      users_phone  unique, (phone), predicate (phone <> ''::text)" in lines
    assert "+ constraint phone_ok     CHECK ((phone <> ''::text))" in lines
    assert found.counts == {"add": 3, "change": 1, "destroy": 0, "rebuild": 0}


def test_a_new_privilege_names_who_gets_what() -> None:
    table = Ident("table", ("public", "users"))
    grant = Privilege(target=table, parent=table, grantee="app", privileges=("SELECT", "INSERT"))
    found = report(users(), users(grant), KINDS)
    assert "      + privilege app  SELECT, INSERT\n" in text(found)


def test_a_real_new_table_is_one_line() -> None:
    found = report(catalog(), users(column("id", "bigint"), column("email", "text")), KINDS)
    assert "  + table users  2 columns\n" in text(found)


# -- check -----------------------------------------------------------------------------------------------

PICTURE = Picture(name="p", definition="b")
USES = {PICTURE.ident: frozenset({RED.ident})}
ORIGINS = {BOX.ident: Origin("schema/my boxes/b.sql", 12, 3)}
OLD = catalog(BOX, RED, PICTURE, Box(name="old"), uses=USES, label="generated/x")
NEW = catalog(BOX, RED_TEXT, PICTURE, BLUE, uses=USES, label="schema/my boxes", origins=ORIGINS)
EQUAL = catalog(BOX, RED, label="same")


def drifted(**more: Any) -> Report:
    return report(OLD, NEW, **more)


def test_a_check_tells_differences_and_nothing_of_the_way_to_end_them() -> None:
    shown = as_text(check_lines(drifted()))
    assert shown.startswith("check  generated/x  ->  schema/my boxes\n\n")
    assert "3 differences: 1 missing, 1 different, 1 unexpected\n" in shown
    assert "picture" not in shown
    assert "!" not in shown


def test_a_clean_check_says_so() -> None:
    shown = as_text(check_lines(report(EQUAL, EQUAL)))
    assert shown.endswith(f"in sync: 2 objects, schema {EQUAL.fingerprint}\n")


def test_sarif_has_a_result_for_each_difference_at_its_place() -> None:
    note = Diagnostic("not-modelled", "cast x", "is left alone", "warning")
    run = json.loads(sarif([drifted(place="generated/x", notes=[note])]))["runs"][0]
    results = {(r["ruleId"], r["message"]["text"]): r for r in run["results"]}
    assert list(results) == [
        ("different", "item red of box b differs in generated/x: integer -> varchar(20)"),
        ("missing", "item blue of box b is missing in generated/x: integer"),
        ("unexpected", "box old is in generated/x but not in schema/my boxes"),
        ("not-modelled", "cast x: is left alone"),
    ]
    places = [r.get("locations", [{}])[0].get("physicalLocation") for r in run["results"]]
    assert places[0] == {
        "artifactLocation": {"uri": "schema/my%20boxes/b.sql", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 12, "startColumn": 3},
    }
    assert places[2]["artifactLocation"]["uri"] == "generated/x"
    assert places[3] is None
    assert {r["ruleId"] for r in run["results"]} <= {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    marks = [r["partialFingerprints"]["object/v1"] for r in run["results"][:3]]
    assert len(set(marks)) == 3


def test_sarif_takes_an_absolute_path_as_a_file_uri_and_does_without_any() -> None:
    origins = {BOX.ident: Origin("/abs/b c.sql", 1)}
    absolute = report(catalog(), catalog(BOX, origins=origins))
    location = json.loads(sarif([absolute]))["runs"][0]["results"][0]["locations"][0]
    assert location["physicalLocation"]["artifactLocation"] == {"uri": "file:///abs/b%20c.sql"}
    nowhere = json.loads(sarif([report(catalog(), catalog(BOX))]))["runs"][0]["results"][0]
    assert "physicalLocation" not in nowhere["locations"][0]


def test_sarif_of_states_in_sync_has_no_result() -> None:
    assert json.loads(sarif([report(EQUAL, EQUAL)]))["runs"][0]["results"] == []


def test_junit_fails_one_case_for_each_object_and_passes_one_where_none_differs() -> None:
    root = ET.fromstring(junit([drifted(), report(EQUAL, EQUAL)]))  # noqa: S314 - our own text
    assert (root.get("tests"), root.get("failures")) == ("3", "2")
    failed, passed = root
    assert [c.get("name") for c in failed] == ["box b", "box old"]
    assert failed[0][0].get("message") == "2 differences"
    assert (failed[0][0].text or "").splitlines()[
        1
    ] == "item blue of box b is missing in generated/x: integer"
    assert (passed.get("failures"), len(passed[0])) == ("0", 0)


def test_github_gets_a_command_for_each_difference_with_everything_escaped() -> None:
    origins = {BOX.ident: Origin("a:b,c%.sql", 4)}
    odd = Box(name="x\n::stop-commands::y ##[z] 100%")
    lines = github([report(catalog(odd), catalog(BOX, origins=origins))]).splitlines()
    commands = [line for line in lines if line.startswith("::")]
    assert commands == [
        "::error file=a%3Ab%2Cc%25.sql,line=4,col=1,title=schema missing::box b is missing in ",
        '::error title=schema unexpected::box "x\\n::stop-commands::y ## [z] 100%25" is in  but not in ',
    ]
    assert "##[" not in "".join(lines)


def test_github_notes_are_annotations_of_their_severity() -> None:
    notes = [Diagnostic("a", "s", "m", "warning"), Diagnostic("b", "s", "m", origin=Origin("f", 2))]
    lines = github([report(EQUAL, EQUAL, notes=notes)]).splitlines()
    assert lines[:2] == ["::warning title=a::s: m", "::notice file=f,line=2,col=1,title=b::s: m"]
    assert lines[2].startswith("check same  ->  same: in sync: 2 objects")


# -- documents -------------------------------------------------------------------------------------------


def test_json_has_the_documented_shape() -> None:
    note = Diagnostic("n", "subject", "message", origin=Origin("f.sql", 2, 3))
    found = drifted(notes=[note], files=[("V1__x.sql", "SELECT 1;\n")])
    document = json.loads(plan_json(found))
    assert list(document) == [
        "format",
        "command",
        "from",
        "to",
        "postgresql",
        "summary",
        "changes",
        "files",
        "hazards",
        "notes",
    ]
    assert (document["format"], document["command"], document["postgresql"]) == (1, "plan", "15.19")
    assert document["from"] == {"label": "generated/x", "fingerprint": OLD.fingerprint}
    assert document["summary"] == {
        "add": 1,
        "change": 1,
        "destroy": 1,
        "rebuild": 1,
        "files": 1,
        "objects": {"add": 1, "change": 1, "destroy": 1, "rebuild": 1},
    }
    red = document["changes"][0]["children"][0]
    assert red == {
        "action": "alter",
        "kind": "item",
        "name": "red",
        "object": {"type": "box item", "names": ["public", "b", "red"], "args": []},
        "along": False,
        "details": ["integer -> varchar(20)"],
        "how": [],
        "differences": [{"field": "data_type", "from": "integer", "to": "character varying(20)"}],
        "causes": [],
        "origin": {"file": "schema/my boxes/b.sql", "line": 12, "column": 3},
        "statements": ["ALTER box item public.b.red"],
        "children": [],
    }
    assert document["files"][0]["name"] == "V1__x.sql"
    assert document["files"][0]["transactional"] is True
    assert "ALTER box item public.b.red" in document["files"][0]["statements"]
    assert document["hazards"][0] == {
        "name": "rewrites_table",
        "text": "b is packed anew",
        "object": {"type": "box item", "names": ["public", "b", "red"], "args": []},
        "needs_permission": False,
        "allowed": True,
    }
    assert document["notes"] == [
        {
            "code": "n",
            "severity": "note",
            "subject": "subject",
            "message": "message",
            "origin": {"file": "f.sql", "line": 2, "column": 3},
        }
    ]


def test_json_of_a_check_holds_every_pair() -> None:
    document = json.loads(check_json([drifted(), report(EQUAL, EQUAL)]))
    assert (document["command"], document["in_sync"]) == ("check", False)
    assert [c["in_sync"] for c in document["comparisons"]] == [False, True]
    assert document["comparisons"][0]["differences"] == {"missing": 1, "different": 1, "unexpected": 1}


def test_json_escapes_what_a_terminal_might_obey_and_keeps_letters() -> None:
    written = plan_json(report(catalog(), catalog(Box(name="é\x1b\x9b\u202e\U000e0001\udc80"))))
    assert written.replace("\n", "").isprintable()
    assert "é" in written
    names = json.loads(written)["changes"][0]["object"]["names"]
    assert names == ["public", "é\x1b\x9b\u202e\U000e0001\udc80"]


def test_sql_is_the_files_one_after_the_other() -> None:
    found = report(catalog(), catalog(BOX), files=[("V1__x\n.sql", "SELECT 1;\n")])
    assert plan_sql(found) == "-- file 1 of 1: V1__x .sql (in one transaction)\n\nSELECT 1;\n"
    unnamed = plan_sql(report(catalog(), catalog(BOX)))
    assert unnamed.startswith("-- file 1 of 1 (in one transaction)\n\n")
    assert "CREATE box public.b;" in unnamed


def test_markdown_cannot_be_broken_out_of() -> None:
    nasty = Box(name="```\n# @everyone <script>")
    shown = plan_markdown(report(catalog(), catalog(nasty, label="`tick`")))
    fence = re.search(r"^(`{4,})diff$", shown, re.MULTILINE)
    assert fence is not None
    inside = shown.split(f"{fence[1]}diff\n")[1].split(f"\n{fence[1]}\n")[0]
    assert "@everyone" in inside
    head = shown.splitlines()[0]
    assert head.endswith("→ `` `tick` ``")
    prose = re.sub(r"^(`{3,}).*?^\1$", "", shown, flags=re.MULTILINE | re.DOTALL)
    assert "@everyone" not in prose
    assert shown.count("@everyone") == 3  # the tree, the file's comment, its statement


def test_markdown_has_the_sign_first_so_that_it_is_coloured() -> None:
    shown = plan_markdown(drifted())
    assert "\n~     item red   integer -> varchar(20)\n" in shown
    assert "\n!       rewrites_table  b is packed anew\n" in shown
    assert "\n- box     old\n" in shown
    assert "**Refused:** `deletes_data` (1). " in shown
    assert "<details><summary>SQL: " in shown


def test_markdown_leaves_out_sql_that_no_comment_can_hold_and_says_so() -> None:
    found = report(catalog(), catalog(BOX), files=[("V1__x.sql", "SELECT 1;\n" * 10_000)])
    shown = plan_markdown(found)
    assert len(shown) < 60_000
    assert "The SQL (1 statement in 1 file) is too long for a comment" in shown


def test_markdown_of_a_check_tells_differences() -> None:
    shown = check_markdown([drifted(), report(EQUAL, EQUAL)])
    assert "**3 differences: 1 missing, 1 different, 1 unexpected**" in shown
    assert "\n+     item blue  integer\n" in shown
    assert "In sync: 2 objects" in shown
