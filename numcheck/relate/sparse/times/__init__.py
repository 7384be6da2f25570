"""Two moments and one length, alone in a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.model.relation import Relation
from numcheck.relate.sparse.window import Window

# Many texts have no day, age or length of time: the rooms are opened by the first that has.
_DAYS = frozenset({"date", "year"})
_AGES = frozenset({"age", "duration", "date", "year"})


def of_clocks(window: Window) -> Iterator[Relation]:
    """Yield two times of the clock with the length that lies between them."""
    if "duration" in window.sentence.kinds and any(one.kind == "duration" for one in window.own):
        from numcheck.relate.sparse.times.clocks import find

        yield from find(window)


def of_lives(window: Window) -> Iterator[Relation]:
    """Yield two ages of a person with the years between them."""
    if (
        not _AGES.isdisjoint(window.sentence.kinds)
        or sum([one.kind == "number" for one in window.told]) > 1
    ):
        from numcheck.relate.sparse.times.lives import find

        yield from find(window)


def of_years(window: Window) -> Iterator[Relation]:
    """Yield two years with the length that lies between them."""
    near = window.near
    if not (
        _DAYS.isdisjoint(window.sentence.kinds) and (near is None or _DAYS.isdisjoint(near.kinds))
    ):
        from numcheck.relate.sparse.times.years import find

        yield from find(window)
