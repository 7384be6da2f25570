"""QUANTITIES → RELATIONS: which figures the wording ties together."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from numcheck.model.passage import Passage
from numcheck.model.relation import Relation
from numcheck.relate import (
    asides,
    bounds,
    changes,
    exchanges,
    fractions,
    impossible,
    lists,
    margins,
    mentions,
    orderings,
    percents,
    rates,
    repeats,
    scores,
    shares,
    sparse,
    statistics,
)
from numcheck.relate.columns import bands, ledgers, tables
from numcheck.relate.hours import clocks, zones
from numcheck.relate.lives import birthdays, births, pairs, things
from numcheck.relate.ranges import ends, extremes
from numcheck.relate.setting import Setting
from numcheck.relate.spans import agos, dates, days, eras, terms, weekdays, years
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
    agos.find,
    asides.find,
    bands.find,
    bills.find,
    birthdays.find,
    births.find,
    bodies.find,
    bounds.find,
    changes.find,
    clocks.find,
    dates.find,
    days.find,
    eras.find,
    entire.find,
    exchanges.find,
    fates.find,
    fractions.find,
    gathered.find,
    impossible.find,
    ledgers.find,
    lists.find,
    margins.find,
    mentions.find,
    openings.find,
    orderings.find,
    outcomes.find,
    pairs.find,
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
    splits.find,
    statistics.find,
    tables.find,
    terms.find,
    things.find,
    totals.find,
    weekdays.find,
    years.find,
    zones.find,
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
