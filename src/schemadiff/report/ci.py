"""A check in the formats of CI systems: SARIF 2.1.0, JUnit XML, GitHub's workflow commands."""

from __future__ import annotations

import hashlib
from importlib.metadata import PackageNotFoundError, version
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from schemadiff.errors import Origin
from schemadiff.report.layout import as_text, between, difference_lines, in_sync, label, verdict
from schemadiff.report.machine import as_json
from schemadiff.report.safe import clean
from schemadiff.report.words import plain, plural

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from schemadiff.errors import Diagnostic
    from schemadiff.report.values import Node, Report

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_RULES: Final = {
    "missing": "The wanted schema has an object that the other state lacks.",
    "unexpected": "The other state has an object that the wanted schema lacks.",
    "different": "An object differs between the two states.",
}
_LEVELS: Final = {"warning": "warning", "note": "note"}


def found(report: Report) -> Iterator[tuple[Node, str, str]]:
    """Each difference with its rule and a sentence."""
    for root in report.changes:
        for node in root.walk():
            if node.rule:
                yield node, node.rule, sentence(node, root, report)


def sentence(node: Node, root: Node, report: Report) -> str:
    """`column phone of table users is missing in migrations:generated: varchar(32)`."""
    of = f" of {root.noun} {root.name}" if node is not root else ""
    old = label(report.old_label)
    told = {
        "missing": f"is missing in {old}",
        "unexpected": f"is in {old} but not in {label(report.new_label)}",
        "different": f"differs in {old}",
    }[str(node.rule)]
    details = f": {'; '.join(node.details)}" if node.details and node.rule != "unexpected" else ""
    return clean(f"{node.noun} {node.name}{of} {told}{details}")


def _place(node: Node, report: Report) -> Origin | None:
    if node.origin is not None:
        return node.origin
    return Origin(report.place) if report.place else None


# -- SARIF ---------------------------------------------------------------------------------------------


def sarif(reports: Sequence[Report]) -> str:
    """One result for each difference, and for each warning beside them."""
    results = [_result(*f, report) for report in reports for f in found(report)]
    results += [_noted(n) for report in reports for n in report.notes]
    known = {r["ruleId"] for r in results}
    rules = [{"id": i, "shortDescription": {"text": text}} for i, text in _RULES.items()]
    rules += [{"id": i} for i in sorted(known - _RULES.keys())]
    driver = {
        "name": "schemadiff",
        "version": _version(),
        "rules": rules,
    }
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return as_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _version() -> str:
    try:
        return version("schemadiff")
    except PackageNotFoundError:
        return "0"


def _result(node: Node, rule: str, text: str, report: Report) -> dict[str, Any]:
    identity = repr((rule, node.ident)).encode()
    found_ = {
        "ruleId": rule,
        "level": "error",
        "message": {"text": text},
        "partialFingerprints": {"object/v1": hashlib.sha256(identity).hexdigest()[:16]},
    }
    place = _place(node, report)
    located = {"logicalLocations": [{"fullyQualifiedName": clean(str(node.ident)), "kind": node.noun}]}
    return {**found_, "locations": [{**(_physical(place) if place else {}), **located}]}


def _noted(note: Diagnostic) -> dict[str, Any]:
    place = {"locations": [_physical(note.origin)]} if note.origin else {}
    text = clean(f"{plain(note.subject)}: {plain(note.message)}")
    return {
        "ruleId": note.code,
        "level": _LEVELS.get(note.severity, "warning"),
        "message": {"text": text},
        **place,
    }


def _physical(origin: Origin) -> dict[str, Any]:
    path = PurePath(origin.path)
    artifact = (
        {"uri": path.as_uri()}
        if path.is_absolute()
        else {"uri": quote(path.as_posix(), safe="/", errors="surrogatepass"), "uriBaseId": "%SRCROOT%"}
    )
    region = {"startLine": origin.line, "startColumn": origin.column}
    return {"physicalLocation": {"artifactLocation": artifact, "region": region}}


# -- JUnit ---------------------------------------------------------------------------------------------


def junit(reports: Sequence[Report]) -> str:
    """One suite for each pair of states; a failed case for each object that differs, a passed one if none."""
    suites = [_suite(r) for r in reports]
    failures = sum(count for count, _ in suites)
    tests = sum(max(count, 1) for count, _ in suites)
    head = f'<testsuites name="schemadiff check" tests="{tests}" failures="{failures}" errors="0">'
    return "\n".join(
        ['<?xml version="1.0" encoding="UTF-8"?>', head, *(text for _, text in suites), "</testsuites>", ""]
    )


def _suite(report: Report) -> tuple[int, str]:
    name = quoteattr(clean(between(report)))
    cases = [_case(root, report) for root in report.changes if any(n.rule for n in root.walk())]
    failures = len(cases)
    if not cases:
        cases = [f'    <testcase classname={name} name={quoteattr(in_sync(report))} time="0"/>']
    counted = f'tests="{len(cases)}" failures="{failures}" errors="0" skipped="0" time="0"'
    head = f"  <testsuite name={name} {counted}>"
    return failures, "\n".join([head, *cases, "  </testsuite>"])


def _case(root: Node, report: Report) -> str:
    sentences = [sentence(n, root, report) for n in root.walk() if n.rule]
    place = _place(root, report)
    where = f" file={quoteattr(clean(place.path))} line={quoteattr(str(place.line))}" if place else ""
    title = quoteattr(clean(f"{root.noun} {root.name}"))
    message = quoteattr(sentences[0] if len(sentences) == 1 else f"{plural(len(sentences), 'difference')}")
    text = escape("\n".join(sentences))
    return (
        f'    <testcase classname={quoteattr(clean(between(report)))} name={title}{where} time="0">\n'
        f'      <failure type="difference" message={message}>{text}</failure>\n'
        "    </testcase>"
    )


# -- GitHub --------------------------------------------------------------------------------------------


def github(reports: Sequence[Report]) -> str:
    """An annotation for each difference, then the whole tree as plain lines for the log."""
    lines = []
    for report in reports:
        for node, rule, text in found(report):
            lines.append(_command("error", _place(node, report), f"schema {rule}", text))
        for note in report.notes:
            words = clean(f"{plain(note.subject)}: {plain(note.message)}")
            level = "warning" if note.severity == "warning" else "notice"
            lines.append(_command(level, note.origin, note.code, words))
        # A plain line must not start as a command does: the runner would obey it.
        lines.append(f"check {between(report)}: {in_sync(report) if report.empty else verdict(report)}")
        lines += [] if report.empty else as_text(difference_lines(report)).splitlines()
    # The runner's older commands are obeyed anywhere in a line.
    return "".join(f"{line.replace('##[', '## [')}\n" for line in lines)


def _command(level: str, place: Origin | None, title: str, text: str) -> str:
    properties = {"title": title}
    if place is not None:
        properties = {"file": place.path, "line": str(place.line), "col": str(place.column), **properties}
    said = ",".join(f"{k}={_property(v)}" for k, v in properties.items())
    return f"::{level} {said}::{_data(text)}"


def _data(text: str) -> str:
    """source: actions/toolkit, command.ts, escapeData."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """source: actions/toolkit, command.ts, escapeProperty."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
