"""Sentences with just the figures that a claim needs, however worded."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from numcheck.model.passage import Passage
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.sparse import (
    alone,
    changes,
    closed,
    contests,
    halves,
    points,
    rests,
    shares,
    times,
    turnouts,
)
from numcheck.relate.sparse.each import (
    groups,
    interest,
    loads,
    means,
    paces,
    prices,
    products,
    rates,
    sales,
)
from numcheck.relate.sparse.wholes import (
    combined,
    ends,
    limits,
    meetings,
    purses,
    remainders,
    swapped,
    told,
)
from numcheck.relate.sparse.window import Window

_Claim = Callable[[Window], Iterator[Relation]]

# Kinds that say nothing of what a figure was worked out from.
_LOOSE = frozenset(
    {"parts", "rising", "falling", "ordering", "range", "repeat", "mention", "single"}
)
_ENOUGH = 3  # no claim needs more amounts
# A paragraph with more amounts leaves more readings than can be ruled out.
_MOST = 7
# Each with the amounts that it needs: in the sentence itself, and with those of the one before;
# and the kinds of figure of which the sentence has one, where no other will do.
_CLAIMS: tuple[tuple[_Claim, int, int, str], ...] = (
    (alone.find, 1, 1, ""),
    (changes.find, 0, 2, ""),
    (times.of_clocks, 1, 1, "duration"),
    (closed.find, 0, 0, ""),
    (combined.find, 3, 3, ""),
    (contests.find, 0, 0, ""),
    (ends.find, 2, 3, ""),
    (groups.find, 3, 3, ""),
    (interest.find, 3, 3, "percent"),
    (halves.find, 3, 3, ""),
    (limits.find, 1, 2, ""),
    (times.of_lives, 1, 2, "age duration date year number"),
    (loads.find, 3, 3, ""),
    (means.find, 1, 3, ""),
    (paces.find, 2, 2, "duration"),
    (meetings.find, 2, 2, ""),
    (points.find, 2, 2, "percent"),
    (prices.find, 2, 2, "money"),
    (products.find, 3, 3, ""),
    (purses.find, 3, 3, ""),
    (rates.find, 1, 3, ""),
    (remainders.find, 1, 2, ""),
    (rests.find, 2, 2, "percent ratio"),
    (sales.find, 1, 3, "money"),
    (shares.find, 3, 3, ""),
    (swapped.find, 1, 2, ""),
    (told.find, 1, 3, "percent"),
    (turnouts.find, 1, 3, "percent"),
    (times.of_years, 0, 0, ""),
)


def find(passage: Passage, found: Sequence[Relation]) -> Iterator[Relation]:
    """Yield the ties of sentences in which a claim and its figures stand alone.

    The other finders want a wording that they know. Here a claim ("an average of", "a gain of",
    "or 54%") has exactly the figures around it that it needs, in its sentence or in that and the
    one before, so that there is nothing else that it could be about; and where any sum of these
    figures gives what is claimed, nothing is said. `found` are the ties that are known already: a
    finder names the claimed figure as the last role, and one that has a tie gets no second.
    """
    taken = {
        one.span.start  # "£45 each" for one finder is "£45" for another
        for relation in found
        if relation.kind not in _LOOSE
        for _, one in relation.figures()
    }
    before: Window | None = None
    for sentence in passage.figured:
        if len(sentence.amounts) > _MOST:
            before = None
            continue
        window = Window(sentence, before)
        own = len(window.own)
        in_all = own + len(window.before_amounts())
        for claim in _that_need(min(own, _ENOUGH), min(in_all, _ENOUGH), sentence.kinds):
            for relation in claim(window):
                claimed = _claimed(relation)
                if claimed.isdisjoint(taken):
                    taken |= claimed
                    yield relation
        before = window


@cache
def _that_need(own: int, in_all: int, kinds: frozenset[str]) -> tuple[_Claim, ...]:
    """Return the claims that so many amounts may fill: most sentences have one or none."""
    return tuple(
        claim
        for claim, least, most, wanted in _CLAIMS
        if least <= own and most <= in_all and not (wanted and kinds.isdisjoint(wanted.split()))
    )


def _claimed(relation: Relation) -> set[int]:
    """Return where the claimed figure begins, or several do: they are the last role."""
    claimed = relation.roles[list(relation.roles)[-1]]
    figures: tuple[Quantity, ...] = claimed if isinstance(claimed, tuple) else (claimed,)
    return {one.span.start for one in figures}
