"""Scores, records, votes and odds: pairs of figures that are no range."""

from __future__ import annotations

from functools import cache
from typing import Any

from numcheck.extract.nearby import DASHES, amount_after, capital, paid, plain, raw, whole, word
from numcheck.extract.seen import Seen
from numcheck.lexicon.words import mapping, words
from numcheck.model.passage import Sentence
from numcheck.named import NamedTuple

_BACK = 14
_FORWARD = 8
_NEAR_BACK = 7


class _Tables(NamedTuple):
    won: frozenset[str]
    nouns: frozenset[str]
    votes: frozenset[str]
    sport: frozenset[str]
    odds: frozenset[str]
    after: frozenset[str]
    bodies: frozenset[str]
    ranges: frozenset[str]
    units: frozenset[str]
    records: frozenset[str]
    numbers: dict[str, int]


@cache
def _tables() -> _Tables:
    numbers = mapping("numerals", "units") | mapping("numerals", "teens")
    return _Tables(
        won=words("results", "won"),
        nouns=words("results", "result_nouns"),
        votes=words("results", "votes"),
        sport=words("results", "sport"),
        odds=words("results", "odds"),
        after=words("results", "score_after"),
        bodies=words("results", "bodies"),
        ranges=words("results", "range_before"),
        units=words("calendar", "unit_words"),
        records=words("results", "records"),
        numbers={name: int(str(value)) for name, value in numbers.items()} | {"nil": 0},
    )


class _Pair(NamedTuple):
    """Two figures with a dash or "to" between them, and the place after them."""

    home: int
    away: int
    last: int
    digits: bool
    third: int = -1


def result_at(sentence: Sentence, at: int) -> Seen | None:
    """Read the score, record, vote or odds that begin at token `at`."""
    joint = word(sentence, at + 1)
    if joint not in DASHES and joint not in ("to", "votes", "all", "/"):
        return None
    if paid(sentence, at) or (sentence.joined(at) and word(sentence, at - 1)[:1].isalnum()):
        return None
    pair = _all_square(sentence, at, at + 1) if joint == "all" else _pair(sentence, at)
    if pair is None or amount_after(sentence, pair.last):
        return None
    return _decide(sentence, at, pair)


def _pair(sentence: Sentence, at: int) -> _Pair | None:
    """Read "34-19", "3 - 2", "three-nil", "52 to 48", "52 votes to 48", "10-4-2"."""
    joint = sentence.words[at + 1]
    place = at + 2
    if joint in DASHES or joint == "/":
        if sentence.joined(at + 1) != sentence.joined(at + 2):
            return None
    elif joint == "votes":
        if word(sentence, place) != "to":
            return None
        place += 1
    if joint in DASHES and word(sentence, place) == "all":
        return _all_square(sentence, at, place)
    home, away = _value(sentence, at), _value(sentence, place)
    if home < 0 or away < 0:
        return None
    place += 1
    digits = sentence.words[at].isdecimal() and sentence.words[place - 1].isdecimal()
    if not sentence.joined(place) or word(sentence, place) not in DASHES:
        joined = sentence.joined(place) and word(sentence, place)[:1].isalpha()
        return None if joined else _Pair(home, away, place, digits)
    third = _value(sentence, place + 1)
    if third < 0 or not digits:
        return _Pair(home, away, place, digits) if sentence.words[place] == "—" else None
    if sentence.joined(place + 2) and word(sentence, place + 2) in DASHES:
        return None
    return _Pair(home, away, place + 2, digits, third)


def _all_square(sentence: Sentence, at: int, last: int) -> _Pair | None:
    """Read "2-all" and "one all" where nothing is counted after it."""
    value = _value(sentence, at)
    counts = plain(sentence, last + 1) and word(sentence, last + 1) not in _tables().nouns
    return None if value < 0 or counts else _Pair(value, value, last + 1, False)


def _value(sentence: Sentence, at: int) -> int:
    text = word(sentence, at)
    if text.isdecimal() and len(text) <= 3:
        return int(text) if text == "0" or text[0] != "0" else -1
    return _tables().numbers.get(text, -1)


def _decide(sentence: Sentence, at: int, pair: _Pair) -> Seen | None:
    tables = _tables()
    follows, before = word(sentence, pair.last), word(sentence, at - 1)
    parts: dict[str, Any] = {"home": pair.home, "away": pair.away}
    if pair.third >= 0:
        return _three(sentence, at, pair, tables)
    if follows in tables.odds or not tables.odds.isdisjoint(sentence.words[max(0, at - 8) : at]):
        return Seen("identifier", at, pair.last, {"odds": True})
    bracketed = before == "(" and follows == ")"
    if sentence.words[at + 1] == "/" and not (bracketed and _beside_pair(sentence, at, pair)):
        return None  # "7-6 (7/4)" is a tie-break, "7/12" a share
    scored = before.startswith("scor") and pair.home > pair.away
    if (before in tables.ranges and not scored) or follows in tables.units:
        return None
    result = _result_follows(sentence, pair, tables) or follows in tables.after
    if plain(sentence, pair.last) and not result:
        return None
    if _vote_cue(sentence, at, pair, tables):
        if pair.digits:
            return Seen("count", at, pair.last, {"vote": True} | parts)
        return Seen("score", at, pair.last, parts)
    if sentence.words[at + 1] == "to":
        direct = before in tables.won or word(sentence, at - 2) in tables.won
        direct = direct and pair.home != pair.away and not plain(sentence, pair.last)
        return Seen("score", at, pair.last, parts) if direct else None
    return Seen("score", at, pair.last, parts) if _score_cue(sentence, at, pair, tables) else None


