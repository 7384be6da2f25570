"""Comments that switch rules off."""

from __future__ import annotations

import pytest

from numcheck.read import read_text


def off(source: str, format: str) -> list[tuple[str, str]]:
    document = read_text(source, "story", format)
    return [(rule, span.cut(document.text)) for rule, span in document.ignored]


@pytest.mark.parametrize("format", ["markdown", "html"])
@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "<!-- numcheck-disable-next-line one: a reason, and why -->\n<p>Ten</p>\n\n<p>Two</p>",
            [("one", "Ten")],
        ),
        (
            "<!-- numcheck-disable-next-line one, pack/two -->\n<p>Ten</p>",
            [("one", "Ten"), ("pack/two", "Ten")],
        ),
        ("<!--numcheck-disable-next-line-->\n<p>Ten</p>", [("*", "Ten")]),
        (
            "A\n\n<!-- numcheck-disable one -->\n<p>B</p>\n<!-- numcheck-enable one -->\n<p>C</p>",
            [("one", "B\n")],
        ),
        ("<p>A</p>\n\n<!-- numcheck-disable -->\n\n<p>B</p>\n\n<p>C</p>", [("*", "B\nC")]),
        ("<p>A <!-- numcheck-disable one -->B<!-- numcheck-enable --> C</p>", [("one", "B")]),
        ("<p>A <!-- numcheck-disable-next-line one -->B C</p>\n\n<p>D</p>", [("one", "B C")]),
        ("<p>A</p>\n\n<!-- numcheck-disable-next-line one -->", []),
        ("<p>A</p>\n\n<!-- numcheck-enable one -->\n<p>B</p>", []),
        ("<p>A</p>\n\n<!-- numcheck-disabled one -->\n<p>B</p>", []),
        ("<p>A</p>\n\n<!-- about numcheck-disable -->\n<p>B</p>", []),
        (
            "<!-- numcheck-disable one, two -->\n<p>A</p>\n<!-- numcheck-enable two -->\n<p>B</p>",
            [("two", "A\n"), ("one", "A\nB")],
        ),
    ],
)
def test_comments(source: str, format: str, expected: list[tuple[str, str]]) -> None:
    assert off(source, format) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "A\n\n[//]: # (numcheck-disable one)\n\nB\n\n[//]: # (numcheck-enable one)\n\nC",
            [("one", "B\n")],
        ),
        ("[//]: # (numcheck-disable-next-line one: why)\n\n**A** b\n\nC", [("one", "A b")]),
        ("A <!-- numcheck-disable one -->*B*<!-- numcheck-enable --> C", [("one", "B")]),
        ("`<!-- numcheck-disable -->`\n\n```\n<!-- numcheck-disable -->\n```\n\nA", []),
        ("<!-- numcheck-disable-next-line one -->\n- A\n- B", [("one", "A")]),
        (
            "<!-- numcheck-disable-next-line one -->\n| A | B |\n|---|---|\n| 1 | 2 |",
            [("one", "A\n\n B")],
        ),
    ],
)
def test_markdown_comments(source: str, expected: list[tuple[str, str]]) -> None:
    assert off(source, "markdown") == expected
    if "\n- " not in source:
        assert off(source.replace("\n", "\r\n"), "markdown") == expected


def test_a_touched_figure_is_inside() -> None:
    source = "Before 5.\n\n<!-- numcheck-disable-next-line one -->\nThe road is 5 km (9 miles).\n"
    document = read_text(source, "story.md", "markdown")
    [(rule, span)] = document.ignored
    start = document.text.index("5 km")
    assert rule == "one" and span.holds(span._replace(start=start, end=start + 4))
