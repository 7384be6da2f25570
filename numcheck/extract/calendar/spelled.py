"""Dates with the month in letters: 24 February 2022, Friday, Jan. 1."""

from __future__ import annotations

from typing import Any

from numcheck.extract.calendar.bare import never_before
from numcheck.extract.calendar.tables import BACK, BETWEEN_DAYS, SUFFIXES, Tables, tables_of_dates
from numcheck.extract.calendar.years import short_year
from numcheck.extract.nearby import DASHES, amount_after, hyphen, paid, plain, raw, whole, word
from numcheck.extract.seen import Seen
from numcheck.model.passage import Sentence
from numcheck.named import NamedTuple


class _Read(NamedTuple):
    """A part of a date that was read: what it says, and the place after it."""

    parts: dict[str, Any]
    last: int


def beginning(sentence: Sentence, at: int, tables: Tables) -> int:
    """Step back over "Tuesday, ", "Feb. " and "the " to where a date may begin."""
    first = at
    for place in range(at - 1, max(-1, at - 7), -1):
        text = sentence.words[place]
        if text in tables.weekdays or (text in tables.months and _is_month(sentence, place)):
            first = place
        elif text not in BACK:
            break
    return first


def spelled(sentence: Sentence, first: int, at: int, tables: Tables) -> Seen | None:
    """Read a date with a month in letters that begins at `first`, or later, and holds `at`."""
    for start in range(first, at + 1):
        read = _from(sentence, start, tables)
        if read is not None and read.last > at:
            return Seen("date", start, read.last, read.parts)
    return None


def _from(sentence: Sentence, start: int, tables: Tables) -> _Read | None:
    text = word(sentence, start)
    if text in tables.weekdays:
        return _weekday_first(sentence, start, tables)
    if text in tables.months:
        return _month_first(sentence, start, tables)
    return _day_first(sentence, start, tables)


def _weekday_first(sentence: Sentence, start: int, tables: Tables) -> _Read | None:
    if not raw(sentence, start)[0].isupper():
        return None
    name = sentence.words[start]
    place = start + 1
    for skipped in (".", ",", "the"):
        if word(sentence, place) == skipped and (skipped != "." or name in tables.short):
            place += 1
    read = _day_first(sentence, place, tables) or _month_first(sentence, place, tables)
    if read is None or "day" not in read.parts:
        day = _day(sentence, place, tables)
        if day is None or not day.parts.get("ranked") or plain(sentence, day.last):
            return None  # "on Friday 5 people" is no date; "Friday the 13th" is
        read = _Read({"day": day.parts["day"]}, day.last)
    return _Read({"weekday": tables.weekdays[name], **read.parts}, read.last)


def _is_month(sentence: Sentence, at: int) -> bool:
    """Say whether a month's name stands at a place, printed as one."""
    text = word(sentence, at).removesuffix("'s")
    tables = tables_of_dates()
    if text not in tables.months:
        return False
    return raw(sentence, at)[0].isupper() or text not in tables.unclear


def _after_month(sentence: Sentence, at: int, tables: Tables) -> int:
    """Return the place after a month, past the point of a short name."""
    short = sentence.words[at] in tables.unclear and sentence.words[at] not in ("may", "march")
    follows = word(sentence, at + 2)
    if short and word(sentence, at + 1) == "." and sentence.joined(at + 1) and follows:
        return at + 2 if follows[0].isdigit() or follows in (",", "'") else at + 1
    return at + 1


def _day(sentence: Sentence, at: int, tables: Tables) -> _Read | None:
    """Read a day of the month: 5, 5th, fifth, twenty-first."""
    text = word(sentence, at)
    if not text or paid(sentence, at):
        return None
    if text[0].isdigit():
        day = whole(text)
        if not 0 < day < 40 or len(text) > 2:
            return None
        if sentence.joined(at + 1) and word(sentence, at + 1) in SUFFIXES:
            return _Read({"day": day, "ranked": True}, at + 2)
        return _Read({"day": day}, at + 1)
    if text in ("twenty", "thirty") and hyphen(sentence, at + 1):
        ones = tables.ordinals.get(word(sentence, at + 2), 10)
        day = (20 if text == "twenty" else 30) + ones
        return _Read({"day": day, "ranked": True}, at + 3) if ones < 10 else None
    if text in tables.ordinals:
        return _Read({"day": tables.ordinals[text], "ranked": True}, at + 1)
    return None


def _more_days(sentence: Sentence, at: int, tables: Tables, before_month: bool) -> _Read | None:
    """Read the second day of "5-7 June", "3, 4 and 5 May", "June 5 to 7"."""
    place, read, steps = at, None, 0
    while word(sentence, place) in BETWEEN_DAYS and steps < 12:
        step = 1 + (word(sentence, place + 1) in ("and", "the"))
        day = _day(sentence, place + step, tables)
        if day is None or (sentence.words[place] in DASHES and steps):
            break
        if not before_month and not _closes(sentence, day.last, sentence.words[place] in DASHES):
            break
        read, place, steps = _Read({"to": day.parts["day"]}, day.last), day.last, steps + 1
    return read


