"""What was decided of a relation: verdict, severity, finding."""

from __future__ import annotations

from typing import Any, Literal

from numcheck.model.document import Location
from numcheck.model.span import Span
from numcheck.named import NamedTuple
from numcheck.record import record

Verdict = Literal["holds", "strained", "broken", "undecided"]
Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("note", "warning", "error")


@record
class FigureShown:
    """A figure that takes part in a finding: its role, its print, its place in the file.

    `copy` is its place in the document's text.
    """

    role: str
    text: str
    span: Span
    copy: Span | None = None


@record
class Correction:
    """What to print in place of a stretch of the file, to make the sentence right."""

    span: Span
    text: str


class Leave(NamedTuple):
    """That a broken check is let stand: by a mark in the file, or by the project; and why."""

    by: Literal["file", "project"]
    reason: str = ""


@record
class Finding:
    """A relation that was decided, with what a reader is told of it.

    Every decided relation is one of these; those whose verdict is broken (and, when asked for,
    strained) are findings, all of them are checks. Spans and location are in the file; `marks`
    are where the figures stand in `sentence`. `leave` says why a broken check is no finding;
    `quoted`, that the figures are somebody's words.
    """

    rule: str
    verdict: Verdict
    severity: Severity
    path: str
    location: Location
    figures: tuple[FigureShown, ...]
    message: str
    working: str
    suggestion: tuple[Correction, ...] = ()
    fingerprint: str = ""
    sentence: str = ""
    id: str | int | None = None
    marks: tuple[Span, ...] = ()
    leave: Leave | None = None
    quoted: bool = False

    def to_dict(self) -> dict[str, Any]:
        """Return the finding as the public JSON describes it."""
        where = self.location
        out: dict[str, Any] = {
            "rule": self.rule,
            "severity": self.severity,
            "verdict": self.verdict,
            "path": self.path,
            "line": where.line,
            "column": where.column,
            "end_line": where.end_line,
            "end_column": where.end_column,
            "start": where.start,
            "end": where.end,
            "figures": [
                {"role": f.role, "text": f.text, "start": f.span.start, "end": f.span.end}
                for f in self.figures
            ],
            "message": self.message,
            "working": self.working,
            "suggestion": [
                {"start": c.span.start, "end": c.span.end, "text": c.text} for c in self.suggestion
            ],
            "fingerprint": self.fingerprint,
        }
        if where.label:
            out["place"] = where.label
        if self.quoted:
            out["quoted"] = True
        if self.leave is not None:
            out["suppressed"] = {"by": self.leave.by, "reason": self.leave.reason}
        if self.id is not None:
            out["id"] = self.id
        return out
