"""Two years between which something was away, and for how long."""

from __future__ import annotations

from numcheck.lexicon import words as lexicon
from numcheck.model.quantity import Quantity
from numcheck.relate.sparse.window import Window
from numcheck.relate.wording import opens

_TABLE = "cues/terms"
_TIMES = "cues/sparse_times"
_BESIDE = 6  # words from the second year to "a delay of"
_NEAR = 5  # words from "closed" to its year
_LEADS = frozenset({"a", "an", "the", "its", "his", "her", "their", "this", "that"})


def was_away(window: Window, start: Quantity, length: Quantity) -> bool:
    """Say whether "closed in 1966, it reopens in 2026 after a 60-year gap" tells the time between.

    The second year is then that of the return: there is no other, and nothing else went away.
    """
    words = window.words
    if not _is_gap(window, length) or lexicon.phrases(_TABLE, "comes_back").find(words) is None:
        return False
    first = max(0, start.first - _NEAR)
    if words[start.first - 1 : start.first] == ["since"]:
        return False  # "after the second gap since 1966"
    if "and" in words[_last(window, start) : length.first]:
        return False  # "returned in 1954, and after a gap of 12 years bred again"
    return lexicon.phrases(_TABLE, "goes").find(words, first, start.first) is not None


def _last(window: Window, start: Quantity) -> int:
    """Return the place behind the last year of a sentence."""
    years = [one.last for one in window.told if one.kind in ("year", "date")]
    return max(years, default=start.last)


def _is_gap(window: Window, length: Quantity) -> bool:
    """Say whether a length is one of absence: "a gap of 54 years", "its 54-year closure"."""
    words, at = window.words, opens(window.sentence, length)
    if lexicon.phrases(_TABLE, "away_of").ending(words, at) is not None:
        return True
    noun = words[length.last : length.last + 1]
    named = "-" in length.text and noun != [] and noun[0] in lexicon.words(_TABLE, "away")
    return named and words[at - 1] in _LEADS


def is_overdue(window: Window, start: Quantity, end: Quantity, length: Quantity) -> bool:
    """Say whether "due in 2012, it did not open until 2016, four years late" tells the delay."""
    words, at = window.words, opens(window.sentence, length)
    due = lexicon.words(_TIMES, "due")
    if due.isdisjoint(words[max(0, start.first - _NEAR) : start.first]) or at < end.last:
        return False
    if not due.isdisjoint(words[start.last : end.first]) or len(words[end.last : at]) > _BESIDE:
        return False
    called = lexicon.phrases(_TIMES, "delay").at(words, length.last) is not None
    named = "-" in length.text and called and words[at - 1] in _LEADS
    late = lexicon.phrases(_TIMES, "overdue").at(words, length.last) is not None
    return named or late or lexicon.phrases(_TIMES, "delay_of").ending(words, at) is not None
