"""The p-values of test statistics, each with a bound on its error."""

from __future__ import annotations

import math
from fractions import Fraction

from numcheck.model.interval import Interval, Rational

# What is worked out here is good to about 1e-12; what is decided by it is widened by this much.
ERROR = Fraction(1, 10**9)
_MOST_STEPS, _TINY, _ENOUGH = 500, 1e-300, 1e-15
_LARGEST = 10**5


def two_sided(name: str, statistic: Interval, degrees: tuple[Rational, ...]) -> Interval | None:
    """Return the p-values that a rounded statistic may have; None where they cannot be told.

    `name` is t, f, z, r or chi; a statistic without a sign is tested on both sides.
    """
    assert statistic.low is not None and statistic.high is not None
    ends = sorted((abs(Fraction(statistic.low)), abs(Fraction(statistic.high))))
    near = Fraction(0) if 0 in statistic else ends[0]
    if any(degree <= 0 or degree > _LARGEST for degree in degrees):
        return None
    if name == "r" and ends[1] >= 1:
        return None
    most, least = (_p(name, float(end), [float(d) for d in degrees]) for end in (near, ends[1]))
    if most is None or least is None:
        return None
    low, high = Fraction(least) - ERROR, Fraction(most) + ERROR
    return Interval(max(low, Fraction(0)), min(high, Fraction(1)))


def _p(name: str, x: float, degrees: list[float]) -> float | None:
    match name:
        case "z":
            return math.erfc(x / math.sqrt(2))
        case "t":
            return _beta(degrees[0] / (degrees[0] + x * x), degrees[0] / 2, 0.5)
        case "r":
            t = x * math.sqrt(degrees[0] / (1 - x * x))
            return _p("t", t, degrees)
        case "f":
            one, two = degrees
            return _beta(two / (two + one * x), two / 2, one / 2)
        case "chi":
            return _gamma(degrees[0] / 2, x / 2)
    return None


def _beta(x: float, a: float, b: float) -> float | None:
    """Return the regularised incomplete beta function, by its continued fraction."""
    if x <= 0:
        return 0.0
    if x >= 1:
        return 1.0
    if x > (a + 1) / (a + b + 2):
        rest = _beta(1 - x, b, a)
        return None if rest is None else 1 - rest
    front = math.exp(
        math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    )
    fraction = _beta_fraction(x, a, b)
    return None if fraction is None else front * fraction / a


def _beta_fraction(x: float, a: float, b: float) -> float | None:
    """Work the continued fraction out by Lentz's method; None where it does not settle."""
    c, d = 1.0, 1 / _away(1 - (a + b) * x / (a + 1))
    h = d
    for m in range(1, _MOST_STEPS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for step in (even, odd):
            d = 1 / _away(1 + step * d)
            c = _away(1 + step / c)
            h *= d * c
        if abs(d * c - 1) < _ENOUGH * 10:
            return h
    return None


def _away(x: float) -> float:
    """Keep a divisor off zero."""
    return x if abs(x) > _TINY else _TINY


def _gamma(a: float, x: float) -> float | None:
    """Return the regularised upper incomplete gamma function."""
    if x <= 0:
        return 1.0
    front = math.exp(a * math.log(x) - x - math.lgamma(a))
    if x < a + 1:
        total = term = 1 / a
        for step in range(1, _MOST_STEPS * 4):
            term *= x / (a + step)
            total += term
            if term < total * _ENOUGH:
                return 1 - front * total
        return None
    b = x + 1 - a
    c, d = 1 / _TINY, 1 / _away(b)
    h = d
    for step in range(1, _MOST_STEPS * 4):
        term = -step * (step - a)
        b += 2
        d = 1 / _away(term * d + b)
        c = _away(b + term / c)
        h *= d * c
        if abs(d * c - 1) < _ENOUGH * 10:
            return front * h
    return None
