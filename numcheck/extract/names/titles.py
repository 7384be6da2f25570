"""Titles with a number for a name: "Big Ten", "24/7", "S&P 500"."""

from __future__ import annotations

from functools import cache

from numcheck.extract.nearby import DASHES, capital, counted, plain, raw, titled, word
from numcheck.lexicon.load import english
from numcheck.lexicon.words import mapping, words
from numcheck.model.passage import Sentence, tokenize
from numcheck.named import NamedTuple

Place = tuple[int, int]
_BETWEEN = "¦"
_JOINTS = frozenset({",", "and", "or", "&", "to", "/", "through"}) | DASHES


class _Title(NamedTuple):
    """A title cut into tokens, in lower case and as printed; `at` is where it is looked up."""

    at: int
    words: list[str]
    printed: list[str]


@cache
def _titles() -> dict[str, list[_Title]]:
    """Return the titles by each number or number word in them, the longest first."""
    numbers = _numbers()
    found: dict[str, list[_Title]] = {}
    # All titles are cut at one go, which is quicker: the sign between them is in none.
    entries = f" {_BETWEEN} ".join(english("names")["titles"])
    tokens = tokenize(entries)
    lower = entries.lower().replace("’", "'")
    words_all = tokenize(lower)
    first = 0
    for last, token in enumerate([*words_all, _BETWEEN]):
        if token != _BETWEEN:
            continue
        entry = words_all[first:last]
        for at, word_ in enumerate(entry):
            if word_[0].isdigit() or word_ in numbers:
                found.setdefault(word_, []).append(_Title(at, entry, tokens[first:last]))
        first = last + 1
    for titles in found.values():
        if len(titles) > 1:
            titles.sort(key=lambda title: -len(title.words))
    return found


@cache
def _numbers() -> frozenset[str]:
    """Return the number words that may name a body; "one" alone is a pronoun too often."""
    tables = (mapping("numerals", key) for key in ("units", "teens", "tens"))
    return frozenset(name for table in tables for name in table)


@cache
def known_numbers() -> frozenset[str]:
    """Return the numbers that some title, aircraft or emergency line has for a name."""
    return frozenset(_titles()) | words("names", "aircraft") | words("names", "emergency")


def title(sentence: Sentence, at: int) -> Place | None:
    """Read the title that holds token `at`: its places, half open."""
    here = sentence.words
    text = here[at]
    for entry in _titles().get(text, ()):
        before, titled_words, _ = entry
        first = at - before
        last = first + len(titled_words)
        ends = first >= 0 and last <= len(here) and here[last - 1] == titled_words[-1]
        if ends and here[first] == titled_words[0] and (place := _match(sentence, first, entry)):
            return place
    if text[0].isdigit() or text not in _numbers() or not capital(sentence, at):
        return None
    return _named(sentence, at)


def _match(sentence: Sentence, first: int, entry: _Title) -> Place | None:
    last = first + len(entry.words)
    if sentence.words[first:last] != entry.words:
        return None
    pairs = zip(entry.printed, sentence.raw[first:last], strict=True)
    if any(mine[0].isupper() and not theirs[0].isupper() for mine, theirs in pairs):
        return None
    return None if _goes_on(sentence, first, last) else (first, last)


def _goes_on(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether the figure of a title is part of a longer one: "24/7/2019", "50-50-1"."""
    after = word(sentence, last)
    if sentence.joined(last) and (after in DASHES or after in ("/", ".", ":")):
        follows = word(sentence, last + 1)
        return sentence.joined(last + 1) and follows[:1].isdigit()
    if sentence.joined(last) and (after == "%" or (after[:1].isalnum() and len(after) > 1)):
        return after != "s"
    digits = sentence.words[first][0].isdigit()
    before = word(sentence, first - 1)
    if digits and sentence.joined(first) and (before in DASHES or before in ("/", ".", ",", ":")):
        return True
    return sentence.words[first] in ("50", "fifty") and _is_vote(sentence, first)


def _is_vote(sentence: Sentence, at: int) -> bool:
    near = sentence.words[max(0, at - 8) : at + 6]
    return any(one in ("senate", "vote", "voted", "votes", "tied", "tie") for one in near)


def _named(sentence: Sentence, at: int) -> Place | None:
    """Read "the Chicago Seven" and "the Five" by their capitals."""
    if at == 0 or plain(sentence, at + 1) or titled(sentence):
        return None
    if sentence.words[at + 1 : at + 2] and word(sentence, at + 1) in DASHES:
        return None
    before = raw(sentence, at - 1)
    if before == "of" and capital(sentence, at - 2):
        of = word(sentence, at - 2) in {name.lower() for name in words("names", "label_of")}
        return (at - 2, at + 1) if of else None
    if raw(sentence, at + 1)[:1].isupper():
        return None
    if before[:1].isupper() and before[1:].islower() and at > 1:
        stop = sentence.words[at - 1] in words("nouns", "stop")
        return None if stop else (at - 1, at + 1)
    if before in ("the", "The") and word(sentence, at + 1) not in ("of", "hundred", "million"):
        return at, at + 1
    return None


def worded(sentence: Sentence, at: int) -> Place | None:
    """Read "week three", "grades six through eight": a label and small number words."""
    label, numbers, labels = word(sentence, at - 1), _numbers(), words("names", "label_worded")
    several = label not in labels and label[-1:] == "s" and label[:-1] in labels
    if sentence.words[at] not in numbers or not (several or label in labels):
        return None
    before = word(sentence, at - 2)
    if (
        sentence.joined(at)
        or before in numbers
        or before[:1].isdigit()
        or before in ("a", "an", "per", "each", "last")
    ):
        return None
    last = at + 1
    if word(sentence, last) in _JOINTS and word(sentence, last + 1) in numbers:
        last += 2
    elif several:
        return None  # "for days three men waited"
    return None if plain(sentence, last) and counted(sentence, last) else (at - 1, last)
