"""The SARIF log fits the standard's schema, and points where the figures are."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest

from numcheck.check import check_text
from numcheck.model.finding import Leave
from numcheck.record import replace
from numcheck.report import View
from numcheck.report.outcome import Report

SCHEMA = json.loads((Path(__file__).parent / "standards/sarif-2.1.0.json").read_bytes())
VALIDATOR = jsonschema.Draft4Validator(SCHEMA, format_checker=jsonschema.FormatChecker())


def log_of(said: str) -> Any:
    """Read a log that the schema accepts, and return its run."""
    log = json.loads(said)
    assert [fault.message for fault in VALIDATOR.iter_errors(log)] == []
    return log["runs"][0]


@pytest.fixture
def run(printed: Callable[..., str]) -> Any:
    return log_of(printed("sarif"))


def test_the_schema_refuses_what_it_should(printed: Callable[..., str]) -> None:
    log = json.loads(printed("sarif"))
    log["runs"][0]["results"][0]["level"] = "grave"
    assert list(VALIDATOR.iter_errors(log))


@pytest.mark.parametrize("view", [{}, {"passed": True, "floor": "note"}, {"floor": "error"}])
def test_the_log_fits_the_schema(printed: Callable[..., str], view: dict[str, Any]) -> None:
    assert log_of(printed("sarif", **view))["results"]


def test_a_region_cuts_the_figures_out_of_the_file(run: Any, reports: list[Report]) -> None:
    """Columns are code points, as the log says, in a line that begins with a ship."""
    assert run["columnKind"] == "unicodeCodePoints"
    printed = {report.path: report.passage.document.printed for report in reports if report.passage}
    seen = set()
    for result in run["results"]:
        region = result["locations"][0]["physicalLocation"]["region"]
        lines = printed[unquote(uri_of(result))].splitlines(keepends=True)
        first, last = lines[region["startLine"] - 1], lines[region["endLine"] - 1]
        if region["startLine"] == region["endLine"]:
            cut = first[region["startColumn"] - 1 : region["endColumn"] - 1]
        else:
            cut = first[region["startColumn"] - 1 :] + last[: region["endColumn"] - 1]
        assert cut == region["snippet"]["text"]
        seen.add(cut)
    assert {"300 m (1,200 ft", "10 km (7 miles", "40 people,\r\nincluding 41"} <= seen


def uri_of(result: Any) -> str:
    location = result["locations"][0]["physicalLocation"]
    uri: str = location["artifactLocation"]["uri"]
    return uri


def test_a_path_is_written_as_a_uri(run: Any) -> None:
    uris = {uri_of(result) for result in run["results"]}
    assert uris == {"desk/%E2%80%9Cneu%E2%80%9D%2C%2050%25%3A%20a.md", "desk/pier.txt"}


def test_an_absolute_path_is_a_file_uri(set_reports: Callable[..., str]) -> None:
    report = check_text("It is 300 m (1,200 ft) long.", "/desk/a b.md")
    (result,) = log_of(set_reports("sarif", [report], View()))["results"]
    assert uri_of(result) == "file:///desk/a%20b.md"


def test_fingerprints_are_those_of_the_finding(run: Any, reports: list[Report]) -> None:
    known = {one.fingerprint for report in reports for one in report.checks}
    for result in run["results"]:
        own = result["partialFingerprints"]
        assert own["numcheckFinding/v1"] in known
        assert own["primaryLocationLineHash"] == own["numcheckFinding/v1"] + ":1"


def test_a_rule_has_its_page(run: Any) -> None:
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert "A reader may trust *either*." in rules[0]["help"]["text"]
    assert r"A reader may trust \*either\*." in rules[0]["help"]["markdown"]
    assert rules[1]["defaultConfiguration"] == {"level": "warning"}


def test_the_built_in_rules_fit_the_schema_too(set_reports: Callable[..., str]) -> None:
    from numcheck import shelf

    rules = shelf.rules()
    run = log_of(set_reports("sarif", [], View(rules=rules)))
    assert len(run["tool"]["driver"]["rules"]) == len(rules)


def test_levels_and_suppressions(run: Any) -> None:
    by_text = {one["locations"][0]["physicalLocation"]["region"]["snippet"]["text"]: one
               for one in run["results"]}  # fmt: skip
    quoted = by_text["12 people, including 8 boys and 5"]
    assert (quoted["level"], quoted["suppressions"]) == ("warning", [])
    assert "It stands in a quotation" in quoted["message"]["text"]
    (stood,) = by_text["30 people, including 31"]["suppressions"]
    assert stood == {"kind": "inSource", "status": "accepted", "justification": "[sic]"}


def test_what_a_project_accepts_is_suppressed_from_outside(set_reports: Callable[..., str]) -> None:
    report = check_text("It is 300 m (1,200 ft) long.", "a.md")
    (found,) = report.findings
    stood = replace(found, leave=Leave("project", "the mayor says so"))
    (result,) = log_of(
        set_reports("sarif", [replace(report, findings=(), decided=(stood,))], View())
    )["results"]
    assert result["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "the mayor says so"}
    ]


def test_checks_that_are_no_findings_have_a_kind_and_no_level(
    printed: Callable[..., str],
) -> None:
    run = log_of(printed("sarif", passed=True))
    told = {(one["kind"], one["level"]) for one in run["results"] if one["kind"] != "fail"}
    assert told == {("pass", "none"), ("review", "none"), ("open", "none")}


def test_faults_and_idle_suppressions_are_notifications(run: Any) -> None:
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    told = [(one["descriptor"]["id"], one["level"], one["message"]["text"])
            for one in invocation["toolExecutionNotifications"]]  # fmt: skip
    assert told == [
        ("not-checked", "error", "cannot be read (No such file, “alas”)"),
        ("idle-suppression", "note", "line 1: nothing is suppressed here"),
    ]
    assert [one["location"]["uri"] for one in run["artifacts"]][-1] == "desk/pier.txt"


def test_a_fix_is_one_correction(run: Any) -> None:
    (first, second) = next(one for one in run["results"] if "fixes" in one)["fixes"]
    assert first["description"]["text"] == "Print 984 ft in place of 1,200 ft"
    (replacement,) = first["artifactChanges"][0]["replacements"]
    assert replacement["deletedRegion"]["startColumn"] == 24
    assert replacement["insertedContent"] == {"text": "984 ft"}
    assert second["description"]["text"] == "Print 366 m in place of 300 m"


def test_a_file_without_lines_names_the_place(set_reports: Callable[..., str]) -> None:
    report = check_text("It is 300 m (1,200 ft) long.", "a.docx")
    (found,) = report.findings
    found = replace(found, location=found.location._replace(label="paragraph 7"))
    assert report.passage is not None
    packed = replace(report.passage, document=replace(report.passage.document, printed=""))
    report = replace(report, passage=packed, findings=(found,), decided=(found,))
    (result,) = log_of(set_reports("sarif", [report], View()))["results"]
    (location,) = result["locations"]
    assert location["physicalLocation"]["region"] == {"startLine": 1}
    assert location["logicalLocations"] == [{"name": "paragraph 7"}]
    assert "(paragraph 7)" in result["message"]["text"]
    assert "fixes" not in result
