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
        from numcheck.relate.sparse.alone import again

        yield from again.find(window)
    if not kinds.isdisjoint(_SHARES) or "percentage" in window.words:
        from numcheck.relate.sparse.alone import rates

        yield from rates.find(window)
    if cued or not kinds.isdisjoint(_SHARES):
        from numcheck.relate.sparse.alone import levels

        yield from levels.find(window)
    if cued:
        from numcheck.relate.sparse.alone import differences, intervals, ways

        yield from differences.find(window)
        yield from intervals.find(window)
        yield from ways.find(window)
