"""What is said of a plan or a check, as plain values and as text in every format; nothing here does I/O."""

from schemadiff.report.ci import github, junit, sarif
from schemadiff.report.layout import check_lines, plan_lines
from schemadiff.report.machine import check_json, plan_json, plan_sql
from schemadiff.report.markdown import check_markdown, plan_markdown
from schemadiff.report.tree import make_report
from schemadiff.report.values import Action, Danger, Difference, File, Node, Report

__all__ = [
    "Action",
    "Danger",
    "Difference",
    "File",
    "Node",
    "Report",
    "check_json",
    "check_lines",
    "check_markdown",
    "github",
    "junit",
    "make_report",
    "plan_json",
    "plan_lines",
    "plan_markdown",
    "plan_sql",
    "sarif",
]
