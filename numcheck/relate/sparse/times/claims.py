"""Words that claim a length for all that lies between two moments."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from numcheck.lexicon import words as lexicon
from numcheck.model.quantity import Quantity
from numcheck.relate.sparse.window import Window
from numcheck.relate.wording import opens

_TABLE = "cues/sparse_times"
_FAR = 18  # words from "two hours later" to the time that it leads to
_ENDS = frozenset({",", ".", ";", ":", ")", "–", "—", "!", "?"})
_MARKS = frozenset({",", ":", ";", "–", "—", "("})
_TILL = frozenset({"until", "till", "from", "between", "to", "then"})
_ARTICLES = frozenset({"a", "an", "the"})


def shuts(window: Window, length: Quantity) -> bool:
    """Say whether a clause ends behind a length, or behind "in all" or a noun of the whole."""
    words, at = window.words, length.last
    if takes_all(window, length):
        return True
    noun = words[at : at + 1]
    named = lexicon.words(_TABLE, "spells") | lexicon.words(_TABLE, "eras")
    if noun and noun[0] in named:
        at += 1
    return at >= len(words) or words[at] in _ENDS


def takes_all(window: Window, length: Quantity) -> bool:
    """Say whether a length takes the pauses in: "in all", ", intervals included"."""
    at = length.last + (window.words[length.last : length.last + 1] == [","])
    return lexicon.phrases(_TABLE, "included").at(window.words, at) is not None


def is_later(window: Window, ends: Sequence[Quantity], length: Quantity) -> bool:
    """Say whether "two hours later" leads from the first of two moments to the second."""
    words, at = window.words, opens(window.sentence, length)
    cue = lexicon.phrases("cues/spans", "clock_cues").at(words, length.last)
    if cue is None or cue[0] != "later":
        return False
    first, second = ends
    joins = lexicon.words(_TABLE, "joins")
    if second.last <= at:
        gap = words[second.last : at]
        plain = _TILL.isdisjoint(words[first.last : second.first])
        return gap[:1] != [] and gap[0] in _MARKS and all(w in joins for w in gap) and plain
    if not first.last <= at <= second.first:
        return False
    after = words[cue[1] : second.first]
    before = words[first.last : at]
    return (
        len(after) <= _FAR and not has_turned(after) and "and" not in after
        and len(before) <= _FAR and not has_turned(before)
    )  # fmt: skip


def has_turned(gap: Sequence[str]) -> bool:
    """Say whether words turn to another thing: "until", "who", ", leaving"."""
    if not lexicon.words(_TABLE, "turns").isdisjoint(gap):
        return True
    return any(word == "," and then.endswith("ing") for word, then in pairwise(gap))


def apposed(window: Window, second: Quantity, length: Quantity, nouns: str) -> bool:
    """Say whether a length is told of two moments: ", a wait of ten years", ": two hours"."""
    words, at = window.words, opens(window.sentence, length)
    gap = words[second.last : at]
    if not gap or gap[0] not in _MARKS or len(gap) > 7:
        return False
    named = lexicon.words(_TABLE, nouns)
    if gap[-1] == "of" and gap[-2] in named:
        lead = [word for word in gap[1:-2] if word not in _ARTICLES]
        return len(lead) <= 1 and gap[1] in _ARTICLES and _on_time(window, gap[-2])
    noun = words[length.last : length.last + 1]
    if noun and noun[0] in named:
        return gap[1:] in (["a"], ["an"]) and _on_time(window, noun[0])
    return all(word in lexicon.words(_TABLE, "joins") for word in gap)


def _on_time(window: Window, noun: str) -> bool:
    """Say whether a delay is one between two times, of which neither was only planned."""
    delays, planned = lexicon.words(_TABLE, "delays"), lexicon.words(_TABLE, "planned")
    return noun not in delays or planned.isdisjoint(window.words)
