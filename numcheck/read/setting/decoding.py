"""Bytes to text, or one sentence on why they are none."""

from __future__ import annotations

import re

_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f\x81\x8d\x8f\x90\x9d]")
_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_PACKED = (
    (b"PK\x03\x04", "a zip package (an office document or an archive)"),
    (b"%PDF", "a PDF"),
    (b"\xd0\xcf\x11\xe0", "an old binary office document"),
    (b"{\\rtf", "a rich text (RTF) document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
)


class Unreadable(Exception):
    """A file that cannot be read as its name says; the text is one sentence with the remedy."""


def decode(data: bytes, name: str) -> str:
    """Decode a text file; a byte order mark stays in the text as U+FEFF.

    UTF-8, UTF-16 and UTF-32 with a mark, or Windows-1252 where that gives no control characters.
    """
    for magic, what in _PACKED:
        if data.startswith(magic):
            raise Unreadable(
                f"{name} is {what}, not text; give it the suffix of its format, or save it as text"
            )
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding, name)
    if b"\0" in data:
        raise Unreadable(
            f"{name} holds NUL bytes (first at byte {data.index(0)}), so it is no text, "
            "or UTF-16 without its mark; save it as UTF-8"
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as fault:
        if _CONTROLS.search(data):
            raise Unreadable(
                f"{name} is neither UTF-8 (wrong at byte {fault.start}) nor any other text; "
                "save it as UTF-8"
            ) from fault
        return data.decode("cp1252")


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as fault:
        raise Unreadable(
            f"{name} begins as {encoding.upper()} but breaks off or is damaged at byte "
            f"{fault.start}; save it again as UTF-8"
        ) from fault
    if "\0" in text:
        raise Unreadable(f"{name} holds NUL characters, so it is no text; save it as UTF-8")
    return text
