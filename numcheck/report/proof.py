"""The copy of a document with its figures, marked like a proof."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING

from numcheck.model.span import Span
from numcheck.named import NamedTuple

if TYPE_CHECKING:
    from numcheck.model.document import Block, Cell, Document, Place
    from numcheck.model.passage import Passage


class Paragraph(NamedTuple):
    """A block of the copy, or a table's cell: where it stands in the copy, and what it says."""

    span: Span
    place: Place
    text: str
    label: str = ""
    cell: Cell | None = None


class Spot(NamedTuple):
    """A place in a file, from 1; the column in code points."""

    line: int
    column: int


class Proof(NamedTuple):
    """What is needed to mark a document: its paragraphs, its figures, its file as printed.

    `figures` are places in the copy. `printed` is empty, and `lines` mean nothing, for a file
    that is no text.
    """

    paragraphs: tuple[Paragraph, ...]
    figures: tuple[Span, ...]
    printed: str = ""
    lines: tuple[int, ...] = (0,)

    def spot(self, offset: int) -> Spot:
        """Return where an offset into the file stands."""
        line = bisect_right(self.lines, offset)
        return Spot(line, offset - self.lines[line - 1] + 1)


def proof_of(passage: Passage) -> Proof:
    """Take from an annotated text what is needed to mark it."""
    document = passage.document
    return Proof(
        tuple(_paragraphs(document)),
        tuple(quantity.span for quantity in passage.quantities),
        document.printed,
        document.source.lines if document.printed else (0,),
    )


def _paragraphs(document: Document) -> Iterator[Paragraph]:
    cells = iter((*document.cells, None))
    cell = next(cells)
    for block in document.blocks:
        empty = True
        while cell is not None and cell.span.start < block.span.end:
            yield _paragraph(document, block, cell.span, cell)
            empty, cell = False, next(cells)
        if empty:
            yield _paragraph(document, block, block.span)


def _paragraph(document: Document, block: Block, span: Span, cell: Cell | None = None) -> Paragraph:
    return Paragraph(span, block.place, span.cut(document.text), block.label, cell)
