"""A length told in another unit, or beside two clock times."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from numcheck.lexicon import words as lexicon
from numcheck.model.interval import Interval, quotient
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.hours.clocks import tied
from numcheck.relate.hours.elapsed import elapsed
from numcheck.relate.hours.journeys import goes_abroad
from numcheck.relate.sparse.closed.claims import TABLE
from numcheck.relate.sparse.window import Window, is_plain
from numcheck.relate.wording import closes, cue, is_quoted, opens

_SPANS = "cues/spans"
_TIMES = "cues/sparse_times"
_HOUR = 60
_MOST = 180  # minutes by which a slip of hours is off
_NEAR = Fraction(3, 5)
_CLOCK = frozenset({"hour", "minute"})
_LONG = frozenset({"month", "year"})
_SHUTS = frozenset({",", "–", "—", ")", "."})
_MARKS = frozenset({"–", "—", "(", ",", "or"})
_TAIL = 7  # words from a length told again to the mark behind it


def find(window: Window) -> Iterator[Relation]:
    """Yield "out for 96 hours – three full days –", and times that a length misses by an hour."""
    told = [one for one in window.own if one.kind == "duration" and one.unit is not None]
    times = [one for one in window.told if one.kind == "time"]
    if len(told) == 1 and len(times) == 2:
        yield from _between(window, times, told[0])
    elif len(told) == 2 and not times and all(is_plain(one) and not one.hedge for one in told):
        yield from _again(window, told[0], told[1])


# ------------------------------------------------------------------------------------ the clock


def _between(window: Window, times: list[Quantity], length: Quantity) -> Iterator[Relation]:
    """Yield two times whose length has their minutes, but another number of hours."""
    unit = length.unit
    if unit is None or unit.name not in _CLOCK or length.hedge is not None or not is_plain(length):
        return
    if window.says("parted", _TIMES) or _pauses(window.words) or goes_abroad(window.words):
        return
    apart = window.words[length.last : times[1].first]
    if ";" in apart and apart[apart.index(";") + 1 :][:1] in (["the"], ["a"], ["an"]):
        return  # "took nine hours; the family were told at 6pm"
    reading = length.reading().scale(quotient(unit.factor, _HOUR))
    stated = Fraction(length.figure.value) * unit.factor / 60 if length.figure else Fraction(0)
    minutes = elapsed(window.sentence, times[0], times[1])
    if any(reading.meets(Interval.point(one)) for one in minutes):
        return
    of, whom = (*window.words[length.last : length.last + 2], "", "")[:2]
    if of == "of" and (whom in ("that", "this", "it") or whom in lexicon.words(_SPANS, "portion")):
        return
    off = [abs(stated - one) for one in minutes if _NEAR * one < stated]
    cued = _is_cued(window, length)
    if any(one <= _MOST and _slip(one, stated, cued) for one in off):
        yield from tied(window.sentence, times[0], times[1], length)


def _slip(off: Fraction, stated: Fraction, cued: bool) -> bool:
    """Say whether whole hours make a length right, and its minutes are none by chance."""
    if cued:
        return off >= 10 and off % 10 == 0
    return off % _HOUR == 0 and stated % _HOUR != 0


def _is_cued(window: Window, length: Quantity) -> bool:
    words, first, last = window.words, opens(window.sentence, length), length.last
    before = lexicon.phrases(TABLE, "clock_before").ending(words, first)
    return before is not None or lexicon.phrases(TABLE, "clock_behind").at(words, last) is not None


def _pauses(words: list[str]) -> bool:
    """Say whether a pause may be left out of a length; "and no interval" is none."""
    pauses = lexicon.words(_TIMES, "pauses")
    return any(
        word in pauses and words[at - 1 : at] not in (["no"], ["without"])
        for at, word in enumerate(words)
    )


# ---------------------------------------------------------------------------------- told again


def _again(window: Window, given: Quantity, other: Quantity) -> Iterator[Relation]:
    """Yield "96 hours – three full days – ", where four are meant."""
    words, last = window.words, closes(window.sentence, given)
    if given.unit is None or other.unit is None or given.unit is other.unit:
        return
    gap, end = words[last : opens(window.sentence, other)], closes(window.sentence, other)
    if words[end : end + 1] in (["of"], ["after"], ["before"], ["later"], ["ago"], ["more"]):
        return
    if not _restates(words, gap, end) or (given.unit.name in _LONG) != (other.unit.name in _LONG):
        return
    if given.figure is None or other.figure is None or "-" in words[last : last + 1]:
        return
    right = Fraction(given.figure.value) * given.unit.factor / Fraction(other.unit.factor)
    stated = Fraction(other.figure.value)
    half = 2 * right
    if half.denominator != 1 or stated == right or not Fraction(1, 2) <= stated / right <= 2:
        return
    off = abs(stated - right)
    if off.denominator == 1 and (off in (1, 2) or len(str(off).strip("0")) == 1):
        yield Relation(
            "aside",
            {"given": given, "other": other},
            cue(window.sentence, last, last + 1),
            quoted=is_quoted(window.sentence, given, other),
        )


def _restates(words: list[str], gap: list[str], end: int) -> bool:
    """Say whether a mark, or "that is", leads from a length to the same one."""
    if not gap or gap[0] not in _MARKS | {"that", "which", "i.e"}:
        return False
    tail = words[end : end + _TAIL]
    shut = next((at for at, word in enumerate(tail) if word in _SHUTS), None)
    if gap[1:] and lexicon.phrases(TABLE, "which_is").ending(["", *gap], len(gap) + 1) is None:
        return False
    if gap == [","]:
        return shut is not None and (shut == 0 or words[end] in ("by", "in", "on"))
    return shut is not None or gap[0] in ("(", "or")
