"""Dates in British, American and numeric print; years and decades."""

from __future__ import annotations

from numcheck.extract.calendar.bare import is_year_like
from numcheck.extract.calendar.numeric import numeric, pointed
from numcheck.extract.calendar.spelled import beginning, spelled
from numcheck.extract.calendar.tables import BACK, BETWEEN_DAYS, SUFFIXES, Tables, tables_of_dates
from numcheck.extract.calendar.years import year_at
from numcheck.extract.nearby import DASHES, hyphen, paid, word
from numcheck.extract.seen import Seen
from numcheck.model.passage import Sentence

__all__ = ["date_at", "is_year_like"]

_BACK = 4
_AHEAD = 10


def date_at(sentence: Sentence, at: int, locale: str | None = None) -> Seen | None:
    """Read the date or the year that holds token `at`; impossible dates are read as printed."""
    text = sentence.words[at]
    tables = tables_of_dates()
    if text[0].isdigit():
        if not paid(sentence, at) and (seen := _of_digits(sentence, at, locale, tables)):
            return seen
        return year_at(sentence, at)
    if text in tables.months or text in tables.weekdays:
        return spelled(sentence, at, at, tables)
    if text in tables.ordinals or (text in ("twenty", "thirty") and hyphen(sentence, at + 1)):
        return spelled(sentence, beginning(sentence, at, tables), at, tables)
    return year_at(sentence, at)


def _of_digits(sentence: Sentence, at: int, locale: str | None, tables: Tables) -> Seen | None:
    """Read a date at a digit token, quick to say no."""
    text = sentence.words[at]
    after = word(sentence, at + 1)
    if len(text) > 4:
        return pointed(sentence, at, text) if len(text) == 10 else None
    if not text.isdecimal():
        return None
    if (after == "/" or after in DASHES) and (seen := numeric(sentence, at, locale, tables)):
        return seen
    if len(text) == 3 or not _month_near(sentence, at, tables):
        return None
    before = word(sentence, at - 1)
    if before in BACK or before in tables.months or before in tables.weekdays:
        return spelled(sentence, beginning(sentence, at, tables), at, tables)
    if len(text) <= 2 and (
        after in tables.months or after in SUFFIXES or after in BETWEEN_DAYS or after == "of"
    ):
        return spelled(sentence, at, at, tables)
    return None


def _month_near(sentence: Sentence, at: int, tables: Tables) -> bool:
    """Say whether a month or a weekday stands within reach of a day's number."""
    near = sentence.words[max(0, at - _BACK) : at + _AHEAD]
    return not tables.names.isdisjoint(near)
