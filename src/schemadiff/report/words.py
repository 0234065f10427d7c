"""Two values of an object in the words of people. Generic over fields; no kind is known by name."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import MISSING, fields
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from schemadiff.kinds._types import short
from schemadiff.model.catalog import differing
from schemadiff.model.ident import Ident, target_of
from schemadiff.report.safe import without_secrets
from schemadiff.report.values import Difference
from schemadiff.sqltext import dotted, ident

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from dataclasses import Field

    from schemadiff.model.catalog import CatalogObject
    from schemadiff.model.kind import Kind, Scope

# Longer text is summarised.
LONG: Final = 60
_MANY: Final = 4
_RUN: Final = 3
# Fields that say what they are without their name.
_BARE: Final = frozenset({"data_type", "definition"})
_NAMES: Final = frozenset({"schema", "name", "target", "parent"})
# Fields that hold what somebody wrote, word for word.
_QUOTED: Final = frozenset({"text", "body"})
_BOOLEAN: Final = {
    "not_null": ("now NOT NULL", "no longer NOT NULL"),
    "row_security": ("row-level security on", "row-level security off"),
    "force_row_security": ("row-level security forced on the owner", "row-level security no longer forced"),
    "cycle": ("now cycles", "no longer cycles"),
}
_CAST_LITERAL: Final = re.compile(r"('(?:[^']|'')*')::[a-z][a-z0-9_. ]*(\(\d+\))?(\[\])*")


def plural(count: int, noun: str) -> str:
    """`1 index`, `2 indexes`."""
    if count == 1:
        return f"1 {noun}"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{count} {noun[:-1]}ies"
    return f"{count} {noun}{'es' if noun.endswith(('x', 's', 'ch', 'sh')) else 's'}"


# -- names ---------------------------------------------------------------------------------------------


def nameless(i: Ident, parent: Ident, kind: Kind[Any]) -> bool:
    """True for what has no name but its parent's, as a default or a comment: it is said with the parent."""
    if kind.attached:
        return target_of(i) == parent and i.args == parent.args
    return (i.names, i.args) == (parent.names, parent.args)


def name_of(i: Ident, parent: Ident | None, kind: Kind[Any]) -> str:
    """The name as it stands under the parent; alone, with the schema where that is not public."""
    if not kind.attached:
        return _relative(i, parent)
    target = target_of(i)
    said = [] if target == parent else [_relative(target, parent)]
    said.extend(grantee or "PUBLIC" for grantee in i.args[len(target.args) :])
    return " ".join(said)


def _relative(i: Ident, parent: Ident | None) -> str:
    if parent is None:
        return str(i).removeprefix(f"{i.object_type} ").removeprefix("public.")
    common = 0
    for mine, theirs in zip(i.names, parent.names, strict=False):
        if mine != theirs:
            break
        common += 1
    args = ", ".join(i.args[len(parent.args) :] if i.args[: len(parent.args)] == parent.args else i.args)
    rest = dotted(*i.names[common:])
    return f"{rest}({args})" if rest and args else rest or args


# -- differences ---------------------------------------------------------------------------------------


def derived(old: CatalogObject, new: CatalogObject) -> bool:
    """True where all that differs follows from what the object stands on, as the types of a view do."""
    marks = {f.name: bool(f.metadata.get("derived")) for f in fields(old)}  # type: ignore[arg-type]
    return type(old) is type(new) and all(marks[name] for name in differing(old, new))


def differences(
    old: CatalogObject | None, new: CatalogObject | None, kind: Kind[Any], *, folded: bool = False
) -> list[Difference]:
    """What differs between two values of one object, or all of it where one side has none.

    Args:
        old: the value before; None where there was none.
        new: the value after; None where there is none.
        kind: the kind of both.
        folded: the object is said with its parent, so its noun stands before what it says.
    """
    if old is not None and new is not None:
        names = differing(old, new)
    else:
        names = [f.name for side in (old, new) if side is not None for f in _own(side)]
    found = []
    for name in names:
        a, b = getattr(old, name, None), getattr(new, name, None)
        label, key = name, name
        if folded:
            label = key = kind.noun if len(names) == 1 else f"{kind.noun} {name}"
        found.append(Difference(key, plain(a), plain(b), _words(name, label, a, b)))
    return [d for d in found if d.old != d.new] if folded else found


