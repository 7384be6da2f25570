"""Contests whose words and figures stand alone: series, rounds, ranks, leads."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.model.relation import Relation
from numcheck.relate.sparse.contests import bests, leads, ranks, rounds, rows, series
from numcheck.relate.sparse.contests.table import beginnings
from numcheck.relate.sparse.window import Window

_FINDERS = (bests.find, leads.find, ranks.find, rounds.find, rows.find, series.find)


def find(window: Window) -> Iterator[Relation]:
    """Yield what the words of a contest claim of the only figures beside them."""
    if beginnings().isdisjoint(window.words):
        return
    for one in _FINDERS:
        yield from one(window)
