"""Two days of the calendar, and the time between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from numcheck.lexicon import words as lexicon
from numcheck.lexicon.units import unit_named
from numcheck.model.interval import Interval
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.named import NamedTuple
from numcheck.record import replace
from numcheck.relate.setting import Setting
from numcheck.relate.spans.clauses import unbroken
from numcheck.relate.spans.moments import before_length, lengths, tie, within, words_beside
from numcheck.relate.spells import spell

_TABLE = "cues/spans"
_LINKS = frozenset({"to", "until", "till", "through", "-", "–", "—", "and", "thru"})
_SHORT = frozenset({"day", "week", "month"})


class Day(NamedTuple):
    """A day of a month, and its year where it is told."""

    quantity: Quantity
    month: int
    day: int
    year: int | None


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every two days with the length of time that is said to lie between them."""
    for sentence in passage.with_kind("date"):
        if not any(q.kind == "date" and "day" in q.parts for q in sentence.quantities):
            continue
        told = [one for one in lengths(sentence) if one.unit and one.unit.name in _SHORT]
        told = [one for one in told if not _broken(sentence, one)]
        told += [one for q in sentence.quantities if (one := _nights(sentence, q)) is not None]
        if not told:
            continue
        pairs = list(_pairs(sentence))
        for start, end in pairs:
            beside = [one for one in told if _beside(sentence, start.quantity, end.quantity, one)]
            if len(beside) == 1:
                yield from _tied(sentence, start, end, beside[0], 1)
        if not pairs and len(told) == 1:
            yield from _by_verbs(sentence, told[0])
        yield from _later(sentence, told)


def _nights(sentence: Sentence, quantity: Quantity) -> Quantity | None:
    """Return "seven nights" and "a ten-night trip" as a length of so many days."""
    words, at = sentence.words, quantity.last
    if quantity.kind != "count" or quantity.figure is None or quantity.is_range:
        return None
    at += words[at : at + 1] == ["-"]
    if words[at : at + 1] not in (["night"], ["nights"]):
        return None
    unit, text = unit_named("day"), sentence.cut(quantity.first, at + 1)
    span = sentence.span_of(quantity.first, at + 1)
    return replace(quantity, kind="duration", unit=unit, units=(unit,), span=span, text=text,
                   last=at + 1, noun_last=at + 1)  # fmt: skip


def _broken(sentence: Sentence, length: Quantity) -> bool:
    """Say whether a length leaves days out, or is a forecast: "ten working days"."""
    words, first = sentence.words, before_length(sentence, length)
    named = words[length.first : length.last + 2]
    if not lexicon.words(_TABLE, "some_days").isdisjoint(named):
        return True
    if not lexicon.words(_TABLE, "foretold").isdisjoint(words[max(0, first - 4) : first]):
        return True
    off = lexicon.words(_TABLE, "days_off")  # but "a four-day break" is one itself
    return any(one in off and not 0 <= at - length.last <= 2 for at, one in enumerate(words))


def _by_verbs(sentence: Sentence, length: Quantity) -> Iterator[Relation]:
    """Yield "leaves on 4 May and gets back on 11 May, a seven-night trip"."""
    days = [one for one in map(_day, sentence.quantities) if one and "to" not in one.quantity.parts]
    ends = spell(sentence, [one.quantity for one in days], length)
    if ends is not None and ends[0] is days[0].quantity:
        yield from _tied(sentence, days[0], days[1], length, 1)


def _pairs(sentence: Sentence) -> Iterator[tuple[Day, Day]]:
    """Yield every two days that a sentence links: "from 3 to 10 May", "1 March–15 March"."""
    for quantity in sentence.quantities:
        last = quantity.parts.get("to")
        if isinstance(last, int) and (start := _day(quantity)):
            text = f"{last} {quantity.text.rpartition(' ')[2]}"
            yield start, start._replace(day=last, quantity=replace(quantity, text=text))
    days = [one for one in map(_day, sentence.quantities) if one and "to" not in one.quantity.parts]
    if not lexicon.words(_TABLE, "broken_days").isdisjoint(unbroken(sentence.words)):
        return
    for start, end in pairwise(days):
        if _linked(sentence, start.quantity, end.quantity):
            yield start, end


