"""Laws of every reader, over texts put together at random."""

from __future__ import annotations

import html
import re
from bisect import bisect_right

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from numcheck.model.document import Document
from numcheck.model.span import Span
from numcheck.read import Unreadable, read_bytes, read_text

# What copy is made of, with the signs that readers take for something else.
SIGNS = [
    "5", "1,300", "km", "the", "Mayor", ".", ", ", "“", "é", "e\u0301", "😀", "\u00a0", "\u2009",
    "\t", " ", "  ", "\n", "\n\n", "\r\n", "\r", "\ufeff", "\u2028", "\x0c", "-", "– ", "*", "**",
    "_", "`", "```", "~~", "[", "](", "]", "![", ")", "(", "<", ">", "<!--", "-->", "|", "\n| a |",
    "\n|-|-|\n", "#", "# ", "> ", "- ", "1. ", "    ", "\\", "&amp;", "&", "&#8364;", "&nope;",
    "---\n", "+++\n", "title: ", "numcheck-disable ", "<!-- numcheck-disable-next-line a -->",
    "[^1]", "[^1]: ", "[a]: b\n", "[a]", "===\n", "<br>", "<p>", "</p>", "<b>", "</b>", "<table>",
    "<tr>", "<td>", "</table>", "<td colspan=2 rowspan='3'>", "<h1>", "</h1>", "<title>", "<li>",
    "<ul>", "</ul>", "<sup>2</sup>", "<pre>", "</pre>", "<script>", "</script>", "<code>",
    "</code>", "<nav>", "</nav>", "<blockquote>", "<a href=\"", "='", "\">", "http://a.b/5 ", "{{",
    "::\n", "\n.. ", "note:: ", "\n=====\n", "\n====  ==\n", "\n+--+--+\n", "\n:a: ", ":sup:`2`",
    "`_", "\"", "\"\"", ";", "\\u00e9", "\\n", "<![CDATA[", "<hl1>", "}}", "\0", "\ud800", "<",
    "/>",
]  # fmt: skip
texts = st.lists(st.sampled_from(SIGNS) | st.text(max_size=4), max_size=40).map("".join)
formats = st.sampled_from(["plain", "markdown", "html", "rst", "csv"])
lawful = settings(max_examples=400, deadline=None)


def in_order_and_apart(document: Document) -> bool:
    spans = [block.span for block in document.blocks]
    ends = [0, *(span.end for span in spans)]
    return all(
        end <= span.start < span.end <= len(document.text)
        and span.cut(document.text).strip() == span.cut(document.text)
        for end, span in zip(ends, spans, strict=False)
    )


@lawful
@given(texts, formats)
def test_blocks_are_in_order_apart_trimmed_and_located(text: str, format: str) -> None:
    document = read_text(text, "story", format)
    assert in_order_and_apart(document)
    for block in document.blocks:
        where = document.locate(block.span)
        assert 0 <= where.start < where.end <= len(text)
        assert where.line >= 1 and where.column >= 1
        assert document.block_at(block.span.start) is block


@lawful
@given(texts, formats)
def test_every_character_goes_back_to_what_it_was_read_from(text: str, format: str) -> None:
    document = read_text(text, "story", format)
    text = evened(text)
    pieces = document.source.pieces
    for block in document.blocks:
        for offset in range(*block.span):
            back = document.source.back(Span(offset, offset + 1))
            printed = document.text[offset]
            if len(back.cut(text)) == 1 and back.cut(text) == printed:
                continue
            starts = [piece.start for piece in pieces]
            piece = pieces[bisect_right(starts, offset) - 1]
            whole = document.text[piece.start : piece.start + piece.length]
            source = text[piece.source_start : piece.source_start + piece.source_length]
            assert reads_as(source, whole), (source, whole)


def evened(text: str) -> str:
    """The text with one kind of line break, as long as before."""
    return text.replace("\r\n", " \n").replace("\r", "\n").replace("\0", "\ufffd")


def reads_as(source: str, printed: str) -> bool:
    """Whether a stretch of source may stand for other characters in the text."""
    if html.unescape(source) == printed or (source.isspace() and printed in (" ", "\n")):
        return True
    if source == "":  # between two cells; between two lines of one
        return printed in ("\n\n ", "\n")
    if source == '""':
        return printed == '"'
    if printed in "²“”\n":
        return bool(re.fullmatch(r"<sup>2</sup>|:sup:`2`|</?q>|<[^<>]*>", source))
    return False


@lawful
@given(texts, formats)
def test_cells_lie_in_table_rows(text: str, format: str) -> None:
    document = read_text(text, "story", format)
    for cell in document.cells:
        block = document.block_at(cell.span.start)
        assert block is not None and block.place == "table" and block.span.holds(cell.span)
        assert cell.span.cut(document.text).strip()


@lawful
@given(texts, formats)
def test_what_is_ignored_lies_in_the_text(text: str, format: str) -> None:
    document = read_text(text, "story", format)
    for rule, span in document.ignored:
        assert rule and 0 <= span.start <= span.end <= len(document.text)


