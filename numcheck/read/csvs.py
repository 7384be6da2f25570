"""Tables as comma-separated values, every cell a block."""

from __future__ import annotations

import re
from collections.abc import Iterator

from numcheck.model.document import Document
from numcheck.read.setting.decoding import Unreadable
from numcheck.read.setting.galley import Galley
from numcheck.read.setting.lines import evened, line_starts

_LONGEST = 100_000
_SIGNS = ",;\t|"
_DIGIT = re.compile(r"\d")

Row = list[tuple[int, int, bool]]  # start, end, whether quoted


def read(text: str, name: str) -> Document:
    """Read a table whose cells are parted by commas, semicolons, tabs or bars."""
    lined = evened(text)
    galley = Galley(lined, name)
    table = galley.new_table()
    rows = list(_rows(lined, _sign(lined)))
    headed = len(rows) > 1 and not any(
        _DIGIT.search(lined, start, end) for start, end, _ in rows[0]
    )
    for row, cells in enumerate(rows):
        for column, (start, end, quoted) in enumerate(cells):
            label = f"row {row + 1}, column {column + 1}"
            if end - start > _LONGEST:
                raise Unreadable(
                    f"{name} has a cell of more than {_LONGEST:,} characters ({label}); "
                    "a quotation mark that opens it is probably never closed"
                )
            galley.open_cell()
            _set(galley, lined, start, end, quoted)
            galley.close_cell(table, row, column, headed and row == 0)
            galley.close("table", label)
    return galley.document(line_starts(lined))


def _set(galley: Galley, lined: str, start: int, end: int, quoted: bool) -> None:
    """Set a cell; inside quotation marks two of them are one."""
    while quoted and (twice := lined.find('""', start, end)) >= 0:
        galley.take(start, twice)
        galley.put('"', twice, twice + 2)
        start = twice + 2
    galley.take(start, end)


def _sign(lined: str) -> str:
    """Return the sign that parts the cells: the commonest on the first line with any."""
    for line in lined.lstrip("\ufeff").split("\n", 20)[:20]:
        bare = re.sub(r'"[^"]*"?', "", line)
        best = max(_SIGNS, key=bare.count)
        if bare.count(best):
            return best
    return ","


def _rows(lined: str, sign: str) -> Iterator[Row]:
    """Yield the rows that have any text, the blank ones being counted by none."""
    cell = re.compile(rf'"((?:[^"]|"")*+)" *+(?=[{sign}\n]|\Z)|([^{sign}\n]*+)')
    at = 1 if lined.startswith("\ufeff") else 0
    row: Row = []
    while at < len(lined):
        found = cell.match(lined, at)
        assert found is not None, "an empty cell is one too"
        quoted = found[1] is not None
        row.append((*found.span(1 if quoted else 2), quoted))
        at = found.end()
        if lined[at : at + 1] != sign:
            yield row
            row = []
        at += 1
    if row:
        yield row
