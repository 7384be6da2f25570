"""Times of day and durations with colons, and what has their form and is none."""

from __future__ import annotations

from fractions import Fraction

import pytest
from marked import Marked, check, near_misses, sentence, table, walk

from numcheck.extract.clock import time_at


@pytest.mark.parametrize("line", table("clock"), ids=str)
def test_a_time_is_read_whole(line: Marked) -> None:
    check(time_at, line)


@pytest.mark.parametrize("text", near_misses("clock"))
def test_an_amount_is_no_time(text: str) -> None:
    assert walk(time_at, text) == []


def test_hundredths_are_kept_exactly() -> None:
    seen = time_at(sentence("She ran 4:31.27 there."), 2)
    assert seen is not None and seen.kind == "duration"
    assert seen.parts["seconds"] == Fraction(27127, 100)


def test_two_times_are_two() -> None:
    found = walk(time_at, "Doors are open 10am-4pm.")
    assert [text for text, _ in found] == ["10am", "4pm"]
    assert [seen.parts["pm"] for _, seen in found] == [False, True]
