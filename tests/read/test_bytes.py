"""Bytes to documents: encodings, formats by name, and what cannot be read."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from numcheck import read
from numcheck.read import READERS, Unreadable, format_of, read_bytes, read_text

TEXT = "The road is 5 km “long” – €6.\n\nEnd."


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (TEXT.encode(), TEXT),
        (codecs.BOM_UTF8 + TEXT.encode(), "\ufeff" + TEXT),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "\ufeff" + TEXT),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "\ufeff" + TEXT),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "\ufeff" + TEXT),
        (TEXT.encode("cp1252"), TEXT),
        (b"", ""),
        (b"a\r\nb\tc\x0cd", "a \nb\tc\x0cd"),
    ],
)
def test_encodings(data: bytes, text: str) -> None:
    assert read_bytes(data, "story.txt").text == text


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (TEXT.encode("utf-16-le"), "NUL bytes"),
        (b"12 km\x00", "NUL bytes"),
        (codecs.BOM_UTF16_LE + b"1\x002", "damaged"),
        (codecs.BOM_UTF16_LE + b"1\x00\x00\x00", "NUL characters"),
        (b"\xff\x01\x02", "neither UTF-8"),
        (b"caf\xe9 \x81", "neither UTF-8"),
        (b"PK\x03\x04....", "zip package"),
        (b"%PDF-1.7", "PDF"),
        (b"{\\rtf1", "RTF"),
        (b"\x89PNG\r\n", "image"),
    ],
)
def test_what_is_no_text(data: bytes, says: str) -> None:
    with pytest.raises(Unreadable, match=says) as caught:
        read_bytes(data, "story.txt")
    said = str(caught.value)
    assert said.startswith("story.txt ") and "save" in said and "\n" not in said


@pytest.mark.parametrize(
    ("name", "format"),
    [
        ("a.txt", "plain"),
        ("a.text", "plain"),
        ("A.MD", "markdown"),
        ("a.markdown", "markdown"),
        ("b/a.html", "html"),
        ("a.htm", "html"),
        ("a.xhtml", "html"),
        ("a.docx", "docx"),
        ("a.odt", "odt"),
        ("a.pdf", "pdf"),
        ("a.rst", "rst"),
        ("a.csv", "csv"),
        ("a.tsv", "csv"),
        ("a.json", "json"),
        ("a.xml", "xml"),
        ("a.nitf", "xml"),
        ("a.unknown", "plain"),
        ("README", "plain"),
        ("-", "plain"),
    ],
)
def test_formats_by_name(name: str, format: str) -> None:
    assert format_of(name) == format


def test_a_format_given_beats_the_name() -> None:
    assert read_bytes(b"# Storm kills 14", "a.txt", "markdown").blocks[0].place == "headline"


def test_a_format_that_there_is_not() -> None:
    with pytest.raises(ValueError, match="markdown"):
        read_text("a", "a", "word-star")


def test_every_reader_reads_what_its_suffix_promises() -> None:
    assert len({reader.format for reader in READERS}) == len(READERS)
    for reader in READERS:
        assert all(format_of("story" + suffix) == reader.format for suffix in reader.suffixes)


def test_every_reader_in_the_folder_is_in_the_list() -> None:
    listed = Path(read.__file__).read_text(encoding="utf-8")
    rooms = {path.stem for path in Path(read.__file__).parent.glob("*.py")}
    for room in rooms - {"__init__", "suppression"}:
        assert f"from numcheck.read.{room} import" in listed


def test_a_packed_format_is_not_read_from_text() -> None:
    with pytest.raises(ValueError, match="read_bytes"):
        read_text("a", "a.docx", "docx")
