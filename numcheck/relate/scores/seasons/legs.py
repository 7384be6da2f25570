"""Two legs and their aggregate: "4-2 after a 1-1 draw"."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon.words import phrases, words
from numcheck.model.passage import Passage, Sentence
from numcheck.model.relation import Relation
from numcheck.relate.scores.sides import TABLE, Score, number, scores_in
from numcheck.relate.wording import is_quoted

_LINKS = frozenset({"on", "(", ",", "winners", "win", "victory", "an", "to", "go", "through"})
_SHOTS = frozenset({"penalties", "pens", "shootout"})
_NOT_LEGS = frozenset({"penalties", "pens", "shootout", "half", "break", "interval", "final"})


def aggregate(passage: Passage, sentence: Sentence, scores: list[Score]) -> Iterator[Relation]:
    """Yield an aggregate with the two legs that the text gives, whichever side scored what."""
    claim = phrases(TABLE, "aggregate").find(sentence.words)
    if claim is None:
        return
    total = _total(sentence, scores, claim.first, claim.last)
    if total is None:
        return
    legs = [one for one in scores if one is not total and _is_leg(sentence, one)]
    if len(legs) < 2:
        legs = [*_before(passage, sentence), *legs]
    if not 0 < len(legs) <= 2:
        return
    quantity = total.quantity
    fits = _fits(total, legs)
    yield Relation(
        "aggregate",
        {
            "total": quantity,
            "legs": tuple(one.quantity for one in legs),
            "out": number(0 if fits else 1, quantity),
        },
        quantity.span,
        derived=frozenset({"out"}),
        quoted=is_quoted(sentence, quantity),
    )


def _total(sentence: Sentence, scores: list[Score], first: int, last: int) -> Score | None:
    """Return the score that is the aggregate: "4-2 on aggregate", "an aggregate of 4-2"."""
    tokens = sentence.words
    for score in scores:
        quantity = score.quantity
        after = tokens[quantity.last : first]
        if quantity.last <= first and len(after) <= 2 and _LINKS.issuperset(after):
            return score
        before = tokens[last : quantity.first]
        if quantity.first >= last and len(before) <= 4 and "," not in before:
            named = not {"score", "scoreline", "of", "was", "win", "victory", "by"}.isdisjoint(
                before
            )
            if named or not before:
                return score
    return None


def _is_leg(sentence: Sentence, score: Score) -> bool:
    around = sentence.words[score.quantity.last : score.quantity.last + 4]
    before = sentence.words[max(0, score.quantity.first - 2) : score.quantity.first]
    far = sentence.words[max(0, score.quantity.first - 6) : score.quantity.first]
    if not _SHOTS.isdisjoint(far):
        return False
    return _NOT_LEGS.isdisjoint(around) and _NOT_LEGS.isdisjoint(before)


def _before(passage: Passage, sentence: Sentence) -> list[Score]:
    """Return the one score of the sentence before, where it is of a leg."""
    if sentence.index == 0:
        return []
    before = passage.sentences[sentence.index - 1]
    if before.paragraph != sentence.paragraph or not before.quantities:
        return []
    if words(TABLE, "legs").isdisjoint(before.vocabulary):
        return []
    found = [one for one in scores_in(before) if _is_leg(before, one)]
    return found if len(found) <= 2 and len(found) == len(scores_in(before)) else []


def _fits(total: Score, legs: list[Score]) -> bool:
    """Say whether the legs come to the aggregate, or one leg lies within it."""
    if len(legs) == 1:
        leg = legs[0]
        return (leg.high <= total.high and leg.low <= total.low) or (
            leg.low <= total.high and leg.high <= total.low
        )
    first, second = legs
    stated = sorted((total.one, total.other))
    along = sorted((first.one + second.one, first.other + second.other))
    across = sorted((first.one + second.other, first.other + second.one))
    return stated in (along, across) and _by_verdicts(stated, legs)


def _by_verdicts(stated: list[int], legs: list[Score]) -> bool:
    """Say whether wins and defeats of one side, where both are told, come to the aggregate."""
    first, second = (one.verdict for one in legs)
    if not first or not second:
        return True
    ours = sum(leg.low if leg.verdict == "lost" else leg.high for leg in legs)
    theirs = sum(leg.high if leg.verdict == "lost" else leg.low for leg in legs)
    return sorted((ours, theirs)) == stated
