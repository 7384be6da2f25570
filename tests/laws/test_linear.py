"""Twice the text is twice the work, and none is too much for its length."""

from __future__ import annotations

import sys
import time
from types import FrameType
from typing import Any

import pytest

from numcheck.check import check_text

SHORT = 5_000  # characters: some sentences and paragraphs of every kind, whatever their windows
STEPS = 1_000  # lines of Python a character, where every word is a figure and much is wrong

# What an editor may send, and what nobody would. {n} and {m} are other figures each time.
UNITS = {
    "news": "It is {n} m long and carries {m} vehicles a day, of which 300 (25%) are lorries. ",
    "on board": "On board were {n} people: 12 sailors, 30 cooks, 4 pilots, including {m} women. ",
    "odd figures": "{n}, 2, 3.5, 4/5, 6-7, 8%, 9 m, (10 ft), $11, 12:30, 1914-18, 3:2, 5pm, {m}. ",
    "number words": "It took the twenty-six of them two and a half hours, a third of {n} days. ",
    "prose": "Nobody in the valley could say when the mill had closed, or who held the keys. ",
    "people": "{n} people, ",
    "groups": "{n} men and {m} women, ",
    "subsets": "of whom {n}, ",
    "including": "including {n} men, ",
    "fractions": "{n} of the {m} people, ",
    "samples": "12 (12.5%) of {n}, ",
    "means": "mean {n} (SD 2.5), p = 0.03, ",
    "intervals": "{n}.5 (95% CI {n}.1 to {n}.9), ",
    "asides": "{n} m ({m} ft), ",
    "open brackets": "({n} ",
    "nested brackets": "(( {n} m [ ",
    "closing brackets": "{n}) ",
    "quotes": "“{n} ",
    "straight quotes": "\"{n} m\" '{m}' ",
    "commas": ", , , {n} ",
    "semicolons": "{n} people; ",
    "colons": "{n}: ",
    "dashes": "{n} – ",
    "hyphens": "{n}-",
    "slashes": "{n}/",
    "and": "{n} and ",
    "sums": "{n} + {m} = ",
    "money": "${n} ",
    "rates": "{n} a day, ",
    "multiples": "{n} times as many as {m}, ",
    "movements": "rose {n}% to {m} from {n}, ",
    "halves": "half of the {n} ",
    "dates": "on 12 May {n}, ",
    "lives": "aged 45, born in 19{n}, ",
    "clocks": "at 9:30 pm EST to 2 p.m. GMT on {n}, ",
    "margins": "won by {n} votes to {m}, ",
    "victims": "killed {n} people and injured {m}, ",
    "ranges": "between {n} and {m} ",
    "names": "Mr Smith ({n}) of the {m} Committee ",
    "numbers of things": "020 7946 0{n}, http://a.b/{n}, 978-0-{n}-1, ",
    "lists": "three things: {n}, ",
    "bullets": "- {n} cats\n",
    "ledger": "Cats: {n}\n",
    "columns": "{n}\t{m}\n",
    "headlines": "# {n} die\n\n{n} people died.\n\n",
    "paragraphs": "The {n} people left {m} cats.\n\n",
}


def text(unit: str, length: int) -> str:
    """Return about so many characters of a unit, its figures different each time."""
    out: list[str] = []
    size = number = 0
    while size < length:
        out.append(unit.format(n=100 + number % 9_000, m=150 + number * 7 % 9_000))
        size += len(out[-1])
        number += 1
    return "".join(out)


def steps(copy: str) -> int:
    """Count the lines of Python that a check runs, each turn of a loop anew."""
    count = 0

    def trace(_frame: FrameType, event: str, _argument: Any) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        check_text(copy)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("kind", UNITS)
def test_twice_the_text_is_twice_the_work(kind: str) -> None:
    one, two = text(UNITS[kind], SHORT), text(UNITS[kind], 2 * SHORT)
    check_text(two)  # what is learnt once a process is learnt now
    work = steps(two)
    assert work <= 2.4 * steps(one) + 2_000
    assert work <= STEPS * len(two)


def seconds(copy: str) -> float:
    """Return the least processor time of three checks."""
    times = []
    for _ in range(3):
        start = time.process_time()
        check_text(copy)
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.parametrize("kind", ["prose", "commas", "open brackets", "quotes", "ledger"])
def test_what_python_does_in_c_is_linear_too(kind: str) -> None:
    """Slices, searches and patterns run no line of Python: of those only a clock knows."""
    one, eight = text(UNITS[kind], 10_000), text(UNITS[kind], 80_000)
    assert seconds(eight) <= 8 * 2 * seconds(one) + 0.02


@pytest.mark.parametrize(
    "copy",
    [
        "1" * 40_000, "1," * 20_000, "1 " * 20_000, "(" * 40_000, "-" * 40_000, "“" * 40_000,
        "1." * 20_000, " " * 40_000 + "1", "a-" * 20_000, "1 000 " * 8_000, "[sic] " * 8_000,
        "one " * 10_000, "hundred " * 5_000, "1/" * 20_000, "$" * 40_000, "1 m (" * 8_000,
        "\n" * 40_000 + "3 m", "twenty-" * 6_000, "half a " * 6_000, "a.b@" * 10_000, "% " * 20_000,
        "(" * 100_000 + "1 m" + ")" * 100_000, "a" * 100_000 + " 3 m (10 ft)", "=" * 40_000,
        "|1" * 20_000, "1\n" * 20_000, "# 1\n" * 10_000, "1:\n" * 10_000, "'1' " * 10_000,
    ],
    ids=lambda copy: repr(copy[:6]),
)  # fmt: skip
def test_no_text_takes_for_ever(copy: str) -> None:
    """Forty thousand characters are checked in seconds, whatever they are."""
    start = time.process_time()
    check_text(copy)
    assert time.process_time() - start < 8
