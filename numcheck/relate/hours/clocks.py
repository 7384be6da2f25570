"""Two times of the clock, and the length of time between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from numcheck.lexicon import words as lexicon
from numcheck.lexicon.units import unit_named
from numcheck.model.interval import Interval, quotient
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.hours.elapsed import before_another, elapsed, past_day
from numcheck.relate.hours.journeys import abroad
from numcheck.relate.setting import Setting
from numcheck.relate.spans.clauses import unbroken
from numcheck.relate.spells import of_race, spell
from numcheck.relate.wording import derived, is_quoted, opens

_TABLE = "cues/spans"
_CLAUSE = 7  # words of "from the first call at 11.40pm until the all-clear at 4.40am"
_TURNS = frozenset({",", ";", "and", "or", "but", "who", "which", "when"})
_SET_OFF = frozenset({",", ":", ";", "–", "—", "("})
_IT = frozenset({"which", "it", "them", "that", "those"})
_AWAY = frozenset({"from", "away", "to", "beyond", "past", "outside", "short"})
_EVERY = frozenset({"every", "each", "per"})
_WORKDAY, _LUNCH = 360, 60  # minutes
_LINKS = frozenset({"to", "until", "till", "through", "-", "–", "—", "thru"})


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every two times of the clock with the length of time that stands with them."""
    for sentence in passage.with_kind("time"):
        times = [q for q in sentence.quantities if q.kind == "time"]
        if not _interrupted(sentence, times):
            told = [q for q in sentence.quantities if is_length(sentence, q)]
            if len(told) > 1:
                told = [one for one in told if _in_one_clause(sentence, times, one)]
            if len(told) == 1:
                yield from _told(sentence, passage.before(sentence), times, told[0])


def _in_one_clause(sentence: Sentence, times: Sequence[Quantity], length: Quantity) -> bool:
    """Say whether no semicolon parts a length from the times: "lasted 10 hours; he woke two …"."""
    first, last = min(times[0].first, length.first), max(times[-1].last, length.last)
    return ";" not in sentence.words[first:last]


def _interrupted(sentence: Sentence, times: Sequence[Quantity]) -> bool:
    """Say whether hours are no one stretch, or are no hours: "from 3:12 to 3:05", in a race."""
    if not lexicon.words(_TABLE, "broken_clock").isdisjoint(unbroken(sentence.words)):
        return True
    return all(time.parts.get("pm") is None for time in times) and of_race(sentence)


def is_length(sentence: Sentence, quantity: Quantity) -> bool:
    """Say whether a quantity is one length of hours or minutes, and no pause or portion."""
    if quantity.kind != "duration" or quantity.figure is None or quantity.is_range:
        return False
    if quantity.unit is None or quantity.unit.name not in ("hour", "minute"):
        return False
    if not _EVERY.isdisjoint(sentence.words[max(0, quantity.first - 2) : quantity.first]):
        return False  # "trains ran every 20 minutes from 6am to noon"
    pause = sentence.words[quantity.last : quantity.last + 1]
    if pause == ["'"] or (quantity.text == "24 hours" and "open" in sentence.words):
        return False  # "seven hours' pay", "open 24 hours"
    told = sentence.words[quantity.last + 1 : quantity.last + 2] in (["that"], ["which"])
    if pause and pause[0] in lexicon.words(_TABLE, "pauses") and not told:
        return _is_ride(sentence, quantity, pause[0])
    of_what = sentence.words[quantity.last + 1 : quantity.last + 2]
    if pause == ["of"] and of_what and of_what[0] in lexicon.words(_TABLE, "portion"):
        return False  # "40 hours of work", "two hours of which"
    return quantity.parts.get("per") in (None, "", "day", "night", "shift")


def _is_ride(sentence: Sentence, length: Quantity, noun: str) -> bool:
    """Say whether ", a 45-minute ride over the moor" is all of a journey."""
    away = not _AWAY.isdisjoint(sentence.words[length.last + 1 : length.last + 2])
    led = sentence.words[max(0, length.first - 2) : length.first] == [",", "a"]
    return led and not away and noun in ("ride", "drive", "walk")


