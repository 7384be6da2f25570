"""What is said of packages that are damaged, hostile or locked."""

from __future__ import annotations

import pytest

from numcheck.read import Unreadable, read_bytes

from .test_docx import p, packed, r, word

GOOD = word(p(r("5 km.")))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "damaged or cut off"),
        (b"plain words", "damaged or cut off"),
        (GOOD[: len(GOOD) // 2], "damaged or cut off"),
        (packed({"other.xml": "<a/>"}), "it has no word/document.xml"),
        (packed({"word/document.xml": "<w:document"}), "damaged or cut off"),
        (packed({"word/document.xml": b"\xff<a/>"}), "damaged or cut off"),
        (packed({"word/document.xml": ""}), "damaged or cut off"),
        (packed({"word/document.xml": "<a>" * 300 + "</a>" * 300}), "deep"),
        (packed({"word/document.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}), "entities"),
        (packed({"word/document.xml": "<a>" + " " * 5_000_000 + "</a>"}), "zip bomb"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, "password"),
    ],
)
def test_what_cannot_be_read(data: bytes, says: str) -> None:
    with pytest.raises(Unreadable, match=says) as caught:
        read_bytes(data, "story.docx")
    assert str(caught.value).startswith("story.docx ") and "\n" not in str(caught.value)


@pytest.mark.parametrize("at", range(0, len(GOOD), 37))
def test_a_damaged_byte_is_no_crash(at: int) -> None:
    data = bytearray(GOOD)
    data[at] ^= 0xFF
    try:
        document = read_bytes(bytes(data), "story.docx")
    except Unreadable as fault:
        assert "story.docx" in str(fault)
    else:
        assert len(document.blocks) <= 1
