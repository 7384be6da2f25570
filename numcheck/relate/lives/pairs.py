"""Two ages of one person, each with its year."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from numcheck.lexicon import words as lexicon
from numcheck.model.interval import Interval
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.lives.ages import Age, age_at
from numcheck.relate.lives.kindred import speaks_of_others
from numcheck.relate.lives.whens import right_at
from numcheck.relate.setting import Setting
from numcheck.relate.spans.moments import Moment, moments
from numcheck.relate.wording import derived, is_quoted

_TABLE = "cues/lives"
_LISTED = frozenset({",", "and", "again", "in", "then", "at", "aged", "when"})
_CLAUSE = 10  # words from an age to the year of its clause

Dated = tuple[Quantity, Moment]


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield "he was 17 in 1942 and 50 when he retired in 1985"."""
    births = lexicon.words(_TABLE, "births")
    for sentence in passage.with_kind("day"):
        if len(moments(sentence)) < 2 or not births.isdisjoint(sentence.words):
            continue
        ages = [age for q in sentence.quantities if (age := age_at(sentence, q))]
        for one, other in pairwise(ages):
            if _is_one_life(sentence, one.quantity, other.quantity):
                yield from _pair(sentence, one, other)


def _is_one_life(sentence: Sentence, one: Quantity, other: Quantity) -> bool:
    """Say whether the second age is said of whom the first is: "was 17 in 1942 and 50 when"."""
    words = sentence.words
    before = words[max(0, other.first - 3) : other.first]
    while before and before[-1] in ("only", "just", "aged", "still"):
        before.pop()
    subject = [word for word in words[: one.first] if word in ("he", "she", "i")][-1:]
    again = before[-1:] in (["was"], ["turned"]) and before[-2:-1] == subject != []
    made = before[-2:-1] in (["makes"], ["made"], ["making"])  # "22 in 1990, which makes him 55 in"
    again = again or (made and before[-1:] in (["him"], ["her"], ["me"]))
    elided = before[-1:] == ["and"] or (before[-1:] == ["was"] and before[-2:-1] == ["and"])
    between = sentence.words[one.last : other.first]
    listed = "and" in between and all(word in _LISTED or word.isdigit() for word in between)
    if not (again or elided or listed):
        return False
    return not speaks_of_others(sentence, one.first, other.first, -1)


def _pair(sentence: Sentence, one: Age, other: Age) -> Iterator[Relation]:
    """Tie the second age to the first and the years between."""
    start, end = year_told(sentence, one), year_told(sentence, other)
    if start is None or end is None or start[1].year >= end[1].year:
        return
    yield told_twice(sentence, (one.quantity, start), (other.quantity, end))


def told_twice(
    sentence: Sentence, one: tuple[Quantity, Dated], other: tuple[Quantity, Dated]
) -> Relation:
    """Tie the second of two ages with their years to the first and the years between."""
    (first, start), (age, end) = one, other
    assert first.figure is not None
    gap = end[1].year - start[1].year
    value = int(first.figure.value) + gap
    low, high = value - 1, value + 1
    years = derived(Interval(low, high), age, f"{low} to {high}", kind="age", unit=age.unit)
    begun = replace(
        first, span=first.span.hull(start[0].span), text=f"{first.text} in {start[1].year}"
    )
    return Relation(
        "life",
        {"born": begun, "then": end[0], "age": age, "years": years},
        age.span,
        derived=frozenset({"years"}),
        quoted=is_quoted(sentence, age),
    )


def year_told(sentence: Sentence, age: Age) -> Dated | None:
    """Return the year of an age: right by it, or in the clause with "when" after it."""
    near = right_at(sentence, age)
    if near is not None:
        return near
    words, at = sentence.words, age.quantity.last
    if words[at : at + 1] not in (["when"], ["at"], ["by"], ["as"]):
        return None
    breaks = lexicon.words(_TABLE, "breaks") | {","}
    for one in moments(sentence):
        between = words[at : one[0].first]
        if one[0].first > at:
            plain = len(between) <= _CLAUSE and not any(word in breaks for word in between)
            return one if plain else None
    return None