def _day(quantity: Quantity) -> Day | None:
    parts = quantity.parts
    month, day, year = parts.get("month"), parts.get("day"), parts.get("year")
    if quantity.kind != "date" or not isinstance(month, int) or not isinstance(day, int):
        return None
    return Day(quantity, month, day, year if isinstance(year, int) else None)


def _linked(sentence: Sentence, start: Quantity, end: Quantity) -> bool:
    gap = [word for word in sentence.words[start.last : end.first] if word not in (",", "the")]
    if gap == ["and"]:
        return sentence.words[start.first - 1 : start.first] == ["between"]
    return len(gap) == 1 and gap[0] in _LINKS


def _beside(sentence: Sentence, start: Quantity, end: Quantity, length: Quantity) -> bool:
    """Say whether a length stands next to two days: "from 3 to 10 May, a ten-day trip"."""
    gap = words_beside(sentence, start, end, length)
    return bool(gap) and len(gap or ()) <= 7


def _later(sentence: Sentence, told: Sequence[Quantity]) -> Iterator[Relation]:
    """Yield "began on 1 May and ended 40 days later, on 10 June"."""
    days = [one for one in map(_day, sentence.quantities) if one and "to" not in one.quantity.parts]
    if len(days) != 2:
        return
    words, (start, end) = sentence.words, days
    for length in told:
        first = before_length(sentence, length)
        after = words[length.last : length.last + 1]
        if after == ["later"]:
            right = words[length.last + 1 : end.quantity.first]
            left = words[end.quantity.last : first]
            if end.quantity.first >= length.last:
                beside = right in ([",", "on"], ["on"], [","], ["("])
            else:
                beside = left in ([","], ["("], ["–"], ["—"])
            if beside and start.quantity.last <= length.first:
                yield from _tied(sentence, start, end, length, 0)
        elif after in (["after"], ["before"]):
            yield from _after(sentence, start, end, length, after == ["before"])


def _after(
    sentence: Sentence, start: Day, end: Day, length: Quantity, earlier: bool
) -> Iterator[Relation]:
    """Yield "on 10 June, 40 days after it began on 1 May"."""
    words, first = sentence.words, before_length(sentence, length)
    then, base = start, end
    gap = words[then.quantity.last : first]
    clause = words[length.last + 1 : base.quantity.first]
    if then.quantity.last > first or length.last >= base.quantity.first:
        return
    if len(gap) <= 3 and len(clause) <= 9 and "," not in clause and "and" not in gap:
        pair = (then, base) if earlier else (base, then)
        yield from _tied(sentence, *pair, length, 0)


def _tied(
    sentence: Sentence, start: Day, end: Day, length: Quantity, slack: int
) -> Iterator[Relation]:
    span = _days_between(start, end)
    if span is None or span.low is None or span.high is None:
        return
    # Both days counted, or one of them: "from 3 to 10 May" is seven days or eight.
    least = 0 if within(sentence, length, start.quantity) else max(0, span.low)
    wide = Interval(least, span.high + 1)
    yield tie(sentence, start.quantity, end.quantity, length, wide, "day", int(span.low))


def _days_between(start: Day, end: Day) -> Interval | None:
    """Return the days from one day to another, leap years tried where no year is told."""
    years = [start.year or end.year] if start.year or end.year else [2023, 2024]
    out = []
    for year in years:
        assert year is not None
        first, last = start.year or year, end.year or year
        later = (end.month, end.day) < (start.month, start.day)
        if later and start.year is None:
            first, last = (last - 1, last) if end.year else (first, last + 1)
        elif later and end.year is None:
            last += 1
        try:
            gap = date(last, end.month, end.day) - date(first, start.month, start.day)
        except ValueError:
            continue
        out.append(gap.days)
    if not out or min(out) < 0:
        return None
    return Interval(min(out), max(out))
