"""How figures of a change are read: as rounded, or as printed."""

from __future__ import annotations

from fractions import Fraction

from numcheck.model.interval import Interval, quotient
from numcheck.model.quantity import Quantity
from numcheck.record import replace


def rounded(quantity: Quantity, beside: Quantity | None = None) -> Quantity:
    """Take a level as rounded; a price in whole pounds as exact.

    A level printed beside a finer one of the same scale is as fine: £4m beside £4.5m is £4.0m.
    """
    figure = quantity.figure
    if figure is None or figure.bounds:
        return quantity
    price = quantity.kind == "money" and figure.scale == 1 and not figure.decimals
    if price and figure.value < 1000:
        return exactly(quantity)
    other = beside.figure if beside is not None else None
    if other is not None and other.scale == figure.scale and other.grain < figure.grain:
        quantity = replace(quantity, figure=replace(figure, grain=other.grain))
    # with bounds of its own a figure is not read as cut off, or one off, besides
    return within(quantity, replace(quantity, hedge=None).reading())


def half_open(quantity: Quantity, beside: Quantity) -> Quantity:
    """Take a level as rounded, its upper end left out: 3.95 is no longer 3.9."""
    quantity = rounded(quantity, beside)
    bounds = quantity.figure.bounds if quantity.figure else None
    return within(quantity, replace(bounds, high_open=True)) if bounds else quantity


def by_times(times: Quantity, old: Quantity, new: Quantity) -> dict[str, Quantity]:
    """Return the roles of a multiple: its word may be a little off, or its figures be rounded.

    Not both at once; and where the figures as printed make another whole multiple, they are meant.
    """
    roles = {"old": old, "new": new, "times": times}
    word, one, other = times.figure, old.figure, new.figure
    if word is None or one is None or other is None or old.unit != new.unit or not one.value:
        return roles
    slack = Fraction(19, 20) if word.value > 1 else Fraction(9, 10)
    bounds, printed = word.bounds, quotient(other.value, one.value)
    if bounds is None or bounds.high is None or bounds.low != word.value * slack:
        return roles  # "nearly", "more than" have bounds of their own
    if bounds.meets(Interval.point(printed)):
        return roles
    if word.value > 1 and printed == int(printed) and not (old.hedge or new.hedge):
        return roles | {"old": exactly(old), "new": exactly(new)}
    return roles | {"times": within(times, Interval(word.value, bounds.high))}


def exactly(quantity: Quantity) -> Quantity:
    """Take a figure as it is printed."""
    assert quantity.figure is not None
    return within(quantity, Interval.point(quantity.figure.value))


def within(quantity: Quantity, bounds: Interval) -> Quantity:
    """Return a figure that stands for the values between two bounds."""
    assert quantity.figure is not None
    return replace(quantity, figure=replace(quantity.figure, bounds=bounds))


def by_the_hour(old: Quantity, new: Quantity, by: Quantity) -> bool:
    """Say whether "from 3:12 to 3:05" comes out as hours and minutes: "a gain of seven minutes"."""
    if old.kind != "duration" or by.unit is None or by.value is None:
        return False
    single = old.text.count(":") == new.text.count(":") == 1
    apart, said = (old.value or 0) - (new.value or 0), by.unit.to_base(by.value)
    return single and 60 * apart in (said, -said)
