"""Days, months and years as printed, and the time between two."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from numcheck.lexicon import words as lexicon
from numcheck.lexicon.units import unit_named
from numcheck.model.interval import Interval, quotient
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Figure, Quantity
from numcheck.model.relation import Relation
from numcheck.named import NamedTuple
from numcheck.record import replace
from numcheck.relate.setting import Setting
from numcheck.relate.spans.clauses import unbroken
from numcheck.relate.wording import closes, derived, is_quoted, opens

_TABLE = "cues/spans"
_CALENDAR = frozenset({"day", "week", "month", "year", "decade", "century", "fortnight"})
_ARTICLES = frozenset({"a", "the", "one", "whole", "full", "entire"})
_LEADS = frozenset({"a", "an", "the", "some", "just", "only", "full", "whole", "entire", "mere"})
_YEARS = (["last", "year"], ["this", "year"], ["next", "year"], ["that", "year"])
_ENDS = ([","], ["."], ["–"], ["—"], [";"], [")"])
_LONG = ("year", "decade", "century")
_LATEST = 2040  # the year before which any text at hand is taken to be written
_NAMES = ("January February March April May June July August September October November "
          "December").split()  # fmt: skip


class Moment(NamedTuple):
    """A year, with month and day where they are told."""

    year: int
    month: int | None = None
    day: int | None = None


def moment(quantity: Quantity) -> Moment | None:
    """Return the moment that a date or year names; None for decades and spans."""
    parts = quantity.parts
    year = parts.get("year")
    if quantity.kind not in ("date", "year") or not isinstance(year, int) or year < 100:
        return None
    if parts.get("decade") or "to" in parts or quantity.text[-1:] == "s":
        return None
    month, day = parts.get("month"), parts.get("day")
    return Moment(year, month if isinstance(month, int) else None, day)


def moments(sentence: Sentence) -> list[tuple[Quantity, Moment]]:
    """Return every date and year of a sentence with its moment; the list is not to be changed."""
    kept: list[tuple[Quantity, Moment]] | None = sentence.kept.get("moments")
    if kept is None:
        found = ((quantity, moment(quantity)) for quantity in sentence.quantities)
        kept = [(quantity, when) for quantity, when in found if when is not None]
        sentence.kept["moments"] = kept
    return kept


def today(setting: Setting, like: Quantity) -> tuple[Quantity, Moment] | None:
    """Return the article's own date as a quantity at the place of another; None without one."""
    if setting.date is None:
        return None
    day = date.fromisoformat(setting.date)
    text = f"{day.day} {_NAMES[day.month - 1]} {day.year}"
    parts = {"year": day.year, "month": day.month, "day": day.day}
    now = replace(like, kind="date", text=text, figure=None, upper=None, unit=None, parts=parts)
    return now, Moment(day.year, day.month, day.day)


def at_latest(setting: Setting, like: Quantity, start: Moment) -> tuple[Quantity, Moment] | None:
    """Return the article's own date, or the latest year it can be of where a length goes beyond.

    The church of 1750 is no 400 years old in any year before 2040.
    """
    if setting.date is not None:
        return today(setting, like)
    figure, unit = like.figure, like.unit
    years = {"decade": 10, "century": 100}.get(unit.name if unit is not None else "", 1)
    if figure is None or start.year < 1000 or (unit and unit.name not in _LONG):
        return None
    low = like.reading(loose=True).low
    if low is None or start.year + low * years <= _LATEST + 1:
        return None
    text = f"{_LATEST} at the latest"
    now = replace(like, kind="date", text=text, figure=None, upper=None, unit=None,
                  parts={"year": _LATEST})  # fmt: skip
    return now, Moment(_LATEST)


