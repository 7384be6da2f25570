"""Sets the text of files that have none: paragraph under paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence

from numcheck.model.document import Block, Cell, Document, Place, SourceMap
from numcheck.model.span import Span
from numcheck.named import NamedTuple
from numcheck.read.setting.lines import evened, line_starts

_DIGIT = re.compile(r"\d")


class Field(NamedTuple):
    """A table cell as read: its column from 0, its text, whether it is marked as a head."""

    column: int
    text: str
    head: bool = False


class Sheet:
    """A text as it is typed; offsets in it are those of the extracted text."""

    def __init__(self) -> None:
        """Begin an empty sheet."""
        self.blocks: list[Block] = []
        self.cells: list[Cell] = []
        self.heading = ""
        self.headlines = 0
        self.tables = 0
        self._parts: list[str] = []
        self._length = 0

    def add(self, text: str, place: Place = "body", label: str = "") -> Span | None:
        """Set a paragraph under the last one; one of white space alone leaves nothing."""
        text = evened(text).strip()
        if not text:
            return None
        if self._parts:
            self._parts.append("\n")
            self._length += 1
        span = Span(self._length, self._length + len(text))
        self._parts.append(text)
        self._length = span.end
        self.blocks.append(Block(span, place, self.heading, label))
        if place in ("headline", "heading"):
            self.heading = " ".join(text.split())
            self.headlines += place == "headline"
        return span

    def table(self, rows: Sequence[Sequence[Field]], label: str = "") -> None:
        """Set a table, each cell by itself; `label` goes before "row 2, column 3".

        A first row without a figure is taken as the head where the file marks none.
        """
        number, self.tables = self.tables, self.tables + 1
        marked = any(field.head for row in rows for field in row)
        bare = len(rows) > 1 and not any(_DIGIT.search(field.text) for field in rows[0])
        for row, fields in enumerate(rows):
            for column, text, head in fields:
                where = f"{label}row {row + 1}, column {column + 1}"
                span = self.add(text, "table", where)
                if span:
                    head = head or (row == 0 and bare and not marked)
                    self.cells.append(Cell(span, number, row, column, head))

    def document(self, name: str, date: str | None = None) -> Document:
        """Return the document that was set."""
        text = "".join(self._parts)
        source = SourceMap((), line_starts(text))
        return Document(name, text, tuple(self.blocks), source, date, tuple(self.cells))
