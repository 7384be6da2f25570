"""The accepted text of a Word file: insertions in, deletions out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from numcheck.model.document import Document, Place
from numcheck.read.plain import looks_like_headline
from numcheck.read.setting.package import Package, attribute, child, children, local
from numcheck.read.setting.raised import power
from numcheck.read.setting.sheet import Field, Sheet

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# Elements that only hold others: accepted changes, content controls, links, fields.
_THROUGH = frozenset(
    "ins moveTo sdt sdtContent customXml smartTag hyperlink fldSimple dir bdo ruby rubyBase".split()
)
_PRINTED = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_HEADING = re.compile(r"heading ?\d|.*\bsubhead(?:ing)?\b")
_STYLES: dict[str, Place] = {
    "title": "headline",
    "headline": "headline",
    "subtitle": "standfirst",
    "standfirst": "standfirst",
    "caption": "caption",
    "quote": "quote",
    "intense quote": "quote",
    "block text": "quote",
    "footnote text": "note",
    "endnote text": "note",
}


def read(data: bytes, name: str) -> Document:
    """Read a Word document (.docx, .docm)."""
    package = Package(data, name, "a Word document (.docx)")
    main = _main_part(package)
    folder = main.rpartition("/")[0]
    setter = _Setter(package.tree(f"{folder}/styles.xml"))
    setter.blocks(children(child(package.needed(main), "body")))
    setter.end()
    for kind in ("footnote", "endnote"):
        setter.notes(kind, children(package.tree(f"{folder}/{kind}s.xml")))
    return setter.sheet.document(name)


def _main_part(package: Package) -> str:
    for one in children(package.tree("_rels/.rels")):
        if attribute(one, "Type").endswith("/officeDocument"):
            return attribute(one, "Target").lstrip("/")
    return "word/document.xml"


class _Setter:
    """Sets paragraphs, tables and notes in order."""

    def __init__(self, styles: Element | None) -> None:
        self.sheet = Sheet()
        self._styles = _styles(styles)
        self._codes: list[bool] = []  # of open fields: still in the code, not in the result
        self._carried = ""  # of a paragraph whose mark was deleted
        self._paragraphs = 0
        self._note = ""
        self._held: tuple[str, str] | None = None  # a first paragraph that may be the headline

    def blocks(self, parent: Iterable[Element]) -> None:
        """Set what stands in a body, a text box, a note or a single cell."""
        for one in parent:
            kind = local(one)
            if kind == "p":
                self._paragraph(one)
            elif kind == "tbl":
                self._table(one)
            elif kind == "AlternateContent":
                self.blocks(_choice(one))
            elif kind in _THROUGH:
                self.blocks(one)

    def notes(self, kind: str, parent: Iterable[Element]) -> None:
        """Set the notes, those that only draw a line left out."""
        kept = [one for one in parent if attribute(one, "type", "normal") == "normal"]
        for number, note in enumerate(kept, 1):
            self._note = f"{kind} {number}"
            self.blocks(note)

    def end(self) -> None:
        """Set what was held back."""
        if self._held:
            text, label = self._held
            self._held = None
            self.sheet.add(text, "body", label)

    def _paragraph(self, paragraph: Element) -> None:
        boxes: list[Element] = []
        text = self._carried + "".join(self._words(paragraph, boxes))
        self._carried = ""
        marks = child(child(paragraph, "pPr"), "rPr")
        if child(marks, "del") is not None or child(marks, "moveFrom") is not None:
            self._carried = text
        else:
            self._set(text, *self._style(paragraph))
        for box in boxes:
            self.blocks(box)

    def _set(self, text: str, place: Place, level: int) -> None:
        if not text.strip():
            return
        if level < 0:
            return
        self._paragraphs += not self._note
        label = self._note or f"paragraph {self._paragraphs}"
        if self._held:
            held, where = self._held
            self._held = None
            headed = place == "body" and looks_like_headline(held.strip())
            self.sheet.add(held, "headline" if headed else "body", where)
        if self._note:
            self.sheet.add(text, "note", label)
        elif place == "body" and not self.sheet.blocks:
            self._held = text, label
        elif place == "heading" and level == 1 and not self.sheet.headlines:
            self.sheet.add(text, "headline", label)
        else:
            self.sheet.add(text, place, label)

    def _style(self, paragraph: Element) -> tuple[Place, int]:
        """Return a paragraph's place and its heading level; -1 for a table of contents."""
        given = child(paragraph, "pPr")
        style = child(given, "pStyle")
        name = attribute(style, "val") if style is not None else ""
        place, level = self._styles.get(name, _place_of(name))
        outline = child(given, "outlineLvl")
        if outline is not None and attribute(outline, "val") in "012345678":
            return "heading", int(attribute(outline, "val", "0")) + 1
        number = child(child(given, "numPr"), "numId")
        if place == "body" and number is not None and attribute(number, "val") != "0":
            return "list", 0
        return place, level

    def _words(self, parent: Element, boxes: list[Element]) -> list[str]:
        out: list[str] = []
        for one in parent:
            kind = local(one)
            if kind == "r":
                self._run(one, out, boxes)
            elif kind == "AlternateContent":
                out += self._words(_choice(one), boxes)
            elif kind in _THROUGH:
                out += self._words(one, boxes)
        return out

    def _run(self, run: Element, out: list[str], boxes: list[Element]) -> None:
        look = child(run, "rPr")
        hidden = any(_on(look, kind) for kind in ("vanish", "strike", "dstrike"))
        align = child(look, "vertAlign")
        raised = align is not None and attribute(align, "val") == "superscript"
        for one in run:
            kind = local(one)
            if kind == "fldChar":
                self._field(attribute(one, "fldCharType"))
            elif kind in ("drawing", "pict", "object", "AlternateContent"):
                boxes += _boxes(one)
            elif kind == "ruby":
                out += self._words(one, boxes)
            elif hidden or any(self._codes):
                continue
            elif kind == "t":
                text = one.text or ""
                out.append(power("".join(out[-3:]), text) if raised else text)
            elif kind in _PRINTED:
                out.append(_PRINTED[kind])

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._codes.append(True)
        elif kind == "separate" and self._codes:
            self._codes[-1] = False
        elif kind == "end" and self._codes:
            self._codes.pop()

    def _table(self, table: Element) -> None:
        rows = [row for row in _under(table, "tr") if child(child(row, "trPr"), "del") is None]
        cells = [list(_under(row, "tc")) for row in rows]
        if [len(row) for row in cells] == [1]:  # a frame around copy
            self.blocks(cells[0][0])
            return
        self.end()
        inner: list[Element] = []
        fields = [self._fields(row, found, inner) for row, found in zip(rows, cells, strict=True)]
        self.sheet.table(fields, f"table {self.sheet.tables + 1}, ")
        for one in inner:
            self._table(one)

    def _fields(self, row: Element, cells: list[Element], inner: list[Element]) -> list[Field]:
        look = child(row, "trPr")
        head = child(look, "tblHeader") is not None
        before = child(look, "gridBefore")
        column = _number(before) if before is not None else 0
        out: list[Field] = []
        for cell in cells:
            given = child(cell, "tcPr")
            merged = child(given, "vMerge")
            gone = child(given, "cellDel") is not None
            if not gone and (merged is None or attribute(merged, "val") == "restart"):
                boxes: list[Element] = []
                paragraphs = ("".join(self._words(one, boxes)) for one in _under(cell, "p"))
                out.append(Field(column, "\n".join(filter(str.strip, paragraphs)), head))
                inner += _under(cell, "tbl")
            span = child(given, "gridSpan")
            column += 0 if gone else max(1, _number(span)) if span is not None else 1
        return out