def years_between(start: Moment, end: Moment) -> Interval:
    """Return the years from one moment to another, as they may be counted.

    Where months are not told, December 2011 to January 2016 is four years and January 2011 to
    December 2016 is six; a begun year may be counted or not.
    """
    low = Fraction(12 * (end.year - start.year) + (end.month or 1) - (start.month or 12), 12)
    high = Fraction(12 * (end.year - start.year) + (end.month or 12) - (start.month or 1), 12)
    return Interval(max(0, low.__floor__()), high.__ceil__())


def months_between(start: Moment, end: Moment) -> Interval:
    """Return the months from one moment to another, begun ones counted or not."""
    least = 12 * (end.year - start.year) + (end.month or 1) - (start.month or 12)
    most = 12 * (end.year - start.year) + (end.month or 12) - (start.month or 1)
    return Interval(max(0, least - 1), most + 1)


def completed(start: Moment, then: Moment) -> Interval:
    """Return the birthdays completed between two dates, of which the day may be unknown."""
    years = then.year - start.year
    if start.month is None or then.month is None:
        return Interval(years - 1, years)
    if start.month != then.month:
        return Interval.point(years if then.month > start.month else years - 1)
    if start.day is None or then.day is None:
        return Interval(years - 1, years)
    return Interval.point(years if then.day >= start.day else years - 1)


# ----------------------------------------------------------------------------------- lengths


def lengths(sentence: Sentence) -> list[Quantity]:
    """Return every length of calendar time in a sentence; the list is not to be changed."""
    kept: list[Quantity] | None = sentence.kept.get("lengths")
    if kept is None:
        kept = sentence.kept["lengths"] = list(_lengths(sentence))
    return kept


def _lengths(sentence: Sentence) -> Iterator[Quantity]:
    """Yield "ten years", "a fortnight", "a quarter of a century"."""
    for quantity in sentence.quantities:
        if is_length(quantity):
            yield quantity
    words = sentence.words
    named = lexicon.mapping(_TABLE, "lengths")
    if named.keys().isdisjoint(sentence.vocabulary):
        return
    for at, word in enumerate(words):
        if word not in named or not at or words[at - 1] not in _ARTICLES:
            continue
        if any(q.first <= at < q.last for q in sentence.quantities):
            continue
        part = _part_before(sentence, at - 1)
        if words[at - 2 : at - 1] != ["of"] or part is not None:
            yield _worded(sentence, at, str(named[word]), part)


def is_length(quantity: Quantity) -> bool:
    """Say whether a quantity is one length of days, months or years, and no rate."""
    return (
        quantity.kind == "duration"
        and quantity.figure is not None
        and not quantity.is_range
        and not quantity.figure.vague
        and quantity.unit is not None
        and quantity.unit.name in _CALENDAR
        and not quantity.parts.get("per")
    )


def _part_before(sentence: Sentence, at: int) -> Quantity | None:
    """Return the fraction before "of a century": "a quarter of a century"."""
    for quantity in sentence.quantities:
        if quantity.last == at - 1 and quantity.kind == "ratio" and quantity.figure is not None:
            return quantity if sentence.words[at - 1] == "of" else None
    return None


def _worded(sentence: Sentence, at: int, meaning: str, part: Quantity | None) -> Quantity:
    """Return the length that a noun with its article is: a fortnight is 14 days."""
    number, name = meaning.split()
    unit, count = unit_named(name), int(number)
    text, figure = sentence.raw[at], Figure(sentence.raw[at], count, worded=True)
    first = at
    if part is not None and part.figure is not None:  # 23 years are a quarter of a century too
        first, value = part.first, part.figure.value * count
        text = sentence.cut(first, at + 1)
        figure = Figure(text, value, quotient(value, 4), quotient(value, 4), worded=True)
    return Quantity(
        sentence.span_of(first, at + 1),
        text,
        "duration",
        figure,
        unit=unit,
        units=(unit,),
        place=sentence.block.place,
        sentence=sentence.index,
        first=first,
        last=at + 1,
        noun_last=at + 1,
    )


