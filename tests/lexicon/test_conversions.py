"""There and back is where one began, exactly."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from numcheck.lexicon.load import lexicon
from numcheck.lexicon.units import quotient, unit_named
from numcheck.model.unit import Unit

UNITS = [unit_named(name) for name in sorted(lexicon()["units"])]
BY_DIMENSION: dict[str, list[Unit]] = defaultdict(list)
for _unit in UNITS:
    BY_DIMENSION[_unit.dimension].append(_unit)
PAIRS = st.sampled_from(sorted(BY_DIMENSION)).flatmap(
    lambda dimension: st.tuples(*[st.sampled_from(BY_DIMENSION[dimension])] * 2)
)
VALUES = st.fractions(min_value=Fraction(1, 1000), max_value=10**9, max_denominator=1000)


@given(PAIRS, VALUES)
def test_there_and_back(pair: tuple[Unit, Unit], value: Fraction) -> None:
    unit, other = pair
    there = unit.convert(value, other)
    assert isinstance(there, int | Fraction)
    assert other.convert(there, unit) == value


@given(PAIRS, VALUES, VALUES)
def test_the_greater_stays_the_greater(
    pair: tuple[Unit, Unit], value: Fraction, more: Fraction
) -> None:
    unit, other = pair
    first, second = unit.convert(value, other), unit.convert(value + more, other)
    assert (first < second) is (unit.reciprocal is other.reciprocal)


@given(st.sampled_from(UNITS), st.sampled_from(UNITS), VALUES)
def test_a_quotient_is_made_of_its_parts(above: Unit, below: Unit, value: Fraction) -> None:
    unit = quotient(above, below)
    if not unit.reciprocal:
        assert unit.factor * below.factor == above.factor
    assert unit.convert(unit.convert(value, unit), unit) == value


def test_fuel_economy_is_the_other_way_up() -> None:
    litres = unit_named("litre per 100 kilometres")
    imperial = litres.convert(10, unit_named("mile per imperial gallon"))
    us = litres.convert(10, unit_named("mile per US gallon"))
    assert imperial == Fraction("454.609") / Fraction("1.609344") / 10
    assert us == Fraction("378.5411784") / Fraction("1.609344") / 10
    assert round(imperial * 10, 2) == Fraction("282.48")
    assert round(us * 10, 2) == Fraction("235.21")


def test_temperatures_have_readings_and_differences() -> None:
    celsius, fahrenheit = unit_named("degree Celsius"), unit_named("degree Fahrenheit")
    assert celsius.convert(180, fahrenheit) == 356
    assert celsius.convert(-40, fahrenheit) == -40
    assert celsius.convert(5, fahrenheit, difference=True) == 9
    assert celsius.convert(0, unit_named("kelvin")) == Fraction("273.15")


def test_no_factor_is_a_float() -> None:
    for unit in UNITS:
        assert isinstance(unit.factor, int | Fraction)
        assert isinstance(unit.offset, int | Fraction)
        assert unit.factor > 0


def test_every_unit_can_be_printed() -> None:
    for unit in UNITS:
        assert unit.plural or unit.name == "one", unit.name
        assert "_" not in unit.name + unit.plural
        assert unit.system in ("", "metric", "imperial", "UK", "US")
