"""Figures that share the unit or the noun of a later one: "5 and 6 mg", "two or three people"."""

from __future__ import annotations

from numcheck.extract.amounts.draft import Draft, draft_at
from numcheck.extract.numbers.tables import tables
from numcheck.model.passage import Sentence

_LINKS = frozenset({"and", "or", ",", "x", "×", "by", "&"})


def shared(sentence: Sentence, draft: Draft, longest: int = 4) -> Draft | None:
    """Return the figure, at most `longest` on, whose unit or noun a bare one shares."""
    words, at = sentence.words, draft.last
    if not longest or at + 1 >= len(words) or words[at] not in _LINKS:
        return None
    if words[at] == "," and _divides(sentence, draft):
        return None
    if draft.measured or draft.money or draft.ratio or draft.figure.vague:
        return None
    if words[at] == "," and at + 2 < len(words) and words[at + 1] in ("and", "or"):
        at += 1
    first = words[at + 1]
    if not first[0].isdigit() and (words[at] != "or" or first not in tables().ones):
        return None
    following = draft_at(sentence, at + 1, floor=at + 1)
    if following is None or following.money or following.ratio:
        return None
    if following.measured:
        return None if following.measured.per else following
    further = shared(sentence, following, longest - 1)
    if further is None and words[at] == "or":
        return following
    return further


def _divides(sentence: Sentence, draft: Draft) -> bool:
    """Say whether a figure ends "one in ten", "nine out of ten"."""
    words, at = sentence.words, draft.first
    if at < 2 or words[at - 1] not in ("in", "of"):
        return False
    top = (
        words[at - 2] if words[at - 1] == "in" else words[at - 3] if words[at - 2] == "out" else ""
    )
    return top[:1].isdigit() or top in tables().ones
