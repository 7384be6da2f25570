"""The reports for programs keep the keys that others rely on."""

from __future__ import annotations

import json

from numcheck.model.document import Location
from numcheck.model.finding import Correction, FigureShown, Finding
from numcheck.model.span import Span
from numcheck.report import View, writer
from numcheck.report.outcome import Report
from numcheck.report.tally import Tally

KEYS = {
    "rule", "severity", "path", "line", "column", "end_line", "end_column", "start", "end",
    "figures", "message", "working", "suggestion", "fingerprint",
}  # fmt: skip

BROKEN = Finding(
    rule="conversion",
    verdict="broken",
    severity="error",
    path="kai “neu”.md",
    location=Location(12, 24, 2, 3, 2, 15),
    figures=(
        FigureShown("given", "40 m", Span(12, 16)),
        FigureShown("other", "9 ft", Span(18, 22)),
    ),
    message="40 m is 131 ft, not 9 ft",
    working="40 m = 131 ft ≠ 9 ft",
    suggestion=(Correction(Span(18, 22), "131 ft"),),
    fingerprint="00",
)
HOLDS = Finding("parts", "holds", "error", "a.md", Location(0, 1, 1, 1, 1, 2), (), "", "1 ≤ 2")
REPORT = Report("a.md", (BROKEN,), (HOLDS, BROKEN), figures=5)


def test_jsonl_is_a_finding_a_line_with_the_public_keys() -> None:
    (line,) = writer("jsonl", View()).add(REPORT).splitlines()
    row = json.loads(line)
    assert row.keys() >= KEYS
    assert row["path"] == "kai “neu”.md" and "“" in line
    assert row["figures"][1] == {"role": "other", "text": "9 ft", "start": 18, "end": 22}
    assert row["suggestion"] == [{"start": 18, "end": 22, "text": "131 ft"}]
    assert (row["line"], row["column"], row["end_line"], row["end_column"]) == (2, 3, 2, 15)
    assert "id" not in row


def test_jsonl_with_what_passed_adds_the_other_checks_once() -> None:
    lines = writer("jsonl", View(passed=True)).add(REPORT).splitlines()
    assert [json.loads(line)["verdict"] for line in lines] == ["broken", "holds"]


def test_json_is_one_object_with_its_version() -> None:
    out = writer("json", View())
    tally = Tally()
    for report in (REPORT, Report("b.md", faults=("is not text",), read=False)):
        assert out.add(report) == ""
        tally.add(report)
    whole = json.loads(out.end(tally))
    assert whole["schema_version"] == 1
    assert [one["rule"] for one in whole["findings"]] == ["conversion"]
    assert [one["verdict"] for one in whole["checks"]] == ["holds", "broken"]
    assert whole["quantities"] == 5
    assert whole["summary"]["findings"] == {"error": 1, "warning": 0, "note": 0}
    assert whole["faults"] == [{"path": "b.md", "message": "is not text"}]


def test_json_of_nothing_is_still_whole() -> None:
    whole = json.loads(writer("json", View()).end(Tally()))
    assert whole["findings"] == whole["checks"] == whole["faults"] == []
