"""The visible list of reporters: findings to output."""

from __future__ import annotations

from typing import TYPE_CHECKING

from numcheck.named import NamedTuple

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


FORMATS = (
    "text", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "checkstyle",
    "rdjson", "markdown", "html",
)  # fmt: skip
# What a format shows beside the findings: every check; the copy, or its lines.
SHOW_CHECKS = frozenset({"json", "sarif", "junit", "markdown", "html"})
SHOW_COPY = frozenset(FORMATS[4:]) - {"markdown"}


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
    if name in ("markdown", "html"):
        from numcheck.report import markdown, page

        return markdown.Markdown(view) if name == "markdown" else page.Html(view)
    return _for_services(name, view)


def _for_services(name: str, view: View) -> Writer:
    """Return a writer in the form that a code host or a build server asks for."""
    if name == "sarif":
        from numcheck.report import sarif

        return sarif.Sarif(view)
    if name in ("github", "gitlab"):
        from numcheck.report import hosts

        return hosts.Github(view) if name == "github" else hosts.Gitlab(view)
    if name in ("junit", "checkstyle", "rdjson"):
        from numcheck.report import suites

        if name == "rdjson":
            return suites.Rdjson(view)
        return suites.Junit(view) if name == "junit" else suites.Checkstyle(view)
    raise ValueError(f"{name!r} is not a format; there are {', '.join(FORMATS)}")
