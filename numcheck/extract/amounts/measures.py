"""A quantity in the making: the unit beside a figure, its rate."""

from __future__ import annotations

from numcheck.extract.amounts.evidence import refusal
from numcheck.extract.amounts.varieties import chosen
from numcheck.extract.numbers.tables import Numeral
from numcheck.lexicon import words as lexicon
from numcheck.lexicon.units import UnitMatch, over, per_at, units_at
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Figure
from numcheck.model.unit import Unit
from numcheck.named import NamedTuple
from numcheck.record import record


class Measured(NamedTuple):
    """The units that a figure may be in, the token place after them, and what they are per.

    `smallest` is the last unit of a figure in several ("5ft 9in").
    """

    units: tuple[Unit, ...]
    last: int
    per: str = ""
    base: Unit | None = None
    hyphen: bool = False
    smallest: Unit | None = None


@record(frozen=False)
class Draft:
    """A quantity in the making: token places, and what has been read so far.

    `closed` says that the words before both ends of a range bound it ("more than 5 but under 9").
    """

    first: int
    last: int
    figure: Figure
    numeral: Numeral
    money: UnitMatch | None = None
    measured: Measured | None = None
    upper: Figure | None = None
    ratio: bool = False
    closed: bool = False
    other: tuple[Figure, Unit | None] | None = None

    def __init__(
        self,
        first: int,
        last: int,
        figure: Figure,
        numeral: Numeral,
        money: UnitMatch | None = None,
        measured: Measured | None = None,
        upper: Figure | None = None,
        ratio: bool = False,
        closed: bool = False,
        other: tuple[Figure, Unit | None] | None = None,
    ) -> None:
        """Take what has been read of a figure: each of them is a draft first."""
        self.first, self.last = first, last
        self.figure, self.numeral = figure, numeral
        self.money, self.measured, self.upper = money, measured, upper
        self.ratio, self.closed, self.other = ratio, closed, other

    @property
    def units(self) -> tuple[Unit, ...]:
        """The units that the draft may be in, without a choice between them."""
        if self.measured:
            return self.measured.units
        return self.money.units if self.money else ()


def unit_after(sentence: Sentence, numeral: Numeral) -> Measured | None:
    """Return the unit that follows a number, with its "per" part; None where none does."""
    words, at = sentence.words, numeral.last
    if at >= len(words):
        return None
    hyphen = words[at] in ("-", "‑", "‐") and sentence.joined(at) and sentence.joined(at + 1)
    if hyphen:
        at += 1
        if not words[at][0].isalpha():
            return None  # "$10-$20"
    match = units_at(words, sentence.raw, at, sentence.own) or _in_capitals(sentence, at)
    if match is None:
        if hyphen:
            return None
        return _of_one(sentence, numeral) if words[at] == "of" else _after_more(sentence, numeral)
    match = _without_loose_power(sentence, at, match)
    if match is None or refusal(sentence, at, match, numeral, hyphen):
        return None
    units = chosen(sentence, at, match, numeral, hyphen)
    return with_rate(sentence, Measured(units, match.last, hyphen=hyphen))


def _without_loose_power(sentence: Sentence, at: int, match: UnitMatch) -> UnitMatch | None:
    """Take back a power that stands apart: "6ft 2in" is no area of six square feet."""
    power = match.last - 1
    if power <= at or not sentence.words[power].isdigit() or sentence.joined(power):
        return match
    return units_at(sentence.words[:power], sentence.raw[:power], at)


def _after_more(sentence: Sentence, numeral: Numeral) -> Measured | None:
    """Return the unit of "two *more* years", "three *consecutive* days", "five *or so* miles"."""
    at, words = numeral.last, sentence.words
    found = lexicon.phrases("measures", "between").at(words, at)
    if found is None:
        return None
    match = units_at(words, sentence.raw, found[1], sentence.own)
    if match is None or match.weak or len(words[found[1]]) < 3:
        return None
    units = chosen(sentence, found[1], match, numeral, False)
    return with_rate(sentence, Measured(units, match.last))


def _in_capitals(sentence: Sentence, at: int) -> UnitMatch | None:
    """Return the unit of a bulletin in capitals: "10-15MM"."""
    printed = sentence.raw[at]
    if len(printed) < 2 or not printed.isupper() or not printed.isalpha():
        return None
    if not sentence.span.cut(sentence.text).isupper() or printed in sentence.raw[at + 1 : at + 3]:
        return None  # MM beside another MM is a blank that was never filled in
    match = units_at(sentence.words, sentence.words, at)
    return match if match is not None and not match.weak else None


def _of_one(sentence: Sentence, numeral: Numeral) -> Measured | None:
    """Return the unit of "a third of a mile", "three quarters of an hour", "half of 1 percent"."""
    words, at = sentence.words, numeral.last + 1
    if numeral.figure.vague:
        return _of_many(sentence, at, numeral)
    if numeral.figure.value.denominator == 1 or at >= len(words):
        return None
    single = words[at] in ("a", "an", "one", "1")
    if not single and words[at] not in ("hour", "hours") and at + 1 < len(words):
        return None
    match = units_at(words, sentence.raw, at + single, sentence.own)
    if match is None or match.weak:
        return None
    return Measured(chosen(sentence, at + single, match, numeral, False), match.last)


def _of_many(sentence: Sentence, at: int, numeral: Numeral) -> Measured | None:
    """Return the unit of "thousands of years", "tens of millions of dollars"."""
    match = units_at(sentence.words, sentence.raw, at, sentence.own)
    if match is None or match.weak or sentence.words[match.last - 1][-1] != "s":
        return None
    return with_rate(sentence, Measured(chosen(sentence, at, match, numeral, False), match.last))


def with_rate(sentence: Sentence, measured: Measured) -> Measured:
    """Take in "a barrel", "per hour", "/m²" after a unit."""
    words, at = sentence.words, measured.last
    if at + 1 >= len(words) or words[at] not in lexicon.words("measures", "per_words"):
        return measured
    if words[at] == "/" and not sentence.joined(at + 1):
        return measured
    base, word = measured.units[0], words[at + 1]
    below = per_at(words, sentence.raw, at, article=True)
    if below is not None and _below_the_line(sentence, at, below):
        if base.dimension == "time" and words[at] != "/":
            return measured._replace(last=below.last, per=word, base=base)
        level = tuple(unit for unit in measured.units if not unit.offset)
        if level and base.name != "percent" and base.dimension != "points":
            return Measured(over(level, below.units), below.last, word, base, measured.hyphen)
        return measured._replace(per=word, base=base)
    if word in lexicon.words("measures", "rate_nouns") and words[at] != "/":
        return measured._replace(per=word, base=base)
    return measured


def _below_the_line(sentence: Sentence, at: int, below: UnitMatch) -> bool:
    """Say whether what follows "a", "per" or "/" is a unit to divide by."""
    words = sentence.words
    if below.units[0].dimension.startswith(("money", "share", "points", "temp")):
        return False
    if words[at] in ("per", "/"):
        return True
    if below.last < len(words) and words[below.last] in ("ago", "earlier", "later", "before", "-"):
        return False  # "rose 2m a year earlier", "a two-year-old"
    plural = below.units[0].plural == words[at + 1]
    return not plural and not (below.weak and len(words[at + 1]) < 3)
