"""The reports for eyes: what they print, to the column."""

from __future__ import annotations

from itertools import pairwise

import pytest

from numcheck.model.document import Location
from numcheck.model.finding import Correction, FigureShown, Finding
from numcheck.model.span import Span
from numcheck.report import View, writer
from numcheck.report.outcome import Report
from numcheck.report.tally import Tally


def finding(sentence: str, *figures: str, **other: object) -> Finding:
    """Make a finding on `figures` as they stand in a file that is one sentence."""
    spans = [Span(sentence.index(one), sentence.index(one) + len(one)) for one in figures]
    start, end = spans[0].start, spans[-1].end
    given: dict[str, object] = {
        "rule": "conversion",
        "verdict": "broken",
        "severity": "error",
        "path": "quay.md",
        "location": Location(start, end, 1, start + 1, 1, end + 1),
        "figures": tuple(
            FigureShown("q", one, span) for one, span in zip(figures, spans, strict=True)
        ),
        "message": "the figures differ",
        "working": "a ≠ b",
        "fingerprint": f"{start}-{sentence}",
        "sentence": sentence,
        "marks": tuple(spans),
    }
    return Finding(**(given | other))  # type: ignore[arg-type]


def shown(report: Report, format: str = "text", **view: object) -> str:
    return writer(format, View(**view)).add(report)  # type: ignore[arg-type]


def test_text_marks_the_figures_and_offers_what_would_fit() -> None:
    one = finding("The quay is 40 m (90 ft) wide.", "40 m", "90 ft")
    one = finding(
        one.sentence, "40 m", "90 ft", suggestion=(Correction(one.figures[1].span, "131 ft"),)
    )
    assert shown(Report("quay.md", (one,), (one,))) == (
        "quay.md:1:13: error: the figures differ  [conversion]\n"
        "    The quay is 40 m (90 ft) wide.\n"
        "                ^^^^  ^^^^^\n"
        "    a ≠ b\n"
        "    It would fit with 131 ft in place of 90 ft.\n"
        "\n"
    )


def test_text_wraps_long_sentences_and_keeps_marks_below_their_figures() -> None:
    sentence = "The quay, " + "which the town has long wanted, " * 4 + "is 40 m (90 ft) wide."
    one = finding(sentence, "40 m", "90 ft")
    lines = shown(Report("quay.md", (one,), (one,))).splitlines()
    assert max(map(len, lines[1:])) <= 92
    text, marks = next(pair for pair in pairwise(lines) if "40 m" in pair[0])
    assert marks.index("^") == text.index("40 m")
    assert marks.rindex("^") == text.index("90 ft") + len("90 ft") - 1


@pytest.mark.parametrize(
    ("sentence", "under"),
    [
        ("The “new” quay – 40 m (90 ft).", "                 ^^^^  ^^^^^"),
        ("Quay \U0001f6a2: 40 m (90 ft).", "         ^^^^  ^^^^^"),
        ("Que\u0301bec: 40 m (90 ft).", "        ^^^^  ^^^^^"),
        ("The\tquay\x1b[2J is\n40 m (90 ft).", "                ^^^^  ^^^^^"),
    ],
)
def test_marks_stand_below_wide_and_combining_and_control_signs(sentence: str, under: str) -> None:
    one = finding(sentence, "40 m", "90 ft")
    lines = shown(Report("quay.md", (one,), (one,))).splitlines()
    assert lines[2] == "    " + under
    assert "\x1b" not in "".join(lines)


def test_concise_is_one_line_a_finding() -> None:
    one = finding("The quay is 40 m (90 ft) wide.", "40 m", "90 ft")
    two = finding("The quay is 40 m (131 ft) wide.", "40 m", "131 ft", verdict="holds", message="")
    report = Report("quay.md", (one,), (one, two))
    line = "quay.md:1:13: error conversion the figures differ\n"
    assert shown(report, "concise") == line
    assert shown(report, "concise", passed=True) == line + "quay.md:1:13: holds conversion a ≠ b\n"


def test_places_without_lines_are_named() -> None:
    place = Location(12, 24, 1, 13, 1, 25, "page 2, line 7")
    one = finding("The quay is 40 m (90 ft) wide.", "40 m", "90 ft", location=place)
    assert shown(Report("a.pdf", (one,)), "concise").startswith("quay.md:page 2, line 7: error")
    assert one.to_dict()["place"] == "page 2, line 7"


def test_colour_is_only_escapes_around_the_same_text() -> None:
    import re

    one = finding("The quay is 40 m (90 ft) wide.", "40 m", "90 ft")
    report = Report("quay.md", (one,), (one,))
    coloured = shown(report, colour=True)
    assert coloured != shown(report)
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == shown(report)


def test_a_floor_hides_and_a_note_floor_adds_what_is_strained() -> None:
    warning = finding("It is 40 m (90 ft) wide.", "40 m", severity="warning")
    strained = finding("So 4 ft (1 m) wide.", "4 ft", severity="note", verdict="strained")
    report = Report("quay.md", (warning,), (warning, strained))
    assert report.listed() == [warning]
    assert report.listed("error") == []
    assert report.listed("warning") == [warning]
    assert report.listed("note") == [strained, warning]


def test_the_tally_counts_and_says_so() -> None:
    one = finding("It is 40 m (90 ft) wide.", "40 m")
    open_ = finding("It is 40 m (90 zu) wide.", "40 m", verdict="undecided")
    tally = Tally()
    report = Report("a", (one,), (one, open_), figures=1200, claims=1, undecided=1, suppressed=2)
    tally.add(report)
    tally.add(Report("b", faults=("cannot be read",), read=False))
    assert str(tally) == (
        "1 file: 1,200 figures read, 1 claim checked, 1 finding (1 error), 2 suppressed"
    )
    assert tally.reaches("error") and tally.reaches("note") and not tally.reaches("never")
    assert tally.faults == [("b", "cannot be read")]
    assert tally.to_dict()["undecided"] == 1


def test_an_unknown_format_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="'yaml' is not a format; there are text, concise"):
        writer("yaml", View())
