"""Tables: rows and columns, and the totals they foot to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from numcheck.lexicon import words as lexicon
from numcheck.model.document import Cell
from numcheck.model.interval import Interval, quotient
from numcheck.model.passage import Passage, tokenize
from numcheck.model.quantity import NOT_AMOUNTS, Quantity
from numcheck.model.relation import Relation
from numcheck.named import NamedTuple
from numcheck.relate.columns.ledgers import at_face_value
from numcheck.relate.setting import Setting

_TABLE = "cues/tables"
_SUMS = frozenset({"count", "number", "measure", "money", "percent"})
_LONGEST = 400  # rows of a table that are looked at


class Grid(NamedTuple):
    """A table: the words of each cell, and its figure where it holds one and nothing else."""

    labels: dict[tuple[int, int], list[str]]
    figures: dict[tuple[int, int], Quantity]
    heads: frozenset[int]
    rows: range
    columns: range
    rounded: bool


class Sum(NamedTuple):
    """A total of a table with the cells that should come to it."""

    total: Quantity
    cells: tuple[Quantity, ...]


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every total of a table with the cells over it or beside it."""
    cells = passage.document.cells
    if not cells:
        return
    at = {sentence.span.start: sentence.quantities for sentence in passage.figured}
    text = passage.document.text
    rounded = "rounding" in text
    for _, group in groupby(cells, key=lambda cell: cell.table):
        grid = _grid(text, list(group), at, rounded)
        yield from _footing(grid, list(_down(grid)))
        yield from _footing(grid, list(_across(grid)))


def _grid(text: str, cells: Sequence[Cell], at: dict[int, list[Quantity]], rounded: bool) -> Grid:
    labels, figures, heads = {}, {}, set()
    for cell in cells:
        place = (cell.row, cell.column)
        labels[place] = tokenize(cell.span.cut(text).lower())
        if cell.head and cell.column:
            heads.add(cell.row)
        quantities = at.get(cell.span.start, [])
        if len(quantities) == 1 and not cell.head and _is_all(quantities[0], cell):
            figures[place] = quantities[0]
    words = {word for place, label in labels.items() if place[0] in heads for word in label}
    scaled = not lexicon.words(_TABLE, "rounded").isdisjoint(words)
    rows = range(min(_LONGEST, 1 + max(cell.row for cell in cells)))
    columns = range(1 + max(cell.column for cell in cells))
    return Grid(labels, figures, frozenset(heads), rows, columns, rounded or scaled)


def _is_all(quantity: Quantity, cell: Cell) -> bool:
    """Say whether a cell holds a figure and nothing else, footnote marks apart."""
    if quantity.kind in NOT_AMOUNTS or quantity.kind not in _SUMS or quantity.value is None:
        return False
    return cell.span.end - cell.span.start - len(quantity.text) <= 2 and quantity.hedge is None


# ---------------------------------------------------------------------------------- the totals


def _down(grid: Grid) -> Iterator[Sum]:
    """Yield the totals of columns, each with the cells over it since the total before."""
    for row in grid.rows:
        if row in grid.heads or not _is_total(grid.labels.get((row, 0), [])):
            continue
        for column in grid.columns[1:]:
            total = grid.figures.get((row, column))
            if total is None or not _adds(grid, column, total):
                continue
            if cells := _over(grid, row, column, total):
                yield Sum(total, cells)


def _over(grid: Grid, row: int, column: int, total: Quantity) -> tuple[Quantity, ...] | None:
    """Return the cells over a total; None where one of them cannot be read."""
    cells: list[Quantity] = []
    sums: list[Quantity] = []
    since = 0
    for above in range(row - 1, -1, -1):
        label = grid.labels.get((above, 0), [])
        if above in grid.heads:
            break
        if lexicon.phrases(_TABLE, "inside").at(label, 0):
            continue
        cell = grid.figures.get((above, column))
        if cell is None:
            if any(grid.labels.get((above, column), [])) or not _is_heading(grid, above):
                return None
            continue
        if cell.kind != total.kind or cell.unit != total.unit:
            return None
        if _is_total(label):
            since = since or len(cells)
            sums.append(cell)
        else:
            cells.append(cell)
    if not sums:
        return tuple(reversed(cells)) if len(cells) > 1 else None
    # With totals within, whatever comes out was meant, and nothing need be.
    readings = (sums, cells, cells[:since])
    return next((tuple(reversed(r)) for r in readings if len(r) > 1 and _comes_to(total, r)), None)


