"""Comparisons stated with their figures: "longer (610m) than the 640m bridge"."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon.words import phrases
from numcheck.model.passage import Passage
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.orderings.comparatives import compared, ending, side_by_side
from numcheck.relate.orderings.extremes import listed, opposed, picked
from numcheck.relate.orderings.loose import loosely, of_two
from numcheck.relate.orderings.rivals import ahead, took_more
from numcheck.relate.orderings.tables import TABLE, beginnings
from numcheck.relate.orderings.tops import missed, outdone, overrun, passed, ranked
from numcheck.relate.setting import Setting
from numcheck.relate.wording import amounts

# A sentence with more figures is a table that lost its lines.
_MOST = 14


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every two figures of which the sentence says that one is more than the other."""
    cues = beginnings()
    for sentence in passage.with_amounts(2):
        if cues.isdisjoint(sentence.words) or len(sentence.quantities) > _MOST:
            continue
        figures = [q for q in amounts(sentence) if _compares(q)]
        if len(figures) < 2 or phrases(TABLE, "loose").find(sentence.words):
            continue
        yield from compared(sentence, figures)
        yield from side_by_side(sentence, figures)
        yield from ending(sentence, figures)
        yield from missed(sentence, figures)
        yield from overrun(sentence, figures)
        yield from ranked(sentence, figures)
        yield from opposed(sentence, figures)
        yield from listed(sentence, figures)
        yield from picked(sentence, figures)
        yield from passed(sentence, figures)
        yield from outdone(sentence, figures)
        yield from ahead(sentence, figures)
        yield from took_more(sentence, figures)
        yield from loosely(sentence, figures)
        yield from of_two(sentence, figures)


def _compares(quantity: Quantity) -> bool:
    one = quantity.text.lower() == "one" and quantity.kind == "number"
    return not one and not quantity.is_range and quantity.kind != "ratio"
