"""Telephone numbers, addresses, web addresses, postcodes, places on the globe."""

from __future__ import annotations

from functools import cache

from numcheck.extract.nearby import DASHES, capital, counted, hyphen, plain, raw, whole, word
from numcheck.lexicon.load import english
from numcheck.lexicon.words import mapping, words
from numcheck.model.passage import Sentence
from numcheck.named import NamedTuple

Place = tuple[int, int]
_COMPASS = frozenset("NSEW")
_WEB = frozenset("/._@=?&-:%#~")
_DOMAINS = frozenset("com org net gov edu io uk eu int info co de fr ly html".split())
_FARTHEST = 40


class _Tables(NamedTuple):
    streets: frozenset[str]
    states: frozenset[str]
    phone: frozenset[str]
    emergency: frozenset[str]
    emergency_before: frozenset[str]
    emergency_after: frozenset[str]
    months: frozenset[str]
    time_before: frozenset[str]


@cache
def _tables() -> _Tables:
    months = mapping("calendar", "months") | mapping("calendar", "months_short")
    return _Tables(
        words("names", "streets"),
        frozenset(str(state) for state in english("names")["states"]),
        words("names", "phone_before"),
        words("names", "emergency"),
        words("names", "emergency_before"),
        words("names", "emergency_after"),
        frozenset(months),
        words("calendar", "time_before"),
    )


def contact(sentence: Sentence, at: int) -> Place | None:
    """Read the number, address or position that holds the digits at a place."""
    text = sentence.words[at]
    before, after = word(sentence, at - 1), word(sentence, at + 1)
    if before in _WEB and sentence.joined(at) and (place := _web(sentence, at)):
        return place
    if after in _WEB and sentence.joined(at + 1) and (place := _web(sentence, at)):
        return place
    if capital(sentence, at - 1) and sentence.joined(at) and (place := _postcode(sentence, at)):
        return place
    if not text.replace(".", "").isdecimal():
        return None
    if place := _phone(sentence, at, text, before, after):
        return place
    if (at == 0 or before == "lon") and len(after) == 4 and after.isdecimal():
        return _polygon(sentence, at)
    degrees = after in ("°", "º") or (after[:1].isdigit() and len(after) == 2)
    if degrees and (place := _position(sentence, at)):
        return place
    state = at - 1 - (before == ",")
    if len(text) == 5 and raw(sentence, state) in _tables().states and text.isdecimal():
        zip_four = hyphen(sentence, at + 1) and len(word(sentence, at + 2)) == 4
        return state, at + 3 if zip_four else at + 1
    if not text.isdecimal() or len(text) > 5:
        return None
    if after == "block" and word(sentence, at + 2) == "of" and not plain(sentence, at + 3):
        return at, at + 2
    dashed = after in DASHES and hyphen(sentence, at + 1) and word(sentence, at + 2).isdecimal()
    further = at + 2 if dashed else at
    if capital(sentence, further + 1):
        return _address(sentence, at, further)
    return None


def _phone(sentence: Sentence, at: int, text: str, before: str, after: str) -> Place | None:
    """Read 0800 555 111, +44 20 7946 0958, (212) 555-0100, 555-0123, "call 911"."""
    tables = _tables()
    if text in tables.emergency:
        if before in tables.emergency_before:
            return at, at + 1
        if after in tables.emergency_after and text in ("911", "999"):
            return at, at + 1
    if before == "+" and sentence.joined(at) and len(text) <= 4:
        last = _groups(sentence, at + 1)
        return (at - 1, last) if last > at + 2 or len(text) > 9 else None
    bracketed = before == "(" and after == ")"
    if bracketed and (2 < len(text) < 6 or text == "0" or word(sentence, at - 2) == "]"):
        last = _groups(sentence, at + 2)
        return (at - 1, last) if last > at + 2 and _digits(sentence, at + 2, last) > 5 else None
    if before in tables.phone and len(text) in (5, 6) and text.isdecimal() and text[0] != "0":
        return at, at + 1
    apart = text[0] == "0" and after[:1].isdigit() and not sentence.joined(at + 1)
    if apart and len(text) > 2 and text.isdecimal():
        return at, _groups(sentence, at + 1)
    if after in DASHES and hyphen(sentence, at + 1) and text.isdecimal():
        return _hyphened(sentence, at, text)
    if "." in text and [len(field) for field in text.split(".")] == [3, 3, 4]:
        return at, at + 1
    return None


