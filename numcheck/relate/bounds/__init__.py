"""Hedged figures, and the exact ones that follow."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.model.passage import Passage
from numcheck.model.relation import Relation
from numcheck.relate.setting import Setting


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every hedged figure with its exact one; the first hedge of a text opens the room."""
    for sentence in passage.figured:
        if any(one.hedge is not None for one in sentence.quantities):
            from numcheck.relate.bounds.exactly import exactly

            yield from exactly(passage, sentence)
