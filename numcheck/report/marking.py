"""Which figures of a copy are right, wrong, or tied to nothing."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from typing import Literal

from numcheck.model.finding import Finding
from numcheck.model.span import Span
from numcheck.named import NamedTuple

State = Literal["wrong", "stands", "strained", "right", "open", "untied"]
_STATES: tuple[State, ...] = ("untied", "open", "right", "strained", "stands", "wrong")
_VERDICTS: dict[str, State] = {"strained": "strained", "holds": "right", "undecided": "open"}


class Mark(NamedTuple):
    """A figure of the copy, how it stands, and the numbers of the checks it takes part in."""

    span: Span
    state: State
    checks: tuple[int, ...]


def state_of(check: Finding) -> State:
    """Return how a figure stands after a check."""
    if check.verdict == "broken":
        return "wrong" if check.leave is None else "stands"
    return _VERDICTS[check.verdict]


def begin_of(check: Finding) -> int:
    """Return where the first figure of a check stands in the copy; -1 where none does."""
    return min((figure.copy.start for figure in check.figures if figure.copy), default=-1)


def marks(figures: Iterable[Span], checks: Sequence[Finding]) -> list[Mark]:
    """Return the figures in the order of the copy; of two that overlap, the one that matters more.

    The gravest check of a figure decides how it stands; its checks are in order of gravity.
    """
    taking: dict[Span, list[int]] = {span: [] for span in figures}
    for number, check in enumerate(checks):
        for figure in check.figures:
            if figure.copy is not None:
                taking.setdefault(figure.copy, []).append(number)
    found = [_mark(span, numbers, checks) for span, numbers in taking.items()]
    found.sort(key=lambda one: (-_STATES.index(one.state), one.span.end - one.span.start))
    kept: list[Mark] = []
    for mark in found:
        at = bisect_left(kept, mark.span, key=lambda one: one.span)
        beside = kept[max(0, at - 1) : at + 1]
        if not any(one.span.touches(mark.span) for one in beside):
            insort(kept, mark, key=lambda one: one.span)
    return kept


def _mark(span: Span, numbers: Iterable[int], checks: Sequence[Finding]) -> Mark:
    gravest = sorted(
        dict.fromkeys(numbers), key=lambda number: -_STATES.index(state_of(checks[number]))
    )
    return Mark(span, state_of(checks[gravest[0]]) if gravest else "untied", tuple(gravest))
