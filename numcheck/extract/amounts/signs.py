"""What stands before a number: minus, currency signs and codes."""

from __future__ import annotations

from functools import cache

from numcheck.lexicon.load import lexicon
from numcheck.lexicon.units import UnitMatch, currency_before
from numcheck.model.passage import Sentence

_MINUS = frozenset("-−–‒")
# After these a minus sign opens a number; after a letter or a digit it joins or subtracts.
_OPENS = frozenset("([,/–—=<>“\"'±~≈|:$£€¥₹")
_NEGATIVE_AFTER = frozenset(
    "is was between to from at of than by and minus , : = ( or under below near about".split()
)
_NEVER_NEGATIVE = frozenset("times time days weeks months hours people tests results".split())


def before(sentence: Sentence, at: int, floor: int) -> tuple[int, UnitMatch | None, bool]:
    """Read backward from a number: where it begins, its currency, and whether it is negative."""
    if at <= floor:
        return at, None, False
    word = sentence.words[at - 1]
    if word not in _all_before():
        return at, None, False
    first, negative = _minus(sentence, at, floor)
    if first > floor and (money := _money(sentence, first, floor)):
        match, first = money
        if not negative:
            first, negative = _minus(sentence, first, floor)
        return first, match, negative
    return first, None, negative


@cache
def _all_before() -> frozenset[str]:
    """Return every word that may stand right before a number and belong to it."""
    signs = {
        spelling.split(" ")[-1].lower()
        for kind in ("before", "weak before")
        for spellings in lexicon()[kind].values()
        for spelling in spellings.split("|")
    }
    return frozenset(signs | _MINUS | {"minus", "negative", "."})


def _money(sentence: Sentence, first: int, floor: int) -> tuple[UnitMatch, int] | None:
    """Return the currency that ends before a place, the longest print of it: US$ before $."""
    found = None
    for width in (1, 2, 3):
        begin = first - width
        if begin < floor:
            break
        if width > 1 and not sentence.joined(begin + 1):
            break
        match = currency_before(sentence.words, sentence.raw, begin)
        if match is not None and match.last == first and _holds(sentence, begin, first, match):
            found = match, begin
    return found


def _holds(sentence: Sentence, begin: int, first: int, match: UnitMatch) -> bool:
    """Refuse a code that is part of a word, or a common word apart from the number."""
    letters = sentence.raw[first - 1][-1].isalpha()
    if letters and begin and sentence.joined(begin) and sentence.words[begin - 1][-1].isalnum():
        return False
    return not match.weak or sentence.joined(first)


def _minus(sentence: Sentence, first: int, floor: int) -> tuple[int, bool]:
    at = first - 1
    if at < floor:
        return first, False
    word = sentence.words[at]
    if word == "minus":  # "plus or minus 3 points" says how far off, not which way
        either = sentence.words[max(0, at - 2) : at] == ["plus", "or"]
        return (at - 2 if either else at), not either
    if word == "negative":
        return (at, True) if _negative(sentence, at) else (first, False)
    if word not in _MINUS:
        return first, False
    if not sentence.joined(first):
        return (at, True) if at == 0 and _is_all(sentence, first) else (first, False)
    opens = at == 0 or not sentence.joined(at) or sentence.raw[at - 1] in _OPENS
    opens = opens or sentence.words[max(0, at - 2)] == "±"  # "0.10 ± 0.72-0.16 ± 0.57"
    if not opens or (at and word == "–" and sentence.words[at - 1][0].isdigit()):
        return first, False
    return at, True


def _negative(sentence: Sentence, at: int) -> bool:
    """Say whether "negative" is a minus: "negative 2.3", not "tested negative five times"."""
    words = sentence.words
    if words[at + 1][:1].isdigit():
        return at == 0 or not words[at - 1].startswith("test")
    opens = at == 0 or words[at - 1] in _NEGATIVE_AFTER
    return opens and not any(word in _NEVER_NEGATIVE for word in words[at + 2 : at + 4])


def _is_all(sentence: Sentence, first: int) -> bool:
    """Say whether a sentence is a lone figure after its dash: "- 1,200", and no list item."""
    words = sentence.words
    rest = words[first + 1 :]
    return len(rest) < 4 and all(len(word) < 2 or word.startswith("deg") for word in rest[-1:])
