"""What would have fitted: another variety of the unit, another scale."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from numcheck.judge.printing.numerals import digits, exact_decimals
from numcheck.judge.restates import restates
from numcheck.model.interval import Rational
from numcheck.model.quantity import Quantity
from numcheck.model.unit import Unit
from numcheck.record import replace

_NEAR = Fraction(5, 100)
_POWERS = tuple(10**power for power in range(1, 13))


def note_on(given: Quantity, other: Quantity, exact: Rational, difference: bool) -> str:
    """Return what a broken conversion looks like, if it looks like a known slip.

    `exact` is the one figure converted to the unit of the other.
    """
    for one, beside in ((given, other), (other, given)):
        for unit in _varieties(one.unit):
            told = replace(one, unit=unit)
            if restates(told, beside, difference) == "holds":
                return f"; {beside.text} fits {_plain(told, unit)}"
    assert other.figure is not None
    power = _power_between(exact, other.figure.value)
    return f"; out by a factor of {digits(power)}" if power else ""


def _varieties(unit: Unit | None) -> Iterator[Unit]:
    """Yield the units that share a bare name with this one: land and nautical miles."""
    if unit is None:
        return
    from numcheck.lexicon.load import lexicon
    from numcheck.lexicon.units import unit_named

    for names in lexicon()["varieties"].values():
        if unit.name in names:
            for name in names:
                if name != unit.name and unit_named(name).dimension == unit.dimension:
                    yield unit_named(name)


def _plain(quantity: Quantity, unit: Unit) -> str:
    assert quantity.figure is not None
    value = quantity.figure.value
    number = digits(value, exact_decimals(value, quantity.figure.decimals))
    return f"{number} {unit.name if value == 1 else unit.plural}"


def _power_between(exact: Rational, printed: Rational) -> int:
    if exact <= 0 or printed <= 0:
        return 0
    ratio = Fraction(max(exact, printed)) / min(exact, printed)
    return next((power for power in _POWERS if abs(ratio / power - 1) <= _NEAR), 0)
