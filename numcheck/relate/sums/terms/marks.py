"""Brackets and slashes around the parts of a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity

_MEASURED = frozenset({"measure", "duration"})
_JOINS, _ENDS, _NEAR = frozenset({"and", ",", "but"}), frozenset({".", ",", ";"}), 5
OPEN, _CLOSE = frozenset("(["), frozenset(")]")


def slashed(sentence: Sentence, quantity: Quantity) -> bool:
    """Say whether a figure is one side of a rate or a share: "8.6/1,000", "1,000 copies/ml"."""
    words, last = sentence.words, quantity.last
    if last < len(words) and words[last] == "/" and sentence.joined(last):
        return True
    return quantity.first > 0 and words[quantity.first - 1] == "/" and quantity.noun is None


def measured_alike(sentence: Sentence) -> Iterator[Quantity]:
    """Yield bare figures that a measure goes on to: "the best lasted 61 hours and the worst 13"."""
    for before, bare in pairwise(sentence.quantities):
        if bare.unit is not None or bare.noun is not None or before.kind not in _MEASURED:
            continue
        between = sentence.words[before.last : bare.first]
        ended = sentence.words[bare.last : bare.last + 1]
        joined = 1 < len(between) <= _NEAR and between[0] in _JOINS
        if (
            joined
            and between[-1] in lexicon.words("cues/sums", "extreme_words")
            and (not ended or ended[0] in _ENDS)
        ):
            yield bare


def shut(words: Sequence[str], at: int, last: int) -> int:
    """Return the place after the bracket that closes the one at a place."""
    depth = 0
    for place in range(at, last):
        depth += (words[place] in OPEN) - (words[place] in _CLOSE)
        if depth == 0:
            return place + 1
    return last