def said(found: Sequence[Difference]) -> list[str]:
    """The words of differences; of a run that comes or goes as a whole only the first are needed."""
    words: list[str] = []
    for (came, went), run in groupby(found, key=lambda d: (d.old is None, d.new is None)):
        group = list(run)
        together = (came or went) and len(group) >= _RUN
        words.extend(d.words for d in (group[:1] if together else group))
    return words


def plain(value: Any) -> Any:
    """A value as JSON has it, without passwords."""
    match value:
        case None | bool() | int() | float():
            return value
        case tuple() if not isinstance(value, Ident):
            return [plain(v) for v in value]
        case _:
            return without_secrets(str(value))


def _words(name: str, label: str, old: Any, new: Any) -> str:
    label = label.replace("_", " ")
    if isinstance(old, bool) and isinstance(new, bool):
        now, no_longer = _BOOLEAN.get(name, (f"now {label}", f"no longer {label}"))
        return now if new else no_longer
    if isinstance(old, tuple) and isinstance(new, tuple):
        return _tuples(name, label, old, new)
    a, b = _text(name, old), _text(name, new)
    if _short(a) and _short(b):
        return f"{label} {a} -> {b}" if name not in _BARE or old is None or new is None else f"{a} -> {b}"
    if old is None or new is None:
        return f"{label} {'added' if old is None else 'dropped'}"
    return _long(label, a, b)


def _long(label: str, old: str, new: str) -> str:
    if "\n" in old or "\n" in new:
        before, after = Counter(old.splitlines()), Counter(new.splitlines())
        added, removed = (after - before).total(), (before - after).total()
        counted = [f"{plural(added, 'line')} added"] if added else []
        counted += [f"{removed if added else plural(removed, 'line')} removed"] if removed else []
        return f"{label} changed: {', '.join(counted) or 'lines in another order'}"
    a, b = _middles(old, new)
    return f"{label}: {a} -> {b}" if _short(a) and _short(b) else f"{label} changed"


def _middles(old: str, new: str) -> tuple[str, str]:
    """Two lines without the words that both begin and end with."""
    a, b = old.split(" "), new.split(" ")
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    end = 0
    while end < min(len(a), len(b)) - start and a[-1 - end] == b[-1 - end]:
        end += 1
    first = max(start - 1, 0)  # one word of what stays, to see where it is
    last = max(end - 1, 0)
    return tuple(  # type: ignore[return-value]
        ("… " if first else "") + " ".join(w[first : len(w) - last]) + (" …" if last else "") for w in (a, b)
    )


def _tuples(name: str, label: str, old: tuple[Any, ...], new: tuple[Any, ...]) -> str:
    if all(isinstance(v, str) and "=" in v for v in (*old, *new)):
        return _pairs(dict(v.split("=", 1) for v in old), dict(v.split("=", 1) for v in new), label)
    a, b = [_text(name, v) for v in old], [_text(name, v) for v in new]
    added, removed = Counter(b) - Counter(a), Counter(a) - Counter(b)
    gone, come = [v for v in a if removed[v]], [v for v in b if added[v]]
    if not gone and not come:
        return f"{label} in another order"
    places = [(x, y) for x, y in zip(a, b, strict=False) if x != y]
    if len(a) == len(b) and len(places) <= _MANY and all(_short(x) and _short(y) for x, y in places):
        return f"{label}: {', '.join(f'{x} -> {y}' for x, y in places)}"
    if len(gone) > _MANY or len(come) > _MANY or not all(map(_short, [*gone, *come])):
        counted = [f"{len(come)} added"] if come else []
        return f"{label}: {', '.join([*counted, f'{len(gone)} removed'] if gone else counted)}"
    return f"{label}: {', '.join([*(f'{v} added' for v in come), *(f'{v} removed' for v in gone)])}"


