"""Cuts HTML into tags, comments and text, each with its offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from numcheck.named import NamedTuple

# The standard library's parser takes time with the square of the length where tags stay open
# ("<a <a <a …"), and gives lines and columns in place of offsets; hence a scanner of our own.
_OPEN = re.compile(r"<(?:!--|/?[a-zA-Z]|[!?])")
_TAG = re.compile(
    r"<(/?)([a-zA-Z][^\s/>]*+)((?>=\s*+\"[^\"]*+\"|=\s*+'[^']*+'|[^>])*+)>",
)
_CRUDE = re.compile(r"<(/?)([a-zA-Z][^\s/>]*+)([^>]*+)>")
_ATTRIBUTE = re.compile(
    r"([^\s\"'>/=]++)(?:\s*+=\s*+(?>\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]*+)))?+",
)
ENTITY = r"&(?:#(?:\d{1,7}|[xX][0-9a-fA-F]{1,6})|[a-zA-Z][a-zA-Z0-9]{1,31});?"

# What is no copy: jumped over, from the tag to the next closing tag of its name.
LEFT_OUT = frozenset(
    "script style template nav noscript svg math code kbd samp del s strike button select option"
    " textarea iframe object canvas audio video map datalist".split()
)


class Tag(NamedTuple):
    """A tag, a comment or a run of text; `end` is just after it."""

    kind: Literal["open", "close", "comment", "text"]
    start: int
    end: int
    name: str = ""
    inside: str = ""  # the attributes as written, or what the comment says
    written: str = ""  # its name in other markup


class Tags:
    """The tags of a text, one after the other; `position` may be moved forward between them."""

    def __init__(self, text: str) -> None:
        """Begin at the start of a text."""
        self.text = text
        self.position = 0
        self._last = text.rfind(">")
        self._pattern = _TAG
        self._met: dict[str, int] = {}

    def __iter__(self) -> Iterator[Tag]:
        """Yield tags, comments and runs of text until the end."""
        text = self.text
        while self.position < len(text):
            begin = self.position
            found = _OPEN.search(text, begin)
            while found and found.start() > self._last:
                found = None
            end = found.start() if found else len(text)
            self.position = end
            if begin < end:
                yield Tag("text", begin, end)
            if found and self.position == end:
                tag = self._tag(end, found.group())
                self.position = tag.end
                yield tag

    def _tag(self, start: int, opening: str) -> Tag:
        if opening == "<!--":
            end = self.ahead("-->", start + 2)
            if end < 0:
                return Tag("comment", start, start + 4)
            return Tag("comment", start, end + 3, inside=self.text[start + 4 : end])
        if opening in ("<!", "<?"):
            return Tag("comment", start, self.text.index(">", start) + 1)
        found = self._pattern.match(self.text, start)
        if not found:  # a quotation mark that nothing closes: from here on marks do not count
            self._pattern = _CRUDE
            found = _CRUDE.match(self.text, start)
        assert found is not None, "a > follows"
        slash, name, inside = found.groups()
        return Tag("close" if slash else "open", start, found.end(), name.lower(), inside)

    def ahead(self, marker: str, start: int) -> int:
        """Return where `marker` next stands, in any case, or -1; `start` never goes back."""
        met = self._met.get(marker, -2)
        if met == -1 or met >= start:
            return met
        whole = r"(?![\w-])" if marker[-1].isalpha() else ""
        found = re.compile(re.escape(marker) + whole, re.IGNORECASE).search(self.text, start)
        self._met[marker] = at = found.start() if found else -1
        return at


def attributes(inside: str) -> dict[str, str]:
    """Return a tag's attributes, names in lower case; of a repeated one the first."""
    out: dict[str, str] = {}
    for found in _ATTRIBUTE.finditer(inside):
        name, *values = found.groups()
        out.setdefault(name.lower(), next((value for value in values if value is not None), ""))
    return out


def unescape(entity: str) -> str:
    """Return the characters that an entity stands for; itself where it is none."""
    from html import unescape as standard  # a table of two thousand names: only where one stands

    return standard(entity)
