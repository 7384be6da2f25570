"""Contests whose words and figures stand alone: series, rounds, ranks, leads."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.model.relation import Relation
from numcheck.relate.sparse.contests.table import telling
from numcheck.relate.sparse.window import Window


def find(window: Window) -> Iterator[Relation]:
    """Yield what the words of a contest claim of the only figures beside them."""
    if telling().isdisjoint(window.sentence.vocabulary):
        return
    # Few sentences are of a contest, so that the rooms are opened by the first that is.
    from numcheck.relate.sparse.contests import bests, leads, ranks, rounds, rows, series

    for room in (bests, leads, ranks, rounds, rows, series):
        yield from room.find(window)
