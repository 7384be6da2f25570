"""The first and the second of one kind, each with its figure."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon.words import Found, phrases, words
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.orderings.tables import TABLE as ORDERINGS
from numcheck.relate.orderings.tables import measure, ordering
from numcheck.relate.sparse.contests.table import TABLE
from numcheck.relate.sparse.window import Window
from numcheck.relate.wording import opens

_FAR = 9


def find(window: Window) -> Iterator[Relation]:
    """Yield "the biggest, with £2.1bn, …; the second biggest, at £2.7bn, …"."""
    figures = [one for one in window.own if _plain(one)]
    if len(figures) < 2 or phrases(TABLE, "doubt").find(window.words, 0, figures[-1].last):
        return
    yield from _superlatives(window, figures)
    yield from _winners(window, figures)


def _plain(quantity: Quantity) -> bool:
    figure = quantity.figure
    told = figure is not None and not quantity.is_range and quantity.hedge is None
    return told and quantity.kind in ("money", "measure", "count", "number", "percent", "duration")


def _superlatives(window: Window, figures: list[Quantity]) -> Iterator[Relation]:
    """Tie the most to the second most, each with the figure next to it."""
    tokens = window.words
    for key, sign in (("most", 1), ("least", -1)):
        tops = phrases(ORDERINGS, key).all(tokens)
        seconds = [one for one in tops if _second(tokens, one)]
        firsts = [one for one in tops if one not in seconds and tokens[one.first - 1] != "-"]
        if len(seconds) != 1 or len(firsts) != 1 or not _one_pole(tokens, firsts[0], seconds[0]):
            continue
        top, next_one = firsts[0], seconds[0]
        left, right = (
            _figure(window, figures, top, next_one),
            _figure(window, figures, next_one, top),
        )
        if left is None or right is None or left is right:
            continue
        tie = ordering(window.sentence, left, right, sign, top.first, top.last)
        if tie is not None and "by" not in tokens[top.last : top.last + 3]:
            yield tie


def _second(tokens: list[str], one: Found) -> bool:
    before = [word for word in tokens[max(0, one.first - 2) : one.first] if word != "-"]
    return before[-1:] in (["second"], ["next"])


def _one_pole(tokens: list[str], one: Found, other: Found) -> bool:
    return tokens[one.first : one.last] == tokens[other.first : other.last]


def _figure(window: Window, figures: list[Quantity], one: Found, other: Found) -> Quantity | None:
    """Return the one figure that follows a rank closely, before the other rank is named."""
    stop = other.first if other.first > one.first else len(window.words)
    near = [
        q for q in figures if one.last <= opens(window.sentence, q) < min(stop, one.last + _FAR)
    ]
    return near[0] if len(near) == 1 else None


def _winners(window: Window, figures: list[Quantity]) -> Iterator[Relation]:
    """Tie the winner's throw, points or time to that of whoever came second."""
    tokens = window.words
    second = phrases(TABLE, "second").find(tokens)
    won = phrases(TABLE, "first").find(tokens)
    if second is None or won is None:
        return
    after = [q for q in figures if 0 <= opens(window.sentence, q) - second.last <= 5]
    before = [q for q in figures if q.last <= second.first]
    if len(after) == 1 and len(before) > 1:  # "took the 400m in 53.4 seconds"
        before = [q for q in before if measure(q) == measure(after[0])]
    if len(after) + len(before) > 2 or after[-1:] != figures[-1:]:
        return
    if len(after) != 1 or len(before) != 1 or won.first > second.first:
        return
    sign = _better(window, before[0])
    lead = tokens[second.last : opens(window.sentence, after[0])]
    if not sign or not all(word in words(TABLE, "reaching") for word in lead):
        return
    tie = ordering(window.sentence, before[0], after[0], sign, won.first, won.last)
    if tie is not None:
        yield tie


def _better(window: Window, quantity: Quantity) -> int:
    """Return the way that wins: 1 for throws and points, -1 for times of races."""
    tokens, kind = window.words, measure(quantity)
    if kind in ("length", "mass") and phrases(TABLE, "field").find(tokens) is not None:
        return 1
    far = any(measure(one) == "length" for one in window.own)
    if kind == "time" and (far or phrases(TABLE, "race").find(tokens) is not None):
        return 0 if phrases(TABLE, "holding").find(tokens) is not None else -1
    golf = phrases(TABLE, "golf").find(tokens) is not None
    return 1 if quantity.noun in words(TABLE, "tallies") and not golf else 0
