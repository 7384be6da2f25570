"""Opens office packages: zipped XML, within limits and without entities."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING

from numcheck.read.setting.decoding import Unreadable

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_MOST = 200_000_000  # bytes unpacked, all parts that are read together
_TIMES = 200  # as large as packed: no XML that people wrote is packed that well
_SMALL = 1_000_000
_DEEPEST = 250
_ENCODING = re.compile(rb"<\?xml[^>]{0,80}?encoding\s*=\s*[\"']([\w.-]+)")
_BROKEN = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, OSError, NotImplementedError,
    RuntimeError, ValueError, OverflowError,
)  # fmt: skip


class Package:
    """A zipped document whose parts are read one by one."""

    def __init__(self, data: bytes, name: str, kind: str) -> None:
        """Open a package; `kind` is what the file should be ("a Word document")."""
        self.name = name
        self.kind = kind
        self._unpacked = 0
        if data.startswith(b"\xd0\xcf\x11\xe0"):
            raise Unreadable(
                f"{name} is locked by a password or an old binary document, not {kind}; "
                "open it in its program and save it without a password"
            )
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as fault:
            raise self._damaged(str(fault)) from fault

    def _damaged(self, why: str) -> Unreadable:
        return Unreadable(
            f"{self.name} is not {self.kind}, or it is damaged or cut off ({why}); "
            "open it in its program and save it again"
        )

    def part(self, path: str) -> bytes | None:
        """Return a part's bytes; None where the package has no such part."""
        try:
            entry = self._zip.getinfo(path)
        except KeyError:
            return None
        size, packed = entry.file_size, max(1, entry.compress_size)
        self._unpacked += size
        if self._unpacked > _MOST or (size > _SMALL and size > _TIMES * packed):
            raise Unreadable(
                f"{self.name} unpacks to more than it can hold ({size:,} bytes from {packed:,} in "
                f"{path}); it is refused as a zip bomb"
            )
        try:
            return self._zip.read(entry)
        except _BROKEN as fault:
            raise self._damaged(f"{path}: {fault}") from fault

    def tree(self, path: str) -> Element | None:
        """Return a part as XML; None where the package has no such part."""
        data = self.part(path)
        return None if data is None else self._parsed(data, path)

    def needed(self, path: str) -> Element:
        """Return a part without which there is no document."""
        tree = self.tree(path)
        if tree is None:
            raise self._damaged(f"it has no {path}")
        return tree

    def _parsed(self, data: bytes, path: str) -> Element:
        from xml.etree.ElementTree import ParseError, fromstring

        declared = _ENCODING.match(data)
        encoding = declared[1].decode() if declared else "utf-8"
        encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else encoding
        try:
            text = data.decode(encoding)
        except (UnicodeDecodeError, LookupError) as fault:
            raise self._damaged(f"{path}: {fault}") from fault
        if "<!DOCTYPE" in text or "<!ENTITY" in text:
            raise Unreadable(
                f"{self.name} defines entities of its own in {path}, which no office program does; "
                "it is refused"
            )
        try:
            root = fromstring(text)
        except ParseError as fault:
            raise self._damaged(f"{path}: {fault}") from fault
        if _deeper(root, _DEEPEST):
            raise self._damaged(f"{path}: elements more than {_DEEPEST} deep")
        return root


def _deeper(root: Element, levels: int) -> bool:
    row = [root]
    for _ in range(levels):
        row = [one for element in row for one in element]
        if not row:
            return False
    return True


def local(element: Element) -> str:
    """Return an element's name without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: Element, name: str, default: str = "") -> str:
    """Return an attribute by its name without a namespace."""
    for key, value in element.attrib.items():
        if key == name or key.endswith("}" + name):
            return value
    return default


def child(element: Element | None, name: str) -> Element | None:
    """Return the first child of a name."""
    if element is None:
        return None
    return next((one for one in element if local(one) == name), None)


def children(element: Element | None) -> list[Element]:
    """Return the children of an element that may be missing."""
    return [] if element is None else list(element)
