"""Words that are numbers elsewhere: "one", "second", "quarter"."""

from __future__ import annotations

from numcheck.extract.nearby import DASHES, hyphen, plain, raw, word
from numcheck.lexicon.words import mapping, phrases, words
from numcheck.model.passage import Sentence

_WHOM = frozenset({"whom", "which", "them", "us", "you", "whose"})
_SIZES = (
    "hundred",
    "thousand",
    "million",
    "billion",
    "trillion",
    "half",
    "third",
    "quarter",
    "dozen",
)


def is_pronoun(sentence: Sentence, at: int) -> bool:
    """Say whether "one" at a place stands for a thing or a person rather than for the number 1."""
    text = sentence.words[at]
    if text != "one":
        return text in ("one's", "ones", "oneself")
    after = word(sentence, at + 1)
    if after in _SIZES or (hyphen(sentence, at + 1) and word(sentence, at + 2) in _SIZES):
        return False
    if word(sentence, at - 1) in ("every", "any", "each", "no"):
        return True
    found = phrases("names", "one_after").at(sentence.words, at + 1)
    if found is not None:
        return not _is_count(sentence, at, after)
    before = word(sentence, at - 1)
    if before == "at" and after in ("point", "time", "stage", "end", "moment"):
        return True
    if before in words("names", "one_before"):
        return True
    if before in DASHES and sentence.joined(at):
        return word(sentence, at - 2) != "twenty" and word(sentence, at - 2) not in (
            mapping("numerals", "tens")
        )
    if hyphen(sentence, at + 1):
        return word(sentence, at + 2) in words("names", "one_joined")
    if phrases("names", "one_phrases_before").ending(sentence.words, at) is not None:
        return True
    return _generic(sentence, at, before, after) or _after_adjective(sentence, at, after)


def _is_count(sentence: Sentence, at: int, after: str) -> bool:
    """Say whether "one" counts all the same: "one of whom", "for one day", "one may lose"."""
    if after == "of":
        return word(sentence, at + 2) in _WHOM
    if after in words("names", "one_modal"):
        return _number_before(sentence, at)
    if after in words("names", "one_time"):
        if word(sentence, at - 1) in words("names", "one_lasting"):
            return after != "thing"  # "for one thing"
        return word(sentence, at + 2) in (
            "later",
            "earlier",
            "before",
            "after",
            "ago",
            "of",
            "long",
        )
    return False


def _number_before(sentence: Sentence, at: int) -> bool:
    small = mapping("numerals", "units")
    tens = mapping("numerals", "teens")
    return any(
        one[0].isdigit() or ((one in small or one in tens) and one != "one")
        for place, one in enumerate(sentence.words[max(0, at - 20) : at], max(0, at - 20))
        if word(sentence, place - 1) != "["  # "[17] and when one is immersed"
    )


def _generic(sentence: Sentence, at: int, before: str, after: str) -> bool:
    """Say whether "one" is anybody: "if one considers", "as one grows older"."""
    if before not in words("names", "one_anybody_before"):
        return False
    return after in words("names", "one_anybody_after") and not _number_before(sentence, at)


def _after_adjective(sentence: Sentence, at: int, after: str) -> bool:
    """Say whether an adjective stands before: "a new one", "the biggest one"."""
    if not plain(sentence, at - 1) or after[:1].isdigit():
        return False
    if plain(sentence, at + 1) and after not in words("nouns", "singular_verbs"):
        return False
    before, lead = word(sentence, at - 1), word(sentence, at - 2)
    if lead in ("this", "that") and before.endswith("s") and not before.endswith("ous"):
        return False  # "this means one in 12 will leave"
    return lead in ("a", "an", "the", "this", "that", "another", "very", "no")


def is_rank_second(sentence: Sentence, at: int) -> bool:
    """Say whether "second" at a place is a rank, not a unit of time."""
    if sentence.words[at] != "second":
        return False
    before, after = word(sentence, at - 1), word(sentence, at + 1)
    if before[:1].isdigit() or before in ("per", "every", "each", "split", "/"):
        return before in ("every", "each") and plain(sentence, at + 1)
    if before in DASHES and sentence.joined(at):
        prefix = word(sentence, at - 2)
        return prefix in mapping("numerals", "tens") or not (
            prefix[:1].isdigit() or prefix in mapping("numerals", "units") or prefix == "split"
        )
    numbers = mapping("numerals", "units") | mapping("numerals", "teens")
    if before in numbers and before != "one":
        return plain(sentence, at + 1) or after in DASHES
    if before in ("a", "one"):
        fraction = word(sentence, at - 2) in ("of", "half", "than", "within", "in")
        return not fraction and (plain(sentence, at + 1) or raw(sentence, at + 1)[:1].isupper())
    return True


def is_period_quarter(sentence: Sentence, at: int) -> bool:
    """Say whether "quarter" at a place is a period, a round or a district, not one part in four."""
    text = sentence.words[at]
    if text not in ("quarter", "quarters", "quarter's", "quarters'"):
        return False
    if text.endswith(("'s", "s'")):
        return True
    before, after = word(sentence, at - 1), word(sentence, at + 1)
    if after in ("on", "over", "by") and word(sentence, at + 2) == "quarter":
        return True
    if sentence.joined(at + 1) and word(sentence, at + 1) in DASHES:
        return word(sentence, at + 2) in words("names", "quarter_joined")
    if before in DASHES and sentence.joined(at):
        before = word(sentence, at - 2)
    if before in words("names", "quarter_before") or before in mapping("ordinals", "values"):
        return not (before == "the" and after == "of" and word(sentence, at + 2) in ("a", "an"))
    if before in ("st", "nd", "rd", "th") and sentence.joined(at - 1):
        return True
    if raw(sentence, at)[0].isupper() and at > 0 and raw(sentence, at - 1)[:1].isupper():
        return True
    return text == "quarter" and after in words("names", "quarter_after")
