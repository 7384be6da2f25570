"""Word files, built here part by part."""
# ruff: noqa: E501 - an element reads better whole than broken

from __future__ import annotations

import io
import zipfile

import pytest

from numcheck.model.document import Document
from numcheck.read import read_bytes

from .conftest import shown

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
STYLES = """<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="Titre2"><w:name w:val="heading 2"/></w:style>
<w:style w:styleId="Mine"><w:name w:val="House subhead"/><w:basedOn w:val="Titre2"/></w:style>
<w:style w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="Citation"/></w:style>
<w:style w:styleId="Citation"><w:name w:val="Quote"/></w:style>
<w:style w:styleId="Puces"><w:name w:val="List Bullet"/></w:style>
<w:style w:styleId="TM1"><w:name w:val="toc 1"/></w:style>
<w:style w:styleId="Lgende"><w:name w:val="caption"/></w:style>"""


def xml(root: str, inside: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} xmlns:w="{W}" xmlns:mc="{MC}">{inside}</w:{root}>'


def packed(parts: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for path, said in parts.items():
            package.writestr(path, said)
    return out.getvalue()


def word(body: str, **parts: str | bytes) -> bytes:
    return packed(
        {
            "word/document.xml": xml("document", f"<w:body>{body}</w:body>"),
            "word/styles.xml": xml("styles", STYLES),
            **{f"word/{name}.xml": said for name, said in parts.items()},
        }
    )


def p(*runs: str, style: str = "", mark: str = "") -> str:
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    mark = f"<w:rPr>{mark}</w:rPr>" if mark else ""
    return f"<w:p><w:pPr>{style}{mark}</w:pPr>{''.join(runs)}</w:p>"


def r(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def read(body: str, **parts: str | bytes) -> Document:
    return read_bytes(word(body, **parts), "story.docx")


def tc(*inside: str, given: str = "") -> str:
    return f"<w:tc><w:tcPr>{given}</w:tcPr>{''.join(inside) or p()}</w:tc>"


def tr(*cells: str, given: str = "") -> str:
    return f"<w:tr><w:trPr>{given}</w:trPr>{''.join(cells)}</w:tr>"


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        (
            r("The total was ")
            + f"<w:ins>{r('117')}</w:ins><w:del><w:r><w:delText>100</w:delText></w:r></w:del>"
            + r(" people."),
            "The total was 117 people.",
        ),
        (
            f"<w:moveFrom>{r('5 ')}</w:moveFrom>" + r("km") + f"<w:moveTo>{r(' 6')}</w:moveTo>",
            "km 6",
        ),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{r('12')}</w:sdtContent></w:sdt>" + r(" km"), "12 km"),
        (f"<w:hyperlink>{r('12')}</w:hyperlink><w:smartTag>{r(' km')}</w:smartTag>", "12 km"),
        (f"<w:ins><w:hyperlink>{r('12')}</w:hyperlink></w:ins>", "12"),
        (r("5 km") + r("2", '<w:vertAlign w:val="superscript"/>'), "5 km²"),
        (
            r("12 people") + r("3", '<w:vertAlign w:val="superscript"/>') + r(" left"),
            "12 people left",
        ),
        (r("the 21") + r("st", '<w:vertAlign w:val="superscript"/>'), "the 21st"),
        (
            r("5")
            + r(" secret", "<w:vanish/>")
            + r(" km")
            + r(" 7", '<w:strike w:val="0"/>')
            + r(" 8", "<w:strike/>"),
            "5 km 7",
        ),
        (
            "<w:r><w:t>5</w:t><w:tab/><w:t>km</w:t><w:br/><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t></w:r>",
            "5\tkm\na\u2011b",
        ),
        (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE 9</w:instrText><w:t>8</w:t></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            + r("12")
            + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
            + r(" km"),
            "12 km",
        ),
        (
            r("5 ")
            + "<w:commentRangeStart/>"
            + r("km")
            + '<w:r><w:commentReference w:id="1"/></w:r>',
            "5 km",
        ),
        (r("&lt;5 &amp; €6 😀"), "<5 & €6 😀"),
        (
            "<w:ruby><w:rt><w:r><w:t>x</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>5 km</w:t></w:r></w:rubyBase></w:ruby>",
            "5 km",
        ),
    ],
)
def test_accepted_text(runs: str, text: str) -> None:
    assert [said for _, said in shown(read(p(runs)))] == [text]


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    document = read(p(r("It rose by 5 "), mark="<w:del/>") + p(r("km.")) + p(r("End.")))
    assert [said for _, said in shown(document)] == ["It rose by 5 km.", "End."]


def test_places_by_style_headings_and_labels() -> None:
    body = (
        p(r("Storm kills 14"), style="Titre1")
        + p()
        + p(r("It did."))
        + p(r("What next"), style="Mine")
        + p(r("We lost 5."), style="Own")
        + p(r("Chapter 1 … 5"), style="TM1")
        + p(r("Buy 3 boats"), style="Puces")
        + "<w:p><w:pPr><w:numPr><w:numId w:val='2'/></w:numPr></w:pPr>"
        + r("Sell 2")
        + "</w:p>"
        + "<w:p><w:pPr><w:outlineLvl w:val='1'/></w:pPr>"
        + r("More")
        + "</w:p>"
        + p(r("The road"), style="Lgende")
    )
    document = read(body)
    assert shown(document) == [
        ("headline", "Storm kills 14"),
        ("body", "It did."),
        ("heading", "What next"),
        ("quote", "We lost 5."),
        ("list", "Buy 3 boats"),
        ("list", "Sell 2"),
        ("heading", "More"),
        ("caption", "The road"),
    ]
    assert [block.label for block in document.blocks[:3]] == [
        "paragraph 1",
        "paragraph 2",
        "paragraph 3",
    ]
    assert document.blocks[3].heading == "What next"
    assert document.locate(document.blocks[3].span).label == "paragraph 4"
    assert document.locate(document.blocks[3].span).line == 4


