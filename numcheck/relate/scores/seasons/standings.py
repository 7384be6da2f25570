"""Points from wins and draws, and the games of a record."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon.words import mapping, phrases, singular, words
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.model.span import Span
from numcheck.record import replace
from numcheck.relate.scores.outcomes import Outcome
from numcheck.relate.scores.sides import TABLE, number
from numcheck.relate.wording import is_quoted

_GAMES = frozenset({"game", "match", "fixture", "outing", "bout", "fight", "contest"})
_APART = 11  # words between the points and the results that they come from
_MOVED = 7  # words of "lifted the Lady Otters to"
_NEARLY = 4  # a rank farther from a record is of other games
_OWNERS = frozenset({"their", "its", "his", "her"})
_NONE = frozenset({"no", "without"})
_RECORD_LINKS = frozenset(
    "record after through in over from their its his her the first opening last mark start"
    " to a of".split()
)
_STANDING = frozenset({"is", "are", "was", "were", "went", "go", "stand", "stands", "improved"})


def points(passage: Passage, sentence: Sentence, rows: list[list[Outcome]]) -> Iterator[Relation]:
    """Yield points with the wins and draws that they come from: three for a win, one for a draw."""
    tallies = [q for q in sentence.quantities if q.noun == "point" and q.kind == "count"]
    stated = tallies[0].value if len(tallies) == 1 else None
    if not isinstance(stated, int):
        return
    tally, tokens = tallies[0], sentence.words
    if phrases(TABLE, "not_tally").at(tokens, tally.noun_last) or tally.modifiers:
        return
    for row in rows:
        counts = {one.what: one.number for one in row}
        if "won" not in counts or len(counts) < 2 or not _tied(sentence, tally, row):
            continue
        won, drawn = counts["won"], counts.get("drawn", 0)
        twice = 2 * stated  # older law: two for a win; chess: half for a draw
        if twice in (4 * won + 2 * drawn, 2 * won + drawn) or _other_law(passage, sentence):
            return
        yield Relation(
            "league_points",
            {
                "points": tally,
                "results": tuple(one.quantity for one in row),
                "worked": number(3 * won + drawn, tally),
            },
            tally.span,
            derived=frozenset({"worked"}),
            quoted=is_quoted(sentence, tally),
        )


def _tied(sentence: Sentence, tally: Quantity, row: list[Outcome]) -> bool:
    """Say whether nothing but linking words stands between the points and the results."""
    first, last = row[0].first, row[-1].last
    start, stop = (last, tally.first) if tally.first >= last else (tally.noun_last, first)
    links, ranks = words(TABLE, "tally_links"), mapping("ordinals", "values")
    played = {at for q in sentence.quantities if q.noun in _GAMES for at in range(q.first, q.last)}
    return (
        0 < stop - start <= _APART
        and all(
            sentence.words[at] in links
            or sentence.words[at] in ranks  # "United sit fourth on 41 points"
            or at in played  # "12 wins and four draws from 20 games"
            or sentence.raw[at][:1].isupper()
            for at in range(start, stop)
        )
    )


def _other_law(passage: Passage, sentence: Sentence) -> bool:
    """Say whether the text is of a sport with other points, or of a side that lost some."""
    law = phrases(TABLE, "other_law")
    first = max(0, sentence.index - 12)
    near = passage.sentences[first : sentence.index + 6]
    hits = ((one.words, hit) for one in near for hit in law.all(one.words))
    return any(told[hit.first - 1] not in _NONE for told, hit in hits)  # "with no deductions"


def goal_difference(sentence: Sentence) -> Iterator[Relation]:
    """Yield "31 scored and 18 conceded, a goal difference of plus 14"."""
    tokens = sentence.words
    claim = phrases(TABLE, "goal_difference").find(tokens)
    if claim is None:
        return
    by = next((q for q in sentence.quantities if 0 <= q.first - claim.last <= 2), None)
    scored, conceded = (_beside(sentence, key) for key in ("scored", "conceded"))
    if by is None or scored is None or conceded is None or scored is conceded:
        return
    if by.kind not in ("count", "number", "points"):
        return
    bare = {"noun": None, "counts": None}
    yield Relation(
        "difference",
        {
            "one": replace(scored, **bare),
            "other": replace(conceded, **bare),
            "by": replace(by, kind="number", unit=None, **bare),
        },
        by.span,
        strict=True,
        quoted=is_quoted(sentence, by),
    )


def _beside(sentence: Sentence, key: str) -> Quantity | None:
    """Return the number of goals that a verb of scoring or conceding has."""
    tokens = sentence.words
    verb = next((at for at, word in enumerate(tokens) if word in words(TABLE, key)), None)
    if verb is None:
        return None
    numbers = [q for q in sentence.quantities if q.kind in ("count", "number")]
    after = next((q for q in numbers if 0 < q.first - verb <= 2), None)
    return after or next((q for q in numbers if 0 <= verb - q.noun_last <= 1), None)


def games(sentence: Sentence) -> Iterator[Relation]:
    """Yield a record with the games that it is one of: "10-4 after 15 games"."""
    tokens = sentence.words
    for quantity in sentence.quantities:
        if quantity.kind != "score":
            continue
        third, before = quantity.parts.get("third"), tokens[quantity.first - 1 : quantity.first]
        follows = tokens[quantity.last : quantity.last + 1]
        standing = bool(before) and (before[0] in _STANDING or before[0] == ",")
        if third is None and not standing and follows not in (["record"], ["start"], ["mark"]):
            continue
        count = next((q for q in sentence.quantities if q.first >= quantity.last), None)
        if count is None or not _are_games(sentence, count) or not isinstance(count.value, int):
            continue
        between = tokens[quantity.last : count.first]
        if not 0 < len(between) <= 6 or not _RECORD_LINKS.issuperset(between):
            continue
        yield _standing(sentence, quantity, count, count.span)


def _played(record: Quantity) -> int:
    """Return the games of a record: its wins, losses and draws."""
    values = (record.parts.get(key) for key in ("home", "away", "third"))
    return sum(one for one in values if isinstance(one, int))


def _standing(sentence: Sentence, record: Quantity, games: Quantity, cue: Span) -> Relation:
    return Relation(
        "standing",
        {"record": record, "games": games, "worked": number(_played(record), record)},
        cue,
        derived=frozenset({"worked"}),
        quoted=is_quoted(sentence, record),
    )


def _are_games(sentence: Sentence, count: Quantity) -> bool:
    """Say whether a figure counts games: "after 11 games leaves them behind" counts no leaves."""
    after = sentence.words[count.last : count.last + 1]
    return count.noun in _GAMES or (bool(after) and singular(after[0]) in _GAMES)


def nth_game(sentence: Sentence) -> Iterator[Relation]:
    """Yield a record with the rank of its last game: "won their 15th game to go 12-4"."""
    ranks = [one for one in sentence.quantities if one.kind == "ordinal"]
    tokens = sentence.words
    for record in sentence.quantities if len(ranks) == 1 else ():
        if record.kind != "score" or tokens[record.first - 1] != "to":
            continue
        moved = tokens[max(0, record.first - _MOVED) : record.first - 1]
        after = tokens[record.last : record.last + 1]
        if words(TABLE, "moved").isdisjoint(moved) or (after and after[0].isalpha()):
            continue
        rank = ranks[0]
        nth = rank.value
        near = isinstance(nth, int) and abs(_played(record) - nth) <= _NEARLY
        if isinstance(nth, int) and near and _is_last(sentence, rank):
            yield _standing(sentence, record, number(nth, rank), record.span)


def _is_last(sentence: Sentence, rank: Quantity) -> bool:
    """Say whether a rank is that of a side's games: "their 15th game", "its 15th game of the year".

    "Their third game in four days" and "their third game against Denton" count others.
    """
    tokens, last = sentence.words, rank.last
    if tokens[rank.first - 1] not in _OWNERS or tokens[last : last + 1] == []:
        return False
    if tokens[last] not in _GAMES:
        return False
    after = tokens[last + 1 : last + 4]
    if after[:1] in (["of"], ["this"]):
        return "season" in after or "year" in after or "campaign" in after
    return after[:1] not in (["in"], ["against"], ["since"], ["with"], ["under"], ["at"], ["for"])
