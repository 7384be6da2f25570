"""Findings for programs: json and jsonl, stable by schema_version."""

from __future__ import annotations

import json
from typing import Any

from numcheck.report import View
from numcheck.report.outcome import Report
from numcheck.report.tally import Tally

SCHEMA_VERSION = 1


class Jsonl:
    """One finding a line; with what passed, one check a line after them."""

    def __init__(self, view: View) -> None:
        """Keep what is to be shown."""
        self.view = view

    def add(self, report: Report) -> str:
        """Return a document's lines."""
        shown = report.listed(self.view.floor)
        if self.view.passed:
            shown += report.others(shown)
        return "".join(one_line(finding.to_dict()) for finding in shown)

    def end(self, tally: Tally) -> str:
        """Return nothing: every line stands for itself."""
        return ""


class Json:
    """One object with all findings, all checks, and the counts of the run."""

    def __init__(self, view: View) -> None:
        """Keep what is to be shown, and collect."""
        self.view = view
        self.findings: list[dict[str, Any]] = []
        self.checks: list[dict[str, Any]] = []

    def add(self, report: Report) -> str:
        """Take a document's findings and checks; all is written at the end."""
        self.findings += [finding.to_dict() for finding in report.listed(self.view.floor)]
        self.checks += [check.to_dict() for check in report.checks]
        return ""

    def end(self, tally: Tally) -> str:
        """Return the object."""
        whole = {
            "schema_version": SCHEMA_VERSION,
            "findings": self.findings,
            "checks": self.checks,
            "quantities": tally.figures,
            "summary": tally.to_dict(),
            "faults": [{"path": path, "message": message} for path, message in tally.faults],
            "idle": [{"path": path, "message": message} for path, message in tally.idle],
        }
        return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def one_line(what: dict[str, Any]) -> str:
    """Return an object as one line of JSON."""
    return json.dumps(what, ensure_ascii=False) + "\n"
