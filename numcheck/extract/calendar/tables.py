"""The names of months and days, the signs between parts of dates."""

from __future__ import annotations

from functools import cache

from numcheck.extract.nearby import DASHES
from numcheck.lexicon.words import mapping, words
from numcheck.named import NamedTuple

SUFFIXES = frozenset({"st", "nd", "rd", "th"})
BETWEEN_DAYS = frozenset({"and", "to", "or", "until", "till", "through", "&", ","}) | DASHES
BACK = frozenset({",", ".", "the", "of"})


class Tables(NamedTuple):
    """What the lexicon knows of dates, in the form that is quick to ask."""

    months: dict[str, int]
    unclear: frozenset[str]
    weekdays: dict[str, str]
    short: frozenset[str]
    ordinals: dict[str, int]
    alone: frozenset[str]
    names: frozenset[str]


@cache
def tables_of_dates() -> Tables:
    """Return the lexicon's tables of dates, read once."""
    months = {**mapping("calendar", "months"), **mapping("calendar", "months_short")}
    days = {**mapping("calendar", "weekdays"), **mapping("calendar", "weekdays_short")}
    ordinals = {name: int(str(value)) for name, value in mapping("ordinals", "values").items()}
    return Tables(
        {name: int(str(number)) for name, number in months.items()},
        words("calendar", "months_or_words") | frozenset(mapping("calendar", "months_short")),
        {name: str(day) for name, day in days.items()},
        frozenset(mapping("calendar", "weekdays_short")),
        {name: value for name, value in ordinals.items() if value <= 30},
        words("calendar", "month_alone"),
        frozenset(months) | frozenset(days) | {f"{name}'s" for name in months},
    )
