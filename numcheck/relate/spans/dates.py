"""Dates against the calendar: weekdays, and days that do not exist."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Figure, Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.setting import Setting
from numcheck.relate.wording import is_quoted

_TABLE = "cues/dates"
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# Britain and its colonies took the Gregorian calendar in September 1752.
_GREGORIAN = 1753
_APART = 7  # words between a date and a weekday that is told of it
_MARKS = frozenset({",", ":", "–", "—", "("})
_SEASON = 6  # months within which two dates of a sentence are of one year
_OTHER_YEAR = frozenset(
    {"next", "following", "this", "last", "previous", "later", "earlier", "again"}
)


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every date with its day of the week, and every day of a month."""
    dateline = date.fromisoformat(setting.date) if setting.date else None
    for sentence in passage.with_kind("day"):
        for quantity in (*sentence.quantities, *_feasts(sentence)):
            if quantity.kind != "date" or "day" not in quantity.parts:
                continue
            month, day = quantity.parts.get("month"), quantity.parts["day"]
            if not isinstance(month, int) or not isinstance(day, int) or not 1 <= month <= 12:
                continue
            if day > 28 and not (_denied(sentence) or _counts_people(sentence, quantity)):
                yield _in_month(sentence, quantity, month, day)
            named = with_weekday(sentence, quantity)
            if named is not None and _is_taken_back(sentence, named):
                continue
            if named is not None and day <= _longest(month, quantity):
                yield from _weekday(sentence, named, month, day, dateline)


def _feasts(sentence: Sentence) -> Iterator[Quantity]:
    """Yield "Christmas Day 2023" and the like as dates."""
    feasts = lexicon.phrases(_TABLE, "feasts")
    for quantity in sentence.quantities:
        if quantity.kind != "year" or "to" in quantity.parts:
            continue
        comma = sentence.words[max(0, quantity.first - 1)] == ","
        found = feasts.ending(sentence.words, quantity.first - comma)
        if found is not None:
            month, day = found[0].removeprefix("d").split("_")
            yield replace(
                quantity,
                kind="date",
                span=sentence.span_of(found[1], quantity.last),
                text=sentence.cut(found[1], quantity.last),
                first=found[1],
                parts={"year": quantity.parts.get("year"), "month": int(month), "day": int(day)},
            )


def _denied(sentence: Sentence) -> bool:
    """Say whether a sentence says itself that its date does not exist."""
    return lexicon.phrases(_TABLE, "denied").find(sentence.words) is not None


def _is_taken_back(sentence: Sentence, quantity: Quantity) -> bool:
    """Say whether words right behind a date put it right, or mark it as another's slip."""
    return lexicon.phrases(_TABLE, "taken_back").at(sentence.words, quantity.last) is not None


def with_weekday(sentence: Sentence, quantity: Quantity) -> Quantity | None:
    """Return a date with its weekday, told with it or after it: "16 June 2025, a Monday"."""
    if quantity.parts.get("weekday"):
        return None if "to" in quantity.parts else quantity
    words, at = sentence.words, quantity.last
    found = lexicon.phrases(_TABLE, "falls_on").at(words, at)
    if found is None or found[1] >= len(words):
        return _alone(sentence, quantity)
    day = lexicon.mapping("calendar", "weekdays").get(words[found[1]])
    follows = words[found[1] + 1] if found[1] + 1 < len(words) else "."
    if day is None:
        return _alone(sentence, quantity)
    if follows not in lexicon.words(_TABLE, "after_weekday"):
        return None
    last = found[1] + 1
    return replace(
        quantity,
        span=sentence.span_of(quantity.first, last),
        text=f"{quantity.text}, {day},",
        last=last,
        noun_last=last,
        parts={**quantity.parts, "weekday": day},
    )


def _alone(sentence: Sentence, quantity: Quantity) -> Quantity | None:
    """Return the one full date of a sentence with the one weekday that is linked to it.

    "The curtain rises – on Sunday, that is, October 5, 2022 – for the last time".
    """
    words, named = sentence.words, lexicon.mapping("calendar", "weekdays")
    if "year" not in quantity.parts or sum("month" in q.parts for q in sentence.quantities) > 1:
        return None
    told = [at for at, word in enumerate(words) if word in named and sentence.raw[at][0].isupper()]
    if len(told) != 1:
        return None
    at = told[0]
    gap = words[at + 1 : quantity.first] if at < quantity.first else words[quantity.last : at]
    article = words[max(0, at - 1)] == "a"
    marked = not _MARKS.isdisjoint(gap) if at < quantity.first else article
    if len(gap) > _APART or not marked or not lexicon.words(_TABLE, "to_weekday").issuperset(gap):
        return None
    first, last = min(at, quantity.first), max(at + 1, quantity.last)
    day = named[words[at]]
    return replace(
        quantity,
        span=sentence.span_of(first, last),
        text=f"{day}, {quantity.text}" if at < quantity.first else f"{quantity.text}, {day},",
        first=first,
        last=last,
        noun_last=last,
        parts={**quantity.parts, "weekday": day},
    )


