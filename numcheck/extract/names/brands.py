"""Numbers in names that no list knows: "high-five", "4chan", "Explorer 9"."""

from __future__ import annotations

from numcheck.extract.nearby import DASHES, capital, raw, titled, word
from numcheck.lexicon.words import mapping, words
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity

_SUMS = frozenset({"dollars", "pounds", "euros"})
# Joined to a closing quotation mark, "_" or "^", digits are notes and parts of names.
_BEFORE_NOTES = frozenset("”’_^")
_ROUNDS = (["the", "last"], ["the", "final"], ["the", "top"], ["the", "big"])
_LEFT_IN = frozenset({"four", "eight", "16", "32", "64", "sixteen", "six", "five"})


def is_named(sentence: Sentence, quantity: Quantity) -> bool:
    """Say whether a bare number, once read, turns out to be part of a name."""
    first, last = quantity.first, quantity.last
    text = sentence.words[first]
    if text[0] == "0" and text[1:2].isdigit() and quantity.kind in ("number", "count"):
        return True  # the zones of a bulletin: "003-011"
    if quantity.kind == "money" and last - first == 2:
        return _of_year(sentence, first)
    if quantity.kind not in ("number", "count") or quantity.upper is not None:
        return False
    figure = quantity.figure
    if figure is None or figure.bounds is not None:
        return False
    if quantity.kind == "number" and _of_round(sentence, first, last):
        return True
    if figure.worded:
        if quantity.kind == "number" and word(sentence, first - 1) in ("a", "an"):
            return last - first == 1 and figure.value < 100 and _ends_there(sentence, last)
        return _after_hyphen(sentence, first, last)
    if first == 0 and _is_header(sentence, last):
        return True
    if sentence.joined(first) and sentence.words[first - 1] in _BEFORE_NOTES:
        return True
    if sentence.joined(first) and word(sentence, first - 2) in ("utc", "gmt"):
        return True  # "UTC+2"
    if first == 0 and "." in quantity.text and _is_heading(sentence, last):
        return True
    if last - first == 1 and sentence.joined(last) and word(sentence, last)[0].isalpha():
        return word(sentence, last) not in ("x", "s", "k", "m", "bn")
    if quantity.kind == "count" or last - first > 1:
        return False
    return _after_capital(sentence, first, last)


def _is_header(sentence: Sentence, last: int) -> bool:
    """Read the 671 of a bulletin that opens with "671 CDZS40 NSTU"."""
    letters = raw(sentence, last)
    digits = sentence.joined(last + 1) and word(sentence, last + 1).isdecimal()
    return len(letters) == 4 and letters.isupper() and digits


def _is_heading(sentence: Sentence, last: int) -> bool:
    """Read the 2.2 of "2.2 Structure of the state" and of "2.2."."""
    if raw(sentence, last)[:1].isupper():
        return True
    return sentence.words[last:] == ["."]


def _of_year(sentence: Sentence, first: int) -> bool:
    """Read "in 2015 dollars": money as it was worth in that year."""
    text = sentence.words[first]
    if not (len(text) == 4 and text.isdecimal() and 1900 <= int(text) < 2100):
        return False
    after = sentence.words[first + 1]
    return word(sentence, first - 1) in ("in", "constant") and after in _SUMS


def _of_round(sentence: Sentence, first: int, last: int) -> bool:
    """Read "the last eight", "the final four": rounds of a cup, where nothing is counted."""
    if sentence.words[max(0, first - 2) : first] not in _ROUNDS or last - first != 1:
        return False
    if word(sentence, first - 3) == "and" and any(w[:1].isdigit() for w in sentence.words[:first]):
        return False  # "21 on Friday and the last eight on Sunday"
    after = word(sentence, last)
    return sentence.words[first] in _LEFT_IN and (after in words("nouns", "stop") or after in ".,")


def _after_hyphen(sentence: Sentence, first: int, last: int) -> bool:
    """Read the five of "high-five" and "top-five", but not of "then-five-year-old"."""
    if not sentence.joined(first) or word(sentence, first - 1) not in DASHES:
        return False
    before = word(sentence, first - 2)
    if not before[:1].isalpha() or not sentence.joined(first - 1):
        return False
    joined = sentence.joined(last) and word(sentence, last) in DASHES
    return not joined and before not in mapping("numerals", "tens") and before != "mid"


def _ends_there(sentence: Sentence, last: int) -> bool:
    """Say whether nothing goes on with "a six", "a perfect ten": a hit, a card, a mark."""
    after = word(sentence, last)
    return not after or after in (",", ".", ";", ")", "and", "but", "for", "from", "off", "when")


def _after_capital(sentence: Sentence, first: int, last: int) -> bool:
    """Read the 9 of "Internet Explorer 9": a small number after a name, nothing counted after."""
    text = sentence.words[first]
    if first < 2 or not text.isdecimal() or len(text) > 3 or sentence.joined(first):
        return False
    before = raw(sentence, first - 1)
    if not (capital(sentence, first - 1) and len(before) > 2 and before[1:].islower()):
        return False
    if sentence.words[first - 1] in words("nouns", "stop") or titled(sentence):
        return False
    if before.endswith(("'s", "’s")):
        return False  # "three more than City's 36"
    if _goes_on(sentence, first - 1):
        return False
    after = word(sentence, last)
    share = word(sentence, last + 1)
    if after == "(" and share[:1].isdigit() and (len(share) < 3 or "." in share):
        return False  # a row of a table: "Yes 8 (40%)"
    plain = after in words("nouns", "stop") or after in ("", ".", "(", "’", "'s", ")")
    return plain or raw(sentence, last)[:1].isupper()


def _goes_on(sentence: Sentence, name: int) -> bool:
    """Say whether a name goes on with a count before it: "Labour holds 28, the Greens 17"."""
    first = name
    while first > max(0, name - 2) and capital(sentence, first - 1):
        first -= 1  # "Labour won 17, the Lib Dems 11"
    begin = first - 1 - (sentence.words[first - 1] == "the")
    if begin < 1 or sentence.words[begin] not in (",", ";", "and"):
        return False
    return any(text[0].isdigit() for text in sentence.words[:begin])
