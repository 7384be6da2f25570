"""Years: spans, decades, eras, financial years, years in words."""

from __future__ import annotations

from functools import cache
from typing import Any

from numcheck.extract.calendar.bare import is_year_like, never_before, tables_of_years
from numcheck.extract.nearby import (
    CURRENCY,
    DASHES,
    capital,
    counted,
    hyphen,
    plain,
    raw,
    whole,
    word,
)
from numcheck.extract.seen import Seen
from numcheck.lexicon.words import mapping, words
from numcheck.model.passage import Sentence
from numcheck.named import NamedTuple

_QUOTES = frozenset("'‘’")
# "the low 70s" are degrees, points or ages, and no years.
_OF_HEAT = frozenset({"temperatures", "temperature", "degrees", "fahrenheit", "celsius"})
_HEIGHTS = frozenset({"low", "lower", "upper", "high"})
_ERA_BEFORE = frozenset({"ad", ".", "c", "ca", "circa", "fy"})
_ERA_AFTER = frozenset({"ad", "bc", "bce", "ce", "a", "b"})
_NOTED = frozenset({"in", "since", "until", "during", "by"})
_ISO = 1990  # no print of years and months is older


class _Tables(NamedTuple):
    decades: dict[str, int]
    small: dict[str, int]
    tens: dict[str, int]


@cache
def _tables() -> _Tables:
    decades, units, teens, tens = (
        {name: int(str(value)) for name, value in mapping(table, key).items()}
        for table, key in (
            ("calendar", "decades"), ("numerals", "units"), ("numerals", "teens"),
            ("numerals", "tens"),
        )
    )  # fmt: skip
    return _Tables(decades, units | teens, tens)


def short_year(two: str) -> int:
    """Return the year that two digits stand for: '85 is 1985, '24 is 2024; 0 for none."""
    value = whole(two)
    if len(two) != 2 or value < 0:
        return 0
    return value + (2000 if value < 40 else 1900)


def year_at(sentence: Sentence, at: int) -> Seen | None:
    """Read the year, the span of years or the decade that holds token `at`."""
    text = sentence.words[at]
    if text[0].isdigit():
        return _of_digits(sentence, at, text)
    tables = _tables()
    if text in tables.decades:
        return _worded_decade(sentence, at, tables)
    if text in tables.small or text in tables.tens:
        return _worded(sentence, at, tables)
    return None


def _of_digits(sentence: Sentence, at: int, text: str) -> Seen | None:
    if not text.isdecimal():
        return _era(sentence, at) if "," in text else None
    if len(text) < 4 and not _leads(sentence, at):
        return None
    if 4 < len(text) < 7 and _is_noted(sentence, at):
        return Seen("year", at, at + 1, {"year": int(text[:4])})
    if len(text) <= 4 and (seen := _era(sentence, at) or _financial(sentence, at)):
        return seen
    if len(text) == 2 or len(text) == 4:
        if seen := _decade(sentence, at, text):
            return seen
        if len(text) == 2:
            return _apostrophe(sentence, at, text)
        if seen := _span(sentence, at, int(text)):
            return seen
        if is_year_like(sentence, at):
            return Seen("year", at, at + 1, {"year": int(text)})
    return None


def _is_noted(sentence: Sentence, at: int) -> bool:
    """Say whether a year has lost the space, and the height, of its note: "grew in 201552."."""
    text, after = sentence.words[at], word(sentence, at + 1)
    before = word(sentence, at - 1)
    cue = before in _NOTED or before in mapping("calendar", "months")
    return cue and text[:2] in ("19", "20") and text[4] != "0" and after in ("", ",", ".", ";", ")")


def _leads(sentence: Sentence, at: int) -> bool:
    """Say whether something beside a short number may make a year of it."""
    words_here = sentence.words
    if sentence.joined(at) or sentence.joined(at + 1):
        return True
    before = words_here[at - 1] if at else ""
    after = words_here[at + 1] if at + 1 < len(words_here) else ""
    return before in _ERA_BEFORE or after in _ERA_AFTER


