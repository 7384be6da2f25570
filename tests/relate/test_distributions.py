"""The p-values against forms of them that can be written down."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest

from numcheck.model.interval import Interval
from numcheck.relate.statistics.distributions import ERROR, two_sided

STATISTICS = ["0.01", "0.5", "1", "1.2", "2.04", "3.5", "7.25", "12"]


def p_of(name: str, x: str, *degrees: int) -> Interval:
    """Return the interval of p for a statistic that is known exactly."""
    found = two_sided(name, Interval.point(Fraction(x)), degrees)
    assert found is not None
    assert found.low is not None and found.high is not None
    assert found.high - found.low <= 2 * ERROR
    return found


@pytest.mark.parametrize("x", STATISTICS)
def test_t_of_one_degree_is_an_arc_tangent(x: str) -> None:
    assert Fraction(1 - 2 / math.pi * math.atan(float(x))) in p_of("t", x, 1)


@pytest.mark.parametrize("x", STATISTICS)
def test_t_of_two_degrees_is_a_root(x: str) -> None:
    t = float(x)
    assert Fraction(1 - t / math.sqrt(2 + t * t)) in p_of("t", x, 2)


@pytest.mark.parametrize("x", STATISTICS)
@pytest.mark.parametrize("degrees", [2, 4, 6, 40])
def test_an_even_chi_square_is_a_sum_of_powers(x: str, degrees: int) -> None:
    half = float(x) / 2
    terms = [half**k / math.factorial(k) for k in range(degrees // 2)]
    assert Fraction(math.exp(-half) * math.fsum(terms)) in p_of("chi", x, degrees)


@pytest.mark.parametrize("x", STATISTICS)
@pytest.mark.parametrize("below", [1, 3, 30, 250])
def test_f_with_two_degrees_above_is_a_power(x: str, below: int) -> None:
    expected = (1 + 2 * float(x) / below) ** (-below / 2)
    assert Fraction(expected) in p_of("f", x, 2, below)


@pytest.mark.parametrize("x", STATISTICS)
@pytest.mark.parametrize("below", [1, 7, 30, 900])
def test_f_of_one_degree_is_t_squared(x: str, below: int) -> None:
    square = str(Fraction(x) ** 2)
    assert p_of("f", square, 1, below).meets(p_of("t", x, below))


@pytest.mark.parametrize("x", STATISTICS)
def test_one_degree_of_chi_square_is_z_squared(x: str) -> None:
    assert p_of("chi", str(Fraction(x) ** 2), 1).meets(p_of("z", x))


def test_a_large_f_of_equal_degrees_is_even_at_one() -> None:
    assert Fraction(1, 2) in p_of("f", "1", 50_000, 50_000)


def test_z_of_the_tables() -> None:
    assert Interval(Fraction("0.04999"), Fraction("0.05001")).meets(p_of("z", "1.959964"))


def test_a_rounded_statistic_has_a_range_of_p() -> None:
    rounded = two_sided("t", Interval.around(Fraction("2.04"), Fraction("0.005")), (30,))
    assert rounded is not None
    assert Fraction("0.05") in rounded
    assert Fraction("0.052") not in rounded


def test_what_is_no_test_has_no_p() -> None:
    assert two_sided("r", Interval.point(Fraction("1.2")), (20,)) is None
    assert two_sided("t", Interval.point(2), (0,)) is None
    assert two_sided("q", Interval.point(2), (5,)) is None
