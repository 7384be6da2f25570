"""Headings, lists, tables; code, link targets and comments left out."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from numcheck.model.document import Document, Piece, Place
from numcheck.model.span import Span
from numcheck.read.marks.edits import Edit, set_edited
from numcheck.read.marks.front import set_front
from numcheck.read.marks.inline import Inline
from numcheck.read.setting.galley import Galley, Strand
from numcheck.read.setting.lines import evened, line_starts
from numcheck.read.suppression import ignored

if TYPE_CHECKING:
    from markdown_it.token import Token

_SIGNS = re.compile(r"[\\`<&\[*_{]|~~|://|www\.")
_TASK = re.compile(r"\[[ xX]\]\s+")
_PIPE = re.compile(r"(?<!\\)\|")
_INSIDE: dict[str, Place] = {
    "blockquote_open": "quote",
    "list_item_open": "list",
    "footnote_open": "note",
}
_OUTSIDE = frozenset(kind.replace("_open", "_close") for kind in _INSIDE)
# Places that what stands inside them keeps: a list in a quotation is quoted.
_KEPT = frozenset(("quote", "note"))


def read(text: str, name: str, fields: Sequence[str] = ()) -> Document:
    """Read Markdown: CommonMark with GitHub's tables, footnotes, and front matter."""
    from numcheck.read.marks.blocks import parsed

    lined = evened(text)
    lines = line_starts(lined)
    galley = Galley(lined, name)
    front = set_front(lined, galley, fields)
    tokens, labels, references = parsed(lined[front.end :])
    setter = _Setter(galley, lined, lines, front.end, labels)
    setter.run(tokens)
    for one in references:
        galley.remark(*setter.bounds(one.first, one.last), one.title)
    whole = Span(0, len(galley.text))
    off = tuple((rule, whole) for rule in front.ignored)
    off += ignored(galley.remarks, galley.blocks, galley.source_map(lines))
    return galley.document(lines, front.date, off)


