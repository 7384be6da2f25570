"""Which nouns a rate may name for what is counted."""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.lexicon import words as lexicon
from numcheck.lexicon.units import unit_named
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.record import replace
from numcheck.relate.rates.terms.eaches import Each, each_of
from numcheck.relate.sums.terms.kin import group_of, is_person
from numcheck.relate.wording import closes, opens

_ALL = frozenset({"all", "every", "each"})
_NEAR_BY = 9  # words from a figure to those that each have it
_TABLE = "cues/rates"


def same_thing(noun: str | None, other: str | None) -> bool:
    """Say whether two nouns may name one thing: matches and games, fans and supporters."""
    if noun is None or other is None:
        return False
    if noun == other:
        return True
    same = lexicon.mapping(_TABLE, "same")
    if same.get(noun, noun) == same.get(other, other):
        return True
    return group_of(noun) == group_of(other) == "people"


def counted_by(each: str, noun: str | None) -> bool:
    """Say whether what is counted goes by so much a head, a match or a ticket."""
    if each in lexicon.words(_TABLE, "heads") and is_person(noun):
        return True
    if each in lexicon.words(_TABLE, "admissions") and is_person(noun):
        return True
    if each == "head" and noun in lexicon.words(_TABLE, "beasts"):
        return True
    return same_thing(noun, each)


def of_other_beasts(sentence: Sentence, rate: Quantity, count: Quantity) -> bool:
    """Say whether a price is of others: "80 lambs for £6,240 and ewes at £98 a head"."""
    at = opens(sentence, rate)
    noun = lexicon.singular(sentence.words[at - 2]) if at > 1 else ""
    beasts = lexicon.words(_TABLE, "beasts")
    return sentence.words[at - 1] == "at" and noun in beasts and noun != count.noun


def plainly(sentence: Sentence, figures: Sequence[Quantity]) -> list[Quantity]:
    """Return the figures as a rate needs them: a family of four is people, "over" may be where."""
    out: list[Quantity] = []
    for quantity in figures:
        if _company(sentence, quantity):
            quantity = replace(quantity, kind="count", noun="person", noun_last=quantity.last)
        elif _spread(sentence, quantity, out[-1] if out else None):
            quantity = replace(quantity, hedge=None)
        out.append(quantity)
    return out


def _company(sentence: Sentence, quantity: Quantity) -> bool:
    """Read "a family of four pays"."""
    at = quantity.first
    words = sentence.words
    if quantity.kind not in ("count", "number") or quantity.unit or at < 2 or quantity.hedge:
        return False
    return words[at - 1] == "of" and words[at - 2] in lexicon.words(_TABLE, "companies")


def _spread(sentence: Sentence, quantity: Quantity, before: Quantity | None) -> bool:
    """Say whether "over" is no hedge: "12 gallons over 480 miles", "spread over 400 acres"."""
    if quantity.hedge is None or quantity.hedge.text.lower() != "over":
        return False
    at, end = opens(sentence, quantity), closes(sentence, quantity)
    if (at == 0 or sentence.words[at - 1] == ",") and sentence.words[end : end + 1] == [","]:
        return True  # "over 24 games, that is 20 a game"
    if at == 0 or (before is not None and closes(sentence, before) == at):
        return at > 0
    return sentence.words[at - 1] in lexicon.words(_TABLE, "spread")


def by_shift(sentence: Sentence, size: Quantity) -> Each | None:
    """Read "worked 12-hour shifts for eight days" as 12 hours a day."""
    named = sentence.words[size.last : size.last + 1]
    hours = size.kind == "duration" and size.unit is not None and size.unit.name == "hour"
    if not hours or named not in (["shifts"], ["days"]):
        return None
    return Each(size, "day", unit_named("day"), size.last + 1)


def for_all(sentence: Sentence, factors: list[Quantity], size: Quantity) -> Each | None:
    """Read so much as that of each of "all 4,800 holders", "every one of the 1,200 pupils"."""
    words = sentence.words
    for one in factors:
        lead = words[max(0, opens(sentence, one) - 4) : opens(sentence, one)]
        near = one is not size and one.unit is None and one.first - size.last < _NEAR_BY
        if near and not _ALL.isdisjoint(lead) and lead[-1] in (*_ALL, "the", "its", "their"):
            return Each(size, "each", None, size.last)
    return None


def so_often(sentence: Sentence, factors: list[Quantity], size: Quantity) -> Each | None:
    """Read "two tablets four times a day" as so many, so often, by the day."""
    for one in factors:
        often = one.noun == "time" and one.first > size.first
        by = each_of(sentence, one) if often else None
        if by is not None and by.unit is not None and by.unit.dimension == "time":
            return Each(size, by.per, by.unit, by.last)
    return None
