"""Nouns carried to figures that leave them out: "of which 66"."""

from __future__ import annotations

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity

_LINKS = frozenset({"and", "but", ",", ";", "while", "–"})
_OF = frozenset({"which", "whom", "these", "those", "them"})


def carry(sentence: Sentence, before: str | None) -> str | None:
    """Note under `carried` what a bare figure counts, and return the last noun counted.

    The noun may stand before it ("114 drones, of which 66 were lost"), after it ("twelve of the 15
    judges"), or in the sentence before, whose last noun is `before` ("Two were hurt").
    """
    noun = counted = None
    quantities = sentence.quantities
    for at, quantity in enumerate(quantities):
        if quantity.noun is not None:
            noun, counted = quantity.noun, quantity
        elif quantity.kind == "number":
            later = quantities[at + 1] if at + 1 < len(quantities) else None
            carried = _noun_of(sentence, quantity, later, noun, before if at == 0 else None)
            if carried is None and counted is not None and _is_part(sentence, quantity, counted):
                carried = noun
            if carried is not None:
                quantity.parts["carried"] = carried
    return noun or before


def _is_part(sentence: Sentence, bare: Quantity, counted: Quantity) -> bool:
    """Say whether a bare figure is a part of the last one: "114 drones, and 66 were destroyed"."""
    words, last = sentence.words, bare.last
    if words[bare.first - 1] not in _LINKS or words[last : last + 1] not in (["were"], ["was"]):
        return False
    if bare.value is None or counted.value is None or bare.value > counted.value:
        return False
    happened = words[last + 1] if last + 1 < len(words) else ""
    people = lexicon.words("nouns", "people")
    human = counted.noun == "person" or counted.noun in people
    return happened in lexicon.words("nouns", "befalls_people" if human else "befalls_things")


def _noun_of(
    sentence: Sentence, bare: Quantity, later: Quantity | None, noun: str | None, before: str | None
) -> str | None:
    """Return the noun that a bare figure leaves out; None where nothing ties it to one."""
    words, first, last = sentence.words, bare.first, bare.last
    follows = words[last] if last < len(words) else ""
    if follows == "of" and later is not None and later.noun is not None:
        return later.noun if 0 < later.first - last <= 3 else None
    opening = first - 1 - (first > 2 and words[first - 1] == ",")  # "Of these, 66 were lost"
    if opening > 0 and words[opening] in _OF and words[opening - 1] == "of":
        return noun or before
    acted = follows in lexicon.words("nouns", "carrying") or follows.endswith("ed")
    if not acted:
        return None
    if noun is not None:
        return noun if words[0] == "of" or words[first - 1] in ("another", "other") else None
    return before if first == 0 else None
