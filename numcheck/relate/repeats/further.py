"""Counts that a story adds up to its headline's: "two more"."""

from __future__ import annotations

from collections.abc import Iterable

from numcheck.lexicon.words import phrases, words
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.relate.repeats.scopes import TABLE
from numcheck.relate.wording import closes, opens

_STORY = 12  # sentences of the story in which more of the same may be told
_MOST = 8


def added_up(first: Quantity, again: Quantity, passage: Passage) -> bool:
    """Say whether the story's count and those it tells of later come to the headline's."""
    whole = first.value
    if not isinstance(whole, int) or not isinstance(again.value, int):
        return False
    story = [one for one in passage.sentences if one.block.place != "headline"][:_STORY]
    if any(phrases(TABLE, "mounting").find(one.words) is not None for one in story):
        return True
    counts = again.kind in ("count", "number")
    where = next((one for one in story if counts and again in one.quantities), None)
    if where is not None and whole in _sums(_told(where, again), again.value):
        return True  # "Nine held", and "arrested seven men and two women"
    return whole in _sums(list(_more(story, again)), again.value)


def _sums(counts: list[int], begun: int) -> set[int]:
    """Return what a count comes to with any of others."""
    sums = {begun}
    for count in counts[:_MOST]:
        sums |= {known + count for known in sums}
    return sums


def _told(sentence: Sentence, again: Quantity) -> list[int]:
    """Return the other people that a sentence counts: "two women", "and a boy"."""
    people = words(TABLE, "people")
    told = [
        one.value
        for one in sentence.quantities
        if one is not again and isinstance(one.value, int) and one.noun in people
    ]
    tokens = sentence.words
    ones = sum(
        word in ("a", "an", "his", "her") and not people.isdisjoint(tokens[at + 1 : at + 3])
        for at, word in enumerate(tokens)
    )
    return told + [1] * min(ones, _MOST)


def _more(story: Iterable[Sentence], again: Quantity) -> Iterable[int]:
    """Yield the counts that come on top: "two more bodies", "another died", "a further six"."""
    adding = words(TABLE, "adding")
    for sentence in story:
        numbers = [q for q in sentence.quantities if isinstance(q.value, int) and q is not again]
        told = set[int]()
        for quantity in numbers:
            first = max(0, opens(sentence, quantity) - 2)
            last = closes(sentence, quantity) + 1
            near = sentence.words[first:last]
            if quantity.kind in ("count", "number") and not adding.isdisjoint(near):
                told.update(range(first, last))
                yield int(quantity.value or 0)
        for at, word in enumerate(sentence.words):
            ranked = word in words(TABLE, "one_more") and sentence.words[at - 1] == "a"
            if (ranked or word == "another") and at not in told:
                yield 1
