"""Numbers in the style of the copy around them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up import figure, q

from numcheck.judge.printing.numerals import Manner, digits, exact_decimals, in_style, rounded
from numcheck.model.interval import quotient


@pytest.mark.parametrize(
    ("value", "model", "unit", "printed"),
    [
        ("1234.5", "1,000 m", "metre", "1,235 m"),
        ("1234.5", "1000 m", "metre", "1235 m"),
        ("1234567", "1\u202f000 m", "metre", "1\u202f234\u202f567 m"),
        ("12345", "900 m", "metre", "12,345 m"),
        ("2.25", "1.5 km", "kilometre", "2.3 km"),
        ("2.25", "1·5 km", "kilometre", "2·3 km"),
        ("1", "5 miles", "mile", "1 mile"),
        ("2", "1 mile", "mile", "2 miles"),
        ("2", "1 meter", "metre", "2 meters"),
        ("2", "1-mile", "mile", "2-mile"),
        ("1320000000", "£1.2bn", "pound sterling", "£1.3bn"),
        ("1340000000", "£1.2bn", "pound sterling", "£1.34bn"),
        ("2500000", "$4 million", "US dollar", "$2.5 million"),
        ("-7", "-25C", "degree Celsius", "-7C"),
        ("7", "-25C", "degree Celsius", "7C"),
        ("7", "minus 25C", "degree Celsius", "7C"),
        ("-7", "25C", "degree Celsius", "-7C"),
        ("0.4", "5%", "percent", "0.4%"),
        ("33.3333", "5%", "percent", "33%"),
    ],
)
def test_a_number_takes_on_the_style_of_a_figure(
    value: str, model: str, unit: str, printed: str
) -> None:
    exact = Fraction(value)
    assert in_style(quotient(exact.numerator, exact.denominator), q(model, unit)) == printed


def test_decimals_can_be_fixed_and_two_numbers_told_apart() -> None:
    whole = q("39%", "percent")
    assert in_style(Fraction("38.875"), whole, Manner(1)) == "38.9%"
    assert in_style(Fraction("38.875"), whole) == "39%"
    assert in_style(Fraction("38.875"), whole, Manner(apart=True)) == "38.9%"
    assert in_style(39, whole, Manner(apart=True)) == "39%"


@given(st.fractions(min_value=-(10**6), max_value=10**6), st.integers(0, 4))
def test_rounding_is_to_the_nearest_and_halves_go_up(value: Fraction, decimals: int) -> None:
    result = rounded(value, decimals)
    assert abs(result - value) <= Fraction(1, 2 * 10**decimals)
    assert rounded(-value, decimals) == -result
    printed = digits(value, decimals).replace(",", "").replace("−", "-")
    assert Fraction(printed) == result


@given(st.fractions(min_value=Fraction(1, 1000), max_value=10**6, max_denominator=10**4))
def test_what_is_shown_is_exact_or_has_three_digits(value: Fraction) -> None:
    decimals = exact_decimals(value, 2)
    assert rounded(value, decimals) == value or abs(rounded(value, decimals) / value - 1) < 0.01


@given(st.integers(1, 10**7), st.integers(0, 2))
def test_a_figure_printed_like_itself_is_itself(number: int, decimals: int) -> None:
    text = digits(Fraction(number, 10**decimals), decimals) + " km"
    assert in_style(figure(text).value, q(text, "kilometre"), Manner(decimals)) == text
