"""References: [1,2,6-8], et al. 2019, § 230, 410 U.S. 113, John 3:16."""

from __future__ import annotations

from functools import cache

from numcheck.extract.nearby import DASHES, capital, whole, word
from numcheck.lexicon.words import mapping, words
from numcheck.model.passage import Sentence
from numcheck.named import NamedTuple

Place = tuple[int, int]
_TABLES = frozenset({"table", "chart", "figure"})
_CLOSERS = frozenset({",", "-", "–", "—", "‑", ";"})
_CITING = frozenset({"]", ",", "-", "–", "—"})  # after a citation that a line cut in two
_ITEM_AFTER = frozenset({",", ";", ":", "and", "or", ""})
_LONGEST = 40
# What may stand before and after the number of a reference within a sentence.
_BEFORE = frozenset("[ § ¶ al . , ( : isbn issn pmid doi arxiv - 10 13".split())
_AFTER = frozenset("u usc cfr us f c fed § : ) /".split())


class _Tables(NamedTuple):
    books: frozenset[str]
    reporters: frozenset[str]
    numbers: frozenset[str]


@cache
def _tables() -> _Tables:
    numbers = (mapping("numerals", key) for key in ("units", "teens", "tens"))
    return _Tables(
        words("names", "books"),
        words("names", "reporters"),
        frozenset(name for table in numbers for name in table),
    )


def cited(sentence: Sentence, at: int) -> Place | None:
    """Read the reference that holds the digits at a place: its places, half open."""
    before, after = word(sentence, at - 1), word(sentence, at + 1)
    if at and before not in _BEFORE and after not in _AFTER:
        return None
    if before == "[" or (at == 0 and after in _CITING):
        return _bracketed(sentence, at)
    if before in ("§", "¶"):
        return at - 1, _section(sentence, at)
    if after in ("u", "usc", "cfr", "us", "f", "c", "fed", "§"):
        return _reporter(sentence, at)
    if after == ":" and capital(sentence, at - 1) and before in _tables().books:
        return _verse(sentence, at)
    if before in ("al", ".", ",", "(") and (place := _et_al(sentence, at)):
        return place
    dated = before == ":" and 1500 <= whole(word(sentence, at - 2)) < 2200
    if dated and after in (")", ";") and word(sentence, at - 3) == ",":
        return at, at + 1  # "(Marsh, 2000: 103)"
    if before in ("isbn", "issn", "pmid", "doi", "arxiv", ":", "-", "10", "13"):
        return _isbn(sentence, at)
    if before == "(" and after == ")":
        return _listed(sentence, at)
    if after == ")" and before in _ITEM_AFTER and _is_item(sentence, at):
        return at, at + 1
    if at == 0 and after in (".", ")") and sentence.joined(1):
        item = len(sentence.words[0]) <= 2 and (capital(sentence, 2) or len(sentence.words) == 2)
        return (0, 1) if item else None
    if after == "/" and len(sentence.words[at]) == 4 and sentence.joined(at + 1):
        return _act(sentence, at)
    return None


def _bracketed(sentence: Sentence, at: int) -> Place | None:
    """Read [12] and [1,2,6-8]; "[1.2, 3.4]" is an interval."""
    closed = word(sentence, at - 2) == ")"
    before = word(sentence, at - 2 - closed)
    if before in ("ci", "cri", "iqr", "range", "interval", "=", "sd", ")", "%"):
        return None
    if closed and (before[:1].isdigit() or not before.isalpha()):
        return None  # "16.5 (2.1) [12]"
    place = at
    while place < min(len(sentence.words), at + _LONGEST):
        text = sentence.words[place]
        if text == "]":
            return max(0, at - 1), place + 1
        number = text[0].isdigit() and "." not in text
        stopped = text == "." and word(sentence, place + 1) == "]"  # "[2.]"
        if not number and text not in _CLOSERS and not stopped:
            return None
        place += 1
    return None


def _section(sentence: Sentence, at: int) -> int:
    last = at + 1
    while last < len(sentence.words) and sentence.joined(last):
        text = sentence.words[last]
        joined = text[0].isalnum() or text in DASHES or text in "()"
        if not joined:
            break
        last += 1
    return last


