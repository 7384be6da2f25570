"""Text as it is: paragraphs, list items, and the headline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from numcheck.model.document import Block, Document, Place, SourceMap
from numcheck.model.span import Span
from numcheck.read.setting.dates import iso_date
from numcheck.read.setting.lines import evened, line_starts

_DATED = re.compile(
    r"\ufeff?\s*+(?:date(?:line)?(?=[\s:])(?:\s*+:)?\s*+)?(\d{4}-\d\d-\d\d)(?![\w.-])[ \t]*",
    re.IGNORECASE,
)
_BLANK = re.compile(r"\n(?:[^\S\n]*\n)+")
_MARK = re.compile(r"\s*(?:[-*•‣▪◦·]\s+|\(?[a-z]\)\s+|\(?(\d{1,2})[.)]\s+)(?=\S)")
_DASH = re.compile(r"\s*[–—]\s+(?=\S)")
_CLOSING = " \t\n\u00a0\"'”’)]»"
_ENDS = frozenset(".!?:;…")
_SENTENCE_ENDS = frozenset(".!?…")
_STOPS = frozenset(".:;,…")
_LABEL = re.compile(r"\s*\w[^:\n.!?]{0,40}:(?=\s|\Z)")
_FIGURE = re.compile(r"[^:\n]{1,42}:\s+\W{0,2}\d\S*(?:\s+\S+){0,2}\s*\Z")
_BEFELL = ("ed", " dead", " hurt", " held", " missing")
_FIELD = re.compile(
    r"(?:by|byline|slug|dateline|date|published|updated|author|caption|photo|source|location"
    r"|embargo(?:ed)?|contact|subject|to|from|cc|tags?|section|desk)\s*:|by\s+[A-Z]\S+(?:\s\S+){0,5}\Z",
    re.IGNORECASE,
)
_DATE_WORDS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri"
    " sat sun january february march april may june july august september october november december"
    " jan feb mar apr jun jul aug sep sept oct nov dec a.m p.m am pm at of on the published updated"
    " posted gmt bst utc est edt pst pdt cst cdt".split()
)
_NUMERIC = re.compile(r"\d[\d:./TZ+-]*(?:st|nd|rd|th|am|pm)?\Z")
_NARROWEST, _WIDEST = 40, 120  # columns at which copy is wrapped by hand or by a wire


# Start, end, number of lines, and whether a blank line follows.
_Paragraph = tuple[int, int, int, bool]


def read(text: str, name: str) -> Document:
    """Read plain text; the document's text is the source, but for the signs of line breaks."""
    lined = evened(text)
    begin, date = _dated(lined)
    blocks = tuple(blocks_of(lined, begin))
    return Document(name, lined, blocks, SourceMap((), line_starts(lined)), date)


def _dated(lined: str) -> tuple[int, str | None]:
    """Return where the copy begins, after a byte order mark and a date of its own."""
    found = _DATED.match(lined)
    date = iso_date(found[1]) if found else None
    if found and date:
        return found.end(), date
    return (1 if lined.startswith("\ufeff") else 0), None


def blocks_of(lined: str, begin: int = 0) -> Iterator[Block]:
    """Yield the blocks of a text whose line breaks are evened."""
    paragraphs = _paragraphs(lined, begin)
    first = next(paragraphs, None)
    if first is None:
        return
    second = next(paragraphs, None)
    heading = ""
    if second is not None and _is_headline(lined, first, second):
        heading = " ".join(lined[first[0] : first[1]].split())
        yield Block(Span(first[0], first[1]), "headline")
    else:
        yield _block(lined, first[0], first[1], heading)
    if second is not None:
        yield _block(lined, second[0], second[1], heading)
    for start, end, _, _ in paragraphs:
        if lined[start].isalpha() and lined[start + 1 : start + 2] != ")":
            yield Block(Span(start, end), "body", heading)
        else:
            yield _block(lined, start, end, heading)


def _block(lined: str, start: int, end: int, heading: str) -> Block:
    marked = _MARK.match(lined, start, end) or _DASH.match(lined, start, end)
    place: Place = "list" if marked else "body"
    return Block(Span(marked.end() if marked else start, end), place, heading)


def _is_headline(lined: str, first: _Paragraph, second: _Paragraph) -> bool:
    """Say whether the first paragraph is the story's headline."""
    line = lined[first[0] : first[1]]
    if first[2] > 1:
        return False
    if not first[3]:
        below = lined[second[0] : second[1]]
        if len(below) <= len(line) or _last(below) not in _SENTENCE_ENDS:
            return False
    return looks_like_headline(line)


def looks_like_headline(line: str) -> bool:
    """Say whether a line, copy being under it, is a headline by how it is written."""
    if "\n" in line or len(line) > 150 or _last(line) in _STOPS:
        return False
    if _MARK.match(line) or _FIELD.match(line):
        return False
    if _FIGURE.match(line) and not line.endswith(_BEFELL):
        return False  # "Turnout: 420", but "Factory fire: 420 homes evacuated"
    words = line.split()
    return len(words) > 1 and not all(map(_dates, words))


def _dates(word: str) -> bool:
    """Say whether a word is one that a line of date and time consists of."""
    bare = word.strip(".,;:()[]–—-|").lower()
    return not bare or bare in _DATE_WORDS or bool(_NUMERIC.match(bare))


def _last(line: str) -> str:
    """Return the sign that a line ends with, closing quotation marks and brackets apart."""
    last = line[-1:]
    return last if last.isalnum() else line[-40:].rstrip(_CLOSING)[-1:]


