"""Series with more games than they have, sweeps with a loss."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon.words import phrases, words
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.scores.sides import Score, number, scores_in
from numcheck.relate.sparse.contests.table import TABLE
from numcheck.relate.sparse.window import Window
from numcheck.relate.wording import is_quoted, worded

_LONGEST = 7
_LOST = frozenset({"losing", "lost"})
_WON = frozenset({"winning", "won", "taking"})
_JOINS = frozenset({"and", "but", "before", "then"})
_LEADS = frozenset({",", ":", "–", "—", "they", ";"})
_OF_GAMES = frozenset({"series", "game", "games", "match", "set", "test", "doubleheader"})
_WALLS = frozenset({"after", "who", "before", "but", "until", "and", "split", "first", "last"})
_FAR = 10


def find(window: Window) -> Iterator[Relation]:
    """Yield "took the five-Test series 3-1 after the first three had been drawn"."""
    yield from _lost_one(window)
    if "series" not in window.vocabulary and "rubber" not in window.vocabulary:
        return
    scores = scores_in(window.sentence)
    if len(scores) != 1 or scores[0].high > 5:
        return
    if phrases(TABLE, "doubt").find(window.words) is not None:
        return
    yield from _too_long(window, scores[0])
    yield from _swept(window, scores[0])


def _too_long(window: Window, score: Score) -> Iterator[Relation]:
    lengths = [one for one in window.own if _is_length(window, one)]
    if len(lengths) != 1 or not isinstance(lengths[0].value, int):
        return
    length, drawn = lengths[0], _drawn(window, lengths[0])
    games, most = score.total + drawn, int(lengths[0].value or 0)
    if drawn < 0 or games <= most:
        return
    text = score.quantity.text + (f" with {drawn} drawn" if drawn else "")
    yield Relation(
        "series",
        {
            "result": replace(score.quantity, text=text),
            "games": number(games, score.quantity),
            "played": number(most, length),
            "game": length,
        },
        score.quantity.span,
        derived=frozenset({"games", "played"}),
        quoted=is_quoted(window.sentence, score.quantity),
    )


def _is_length(window: Window, quantity: Quantity) -> bool:
    """Say whether a number is that of a series' games: "the five-Test series"."""
    if not isinstance(quantity.value, int) or not 2 <= quantity.value <= _LONGEST:
        return False
    after = window.words[quantity.last : quantity.last + 4]
    if "series" not in after and "rubber" not in after:
        return False
    place = after.index("series" if "series" in after else "rubber")
    games = words(TABLE, "games")
    return place > 0 and all(word == "-" or word.rstrip("s") in games for word in after[:place])


def _drawn(window: Window, length: Quantity) -> int:
    """Return how many games were drawn; less than none where that is not clear."""
    tokens = window.words
    if words(TABLE, "drawn").isdisjoint(tokens):
        return 0
    others = [one for one in window.own if one is not length]
    places = [at for at, word in enumerate(tokens) if word in words(TABLE, "drawn")]
    if len(others) != 1 or len(places) != 1 or not isinstance(others[0].value, int):
        return -1
    near = 0 <= places[0] - others[0].last <= 5 or 0 <= others[0].first - places[0] <= 2
    plain = {"of", "none", "not", "no", "lost", "won"}.isdisjoint(tokens[others[0].last :])
    game = others[0].noun is None or others[0].noun in words(TABLE, "games") | {"draw"}
    return int(others[0].value) if near and game and plain else -1


def _lost_one(window: Window) -> Iterator[Relation]:
    """Yield "swept the four-game series, winning 3-1, 5-4, 2-0 and losing 6-2"."""
    tokens, vocabulary = window.words, window.vocabulary
    if _LOST.isdisjoint(vocabulary) or _WON.isdisjoint(vocabulary):
        return
    claim = phrases(TABLE, "sweeps").find(tokens)
    if claim is None:
        return
    won = next((p for p in range(claim.last, len(tokens)) if tokens[p] in _WON), -1)
    lost = next((p for p in range(won + 1, len(tokens)) if tokens[p] in _LOST), -1)
    if won < 0 or lost < 0 or tokens[won - 1] not in _LEADS or tokens[lost - 1] not in _JOINS:
        return
    told = tokens[claim.last : won]
    near = tokens[max(0, claim.first - 3) : won]
    if len(told) > _FAR or not _WALLS.isdisjoint(told) or _OF_GAMES.isdisjoint(near):
        return
    if phrases(TABLE, "doubt").find(tokens[:won]) is not None:
        return
    games = [q for q in window.sentence.quantities if q.kind in ("score", "number", "count")]
    mine = [q for q in games if won < q.first < lost]
    theirs = next((q for q in games if lost < q.first <= lost + 3), None)
    if not mine or theirs is None or theirs.kind != mine[-1].kind or tokens[lost - 2] == ",":
        return
    if tokens[theirs.last : theirs.last + 1] not in ([], ["."], [","], [";"]):
        return  # "and lost 6-2 on Sunday"
    yield Relation(
        "nothing",
        {
            "score": theirs,
            "against": number(1, theirs),
            "said": worded(window.sentence, claim.first, claim.last),
        },
        window.sentence.span_of(claim.first, claim.last),
        derived=frozenset({"against"}),
        quoted=is_quoted(window.sentence, theirs),
    )


def _swept(window: Window, score: Score) -> Iterator[Relation]:
    """Yield "completing a sweep in front of a home crowd, they took the series 4-1"."""
    claim = phrases(TABLE, "sweeps").find(window.words)
    if claim is None or score.high < 2 or not score.low or score.one == score.other:
        return
    if phrases(TABLE, "series_taken").find(window.words) is None:
        return
    yield Relation(
        "nothing",
        {
            "score": score.quantity,
            "against": number(score.low, score.quantity),
            "said": worded(window.sentence, claim.first, claim.last),
        },
        window.sentence.span_of(claim.first, claim.last),
        derived=frozenset({"against"}),
        quoted=is_quoted(window.sentence, score.quantity),
    )
