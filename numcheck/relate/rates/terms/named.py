"""Which nouns a rate may name for what is counted."""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.record import replace
from numcheck.relate.sums.terms.kin import group_of, is_person
from numcheck.relate.wording import closes, opens

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
    return same_thing(noun, each)


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