def _told(
    sentence: Sentence, before: Sentence | None, times: Sequence[Quantity], length: Quantity
) -> Iterator[Relation]:
    """Tie the length of a sentence to the times that it lies between."""
    cue = lexicon.phrases(_TABLE, "clock_cues").at(sentence.words, length.last)
    if cue is not None and sentence.words[cue[1] : cue[1] + 1] == ["than"]:
        return  # "90 minutes earlier than in the past"
    if cue is not None:
        yield from _from_one(sentence, before, times, length, *cue)
        return
    if sum(linked(sentence, *two) for two in pairwise(times)) > 1:
        return  # "from noon to 3pm and from 6pm to 11pm, eight hours in all"
    for start, end in pairwise(times):
        joined = linked(sentence, start, end) or _from_until(sentence, start, end, length)
        if joined and _beside(sentence, start, end, length):
            yield from tied(sentence, start, end, length)
            return
    if (ends := spell(sentence, times, length)) is not None:
        yield from tied(sentence, *ends, length)


# ------------------------------------------------------------------------------------- spans


def linked(sentence: Sentence, start: Quantity, end: Quantity) -> bool:
    """Say whether words link two times into one stretch: "from 9pm until 5am", "9pm–5am"."""
    gap = sentence.words[start.last : opens(sentence, end)]
    weekdays = lexicon.mapping("calendar", "weekdays")
    fillers = (",", "the", "next", "following", "day", "on", "in", "morning", "evening", "at")
    gap = [word for word in gap if word not in fillers and word not in weekdays]
    if len(gap) == 1 and gap[0] in _LINKS:
        return True
    before = sentence.words[max(0, start.first - 1) : start.first]
    if gap == ["and"]:
        return before == ["between"]
    if "not" in gap:
        return False  # "four hours, from 6pm, and not fully back until midnight"
    found = lexicon.phrases(_TABLE, "ends_at").ending(gap, len(gap))
    return found is not None and len(gap) <= 8


def _from_until(sentence: Sentence, start: Quantity, end: Quantity, length: Quantity) -> bool:
    """Say whether "seven hours, from the first call at 11.40pm until the all-clear at 4.40am"."""
    words = sentence.words
    gap, lead = (
        words[past_day(sentence, start) : end.first],
        words[max(0, start.first - _CLAUSE) : start.first],
    )
    if gap[:1] not in (["to"], ["until"], ["till"]) or len(gap) > _CLAUSE or "from" not in lead:
        return False
    if length.first >= end.last and words[past_day(sentence, end)] not in _SET_OFF:
        return False  # "from his fall at 10.30pm to his rescue at 2.30am he was awake for two"
    return _TURNS.isdisjoint([*lead[lead.index("from") :], *gap])


def _beside(sentence: Sentence, start: Quantity, end: Quantity, length: Quantity) -> bool:
    """Say whether a length of time stands next to the span, with nothing else between."""
    if length.first >= end.last:
        gap = sentence.words[past_day(sentence, end) : opens(sentence, length)]
        if any(end.last <= q.first and q.last <= length.first for q in sentence.quantities):
            return False  # "9am to 5pm six days a week, 48 hours in all"
    elif length.last <= start.first:
        gap = sentence.words[length.last : start.first]
        if "-" in length.text and gap and lexicon.is_plural(gap[0]):
            return False  # "two-hour sessions run from 10am to 4pm"
        if gap[-1:] not in (["from"], ["between"], ["("], [","], ["–"], ["—"], [":"], ["at"]):
            return False
    else:
        return False
    between = [q for q in sentence.quantities if length.last <= q.first < start.first]
    if len(gap) > _CLAUSE or any(q.kind != "ordinal" for q in between):
        return False
    if "from" in gap[:2] and length.last <= start.first:  # ", from the first call at"
        gap = gap[: gap.index("from")]
    other = lexicon.words(_TABLE, "not_elapsed")
    if any(gap[at - 1] == "of" and gap[at] in _IT for at in range(1, len(gap))):
        return False  # ", of which", ", the heaviest of it in"
    if ";" in gap and not all(word in lexicon.words("cues/spells", "beside") for word in gap):
        return False
    if "and" in gap and gap[-1] not in ("lasted", "lasts"):  # "and offers a …"
        return False
    return not any(word in other for word in gap)


# ------------------------------------------------------------------------- later and before


