"""Times of day in words: half past six, nine o'clock."""

from __future__ import annotations

from numcheck.extract.clock.marks import (
    O_CLOCK,
    Tables,
    cue,
    day_part,
    meridiem_at,
    tables_of_clocks,
    time,
)  # fmt: skip
from numcheck.extract.nearby import DASHES, amount_after, plain, whole, word
from numcheck.extract.seen import Seen
from numcheck.model.passage import Sentence


def o_clock(sentence: Sentence, at: int, hour: int) -> Seen | None:
    """Read "9 o'clock" and "12 noon", with the part of the day that follows."""
    after = sentence.words[at + 1]
    if not 0 < hour < 25 or (after not in O_CLOCK and hour != 12):
        return None
    if after == "midnight":
        return time(at, at + 2, 0, 0, None, "")
    pm, last = day_part(sentence, at + 2)
    return time(at, last, hour, 0, True if after == "noon" else pm, "")


def _spoken(sentence: Sentence, at: int) -> tuple[int, int]:
    """Read an hour or a number of minutes in words or digits: its value, and the place after."""
    tables, text = tables_of_clocks(), word(sentence, at)
    if text[:1].isdigit():
        return (whole(text) if len(text) <= 2 else -1), at + 1
    if text in tables.small:
        return tables.small[text], at + 1
    if text in tables.tens:
        ones = tables.small.get(word(sentence, at + 2), 0)
        if word(sentence, at + 1) in DASHES and 0 < ones < 10:
            return tables.tens[text] + ones, at + 3
        return tables.tens[text], at + 1
    return -1, at


def of_words(sentence: Sentence, at: int, tables: Tables) -> Seen | None:
    """Read "nine o'clock", "ten past six", "eight in the morning", "five to twelve"."""
    value, last = _spoken(sentence, at)
    after = word(sentence, last)
    if after in O_CLOCK:
        return o_clock(sentence, last - 1, value)
    if after == "past" or (after == "to" and cue(sentence, at, tables) and value % 5 == 0):
        return worded(sentence, at, value, last)
    if after in ("noon", "midnight") and value == 12:
        return time(at, last + 1, 0 if after == "midnight" else 12, 0, None, "")
    if after in ("in", "at") and 0 < value < 13 and cue(sentence, at, tables):
        pm, end = day_part(sentence, last)
        if end > last:
            return time(at, end, value, 0, pm, "")
    return None


def worded(sentence: Sentence, first: int, minutes: int, at: int) -> Seen | None:
    """Read what follows the minutes: "past six", "to 5"."""
    joint = word(sentence, at)
    if joint not in ("past", "to") or not 0 < minutes < 60:
        return None
    hour, last = _spoken(sentence, at + 1)
    if word(sentence, at + 1) in ("midnight", "noon"):
        hour, last = (0 if sentence.words[at + 1] == "midnight" else 12), at + 2
    if not 0 <= hour < 25 or plain(sentence, last) or amount_after(sentence, last):
        return None
    shift = (1 if joint == "past" else -1) * minutes
    found = meridiem_at(sentence, last)
    pm, last = found if found else day_part(sentence, last)
    return time(first, last, (hour + (shift < 0) * -1) % 24, shift % 60, pm, "")
