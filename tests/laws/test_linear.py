"""Twice the text takes about twice the time."""

from __future__ import annotations

import time

import pytest

from numcheck.check import check_text

PARAGRAPHS = {
    "news": "It is {n} m long and carries 1,200 vehicles a day, of which 300 (25%) are lorries.",
    "list": "On board were {n} people: 12 sailors, 30 cooks, 4 pilots, including 8 women.",
    "numbers": "{n}, 2, 3.5, 4/5, 6-7, 8%, 9 m, (10 ft), $11, 12:30, 1914-18, 3:2, 5pm, 1,000,000.",
    "words": "It took the twenty-{n} of them two and a half hours, a third of the day, no less.",
    "brackets": "( ( ( {n} m ( 3 ft ( 4 in ) ) “ 5 “ 6 ” ( [ 7 ] ( 8 % ( ( (",
    "prose": "Nobody in the valley could say when the mill had closed, or who had held the keys.",
}


def seconds(text: str) -> float:
    """Return the least processor time of three checks."""
    times = []
    for _ in range(3):
        start = time.process_time()
        check_text(text)
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.parametrize("joint", ["\n\n", "\n", " "], ids=["paragraphs", "lines", "one line"])
@pytest.mark.parametrize("kind", PARAGRAPHS)
def test_the_cost_is_linear(kind: str, joint: str) -> None:
    one = joint.join(PARAGRAPHS[kind].format(n=number) for number in range(100, 400))
    four = joint.join(PARAGRAPHS[kind].format(n=number) for number in range(100, 1300))
    seconds(one)
    assert seconds(four) <= 4 * 2 * seconds(one) + 0.02


@pytest.mark.parametrize(
    "text",
    [
        "1" * 40_000, "1," * 20_000, "1 " * 20_000, "(" * 40_000, "-" * 40_000, "“" * 40_000,
        "1." * 20_000, " " * 40_000 + "1", "a-" * 20_000, "1 000 " * 8_000, "[sic] " * 8_000,
        "one " * 10_000, "hundred " * 5_000, "1/" * 20_000, "$" * 40_000, "1 m (" * 8_000,
        "\n" * 40_000 + "3 m", "twenty-" * 6_000, "half a " * 6_000, "a.b@" * 10_000, "% " * 20_000,
    ],
    ids=lambda text: repr(text[:6]),
)  # fmt: skip
def test_no_text_takes_for_ever(text: str) -> None:
    """Forty thousand characters are checked in a second or two, whatever they are."""
    start = time.process_time()
    check_text(text)
    assert time.process_time() - start < 4
