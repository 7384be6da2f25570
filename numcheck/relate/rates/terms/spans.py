"""How far a rate and a total may be rounded."""

from __future__ import annotations

from fractions import Fraction

from numcheck.model.interval import Interval
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.record import replace

_TENTH = Fraction(1, 10)
_ABOVE = Fraction(5, 4)
_TOGETHER = Fraction(3, 5)


def lasts(sentence: Sentence, total: Quantity) -> bool:
    """Say whether a time is that of more than what is counted: ", the debate took three hours"."""
    words, at = sentence.words, total.first - 1
    if total.kind != "duration" or words[at] not in ("took", "lasted", "ran", "takes", "lasts"):
        return False
    return words[at - 2] in ("the", "a") and words[at - 3] == ","


def nearly(quantity: Quantity) -> Quantity:
    """Let a figure stand for what rounds to it, trailing zeros as rounding by 5% at most.

    One of a single digit may be rounded by 10%.
    """
    figure = quantity.figure
    if figure is None or figure.bounds is not None or quantity.hedge is not None:
        return quantity
    value, place = abs(Fraction(figure.value)), Fraction(figure.grain)
    while value and value % (place * 10) == 0:
        place *= 10
    share = _TENTH if value < place * 10 else _TENTH / 2
    coarse = min(place / 2, value * share)
    slack = max(Fraction(figure.grain) / 2, coarse)
    return replace(quantity, figure=replace(figure, bounds=Interval.around(figure.value, slack)))


def total_near(total: Quantity) -> Quantity:
    """Let a total be rounded to its trailing zeros; small counts and odd ones are exact."""
    if total.exact or total.figure is None or total.kind not in ("count", "number"):
        return total if total.exact else nearly(total)
    near = nearly(total)
    bounds = near.figure.bounds if near.figure else None
    cap = Interval.around(total.figure.value, abs(Fraction(total.figure.value)) * _TENTH / 2)
    if bounds is None or total.figure.bounds is not None or total.hedge is not None:
        return near
    return replace(total, figure=replace(total.figure, bounds=bounds.meet(cap)))


def exact(price: Quantity) -> Quantity:
    """Take a price as it is printed: £24 is £24, not nearly £24.50."""
    figure = price.figure
    if figure is None or price.hedge is not None or figure.scale > 1:
        return price
    return replace(price, figure=replace(figure, bounds=Interval.point(figure.value)))


def closer(*quantities: Quantity) -> tuple[Quantity, ...]:
    """Narrow figures that are rounded together: three do not err as far as each may alone."""
    return tuple(map(_closer, quantities))


def _closer(quantity: Quantity) -> Quantity:
    figure = quantity.figure
    bounds = figure.bounds if figure is not None else None
    if figure is None or bounds is None or quantity.hedge is not None:
        return quantity
    if bounds.low is None or bounds.high is None or figure.value not in bounds:
        return quantity
    half = Fraction(figure.grain) / 2 if figure.grain < 1 else Fraction(0)
    value = figure.value
    under = max((value - bounds.low) * _TOGETHER, half)
    over = max((bounds.high - value) * _TOGETHER, half)
    near = Interval(value - under, value + over).meet(bounds)
    return replace(quantity, figure=replace(figure, bounds=near))


def near_bound(quantity: Quantity) -> Quantity:
    """Take "more than 90,000" as a total for something above it, but not half as much again."""
    figure, hedge = quantity.figure, quantity.hedge
    if figure is None or hedge is None or hedge.direction != "more than" or figure.value <= 0:
        return quantity
    value = Fraction(figure.value)
    top = Interval(value, value * _ABOVE)
    return replace(quantity, figure=replace(figure, bounds=top), hedge=None)


def one_unit(total: Quantity, rate: Quantity) -> tuple[Quantity, Quantity]:
    """Let a mile be the same mile in a total and a rate; cents are those of the dollars beside."""
    if total.unit is None or rate.unit is None:
        return total, rate
    if total.unit.name == rate.unit.name:
        return replace(total, units=(total.unit,)), replace(rate, units=(rate.unit,))
    if total.kind == rate.kind == "money":
        return _in_currency(total, rate), _in_currency(rate, total)
    return total, rate


def _in_currency(one: Quantity, other: Quantity) -> Quantity:
    """Return a sum of money in the currency of another, where it may be in that."""
    assert other.unit is not None
    shared = tuple(unit for unit in one.units if unit.dimension == other.unit.dimension)
    return replace(one, unit=shared[0], units=shared) if shared and len(one.units) > 1 else one