def _longest(month: int, quantity: Quantity) -> int:
    """Return the last day of the month; February has 29 where no year says otherwise."""
    year = quantity.parts.get("year")
    return monthrange(year if isinstance(year, int) and year > 0 else 2000, month)[1]


def _counts_people(sentence: Sentence, quantity: Quantity) -> bool:
    """Say whether a number after a month counts: "In June 31 sat maths"."""
    words, first = sentence.words, quantity.first
    after = words[quantity.last : quantity.last + 1]
    led = words[max(0, first - 1) : first] == ["in"] and quantity.last - first == 2
    return led and bool(after) and after[0].isalpha() and "year" not in quantity.parts


def _in_month(sentence: Sentence, quantity: Quantity, month: int, day: int) -> Relation:
    """Tie a day of a month to the days that the month has: "31 June"."""
    counted = replace(quantity, kind="count", figure=Figure(str(day), day))
    longest = _longest(month, quantity)
    days = replace(quantity, kind="count", figure=Figure(str(longest), longest))
    return Relation(
        "day_of_month",
        {"date": quantity, "day": counted, "days": days},
        quantity.span,
        derived=frozenset({"day", "days"}),
        quoted=is_quoted(sentence, quantity),
    )


def _weekday(
    sentence: Sentence, quantity: Quantity, month: int, day: int, dateline: date | None
) -> Iterator[Relation]:
    """Tie a day of the week to the one that the calendar gives the date."""
    if any(word in lexicon.words(_TABLE, "other_calendar") for word in sentence.words):
        return
    year = quantity.parts.get("year")
    if isinstance(year, int):
        if year < _GREGORIAN or year > 2200:
            return
        years = [year]
    elif (told := _year_told(sentence, quantity, month, day)) is not None:
        years = [told]
    elif dateline is not None:
        years = _years_near(dateline, month, day)
    else:
        return
    weekdays = [DAYS[date(y, month, day).weekday()] for y in years if _exists(y, month, day)]
    if not weekdays:
        return
    printed = quantity.parts["weekday"]
    actual = printed if printed in weekdays else weekdays[0]
    fact = replace(quantity, parts={**quantity.parts, "weekday": actual})
    yield Relation(
        "weekday",
        {"date": quantity, "calendar": fact},
        quantity.span,
        derived=frozenset({"calendar"}),
        quoted=is_quoted(sentence, quantity),
    )


def _year_told(sentence: Sentence, quantity: Quantity, month: int, day: int) -> int | None:
    """Return the year of the dates around: "opened on 3 July 2023 and closed on Friday 7 July"."""
    dates = [one.parts for one in sentence.quantities if one.kind in ("date", "year")]
    years = {one["year"] for one in dates if isinstance(one.get("year"), int)}
    if len(years) != 1 or not _OTHER_YEAR.isdisjoint(sentence.vocabulary):
        return None
    for one in sentence.quantities:
        own, then = one.parts.get("year"), one.parts.get("month")
        if one.kind != "date" or not isinstance(own, int) or not isinstance(then, int):
            continue
        if (month, day) == (then, one.parts.get("day")):
            return None  # "replaced the one signed on Thursday 3 March"
        later = (month, day) >= (then, one.parts.get("day") or 1)
        if sentence.words[quantity.first - 1] in ("after", "since") and quantity.first > one.first:
            later = not later  # "came six weeks after Tuesday 29 October"
        if later == (quantity.first > one.first) and abs(month - then) <= _SEASON:
            return own
    return None


def _exists(year: int, month: int, day: int) -> bool:
    return day <= monthrange(year, month)[1]


def _years_near(dateline: date, month: int, day: int) -> list[int]:
    """Return the years that a date without one may mean: the nearest, and the next on each side."""
    near = [
        date(year, month, day)
        for year in (dateline.year - 1, dateline.year, dateline.year + 1)
        if _exists(year, month, day)
    ]
    close = [one for one in near if abs(one - dateline) <= timedelta(days=60)]
    return [one.year for one in close or near]
