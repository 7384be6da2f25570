"""A bound on each of several, and the one that goes furthest."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Direction, Hedge, Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.bounds.limits import SIDES, bound
from numcheck.relate.wording import closes, opens

_TABLE = "cues/bounds"
_TURNED: dict[Direction, Direction] = {"less than": "at least", "more than": "at most"}
_LOW = frozenset({"more than", "at least"})
_FAR = 4  # words from "the cheapest" to its price
_ASIDE = 7  # words of ", at 14 Mill Lane,"
_AHEAD = 9  # words from "no house" to the price that it did not fall below
_PAUSES = frozenset({",", ";", ":", "–", "—", "(", "and", "though", "while"})


def furthest(sentence: Sentence) -> Iterator[Relation]:
    """Yield "Every shift lasted at least 90 minutes: the shortest ran 75 minutes"."""
    words = sentence.words
    figures = [one for one in sentence.amounts if one.value is not None and one.kind != "ratio"]
    for limit, figure in pairwise(figures):
        if limit.hedge is None or figure.hedge is not None:
            continue
        sided = _sided(sentence, limit)
        if sided is None or sided.hedge is None or not _same(limit, figure):
            continue
        key = "least" if sided.hedge.direction in _LOW else "most"
        last = opens(sentence, figure)
        hit = lexicon.phrases(_TABLE, f"{key}_of_all").find(words, closes(sentence, limit), last)
        if hit is None or not _begins(words, hit.first):
            continue
        figure = _in_its_unit(limit, figure)
        if _told_at_once(words, hit.last, last) and lexicon.words(_TABLE, "not_of_all").isdisjoint(
            words[limit.last : last]
        ):
            yield bound(sentence, sided, sentence, figure)


def _told_at_once(words: list[str], first: int, last: int) -> bool:
    """Say whether a superlative stands alone before its figure: "the cheapest, number 14, made".

    "The youngest to apply" and "the dearest in the annexe" are of others.
    """
    gap = words[first:last]
    if gap[:1] == [","] and "," in gap[1:_ASIDE]:
        gap = gap[gap.index(",", 1) + 1 :]
    if gap[:1] == ["of"] and gap[1:2] in (["them"], ["all"]):
        gap = gap[2:]
    links = lexicon.words(_TABLE, "extreme_links")
    return len(gap) <= _FAR and all(word in links for word in gap)


def _begins(words: list[str], at: int) -> bool:
    """Say whether a superlative begins what is said: "; the cheapest", "– even the shortest"."""
    at -= 1
    if words[at] not in ("the", "its", "their"):
        return False
    at -= words[at - 1] == "even"
    return words[at - 1] in _PAUSES


def _sided(sentence: Sentence, limit: Quantity) -> Quantity | None:
    """Return a bound as it holds of all: "none for less than £300" is at least £300 for each."""
    words, first, hedge = sentence.words, opens(sentence, limit), limit.hedge
    if hedge is None or hedge.direction not in SIDES:
        return None
    ahead = words[max(0, first - _AHEAD) : first]
    if not lexicon.words(_TABLE, "rules_for_all").isdisjoint(ahead):
        return None
    if not lexicon.words(_TABLE, "none_of_all").isdisjoint(ahead):
        turned = _TURNED.get(hedge.direction)
        return None if turned is None else replace(limit, hedge=Hedge(turned, turned, hedge.span))
    said = lexicon.words(_TABLE, "all_of_all").isdisjoint(ahead)
    return None if said or hedge.direction == "nearly" else limit


def _in_its_unit(limit: Quantity, figure: Quantity) -> Quantity:
    """Give a bare figure the unit of its limit: "at least 90 minutes: the shortest ran 75"."""
    if figure.unit is not None or limit.unit is None:
        return figure
    return replace(figure, kind=limit.kind, unit=limit.unit, units=limit.units)


def _same(limit: Quantity, figure: Quantity) -> bool:
    """Say whether a figure can be one of what is bounded: of its unit, or a bare one."""
    if figure.unit is None:
        return figure.noun in (None, limit.noun) and figure.kind in ("number", "count", "age")
    if limit.unit is None:
        return False
    return limit.unit.dimension == figure.unit.dimension