def _groups(sentence: Sentence, at: int) -> int:
    """Step over groups of digits with spaces, hyphens or brackets between them."""
    last = at
    while last < min(len(sentence.words), at + 10):
        text = sentence.words[last]
        if text.isdecimal() and len(text) < 9:
            last += 1
        elif text in DASHES and word(sentence, last + 1).isdecimal() and sentence.joined(last):
            last += 2
        elif text == "(" and word(sentence, last + 1) == "0" and word(sentence, last + 2) == ")":
            last += 3
        else:
            break
    return last


def _digits(sentence: Sentence, first: int, last: int) -> int:
    return sum(len(text) for text in sentence.words[first:last] if text.isdecimal())


def _hyphened(sentence: Sentence, at: int, text: str) -> Place | None:
    """Read 555-0123, 212-555-0100 and 1-800-555-0100."""
    if sentence.joined(at) and word(sentence, at - 1)[:1].isalnum():
        return None
    fields, place = [len(text)], at + 1
    while hyphen(sentence, place) and _dialled(sentence, place + 1) and len(fields) < 5:
        fields.append(len(sentence.words[place + 1]))
        place += 2
    if fields in ([3, 3, 4], [1, 3, 3, 4], [4, 3, 3], [5, 6], [3, 4, 4], [1, 3, 7], [3, 7]):
        return at, place
    if fields == [3, 4]:
        cue = any(one in _tables().phone for one in sentence.words[max(0, at - 4) : at])
        sure = text == "555" or sentence.words[at + 2][0] == "0"
        if (cue or sure) and not counted(sentence, place):
            return at, place
    if fields in ([3, 2, 4], [3, 1, 2, 6, 1], [3, 10], [3, 1, 4, 4, 1]):
        return at, place  # social security numbers and ISBNs
    return None


def _dialled(sentence: Sentence, at: int) -> bool:
    """Say whether a group may be part of a number: "1-800-FLOWERS", and no "250-foot-tall"."""
    return word(sentence, at).isalnum() and not raw(sentence, at)[0].islower()


def _web(sentence: Sentence, at: int) -> Place | None:
    """Read the web address, e-mail address, handle or tag that a place is part of."""
    first = at
    stop = max(0, at - _FARTHEST)
    while first > stop and sentence.joined(first):
        first -= 1
    last = at + 1
    while last < len(sentence.words) and sentence.joined(last) and last < first + 200:
        last += 1
    while last > at + 1 and sentence.words[last - 1] in ".,;:!?)]}\"'”’":
        last -= 1
    while sentence.words[first] in "([\"'“‘<" and first < at:
        first += 1
    run = sentence.words[first:last]
    if "@" in run or (run[0] == "#" and len(run) > 1) or "www" in run:
        return first, last
    for place, text in enumerate(run[:-1]):
        if text == "/" and run[place + 1] == "/":
            return first, last
        if text == "." and run[place + 1] in _DOMAINS and place and run[place - 1].isalnum():
            return first, last
    if run[0][0].isdigit() and run[0].startswith("10.") and len(run) > 2 and run[1] == "/":
        return first, last
    return None


def _postcode(sentence: Sentence, at: int) -> Place | None:
    """Read SW1A 1AA and M1 1AE from their first digit."""
    if not raw(sentence, at - 1).isupper() or len(word(sentence, at - 1)) > 2:
        return None
    place = at + 1
    if (
        sentence.joined(place)
        and raw(sentence, place).isupper()
        and len(word(sentence, place)) == 1
    ):
        place += 1
    inward = word(sentence, place)
    letters = raw(sentence, place + 1)
    fits = len(inward) == 1 and inward.isdecimal() and letters.isupper() and len(letters) == 2
    if fits and not sentence.joined(place) and sentence.joined(place + 1):
        return at - 1, place + 2
    return None