def _from_one(
    sentence: Sentence,
    before: Sentence | None,
    times: Sequence[Quantity],
    length: Quantity,
    name: str,
    end: int,
) -> Iterator[Relation]:
    """Tie "came back at 8.10pm, an hour and a half later" to the time before it."""
    then = _next_to(sentence, times, length, end)
    if then is None:
        return
    others = [time for time in times if time is not then]
    if not others and before is not None:
        others = [q for q in before.quantities if q.kind == "time"]
    if len(others) != 1:
        return
    other = others[0]
    if name == "before" and before_another(sentence, before, end, other, then):
        return
    if name != "later" and _is_past_clause(sentence, length, end, other):
        return
    told_first = other.sentence < then.sentence or other.first < then.first
    if name == "after":  # "three hours after the alarm at 9am, at 11am"
        if other.first > length.last:
            yield from tied(sentence, other, then, length)
    elif name == "later":
        if told_first:
            yield from tied(sentence, other, then, length)
    elif other.first > length.last or told_first:
        yield from tied(sentence, then, other, length)


def _is_past_clause(sentence: Sentence, length: Quantity, end: int, other: Quantity) -> bool:
    """Say whether a time lies past what is counted from: "before the poll, …; at 1am"."""
    if other.sentence != length.sentence or other.first < end:
        return False
    between = sentence.words[end : other.first]
    return ";" in between or (between[:1] in (["the"], ["a"], ["his"], ["her"]) and "," in between)


def _next_to(
    sentence: Sentence, times: Sequence[Quantity], length: Quantity, end: int
) -> Quantity | None:
    """Return the time that a length leads to: right before it, or after ", at"."""
    words, first = sentence.words, opens(sentence, length)
    for time in times:
        gap = words[past_day(sentence, time) : first]
        if time.last <= first and gap in ([","], ["–"], ["—"], [",", "some"], [",", "just"]):
            return time
        if time.first >= end:
            gap = words[end : time.first]
            if gap in ([",", "at"], ["at"], [","]) or (
                "," in gap and gap[-2:] == [",", "at"] and len(gap) > 2
            ):
                return time
    if len(times) == 2 and times[0].first >= end:  # "two hours after the alarm at 9am, at 11am"
        gap = words[times[0].last : times[1].first]
        return times[1] if gap == [",", "at"] else None
    return None


# ---------------------------------------------------------------------------------- the tie


def tied(
    sentence: Sentence, start: Quantity, end: Quantity, length: Quantity
) -> Iterator[Relation]:
    """Tie two times with the length that is told of them, in one zone."""
    minutes = sorted(elapsed(sentence, start, end))
    if not minutes or (start.parts.get("zone") or "") != (end.parts.get("zone") or ""):
        return
    length = _as_told(length)
    assert length.unit is not None
    stated = length.reading().scale(quotient(length.unit.factor, 60))
    if _is_net(sentence, length, minutes):
        return
    if abroad(sentence, length, minutes):
        return
    fitting = [one for one in minutes if stated.meets(Interval.point(one))]
    known = (fitting or minutes)[0]
    clock = derived(_hours(known), length, _print(known), "duration", unit_named("hour"))
    yield Relation(
        "elapsed",
        {"start": start, "end": end, "length": length, "clock": clock},
        start.span.hull(end.span) if start.sentence == end.sentence else length.span,
        strict=True,
        derived=frozenset({"clock"}),
        quoted=is_quoted(sentence, end),
    )


def _is_net(sentence: Sentence, length: Quantity, minutes: Sequence[int]) -> bool:
    """Say whether a working day may be told without its lunch: "9am to 5pm, seven hours a day"."""
    if lexicon.words(_TABLE, "at_work").isdisjoint(sentence.words) or length.figure is None:
        return False
    assert length.unit is not None
    stated = Fraction(length.figure.value) * quotient(length.unit.factor, 60)
    return any(one >= _WORKDAY and 0 < one - stated <= _LUNCH for one in minutes)


def _as_told(length: Quantity) -> Quantity:
    """Take whole hours as such: 2 hours 25 minutes may pass for two hours, half past two not."""
    figure = length.figure
    assert figure is not None and length.unit is not None
    if length.unit.name != "hour" or figure.value.denominator != 1 or figure.decimals:
        return length
    bounds = figure.bounds or Interval.around(figure.value, Fraction(29, 60))
    return replace(length, kind="age", figure=replace(figure, bounds=bounds))


def _hours(minutes: int) -> int | Fraction:
    hours = Fraction(minutes, 60)
    return hours.numerator if hours.denominator == 1 else hours


def _print(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    words = [f"{hours} hour{'s' * (hours != 1)}"] if hours else []
    words += [f"{rest} minute{'s' * (rest != 1)}"] if rest else []
    return " ".join(words)
