"""Times of day, and durations printed as a clock shows them."""

from __future__ import annotations

from numcheck.extract.clock.colons import colon
from numcheck.extract.clock.marks import (
    O_CLOCK,
    Tables,
    cue,
    hour_minute,
    meridiem_at,
    tables_of_clocks,
    time,
    zone_at,
)  # fmt: skip
from numcheck.extract.clock.spoken import o_clock, of_words, worded
from numcheck.extract.nearby import DASHES, paid, plain, whole, word
from numcheck.extract.seen import Seen
from numcheck.model.passage import Sentence

__all__ = ["time_at"]

_BETWEEN = frozenset({"to", "and", "until", "till", "or", "through", "&", "/"}) | DASHES


def time_at(sentence: Sentence, at: int) -> Seen | None:
    """Read the time of day that begins at token `at`, or a duration such as 2:05:13."""
    text = sentence.words[at]
    if text[0].isdigit():
        return None if paid(sentence, at) else _of_digits(sentence, at, text)
    if text in ("noon", "midnight", "midday"):
        zone = zone_at(sentence, at + 1)
        hour = {"hour": 0 if text == "midnight" else 12, "minute": 0}
        return Seen("time", at, zone[1], hour | {"pm": None, "zone": zone[0]})
    if text in ("half", "quarter"):
        return worded(sentence, at, 30 if text == "half" else 15, at + 1)
    tables = tables_of_clocks()
    if text in tables.small or text in tables.tens:
        return of_words(sentence, at, tables)
    return None


def _of_digits(sentence: Sentence, at: int, text: str) -> Seen | None:
    after = word(sentence, at + 1)
    if after == ":" and sentence.joined(at + 1) and sentence.joined(at + 2):
        return colon(sentence, at, text)
    tables = tables_of_clocks()
    if after in tables.meridiem or after in ("a", "p"):
        return _with_meridiem(sentence, at, text)
    if after in O_CLOCK or after == "noon" or after == "midnight":
        return o_clock(sentence, at, whole(text))
    if after in tables.zones and (text.isdecimal() or "." in text):
        return _with_zone(sentence, at, text, tables)
    if after in _BETWEEN and (found := _first_of_two(sentence, at, text)) is not None:
        return found
    if text.isdecimal() and len(text) <= 2 and after in ("in", "at", "past"):
        return of_words(sentence, at, tables)
    if len(text) == 4 and text.isdecimal():
        return _military(sentence, at, text, after, tables)
    timed = after in tables.after or word(sentence, at - 2) in tables.starts
    if "." in text and word(sentence, at - 1) == "at" and timed and _ends(sentence, at):
        hour, _, minute = text.partition(".")
        if len(minute) == 2 and whole(hour) < 24 and whole(minute) < 60:
            return time(at, at + 1, whole(hour), whole(minute), None, "")
    return None


def _ends(sentence: Sentence, at: int) -> bool:
    """Say whether nothing that could be counted follows: "leaves at 10.10 and lands at …"."""
    return not plain(sentence, at + 1) or sentence.words[at + 1] == "and"


def _with_meridiem(sentence: Sentence, at: int, text: str) -> Seen | None:
    found, clock = meridiem_at(sentence, at + 1), hour_minute(text)
    if found is None or clock is None:
        return None
    zone, last = zone_at(sentence, found[1])
    if len(text) > 2 and "." not in text and not (zone or sentence.raw[at + 1].isupper()):
        return None  # "250 pm" are picometres; "430 PM CDT" is a bulletin's print
    return time(at, last, *clock, found[0], zone)


def _with_zone(sentence: Sentence, at: int, text: str, tables: Tables) -> Seen | None:
    """Read 1730 GMT, 2300Z, 12 GMT, 7.30 BST."""
    zone, last = zone_at(sentence, at + 1)
    clock = hour_minute(text)
    if not zone or clock is None:
        return None
    if zone.upper() == "Z" and not (len(text) in (2, 4) and sentence.joined(at + 1)):
        return None
    if len(text) <= 2 and not (zone[:3] in ("GMT", "UTC", "Z") or cue(sentence, at, tables)):
        return None
    return time(at, last, *clock, None, zone)


def _first_of_two(sentence: Sentence, at: int, text: str) -> Seen | None:
    """Read the 9 of "9-11 a.m." and "between 6 and 8pm"; the second is read on its own."""
    second = at + 2
    later = word(sentence, second)
    if not later[:1].isdigit():
        return None
    place, minute = second + 1, 0
    if word(sentence, place) == ":" and sentence.joined(place):
        minute, place = whole(word(sentence, place + 1)), place + 2
    found, clock = meridiem_at(sentence, place), hour_minute(text)
    if found is None:
        if word(sentence, place) in O_CLOCK and clock and 0 < clock[0] < 25:
            return time(at, at + 1, *clock, None, "")
        return None
    then = hour_minute(later)
    if clock is None or then is None or minute > 59:
        return None
    if sentence.words[at + 1] in ("and", "or", "&") and not cue(sentence, at, tables_of_clocks()):
        return None  # "won gold in 2 and 4 pm"
    same = clock[0] % 12 < then[0] % 12 or clock[0] == then[0]
    return time(at, at + 1, *clock, found[0] if same else None, "")


def _military(sentence: Sentence, at: int, text: str, after: str, tables: Tables) -> Seen | None:
    """Read "0630 hours" and "at 1730 hours"; "2000 hours of work" is none."""
    if after not in ("hours", "hrs", "hour"):
        before = word(sentence, at - 1)
        led = text[0] == "0" and before in ("at", "by", "until", "from", "till")
        dated = before == "at" and after in tables.after and after != "every"
        clock = hour_minute(text) if led or dated else None
        return time(at, at + 1, *clock, None, "") if clock and clock[0] < 24 else None
    if word(sentence, at + 2) == "of":
        return None
    if text[0] != "0" and word(sentence, at - 1) not in ("at", "by", "until", "from", "since"):
        return None
    if int(text[:2]) > 24 or int(text[2:]) > 59:
        return None
    return time(at, at + 2, int(text[:2]), int(text[2:]), None, "")
