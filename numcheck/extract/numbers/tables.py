"""Number words by what they do, and what a number is."""

from __future__ import annotations

from functools import cache
from typing import cast

from numcheck.lexicon import words as lexicon
from numcheck.model.interval import Rational
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Figure
from numcheck.named import NamedTuple


class Numeral(NamedTuple):
    """A number in a sentence: the figure, and the token place after it.

    `open_scale` is a letter that may be a scale or a unit ("300m"), standing at `last`.
    `ratio` says that the words name a share ("two-thirds"), `vague` that they name no one number
    ("several hundred", "dozens").
    """

    figure: Figure
    last: int
    ratio: bool = False
    open_scale: str = ""
    vague: bool = False


class Share(NamedTuple):
    """A denominator in words: what it divides by, and the per milles it may stand for."""

    divisor: int
    low: int
    high: int
    many: bool


class Tables(NamedTuple):
    """The number words by what they do: add, multiply, divide."""

    ones: dict[str, int]  # zero to nineteen
    tens: dict[str, int]
    powers: dict[str, int]  # thousand and more, in words
    scales: dict[str, int]  # every scale after digits, letters left out
    letters: dict[str, int]
    groups: dict[str, int]
    shares: dict[str, Share]
    ranks: dict[str, int]  # second to ninth, for "twenty-fifths"
    signs: dict[str, tuple[int, int]]
    several: frozenset[str]
    crowds: dict[str, int]
    starters: frozenset[str]


@cache
def tables() -> Tables:
    """Return the number words, read once."""

    def numbers(key: str) -> dict[str, int]:
        return cast("dict[str, int]", lexicon.mapping("numerals", key))

    ones, tens, scales = numbers("units") | numbers("teens"), numbers("tens"), numbers("scales")
    letters = {word: scales.pop(word) for word in lexicon.words("numerals", "open_scales")}
    powers = {
        word: scales[word] for word in lexicon.words("numerals", "worded_scales") if word in scales
    }
    groups, crowds = numbers("groups"), numbers("crowds")
    signs = cast("dict[str, list[int]]", lexicon.mapping("numerals", "signs"))
    ranks = cast("dict[str, int]", lexicon.mapping("ordinals", "values"))
    several = lexicon.words("numerals", "several")
    starters = {*ones, *tens, *powers, *groups, *crowds, *several, *signs}
    starters |= {"hundred", "half", "quarter", "third", "tenth", "a", "an"}
    return Tables(
        ones, tens, powers, scales, letters, groups, _shares(),
        {word: value for word, value in ranks.items() if value < 10},
        {sign: (top, bottom) for sign, (top, bottom) in signs.items()},
        several, crowds, frozenset(starters - {"couple", "pair"}) | {"couple", "pair"},
    )  # fmt: skip


def _shares() -> dict[str, Share]:
    rows = cast("dict[str, dict[str, object]]", lexicon.mapping("numerals", "fractions"))
    shares = {}
    for word, row in rows.items():
        over, under = cast("list[int]", row["value"])
        low, high = row.get("low", 0), row.get("high", 0)
        many = word.endswith(("s", "halves"))
        shares[word] = Share(under // over, cast(int, low), cast(int, high), many)
    return shares


def word_at(sentence: Sentence, at: int) -> str:
    """Return the lower-case word at a place, or nothing outside the sentence."""
    words = sentence.words
    return words[at] if 0 <= at < len(words) else ""


def hyphen_at(sentence: Sentence, at: int) -> bool:
    """Say whether a hyphen stands at a place with no space on either side."""
    return (
        at + 1 < len(sentence.words)
        and sentence.words[at] in ("-", "‑", "‐")
        and sentence.joined(at)
        and sentence.joined(at + 1)
    )


def coarse_of(digits: int, grain: Rational) -> Rational:
    """Return the place of the last non-zero digit; a last 5 may be to the nearest 5."""
    if digits == 0:
        return grain
    if digits % 10 == 0:
        text = str(digits)
        bare = text.rstrip("0")
        grain = grain * 10 ** (len(text) - len(bare))
        digits = int(bare)
    return grain * 5 if digits > 10 and digits % 10 == 5 else grain


def rescaled(figure: Figure, scale: int, printed: str, scale_text: str) -> Figure:
    """Return a figure multiplied by the scale word printed after it."""
    return Figure(
        printed,
        figure.value * scale,
        figure.grain * scale,
        figure.coarse * scale,
        figure.decimals,
        figure.scale * scale,
        scale_text,
        figure.worded,
        figure.bounds and figure.bounds.scale(scale),
    )
