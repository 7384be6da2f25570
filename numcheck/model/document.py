"""A text in blocks, and the way back to its file."""

from __future__ import annotations

from bisect import bisect_right
from typing import Literal

from numcheck.model.span import Span
from numcheck.named import NamedTuple
from numcheck.record import field, record, setters

Place = Literal[
    "headline", "standfirst", "heading", "body", "list", "table", "caption", "quote", "note"
]


class Piece(NamedTuple):
    """A run of text and the run of the source that it was read from.

    Where both runs are of one length they agree character by character; where they differ (an
    entity, say) the run stands for its source as a whole.
    """

    start: int
    length: int
    source_start: int
    source_length: int


class Location(NamedTuple):
    """Where something stands in the file: offsets from 0, lines and columns from 1.

    `label` names the place in formats without lines ("paragraph 4", "page 2, line 7", "cell B3").
    """

    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    label: str = ""


@record
class Cell:
    """A table cell: where it stands, and what row and column it belongs to (from 0)."""

    span: Span
    table: int
    row: int
    column: int
    head: bool = False


@record
class Block:
    """A paragraph, heading, list item, caption or table row of the text.

    `label` is a place name for formats without lines; `heading` is the heading it stands under.
    """

    span: Span
    place: Place = "body"
    heading: str = ""
    label: str = ""

    def __init__(
        self, span: Span, place: Place = "body", heading: str = "", label: str = ""
    ) -> None:
        """Fill the slots, which nobody else may: every paragraph of a text is made here."""
        put = _BLOCK
        put[0](self, span)
        put[1](self, place)
        put[2](self, heading)
        put[3](self, label)


_BLOCK = setters(Block)


@record
class SourceMap:
    """Leads from offsets in `Document.text` back to offsets in the source.

    `pieces` are in order and cover the text; without pieces the text is the source. `lines` are
    the offsets at which the source's lines begin.
    """

    pieces: tuple[Piece, ...] = ()
    lines: tuple[int, ...] = (0,)
    starts: tuple[int, ...] = ()

    def back(self, span: Span) -> Span:
        """Return the source offsets of a stretch of the text."""
        if not self.pieces:
            return span
        start = self._one(span.start)
        if span.end <= span.start:
            return Span(start, start)
        end = self._one(span.end - 1, end=True)
        if start <= end:
            return Span(start, end)
        # From an image's caption, which follows its paragraph, back into that paragraph.
        return Span(self._one(span.end - 1), self._one(span.start, end=True))

    def _one(self, offset: int, end: bool = False) -> int:
        starts = self.starts or tuple(piece.start for piece in self.pieces)
        piece = self.pieces[max(0, bisect_right(starts, offset) - 1)]
        if piece.length == piece.source_length:
            return piece.source_start + min(offset - piece.start, piece.length) + end
        return piece.source_start + (piece.source_length if end else 0)

    def locate(self, span: Span, label: str = "") -> Location:
        """Return offsets, lines and columns of a stretch of the text in its file."""
        start, end = self.back(span)
        first = bisect_right(self.lines, start) - 1
        last = bisect_right(self.lines, end) - 1
        return Location(
            start,
            end,
            first + 1,
            start - self.lines[first] + 1,
            last + 1,
            end - self.lines[last] + 1,
            label,
        )


@record
class Document:
    """What was read: its name, its prose, the blocks in order, and the way back to the source.

    `date` is the dateline as YYYY-MM-DD where the file itself gives one. `cells` are the table
    cells, each inside a block whose place is `table`. `ignored` are rule ids that the file
    switches off, each with the stretch of text for which it does so. `printed` is the decoded file
    as it stands; nothing where the file is no text, so that it has neither lines nor columns.
    """

    name: str
    text: str
    blocks: tuple[Block, ...]
    source: SourceMap = SourceMap()
    date: str | None = None
    cells: tuple[Cell, ...] = ()
    ignored: tuple[tuple[str, Span], ...] = ()
    printed: str = field(default="", compare=False)

    def block_at(self, offset: int) -> Block | None:
        """Return the block that holds `offset`, or None between blocks."""
        at = bisect_right(self.blocks, offset, key=lambda block: block.span.start) - 1
        if at >= 0 and offset < self.blocks[at].span.end:
            return self.blocks[at]
        return None

    def locate(self, span: Span) -> Location:
        """Return where a stretch of the text stands in its file."""
        block = self.block_at(span.start)
        return self.source.locate(span, block.label if block else "")
