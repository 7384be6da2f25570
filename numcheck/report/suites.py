"""Reports for build servers and review bots: JUnit, Checkstyle, rdjson."""

from __future__ import annotations

import json
from bisect import bisect_right
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from numcheck.model.finding import Finding
from numcheck.model.span import Span
from numcheck.report import View, phrases
from numcheck.report.outcome import Report
from numcheck.report.proof import Proof
from numcheck.report.tally import Tally

_CHECKSTYLE = {"error": "error", "warning": "warning", "note": "info"}
_RDJSON = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


class Junit:
    """A suite a document, a case a check: what was found has failed, what passed has passed.

    A note fails nothing; it is told in the output of its case.
    """

    def __init__(self, view: View) -> None:
        """Keep what is to be shown, and collect."""
        self.view = view
        self.whole = Element("testsuites", name="numcheck")

    def add(self, report: Report) -> str:
        """Take a document's suite; all is written at the end, with the counts."""
        suite = Element("testsuite", name=phrases.clean(report.path))
        lined = phrases.lined(report)
        shown = report.listed(self.view.floor)
        told = {id(one) for one in shown}
        names: dict[str, int] = {}
        for one in sorted([*shown, *_passed(report, shown)], key=lambda one: one.location.start):
            case = _case(suite, report, _name(one, names))
            if lined:
                case.set("line", str(one.location.line))
            _outcome(case, one, id(one) in told, lined)
        for fault in report.faults:
            case = _case(suite, report, phrases.NOT_CHECKED)
            SubElement(case, "error", message=phrases.folded(fault), type=phrases.NOT_CHECKED)
        if not len(suite):
            _case(suite, report, "no claim to check")
        _count(suite, [suite])
        self.whole.append(suite)
        return ""

    def end(self, tally: Tally) -> str:
        """Return the suites."""
        _count(self.whole, list(self.whole))
        return _printed(self.whole)


def _passed(report: Report, shown: list[Finding]) -> list[Finding]:
    """Return the checks that found nothing; a contradiction that is told twice is told once."""
    return [one for one in phrases.others(report, shown) if one.verdict != "broken"]


def _name(one: Finding, names: dict[str, int]) -> str:
    """Return a case's name, the same from run to run while the figures stay."""
    figures = ", ".join(figure.text for figure in one.figures)
    name = phrases.folded(f"{one.rule}: {figures}")
    names[name] = number = names.get(name, 0) + 1
    return name if number == 1 else f"{name} ({number})"


def _case(suite: Element, report: Report, name: str) -> Element:
    path = phrases.clean(phrases.in_repository(report.path))
    return SubElement(suite, "testcase", classname=path, name=name, file=path)


def _outcome(case: Element, one: Finding, told: bool, lined: bool) -> None:
    """Put into a case what came of it."""
    if told and one.severity != "note":
        failure = SubElement(case, "failure", message=phrases.message(one), type=one.severity)
        where = f"{phrases.in_repository(one.path)}: {phrases.place(one)}"
        said = (where, one.sentence, one.working, phrases.advice(one))
        failure.text = "\n".join(phrases.folded(part) for part in said if part)
        if one.quoted:
            failure.text += "\n" + phrases.QUOTED
    elif one.verdict == "undecided":
        SubElement(case, "skipped", message=phrases.VERDICTS["undecided"])
    else:
        verdict = phrases.placed(one, lined) if told else phrases.VERDICTS[one.verdict]
        SubElement(case, "system-out").text = f"{verdict}: {phrases.working(one)}"


def _count(element: Element, suites: list[Element]) -> None:
    """Write on an element how many cases there are in some suites, and what came of them."""
    cases = [case for suite in suites for case in suite.iter("testcase")]
    element.set("tests", str(len(cases)))
    for key, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        element.set(key, str(sum(case.find(tag) is not None for case in cases)))


