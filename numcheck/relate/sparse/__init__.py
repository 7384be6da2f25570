"""Sentences with just the figures that a claim needs, however worded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from numcheck.model.passage import Passage
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.sparse import changes, contests, halves, rests, shares
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
from numcheck.relate.sparse.times import clocks, lives, years
from numcheck.relate.sparse.wholes import (
    combined,
    ends,
    limits,
    meetings,
    purses,
    remainders,
    swapped,
)
from numcheck.relate.sparse.window import Window

# Kinds that say nothing of what a figure was worked out from.
_LOOSE = frozenset(
    {"parts", "rising", "falling", "ordering", "range", "repeat", "mention", "single"}
)
# A paragraph with more amounts leaves more readings than can be ruled out.
_MOST = 7
_CLAIMS = (
    changes.find,
    clocks.find,
    combined.find,
    contests.find,
    ends.find,
    groups.find,
    interest.find,
    halves.find,
    limits.find,
    lives.find,
    loads.find,
    means.find,
    paces.find,
    meetings.find,
    prices.find,
    products.find,
    purses.find,
    rates.find,
    remainders.find,
    rests.find,
    sales.find,
    shares.find,
    swapped.find,
    years.find,
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
        (one.span.start, one.span.end)
        for relation in found
        if relation.kind not in _LOOSE
        for _, one in relation.figures()
    }
    before = None
    for sentence in passage.figured:
        if len(sentence.amounts) > _MOST:
            before = None
            continue
        window = Window(sentence, before)
        for claim in _CLAIMS:
            for relation in claim(window):
                if not _is_taken(relation, taken):
                    yield relation
        before = sentence


def _is_taken(relation: Relation, taken: set[tuple[int, int]]) -> bool:
    """Say whether the claimed figure has a tie already: the last role is the claim's."""
    claimed = relation.roles[list(relation.roles)[-1]]
    figures: tuple[Quantity, ...] = claimed if isinstance(claimed, tuple) else (claimed,)
    return any((one.span.start, one.span.end) in taken for one in figures)