def _position(sentence: Sentence, at: int) -> Place | None:
    """Read 51.5°N 0.1°W, 51°30′N and 53 00 N, 12 00 E."""
    last = _one_bearing(sentence, at)
    if last is None:
        return None
    place = last + (word(sentence, last) in (",", ";", "and"))
    second = _one_bearing(sentence, place) if word(sentence, place)[:1].isdigit() else None
    return at, second or last


def _polygon(sentence: Sentence, at: int) -> Place | None:
    """Read the corners of a warning, "LAT...LON 3455 8552 3458 8535", over its lines."""
    last = at
    while word(sentence, last).isdecimal() and 3 < len(sentence.words[last]) < 6:
        last += 1
    years = all(text[:2] in ("19", "20") for text in sentence.words[at:last])
    return (at, last) if last > at + 3 and not years else None


def _one_bearing(sentence: Sentence, at: int) -> int | None:
    place, groups, degrees = at + 1, 1, False
    while place < at + 9:
        text = word(sentence, place)
        if text in ("°", "º"):
            degrees = True
        elif text in ("'", "′", "’", '"', "″", "”"):
            if not sentence.joined(place):
                return None
        elif text[:1].isdigit() and groups < 3 and len(text.partition(".")[0]) <= 2:
            groups += 1
        else:
            break
        place += 1
    compass = raw(sentence, place)
    worded = word(sentence, place) in ("north", "south", "east", "west") and degrees
    if not (compass in _COMPASS or (worded and groups > 1)) or not (degrees or groups == 2):
        return None
    return place + 1


def _address(sentence: Sentence, first: int, at: int) -> Place | None:
    """Read "10 Downing Street" and "12-14 Mill Lane", of which `at` is the last number."""
    tables = _tables()
    hedged = word(sentence, first - 1) in ("some", "about", "than")
    if word(sentence, at + 1) in tables.months or hedged:
        return None
    place = at + 1
    while place < at + 5 and (
        capital(sentence, place) or word(sentence, place) == "." or _ordinal_part(sentence, place)
    ):
        named = place > at + 1 and capital(sentence, place)
        street = named and word(sentence, place) in tables.streets
        if street and not _goes_on(sentence, place):
            if counted(sentence, place + 1) and not _placed(sentence, first):
                return None  # "30 Wall Street banks"
            return first, place + 1
        place += 1
    return (first, place) if place > at + 1 and _coded(sentence, place) else None


def _coded(sentence: Sentence, at: int) -> bool:
    """Say whether a postcode closes an address: "22 Bishopsgate, London *EC2N 4BQ*"."""
    last = min(at + 9, len(sentence.raw) - 1)
    return any(
        len(inward) == 1
        and inward.isdecimal()
        and not sentence.joined(place)
        and sentence.joined(place + 1)
        and len(sentence.raw[place + 1]) == 2
        and sentence.raw[place + 1].isupper()
        and sentence.joined(place - 1)
        and sentence.raw[place - 1][-1].isalnum()
        for place, inward in enumerate(sentence.raw[at + 1 : last], at + 1)
    )


def _goes_on(sentence: Sentence, place: int) -> bool:
    """Say whether the name of the street goes on: "10 *St* Mary's Road"."""
    return any(
        word(sentence, further) in _tables().streets and capital(sentence, further)
        for further in (place + 1, place + 2)
        if capital(sentence, place + 1)
    )


def _placed(sentence: Sentence, at: int) -> bool:
    """Say whether the words before, or a number too large to count, make an address."""
    return word(sentence, at - 1) in ("at", "outside", "near") or whole(sentence.words[at]) > 999


def _ordinal_part(sentence: Sentence, at: int) -> bool:
    """Say whether a place belongs to "53rd" in "11 West 53rd Street"."""
    text = word(sentence, at)
    if text in ("st", "nd", "rd", "th"):
        return sentence.joined(at)
    return text.isdecimal() and word(sentence, at + 1) in ("st", "nd", "rd", "th")
