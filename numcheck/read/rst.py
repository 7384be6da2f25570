"""reStructuredText: titles, paragraphs, lists, notes, tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from numcheck.model.document import Document, Piece, Place
from numcheck.named import NamedTuple
from numcheck.read.marks.columns import grid_rows, is_grid, is_rule, simple_rows
from numcheck.read.marks.edits import set_edited
from numcheck.read.marks.roles import edits
from numcheck.read.setting.dates import iso_date
from numcheck.read.setting.galley import Galley, Strand
from numcheck.read.setting.lines import evened, line_starts
from numcheck.read.suppression import ignored

_ADORNMENT = re.compile(r"([^\w\s])\1*\s*\Z")
# "A. Miller said" is no list, though docutils takes it for one.
_ITEM = re.compile(r"(?:[-*+•‣⁃]|\(?(?:\d{1,3}|[a-z]|#|[ivxlc]{1,6})\)|(?:\d{1,3}|#)\.)\s+(?=\S)")
_FIELD = re.compile(r":(?![: ])([^:\n]{1,60}):(?:\s+|\Z)(?!`)")
_DIRECTIVE = re.compile(r"\.\. +([\w:.+-]+?)::(?:\s+|\Z)")
_NOTE = re.compile(r"\.\. +\[[^\]]{1,60}\](?:\s+|\Z)")
_COMMAND = re.compile(r"\.\. +numcheck:\s*(\S.*)")
_OPTION = re.compile(r":[\w-]+:(?:\s|\Z)")
# Directives whose content is copy; of all others it is code, data or a command.
_COPY: dict[str, Place] = {
    "figure": "caption", "epigraph": "quote", "highlights": "quote", "pull-quote": "quote",
    **dict.fromkeys(
        "attention caution danger error hint important note tip warning admonition topic sidebar"
        " container compound seealso rubric versionadded versionchanged deprecated parsed-literal"
        " centered table list-table".split(), "body",
    ),
}  # fmt: skip
_TITLED = frozenset("admonition topic sidebar rubric table".split())
_DEEPEST = 60


class _Line(NamedTuple):
    """A line: where it begins, where its text does (after a list's mark, say), where it ends."""

    begin: int
    start: int
    end: int

    @property
    def indent(self) -> int:
        return self.start - self.begin

    @property
    def blank(self) -> bool:
        return self.start == self.end


def read(text: str, name: str) -> Document:
    """Read reStructuredText; directives other than those for copy are left out."""
    lined = evened(text)
    starts = line_starts(lined)
    galley = Galley(lined, name)
    setter = _Setter(galley, lined)
    setter.run(_lines(lined, starts), "body", 0)
    marks = ignored(galley.remarks, galley.blocks, galley.source_map(starts))
    return galley.document(starts, setter.date, marks)


def _lines(lined: str, starts: Sequence[int]) -> list[_Line]:
    out = []
    for begin, after in zip(starts, (*starts[1:], len(lined) + 1), strict=True):
        begin += lined.startswith("\ufeff", begin)
        line = lined[begin : after - 1]
        end = begin + len(line.rstrip())
        out.append(_Line(begin, min(end, begin + len(line) - len(line.lstrip())), end))
    return out


class _Setter:
    """Sets blocks, level by level of indentation."""

    def __init__(self, galley: Galley, lined: str) -> None:
        self.galley = galley
        self.lined = lined
        self.date: str | None = None

    def _said(self, line: _Line) -> str:
        return self.lined[line.start : line.end]

    def run(self, lines: Sequence[_Line], place: Place, depth: int) -> None:
        """Set the blocks of some lines, the first of which that has text gives the margin."""
        margin = min((line.indent for line in lines if not line.blank), default=0)
        at = 0
        while at < len(lines) and depth < _DEEPEST:
            line = lines[at]
            if line.blank:
                at += 1
            elif line.indent > margin:
                end = _region(lines, at, line.indent)
                quoted: Place = "quote" if place == "body" else place
                self.run(lines[at:end], quoted, depth + 1)
                at = end
            else:
                at = self._block(lines, at, margin, place, depth)

    def _block(self, lines: Sequence[_Line], at: int, margin: int, place: Place, depth: int) -> int:
        """Set the block that begins at a line; return the line after it."""
        said = self._said(lines[at])
        titled = self._title(lines, at)
        if titled:
            return titled
        if said.startswith(".. ") or said == "..":
            return self._explicit(lines, at, margin, place, depth)
        if is_grid(said) or is_rule(said):
            return self._table(lines, at)
        if _FIELD.match(said):
            return self._field(lines, at, margin)
        item = _ITEM.match(said)
        if item:
            first = lines[at]._replace(start=lines[at].start + item.end())
            end = _region(lines, at + 1, margin + 1)
            listed: Place = "list" if place == "body" else place
            self._item([first, *lines[at + 1 : end]], listed, depth)
            return end
        if said.startswith(">>>"):
            return _blank(lines, at)
        if _ADORNMENT.match(said) and len(said) > 3:
            return at + 1
        return self._paragraph(lines, at, margin, place, depth)

    def _item(self, lines: list[_Line], place: Place, depth: int) -> None:
        """Set a list's item, or a note's: lines under its first may stand less far in."""
        inside = min((line.indent for line in lines[1:] if not line.blank), default=None)
        if inside is not None:
            first = lines[0]
            lines[0] = first._replace(begin=first.start - inside)
        self.run(lines, place, depth + 1)

    def _title(self, lines: Sequence[_Line], at: int) -> int:
        """Set a title with a line under it, and perhaps one above; return 0 where there is none."""
        said = [self._said(line) for line in lines[at : at + 3]]
        over = len(said) == 3 and _ADORNMENT.match(said[0]) and said[0] == said[2] and said[1]
        if over and not _ADORNMENT.match(said[1]):
            title, end = lines[at + 1], at + 3
        elif len(said) > 1 and _underlines(said[1], said[0]) and not _ADORNMENT.match(said[0]):
            title, end = lines[at], at + 2
        else:
            return 0
        self._copy(Strand.cut(self.lined, title.start, title.end))
        self.galley.close("heading" if self.galley.headlines else "headline")
        return end

    def _paragraph(
        self, lines: Sequence[_Line], at: int, margin: int, place: Place, depth: int
    ) -> int:
        end = at + 1
        while end < len(lines) and not lines[end].blank and lines[end].indent == margin:
            end += 1
        defined = end < len(lines) and not lines[end].blank  # indented under its term
        if self._said(lines[at]).startswith("| "):
            for line in lines[at:end]:
                self._set([line._replace(start=min(line.end, line.start + 2))], place)
        else:
            self._set(lines[at:end], place)
        literal = self._said(lines[end - 1]).endswith("::")
        after = _region(lines, end, margin + 1)
        if literal:
            return after
        if defined:
            self.run(lines[end:after], place, depth + 1)
            return after
        return end

    def _set(self, lines: Sequence[_Line], place: Place) -> None:
        self._copy(self._strand([(line.start, line.end) for line in lines]))
        self.galley.close(place)

    def _strand(self, stretches: Sequence[tuple[int, int]]) -> Strand:
        """Join stretches of lines; each takes what follows it for its newline."""
        texts, pieces, length = [], [], 0
        for start, end in stretches:
            texts.append(self.lined[start:end])
            pieces.append(Piece(length, end - start, start, end - start))
            newline = int(self.lined.startswith("\n", end))
            pieces.append(Piece(length + end - start, 1, end, newline))
            length += end - start + 1
        return Strand("\n".join(texts), pieces)

    def _copy(self, strand: Strand) -> None:
        text = strand.text
        upto = len(text) - 1 if text.endswith("::") else len(text)
        upto = upto - 1 if text.strip() == "::" else upto
        set_edited(self.galley, strand, edits(text), 0, upto)

    def _explicit(
        self, lines: Sequence[_Line], at: int, margin: int, place: Place, depth: int
    ) -> int:
        """Read what begins with two points: a note, a directive, a target or a comment."""
        line, said = lines[at], self._said(lines[at])
        end = _region(lines, at + 1, margin + 1)
        note, directive, command = (p.match(said) for p in (_NOTE, _DIRECTIVE, _COMMAND))
        if command:
            self.galley.remark(line.start, line.end, f"numcheck-{command[1]}")
        elif note:
            first = line._replace(start=line.start + note.end())
            self._item([first, *lines[at + 1 : end]], "note", depth)
        elif directive and directive[1] in _COPY:
            inner = _COPY[directive[1]] if place == "body" else place
            rest = line._replace(start=min(line.end, line.start + directive.end()))
            body = at + 1
            while body < end and _OPTION.match(self._said(lines[body])):
                body += 1
            if directive[1] in _TITLED:
                self._set([rest], "heading")
            elif directive[1] != "figure" and not rest.blank:
                self._item([rest, *lines[body:end]], inner, depth)
                return end
            self.run(lines[body:end], inner, depth + 1)
        return end

    def _field(self, lines: Sequence[_Line], at: int, margin: int) -> int:
        """Read a field; of those at the head of a text the date is taken."""
        field = _FIELD.match(self._said(lines[at]))
        if field and field[1].lower() == "date" and not self.date:
            self.date = iso_date(self._said(lines[at])[field.end() :])
        return _region(lines, at + 1, margin + 1)

    def _table(self, lines: Sequence[_Line], at: int) -> int:
        """Set a table, row by row; a rule that begins none is left out."""
        grid = is_grid(self._said(lines[at]))
        end = _blank(lines, at) if grid else self._simple_end(lines, at)
        indent = lines[at].indent
        starts = [line.begin + indent for line in lines[at:end]]
        said = [
            self.lined[start : max(start, line.end)]
            for start, line in zip(starts, lines[at:end], strict=True)
        ]
        number = self.galley.new_table()
        for row, found in enumerate(grid_rows(said) if grid else simple_rows(said)):
            for column, cell in enumerate(found.cells):
                self.galley.open_cell()
                self._copy(self._strand(list(self._trimmed(cell, starts, said))))
                self.galley.close_cell(number, row, column, found.head)
            self.galley.close("table")
        return end

    def _trimmed(
        self, cell: Sequence[tuple[int, int, int]], starts: Sequence[int], said: Sequence[str]
    ) -> Iterator[tuple[int, int]]:
        for number, left, right in cell:
            copy = said[number][left:right]
            if copy.strip():
                start = starts[number] + left + len(copy) - len(copy.lstrip())
                yield start, start + len(copy.strip())

    def _simple_end(self, lines: Sequence[_Line], at: int) -> int:
        """Return the line after a simple table's last rule: one that a blank line follows."""
        for end in range(at + 1, len(lines)):
            last = end + 1 == len(lines) or lines[end + 1].blank
            if last and is_rule(self._said(lines[end])):
                return end + 1
        return at + 1


def _blank(lines: Sequence[_Line], at: int) -> int:
    return next((end for end in range(at, len(lines)) if lines[end].blank), len(lines))


def _region(lines: Sequence[_Line], at: int, margin: int) -> int:
    """Return the line at which text stands less far in than `margin`."""
    while at < len(lines) and (lines[at].blank or lines[at].indent >= margin):
        at += 1
    return at


def _underlines(below: str, above: str) -> bool:
    return bool(_ADORNMENT.match(below)) and len(below) >= min(len(above), 4)
