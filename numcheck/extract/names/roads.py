"""Roads by their letters: "US 158", "TX 118 from Alpine", "SR 20"."""

from __future__ import annotations

from functools import cache

from numcheck.extract.nearby import amount_after, plain, raw, word
from numcheck.lexicon.load import english
from numcheck.lexicon.words import words
from numcheck.model.passage import Sentence

_LETTERS = frozenset({"US", "FM", "SR", "CR", "RM", "BR"})


@cache
def _letters() -> frozenset[str]:
    """Return the letters that may name a road: a state's, or those of a sort of road."""
    return _LETTERS | {str(state) for state in english("names")["states"]}


def is_road(sentence: Sentence, at: int) -> bool:
    """Say whether a number after capital letters is a road: "follow US 158 to Nags Head"."""
    text, letters = sentence.words[at], raw(sentence, at - 1)
    if letters not in _letters() or not text.isdecimal() or len(text) > 3:
        return False
    if plain(sentence, at + 1) or amount_after(sentence, at + 1) or sentence.joined(at):
        return False
    before = word(sentence, at - 2)
    routed = before in words("names", "road_before") or before[:1] in (",", "/", ";")
    if letters == "US" and routed:
        return True
    roads = words("names", "roads")
    return any(one in roads for one in sentence.words) and word(sentence, at + 1) not in (
        words("calendar", "unit_words")
    )
