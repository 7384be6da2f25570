"""HTML: what is copy, where it stands, and what it goes back to."""

from __future__ import annotations

import pytest

from numcheck.read import read_text

from .conftest import shown, sourced

PAGE = """<!DOCTYPE html>
<html><head><title>Storm kills 14 | The Paper</title>
<meta property="article:published_time" content="2025-04-26T10:00:00+01:00">
<style>p { width: 300px }</style></head>
<body><nav><ul><li>12 more</li></ul></nav>
<h1>Storm kills <em>14</em></h1>
<p class="article-standfirst">A storm hit the coast.</p>
<p>The island is <b>1,300</b>&nbsp;km<sup>2</sup>
   (<a href="/x?a=1&b=2">500</a> sq&thinsp;mi) &amp; flat.</p>
<h2>What next</h2>
<ul><li>Buy 3 boats<li>Sell 2</ul>
<blockquote><p>We lost 5 of 12.</p></blockquote>
<figure><img src="a.png" alt="300"><figcaption>The 27 km road</figcaption></figure>
<script>if (a < 5) { document.write("<p>99</p>") }</script>
<pre><code>x = 5</code></pre>
<footer>Corrected on Monday.</footer>
</body></html>"""


def test_a_page() -> None:
    document = read_text(PAGE, "story.html", "html")
    assert shown(document) == [
        ("headline", "Storm kills 14"),
        ("standfirst", "A storm hit the coast."),
        ("body", "The island is 1,300\u00a0km² (500 sq\u2009mi) & flat."),
        ("heading", "What next"),
        ("list", "Buy 3 boats"),
        ("list", "Sell 2"),
        ("quote", "We lost 5 of 12."),
        ("caption", "The 27 km road"),
        ("note", "Corrected on Monday."),
    ]
    assert document.date == "2025-04-26"
    assert [block.heading for block in document.blocks[2:5]] == [
        "Storm kills 14",
        "Storm kills 14",
        "What next",
    ]


@pytest.mark.parametrize(
    ("figure", "source"),
    [
        ("1,300\u00a0km²", "1,300</b>&nbsp;km<sup>2</sup>"),
        ("500 sq\u2009mi", "500</a> sq&thinsp;mi"),
        ("km² (500", 'km<sup>2</sup>\n   (<a href="/x?a=1&b=2">500'),
        ("27 km", "27 km"),
    ],
)
def test_figures_go_back_to_the_page(figure: str, source: str) -> None:
    document = read_text(PAGE, "story.html", "html")
    start = document.text.index(figure)
    span = document.source.back(
        document.blocks[0].span._replace(start=start, end=start + len(figure))
    )
    assert span.cut(PAGE) == source
    where = document.locate(document.blocks[0].span._replace(start=start, end=start + 1))
    line = PAGE.splitlines()[where.line - 1]
    assert line[where.column - 1] == figure[0]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "<title>Storm kills 14</title><p>It did.</p>",
            [("headline", "Storm kills 14"), ("body", "It did.")],
        ),
        ("<h1></h1><h1>Storm</h1><h1>More</h1>", [("headline", "Storm"), ("heading", "More")]),
        (
            "<title></title><h1>Storm</h1><p>It did.</p>",
            [("headline", "Storm"), ("body", "It did.")],
        ),
        ("one<br>two<br/><br />three", [("body", "one\ntwo"), ("body", "three")]),
        ("10<sup>6</sup> m", [("body", "10⁶ m")]),
        ("3<sup>1</sup>&frasl;<sub>2</sub> miles", [("body", "3 1/2 miles")]),
        ("12 people<sup>3</sup> left", [("body", "12 people left")]),
        ('12 people<sup><a href="#n">3</a></sup> left', [("body", "12 people left")]),
        ("the 21<sup>st</sup> of May", [("body", "the 21st of May")]),
        ("CO<sub>2</sub>", [("body", "CO2")]),
        ("It was <del>300</del> <ins>400</ins> km", [("body", "It was 400 km")]),
        (
            "<p>a &lt; b &amp; c &copy; &bogus; &#8364;5 &#x20AC;6",
            [("body", "a < b & c © &bogus; €5 €6")],
        ),
        ("5 < 6 and 7 > 3 <", [("body", "5 < 6 and 7 > 3 <")]),
        ("<pre>ONE LINE\nAND ONE\n\nTWO</pre>", [("body", "ONE LINE\nAND ONE"), ("body", "TWO")]),
        ("<nav>never closed <p>12 km", [("body", "never closed"), ("body", "12 km")]),
        ("<p>one <!-- two > --> three", [("body", "one three")]),
        ("<P CLASS=x>one</P><SCRIPT>two</SCRIPT>", [("body", "one")]),
        ("<q>We lost 5</q>, he said", [("body", "“We lost 5”, he said")]),
        (
            "<dl><dt>Length<dd>5 km</dl>after",
            [("list", "Length"), ("list", "5 km"), ("body", "after")],
        ),
        ("<h2>News<p>It did.", [("heading", "News"), ("body", "It did.")]),
        ("", []),
        ("<p>", []),
        ("<a <b", [("body", "<a <b")]),
    ],
)
def test_what_is_copy(source: str, expected: list[tuple[str, str]]) -> None:
    assert shown(read_text(source, "story.html", "html")) == expected


