"""A newsroom's repository: forty-odd articles in ten formats, and what is wrong in them."""

from __future__ import annotations

import html
import io
import json
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

TOWNS = "Ashby Belcombe Carrow Dunmere Eastlea Farrow Gorse Hexley Inverbrae Jarrow".split()
RIGHT = (
    "The quay at {town} – the “new” one – is 300 m (984 ft) long.",
    "Of the 1,200 people asked in {town}, 300 (25%) had used it.",
    "The fare rises from £5 to £6, an increase of 20%.",
    "The council of {town} met to hear about the plan.",
)
# A sentence, the rule that it breaks, and a figure of it.
WRONG = (
    ("The bridge at {town} is 300 m (1,200 ft) long.", "conversion-in-parentheses", "1,200 ft"),
    (
        "{town} runs nine vessels: four ferries, three tugs and three pilot boats.",
        "parts-fill-whole",
        "nine",
    ),
    ("In {town} the toll rose from £5 to £6, an increase of 25%.", "percent-change-fits", "25%"),
    ("Of 1,200 drivers asked in {town}, 300 (30%) agreed.", "percent-of-whole", "30%"),
)


class Planted(NamedTuple):
    """An error: its file, its rule, a figure of it, its line, or the name of its place."""

    path: str
    rule: str
    figure: str
    line: int
    place: str


def plain(paragraphs: Sequence[str]) -> bytes:
    return "\n\n".join(paragraphs).encode() + b"\n"


def markdown(paragraphs: Sequence[str]) -> bytes:
    front = "---\ntitle: A 12th story\nslug: 300-m-1200-ft\n---\n\n# Quay\r\n\r\n"
    return (front + "\n\n".join(paragraphs) + "\n").encode()


def page(paragraphs: Sequence[str]) -> bytes:
    said = "\n".join(f"<p>{html.escape(one)}</p>" for one in paragraphs)
    head = "<!doctype html>\n<title>Quay</title>\n<style>p { width: 300px }</style>\n"
    return f"{head}{said}\n".encode()


def restructured(paragraphs: Sequence[str]) -> bytes:
    return ("Quay\n====\n\n.. image:: 300.png\n\n" + "\n\n".join(paragraphs) + "\n").encode()


def ninjs(paragraphs: Sequence[str]) -> bytes:
    body = "".join(f"<p>{html.escape(one)}</p>" for one in paragraphs)
    story = {"uri": "tag:5", "type": "text", "headline": "Quay", "body_html": body}
    return json.dumps(story, indent=1).encode()


def nitf(paragraphs: Sequence[str]) -> bytes:
    body = "\n".join(f"<p>{html.escape(one)}</p>" for one in paragraphs)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<nitf><head><title>Slug 5</title></head>\n'
        f"<body><body.content>\n{body}\n</body.content></body></nitf>\n"
    ).encode()


def table(paragraphs: Sequence[str]) -> bytes:
    quoted = (one.replace('"', '""') for one in paragraphs)
    return ("place,remark\n" + "".join(f'quay,"{one}"\n' for one in quoted)).encode()


def packed(name: str, said: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, said)
    return out.getvalue()


def word(paragraphs: Sequence[str]) -> bytes:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(f"<w:p><w:r><w:t>{one}</w:t></w:r></w:p>" for one in paragraphs)
    root = f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'
    return packed("word/document.xml", root)


def opened(paragraphs: Sequence[str]) -> bytes:
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "text")
    )
    body = "".join(f"<text:p>{one}</text:p>" for one in paragraphs)
    return packed(
        "content.xml",
        f"<office:document-content {spaces}><office:body><office:text>{body}</office:text>"
        "</office:body></office:document-content>",
    )


def drawn(paragraphs: Sequence[str]) -> bytes:
    """A PDF with a page, a paragraph a line, an empty line between."""
    shows = "".join(f"({line.replace('(', chr(92) + '(').replace(')', chr(92) + ')')}) Tj T* T* "
                    for line in paragraphs)  # fmt: skip
    stream = f"BT /F1 10 Tf 14 TL 40 800 Td {shows}ET"
    encoded = stream.encode("cp1252")
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [5 0 R] /Count 1 >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< /Length {len(encoded)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 842] /Contents 4 0 R "
        "/Resources << /Font << /F1 3 0 R >> >> >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, said in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{said}\nendobj\n".encode("cp1252")
    xref = "".join(f"{place:010} 00000 n \n" for place in places)
    tail = f"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + f"xref\n0 6\n0000000000 65535 f \n{xref}{tail}".encode()


WRITERS: dict[str, Callable[[Sequence[str]], bytes]] = {
    "news/{}.txt": plain,
    "news/{}.md": markdown,
    "news/{}.html": page,
    "news/{}.rst": restructured,
    "desk/{}.docx": word,
    "desk/{}.odt": opened,
    "wire/{}.json": ninjs,
    "wire/{}.xml": nitf,
    "tables/{}.csv": table,
    "print/{}.pdf": drawn,
}
PATHS = "news\ndesk\nwire/**/*.json\nwire/*.xml\ntables/*.csv\nprint/*.pdf\n"
EACH = 5


def build(home: Path) -> list[Planted]:
    """Write the articles, five of each format, two of these wrong; return what is wrong."""
    planted = []
    for number, (pattern, write) in enumerate(WRITERS.items()):
        for turn in range(EACH):
            town = TOWNS[(number + turn) % len(TOWNS)]
            paragraphs = [one.format(town=town) for one in RIGHT]
            path = pattern.format(f"{town.lower()} {turn}")
            target = home / path
            target.parent.mkdir(exist_ok=True)
            if turn < 2:
                sentence, rule, figure = WRONG[(2 * number + turn) % len(WRONG)]
                sentence = sentence.format(town=town)
                paragraphs.insert(turn + 1, sentence)
                target.write_bytes(write(paragraphs))
                line, place = _where(target, sentence, turn + 2)
                planted.append(Planted(path, rule, figure, line, place))
            else:
                target.write_bytes(write(paragraphs))
    return planted


def _where(target: Path, sentence: str, paragraph: int) -> tuple[int, str]:
    """Return the line of a sentence; for what has no lines, 1 and the name of its place."""
    if target.suffix in (".docx", ".odt"):
        return 1, f"paragraph {paragraph}"
    if target.suffix == ".pdf":
        return 1, f"page 1, line {paragraph}"
    lines = target.read_text(encoding="utf-8").splitlines()
    start = html.escape(sentence)[:12]
    return next(number for number, line in enumerate(lines, 1) if start in line), ""
