"""SARIF 2.1.0, for code hosts."""

from __future__ import annotations

import json
from typing import Any

from numcheck.model import VERSION
from numcheck.model.finding import Correction, Finding
from numcheck.model.span import Span
from numcheck.report import View, phrases
from numcheck.report.markdown import escaped
from numcheck.report.outcome import Report
from numcheck.report.proof import Proof
from numcheck.report.rulebook import RuleShown
from numcheck.report.tally import Tally

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_KINDS = {"broken": "fail", "strained": "review", "holds": "pass", "undecided": "open"}
_PROBLEM = {"error": "error", "warning": "warning", "note": "recommendation"}
_NOTIFICATIONS = (
    {"id": phrases.NOT_CHECKED, "shortDescription": {"text": "Something could not be checked."}},
    {"id": phrases.IDLE, "shortDescription": {"text": "A suppression suppresses nothing."}},
)


class Sarif:
    """One run with its rules, its results, what was let stand, and what could not be read."""

    def __init__(self, view: View) -> None:
        """Keep what is to be shown, and collect."""
        self.view = view
        self.places = {rule.id: at for at, rule in enumerate(view.rules)}
        self.results: list[dict[str, Any]] = []
        self.artifacts: list[dict[str, Any]] = []

    def add(self, report: Report) -> str:
        """Take a document's findings, and those that are let stand; all is written at the end."""
        uri = _uri(report.path)
        if report.read:
            self.artifacts.append({"location": {"uri": uri}, "roles": ["analysisTarget"]})
        proof = report.proof()
        page = _Page(uri, proof if proof is not None and proof.printed else None)
        shown = report.listed(self.view.floor)
        stand = [one for one in report.checks if one.leave is not None]
        self.results += [self.result(one, page) for one in (*shown, *stand)]
        if self.view.passed:
            rest = [one for one in phrases.others(report, shown) if one.verdict != "broken"]
            self.results += [self.result(one, page, _KINDS[one.verdict]) for one in rest]
        return ""

    def result(self, one: Finding, page: _Page, kind: str = "fail") -> dict[str, Any]:
        """Return a finding as SARIF has it; a check that is none has a kind but no level."""
        out: dict[str, Any] = {
            "ruleId": one.rule,
            "kind": kind,
            "level": one.severity if kind == "fail" else "none",
            "message": {"text": _message(one, kind, page.proof is not None)},
            "locations": [page.location(one)],
            # Code hosts follow a finding by the first of these, and by the source line without it.
            "partialFingerprints": {
                "primaryLocationLineHash": f"{one.fingerprint}:1",
                "numcheckFinding/v1": one.fingerprint,
            },
            "suppressions": _suppressions(one),
            "properties": {"verdict": one.verdict, "working": one.working, "quoted": one.quoted},
        }
        if one.rule in self.places:
            out["ruleIndex"] = self.places[one.rule]
        if page.proof is not None:
            out["relatedLocations"] = page.figures(one)
            if one.suggestion and kind == "fail":
                out["fixes"] = page.fixes(one)
        return out

    def end(self, tally: Tally) -> str:
        """Return the log."""
        driver = {
            "name": "numcheck",
            "version": VERSION,
            "semanticVersion": VERSION,
            "rules": [_rule(rule) for rule in self.view.rules],
            "notifications": _NOTIFICATIONS,
        }
        told = [_told(path, one, phrases.NOT_CHECKED) for path, one in tally.faults]
        told += [_told(path, one, phrases.IDLE) for path, one in tally.idle]
        invocation = {"executionSuccessful": not tally.faults, "toolExecutionNotifications": told}
        run = {
            "tool": {"driver": driver},
            "invocations": [invocation],
            "columnKind": "unicodeCodePoints",
            "artifacts": self.artifacts,
            "results": self.results,
            "properties": {"summary": tally.to_dict()},
        }
        log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
        return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


