"""The later year at which somebody was of an age."""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.relate.lives.ages import Age
from numcheck.relate.spans.moments import Moment, moments

_TABLE = "cues/lives"
_BOUNDS = frozenset({"since", "until", "from", "before", "after", "by"})
_OBJECTS = frozenset({"him", "her", "them", "himself", "herself"})  # "him and four others"
_AT_ONCE = (["in"], [",", "in"], ["on"], ["at", "the"], ["in", "the"])

Dated = tuple[Quantity, Moment]


def right_at(sentence: Sentence, age: Age) -> Dated | None:
    """Return the year that stands right by an age: "17 in 1942", "1944, the year she turned 20"."""
    words, quantity = sentence.words, age.quantity
    for one in moments(sentence):
        year = one[0]
        if words[quantity.last : year.first] in _AT_ONCE:
            return one
        cue = lexicon.phrases(_TABLE, "year_of_age").at(words, year.last)
        if cue is not None and cue[1] <= quantity.first <= cue[1] + 3:
            return one
    return None


def year_of(
    sentence: Sentence, age: Age, ages: Sequence[Age], birth: Quantity, born: Moment
) -> Dated | None:
    """Return the one later year of the clause in which an age stands."""
    near = right_at(sentence, age)
    if near is not None and near[0] is not birth and near[1].year > born.year:
        return near
    first, last = _clause(sentence, age.quantity)
    found = []
    for quantity, when in moments(sentence):
        if quantity is birth or not first <= quantity.first < last or when.year <= born.year:
            continue
        before = sentence.words[max(0, quantity.first - 2) : quantity.first]
        if not any(word in _BOUNDS for word in before) or _by_the_time(sentence, quantity):
            found.append((quantity, when))
    inside = [one for one in ages if first <= one.quantity.first < last]
    inside = [one for one in inside if one is age or not one.apposed]  # "Harlan, 58, was 21 when"
    if not len(found) == len(inside) == 1:
        return None
    if _turned(sentence.words[age.quantity.last : found[0][0].first]):
        return None
    return None if _elsewhere(sentence, age.quantity, found[0][0]) else found[0]


def _turned(between: list[str]) -> bool:
    """Say whether a main clause has its own year: "widowed at 31, she married again in 1975"."""
    return between[:2] in ([",", "she"], [",", "he"]) and len(between) > 3


def _by_the_time(sentence: Sentence, year: Quantity) -> bool:
    """Say whether "by" before a year is that of "by the end of 1990"; a bare one is a bound."""
    return sentence.words[max(0, year.first - 3) : year.first - 1] == ["by", "the"]


def _elsewhere(sentence: Sentence, age: Quantity, year: Quantity) -> bool:
    """Say whether a clause without a year tells when: "crowned in 1953, was 25 when he died"."""
    words, at = sentence.words, age.last
    if words[at : at + 1] == [","]:
        at += 1
    if words[at : at + 1] not in (["when"], ["as"]) or year.first > at:
        return False
    return year.first > 3


def _clause(sentence: Sentence, quantity: Quantity) -> tuple[int, int]:
    """Return the places of the stretch around a figure without "and", "but" or a semicolon."""
    breaks = lexicon.words(_TABLE, "breaks")
    words, first, last = sentence.words, 0, len(sentence.words)
    for at in range(quantity.first - 1, -1, -1):
        if words[at] in breaks and (words[at] != "then" or at + 1 < quantity.first):
            first = at + 1
            break
    for at in range(quantity.last, last):
        if words[at] in breaks and not _pairs(sentence, at):
            last = at
            break
    return first, last


def _pairs(sentence: Sentence, at: int) -> bool:
    """Say whether "and" pairs two people: "killed him and four others", "she and Vern wed"."""
    words = sentence.words
    if words[at] != "and" or at + 1 >= len(words):
        return False
    then = sentence.raw[at + 1]
    named = words[at - 1] in ("he", "she") and (then[:1].isupper() or then in ("his", "her"))
    return named or words[at - 1] in _OBJECTS
