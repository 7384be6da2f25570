"""Sets a document's text from its source, keeping the way back."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from numcheck.model.document import Block, Cell, Document, Piece, Place, SourceMap
from numcheck.model.span import Span
from numcheck.named import NamedTuple

# Extraction ends a sentence at a blank line, so that none runs from one cell into the next.
CELL_GAP = "\n\n "


class Strand:
    """A text as a parser sees it, with the way back to the source it was put together from."""

    __slots__ = ("offset", "pieces", "source", "text")

    def __init__(self, text: str, pieces: Sequence[Piece]) -> None:
        """Take a text and the pieces that it consists of, in order."""
        self.text = text
        self.pieces = tuple(pieces) or (Piece(0, 0, 0, 0),)
        self.source = SourceMap(self.pieces, (0,), tuple(piece.start for piece in self.pieces))
        only = self.pieces[0]
        verbatim = len(self.pieces) == 1 and only.length == only.source_length
        self.offset = only.source_start if verbatim else -1  # where all of it stands in one piece

    @classmethod
    def cut(cls, source: str, start: int, end: int) -> Strand:
        """Return a stretch of the source itself."""
        return cls(source[start:end], (Piece(0, end - start, start, end - start),))

    def back(self, start: int, end: int) -> Span:
        """Return the source offsets of a stretch of this text."""
        if self.offset >= 0:
            return Span(start + self.offset, end + self.offset)
        return self.source.back(Span(start, end))

    def within(self, start: int, end: int) -> Iterator[Piece]:
        """Yield the pieces of a stretch; one that stands for its source as a whole stays whole."""
        for at in range(max(0, bisect_right(self.source.starts, start) - 1), len(self.pieces)):
            piece = self.pieces[at]
            if piece.start >= end:
                return
            if piece.length == piece.source_length:
                left = max(0, start - piece.start)
                length = min(end - piece.start, piece.length) - left
                yield Piece(piece.start + left, length, piece.source_start + left, length)
            else:
                yield piece


class Remark(NamedTuple):
    """A comment of the source that may speak to numcheck: its offsets and what it says."""

    start: int
    end: int
    said: str


class Galley:
    """The text as it is set: stretches of the source, in blocks."""

    def __init__(self, source: str, name: str) -> None:
        """Begin an empty text, to be set from `source`, whose line breaks are evened."""
        self.source = source
        self.name = name
        self.blocks: list[Block] = []
        self.cells: list[Cell] = []
        self.heading = ""
        self.label = ""  # of blocks that are given none
        self.headlines = 0
        self.tables = 0
        self.remarks: list[Remark] = []
        self._parts: list[str] = []
        self._pieces: list[Piece] = []
        self._length = 0
        self._begin = 0  # of the block being set
        self._mark = (0, 0)  # parts and pieces before it
        self._pending: list[Cell] = []
        self._cell = 0

    @property
    def last(self) -> str:
        """The last character set in the open block, or nothing."""
        return self._parts[-1][-1] if self._length > self._begin else ""

    def before(self, count: int) -> str:
        """Return the last characters set, at most `count` of the last run."""
        return self._parts[-1][-count:] if self._length > self._begin else ""

    def new_table(self) -> int:
        """Return the number of a table that begins."""
        self.tables += 1
        return self.tables - 1

    def remark(self, start: int, end: int, said: str) -> None:
        """Keep a comment that speaks to numcheck."""
        if "numcheck" in said:
            self.remarks.append(Remark(start, end, said))

    def take(self, start: int, end: int) -> None:
        """Set a stretch of the source as it stands."""
        if start < end:
            self._gap(start)
            self._parts.append(self.source[start:end])
            self._add(end - start, start, end - start)

    def put(self, printed: str, start: int, end: int) -> None:
        """Set `printed` for a stretch of the source that reads otherwise."""
        if printed:
            self._gap(start)
            self._parts.append(printed)
            self._add(len(printed), start, end - start)

    def take_from(self, strand: Strand, start: int, end: int) -> None:
        """Set a stretch of a strand as it stands."""
        if strand.offset >= 0:
            self.take(start + strand.offset, end + strand.offset)
            return
        for at, length, source_start, source_length in strand.within(start, end):
            if length == source_length:
                self.take(source_start, source_start + length)
            else:
                printed = strand.text[at : at + length]
                self.put(printed, source_start, source_start + source_length)

    def put_from(self, strand: Strand, printed: str, start: int, end: int) -> None:
        """Set `printed` for a stretch of a strand."""
        self.put(printed, *strand.back(start, end))

    def _add(self, length: int, start: int, source_length: int) -> None:
        piece = self._pieces[-1] if self._pieces else None
        if (
            piece is not None
            and length == source_length
            and piece.length == piece.source_length
            and piece.source_start + piece.source_length == start
            and piece.start >= self._begin
        ):
            self._pieces[-1] = Piece(
                piece.start, piece.length + length, piece.source_start, piece.length + length
            )
        else:
            self._pieces.append(Piece(self._length, length, start, source_length))
        self._length += length

    def _gap(self, start: int) -> None:
        """Part a new block from the one before."""
        if self._length > self._begin or not self.blocks:
            return
        before = self._pieces[-1]
        end = before.source_start + before.source_length
        self._parts.append("\n")
        self._pieces.append(Piece(self._length, 1, min(end, start), max(0, start - end)))
        self._length += 1
        self._begin = self._length

    def open_cell(self) -> None:
        """Begin a table cell in the open block, apart from the cell before it."""
        if self.last:
            end = self._pieces[-1].source_start + self._pieces[-1].source_length
            self._parts.append(CELL_GAP)
            self._pieces.append(Piece(self._length, len(CELL_GAP), end, 0))
            self._length += len(CELL_GAP)
        self._cell = self._length

    def close_cell(self, table: int, row: int, column: int, head: bool = False) -> None:
        """End the table cell that was opened last; an empty one is not kept."""
        begin = max(self._cell, self._begin)
        if begin < self._length:
            span = Span(begin, self._length)
            self._pending.append(Cell(span, table, row, column, head))

    def drop_cells(self) -> None:
        """Forget the cells of the open block: the table was a page's frame."""
        self._pending.clear()

    def close(self, place: Place, label: str = "") -> None:
        """End the open block; where only white space was set, it leaves nothing."""
        text = "".join(self._parts[self._mark[0] :])
        text = text[1:] if self.blocks and text else text
        bare = text.strip()
        if bare:
            start = self._begin + len(text) - len(text.lstrip())
            span = Span(start, start + len(bare))
            self.blocks.append(Block(span, place, self.heading, label or self.label))
            self.cells.extend(self._trimmed(text))
            if place in ("headline", "heading"):
                self.heading = " ".join(bare.split())
                self.headlines += place == "headline"
        else:
            del self._parts[self._mark[0] :], self._pieces[self._mark[1] :]
            self._length = sum(self._pieces[-1][:2]) if self._pieces else 0
        self._pending.clear()
        self._begin = self._length
        self._mark = len(self._parts), len(self._pieces)

    def _trimmed(self, text: str) -> Iterator[Cell]:
        for cell in self._pending:
            start, end = cell.span
            printed = text[start - self._begin : end - self._begin]
            start += len(printed) - len(printed.lstrip())
            if printed.strip():
                span = Span(start, start + len(printed.strip()))
                yield Cell(span, cell.table, cell.row, cell.column, cell.head)

    def source_map(self, lines: tuple[int, ...]) -> SourceMap:
        """Return the way back from the text set so far."""
        pieces = tuple(self._pieces) or (Piece(0, 0, 0, 0),)
        return SourceMap(pieces, lines, tuple(piece.start for piece in pieces))

    def document(
        self,
        lines: tuple[int, ...],
        date: str | None = None,
        ignored: tuple[tuple[str, Span], ...] = (),
    ) -> Document:
        """Return the document, all its blocks being closed."""
        return Document(
            self.name,
            self.text,
            tuple(self.blocks),
            self.source_map(lines),
            date,
            tuple(self.cells),
            ignored,
        )

    @property
    def text(self) -> str:
        """The text set so far."""
        return "".join(self._parts)
