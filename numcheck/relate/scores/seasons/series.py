"""Series of games: "took the series 4-1 in Game 6", "swept 3-1"."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon.words import mapping, phrases, words
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.scores.sides import TABLE, Score, number, spoken
from numcheck.relate.wording import is_quoted, worded

_MOST = 5  # games that the winner of any series needs
_BESIDE = 6
_BETWEEN = 8  # words between "swept" and the result
_CLOSE = 4  # words between "trailing" and a score that may be what they trailed by
_SCORE = 4  # words of "from 3-1 down"
_BACK = frozenset({"having", "after", "despite", "had", "once", "from", "when", "twice"})
_PLAIN = frozenset({"the", "series", "best", "of", "-", *"three five seven nine".split()})


def series(sentence: Sentence, scores: list[Score]) -> Iterator[Relation]:
    """Yield the result of a series with its last game, its length, or the word "swept"."""
    yield from _too_long(sentence)
    for score in _in_words(sentence) or scores:
        if score.high > _MOST:
            continue
        yield from _swept(sentence, score, scores)
        state = _state(sentence, score)
        if state:
            yield from _in_game(sentence, score, state)
            yield from _best_of(sentence, score, state)


def _in_words(sentence: Sentence) -> list[Score]:
    """Return "four games to one": a score in digits beside it is that of a game."""
    tokens, named = sentence.words, mapping("numerals", "units")
    for at in range(1, len(tokens) - 2):
        if tokens[at : at + 2] == ["games", "to"]:
            one, other = named.get(tokens[at - 1]), named.get(tokens[at + 2])
            if one is not None and other is not None:
                ends = int(str(one)), int(str(other))
                return [Score(spoken(sentence, at - 1, at + 3, ends[0]), *ends, "")]
    return []


def _state(sentence: Sentence, score: Score) -> str:
    """Say whether a score is that of a series, and whether the series is over or going on."""
    tokens, quantity = sentence.words, score.quantity
    first, last = quantity.first, quantity.last
    after = tokens[last : last + 6]
    before = tokens[max(0, first - 6) : first]
    close = "series" in before and all(
        word in words(TABLE, "series_links") or sentence.raw[place][:1].isupper()
        for place, word in enumerate(tokens[:first])
        if place >= first - len(before) + before.index("series")
    )
    close = close or _of_length(sentence, first)
    ahead = after[: after.index("series")] if "series" in after else [","]
    if not close and not {"with", "to", ",", "and", "."}.isdisjoint(ahead):
        return "over" if _took(sentence, score) else ""
    near = tokens[max(0, first - 10) : first] + tokens[last : last + _BESIDE]
    won = phrases(TABLE, "series_won").all(near)
    told = {at for one in won for at in range(one.first, one.last)}  # "wrapped up" is not "up"
    going, own = words(TABLE, "series_going"), min(first, 10)
    if any(
        word in going
        and at not in told
        and not (won and _looks_back(tokens, first - own + at, score))
        for at, word in enumerate(near)
    ):
        return "going"
    return "over" if won else ""


def _of_length(sentence: Sentence, first: int) -> bool:
    """Say whether a score stands right behind "the best-of-seven final,"."""
    length, tokens = _length(sentence), sentence.words
    if length is None or not 0 < first - length.last <= _CLOSE:
        return False
    between = tokens[length.last : first]
    plain = "," not in between[:-1] and "with" not in between
    return plain and all(one.isalpha() or one in (",", "-") for one in between)


def _looks_back(tokens: list[str], at: int, score: Score) -> bool:
    """Say whether a series went so before the score: "4-2, having trailed after Game 3"."""
    first, last = score.quantity.first, score.quantity.last
    at += (last - first) * (at >= first)
    apart = at >= last or first - at > _CLOSE
    return apart and not _BACK.isdisjoint(tokens[max(0, at - _SCORE) : at])


def _in_game(sentence: Sentence, score: Score, state: str) -> Iterator[Relation]:
    """Yield a series that is over with the number of its last game."""
    games = list(_games(sentence))
    if len(games) != 1 or not words(TABLE, "denied").isdisjoint(sentence.vocabulary):
        return
    game = games[0]
    tokens, quantity = sentence.words, score.quantity
    ahead = game.first >= quantity.last
    between = tokens[quantity.last : game.first] if ahead else tokens[game.last : quantity.first]
    between = _told(between)
    deciding = not words(TABLE, "deciding").isdisjoint(tokens[game.first - 3 : game.last + 2])
    if len(between) > 16 or not (deciding or words(TABLE, "game_lost").isdisjoint(between)):
        return
    lead = _told(tokens[max(0, game.first - 3) : game.first])
    into = not words(TABLE, "into").isdisjoint(lead)
    value = game.value
    if not isinstance(value, int):
        return
    if state == "going":
        following = lead[-1:] == ["with"] and tokens[game.last : game.last + 1]
        if into or (following and following[0] in words(TABLE, "to_come")):
            value -= 1
        elif lead[-1:] != ["after"] and lead[-2:] != ["in", "after"]:
            return
    elif (
        into or "after" in lead[-2:] or not (deciding or words(TABLE, "game_lost").isdisjoint(lead))
    ):
        return
    yield Relation(
        "series",
        {
            "result": quantity,
            "game": game,
            "games": number(score.total, quantity),
            "played": number(value, game),
        },
        game.span,
        derived=frozenset({"games", "played"}),
        quoted=is_quoted(sentence, quantity),
    )


def _told(tokens: list[str]) -> list[str]:
    """Return words without the "was" of "was over", which tells of the series itself."""
    return [
        word
        for at, word in enumerate(tokens)
        if word != "was" or tokens[at + 1 : at + 2] not in (["over"], ["decided"], ["settled"])
    ]


def _took(sentence: Sentence, score: Score) -> bool:
    """Say whether "six games to see off the Pilots, 4-1" stands before a score."""
    games = [game for game in _games(sentence) if game.first < score.quantity.first]
    if not games or sentence.words[games[0].last] != "to" or not 2 <= score.high <= 4:
        return False
    between = sentence.words[games[0].last : score.quantity.first]
    return len(between) <= 9 and "series" not in between and between[-1] == ","


def _games(sentence: Sentence) -> Iterator[Quantity]:
    """Yield "Game 6", "Game Six", "in six games"."""
    tokens, named = sentence.words, mapping("numerals", "units")
    for at, word in enumerate(tokens[:-1]):
        follows = tokens[at + 1]
        if word == "game":
            value = int(follows) if follows.isdecimal() else int(str(named.get(follows, 0)))
            if 0 < value <= 9:
                yield spoken(sentence, at, at + 2, value)
        elif tokens[at + 2 : at + 3] == ["games"]:
            value = int(follows) if follows.isdecimal() else int(str(named.get(follows, 0)))
            whole = word in ("in", "needed", "took", "only", "just") or "took" in tokens[:at]
            if 0 < value <= 9 and whole:
                yield spoken(sentence, at + 1, at + 3, value)


def _best_of(sentence: Sentence, score: Score, state: str) -> Iterator[Relation]:
    """Yield "won the best-of-seven series 3-1", where four were needed."""
    found = _length(sentence)
    if found is None or not isinstance(found.value, int):
        return
    needed = (found.value + 1) // 2
    if state == "over" and score.one == score.other:
        return
    if state == "going" and score.high < needed:
        return
    yield Relation(
        "best_of",
        {
            "result": score.quantity,
            "length": found,
            "wins": number(score.high, score.quantity),
            "needed": number(needed if state == "over" else needed - 1, score.quantity),
        },
        score.quantity.span,
        derived=frozenset({"wins", "needed"}),
        quoted=is_quoted(sentence, score.quantity),
    )


def _length(sentence: Sentence) -> Quantity | None:
    tokens, named = sentence.words, mapping("numerals", "units")
    for at, word in enumerate(tokens[:-4]):
        if word != "best":
            continue
        dashed = tokens[at + 1 : at + 4] == ["-", "of", "-"]
        place = at + 4 if dashed else at + 2
        if not dashed and tokens[at + 1] != "of":
            continue
        length = tokens[place]
        value = int(length) if length.isdecimal() else int(str(named.get(length, 0)))
        if value in (3, 5, 7, 9):
            return spoken(sentence, at, place + 1, value)
    return None


def _swept(sentence: Sentence, score: Score, scores: list[Score]) -> Iterator[Relation]:
    """Yield "swept Tampa 4-1", "a 3-1 sweep": the other side wins none."""
    tokens, quantity = sentence.words, score.quantity
    claim = phrases(TABLE, "sweeps").find(tokens)
    if claim is None or score.high < 2 or len(scores) > 2:
        return
    if any(one is not score and abs(one.quantity.first - quantity.last) <= 3 for one in scores):
        return  # two games of one day
    between = list(
        zip(tokens[claim.last : quantity.first], sentence.raw[claim.last : quantity.first],
            strict=True)
    )  # fmt: skip
    links = words(TABLE, "sweep_links") if quantity.kind == "number" else _PLAIN
    if [one for one, _ in between][-2:] == ["series", ","]:
        between.pop()  # "swept the series, 3-1"
    named = all(raw[:1].isupper() or one in links for one, raw in between)
    adjoins = claim.first - quantity.last in (0, 1) and claim.first >= quantity.last
    if not adjoins and _in_all(sentence, score, scores, claim.last):
        adjoins = True
    if not adjoins and not (0 < len(between) <= _BETWEEN and named):
        return
    yield Relation(
        "nothing",
        {
            "said": worded(sentence, claim.first, claim.last),
            "score": quantity,
            "against": number(score.low, quantity),
        },
        sentence.span_of(claim.first, claim.last),
        derived=frozenset({"against"}),
        quoted=is_quoted(sentence, quantity),
    )


def _in_all(sentence: Sentence, score: Score, scores: list[Score], start: int) -> bool:
    """Say whether "swept the best-of-seven series, 4-2" gives the games of the whole series."""
    length = _length(sentence)
    if length is None or len(scores) != 1 or not start <= length.first < score.quantity.first:
        return False
    tokens, at = sentence.words, score.quantity.last
    gap = tokens[length.last : score.quantity.first]
    led = gap[-1:] == [","] or gap[-1:] == ["it"] or gap[-2:] in ([",", "winning"], [",", "taking"])
    ended = at >= len(tokens) or tokens[at] in (".", ",", ";", ")")
    fits = 2 * score.high == int(length.value or 0) + 1
    plain = words(TABLE, "denied").isdisjoint(tokens) and words(TABLE, "game_lost").isdisjoint(gap)
    return led and ended and fits and len(gap) <= _BETWEEN and plain


def _too_long(sentence: Sentence) -> Iterator[Relation]:
    """Yield "swept the best-of-seven semi-final in five games": a sweep takes four."""
    claim, length = phrases(TABLE, "sweeps").find(sentence.words), _length(sentence)
    if claim is None or length is None or not isinstance(length.value, int):
        return
    games = [one for one in _games(sentence) if sentence.words[one.first - 1] == "in"]
    if len(games) != 1 or not words(TABLE, "denied").isdisjoint(sentence.vocabulary):
        return
    lost = int(games[0].value or 0) - (length.value + 1) // 2
    yield Relation(
        "nothing",
        {
            "said": worded(sentence, claim.first, claim.last),
            "score": games[0],
            "against": number(max(lost, 0), games[0]),
        },
        sentence.span_of(claim.first, claim.last),
        derived=frozenset({"against"}),
        quoted=is_quoted(sentence, games[0]),
    )