def _reporter(sentence: Sentence, at: int) -> Place | None:
    """Read 410 U.S. 113, 42 U.S.C. § 1983, 12 CFR 225."""
    place, name = at + 1, ""
    while place < at + 9 and place < len(sentence.words):
        text = sentence.words[place]
        if text[0].isdigit() or text == "§":
            break
        name += text
        place += 1
    if name not in _tables().reporters or place >= len(sentence.words):
        return None
    place += sentence.words[place] == "§"
    if not word(sentence, place)[:1].isdigit() or not capital(sentence, at + 1):
        return None
    return at, _section(sentence, place)


def _verse(sentence: Sentence, at: int) -> Place | None:
    """Read John 3:16 and Genesis 1:1-3."""
    if not sentence.joined(at + 1) or not word(sentence, at + 2)[:1].isdigit():
        return None
    last = at + 3
    if word(sentence, last) in DASHES and word(sentence, last + 1)[:1].isdigit():
        last += 2
    return at - 1, last


def _et_al(sentence: Sentence, at: int) -> Place | None:
    """Read the year of "Smith et al. (2019)" as part of the reference."""
    place = at - 1
    while place > max(0, at - 4) and sentence.words[place] in (".", ",", "("):
        place -= 1
    if sentence.words[place] != "al" or word(sentence, place - 1) != "et":
        return None
    return (at, at + 1) if 1500 <= whole(sentence.words[at]) < 2200 else None


def _isbn(sentence: Sentence, at: int) -> Place | None:
    """Read the digits after ISBN, PMID or arXiv."""
    place = at - 1
    while place > max(0, at - 5) and sentence.words[place] in (":", "-", "10", "13", "–"):
        place -= 1
    if word(sentence, place) not in ("isbn", "issn", "pmid", "doi", "arxiv"):
        return None
    last = at + 1
    while last < min(len(sentence.words), at + 14):
        text = sentence.words[last]
        group = text.isdecimal() or (text == "x" and sentence.joined(last))
        if not group and text not in DASHES and not (text == "/" and sentence.joined(last)):
            break
        last += 1
    return place, last


def _is_note(sentence: Sentence, at: int) -> bool:
    """Say whether a bracket closes what it notes: "… was earned. (41)", "Table 2: Spending (1)"."""
    if at + 2 != len(sentence.words) or sentence.block.place == "table":
        return False
    return at == 1 or sentence.words[at - 2] == ")" or sentence.words[0] in _TABLES


def _is_item(sentence: Sentence, at: int) -> bool:
    """Say whether a number numbers what follows: "1) smoking, 2) obesity and 3) age"."""
    words_here = sentence.words
    if len(words_here[at]) > 2 or not sentence.joined(at + 1) or sentence.joined(at):
        return False
    near = words_here[max(0, at - _LONGEST) : at]
    closed = near.count("(") <= near.count(")")
    return closed and word(sentence, at + 2)[:1].isalpha() and not sentence.joined(at + 2)


def _listed(sentence: Sentence, at: int) -> Place | None:
    """Read the (1) of an enumeration within a sentence; "twelve (12)" says it twice."""
    text = sentence.words[at]
    if len(text) > 2 or not text.isdecimal() or text[0] == "0":
        return None
    before = word(sentence, at - 2)
    following = f"{int(text) + 1}"
    if before in (":", ";") or (at == 1 and word(sentence, at + 2)) or _is_note(sentence, at):
        return at - 1, at + 2
    if before in ("and", "or", ",") and _other_item(sentence, at, f"{int(text) - 1}"):
        return at - 1, at + 2
    if text == "1" and before not in _tables().numbers and _other_item(sentence, at, following):
        return at - 1, at + 2
    return None


def _other_item(sentence: Sentence, at: int, number: str) -> bool:
    """Say whether another item of the same list stands within sixty words."""
    words_here = sentence.words
    return any(
        words_here[place] == number
        and words_here[place - 1] == "("
        and words_here[place + 1] == ")"
        for place in range(max(1, at - 60), min(len(words_here) - 1, at + 60))
    )


def _act(sentence: Sentence, at: int) -> Place | None:
    """Read 2016/679 and 2014/65/EU."""
    number, after = word(sentence, at + 2), word(sentence, at + 3)
    if not number.isdecimal() or not sentence.joined(at + 2):
        return None
    if not sentence.words[at].isdecimal() or sentence.words[at][:2] not in ("19", "20"):
        return None
    if after == "/" and word(sentence, at + 4) in ("eu", "ec", "eec") and sentence.joined(at + 3):
        return at, at + 5
    return (at, at + 3) if len(number) == 3 else None
