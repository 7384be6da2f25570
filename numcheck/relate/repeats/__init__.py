"""A figure said twice of one thing: in headline and story."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.lexicon.words import words
from numcheck.model.interval import Rational
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.repeats.further import added_up
from numcheck.relate.repeats.scopes import (
    TABLE,
    in_parts,
    one_in,
    other_scope,
    reached,
    some_of,
    whole_of,
)
from numcheck.relate.repeats.subjects import (
    narrowed,
    of_another,
    of_others,
    other_thing,
    same_subject,
    same_thing,
    shared,
    subject,
    worth_it,
)
from numcheck.relate.setting import Setting
from numcheck.relate.wording import is_quoted

_LEAD = 3  # sentences of the story in which its headline must come true
_COUNTS = frozenset({"count", "number"})
_SIZES = frozenset({"money", "measure", "duration", "percent", "age"})
_SHARED = 2  # words of the headline that must come back beside a size


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield each figure of a headline with the first figure of the same thing in the story."""
    headline = [s for s in passage.figured if s.block.place == "headline"]
    if not headline or len(headline) > 2:
        return
    body = [s for s in passage.figured if s.block.place != "headline"]
    body = [s for s in body if s.index - headline[-1].index <= _LEAD + 1]
    if not body:
        return
    from numcheck.relate.repeats.results import results  # few articles have a headline of a match

    yield from results(passage, headline, body)
    if len(headline) == 1 and any(one.kind == "year" for one in headline[0].quantities):
        from numcheck.relate.repeats.dates import years

        yield from years(headline[0], body[0], passage)
    for sentence in headline:
        for quantity in sentence.quantities:
            if _sized(quantity):
                yield from _again(sentence, quantity, body[:_LEAD], passage)


def _sized(quantity: Quantity) -> bool:
    """Say whether a figure is one that a story repeats: a count, a sum, a size."""
    if quantity.figure is None or quantity.is_range or quantity.parts.get("per"):
        return False
    if quantity.kind in _COUNTS:
        return quantity.figure.value >= 2
    return quantity.kind in _SIZES


def _again(
    headline: Sentence, first: Quantity, body: list[Sentence], passage: Passage
) -> Iterator[Relation]:
    """Find the story's own figure of what the headline says; silent where several differ."""
    if _stands_elsewhere(first, passage) or one_in(headline, first):
        return
    found = _counted(headline, first, body) if first.kind in _COUNTS else []
    found = found or _alike(headline, first, body)
    if not found:
        return
    sentence, again = found[0]
    if in_parts(sentence, again, of_others(headline, first, sentence)):
        yield from _in_excess(headline, first, sentence)
        return
    if len({q.figure.value for _, q in found if q.figure}) > 1:
        return
    scoped = other_scope(sentence, again) and not worth_it(headline, sentence, again)
    if scoped or other_scope(headline, first) or _hedged(first, again):
        return
    if added_up(first, again, passage):
        return
    aged = first.kind == "age"
    if aged:
        first, again = (replace(one, unit=None, units=()) for one in (first, again))
    exact = aged or (first.exact and again.exact and first.figure and first.figure.coarse == 1)
    yield Relation(
        "recount" if exact or _as_fine(first, again) else "repeat",
        {"first": first, "again": again},
        again.span,
        quoted=is_quoted(sentence, again),
    )


def _as_fine(first: Quantity, again: Quantity) -> bool:
    """Say whether both figures are printed with the same decimals: 4.1% is no rounded 4.3%."""
    one, other = first.figure, again.figure
    if one is None or other is None or first.hedge or again.hedge:
        return False
    return one.decimals == other.decimals > 0 and one.grain == other.grain


def _in_excess(headline: Sentence, first: Quantity, sentence: Sentence) -> Iterator[Relation]:
    """Yield "Storm kills 11", and "Seven people died in Hull and five drowned in York"."""
    what = subject(headline, first)
    parts = [one for one in sentence.quantities if one.kind in _COUNTS and _sized(one)]
    told = what is not None and all(same_subject(sentence, one, what, first) for one in parts)
    apart = len(parts) == 2 and "and" in sentence.words[parts[0].last : parts[1].first]
    inside = not words(TABLE, "inside").isdisjoint(sentence.vocabulary)
    if told and apart and not inside and not any(one.hedge for one in (first, *parts)):
        yield Relation("parts", {"whole": first, "parts": tuple(parts)}, first.span, strict=True)


