"""Whether any choice of figures gives what is claimed, and how near."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations, product

from numcheck.model.interval import Interval, Rational, quotient
from numcheck.model.quantity import Quantity
from numcheck.relate.sparse.window import wide

_TURNED = 2  # figures taken away, from which on a sum must fit without rounding
_NEAR = (Fraction(3, 5), Fraction(5, 3))


def balances(claimed: Quantity, others: Sequence[Quantity]) -> bool:
    """Say whether figures, added or taken away or multiplied, give one that is claimed."""
    value, readings = wide(claimed), [wide(one) for one in others]
    if any(_inside(one, value) for one in readings) or _reaches(value, readings):
        return True
    for pair in combinations(range(len(readings)), 2):
        worked = readings[pair[0]] * readings[pair[1]]
        rest = [reading for at, reading in enumerate(readings) if at not in pair]
        if worked.meets(value) or sum(rest, start=worked).meets(value):
            return True  # "12 blocks of 24 flats and one of 30, 318 in all"
    return False


def _reaches(value: Interval, readings: Sequence[Interval]) -> bool:
    """Say whether some of the values, each added or taken away, come to another."""
    for signs in product((0, 1, -1), repeat=len(readings)):
        worked = Interval.point(0)
        for sign, one in zip(signs, readings, strict=True):
            if sign:
                worked = worked + one if sign > 0 else worked - one
        used = len(signs) - signs.count(0)
        loose = 0 not in signs or (used > 1 and signs.count(-1) < _TURNED)
        if worked.meets(value) and (loose or _inside(worked, value)):
            return True
    return False


def _inside(worked: Interval, value: Interval) -> bool:
    """Say whether the middle of what was worked out rounds to a value."""
    if worked.low is None or worked.high is None:
        return True
    return Interval.point(quotient(worked.low + worked.high, 2)).meets(value)


def near(claimed: Quantity, worked: Interval) -> bool:
    """Say whether what is claimed is of the size of what it should be."""
    low, high = (worked.scale(factor) for factor in _NEAR)
    value = wide(claimed)
    return low.below(value) is True and value.below(high) is True


def misprinted(claimed: Quantity, worked: Interval) -> bool:
    """Say whether one digit, or the order of two, makes a figure of what it should be."""
    figure, unit = claimed.figure, claimed.unit
    if figure is None or worked.low is None or worked.high is None:
        return False
    middle = quotient(quotient(worked.low + worked.high, 2), unit.factor if unit else 1)
    places = quotient(figure.value, figure.grain), quotient(middle, figure.grain)
    ours, theirs = (str(round(place)) for place in places)
    if sorted(ours) == sorted(theirs):
        return True
    return len(_apart(*places).strip("0")) == 1


def _apart(one: Rational, other: Rational) -> str:
    return str(abs(round(one - other)))
