"""Comma-separated values."""

from __future__ import annotations

import pytest

from numcheck.read import Unreadable, read_text

from .conftest import sourced


def cells(source: str) -> list[tuple[int, int, bool, str]]:
    document = read_text(source, "story.csv", "csv")
    return [(c.row, c.column, c.head, c.span.cut(document.text)) for c in document.cells]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_cells(newline: str, sign: str, mark: str) -> None:
    rows = [["Party", "Seats"], ["Red", "1 300"], ["", '"a ""b""\nc"'], ["13", " 5 "]]
    source = mark + newline.join(sign.join(row) for row in rows) + newline
    assert cells(source) == [
        (0, 0, True, "Party"),
        (0, 1, True, "Seats"),
        (1, 0, False, "Red"),
        (1, 1, False, "1 300"),
        (2, 1, False, 'a "b"\nc'),
        (3, 0, False, "13"),
        (3, 1, False, "5"),
    ]
    document = read_text(source, "story.csv", "csv")
    assert sourced(document, source)[3:5] == ["1 300", 'a ""b""\nc']
    assert [block.label for block in document.blocks][3:5] == ["row 2, column 2", "row 3, column 2"]
    assert document.locate(document.blocks[-1].span).line == 5


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", []),
        ("\n\n", []),
        ("5", [(0, 0, False, "5")]),
        ("1,2\n3", [(0, 0, False, "1"), (0, 1, False, "2"), (1, 0, False, "3")]),
        ("a,,b", [(0, 0, False, "a"), (0, 2, False, "b")]),
        ("a\n\n5", [(0, 0, True, "a"), (2, 0, False, "5")]),
        ('"5" km,6', [(0, 0, False, '"5" km'), (0, 1, False, "6")]),
        ('5" nails,6', [(0, 0, False, '5" nails'), (0, 1, False, "6")]),
        ('"never closed,6', [(0, 0, False, '"never closed'), (0, 1, False, "6")]),
        ('"1,300";7', [(0, 0, False, "1,300"), (0, 1, False, "7")]),
    ],
)
def test_odd_tables(source: str, expected: list[tuple[int, int, bool, str]]) -> None:
    assert cells(source) == expected


def test_a_giant_cell_is_refused() -> None:
    with pytest.raises(Unreadable, match=r"row 2, column 1.*quotation mark"):
        read_text('a,b\n"' + "x\n" * 100_000 + '",c', "story.csv", "csv")
