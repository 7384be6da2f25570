"""The accepted text of an OpenDocument file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from numcheck.model.document import Document, Place
from numcheck.named import NamedTuple
from numcheck.read.plain import looks_like_headline
from numcheck.read.setting.package import Package, attribute, child, children, local
from numcheck.read.setting.raised import power
from numcheck.read.setting.sheet import Field, Sheet

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# What a deletion took out stands in tracked-changes alone; the rest is no copy either.
_LEFT_OUT = frozenset(
    "tracked-changes annotation annotation-end sequence-decls variable-decls user-field-decls"
    " forms table-of-content alphabetical-index bibliography note-citation ruby-text".split()
)
_PLACES: tuple[tuple[str, Place], ...] = (
    ("title", "headline"),
    ("headline", "headline"),
    ("subtitle", "standfirst"),
    ("standfirst", "standfirst"),
    ("quotations", "quote"),
    ("caption", "caption"),
    ("illustration", "caption"),
    ("footnote", "note"),
    ("endnote", "note"),
)
_CODED = re.compile(r"_([0-9a-f]{2})_")  # LibreOffice writes "Heading_20_1"
_MOST_SPACES = 100
_MOST_REPEATED = 1000


class _Look(NamedTuple):
    """What a style says that matters here."""

    name: str = ""
    parent: str = ""
    raised: bool = False
    hidden: bool = False


def read(data: bytes, name: str) -> Document:
    """Read an OpenDocument text (.odt)."""
    package = Package(data, name, "an OpenDocument text (.odt)")
    content = package.needed("content.xml")
    styles = package.tree("styles.xml")
    setter = _Setter(_looks([*([] if styles is None else [styles]), content]))
    setter.blocks(children(child(child(content, "body"), "text")))
    setter.end()
    setter.notes()
    return setter.sheet.document(name)


class _Setter:
    """Sets paragraphs, tables and notes in order."""

    def __init__(self, looks: dict[str, _Look]) -> None:
        self.sheet = Sheet()
        self._looks = looks
        self._paragraphs = 0
        self._notes: list[tuple[str, Element]] = []
        self._counts: dict[str, int] = {}
        self._held: tuple[str, str] | None = None  # a first paragraph that may be the headline

    def blocks(self, parent: Iterable[Element], around: Place = "body") -> None:
        """Set what stands in a body, a section, a list or a text box."""
        for one in parent:
            kind = local(one)
            if kind in ("p", "h"):
                self._paragraph(one, around)
            elif kind == "list":
                self.blocks(one, "list")
            elif kind == "table":
                self.end()
                self._table(one)
            elif kind not in _LEFT_OUT:
                self.blocks(one, around)

    def notes(self) -> None:
        """Set the notes, under the copy that they belong to."""
        for label, note in self._notes:
            for paragraph in _under(note, "p"):
                self.sheet.add(self._words(paragraph, []), "note", label)

    def end(self, headed: bool = False) -> None:
        """Set what was held back."""
        if self._held:
            text, label = self._held
            self._held = None
            headed = headed and looks_like_headline(text.strip())
            self.sheet.add(text, "headline" if headed else "body", label)

    def _paragraph(self, paragraph: Element, around: Place) -> None:
        boxes: list[Element] = []
        text = self._words(paragraph, boxes)
        if text.strip():
            self._paragraphs += 1
            self._set(text, self._place(paragraph, around), f"paragraph {self._paragraphs}")
        for box in boxes:
            self.blocks(box)

    def _set(self, text: str, place: Place, label: str) -> None:
        self.end(headed=place == "body")
        if place == "body" and not self.sheet.blocks:
            self._held = text, label
        else:
            self.sheet.add(text, place, label)

    def _place(self, paragraph: Element, around: Place) -> Place:
        if local(paragraph) == "h":
            first = attribute(paragraph, "outline-level", "1") == "1"
            return "headline" if first and not self.sheet.headlines else "heading"
        name = attribute(paragraph, "style-name")
        for _ in range(10):
            look = self._looks.get(name, _Look(name))
            bare = look.name.lower()
            for word, place in _PLACES:
                if bare == word or (place == "quote" and bare.startswith("quot")):
                    return place
            if bare.startswith("heading"):
                return "heading"
            name = look.parent
            if not name:
                break
        return around

    def _words(self, paragraph: Element, boxes: list[Element]) -> str:
        out: list[str] = []
        self._take(paragraph, out, boxes, _Look())
        return "".join(out)

    def _take(self, parent: Element, out: list[str], boxes: list[Element], look: _Look) -> None:
        """Take the text of an element, and what follows each of its children."""
        self._say(parent.text, out, look)
        for one in parent:
            kind = local(one)
            if kind == "s":
                count = attribute(one, "c", "1")
                out.append(" " * min(int(count) if count.isdecimal() else 1, _MOST_SPACES))
            elif kind in ("tab", "line-break"):
                out.append("\t" if kind == "tab" else "\n")
            elif kind == "note":
                self._keep(one)
            elif kind in ("frame", "custom-shape"):
                boxes += [box for box in one.iter() if local(box) == "text-box"]
            elif kind not in _LEFT_OUT:
                own = self._looks.get(attribute(one, "style-name"), _Look())
                hidden = look.hidden or own.hidden
                self._take(one, out, boxes, own._replace(hidden=hidden))
            self._say(one.tail, out, look)

    def _say(self, text: str | None, out: list[str], look: _Look) -> None:
        if text and not look.hidden:
            text = re.sub(r"[ \t\r\n]+", " ", text)
            out.append(power("".join(out[-3:]), text) if look.raised else text)

    def _keep(self, note: Element) -> None:
        kind = attribute(note, "note-class", "footnote")
        self._counts[kind] = number = self._counts.get(kind, 0) + 1
        body = child(note, "note-body")
        if body is not None:
            self._notes.append((f"{kind} {number}", body))

    def _table(self, table: Element) -> None:
        inner: list[Element] = []
        rows = [self._row(row, inner) for row in _under(table, "table-row")]
        heads = sum(1 for group in table if local(group) == "table-header-rows" for _ in group)
        marked = [
            [field._replace(head=number < heads) for field in row]
            for number, row in enumerate(rows)
        ]
        self.sheet.table(marked, f"table {self.sheet.tables + 1}, ")
        for one in inner:
            self._table(one)

    def _row(self, row: Element, inner: list[Element]) -> list[Field]:
        out: list[Field] = []
        column = 0
        for cell in row:
            if local(cell) == "table-cell":
                boxes: list[Element] = []
                said = [self._words(one, boxes) for one in _under(cell, "p")]
                out.append(Field(column, "\n".join(filter(str.strip, said))))
                inner += [one for one in cell if local(one) == "table"]
            repeated = attribute(cell, "number-columns-repeated", "1")
            column += min(int(repeated) if repeated.isdecimal() else 1, _MOST_REPEATED)
        return out


def _under(parent: Element, kind: str) -> Iterator[Element]:
    """Yield the elements of a name, also from lists and groups of rows inside."""
    for one in parent:
        if local(one) == kind or (kind == "p" and local(one) == "h"):
            yield one
        elif local(one) not in _LEFT_OUT and local(one) not in ("table", "table-row"):
            yield from _under(one, kind)


def _looks(trees: Iterable[Element]) -> dict[str, _Look]:
    looks: dict[str, _Look] = {}
    for tree in trees:
        for style in tree.iter():
            if local(style) != "style":
                continue
            key = attribute(style, "name")
            print_ = child(style, "text-properties")
            at = attribute(print_, "text-position") if print_ is not None else ""
            through = attribute(print_, "text-line-through-style") if print_ is not None else ""
            shown = attribute(print_, "display") if print_ is not None else ""
            name = attribute(style, "display-name") or _CODED.sub(
                lambda code: chr(int(code[1], 16)), key
            )
            hidden = shown == "none" or through not in ("", "none")
            raised = at.startswith("super") or bool(re.match(r"[1-9]", at))
            looks[key] = _Look(name, attribute(style, "parent-style-name"), raised, hidden)
    return looks