def _closes(sentence: Sentence, at: int, dashed: bool) -> bool:
    """Say whether a second day may end at a place: no noun, sign or number goes with it."""
    follows = word(sentence, at)
    if amount_after(sentence, at) or (follows and follows[0].isdigit()):
        return False
    if follows in (":", ".") and sentence.joined(at + 1) and word(sentence, at + 1)[:1].isdigit():
        return False
    if follows in ("am", "pm", "a", "p", "of", "'", "in"):
        return follows == "in" and dashed
    return dashed or not plain(sentence, at)


def _day_first(sentence: Sentence, start: int, tables: Tables) -> _Read | None:
    """Read "24 February 2022", "the 24th of February", "5-7 June"."""
    day = _day(sentence, start, tables)
    if day is None:
        return None
    parts, place = {"day": day.parts["day"]}, day.last
    if more := _more_days(sentence, place, tables, before_month=True):
        parts, place = parts | more.parts, more.last
    if word(sentence, place) == "of":
        place += 1
        if not day.parts.get("ranked"):
            return None
    if not _is_month(sentence, place):
        return None
    month = tables.months[sentence.words[place].removesuffix("'s")]
    read = _year_after(sentence, _after_month(sentence, place, tables))
    if day.parts["day"] > 31 and "year" not in read.parts:
        return None
    return _Read(parts | {"month": month} | read.parts, read.last)


def _month_first(sentence: Sentence, start: int, tables: Tables) -> _Read | None:
    """Read "February 24, 2022", "Feb. 24", "June 5-7", "May 2019"."""
    if not _is_month(sentence, start) or sentence.words[start] not in tables.months:
        return None
    parts: dict[str, Any] = {"month": tables.months[sentence.words[start]]}
    place = _after_month(sentence, start, tables)
    skip = 1 if word(sentence, place) in ("the", "of") else 0
    day = _day(sentence, place + skip, tables)
    if day is None or (skip and not day.parts.get("ranked")):
        read = _year_after(sentence, place, alone=True)
        return _Read(parts | read.parts, read.last) if read.parts else None
    parts["day"], place = day.parts["day"], day.last
    if amount_after(sentence, place) or _is_clock(sentence, place, day):
        return None
    if more := _more_days(sentence, place, tables, before_month=False):
        parts, place = parts | more.parts, more.last
    read = _year_after(sentence, place)
    if not read.parts and _count_after_month(sentence, start, place, tables):
        return None
    if day.parts["day"] > 31 and "year" not in read.parts:
        return None
    return _Read(parts | read.parts, read.last)


def _is_clock(sentence: Sentence, after: int, day: _Read) -> bool:
    """Say whether the number is a time of day, a score or part of a longer number."""
    follows = word(sentence, after)
    if follows in ("am", "pm") or (follows == ":" and sentence.joined(after + 1)):
        return True
    if follows in ("a", "p") and word(sentence, after + 1) == ".":
        return True
    if sentence.joined(after) and not day.parts.get("ranked"):
        owner = follows == "'" and word(sentence, after + 1) == "s"
        return not owner and (follows[:1].isalpha() or follows in ("/", "'"))
    return False


def _count_after_month(sentence: Sentence, month: int, after: int, tables: Tables) -> bool:
    """Say whether "in March 12 people" has a number of people, not a day."""
    before = word(sentence, month - 1)
    if before not in tables.alone:
        # "That October 3 men left" stays a date: print alone cannot tell.
        return False
    return plain(sentence, after) or word(sentence, after) in ("of", "were", "more", "other")


def _year_after(sentence: Sentence, at: int, alone: bool = False) -> _Read:
    """Read a year after a month or a day, with or without a comma; nothing where none stands."""
    place = at
    if word(sentence, place) == "," or (alone and word(sentence, place) == "of"):
        place += 1
    text = word(sentence, place)
    if text in ("'", "‘") and sentence.joined(place + 1) and len(word(sentence, place + 1)) == 2:
        year = short_year(word(sentence, place + 1))
        return _Read({"year": year}, place + 2) if year else _Read({}, at)
    year = whole(text)
    if len(text) != 4 or not 1000 <= year < 3000 or not _ends_year(sentence, place + 1):
        return _Read({}, at)
    return _Read({"year": year}, place + 1)


def _ends_year(sentence: Sentence, at: int) -> bool:
    follows = word(sentence, at)
    if sentence.joined(at) and (follows[:1].isalpha() or follows in ("/", "%", "°")):
        return False
    if follows == ":" and word(sentence, at + 1)[:1].isdigit():
        return False
    return follows in ("local", "=") or not never_before(sentence, at)
