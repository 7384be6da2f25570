"""Letters and digits in one: A320, F-16, COVID-19, 5G, 4x4, 007."""

from __future__ import annotations

from functools import cache

from numcheck.extract.nearby import DASHES, amount_after, gauged, hyphen, raw, word
from numcheck.lexicon.words import mapping, words
from numcheck.model.passage import Sentence
from numcheck.named import NamedTuple

Place = tuple[int, int]
_TIMES = frozenset("x×")
_HEXADECIMAL = frozenset("0123456789abcdef")
_SPEEDS = {"G": "23456", "D": "234", "K": "48"}
_FARTHEST = 16


class _Tables(NamedTuple):
    money: frozenset[str]
    never: frozenset[str]
    lower: frozenset[str]
    under: frozenset[str]
    docket: frozenset[str]
    months: frozenset[str]
    units: frozenset[str]
    aircraft: frozenset[str]
    aircraft_after: frozenset[str]
    time_before: frozenset[str]
    zones: frozenset[str]


@cache
def _tables() -> _Tables:
    days = mapping("calendar", "weekdays") | mapping("calendar", "weekdays_short")
    months = mapping("calendar", "months") | mapping("calendar", "months_short") | days
    return _Tables(
        words("names", "money_letters"),
        words("names", "joined_never"),
        words("names", "joined_lower"),
        words("names", "under"),
        words("names", "docket"),
        frozenset(months),
        words("calendar", "unit_words"),
        words("names", "aircraft"),
        words("names", "aircraft_after"),
        words("calendar", "time_before"),
        words("calendar", "zones"),
    )


def code(sentence: Sentence, at: int) -> Place | None:
    """Read the code that holds the digits at a place: its places, half open."""
    text = sentence.words[at]
    after = word(sentence, at + 1)
    if sentence.joined(at):
        before = sentence.words[at - 1]
        if before[0].isalpha():
            return _after_letters(sentence, at, before)
        if before in DASHES and sentence.joined(at - 1):
            return _after_dash(sentence, at)
        if before == "." and sentence.joined(at - 1):
            return _after_point(sentence, at)
        if before == "_" or (before == "/" and _filed(sentence, at - 2)):
            return at, at + 1
    if sentence.joined(at + 1):
        if after[0].isalpha():
            return _before_letters(sentence, at, text, after)
        if after in DASHES:
            return _before_dash(sentence, at, text)
    if after in _TIMES:
        return _crossed(sentence, at, text)
    if text[0] == "0" and len(text) > 2 and text.isdecimal():
        return _leading_nought(sentence, at, after)
    if text.count(".") > 1:
        return _pointed(sentence, at, text)
    if len(text) == 6 and _is_stamp(sentence, at):
        return at, at + 1
    return _aircraft(sentence, at, text, after) if text in _tables().aircraft else None


def _is_stamp(sentence: Sentence, at: int) -> bool:
    """Say whether a bulletin's day, hour and minute stand at a place: "WWUS52 KFFC *260423*"."""
    station = raw(sentence, at - 1)
    if len(station) != 4 or not station.isupper() or at < 3:
        return False
    return sentence.joined(at - 2) and word(sentence, at - 2).isdecimal()


def _filed(sentence: Sentence, at: int) -> bool:
    """Say whether capitals before a slash make a file number: "DVSA/MOT/02"."""
    letters = raw(sentence, at)
    if letters.lower() in _tables().zones:
        return False  # "7 p.m. ET/4 p.m. PT"
    return len(letters) > 1 and letters.isupper() and sentence.joined(at + 1)


def _after_letters(sentence: Sentence, at: int, before: str) -> Place | None:
    """Read A320, M25, CO2; "Rs500" and the 10 of "5ft10in" are amounts."""
    tables = _tables()
    if gauged(sentence, at) or is_run_together(sentence, at):
        return None
    if before in tables.money or before in tables.months or before in _TIMES:
        single = before in ("r", "n", "k") and not _scaled(sentence, at + 1)
        return _run(sentence, at) if single else None
    printed = raw(sentence, at - 1)
    if printed == "T" and word(sentence, at + 1) == ":":
        return None  # 2021-03-14T12:15
    inside = sentence.joined(at - 1) and word(sentence, at - 2)[:1].isdigit()
    if inside and not printed.isupper():
        footnote = before == "s" and len(sentence.words[at]) <= 2
        return (at, at + 1) if footnote else None  # "the early 2000s10"
    if before in ("c", "ca", "fy", "ad") and len(sentence.words[at]) > 2:
        return None
    if printed.islower() and before in tables.units and len(before) > 1:
        return None
    if len(printed) == 1 and _scaled(sentence, at + 1):
        return None
    first, last = _run(sentence, at)
    tagged = sentence.joined(first) and sentence.words[first - 1] in ("@", "#")
    return first - tagged, last


