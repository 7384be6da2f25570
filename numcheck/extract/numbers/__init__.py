"""Numbers, in digits and in words, read exactly as printed."""

from __future__ import annotations

from fractions import Fraction

from numcheck.extract.numbers.digits import digits_at, leading_point, sign_at
from numcheck.extract.numbers.tables import Numeral, tables, word_at
from numcheck.extract.numbers.worded import point_at, worded_at
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Figure

__all__ = ["Numeral", "number_at"]

_OPEN_ENDED = frozenset({"hundred", "thousand", "lakh", "crore"})


def number_at(sentence: Sentence, at: int, further: int = 2) -> Numeral | None:
    """Read the number that begins at token `at`, with its scale word; None where none does.

    A number in digits and words may go on at most `further` times ("4 thousand 3 hundred and 21").
    """
    if at >= len(sentence.words):
        return None
    word = sentence.words[at]
    if word[0].isdecimal():
        numeral = digits_at(sentence, at)
        if numeral is not None and numeral.figure.scale_text and further:
            numeral = _continued(sentence, at, numeral, further - 1)
    else:
        known = tables()
        if word in known.starters:
            read = sign_at if word in known.signs else worded_at
            numeral = read(sentence, at)
        elif word == ".":
            return leading_point(sentence, at)
        else:
            return point_at(sentence, at) if word == "point" else None
    if numeral is not None and word_at(sentence, numeral.last) == "over":
        return _over(sentence, at, numeral)
    return numeral


def _continued(sentence: Sentence, at: int, numeral: Numeral, further: int) -> Numeral:
    """Read on after "3 hundred and 21", "4 thousand 3 hundred"."""
    figure, last = numeral.figure, numeral.last
    if figure.scale_text.lower() not in _OPEN_ENDED or figure.value.denominator != 1:
        return numeral
    linked = word_at(sentence, last) == "and"
    lesser = number_at(sentence, last + linked, further)
    if lesser is None or word_at(sentence, at - 1) == "between":
        return numeral
    less = lesser.figure
    if not 0 < less.value < figure.scale or less.value.denominator != 1 or lesser.ratio:
        return numeral
    if not linked and not less.scale_text:
        return numeral
    whole = Figure(
        sentence.cut(at, lesser.last), figure.value + less.value, less.grain, less.coarse
    )
    return Numeral(whole, lesser.last)


def _over(sentence: Sentence, at: int, numeral: Numeral) -> Numeral:
    """Read "one over twenty" as a share; "12 over the limit" is none."""
    top = numeral.figure.value
    if numeral.ratio or top.denominator != 1 or not (top == 1 or at == 0):
        return numeral
    below = number_at(sentence, numeral.last + 1)
    if below is None or below.figure.value < 2 or below.figure.value.denominator != 1:
        return numeral
    if below.last < len(sentence.words) and sentence.words[below.last] != ".":
        return numeral
    share = Fraction(int(top), int(below.figure.value))
    value = share.numerator if share.denominator == 1 else share
    figure = Figure(sentence.cut(at, below.last), value, value, value, worded=True)
    return Numeral(figure, below.last, ratio=True)
