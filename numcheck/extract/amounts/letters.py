"""The letter after a number: "£3m", "4k staff", "100m"."""

from __future__ import annotations

from numcheck.extract.amounts.evidence import is_course, is_currency_won, metres_follow
from numcheck.extract.numbers.tables import Numeral, rescaled, tables, word_at
from numcheck.lexicon import words as lexicon
from numcheck.lexicon.units import units_at
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Figure
from numcheck.named import NamedTuple


class Decided(NamedTuple):
    """The figure with its letter read as a scale, or the plain one; and what else it may be."""

    figure: Figure
    last: int
    other: Figure | None = None
    metres: bool = False


def decided(sentence: Sentence, numeral: Numeral, first: int, money: bool) -> Decided:
    """Decide the letter that stands after a number."""
    at, letter = numeral.last, numeral.open_scale
    scale = tables().letters[letter]
    if (_after_money if money else _CHECKS[letter])(sentence, at, letter, numeral):
        figure = numeral.figure
        printed = sentence.cut(first, at + 1)
        big = rescaled(figure, scale, printed, sentence.raw[at])
        small = figure if letter == "m" and not money and sentence.raw[at] == "m" else None
        return Decided(big, at + 1, small)
    if letter == "m" and not money and sentence.joined(at) and _unclear(sentence, at, numeral):
        printed = sentence.cut(first, at + 1)
        return Decided(
            numeral.figure, at, rescaled(numeral.figure, scale, printed, "m"), metres=True
        )
    return Decided(numeral.figure, at)


def _after_money(sentence: Sentence, at: int, letter: str, numeral: Numeral) -> bool:
    if sentence.joined(at):
        return True
    follows = word_at(sentence, at + 1)
    if letter == "t" or letter == "b":
        return not follows[:1].isalpha()
    return letter in ("m", "mil", "cr") or sentence.raw[at] == "K"


def _counts(sentence: Sentence, at: int) -> bool:
    """Say whether a counted plural, or a unit, stands at a place."""
    words = sentence.words
    stop = lexicon.words("nouns", "stop")
    for place in range(at, min(at + 3, len(words))):
        word = words[place]
        if not word[0].isalpha() or word in stop:
            return False
        if lexicon.is_plural(word):
            return word not in lexicon.words("measures", "length_follows")
    return False


def _million(sentence: Sentence, at: int, letter: str, numeral: Numeral) -> bool:
    """Decide m and M without a currency."""
    follows = word_at(sentence, at + 1)
    joined = sentence.joined(at)
    if not joined:
        return sentence.raw[at] == "M" and not follows
    if follows in lexicon.words("measures", "length_follows") and sentence.raw[at] == "m":
        return _of_people(sentence, at, numeral)
    if is_course(sentence, at):
        return False
    if follows == "won":
        return is_currency_won(sentence, at + 1)
    if sentence.raw[at] == "M":
        alone = not follows[:1].isalpha() or follows in lexicon.words("nouns", "stop")
        return numeral.figure.value != 3 if alone else True
    if _counts(sentence, at + 1):
        return True
    if not follows[:1].isalpha():
        return _of_people(sentence, at, numeral)
    unit = units_at(sentence.words, sentence.raw, at + 1)
    return unit is not None and not unit.weak


def _of_people(sentence: Sentence, at: int, numeral: Numeral) -> bool:
    """Say whether a bare "1.3m" is a number of people or things by the words before it."""
    near = sentence.words[max(0, at - 9) : at]
    if any(word in lexicon.words("measures", "length_near") for word in near):
        return False
    return any(word in lexicon.words("measures", "million_near") for word in near)


def _unclear(sentence: Sentence, at: int, numeral: Numeral) -> bool:
    """Say whether "300m" stands where it could be metres or millions."""
    return metres_follow(sentence, at, True) and numeral.figure.value < 1000


def _thousand(sentence: Sentence, at: int, letter: str, numeral: Numeral) -> bool:
    """Decide k and K: thousands, but the kilometres of "a 10k run" and the kelvins of "300 K"."""
    follows = word_at(sentence, at + 1)
    if follows in lexicon.words("measures", "races") or numeral.figure.scale > 1:
        return False
    if not sentence.joined(at):
        return sentence.raw[at] == "k" and len(sentence.words) - at < 2
    return sentence.raw[at] == "k" or numeral.figure.decimals < 2


def _billion(sentence: Sentence, at: int, letter: str, numeral: Numeral) -> bool:
    if not sentence.joined(at):
        return False
    alone = not word_at(sentence, at + 1)[:1].isalpha()
    small = numeral.figure.value < 100 and (bool(numeral.figure.decimals) or alone)
    return small or _counts(sentence, at + 1)


def _mil(sentence: Sentence, at: int, letter: str, numeral: Numeral) -> bool:
    unit = units_at(sentence.words, sentence.raw, at + 1)
    money = unit is not None and unit.units[0].dimension.startswith("money")
    return money or sentence.joined(at) or _counts(sentence, at + 1)


def _crore(sentence: Sentence, at: int, letter: str, numeral: Numeral) -> bool:
    return not word_at(sentence, at + 1)[:1].isalpha()


def _never(sentence: Sentence, at: int, letter: str, numeral: Numeral) -> bool:
    return False


_CHECKS = {
    "k": _thousand, "m": _million, "b": _billion, "t": _never, "mil": _mil, "mm": _never,
    "cr": _crore,
}  # fmt: skip
