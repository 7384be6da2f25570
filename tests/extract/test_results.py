"""Scores, records, votes and odds, and the ranges that look like them."""

from __future__ import annotations

import pytest
from marked import Marked, check, near_misses, table, walk

from numcheck.extract.results import result_at


@pytest.mark.parametrize("line", table("results"), ids=str)
def test_a_result_is_read_with_both_sides(line: Marked) -> None:
    check(result_at, line)


@pytest.mark.parametrize("text", near_misses("results"))
def test_a_range_is_no_result(text: str) -> None:
    assert walk(result_at, text) == []
