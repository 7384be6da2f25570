"""Markdown: blocks, signs, front matter, tables, notes."""

from __future__ import annotations

import pytest

from numcheck.read import read_text

from .conftest import shown, sourced


def md(source: str) -> list[tuple[str, str]]:
    return shown(read_text(source, "story.md", "markdown"))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("# Storm kills 14\n\nIt did.", [("headline", "Storm kills 14"), ("body", "It did.")]),
        ("Storm\nkills 14\n===\nIt did.", [("headline", "Storm\nkills 14"), ("body", "It did.")]),
        (
            "# One #\n# Two\n## Three ##",
            [("headline", "One"), ("heading", "Two"), ("heading", "Three")],
        ),
        (
            "- 5 boats\n- [x] 6 boats\n  and oars\n\n1. one",
            [
                ("list", "5 boats"),
                ("list", "6 boats\nand oars"),
                ("list", "one"),
            ],
        ),
        (
            "> We lost\n> 5 of **12**\nmen.\n> - 3 boats",
            [("quote", "We lost\n5 of 12\nmen."), ("quote", "3 boats")],
        ),
        (
            "One[^1] here.\n\n[^1]: Of 300.\n    More.\n\n    And 5.\n\nBody.",
            [
                ("body", "One here."),
                ("note", "Of 300.\nMore."),
                ("note", "And 5."),
                ("body", "Body."),
            ],
        ),
        ("[^a]: 300\n[^b]: 400", [("note", "300"), ("note", "400")]),
        ("    code 5\n\n```\n5 km\n```\n\n~~~\n6\n~~~\ntext", [("body", "text")]),
        ("***\n\n---\n", []),
        ("", []),
        ("\ufeff# Storm kills 14", [("headline", "Storm kills 14")]),
        (
            "<div>\n<p>It was <b>5</b> km</p>\n</div>\n\nText",
            [("body", "It was 5 km"), ("body", "Text")],
        ),
        ("> <p>It was\n> 5 km</p>", [("quote", "It was\n5 km")]),
        ("<h1 align=center>Storm</h1>\n\n# More", [("headline", "Storm"), ("heading", "More")]),
        ("![A road of 5 km](a.png)", [("caption", "A road of 5 km")]),
        (
            "See ![the *long* road](a.png) here.",
            [("body", "See  here."), ("caption", "the long road")],
        ),
    ],
)
def test_blocks(source: str, expected: list[tuple[str, str]]) -> None:
    assert md(source) == expected


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        ("**1,300** km²", "1,300 km²"),
        ("__1,300__ *km²*", "1,300 km²"),
        ("***5* of 12** men", "5 of 12 men"),
        ("5 * 3 * 2 and 1,300*", "5 * 3 * 2 and 1,300*"),
        ("snake_case_word and _one_", "snake_case_word and one"),
        (r"\*5\* km \& 3", "*5* km & 3"),
        ("5&nbsp;km &amp; &euro;6 &nope; &#8364;7", "5\u00a0km & €6 &nope; €7"),
        ("of `x = 5` km, ``a ` b`` and `open", "of  km,  and `open"),
        ("[5 km](http://a.b/9_(c) 'of *9*') long", "5 km long"),
        (
            "[5 *km*][ref] and [Ref] and [ref][] but [5 men]\n\n[ref]: http://a.b/7",
            "5 km and Ref and ref but [5 men]",
        ),
        ("[a [5](x) b](y)", "[a 5 b](y)"),
        ("[![5 km](a.png)](b) long", "long"),
        ("<http://a.b/5> and <me5@a.b> and https://a.b/5_x. End www.a5.b", "and  and . End"),
        ("km<sup>2</sup>, 10<sup>6</sup>, men<sup>3</sup>", "km², 10⁶, men"),
        ("5 <b>km</b> <!-- 6 --> 7<br>8 <u class='9'>9</u>", "5 km  7\n8 9"),
        ("5 < 6 > 4 <3", "5 < 6 > 4 <3"),
        ("was ~~300~~ 400 ~ 5", "was  400 ~ 5"),
        ("one \\\ntwo  \nthree", "one \ntwo  \nthree"),
        ('{{< figure width="300" >}} 5 km {% raw 6 %}', "5 km"),
        ("[5\\]](x) and [a](<b c>) and [d](e f)", "5] and a and [d](e f)"),
        ("Costs $5 and ![x", "Costs $5 and ![x"),
    ],
)
def test_signs(source: str, printed: str) -> None:
    assert [text for place, text in md(source) if place == "body"] == [printed]


