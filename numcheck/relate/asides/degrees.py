"""Temperatures given again: readings of a thermometer, or differences."""

from __future__ import annotations

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.relate.wording import closes, opens

_TABLE = "cues/asides"
_FAR = 9  # words between "the difference" and the figure that gives it
_STOPS = frozenset({",", ";", ":", "–", "—", "(", ")"})
_SHUTS = frozenset({")", "]"})
_ENDS = frozenset("in on at and by this next".split())
_SIDES = frozenset({"above", "below", "over", "under"})


def is_difference(sentence: Sentence, given: Quantity, other: Quantity) -> bool:
    """Say whether a cue makes two temperatures a difference: "2C (3.6F) warmer than usual"."""
    return _after(sentence, other) or _before(sentence, given)


def _after(sentence: Sentence, other: Quantity) -> bool:
    words, after = sentence.words, closes(sentence, other)
    while after < len(words) and words[after] in _SHUTS:
        after += 1
    table = lexicon.phrases(_TABLE, "difference_after")
    for at in range(after, min(after + 3, len(words))):
        if table.at(words, at) is not None and words[at] != "than":
            return True
        if not words[at].isalpha() or words[at] in _ENDS:
            break
    return False


def _before(sentence: Sentence, given: Quantity) -> bool:
    """Say whether "a rise of", or "the difference between the two can be", leads to a figure."""
    words, end = sentence.words, opens(sentence, given)
    if lexicon.phrases(_TABLE, "difference_before").ending(words, end) is not None:
        return True
    if end < 2 or words[end - 1] not in lexicon.words(_TABLE, "difference_links"):
        return False
    far = lexicon.words(_TABLE, "difference_far")
    for at in range(end - 2, max(-1, end - 2 - _FAR), -1):
        if words[at] in _STOPS:
            return False
        if words[at] in far:
            return True
    return False


def may_be_difference(sentence: Sentence, other: Quantity) -> bool:
    """Say whether what follows leaves it open: "(37F), cooler than forecast", "above the snow"."""
    words, at = sentence.words, closes(sentence, other)
    while at < len(words) and (words[at] in _SHUTS or words[at] == ","):
        at += 1
    if at >= len(words):
        return False
    if words[at] in _SIDES and words[at + 1 : at + 2] != ["zero"]:
        return True
    return lexicon.phrases(_TABLE, "difference_after").at(words, at) is not None


def is_reading(sentence: Sentence, given: Quantity) -> bool:
    """Say whether a sentence speaks of temperatures as such: "highs", "at 21C", "down to 18C"."""
    if sentence.words[max(0, opens(sentence, given) - 1)] in ("at", "to", "was", "is", "were"):
        return True
    readings = lexicon.words(_TABLE, "readings")
    return any(word in readings for word in sentence.words)


def on_dial(sentence: Sentence) -> bool:
    """Say whether a temperature is one of the kitchen, where a dial is marked in tens."""
    ovens = lexicon.words(_TABLE, "ovens")
    return any(word in ovens for word in sentence.words)