def _era(sentence: Sentence, at: int) -> Seen | None:
    """Read AD 79, 44 BC, 79 CE, c. 1450."""
    before, after = word(sentence, at - 1), raw(sentence, at + 1)
    year = whole(sentence.words[at].replace(",", ""))
    if after in ("BC", "BCE", "AD", "CE"):
        return _dated(at, at + 1, at + 2, year, after)
    if after in ("B", "A") and word(sentence, at + 2) == "." and sentence.joined(at + 2):
        letter = raw(sentence, at + 3)
        if (after, letter) in (("B", "C"), ("A", "D")):
            last = at + 4 + (word(sentence, at + 4) == ".")
            return _dated(at, at + 1, last, year, after + letter)
    if raw(sentence, at - 1) == "AD":
        return _dated(at - 1, at + 1, at + 1, year, "AD")
    if before == "." and raw(sentence, at - 2) == "D" and raw(sentence, at - 4) == "A":
        return _dated(at - 4, at + 1, at + 1, year, "AD")
    if before in ("c", "ca", "circa") or (
        before == "." and word(sentence, at - 2) in ("c", "ca") and sentence.joined(at - 1)
    ):
        first = at - 2 if before == "." else at - 1
        text = sentence.words[at]
        if 3 <= len(text) <= 4 and text.isdecimal() and not sentence.joined(at + 1):
            return Seen("year", first, at + 1, {"year": year, "circa": True})
    return None


def _dated(first: int, after: int, last: int, year: int, era: str) -> Seen:
    before_christ = era.startswith("BC")
    return Seen("year", first, max(after, last), {
        "year": -year if before_christ else year, "era": "BC" if before_christ else "AD",
    })  # fmt: skip


def _financial(sentence: Sentence, at: int) -> Seen | None:
    """Read FY2023, FY23, FY2023-24."""
    if word(sentence, at - 1) != "fy":
        return None
    text = sentence.words[at]
    year = int(text) if len(text) == 4 else short_year(text)
    if not year:
        return None
    span = _span(sentence, at, year) if len(text) == 4 else None
    parts = {"year": year, "financial": True}
    return Seen("year", at - 1, span.last if span else at + 1, (span.parts if span else {}) | parts)


def _decade(sentence: Sentence, at: int, text: str) -> Seen | None:
    """Read 1990s, 1990's, '90s and 90s; "in her 90s" is an age, not a decade."""
    last = at + 1
    if not sentence.joined(last) or text[-1] != "0" or paid_or_joined(sentence, at):
        return None
    if word(sentence, last) in _QUOTES and sentence.joined(last + 1):
        last += 1
    if word(sentence, last) not in ("s", "'s") or word(sentence, last + 1) == "of":
        return None
    first = at - (word(sentence, at - 1) in _QUOTES and sentence.joined(at))
    if len(text) == 4:
        year = int(text)
        if not 1000 <= year < 2100:
            return None
        return Seen("year", first, last + 1, _decade_parts(year, 99 if year % 100 == 0 else 9))
    not_with = words("calendar", "decade_not_with")
    near = sentence.words[max(0, at - 8) : last + 6]
    owner = word(sentence, first - 1)
    if first > 1 and owner in ("late", "early", "mid", "-"):
        owner = word(sentence, first - 3 if owner == "-" else first - 2)
    if (
        owner in words("calendar", "decade_never_after")
        or word(sentence, first - 1) in _HEIGHTS
        or any(one in not_with for one in near)
        or any(one in _OF_HEAT for one in sentence.words[max(0, at - 30) : at])
    ):
        return Seen("identifier", first, last + 1, {"tens": int(text)})
    if int(text) < 20 or word(sentence, first - 1) in tables_of_years().never_after:
        return None
    return Seen("year", first, last + 1, _decade_parts(1900 + int(text), 9))


def _decade_parts(year: int, more: int) -> dict[str, Any]:
    # "The 1900s" may be ten years or a hundred; the wider reading is safe.
    return {"year": year, "to": year + more, "decade": True}


def paid_or_joined(sentence: Sentence, at: int) -> bool:
    """Say whether a currency sign, or letters without a space, stand before a place."""
    before = word(sentence, at - 1)
    return before in CURRENCY or (sentence.joined(at) and before[:1].isalnum())


def _worded_decade(sentence: Sentence, at: int, tables: _Tables) -> Seen | None:
    """Read "the sixties"; "in his sixties" is an age."""
    before = word(sentence, at - 1)
    if before in ("late", "early", "mid", "-"):
        before = word(sentence, at - 3 if before == "-" else at - 2)
    if before in words("calendar", "decade_never_after"):
        return Seen("identifier", at, at + 1, {"tens": tables.decades[sentence.words[at]] - 1900})
    if before in ("the", "in", "since", "swinging", "roaring") or capital(sentence, at):
        return Seen("year", at, at + 1, _decade_parts(tables.decades[sentence.words[at]], 9))
    return None


