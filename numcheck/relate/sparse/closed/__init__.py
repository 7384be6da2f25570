"""Sums and remainders whose figures are all that a sentence has."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.sparse.window import Window

_DAYS = frozenset({"year", "date"})
_SHARES = frozenset({"percent", "ratio"})
_OR = frozenset({"and", "or"})
_ROWED = 4  # figures beside a row and its number
_FEW = 10
_LEAST = 3
_MOST = 8


def find(window: Window) -> Iterator[Relation]:
    """Yield what figures come to, or leave, where no choice of them gives what is claimed."""
    kinds, own = window.sentence.kinds, len(window.own)
    if not _DAYS.isdisjoint(kinds) and sum([one.kind in _DAYS for one in window.told]) == 2:
        from numcheck.relate.sparse.closed.lives.years import find as of_years

        yield from of_years(window)
    if "duration" in kinds and _two_lengths(window):
        from numcheck.relate.sparse.closed.lives.lengths import find as of_lengths

        yield from of_lengths(window)
    if not _SHARES.isdisjoint(kinds) and sum([one.kind in _SHARES for one in window.own]) > 1:
        from numcheck.relate.sparse.closed.pies import find as of_pies

        yield from of_pies(window)
    if window.near is not None and any(_may_be_age(one) for one in window.own):
        from numcheck.relate.sparse.closed.lives.again import find as of_ages

        yield from of_ages(window)
    if 0 < own < _ROWED and not _OR.isdisjoint(window.sentence.vocabulary):
        yield from _items(window)
    if not 0 < own <= _MOST or own + (own < _LEAST and len(window.before_amounts())) < _LEAST:
        return
    # Few sentences have as many figures, so that the room opens late.
    from numcheck.relate.sparse.closed.sums import find as of_sums

    yield from of_sums(window)


def _items(window: Window) -> Iterator[Relation]:
    """Yield a row of names with the number that tells how many they are."""
    if "," in window.vocabulary and any(_is_small(one) for one in window.own):
        from numcheck.relate.sparse.closed.items import find as of_items

        yield from of_items(window)


def _two_lengths(window: Window) -> bool:
    """Say whether a sentence has two lengths, or one and two times of the clock."""
    if not any(one.kind == "duration" for one in window.own):
        return False
    kinds = [one.kind for one in window.told]
    return kinds.count("duration") + (kinds.count("time") == 2) == 2


def _may_be_age(one: Quantity) -> bool:
    value = one.value
    return value is not None and value.denominator == 1 and 12 <= value < 99


def _is_small(one: Quantity) -> bool:
    return one.kind in ("count", "number") and isinstance(one.value, int) and 1 < one.value < _FEW