def _is_heading(grid: Grid, row: int) -> bool:
    """Say whether a row has a label and no figures."""
    return not any((row, column) in grid.figures for column in grid.columns)


def _across(grid: Grid) -> Iterator[Sum]:
    """Yield the totals at the end of rows, each with the cells before it."""
    head = min(grid.heads, default=-1)
    if head < 0:
        return
    for column in grid.columns[2:]:
        label = grid.labels.get((head, column), [])
        if not _is_bare(label):
            continue
        for row in grid.rows:
            total = grid.figures.get((row, column))
            if row in grid.heads or total is None:
                continue
            beside = [grid.figures.get((row, c)) for c in range(1, column)]
            cells = tuple(c for c in beside if c is not None)
            same = all(c.kind == total.kind and c.unit == total.unit for c in cells)
            if len(cells) == len(beside) > 1 and same:
                yield Sum(total, cells)


def _is_total(label: list[str]) -> bool:
    return lexicon.phrases(_TABLE, "total").at(label, 0) is not None


def _is_bare(label: list[str]) -> bool:
    hit = lexicon.phrases(_TABLE, "bare").at(label, 0)
    return hit is not None and hit[1] == len(label)


def _adds(grid: Grid, column: int, total: Quantity) -> bool:
    """Say whether a column's head lets its figures add up; shares do where they come to 100%."""
    if total.kind == "percent":
        return total.value == 100
    words = [word for row in grid.heads for word in grid.labels.get((row, column), [])]
    return lexicon.words(_TABLE, "no_sum").isdisjoint(words)


# -------------------------------------------------------------------------- whether they foot


def _footing(grid: Grid, sums: Sequence[Sum]) -> Iterator[Relation]:
    """Yield the sums of a table, unless most of them do not come out: then they are none."""
    sums = [one for one in sums if not _is_average(one)]
    right = [one for one in sums if _comes_to(one.total, one.cells)]
    wrong = [one for one in sums if one not in right]
    if len(sums) > 1 and len(wrong) * 2 > len(sums):
        wrong = []
    if grid.rounded:
        wrong = [one for one in wrong if not _nearly(one)]
    for one in (*right, *wrong):
        total, *cells = at_face_value([one.total, *one.cells])
        yield Relation(
            "table", {"total": total, "cells": tuple(cells)}, one.total.span, strict=True
        )


def _is_average(one: Sum) -> bool:
    """Say whether a total lies among its cells, as an average does; or each cell is the whole."""
    values = [cell.value for cell in one.cells if cell.value is not None]
    assert one.total.value is not None
    if one.total.kind == "percent":
        return any(value >= one.total.value for value in values)
    return min(values) <= one.total.value <= max(values) and one.total.value != sum(values)


def _comes_to(total: Quantity, cells: Sequence[Quantity]) -> bool:
    whole, *parts = at_face_value([total, *cells])
    result = Interval.point(0)
    for part in parts:
        result = result + part.reading()
    return result.meets(whole.reading())


def _nearly(one: Sum) -> bool:
    """Say whether the rounding of every cell explains the difference."""
    figures = [q.figure for q in (one.total, *one.cells) if q.figure]
    result = Interval.around(figures[0].value, quotient(figures[0].grain, 2))
    for figure in figures[1:]:
        result = result - Interval.around(figure.value, quotient(figure.grain, 2))
    return 0 in result
