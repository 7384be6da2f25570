"""Slashes, "or", commas and dashes after which a figure comes again."""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.relate.asides.pairing import one_clock, powers_apart
from numcheck.relate.wording import amounts, closes, opens

_TABLE = "cues/asides"
_CLOSED = frozenset({",", ".", ";", ")", "–", "—", ":", "]", "!", "?"})
_STANDS = frozenset({"is", "was", "are", "were", "stands", "stood", "measures", "measured", "be"})


def restated(sentence: Sentence, gap: Sequence[str], left: Quantity, right: Quantity) -> bool:
    """Say whether words without a bracket give a figure again: "/", ", or", ", 42 km,"."""
    if not gap:
        return False
    if left.unit == right.unit or not _other_system(left, right):
        return _leads_again(sentence, gap, right) and _same_again(sentence, left, right)
    if list(gap) == ["/"]:
        return True
    apart = gap[0] in (",", "–", "—")
    words = gap[1:] if apart else gap
    if not words:
        return apart and _closes(sentence, right) and _alone(sentence, left, right)
    found = lexicon.phrases(_TABLE, "restating").at(
        sentence.words, opens(sentence, right) - len(words)
    )
    if found is None or found[1] != opens(sentence, right):
        return False
    return apart or list(words) != ["or"] or _bare_or(sentence, left, right)


def _leads_again(sentence: Sentence, gap: Sequence[str], right: Quantity) -> bool:
    """Say whether ", or", "– that is,", ", equivalent to" stand between two figures."""
    if gap[0] not in (",", "–", "—") or len(gap) < 2:
        return False
    end = opens(sentence, right) - (gap[-1] == ",")
    first = opens(sentence, right) - len(gap) + 1
    found = lexicon.phrases(_TABLE, "restating").at(sentence.words, first)
    return found is not None and found[1] == end


def _other_system(left: Quantity, right: Quantity) -> bool:
    if left.unit is None or right.unit is None:
        return False
    either = left.unit.dimension in ("temperature", "speed")
    return either or left.unit.system != right.unit.system


def _bare_or(sentence: Sentence, left: Quantity, right: Quantity) -> bool:
    """Say whether "or" without a comma gives one amount: "she is 6 feet or 1.83 m tall"."""
    choices = lexicon.words(_TABLE, "choices")
    if any(word in choices for word in sentence.words):
        return False
    if right.hedge is not None or _closes(sentence, right):
        return True
    last = closes(sentence, right)
    sized = sentence.words[last : last + 1] in (["tall"], ["high"], ["long"], ["wide"], ["deep"])
    return sized and not _STANDS.isdisjoint(sentence.words[max(0, left.first - 3) : left.first])


def _same_again(sentence: Sentence, left: Quantity, right: Quantity) -> bool:
    """Say whether ", or" gives one sum or one time in another scale: "$1.3bn, or $1,300m."."""
    last = closes(sentence, right)
    follows = sentence.words[last : last + 2]
    if not _closes(sentence, right) or follows[1:2] in (["by"], ["on"], ["if"], ["with"], ["as"]):
        return False
    if left.kind in ("money", "measure") and left.unit == right.unit:
        return powers_apart(left, right)
    if left.unit is None and right.unit is None:
        scaled = left.figure is not None and left.figure.scale > 1
        return scaled and right.noun is None and powers_apart(left, right)
    return left.kind == right.kind == "duration" and one_clock(left, right)


def _closes(sentence: Sentence, quantity: Quantity) -> bool:
    last = closes(sentence, quantity)
    return last >= len(sentence.words) or sentence.words[last] in _CLOSED


def _alone(sentence: Sentence, left: Quantity, right: Quantity) -> bool:
    """Say whether no third figure of the dimension makes the two a list."""
    assert left.unit is not None
    same = [q for q in amounts(sentence) if q.unit and q.unit.dimension == left.unit.dimension]
    return len(same) == 2 or right.hedge is not None
