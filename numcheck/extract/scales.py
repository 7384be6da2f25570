"""Scale words, and the tables of number words that all readers of numbers share."""

from __future__ import annotations

from typing import NamedTuple, cast

from numcheck.lexicon import words as lexicon
from numcheck.model.interval import Rational
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Figure


class Numeral(NamedTuple):
    """A number in a sentence: the figure, and the token place after it.

    `open_scale` is a letter that may be a scale or a unit ("300m"), standing at `last`.
    `ratio` says that the words name a share ("two-thirds").
    """

    figure: Figure
    last: int
    ratio: bool = False
    open_scale: str = ""


def starters() -> frozenset[str]:
    """Return the words that may begin a number."""
    return number_words().starters


def signs() -> dict[str, object]:
    """Return the fraction signs (½ and its kin) with their numerators and denominators."""
    return lexicon.mapping("numerals", "signs")


class Tables(NamedTuple):
    """The number words by what they do: add, multiply, divide."""

    small: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, int]
    groups: dict[str, int]
    fractions: dict[str, dict[str, object]]
    open_scales: frozenset[str]
    starters: frozenset[str]


_LOADED: list[Tables] = []


def number_words() -> Tables:
    """Return the number words, read once."""
    if not _LOADED:
        _LOADED.append(_load())
    return _LOADED[0]


def _load() -> Tables:
    def table(key: str) -> dict[str, int]:
        return cast("dict[str, int]", lexicon.mapping("numerals", key))

    small = table("units") | table("teens")
    fractions = cast("dict[str, dict[str, object]]", lexicon.mapping("numerals", "fractions"))
    open_scales = lexicon.words("numerals", "open_scales")
    closed = set(table("scales")) - open_scales
    starters = set(small) | set(table("tens")) | {"half", "a", "an", "dozen"}
    starters |= closed - {"bn", "tn", "mn", "mln", "bln", "trln", "trn", "millions", "billions"}
    return Tables(
        small, table("tens"), table("scales"), table("groups"), fractions, open_scales,
        frozenset(starters),
    )  # fmt: skip


def coarse_of(digits: int, grain: Rational) -> Rational:
    """Return the place of the last non-zero digit; a last 5 may be to the nearest 5."""
    if digits == 0:
        return grain
    place = 1
    while digits % 10 == 0:
        digits //= 10
        place *= 10
    five = digits > 10 and digits % 10 == 5
    return grain * place * (5 if five else 1)


def scaled(sentence: Sentence, first: int, figure: Figure, last: int) -> Numeral:
    """Take in the scale words that follow: "1.3 million", "2.5bn", "1.2-million"."""
    tables, words = number_words(), sentence.words
    open_scale = ""
    while last < len(words):
        at = last
        if words[at] == "-" and sentence.joined(at) and sentence.joined(at + 1):
            at += 1
            if words[at] not in ("million", "billion", "trillion", "thousand"):
                break
        word = words[at]
        if word not in tables.scales or (word == "hundred" and figure.value >= 100):
            break
        if word in tables.open_scales:
            open_scale = word if sentence.joined(at) or word == "m" else ""
            break
        scale = tables.scales[word]
        if scale < figure.scale and figure.scale > 1:
            break
        printed = sentence.cut(first, at + 1)
        figure = rescaled(figure, scale, printed, sentence.raw[at])
        last = at + 1
    return Numeral(figure, last, False, open_scale)


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