def _result_follows(sentence: Sentence, pair: _Pair, tables: _Tables) -> bool:
    """Say whether a result stands after a pair: "a 2-1 *win*", "a 6-3 conservative *majority*"."""
    follows = word(sentence, pair.last)
    if follows in tables.nouns:
        return True
    falling = pair.home > pair.away and plain(sentence, pair.last)
    return falling and word(sentence, pair.last + 1) in tables.nouns


def _three(sentence: Sentence, at: int, pair: _Pair, tables: _Tables) -> Seen | None:
    """Read the record 10-4-2 and the formation 4-4-2."""
    lines = pair.home, pair.away, pair.third
    if sum(lines) == 10 and max(lines) < 7 and not _near(sentence, at, at, tables.won):
        return Seen("identifier", at, pair.last, {"formation": True})
    follows = word(sentence, pair.last)
    cue = _near(sentence, at, pair.last, tables.sport) or _near(sentence, at, at, tables.won)
    if max(pair.home, pair.away, pair.third) > 99 or not (cue or follows in tables.nouns):
        return None
    parts = {"home": pair.home, "away": pair.away, "third": pair.third, "record": True}
    return Seen("score", at, pair.last, parts)


def _near(sentence: Sentence, at: int, last: int, cues: frozenset[str], back: int = _BACK) -> bool:
    """Say whether a cue stands within a few words of a place, before or after."""
    near = sentence.words[max(0, at - back) : at] + sentence.words[last : last + _FORWARD]
    return any(one in cues for one in near)


def _vote_cue(sentence: Sentence, at: int, pair: _Pair, tables: _Tables) -> bool:
    """Say whether a pair counts votes: "voted 7-2", "a 5-4 ruling"."""
    follows, joint = word(sentence, pair.last), sentence.words[at + 1]
    before = word(sentence, at - 1)
    if follows in ("decision", "opinion"):
        return word(sentence, pair.last + 1) not in ("over", "win", "against")
    if follows in ("vote", "votes", "ruling", "majority") or joint == "votes":
        return True
    further = plain(sentence, pair.last) and word(sentence, pair.last + 1)
    if further in ("vote", "ruling", "majority", "decision"):
        return True
    if follows in tables.nouns:
        return False
    if joint == "to":
        direct = before in ("voted", "by", "of", "split", "ruled", "passed", "divided")
        carried = sentence.words[max(0, at - 3) : max(0, at - 1)]
        if not direct and not any(one in ("voted", "passed", "approved") for one in carried):
            return False
    if _near(sentence, at, pair.last, tables.votes):
        return True
    body = _near(sentence, at, pair.last, tables.bodies)
    return body and before in ("by", "split", "divided", "voted", "it")


def _score_cue(sentence: Sentence, at: int, pair: _Pair, tables: _Tables) -> bool:
    """Say whether the words beside a pair make it a score or a record."""
    follows = word(sentence, pair.last)
    if "nil" in (sentence.words[at], sentence.words[pair.last - 1]):
        return True
    if _result_follows(sentence, pair, tables):
        return True
    falling = pair.home >= pair.away
    if falling and _standing(sentence, at, pair):
        return True
    if pair.digits and _beside_pair(sentence, at, pair):
        return True
    if sentence.words[pair.last - 1] == "all" and sentence.words[at + 1] in DASHES:
        return True
    if word(sentence, at - 1) == "(" and follows == ")":
        sport = _near(sentence, at, pair.last, tables.sport)
        named = capital(sentence, at - 2) and pair.digits and raw(sentence, at - 2)[1:].islower()
        records = named and _near(sentence, at, at, tables.records, back=4)
        if records or (falling and (sport or named)):
            return True
        return named and _other_record(sentence, pair.last)
    if _near(sentence, at, at, tables.won, back=_BACK if falling else _NEAR_BACK):
        return True
    if falling and _near(sentence, at, pair.last, tables.won):
        return True
    if not pair.digits:
        return False
    if falling and _near(sentence, at, pair.last, tables.sport):
        return True
    teams = capital(sentence, at - 1) and raw(sentence, pair.last)[:1].isupper()
    return teams and at > 0 and (falling or not raw(sentence, at - 1).isupper())


def _standing(sentence: Sentence, at: int, pair: _Pair) -> bool:
    """Say whether a pair is a team's standing: "they are 9-1 in their last 10"."""
    verb = word(sentence, at - 1) in ("are", "is", "were", "was", "went", "go", "sit", "stand")
    after = word(sentence, pair.last) in ("in", "against", "at", "this", "when", "on", "since")
    return verb and after and pair.digits and max(pair.home, pair.away) < 100


def _other_record(sentence: Sentence, at: int) -> bool:
    """Say whether another record in brackets follows: "the Jets (2-7) visit the Bills (6-3)"."""
    here = sentence.words
    return any(
        here[place] == "(" and here[place + 2] in DASHES and here[place + 4] == ")"
        for place in range(at, min(at + 10, len(here) - 4))
    )


def _beside_pair(sentence: Sentence, at: int, pair: _Pair) -> bool:
    """Say whether another pair stands next to this one: "6-4 6-3", "7-6 (7-3), 6-2"."""
    for place in (pair.last, pair.last + 1, at - 3, at - 4, at - 5):
        if place < 0 or place + 2 >= len(sentence.words):
            continue
        home, away = whole(sentence.words[place]), whole(sentence.words[place + 2])
        between = (
            sentence.words[pair.last : place] if place > at else sentence.words[place + 3 : at]
        )
        if (
            0 <= home < 30
            and 0 <= away < 30
            and sentence.words[place + 1] in DASHES
            and all(one in (",", ")", "(") for one in between)
        ):
            return home > away or pair.home > pair.away
    return False
