"""Sums drawn without a word for it: "760 over the weekend"."""

from __future__ import annotations

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.relate.wording import closes, opens

_TABLE = "cues/closed"
_NAMED = 5  # words of "gave the dealer", "brings the cost of the package to"
_DIGITS = 3  # a figure with fewer is often a digit away from a sum by chance
_PAUSES = frozenset({",", "–", "—"})
_ENDS = frozenset({",", ".", ";", ")", "–", "—"})
_OWN = frozenset("the a an his her its their our my of".split())
_ALL_OF = frozenset("the both all two three four five his her their its".split())


def apposed(sentence: Sentence, one: Quantity) -> int | None:
    """Return where a bare figure at the end begins: "420 on Saturday and 310 on Sunday, 730 …".

    It has no noun but theirs, and what follows is all of the time or place, or nothing.
    """
    words, first = sentence.words, opens(sentence, one)
    if one is not sentence.amounts[-1] or first < 1 or words[first - 1] not in _PAUSES:
        return None
    earlier = [q for q in sentence.amounts if q.first < one.first]
    if len(earlier) < 2 or earlier[-1] is sentence.amounts[-1]:
        return None
    named = one.noun is not None and not one.elided and one.noun != earlier[0].noun
    if named or "and" not in words[closes(sentence, earlier[-2]) : opens(sentence, earlier[-1])]:
        return None
    last = closes(sentence, one)
    if not lexicon.words(_TABLE, "longer").isdisjoint(words[last:]):
        return None  # "14 on Saturday and 12 on Sunday, 46 for the season"
    lead, article = [*words[last : last + 2], "", ""][:2]
    over = lead in lexicon.words(_TABLE, "spanning") and article in _ALL_OF
    ends = not lead or lead in _ENDS
    long = one.figure is not None and one.figure.digits >= _DIGITS
    return first - 1 if over or (ends and long) else None


def given(sentence: Sentence, one: Quantity) -> int | None:
    """Return where "gave the dealer", "brings the package to" begins before a figure.

    A toll that is brought to a figure has those who died before in it; a bill is what it is.
    """
    words, first = sentence.words, opens(sentence, one)
    to = words[first - 1 : first] == ["to"]
    if to and one.kind != "money":
        return None
    verbs = lexicon.words("cues/sums", "grown_to") if to else lexicon.words(_TABLE, "gives")
    if verbs.isdisjoint(sentence.vocabulary):
        return None
    stops = lexicon.words("nouns", "stop")
    for at in range(first - 2, max(-1, first - 2 - _NAMED), -1):
        if words[at] in verbs:
            return at
        if not words[at].isalpha() or (words[at] in stops and words[at] not in _OWN):
            return None  # "Rounds of 71, 68 and 69 left him two behind Voss on 206"
    return None
