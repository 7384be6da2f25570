"""What stands beside a figure: signs, small words, counted nouns."""

from __future__ import annotations

from numcheck.lexicon.words import is_plural, words
from numcheck.model.passage import Sentence

DASHES = frozenset("-–‑‒−")
# Winds blow from these, and places lie there: "2 NNW Luther".
BEARINGS = frozenset("N NNE NE ENE E ESE SE SSE S SSW SW WSW W WNW NW NNW".split())
_GAUGES = frozenset("EMGU")  # estimated, measured, a gust
CURRENCY = frozenset("$£€¥₹₩₽₺₦₱₪฿₫₴¢")
# What follows an amount and never a name, a date or a score.
_AMOUNT = frozenset(
    ["%", "°", "percent", "per", "pct", "pc", "percentage", "million", "millions", "billion",
     "trillion", "thousand", "hundred", "bn", "mn", "tn", "mln", "bln", "lakh", "crore", "dozen",
     "degrees"]
)  # fmt: skip


def word(sentence: Sentence, at: int) -> str:
    """Return the lower-case word at a place, or nothing outside the sentence."""
    words_here = sentence.words
    return words_here[at] if 0 <= at < len(words_here) else ""


def raw(sentence: Sentence, at: int) -> str:
    """Return the word at a place as printed, or nothing outside the sentence."""
    return sentence.raw[at] if 0 <= at < len(sentence.raw) else ""


def capital(sentence: Sentence, at: int) -> bool:
    """Say whether the word at a place begins with a capital letter."""
    printed = sentence.raw
    return 0 <= at < len(printed) and printed[at][0].isupper()


def whole(text: str) -> int:
    """Return the value of a string of digits alone, else -1."""
    return int(text) if text.isdecimal() and len(text) < 16 else -1


def hyphen(sentence: Sentence, at: int) -> bool:
    """Say whether a dash stands at a place with no space on either side."""
    return word(sentence, at) in DASHES and sentence.joined(at) and sentence.joined(at + 1)


def gauged(sentence: Sentence, at: int) -> bool:
    """Say whether the letter before digits tells how they were found: "E61 MPH", "M1.00 INCH"."""
    if raw(sentence, at - 1) not in _GAUGES or (at > 1 and sentence.joined(at - 1)):
        return False
    return raw(sentence, at + 1) in ("MPH", "KT", "KTS", "INCH", "INCHES", "FT", "MI")


def paid(sentence: Sentence, at: int) -> bool:
    """Say whether a currency sign stands before a place."""
    return at > 0 and sentence.words[at - 1] in CURRENCY


def amount_after(sentence: Sentence, at: int) -> bool:
    """Say whether a percent sign, a scale word or the like stands at a place."""
    return word(sentence, at) in _AMOUNT


def plain(sentence: Sentence, at: int) -> bool:
    """Say whether a lower-case word stands at a place that could begin a noun phrase."""
    text = raw(sentence, at)
    if not text[:1].islower():
        return False
    lower = sentence.words[at]
    return lower not in words("nouns", "stop") and lower not in words("nouns", "verbs")


def counted(sentence: Sentence, at: int) -> bool:
    """Say whether a lower-case plural noun stands at a place: "12 *people*"."""
    if not plain(sentence, at):
        return False
    noun = sentence.words[at]
    if noun.endswith(("ss", "us", "is")):
        return False
    if is_plural(noun):
        return True
    # "Jobs" and "sales" may stand before another noun ("jobs growth") or be counted themselves.
    attributive = noun.endswith("s") and noun in words("nouns", "attributive")
    return attributive and not plain(sentence, at + 1)


def titled(sentence: Sentence, share: int = 50) -> bool:
    """Say whether more than `share` percent of a sentence's words have capitals, as a title's."""
    letters = [text for text in sentence.raw[:24] if text[0].isalpha() and len(text) > 3]
    return sum(text[0].isupper() for text in letters) * 100 > share * (len(letters) + 2)
