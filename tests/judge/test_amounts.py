"""What a print may stand for when its last digit was cut off, or rounded the wrong way."""

from __future__ import annotations

from fractions import Fraction

import pytest

from numcheck.judge.amounts import cut_off, one_off
from numcheck.model.quantity import Figure


def printed(text: str) -> Figure:
    """Return the figure of a plain print."""
    decimals = len(text.partition(".")[2])
    grain = Fraction(1, 10**decimals)
    return Figure(text, Fraction(text), grain, grain, decimals)


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("97.1", ["97.1", "97.18", "97.199"], ["97.09", "97.2"]),
        ("55.4", ["55.47"], ["55.39", "55.5"]),
        ("68", ["68.57", "68.99"], ["67.9", "69"]),
        ("0", ["0.9"], ["-0.1", "1"]),
        ("-1.2", ["-1.2", "-1.29"], ["-1.19", "-1.3"]),
    ],
)
def test_digits_are_cut_off_toward_nought(text: str, inside: list[str], outside: list[str]) -> None:
    values = cut_off(printed(text))
    assert all(Fraction(value) in values for value in inside)
    assert not any(Fraction(value) in values for value in outside)


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [("82", ["81.48", "82.9"], ["81", "83"]), ("10.5", ["10.45", "10.59"], ["10.4", "10.6"])],
)
def test_one_digit_off_is_less_than_one_unit(
    text: str, inside: list[str], outside: list[str]
) -> None:
    values = one_off(printed(text))
    assert all(Fraction(value) in values for value in inside)
    assert not any(Fraction(value) in values for value in outside)
