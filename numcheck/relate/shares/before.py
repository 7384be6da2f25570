"""The percentage that a part and its whole explain."""

from __future__ import annotations

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.relate.shares.fits import plain_percent
from numcheck.relate.wording import closes, opens

_TABLE = "cues/shares"
_MARKS = frozenset({"(", "[", ",", "–", "—", "-", ":"})
_INSIDE = frozenset(
    "or n = that is about some only just i e . a total of which ie roughly around number".split()
)
_VOTES = frozenset({"vote", "votes", "ballots", "ballot"})
_BALLOTS = frozenset({"vote", "ballot", "voter"})
_OPEN = frozenset("([")
_MAKES = frozenset("make makes made making".split())


def explains(sentence: Sentence, percent: Quantity, first: Quantity, last: Quantity) -> bool:
    """Say whether a pair gives the percentage before it again, or tells how it came about."""
    if not plain_percent(percent) or (last.unit and last.unit.name == "percent"):
        return False
    if percent.hedge is not None and percent.hedge.direction in ("less than", "at most"):
        return False  # "below 1% (11 of 12)" counts those that kept below it
    words = sentence.words
    begin, end = percent.last, opens(sentence, first)
    if end - begin > 12 or begin >= end:
        return False
    at = next((i for i in range(end - 1, begin - 1, -1) if _is_mark(sentence, i)), None)
    if at is None or _other_base(sentence, percent):
        return False
    mark, prefix, tail = words[at], words[begin:at], words[at + 1 : end]
    if not _close_by(prefix):
        return False
    after = closes(sentence, last)
    follows = words[after] if after < len(words) else "."
    if mark in _OPEN:
        return _inside(tail) and follows in (")", "]", ";", ",")
    if all(word in _INSIDE for word in tail):
        if mark == "," and not tail and follows[0].isalnum():
            return False
        if mark == ":" and _changes(sentence, percent):
            return False
        return "or" in tail or _own_turnout(sentence, percent, after)
    if mark == "," and (
        _done_so(prefix, tail, first, last) or _of_votes(sentence, prefix, tail, last)
    ):
        return True
    return bool(tail) and _tells_doing(sentence, percent, prefix, tail)


def _is_mark(sentence: Sentence, at: int) -> bool:
    word = sentence.words[at]
    return word in _MARKS and not (word == "-" and sentence.joined(at) and sentence.joined(at + 1))


def _inside(tail: list[str]) -> bool:
    return all(word in _INSIDE for word in tail) and len(tail) <= 4


def _close_by(prefix: list[str]) -> bool:
    """Say whether a percentage and its explanation are one clause: "45% of voters in York (…"."""
    turns = lexicon.words(_TABLE, "turns")
    return (
        len(prefix) <= 9
        and not any(word in ("(", ")", "[", "]", ";", ":", ".") for word in prefix)
        and not any(word in turns for word in prefix)
        and prefix.count(",") < 2
    )


def _other_base(sentence: Sentence, percent: Quantity) -> bool:
    """Say whether the words before make it a mean, a change, an efficacy: no share of this.

    "This increased to 33.6% (219/651)" is a share for all that.
    """
    words, at = sentence.words, opens(sentence, percent)
    bars, changes = lexicon.words(_TABLE, "other_base"), lexicon.words(_TABLE, "changes")
    level = words[at - 1 : at] in (["to"], ["at"], ["was"], ["were"], ["from"])
    for place in range(at - 1, max(0, at - 11) - 1, -1):
        word = words[place]
        if word in (",", ";", ":", "(", ")", ".", "]", "["):
            return False
        if word == "up" and place and words[place - 1] in _MAKES:
            continue  # "women make up 40%"
        if word in bars or (word in changes and not level):
            return True
    return False


def _changes(sentence: Sentence, percent: Quantity) -> bool:
    bars = lexicon.words(_TABLE, "not_rates")
    return any(word in bars for word in sentence.words[max(0, percent.first - 5) : percent.first])


def _own_turnout(sentence: Sentence, percent: Quantity, after: int) -> bool:
    """Say whether a turnout is that of the pair: "210 of the 600 voted", but not "backed it"."""
    before = sentence.words[max(0, percent.first - 4) : percent.first]
    if not any(word in lexicon.words(_TABLE, "turnouts") for word in before):
        return True
    behind = sentence.words[after : after + 6]
    return any(word in lexicon.words(_TABLE, "voting") for word in behind) and not any(
        word in lexicon.words(_TABLE, "backing") for word in behind
    )


def _done_so(prefix: list[str], tail: list[str], first: Quantity, last: Quantity) -> bool:
    """Read "threw out 75% of the claims that it saw, rejecting 45 of 60"."""
    if len(tail) != 1 or not tail[0].endswith("ing") or prefix[:1] != ["of"]:
        return False
    nouns = {one.noun for one in (first, last) if one.noun is not None}
    said = {lexicon.singular(word) for word in prefix[1:]}
    return nouns <= said


def _of_votes(sentence: Sentence, prefix: list[str], tail: list[str], whole: Quantity) -> bool:
    """Read "54% of the vote, with 2,340 of the 3,900 ballots cast"; those counted are not all."""
    if prefix[:1] != ["of"] or prefix[-1] not in _VOTES or whole.noun not in _BALLOTS:
        return False
    after = sentence.words[closes(sentence, whole) :][:1]
    told = len(tail) == 1 and (tail[0] in ("with", "on", "or") or tail[0].endswith("ing"))
    return told and (not after or after[0] == "cast" or not after[0].isalpha())


def _tells_doing(sentence: Sentence, percent: Quantity, prefix: list[str], tail: list[str]) -> bool:
    """Read "75% from the line, making 18 of 24", "a pass rate of 75%, with 18 of 24 passing"."""
    if tail[0] not in lexicon.words(_TABLE, "doings") or len(tail) > 4:
        return False
    before = sentence.words[max(0, percent.first - 6) : opens(sentence, percent)]
    rates = lexicon.words(_TABLE, "rates")
    others = lexicon.words(_TABLE, "not_rates")
    levels = lexicon.words(_TABLE, "levels")
    stands = tail == ["with"] and before[-1:] in (["at"], ["is"], ["was"], ["to"])
    if stands and not levels.isdisjoint(before) and "turnout" not in before:
        return True
    if any(word in others or word in ("turnout", "share") for word in [*before, *prefix]):
        return False
    if any(word in rates for word in prefix[:4]) or any(word in rates for word in before[-3:]):
        return True
    return bool(before) and before[-1] in lexicon.words(_TABLE, "shooting")
