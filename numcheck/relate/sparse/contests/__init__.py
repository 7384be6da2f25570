"""Contests whose words and figures stand alone: series, rounds, ranks, leads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from numcheck.model.relation import Relation
from numcheck.relate.sparse.contests.table import telling
from numcheck.relate.sparse.window import Window


def find(window: Window) -> Iterator[Relation]:
    """Yield what the words of a contest claim of the only figures beside them."""
    if telling().isdisjoint(window.sentence.vocabulary):
        return
    for room in _rooms():
        yield from room(window)


@cache
def _rooms() -> tuple[Callable[[Window], Iterator[Relation]], ...]:
    """Open the rooms: few sentences are of a contest, and the first that is does it."""
    from numcheck.relate.sparse.contests import bests, leads, ranks, rounds, rows, series

    return bests.find, leads.find, ranks.find, rounds.find, rows.find, series.find
