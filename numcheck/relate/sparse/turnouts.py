"""A turnout beside those who voted and those who could."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.sparse.window import (
    TABLE,
    Window,
    divided,
    fits,
    is_count,
    is_plain,
    share_of,
    wide,
)
from numcheck.relate.wording import closes, opens

_NEAR = 4  # words between "turnout" and its percentage


def find(window: Window) -> Iterator[Relation]:
    """Yield "Turnout was 64%, with 15,300 votes cast by an electorate of 24,000"."""
    if (
        "turnout" not in window.vocabulary
        or not 2 < len(window.own) + len(window.before_amounts()) < 5
    ):
        return
    percents = [one for one in window.own if one.kind == "percent" and is_plain(one)]
    figures = [*window.before_amounts(), *window.own]
    counts = [one for one in figures if is_count(one) and one.hedge is None]
    if len(percents) != 1 or len(counts) != 2 or len(figures) != 3:
        return
    percent = percents[0]
    cast, able = sorted(counts, key=lambda one: wide(one).low or 0)
    if not _is_turnout(window, percent) or window.both_say("other_turnout"):
        return
    if not (_is(window, cast, "cast") and _is(window, able, "electorate")):
        return
    if not fits(percent, [divided(wide(cast), wide(able))]):
        yield share_of(window, cast, able, percent)


def _is_turnout(window: Window, percent: Quantity) -> bool:
    """Say whether a percentage is the turnout: "turnout was 64%", "a 64% turnout"."""
    first, last = opens(window.sentence, percent), percent.last
    return "turnout" in window.words[max(0, first - _NEAR) : last + 2]


def _is(window: Window, figure: Quantity, key: str) -> bool:
    """Say whether words beside a figure make it votes cast, or those who could vote."""
    sentence = window.sentence
    if figure.sentence != sentence.index:
        if window.near is None:
            return False
        sentence = window.near
    named = lexicon.words(TABLE, key)
    first, last = opens(sentence, figure), closes(sentence, figure)
    beside = (*sentence.words[max(0, first - 2) : first], *sentence.words[last : last + 2])
    return figure.noun in named or not named.isdisjoint((*beside, *figure.modifiers))
