"""A number after the word that it names: "Room 101"."""

from __future__ import annotations

from functools import cache

from numcheck.extract.names.roads import is_road
from numcheck.extract.nearby import (
    BEARINGS,
    DASHES,
    amount_after,
    capital,
    counted,
    hyphen,
    plain,
    raw,
    titled,
    whole,
    word,
)
from numcheck.lexicon.words import Phrases, mapping, phrases, words
from numcheck.model.passage import Sentence
from numcheck.named import NamedTuple

Place = tuple[int, int]
_JOINTS = frozenset({",", "and", "or", "&", "to", "/", "through"}) | DASHES
_LONGEST_LIST = 24
_SHORT = frozenset({"no", "nr", "p", "r", "s", "top", "ch", "us"})
# In the singular and with no article before them these are names: "Week 5 fixtures".
_PERIODS = frozenset({"year", "day", "week", "month", "game", "season"})
_OWNERS = frozenset({"a", "an", "per", "each", "every", "this", "last", "next"})
# These may carry a number that looks like a year: "Flight 1549".
_NUMBERED = frozenset({"flight", "bus", "form", "order", "lot", "box", "question", "item", "model"})


class _Tables(NamedTuple):
    labels: frozenset[str]
    sorts: frozenset[str]
    loose: frozenset[str]
    places: frozenset[str]
    names: Phrases
    last_words: frozenset[str]
    of: frozenset[str]
    romans: frozenset[str]
    numbers: frozenset[str]
    units: frozenset[str]


@cache
def _tables() -> _Tables:
    names = words("names", "label_names")
    numbers = (mapping("numerals", key) for key in ("units", "teens", "tens"))
    return _Tables(
        words("names", "labels"),
        words("names", "label_sorts"),
        words("names", "label_loose"),
        words("names", "label_places"),
        phrases("names", "label_names"),
        frozenset(name.split()[-1] for name in names),
        words("names", "label_of"),
        words("names", "romans"),
        frozenset(name for table in numbers for name in table),
        words("calendar", "unit_words"),
    )


@cache
def label_words() -> frozenset[str]:
    """Return the words that may stand right before the number of a name."""
    tables = _tables()
    return tables.labels | tables.sorts | tables.last_words | _SHORT | {"of"}


def labelled(sentence: Sentence, at: int) -> Place | None:
    """Read a number that the word before it labels: its places, half open."""
    if at == 0:
        return None
    label, before = at - 1, sentence.words[at - 1]
    if before not in label_words() and before != "." and before != "#":
        road = len(before) == 2 and sentence.raw[label].isupper() and is_road(sentence, at)
        return (label, at + 1) if road else None
    tables = _tables()
    if before == "." and sentence.joined(label) and at > 1:
        label, before = at - 2, sentence.words[at - 2]
    elif before == "#" and sentence.joined(at):
        return at - 1, _chain(sentence, at + 1)
    elif before == "of":
        return _of(sentence, at, tables)
    known = before in tables.labels or before in tables.sorts or before in tables.last_words
    if not (known or before in _SHORT) or sentence.joined(label + 1) > (label < at - 1):
        return None
    if before == "us":
        return (label, at + 1) if is_road(sentence, at) else None
    if not _is_number(sentence, at, label, tables) or _pair_after(sentence, at, label):
        return None
    first = _accepted(sentence, at, label, tables)
    return None if first is None else (first, _end(sentence, at, label, tables))


def _is_number(sentence: Sentence, at: int, label: int, tables: _Tables) -> bool:
    """Say whether a number fit for a name stands at a place: digits, IX, or a capital Two."""
    text = word(sentence, at)
    if text[:1].isdigit():
        return "," not in text and len(text) < 8
    if text in tables.numbers:
        return capital(sentence, at) and capital(sentence, label) and not titled(sentence, 67)
    return text in tables.romans and sentence.raw[at].isupper() and capital(sentence, label)


