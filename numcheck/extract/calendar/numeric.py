"""Dates in figures alone: 2022-02-24, 24/02/2022, 24-Feb-2022, 9/11."""

from __future__ import annotations

from typing import Any

from numcheck.extract.calendar.tables import Tables
from numcheck.extract.calendar.years import short_year
from numcheck.extract.nearby import DASHES, amount_after, counted, whole, word
from numcheck.extract.seen import Seen
from numcheck.model.passage import Sentence


def pointed(sentence: Sentence, at: int, text: str) -> Seen | None:
    """Read 24.02.2022, which is one token; the day always comes first."""
    fields = text.split(".")
    if len(fields) != 3 or len(fields[0]) != 2 or len(fields[1]) != 2:
        return None
    day, month, year = (int(field) for field in fields)
    if not (0 < day < 32 and 0 < month < 13 and 1000 <= year < 3000):
        return None
    return Seen("date", at, at + 1, {"day": day, "month": month, "year": year})


def numeric(sentence: Sentence, at: int, locale: str | None, tables: Tables) -> Seen | None:
    """Read 2022-02-24, 24/02/2022, 24-Feb-2022 and 9/11, where `at` is the first field."""
    if not _tight(sentence, at + 1) or (sentence.joined(at) and _is_field_sign(sentence, at - 1)):
        return None
    first, middle = sentence.words[at], word(sentence, at + 2)
    if not _tight(sentence, at + 3) or sentence.words[at + 3] != sentence.words[at + 1]:
        return _two_fields(sentence, at, locale)
    third = word(sentence, at + 4)
    if not third.isdecimal() or (_tight(sentence, at + 5) and word(sentence, at + 6).isdecimal()):
        return None
    parts = _fields(first, middle, third, locale, tables, sentence.words[at + 1] == "/")
    return Seen("date", at, at + 5, parts) if parts else None


def _tight(sentence: Sentence, at: int) -> bool:
    """Say whether a slash or dash stands at a place with no space beside it."""
    sign = word(sentence, at)
    return (sign == "/" or sign in DASHES) and sentence.joined(at) and sentence.joined(at + 1)


def _is_field_sign(sentence: Sentence, at: int) -> bool:
    return sentence.words[at] == "/" or sentence.words[at] in DASHES


def _fields(
    first: str, middle: str, third: str, locale: str | None, tables: Tables, slash: bool
) -> dict[str, Any]:
    """Give the parts of a date of three fields; only the year where the order is open."""
    if middle in tables.months:
        year = whole(third) if len(third) == 4 else short_year(third)
        day = whole(first)
        return {"day": day, "month": tables.months[middle], "year": year} if day < 40 else {}
    if not middle.isdecimal() or len(middle) > 2:
        return {}
    if len(first) == 4 and len(third) <= 2:
        month, day, year = int(middle), int(third), int(first)
        possible = 0 < month < 13 and 0 < day < 40 and 1000 <= year < 3000
        return {"year": year, "month": month, "day": day} if possible else {}
    if len(first) > 2 or not (len(third) == 4 or (len(third) == 2 and slash)):
        return {}
    year = int(third) if len(third) == 4 else short_year(third)
    if not 1000 <= year < 3000:
        return {}
    return _ordered(int(first), int(middle), locale) | {"year": year}


def _ordered(one: int, two: int, locale: str | None) -> dict[str, Any]:
    """Tell day from month by the locale, or else by what is possible."""
    day_first = 0 < one < 32 and 0 < two < 13
    month_first = 0 < one < 13 and 0 < two < 32
    if day_first and month_first and one != two:
        if locale is None:
            return {}
        day_first = locale != "en-US"
    if day_first:
        return {"day": one, "month": two}
    return {"day": two, "month": one} if month_first else {}


def _two_fields(sentence: Sentence, at: int, locale: str | None) -> Seen | None:
    """Read 9/11, and a day and month after "on"; other pairs are fractions or scores."""
    one, two = sentence.words[at], word(sentence, at + 2)
    if word(sentence, at + 1) != "/" or not two.isdecimal() or amount_after(sentence, at + 3):
        return None
    follows = word(sentence, at + 3)
    if (one, two) == ("9", "11") and follows not in ("of", "("):
        return Seen("date", at, at + 3, {"month": 9, "day": 11})
    attack = follows in ("attack", "attacks", "bombing", "bombings", "bombers")
    if (one, two) == ("7", "7") and attack:
        return Seen("date", at, at + 3, {"month": 7, "day": 7})
    if word(sentence, at - 1) == "on" and not counted(sentence, at + 3) and len(two) == 2:
        parts = _ordered(int(one), int(two), locale)
        return Seen("date", at, at + 3, parts) if parts else None
    return None
