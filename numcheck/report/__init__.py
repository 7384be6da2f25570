"""The visible list of reporters: findings to output."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Protocol

    from numcheck.model.finding import Severity
    from numcheck.report.outcome import Report
    from numcheck.report.rulebook import RuleShown
    from numcheck.report.tally import Tally

    class Writer(Protocol):
        """A format: takes one document's report at a time, and closes at the end."""

        def add(self, report: Report) -> str:
            """Return what is to be written for one document."""

        def end(self, tally: Tally) -> str:
            """Return what is to be written after the last document."""


FORMATS = ("text", "concise", "json", "jsonl")
# What a format shows beside the findings: every check; the copy, or its lines.
SHOW_CHECKS = frozenset({"json"})
SHOW_COPY = frozenset[str]()


class View(NamedTuple):
    """What a reader wants to see: a floor of severity, what passed, colour; and the rules."""

    floor: Severity | None = None
    passed: bool = False
    colour: bool = False
    rules: tuple[RuleShown, ...] = ()


def writer(name: str, view: View) -> Writer:
    """Return a new writer of the format `name`, one of `FORMATS`."""
    if name in ("text", "concise"):
        from numcheck.report import plain

        return plain.Text(view) if name == "text" else plain.Concise(view)
    if name in ("json", "jsonl"):
        from numcheck.report import lines

        return lines.Json(view) if name == "json" else lines.Jsonl(view)
    raise ValueError(f"{name!r} is not a format; there are {', '.join(FORMATS)}")
