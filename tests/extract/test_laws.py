"""Laws of reading: offsets cut their own text, nothing crashes, cost is linear."""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
import sys
import time
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import numcheck.extract
import numcheck.lexicon.words
import numcheck.model.passage
from numcheck.extract import annotate
from numcheck.model.passage import Passage
from numcheck.model.quantity import Quantity
from numcheck.read import read_text

PIECES = (
    "1 12 1,300 2.5 .5 ½ 2½ 1/2 1e6 10^6 0800 007 one two twenty hundred thousand million bn m k "
    "dozen half quarter third thirds couple several dozens point minus negative - − – ± ~ + % ° C "
    "F km mph lb st ft in ' \" ″ pounds pence $ £ € US$ Rs. USD per a an of the and or to between "
    "from about over nearly at least more than or so plus people drones police officers said "
    "killed old year-old aged yo , . ; : ( ) [ ] / × x ^ & @ # Mr Hall May 2019 March 5pm GMT "
    "degrees zero below points basis hours minutes year years ago later first second 21st 3-1 "
    "Article 5 F-16 COVID-19 A320 http://a.b/1?c=2%20 №"
).split(" ")

any_text = st.text(max_size=200)
news_like = st.lists(st.sampled_from([*PIECES, " ", " ", " ", "", "\n\n", "’"]), max_size=60).map(
    lambda pieces: " ".join(pieces)
)
glued = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


def passage_of(text: str) -> Passage:
    return annotate(read_text(text, "any"))


@given(st.one_of(any_text, news_like, glued))
@settings(max_examples=400, deadline=None)
def test_every_offset_cuts_its_own_text(text: str) -> None:
    passage = passage_of(text)
    for quantity in passage.quantities:
        holds(passage, quantity)
        for other in quantity.other_readings:
            holds(passage, other)


def holds(passage: Passage, quantity: Quantity) -> None:
    whole, sentence = passage.document.text, passage.sentence_of(quantity)
    assert quantity.span.cut(whole) == quantity.text != ""
    assert sentence.span.holds(quantity.span)
    assert sentence.span_of(quantity.first, quantity.last) == quantity.span
    assert quantity.noun_last >= quantity.last > quantity.first >= 0
    if quantity.hedge is not None:
        assert quantity.hedge.span.cut(whole) == quantity.hedge.text
    if quantity.counts is not None:
        assert quantity.counts in sentence.text
    json.dumps(quantity.to_dict())
    if quantity.figure is not None:
        assert not quantity.reading().empty
        assert not quantity.reading(loose=True).empty


@given(st.one_of(news_like, glued))
@settings(max_examples=200, deadline=None)
def test_figures_stand_in_order_and_none_inside_another(text: str) -> None:
    for sentence in passage_of(text).figured:
        spans = [quantity.span for quantity in sentence.quantities]
        assert all(one.end <= other.start for one, other in pairwise(spans))


# --------------------------------------------------------------------------------- linear cost


def steps(text: str) -> int:
    """Count the calls that reading a text takes: the same on every machine and in every run."""
    count = 0

    def tick(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    passage_of(text)  # what is cached is paid for once
    sys.setprofile(tick)
    try:
        passage_of(text)
    finally:
        sys.setprofile(None)
    return count


STORY = (
    "Police in Leeds arrested 14 men and three women after the 5-hour disturbance. About 1.3 "
    "million people, or 12% of voters, had £4.50 to £6 a week in 2019, up from 1,200 in May. "
)
UNKIND = [
    "9", "(", "[1] ", "one and ", ", 1", "-", "1-", "1/", "1:", "1'", "½", "$", "a half ",
    "half a ", "5 ft 6 in ", "one million and ", "million ", "1 000 ", "5 to ", "between 5 and ",
    "two or ", "twenty-", "1^", "1e", "1x", ".1", "5 of the ", "more than ", "minus ", "-1",
    "\"5\" ", "@1", "aged 4, ", "1,", "1.", "Ann Hall, 45, ", "5 or so ", "$5-", "5% ", "°", "\n",
    "5\n\n", "£", "several ", "a ", "5 big ", "5 A-1 ", "hundred thousand ", "3 hundred and ",
    "point ", "1 over ",
]  # fmt: skip


@pytest.mark.parametrize("piece", [STORY, *UNKIND])
def test_twice_the_text_is_about_twice_the_work(piece: str) -> None:
    short = piece * max(1, 3_000 // len(piece))
    once, twice = steps(short), steps(short * 2)
    assert twice < 2.3 * once + 500


@pytest.mark.parametrize("piece", UNKIND)
def test_a_hundred_kilobytes_of_one_piece_are_read(piece: str) -> None:
    text = piece * (100_000 // len(piece) if len(piece) == 1 else 10_000 // len(piece))
    for quantity in passage_of(text).quantities:
        assert len(quantity.text) < 2_000


def test_a_million_digits_in_a_row_are_read() -> None:
    assert passage_of("9" * 1_000_000).sentences


# ------------------------------------------------------------------------------------- patterns


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield every pattern that reading a text may use, by its module."""
    numcheck.extract.annotate(read_text("12 people", "any"))
    modules = [numcheck.model.passage, numcheck.lexicon.words, numcheck.extract]
    for found in pkgutil.walk_packages(numcheck.extract.__path__, "numcheck.extract."):
        modules.append(importlib.import_module(found.name))
    for module in modules:
        for name, value in vars(module).items():
            if isinstance(value, re.Pattern):
                yield f"{module.__name__}.{name}", value
    for number, pattern in enumerate(numcheck.extract.openers()):
        yield f"openers {number}", pattern


WORST = [
    "1",
    "1,",
    "1,000",
    "1.",
    "a",
    "a'",
    "a’b",
    " ",
    ".",
    "\n",
    "-",
    "½",
    "ab ",
    "1,22",
    "!",
    "(",
]
PATTERNS = dict(patterns())


@pytest.mark.parametrize("name", PATTERNS)
def test_no_pattern_takes_more_than_its_share_of_longer_text(name: str) -> None:
    for piece in WORST:
        lengths = (5_000, 10_000, 20_000, 40_000, 80_000)
        times = [seconds(PATTERNS[name], piece * length + "\x00") for length in lengths]
        # Twice the text may take three times as long on a busy machine, but four times never.
        assert times[-1] < 0.01 or times[-1] < 81 * times[0], (piece, times)


def seconds(pattern: re.Pattern[str], text: str) -> float:
    """Return the least time of a few in which a pattern goes through a text."""
    best = 9.0
    for _ in range(3):
        start = time.process_time()
        pattern.match(text)
        for _ in pattern.finditer(text):
            pass
        best = min(best, time.process_time() - start)
    return best
