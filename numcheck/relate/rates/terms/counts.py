"""How many of what a rate is counted by: donors, matches, hours."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from numcheck.lexicon import words as lexicon
from numcheck.lexicon.units import unit_named
from numcheck.model.interval import Interval, Rational, quotient
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Figure, Quantity
from numcheck.record import replace
from numcheck.relate.rates.terms.eaches import QUOTIENT, Each
from numcheck.relate.rates.terms.named import counted_by

_TABLE = "cues/rates"
_QUARTER = Fraction(1, 4)
_ANY = ("each", "mean", "price", "holds")


def count_for(each: Each, quantity: Quantity, exactly: bool = False) -> Quantity | None:
    """Return a figure as the count that a rate goes by, a plain number; None where it is none.

    A length of time is taken to a quarter of its unit, or `exactly` as printed.
    """
    figure = quantity.figure
    if figure is None or quantity.is_range or figure.vague or figure.value <= 0:
        return None
    if each.per == QUOTIENT:
        if quantity.kind == "measure" and quantity.unit is not None:
            if quantity.unit.dimension != "volume":
                return None
            return replace(quantity, figure=replace(figure, bounds=quantity.reading()))
        if quantity.kind != "duration":
            return None
        return replace(quantity, figure=replace(figure, bounds=_spent(quantity)), hedge=None)
    if each.unit is not None:
        return _in_units(each, quantity, exactly)
    if each.per == "night" and (nights := _nights(quantity)):
        return nights
    if quantity.kind not in ("count", "number") or quantity.unit is not None:
        return None
    if figure.value < 2 or figure.value % 1:
        return None
    if each.per in _ANY:
        fits = quantity.noun is not None or quantity.kind == "number"
    else:
        fits = counted_by(each.per, quantity.noun)
    return _as_number(quantity, quantity.reading(), figure.value) if fits else None


def _nights(quantity: Quantity) -> Quantity | None:
    """Return a week of a stay as the seven nights that it is."""
    if quantity.unit is None or quantity.unit.name not in ("week", "fortnight"):
        return None
    assert quantity.figure is not None
    number = quantity.figure.value * usual(quantity.unit.name, "day")
    return _as_number(quantity, Interval.point(number), number)


def of_weeks(one: Quantity, others: list[Quantity]) -> Quantity | None:
    """Take 38 weeks for 38 where it is five days of each: "£2.40 a day, five days a week"."""
    if one.unit is None or all(other.parts.get("per") != one.unit.name for other in others):
        return None
    return replace(one, kind="count", unit=None, units=(), other_readings=())


def _in_units(each: Each, quantity: Quantity, exactly: bool) -> Quantity | None:
    """Return eight hours as 8 where the rate is by the hour, and as 480 where by the minute."""
    assert each.unit is not None and quantity.figure is not None
    if quantity.unit is None or quantity.unit.dimension != each.unit.dimension:
        return None
    if each.unit.dimension != "time":
        factor = quotient(quantity.unit.factor, each.unit.factor)
        values = quantity.reading().scale(factor)
        return _as_number(quantity, values, quantity.figure.value * factor)
    names = quantity.unit.name, each.unit.name
    held = units_in(*names)
    if held is None:
        return None
    spent = Interval.point(quantity.figure.value) if exactly else _spent(quantity)
    return _as_number(quantity, spent * held, quantity.figure.value * usual(*names))


def units_in(larger: str, smaller: str) -> Interval | None:
    """Return how many of a unit of time another may hold; None where that is not known."""
    if larger == smaller:
        return Interval.point(1)
    held: Any = lexicon.mapping(_TABLE, "holds").get(larger, {})
    bounds = held.get(smaller)
    return Interval(Fraction(bounds[0]), Fraction(bounds[1])) if bounds else None


def usual(larger: str, smaller: str) -> Rational:
    """Return what the calendar says a unit holds: seven days a week, 365 a year."""
    if larger == smaller:
        return 1
    held: Any = lexicon.mapping(_TABLE, "holds")[larger]
    return quotient(Fraction(held[smaller][2]), 1)


def _spent(quantity: Quantity) -> Interval:
    """Return the time that a length of time may stand for: "six days" may be a few hours off."""
    figure = quantity.figure
    assert figure is not None
    if quantity.hedge is not None and quantity.hedge.text != "over":
        return quantity.reading()
    if figure.bounds is not None or figure.decimals:
        return quantity.reading(hedged=False)
    long = quantity.unit is not None and quantity.unit.name in ("month", "year", "decade")
    return Interval.around(figure.value, figure.grain * (_QUARTER / 2 if long else _QUARTER))


def _as_number(quantity: Quantity, values: Interval, value: Any) -> Quantity:
    figure = quantity.figure
    assert figure is not None
    number = Figure(figure.printed, value, figure.grain, figure.coarse, bounds=values)
    return replace(quantity, kind="count", unit=None, units=(), figure=number, hedge=None,
                   other_readings=())  # fmt: skip


def spell_in(sentence: Sentence, each: Each) -> Quantity | None:
    """Return the one stretch of time that a sentence gives without a number: "last year"."""
    nightly = each.per == "night" and each.unit is None
    if not nightly and (each.unit is None or each.unit.dimension != "time"):
        return None
    words, found = sentence.words, None
    spells, before = lexicon.words(_TABLE, "spells"), lexicon.words(_TABLE, "before_spell")
    for at in range(1, len(words)):
        named = words[at].removesuffix("'s")
        if named not in spells or words[at - 1] not in before or _rated(sentence, at):
            continue
        if found is not None:
            return None
        found = at
    if found is None:
        return None
    unit = unit_named(words[found].removesuffix("'s"))
    first, last = found - 1, found + 1
    one = Quantity(
        sentence.span_of(first, last), sentence.cut(first, last), "duration", Figure("one", 1),
        unit=unit, units=(unit,), place=sentence.block.place, sentence=sentence.index,
        first=first, last=last, noun_last=last,
    )  # fmt: skip
    if nightly:
        stay = not words[found].endswith("'s") or words[last : last + 1] == ["stay"]
        return _nights(one) if stay else None  # "a week's package, with flights"
    assert each.unit is not None
    held = units_in(unit.name, each.unit.name)
    return _as_number(one, held, usual(unit.name, each.unit.name)) if held else None


def _rated(sentence: Sentence, at: int) -> bool:
    """Say whether an article before a unit of time makes a rate: "nine a week"."""
    if sentence.words[at - 1] not in ("a", "an") or sentence.words[at].endswith("'s"):
        return False  # "a week's stay"
    return sentence.words[at - 2 : at - 1] not in (["in"], ["over"], ["for"], ["within"])
