"""What is counted: the noun phrase after a figure, and its head."""

from __future__ import annotations

from typing import NamedTuple

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence

_LONGEST = 6
_DETERMINERS = frozenset("the its his her their our your my these those this that all such".split())
_PRONOUNS = frozenset("them us those these which whom it".split())


class Counted(NamedTuple):
    """A noun phrase: token places half open, its print, its head in the singular, the rest."""

    first: int
    last: int
    print: str
    noun: str
    modifiers: tuple[str, ...]


def counted(sentence: Sentence, at: int, one: bool = False, hyphen: bool = False) -> Counted | None:
    """Return the noun phrase counted by a figure that ends before token `at`.

    `one` says that the figure is 1, so that a singular head is right; `hyphen` that the noun
    follows a hyphen ("12-storey"), so that it is one word, in the singular.
    """
    words = sentence.words
    if hyphen:
        return _joined(sentence, at)
    start = _skip_of(words, at)
    if start is None:
        return None
    run = _run(sentence, start)
    head = _head(words, start, run, one)
    if head is None:
        return None
    modifiers = tuple(word for word in words[start:head] if word.isalpha())
    # "40 boxes of rifles", "12 members of staff" count the boxes and the members
    return Counted(
        start, head + 1, sentence.cut(start, head + 1), lexicon.singular(words[head]), modifiers
    )


def _joined(sentence: Sentence, at: int) -> Counted | None:
    if at >= len(sentence.words) or not sentence.words[at].isalpha():
        return None
    word = sentence.words[at]
    if word in lexicon.words("nouns", "stop") or word in _NOT_JOINED or len(word) < 3:
        return None
    return Counted(at, at + 1, sentence.raw[at], lexicon.singular(word), ())


_NOT_JOINED = frozenset(
    "strong plus odd year old star time fold something ish way off up in on down year-old handed "
    "sided dimensional and or to more hour-long bit legged footed".split()
)


def _skip_of(words: list[str], at: int) -> int | None:
    """Step over "of the", "of its"; None where a pronoun or nothing follows."""
    if at >= len(words):
        return None
    if words[at] == "of":
        at += 1
        while at < len(words) and words[at] in _DETERMINERS:
            if words[at] in _PRONOUNS and not (at + 1 < len(words) and words[at + 1].isalpha()):
                return None
            at += 1
        if at < len(words) and words[at] in _PRONOUNS:
            return None
        if at < len(words) and (words[at][0].isdigit() or _is_number(words[at])):
            return None
    return at if at < len(words) else None


def _is_number(word: str) -> bool:
    return word in lexicon.mapping("numerals", "units") or word in lexicon.mapping(
        "numerals", "teens"
    )


def _run(sentence: Sentence, start: int) -> int:
    """Return the end of the run of words that may be a noun phrase."""
    words, stop = sentence.words, lexicon.words("nouns", "stop")
    place = start
    while place < len(words) and place - start < _LONGEST:
        word = words[place]
        if word == "-" and place > start and sentence.joined(place) and sentence.joined(place + 1):
            place += 1
            continue
        if not word[0].isalpha() or word in stop:
            break
        if _is_number(word) and word != "one":
            break
        if word.endswith("'s") and place == start:
            break
        place += 1
    return place


def _head(words: list[str], start: int, end: int, one: bool) -> int | None:
    """Choose the head in words[start:end]: the plural that no other noun follows."""
    verbs, adjectives = lexicon.words("nouns", "verbs"), lexicon.words("nouns", "adjectives")
    attributive = lexicon.words("nouns", "attributive")
    best = None
    for place in range(start, end):
        word = words[place]
        if best is not None and (word in verbs or word.endswith("ed") or word.endswith("ly")):
            break
        if word in attributive and _stands_before(words, place, end, verbs):
            continue
        if lexicon.is_plural(word) and word not in verbs:
            if word in adjectives and place + 1 < end and _noun_follows(words, place, end):
                continue
            best = place
            nxt = place + 1
            if nxt < end and lexicon.is_plural(words[nxt]) and words[nxt] not in verbs:
                continue
            break
    if best is not None and not (one and best > start + 3):
        return best
    if not one:
        return None
    return _singular_head(words, start, end, verbs, adjectives)


def _stands_before(words: list[str], place: int, end: int, verbs: frozenset[str]) -> bool:
    """Say whether a plural belongs to a noun after it: "arms dealers", but "18 games unbeaten"."""
    after = words[place + 1] if place + 1 < end else ""
    if not after or after in verbs or after.endswith(("ed", "ly")):
        return False
    return not lexicon.is_plural(words[place]) or _noun_follows(words, place, end)


def _noun_follows(words: list[str], place: int, end: int) -> bool:
    return any(lexicon.is_plural(word) for word in words[place + 1 : end])


def _singular_head(
    words: list[str], start: int, end: int, verbs: frozenset[str], adjectives: frozenset[str]
) -> int | None:
    """Choose the last word before a verb: "one police officer was", "another person died"."""
    last = None
    for place in range(start, end):
        word = words[place]
        if word in verbs or (last is not None and word.endswith(("ed", "ing", "ly", "s"))):
            break
        if word.isalpha() and word not in adjectives:
            last = place
        elif word == "-":
            continue
    return last
