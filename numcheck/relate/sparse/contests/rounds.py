"""Rounds of golf and the total that they come to."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from numcheck.lexicon.words import phrases, words
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.sparse.contests.table import TABLE
from numcheck.relate.sparse.window import Window
from numcheck.relate.wording import cue, is_quoted

_LEAST, _MOST = 57, 89
_TOTALS = {3: (185, 250), 4: (250, 320)}


def find(window: Window) -> Iterator[Relation]:
    """Yield "rounds of 70, 69 and 68 to finish on 206"."""
    claim = phrases(TABLE, "rounds").find(window.words)
    if claim is None:
        return
    numbers = [one for one in window.own if one.kind == "number" and _whole(one)]
    cards = [one for one in numbers if _LEAST <= (one.value or 0) <= _MOST]
    low, high = _TOTALS.get(len(cards), (1, 0))
    totals = [one for one in numbers if low <= (one.value or 0) <= high]
    if len(totals) != 1 or any(one.hedge for one in (*cards, *totals)):
        return
    values = [int(one.value or 0) for one in cards]
    total = int(totals[0].value or 0)
    parts = [sum(some) for size in (2, 3, 4) for some in combinations(values, size)]
    if total in parts or not _of_one(window, cards, totals[0]):
        return
    yield Relation(
        "split",
        {"whole": totals[0], "parts": tuple(cards)},
        cue(window.sentence, claim.first, claim.last),
        quoted=is_quoted(window.sentence, *cards),
    )


def _of_one(window: Window, cards: list[Quantity], total: Quantity) -> bool:
    """Say whether nobody else is named between the rounds and the total."""
    first, last = min(cards[-1].last, total.last), max(cards[0].first, total.first)
    near = range(first, last)
    if phrases(TABLE, "rivals").find(window.words, first, last) is not None:
        return False
    names = [at for at in near if window.sentence.raw[at][:1].isupper()]
    own = not names or window.words[names[0] - 1] in words(TABLE, "leaving")
    return own and (not names or names[-1] - names[0] < 3)


def _whole(quantity: Quantity) -> bool:
    return isinstance(quantity.value, int) and quantity.noun is None
