"""Amounts in two units or three: "5ft 9in"."""

from __future__ import annotations

from functools import cache

from numcheck.extract.amounts.measures import Draft, Measured, unit_after
from numcheck.extract.numbers import Numeral, number_at
from numcheck.extract.numbers.scaling import fraction_after
from numcheck.extract.numbers.tables import hyphen_at, word_at
from numcheck.lexicon import words as lexicon
from numcheck.lexicon.units import unit_named
from numcheck.model.interval import Rational, quotient
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Figure
from numcheck.model.unit import Unit


def compound(sentence: Sentence, draft: Draft) -> None:
    """Take in the smaller units that go on with an amount, and the half after it."""
    for _ in range(4):
        measured = draft.measured
        if measured and measured.per:
            return
        larger = measured.smallest if measured and measured.smallest else draft.units[0]
        if not _one_more(sentence, draft, larger):
            return


def _one_more(sentence: Sentence, draft: Draft, larger: Unit) -> bool:
    if draft.last >= len(sentence.words):
        return False
    follows = sentence.words[draft.last]
    if follows == "and" and _and_a_half(sentence, draft):
        return True
    money = larger.dimension.startswith("money")
    pairs = _cents(larger.name, larger.factor) if money else _pairs().get(larger.name)
    if not pairs or (follows == "and" and word_at(sentence, draft.first - 1) == "between"):
        return False
    at, link = _link(sentence, draft.last)
    lesser = number_at(sentence, at)
    if lesser is None or lesser.figure.scale > 1 or lesser.ratio:
        return False
    after = unit_after(sentence, lesser)
    if larger.name == "hour" and lesser.open_scale == "m" and sentence.joined(lesser.last):
        after = Measured((unit_named("minute"),), lesser.last + 1)  # "3h 20m"
    if after and after.hyphen and not (draft.measured and draft.measured.hyphen):
        return False  # "1,400 km 0.600-m gauge"
    named = [unit for unit in after.units if unit.name in pairs] if after else []
    if named and after:
        unit, last = named[0], after.last
    elif link != "," and _bare_lesser(sentence, draft, larger, lesser, at):
        unit, last = unit_named(next(iter(pairs))), lesser.last
    else:
        return False
    if not _is_less(draft, unit, larger, lesser):
        return False
    first = draft.measured is None or draft.measured.smallest is None
    into = unit_named(pairs[unit.name]) if first else draft.units[0]
    _add(sentence, draft, unit, into, lesser, last)
    return True


def _link(sentence: Sentence, at: int) -> tuple[int, str]:
    """Step over what may link the parts of an amount: "and", a comma, a hyphen."""
    word = sentence.words[at]
    if word == ",":
        return at + 1 + (word_at(sentence, at + 1) == "and"), word
    if word == "and" or (word == "-" and hyphen_at(sentence, at)):
        return at + 1, word
    return at, ""


def _is_less(draft: Draft, unit: Unit, larger: Unit, lesser: Numeral) -> bool:
    """Say whether the second part is less than one of the unit that it goes on with."""
    first = draft.measured is None or draft.measured.smallest is None
    if first and draft.figure.value.denominator != 1:
        return False  # "5.5 feet 9 inches" is no height
    part = lesser.figure.value * unit.factor
    return part < larger.factor or (unit.name == "foot" and larger.name == "yard")


def _bare_lesser(sentence: Sentence, draft: Draft, larger: Unit, lesser: Numeral, at: int) -> bool:
    """Say whether a number without a unit goes on: "6-foot-2", "5ft 9", "two hours ten"."""
    follows = word_at(sentence, lesser.last)
    if larger.name == "hour":
        short = lesser.figure.value.denominator == 1 and 4 < lesser.figure.value < 60
        after = not follows[:1].isalnum() or follows in ("after", "before", "later", "and", "long")
        if sentence.words[at - 1] == "and":
            return short and not follows
        return lesser.figure.worded and short and after and follows not in ("-", ":", "%")
    if larger.dimension.startswith("money"):  # "twenty dollars 43", and nothing else
        if sentence.words[at - 1] == "-":
            return False
        return lesser.figure.value < 100 and not follows and draft.first == 0
    if larger.name not in ("foot", "stone") or sentence.words[at - 1] == "and":
        return False
    limit = 12 if larger.name == "foot" else 14
    hyphen = sentence.words[at - 1] == "-" and sentence.joined(at - 1) and sentence.joined(at)
    quote = follows in ('"', "″", "”") and sentence.joined(lesser.last)
    plain = not follows[:1].isalpha() or follows in ("and", "tall", "in", "to", "or", "forward")
    return lesser.figure.value < limit and (hyphen or quote or (plain and follows != "%"))


def _and_a_half(sentence: Sentence, draft: Draft) -> bool:
    """Read "an hour and a half", "two years and a half"."""
    if draft.measured is None or draft.figure.value.denominator != 1 or draft.figure.scale > 1:
        return False
    found = fraction_after(sentence, draft.last, draft.figure)
    if found is None:
        return False
    value, grain, last = found
    follows = word_at(sentence, last)
    if follows[:1].isalpha() and follows not in lexicon.words("nouns", "stop"):
        return False
    draft.figure = Figure(sentence.cut(draft.first, last), value, grain, grain, worded=True)
    draft.last = last
    draft.measured = draft.measured._replace(last=last)
    return True


def _add(
    sentence: Sentence, draft: Draft, unit: Unit, into: Unit, lesser: Numeral, last: int
) -> None:
    larger = draft.units[0]
    share = quotient(unit.factor, into.factor)
    value = quotient(draft.figure.value * larger.factor, into.factor) + lesser.figure.value * share
    marks = ('"', "″", "”")
    if last < len(sentence.words) and sentence.words[last] in marks and larger.name == "foot":
        last += sentence.joined(last) and sentence.words[last - 2] in "'′’"
    draft.last = last
    grain = lesser.figure.grain * share
    draft.figure = Figure(
        sentence.cut(draft.first, last),
        value.numerator if value.denominator == 1 else value,
        grain,
        grain,
    )
    if draft.money is None:
        hyphen = draft.measured.hyphen if draft.measured else False
        draft.measured = Measured((into,), last, hyphen=hyphen, smallest=unit)


@cache
def _pairs() -> dict[str, dict[str, str]]:
    """Return larger unit → smaller unit → the unit that both are given in."""
    pairs: dict[str, dict[str, str]] = {}
    for larger, smaller, into in lexicon.english_table("measures")["compounds"]:
        pairs.setdefault(larger, {})[smaller] = into
    return pairs


@cache
def _cents(name: str, factor: Rational) -> dict[str, str]:
    """Return the hundredths that go on with a sum of money: "20 dollars 43 cents"."""
    minors = lexicon.english_table("measures")["minors"] if factor == 1 else ()
    return dict.fromkeys(minors, name)
