"""Which second figures are fair roundings of the first."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up import figure, q, share

from numcheck.judge.restates import restates
from numcheck.lexicon.units import unit_named
from numcheck.model.quantity import Quantity


def both(first: str, second: str, **fields: bool) -> tuple[Quantity, Quantity]:
    """Read "300 m: metre" twice."""
    text, _, unit = first.partition(": ")
    other, _, into = second.partition(": ")
    return q(text, unit, **fields), q(other, into, **fields)


WORKED = [
    ("1,300 km²: square kilometre", "500 sq mi: square mile", "holds"),
    ("5 miles: mile", "8 km: kilometre", "holds"),
    ("100 miles: mile", "160 km: kilometre", "holds"),
    ("10 feet: foot", "3 m: metre", "holds"),
    ("7 ft: foot", "2.1 m: metre", "holds"),
    ("6 feet: foot", "2 m: metre", "holds"),
    ("200 miles: mile", "320 km: kilometre", "holds"),
    ("85 miles: mile", "135 km: kilometre", "holds"),
    ("-25C: degree Celsius", "-13F: degree Fahrenheit", "holds"),
    ("15C: degree Celsius", "59F: degree Fahrenheit", "holds"),
    ("4 feet: foot", "1 meter: metre", "strained"),
    ("1 mile: mile", "2km: kilometre", "strained"),
    ("10 miles: mile", "20 km: kilometre", "broken"),
    ("200 nautical miles: nautical mile", "320 km: kilometre", "broken"),
]
FROM_PUBLISHED_PRACTICE = [
    ("125mph: mile per hour", "205km/h: kilometre per hour", "holds"),
    ("35 mph: mile per hour", "55 km/h: kilometre per hour", "holds"),
    ("300 km: kilometre", "200 miles: mile", "holds"),
    ("90 kilometers: kilometre", "60 miles: mile", "holds"),
    ("30ft: foot", "10m: metre", "holds"),
    ("3 feet: foot", "1 meter: metre", "holds"),
    ("5533 m: metre", "18,148 ft: foot", "holds"),
    ("16 kilometers: kilometre", "10 miles: mile", "holds"),
    ("84 meters: metre", "276 feet: foot", "holds"),
    ("20 miles: mile", "32 km: kilometre", "holds"),
    ("55 km: kilometre", "34 miles: mile", "holds"),
    ("18 °C: degree Celsius", "64.4 °F: degree Fahrenheit", "holds"),
    ("600 K: kelvin", "600 °C: degree Celsius", "holds"),
    ("minus 30 degrees: degree Fahrenheit", "minus 34 Celsius: degree Celsius", "holds"),
    ("1 tonne: tonne", "1,100 lb: pound", "broken"),
    ("30 hectares: hectare", "12 acres: acre", "broken"),
    ("900 feet: foot", "2,950 meters: metre", "broken"),
    ("21C: degree Celsius", "61F: degree Fahrenheit", "broken"),
    ("30C: degree Celsius", "76F: degree Fahrenheit", "broken"),
    ("20C: degree Celsius", "69F: degree Fahrenheit", "strained"),
    ("300 m: metre", "1,200 ft: foot", "broken"),
    ("£3.4bn: British pound", "£340 million: British pound", "broken"),
    ("£1.5tn: British pound", "£1,500bn: British pound", "holds"),
    ("40 mpg: mile per imperial gallon", "7.1 l/100km: litre per 100 kilometres", "holds"),
    ("40 mpg: mile per imperial gallon", "14 l/100km: litre per 100 kilometres", "broken"),
    ("3 km: kilometre", "2 kg: kilogram", "undecided"),
]


@pytest.mark.parametrize(("first", "second", "verdict"), WORKED + FROM_PUBLISHED_PRACTICE)
def test_a_conversion_is_decided_by_rounding(first: str, second: str, verdict: str) -> None:
    given, other = both(first, second)
    assert restates(given, other) == verdict


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        ("5C: degree Celsius", "9F: degree Fahrenheit", "holds"),
        ("3 degrees: degree Celsius", "5.4 degrees: degree Fahrenheit", "holds"),
        ("3 degrees: degree Celsius", "37.4 degrees: degree Fahrenheit", "broken"),
        ("2C: degree Celsius", "35.6F: degree Fahrenheit", "broken"),
        ("2C: degree Celsius", "4F: degree Fahrenheit", "holds"),
    ],
)
def test_a_difference_of_temperatures_has_no_offset(first: str, second: str, verdict: str) -> None:
    given, other = both(first, second)
    assert restates(given, other, difference=True) == verdict


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        ("12 to 14 miles: mile", "19 to 23 km: kilometre", "holds"),
        ("70-80 kph: kilometre per hour", "43-50 mph: mile per hour", "holds"),
        ("8 to 75 cm: centimetre", "3 to 30 inches: inch", "holds"),
        ("8 to 75 cm: centimetre", "3 to 20 inches: inch", "broken"),
    ],
)
def test_a_range_is_compared_end_by_end(first: str, second: str, verdict: str) -> None:
    given, other = both(first, second, range=True)
    assert restates(given, other) == verdict


def test_a_pair_that_fits_as_a_difference_stands_unless_the_wording_says_reading() -> None:
    lake = both("90F: degree Fahrenheit", "50C: degree Celsius")
    assert restates(*lake) == "holds"
    assert restates(*lake, certain=True) == "broken"
    assert restates(*lake, difference=True) == "holds"


def test_a_range_beside_a_single_figure_is_not_decided() -> None:
    assert restates(q("3-4 feet", "foot", range=True), q("1 m", "metre")) == "undecided"


def test_a_hedge_belongs_to_both_figures() -> None:
    for hedge in ("about", "more than", "nearly", "at most"):
        right, wrong = q("16 km", "kilometre"), q("25 km", "kilometre")
        assert restates(q("10 miles", "mile", hedge), right) == "holds"
        assert restates(q("10 miles", "mile", hedge), wrong) == "broken"


def test_ovens_and_thermometers_round_to_tens_only_where_they_say_about() -> None:
    plain, about = q("350F", "degree Fahrenheit"), q("350F", "degree Fahrenheit", "about")
    assert restates(plain, q("180C", "degree Celsius")) == "broken"
    assert restates(about, q("180C", "degree Celsius")) == "holds"


QUARTER = share("a quarter", Fraction(1, 4), Fraction(23, 100), Fraction(27, 100))
EIGHTH = share("one in eight", Fraction(1, 8), Fraction(2, 17), Fraction(2, 15))


@pytest.mark.parametrize(
    ("words", "percent", "hedge", "verdict"),
    [
        (QUARTER, "26%", None, "holds"),
        (QUARTER, "28%", None, "broken"),
        (QUARTER, "28%", "about", "holds"),
        (QUARTER, "29%", "more than", "holds"),
        (QUARTER, "35%", None, "broken"),
        (EIGHTH, "12%", None, "holds"),
        (EIGHTH, "20%", None, "broken"),
    ],
)
def test_a_share_in_words_is_an_interval(
    words: Quantity, percent: str, hedge: str | None, verdict: str
) -> None:
    hedged = share(words.text, words.figure.value, words.figure.bounds.low,
                   words.figure.bounds.high, hedge=hedge)  # fmt: skip
    assert restates(hedged, q(percent, "percent")) == verdict


def test_half_a_mile_is_what_it_may_stand_for() -> None:
    words = share("half a mile", Fraction(1, 2), Fraction(475, 1000), Fraction(525, 1000))
    half = q("half a mile", "mile", figure=words.figure, kind="measure")
    assert restates(half, q("800 m", "metre")) == "holds"
    assert restates(half, q("500 m", "metre")) == "broken"


# ------------------------------------------------------------------------------------- laws

UNITS = [("mile", "kilometre"), ("foot", "metre"), ("acre", "hectare"), ("pound", "kilogram"),
         ("square mile", "square kilometre"), ("US gallon", "litre")]  # fmt: skip


def printed(value: Fraction, digits: int) -> str:
    """Print a value rounded to so many significant digits."""
    place = Fraction(1)
    while value >= place * 10**digits:
        place *= 10
    while value < place * 10 ** (digits - 1):
        place /= 10
    rounded = (value / place + Fraction(1, 2)) // 1 * place
    decimals = len(str(place.denominator)) - 1
    whole = str(int(rounded * 10**decimals)).rjust(decimals + 1, "0")
    return f"{whole[:-decimals]}.{whole[-decimals:]}" if decimals else whole


amounts = st.fractions(min_value=1, max_value=9999, max_denominator=100)


@given(amounts, st.sampled_from(UNITS), st.integers(2, 4), st.integers(2, 4))
def test_an_honest_rounding_is_never_broken(
    amount: Fraction, pair: tuple[str, str], digits: int, into: int
) -> None:
    text = printed(amount, digits)
    unit, other = map(unit_named, pair)
    exact = Fraction(unit.convert(figure(text, False).value, other))
    first, second = q(text, pair[0]), q(printed(exact, into), pair[1])
    assert restates(first, second) in ("holds", "strained")


@given(amounts, st.sampled_from(UNITS), st.integers(3, 5), st.sampled_from([-12, 13, 30, 100]))
def test_a_figure_an_eighth_out_is_always_broken(
    amount: Fraction, pair: tuple[str, str], digits: int, out: int
) -> None:
    text = printed(amount, digits)
    unit, other = map(unit_named, pair)
    exact = Fraction(unit.convert(figure(text, False).value, other)) * (100 + out) / 100
    if exact < 1:
        exact += 1
    wrong = printed(exact, 3)
    first, second = q(text, pair[0]), q(wrong, pair[1])
    ratio = Fraction(second.figure.value) / Fraction(unit.convert(first.figure.value, other))
    if abs(ratio - 1) > Fraction(11, 100):
        assert restates(first, second) == "broken"


@settings(max_examples=50)
@given(st.integers(1, 9999), st.integers(1, 9999), st.sampled_from(UNITS))
def test_the_size_of_the_figures_does_not_matter(a: int, b: int, pair: tuple[str, str]) -> None:
    small = restates(q(f"{a} m", pair[0], kind="money"), q(f"{b} m", pair[1], kind="money"))
    large = restates(q(f"{a} bn", pair[0], kind="money"), q(f"{b} bn", pair[1], kind="money"))
    assert small == large