def _apostrophe(sentence: Sentence, at: int, text: str) -> Seen | None:
    """Read "the class of '85", "summer of ’69"; an opening quotation mark is none."""
    mark = raw(sentence, at - 1)
    if mark not in _QUOTES or not sentence.joined(at) or sentence.joined(at - 1):
        return None
    tables = tables_of_years()
    before = word(sentence, at - 2)
    if before == "of" and word(sentence, at - 3) in tables.of:
        return Seen("year", at - 1, at + 1, {"year": short_year(text)})
    cue = before in tables.before
    if not cue and word(sentence, at + 1) not in tables.after:
        return None
    if plain(sentence, at + 1) and word(sentence, at + 1) not in tables.after:
        return None
    return Seen("year", at - 1, at + 1, {"year": short_year(text)})


def _span(sentence: Sentence, at: int, start: int) -> Seen | None:
    """Read 1914-18, 2019–20, 2019/20, 1939–1945."""
    sign = word(sentence, at + 1)
    if not (sign == "/" or sign in DASHES) or not 1000 <= start < 2100:
        return None
    if not sentence.joined(at + 1) or not sentence.joined(at + 2) or paid_or_joined(sentence, at):
        return None
    text = word(sentence, at + 2)
    end = whole(text)
    after = word(sentence, at + 3)
    if (sentence.joined(at + 3) and (after[:1].isalnum() or after in ("%", "°"))) or (
        never_before(sentence, at + 3)
    ):
        return None
    day = word(sentence, at + 4)
    if hyphen(sentence, at + 3) and day in ("xx", "dd"):
        return Seen("date", at, at + 5, {"year": start, "month": end})  # "2024-10-xx"
    if hyphen(sentence, at + 3) and day[0].isdigit():
        return None
    if len(text) == 2 and end >= 0:
        return _short_span(sentence, at, start, end)
    if len(text) == 4 and end >= 0 and abs(end - start) > 300 and int(text[:2]) == start % 100 + 1:
        # "1987-8849" and "2009-1036" end in the number of a footnote.
        return Seen("year", at, at + 3, {"year": start, "to": start - start % 100 + int(text[:2])})
    if len(text) != 4 or not 1000 <= end < 2200 or (sign == "/" and end > start + 20):
        return None  # "1294/1843 (70%)" is one out of the other
    if counted(sentence, at + 3) and after not in tables_of_years().after_plural:
        return None
    rounded = start % 50 == 0 and end % 50 == 0 and plain(sentence, at + 3)
    # "1500-2000 jobs" are jobs; "1939-1900" is a slip of the hand in two years.
    return None if rounded else Seen("year", at, at + 3, {"year": start, "to": end})


def _short_span(sentence: Sentence, at: int, start: int, end: int) -> Seen | None:
    century = start - start % 100
    if end > start % 100:
        return Seen("year", at, at + 3, {"year": start, "to": century + end})
    if start % 100 == 99 and end == 0:
        return Seen("year", at, at + 3, {"year": start, "to": start + 1})
    if 0 < end < 13 and sentence.words[at + 1] == "-" and sentence.words[at + 2][0] == "0":
        return Seen("date", at, at + 3, {"year": start, "month": end})
    if 9 < end < 13 and start > _ISO and sentence.words[at + 1] == "-":
        return Seen("date", at, at + 3, {"year": start, "month": end})  # "2024-10"
    # "1918-14": years the wrong way round.
    return Seen("year", at, at + 3, {"year": start, "to": century + end}) if start > 1500 else None


def _worded(sentence: Sentence, at: int, tables: _Tables) -> Seen | None:
    """Read "nineteen eighty-four", "twenty twenty-five", "nineteen oh five"."""
    century = tables.small.get(sentence.words[at], tables.tens.get(sentence.words[at], 0))
    if not (century == 20 or 10 < century < 20) or sentence.joined(at):
        return None
    second = word(sentence, at + 1)
    last = at + 2
    if second in tables.tens and not sentence.joined(at + 1):
        rest = tables.tens[second]
        if hyphen(sentence, last) and 0 < tables.small.get(word(sentence, last + 1), 0) < 10:
            rest, last = rest + tables.small[sentence.words[last + 1]], last + 2
    elif 9 < tables.small.get(second, 0) < 20:
        rest = tables.small[second]
    elif second in ("oh", "o") and 0 < tables.small.get(word(sentence, last), 0) < 10:
        rest, last = tables.small[sentence.words[last]], last + 1
    else:
        return None
    cue = word(sentence, at - 1) in tables_of_years().before
    if century < 16 and not (cue and rest > 59):
        return None  # "ten thirty" is a time of day
    if sentence.joined(last) and word(sentence, last) in DASHES:
        return None
    return Seen("year", at, last, {"year": century * 100 + rest})
