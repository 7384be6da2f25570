"""Printed pages, by pypdfium2 from the extra `pdf`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from numcheck.model.document import Document
from numcheck.read.plain import blocks_of
from numcheck.read.setting.decoding import Unreadable
from numcheck.read.setting.lines import evened
from numcheck.read.setting.sheet import Sheet

if TYPE_CHECKING:
    from types import ModuleType

_HYPHEN = re.compile(r"[\ufffe\x02]\s*")  # how pdfium prints a hyphen that only breaks a word
_FOLIO = re.compile(r"\W*(?:page\s+)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*\Z", re.IGNORECASE)
_MOST = 50_000_000  # characters


def read(data: bytes, name: str) -> Document:
    """Read the text of a PDF's pages; its paragraphs are guessed from the length of the lines."""
    sheet = Sheet()
    length = 0
    for number, page in enumerate(_pages(data, name), 1):
        length += len(page)
        if length > _MOST:
            raise Unreadable(f"{name} holds more than {_MOST:,} characters; split it by pages")
        lines = _HYPHEN.sub("", evened(page)).split("\n")
        for at in (0, -1):
            if _FOLIO.match(lines[at]):
                lines[at] = ""
        copy = "\n".join(lines)
        for block in blocks_of(copy):
            place = block.place
            if place == "headline" and sheet.blocks:
                place = "body"
            line = copy.count("\n", 0, block.span.start) + 1
            sheet.add(block.span.cut(copy), place, f"page {number}, line {line}")
    if not sheet.blocks:
        raise Unreadable(f"{name} has no text on its pages, only pictures; have it read by OCR")
    return sheet.document(name)


def _pages(data: bytes, name: str) -> Iterator[str]:
    pdfium = _pdfium(name)
    try:
        document: Any = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as fault:
        locked = "password" in str(fault).lower()
        raise Unreadable(
            f"{name} is locked by a password; save it without one"
            if locked
            else f"{name} is no PDF, or it is damaged or cut off ({fault}); export it again"
        ) from fault
    try:
        for number in range(len(document)):
            try:
                yield document[number].get_textpage().get_text_range()
            except pdfium.PdfiumError as fault:
                raise Unreadable(
                    f"{name} is damaged on page {number + 1} ({fault}); export it again"
                ) from fault
    finally:
        document.close()


def _pdfium(name: str) -> ModuleType:
    try:
        import pypdfium2
    except ImportError as fault:
        raise Unreadable(
            f'{name} is a PDF, for which an extra is needed: pip install "numcheck[pdf]"'
        ) from fault
    module: ModuleType = pypdfium2
    return module
