"""Tables drawn with signs: reStructuredText's grid and simple tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from numcheck.named import NamedTuple

_BORDER = re.compile(r"\+(?:[-=]+\+)+\s*\Z")
_RULE = re.compile(r"=+(?: +=+)+\s*\Z")


class Row(NamedTuple):
    """A table's row: of each cell, from column 0, its lines as stretches of their line."""

    cells: list[list[tuple[int, int, int]]]  # number of the line, start and end in it
    head: bool


def is_grid(line: str) -> bool:
    """Say whether a line is the border of a grid table."""
    return bool(_BORDER.match(line))


def is_rule(line: str) -> bool:
    """Say whether a line is the rule of a simple table."""
    return bool(_RULE.match(line))


def grid_rows(lines: Sequence[str]) -> Iterator[Row]:
    """Yield the rows of a grid table, given all its lines."""
    edges = [at for at, sign in enumerate(lines[0]) if sign == "+"]
    heads = next((at for at, line in enumerate(lines) if is_grid(line) and "=" in line), 0)
    begun = 1
    for at in range(1, len(lines)):
        if is_grid(lines[at]):
            inside = range(begun, at)
            kept = [edge for edge in edges if all(lines[n][edge : edge + 1] == "|" for n in inside)]
            if len(kept) > 1:
                yield Row(
                    [[(n, left + 1, right) for n in inside] for left, right in pairwise(kept)],
                    at <= heads,
                )
            begun = at + 1


def simple_rows(lines: Sequence[str]) -> Iterator[Row]:
    """Yield the rows of a simple table, given all its lines; the last column has no right edge."""
    columns = [found.span() for found in re.finditer("=+", lines[0])]
    rules = [at for at, line in enumerate(lines) if is_rule(line)]
    row: Row | None = None
    for at, line in enumerate(lines):
        if is_rule(line) or not line.strip() or re.fullmatch(r"[- ]+", line):
            if row:
                yield row
            row = None
            continue
        cells = [(left, right) for left, right in columns[:-1]]
        cells.append((columns[-1][0], max(len(line), columns[-1][0])))
        if row and not line[: columns[0][1]].strip():  # goes on with the row above
            for cell, (left, right) in zip(row.cells, cells, strict=True):
                cell.append((at, left, right))
            continue
        if row:
            yield row
        head = len(rules) > 2 and at < rules[1]
        row = Row([[(at, left, right)] for left, right in cells], head)
    if row:
        yield row
