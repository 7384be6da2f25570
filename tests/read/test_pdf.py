"""PDF pages, drawn here sign by sign."""

from __future__ import annotations

import sys
import textwrap

import pytest

from numcheck.read import Unreadable, read_bytes

from .conftest import shown

PAGES = [
    "Storm kills 14 people\n\n"
    + textwrap.fill(
        "The council said on Monday that 1,300 homes in the lower town had been without power "
        "since the storm, and that 450 of them would have to wait until Thursday, when 27 km of "
        "line are due to be replaced.",
        66,
    ),
    "Page 2 of 2\nNobody was hurt in the 5 villages.\n\n2",
]


def drawn(pages: list[str]) -> bytes:
    """A PDF with these pages, a line under a line."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    kids = []
    for page in pages:
        shows = "".join(f"({line}) Tj T* " for line in page.split("\n"))
        stream = f"BT /F1 10 Tf 14 TL 40 800 Td {shows}ET"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 842] "
            f"/Contents {len(objects)} 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
        )
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out, places = "%PDF-1.4\n", []
    for number, said in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{said}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    trailer = f"trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return f"{out}xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode("latin-1")


def test_pages_paragraphs_and_labels() -> None:
    pytest.importorskip("pypdfium2")
    document = read_bytes(drawn(PAGES), "story.pdf")
    assert [(place, " ".join(text.split())) for place, text in shown(document)] == [
        ("headline", "Storm kills 14 people"),
        ("body", " ".join(PAGES[0].split()[4:])),
        ("body", "Nobody was hurt in the 5 villages."),
    ]
    labels = [block.label for block in document.blocks]
    assert labels[0] == "page 1, line 1"
    assert labels[1].startswith("page 1, line ")
    assert labels[2].startswith("page 2, line ")
    assert document.locate(document.blocks[2].span).label == labels[2]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "no PDF"),
        (b"words", "no PDF"),
        (b"%PDF-1.4\n1 0 obj", "no PDF"),
        (drawn([""]), "OCR"),
    ],
)
def test_what_cannot_be_read(data: bytes, says: str) -> None:
    pytest.importorskip("pypdfium2")
    with pytest.raises(Unreadable, match=says):
        read_bytes(data, "story.pdf")


def test_without_the_extra_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(Unreadable, match=r"numcheck\[pdf\]"):
        read_bytes(drawn(PAGES), "story.pdf")
