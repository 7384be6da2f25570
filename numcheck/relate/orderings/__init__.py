"""Comparisons stated with their figures: "longer (610m) than the 640m bridge"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from numcheck.lexicon.words import phrases
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.orderings.tables import TABLE, beginnings
from numcheck.relate.setting import Setting
from numcheck.relate.wording import amounts

_Room = Callable[[Sentence, list[Quantity]], Iterator[Relation]]

# A sentence with more figures is a table that lost its lines.
_MOST = 14


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every two figures of which the sentence says that one is more than the other."""
    cues = beginnings()
    for sentence in passage.with_amounts(2):
        if cues.isdisjoint(sentence.vocabulary) or len(sentence.quantities) > _MOST:
            continue
        figures = [q for q in amounts(sentence) if _compares(q)]
        if len(figures) < 2 or phrases(TABLE, "loose").find(sentence.words):
            continue
        for room in _rooms():
            yield from room(sentence, figures)


@cache
def _rooms() -> tuple[_Room, ...]:
    """Open the rooms, which the first sentence with a comparison does."""
    from numcheck.relate.orderings.comparatives import compared, ending, side_by_side
    from numcheck.relate.orderings.extremes import listed, opposed, picked, topped
    from numcheck.relate.orderings.loose import loosely, of_two, the_greater
    from numcheck.relate.orderings.rivals import ahead, each_led, took_more
    from numcheck.relate.orderings.tops import missed, outdone, overrun, passed, ranked

    tight = compared, side_by_side, ending, missed, overrun, ranked, opposed, listed, picked, topped
    return (*tight, passed, outdone, ahead, took_more, each_led, loosely, of_two, the_greater)


def _compares(quantity: Quantity) -> bool:
    one = quantity.text.lower() == "one" and quantity.kind == "number"
    return not one and quantity.upper is None and quantity.kind != "ratio"
