"""Follows an HTML table's tags, and counts its rows and columns."""

from __future__ import annotations

from numcheck.read.setting.galley import Galley
from numcheck.read.setting.tags import Tag, attributes
from numcheck.record import field, record

_WIDEST = 100  # columns or rows that one cell may span


@record(frozen=False)
class _Table:
    number: int
    row: int = -1
    column: int = 0
    head: bool = False
    thead: bool = False
    in_cell: bool = False
    paragraphs: int = 0
    frame: bool = False  # lays out a page: its cells hold copy, not figures
    width: int = 1
    down: dict[int, int] = field(factory=dict)  # columns that a cell above still fills


class Grid:
    """The tables that are open, innermost last; their text is set by others."""

    TAGS = frozenset(("table", "tr", "td", "th"))

    def __init__(self, galley: Galley) -> None:
        """Watch the tables of the text that is set into `galley`."""
        self.galley = galley
        self.tables: list[_Table] = []

    @property
    def in_cell(self) -> bool:
        """Say whether text set now belongs to a cell of figures."""
        return bool(self.tables) and self.tables[-1].in_cell and not self.tables[-1].frame

    def holds(self, name: str) -> bool:
        """Say whether a block inside the cell leaves it a cell; else the table is a page's frame.

        A heading, or a third paragraph, shows that a table lays out a page.
        """
        table = self.tables[-1]
        table.paragraphs += name == "p"
        heading = len(name) == 2 and name[0] == "h" and name[1].isdecimal()
        if not heading and table.paragraphs < 6:  # opening and closing tags
            return True
        self._unframe(table)
        return False

    def _unframe(self, table: _Table) -> None:
        table.frame = True
        self.galley.drop_cells()
        self.galley.close("body")

    def follow(self, tag: Tag) -> bool:
        """Take a table's tag; say whether the block that is open goes on."""
        if tag.name == "table":
            return self._table(tag)
        if not self.tables:
            return False
        table = self.tables[-1]
        self._end_cell(table)
        if tag.name == "tr":
            if self.galley.last and not table.frame:
                self.galley.close("table")
            if tag.kind == "open":
                self._row(table)
            return False
        if tag.kind == "close":
            return not table.frame
        return self._cell(table, tag)

    def _table(self, tag: Tag) -> bool:
        if tag.kind == "open":
            if self.in_cell:
                self._unframe(self.tables[-1])
            self.tables.append(_Table(self.galley.new_table()))
        elif self.tables:
            self._end_cell(self.tables[-1])
            if self.galley.last and not self.tables[-1].frame:
                self.galley.close("table")
            self.tables.pop()
        return False

    def _row(self, table: _Table) -> None:
        table.row += 1
        table.column = 0
        table.width = 0
        table.down = {column: rows - 1 for column, rows in table.down.items() if rows > 1}

    def _cell(self, table: _Table, tag: Tag) -> bool:
        if table.row < 0:
            self._row(table)
        given = attributes(tag.inside)
        table.column += table.width
        while table.column in table.down:
            table.column += 1
        table.width = _span(given.get("colspan", "1"))
        rows = _span(given.get("rowspan", "1"))
        if rows > 1:
            table.down.update((table.column + at, rows) for at in range(table.width))
        table.head = tag.name == "th"
        table.in_cell, table.paragraphs = True, 0
        if table.frame:
            return False
        self.galley.open_cell()
        return True

    def _end_cell(self, table: _Table) -> None:
        if table.in_cell and not table.frame:
            self.galley.close_cell(table.number, table.row, table.column, table.head)
        table.in_cell = False

    def end_all(self) -> None:
        """End the tables that the page left open."""
        while self.tables:
            self._table(Tag("close", 0, 0, "table"))


def _span(given: str) -> int:
    return min(max(int(given), 1), _WIDEST) if given.isdecimal() and len(given) < 6 else 1
