"""What stands for one without a figure: "another person", "a child"."""

from __future__ import annotations

from functools import cache

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Figure, Quantity
from numcheck.relate.sums.terms.kin import group_of, is_person, kin
from numcheck.relate.wording import closes

_TABLE = "cues/sums"
_CUTS = frozenset({",", ";", "and", "."})
_LONG = 4  # words of an item that names one thing: "a grand piano"
_ONES = frozenset({"a", "an", "her", "his", "its", "their", "the", "my", "our", "another"})
_LISTED = frozenset({",", "and", ":", ";", "were", "was", "are", "–", "—", "plus"})
_SHORT = 3  # words of "the second officer"
_ENDS = frozenset({";", ":", "—", "–"})


def may_hold(
    sentence: Sentence, first: int, last: int, whole: Quantity, least: int, singles: bool
) -> bool:
    """Say whether so many parts of a whole may stand between two places; cheap to ask."""
    for q in sentence.quantities:
        if first < q.last <= last and kin(whole, q):
            least -= 1
            if least <= 0:
                return True
    return sum(map(_ones(singles).__contains__, sentence.words[first : last + 1])) >= least


@cache
def _ones(singles: bool) -> frozenset[str]:
    """Return the words that a part without a figure has: "one", "another", "a child"."""
    ones = lexicon.words(_TABLE, "singular") | {"one"}
    return ones | lexicon.words(_TABLE, "articles") | {"a", "an"} if singles else ones


def worded(
    sentence: Sentence, first: int, last: int, value: int, noun: str | None = None
) -> Quantity:
    """Return the quantity that words without a figure stand for: "another person" is one."""
    text = sentence.cut(first, last)
    return Quantity(
        sentence.span_of(first, last),
        text,
        "count",
        Figure(text, value, worded=True),
        noun=noun,
        counts=noun,
        place=sentence.block.place,
        sentence=sentence.index,
        first=first,
        last=last,
        noun_last=last,
    )


def leaves_others(sentence: Sentence, at: int, figure: Quantity, whole: Quantity) -> bool:
    """Say whether "leaving 12" counts what was struck, not what is left: "leaving 12 dead"."""
    words, after = sentence.words, closes(sentence, figure)
    if not words[at].startswith("leav"):
        return False
    if not lexicon.words(_TABLE, "struck").isdisjoint(words[figure.last : after + 2]):
        return True
    return figure.kind != "percent" and figure.noun not in (None, whole.noun)


def single_at(sentence: Sentence, at: int, last: int, whole: Quantity) -> Quantity | None:
    """Return the one person or thing that "a" or "his" begins at a place of a list."""
    if whole.noun is None or is_person(whole.noun):
        return person_at(sentence, at, last, whole)
    return thing_at(sentence, at, last)


def thing_at(sentence: Sentence, at: int, last: int) -> Quantity | None:
    """Return the one thing that "a kitchen" counts, if the item says no more."""
    words = sentence.words
    if words[at] not in ("a", "an") or "with" in words[:last]:
        return None
    end = next((p for p in range(at + 1, last) if words[p] in _CUTS), last)
    stop = lexicon.words("nouns", "stop") | lexicon.words("nouns", "verbs")
    named = words[at + 1 : end]
    if not 0 < len(named) < _LONG or any(w in stop or not w[0].isalpha() for w in named):
        return None
    return worded(sentence, at, end, 1)


def person_at(sentence: Sentence, at: int, last: int, whole: Quantity) -> Quantity | None:
    """Return the one person, or one of the counted things, that "a" or "his" begins at a place."""
    words = sentence.words
    if words[at] not in lexicon.words(_TABLE, "articles"):
        return None
    if whole.noun is not None and not is_person(whole.noun):
        return None
    for place in range(at + 1, min(at + 9, last)):
        if words[place] in _ENDS or words[place] in (",", "and", "or", "of", "who", "in"):
            return None
        if group_of(words[place]) in ("people", "sexes", "ages", "roles"):
            follows = words[place + 1] if place + 1 < last else ""
            if follows.isalpha() and group_of(follows) in ("people", "sexes", "ages", "roles"):
                continue
            if lexicon.is_plural(words[place]) or follows in lexicon.words(_TABLE, "claims"):
                return None  # "14,200, the police said"
            return worded(sentence, at, place + 1, 1, words[place])
    return None


def singles(sentence: Sentence, last: int) -> list[Quantity]:
    """Return what stands for one, without a figure, in a list of figures: "her skipper"."""
    words, stop = sentence.words, lexicon.words("nouns", "stop")
    begins = {one.first for one in sentence.quantities}
    ends = {closes(sentence, one) for one in sentence.quantities}
    found = []
    for at in range(min(last, len(words) - 1)):
        if words[at] not in _ONES or (at and words[at - 1] not in _LISTED):
            continue
        end = next((p for p in range(at + 1, min(at + 2 + _SHORT, last)) if words[p] in _LISTED), 0)
        named = words[at + 1 : end]
        if not named or not begins.isdisjoint(range(at, end)):
            continue
        beside = end + 1 in begins or at - 1 in ends
        plain = all(word.isalpha() and word not in stop for word in named)
        if plain and beside and not lexicon.is_plural(named[-1]):
            found.append(worded(sentence, at, end, 1))
    return found