def _pairs(old: Mapping[str, str], new: Mapping[str, str], label: str) -> str:
    names = sorted(n for n in old.keys() | new.keys() if old.get(n) != new.get(n))
    if not names:
        return f"{label} in another order"
    return ", ".join(f"{n} {_of_pair(n, old)} -> {_of_pair(n, new)}" for n in names)


def _of_pair(name: str, values: Mapping[str, str]) -> str:
    return without_secrets(f"{name}={values[name]}").split("=", 1)[1] if name in values else "none"


def _text(name: str, value: Any) -> str:
    match value:
        case None:
            return "none"
        case bool():
            return "yes" if value else "no"
        case tuple():
            return ", ".join(_text(name, v) for v in value) or "none"
        case str():
            if name in _QUOTED and value and "\n" not in value:
                return f'"{without_secrets(value)}"'
            if "type" in name:
                value = short(value.removeprefix("public."))
            if literal := _CAST_LITERAL.fullmatch(value):
                value = literal[1]
            return without_secrets(value) or "''"
        case _:
            return str(value)


def _short(text: str) -> bool:
    return len(text) <= LONG and "\n" not in text


# -- new objects ---------------------------------------------------------------------------------------


def _own(value: CatalogObject) -> list[Field[Any]]:
    """The fields that are no part of the identity."""
    i = value.ident
    known = {*i.names, *i.args, *(value.parent.names if value.parent else ())}
    return [
        f
        for f in fields(value)  # type: ignore[arg-type]  # a catalog object is a dataclass
        if f.compare and f.name not in _NAMES and not _names_it(getattr(value, f.name), known)
    ]


def _names_it(value: Any, known: set[str]) -> bool:
    return isinstance(value, Ident) or (isinstance(value, str) and value in known)


def described(value: CatalogObject, kind: Kind[Any], scope: Scope) -> str:
    """What a new object is, in one line: its clause where it has one, else what its fields say."""
    if value.parent is not None and kind.inline is not None:
        cells = kind.inline(value, scope)
        text = _after_name(cells[0], value) if len(cells) == 1 else " ".join(filter(None, cells[1:]))
        return text if "\n" not in text else ""
    return ", ".join(filter(None, (_fact(f, value, kind.noun) for f in _own(value))))


def _fact(f: Field[Any], value: CatalogObject, noun: str) -> str:
    told = getattr(value, f.name)
    required = f.default is MISSING
    standard = told == f.default
    empty = told is None or (isinstance(told, tuple) and not any(v is not None for v in told))
    if standard or empty or (value.parent is None and (not required or f.metadata.get("printed"))):
        return ""
    label = f.name.replace("_", " ")
    if isinstance(told, bool):
        return label if told else f"not {label}"
    if isinstance(told, tuple) and len(told) > _MANY:
        return f"{len(told)} {label}"
    text = _after_name(_text(f.name, told), value)
    if "\n" in text:
        return ""
    bare = f.name in _BARE | _QUOTED | {noun, f"{noun}s"} or (required and f.metadata.get("printed"))
    if isinstance(told, tuple) and len(told) > 1 and not bare:
        text = f"({text})"
    return text if bare else f"{label} {text}" if _short(text) else ""


def _after_name(text: str, value: CatalogObject) -> str:
    """The text of a definition after the object's own name, where it has that near its beginning."""
    i = value.ident
    name = f" {ident((i.names or i.args)[-1])} "
    head, found, tail = text.partition(name)
    return tail if found and head.replace(" ", "").isalpha() and head.isupper() else text