def _paragraphs(lined: str, begin: int) -> Iterator[_Paragraph]:
    """Yield the paragraphs in order, trimmed."""
    fresh = True  # no paragraph so far
    for start, end in _groups(lined, begin):
        if lined.find("\n", start, end) < 0:
            yield start, end, 1, True
        else:
            yield from _lines_joined(lined, start, end, fresh)
        fresh = False


def _groups(lined: str, begin: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches between blank lines, trimmed."""
    last = len(lined)
    for blank in chain(_BLANK.finditer(lined, begin), (None,)):
        end = blank.start() if blank else last
        if begin < end:
            if not lined[begin].isspace() and not lined[end - 1].isspace():
                yield begin, end
            else:
                yield from _trimmed(lined, begin, end)
        begin = blank.end() if blank else last


def _trimmed(lined: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    stretch = lined[start:end]
    bare = stretch.strip()
    if bare:
        start += len(stretch) - len(stretch.lstrip())
        yield start, start + len(bare)


def _lines_joined(lined: str, start: int, end: int, first: bool) -> Iterator[_Paragraph]:
    """Yield the paragraphs of a group of lines: a newline may be a wrap, or end one."""
    lines = lined[start:end].split("\n")
    wraps = _wraps(lines, first)
    begin, at, count = start, start, 0
    for line, wrapped in zip(lines, wraps, strict=True):
        at += len(line) + 1
        count += 1
        if not wrapped:
            for one, other in _trimmed(lined, begin, at - 1):
                yield one, other, count, at > end
            begin, count = at, 0


def _wraps(lines: list[str], first: bool) -> list[bool]:
    """Say of each line of a group whether the next one goes on with its paragraph."""
    lengths = [len(line.rstrip()) for line in lines]
    group = _Group([line.strip() for line in lines], lengths, max(lengths))
    joined = group.sentences()
    if not _NARROWEST <= group.longest <= _WIDEST:
        return joined
    full = group.full()
    filled = len(lines) > 2 and all(full)
    if not filled and group.is_list():
        return joined
    if first and group.is_headed():
        full[0] = False
    number = 0
    for at, line in enumerate(group.lines):
        listed = _number(line)
        follows = listed == number + 1
        number = listed if follows else number
        if at and full[at - 1] and not joined[at - 1]:
            # "The vote was 15 to / 12. The mayor …" is no list
            opens = follows or ((group.ended[at - 1] or not filled) and group.opens(at))
            joined[at - 1] = not opens and (filled or not group.ended[at - 1])
    return joined


def _number(line: str) -> int:
    """Return the number of the list item that a line begins; 0 for none."""
    marked = _MARK.match(line) if line[0] in "(0123456789" else None
    return int(marked[1]) if marked and marked[1] else 0


class _Group:
    """Lines between blank ones, trimmed, with what tells wraps from breaks."""

    def __init__(self, lines: list[str], lengths: list[int], longest: int) -> None:
        self.lines = lines
        self.lengths = lengths
        self.longest = longest
        self.lasts = [_last(line) for line in lines]
        self.ended = [last in _ENDS for last in self.lasts]
        colons = ":" in "".join(lines)
        self.labels = [colons and bool(_LABEL.match(line)) for line in lines]

    def sentences(self) -> list[bool]:
        """Say of each line whether the next goes on in the middle of its sentence, however short.

        "The bridge is 300 / metres long." does; items of a list, which end without a stop, do not.
        """
        lines, ended, labels = self.lines, self.ended, self.labels
        joined = [False] * len(lines)
        begun = 0  # where the lines began that may be one sentence
        for at in range(len(lines)):
            below = lines[at + 1] if at + 1 < len(lines) else ""
            if below and not ended[at] and below[0].islower() and not labels[at + 1]:
                continue
            if at > begun and self.lasts[at] in _SENTENCE_ENDS and not labels[begun]:
                joined[begun:at] = [True] * (at - begun)
            begun = at + 1
        return joined

    def full(self) -> list[bool]:
        """Say of each line whether the first word of the next would not have fitted on it."""
        words = [len(line.split(None, 1)[0]) for line in self.lines[1:]]
        room = self.longest - 1
        return [length + word > room for length, word in zip(self.lengths, words, strict=False)]

    def is_list(self) -> bool:
        """Say whether the lines are items: all begin as a sentence, the last without an end."""
        if self.lasts[-1] in _SENTENCE_ENDS:
            return False
        if self.lines[0].isupper():
            return False
        return not any(line[0].islower() for line in self.lines)

    def is_headed(self) -> bool:
        """Say whether the first line is a headline over the second: longer, and a sentence."""
        head, below = self.lines[:2]
        return (
            len(below) > len(head)
            and not below[0].islower()
            and not self.ended[0]
            and _last(below) in _SENTENCE_ENDS
        )

    def opens(self, at: int) -> bool:
        """Say whether a line begins a paragraph by what it says: a bullet, or a label."""
        line = self.lines[at]
        marked = _MARK.match(line)
        if marked:
            return not marked[1]
        if _DASH.match(line):
            return self.ended[at - 1]
        if not self.labels[at]:
            return False
        if sum(self.labels) > 1 or _FIELD.match(line):
            return True
        # "… reached this level at the / old mill: 4.2 m." goes on
        goes_on = line[0].islower() and not self.ended[at - 1]
        return bool(_FIGURE.match(line)) and not goes_on
