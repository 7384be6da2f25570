"""Results of sport, and what the words beside them claim."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon.words import phrases
from numcheck.model.passage import Passage, Sentence
from numcheck.model.relation import Relation
from numcheck.relate.scores import goals, halves, sets, wickets
from numcheck.relate.scores.outcomes import rows_in
from numcheck.relate.scores.seasons import legs, series, standings, streaks
from numcheck.relate.scores.sides import TABLE, scores_in
from numcheck.relate.setting import Setting

_RESULTS = frozenset(
    "difference goal wickets win wins victory victories won winning draw draws drawn drew lost"
    " losing defeat defeats loss losses swept sweep sweeping took clinched".split()
)


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every result with the words beside it that say the same in another way."""
    for sentence in passage.figured:
        scored = any(quantity.kind == "score" for quantity in sentence.quantities)
        if not scored and _RESULTS.isdisjoint(sentence.words):
            continue
        if phrases(TABLE, "streaks").find(sentence.words) or _has_points(sentence):
            rows = rows_in(sentence)
            yield from streaks.claims(sentence, rows)
            yield from standings.points(passage, sentence, rows)
        if "goal" in sentence.words or "+" in sentence.words:
            yield from standings.goal_difference(sentence)
        if "wickets" in sentence.words:
            yield from wickets.wickets(sentence)
        if scored:
            yield from _of_scores(passage, sentence)
        elif "games" in sentence.words:
            yield from series.series(sentence, [])  # "swept them, four games to one"


def _has_points(sentence: Sentence) -> bool:
    return any(quantity.noun == "point" for quantity in sentence.quantities)


def _of_scores(passage: Passage, sentence: Sentence) -> Iterator[Relation]:
    scores = scores_in(sentence)
    yield from standings.games(sentence)
    yield from standings.nth_game(sentence)
    if scores:
        yield from series.series(sentence, scores)
        yield from sets.sets(sentence, scores)
        yield from legs.aggregate(passage, sentence, scores)
        yield from halves.halves(passage, sentence, scores)
        yield from goals.goals(sentence, scores)
