"""FILE → DOCUMENT: the readers, and which of them a file wants."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from numcheck.model.document import Document
from numcheck.named import NamedTuple
from numcheck.read.setting.decoding import Unreadable, decode
from numcheck.record import replace

__all__ = [
    "READERS",
    "Reader",
    "Unreadable",
    "format_of",
    "read_bytes",
    "read_json",
    "read_text",
]


class Reader(NamedTuple):
    """A format: its name, the suffixes of its files, and what reads its text, or its bytes."""

    format: str
    suffixes: tuple[str, ...]
    read: Callable[[str, str], Document] | None = None
    unpack: Callable[[bytes, str], Document] | None = None


def _plain(text: str, name: str) -> Document:
    from numcheck.read.plain import read

    return read(text, name)


def _markdown(text: str, name: str) -> Document:
    from numcheck.read.markdown import read

    return read(text, name)


def _html(text: str, name: str) -> Document:
    from numcheck.read.html import read

    return read(text, name)


def _docx(data: bytes, name: str) -> Document:
    from numcheck.read.docx import read

    return read(data, name)


def _odt(data: bytes, name: str) -> Document:
    from numcheck.read.odt import read

    return read(data, name)


def _pdf(data: bytes, name: str) -> Document:
    from numcheck.read.pdf import read

    return read(data, name)


def _csv(text: str, name: str) -> Document:
    from numcheck.read.csvs import read

    return read(text, name)


def _rst(text: str, name: str) -> Document:
    from numcheck.read.rst import read

    return read(text, name)


def _json(text: str, name: str) -> Document:
    from numcheck.read.wire import read_json

    return read_json(text, name)


def _xml(text: str, name: str) -> Document:
    from numcheck.read.wire import read_xml

    return read_xml(text, name)


# Each reader is imported when it is first needed: a parser costs a start-up more than a check.
READERS = (
    Reader("plain", (".txt", ".text"), _plain),
    Reader("markdown", (".md", ".markdown"), _markdown),
    Reader("html", (".html", ".htm", ".xhtml"), _html),
    Reader("docx", (".docx", ".docm"), unpack=_docx),
    Reader("odt", (".odt", ".ott"), unpack=_odt),
    Reader("pdf", (".pdf",), unpack=_pdf),
    Reader("rst", (".rst", ".rest"), _rst),
    Reader("csv", (".csv", ".tsv"), _csv),
    Reader("json", (".json", ".ninjs"), _json),
    Reader("xml", (".xml", ".nitf", ".newsml"), _xml),
)


def format_of(name: str) -> str:
    """Return the format that a file's name asks for; plain where its suffix is not known."""
    lowered = name.lower()
    for reader in READERS:
        if lowered.endswith(reader.suffixes):
            return reader.format
    return "plain"


def read_text(text: str, name: str, format: str = "plain", fields: Sequence[str] = ()) -> Document:
    """Read a text that is already decoded; raises ValueError for a format that has no text.

    `fields` are front matter's fields that are copy besides the usual ones, and, from `$` on, the
    paths at which the copy of JSON stands.
    """
    reader = _reader(format)
    if reader.read is None:
        raise ValueError(f"the format {format!r} is read from bytes, by read_bytes")
    paths = [one for one in fields if one.startswith("$")]
    if paths and format == "json":
        return read_json(text, name, paths)
    if fields and format == "markdown":
        from numcheck.read.markdown import read

        return replace(read(text, name, fields), printed=text)
    return replace(reader.read(text, name), printed=text)


def read_bytes(
    data: bytes, name: str, format: str | None = None, fields: Sequence[str] = ()
) -> Document:
    """Read a file's bytes, as its name says where no format is given; raises Unreadable."""
    reader = _reader(format or format_of(name))
    if reader.unpack is not None:
        return reader.unpack(data, name)
    return read_text(decode(data, name), name, reader.format, fields)


def read_json(text: str, name: str, paths: Sequence[str] = ()) -> Document:
    """Read the copy that stands at some paths of a JSON text: `$.story.body[*].text`."""
    from numcheck.read.wire import read_json as read

    return replace(read(text, name, paths), printed=text)


def _reader(format: str) -> Reader:
    for reader in READERS:
        if reader.format == format:
            return reader
    known = ", ".join(reader.format for reader in READERS)
    raise ValueError(f"there is no format {format!r}; there are {known}")