def is_run_together(sentence: Sentence, at: int) -> bool:
    """Say whether a table has lost its cells: "Definite18% [9/50]", "Leeds15 (50)"."""
    if len(sentence.words[at - 1]) < 4:
        return False
    bracket, share = word(sentence, at + 1), word(sentence, at + 2)
    if bracket not in ("(", "[") or not raw(sentence, at - 1)[1:].islower():
        return bracket == "%"
    then = word(sentence, at + 3)
    ranged = then in DASHES or "." in share
    closed = then in (")", "%") and len(share.replace(".", "")) < 4
    return share[:1].isdigit() and (ranged if bracket == "[" else ranged or closed)


def _scaled(sentence: Sentence, at: int) -> bool:
    """Say whether a scale word or letter makes money of "R500m"."""
    scales = ("m", "bn", "mn", "b", "million", "billion", "trillion", "k", "tn")
    return amount_after(sentence, at) or word(sentence, at) in scales


def _after_dash(sentence: Sentence, at: int) -> Place | None:
    """Read F-16, COVID-19, under-21; "mid-20" and "then-12-year-old" are none."""
    tables = _tables()
    before, printed = sentence.words[at - 2], raw(sentence, at - 2)
    if not before[0].isalpha():
        return None
    if before in tables.never or before in tables.months or amount_after(sentence, at + 1):
        return None
    if sentence.joined(at - 2) and word(sentence, at - 3)[:1].isdigit() and not printed.isupper():
        return _docket(sentence, at)
    named = any(character.isupper() for character in printed) or before in tables.lower
    if not named:
        return None
    if hyphen(sentence, at + 1) and word(sentence, at + 2) in tables.units:
        return None
    return _run(sentence, at)


def _docket(sentence: Sentence, at: int) -> Place | None:
    """Read the 1234 of a case number "19-cv-1234"."""
    if word(sentence, at - 2) not in _tables().docket:
        return None
    return _run(sentence, at)


def _after_point(sentence: Sentence, at: int) -> Place | None:
    """Read BA.2, B.1.617 and the footnote mark of "treatment.12"."""
    before, printed = word(sentence, at - 2), raw(sentence, at - 2)
    if not before[:1].isalpha() or before in _tables().months or before in _tables().money:
        return None
    if printed.isupper() and len(printed) <= 3:
        return _begin(sentence, at - 2), _run(sentence, at)[1]
    if len(before) > 3 and printed.islower() and len(sentence.words[at]) <= 3:
        return at, at + 1
    return None


def _begin(sentence: Sentence, at: int) -> int:
    """Step back to the first of the letters, digits and hyphens joined to a place."""
    stop = max(0, at - _FARTHEST)
    while at > stop and sentence.joined(at):
        before = sentence.words[at - 1]
        if before[0].isalnum():
            at -= 1
        elif before in DASHES and sentence.joined(at - 1) and word(sentence, at - 2)[:1].isalpha():
            at -= 2
        else:
            break
    return at


def _run(sentence: Sentence, at: int) -> Place:
    """Return the whole run of joined letters, digits and hyphens round a place."""
    last = at + 1
    while last < len(sentence.words) and sentence.joined(last):
        text = sentence.words[last]
        if text[0].isalnum():
            last += 1
        elif text in DASHES and hyphen(sentence, last) and _upper(sentence, last + 1):
            last += 2
        else:
            break
    return _begin(sentence, at), last


def _upper(sentence: Sentence, at: int) -> bool:
    text = raw(sentence, at)
    return text[:1].isdigit() or (text[:1].isupper() and len(text) < 5)


