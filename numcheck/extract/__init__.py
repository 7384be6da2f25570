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
    digit, number_word = (pattern.search for pattern in openers())
    cut = tuple(sentences(document))
    figured: list[Sentence] = []
    noun = None
    for sentence in cut:
        start, end = sentence.span
        if digit(lower, start + 1, end + 1) or number_word(lower, start, end + 1):
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
    """Return the patterns of which a sentence with any figure matches one."""
    known = tables()
    signs = "".join(known.signs)
    words = {*beginnings(), *known.shares} - {"a", "an", ".", *known.signs}
    units = _any_of(lexicon.words("measures", "article_units"))
    return re.compile(rf"[\d{signs}]"), re.compile(rf"\W(?:{_any_of(words)}|an? {units})\b")


def _any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of some words that reads their first letter once: t(?:en|wo).

    One that read every letter once took three times as long to make, at each start anew.
    """
    by_letter: dict[str, list[str]] = {}
    for word in sorted(words, reverse=True):
        by_letter.setdefault(word[:1], []).append(re.escape(word[1:]))
    branches = (f"{letter}(?:{'|'.join(rest)})" for letter, rest in by_letter.items())
    return f"(?:{'|'.join(branches)})"
