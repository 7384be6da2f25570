"""Two ages of one person over two sentences, each with its year."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.lives.ages import Age, age_at
from numcheck.relate.lives.kindred import speaks_of_others
from numcheck.relate.lives.pairs import told_twice, year_told
from numcheck.relate.spans.moments import Moment, moments
from numcheck.relate.sparse.window import Window

_PRONOUNS = frozenset({"he", "she", "they", "we", "i"})
_OPENING = 6  # words within which "the 52-year-old" or "he" takes up the sentence before
_OTHERS = frozenset("; and but after since who whose a an by with to from his her".split())
_CLAUSE = 4  # words from "he" to "was 51"
_FAR = 9  # words from an age to its year

Dated = tuple[Quantity, Moment]


def find(window: Window) -> Iterator[Relation]:
    """Yield "She turned 40 in 2010. In 2024 the 52-year-old stepped down"."""
    near = window.near
    if near is None:
        return
    later = [one for one in moments(window.sentence) if one[1].year > 999]
    if len(later) != 1 or not moments(near):
        return
    old, told = _only_age(window.sentence), []
    if old is None or not _goes_on(window, old):
        return
    for one in near.quantities:
        age = age_at(near, one)
        year = year_told(near, age) if age is not None else None
        if age is not None and year is not None:
            told.append((age, year))
    if len(told) != 1:
        return
    (young, start), end = told[0], later[0]
    if start[1].year >= end[1].year or not _together(window, old.quantity, end[0]):
        return
    if "born" in near.vocabulary or speaks_of_others(near, young.quantity.first, start[0].last, -1):
        return
    yield told_twice(window.sentence, (young.quantity, start), (old.quantity, end))


def _only_age(sentence: Sentence) -> Age | None:
    """Return the one age of a sentence, None where there are more or none."""
    found = [age for one in sentence.quantities if (age := age_at(sentence, one)) is not None]
    numbers = sum(one.kind in ("age", "number") for one in sentence.quantities)
    return found[0] if len(found) == numbers == 1 else None


def _goes_on(window: Window, old: Age) -> bool:
    """Say whether an age is that of whom the sentence before speaks."""
    words, near = window.words, window.near
    assert near is not None
    if speaks_of_others(window.sentence, 0, old.quantity.last, -1):
        return False
    if any(word[:1].isupper() for word in window.sentence.raw[1 : old.quantity.first]):
        return False
    pronouns = _PRONOUNS.intersection([*words[: old.quantity.last], *near.words])
    if len(pronouns) > 1 or "they" in pronouns:
        return False
    led = words[max(0, old.quantity.first - 1)]
    taken_up = old.called and led == "the" and old.quantity.first <= _OPENING
    subject = words[max(0, old.quantity.first - _CLAUSE) : old.quantity.first]
    if words[:1] in (["he"], ["she"]) and words[1:2] in (["died"], ["retired"], ["was"]):
        return True
    if words[0] == "now" and old.quantity.first == 1:  # "Now 58, she told the paper in 2023"
        return words[old.quantity.last : old.quantity.last + 2] in ([",", "she"], [",", "he"])
    plain = {"which", "who", "that", "whose"}.isdisjoint(words[: old.quantity.last])
    return taken_up or (plain and not {"he", "she"}.isdisjoint(subject))


def _together(window: Window, age: Quantity, year: Quantity) -> bool:
    """Say whether an age and a year stand in one clause: "In 2024 the 52-year-old"."""
    first, last = sorted((age, year), key=lambda one: one.first)
    between = window.words[first.last : last.first]
    return len(between) <= _FAR and _OTHERS.isdisjoint(between)
