"""Figures with colons: times of day, durations, ratios."""

from __future__ import annotations

from fractions import Fraction

from numcheck.extract.clock.marks import (
    Tables,
    cue,
    day_part,
    meridiem_at,
    tables_of_clocks,
    time,
    zone_at,
)  # fmt: skip
from numcheck.extract.nearby import amount_after, whole, word
from numcheck.extract.seen import Seen
from numcheck.lexicon.words import phrases, words
from numcheck.model.passage import Sentence

_FAR = 12  # words from "improved" to the second of two times


def colon(sentence: Sentence, at: int, text: str) -> Seen | None:
    """Read 17:00, 5:30 a.m., 2:05:13 and 4:31.2; other colons are ratios and verses."""
    minute = word(sentence, at + 2)
    if not text.isdecimal() or not minute[:1].isdigit() or len(text) > 3:
        return None
    mark = word(sentence, at - 1) if sentence.joined(at) else ""
    if mark in (":", ".", "#") or (mark == "/" and not _zoned(sentence, at - 2)):
        return None
    if word(sentence, at + 3) == ":" and sentence.joined(at + 3) and sentence.joined(at + 4):
        return _three_fields(sentence, at)
    whole_minute, _, fraction = minute.partition(".")
    if len(whole_minute) != 2 or not whole_minute.isdecimal():
        return None
    if fraction and (fraction.isdecimal() and int(whole_minute) < 60):
        seconds = int(text) * 60 + Fraction(minute)
        return _duration(sentence, at, at + 3, seconds)
    if fraction:
        return None
    return _two_fields(sentence, at, int(text), int(whole_minute))


def _zoned(sentence: Sentence, at: int) -> bool:
    """Say whether a time ends at a place: "3:30 p.m. *ET*/1:30 p.m. CT"."""
    return word(sentence, at) in tables_of_clocks().zones or word(sentence, at) in ("am", "pm")


def _duration(sentence: Sentence, first: int, last: int, seconds: int | Fraction) -> Seen:
    return Seen("duration", first, last, {"seconds": seconds})


_STOPPED = frozenset({"clock", "watch", "stopwatch", "chronometer", "timer", "clocked", "finished"})


def _three_fields(sentence: Sentence, at: int) -> Seen | None:
    hour, minute, last = int(sentence.words[at]), whole(sentence.words[at + 2]), at + 5
    second = word(sentence, at + 4)
    fields = second.split(".")
    exact = second.replace(".", "").isdecimal() and len(fields) <= 2 and len(fields[0]) == 2
    if not exact or not 0 <= minute < 100 or len(sentence.words[at + 2]) != 2:
        return None
    before, (zone, after) = word(sentence, at - 1), zone_at(sentence, last)
    found = meridiem_at(sentence, last)
    begun = before == "at" and _STOPPED.isdisjoint(sentence.words[max(0, at - 5) : at])
    if zone or found or begun or (before == "t" and sentence.joined(at)):
        pm = found[0] if found else None
        return time(at, found[1] if found else after, hour, minute, pm, zone, second=second)
    if minute > 59:
        return None
    seconds = Fraction(second) + hour * 3600 + minute * 60
    plain_seconds = seconds.numerator if seconds.denominator == 1 else seconds
    return _duration(sentence, at, last, plain_seconds)


def _two_fields(sentence: Sentence, at: int, hour: int, minute: int) -> Seen | None:
    """Tell a time of day from minutes and seconds, and both from a ratio."""
    last = at + 3
    found = meridiem_at(sentence, last)
    zone, after = zone_at(sentence, found[1] if found else last)
    tables = tables_of_clocks()
    if found or zone:
        return time(at, after, hour, minute, found[0] if found else None, zone)
    if amount_after(sentence, last) or _near_ratio(sentence, at, tables):
        return None
    if sentence.joined(last) and (word(sentence, last)[:1].isalnum()):
        return None
    if _duration_cue(sentence, at):
        return _duration(sentence, at, last, hour * 60 + minute)
    if cue(sentence, at, tables) or (hour < 24 and minute < 60):
        if hour > 29 and word(sentence, at - 1) != "at":
            return None  # "a 60:40 split"
        pm, closed = day_part(sentence, last)
        if word(sentence, closed) in ("hours", "hrs"):
            closed += 1
        return time(at, closed, hour, minute, pm, "")
    return None


def _near_ratio(sentence: Sentence, at: int, tables: Tables) -> bool:
    near = sentence.words[max(0, at - 4) : at + 6]
    return any(one in tables.ratio for one in near)


def _duration_cue(sentence: Sentence, at: int) -> bool:
    """Say whether the words beside 4:31 make it minutes and seconds, or hours and minutes."""
    if phrases("calendar", "duration_after").at(sentence.words, at + 3):
        return True
    if _bettered(sentence, at):
        return True
    before = at - 1 if word(sentence, at - 1) not in ("a", "an", "of") else at - 2
    cues = phrases("calendar", "duration_before")
    return cues.ending(sentence.words, at) is not None or (
        cues.ending(sentence.words, before + 1) is not None and word(sentence, before) != "in"
    )


def _bettered(sentence: Sentence, at: int) -> bool:
    """Say whether 4:41 is what somebody ran: "her time in the mile improved to 4:41 from 4:33"."""
    near = sentence.words[max(0, at - _FAR) : at]
    if words("calendar", "bettered").isdisjoint(near) or word(sentence, at - 1) == "at":
        return False
    return not words("calendar", "races").isdisjoint(sentence.words)