@lawful
@given(texts)
def test_plain_text_is_its_own_source(text: str) -> None:
    document = read_text(text, "story")
    assert document.text == evened(text) and document.source.pieces == ()
    covered = "".join(block.span.cut(text) for block in document.blocks)
    letters = re.compile(r"[^\W\d_]")
    first = document.blocks[0].span.start if document.blocks else len(text)
    wanted = text[first:]
    assert letters.findall(covered) == letters.findall(re.sub(r"(?m)^\s*\(?[a-z]\)\s", "", wanted))


@lawful
@given(st.binary(max_size=60) | texts.map(lambda text: text.encode("utf-8", "replace")), formats)
def test_bytes_are_read_or_refused_in_one_sentence(data: bytes, format: str) -> None:
    try:
        document = read_bytes(data, "story", format)
    except Unreadable as fault:
        assert "\n" not in str(fault) and "story" in str(fault)
    else:
        assert in_order_and_apart(document)


@lawful
@given(
    st.sampled_from(["json", "xml"]),
    st.sampled_from(
        ["{}", '{{"body": "{}"}}', "<nitf><body>{}</body></nitf>", "<newsItem>{}</newsItem>"]
    ),
    texts,
)
def test_wires_are_read_or_refused(format: str, frame: str, text: str) -> None:
    source = frame.format(text)
    try:
        document = read_text(source, "story", format)
    except Unreadable as fault:
        assert "\n" not in str(fault).replace(text, "") and "story" in str(fault)
    else:
        assert in_order_and_apart(document)
        for block in document.blocks:
            assert 0 <= document.locate(block.span).start < document.locate(block.span).end


# A figure as written, and as printed.
WORDS = [("the", "the"), ("road", "road"), ("1,300", "1,300"), ("is", "is"), ("😀", "😀")]
HTML = [
    *WORDS,
    ("<b>1,300</b>", "1,300"),
    ("5&nbsp;km", "5\u00a0km"),
    ("1&#8201;300", "1\u2009300"),
    ("<a href='x?a=\"1\"&b>2'>12</a>", "12"),
    ("m<sup>2</sup>", "m²"),
    ("&pound;5", "£5"),
    ("<code>9</code>7", "7"),
    ("6<!-- > 9 -->", "6"),
]
MARKDOWN = [
    *WORDS,
    ("**1,300**", "1,300"),
    ("_5_", "5"),
    ("5&nbsp;km", "5\u00a0km"),
    (r"\*7", "*7"),
    ("[12](http://a.b/9_9 '9')", "12"),
    ("m<sup>2</sup>", "m²"),
    ("***8* men**", "8 men"),
    ("`9`7", "7"),
    ("6<!-- 9 -->", "6"),
]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("format", "words", "before", "margin", "after"),
    [
        ("plain", WORDS, "", "", "\n\n"),
        ("html", HTML, "<p>", "   ", "</p>\n"),
        ("html", HTML, "<ul><li>", "", "</ul>"),
        ("markdown", MARKDOWN, "", "", "\n\n"),
        ("markdown", MARKDOWN, "> ", "> ", "\n\n"),
        ("markdown", MARKDOWN, "- ", "  ", "\n\n"),
        ("markdown", MARKDOWN, "[^n]: ", "    ", "\n\n"),
        ("markdown", MARKDOWN, "> 1. ", ">    ", "\n\n"),
    ],
)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_words_are_printed_and_found_again(
    data: st.DataObject,
    newline: str,
    format: str,
    words: list[tuple[str, str]],
    before: str,
    margin: str,
    after: str,
) -> None:
    chosen = st.lists(st.sampled_from(words), min_size=1, max_size=8)
    paragraphs = data.draw(st.lists(chosen, min_size=1, max_size=4))
    source, starts = "\ufeffx" + after.replace("\n", newline), []
    for paragraph in paragraphs:
        source += before
        for number, (written, _) in enumerate(paragraph):
            if number:
                wrap = format != "plain" and data.draw(st.booleans())
                source += newline + margin if wrap else " "
            starts.append(len(source))
            source += written
        source += after.replace("\n", newline)
    document = read_text(source, "story", format)
    assert len(document.blocks) == len(paragraphs) + 1
    found = iter(starts)
    for block, paragraph in zip(document.blocks[1:], paragraphs, strict=True):
        at = block.span.start
        for written, printed in paragraph:
            assert document.text.startswith(printed, at)
            back = document.source.back(Span(at, at + len(printed)))
            start = next(found)
            assert start <= back.start < back.end <= start + len(written)
            assert plainly(back.cut(source), printed)
            at += len(printed)
            while at < block.span.end and document.text[at].isspace():
                at += 1


def plainly(source: str, printed: str) -> bool:
    """Whether the source, without marks, says what is printed."""
    bare = html.unescape(re.sub(r"<sup>2</sup>", "²", source))
    return re.sub(r"[*\\]", "", bare) == printed.replace("*", "")
