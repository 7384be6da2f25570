"""A project's own units: what pint's syntax may say, and what is said of what it may not."""

from __future__ import annotations

from fractions import Fraction

import pytest

from numcheck.lexicon.rare import define, spell


def test_a_unit_of_ones_own_has_factor_dimension_and_plural() -> None:
    (pitch,) = define(["football_pitch = 7140 * meter ** 2 = pitch = football_field"])
    assert (pitch.name, pitch.dimension, pitch.factor) == ("football pitch", "area", 7140)
    assert (pitch.plural, pitch.symbol) == ("football pitches", "pitch")


def test_every_name_of_it_is_a_spelling() -> None:
    spelt = spell(["football_pitch = 7140 * meter ** 2 = _ = football_field"])
    assert sorted(spelt) == [
        "football field",
        "football fields",
        "football pitch",
        "football pitches",
    ]


def test_one_definition_may_build_on_another_and_on_a_new_dimension() -> None:
    visitor, coach = define(["visitor = [visitor]", "coachload = 50 * visitor"])
    assert visitor.dimension == coach.dimension == "visitor"
    assert coach.convert(3, visitor) == 150


@pytest.mark.parametrize(
    ("definition", "dimension", "factor"),
    [
        ("guinea = 1.05 * pound_sterling", "money:GBP", Fraction(21, 20)),
        ("roundpound = 1 GBP", "money:GBP", 1),
        ("floppy = 1440 * kibibyte", "data", 11796480),
        ("olympic_pool = 2500000 * liter", "volume", 2500),
        ("smoot = 67 * inch", "length", Fraction(17018, 10000)),
        ("tick = 1/3 * minute", "time", 20),
        ("notch = 5 * percent", "share", Fraction(1, 20)),
        ("sprint = 36 * km / hour", "speed", 10),
        ("tweak = 3 * kg * second", "mass·time", 3),
    ],
)
def test_what_it_measures_is_worked_out(definition: str, dimension: str, factor: Fraction) -> None:
    (unit,) = define([definition])
    assert (unit.dimension, unit.factor) == (dimension, factor)


def test_an_offset_is_kept() -> None:
    (unit,) = define(["degree_Newton = 100/33 * kelvin; offset: 273.15"])
    assert unit.to_base(33) == Fraction("373.15")


@pytest.mark.parametrize(
    ("definitions", "said"),
    [
        (["nonsense"], "defines no unit: write it as"),
        (["lot ="], "defines no unit: write it as"),
        (["two words = 3 meter"], "defines no unit: write it as"),
        (["mile = 5 km"], "'mile' already is a unit, of length: choose another name"),
        (["yojana = 13 km = km"], "'km' already is a unit"),
        (["lot = 10 meter", "lot = 11 meter"], "'lot' already is a unit"),
        (["klop = 3 * flurb"], "pint knows no unit called 'flurb'"),
        (["klop = 3 * ( meter"], "'klop = 3"),
        (["klop = -3 * meter"], "must be more than nothing"),
        (["klop = 3 meter + 2 second"], "'klop = 3"),
        (["klop = 2 * decibel"], "decibel cannot be multiplied"),
        (["klop = 1 ; logbase: 10; logfactor: 10"], "no exact factor"),
    ],
)
def test_what_is_wrong_is_said(definitions: list[str], said: str) -> None:
    with pytest.raises(ValueError) as error:
        define(definitions)
    assert said in str(error.value)


def test_pint_is_loaded_by_this_door_only() -> None:
    import subprocess
    import sys

    program = (
        "import sys; from numcheck.lexicon import rare, units, load; units.unit_named('mile');"
        "assert 'pint' not in sys.modules; rare.define(['smoot = 67 * inch']);"
        "assert 'pint' in sys.modules and 'quantulum3' not in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
