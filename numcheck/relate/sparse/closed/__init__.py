"""Sums and remainders whose figures are all that a sentence has."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.sparse.window import Window

_DAYS = ("year", "date")
_SHARES = ("percent", "ratio")
_AGES = range(12, 99)
_OR = frozenset({"and", "or"})
_ROWED = 4  # figures beside a row and its number
_FEW = 10
_LEAST = 3
_MOST = 8


def find(window: Window) -> Iterator[Relation]:
    """Yield what figures come to, or leave, where no choice of them gives what is claimed."""
    if sum(one.kind in _DAYS for one in window.told) == 2:
        from numcheck.relate.sparse.closed.lives import years

        yield from years.find(window)
    if any(one.kind == "duration" for one in window.own) and _two_lengths(window):
        from numcheck.relate.sparse.closed.lives import lengths

        yield from lengths.find(window)
    if sum(one.kind in _SHARES for one in window.own) > 1:
        from numcheck.relate.sparse.closed import pies

        yield from pies.find(window)
    if window.near is not None and any(one.value in _AGES for one in window.own):
        from numcheck.relate.sparse.closed.lives import again

        yield from again.find(window)
    if len(window.own) < _ROWED and not _OR.isdisjoint(window.sentence.vocabulary):
        yield from _items(window)
    own = len(window.own)
    if not 0 < own <= _MOST or own + (own < _LEAST and len(window.before_amounts())) < _LEAST:
        return
    # Few sentences have as many figures, so that the room opens late.
    from numcheck.relate.sparse.closed import sums

    yield from sums.find(window)


def _items(window: Window) -> Iterator[Relation]:
    """Yield a row of names with the number that tells how many they are."""
    if window.words.count(",") and any(_is_small(one) for one in window.own):
        from numcheck.relate.sparse.closed import items

        yield from items.find(window)


def _two_lengths(window: Window) -> bool:
    """Say whether a sentence has two lengths, or one and two times of the clock."""
    kinds = [one.kind for one in window.told]
    return kinds.count("duration") + (kinds.count("time") == 2) == 2


def _is_small(one: Quantity) -> bool:
    return one.kind in ("count", "number") and isinstance(one.value, int) and 1 < one.value < _FEW
