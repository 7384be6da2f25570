"""How often two sides met, and how often one of them won."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.sparse.window import TABLE, Window, is_count
from numcheck.relate.sums.terms.ties import overlaps, tie
from numcheck.relate.wording import closes, opens

_POLES = ("result/win", "result/draw", "result/loss")


def find(window: Window) -> Iterator[Relation]:
    """Yield "They have played 12 times, with Ross winning 14 of those matches"."""
    met = lexicon.words(TABLE, "meets")
    if met.isdisjoint(window.sentence.vocabulary):
        return
    own = window.own[1:] if window.own[:1] and window.own[0].value == 2 else window.own
    if len(own) != 2 or not all(is_count(one) for one in own):
        return  # "the two clubs" are no matches
    whole, part = own
    if (
        not _is_met(whole, part)
        or met.isdisjoint(window.lead(whole, 5))
        or overlaps(window.sentence)
    ):
        return
    if whole.hedge is None and part.hedge is None and _won(window, part):
        first = opens(window.sentence, part)
        yield tie("parts", window.sentence, whole, (part,), first - 1, first)


def _is_met(whole: Quantity, part: Quantity) -> bool:
    """Say whether a figure tells how often: "12 times", "24 by-elections" of which 27 were won."""
    if whole.noun == "time":
        return True
    entered = lexicon.words(TABLE, "entered")
    same = part.noun in (None, whole.noun) or part.noun in lexicon.words(TABLE, "matches")
    return whole.noun in entered and same and not whole.modifiers


def _won(window: Window, part: Quantity) -> bool:
    """Say whether a figure counts matches won, drawn or lost, and no goals or cups."""
    words, last = window.words, closes(window.sentence, part)
    poles = lexicon.phrases("cues/sums", "poles")
    games = part.noun is None or part.noun in lexicon.words(TABLE, "matches") | lexicon.words(
        TABLE, "entered"
    )
    after = words[part.last : part.last + 2]
    backed = after[:1] == ["of"] and after[1:] in (["those"], ["these"], ["them"])
    hit = poles.ending(words, opens(window.sentence, part))
    if hit is None or hit[0] not in _POLES or not (games or backed):
        return False
    return backed or part.noun is not None or window.ends_after(part) or words[last] == "of"
