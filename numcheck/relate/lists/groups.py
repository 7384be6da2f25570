"""Words that number those they name: "the trio", days, months."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.sums.terms.ones import worded
from numcheck.relate.wording import closes, cue, is_quoted

_TABLE = "cues/lists"
_SEVEN = 7
_SPANS = {"month": "months"} | dict.fromkeys(
    ("day", "night", "evening", "morning", "afternoon"), "weekdays"
)
_NEAR = 200  # characters that hold the five words after "both"
_MARKS = frozenset({",", "–", "—", "-", ":", "("})


def groups_in(passage: Passage) -> Iterator[tuple[Sentence, Quantity]]:
    """Yield "the trio" as three people, where a list may follow, with its sentence."""
    sentences = passage.sentences
    pattern, counts = group_names()
    for match in pattern.finditer(passage.document.text):
        name = match.group(1)
        where = sentences[bisect_right(sentences, match.start(), key=_start) - 1]
        group = _group(where, match.start(1), name, counts[name])
        if group is not None:
            yield where, group


@cache
def group_names() -> tuple[re.Pattern[str], dict[str, int]]:
    """Return what finds the words for groups, and how many each is."""
    groups = lexicon.members(_TABLE, "groups")
    names = "|".join(sorted(map(re.escape, groups), key=len, reverse=True))
    return re.compile(f" ({names})"), {name: int(count) for name, count in groups.items()}


def both_in(passage: Passage) -> Iterator[tuple[Sentence, Quantity]]:
    """Yield "both counties" as two counties, where a list may follow, with its sentence."""
    text, sentences = passage.document.text, passage.sentences
    at = text.find("oth ")
    while at >= 0:
        both = text[at - 1 : at] in ("b", "B") and (at < 2 or not text[at - 2].isalpha())
        if both and not _MARKS.isdisjoint("".join(text[at : at + _NEAR].split(None, 6)[1:6])):
            where = sentences[bisect_right(sentences, at, key=_start) - 1]
            first = bisect_left(where.starts, at - 1)
            noun = _after_both(where.words, first)
            if noun:
                name = lexicon.singular(where.words[noun])
                yield where, worded(where, first, noun + 1, 2, name)
        at = text.find("oth ", at + 1)


def _after_both(words: list[str], first: int) -> int:
    """Return the place of what "both" counts, right before a mark; 0 where it is none.

    "Both counties, …", "both of the missing climbers, named as …".
    """
    at = first + 1
    if words[at : at + 1] == ["of"]:
        at += 1
        if words[at : at + 1] and words[at] not in lexicon.words(_TABLE, "owners"):
            return 0
    at += words[at : at + 1] != [] and words[at] in lexicon.words(_TABLE, "owners")
    if at > first + 1 and at + 2 < len(words) and words[at + 1] not in _MARKS:
        at += 1  # "both of the missing climbers"
    marked = at + 1 < len(words) and words[at + 1] in _MARKS
    return at if marked and lexicon.is_plural(words[at]) else 0


def _start(sentence: Sentence) -> int:
    return sentence.span.start


def _group(sentence: Sentence, start: int, name: str, count: int) -> Quantity | None:
    """Return "the trio" before a pause as a figure."""
    words = sentence.words
    first = bisect_left(sentence.starts, start)
    if not 0 < first < len(words) - 1 or words[first] != name:
        return None
    if words[first + 1] not in _MARKS and words[first + 1] != "of":
        return None
    if words[first - 1] not in ("the", "a", "this", "that"):
        return None
    return worded(sentence, first - 1, first + 1, count, "person")


def days_of(sentence: Sentence, quantity: Quantity) -> Iterator[Relation]:
    """Yield a number of days or months with those named: "two days, Friday and Saturday"."""
    if quantity.hedge or quantity.is_range:
        return
    table = _SPANS.get(quantity.unit.name if quantity.unit else quantity.noun or "")
    value = quantity.value
    if table is None or not isinstance(value, int) or not 1 < value <= _SEVEN:
        return
    words, known = sentence.words, lexicon.words(_TABLE, table)
    at = closes(sentence, quantity)
    links = lexicon.words(_TABLE, "weekly")
    if "-" in words[quantity.first : quantity.last] and words[at : at + 1] and words[at].isalpha():
        at += 1  # "the two-day festival, on Friday and Saturday"
    while at < len(words) and words[at] in links:
        at += 1
    if at == closes(sentence, quantity):
        return
    named, end = _named(words, at, known)
    if len(named) > 1 and len(named) != value:
        items = tuple(worded(sentence, place, place + 1, 1) for place in named)
        yield Relation(
            "list",
            {"number": replace(quantity, kind="count", unit=None, units=()), "items": items},
            cue(sentence, at, end),
            quoted=is_quoted(sentence, quantity),
        )


def _named(words: list[str], at: int, known: frozenset[str]) -> tuple[list[int], int]:
    """Return the places of the days of a list that ends in "and"; none where it is a range."""
    named: list[int] = []
    joined = False
    while at < len(words) and words[at] in known:
        named.append(at)
        at += 1
        if joined:
            break
        while at < len(words) and words[at] in (",", "and", "&"):
            joined = joined or words[at] != ","
            at += 1
    after = words[at] if at < len(words) else "."
    if at and words[at - 1] in ("and", "&"):
        return [], at  # "Friday, Saturday and part of Sunday"
    spans = after in ("to", "-", "–", "until", "through") or after.isdecimal()
    return (named, at) if joined and not spans else ([], at)