class Checkstyle:
    """Checkstyle's XML: the findings of each file by line and column."""

    def __init__(self, view: View) -> None:
        """Keep what is to be shown, and collect."""
        self.view = view
        self.whole = Element("checkstyle", version="4.3")

    def add(self, report: Report) -> str:
        """Take a document's findings; all is written at the end."""
        path = phrases.clean(phrases.in_repository(report.path))
        file = SubElement(self.whole, "file", name=path)
        for fault in report.faults:
            said = phrases.folded(fault)
            source = f"numcheck.{phrases.NOT_CHECKED}"
            SubElement(file, "error", line="1", severity="error", message=said, source=source)
        lined = phrases.lined(report)
        for one in report.listed(self.view.floor):
            said = " · ".join(filter(None, (phrases.placed(one, lined), phrases.advice(one))))
            at = (one.location.line, one.location.column) if lined else (1, 1)
            SubElement(
                file, "error", line=str(at[0]), column=str(at[1]),
                severity=_CHECKSTYLE[one.severity], message=said, source=f"numcheck.{one.rule}",
            )  # fmt: skip
        return ""

    def end(self, tally: Tally) -> str:
        """Return the files."""
        return _printed(self.whole)


def _printed(element: Element) -> str:
    ElementTree.indent(element)
    printed = ElementTree.tostring(element, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{printed}\n'


class Rdjson:
    """Reviewdog's diagnostics; its columns count bytes of UTF-8."""

    def __init__(self, view: View) -> None:
        """Keep what is to be shown, and collect."""
        self.view = view
        self.diagnostics: list[dict[str, Any]] = []

    def add(self, report: Report) -> str:
        """Take a document's findings; all is written at the end."""
        path, proof = phrases.in_repository(report.path), report.proof()
        ruler = _Ruler(proof) if proof is not None and proof.printed else None
        for fault in report.faults:
            location = {"path": path}
            self.diagnostics.append(
                _diagnostic(phrases.folded(fault), location, "ERROR", phrases.NOT_CHECKED)
            )
        for one in report.listed(self.view.floor):
            self.diagnostics.append(_finding(one, path, ruler))
        return ""

    def end(self, tally: Tally) -> str:
        """Return the object."""
        whole = {"source": {"name": "numcheck"}, "diagnostics": self.diagnostics}
        return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


class _Ruler:
    """Measures a file's lines in bytes of UTF-8, none of them twice from its beginning."""

    def __init__(self, proof: Proof) -> None:
        self.proof = proof
        self.offsets = [0]
        self.bytes = [0]

    def range(self, span: Span) -> dict[str, dict[str, int]]:
        """Return a stretch of the file as reviewdog has it."""
        return {"start": self._place(span.start), "end": self._place(span.end)}

    def _place(self, offset: int) -> dict[str, int]:
        line = self.proof.spot(offset).line
        begin = self.proof.lines[line - 1]
        return {"line": line, "column": self._before(offset) - self._before(begin) + 1}

    def _before(self, offset: int) -> int:
        """Count the bytes before an offset, from the nearest one that is known."""
        at = bisect_right(self.offsets, offset) - 1
        known = self.offsets[at]
        stretch = self.proof.printed[known:offset]
        count = self.bytes[at] + len(stretch.encode("utf-8", "surrogatepass"))
        if known != offset:
            self.offsets.insert(at + 1, offset)
            self.bytes.insert(at + 1, count)
        return count


def _finding(one: Finding, path: str, ruler: _Ruler | None) -> dict[str, Any]:
    said = [phrases.placed(one, ruler is not None), phrases.folded(one.working)]
    location: dict[str, Any] = {"path": path}
    if ruler is not None:
        location["range"] = ruler.range(Span(one.location.start, one.location.end))
    out = _diagnostic("\n".join(filter(None, said)), location, _RDJSON[one.severity], one.rule)
    if ruler is not None and one.suggestion:
        out["suggestions"] = [
            {"range": ruler.range(correction.span), "text": correction.text}
            for correction in one.suggestion
        ]
    return out


def _diagnostic(said: str, location: dict[str, Any], severity: str, code: str) -> dict[str, Any]:
    return {
        "message": said, "location": location, "severity": severity, "code": {"value": code},
    }  # fmt: skip
