"""A figure given again: bracket, slash, "or", commas, next sentence."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.asides.again import said_again
from numcheck.relate.asides.bracketed import CLOSING, OPENING, bracketed
from numcheck.relate.asides.sequels import sequel
from numcheck.relate.asides.unbracketed import unbracketed
from numcheck.relate.setting import Setting
from numcheck.relate.wording import amounts, closes, opens

_FAR = 9  # words between a figure and the bracket, or the figure in it
_FARTHEST = 16  # words between a figure and what gives it again without a bracket


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every figure that the wording gives again in another unit or another scale."""
    yield from said_again(passage)
    for sentence in passage.with_amounts(2):
        figures = amounts(sentence)
        for at in range(1, len(figures)):
            yield from _tied(sentence, figures, at)
    for before, sentence in pairwise(passage.with_amounts(1)):
        if sentence.index == before.index + 1:
            yield from sequel(before, sentence)


def _tied(sentence: Sentence, figures: list[Quantity], at: int) -> Iterator[Relation]:
    """Yield the asides that the figure at place `at` of the sentence opens."""
    left, right = figures[at - 1], figures[at]
    last, first = closes(sentence, left), opens(sentence, right)
    if first - last > _FARTHEST:
        return
    gap = sentence.words[last:first]
    opening = _outer(gap, OPENING, CLOSING)
    if opening is not None:
        if first - last <= _FAR:
            yield from bracketed(sentence, figures, at, last + opening)
        return
    yield from unbracketed(sentence, figures, at)


def _outer(gap: list[str], opening: frozenset[str], closing: frozenset[str]) -> int | None:
    """Return the place of the bracket that opens between two figures and does not close again."""
    if opening.isdisjoint(gap):
        return None
    found = None
    for at, word in enumerate(gap):
        if word in opening:
            found = at
        elif word in closing:
            found = None
    return found