def _pair_after(sentence: Sentence, at: int, label: int) -> bool:
    """Say whether a score follows what it settled: "won the series 3-2"."""
    if word(sentence, at + 1) == "to" and word(sentence, at + 2).isdecimal():
        return word(sentence, label - 2) in ("passed", "approved", "rejected", "defeated", "backed")
    settled = ("series", "match", "set", "leg", "measure", "bill", "amendment", "resolution")
    if sentence.words[label] not in settled or capital(sentence, label):
        return False
    dash = word(sentence, at + 1) in DASHES and sentence.joined(at + 1)
    return dash and word(sentence, at + 2).isdecimal()


def _accepted(sentence: Sentence, at: int, label: int, tables: _Tables) -> int | None:
    """Return the place at which the name begins, or None where the number is an amount."""
    name = sentence.words[label]
    after = at + 1
    if amount_after(sentence, after) or _measured(sentence, after, tables):
        return None
    if name == "numbers" and not _another(sentence, after):
        return None  # "the flock numbers 310"
    if name in ("no", "nr"):
        return _numero(sentence, at, label)
    if name in ("p", "s", "ch", "r"):
        return _short_label(sentence, at, label, name)
    if name == "top":
        return None if counted(sentence, after) else label
    found = tables.names.ending(sentence.words, label + 1)
    if found and _printed_as_name(sentence, found[1], label + 1):
        return found[1]
    if name in tables.loose and _counted_label(sentence, label, tables):
        return None
    if "." in sentence.words[at] and (name in tables.sorts or name in tables.loose):
        return None
    if name in tables.sorts and not (counted(sentence, after) and name in tables.loose):
        return label
    if name not in tables.labels:
        return None
    return label if _fits_label(sentence, at, label, tables) else None


def _another(sentence: Sentence, after: int) -> bool:
    """Say whether a second number is joined to the first: "numbers 3 and 4"."""
    follows = word(sentence, after + 1)
    return word(sentence, after) in _JOINTS and (follows[:1].isdigit() or follows == "and")


def _short_label(sentence: Sentence, at: int, label: int, name: str) -> int | None:
    """Read "p. 12", and the bills "H.R. 1628" and "S. 1260"."""
    if label == at - 1:
        return None
    if name == "r":
        house = raw(sentence, label - 2) == "H" and word(sentence, label - 1) == "."
        return label - 2 if house else None
    if not capital(sentence, label):
        return label
    near = sentence.words[max(0, label - 6) : label]
    return label if name == "s" and ("bill" in near or "senate" in near) else None


def _counted_label(sentence: Sentence, label: int, tables: _Tables) -> bool:
    """Say whether a label is itself counted: "in 6 *weeks* 3 of them", "a *month* 13"."""
    before = word(sentence, label - 1)
    return before[:1].isdigit() or before in tables.numbers or before in _OWNERS


def _fits_label(sentence: Sentence, at: int, label: int, tables: _Tables) -> bool:
    """Say whether a number goes with a common label; "in the room 12 people" does not."""
    name, after, text = sentence.words[label], at + 1, sentence.words[at]
    big = capital(sentence, label) and (label > 0 or _is_subject(sentence, after))
    if name not in tables.loose:
        if big or not counted(sentence, after):
            return True
        return name not in tables.places and not _counted_label(sentence, label, tables)
    if len(text) > 3 and whole(text) > 999 and not (name in ("order", "bus", "form") or big):
        return False  # "the season 2019", "in case 2000 come"
    if name == "number" and not big:
        return text[0].isdigit() and not counted(sentence, after)
    if big and len(text) == 4 and 1500 <= whole(text) < 2100 and name not in _NUMBERED:
        return False  # "the Companies Act 2006"
    if big:
        return len(text) < 4 or name not in ("season", "year", "game", "games", "month")
    if name in ("points", "point", "game", "games", "set", "seat", "patient", "player", "team"):
        return False  # in lower case too often "scored points 12 times"
    return not plain(sentence, after)


