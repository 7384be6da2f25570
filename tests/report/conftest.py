"""Two articles and an unreadable one, and what each format makes of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest

from numcheck.check import check_bytes
from numcheck.config import Config
from numcheck.model.finding import Finding
from numcheck.record import replace
from numcheck.report import View, writer
from numcheck.report.outcome import Report
from numcheck.report.tally import Tally

# Line breaks of two characters, signs of two, three and four bytes, a quotation, a table, a
# finding that an editor let stand, and one that begins in one line and ends in the next.
STORY = (
    "# The “new” quay – 🚢\r\n\r\n"
    "🚢 – The quay is 300 m (1,200 ft) long, and cost €2m.\r\n\r\n"
    "“It took 12 people, including 8 boys and 5 girls,” she said. It takes 40 people,\r\n"
    "including 41 boys. Once it took 30 people, including 31 boys [sic].\r\n\r\n"
    "| Town | Width |\r\n|---|---|\r\n| Ebb <i> | 3 m (30 ft) |\r\n\r\n"
    "The pier is 30 m (98 ft) wide, the wall 50 m (164 ft), the rail 2 m (6.56 ft).\r\n"
)
PIER = "The pier was built in 1931.\n\nIt is 10 km (7 miles)"
STORY_NAME, PIER_NAME, LOST_NAME = "desk/“neu”, 50%: a.md", "desk/pier.txt", "desk/lost.docx"
WISH = Config(select=("conversion-in-parentheses", "parts-within-whole"))


class Example(NamedTuple):
    """A sentence of a rule, and what is said of it."""

    text: str
    says: str | None = None


class Made(NamedTuple):
    """A rule as the printing room sees it."""

    id: str
    rule: str
    why: str
    severity: str
    good: tuple[Example, ...]
    bad: tuple[Example, ...]


RULES = (
    Made(
        "conversion-in-parentheses", "Both amounts are one.", "A reader may\ntrust *either*.",
        "error", (Example("It is 1 m (3 ft)."),), (Example("It is 1 m (9 ft).", "1 m is 3 ft"),),
    ),
    Made(
        "parts-within-whole", "Parts lie inside.", "Else they are <none>.",
        "warning", (Example("Of 3, 2."),), (Example("Of 3, 4 & 5.", "4 > 3"),),
    ),
)  # fmt: skip


def turned(report: Report, text: str, verdict: str) -> Report:
    """Give the check on the figure `text` another verdict, as a closer call would have."""

    def one(check: Finding) -> Finding:
        if any(figure.text == text for figure in check.figures):
            severity = "note" if verdict == "strained" else check.severity
            return replace(check, verdict=verdict, severity=severity)  # type: ignore[arg-type]
        return check

    return replace(report, decided=tuple(map(one, report.checks)))


@pytest.fixture(scope="session")
def reports() -> list[Report]:
    story = check_bytes(STORY.encode(), STORY_NAME, config=WISH)
    story = turned(turned(story, "164 ft", "strained"), "6.56 ft", "undecided")
    story = replace(story, idle=("line 1: nothing is suppressed here",))
    pier = check_bytes(PIER.encode(), PIER_NAME, config=WISH)
    lost = Report(LOST_NAME, faults=("cannot be read (No such file, “alas”)",), read=False)
    return [story, pier, lost]


def set_in(format: str, reports: list[Report], view: View) -> str:
    """Return what a format prints of some reports."""
    out, tally = writer(format, view), Tally()
    said = ""
    for report in reports:
        tally.add(report, view.floor)
        said += out.add(report)
    return said + out.end(tally)


@pytest.fixture
def printed(reports: list[Report]) -> Callable[..., str]:
    """Print the three reports: `printed("sarif", passed=True)`."""

    def run(format: str, **view: object) -> str:
        return set_in(format, reports, View(rules=RULES, **view))  # type: ignore[arg-type]

    return run


@pytest.fixture
def set_reports() -> Callable[[str, list[Report], View], str]:
    """Print any reports."""
    return set_in
