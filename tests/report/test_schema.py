"""The published schema says what the command prints."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from numcheck.check import check_file
from numcheck.record import replace
from numcheck.report import View

HOME = Path(__file__).parents[2]
SCHEMA = json.loads((HOME / "docs/schema/report.schema.json").read_bytes())
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def faults(report: Any) -> list[str]:
    return [fault.message for fault in VALIDATOR.iter_errors(report)]


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_what_is_printed_fits(printed: Callable[..., str]) -> None:
    assert faults(json.loads(printed("json", floor="note"))) == []


def test_the_sample_and_nothing_at_all_fit(set_reports: Callable[..., str]) -> None:
    sample = check_file(str(HOME / "samples/ferry.md"))
    for reports in ([sample], []):
        assert faults(json.loads(set_reports("json", reports, View()))) == []


def test_a_finding_of_a_scan_and_one_without_lines_fit(set_reports: Callable[..., str]) -> None:
    report = check_file(str(HOME / "samples/ferry.md"))
    one = report.findings[0]
    one = replace(one, id=7, location=one.location._replace(label="cell B3"))
    said = json.loads(set_reports("json", [replace(report, findings=(one,))], View()))
    assert faults(said) == []
    assert said["findings"][0]["place"] == "cell B3"


def undescribed(value: Any, schema: dict[str, Any], path: str = "") -> Iterator[str]:
    """Yield the keys of a report that the schema does not tell of."""
    if "$ref" in schema:
        schema = SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]]
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in schema["properties"]:
                yield f"{path}.{key}"
            else:
                yield from undescribed(inner, schema["properties"][key], f"{path}.{key}")
    elif isinstance(value, list):
        for inner in value:
            yield from undescribed(inner, schema["items"], path)


def test_every_key_is_described(printed: Callable[..., str]) -> None:
    report = json.loads(printed("json", floor="note"))
    assert list(undescribed(report, SCHEMA)) == []
    assert any("suppressed" in one for one in report["checks"])
    assert any("quoted" in one for one in report["findings"])


@pytest.mark.parametrize(
    ("key", "value"),
    [("severity", "grave"), ("verdict", "wrong"), ("line", 0), ("start", -1), ("figures", None)],
)
def test_what_does_not_fit_is_refused(printed: Callable[..., str], key: str, value: Any) -> None:
    report = json.loads(printed("json"))
    report["findings"][0][key] = value
    assert faults(report)
    del report["findings"][0][key]
    assert faults(report)
