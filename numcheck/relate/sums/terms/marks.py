"""Brackets and slashes around the parts of a list."""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity

OPEN, _CLOSE = frozenset("(["), frozenset(")]")


def slashed(sentence: Sentence, quantity: Quantity) -> bool:
    """Say whether a figure is one side of a rate or a share: "8.6/1,000", "1,000 copies/ml"."""
    words, last = sentence.words, quantity.last
    if last < len(words) and words[last] == "/" and sentence.joined(last):
        return True
    return quantity.first > 0 and words[quantity.first - 1] == "/" and quantity.noun is None


def shut(words: Sequence[str], at: int, last: int) -> int:
    """Return the place after the bracket that closes the one at a place."""
    depth = 0
    for place in range(at, last):
        depth += (words[place] in OPEN) - (words[place] in _CLOSE)
        if depth == 0:
            return place + 1
    return last