def test_tables_are_rows_and_cells() -> None:
    source = (
        "<table><caption>Votes</caption><thead><tr><th>Party<th colspan=2>Seats</tr></thead>"
        "<tr><td rowspan='2'>Red</td><td>12</td><td>13</td></tr>\n"
        "<tr><td><p>5</p></td><td></td></tr></table>"
    )
    document = read_text(source, "story.html", "html")
    assert [place for place, _ in shown(document)] == ["caption", "table", "table", "table"]
    assert [(c.row, c.column, c.head, c.span.cut(document.text)) for c in document.cells] == [
        (0, 0, True, "Party"),
        (0, 1, True, "Seats"),
        (1, 0, False, "Red"),
        (1, 1, False, "12"),
        (1, 2, False, "13"),
        (2, 1, False, "5"),
    ]
    for cell in document.cells:
        assert document.source.back(cell.span).cut(source) == cell.span.cut(document.text)


def test_a_table_that_lays_out_a_page_has_no_cells() -> None:
    source = (
        "<table><tr><td>5</td><td><h2>News</h2><p>One</p><table><tr><td>12</td></tr></table>"
        "</td></tr></table><p>After"
    )
    document = read_text(source, "story.html", "html")
    assert shown(document)[1:] == [
        ("heading", "News"),
        ("body", "One"),
        ("table", "12"),
        ("body", "After"),
    ]
    assert [cell.span.cut(document.text) for cell in document.cells] == ["12"]


@pytest.mark.parametrize(
    ("source", "date"),
    [
        ('<time datetime="2025-04-26">x</time>', "2025-04-26"),
        (
            '<time datetime="2025-04-26T08:00">x</time><time datetime="2025-04-26">y</time>',
            "2025-04-26",
        ),
        ('<time datetime="2025-04-26">x</time><time datetime="2025-04-27">y</time>', None),
        (
            '<time datetime="2025-04-27">x</time><time pubdate datetime="2025-04-26">y</time>',
            "2025-04-26",
        ),
        ('<meta itemprop="datePublished" content="2025-04-26">', "2025-04-26"),
        ('<meta name="date" content="2025-13-26">', None),
        ('<time datetime="10:30">x</time>', None),
    ],
)
def test_the_date_where_it_is_clear(source: str, date: str | None) -> None:
    assert read_text(source, "story.html", "html").date == date


def test_crlf_and_mark() -> None:
    source = "\ufeff<p>The road\r\n  is 5\r\nkm long.</p>\r\n<p>Two</p>"
    document = read_text(source, "story.html", "html")
    assert shown(document) == [("body", "The road is 5 km long."), ("body", "Two")]
    assert sourced(document, source) == ["The road\r\n  is 5\r\nkm long.", "Two"]
    assert document.locate(document.blocks[1].span).line == 4
