"""Births, birthdays and ages of people and things."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.model.passage import Passage
from numcheck.model.relation import Relation
from numcheck.relate.lives import birthdays
from numcheck.relate.setting import Setting


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every tie of an age; all but birthdays want a day, and open with the first."""
    yield from birthdays.find(passage, setting)
    if not passage.with_kind("day"):
        return
    from numcheck.relate.lives import births, pairs, things

    for room in (births, pairs, things):
        yield from room.find(passage, setting)
