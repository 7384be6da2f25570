"""One of a unit, by its article: "a gallon of milk"."""

from __future__ import annotations

from functools import cache

from numcheck.extract.amounts.compounds import compound
from numcheck.extract.amounts.measures import Draft, unit_after
from numcheck.extract.numbers import Numeral
from numcheck.extract.numbers.tables import tables, word_at
from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Figure

_HEDGES = frozenset(
    {"about", "nearly", "almost", "roughly", "under", "over", "than", "approximately"}
)


def opens_amount(sentence: Sentence, at: int) -> bool:
    """Say whether "a" at a token may begin an amount: quick, since most do not."""
    words = sentence.words
    return at + 1 < len(words) and words[at + 1] in _openers()


@cache
def _openers() -> frozenset[str]:
    known = tables()
    units = lexicon.words("measures", "article_units")
    return units | {*known.groups, *known.powers, *known.shares, "hundred"}


def article_at(sentence: Sentence, at: int) -> Draft | None:
    """Read "a litre of water", "an hour and 45 minutes"; None for any other "a"."""
    if sentence.words[at - 1] == "and" and at > 2 and (half := _trailing_half(sentence, at)):
        return half
    draft = _one(sentence, at, at + 1)
    if draft is None:
        return None
    follows = word_at(sentence, draft.last)
    if follows == "and":
        last = draft.last
        compound(sentence, draft)
        return draft if draft.last > last else None
    if follows == "of":
        return draft if _holds(sentence, draft) else None
    if follows == "(" and word_at(sentence, draft.last + 1)[:1].isdigit():
        return draft  # "a pint (568 ml) of milk"
    if _is_hedged(sentence, draft):
        return draft
    return draft if at == 0 and (not follows or draft.last + 1 == len(sentence.words)) else None


def _is_hedged(sentence: Sentence, draft: Draft) -> bool:
    """Say whether a hedge makes a figure of an article: "nearly a metre", "just over a mile"."""
    if any(unit.dimension not in ("length", "mass", "volume") for unit in draft.units):
        return False
    if len(sentence.words[draft.last - 1]) < 4 or sentence.words[draft.last - 1] == "pound":
        return False  # "about a pound" is money as often
    return sentence.words[draft.first - 1] in _HEDGES and draft.first > 0


def _one(sentence: Sentence, first: int, at: int) -> Draft | None:
    """Return one of the unit that stands at a place."""
    numeral = Numeral(Figure(sentence.raw[first], 1, worded=True), at)
    measured = unit_after(sentence, numeral)
    if measured is None or measured.hyphen or measured.per:
        return None
    return Draft(first, measured.last, numeral.figure, numeral, measured=measured)


def _trailing_half(sentence: Sentence, at: int) -> Draft | None:
    """Read "the last decade and *a* half"."""
    if sentence.words[at - 2] not in lexicon.words("measures", "article_units"):
        return None
    draft = _one(sentence, at - 2, at - 2)
    if draft is None:
        return None
    compound(sentence, draft)
    return draft if draft.last > at else None


def _holds(sentence: Sentence, draft: Draft) -> bool:
    """Say whether a measure has something in it: "a pint of milk", and not "a ton of work"."""
    unit = draft.units[0]
    if unit.dimension == "length":  # "a foot of snow"
        return word_at(sentence, draft.last + 1) in lexicon.words("measures", "falls")
    if unit.dimension not in ("volume", "mass") or len(sentence.words[draft.last - 1]) < 3:
        return False
    if unit.name not in lexicon.words("measures", "loose_units"):
        return True
    return word_at(sentence, draft.last + 1) in lexicon.words("measures", "tonnage")
