"""Wins, draws and defeats that are more than the games played."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon.words import phrases, words
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.scores.outcomes import Outcome, rows_in
from numcheck.relate.scores.sides import number, spoken
from numcheck.relate.sparse.contests.table import TABLE
from numcheck.relate.sparse.window import Window, is_plain
from numcheck.relate.wording import is_quoted


def find(window: Window) -> Iterator[Relation]:
    """Yield "with seven wins and six draws from their 12 games"."""
    games = [one for one in window.own if one.noun in words(TABLE, "games") and is_plain(one)]
    if len(games) != 1 or games[0].hedge or not isinstance(games[0].value, int):
        return
    rows = [row for row in rows_in(window.sentence) if len(row) > 1]
    if len(rows) != 1 or phrases(TABLE, "other_span").find(window.words) is not None:
        return
    row, played = rows[0], games[0].value
    if not _only(window, row, games[0]):
        return
    total = sum(one.number for one in row)
    whole = len({one.what for one in row}) == 3
    if total == played or (total < played and not whole):
        return
    first, last = row[0].first, row[-1].last
    record = spoken(window.sentence, first, last, total)
    yield Relation(
        "standing",
        {"record": record, "worked": number(total, record), "games": games[0]},
        window.sentence.span_of(first, last),
        derived=frozenset({"worked"}),
        quoted=is_quoted(window.sentence, games[0]),
    )


def _only(window: Window, row: list[Outcome], games: Quantity) -> bool:
    """Say whether the sentence counts no game but those of one row."""
    first, last = row[0].first, row[-1].last
    others = [one for one in window.own if not first <= one.first < last and one is not games]
    if any(one.noun in words(TABLE, "games") | words(TABLE, "results") for one in others):
        return False
    far = games.first - last if games.first >= last else first - games.last
    return 0 <= far <= 8
