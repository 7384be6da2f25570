"""Times of the clock, and the hours between them."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.model.passage import Passage
from numcheck.model.relation import Relation
from numcheck.relate.setting import Setting


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every tie of times; the rooms are opened by the first time of a text."""
    if not passage.with_kind("time"):
        return
    from numcheck.relate.hours import clocks, zones

    for room in (clocks, zones):
        yield from room.find(passage, setting)
