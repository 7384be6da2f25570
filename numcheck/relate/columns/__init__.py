"""Figures under each other: bands, labelled lines and tables."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.model.passage import Passage
from numcheck.model.relation import Relation
from numcheck.relate.setting import Setting


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every tie of a column; each room is opened by the first text with such a column."""
    if passage.with_kind("percent"):
        from numcheck.relate.columns import bands

        yield from bands.find(passage, setting)
    if ":" in passage.document.text:
        from numcheck.relate.columns import ledgers

        yield from ledgers.find(passage, setting)
    if passage.document.cells:
        from numcheck.relate.columns import tables

        yield from tables.find(passage, setting)
