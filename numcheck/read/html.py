"""An article's text, with its headline, captions and tables."""

from __future__ import annotations

import re
from collections.abc import Mapping

from numcheck.model.document import Document, Place
from numcheck.read.setting.dates import iso_date
from numcheck.read.setting.galley import Galley, Strand
from numcheck.read.setting.grid import Grid
from numcheck.read.setting.lines import evened, line_starts
from numcheck.read.setting.raised import raised
from numcheck.read.setting.tags import ENTITY, LEFT_OUT, Tag, Tags, attributes, unescape
from numcheck.read.suppression import ignored

_RAW = frozenset(("script", "style"))
_HEADINGS = frozenset(("title", "h1", "h2", "h3", "h4", "h5", "h6"))
_PLACES: dict[str, Place] = {
    "li": "list",
    "dt": "list",
    "dd": "list",
    "blockquote": "quote",
    "figcaption": "caption",
    "caption": "caption",
    "footer": "note",
    "standfirst": "standfirst",
}
# Places that what stands inside them keeps: a paragraph or a list in a quotation is quoted.
_KEPT = frozenset(("quote", "note", "caption", "standfirst"))
_NESTED = frozenset((*_PLACES, "ul", "ol", "dl", *_HEADINGS))
_PARTS = frozenset(
    "p div section article header main aside address figure form fieldset legend hr pre details"
    " summary body html head tbody thead tfoot hgroup menu dialog center".split()
)
_ENDS_HEADING = frozenset(("p", "ul", "ol", "dl", "table", "body", *_HEADINGS))
_STANDFIRST = re.compile(r"(?:^|[\s_-])(?:standfirst|dek|subhead(?:line)?)(?:$|[\s_-])")
_DATED = frozenset(("article:published_time", "datepublished", "dc.date.issued", "dc.date", "date"))
_WHITE = " \t\n\r\f"
_ENTITY = re.compile(ENTITY)
_SPECIAL = re.compile(rf"[{_WHITE}]{{2,}}|{ENTITY}")
_BLANK = re.compile(r"\n(?:[^\S\n]*\n)+")
_SPACE = re.compile(rf"[{_WHITE}]+")
_DEEPEST = 200


def read(text: str, name: str) -> Document:
    """Read an HTML page."""
    lined = evened(text)
    galley = Galley(lined, name)
    begin = 1 if text.startswith("\ufeff") else 0
    setter = Setter(galley, Strand.cut(lined, begin, len(lined)))
    setter.run()
    lines = line_starts(lined)
    remarks = ignored(galley.remarks, galley.blocks, galley.source_map(lines))
    return galley.document(lines, setter.date(), remarks)


