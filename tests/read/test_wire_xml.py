"""NewsML-G2 and NITF."""
# ruff: noqa: E501 - an element reads better whole than broken

from __future__ import annotations

import pytest

from numcheck.read import Unreadable, read_text

from .conftest import shown, sourced

NITF = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "nitf-3-5.dtd">
<nitf><head><title>Slug 5</title><docdata><date.issue norm="20250426T101500Z"/></docdata></head>
<body><body.head><hedline><hl1>Storm kills &#x2018;14&#8217;</hl1><hl2>It did so in 27 hours</hl2></hedline>
<byline>By <person>Ann Miller</person></byline><dateline><location>Derby</location> 26</dateline>
<abstract><p>A storm.</p></abstract></body.head>
<body.content><block><p>The <org>Met</org> says <num>1,300</num>&nbsp;km
of road.</p></block><hr/>
<bq><block><p>We lost 5.</p></block></bq>
<media media-type="image"><media-caption><p>The 27 km road</p></media-caption>
<media-producer>Ann 9</media-producer></media>
<table><tr><th>Party</th><th>Seats</th></tr><tr><td>Red</td><td>12</td></tr></table>
</body.content><body.end><tagline>Edited by 2.</tagline></body.end></body></nitf>
"""

G2 = """<?xml version="1.0"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2025-04-27</sent></header><itemSet>
<newsItem guid="tag:5"><catalogRef href="x"/>
<itemMeta><versionCreated>2025-04-26T10:00:00Z</versionCreated><title>Slug 5</title></itemMeta>
<contentMeta><slugline>storm-5</slugline><headline>Storm kills &lt;14&gt;</headline>
<headline role="x:sub">In 27 hours</headline><description>A storm of 5.</description></contentMeta>
<contentSet>%s</contentSet></newsItem></itemSet></newsMessage>"""
XHTML = """<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>T 9</title></head>
<body><h1>Storm kills 14</h1><p>It was <b>5</b>&#160;km.</p></body></html></inlineXML>"""


def test_nitf() -> None:
    document = read_text(NITF, "story.xml", "xml")
    assert shown(document) == [
        ("headline", "Storm kills ‘14’"),
        ("standfirst", "It did so in 27 hours"),
        ("standfirst", "A storm."),
        ("body", "The Met says 1,300\u00a0km\nof road."),
        ("quote", "We lost 5."),
        ("caption", "The 27 km road"),
        ("table", "Party\n\n Seats"),
        ("table", "Red\n\n 12"),
        ("note", "Edited by 2."),
    ]
    assert document.date == "2025-04-26"
    assert (
        sourced(document, NITF)[3] == "The <org>Met</org> says <num>1,300</num>&nbsp;km\nof road."
    )
    assert [cell.span.cut(document.text) for cell in document.cells][-1] == "12"


HEAD = [
    ("headline", "Storm kills <14>"),
    ("standfirst", "In 27 hours"),
    ("standfirst", "A storm of 5."),
]


@pytest.mark.parametrize(
    ("content", "blocks", "last"),
    [
        (
            XHTML,
            [("heading", "Storm kills 14"), ("body", "It was 5\u00a0km.")],
            "It was <b>5</b>&#160;km.",
        ),
        (
            "<inlineXML><nitf><head><title>T</title></head><body><body.content><p>It was 5 km.</p>"
            "</body.content></body></nitf></inlineXML>",
            [("body", "It was 5 km.")],
            "It was 5 km.",
        ),
        (
            "<x:inlineXML xmlns:x='a' xmlns:h='b'><h:p>It was <h:b>5</h:b> km.</h:p></x:inlineXML>",
            [("body", "It was 5 km.")],
            "It was <h:b>5</h:b> km.",
        ),
        (
            "<inlineData contenttype='text/plain'>It was 5 &amp; 6 km.\n\nAnd 7.</inlineData>",
            [("body", "It was 5 & 6 km."), ("body", "And 7.")],
            "And 7.",
        ),
        (
            "<inlineData contenttype='text/html'><![CDATA[<p>It was</p><p>5&nbsp;km.</p>]]></inlineData>",
            [("body", "It was"), ("body", "5\u00a0km.")],
            "5&nbsp;km.",
        ),
        (
            "<inlineData contenttype='text/html'>&lt;p>It &lt;b>was&lt;/b> 5&amp;nbsp;km.&lt;/p></inlineData>",
            [("body", "It was 5\u00a0km.")],
            "It &lt;b>was&lt;/b> 5&amp;nbsp;km.",
        ),
        ("<remoteContent href='5'/>", [], "A storm of 5."),
    ],
)
def test_newsml_g2(content: str, blocks: list[tuple[str, str]], last: str) -> None:
    source = G2 % content
    document = read_text(source, "story.xml", "xml")
    assert shown(document) == HEAD + blocks
    assert sourced(document, source)[-1] == last
    assert document.date == "2025-04-26"


def test_newsml_1() -> None:
    source = (
        "<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>Storm kills 14</HeadLine></NewsLines>"
        "<ContentItem><DataContent><p>It did.</p></DataContent></ContentItem></NewsComponent>"
        "</NewsItem></NewsML>"
    )
    assert shown(read_text(source, "a.xml", "xml")) == [
        ("headline", "Storm kills 14"),
        ("body", "It did."),
    ]


def test_xhtml_is_html() -> None:
    source = "<?xml version='1.0'?><html><body><h1>Storm</h1></body></html>"
    assert shown(read_text(source, "a.xml", "xml")) == [("headline", "Storm")]


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("<!DOCTYPE nitf [<!ENTITY a 'b'>]><nitf></nitf>", "entities"),
        ("<rss><item/></rss>", "<rss>"),
        ("words", "<nothing>"),
        ("", "<nothing>"),
        (NITF[:400], "breaks off before </nitf>"),
    ],
)
def test_xml_that_is_not_read(source: str, says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        read_text(source, "story.xml", "xml")
