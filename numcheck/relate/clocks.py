"""Clock times: a span and its length, and one moment in two zones."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from numcheck.lexicon import words as lexicon
from numcheck.lexicon.units import unit_named
from numcheck.model.interval import Interval
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.setting import Setting
from numcheck.relate.wording import closes, derived, is_quoted, opens

_DAY = 24 * 60


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every span of the clock with its length, and every moment given in two zones."""
    for sentence in passage.figured:
        times = [q for q in sentence.quantities if q.kind == "time"]
        if len(times) < 2:
            continue
        yield from _zones(sentence, times)
        if len(times) == 2:
            yield from _span(sentence, times[0], times[1])


# ------------------------------------------------------------------------------------ spans


def _span(sentence: Sentence, start: Quantity, end: Quantity) -> Iterator[Relation]:
    """Tie two times and the one length of time that stands beside them."""
    if not _linked(sentence, start, end):
        return
    broken = lexicon.words("cues/spans", "broken")
    if any(word in broken for word in sentence.words):
        return
    lengths = [q for q in sentence.quantities if _is_length(q)]
    if len(lengths) != 1 or not _beside(sentence, start, end, lengths[0]):
        return
    minutes = [one for one in (_elapsed(start, end)) if one]
    if not minutes:
        return
    hour = unit_named("hour")
    low, high = min(minutes), max(minutes)
    span = Interval(_hours(low), _hours(high)) if low == high else None
    if span is None:
        return
    printed = _print(low)
    yield Relation(
        "elapsed",
        {
            "start": start,
            "end": end,
            "length": lengths[0],
            "clock": derived(span, lengths[0], printed, kind="duration", unit=hour),
        },
        start.span.hull(end.span),
        strict=True,
        derived=frozenset({"clock"}),
        quoted=is_quoted(sentence, start, end),
    )


def _hours(minutes: int) -> int | Fraction:
    hours = Fraction(minutes, 60)
    return hours.numerator if hours.denominator == 1 else hours


def _print(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    words = [f"{hours} hour{'s' * (hours != 1)}"] if hours else []
    words += [f"{rest} minute{'s' * (rest != 1)}"] if rest else []
    return " ".join(words)


def _linked(sentence: Sentence, start: Quantity, end: Quantity) -> bool:
    gap = sentence.words[start.last : opens(sentence, end)]
    gap = [word for word in gap if word not in (",", "the", "next", "following", "day", "on")]
    if len(gap) == 1 and gap[0] in ("to", "until", "till", "through", "-", "–", "—", "thru"):
        return True
    before = sentence.words[max(0, start.first - 1) : start.first]
    if gap == ["and"]:
        return before == ["between"]
    found = lexicon.phrases("cues/spans", "ends_at").ending(gap, len(gap))
    return found is not None and len(gap) <= 8


def _is_length(quantity: Quantity) -> bool:
    return (
        quantity.kind == "duration"
        and quantity.figure is not None
        and not quantity.is_range
        and quantity.unit is not None
        and quantity.unit.name in ("hour", "minute")
        and not quantity.parts.get("per")
    )


def _beside(sentence: Sentence, start: Quantity, end: Quantity, length: Quantity) -> bool:
    """Say whether a length of time stands next to the span, with nothing else between."""
    if length.first >= end.last:
        gap = sentence.words[closes(sentence, end) : opens(sentence, length)]
    elif length.last <= start.first:
        gap = sentence.words[length.last : start.first]
    else:
        return False
    if len(gap) > 7 or any(
        q.first >= length.last and q.last <= start.first for q in sentence.quantities
    ):
        return False
    if "every" in gap or "before" in gap or "ago" in gap or "minutes" in gap:
        return False
    after = sentence.words[length.last : length.last + 1]
    return after not in (
        ["before"],
        ["after"],
        ["later"],
        ["earlier"],
        ["ago"],
        ["away"],
        ["ahead"],
    )


def _elapsed(start: Quantity, end: Quantity) -> set[int]:
    """Return the minutes from one time to the other; midnight lies between where it must."""
    out = set()
    for first in _minutes(start, end):
        for last in _minutes(end, start):
            out.add((last - first) % _DAY)
    return out


def _minutes(quantity: Quantity, other: Quantity) -> list[int]:
    """Return the minutes of the day for which a time may stand, a.m. and p.m. both if open."""
    hour, minute = quantity.parts.get("hour"), quantity.parts.get("minute", 0)
    if not isinstance(hour, int) or not isinstance(minute, int) or hour > 24 or minute > 59:
        return []
    half = quantity.parts.get("pm")
    if half is None and hour <= 12 and other.parts.get("pm") is not None:
        return [hour % 12 * 60 + minute, hour % 12 * 60 + minute + _DAY // 2]
    if half is None:
        return [hour * 60 + minute]
    return [(hour % 12 + 12 * bool(half)) * 60 + minute]


# ------------------------------------------------------------------------------------ zones


def _zones(sentence: Sentence, times: list[Quantity]) -> Iterator[Relation]:
    """Tie two times side by side whose zones keep a fixed distance."""
    offsets = lexicon.mapping("zones", "offsets")
    for first, second in pairwise(times):
        a, b = (str(q.parts.get("zone") or "").lower() for q in (first, second))
        if not a or not b or a == b or a not in offsets or b not in offsets:
            continue
        gap = sentence.words[first.last : second.first]
        if gap and not all(
            word in (",", "(", "/", "or", "and", "[", "–", "-", "—") for word in gap
        ):
            continue
        one, other = _zone_minutes(first), _zone_minutes(second)
        shifts = _shifts(offsets[a], offsets[b])
        if not one or not other or not shifts:
            continue
        fitting = {(one[0] + shift) % _DAY for shift in shifts}
        actual = other[0] if other[0] in fitting else min(fitting)
        yield Relation(
            "zones",
            {
                "first": first,
                "second": second,
                "stated": derived(other[0], second, _clock(other[0]), kind="number"),
                "shifted": derived(actual, second, _clock(actual), kind="number"),
            },
            first.span.hull(second.span),
            strict=True,
            derived=frozenset({"stated", "shifted"}),
            quoted=is_quoted(sentence, first, second),
        )


def _zone_minutes(quantity: Quantity) -> list[int]:
    return _minutes(quantity, quantity)


def _shifts(a: object, b: object) -> set[int]:
    """Return the minutes to add for the step from one zone to another, summer time tried too."""
    one = a if isinstance(a, list) else [a]
    other = b if isinstance(b, list) else [b]
    if len(one) == len(other) > 1:  # Eastern and Central change their clocks on one day
        return {int(y) - int(x) for x, y in zip(one, other, strict=True)}
    return {int(y) - int(x) for x in one for y in other}


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"
