"""What build servers read: counts, places in bytes, XML that parses."""

from __future__ import annotations

import json
from collections.abc import Callable
from xml.etree import ElementTree

import pytest

from numcheck.check import check_bytes, check_text
from numcheck.record import replace
from numcheck.report import View
from numcheck.report.outcome import Report


def test_junit_counts_its_cases(printed: Callable[..., str]) -> None:
    whole = ElementTree.fromstring(printed("junit"))
    suites = list(whole)
    assert [suite.get("name") for suite in suites] == [
        "desk/“neu”, 50%: a.md", "desk/pier.txt", "desk/lost.docx",
    ]  # fmt: skip
    for element in (whole, *suites):
        cases = list(element.iter("testcase"))
        assert element.get("tests") == str(len(cases))
        for key, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert element.get(key) == str(sum(case.find(tag) is not None for case in cases))
    assert (whole.get("failures"), whole.get("errors"), whole.get("skipped")) == ("5", "1", "1")


def test_a_check_that_passed_is_a_case_that_passed(printed: Callable[..., str]) -> None:
    whole = ElementTree.fromstring(printed("junit"))
    name = "conversion-in-parentheses: 30 m, 98 ft"
    (case,) = (case for case in whole.iter("testcase") if case.get("name") == name)
    assert [child.tag for child in case] == ["system-out"]


def test_a_note_fails_nothing(set_reports: Callable[..., str]) -> None:
    report = check_text("It is 300 m (1,200 ft) long.", "a.md")
    note = replace(report.findings[0], severity="note")
    report = replace(report, findings=(note,), decided=(note,))
    whole = ElementTree.fromstring(set_reports("junit", [report], View()))
    assert whole.get("failures") == "0"
    assert whole.findtext("*/*/system-out", "").startswith("300 m is 984 ft, not 1,200 ft")


def test_cases_keep_their_names_when_lines_are_added(set_reports: Callable[..., str]) -> None:
    text = "It is 300 m (1,200 ft) long. It is 300 m (1,200 ft) long."
    names = [
        [case.get("name") for case in ElementTree.fromstring(
            set_reports("junit", [check_text(before + text, "a.md")], View())
        ).iter("testcase")]
        for before in ("", "New.\n\n")
    ]  # fmt: skip
    assert names[0] == names[1]
    assert len(set(names[0])) == 2


def test_an_article_without_a_claim_still_is_a_suite(set_reports: Callable[..., str]) -> None:
    whole = ElementTree.fromstring(set_reports("junit", [check_text("No.", "a.md")], View()))
    assert [case.get("name") for case in whole.iter("testcase")] == ["no claim to check"]


def test_checkstyle_has_every_file_with_its_findings(printed: Callable[..., str]) -> None:
    whole = ElementTree.fromstring(printed("checkstyle", floor="note"))
    told = {
        file.get("name"): [
            (one.get("line"), one.get("column"), one.get("severity")) for one in file
        ]
        for file in whole
    }
    assert told == {
        "desk/“neu”, 50%: a.md": [
            ("3", "17", "error"), ("5", "10", "warning"), ("5", "71", "error"),
            ("10", "13", "error"), ("12", "41", "info"),
        ],
        "desk/pier.txt": [("3", "7", "error")],
        "desk/lost.docx": [("1", None, "error")],
    }  # fmt: skip


def cut(data: bytes, given: dict[str, dict[str, int]]) -> bytes:
    """Cut a range out of a file as reviewdog does: by lines, and by bytes within them."""
    lines = data.split(b"\n")
    first, last = given["start"], given["end"]
    stretch = lines[first["line"] - 1 : last["line"]]
    stretch[-1] = stretch[-1][: last["column"] - 1]
    stretch[0] = stretch[0][first["column"] - 1 :]
    return b"\n".join(stretch)


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_rdjson_counts_bytes(set_reports: Callable[..., str], mark: str, end: str) -> None:
    text = f"{mark}A – “€” 🚢 e\u0301: it is 300 m (1,200 ft) long.{end}{end}🚢 So: 10 km (7 miles)"
    data = text.encode()
    said = json.loads(set_reports("rdjson", [check_bytes(data, "a.md")], View()))
    ranges = [one["location"]["range"] for one in said["diagnostics"]]
    assert [cut(data, one) for one in ranges] == [b"300 m (1,200 ft", b"10 km (7 miles"]
    offers = [(cut(data, one["range"]), one["text"])
              for one in said["diagnostics"][0]["suggestions"]]  # fmt: skip
    assert offers == [(b"1,200 ft", "984 ft"), (b"300 m", "366 m")]


def test_rdjson_of_a_stretch_over_two_lines(
    printed: Callable[..., str], reports: list[Report]
) -> None:
    assert reports[0].passage is not None
    data = reports[0].passage.document.printed.encode()
    said = json.loads(printed("rdjson"))["diagnostics"]
    (one,) = (one for one in said if one["message"].startswith("41 out of 40"))
    assert cut(data, one["location"]["range"]) == b"40 people,\r\nincluding 41"
    assert [(one["severity"], one["code"]["value"]) for one in said][-1] == ("ERROR", "not-checked")
