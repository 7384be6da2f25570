"""No finder crashes on a passage that breaks off."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from numcheck.check import check_text

FOLDER = Path(__file__).parent
TABLES = sorted(FOLDER.glob("*.yaml"))
# Each row at one place, not the same in all: every place of every row would take minutes.
STRIDE = 7
FIGURE = re.compile(r"(?<![\w.,£$€])[£$€]?\d")


@pytest.mark.parametrize("table", TABLES, ids=[table.stem for table in TABLES])
@pytest.mark.parametrize("tail", ["", " (", " –", " and", " of 3", " to"])
def test_a_passage_that_breaks_off_is_no_crash(table: Path, tail: str) -> None:
    rows = yaml.safe_load(table.read_text(encoding="utf-8"))
    for number, row in enumerate(rows[len(tail) % 3 :: 3]):
        words = row["text"].split(" ")
        broken = " ".join(words[: len(words) - number % STRIDE]) + tail
        assert check_text(broken).faults == (), broken


@pytest.mark.parametrize("table", TABLES, ids=[table.stem for table in TABLES])
@pytest.mark.parametrize("hedge", ["under ", "up to ", "0"])
def test_a_hedge_or_a_nought_before_a_figure_is_no_crash(table: Path, hedge: str) -> None:
    rows = yaml.safe_load(table.read_text(encoding="utf-8"))
    for number, row in enumerate(rows[len(hedge) % 3 :: 3]):
        places = [match.start() for match in FIGURE.finditer(row["text"])]
        if not places:
            continue
        at = places[number % len(places)]
        hedged = row["text"][:at] + hedge + row["text"][at:]
        assert check_text(hedged).faults == (), hedged
