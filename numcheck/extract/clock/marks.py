"""What stands beside a time of day: a.m., GMT, in the morning."""

from __future__ import annotations

from functools import cache
from typing import Any

from numcheck.extract.nearby import raw, whole, word
from numcheck.extract.seen import Seen
from numcheck.lexicon.words import mapping, words
from numcheck.model.passage import Sentence
from numcheck.named import NamedTuple

O_CLOCK = frozenset({"o'clock"})


class Tables(NamedTuple):
    """What the lexicon knows of times of day, in the form that is quick to ask."""

    meridiem: dict[str, bool]
    zones: frozenset[str]
    zones_worded: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]
    starts: frozenset[str]
    ratio: frozenset[str]
    parts: frozenset[str]
    small: dict[str, int]
    tens: dict[str, int]


@cache
def tables_of_clocks() -> Tables:
    """Return the lexicon's tables of times of day, read once."""
    small = mapping("numerals", "units") | mapping("numerals", "teens")
    return Tables(
        {name: bool(value) for name, value in mapping("calendar", "meridiem").items()},
        words("calendar", "zones"),
        words("calendar", "zones_worded"),
        words("calendar", "time_before"),
        words("calendar", "time_after"),
        words("calendar", "time_starts"),
        words("calendar", "ratio_near"),
        words("calendar", "day_parts"),
        {name: int(str(value)) for name, value in small.items()},
        {name: int(str(value)) for name, value in mapping("numerals", "tens").items()},
    )


def time(
    first: int, last: int, hour: int, minute: int, pm: bool | None, zone: str, **more: Any
) -> Seen:
    """Give a time of day its parts; `pm` is None where nothing says which half of the day."""
    return Seen(
        "time", first, last, {"hour": hour, "minute": minute, "pm": pm, "zone": zone} | more
    )


def zone_at(sentence: Sentence, at: int) -> tuple[str, int]:
    """Read a time zone at a place: its name, and the place after it."""
    text, name = word(sentence, at), raw(sentence, at)
    tables = tables_of_clocks()
    if text == "(" and word(sentence, at + 2) == ")" and word(sentence, at + 1) in tables.zones:
        return raw(sentence, at + 1), at + 3
    if text in tables.zones and name.isupper():
        if text in ("gmt", "utc") and word(sentence, at + 1) in ("+", "-", "−"):
            shift = word(sentence, at + 2)
            if sentence.joined(at + 2) and 0 <= whole(shift) < 15:
                sign = "+" if sentence.words[at + 1] == "+" else "-"
                return f"{name}{sign}{shift}", at + 3
        if word(sentence, at + 1) == "/" and word(sentence, at + 2) in tables.zones:
            return name, at + 3
        return name, at + 1
    if text in tables.zones_worded and (name[0].isupper() or text == "local"):
        last = at + 1
        while word(sentence, last) in ("standard", "daylight", "summer", "time"):
            last += 1
        return (name, last) if text != "local" or last > at + 1 else ("", at)
    return "", at


def meridiem_at(sentence: Sentence, at: int) -> tuple[bool, int] | None:
    """Read "am", "p.m." and the like: whether after noon, and the place after it."""
    text = word(sentence, at)
    pm = tables_of_clocks().meridiem.get(text)
    if pm is not None:
        return pm, at + 1
    pointed = sentence.words[at + 1 : at + 3] == [".", "m"]
    if text in ("a", "p") and pointed and sentence.joined(at + 1) and sentence.joined(at + 2):
        ends = word(sentence, at + 3) == "." and sentence.joined(at + 3)
        return text == "p", at + 3 + ends
    return None


def hour_minute(text: str) -> tuple[int, int] | None:
    """Cut 8, 8.15, 815 and 1130 into hour and minute; None for other numbers."""
    hour, point, minute = text.partition(".")
    if point:
        return (whole(hour), whole(minute)) if len(minute) == 2 and len(hour) <= 2 else None
    if not text.isdecimal() or len(text) > 4:
        return None
    value = int(text)
    if len(text) <= 2:
        return (value, 0) if value < 30 else None
    return (value // 100, value % 100) if value % 100 < 60 and value < 2500 else None


def day_part(sentence: Sentence, at: int) -> tuple[bool | None, int]:
    """Read "in the morning", "at night": whether after noon, and the place after it."""
    if word(sentence, at) == "in" and word(sentence, at + 1) == "the":
        part = word(sentence, at + 2)
        if part in tables_of_clocks().parts:
            return part != "morning", at + 3
    if word(sentence, at) == "at" and word(sentence, at + 1) == "night":
        return None, at + 2
    return None, at


def cue(sentence: Sentence, at: int, tables: Tables) -> bool:
    """Say whether a word that leads to a time stands before a place."""
    return word(sentence, at - 1) in tables.before
