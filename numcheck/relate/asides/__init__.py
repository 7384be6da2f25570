"""A figure given again: bracket, slash, "or", commas, next sentence."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.model.span import Span
from numcheck.relate.asides.again import said_again
from numcheck.relate.asides.bracketed import CLOSING, OPENING, bracketed
from numcheck.relate.asides.bridges import in_scale
from numcheck.relate.asides.pairing import kindred, pair
from numcheck.relate.asides.sequels import sequel
from numcheck.relate.asides.unbracketed import restated
from numcheck.relate.setting import Setting
from numcheck.relate.wording import amounts, closes, opens

_FAR = 9  # words between a figure and the bracket, or the figure in it
_FARTHEST = 16  # words between a figure and what gives it again without a bracket


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every figure that the wording gives again in another unit or another scale."""
    yield from said_again(passage)
    for sentence in passage.figured:
        figures = amounts(sentence)
        for at in range(1, len(figures)):
            yield from _tied(sentence, figures, at)
    for before, sentence in pairwise(passage.figured):
        if sentence.index == before.index + 1:
            yield from sequel(before, sentence)


def _tied(sentence: Sentence, figures: list[Quantity], at: int) -> Iterator[Relation]:
    """Yield the asides that the figure at place `at` of the sentence opens."""
    left, right = figures[at - 1], figures[at]
    last, first = closes(sentence, left), opens(sentence, right)
    if first - last > _FARTHEST:
        return
    gap = sentence.words[last:first]
    opening = next((i for i, word in enumerate(gap) if word in OPENING), None)
    if opening is not None:
        shut = next((i for i, word in enumerate(gap) if word in CLOSING), None)
        if shut is None or shut < opening:
            if first - last <= _FAR:
                yield from bracketed(sentence, figures, at, last + opening)
            return
        gap = gap[:opening] + gap[shut + 1 :]  # "30 km (as the crow flies), or 19 miles"
    right = in_scale(sentence, right, gap) if left.unit else right
    if kindred(left, right) and restated(sentence, gap, left, right):
        yield from pair(sentence, left, right, Span(first, first))