class Setter:
    """Sets the text of a page, or of a stretch of one, into a galley."""

    def __init__(
        self,
        galley: Galley,
        strand: Strand,
        place: Place = "body",
        alias: Mapping[str, str] | None = None,
    ) -> None:
        """Take the galley, the HTML, and the place of text that stands in no element of its own.

        `alias` gives the names of other markup in those of HTML; prefixes of names do not count.
        """
        self.galley = galley
        self.strand = strand
        self.tags = Tags(strand.text)
        self.stack: list[tuple[str, Place]] = [("", place)]
        self.grid = Grid(galley)
        self.published: set[str] = set()
        self.timed: set[str] = set()
        self._alias = alias or {}
        self._title = -1  # the block that <title> gave
        self._above: int | None = None  # headlines before the first <h1>
        self._breaks = 0
        self._kept_lines = False

    def run(self) -> None:
        """Set everything, and close the last block."""
        for tag in self.tags:
            if tag.kind == "text":
                self._text(tag.start, tag.end)
            elif tag.kind == "open":
                self._open(self._known(tag))
            elif tag.kind == "close":
                self._close(self._known(tag))
            else:
                self.galley.remark(*self.strand.back(tag.start, tag.end), tag.inside)
        self.grid.end_all()
        self._part()
        if self._title >= 0 and self.galley.headlines > 1:  # of two, the <h1> is the printed one
            del self.galley.blocks[self._title]

    def date(self) -> str | None:
        """Return the day on which the page says that it was published."""
        for days in (self.published, self.timed):
            if len(days) == 1:
                return next(iter(days))
            if days:
                return None
        return None

    def _known(self, tag: Tag) -> Tag:
        if not self._alias:
            return tag
        name = tag.name.rpartition(":")[2]
        return tag._replace(name=self._alias.get(name, name), written=tag.name)

    def _part(self) -> None:
        """End the block, and with it what counted in it alone."""
        place = self.stack[-1][1]
        if self.grid.in_cell and place not in ("headline", "heading"):
            place = "table"
        self.galley.close(place)
        self._breaks = 0

    def _text(self, start: int, end: int) -> None:
        """Set a run of text; where lines are kept as they are, a blank one parts paragraphs."""
        if not self._kept_lines:
            self._words(start, end, _SPECIAL)
            return
        for blank in _BLANK.finditer(self.strand.text, start, end):
            self._words(start, blank.start(), _ENTITY)
            self._part()
            start = blank.end()
        self._words(start, end, _ENTITY)

    def _words(self, start: int, end: int, special: re.Pattern[str]) -> None:
        """Set a run of text: entities read, white space as a browser shows it."""
        text, galley = self.strand.text, self.galley
        if not galley.last or galley.last in _WHITE:
            white = _SPACE.match(text, start, end)
            start = white.end() if white else start
        if start == end:
            return
        self._breaks = 0
        for found in special.finditer(text, start, end):
            galley.take_from(self.strand, start, found.start())
            printed = unescape(found.group()) if found.group()[0] == "&" else " "
            galley.put_from(self.strand, printed, *found.span())
            start = found.end()
        galley.take_from(self.strand, start, end)

    def _open(self, tag: Tag) -> None:
        name = tag.name
        if name in LEFT_OUT or name == "pre":
            self._leave_out(tag)
        elif name == "br":
            self._break(tag)
        elif name == "sup":
            self._raise(tag)
        elif name == "q":
            self.galley.put_from(self.strand, "“", tag.start, tag.end)
        elif name in ("time", "meta"):
            self._dates(name, attributes(tag.inside))
        elif name in Grid.TAGS:
            self._part_of_table(tag)
        elif name in _NESTED or name in _PARTS:
            self._begin(tag)

    def _begin(self, tag: Tag) -> None:
        """Begin a block, or a list or the like that holds some."""
        name = tag.name
        if self.grid.in_cell and self.grid.holds(name):
            self._soft_break(tag)
            return
        self._part()
        while name in _ENDS_HEADING and self.stack[-1][0] in _HEADINGS:
            self.stack.pop()
        if self.stack[-1] == (name, "standfirst"):
            self.stack.pop()
        if name in ("li", "dt", "dd"):
            self._pop("li", "dt", "dd", within=("ul", "ol", "dl"))
        if name in _NESTED and len(self.stack) < _DEEPEST:
            self.stack.append((name, self._place(name)))
        elif _is_standfirst(tag) and len(self.stack) < _DEEPEST:
            self.stack.append((name, "standfirst"))

    def _place(self, name: str) -> Place:
        headlines = self.galley.headlines
        if name == "title":
            self._title = -1 if headlines else len(self.galley.blocks)
            return "heading" if headlines else "headline"
        if name == "h1":
            if self._above is None:
                self._above = headlines if self._title >= 0 else 0
            return "headline" if headlines == self._above else "heading"
        if name in _HEADINGS:
            return "heading"
        around = self.stack[-1][1]
        return around if around in _KEPT else _PLACES.get(name, around)

    def _close(self, tag: Tag) -> None:
        name = tag.name
        if name in Grid.TAGS:
            self._part_of_table(tag)
        elif name == "q":
            self.galley.put_from(self.strand, "”", tag.start, tag.end)
        elif name in _NESTED or name in _PARTS:
            if name == "pre":
                self._kept_lines = False
            if self.grid.in_cell and self.grid.holds(name):
                self._soft_break(tag)
                return
            self._part()
            self._pop(name)

    def _pop(self, *names: str, within: tuple[str, ...] = ()) -> None:
        """Leave the innermost element of one of these names, and what is open inside it."""
        for at in range(len(self.stack) - 1, 0, -1):
            if self.stack[at][0] in names:
                del self.stack[at:]
                return
            if self.stack[at][0] in within:
                return

    def _leave_out(self, tag: Tag) -> None:
        """Jump over what is no copy; an element that is never closed is not jumped over."""
        name = tag.name
        if tag.inside.endswith("/"):
            return
        end = self.tags.ahead(f"</{tag.written or name}", tag.end)
        if name == "pre":
            self._part()
            code = self.tags.ahead("<code", tag.end)
            if not tag.end <= code < end:
                self._kept_lines = end >= 0
                return
        if end >= 0:
            self.tags.position = end
        elif name in _RAW:
            self.tags.position = len(self.strand.text)

    def _break(self, tag: Tag) -> None:
        """Set a line break; two of them part paragraphs."""
        if self._breaks and not self.grid.in_cell:
            self._part()
        else:
            self._soft_break(tag)
            self._breaks = 1

    def _soft_break(self, tag: Tag) -> None:
        if self.galley.last and self.galley.last not in _WHITE:
            self.galley.put_from(self.strand, "\n", tag.start, tag.end)

    def _raise(self, tag: Tag) -> None:
        found = raised(self.strand.text, tag.start, self.galley.before(16))
        if found:
            printed, end = found
            self.galley.put_from(self.strand, printed, tag.start, end)
            self.tags.position = end

    def _dates(self, name: str, given: dict[str, str]) -> None:
        if name == "time":
            day = iso_date(given.get("datetime", ""))
            marked = given.get("itemprop", "").lower() == "datepublished" or "pubdate" in given
        else:
            day = iso_date(given.get("content", ""))
            keys = (given.get(key, "").lower() for key in ("property", "name", "itemprop"))
            marked = any(key in _DATED for key in keys)
            if not marked:
                return
        if day:
            (self.published if marked else self.timed).add(day)

    def _part_of_table(self, tag: Tag) -> None:
        if tag.name == "table" and tag.kind == "open":
            self._part()
        if not self.grid.follow(tag):
            self._part()


def _is_standfirst(tag: Tag) -> bool:
    if "class" not in tag.inside:
        return False
    return bool(_STANDFIRST.search(attributes(tag.inside).get("class", "").lower()))