@pytest.mark.parametrize(
    ("first", "place"),
    [("Storm kills 14 people", "headline"), ("The storm killed 14 people.", "body")],
)
def test_a_headline_typed_without_style(first: str, place: str) -> None:
    document = read(p(r(first)) + p(r("The storm killed 14 people on Monday.")))
    assert [block.place for block in document.blocks] == [place, "body"]


def test_tables() -> None:
    row = tr(tc(p(r("Party"))), tc(p(r("Seats")), given="<w:gridSpan w:val='2'/>"))
    table = (
        f"<w:tbl>{row}"
        + tr(
            tc(p(r("Red")), given="<w:vMerge w:val='restart'/>"),
            tc(p(r("12")), p(r("of 50"))),
            tc(p(r("13"))),
        )
        + tr(tc(p(r("gone")), given="<w:vMerge/>"), tc(p(r("5"))), tc())
        + tr(tc(p(r("99"))), given="<w:del/>")
        + tr(tc(p(r("98")), given="<w:cellDel/>"), tc(p(r("Blue"))))
        + f"<w:sdt><w:sdtContent>{tr(tc(p(r('All'))), tc(f'<w:tbl>{tr(tc(p(r(chr(65)))), tc(p(r(chr(66)))))}</w:tbl>'))}</w:sdtContent></w:sdt>"
        + "</w:tbl>"
    )
    document = read(p(r("Before it.")) + table + p(r("After it.")))
    cells = [(c.table, c.row, c.column, c.head, c.span.cut(document.text)) for c in document.cells]
    assert cells == [
        (0, 0, 0, True, "Party"),
        (0, 0, 1, True, "Seats"),
        (0, 1, 0, False, "Red"),
        (0, 1, 1, False, "12\nof 50"),
        (0, 1, 2, False, "13"),
        (0, 2, 1, False, "5"),
        (0, 3, 0, False, "Blue"),
        (0, 4, 0, False, "All"),
        (1, 0, 0, False, "A"),
        (1, 0, 1, False, "B"),
    ]
    labels = [block.label for block in document.blocks]
    assert labels[:5] == [
        "paragraph 1",
        "table 1, row 1, column 1",
        "table 1, row 1, column 2",
        "table 1, row 2, column 1",
        "table 1, row 2, column 2",
    ]
    assert labels[-1] == "paragraph 2"


def test_a_table_of_one_cell_is_a_frame() -> None:
    table = f"<w:tbl>{tr(tc(p(r('Box of 5.')), p(r('And 6.'))))}</w:tbl>"
    assert shown(read(p(r("One.")) + table))[1:] == [("body", "Box of 5."), ("body", "And 6.")]


def test_notes_and_text_boxes() -> None:
    box = f"<wps:txbx xmlns:wps='x'><w:txbxContent>{p(r('Boxed 5.'))}</w:txbxContent></wps:txbx>"
    drawing = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    notes = xml(
        "footnotes",
        f"<w:footnote w:type='separator' w:id='-1'>{p(r('x'))}</w:footnote>"
        f"<w:footnote w:id='2'>{p(r('Of 300.'))}</w:footnote>",
    )
    ends = xml("endnotes", f"<w:endnote w:id='2'>{p(r('Of 400.'))}</w:endnote>")
    document = read(
        p(r("Text."), '<w:r><w:footnoteReference w:id="2"/></w:r>', drawing) + p(r("More.")),
        footnotes=notes,
        endnotes=ends,
        comments=xml("comments", p(r("Comment 7"))),
    )
    assert shown(document) == [
        ("body", "Text."),
        ("body", "Boxed 5."),
        ("body", "More."),
        ("note", "Of 300."),
        ("note", "Of 400."),
    ]
    assert [block.label for block in document.blocks[3:]] == ["footnote 1", "endnote 1"]


def test_the_main_part_is_where_the_package_says() -> None:
    rels = '<Relationships><Relationship Type="http://x/officeDocument" Target="/w/main.xml"/></Relationships>'
    data = packed(
        {"_rels/.rels": rels, "w/main.xml": xml("document", f"<w:body>{p(r('5 km.'))}</w:body>")}
    )
    assert shown(read_bytes(data, "a.docx")) == [("body", "5 km.")]


def test_strict_files_read_the_same() -> None:
    data = word(p(r("5 km.")))
    parts = {
        name: zipfile.ZipFile(io.BytesIO(data)).read(name).decode()
        for name in ("word/document.xml",)
    }
    strict = {
        name: said.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
        for name, said in parts.items()
    }
    assert shown(read_bytes(packed(strict), "a.docx")) == [("body", "5 km.")]