class _Setter:
    """Sets the blocks of a text in order."""

    def __init__(
        self, galley: Galley, lined: str, lines: Sequence[int], begin: int, labels: Container[str]
    ) -> None:
        self.galley = galley
        self.lined = lined
        above = lined.count("\n", 0, begin)
        self._lines = (begin, *lines[above + 1 :], len(lined) + 1)
        self._labels = labels

    def bounds(self, first: int, last: int) -> tuple[int, int]:
        """Return the source offsets of lines, without the last one's newline."""
        start = self._lines[first]
        return start, max(start, self._lines[min(last, len(self._lines) - 1)] - 1)

    def run(self, tokens: Iterable[Token]) -> None:
        """Set every block."""
        stream = iter(tokens)
        places: list[Place] = ["body"]
        heading = ""
        table = row = -1
        for token in stream:
            kind = token.type
            if kind == "inline":
                self._paragraph(token, places[-1], heading)
            elif kind in _INSIDE:
                places.append(places[-1] if places[-1] in _KEPT else _INSIDE[kind])
            elif kind in _OUTSIDE:
                places.pop()
            elif kind in ("heading_open", "heading_close"):
                heading = token.tag if kind == "heading_open" else ""
            elif kind == "html_block":
                self._html(token, places[-1])
            elif kind == "table_open":
                table, row = self.galley.new_table(), -1
            elif kind == "tr_open" and token.map:
                row += 1
                inside = takewhile(lambda one: one.type != "tr_close", stream)
                cells = [one.content for one in inside if one.type == "inline"]
                self._row(self.bounds(*token.map), cells, table, row)

    def _paragraph(self, token: Token, place: Place, heading: str) -> None:
        if not token.map or not token.content:
            return
        if heading:
            place = "heading"
            if heading == "h1" and not self.galley.headlines:
                place = "headline"
        strand = self._strand(token.map[0], token.content, bool(heading))
        task = _TASK.match(strand.text) if place == "list" else None
        captions = self._copy(strand, task.end() if task else 0)
        self.galley.close(place)
        self._captions(strand, captions)

    def _html(self, token: Token, place: Place) -> None:
        if token.map:
            from numcheck.read.html import Setter  # few articles have blocks of it

            content = token.content.rstrip("\n")
            Setter(self.galley, self._strand(token.map[0], content), place).run()

    def _row(self, bounds: tuple[int, int], contents: Sequence[str], table: int, row: int) -> None:
        """Set a table's row, of which markdown-it gives the cells without their offsets."""
        captions: list[tuple[Strand, list[_Caption]]] = []
        for column, (start, end) in enumerate(_cells(self.lined, *bounds, contents)):
            strand = self._trimmed(start, end)
            self.galley.open_cell()
            captions.append((strand, self._copy(strand, 0)))
            self.galley.close_cell(table, row, column, head=row == 0)
        self.galley.close("table")
        for strand, found in captions:
            self._captions(strand, found)

    def _strand(self, first: int, content: str, heading: bool = False) -> Strand:
        """Find the source of a block's content: each line of it ends a line of the source."""
        lines = content.split("\n")
        start, end = self.bounds(first, first + 1)
        at = self._tail(start, end, lines[0].strip())
        if heading and len(lines) == 1:  # closing #s stay out
            return Strand.cut(self.lined, at, at + len(content))
        if len(lines) == 1 or ("\n " not in content and self.lined.startswith(content, at)):
            return Strand.cut(self.lined, at, at + len(content.strip()))
        texts, pieces, length = [], [], 0
        for number, line in enumerate(lines):
            start, end = self.bounds(first + number, first + number + 1)
            at = self._tail(start, end, line.strip())
            texts.append(self.lined[at:end])
            pieces.append(Piece(length, end - at + 1, at, end - at + 1))  # with its newline
            length += end - at + 1
        return Strand("\n".join(texts), pieces)

    def _trimmed(self, start: int, end: int) -> Strand:
        copy = self.lined[start:end]
        start += len(copy) - len(copy.lstrip())
        return Strand.cut(self.lined, start, start + len(copy.strip()))

    def _tail(self, start: int, end: int, bare: str) -> int:
        """Return where the last part of a source line begins, white space and #s after it apart."""
        line = self.lined[start:end].rstrip()
        for tail in (line, line.rstrip("#").rstrip()):
            if tail.endswith(bare):
                return start + len(tail) - len(bare)
        return start

    def _copy(self, strand: Strand, begin: int) -> list[_Caption]:
        """Set a run of copy without its signs; return the images' captions in it."""
        text = strand.text
        if not _SIGNS.search(text, begin):
            self.galley.take_from(strand, begin, len(text))
            return []
        inline = Inline(text, self._labels)
        for start, end, said in inline.comments:
            self.galley.remark(*strand.back(start, end), said)
        alts = set_edited(self.galley, strand, inline.edits, begin, len(text))
        return [(start, end, inline.edits) for start, end in alts]

    def _captions(self, strand: Strand, captions: Iterable[_Caption]) -> None:
        for start, end, edits in captions:
            set_edited(self.galley, strand, edits, start, end)
            self.galley.close("caption")


_Caption = tuple[int, int, Sequence[Edit]]


def _cells(lined: str, start: int, end: int, contents: Sequence[str]) -> Iterable[tuple[int, int]]:
    """Return the stretches of a row's cells; a list's or a quotation's mark may stand before."""
    pipes = [found.start() for found in _PIPE.finditer(lined, start, end)]
    edges = [start - 1, *pipes, end]
    cells = [(left + 1, right) for left, right in pairwise(edges)]
    said = [lined[left:right].replace("\\|", "|").strip() for left, right in cells]
    wanted = [content.strip() for content in contents]
    if said[1 : len(wanted) + 1] + [""] * (len(wanted) - len(said) + 1) == wanted:
        return cells[1 : len(wanted) + 1]
    first, last = cells[0]
    bare = len(lined[first:last].rstrip())
    own = len(wanted[0]) + wanted[0].count("|")
    return [(max(first, first + bare - own), last), *cells[1 : len(wanted)]]
