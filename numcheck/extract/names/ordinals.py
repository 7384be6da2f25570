"""Ordinals: 21st, third, twenty-first, one hundred and tenth."""

from __future__ import annotations

from functools import cache

from numcheck.extract.names.pronouns import is_rank_second
from numcheck.extract.nearby import DASHES, paid, plain, whole, word
from numcheck.extract.numbers.shares import BARE, is_remaining
from numcheck.extract.seen import Seen
from numcheck.lexicon.words import mapping
from numcheck.model.passage import Sentence
from numcheck.named import NamedTuple

_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
_JOINTS = frozenset({"and"}) | DASHES
_LONGEST = 9


class _Tables(NamedTuple):
    ranks: dict[str, int]
    numbers: dict[str, int]
    fractions: frozenset[str]


@cache
def _tables() -> _Tables:
    numbers = mapping("numerals", "units") | mapping("numerals", "teens")
    numbers = numbers | mapping("numerals", "tens") | {"hundred": 100, "thousand": 1000}
    return _Tables(
        {name: int(str(value)) for name, value in mapping("ordinals", "values").items()},
        {name: int(str(value)) for name, value in numbers.items()},
        frozenset(mapping("numerals", "fractions")),
    )


def ordinal_at(sentence: Sentence, at: int) -> Seen | None:
    """Read the ordinal that begins at token `at`, or whose last word stands there."""
    text = sentence.words[at]
    if text[0].isdigit():
        return _of_digits(sentence, at, text)
    tables = _tables()
    if text in tables.ranks:
        first = _beginning(sentence, at, tables)
        return _worded(sentence, first, at, tables) or _alone(sentence, first, at, tables)
    if text in tables.numbers:
        place = at + 1
        while place < at + _LONGEST and _goes_on(sentence, place, tables):
            place += 1
        if word(sentence, place) in tables.ranks and word(sentence, place - 1) != "and":
            return _worded(sentence, at, place, tables)
    return None


def _of_digits(sentence: Sentence, at: int, text: str) -> Seen | None:
    if word(sentence, at + 1) not in _SUFFIXES or not sentence.joined(at + 1):
        return None
    value = whole(text.replace(",", ""))
    if word(sentence, at + 1) == "st" and (value % 10 != 1 or value % 100 == 11):
        return None  # "11st 4lb" is a weight
    if value < 0 or paid(sentence, at) or word(sentence, at - 1) in ("/", "⁄"):
        return None
    hyphened = word(sentence, at + 2) == "-" and sentence.joined(at + 3)  # "a 17th-century mill"
    part = _is_fraction(sentence, at, at + 2) or _of_second(sentence, at + 2)
    if value > 2 and part and not hyphened:
        return None  # "a 10th of a second"
    return Seen("ordinal", at, at + 2, {"value": value})


def _goes_on(sentence: Sentence, at: int, tables: _Tables) -> bool:
    text = word(sentence, at)
    return text in tables.numbers or (text in _JOINTS and text != "–")


def _beginning(sentence: Sentence, at: int, tables: _Tables) -> int:
    """Step back over the number words that belong to an ordinal: "*twenty-*first"."""
    first = at
    place = at - 1
    while place > at - _LONGEST and place >= 0 and _goes_on(sentence, place, tables):
        if sentence.words[place] in tables.numbers:
            first = place
        place -= 1
    return first


def _worded(sentence: Sentence, first: int, rank: int, tables: _Tables) -> Seen | None:
    """Add up the words of an ordinal; None where they are a fraction ("two-thirds")."""
    text = sentence.words[rank]
    if text == "second" and first == rank and not is_rank_second(sentence, rank):
        return None
    if text in tables.fractions and text != "second" and _is_part(sentence, rank):
        return None  # "a quarter or fifth of a gallon"
    if text in BARE and first == rank and is_remaining(sentence, rank):
        return None
    if first == rank:
        return (
            None
            if _is_fraction(sentence, rank, rank + 1)
            else Seen("ordinal", rank, rank + 1, {"value": tables.ranks[text]})
        )
    total = 0
    for place in range(first, rank):
        value = tables.numbers.get(sentence.words[place])
        if value is None:
            continue
        total = (total or 1) * value if value >= 100 else total + value
    value = tables.ranks[text]
    grows = total >= 20 and total % 10 == 0 and value < (10 if total % 100 else 100)
    if not grows and value < 100:
        return None  # "one third", "two fifths of them"
    if value >= 100:
        if _is_share(sentence, rank + 1) and word(sentence, first - 1) != "the":
            return None  # "one hundredth of a second"
        return Seen("ordinal", first, rank + 1, {"value": total * value})
    return Seen("ordinal", first, rank + 1, {"value": total + value})


def _alone(sentence: Sentence, first: int, rank: int, tables: _Tables) -> Seen | None:
    """Read the rank of "two third-placed teams"; "one third" stays a fraction."""
    if first == rank or "one" in sentence.words[first:rank] or _is_share(sentence, rank + 1):
        return None
    return Seen("ordinal", rank, rank + 1, {"value": tables.ranks[sentence.words[rank]]})


def _of_second(sentence: Sentence, at: int) -> bool:
    return sentence.words[at : at + 3] == ["of", "a", "second"]


def _is_part(sentence: Sentence, rank: int) -> bool:
    """Say whether "of a" makes a part of an ordinal that has no "the" before it."""
    return (
        _is_share(sentence, rank + 1)
        and word(sentence, rank + 2) in ("a", "an")
        and (word(sentence, rank - 1) != "the")
    )


def _is_share(sentence: Sentence, at: int) -> bool:
    return word(sentence, at) == "of" and word(sentence, at + 1) in ("a", "an", "the", "one")


def _is_fraction(sentence: Sentence, at: int, last: int) -> bool:
    """Say whether "a third" is a part rather than a rank: "a third of them", "by a third"."""
    if word(sentence, at - 1) not in ("a", "an"):
        return False
    return not plain(sentence, last) or word(sentence, last) in ("more", "less", "fewer")
