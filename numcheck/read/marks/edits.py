"""Stretches of copy that print otherwise than they are written."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from numcheck.named import NamedTuple
from numcheck.read.setting.galley import Galley, Strand


class Edit(NamedTuple):
    """A stretch that prints as something else, or as nothing; of an image, its alt text."""

    start: int
    end: int
    printed: str = ""
    alt: tuple[int, int] | None = None


def set_edited(
    galley: Galley, strand: Strand, edits: Sequence[Edit], start: int, end: int
) -> list[tuple[int, int]]:
    """Set a stretch with its edits, in their order; return the alt texts that they leave out."""
    alts: list[tuple[int, int]] = []
    for at in range(bisect_left(edits, start, key=lambda edit: edit.start), len(edits)):
        edit = edits[at]
        if edit.start >= end:
            break
        if edit.start < start:
            continue  # inside what is left out already
        galley.take_from(strand, start, edit.start)
        galley.put_from(strand, edit.printed, edit.start, edit.end)
        start = edit.end
        if edit.alt:
            alts.append(edit.alt)
    galley.take_from(strand, start, end)
    return alts