def _counted(
    headline: Sentence, first: Quantity, body: list[Sentence]
) -> list[tuple[Sentence, Quantity]]:
    """Return the story's counts of the same noun, or of those whom the same befell."""
    what = subject(headline, first)
    if what is None:
        return []
    found = [
        (sentence, quantity)
        for sentence in body
        for quantity in sentence.quantities
        if quantity.kind in _COUNTS
        and _sized(quantity)
        and same_subject(sentence, quantity, what, first)
    ]
    wholes = [whole_of(sentence, quantity) for sentence, quantity in found]
    return [(sentence, one) for sentence, one in found if all(one is not whole for whole in wholes)]


def _alike(
    headline: Sentence, first: Quantity, body: list[Sentence]
) -> list[tuple[Sentence, Quantity]]:
    """Return the one figure of its kind that the headline's own words stand around."""
    if len([q for q in headline.quantities if _kin(first, q)]) > 1:
        return []
    for sentence in body:
        kin = [q for q in sentence.quantities if _kin(first, q) and not _names(sentence, first, q)]
        kin = [q for q in kin if not (some_of(sentence, q) or of_another(headline, sentence, q))]
        if len(kin) > 1:
            kin = reached(headline, first, sentence, kin)
        if len(kin) > 1:
            return []
        if kin and _sized(kin[0]):
            near = shared(headline, sentence, kin[0]) >= _SHARED
            near = near or same_thing(headline, first, sentence, kin[0])
            other = narrowed(headline, sentence, kin[0])
            if other or other_thing(headline, first, sentence, kin[0]):
                return []
            return [(sentence, kin[0])] if near else []
    return []


def _kin(first: Quantity, other: Quantity) -> bool:
    """Say whether two figures are of one kind: two sums in pounds, two counts of people."""
    if first.kind in _COUNTS:
        people = lexicon.words("cues/repeats", "people")
        same = first.noun == other.noun or {first.noun, other.noun} <= people | {None}
        return other.kind in _COUNTS and same
    if first.kind != other.kind or first.kind == "age":
        return first.kind == other.kind
    if first.unit is None or other.unit is None:
        return first.unit is other.unit
    return first.unit.dimension == other.unit.dimension


def _names(sentence: Sentence, first: Quantity, other: Quantity) -> bool:
    """Say whether a time is of something else by its noun and unit: "after a two-week trial"."""
    if other.kind != "duration" or first.unit is None or other.unit is None:
        return False
    noun = sentence.words[other.last : other.last + 1]
    terms = lexicon.members(TABLE, "same_words")
    named = bool(noun) and noun[0].isalpha() and terms.get(noun[0]) != "jail"
    apart = other.unit.name != first.unit.name or "-" not in first.text
    return "-" in other.text and named and apart  # "jailed for 12 years" after "a 15-year feud"


def _hedged(first: Quantity, again: Quantity) -> bool:
    """Say whether a hedge lets the one be the other: "more than 100" and 107."""
    if first.hedge is None and again.hedge is None:
        return False
    if first.unit is not None and again.unit is not None and first.unit.name != again.unit.name:
        return True
    return first.reading(loose=True).meets(again.reading(loose=True))


def _stands_elsewhere(first: Quantity, passage: Passage) -> bool:
    """Say whether the headline's own value comes back anywhere in the story."""
    value = first.figure.value if first.figure else None
    story = [s for s in passage.sentences if s.block.place != "headline"]
    ordinals = lexicon.mapping("ordinals", "values")
    rank = next((word for word, number in ordinals.items() if number == value), None)
    return any(
        (rank is not None and rank in sentence.words)  # "A fifth was held later"
        or any(_says(q, value) and not _of_others(first, q) for q in sentence.quantities)
        for sentence in story[:60]
    )


def _of_others(first: Quantity, other: Quantity) -> bool:
    """Say whether a figure counts something else: fourteen lecturers, not courses."""
    people = lexicon.words("cues/repeats", "people")
    if first.noun is None or other.noun is None or first.kind not in _COUNTS:
        return False
    same = lexicon.members("cues/repeats", "same_nouns")
    ours, theirs = (same.get(noun, noun) for noun in (first.noun, other.noun))
    return ours != theirs and not {first.noun, other.noun} <= people


def _says(quantity: Quantity, value: Rational | None) -> bool:
    if quantity.figure is None or value is None:
        return False
    if quantity.upper is not None:
        return quantity.figure.value <= value <= quantity.upper.value
    return quantity.figure.value == value
