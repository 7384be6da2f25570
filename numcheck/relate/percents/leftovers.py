"""Percentages with what is left behind them: "everything else made up 17%"."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations

from numcheck.lexicon import words as lexicon
from numcheck.model.interval import Interval
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.relate.percents.pies import base
from numcheck.relate.wording import closes, opens

_TABLE = "cues/percents"
_ALL = Interval(99, 101)  # give or take roundings
_MOST = 7  # shares of which one can be said to be the rest
_NEAR = Fraction(1, 12)  # "more than half, 56%"
_FAR = 5  # words from "everything else" to its share
_BACK = 9  # words from "split between the" to the first share
_AMONG = frozenset({"between", "among", "amongst"})
_ENDS = frozenset({",", ".", ";", ")", "–", "—"})
_MADE = frozenset({"make", "makes", "made", "making"})
_CAME = frozenset({"come", "comes", "came", "coming"})


def left_over(sentence: Sentence, shares: Sequence[Quantity]) -> bool:
    """Say whether the last share of a sentence is all that the others leave, however led in."""
    again = sentence.amounts[:1] if told_again(sentence, sentence.amounts) else []
    if not 1 < len(shares) <= _MOST or len(sentence.amounts) != len(shares) + len(again):
        return False
    if any(one.kind != "percent" or one.hedge is not None for one in shares):
        return False
    words, rest = sentence.words, shares[-1]
    end = closes(sentence, rest)
    if end < len(words) and words[end] not in _ENDS:
        return False
    led = _led(words, closes(sentence, shares[-2]), opens(sentence, rest))
    split = not led and _split(words, shares)
    if not led and not split:
        return False
    words = [word for word in words if word != "between"] if split else words
    if sum(one.kind in ("year", "date") for one in sentence.quantities) > 1 or _moved(words):
        return False
    elsewhere = lexicon.phrases("cues/sums", "elsewhere").all(sentence.words)
    if any(hit.first > shares[1].first for hit in elsewhere):
        return False  # but "last year" behind the first share is the time of all
    if len({base(sentence, one) for one in shares} - {""}) > 1:
        return False
    return split or not otherwise(shares)


def told_again(sentence: Sentence, shares: Sequence[Quantity]) -> bool:
    """Say whether a first share in words is told again: "just over half of it, 51%, is clay"."""
    if len(shares) < 3 or shares[0].kind != "ratio" or shares[1].kind != "percent":
        return False
    one, again = shares[0].value or 0, Fraction(shares[1].value or 0) / 100
    gap = sentence.words[shares[0].last : opens(sentence, shares[1])]
    apposed = gap[-1:] in ([","], ["("], ["–"], ["—"], ["or"]) and 1 < len(gap) <= _FAR + 1
    near = max(one - again, again - one) <= _NEAR and sum(word == "," for word in gap) < 2
    return apposed and near and "and" not in gap


def _led(words: list[str], first: int, last: int) -> bool:
    """Say whether "everything else made up" or "silk is the remaining" leads to a share."""
    links = lexicon.words(_TABLE, "rest_links")
    for hit in lexicon.phrases(_TABLE, "rest_of_it").all(words, first, last):
        if last - hit.last <= _FAR and links.issuperset(words[hit.last : last]):
            return True
    hit_before = lexicon.phrases(_TABLE, "rest_before").ending(words, last)
    return hit_before is not None and hit_before[1] > first


def _split(words: list[str], shares: Sequence[Quantity]) -> bool:
    """Say whether all is "split between the founder (52%), the staff (31%) and a fund (17%)"."""
    lead = words[max(0, shares[0].first - _BACK) : shares[0].first]
    at = next((place for place, word in enumerate(lead) if word in _AMONG), 0)
    if not at or lead[at - 1] not in lexicon.words(_TABLE, "dealt"):
        return False
    bracketed = all(
        words[one.first - 1] == "(" and words[one.last : one.last + 1] == [")"] for one in shares
    )
    if "including" in words[shares[0].last : shares[-1].first]:
        return False  # "and others, including a fund (9%)"
    return bracketed and "and" in words[shares[-2].last + 1 : shares[-2].last + 3]


def _moved(words: list[str]) -> bool:
    """Say whether words tell of a movement; those of "made up" and "came from" do not."""
    moves = lexicon.words(_TABLE, "moves")
    return any(
        word in moves
        and not (word == "up" and words[at - 1] in _MADE)
        and not (word == "from" and words[at - 1] in _CAME)
        for at, word in enumerate(words)
    )


def otherwise(shares: Sequence[Quantity]) -> bool:
    """Say whether the rest is that of some of the shares, or one share that of others."""
    parts = shares[:-1]
    return of_some(shares) or any(
        _total([one for one in shares if one is not whole]).meets(whole.reading())
        for whole in (parts if len(parts) > 1 else ())
    )


def of_some(shares: Sequence[Quantity]) -> bool:
    """Say whether the last share is the rest of some of the others: 60%, 45% and the other 40%."""
    *parts, rest = shares[-_MOST:]
    return any(
        _total((*some, rest)).meets(_ALL)
        for count in range(1, len(parts))
        for some in combinations(parts, count)
    )


def _total(shares: Sequence[Quantity]) -> Interval:
    total = Interval.point(0)
    for one in shares:
        total = total + one.reading()
    return total
