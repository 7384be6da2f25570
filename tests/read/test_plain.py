"""Plain text: paragraphs, wraps, lists and the headline."""

from __future__ import annotations

import textwrap

import pytest

from numcheck.read import read_text

from .conftest import shown

LONG = (
    "The council said on Monday that 1,300 homes in the lower town had been without power "
    "since the storm, and that 450 of them would have to wait until Thursday, when engineers "
    "are due to replace 27 km of line. Nobody was hurt. Schools stay shut until the weekend."
)


@pytest.mark.parametrize("width", [60, 66, 72, 80, 100])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_copy_wrapped_by_hand_is_one_paragraph(width: int, newline: str) -> None:
    text = (textwrap.fill(LONG, width) + "\n\nThe end came soon.\n").replace("\n", newline)
    document = read_text(text, "story.txt")
    assert [place for place, _ in shown(document)] == ["body", "body"]
    assert " ".join(shown(document)[0][1].split()) == LONG


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        # wire copy: a paragraph a line
        ("Six people were hurt.\nTwo of them are in hospital.", 2),
        (f"{LONG}\n{LONG}\n{LONG}", 3),
        # figures under labels
        ("total: 27 km\nmarked: 12 km\nopen: 15 km", 3),
        ("Attendance at the county ground on Sunday: 12,345\nGate receipts at it: £10,000", 2),
        # an address, a list of titles
        ("Mill House\nCurzon Street\nDerby", 3),
        ("Bridge to close for a second summer running\nFerry fares to rise in the new year", 2),
        # a dash at the head of a wrapped line is no list; a hyphen after a full stop is
        ("The town, which has 12 bridges and a ferry across the river\n– and no tunnel – grew.", 1),
        ("The committee wants three things before it meets again in May.\n- a plan\n- a price", 3),
        # a number at the head of a wrapped line is no list either
        ("After a debate of four hours the committee voted by 15 votes to\n12. It goes on.", 1),
        ("The committee voted on these two points in the following order\n1. tax\n2. rent", 3),
        ("The committee voted on these two points in the following order\n1. tax\n2. rent.", 3),
        # a label in the middle of wrapped copy
        ("The river rose again in the night. It reached this level at the\nold mill: 4.2 m.", 1),
        # a sentence that goes on is no list, however short its lines
        ("The bridge is 300\nmetres (984\nft) long.\nIt has 12 arches.", 2),
        ("Hail lay in the yard for 30 minutes\nand more.", 1),
        ("report the loss\ngive the number of cows\nkeep a copy", 3),
        ("Red 12\nblue 13\nThe others won 9.", 3),
        # blank lines with white space in them
        ("One here.\n \t\u00a0\nTwo here.", 2),
        ("\n\n\n  One here.  \n\n\n", 1),
        ("", 0),
        ("\ufeff", 0),
        (" \r\n\t", 0),
    ],
)
def test_paragraphs(text: str, paragraphs: int) -> None:
    assert len(read_text(text, "story.txt").blocks) == paragraphs


@pytest.mark.parametrize(
    "text",
    [
        "Storm kills 14 people\n\nThe storm killed 14 people.",
        "\ufeffStorm kills 14 people\r\n\r\nThe storm killed 14 people.",
        "Is the bridge 300 metres long?\n\nNobody knows.",
        "Mayor: ‘We need 40 buses’\n\nThe mayor asked for buses.",
        "Mill fire: 40 homes evacuated\n\nForty families had to leave their homes.",
        "Storm kills 14 people\nThe storm killed 14 people on Monday night.",
        "Storm kills 14 people in the county and leaves thousands without power\n"
        "The storm killed 14 people on Monday night, and 3,000 homes were without power.",
    ],
)
def test_headline(text: str) -> None:
    document = read_text(text, "story.txt")
    assert [block.place for block in document.blocks] == ["headline", "body"]
    assert document.blocks[1].heading == document.blocks[0].span.cut(text)


@pytest.mark.parametrize(
    "text",
    [
        "The storm killed 14 people.\n\nIt was the third.",
        "Storm kills 14 people",
        "Storm\n\nThe storm killed 14 people.",
        "Monday, 3 May 2021\n\nThe storm killed 14 people.",
        "By Ann Miller\n\nThe storm killed 14 people.",
        "Published: Monday\n\nThe storm killed 14 people.",
        "total: 27 km\n\nThe road is long.",
        "The court heard:\n\nThe storm killed 14 people.",
        "- kept 14 people\n\nThe storm killed 14 people.",
        "Storm " * 40 + "\n\nThe storm killed 14 people.",
        "Storm kills 14 people\nwho were at sea",
        "Derby, Leeds and Hull\nThe",
    ],
)
def test_no_headline(text: str) -> None:
    assert "headline" not in [place for place, _ in shown(read_text(text, "story.txt"))]


@pytest.mark.parametrize("mark", ["- ", "* ", "• ", "1. ", "12) ", "a) ", "(b) ", "– "])
def test_marks_of_lists_are_left_out(mark: str) -> None:
    text = f"He asked for this.\n\n{mark}5 km of road\n\nAnd that."
    assert shown(read_text(text, "story.txt"))[1] == ("list", "5 km of road")


@pytest.mark.parametrize("text", ["-5 °C was the low.", "2.5 km is the way.", "1990. A year."])
def test_figures_are_no_marks(text: str) -> None:
    assert shown(read_text(text, "story.txt")) == [("body", text)]


@pytest.mark.parametrize(
    ("text", "date", "first"),
    [
        (
            "date 2025-04-26 The storm killed 14 people.",
            "2025-04-26",
            "The storm killed 14 people.",
        ),
        ("Date: 2024-02-29\n\nThe storm killed 14.", "2024-02-29", "The storm killed 14."),
        ("2023-02-29 The storm killed 14.", None, "2023-02-29 The storm killed 14."),
        ("In 2025-04-26 style.", None, "In 2025-04-26 style."),
    ],
)
def test_a_date_of_its_own(text: str, date: str | None, first: str) -> None:
    document = read_text(text, "story.txt")
    assert document.date == date
    assert shown(document)[0][1] == first


def test_offsets_are_those_of_the_source_and_lines_are_counted() -> None:
    text = "\ufeffA first line here.\r\n\r\nThen 😀 12 km\u2009away.\rAnd 5."
    document = read_text(text, "story.txt")
    assert len(document.text) == len(text) and "\r" not in document.text
    start = text.index("12 km")
    where = document.locate(document.blocks[1].span._replace(start=start, end=start + 5))
    assert (where.line, where.column, where.start) == (3, 8, start)
    start = text.index("5.")
    where = document.locate(document.blocks[1].span._replace(start=start, end=start + 1))
    assert (where.line, where.column) == (4, 5)