def _number(element: Element) -> int:
    given = attribute(element, "val", "0")
    return int(given) if given.isdecimal() and len(given) < 5 else 0


def _under(parent: Element, kind: str) -> Iterator[Element]:
    """Yield the children of a name, through elements that only hold others."""
    for one in parent:
        if local(one) == kind:
            yield one
        elif local(one) in _THROUGH:
            yield from _under(one, kind)


def _on(look: Element | None, kind: str) -> bool:
    switch = child(look, kind)
    return switch is not None and attribute(switch, "val", "1") not in ("0", "false", "off")


def _choice(alternate: Element) -> Element:
    """Return the version that a program of today shows."""
    return next((one for one in alternate if local(one) == "Choice"), alternate)


def _boxes(element: Element) -> list[Element]:
    """Return the text boxes inside a drawing, each once."""
    if local(element) == "txbxContent":
        return [element]
    if local(element) == "AlternateContent":
        element = _choice(element)
    return [box for one in element for box in _boxes(one)]


def _styles(styles: Element | None) -> dict[str, tuple[Place, int]]:
    """Return place and heading level of each style, by the names that all languages share."""
    names: dict[str, str] = {}
    parents: dict[str, str] = {}
    for style in children(styles):
        if local(style) == "style":
            key = attribute(style, "styleId")
            name, parent = child(style, "name"), child(style, "basedOn")
            names[key] = attribute(name, "val") if name is not None else key
            parents[key] = attribute(parent, "val") if parent is not None else ""
    out: dict[str, tuple[Place, int]] = {}
    for key in names:
        at, found = key, _place_of(names[key])
        for _ in range(10):
            if found != ("body", 0) or at not in names:
                break
            found, at = _place_of(names[at]), parents[at]
        out[key] = found
    return out


def _place_of(style: str) -> tuple[Place, int]:
    name = style.lower()
    if name.startswith(("toc ", "toc")):
        return "body", -1
    if _HEADING.match(name):
        digits = re.sub(r"\D", "", name)
        return "heading", int(digits[:1] or 2)
    if name.startswith("list"):
        return "list", 0
    return _STYLES.get(name, "body"), 0
