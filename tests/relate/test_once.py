"""One contradiction is one finding, however many finders see it."""

from __future__ import annotations

import pytest

import numcheck


@pytest.mark.parametrize(
    "text",
    [
        "In six Tests he has taken 30 wickets, an average of 7 a match.",
        "The 1,200 places brought in £36,000, which is £45 each.",
        "At £12 a head for 450 guests, the evening cost the club £4,500.",
        "The shop sold 650 mugs at £8, taking £6,200.",
    ],
)
def test_a_contradiction_is_told_once(text: str) -> None:
    report = numcheck.check_text(text)
    assert len([one for one in report.findings if one.severity != "note"]) == 1
