"""How many died, and how many of them where or when."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.sparse.window import TABLE, Window, is_count
from numcheck.relate.sums.terms.ties import tie
from numcheck.relate.wording import closes, opens

_DIED = "died_of"


def find(window: Window) -> Iterator[Relation]:
    """Yield "Three people were killed. Two died at the scene and two others in hospital"."""
    near = window.near
    if near is None or not lexicon.words(TABLE, _DIED).intersection(window.words):
        return
    told = [one for one in near.amounts if is_count(one) and _died(near, one)]
    parts = [one for one in window.own if is_count(one) and one.hedge is None]
    if len(told) != 1 or len(parts) != 2 or len(window.own) != 2:
        return
    whole = told[0]
    if whole.hedge is not None or window.both_say("not_of_them"):
        return
    if parts[0].first > 1 or not all(_of_them(window, whole, one) for one in parts):
        return
    first = opens(window.sentence, parts[0])
    yield tie("parts", window.sentence, whole, tuple(parts), first, first + 1)


def _died(sentence: Sentence, quantity: Quantity) -> bool:
    at = closes(sentence, quantity)
    return not lexicon.words(TABLE, "killed").isdisjoint(sentence.words[at : at + 4])


def _of_them(window: Window, whole: Quantity, part: Quantity) -> bool:
    """Say whether a count is of those who died: "two died", "and two others in hospital"."""
    alike = part.noun is None or part.noun in (whole.noun, "others") or part.elided
    words = window.words
    at = closes(window.sentence, part)
    told = words[at : at + 3]
    return alike and not lexicon.words(TABLE, "where_died").isdisjoint(told)
