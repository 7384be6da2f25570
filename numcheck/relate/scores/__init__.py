"""Results of sport, and what the words beside them claim."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon.words import phrases
from numcheck.model.passage import Passage, Sentence
from numcheck.model.relation import Relation
from numcheck.relate.setting import Setting

_TABLE = "cues/scores"
_RESULTS = frozenset(
    "difference goal wickets win wins victory victories won winning draw draws drawn drew lost"
    " losing defeat defeats loss losses swept sweep sweeping took clinched".split()
)


_PERIODS = frozenset({"quarter", "half", "period", "inning", "innings"})
_RUNNING = frozenset("row trot bounce spin succession straight successive consecutive".split())


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every result with the words beside it that say the same in another way.

    Few articles have any, so that the rooms are opened by the first sentence that needs them.
    """
    for sentence in passage.figured:
        scored = "score" in sentence.kinds
        if not scored and _RESULTS.isdisjoint(sentence.vocabulary):
            continue
        if phrases(_TABLE, "streaks").find(sentence.words) or _has_points(sentence):
            yield from _of_rows(passage, sentence)
        if "after" in sentence.vocabulary and not _RUNNING.isdisjoint(sentence.vocabulary):
            from numcheck.relate.scores.seasons import streaks

            yield from streaks.in_a_row(sentence)
        if "goal" in sentence.vocabulary or "+" in sentence.vocabulary:
            from numcheck.relate.scores.seasons.standings import goal_difference

            yield from goal_difference(sentence)
        if "wickets" in sentence.vocabulary:
            from numcheck.relate.scores.wickets import wickets

            yield from wickets(sentence)
        if scored:
            yield from _of_scores(passage, sentence)
        elif "games" in sentence.vocabulary:
            from numcheck.relate.scores.seasons.series import series

            yield from series(sentence, [])  # "swept them, four games to one"


def _has_points(sentence: Sentence) -> bool:
    return any(quantity.noun == "point" for quantity in sentence.quantities)


def _of_rows(passage: Passage, sentence: Sentence) -> Iterator[Relation]:
    from numcheck.relate.scores.outcomes import rows_in
    from numcheck.relate.scores.seasons import standings, streaks

    rows = rows_in(sentence)
    yield from streaks.claims(sentence, rows)
    yield from standings.points(passage, sentence, rows)


def _of_scores(passage: Passage, sentence: Sentence) -> Iterator[Relation]:
    from numcheck.relate.scores import goals, halves, sets
    from numcheck.relate.scores.seasons import legs, runs, series, standings
    from numcheck.relate.scores.sides import scores_in

    scores = scores_in(sentence)
    yield from standings.games(sentence)
    yield from standings.nth_game(sentence)
    if scores:
        yield from series.series(sentence, scores)
        yield from runs.runs(sentence, scores)
        yield from sets.sets(sentence, scores)
        yield from legs.aggregate(passage, sentence, scores)
        yield from halves.halves(passage, sentence, scores)
        yield from goals.goals(sentence, scores)
        if not _PERIODS.isdisjoint(sentence.vocabulary):
            from numcheck.relate.scores.periods import periods

            yield from periods(sentence, scores)
