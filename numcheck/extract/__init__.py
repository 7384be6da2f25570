"""DOCUMENT → QUANTITIES: sentences cut into words, every figure in its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from numcheck.extract.around.elision import carry
from numcheck.extract.around.inserted import pare
from numcheck.extract.numbers.tables import tables
from numcheck.extract.scanner import beginnings, scan
from numcheck.extract.sentences import sentences
from numcheck.lexicon import words as lexicon
from numcheck.model.document import Document
from numcheck.model.passage import Passage, Sentence
from numcheck.model.unit import Unit


def annotate(
    document: Document, locale: str | None = None, own: Mapping[str, Unit] | None = None
) -> Passage:
    """Cut a document into sentences and read every quantity in them.

    `locale` (en-GB, en-US) decides the order of day and month where nothing else does. `own` are a
    project's own units by their spellings.
    """
    lower = document.text.lower()
    if len(lower) != len(document.text):
        lower = document.text
    lower = f"\n{lower}"  # a number word is looked for behind a sign, which the first has, too
    digit, like_number = openers()
    is_none = number_words().isdisjoint
    cut = tuple(sentences(document))
    figured: list[Sentence] = []
    noun = None
    for sentence in cut:
        start, end = sentence.span
        if digit.search(lower, start + 1, end + 1) or not is_none(
            like_number.findall(lower, start, end + 1)
        ):
            sentence.own = own
            sentence.take(scan(sentence, locale))
            if sentence.quantities:
                pare(sentence)
                next_to = figured and figured[-1].index == sentence.index - 1
                noun = carry(sentence, noun if next_to else None)
                figured.append(sentence)
    return Passage(document, cut, tuple(figured))


@cache
def openers() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of digits and signs, and of what begins like a number word.

    A sentence with any figure has one or the other. A pattern of the whole words took three times
    as long to make, at each start anew.
    """
    units = _begun(lexicon.words("measures", "article_units"), 3)
    like_number = rf"[^a-z0-9_]((?:an? {units}|{_begun(_words(), 4)})\w*)"
    return re.compile(rf"[\d{''.join(tables().signs)}]"), re.compile(like_number)


@cache
def number_words() -> frozenset[str]:
    """Return the words of which one stands in every figure without a digit: "six", "an hour"."""
    words = _words()
    # What begins like a unit may be a number: "a quart", and "a quarter", too.
    behind = words | lexicon.words("measures", "article_units")
    return words.union(f"{article} {word}" for article in ("a", "an") for word in behind)


def _words() -> frozenset[str]:
    return beginnings().union(tables().shares) - {"a", "an", ".", *tables().signs}


def _begun(words: Iterable[str], letters: int) -> str:
    """Return a pattern for how any of some words begins that reads its first letter once."""
    by_letter: dict[str, list[str]] = {}
    for opening in sorted({word[:letters] for word in words}, reverse=True):
        by_letter.setdefault(opening[:1], []).append(re.escape(opening[1:]))
    branches = (f"{letter}(?:{'|'.join(rest)})" for letter, rest in by_letter.items())
    return f"(?:{'|'.join(branches)})"
