"""Wins in a row, from where a series stood to its result."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from numcheck.lexicon.words import mapping, phrases, words
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.scores.sides import TABLE, Score, number, spoken
from numcheck.relate.wording import is_quoted

_MOST = 5  # games that the winner of any series needs
_FAR = 12  # words from the wins in a row to the result
_EACH = frozenset({"apiece", "each", "all"})
_SPLIT = frozenset({"split", "splitting", "shared", "sharing"})
_AGAIN = frozenset({"before", "then", "but"})
_GAMES = frozenset("half halftime interval opener set sets break game goals tea legs leg".split())


def runs(sentence: Sentence, scores: Sequence[Score]) -> Iterator[Relation]:
    """Yield "down 2-0, they won four straight to take the series 4-3"."""
    row = _row(sentence)
    last = scores[-1]
    if row is None:
        yield from _rallied(sentence, last)
        yield from _swept(sentence, last)
    if row is None or last.high > _MOST or last.quantity.first < row[1]:
        return
    first, end, won = row
    between = sentence.words[end : last.quantity.first]
    took = between[:1] == ["and"] and "series" in between  # "won four in a row and the series"
    took = took or "series" in sentence.words[last.quantity.last : last.quantity.last + 2]
    took = took or _takes(between)
    if len(between) > _FAR or not took or not _AGAIN.isdisjoint(between):
        return
    stood = _stood(sentence, scores[:-1], first)
    if stood is None:
        return
    told = spoken(sentence, first, end, won)
    yield _series(sentence, last, told, stood[0] + stood[1] + won)


def _rallied(sentence: Sentence, last: Score) -> Iterator[Relation]:
    """Yield "rallied from 3-1 down to win the best-of-seven series 4-2": three were lost."""
    tokens = sentence.words[: last.quantity.first]
    dashes = [at for at, word in enumerate(tokens) if word in ("-", "–")]
    for at in dashes:
        one, other = tokens[at - 1 : at], tokens[at + 1 : at + 2]
        if "series" not in tokens or not at or not "".join(one + other).isdecimal():
            continue
        between, lead = tokens[at + 2 :], tokens[max(0, at - 3) : at - 1]
        behind = between[:1] == ["down"] or not words(TABLE, "series_behind").isdisjoint(lead)
        ends = sorted((int(one[0]), int(other[0])))
        won = _takes(between)
        plain = len(between) <= _FAR and (_AGAIN | _GAMES).isdisjoint(between)
        if behind and won and plain and ends[0] < ends[1] < last.high <= _MOST:
            told = spoken(sentence, at - 1, at + 2 + (between[0] == "down"), ends[1])
            yield _series(sentence, last, told, last.high + max(ends[1], last.low))


def _takes(between: list[str]) -> bool:
    """Say whether words end in taking the series: "to win the best-of-seven series", "take it"."""
    took = phrases(TABLE, "series_taken").all(between)
    tail = between[took[-1].last :] if took else []
    return "series" in tail or tail[:1] == ["it"] or (took != [] and tail == [])


def _swept(sentence: Sentence, last: Score) -> Iterator[Relation]:
    """Yield "a four-game sweep, taking the best-of-five series 3-0"."""
    tokens = sentence.words
    sweeps = [at for at, word in enumerate(tokens) if word == "sweep" and at > 2]
    if len(sweeps) != 1 or last.low or not 1 < last.high < _MOST or "series" not in tokens:
        return
    at = sweeps[0]
    games = mapping("numerals", "units").get(tokens[at - 3])
    if tokens[at - 2 : at] == ["-", "game"] and games is not None:
        told = spoken(sentence, at - 3, at + 1, int(str(games)))
        yield _series(sentence, last, told, int(str(games)))


def _series(sentence: Sentence, last: Score, told: Quantity, played: int) -> Relation:
    return Relation(
        "series",
        {
            "result": last.quantity,
            "game": told,
            "games": number(last.total, last.quantity),
            "played": number(played, told),
        },
        last.quantity.span,
        derived=frozenset({"games", "played"}),
        quoted=is_quoted(sentence, last.quantity),
    )


def _row(sentence: Sentence) -> tuple[int, int, int] | None:
    """Return "won four straight": its places, and how many games."""
    tokens, units = sentence.words, mapping("numerals", "units")
    for at, word in enumerate(tokens[:-1]):
        value = int(word) if word.isdecimal() else int(str(units.get(word, 0)))
        if not 1 < value <= _MOST:
            continue
        follows = phrases(TABLE, "in_a_row").at(tokens, at + 1)
        following = tokens[at - 2 : at] == ["the", "next"]
        if follows is not None or following:
            return at, follows[1] if follows is not None else at + 1, value
    return None


def _stood(sentence: Sentence, scores: Sequence[Score], first: int) -> tuple[int, int] | None:
    """Return the games that a side had won and lost before it won a row of them."""
    tokens = sentence.words
    won = _shared(tokens, scores, first)
    if won:
        return won, won
    if len(scores) == 1 and scores[0].quantity.last <= first:
        lead = tokens[max(0, scores[0].quantity.first - 3) : scores[0].quantity.first]
        behind = not words(TABLE, "series_behind").isdisjoint(lead)
        return (scores[0].low, scores[0].high) if behind else None
    lost = phrases(TABLE, "lost_first").find(tokens, 0, first)
    return (0, int(lost.name.removeprefix("l"))) if lost is not None and not scores else None


def _shared(tokens: list[str], scores: Sequence[Score], first: int) -> int:
    """Return how many games each had won: "tied at two games apiece", "level at 2-2"."""
    units = mapping("numerals", "units")
    level = words(TABLE, "level_at")
    if len(scores) == 1 and scores[0].quantity.last <= first and scores[0].one == scores[0].other:
        at = scores[0].quantity.first
        return scores[0].one if not level.isdisjoint(tokens[max(0, at - 4) : at]) else 0
    if scores:
        return 0
    for at in range(first - 2):
        value = int(str(units.get(tokens[at], 0)))
        each = tokens[at + 1] in ("game", "games", "win", "wins") and tokens[at + 2] in _EACH
        if value and each and not level.isdisjoint(tokens[max(0, at - 4) : at]):
            return value
        split = value and not value % 2 and tokens[at + 1] == "games" and tokens[at - 1] == "first"
        if split and not _SPLIT.isdisjoint(tokens[max(0, at - 4) : at]):
            return value // 2
    return 0
