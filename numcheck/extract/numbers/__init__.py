"""Numbers, in digits and in words, read exactly as printed."""

from __future__ import annotations

from numcheck.extract.numbers.digits import digits_at, leading_point, sign_at
from numcheck.extract.numbers.tables import Numeral, tables
from numcheck.extract.numbers.worded import point_at, worded_at
from numcheck.model.passage import Sentence

__all__ = ["Numeral", "number_at"]


def number_at(sentence: Sentence, at: int) -> Numeral | None:
    """Read the number that begins at token `at`, with its scale word; None where none does."""
    if at >= len(sentence.words):
        return None
    word = sentence.words[at]
    if word[0].isdecimal():
        return digits_at(sentence, at)
    known = tables()
    if word in known.starters:
        return sign_at(sentence, at) if word in known.signs else worded_at(sentence, at)
    if word == ".":
        return leading_point(sentence, at)
    return point_at(sentence, at) if word == "point" else None
