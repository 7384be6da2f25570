"""Amounts begun: sign, number, currency and unit."""

from __future__ import annotations

from numcheck.extract.amounts.compounds import compound
from numcheck.extract.amounts.letters import decided
from numcheck.extract.amounts.measures import Draft, Measured, unit_after, with_rate
from numcheck.extract.amounts.signs import before
from numcheck.extract.numbers import number_at
from numcheck.extract.numbers.tables import Numeral, tables, word_at
from numcheck.lexicon.units import unit_named, units_at
from numcheck.model.passage import Sentence
from numcheck.record import replace

_SHARING = frozenset({"and", "or", ",", "x", "×", "by", "&"})
_INTERVALS = frozenset({"ci", "cis", "cri", "confidence", "credible", "prediction"})
_UNITS_BEFORE = {"magnitude": "magnitude", "ph": "pH"}


def draft_at(sentence: Sentence, at: int, floor: int = 0) -> Draft | None:
    """Read a number with its sign, currency and unit at token `at`; None where there is none.

    Tokens before `floor` belong to the figure before and are not looked at.
    """
    numeral = number_at(sentence, at)
    if numeral is None:
        return None
    first, money, negative = before(sentence, at, floor)
    figure, last = numeral.figure, numeral.last
    draft = Draft(first, last, figure, numeral, money, ratio=numeral.ratio)
    if numeral.open_scale:
        _letter(sentence, draft, at)
    if word_at(sentence, draft.last) in ("±", "+"):
        draft.last = _uncertainty(sentence, draft.last)
    if money:
        _after_money(sentence, draft)
    elif draft.measured is None:
        draft.measured = unit_after(sentence, _so_far(draft))
        if draft.measured:
            draft.last = draft.measured.last
    if draft.measured or money:
        compound(sentence, draft)
        negative = negative or _below_zero(sentence, draft)
    elif first and sentence.words[first - 1] in _UNITS_BEFORE:
        name = _UNITS_BEFORE[sentence.words[first - 1]]
        draft.measured = Measured((unit_named(name),), draft.last)
    else:
        negative = negative or _below_zero(sentence, draft)
    if negative:
        draft.figure = replace(draft.figure, value=-draft.figure.value)
    return draft


def _so_far(draft: Draft) -> Numeral:
    """Return the number as it has been read so far, with its letter or uncertainty."""
    numeral = draft.numeral
    if draft.figure is numeral.figure and draft.last == numeral.last:
        return numeral
    return numeral._replace(figure=draft.figure, last=draft.last)


def _letter(sentence: Sentence, draft: Draft, at: int) -> None:
    """Read the letter after a number as a scale, or leave it to the units."""
    money = draft.money is not None
    choice = decided(sentence, draft.numeral, at, money)
    draft.figure, draft.last = choice.figure, choice.last
    if choice.metres:
        draft.other = (choice.other, None) if choice.other else None
    elif choice.other is not None:
        draft.other = (choice.other, unit_named("metre"))


def _uncertainty(sentence: Sentence, at: int) -> int:
    """Step over "± 0.3" after a figure: it is no figure of its own."""
    after = at + 1
    if sentence.words[at] == "+":
        if word_at(sentence, after) == "/":
            after += 1
        if word_at(sentence, after) not in ("-", "−", "–"):
            return at
        after += 1
    slack = number_at(sentence, after)
    return slack.last if slack is not None else at


def _after_money(sentence: Sentence, draft: Draft) -> None:
    """Read what may follow a sum of money: "$5 million", "US dollars" again, "a barrel"."""
    assert draft.money is not None
    after = unit_after(sentence, _so_far(draft))
    if after and after.units and after.units[0].dimension == draft.money.units[0].dimension:
        draft.last = after.last  # "$20 USD", "£5 sterling"
    rated = with_rate(sentence, Measured(draft.money.units, draft.last))
    if rated.per:
        draft.measured, draft.last = rated, rated.last


def _below_zero(sentence: Sentence, draft: Draft) -> bool:
    """Read "below zero" after a figure, and the scale: "five degrees below zero Celsius".

    "Above zero" is read too, so that its zero is no figure of its own.
    """
    words, last = sentence.words, draft.last
    side = word_at(sentence, last)
    if side not in ("below", "above") or word_at(sentence, last + 1) != "zero":
        return False
    if draft.units and not any(unit.dimension == "temperature" for unit in draft.units):
        return False
    draft.last = last + 2
    match = units_at(words, sentence.raw, draft.last)
    if match is not None and match.units[0].dimension == "temperature" and not match.weak:
        draft.measured, draft.last = Measured(match.units, match.last), match.last
    return side == "below"


def shared(sentence: Sentence, draft: Draft, longest: int = 4) -> Draft | None:
    """Return the figure, at most `longest` on, whose unit or noun a bare one shares."""
    words, at = sentence.words, draft.last
    if not longest or at + 1 >= len(words) or words[at] not in _SHARING:
        return None
    if words[at] == "," and (_divides(sentence, draft) or words[max(0, draft.first - 1)] == "the"):
        return None  # "8C between the two, or 14F"
    if draft.measured or draft.money or draft.ratio or draft.figure.vague:
        return None
    again = words[at : at + 2] == [",", "or"] and words[max(0, draft.first - 1)] != ","
    if words[at] == "," and at + 2 < len(words) and words[at + 1] in ("and", "or"):
        at += 1
    first = words[at + 1]
    if not first[0].isdigit() and (words[at] != "or" or first not in tables().ones):
        return None
    following = draft_at(sentence, at + 1, floor=at + 1)
    if following is None or following.money or following.ratio:
        return None
    if following.measured:
        large = draft.figure.scale > 1 or draft.figure.value >= 1000  # "3,010, or 30% more"
        large = large or (draft.figure.worded and words[following.last - 1] == "%")  # "one, 44%"
        large = large or word_at(sentence, following.last) in _INTERVALS  # "1.02, 95% CI"
        apart = (large or again) and following.units[0].name == "percent"  # "to 48, or 20%"
        return None if apart or following.measured.per else following
    further = shared(sentence, following, longest - 1)
    return following if further is None and words[at] == "or" else further


def _divides(sentence: Sentence, draft: Draft) -> bool:
    """Say whether a figure ends "one in ten", "nine out of ten"."""
    words, at = sentence.words, draft.first
    if at < 2 or words[at - 1] not in ("in", "of"):
        return False
    outer = words[at - 3] if words[at - 2] == "out" else ""
    top = words[at - 2] if words[at - 1] == "in" else outer
    return top[:1].isdigit() or top in tables().ones
