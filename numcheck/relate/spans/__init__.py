"""Years, months and days: what lies between two moments."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.model.passage import Passage
from numcheck.model.relation import Relation
from numcheck.relate.setting import Setting


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every tie of days and years; the rooms are opened by the first day of a text."""
    if not passage.with_kind("day"):
        return
    from numcheck.relate.spans import agos, dates, days, eras, terms, weekdays, years

    for room in (agos, dates, days, eras, terms, weekdays, years):
        yield from room.find(passage, setting)
