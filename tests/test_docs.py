"""What the words around the code say is true: commands, options, paths, settings, samples."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
import typer.main

from schemadiff import config
from schemadiff.cli import app
from schemadiff.plan.hazards import HAZARDS

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(__file__).parent.parent
PACKAGE: Final = ROOT / "src" / "schemadiff"
README: Final = ROOT / "README.md"
REFERENCE: Final = ROOT / "docs" / "commands.md"
PAGES: Final = [
    README,
    ROOT / "CONTRIBUTING.md",
    ROOT / "CHANGELOG.md",
    *sorted((ROOT / "changes").glob("*.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
]
DECISIONS: Final = sorted((ROOT / "docs" / "decisions").glob("0*.md"))
COMMANDS: Final[dict[str, Any]] = vars(typer.main.get_command(app))["commands"]
OPTIONS: Final = [
    pytest.param(name, option, id=f"{name} {option.opts[0]}")
    for name, command in sorted(COMMANDS.items())
    for option in command.params
]

_BLOCK: Final = re.compile(r"^ *```(\w*)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
_LINK: Final = re.compile(r"\]\(([^)#]+)(?:#[^)]*)?\)")
_CODE: Final = re.compile(r"`([^`\n]+)`")
_PATH: Final = re.compile(r"[\w.-]+(?:/[\w.-]+)*/?")
# What the README calls not managed yet: how it is made, and how a warning names it.
NOT_MANAGED: Final = {
    "CREATE TABLE part (a int) PARTITION BY RANGE (a)": "table public.part",
    "CREATE TABLE parent (x int); CREATE TABLE child () INHERITS (parent)": "table public.child",
    "CREATE TYPE span AS RANGE (subtype = int)": "type public.span",
    "CREATE TABLE log (); CREATE RULE quiet AS ON INSERT TO log DO ALSO NOTHING": "rule public.log.quiet",
    "CREATE FUNCTION on_ddl() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';"
    "CREATE EVENT TRIGGER watch ON ddl_command_start EXECUTE FUNCTION on_ddl()": "event trigger watch",
    "CREATE TABLE two (a int, b int); CREATE STATISTICS st ON a, b FROM two": "statistics object public.st",
    "CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int)": "aggregate public.total(integer)",
    "CREATE OPERATOR === (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq)": 'operator public."==="',
    "CREATE OPERATOR FAMILY kin USING btree": "operator family btree.public.kin",
    "CREATE OPERATOR CLASS sort FOR TYPE int USING btree FAMILY kin AS FUNCTION 1 btint4cmp(int, int)": (
        "operator class btree.public.sort"
    ),
    "CREATE CAST (text AS int) WITH INOUT": "cast ",
    'CREATE COLLATION plain FROM "C"': "collation public.plain",
    "CREATE CONVERSION narrow FOR 'UTF8' TO 'LATIN1' FROM utf8_to_iso8859_1": "conversion public.narrow",
    "CREATE LANGUAGE again HANDLER plpgsql_call_handler": "language again",
    "CREATE TEXT SEARCH CONFIGURATION words (COPY = simple)": "text search configuration public.words",
    "CREATE FOREIGN DATA WRAPPER wrapper": "foreign-data wrapper wrapper",
    "CREATE SERVER far FOREIGN DATA WRAPPER wrapper": "server far",
    "CREATE FOREIGN TABLE away (a int) SERVER far": "foreign table public.away",
    "CREATE PUBLICATION news FOR TABLE parent": "publication news",
    "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC": "default acl ",
}
# What a reader's own project may hold, and what is still to be written.
OF_OTHERS: Final = ("schema/shop", "generated/shop", "src/schemadiff/kinds/x.py")


def blocks(page: Path, language: str) -> list[str]:
    """The code blocks of a page in one language."""
    return [text for found, text in _BLOCK.findall(page.read_text()) if found == language]


def named_paths(page: Path) -> Iterator[str]:
    """What a page links to, and what it sets in code that can only be a path of this repository."""
    text = page.read_text()
    yield from (link for link in _LINK.findall(text) if "://" not in link)
    for code in _CODE.findall(_BLOCK.sub("", text)):
        is_file = "/" in code or code.endswith((".py", ".md", ".toml"))
        if is_file and _PATH.fullmatch(code) and not code.startswith(("/", *OF_OTHERS)):
            yield code


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command in this repository, as a person does."""
    program = shutil.which("schemadiff", path=str(Path(sys.executable).parent))
    assert program is not None, "the package is not installed; run `make sync`"
    return subprocess.run([program, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_help_and_is_described(name: str) -> None:
    assert COMMANDS[name].help
    assert f"schemadiff {name} " in REFERENCE.read_text()


@pytest.mark.parametrize(("command", "option"), OPTIONS)
def test_every_option_has_help_and_is_described_with_its_command(command: str, option: Any) -> None:
    assert option.help, f"{option.opts} says nothing in --help"
    if option.param_type_name == "argument":
        assert f"`schemadiff {command} {option.metavar}`" in REFERENCE.read_text()
        return
    rows = [row.split("|")[1:3] for row in REFERENCE.read_text().splitlines() if row.startswith("| `-")]
    of_command = [spelled for spelled, commands in rows if command in re.findall(r"\w+", commands)]
    for spelling in (*option.opts, *option.secondary_opts):
        assert any(re.search(rf"`{spelling}[` ]", spelled) for spelled in of_command)


def test_every_described_option_exists() -> None:
    there = {o for command in COMMANDS.values() for p in command.params for o in (*p.opts, *p.secondary_opts)}
    described = re.findall(r"^\| `-.*?\|", REFERENCE.read_text(), re.MULTILINE)
    shown = re.findall(r"^ *(?:\$ )?schemadiff .*$", README.read_text(), re.MULTILINE)
    said = {option for line in (*described, *shown) for option in re.findall(r"(?<![\w-])--[a-z-]+", line)}
    assert said - there == set()


@pytest.mark.parametrize("hazard", HAZARDS)
def test_every_hazard_is_described(hazard: str) -> None:
    assert f"`{hazard}`" in REFERENCE.read_text()


@pytest.mark.parametrize("page", [README, REFERENCE], ids=lambda p: p.name)
def test_the_settings_that_a_page_shows_are_accepted(page: Path, tmp_path: Path) -> None:
    (shown,) = blocks(page, "toml")
    path = tmp_path / config.NAME
    path.write_text(re.sub(r"^ {3}", "", shown, flags=re.MULTILINE))
    loaded = config.load(path)
    assert [system.name for system in loaded.systems] == ["shop"]


def test_every_setting_is_shown() -> None:
    (shown,) = blocks(REFERENCE, "toml")
    content = tomllib.loads(shown)
    assert set(content) == {"postgres", "shadow", "systems"}
    assert set(content["shadow"]) == {"mode", "image", "binaries"}
    assert set(content["systems"]["shop"]) == set(config.System.__slots__) - {"name"}


def test_every_variable_of_ours_is_described() -> None:
    used = {n for path in PACKAGE.rglob("*.py") for n in re.findall(r"\bSCHEMADIFF_\w+", path.read_text())}
    assert used
    assert {name for name in used if f"`{name}`" not in REFERENCE.read_text()} == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_path_that_a_page_names_exists(page: Path) -> None:
    places = (page.parent, ROOT, PACKAGE)
    lost = [path for path in named_paths(page) if not any((place / path).exists() for place in places)]
    assert lost == []


def test_the_architecture_names_every_module_and_folder_of_the_package() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text()
    names = [f"{p.name}/" if p.is_dir() else p.name for p in PACKAGE.iterdir() if not p.name.startswith("_")]
    assert [name for name in sorted(names) if name not in text and name != "py.typed"] == []


def test_ci_calls_the_two_commands_that_the_readme_starts_with() -> None:
    main_job, tests = (block.strip() for block in blocks(README, "sh")[:2])
    steps = [line.strip() for line in (ROOT / ".ci" / "run").read_text().splitlines()]
    assert "schemadiff plan --from empty --to schema/tradestream" in main_job
    assert steps.index(main_job) < steps.index(tests)


def test_the_sample_of_the_readme_is_what_the_command_says() -> None:
    shown = next(text for text in blocks(README, "") if text.startswith("$ schemadiff "))
    command, _, output = shown.partition("\n")
    done = run(*command.split()[2:])
    assert (done.returncode, done.stdout) == (0, output)


@pytest.mark.parametrize(("command", "exit_code"), [("plan", 0), ("emit", 0), ("check", 2)])
def test_what_is_not_managed_is_named_by_every_command(command: str, exit_code: int, tmp_path: Path) -> None:
    schema = tmp_path / "schema.sql"
    schema.write_text("".join(f"{sql};\n" for sql in NOT_MANAGED))
    out = ["--out", str(tmp_path / "out")] if command == "emit" else []
    done = run(command, "--from", "empty", "--to", str(schema), "--quiet", *out)
    assert done.returncode == exit_code
    warned = [line for line in done.stderr.splitlines() if line.startswith("warning: ")]
    assert [words for words in NOT_MANAGED.values() if not any(words in line for line in warned)] == []


def test_make_has_few_targets_and_each_is_described() -> None:
    text = (ROOT / "Makefile").read_text()
    (phony,) = re.findall(r"^\.PHONY: (.*)$", text, re.MULTILINE)
    targets = phony.split()
    assert len(targets) <= 10
    assert [t for t in targets if f"`make {t}`" not in (ROOT / "CONTRIBUTING.md").read_text()] == []
    assert [t for t in targets if not re.search(rf"^{t}:", text, re.MULTILINE)] == []


def test_every_dependency_is_pinned_and_no_pin_names_a_place() -> None:
    lines = (ROOT / "constraints.txt").read_text().splitlines()
    pins = [line for line in lines if not line.startswith("#")]
    assert [pin for pin in pins if not re.fullmatch(r"[\w.-]+==[\w.]+", pin)] == []
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    wanted = [
        *project["dependencies"],
        *(d for extra in project["optional-dependencies"].values() for d in extra),
    ]
    names = {re.split(r"[\[<>=~! ]", requirement)[0] for requirement in wanted} - {"schemadiff"}
    assert names - {pin.partition("==")[0].replace("_", "-") for pin in pins} == set()


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda p: p.stem)
def test_a_decision_says_what_was_chosen_refused_and_would_change_it(decision: Path) -> None:
    parts = re.findall(r"^\*\*([^*]+)\.\*\*", decision.read_text(), re.MULTILINE)
    assert [p for p in parts if p != "Price"] == ["Chosen", "Refused", "What would change our mind"]


def test_decisions_are_numbered_without_a_gap() -> None:
    assert [int(d.name[:4]) for d in DECISIONS] == list(range(1, len(DECISIONS) + 1))


def test_a_change_is_named_by_its_sort() -> None:
    names = [p.name for p in (ROOT / "changes").iterdir() if p.name != "README.md"]
    assert [n for n in names if not re.fullmatch(r"[a-z0-9-]+\.(added|changed|fixed|removed)\.md", n)] == []


def test_contributing_fits_a_page() -> None:
    assert len((ROOT / "CONTRIBUTING.md").read_text().splitlines()) <= 70
