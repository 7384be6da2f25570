"""Every passage of the tables in this folder is found wrong, or left alone, as it says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

import numcheck

FOLDER = Path(__file__).parent
PASSAGES = [
    pytest.param(row, id=f"{table.stem}-{number}")
    for table in sorted(FOLDER.glob("*.yaml"))
    for number, row in enumerate(yaml.safe_load(table.read_text(encoding="utf-8")), 1)
]


@pytest.mark.parametrize("row", PASSAGES)
def test_passage(row: dict[str, Any]) -> None:
    text = row["text"]
    form = row.get("format", "plain")
    date, locale = row.get("date"), row.get("locale")
    report = numcheck.check_text(text, format=form, date=date, locale=locale)
    assert not report.faults
    alarms = [found for found in report.findings if found.severity != "note"]
    said = [(found.rule, found.message) for found in alarms]
    if row["expect"] == "clean":
        assert not said, row["why"]
        return
    start = text.index(row["where"])
    end = start + len(row["where"])
    hits = [
        found
        for found in alarms
        if any(shown.span.start < end and start < shown.span.end for shown in found.figures)
    ]
    assert hits, (row["why"], said)
    assert len(hits) == len(alarms), said
