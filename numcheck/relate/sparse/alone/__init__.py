"""Claims whose two or three figures are all that a sentence has."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.relation import Relation
from numcheck.relate.sparse.window import Window

_MOST = 4
_SHARES = frozenset({"percent", "ratio", "points"})


def find(window: Window) -> Iterator[Relation]:
    """Yield what is claimed of figures that stand alone, in whatever order the words come."""
    own = window.own
    if not 0 < len(own) <= _MOST:
        return
    kinds = {one.kind for one in own}
    cued = not lexicon.words("cues/alone", "telling").isdisjoint(window.sentence.vocabulary)
    if not cued and kinds.isdisjoint(_SHARES) and "measure" not in kinds:
        return
    # Few sentences have so few figures beside such a word, so that the rooms open late.
    if "measure" in kinds:
        from numcheck.relate.sparse.alone.again import find as again

        yield from again(window)
    if not kinds.isdisjoint(_SHARES) or "percentage" in window.vocabulary:
        from numcheck.relate.sparse.alone.rates import find as rates

        yield from rates(window)
    if cued or not kinds.isdisjoint(_SHARES):
        from numcheck.relate.sparse.alone.levels import find as levels

        yield from levels(window)
    if cued:
        from numcheck.relate.sparse.alone.differences import find as differences
        from numcheck.relate.sparse.alone.intervals import find as intervals
        from numcheck.relate.sparse.alone.ways import find as ways

        yield from differences(window)
        yield from intervals(window)
        yield from ways(window)
