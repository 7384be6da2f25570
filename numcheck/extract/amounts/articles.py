"""One of a unit, by its article: "a gallon of milk", "an hour and a half"."""

from __future__ import annotations

from functools import cache

from numcheck.extract.amounts.compounds import compound
from numcheck.extract.amounts.draft import Draft
from numcheck.extract.amounts.measures import unit_after
from numcheck.extract.numbers import Numeral
from numcheck.extract.numbers.tables import tables, word_at
from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Figure


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
    numeral = Numeral(Figure(sentence.raw[at], 1, worded=True), at + 1)
    measured = unit_after(sentence, numeral)
    if measured is None or measured.hyphen or measured.per:
        return None
    draft = Draft(at, measured.last, numeral.figure, numeral, measured=measured)
    follows = word_at(sentence, measured.last)
    if follows == "and":
        compound(sentence, draft)
        return draft if draft.last > measured.last else None
    if follows == "of":
        return draft if _holds(sentence, draft) else None
    return draft if at == 0 and (not follows or measured.last + 1 == len(sentence.words)) else None


def _holds(sentence: Sentence, draft: Draft) -> bool:
    """Say whether a measure has something in it: "a pint of milk", and not "a ton of work"."""
    unit = draft.units[0]
    if unit.dimension not in ("volume", "mass") or len(sentence.words[draft.last - 1]) < 3:
        return False
    return unit.name not in lexicon.words("measures", "loose_units")
