"""Numbers, in digits and in words, read exactly as printed."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import cast

from numcheck.extract.number_words import worded_at
from numcheck.extract.scales import Numeral, coarse_of, scaled, signs, starters
from numcheck.model.interval import Rational
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Figure

_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:[.·]\d+)?\Z|\d{1,2}(?:,\d{2})*,\d{3}(?:[.·]\d+)?\Z")
_PLAIN = re.compile(r"\d+(?:[.·]\d+)?\Z")
_SPACES = frozenset(" \u00a0\u2009\u202f\u2008\u2007")
# A slash between these is a fraction of a unit ("5/8 inch"); other pairs are n out of m.
_DENOMINATORS = frozenset({"2", "3", "4", "5", "8", "16", "32", "64"})


def number_at(sentence: Sentence, at: int) -> Numeral | None:
    """Read the number that begins at token `at`, with its scale word; None where none does."""
    if at >= len(sentence.words):
        return None
    word = sentence.words[at]
    if word[0].isdigit():
        return _digits(sentence, at) if word[0].isdecimal() else _sign(sentence, at)
    if word in signs():
        return _sign(sentence, at)
    if word == "." and sentence.joined(at + 1):
        return _leading_point(sentence, at)
    return worded_at(sentence, at) if word in starters() else None


# ------------------------------------------------------------------------------------- digits


def _digits(sentence: Sentence, at: int) -> Numeral | None:
    printed, last = sentence.raw[at], at + 1
    if not (_PLAIN.match(printed) or _GROUPED.match(printed)):
        return None
    if len(printed) <= 3 and printed.isdigit():
        printed, last = _spaced_groups(sentence, at)
    if mixed := _mixed(sentence, printed, last):
        return mixed
    return scaled(sentence, at, figure_of(printed), last)


def figure_of(printed: str, scale: int = 1) -> Figure:
    """Return the figure of a plain digit string, its grain taken from the digits printed."""
    text = printed.replace(",", "").replace("·", ".")
    for space in _SPACES:
        text = text.replace(space, "")
    whole, _, decimals = text.partition(".")
    if len(text) > 400:  # a million digits in a row are no figure that anyone compares
        text, whole, decimals = text[:400], whole[:400], ""
    value = Fraction(text) if decimals else int(whole or "0")
    if decimals:
        grain: Rational = Fraction(1, 10 ** len(decimals))
        coarse = coarse_of(int(whole + decimals), grain)
    else:
        grain = 1
        coarse = coarse_of(int(value), 1)
    if isinstance(value, Fraction) and value.denominator == 1:
        value = value.numerator
    return Figure(printed, value * scale, grain * scale, coarse * scale, len(decimals), scale)


def _spaced_groups(sentence: Sentence, at: int) -> tuple[str, int]:
    """Read "1 200 000" as one number: groups of three after a single space."""
    last, text = at + 1, sentence.text
    while last < len(sentence.raw):
        token, gap = sentence.raw[last], text[sentence.ends[last - 1] : sentence.starts[last]]
        if len(token) != 3 or not token.isdigit() or len(gap) != 1 or gap not in _SPACES:
            break
        last += 1
    groups = last - at
    if groups == 1:
        return sentence.raw[at], last
    plain_space = text[sentence.ends[at]] == " "
    follows = sentence.words[last] if last < len(sentence.words) else ""
    before = sentence.words[at - 1] if at else ""
    lonely = groups == 2 and plain_space
    if lonely and (not follows.isalpha() or before[:1].isdigit() or before in _NAMES_A_NUMBER):
        return sentence.raw[at], at + 1
    if plain_space and follows[:1].isdigit():
        return sentence.raw[at], at + 1
    return sentence.cut(at, last), last


_NAMES_A_NUMBER = frozenset({"boeing", "airbus", "route", "bus", "flight", "room", "channel", "no"})


def _mixed(sentence: Sentence, printed: str, last: int) -> Numeral | None:
    """Read "2½", "2 1/2", "1/2" and "5⁄8"; None where the digits stand alone."""
    raw, words = sentence.raw, sentence.words
    if last < len(raw) and raw[last] in signs() and printed.isdigit():
        top, bottom = cast("list[int]", signs()[raw[last]])
        value = int(printed) + Fraction(top, bottom)
        first = _first_of(sentence, last, printed)
        return _with_grain(sentence, first, value, Fraction(1, bottom), last + 1)
    if not printed.isdigit():
        return None
    if _is_slash(sentence, last):
        bottom_text = raw[last + 1]
        if not _is_fraction(sentence, printed, last):
            return None
        value = Fraction(int(printed), int(bottom_text))
        grain = Fraction(1, int(bottom_text))
        return _with_grain(sentence, last - 1, value, grain, last + 2)
    if (
        last + 2 < len(words)
        and raw[last].isdigit()
        and _is_slash(sentence, last + 1)
        and _is_fraction(sentence, raw[last], last + 1)
    ):
        bottom = int(raw[last + 2])
        value = int(printed) + Fraction(int(raw[last]), bottom)
        first = _first_of(sentence, last, printed)
        return _with_grain(sentence, first, value, Fraction(1, bottom), last + 3)
    if last + 1 < len(words) and raw[last] == "-" and raw[last + 1] in signs():
        top, bottom = cast("list[int]", signs()[raw[last + 1]])
        value = int(printed) + Fraction(top, bottom)
        return _with_grain(sentence, last - 1, value, Fraction(1, bottom), last + 2)
    return None


def _first_of(sentence: Sentence, last: int, printed: str) -> int:
    """Return the token place at which the digits `printed`, ending before `last`, begin."""
    return last - (printed.count(" ") + 1)


def _is_slash(sentence: Sentence, at: int) -> bool:
    """Say whether a joined slash and then plain digits stand at `at`."""
    raw = sentence.raw
    return (
        at + 1 < len(raw)
        and raw[at] in "/⁄"
        and sentence.joined(at)
        and raw[at + 1].isdecimal()
        and sentence.joined(at + 1)
    )


def _is_fraction(sentence: Sentence, top: str, slash: int) -> bool:
    """Say whether top/bottom is a fraction of something: a real one, with a thing after it."""
    raw, words = sentence.raw, sentence.words
    bottom = raw[slash + 1]
    if bottom not in _DENOMINATORS or not 0 < int(top) < int(bottom):
        return raw[slash] == "⁄" and 0 < int(bottom) < 1000
    if raw[slash] == "⁄":
        return True
    after = words[slash + 2] if slash + 2 < len(words) else ""
    if after in ("-", "”", '"', "″", "in", "inch", "inches"):
        return True
    mixed = slash >= 2 and raw[slash - 2].isdecimal() and not sentence.joined(slash - 1)
    return mixed or after.isalpha()


def _with_grain(
    sentence: Sentence, first: int, value: Rational, grain: Rational, last: int
) -> Numeral:
    figure = Figure(sentence.cut(first, last), value, grain, grain)
    return scaled(sentence, first, figure, last)


def _leading_point(sentence: Sentence, at: int) -> Numeral | None:
    """Read ".05": a point with digits after it and no word before it."""
    digits = sentence.raw[at + 1] if at + 1 < len(sentence.raw) else ""
    if not digits.isdecimal() or sentence.joined(at):
        return None
    return scaled(sentence, at, figure_of("." + digits), at + 2)


def _sign(sentence: Sentence, at: int) -> Numeral | None:
    """Read "½" and its kin on their own."""
    pair = signs().get(sentence.raw[at])
    if pair is None:
        return None
    top, bottom = cast("list[int]", pair)
    return _with_grain(sentence, at, Fraction(top, bottom), Fraction(1, bottom), at + 1)