FRONT = """---
title: "Storm \\u201ckills\\u201d 14"
summary: >
  A storm of
  27 hours.
dek: It's 'over'
id: 300
date: 2025-04-26 10:00:00 +0100
tags: [5, 6]
numcheck: {ignore: [parts-within-whole, repeat]}
---
# Storm

It did.
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_front_matter(newline: str, mark: str) -> None:
    source = (mark + FRONT).replace("\n", newline)
    document = read_text(source, "story.md", "markdown")
    assert shown(document) == [
        ("headline", "Storm “kills” 14"),
        ("standfirst", "A storm of 27 hours."),
        ("standfirst", "It's 'over'"),
        ("heading", "Storm"),
        ("body", "It did."),
    ]
    assert document.date == "2025-04-26"
    whole = (0, len(document.text))
    assert document.ignored == (("parts-within-whole", whole), ("repeat", whole))
    assert sourced(document, source)[0] == "Storm \\u201ckills\\u201d 14"
    assert document.locate(document.blocks[4].span).line == 14


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "---\ntitle: Storm: 14 dead\ndate: 2025-04-26\n---\nIt did.",
            [("headline", "Storm: 14 dead"), ("body", "It did.")],
        ),
        (
            "+++\ntitle = 'Storm'\ndate = 2025-04-26\n+++\nIt did.",
            [("headline", "Storm"), ("body", "It did.")],
        ),
        (
            "---\ntitle: 'It''s 14'\ndate: 2025-04-26\n...\nIt did.",
            [("headline", "It's 14"), ("body", "It did.")],
        ),
        ("---\ntitle: |\n  One\n  two\ndate: 2025-04-26\n---\n", [("headline", "One\ntwo")]),
        (
            '---\ntitle: "a\\\n  b\\tc"\nsummary: [One 5, Two 6]\ndate: 2025-04-26\n---\n',
            [
                ("headline", "ab\tc"),
                ("standfirst", "One 5"),
                ("standfirst", "Two 6"),
            ],
        ),
        ("---\ntitle: null\ndescription:\ndate: 2025-04-26\n---\nIt did.", [("body", "It did.")]),
    ],
)
def test_front_matter_as_people_write_it(source: str, expected: list[tuple[str, str]]) -> None:
    document = read_text(source, "story.md", "markdown")
    assert shown(document) == expected
    assert document.date == "2025-04-26"


@pytest.mark.parametrize(
    "source",
    [
        "---\n\nOne of 5\n\n---\n\nTwo of 6\n",
        "---\n- 5 km\n---\n",
        "Text\n\n---\ntitle: no\n---\n",
    ],
)
def test_a_rule_is_no_front_matter(source: str) -> None:
    document = read_text(source, "story.md", "markdown")
    assert "headline" not in [place for place, _ in shown(document)]
    assert shown(document)


@pytest.mark.parametrize("deep", ["[" * 30_000, "- " * 30_000, "{a: " * 15_000])
def test_front_matter_that_would_sink_a_parser(deep: str) -> None:
    assert md(f"---\ntitle: Storm\nx: {deep}\n---\nIt did.")[0] == ("headline", "Storm")


def test_a_date_that_is_none() -> None:
    for date in ("soon", "2025-02-30", "26/04/2025"):
        assert read_text(f"---\ndate: {date}\n---\nA.", "story.md", "markdown").date is None


ROWS = ["| Party | **Seats** \\| votes |", "|---|--:|", "| Red | 12 |", "|  | 13 | 99 |", "| `x` |"]


@pytest.mark.parametrize(("before", "margin"), [("", ""), ("> ", "> "), ("- ", "  ")])
def test_tables(before: str, margin: str) -> None:
    source = before + f"\n{margin}".join(ROWS)
    document = read_text(source, "story.md", "markdown")
    assert [(c.row, c.column, c.head, c.span.cut(document.text)) for c in document.cells] == [
        (0, 0, True, "Party"),
        (0, 1, True, "Seats | votes"),
        (1, 0, False, "Red"),
        (1, 1, False, "12"),
        (2, 1, False, "13"),
    ]
    assert [place for place, _ in shown(document)] == ["table"] * 3
    backs = [document.source.back(cell.span).cut(source) for cell in document.cells]
    assert backs == ["Party", "Seats** \\| votes", "Red", "12", "13"]


def test_a_table_without_outer_pipes() -> None:
    document = read_text("5 | 6\n--|--\n7 | 8 \n", "story.md", "markdown")
    assert [cell.span.cut(document.text) for cell in document.cells] == ["5", "6", "7", "8"]


def test_emphasis_does_not_break_offsets() -> None:
    source = "The island is **1,300** km² (*500* sq&nbsp;mi)\nof rock."
    document = read_text(source, "story.md", "markdown")
    for figure, back in (("1,300 km²", "1,300** km²"), ("500 sq\u00a0mi", "500* sq&nbsp;mi")):
        start = document.text.index(figure)
        span = document.blocks[0].span._replace(start=start, end=start + len(figure))
        assert document.source.back(span).cut(source) == back


def test_a_span_that_ends_in_a_caption_runs_forward_in_the_source() -> None:
    source = "![5 km](a.png) The road is 6 km."
    document = read_text(source, "story.md", "markdown")
    first, last = (document.text.index(figure) for figure in ("6 km", "5 km"))
    span = document.blocks[0].span._replace(start=first, end=last + 4)
    assert document.source.back(span).cut(source) == "m](a.png) The road is 6"
