"""A score at half-time that lies above the one at the end."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon.words import phrases
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.scores.sides import TABLE, Score, number, scores_in
from numcheck.relate.wording import is_quoted

_NAMED = frozenset({"half", "break", "interval", "halftime"})


def halves(passage: Passage, sentence: Sentence, scores: list[Score]) -> Iterator[Relation]:
    """Yield the score at half-time with the result, in this sentence or the next."""
    claims = phrases(TABLE, "half").all(sentence.words)
    if len(claims) != 1 or phrases(TABLE, "another_match").find(sentence.words) is not None:
        return
    claim = claims[0]
    half = next(
        (one for one in scores if _at(sentence, one.quantity, claim.first, claim.last)), None
    )
    if half is None:
        return
    others = [one for one in scores if one is not half]
    within = sentence
    if not others:
        within, others = _next(passage, sentence)
    if len(others) != 1 or not others[0].verdict:
        return
    full = others[0]
    over = _over(half, full, _side(sentence, half), _same_side(sentence, within, half, full))
    yield Relation(
        "half",
        {"half": half.quantity, "full": full.quantity, "over": number(over, half.quantity)},
        sentence.span_of(claim.first, claim.last),
        derived=frozenset({"over"}),
        quoted=is_quoted(sentence, half.quantity),
    )


def _at(sentence: Sentence, quantity: Quantity, first: int, last: int) -> bool:
    """Say whether a score is that of half-time: "3-0 at half-time", "a 3-0 half-time lead"."""
    tokens = sentence.words
    if quantity.last <= first:
        between = tokens[quantity.last : first]
        return len(between) <= 3 and {"at", "by", "before"}.issuperset(between[-1:])
    between = tokens[last : quantity.first]
    return len(between) <= 3 and not {"lead", "score", "deficit", "of", "it"}.isdisjoint(between)


def _next(passage: Passage, sentence: Sentence) -> tuple[Sentence, list[Score]]:
    place = sentence.index + 1
    if place >= len(passage.sentences):
        return sentence, []
    after = passage.sentences[place]
    if after.paragraph != sentence.paragraph or not after.quantities:
        return sentence, []
    if phrases(TABLE, "another_match").find(after.words) is not None:
        return sentence, []
    return after, scores_in(after)


def _side(sentence: Sentence, half: Score) -> str:
    """Say whether the side spoken of was ahead or behind at half-time."""
    tokens, quantity = sentence.words, half.quantity
    near = tokens[max(0, quantity.first - 3) : quantity.last + 2]
    ahead = phrases(TABLE, "ahead").find(near) is not None
    behind = phrases(TABLE, "behind").find(near) is not None
    return "" if ahead == behind else "ahead" if ahead else "behind"


def _same_side(sentence: Sentence, within: Sentence, half: Score, full: Score) -> bool:
    """Say whether no other side is named between the two scores."""
    if within is not sentence:
        return within.words[0] in ("they", "it", "he", "she")
    if full.quantity.first < half.quantity.first:
        return False
    between = sentence.raw[half.quantity.last : full.quantity.first]
    names = [at for at, word in enumerate(between) if word[:1].isupper()]
    opening = not any(word[:1].isupper() for word in sentence.raw[1 : half.quantity.first])
    if opening and names and names[-1] - names[0] < 3:
        return "who" not in between  # "Ahead 3-2 at the break, Wasps slipped to a 4-2 defeat"
    return not any(word[:1].isupper() for word in between) and "who" not in between


def _over(half: Score, full: Score, side: str, same: bool) -> int:
    """Return by how many goals a side had more at half-time than at the end."""
    along = max(half.high - full.high, half.low - full.low, 0)
    across = max(half.high - full.low, half.low - full.high, 0)
    if same and side and full.verdict in ("won", "lost"):
        return along if (side == "ahead") == (full.verdict == "won") else across
    return min(along, across)
