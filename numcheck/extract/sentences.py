"""Blocks cut into sentences, and the stretches between quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.document import Block, Document
from numcheck.model.passage import Sentence
from numcheck.model.span import Span

# It begins with one set of signs, so that the search steps over letters without a look at the rest.
_END = re.compile(r"[.!?…\r\n](?:(?<=[.!?…])(?=[\s\"'”’)\]]|$)|(?<=[\r\n])[\r\n])")
_LAST_WORD = re.compile(r"[^\s(\[“\"'‘]*\Z")
# No sentence is longer: finders work in windows, so that their cost stays linear.
LONGEST = 1500


def sentences(document: Document) -> Iterator[Sentence]:
    """Yield the document's sentences in order, each cut from one block."""
    text, number = document.text, 0
    quoted = "“" in text or '"' in text
    for paragraph, block in enumerate(document.blocks):
        quotes = quotations(text, block.span) if quoted else ()
        for span in _cut(text, block):
            sentence = Sentence(text, span, block, number, paragraph)
            sentence.quotes = quotes
            yield sentence
            number += 1


def _cut(text: str, block: Block) -> list[Span]:
    spans: list[Span] = []
    begin, end = block.span
    for match in _END.finditer(text, begin, end):
        mark, at = match.span()
        while at < end and text[at] in "\"'”’)]":
            at += 1
        if at < end and text[at].isspace() and _ends(text, mark, at, end):
            _add(spans, text, begin, at)
            begin = at
            while begin < end and text[begin].isspace():
                begin += 1
    if begin < end:
        _add(spans, text, begin, end)
    return spans


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    """Add a stretch as one span, or in windows where it is longer than any sentence."""
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = start + LONGEST if cut < 0 else cut
        spans.append(Span(start, cut))
        start = cut + (text[cut] == " ")
    spans.append(Span(start, end))


def _ends(text: str, mark: int, at: int, end: int) -> bool:
    """Say whether the mark at `mark` ends a sentence that goes up to `at`, where a space stands."""
    if text[mark] != ".":
        return text[mark] != "…" or _capital(text, at, end)
    if not _capital(text, at, end):
        return False
    found = _LAST_WORD.search(text, max(0, mark - 14), mark)
    word = found.group().lower() if found else ""
    if at == mark + 1 and word in lexicon.words("sentences", "abbreviations"):
        return False
    if len(word) == 1 and word.isalpha() and text[mark - 1].isupper():
        return False
    if word == "in" and text[max(0, mark - 4) : mark - 2].strip()[-1:].isdigit():
        return text[at + 1 : at + 2] != "("  # "a 0.5 in. (13 mm) bit"
    if word in ("a.m", "p.m", "u.s", "u.k", "e.u", "u.n", "am", "pm"):
        follows = re.match(r"\s+([A-Za-z]+)", text[at : at + 20])
        return follows is not None and follows[1].lower() in lexicon.words("sentences", "openers")
    return not (word in ("no", "nos", "b", "d", "a.d") and text[at : at + 2].strip().isdigit())


def _capital(text: str, at: int, end: int) -> bool:
    """Say whether what follows after white space can open a sentence."""
    while at < end and text[at].isspace():
        at += 1
    while at < end and text[at] in "\"'“‘([*_#-–—•":
        at += 1
    return at >= end or text[at].isupper() or text[at].isdigit() or text[at] in "£$€¥½"


def quotations(text: str, span: Span) -> tuple[Span, ...]:
    """Return the stretches of a block between double quotation marks, or single curly ones."""
    start, end = span
    if text.find("“", start, end) < 0 and text.find('"', start, end) < 0:
        return ()
    out, opened = [], -1
    for match in re.finditer('[“”"]', text[start:end]):
        at, mark = start + match.start(), match.group()
        if mark == '"' and at > start and text[at - 1].isdigit():
            continue  # 5'9" is a height
        if opened < 0 and mark != "”":
            opened = at
        elif opened >= 0 and mark != "“":
            out.append(Span(opened, at + 1))
            opened = -1
    if opened >= 0:  # a quotation that goes on in the next paragraph is left open
        out.append(Span(opened, end))
    return tuple(out)
