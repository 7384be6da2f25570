"""Wire copy and CMS copy: NewsML-G2, NITF, ninjs, ANS, and other JSON."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from numcheck.model.document import Document, Piece, Place
from numcheck.read.html import Setter
from numcheck.read.plain import blocks_of
from numcheck.read.setting.dates import iso_date
from numcheck.read.setting.decoding import Unreadable
from numcheck.read.setting.galley import Galley, Strand
from numcheck.read.setting.lines import evened, line_starts
from numcheck.read.setting.tags import ENTITY, Tag, Tags, attributes, unescape
from numcheck.read.suppression import ignored
from numcheck.read.wires.copy import Copy, ans, at_paths, ninjs, usual
from numcheck.read.wires.strings import Json, printed

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!--")
_ENTITY = re.compile(ENTITY)
_COMPACT = re.compile(r"(?<!\s)\s*+(\d{4})(\d\d)(\d\d)(?:T|\Z)")
_DATES = ("contentcreated", "firstcreated", "versioncreated")
_ANS_DATES = ("display_date", "first_publish_date", "publish_date")
_USUAL_DATES = ("datePublished", "publishedDate", "published_at", "published", "date")
_NINJS = frozenset(("body_text", "body_html", "body_xhtml", "bodies", "headlines"))
# NITF's elements by the names of HTML's that say the same; what is no copy is left out as nav is.
_NITF = {
    "hl1": "h1",
    "hl2": "standfirst",
    "abstract": "standfirst",
    "bq": "blockquote",
    "media": "figure",
    "media-caption": "figcaption",
    "tagline": "footer",
    "note": "footer",
    "block": "div",
    "body.head": "div",
    "body.content": "div",
    "body.end": "div",
    "hedline": "div",
    "head": "nav",
    "byline": "nav",
    "dateline": "nav",
    "distributor": "nav",
    "rights": "nav",
    "media-producer": "nav",
}
_ROOTS = frozenset(("newsmessage", "newsitem", "packageitem", "newsml"))


def read_json(text: str, name: str, paths: Sequence[str] = ()) -> Document:
    """Read JSON: the copy at `paths`, else that of ninjs, of ANS, or under the usual names."""
    lined = evened(text)
    json = Json(lined, name)
    galley = Galley(lined, name)
    copies, date = _copies(json, paths)
    for copy in copies:
        _set_copy(galley, json, copy)
    if not galley.blocks:
        where = ", ".join(paths) or "the keys of ninjs and ANS, or headline, body and the like"
        raise Unreadable(
            f"{name} has no copy at {where}; name the JSON paths where it stands in `fields`"
        )
    lines = line_starts(lined)
    marks = ignored(galley.remarks, galley.blocks, galley.source_map(lines))
    return galley.document(lines, date, marks)


def _copies(json: Json, paths: Sequence[str]) -> tuple[Iterable[Copy], str | None]:
    value: Any = json.value
    if paths:
        found = value if isinstance(value, dict) else {}
        return at_paths(json, paths), _first_date(found, (*_DATES, *_ANS_DATES, *_USUAL_DATES))
    if not isinstance(value, dict):
        return (), None
    if "content_elements" in value:
        return ans(value), _first_date(value, _ANS_DATES)
    if _NINJS & value.keys() or ("uri" in value and "headline" in value):
        return ninjs(value), _first_date(value, _DATES)
    return usual(value), _first_date(value, _USUAL_DATES)


def _first_date(value: dict[str, Any], keys: Sequence[str]) -> str | None:
    days = (iso_date(value[key]) for key in keys if isinstance(value.get(key), str))
    return next((day for day in days if day), None)


def _set_copy(galley: Galley, json: Json, copy: Copy) -> None:
    """Set one or more strings as one stretch of copy: HTML where there are tags, else plain."""
    galley.label = printed(copy.paths[0])
    strands = [strand for path in copy.paths if (strand := json.strand(path))]
    if copy.cell == (0, 0):
        galley.new_table()
    if len(strands) == 1 and (_TAG.search(strands[0].text) or _ENTITY.search(strands[0].text)):
        Setter(galley, strands[0], copy.place).run()
    elif len(strands) == 1 and not copy.cell:
        _set_plain(galley, strands[0], copy)
    else:
        galley.open_cell()
        for strand in strands:
            galley.take_from(strand, 0, len(strand.text))
        if copy.cell:
            galley.close_cell(galley.tables - 1, *copy.cell, head=copy.head)
        galley.close(copy.place)


def _set_plain(galley: Galley, strand: Strand, copy: Copy) -> None:
    for block in blocks_of(strand.text):
        place = copy.place
        if place == "body" and (block.place != "headline" or not galley.headlines):
            place = block.place
        galley.take_from(strand, *block.span)
        galley.close(place)


def read_xml(text: str, name: str) -> Document:
    """Read NewsML-G2, NewsML 1 or NITF; XHTML is read as HTML is."""
    lined = evened(text)
    if "<!ENTITY" in lined:
        raise Unreadable(f"{name} defines entities of its own, which no wire does; it is refused")
    root = next((tag for tag in Tags(lined) if tag.kind == "open"), None)
    kind = root.name.rpartition(":")[2] if root else ""
    if kind == "html":
        from numcheck.read.html import read

        return read(text, name)
    if root is None or (kind != "nitf" and kind not in _ROOTS):
        raise Unreadable(
            f"{name} is no XML of a kind that is read here (NewsML-G2, NITF, XHTML) but "
            f"<{kind or 'nothing'}>; export it as one of these, or as text"
        )
    if Tags(lined).ahead(f"</{root.name}", root.end) < 0:
        raise Unreadable(f"{name} breaks off before </{root.name}>; fetch it again")
    galley = Galley(lined, name)
    date = _set_nitf(galley, lined) if kind == "nitf" else _set_newsml(galley, lined)
    lines = line_starts(lined)
    marks = ignored(galley.remarks, galley.blocks, galley.source_map(lines))
    return galley.document(lines, date, marks)


def _set_nitf(galley: Galley, lined: str) -> str | None:
    Setter(galley, Strand.cut(lined, 0, len(lined)), "body", _NITF).run()
    for tag in Tags(lined):
        if tag.kind == "open" and tag.name in ("date.issue", "story.date"):
            compact = _COMPACT.sub(r"\1-\2-\3T", attributes(tag.inside).get("norm", ""))
            if day := iso_date(compact):
                return day
    return None


def _set_newsml(galley: Galley, lined: str) -> str | None:
    """Set the headlines, summaries and contents of every item."""
    tags = Tags(lined)
    days: dict[str, str] = {}
    about = False  # inside what describes the content
    for tag in tags:
        name = tag.name.rpartition(":")[2]
        if name in ("contentmeta", "newslines"):
            about = tag.kind == "open"
        if tag.kind != "open" or tag.inside.endswith("/"):
            continue
        end = -1
        if about and name in ("headline", "description"):
            end = tags.ahead(f"</{tag.name}", tag.end)
            first = name == "headline" and not galley.headlines
            place: Place = "headline" if first else "standfirst"
            Setter(galley, Strand.cut(lined, tag.end, max(tag.end, end)), place).run()
        elif name in ("inlinexml", "inlinedata", "datacontent"):
            end = tags.ahead(f"</{tag.name}", tag.end)
            _set_content(galley, lined, tag, max(tag.end, end), name == "inlinedata")
        elif name in _DATES:
            end = tags.ahead(f"</{tag.name}", tag.end)
            day = iso_date(lined[tag.end : max(tag.end, end)])
            if day:
                days.setdefault(name, day)
        if end >= 0:
            tags.position = end
    return next((days[name] for name in _DATES if name in days), None)


def _set_content(galley: Galley, lined: str, tag: Tag, end: int, data: bool) -> None:
    """Set an item's content: markup as it is, or HTML or text that is wrapped or escaped."""
    start = tag.end
    inside = lined[start:end]
    if not data:
        Setter(galley, Strand.cut(lined, start, end), "body", _NITF).run()
        return
    if inside.strip().startswith("<![CDATA[") and inside.strip().endswith("]]>"):
        start += inside.index("<![CDATA[") + len("<![CDATA[")
        strand = Strand.cut(lined, start, start + lined[start:end].rindex("]]>"))
    else:
        strand = _unescaped(lined, start, end)
    if "html" in attributes(tag.inside).get("contenttype", "") or _TAG.search(strand.text):
        Setter(galley, strand).run()
    else:
        _set_plain(galley, strand, Copy(((),), "body"))


def _unescaped(lined: str, start: int, end: int) -> Strand:
    """Return a stretch with its entities read."""
    parts: list[str] = []
    pieces: list[Piece] = []
    length = 0
    for found in [*_ENTITY.finditer(lined, start, end), None]:
        upto = found.start() if found else end
        for left, right, said in (
            (start, upto, lined[start:upto]),
            (upto, found.end() if found else upto, unescape(found.group()) if found else ""),
        ):
            if said:
                parts.append(said)
                pieces.append(Piece(length, len(said), left, right - left))
                length += len(said)
        start = found.end() if found else end
    return Strand("".join(parts), pieces)
