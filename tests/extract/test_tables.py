"""Spellings grouped under the one thing that they mean, and their near misses."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
import yaml
from meanings import amounts, meaning_of

FOLDER = Path(__file__).parent
TABLES = {
    name: yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    for name in ("numbers", "units", "money", "ranges", "nouns", "hedges", "ages")
}
# Under these keys stand near misses, each kind with a test of its own.
MISSES = {"not", "two figures", "no noun", "carried", "no hedge", "not an age"}
SPELLINGS = [
    pytest.param(meaning, str(text), id=f"{name}: {text}")
    for name, table in TABLES.items()
    for meaning, texts in table.items()
    if meaning not in MISSES
    for text in texts
]


def exactly(meaning: str) -> str:
    """Return a meaning with its decimals as a fraction, as quantities hold them."""
    words = meaning.split(" ")
    for at, word in enumerate(words):
        ends = word.split("..")
        if all(end.lstrip("-").replace(".", "", 1).isdigit() for end in ends):
            words[at] = "..".join(str(Fraction(end)) for end in ends)
    return " ".join(words)


@pytest.mark.parametrize(("meaning", "text"), SPELLINGS)
def test_a_spelling_means_what_its_row_says(meaning: str, text: str) -> None:
    assert [meaning_of(found) for found in amounts(text)] == [exactly(meaning)]


@pytest.mark.parametrize(
    "text", [text for table in TABLES.values() for text in table.get("not", ())]
)
def test_a_near_miss_is_no_figure(text: str) -> None:
    assert [found.text for found in amounts(text) if found.value is not None] == []


@pytest.mark.parametrize("text", TABLES["ranges"]["two figures"])
def test_two_figures_are_no_range(text: str) -> None:
    assert [found.is_range for found in amounts(text)] == [False, False]


@pytest.mark.parametrize("text", TABLES["nouns"]["no noun"])
def test_nothing_is_counted_where_no_noun_stands(text: str) -> None:
    assert [found.counts for found in amounts(text)] == [None]


@pytest.mark.parametrize(
    ("noun", "text"),
    [(noun, text) for noun, texts in TABLES["nouns"]["carried"].items() for text in texts],
)
def test_a_bare_figure_may_take_a_noun_from_elsewhere(noun: str | None, text: str) -> None:
    carried = [found.parts.get("carried") for found in amounts(text)]
    assert [name for name in carried if name] == ([noun] if noun else [])


@pytest.mark.parametrize("text", TABLES["hedges"]["no hedge"])
def test_no_hedge_is_read_where_none_stands(text: str) -> None:
    assert [found.hedge for found in amounts(text)] == [None]


@pytest.mark.parametrize("text", TABLES["ages"]["not an age"])
def test_an_age_is_read_only_of_the_living(text: str) -> None:
    assert "age" not in {found.kind for found in amounts(text)}


@pytest.mark.parametrize("text", TABLES["ages"]["45 year"])
def test_an_age_is_a_kind_of_its_own(text: str) -> None:
    assert [found.kind for found in amounts(text)] == ["age"]


def test_vague_words_name_no_one_number() -> None:
    (found,) = amounts("Several hundred people came.")
    assert found.value is None and found.to_dict()["value"] is None
    assert found.counts == "people"
    assert 650 in found.reading() and 150 not in found.reading()


def test_letters_keep_both_of_their_readings() -> None:
    (found,) = amounts("The wall was 300m long.")
    assert found.unit is not None and found.unit.name == "metre"
    (other,) = found.other_readings
    assert other.figure is not None and other.figure.value == 300_000_000


def test_a_bare_degree_may_be_of_either_scale() -> None:
    (found,) = amounts("It was 40 degrees in the shade.")
    assert [unit.name for unit in found.units] == ["degree", "degree Fahrenheit"]
    assert found.units[0].to_base(0) == Fraction(27315, 100)


def test_a_dozen_is_counted_out() -> None:
    (found,) = amounts("two dozen grenades")
    assert found.figure is not None
    assert (found.figure.value, found.figure.scale, found.figure.scale_text) == (24, 1, "")
    (span,) = amounts("two to three dozen grenades")
    assert span.figure is not None and span.upper is not None
    assert (span.figure.value, span.upper.value, span.upper.scale) == (24, 36, 1)
