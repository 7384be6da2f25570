"""Says whether the one figure is a fair rounding of the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

from numcheck.judge.amounts import per_cent
from numcheck.model.finding import Verdict
from numcheck.model.interval import Interval, Rational, quotient
from numcheck.model.quantity import Figure, Quantity
from numcheck.model.unit import Unit

# Half a last digit explains a difference only as far as 10% of a figure of one significant digit,
# 5% of any other; 1% is for the rough factors of conversion tables ("5533 m (18,148 ft)").
_CAP, _CAP_ONE_DIGIT, _ROUGH = Fraction(5, 100), Fraction(10, 100), Fraction(1, 100)
_STRAINED = Fraction(5, 100)
# A share in words with a hedge may be three points off: "just over a quarter (28%)".
_HEDGED_SHARE = Fraction(3, 100)
_FAHRENHEIT_DEGREE = Fraction(5, 9)
_GRAVITY: tuple[Verdict, ...] = ("holds", "strained", "undecided", "broken")

Convert = Callable[[Rational], Rational]


def restates(
    given: Quantity, other: Quantity, difference: bool = False, certain: bool = False
) -> Verdict:
    """Say whether two printed figures are one amount, each perhaps rounded from the other.

    Hedges are left out, since "about 5 miles (8 km)" says it of both. `difference` marks
    temperatures that are differences, `certain` ones that the wording makes readings.
    """
    if given.figure is None or other.figure is None or given.is_range != other.is_range:
        return "undecided"
    if given.kind == "ratio" or other.kind == "ratio":
        return _shares(given, other)
    unit, into = given.unit, other.unit
    if (unit is None) != (into is None):
        return "undecided"
    if unit is None or into is None or unit.name == into.name:
        return _worst(_figures(a, b, _same, _same) for a, b in _ends(given, other))
    if unit.dimension != into.dimension:
        return "undecided"
    try:
        if (unit.offset or into.offset) and not difference:
            rough = any(one.hedge and one.hedge.direction == "about" for one in (given, other))
            ends = list(_ends(given, other))
            if not certain and all(_gap_fits(a, b, unit, into, rough) for a, b in ends):
                return "holds"
            return _worst(_degrees(a, b, unit, into, rough) for a, b in ends)
        there: Convert = lambda value: unit.convert(value, into, difference)  # noqa: E731
        back: Convert = lambda value: into.convert(value, unit, difference)  # noqa: E731
        return _worst(_figures(a, b, there, back) for a, b in _ends(given, other))
    except ZeroDivisionError:
        return "undecided"


def _ends(given: Quantity, other: Quantity) -> Iterator[tuple[Figure, Figure]]:
    """Pair low with low and high with high."""
    assert given.figure is not None and other.figure is not None
    yield given.figure, other.figure
    if given.upper is not None and other.upper is not None:
        yield given.upper, other.upper


def _worst(verdicts: Iterator[Verdict]) -> Verdict:
    return max(verdicts, key=_GRAVITY.index)


def _same(value: Rational) -> Rational:
    return value


# ---------------------------------------------------------------------- two ways, with a cap


def _figures(a: Figure, b: Figure, there: Convert, back: Convert) -> Verdict:
    """Decide by rounding: the one, converted exactly, must round to the other."""
    forth = _size(there(a.value))
    gap = _gap(a, b, there)
    half, cap = _rounding(b)
    if gap <= min(half, cap) + _ROUGH * forth:
        return "holds"
    returned = _size(back(b.value))
    gap_back = _gap(b, a, back)
    half_back, _ = _rounding(a)
    if gap_back <= min(half_back, _CAP * _size(a.value)) + _ROUGH * returned:
        return "holds"
    if gap <= _half_grain(b) or gap_back <= _half_grain(a):
        return "strained"
    return "strained" if gap <= _STRAINED * forth else "broken"


def _rounding(figure: Figure) -> tuple[Rational, Rational]:
    """Return half of the last significant place, and the cap of a first figure's rounding.

    A last 5 after other digits may be to the nearest 5: "85 miles (135 km)".
    """
    place = figure.grain if figure.decimals else _last_place(figure)
    digits = quotient(_size(figure.value), place)
    cap = (_CAP_ONE_DIGIT if digits < 10 else _CAP) * _size(figure.value)
    if figure.bounds is not None:
        return 0, cap
    five = digits > 10 and digits % 10 == 5
    return quotient(place * 5 if five else place, 2), cap


def _half_grain(figure: Figure) -> Rational:
    return 0 if figure.bounds is not None else quotient(figure.grain, 2)


def _last_place(figure: Figure) -> Rational:
    """Return the place of the last non-zero digit, a power of ten times the grain."""
    steps = quotient(figure.coarse, figure.grain)
    while steps % 10 == 0:
        steps = quotient(steps, 10)
    return quotient(figure.coarse, 5) if steps == 5 else figure.coarse


def _gap(a: Figure, b: Figure, there: Convert) -> Rational:
    """Return how far a figure, converted, is from another; words like "half" are intervals."""
    if a.bounds is None and b.bounds is None:
        return _size(there(a.value) - b.value)
    one, other = a.bounds or Interval.point(a.value), b.bounds or Interval.point(b.value)
    ends = [there(end) for end in (one.low, one.high) if end is not None]
    low = min(ends) if one.low is not None or one.high is None else None
    high = max(ends) if one.high is not None else None
    return _distance(Interval(low, high), other)


def _distance(one: Interval, other: Interval) -> Rational:
    gaps: list[Rational] = [0]
    if one.low is not None and other.high is not None:
        gaps.append(one.low - other.high)
    if other.low is not None and one.high is not None:
        gaps.append(other.low - one.high)
    return max(gaps)


def _size(value: Rational) -> Rational:
    return -value if value < 0 else value


# --------------------------------------------------------------------------------- degrees


def _degrees(a: Figure, b: Figure, unit: Unit, into: Unit, rough: bool) -> Verdict:
    """Decide readings of two thermometers, where a percentage means nothing."""
    half, half_into = _half_degree(a, rough), _half_degree(b, rough)
    gap = _size(unit.convert(a.value, into) - b.value) - half_into
    gap_back = _size(into.convert(b.value, unit) - a.value) - half
    if gap <= 0 or gap_back <= 0:
        return "holds"
    beyond = min(gap * into.factor, gap_back * unit.factor)
    return "strained" if beyond <= _FAHRENHEIT_DEGREE else "broken"


def _half_degree(figure: Figure, rough: bool) -> Rational:
    """Return half a printed degree; a rough figure is marked in tens, a great one in its zeros."""
    if _size(figure.value) >= 1000:
        cap = quotient(_size(figure.value), 25 if rough else 50)
        return quotient(min(figure.coarse, cap), 2)
    return quotient(min(figure.coarse, 10) if rough else figure.grain, 2)


def _gap_fits(a: Figure, b: Figure, unit: Unit, into: Unit, rough: bool) -> bool:
    """Say whether two figures fit as a difference: "600 K (or 600 °C)" without a word for which."""
    half, half_into = _half_degree(a, rough), _half_degree(b, rough)
    return (
        _size(unit.convert(a.value, into, True) - b.value) <= half_into
        or _size(into.convert(b.value, unit, True) - a.value) <= half
    )


# ---------------------------------------------------------------------------------- shares


def _shares(given: Quantity, other: Quantity) -> Verdict:
    """Decide a share in words beside its percentage: "one in eight (12%)"."""
    if not {given.kind, other.kind} <= {"ratio", "percent"}:
        return "undecided"
    one, another = _share(given), _share(other)
    if one.meets(another):
        return "holds"
    middle = [_middle(quantity) for quantity in (given, other)]
    gap = _size(middle[0] - middle[1])
    return "strained" if gap <= _STRAINED * _size(middle[0]) else "broken"


def _share(quantity: Quantity) -> Interval:
    plain = quantity.reading(hedged=False)
    if quantity.hedge is not None:
        plain = plain.hull(quantity.reading())
    if quantity.kind == "percent":
        plain = plain.scale(per_cent(quantity))
    return plain.widen(_HEDGED_SHARE) if quantity.hedge is not None else plain


def _middle(quantity: Quantity) -> Rational:
    assert quantity.figure is not None
    value = quantity.figure.value
    if quantity.upper is not None:
        value = quotient(value + quantity.upper.value, 2)
    return value * per_cent(quantity) if quantity.kind == "percent" else value
