"""Scale words after a number, and the half that may follow them."""

from __future__ import annotations

from fractions import Fraction

from numcheck.extract.numbers.shares import denominator_at, is_verb_after
from numcheck.extract.numbers.tables import Numeral, hyphen_at, rescaled, tables, word_at
from numcheck.model.interval import Rational
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Figure

_HYPHENED = frozenset("hundred thousand million billion trillion dozen".split())


def scaled(sentence: Sentence, first: int, figure: Figure, last: int) -> Numeral:
    """Take in the scale words that follow: "1.3 million", "2.5bn", "1.2-million"."""
    words = sentence.words
    known = tables()
    scales = known.scales
    while last < len(words):
        word, at = words[last], last
        if word not in scales:
            if word in known.letters:
                near = sentence.joined(at) or word != "b"
                return Numeral(figure, last, False, word if near else "", False)
            if not hyphen_at(sentence, last) or words[last + 1] not in _HYPHENED:
                break
            at = last + 1
            word = words[at]
        scale = scales[word]
        if not _fits(sentence, figure, word, scale, at):
            break
        figure = rescaled(figure, scale, sentence.cut(first, at + 1), sentence.raw[at])
        last = at + 1
    return Numeral(figure, last, False, "", False)


def _fits(sentence: Sentence, figure: Figure, word: str, scale: int, at: int) -> bool:
    """Say whether a scale word goes on with the number before it."""
    if scale < figure.scale:
        return False
    if word == "hundred":
        return figure.value < 1000
    if word == "hundreds" or word == "thousands":
        return word_at(sentence, at + 1) != "of" and figure.scale == 1 and figure.value < 100
    if word == "dozen" or word == "dozens":
        return figure.value.denominator == 1 and figure.value < 10**6
    return True


def with_fraction(sentence: Sentence, first: int, numeral: Numeral) -> Numeral:
    """Take in "and a half" after a number: "3 million and a half", "20 and three fifths"."""
    found = fraction_after(sentence, numeral.last, numeral.figure)
    if found is None:
        return numeral
    value, grain, last = found
    figure = Figure(sentence.cut(first, last), value, grain, grain, scale=1, worded=True)
    return scaled(sentence, first, figure, last)


def fraction_after(
    sentence: Sentence, at: int, figure: Figure
) -> tuple[Rational, Rational, int] | None:
    """Read "and a half" at token `at`: the whole value, its grain, and the place after it."""
    words = sentence.words
    if words[at : at + 5] == ["-", "and", "-", "a", "-"]:  # "a two-and-a-half-year war"
        share = _share_after(sentence, at + 5) if figure.value.denominator == 1 else None
    elif word_at(sentence, at) != "and" or at + 2 > len(words) or figure.value.denominator != 1:
        return None
    else:
        share = _share_after(sentence, at + 1)
    if share is None:
        return None
    fraction, last = share
    # "one million and a half" is 1.5 million; "one billion and a half million" is not.
    scale = figure.scale if figure.scale >= 1000 else 1
    smaller = tables().powers.get(word_at(sentence, last), 0)
    if scale > 1 and 1000 <= smaller < scale:
        scale, last = smaller, last + 1
    grain: Rational = Fraction(scale, fraction.denominator)
    value: Rational = figure.value + fraction * scale
    if value.denominator == 1:
        value = value.numerator
    return value, grain.numerator if grain.denominator == 1 else grain, last


def _share_after(sentence: Sentence, at: int) -> tuple[Fraction, int] | None:
    """Read "a half", "half", "three quarters", "two fifths" after "and"."""
    word = word_at(sentence, at)
    if word == "half" or word == "quarter":
        follows = word_at(sentence, at + 1)
        if follows == "of" and word_at(sentence, at + 2) in ("hour", "hours"):
            return Fraction(1, 2 if word == "half" else 4), at + 1
        if follows in ("the", "of", "a", "an", "to", "past"):
            return None  # "two and half the team"; but "one and half hours"
        return Fraction(1, 2 if word == "half" else 4), at + 1
    top = 1 if word in ("a", "an") else tables().ones.get(word, tables().tens.get(word, 0))
    if not top:
        return None
    place = at + 1
    if word in tables().tens and hyphen_at(sentence, place):
        top, place = top + tables().ones.get(word_at(sentence, place + 1), 0), place + 2
    place += hyphen_at(sentence, place)
    found = denominator_at(sentence, place, top)
    if found is None:
        return None
    divisor, last, name = found
    if top >= divisor:
        return None  # "one hundred and thirty fifths" are 26
    alone = name in ("half", "quarter", "quarters", "halves") or top > 1
    if not alone and is_verb_after(sentence, last):
        return None  # "killed two and a third was hurt"
    if name == "quarters" and word_at(sentence, last) == "final":
        return None
    return Fraction(top, divisor), last
