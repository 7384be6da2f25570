"""So much a month, so much a year: one rate, twice."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from numcheck.lexicon import words as lexicon
from numcheck.model.interval import Interval, Rational
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Figure, Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.rates.terms.counts import units_in, usual
from numcheck.relate.rates.terms.eaches import Each
from numcheck.relate.rates.terms.spans import exact, total_near
from numcheck.relate.wording import is_quoted, opens

_TABLE = "cues/rates"
_WORTH = frozenset("equal equals which that amount amounts works comes is means".split())
_HALF = Fraction(1, 2)
_HOURS = frozenset({"hour", "minute", "hour per week"})
_MARKS = frozenset({",", "–", "—", "(", ":", "["})


def periods(sentence: Sentence, figures: list[Quantity], eaches: list[Each]) -> Iterator[Relation]:
    """Yield "£15 a month, or £180 a year": the longer is so many of the shorter."""
    timed = [each for each in eaches if each.unit and each.unit.dimension == "time"]
    for at, right in enumerate(timed[1:], 1):
        left = timed[at - 1]
        short, long = _ordered(left, right)
        if not _alike(short.quantity, long.quantity) or _barred(sentence, figures, timed):
            continue
        if not _said_again(sentence, left, right):
            continue
        found = _relation(sentence, figures, short, long)
        if found and (cheaper(sentence, found) or _for_all(figures, found)):
            continue
        if found is None or (at > 1 and _earlier_fits(figures, timed[: at - 1], right)):
            continue
        yield found


def _ordered(left: Each, right: Each) -> tuple[Each, Each]:
    assert left.unit is not None and right.unit is not None
    return (left, right) if left.unit.factor <= right.unit.factor else (right, left)


def _relation(
    sentence: Sentence, figures: list[Quantity], short: Each, long: Each
) -> Relation | None:
    held = _held(figures, short, long)
    if held is None:
        return None
    values, value = held
    each, total = short.quantity, long.quantity
    count = replace(
        each, kind="count", unit=None, units=(), text="", hedge=None, parts={}, noun=None,
        counts=None, other_readings=(), figure=Figure("", value, bounds=values),
    )  # fmt: skip
    return Relation(
        "pace",
        {
            "each": replace(exact(each), other_readings=()),
            "total": replace(total_near(total), other_readings=()),
            "count": count,
        },
        each.span.hull(total.span),
        derived=frozenset({"count"}),
        quoted=is_quoted(sentence, each, total),
    )


def _held(figures: list[Quantity], short: Each, long: Each) -> tuple[Interval, Rational] | None:
    """Return how many of the shorter unit the longer may hold, and how many as a rule."""
    assert short.unit is not None and long.unit is not None
    small, large = short.unit.name, long.unit.name
    if small != "hour" or large not in ("week", "month", "year"):
        held = units_in(large, small)
        return None if held is None or small == large else (held, usual(large, small))
    hours = _hours(figures)
    if hours is None:
        return None
    weeks = units_in(large, "week")
    return None if weeks is None else (weeks.scale(hours), usual(large, "week") * hours)


def _hours(figures: list[Quantity]) -> Rational | None:
    """Return the hours of a working week, where the sentence gives them: "a 40-hour week"."""
    hours = [one for one in figures if one.kind == "duration" and one.unit and one.value]
    named = ("hour", "hour per week")
    if len(hours) != 1 or hours[0].unit is None or hours[0].unit.name not in named:
        return None
    return hours[0].value


def _alike(short: Quantity, long: Quantity) -> bool:
    """Say whether both rates are of one thing: one currency, one unit, one noun."""
    if short.unit is not None or long.unit is not None:
        return (
            short.unit is not None and long.unit is not None and (short.unit.name == long.unit.name)
        )
    return short.noun is None or long.noun is None or short.noun == long.noun


def cheaper(sentence: Sentence, found: Relation) -> bool:
    """Say whether the longer may be sold for less: "£15 a month, or £150 a year"."""
    if lexicon.words(_TABLE, "choices").isdisjoint(sentence.vocabulary):
        return False
    each, count, total = (found.roles[role] for role in ("each", "count", "total"))
    assert isinstance(each, Quantity) and isinstance(count, Quantity)
    assert isinstance(total, Quantity)
    whole = each.reading() * count.reading()
    sold = total.reading()
    return sold.below(whole) is not False and sold.below(whole.scale(_HALF)) is not True


def _for_all(figures: list[Quantity], found: Relation) -> bool:
    """Say whether the longer is that of all: "for 500 tenants £4 a week, or £104,000 a year"."""
    each, count, total = (found.roles[role] for role in ("each", "count", "total"))
    assert isinstance(each, Quantity) and isinstance(count, Quantity)
    assert isinstance(total, Quantity)
    whole = each.reading() * count.reading()
    return any(
        (whole * one.reading()).meets(total.reading())
        for one in figures
        if one.unit is None and one.kind in ("count", "number") and one.value and not one.is_range
    )


def _barred(sentence: Sentence, figures: list[Quantity], timed: list[Each]) -> bool:
    """Say whether a rate holds for part of a year only, or the sentence counts months itself."""
    shifts, words = lexicon.words(_TABLE, "shifts"), sentence.words
    if any(word in shifts and not _levied(words, at) for at, word in enumerate(words)):
        return True
    return any(
        one.kind == "duration" and one.unit is not None and one.unit.name not in _HOURS
        for one in figures
    )


def _said_again(sentence: Sentence, left: Each, right: Each) -> bool:
    """Say whether the second rate is the first again: ", or £180 a year", "(£180 a year)"."""
    words = sentence.words
    gap = words[left.last : opens(sentence, right.quantity)]
    mark = next((at for at, word in enumerate(gap) if word in _MARKS), None)
    if mark is None:
        return bool(gap) and gap[0] in _WORTH and len(gap) <= 4
    again = lexicon.words(_TABLE, "again")
    if mark > 8 or not all(word.isalpha() or _hour_of(word) for word in gap[:mark]):
        return False
    if not all(word in again for word in gap[mark + 1 :]):
        return False
    bars, end = lexicon.words(_TABLE, "bars"), right.last
    after = [word for word in words[end : end + 3] if not _levied(words, end)]
    return not any(word in bars for word in [*gap[:mark], *after])


def _levied(words: list[str], at: int) -> bool:
    """Say whether both rates are "before tax" or "after deductions", and so still one."""
    return (
        words[at] in ("before", "after")
        and words[at + 1 : at + 2] != []
        and (words[at + 1] in lexicon.words(_TABLE, "levied"))
    )


def _hour_of(word: str) -> bool:
    """Let the hours of a week stand between two rates: "for a 40-hour week, or"."""
    return word.isdecimal() or word == "-"


def _earlier_fits(figures: list[Quantity], earlier: list[Each], long: Each) -> bool:
    """Say whether an earlier rate explains this one: "£15 a week, £60 a month, £780 a year"."""
    for each in earlier:
        short, longer = _ordered(each, long)
        held = _held(figures, short, longer)
        if held is not None and (exact(short.quantity).reading() * held[0]).meets(
            total_near(longer.quantity).reading()
        ):
            return True
    return False
