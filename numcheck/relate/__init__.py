"""QUANTITIES → RELATIONS: which figures the wording ties together."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from numcheck.model.passage import Passage
from numcheck.model.relation import Relation
from numcheck.relate import (
    asides,
    bounds,
    changes,
    columns,
    exchanges,
    fractions,
    hours,
    impossible,
    lists,
    lives,
    margins,
    mentions,
    orderings,
    percents,
    rates,
    repeats,
    scores,
    shares,
    spans,
    sparse,
    statistics,
)
from numcheck.relate.ranges import ends, extremes
from numcheck.relate.setting import Setting
from numcheck.relate.sums import fates, parts, rests, splits, takings, totals
from numcheck.relate.sums.later import (
    additions,
    bills,
    bodies,
    entire,
    gathered,
    openings,
    outcomes,
    rolls,
)

Finder = Callable[[Passage, Setting], Iterator[Relation]]

FINDERS: tuple[Finder, ...] = (
    additions.find,
    asides.find,
    bills.find,
    bodies.find,
    bounds.find,
    changes.find,
    columns.find,
    entire.find,
    exchanges.find,
    fates.find,
    fractions.find,
    gathered.find,
    hours.find,
    impossible.find,
    lists.find,
    lives.find,
    margins.find,
    mentions.find,
    openings.find,
    orderings.find,
    outcomes.find,
    parts.find,
    takings.find,
    percents.find,
    ends.find,
    extremes.find,
    rates.find,
    repeats.find,
    rests.find,
    rolls.find,
    scores.find,
    shares.find,
    spans.find,
    splits.find,
    statistics.find,
    totals.find,
)
"""Every kind of tie, one file each, in the order in which they look."""
LAST = sparse.find
"""Looks after all of them, and is told what they found."""


def relate(passage: Passage, date: str | None = None, locale: str | None = None) -> list[Relation]:
    """Return every tie between figures that the wording of a passage claims.

    `date` is the article's dateline (YYYY-MM-DD), `locale` en-GB or en-US; both may be unknown.
    """
    if not passage.figured:
        return list(lists.find(passage, Setting(date, locale)))  # "the trio" is no figure
    setting = Setting(date or passage.document.date, locale)
    found = [relation for find in FINDERS for relation in find(passage, setting)]
    found += LAST(passage, found)
    return found
