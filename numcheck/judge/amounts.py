"""What rules compare: words of a figure, amounts with dimensions, and how."""

from __future__ import annotations

from collections.abc import Callable

from numcheck.model.interval import Interval, Rational, quotient
from numcheck.model.quantity import Figure, Quantity
from numcheck.model.unit import Unit

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# How far a statement is true. UNKNOWN is no maybe: there is nothing to compare.
NO, UNKNOWN, MAYBE, YES = 0, 1, 2, 3
Amount = tuple[Interval, str]
"""The values an expression may have, and their dimension."""


class Undecidable(Exception):
    """Nothing can be said: a divisor may be zero, or dimensions differ."""


def word_of(quantity: Quantity, field: str) -> str | None:
    """Return what a word field says of a figure; None where that is not known."""
    unit = quantity.unit
    match field:
        case "unit":
            return unit.name if unit else "none"
        case "system":
            return (unit.system if unit else "") or "none"
        case "measures":
            return _measures(quantity)
        case "counts":
            return quantity.counts.lower() if quantity.counts else None
        case "hedge":
            return quantity.hedge.direction if quantity.hedge else "none"
        case "weekday":
            day = quantity.parts.get("weekday")
            return WEEKDAYS[day] if isinstance(day, int) else day
    return str(getattr(quantity, field))


def _measures(quantity: Quantity) -> str:
    if quantity.unit is not None:
        return quantity.unit.dimension
    if quantity.kind in ("count", "number"):
        return "count"
    if quantity.kind == "percent":
        return "share"
    return quantity.kind if quantity.kind in ("points", "ratio", "money") else "none"


def alike(a: str | None, b: str | None, literal: bool) -> bool:
    """Compare two words; a rule's own "money" is money of any currency."""
    if a == b:
        return True
    return literal and a is not None and b is not None and "money" in (a, b) and (
        a.partition(":")[0] == b.partition(":")[0]
    )  # fmt: skip


def significant(figure: Figure) -> int:
    """Count the significant digits of a figure: trailing zeros of a whole number are none."""
    digits = str(abs(int(quotient(figure.value, figure.grain))))
    return len((digits if figure.decimals else digits.rstrip("0")) or "0")


def per_cent(quantity: Quantity) -> Rational:
    """Return what one per cent, point or basis point is as a share of one."""
    unit = quantity.unit
    if unit is not None and unit.factor != 1 and unit.dimension in ("share", "points"):
        return unit.factor
    return quotient(1, 10_000 if unit is not None and unit.name == "basis point" else 100)


def in_base(values: Interval, unit: Unit, difference: bool) -> Interval:
    """Return values of a unit in the base unit of its dimension."""
    if unit.reciprocal:
        return values.inverse().scale(unit.factor)
    return values.scale(unit.factor, 0 if difference else unit.offset)


def cut_off(figure: Figure) -> Interval:
    """Return what is printed so if a last digit was cut off: 97.18 as 97.1."""
    value, grain = figure.value, figure.grain
    if value < 0:
        return Interval(value - grain, value, low_open=True)
    return Interval(value, value + grain, high_open=True)


def one_off(figure: Figure) -> Interval:
    """Return what is printed so if the last digit was rounded the wrong way: 81.48 as 82."""
    value, grain = figure.value, figure.grain
    return Interval(value - grain, value + grain, low_open=True, high_open=True)


def fits(one: str, other: str) -> bool:
    """Say whether amounts of two dimensions can be compared; a quotient goes with any number."""
    return one == other or (
        "ratio" in (one, other) and {one, other} <= {"ratio", "share", "points", ""}
    ) or {one, other} == {"share", "points"}  # fmt: skip


def together(one: str, other: str) -> str:
    """Return the dimension of a sum; raises Undecidable where the two do not go together."""
    if not fits(one, other):
        raise Undecidable
    return other if one == "ratio" else one


_PURE = frozenset({"", "share", "ratio"})


def product_of(one: str, other: str) -> str:
    """Return the dimension of a product: speed is length/time, times time a length."""
    if one in _PURE:
        return other if other not in _PURE else _pure(one, other)
    if other in _PURE:
        return one
    for rate, by in ((one, other), (other, one)):
        for spelt in (rate, *(key for key, name in _named().items() if name == rate)):
            above, _, below = spelt.partition("/")
            if below == by:
                return above
    return f"{one}*{other}"


def _pure(one: str, other: str) -> str:
    return "" if one == other == "" else "ratio"


def quotient_of(one: str, other: str) -> str:
    """Return the dimension of a quotient."""
    if one == other or (one in _PURE and other in _PURE):
        return "ratio"
    rate = f"{one}/{other}"
    return one if other in _PURE else _named().get(rate, rate)


def _named() -> dict[str, str]:
    """Return the quotients of dimensions that have a name of their own: length/time is speed."""
    from numcheck.lexicon.load import lexicon

    names: dict[str, str] = lexicon()["quotients"]
    return names


def size(values: Interval) -> Interval:
    """Return |x| for every x."""
    if values.low is not None and values.low >= 0:
        return values
    if values.high is not None and values.high <= 0:
        return -values
    return values.hull(-values).meet(Interval(0, None))


def _least(a: Interval, b: Interval) -> Interval:
    low = None if a.low is None or b.low is None else min(a.low, b.low)
    highs = [end for end in (a.high, b.high) if end is not None]
    return Interval(low, min(highs) if highs else None)


def _most(a: Interval, b: Interval) -> Interval:
    return -_least(-a, -b)


FOLD: dict[str, Callable[[Interval, Interval], Interval]] = {
    "sum": Interval.__add__, "min": _least, "max": _most,
}  # fmt: skip


def _meet(a: Interval, b: Interval) -> int:
    if not a.meets(b):
        return NO
    point = a.low is not None and a.low == a.high
    return YES if point and a.low == b.low == b.high else MAYBE


def _unequal(a: Interval, b: Interval) -> int:
    met = _meet(a, b)
    return MAYBE if met == MAYBE else YES - met


def _below(a: Interval, b: Interval) -> int:
    answer = a.below(b)
    return MAYBE if answer is None else YES if answer else NO


def _at_most(a: Interval, b: Interval) -> int:
    return YES - _below(b, a) if _below(b, a) != MAYBE else MAYBE


COMPARE: dict[str, Callable[[Interval, Interval], int]] = {
    "~=": _meet, "=": _meet, "!=": _unequal, "<": _below, "<=": _at_most,
    ">": lambda a, b: _below(b, a), ">=": lambda a, b: _at_most(b, a),
}  # fmt: skip
