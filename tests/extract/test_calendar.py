"""Dates and years, and what has their form and is none."""

from __future__ import annotations

import pytest
from marked import Marked, check, near_misses, sentence, table, walk

from numcheck.extract.calendar import date_at, is_year_like


@pytest.mark.parametrize("line", table("calendar"), ids=str)
def test_a_date_or_year_is_read_whole(line: Marked) -> None:
    check(date_at, line)


@pytest.mark.parametrize("text", near_misses("calendar"))
def test_an_amount_is_no_date(text: str) -> None:
    assert walk(date_at, text) == []


@pytest.mark.parametrize(
    ("locale", "print_", "day", "month"),
    [
        ("en-GB", "04/05/2022", 4, 5),
        ("en-US", "04/05/2022", 5, 4),
        ("en-US", "24/05/2022", 24, 5),
        ("en-GB", "05/24/2022", 24, 5),
        (None, "24/05/2022", 24, 5),
        (None, "07/07/2022", 7, 7),
        (None, "04/05/2022", None, None),
        ("en-GB", "31/02/2022", 31, 2),
    ],
)
def test_the_locale_orders_day_and_month(
    locale: str | None, print_: str, day: int | None, month: int | None
) -> None:
    seen = date_at(sentence(f"It closed on {print_}."), 3, locale)
    assert seen is not None
    assert (seen.parts.get("day"), seen.parts.get("month")) == (day, month)
    assert seen.parts["year"] == 2022


@pytest.mark.parametrize("at", [2, 3, 4, 5, 7])
def test_a_date_is_found_from_any_of_its_words(at: int) -> None:
    # "Held", "on", then Friday , Jan . 1 , 2021
    seen = date_at(sentence("Held on Friday, Jan. 1, 2021."), at)
    if at in (2, 4):
        assert seen is not None and seen.first <= at
    if seen is not None:
        assert seen.last == 9 and seen.parts["year"] == 2021


@pytest.mark.parametrize(
    ("text", "at", "year"),
    [
        ("The flood of 1953 was the worst.", 3, True),
        ("A total of 1950 came.", 3, False),
        ("In 1984 people fled.", 1, True),
        ("Some 1984 people fled.", 1, False),
    ],
)
def test_four_digits_are_a_year_or_a_count(text: str, at: int, year: bool) -> None:
    assert is_year_like(sentence(text), at) is year
