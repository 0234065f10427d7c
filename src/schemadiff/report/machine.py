"""A report for programs: JSON of a documented shape (docs/plan-json.md), and SQL."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from schemadiff.report.layout import label
from schemadiff.report.words import plain
from schemadiff.sqltext import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from schemadiff.errors import Diagnostic, Origin
    from schemadiff.model.ident import Ident
    from schemadiff.report.values import Danger, Node, Report

FORMAT: Final = 1


def plan_json(report: Report) -> str:
    """A plan as one JSON document."""
    return as_json({"format": FORMAT, "command": "plan", **_document(report)})


def check_json(reports: Sequence[Report]) -> str:
    """A check of one or more pairs of states as one JSON document."""
    comparisons = [{"in_sync": r.empty, "differences": r.rules, **_document(r)} for r in reports]
    in_sync = all(r.empty for r in reports)
    return as_json({"format": FORMAT, "command": "check", "in_sync": in_sync, "comparisons": comparisons})


def as_json(document: Any) -> str:
    """Indented JSON in which whatever a terminal might obey is escaped."""
    text = json.dumps(document, ensure_ascii=False, indent=2)
    escaped = text if text.replace("\n", "").isprintable() else "".join(map(_escaped, text))
    return f"{escaped}\n"


def _escaped(character: str) -> str:
    """Such characters stand only inside strings: the encoder itself writes none."""
    if character == "\n" or character.isprintable():
        return character
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def plan_sql(report: Report) -> str:
    """The migration files one after the other, a comment before each."""
    parts = []
    for number, file in enumerate(report.files, start=1):
        name = f": {one_line(file.name)}" if file.name else ""
        way = "in one transaction" if file.transactional else "outside of a transaction"
        parts.append(f"-- file {number} of {len(report.files)}{name} ({way})\n\n{file.text.rstrip()}\n")
    return "\n".join(parts)


def _document(report: Report) -> dict[str, Any]:
    return {
        "from": {"label": label(report.old_label), "fingerprint": report.old_fingerprint},
        "to": {"label": label(report.new_label), "fingerprint": report.new_fingerprint},
        "postgresql": report.postgresql,
        "summary": {**report.counts, "files": len(report.files), "objects": dict(report.tally)},
        "changes": [_node(n) for n in report.changes],
        "files": [
            {"name": f.name, "transactional": f.transactional, "statements": list(f.statements)}
            for f in report.files
        ],
        "hazards": [_danger(d) for d in report.dangers],
        "notes": [_note(n) for n in report.notes],
    }


def _node(node: Node) -> dict[str, Any]:
    return {
        "action": str(node.action),
        "kind": node.noun,
        "name": node.name,
        "object": _ident(node.ident),
        "along": node.along,
        "details": list(node.details),
        "how": list(node.how),
        "differences": [{"field": d.field, "from": d.old, "to": d.new} for d in node.differences],
        "causes": list(node.causes),
        "origin": _origin(node.origin),
        "statements": [s.sql for s in node.statements],
        "children": [_node(c) for c in node.children],
    }


def _ident(i: Ident) -> dict[str, Any]:
    return {"type": i.object_type, "names": list(i.names), "args": list(i.args)}


def _origin(origin: Origin | None) -> dict[str, Any] | None:
    return {"file": origin.path, "line": origin.line, "column": origin.column} if origin else None


def _danger(danger: Danger) -> dict[str, Any]:
    return {
        "name": danger.name,
        "text": danger.text,
        "object": _ident(danger.subject),
        "needs_permission": danger.asks,
        "allowed": danger.allowed,
    }


def _note(note: Diagnostic) -> dict[str, Any]:
    return {
        "code": note.code,
        "severity": note.severity,
        "subject": plain(note.subject),
        "message": plain(note.message),
        "origin": _origin(note.origin),
    }
