"""OpenDocument texts, built here part by part."""
# ruff: noqa: E501 - an element reads better whole than broken

from __future__ import annotations

import pytest

from numcheck.model.document import Document
from numcheck.read import Unreadable, read_bytes

from .conftest import shown
from .test_docx import packed

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "style", "table", "drawing", "draw")
)
STYLES = """<style:style style:name="P1" style:parent-style-name="Quotations"/>
<style:style style:name="T1"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="T2"><style:text-properties style:text-line-through-style="solid"/></style:style>
<style:style style:name="T3"><style:text-properties text:display="none"/></style:style>
<style:style style:name="P2" style:parent-style-name="Text_20_body" style:display-name="Heading 3"/>"""


def odt(body: str, **parts: str) -> bytes:
    content = (
        f"<office:document-content {SPACES}><office:automatic-styles>{STYLES}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    return packed({"content.xml": content, **{f"{name}.xml": said for name, said in parts.items()}})


def read(body: str) -> Document:
    return read_bytes(odt(body), "story.odt")


@pytest.mark.parametrize(
    ("paragraph", "text"),
    [
        (
            "The <text:span>total</text:span> was <text:a>117</text:a> people.",
            "The total was 117 people.",
        ),
        ("5<text:s text:c='2'/>km<text:tab/>and<text:line-break/>6", "5  km\tand\n6"),
        ("5\n   km", "5 km"),
        ("5 km<text:span text:style-name='T1'>2</text:span>", "5 km²"),
        ("5 men<text:span text:style-name='T1'>2</text:span> left", "5 men left"),
        (
            "5 <text:span text:style-name='T2'>6 </text:span><text:span text:style-name='T3'>7 </text:span>km",
            "5 km",
        ),
        ("5 <text:span text:style-name='T2'>6<text:span> 7 </text:span></text:span>km", "5 km"),
        ("5 <office:annotation><text:p>8</text:p></office:annotation>km", "5 km"),
        ("It is <text:change-start/>5<text:change-end/> km<text:change/>", "It is 5 km"),
    ],
)
def test_accepted_text(paragraph: str, text: str) -> None:
    gone = "<text:tracked-changes><text:deletion><text:p>9 km</text:p></text:deletion></text:tracked-changes>"
    document = read(f"{gone}<text:p>{paragraph}</text:p>")
    assert [said for _, said in shown(document)] == [text]


def test_places_notes_and_labels() -> None:
    document = read(
        "<text:h text:outline-level='1'>Storm kills 14</text:h>"
        "<text:p>It did.<text:note text:note-class='footnote'><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>Of 300.</text:p></text:note-body></text:note></text:p>"
        "<text:section><text:p text:style-name='P1'>We lost 5.</text:p></text:section>"
        "<text:list><text:list-item><text:p>Buy 3</text:p><text:list><text:list-item><text:p>boats"
        "</text:p></text:list-item></text:list></text:list-item></text:list>"
        "<text:p text:style-name='P2'>More</text:p>"
        "<text:p><draw:frame><draw:text-box><text:p>Boxed 5.</text:p></draw:text-box></draw:frame></text:p>"
        "<text:table-of-content><text:p>Chapter 5</text:p></text:table-of-content>"
    )
    assert shown(document) == [
        ("headline", "Storm kills 14"),
        ("body", "It did."),
        ("quote", "We lost 5."),
        ("list", "Buy 3"),
        ("list", "boats"),
        ("heading", "More"),
        ("body", "Boxed 5."),
        ("note", "Of 300."),
    ]
    assert [document.blocks[at].label for at in (0, 3, 7)] == [
        "paragraph 1",
        "paragraph 4",
        "footnote 1",
    ]


def test_tables() -> None:
    def row(*cells: str) -> str:
        inside = "".join(
            f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in cells
        )
        return f"<table:table-row>{inside}</table:table-row>"

    merged = (
        "<table:table-row><table:table-cell table:number-columns-spanned='2'><text:p>All</text:p>"
        "</table:table-cell><table:covered-table-cell/><table:table-cell><text:p>5</text:p>"
        "</table:table-cell></table:table-row>"
    )
    document = read(
        "<text:p>Before it.</text:p><table:table><table:table-header-rows>"
        + row("2019", "2020", "2021")
        + "</table:table-header-rows>"
        + row("12", "", "13")
        + merged
        + "</table:table>"
    )
    assert [(c.row, c.column, c.head, c.span.cut(document.text)) for c in document.cells] == [
        (0, 0, True, "2019"),
        (0, 1, True, "2020"),
        (0, 2, True, "2021"),
        (1, 0, False, "12"),
        (1, 2, False, "13"),
        (2, 0, False, "All"),
        (2, 2, False, "5"),
    ]
    assert document.blocks[-1].label == "table 1, row 3, column 3"


def test_what_cannot_be_read() -> None:
    good = odt("<text:p>5 km.</text:p>")
    assert shown(read_bytes(good, "a.odt")) == [("body", "5 km.")]
    for data in (b"", good[:100], packed({"a": "b"}), packed({"content.xml": "<a"})):
        with pytest.raises(Unreadable, match="OpenDocument"):
            read_bytes(data, "story.odt")
