"""Sets of a tennis match: "in straight sets, 6-4, 4-6, 6-3"."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon.words import Found, phrases
from numcheck.model.passage import Sentence
from numcheck.model.relation import Relation
from numcheck.relate.scores.sides import TABLE, Score, number
from numcheck.relate.wording import bracket, is_quoted, worded

_SETS = 3  # sets that win a match
_BETWEEN = frozenset({",", "and", "(", ")", "then", ";"})


def sets(sentence: Sentence, scores: list[Score]) -> Iterator[Relation]:
    """Yield the sets of a match with the words that say how it went, or how many they were."""
    yield from _in_straight(sentence, scores)
    for row in _rows(sentence, scores):
        yield from _straight(sentence, row)
        yield from _from_behind(sentence, row)
        yield from _counted(sentence, row)


def _in_straight(sentence: Sentence, scores: list[Score]) -> Iterator[Relation]:
    """Yield "won in straight sets, 3-1": the sets themselves are the score."""
    if len(scores) != 1 or not 2 <= scores[0].high <= _SETS or not 0 < scores[0].low < _SETS:
        return
    score = scores[0]
    claim = phrases(TABLE, "straight").find(sentence.words)
    if claim is None or not 0 <= score.quantity.first - claim.last <= 1:
        return
    if phrases(TABLE, "two_sides").find(sentence.words, 0, claim.first) is None:
        yield _claimed(sentence, claim, score, score.low)


def _rows(sentence: Sentence, scores: list[Score]) -> list[list[Score]]:
    """Return the scores that stand side by side; tie-breaks in brackets left out."""
    rows: list[list[Score]] = []
    last = -9
    for score in scores:
        quantity = score.quantity
        between = sentence.words[last : quantity.first] if last >= 0 else ["-"]
        beside = len(between) <= 3 and _BETWEEN.issuperset(between)
        tie = bracket(sentence, quantity.first) if beside and "(" in between else None
        if rows and beside and tie is not None and ")" not in between:
            last = tie[1] + 1
            continue
        if rows and beside:
            rows[-1].append(score)
        else:
            rows.append([score])
        last = quantity.last
    return [row for row in rows if len(row) > 1 and all(one.one != one.other for one in row)]


def _near(sentence: Sentence, row: list[Score], claim: Found) -> bool:
    """Say whether a claim is of this match: close, and no other between."""
    first, last = row[0].quantity.first, row[-1].quantity.last
    ahead = claim.first >= last
    between = sentence.words[last : claim.first] if ahead else sentence.words[claim.last : first]
    return len(between) <= 14 and phrases(TABLE, "two_sides").find(between) is None


def _straight(sentence: Sentence, row: list[Score]) -> Iterator[Relation]:
    claim = phrases(TABLE, "straight").find(sentence.words)
    if claim is None or not _near(sentence, row, claim):
        return
    forth = [one for one in row if one.one > one.other]
    back = [one for one in row if one.one < one.other]
    if forth and back:
        lost = (back if len(back) <= len(forth) else forth)[0]
        yield _claimed(sentence, claim, lost, 1)
    else:
        yield _claimed(sentence, claim, row[0], 0)


def _claimed(sentence: Sentence, claim: Found, score: Score, count: int) -> Relation:
    said = worded(sentence, claim.first, claim.last)
    return Relation(
        "lost_set",
        {"said": said, "set": score.quantity, "count": number(count, score.quantity)},
        said.span,
        derived=frozenset({"count"}),
        quoted=is_quoted(sentence, score.quantity),
    )


def _from_behind(sentence: Sentence, row: list[Score]) -> Iterator[Relation]:
    """Yield "came from a set down to win 6-4, 3-6, 6-2", in which the first set was won."""
    claim = phrases(TABLE, "set_down").find(sentence.words)
    if claim is None or row[0].quantity.first < claim.last or not _near(sentence, row, claim):
        return
    between = sentence.words[claim.last : row[0].quantity.first]
    if not {"win", "beat", "defeat", "won", "prevail", "overcome"}.intersection(between):
        return
    won = row[0].one > row[0].other
    yield _claimed(sentence, claim, row[0], int(won))


def _counted(sentence: Sentence, row: list[Score]) -> Iterator[Relation]:
    """Yield "in three sets, 6-4, 6-3"."""
    for quantity in sentence.quantities:
        if quantity.noun != "set" or quantity.kind not in ("count", "number"):
            continue
        claim = Found("", quantity.first, max(quantity.last, quantity.noun_last))
        before = sentence.words[quantity.first - 1 : quantity.first]
        if quantity.modifiers or before not in (["in"], ["over"], ["a"]):
            continue
        if _near(sentence, row, claim):
            yield Relation(
                "sets",
                {"sets": quantity, "scores": tuple(one.quantity for one in row)},
                quantity.span,
                quoted=is_quoted(sentence, quantity),
            )