def _is_subject(sentence: Sentence, after: int) -> bool:
    """Say whether a name that opens a sentence is what it speaks of: "Game 7 *is* on Sunday"."""
    follows = word(sentence, after)
    said = follows in ("is", "was", "will", "of", "has", "had") or follows.endswith("ed")
    said = said or word(sentence, after - 2) in _PERIODS  # "Year 3 programme of study"
    return said and not titled(sentence, 67)


def _printed_as_name(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether a name is printed with its capitals, a sentence's first word included."""
    if raw(sentence, last + 1) in BEARINGS and sentence.raw[first].isupper():
        return False  # "1052 AM TORNADO 2 WNW ELLAVILLE"
    return any(character.isupper() for character in sentence.cut(first, last))


def _numero(sentence: Sentence, at: int, label: int) -> int | None:
    """Read "No. 10" and "No 7"; "No 12 people are alike" is none."""
    pointed = label < at - 1
    if not pointed and (counted(sentence, at + 1) or not capital(sentence, label)):
        return None
    return label


def _measured(sentence: Sentence, at: int, tables: _Tables) -> bool:
    """Say whether a unit follows, joined to the number or not."""
    text = word(sentence, at)
    if sentence.joined(at) and text[:1].isalpha():
        return len(text) > 1 and not raw(sentence, at).isupper() and text not in ("st", "nd", "th")
    if hyphen(sentence, at) and word(sentence, at + 1) in ("year", "day", "month", "hour", "mile"):
        return True
    return text in tables.units


def _of(sentence: Sentence, at: int, tables: _Tables) -> Place | None:
    """Read "Group of 20"."""
    if word(sentence, at - 2) not in tables.of or not capital(sentence, at - 2):
        return None
    if counted(sentence, at + 1) or not sentence.words[at][0].isdigit():
        return None
    return at - 2, at + 1


def _chain(sentence: Sentence, at: int) -> int:
    """Step over what is joined to a number: "737-800", "27L", "12(3)(b)"."""
    last = len(sentence.words)
    while at < last and sentence.joined(at):
        text = sentence.words[at]
        if text[0].isalnum():
            at += 1
        elif text in DASHES and hyphen(sentence, at) and _goes_on(sentence, at + 1):
            at += 2
        elif text == "(" and word(sentence, at + 2) == ")" and sentence.joined(at + 1):
            if len(sentence.words[at + 1]) > 3:
                break
            at += 3
        else:
            break
    return at


def _goes_on(sentence: Sentence, at: int) -> bool:
    text = raw(sentence, at)
    if text in words("names", "docket"):
        return hyphen(sentence, at + 1)
    return text[:1].isdigit() or (text.isupper() and len(text) < 4)


def _goes_with(sentence: Sentence, name: str, joint: str, after: int, tables: _Tables) -> bool:
    """Say whether a second number goes with one label: "day 2 to 3", "Hwy 34 or 36"."""
    if counted(sentence, after) or _measured(sentence, after, tables):
        return False
    if joint in ("to", "through"):
        return name in words("names", "label_worded")
    return joint in ("or", "&") and name in words("names", "roads")


def _end(sentence: Sentence, at: int, label: int, tables: _Tables) -> int:
    """Return the place after a label's number, or after its list: "figures 3, 4 and 5"."""
    name = sentence.words[label]
    last = _chain(sentence, at + 1)
    if raw(sentence, last) in ("MAX", "Max", "Dreamliner", "neo"):
        last += 1
    several = name.endswith("s") or name == "pp"
    while last + 1 < len(sentence.words) and last < at + _LONGEST_LIST:
        joint, step = sentence.words[last], 1
        if joint == "," and sentence.words[last + 1] in ("and", "or"):
            step = 2
        if joint not in _JOINTS or not _is_number(sentence, last + step, label, tables):
            break
        tight = joint in DASHES or joint == "/"
        follows = last + step + 1
        loose = not (several or tight) and not _goes_with(sentence, name, joint, follows, tables)
        if loose or (tight and not sentence.joined(last)):
            break
        if amount_after(sentence, follows) or (not tight and counted(sentence, follows)):
            break
        last = _chain(sentence, follows)
    return last
