"""Which runs of * and _ are emphasis, by CommonMark's rules."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from numcheck.named import NamedTuple


class Run(NamedTuple):
    """A run of one sign: where it starts, and what it may do."""

    start: int
    left: int  # signs of it that no emphasis has used
    sign: str
    opens: bool
    closes: bool
    length: int


def run_at(text: str, start: int, end: int) -> Run:
    """Return the run of signs that stands at `start`."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    left = not after.isspace() and (not _is_mark(after) or before.isspace() or _is_mark(before))
    right = not before.isspace() and (not _is_mark(before) or after.isspace() or _is_mark(after))
    sign = text[start]
    if sign == "_":
        opens = left and (not right or _is_mark(before))
        closes = right and (not left or _is_mark(after))
        return Run(start, end - start, sign, opens, closes, end - start)
    return Run(start, end - start, sign, left, right, end - start)


def _is_mark(character: str) -> bool:
    if character < "\x80":
        return not character.isalnum() and not character.isspace()
    return unicodedata.category(character)[0] in "PS"


def matched(runs: Sequence[Run]) -> list[tuple[int, int]]:
    """Return the stretches of sign that are emphasis marks, and so are not printed."""
    marks: list[tuple[int, int]] = []
    openers: list[Run] = []
    floors: dict[tuple[str, bool, int], int] = {}  # below which no opener was found
    for run in runs:
        while run.left and run.closes:
            kind = (run.sign, run.opens, run.length % 3)
            at = _opener(openers, run, floors.get(kind, 0))
            if at < 0:
                floors[kind] = len(openers)
                break
            opener = openers[at]
            used = min(opener.left, run.left)
            end = opener.start + opener.left
            marks += [(end - used, end), (run.start, run.start + used)]
            del openers[at:]
            if opener.left > used:
                openers.append(opener._replace(left=opener.left - used))
            for known, floor in floors.items():
                floors[known] = min(floor, len(openers))
            run = run._replace(start=run.start + used, left=run.left - used)
        if run.left and run.opens:
            openers.append(run)
    return marks


def _opener(openers: Sequence[Run], run: Run, floor: int) -> int:
    for at in range(len(openers) - 1, floor - 1, -1):
        other = openers[at]
        if other.sign != run.sign:
            continue
        both = other.closes or run.opens
        thirds = (other.length + run.length) % 3 == 0 and bool(other.length % 3 or run.length % 3)
        if not (both and thirds):
            return at
    return -1
