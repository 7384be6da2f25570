"""The minutes between two times of the clock, days included."""

from __future__ import annotations

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.relate.spans.dates import DAYS

_TABLE = "cues/spans"
DAY = 24 * 60
_HALF = DAY // 2
_NAMES = [day.lower() for day in DAYS]
_OF_DAY = (["morning"], ["afternoon"], ["evening"], ["night"])
_LEADS = frozenset({"at", "around", "about", ",", "night", "morning", "evening", "afternoon"})
_NEXT = -1
_STOPS = frozenset({",", ":", ";", "–", "—", "("})

_WHOLE = frozenset({"all", "whole", "full", "entire"})
_OFF = frozenset("excluded excluding without minus not before plus but except".split())
_ENDS = frozenset({",", ".", ":", ";", "–", "—", "(", "!"})
_LED_IN = 7  # words before "all four hours"
_LEFT_OUT = 9  # words behind it, in which some may be taken off


def elapsed(sentence: Sentence, start: Quantity, end: Quantity) -> set[int]:
    """Return the minutes from one time to another; midnight lies between where it must."""
    days = _days_apart(sentence, start, end)
    out = set()
    for first in minutes_of(start, end):
        for last in minutes_of(end, start):
            gap = last - first
            out.add(gap + days * DAY if days is not None else gap % DAY)
    return {one for one in out if one > 0}


def past_day(sentence: Sentence, time: Quantity) -> int:
    """Return the token place behind a time and the day that follows it: "3 a.m. Saturday"."""
    return _day_after(sentence, time)[1]


def _days_apart(sentence: Sentence, start: Quantity, end: Quantity) -> int | None:
    """Return the days between two times that are told with their days."""
    first, last = (_day_of(sentence, one) for one in (start, end))
    if first is not None and last is not None and min(first, last) >= 0:
        return (last - first) % 7
    return 1 if last == _NEXT and (first is None or first >= 0) else None


def _day_of(sentence: Sentence, time: Quantity) -> int | None:
    """Return the day of the week of a time, or that it is one of the next day."""
    found = _day_after(sentence, time)[0]
    if found is not None:
        return found
    words, at = sentence.words, time.first
    while at > 0 and words[at - 1] in _LEADS:
        at -= 1
    return _NAMES.index(words[at - 1]) if at < time.first and words[at - 1] in _NAMES else None


def _day_after(sentence: Sentence, time: Quantity) -> tuple[int | None, int]:
    """Return the day told behind a time, and where its words end."""
    words, at = sentence.words, time.last
    next_day = lexicon.phrases(_TABLE, "next_day").at(words, at)
    if next_day is not None:
        return _NEXT, next_day[1]
    same_day = lexicon.phrases(_TABLE, "same_day").at(words, at)
    if same_day is not None:
        return None, same_day[1]
    at += words[at : at + 1] == ["on"]
    if words[at : at + 1] and words[at] in _NAMES:
        return _NAMES.index(words[at]), at + 1 + (words[at + 1 : at + 2][:1] in _OF_DAY)
    return None, time.last


def minutes_of(quantity: Quantity, other: Quantity) -> list[int]:
    """Return the minutes of the day for which a time may stand, a.m. and p.m. both if open."""
    hour, minute = quantity.parts.get("hour"), quantity.parts.get("minute", 0)
    if not isinstance(hour, int) or not isinstance(minute, int) or hour > 24 or minute > 59:
        return []
    if "noon" in quantity.text or "midnight" in quantity.text:
        # "midnight on Sunday" may be either end of that day
        return [_HALF] if "noon" in quantity.text else [0, DAY]
    half = quantity.parts.get("pm")
    if half is None and quantity.text.endswith("at night"):
        half = 5 < hour < 12
    if half is not None:
        return [(hour % 12 + 12 * bool(half)) * 60 + minute]
    if other.parts.get("pm") is None and (_of_24(quantity) or _of_24(other)):
        return [hour * 60 + minute]
    if hour > 12 or hour == 0:
        return [hour * 60 + minute]
    return [hour % 12 * 60 + minute, hour % 12 * 60 + minute + _HALF]


def _of_24(quantity: Quantity) -> bool:
    """Say whether a time is one of 24 hours: 19:45, 07:15, 00.30."""
    hour = quantity.parts.get("hour")
    return isinstance(hour, int) and (hour > 12 or hour == 0 or quantity.text.startswith("0"))


def before_another(
    sentence: Sentence, before: Sentence | None, end: int, other: Quantity, then: Quantity
) -> bool:
    """Say whether a time is counted to another event: "at 6am, three hours before talks began"."""
    if other.sentence == sentence.index and other.first > end:
        return False
    named = sentence.words[end : end + 4]
    stop = next((at for at, word in enumerate(named) if word in _STOPS or word == "."), 4)
    told = [*(before.words if before is not None else ()), *sentence.words[: then.last]]
    nouns = [w for w in named[:stop] if w.isalpha() and w not in lexicon.words("nouns", "stop")]
    return bool(nouns) and {noun[:5] for noun in nouns}.isdisjoint(word[:5] for word in told)


def in_full(sentence: Sentence, length: Quantity) -> bool:
    """Say whether a sentence takes all that was told: "It is worth all four hours and 10 minutes".

    Nothing may stand before it but who sat through it, and nothing be taken off behind it.
    """
    words, at = sentence.words, length.first
    before, after = words[:at], words[length.last : length.last + _LEFT_OUT]
    if "-" in length.text or not before or before[-1] not in _WHOLE or at > _LED_IN:
        return False
    told = lexicon.words("cues/sparse_times", "sits_through")
    closed = not after or after[0] in _ENDS or after[0] in told or after[:2] == ["of", "it"]
    return told.issuperset(before[:-1]) and closed and _OFF.isdisjoint(after)
