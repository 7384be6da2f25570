"""Sentences of news, British and American, against what a reader would count in them."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

import numcheck
from numcheck.lexicon.words import singular
from numcheck.model.quantity import NOT_AMOUNTS, Quantity

TABLES = [
    yaml.safe_load(Path(__file__).with_name(name).read_text(encoding="utf-8"))
    for name in ("news.yaml", "desks.yaml")
]
LABELLED = [row for table in TABLES for key in ("british", "american") for row in table[key]]
PLAIN = [
    text for table in TABLES for key in ("nothing_british", "nothing_american")
    for text in table[key]
]  # fmt: skip


class Seen(NamedTuple):
    """A figure as labelled or as read: its values, what it is in or counts, its hedge."""

    values: tuple[Fraction, ...]
    unit: str | None
    noun: str | None
    hedge: str | None


def labelled(row: dict[str, Any]) -> list[Seen]:
    seen = []
    for label in row["figures"]:
        ends = [label["value"]] if "value" in label else [label["low"], label["high"]]
        values = tuple(Fraction(str(end)) for end in ends)
        noun = label.get("noun") and singular(label["noun"].lower().split("-")[-1])
        seen.append(Seen(values, label.get("unit"), noun, label.get("hedge")))
    return seen


def read(text: str) -> list[Seen]:
    return [seen(quantity) for quantity in numcheck.extract_text(text) if is_amount(quantity)]


def is_amount(quantity: Quantity) -> bool:
    said = quantity.to_dict()
    return quantity.kind not in NOT_AMOUNTS and (said["value"], said["low"]) != (None, None)


def seen(quantity: Quantity) -> Seen:
    assert quantity.figure is not None
    ends = [quantity.figure] + ([quantity.upper] if quantity.upper else [])
    counts = quantity.counts and singular(quantity.counts.lower().split()[-1].split("-")[-1])
    return Seen(
        tuple(Fraction(end.value) for end in ends),
        quantity.unit.name if quantity.unit else None,
        counts,
        quantity.hedge.direction if quantity.hedge else None,
    )


def alike(label: Seen, found: Seen) -> bool:
    return len(label.values) == len(found.values) and all(
        abs(a - b) <= abs(a) / 10_000 for a, b in zip(label.values, found.values, strict=True)
    )


def tally(parts: tuple[str, ...]) -> tuple[float, list[str]]:
    """Return the F1 over all sentences of values, with these parts right, and what was not."""
    hits = labels = finds = 0
    wrong = []
    for row in LABELLED:
        want = [one for one in labelled(row) if all(getattr(one, part) for part in parts)]
        have = [one for one in read(row["text"]) if all(getattr(one, part) for part in parts)]
        labels, finds = labels + len(want), finds + len(have)
        free = list(have)
        for one in want:
            match = next((other for other in free if matches(one, other, parts)), None)
            if match is not None:
                free.remove(match)
                hits += 1
        if free or len(have) != len(want):
            wrong.append(f"{row['text']}\n  want {want}\n  have {have}")
    return 200 * hits / (labels + finds), wrong


def matches(one: Seen, other: Seen, parts: tuple[str, ...]) -> bool:
    return alike(one, other) and all(getattr(one, part) == getattr(other, part) for part in parts)


@pytest.mark.parametrize(
    ("parts", "least"), [((), 97), (("unit",), 97), (("noun",), 92), (("hedge",), 92)]
)
def test_figures_are_read_as_a_reader_reads_them(parts: tuple[str, ...], least: int) -> None:
    score, wrong = tally(parts)
    assert score >= least, "\n".join(wrong)


@pytest.mark.parametrize("text", PLAIN)
def test_nothing_is_found_where_nothing_is_counted(text: str) -> None:
    assert read(text) == []


def test_every_sentence_is_whole_but_for_a_few() -> None:
    wrong = [row["text"] for row in LABELLED if labelled(row) != read(row["text"])]
    assert len(wrong) <= len(LABELLED) // 10, "\n".join(wrong)


@pytest.mark.parametrize("table", TABLES)
def test_each_table_is_half_british_and_a_third_plain(table: dict[str, Any]) -> None:
    plain = len(table["nothing_british"]) + len(table["nothing_american"])
    labelled = len(table["british"]) + len(table["american"])
    assert labelled + plain >= 120
    assert abs(len(table["british"]) - len(table["american"])) < 10
    assert plain * 3 >= labelled + plain
