"""No sentence that breaks off is a crash, wherever it does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

import numcheck

TABLES = sorted(Path(__file__).parent.glob("*.yaml"))
TAILS = ("", ",", ", and", " –", "-", " (", " to", " of", " and", "/", ".", " point", " per")
STRIDE = 5  # each text at one place of five, not the same in all


def texts(table: Any) -> Iterator[str]:
    """Yield every text of a table, names of its rows among them."""
    if isinstance(table, dict):
        for name, part in table.items():
            yield str(name)
            yield from texts(part)
    elif isinstance(table, list):
        for part in table:
            yield from texts(part)
    elif isinstance(table, str):
        yield table.replace("{", "").replace("}", "")


@pytest.mark.parametrize("file", TABLES, ids=[file.stem for file in TABLES])
def test_a_text_that_breaks_off_is_no_crash(file: Path) -> None:
    for number, text in enumerate(texts(yaml.safe_load(file.read_text(encoding="utf-8")))):
        words = text.split(" ")
        for place in range(len(words) - number % STRIDE, 0, -STRIDE):
            for tail in TAILS:
                broken = " ".join(words[:place]) + tail
                for quantity in numcheck.extract_text(broken):
                    assert quantity.span.cut(broken) == quantity.text
