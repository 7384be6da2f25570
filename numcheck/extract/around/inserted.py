"""Leaves out who says it, which parts figures from their words."""

from __future__ import annotations

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.record import replace

_LONGEST = 8  # words of ", according to the club's own treasurer,"
_ENDS = frozenset({":", ";", "–", "—"})
_GOES_ON = frozenset("and but who which as while although if when after".split())
_SPEAKERS = frozenset({"he", "she", "it", "they", "i", "we"})
_WITHIN = frozenset({"of", "by", "to", "from", "at", "than", "a", "an"})
_NAMES = frozenset({"it", "this", "that"})


def pare(sentence: Sentence) -> None:
    """Take ", said the keeper," out of "an average, said the keeper, of 54lb apiece".

    Whoever says it is no part of what is said: every finder reads on as if the words joined.
    """
    words = sentence.words
    if "," not in words or (words.count(",") < 2 and _ENDS.isdisjoint(words)):
        return  # what is inserted has a sign at either end
    if (
        lexicon.words("sentences", "inserting").isdisjoint(words)
        and lexicon.words("sentences", "reckoning").isdisjoint(words)
        and lexicon.phrases("sentences", "inserted").find(words) is None
    ):
        return
    held = {at for one in sentence.quantities for at in range(one.first, one.noun_last)}
    at = 0
    while at < len(words):
        end = _inserted(words, at) if words[at] == "," else 0
        if end and held.isdisjoint(range(at, end)):
            _leave_out(sentence, at, end)
            held = {place - (end - at if place >= end else 0) for place in held}
        else:
            at += 1


def _inserted(words: list[str], comma: int) -> int:
    """Return the place after an insertion that begins at a comma; 0 where none does."""
    for end in range(comma + 2, min(len(words), comma + 2 + _LONGEST)):
        word = words[end]
        if word in _ENDS:
            return end if _names(words[comma + 1 : end]) else 0
        if word == ",":
            follows = words[end + 1] if end + 1 < len(words) else ""
            between = words[comma + 1 : end]
            # who counted may tell one number from another: "The total, police said, was 40"
            named = _SPEAKERS.isdisjoint(between) and follows not in _WITHIN
            joined = follows in lexicon.words("sentences", "goes_on")
            return end + 1 if joined and _tells(between) and (not named or _idle(between)) else 0
        if not word[0].isalpha() and word not in ("'", "-"):
            return 0
    return 0


def _tells(between: list[str]) -> bool:
    """Say whether words tell who says it, or nothing: "said the keeper", "she is told", "then"."""
    if _idle(between):
        return True
    verbs = lexicon.words("sentences", "inserting")
    if between[0] == "by":
        return between[-1] in lexicon.words("sentences", "reckoning")
    if between[0] in verbs or between[0] == "in":
        return between[0] != "in" or between[-1] == "words"
    last = between[-2] if between[-1] == "out" and len(between) > 1 else between[-1]
    return last in verbs and between[0] not in _GOES_ON


def _idle(between: list[str]) -> bool:
    """Say whether words say nothing of a figure: "in fact", "it turned out"."""
    hit = lexicon.phrases("sentences", "inserted").at(between, 0)
    return hit is not None and hit[1] == len(between)


def _names(between: list[str]) -> bool:
    """Say whether words only say who calls it so: ", the trust called it:"."""
    verbs = lexicon.words("sentences", "inserting")
    return len(between) > 2 and between[-1] in _NAMES and between[-2] in verbs


def _leave_out(sentence: Sentence, first: int, last: int) -> None:
    """Take tokens out of a sentence, and move what stands behind them."""
    for row in (sentence.words, sentence.raw, sentence.starts, sentence.ends):
        del row[first:last]
    gone = last - first
    quantities = [
        one
        if one.first < first
        else replace(
            one, first=one.first - gone, last=one.last - gone, noun_last=one.noun_last - gone
        )
        for one in sentence.quantities
    ]
    sentence.take(quantities)