def _before_letters(sentence: Sentence, at: int, text: str, after: str) -> Place | None:
    """Read 5G, 3D, 4K, 0x1F, 4x4 and under 21s."""
    printed = raw(sentence, at + 1)
    if text == "0" and after[0] == "x":
        return _run(sentence, at)
    if text in _tables().aircraft and (after == "s" or (printed.isupper() and len(printed) < 3)):
        return at, at + 2  # "777s", "its 777X", "the 777ER"
    if after in _TIMES:
        return _crossed(sentence, at, text)
    if text in _SPEEDS.get(printed, ""):
        return at, at + 2
    if after == "s" and word(sentence, at - 1) in _tables().under and len(text) <= 2:
        return at - 1, at + 2
    coded = sentence.joined(at + 2) and word(sentence, at + 2)[:1].isdigit()
    if coded and after not in _TIMES and (printed.isupper() or _is_hash(sentence, at)):
        return _run(sentence, at)
    return None


def _is_hash(sentence: Sentence, at: int) -> bool:
    """Say whether a run of letters and digits names a revision: "75b37e70"."""
    first, last = _run(sentence, at)
    text = "".join(sentence.words[first:last])
    return len(text) > 5 and not text[-2:].isalpha() and _HEXADECIMAL.issuperset(text)


def _before_dash(sentence: Sentence, at: int, text: str) -> Place | None:
    """Read the case number "19-cv-1234", 787-9 and 2-for-1."""
    letters = word(sentence, at + 2)
    if text in _tables().aircraft and hyphen(sentence, at + 1) and letters.isdecimal():
        return (at, at + 3) if letters in ("8", "9", "10") or letters.endswith("00") else None
    other = word(sentence, at + 4)
    set_against = letters in ("for", "on") or (letters == "in" and other == "1")
    if set_against and hyphen(sentence, at + 3) and other.isdecimal():
        return at, at + 5  # "a 3-for-2 offer", "a 2-on-1", "a 3-in-1 printer"
    if letters in _tables().docket and hyphen(sentence, at + 3) and sentence.joined(at + 2):
        return at, at + 5
    return None


def _crossed(sentence: Sentence, at: int, text: str) -> Place | None:
    """Read 4x4, 1920x1080 and 4x100m; "10x12 ft" is a measure."""
    other = word(sentence, at + 2)
    if not other.isdecimal() or not text.isdecimal():
        return None
    after = word(sentence, at + 3)
    if text == "4" and other in ("100", "200", "400", "50", "6", "5", "7"):
        if after in ("m", "km", "metres", "meters", "metre", "meter"):
            return at, at + 4
        if other != "50":
            return at, at + 3
    if not sentence.joined(at + 1) or not sentence.joined(at + 2) or after in _TIMES:
        return None
    if after in _tables().units or (sentence.joined(at + 3) and after[:1].isalnum()):
        return None
    if amount_after(sentence, at + 3) or after in ("'", '"', "-", "″", "′", "^"):
        return None
    return at, at + 3


def _leading_nought(sentence: Sentence, at: int, after: str) -> Place | None:
    """Read 007 and 01234; 0630 before "hours" or after "at" is a time of day."""
    tables = _tables()
    if after in tables.zones or after in ("hours", "hrs", "am", "pm", ":"):
        return None
    if len(sentence.words[at]) == 4 and word(sentence, at - 1) in tables.time_before:
        return None
    return at, at + 1


def _pointed(sentence: Sentence, at: int, text: str) -> Place | None:
    """Read 2.1.0 and 192.168.0.1; 24.02.2022 is a date, 1.200.300 a continental number."""
    fields = text.split(".")
    if "," in text or all(len(field) == 3 for field in fields[1:]):
        return None
    if len(fields) == 3 and len(fields[2]) == 4 and len(fields[0]) == len(fields[1]) == 2:
        return None
    return at, at + 1


def _aircraft(sentence: Sentence, at: int, text: str, after: str) -> Place | None:
    """Read "a 737", "737 MAX", "777s"; "737 people" is a count."""
    if after in _tables().aircraft_after:
        last = at + 2 if after == "max" and raw(sentence, at + 1) != "max" else at + 1
        return at, last
    article = word(sentence, at - 1) in ("a", "an", "the")
    alone = not after[:1].isalpha() or after in words("nouns", "stop")
    return (at, at + 1) if article and alone else None
