"""DOCUMENT → QUANTITIES: sentences cut into words, every figure in its place."""

from __future__ import annotations

import re
from functools import cache

from numcheck.extract.numbers.tables import tables
from numcheck.extract.scanner import scan
from numcheck.extract.sentences import sentences
from numcheck.lexicon import words as lexicon
from numcheck.model.document import Document
from numcheck.model.passage import Passage


def annotate(document: Document, locale: str | None = None) -> Passage:
    """Cut a document into sentences and read every quantity in them.

    `locale` (en-GB, en-US) decides the order of day and month where nothing else does.
    """
    lower = document.text.lower()
    if len(lower) != len(document.text):
        lower = document.text
    numeric = _numeric()
    cut = tuple(sentences(document))
    figured = []
    for sentence in cut:
        if numeric.search(lower, *sentence.span):
            sentence.quantities = scan(sentence, locale)
            if sentence.quantities:
                figured.append(sentence)
    return Passage(document, cut, tuple(figured))


@cache
def _numeric() -> re.Pattern[str]:
    """Return the pattern that a sentence with any figure must match."""
    signs = "".join(tables().signs)
    known = tables()
    words = known.starters | known.shares.keys() | lexicon.words("ordinals", "words")
    words -= {"a", "an", *signs}
    units = "|".join(sorted(lexicon.words("measures", "article_units")))
    more = f"noon|midnight|an? (?:{units})"
    return re.compile(rf"\d|[{signs}]|\b(?:{'|'.join(sorted(words))}|{more})\b")
