"""Sums that bring a bill to its total: "took the bill to"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.setting import Setting
from numcheck.relate.sums.terms.kin import kin
from numcheck.relate.sums.terms.ties import meets, overlaps, tie, wholes
from numcheck.relate.wording import closes, opens

_TABLE = "cues/sums"
_ADDED = frozenset({"plus", "added", "together", "coupled", "combined"})
_FAR = 7  # words of "took the firm's total bill to"
_MOST = 5  # sums of one bill


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield "A fine of £6.5m, plus £4.1m in fees, took the total bill to £10.6m"."""
    for sentence in passage.with_amounts(2):
        if _ADDED.isdisjoint(sentence.words) or len(sentence.amounts) < 3:
            continue
        figures = wholes(sentence)
        if len(figures) != len(sentence.amounts) or len(figures) > _MOST or overlaps(sentence):
            continue
        *parts, whole = figures
        if not _billed(sentence, parts[-1], whole) or not all(kin(whole, one) for one in parts):
            continue
        near = passage.before(sentence)
        if near is not None and any(kin(whole, one) for one in near.amounts):
            continue  # what was there before may be part of it
        if not _reached(parts, whole):
            first = opens(sentence, whole)
            yield tie("split", sentence, whole, tuple(parts), first - 1, first)


def _billed(sentence: Sentence, last: Quantity, whole: Quantity) -> bool:
    """Say whether the words between sums and total are "took the total bill to" and no more."""
    words, first = sentence.words, opens(sentence, whole)
    if whole.kind != "money" or whole.hedge is not None or words[first - 1] != "to":
        return False
    start = closes(sentence, last)
    verbs = lexicon.words(_TABLE, "grown_to")
    place = next((at for at in range(first - 2, start - 1, -1) if words[at] in verbs), -1)
    if place < 0 or first - place > _FAR:
        return False
    named = words[place + 1 : first - 1]
    total = not {"total", "overall", "full", "final", "whole"}.isdisjoint(named)
    bill = not lexicon.words(_TABLE, "bills").isdisjoint(named)
    plus = not _ADDED.isdisjoint(words[: last.first])
    opened = words[0] in ("a", "an", "the", "its", "his", "her", "their", "adding")
    doubt = lexicon.phrases(_TABLE, "billed_before").find(words) is not None
    return total and bill and plus and opened and not doubt


def _reached(parts: list[Quantity], whole: Quantity) -> bool:
    """Say whether some of the sums come to the total, or the total is too far off for a slip."""
    if any(part.hedge is not None for part in parts):
        return True
    values = [one.figure.value for one in (*parts, whole) if one.figure]
    if 2 * values[-1] > 3 * sum(values[:-1]):
        return True
    some = (one for count in range(1, len(parts)) for one in combinations(parts, count))
    return any(meets(whole, one) for one in some)