def before_length(sentence: Sentence, length: Quantity) -> int:
    """Return the token place at which a length begins, its hedge and article included."""
    at = opens(sentence, length)
    while at > 0 and sentence.words[at - 1] in _LEADS:
        at -= 1
    return at


def words_beside(
    sentence: Sentence, start: Quantity, end: Quantity, length: Quantity
) -> list[str] | None:
    """Return the words between two ends and the length beside them; None where they part them.

    "From 3 to 10 May, a ten-day trip"; "a ten-day trip (3 to 10 May)".
    """
    words = sentence.words
    if length.first >= end.last:
        gap = words[closes(sentence, end) : before_length(sentence, length)]
        if gap[:2] in _YEARS:
            gap = gap[2:]
        gap = unbroken(gap)
        if gap[:1] == ["to"]:  # "it took from 1961 to 1969 *to build*, eight years"
            gap = gap[2:]
        if any(word not in lexicon.words(_TABLE, "beside") for word in gap):
            return None
    elif length.last <= start.first:
        gap = words[length.last : start.first]
        plain = all(word.isalpha() for word in gap[1:])
        if gap[:2] in ([",", "between"], [",", "from"]) and plain and gap[-1] == "in":
            gap = gap[:2]  # ", between his debut in 2001 and"
        if gap[-1:] not in (["from"], ["between"], ["("], [","], ["–"], [":"]):
            return None
    else:
        return None
    after = words[length.last : length.last + 2]
    all_of_it = after == ["of", "it"] and words[length.last + 2 : length.last + 3] in _ENDS
    if after in (["of", "which"], ["of", "it"], ["of", "them"]) and not all_of_it:
        return None
    if after[:1] == [","]:
        after = []  # "from 1974 until 1998, a tenure of 24 years, before handing over"
    other = lexicon.words(_TABLE, "not_a_length")
    return None if any(word in other for word in (*gap, *after)) else gap


def within(sentence: Sentence, length: Quantity, start: Quantity) -> bool:
    """Say whether a length may lie inside its span: "it rained for ten days from 3 to 20 June"."""
    gap = sentence.words[length.last : start.first]
    at = opens(sentence, length)
    whole = sentence.words[at - 1 : at] in (["the"], ["its"], ["his"], ["her"], ["their"], ["a"])
    return gap in (["from"], ["between"]) and not whole and "-" not in length.text


# -------------------------------------------------------------------------------------- ties


def tie(
    sentence: Sentence,
    start: Quantity,
    end: Quantity,
    length: Quantity,
    span: Interval,
    unit: str,
    printed: int | None = None,
) -> Relation:
    """Tie two moments with the length said to lie between them; `span` is in the named unit."""
    number = printed if printed is not None else span.low
    text = f"{number} {unit}" if number == 1 else f"{number} {unit}s"
    known = derived(span, length, text, "age", unit_named(unit))
    return Relation(
        "years" if unit == "year" else "days",
        {"start": start, "end": end, "length": as_counted(length), "span": known},
        length.span,
        strict=True,
        derived=frozenset({"span"}),
        quoted=is_quoted(sentence, length),
    )


def as_counted(length: Quantity) -> Quantity:
    """Take a length of time as counted: ten years are ten, two weeks are 11 days to 17."""
    figure = length.figure
    assert figure is not None and length.unit is not None
    whole = length.unit.name in ("year", "day") and figure.value.denominator == 1
    bounds = Interval.point(figure.value) if whole and not figure.bounds else figure.tight()
    return replace(length, kind="age", figure=replace(figure, bounds=bounds))


def tie_to_today(sentence: Sentence, when: Quantity, length: Quantity, tied: Relation) -> Relation:
    """Say of a tie with the day of writing that this day stands nowhere in the text."""
    hidden = next(role for role in ("start", "end") if tied.roles[role] is not when)
    return replace(tied, derived=tied.derived | {hidden})
