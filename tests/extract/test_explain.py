"""The stages of reading, one at a time, and quantulum3's opinion beside ours."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from meanings import amounts, meaning_of

from numcheck.extract import second
from numcheck.extract.explain import explain
from numcheck.model.quantity import Quantity
from numcheck.read import read_text


def stages(text: str) -> list[tuple[str, str]]:
    return [(step.stage, step.said) for step in explain(read_text(text, "any"))]


def said(text: str, stage: str) -> str:
    return "; ".join(words for name, words in stages(text) if name == stage)


def test_the_table_entry_that_makes_a_unit_is_named() -> None:
    assert said("He ran 5 km.", "unit") == "“km” is the entry “kilometre” of the units: kilometre"


def test_the_table_that_opens_a_figure_is_named() -> None:
    assert said("Two left.", "word") == "“Two” stands in numerals.yaml: units"
    assert said("They found 14.", "word") == "“14” is in digits"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("They sold 800 F-Series trucks.", "a hyphen joins it to a name"),
        ("He lost 14 pounds of fat.", "not pound sterling, by the words near it"),
        ("It is in Room 101.", "not the amount 101: “Room 101” is an identifier"),
        ("It was on 5 May.", "not the amount 5: “5 May” is a date (day 5, month 5)"),
        ("It was paid over five years.", "“over” (more than) is no hedge"),
        ("Which one is it?", "a pronoun, by its neighbours in names.yaml"),
        ("The hold, 4chan said, is open.", "part of a name, by what stands beside it"),
    ],
)
def test_what_is_dropped_is_told_with_its_reason(text: str, why: str) -> None:
    assert why in said(text, "dropped")


def test_the_last_stage_is_the_figure() -> None:
    steps = stages("About 5-6 million people came.")
    assert [name for name, _ in steps] == ["word", "number", "range", "hedge", "figure"]
    assert steps[-1][1] == (
        "count 5,000,000 to 6,000,000 of “people”, head “person” (about: “About”)"
    )


def test_every_step_lies_in_the_text() -> None:
    text = "Between £5m and £6m (about 5ft 9in), or two or three dozen, ran 100m for half an hour."
    for step in explain(read_text(text, "any")):
        assert 0 <= step.span.start < step.span.end <= len(text)


# ------------------------------------------------------------------------------ the second opinion


def opinion(text: str) -> list[Quantity]:
    return list(second.annotate(read_text(text, "any")).quantities)


def test_quantulum_answers_in_our_words() -> None:
    (found,) = opinion("The bridge is 3 km long.")
    assert found.to_dict() == {
        "text": "3 km", "start": 14, "end": 18, "kind": "measure", "value": 3, "low": None,
        "high": None, "unit": "kilometre", "dimension": "length", "counts": None, "hedge": None,
        "hedge_text": None,
    }  # fmt: skip


def test_quantulum_has_ranges_and_money() -> None:
    (found,) = opinion("It rose 3 to 4 percent.")
    assert (found.figure and found.figure.value, found.upper and found.upper.value) == (3, 4)
    (paid,) = opinion("He paid $12.")
    assert paid.kind == "money" and paid.unit is not None and paid.unit.name == "US dollar"


def test_a_unit_that_only_quantulum_knows_is_kept_by_name() -> None:
    (found,) = opinion("It holds 38 coulombs.")
    assert found.unit is not None and "coulomb" in found.unit.name


def test_typeguard_is_not_left_replaced() -> None:
    opinion("5 km")
    stand_in = sys.modules.get("typeguard")
    assert stand_in is None or hasattr(stand_in, "__file__")


# ------------------------------------------------------------------------------ the page about it

PAGE = (Path(__file__).parents[2] / "docs" / "extraction.md").read_text(encoding="utf-8")
ROWS = [line.strip("| ").split(" | ") for line in PAGE.splitlines() if line.startswith("| ")][1:]


@pytest.mark.parametrize(("text", "theirs", "ours"), ROWS)
def test_the_page_tells_what_is_read(text: str, theirs: str, ours: str) -> None:
    read = "; ".join(meaning_of(found) for found in amounts(text)) or "nothing"
    assert read == ours != theirs


def test_the_page_shows_the_stages_as_they_are_printed() -> None:
    text = "Police found 14 pounds of it in Room 101.\n"
    for step in explain(read_text(text, "any")):
        assert step.said in PAGE
