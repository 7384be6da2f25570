"""reStructuredText."""

from __future__ import annotations

import pytest

from numcheck.read import read_text

from .conftest import shown, sourced


def rst(source: str) -> list[tuple[str, str]]:
    return shown(read_text(source, "story.rst", "rst"))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "Storm kills 14\n==============\n\nIt did.",
            [("headline", "Storm kills 14"), ("body", "It did.")],
        ),
        ("=======\n Storm\n=======\n\nOne\n---\n", [("headline", "Storm"), ("heading", "One")]),
        ("It was 5\nkm long.\n\nEnd.", [("body", "It was 5\nkm long."), ("body", "End.")]),
        (
            "- Buy 3\n  boats\n\n  More.\n- Sell 2\n\n  - now\n",
            [
                ("list", "Buy 3\nboats"),
                ("list", "More."),
                ("list", "Sell 2"),
                ("list", "now"),
            ],
        ),
        (
            "1. one\n2) two\n(a) three\n#. four",
            [("list", "one"), ("list", "two"), ("list", "three"), ("list", "four")],
        ),
        ("A. Miller said 5.", [("body", "A. Miller said 5.")]),
        ("Text::\n\n   code 9\n\nEnd.", [("body", "Text:"), ("body", "End.")]),
        ("::\n\n   code 9\n\nEnd.", [("body", "End.")]),
        (
            "He said:\n\n   We lost 5.\n\nEnd.",
            [("body", "He said:"), ("quote", "We lost 5."), ("body", "End.")],
        ),
        ("term 5\n   means 6\n\nEnd.", [("body", "term 5"), ("body", "means 6"), ("body", "End.")]),
        (".. code-block:: py\n\n   x = 9\n\nEnd.", [("body", "End.")]),
        (
            ".. note:: Of 300\n   and more.\n\n   Too.\n\nEnd.",
            [("body", "Of 300\nand more."), ("body", "Too."), ("body", "End.")],
        ),
        (
            ".. sidebar:: Numbers\n   :class: x\n\n   Of 5.",
            [("heading", "Numbers"), ("body", "Of 5.")],
        ),
        (
            ".. figure:: a.png\n   :width: 300\n\n   The 27 km road\n",
            [("caption", "The 27 km road")],
        ),
        (".. epigraph::\n\n   We lost 5.\n", [("quote", "We lost 5.")]),
        (
            ".. [1] Of 400\n   people.\n.. [#a] Of 5.",
            [("note", "Of 400\npeople."), ("note", "Of 5.")],
        ),
        (".. a comment 9\n   more 9\n\nEnd.", [("body", "End.")]),
        (".. _here: http://a.b/9\n.. |x| replace:: 9\n\nEnd.", [("body", "End.")]),
        (":Author: Ann 9\n:Note: a\n  b 9\n\nEnd.", [("body", "End.")]),
        ("| line 5\n| line 6", [("body", "line 5"), ("body", "line 6")]),
        (">>> 5 + 4\n9\n\nEnd.", [("body", "End.")]),
        ("One 5.\n\n----\n\nTwo 6.", [("body", "One 5."), ("body", "Two 6.")]),
        ("", []),
        ("\ufeffIt was 5.", [("body", "It was 5.")]),
    ],
)
def test_blocks(source: str, expected: list[tuple[str, str]]) -> None:
    assert rst(source) == expected
    assert rst(source.replace("\n", "\r\n")) == expected


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        ("**1,300** km\\ :sup:`2` and *5*", "1,300 km² and 5"),
        ("``x = 9`` and :math:`9` left", "and  left"),
        (
            "`5 km <http://a.b/9>`_ and `6 <b_>`__ and word_ and `7 men`_",
            "5 km and 6 and word and 7 men",
        ),
        (":ref:`the 5 roads <roads>` and :term:`6`", "the 5 roads and 6"),
        ("men [1]_ and [#a]_ and [Ann2002]_ left |today| 5", "men  and  and  left  5"),
        ("5 * 3 and 2*3*4 and a_b", "5 * 3 and 2*3*4 and a_b"),
        (r"\*5\* and 6\ km", "*5* and 6km"),
        ("see http://a.b/9. End", "see . End"),
    ],
)
def test_signs(source: str, printed: str) -> None:
    assert rst(source) == [("body", printed)]


GRID = """\
+-------+-----------+
| Party | **Seats** |
+=======+===========+
| Red   | 12        |
|       | of 50     |
+-------+-----------+
| All of them 13    |
+-------+-----------+
"""
SIMPLE = """\
=====  =========
Party  Seats
=====  =========
Red    12
Blue   13 or
       so
=====  =========
"""


def test_tables() -> None:
    document = read_text(f"{GRID}\n{SIMPLE}\nEnd.", "story.rst", "rst")
    cells = [(c.table, c.row, c.column, c.head, c.span.cut(document.text)) for c in document.cells]
    assert cells == [
        (0, 0, 0, True, "Party"),
        (0, 0, 1, True, "Seats"),
        (0, 1, 0, False, "Red"),
        (0, 1, 1, False, "12\nof 50"),
        (0, 2, 0, False, "All of them 13"),
        (1, 0, 0, True, "Party"),
        (1, 0, 1, True, "Seats"),
        (1, 1, 0, False, "Red"),
        (1, 1, 1, False, "12"),
        (1, 2, 0, False, "Blue"),
        (1, 2, 1, False, "13 or\nso"),
    ]
    assert shown(document)[-1] == ("body", "End.")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (".. numcheck: disable-next-line one: why\n\nIt was 5.\n\nEnd.", [("one", "It was 5.")]),
        ("A.\n\n.. numcheck: disable\n\nB.\n\n.. numcheck: enable\n\nC.", [("*", "B.\n")]),
        (".. numcheck: enable one\n\nA.", []),
    ],
)
def test_suppression(source: str, expected: list[tuple[str, str]]) -> None:
    document = read_text(source, "story.rst", "rst")
    assert [(rule, span.cut(document.text)) for rule, span in document.ignored] == expected


def test_date_and_way_back() -> None:
    source = "Storm\n=====\n\n:Date: 2025-04-26\n\n- It was **1,300** km\n  of road.\n"
    document = read_text(source, "story.rst", "rst")
    assert document.date == "2025-04-26"
    assert sourced(document, source) == ["Storm", "It was **1,300** km\n  of road."]
    start = document.text.index("1,300 km")
    span = document.blocks[1].span._replace(start=start, end=start + 8)
    assert document.source.back(span).cut(source) == "1,300** km"
    assert document.locate(span).line == 6 and document.locate(span).column == 12
