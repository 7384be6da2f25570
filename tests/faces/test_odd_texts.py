"""Odd texts are read or left alone, and never a crash."""

from __future__ import annotations

import json
import pickle

import pytest

from numcheck.check import check_text

WRONG = "The bridge is 300 m (1,200 ft) long."


@pytest.mark.parametrize(
    "text",
    [
        "", "\n\n", " ", "\ufeff", "\0 5 m", "٣٠٠ م", "½ m (3 ft)", "1e999 m", "0 m (0 ft)", "-0%",
        "1/0 (50%)", "0 of 0 (50%)", "1" * 500 + " m (3 ft)", "9" * 5000, "9" * 5000 + "%",
        "(((((((((", "1,2,3,4,5,6", "…", "$", "%", "[sic]", "1 [sic]", "minus", "a third of", "-",
        "0.0000000000000000000000000000000001 mm (1 mile)", "31 February 0000", "99:99 (77 GMT)",
    ],
)  # fmt: skip
def test_nothing_crashes(text: str) -> None:
    for whole in (text, f"{text} {WRONG}", f"{WRONG}\n\n{text}", f"“{text}” {WRONG}"):
        report = check_text(whole)
        assert report.faults == ()
        for one in (*report.checks, *report.quantities):
            json.dumps(one.to_dict(), allow_nan=False)
        assert pickle.loads(pickle.dumps(report.slim(True))).checks == report.checks


@pytest.mark.parametrize(
    "before", ["\ud800", "İ", "ß", "ﬁ", "\U0001f6a2", "e\u0301", "\u200b", "\t"]
)
def test_no_sign_before_a_figure_moves_its_place(before: str) -> None:
    text = f"{before} {WRONG}"
    (finding,) = check_text(text).findings
    assert [text[one.span.start : one.span.end] for one in finding.figures] == ["300 m", "1,200 ft"]
    assert finding.location.column == text.index("300") + 1