class _Page:
    """A file's lines, as far as it has any."""

    def __init__(self, uri: str, proof: Proof | None) -> None:
        self.artifact = {"uri": uri}
        self.proof = proof

    def location(self, one: Finding) -> dict[str, Any]:
        """Return where a finding stands; a file without lines has its first, and a place name."""
        where = one.location
        region: dict[str, Any] = {"startLine": 1}
        if self.proof is not None:
            region = self.region(Span(where.start, where.end))
            region["snippet"] = {"text": self.proof.printed[where.start : where.end]}
        out = {"physicalLocation": {"artifactLocation": self.artifact, "region": region}}
        return out | ({"logicalLocations": [{"name": where.label}]} if where.label else {})

    def region(self, span: Span) -> dict[str, Any]:
        """Return a stretch of the file in lines and columns."""
        assert self.proof is not None
        start, end = self.proof.spot(span.start), self.proof.spot(span.end)
        return {
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
        }

    def figures(self, one: Finding) -> list[dict[str, Any]]:
        """Return the place of each figure that takes part."""
        return [
            {
                "id": number,
                "physicalLocation": {
                    "artifactLocation": self.artifact,
                    "region": self.region(figure.span),
                },
                "message": {"text": f"{figure.role}: {figure.text}"},
            }
            for number, figure in enumerate(one.figures, 1)
        ]

    def fixes(self, one: Finding) -> list[dict[str, Any]]:
        """Return each correction as a change of its own: one of them is enough."""
        return [self._fix(correction, offer) for correction, offer in _offered(one)]

    def _fix(self, correction: Correction, offer: phrases.Offer) -> dict[str, Any]:
        said = f"Print {offer.text}" + (f" in place of {offer.instead}" if offer.instead else "")
        replacement = {
            "deletedRegion": self.region(correction.span),
            "insertedContent": {"text": correction.text},
        }
        change = {"artifactLocation": self.artifact, "replacements": [replacement]}
        return {"description": {"text": said}, "artifactChanges": [change]}


def _offered(one: Finding) -> list[tuple[Correction, phrases.Offer]]:
    return list(zip(one.suggestion, phrases.offers(one), strict=True))


def _message(one: Finding, kind: str, lined: bool) -> str:
    if kind != "fail":
        return f"{phrases.VERDICTS[one.verdict]}: {phrases.working(one)}"
    said = (phrases.placed(one, lined), phrases.folded(one.working), phrases.advice(one))
    return "\n".join(filter(None, (*said, phrases.QUOTED if one.quoted else "")))


def _suppressions(one: Finding) -> list[dict[str, str]]:
    """Return why a finding is let stand; an empty list says that it is not."""
    if one.leave is None:
        return []
    kind = "inSource" if one.leave.by == "file" else "external"
    out = {"kind": kind, "status": "accepted"}
    return [out | ({"justification": one.leave.reason} if one.leave.reason else {})]


def _told(path: str, said: str, about: str) -> dict[str, Any]:
    return {
        "descriptor": {"id": about},
        "level": "error" if about == phrases.NOT_CHECKED else "note",
        "message": {"text": phrases.folded(said)},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(path)}}}],
    }


def _rule(rule: RuleShown) -> dict[str, Any]:
    """Return a rule with its page, as text and as Markdown."""
    why = " ".join(rule.why.split())
    wrong = [f"{_quoted(one.text)}: {one.says}" for one in rule.bad]
    right = [_quoted(one.text) for one in rule.good]
    text = "\n".join([rule.rule, why, "Wrong:", *wrong, "Right:", *right])
    listed = ["**Wrong**", "", *(f"- {escaped(one)}" for one in wrong), "", "**Right**", ""]
    listed += [f"- {escaped(one)}" for one in right]
    markdown = "\n".join([escaped(rule.rule), "", escaped(why), "", *listed])
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.rule},
        "fullDescription": {"text": why},
        "help": {"text": text, "markdown": markdown},
        "defaultConfiguration": {"level": rule.severity},
        "properties": {"tags": ["figures"], "problem.severity": _PROBLEM[rule.severity]},
    }


def _quoted(text: str) -> str:
    return f"“{' '.join(text.split())}”"


def _uri(path: str) -> str:
    """Return a path as a URI reference: relative to the repository, or absolute."""
    import os
    from pathlib import Path
    from urllib.parse import quote

    if os.path.isabs(path):  # noqa: PTH117
        return Path(path).as_uri()
    return quote(phrases.in_repository(path), errors="surrogateescape")
