"""Extremes told by their names: a low and a high."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.ranges.turned import range_of
from numcheck.relate.setting import Setting
from numcheck.relate.wording import closes, comparable

_TABLE = "cues/ranges"
_FAR = 6  # words between one extreme and the name of the other


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield "from as little as £40 to as much as £90" and "a low of 12 and a high of 15"."""
    names = lexicon.phrases(_TABLE, "extremes")
    for sentence in passage.with_amounts(2):
        if len(sentence.amounts) < 2 or names.find(sentence.words) is None:
            continue
        for first, second in pairwise(sentence.amounts):
            yield from _pair(sentence, first, second)


def _pair(sentence: Sentence, first: Quantity, second: Quantity) -> Iterator[Relation]:
    """Tie two figures side by side, one named the least and the other the most."""
    if first.figure is None or second.figure is None or first.is_range or second.is_range:
        return
    if not comparable(first, second) or (first.unit is None) != (second.unit is None):
        return
    one, other = _named(sentence, first, 0), _named(sentence, second, first.last)
    if one is None or other is None or {one[0], other[0]} != {"least", "most"}:
        return
    between = sentence.words[closes(sentence, first) : other[1]]
    if len(between) > _FAR or any(word in lexicon.words(_TABLE, "parted") for word in between):
        return
    plain = replace(first, hedge=None), replace(second, hedge=None)  # the names are no hedges
    yield range_of(sentence, *(plain if one[0] == "least" else plain[::-1]))


def _named(sentence: Sentence, quantity: Quantity, since: int) -> tuple[str, int] | None:
    """Return whether a figure is called the least or the most, and where its name begins."""
    found = lexicon.phrases(_TABLE, "extremes").ending(sentence.words, quantity.first)
    return found if found is not None and found[1] >= since else None
