"""Points by quarter, half or inning, and the score they come to."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon.words import mapping, words
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.scores.sides import TABLE, Score, number, spoken
from numcheck.relate.wording import is_quoted

_NEAR = 4  # words of "in the opening quarter"
_ALL = {"quarter": 4, "half": 2, "period": 3}
_LEAST = 10  # fewer are told of one who scored as of a side
_FAR = 12  # words from the last period to the score
_LAST = frozenset({"last", "final"})


def periods(sentence: Sentence, scores: list[Score]) -> Iterator[Relation]:
    """Yield "seven points in the first quarter, 10 in the second … to beat Carver, 24-20"."""
    told = [one for one in (*sentence.quantities, *_nothing(sentence)) if _in_period(sentence, one)]
    if len(told) < 2:
        return
    told.sort(key=_first)
    scores = [one for one in scores if one.quantity.first >= told[-1].last]
    if len(scores) != 1:
        return
    score, tokens = scores[0], sentence.words
    first, last = told[0].first, told[-1].last
    inside = tokens[first : last + _NEAR]
    name = next((word for word in inside if word in _ALL), "")
    innings = not {"inning", "innings"}.isdisjoint(inside)
    between = tokens[last + 2 : score.quantity.first]
    if score.quantity.first < last or not (name or innings) or not _won(between):
        return
    ranks = {tokens[one.noun_last + 2] for one in told}
    points = sum(int(one.value or 0) for one in told)
    over = innings and points > score.high  # nothing says that all innings with runs are told
    near = score.high >= _LEAST and 5 * abs(points - score.high) <= score.high  # one side's points
    all_told = name and near and len(told) == len(ranks) == _ALL[name]
    if not (over or all_told) or points == score.low:
        return
    yield Relation(
        "split",
        {"whole": replace(number(score.high, score.quantity), text=str(score.high)),
         "parts": tuple(told)},
        score.quantity.span,
        quoted=is_quoted(sentence, score.quantity),
    )  # fmt: skip


def _in_period(sentence: Sentence, quantity: Quantity) -> bool:
    """Say whether a count is that of a period: "10 in the second", "none in the third quarter"."""
    tokens, at = sentence.words, quantity.noun_last
    if quantity.kind not in ("count", "number") or not isinstance(quantity.value, int):
        return False
    if quantity.noun not in (None, "point", "run", "goal") or quantity.hedge is not None:
        return False
    rank = tokens[at + 2] if at + 2 < len(tokens) else ""
    return tokens[at : at + 2] == ["in", "the"] and (
        rank in mapping("ordinals", "values") or rank in _LAST or rank == "opening"
    )


def _won(between: list[str]) -> bool:
    """Say whether a score is that of the side whose points were told: "to beat Carver,"."""
    beaten = not words(TABLE, "to_beat").isdisjoint(between)
    return len(between) < _FAR and beaten and words(TABLE, "turns_of_score").isdisjoint(between)


def _first(quantity: Quantity) -> int:
    return quantity.first


def _nothing(sentence: Sentence) -> Iterator[Quantity]:
    """Yield "none in the third" as no points."""
    for at, word in enumerate(sentence.words):
        if word == "none":
            yield spoken(sentence, at, at + 1, 0)
