"""The one estimate of a sentence, and the one interval."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.sparse.window import Window, is_plain
from numcheck.relate.wording import is_quoted

TABLE = "cues/alone"
_LEVELS = frozenset({95, 90, 99, 80})


def find(window: Window) -> Iterator[Relation]:
    """Yield "a ratio of 0.62, its 95% confidence interval running from 0.71 to 0.93"."""
    hit = lexicon.phrases(TABLE, "intervals").find(window.words)
    if hit is None or lexicon.words(TABLE, "estimates").isdisjoint(window.vocabulary):
        return
    if not lexicon.words(TABLE, "groups").isdisjoint(window.vocabulary):
        return
    numbers = [one for one in window.told if one.kind in ("number", "count") or one.is_range]
    ends = _ends(window, numbers, hit.last)
    if ends is None:
        return
    rest = [one for one in numbers if one.first not in (ends[0].first, ends[1].first)]
    others = [one for one in window.own if one not in numbers and one.value not in _LEVELS]
    if len(rest) != 1 or others or rest[0].hedge or not is_plain(rest[0]):
        return
    yield Relation(
        "confidence",
        {"estimate": rest[0], "low": ends[0], "high": ends[1]},
        ends[0].span.hull(ends[1].span),
        strict=True,
        quoted=is_quoted(window.sentence, rest[0]),
    )


def _ends(window: Window, numbers: list[Quantity], at: int) -> tuple[Quantity, Quantity] | None:
    """Return the ends of an interval that stand behind its name, as a range or as two figures."""
    behind = [one for one in numbers if one.first >= at and one.hedge is None]
    if not behind or behind[0].first - at > 5:
        return None
    low = behind[0]
    if low.is_range:
        ends = (one for one in (low.figure, low.upper) if one is not None)
        one, other = (replace(low, figure=end, upper=None, text=end.printed) for end in ends)
        return one, other
    if len(behind) < 2 or window.words[low.last : behind[1].first] not in (["and"], ["to"], ["–"]):
        return None
    return low, behind[1]
