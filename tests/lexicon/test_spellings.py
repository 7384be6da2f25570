"""Every spelling of the table means its unit, and the words below it mean none."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
import yaml

from numcheck.lexicon.sources import overlay
from numcheck.lexicon.units import UnitMatch, currency_before, per_at, unit_named, units_at
from numcheck.model.passage import tokenize
from numcheck.model.unit import Unit

TABLE = yaml.safe_load(Path(__file__).with_name("spellings.yaml").read_text(encoding="utf-8"))


def cut(text: str) -> tuple[list[str], list[str]]:
    raw = tokenize(text)
    return [word.lower() for word in raw], raw


def read(text: str, at: int = 0) -> UnitMatch | None:
    return units_at(*cut(text), at)


def rows(*groups: str) -> list[tuple[str, str]]:
    return [
        (names, spelling)
        for group in groups
        for names, spellings in TABLE[group].items()
        for spelling in spellings
    ]


@pytest.mark.parametrize(("names", "spelling"), rows("units", "open"))
def test_a_spelling_is_its_unit_alone_and_before_a_word(names: str, spelling: str) -> None:
    for text in (spelling, f"{spelling} wide"):
        match = read(text)
        assert match is not None
        assert ", ".join(unit.name for unit in match.units) == names
        assert len(tokenize(text)) - match.last == (text != spelling) or spelling.endswith(".")
        assert not match.weak


@pytest.mark.parametrize(("name", "spelling"), rows("weak"))
def test_a_weak_spelling_asks_for_evidence(name: str, spelling: str) -> None:
    match = read(spelling)
    assert match is not None
    assert match.weak
    assert match.units[0].name == name


@pytest.mark.parametrize("word", TABLE["not"])
def test_an_ordinary_word_is_no_unit(word: str) -> None:
    assert read(word) is None
    assert read(f"{word} the") is None


@pytest.mark.parametrize(("name", "sign"), rows("before"))
def test_a_sign_before_a_number_is_its_currency(name: str, sign: str) -> None:
    match = currency_before(*cut(f"{sign} 20"), 0)
    assert match is not None
    assert match.units[0].name == name
    assert match.last == len(tokenize(sign))


@pytest.mark.parametrize("word", TABLE["not before"])
def test_a_word_before_a_number_is_no_currency(word: str) -> None:
    assert currency_before(*cut(f"{word} 20"), 0) is None


def test_symbols_keep_their_case() -> None:
    named = {text: unit.name for text in ("mW", "MW", "Mb", "mSv", "kb") if (unit := one(text))}
    assert named == {
        "mW": "milliwatt",
        "MW": "megawatt",
        "Mb": "megabit",
        "mSv": "millisievert",
        "kb": "kilobit",
    }
    assert read("kwH") is not None, "a name is read in any case"
    assert read("gHZ") is not None
    assert read("mS") is None, "a symbol is not"


def one(text: str) -> Unit | None:
    match = read(text)
    return match.units[0] if match else None


def test_a_full_stop_belongs_to_an_abbreviation_only() -> None:
    words = {"ft. tall": 2, "ft.": 1, "ft. The": 1, "days. we": 1, "5 ft. 6 in": 3, "%. we": 1}
    for text, last in words.items():
        match = read(text, 1 if text[0] == "5" else 0)
        assert match is not None
        assert match.last == last, text


def test_a_unit_per_another_has_the_name_and_dimension_that_it_is_known_by() -> None:
    expected = {
        "km per h": ("kilometre per hour", "speed"),
        "feet/minute": ("foot per minute", "speed"),
        "km/h/s": ("kilometre per hour per second", "acceleration"),
        "litres per second": ("litre per second", "flow"),
        "kg/m³": ("kilogram per cubic metre", "density"),
        "megabytes per second": ("megabyte per second", "data rate"),
        "dollars per kilogram": ("US dollar per kilogram", "money:USD/mass"),
        "tonnes per hectare": ("tonne per hectare", "mass/area"),
        "pounds-per-square-inch": ("pound per square inch", "pressure"),
    }
    for text, (name, dimension) in expected.items():
        unit = one(text)
        assert unit is not None
        assert (unit.name, unit.dimension) == (name, dimension)


def test_a_percentage_stays_a_percentage() -> None:
    match = read("per cent per year")
    assert match is not None
    assert (match.units[0].name, match.last) == ("percent", 2)


def test_the_line_may_be_drawn_by_an_article() -> None:
    words = cut("a barrel")
    assert per_at(*words, 0) is None
    match = per_at(*words, 0, article=True)
    assert match is not None
    assert match.units[0].name == "barrel"
    assert per_at(*cut("/ person"), 0) is None
    assert per_at(*cut("per"), 0) is None


def test_every_place_of_a_sentence_can_be_asked() -> None:
    words, raw = cut("It ran 5 km/h. per / - sq . cu - US $ per second per")
    for at in range(len(words) + 2):
        units_at(words, raw, at)
        per_at(words, raw, at, article=True)
        currency_before(words, raw, at)


def test_a_unit_is_found_by_name_plural_symbol_and_code() -> None:
    for name in ("square kilometre", "square kilometres", "km²", "square_kilometer"):
        assert unit_named(name).name == "square kilometre"
    assert unit_named("USD") == unit_named("US dollar") == unit_named("US$")
    assert unit_named("euro per litre").dimension == "money:EUR/volume"
    with pytest.raises(ValueError, match="no unit is called 'flurb'"):
        unit_named("flurb")


def examples() -> list[tuple[str, str]]:
    return [
        (amount, printed)
        for content in overlay().values()
        for amount, prints in content.get("examples", {}).items()
        for printed in prints
    ]


@pytest.mark.parametrize(("amount", "printed"), examples())
def test_the_examples_of_the_overlay_are_the_amounts_that_they_stand_for(
    amount: str, printed: str
) -> None:
    """One of the units that the print leaves open gives the amount, exactly."""
    number, _, name = amount.partition(" ")
    unit = unit_named(name)
    words, raw = cut(printed)
    match = units_at(words, raw, 1)
    assert match is not None, printed
    assert match.last == len(words)
    values = [
        other.convert(Fraction(raw[0]), unit)
        for other in match.units
        if other.dimension == unit.dimension
    ]
    assert Fraction(number) in values, f"{printed} is {values} {name}"


def test_own_units_come_first() -> None:
    pitch = Unit("football pitch", "area", 7140)
    own = {"football pitch": pitch, "football pitches": pitch}
    words, raw = cut("football pitches wide")
    assert units_at(words, raw, 0) is None
    match = units_at(words, raw, 0, own)
    assert match is not None
    assert (match.units, match.last) == ((pitch,), 2)
    assert units_at(*cut("metres wide"), 0, own) == read("metres wide")
