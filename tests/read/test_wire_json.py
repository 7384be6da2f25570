"""ninjs, ANS and other JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest

from numcheck.model.document import Document
from numcheck.read import Unreadable, read_bytes, read_json, read_text

from .conftest import shown, sourced


def written(value: Any, ascii: bool = True) -> str:
    return json.dumps(value, ensure_ascii=ascii, indent=1)


NINJS = {
    "uri": "tag:5",
    "type": "text",
    "versioncreated": "2025-04-26T10:00:00Z",
    "slugline": "storm-5",
    "headline": "Storm “kills” 14 😀",
    "byline": "By 2",
    "description_text": "A storm.",
    "body_text": "It did. And 9.",
    "body_html": "<h1>Storm</h1>\n<p>It was <b>1,300</b>&nbsp;km\u00b2.</p>",
    "associations": {
        "main": {"type": "picture", "headline": "Road", "description_text": "The 27 km road"},
        "more": {"type": "text", "headline": "Other 5"},
    },
}


@pytest.mark.parametrize("ascii", [True, False])
def test_ninjs(ascii: bool) -> None:
    source = written(NINJS, ascii)
    document = read_text(source, "story.json", "json")
    assert shown(document) == [
        ("headline", "Storm “kills” 14 😀"),
        ("standfirst", "A storm."),
        ("heading", "Storm"),
        ("body", "It was 1,300\u00a0km²."),
        ("caption", "Road"),
        ("caption", "The 27 km road"),
    ]
    assert [block.label for block in document.blocks] == [
        "$.headline",
        "$.description_text",
        "$.body_html",
        "$.body_html",
        "$.associations.main.headline",
        "$.associations.main.description_text",
    ]
    assert document.date == "2025-04-26"
    assert sourced(document, source)[0] == json.dumps(NINJS["headline"], ensure_ascii=ascii)[1:-1]
    assert json.loads(f'"{sourced(document, source)[3]}"') == "It was <b>1,300</b>&nbsp;km²."


def test_ninjs_2() -> None:
    item = {
        "headlines": [{"role": "main", "value": "Storm kills 14"}],
        "bodies": [
            {"contenttype": "text/plain", "value": 'It was 5 km.\n\nAnd "6".'},
            {"contenttype": "text/html", "value": "<p>It was 5 km.</p>"},
        ],
    }
    source = written(item)
    document = read_text(source, "story.json", "json")
    assert shown(document) == [
        ("headline", "Storm kills 14"),
        ("body", "It was 5 km."),
        ("body", 'And "6".'),
    ]
    assert sourced(document, source)[2] == 'And \\"6\\".'
    assert document.blocks[2].label == "$.bodies[0].value"


def test_ans() -> None:
    story = {
        "type": "story",
        "version": "0.10.9",
        "display_date": "2025-04-26T10:00:00Z",
        "headlines": {"basic": "Storm kills 14", "web": "Other 5"},
        "subheadlines": {"basic": "In 27 hours"},
        "description": {"basic": ""},
        "content_elements": [
            {"_id": "5", "type": "text", "content": "It was <b>5</b> km &amp; more."},
            {"type": "header", "level": 2, "content": "What next"},
            {"type": "image", "caption": "The 27 km road", "url": "https://a.b/9"},
            {"type": "list", "items": [{"type": "text", "content": "Buy 3"}]},
            {"type": "quote", "content_elements": [{"type": "text", "content": "We lost 5."}]},
            {"type": "interstitial_link", "content": "More 7"},
            {
                "type": "table",
                "header": [
                    {"type": "text", "content": "Party"},
                    {"type": "text", "content": "Seats"},
                ],
                "rows": [[{"type": "text", "content": "Red"}, {"type": "text", "content": "12"}]],
            },
            {"type": "raw_html", "content": "<p>It rose by 6%.</p><script>7</script>"},
        ],
    }
    document = read_text(written(story), "story.json", "json")
    assert shown(document) == [
        ("headline", "Storm kills 14"),
        ("standfirst", "In 27 hours"),
        ("body", "It was 5 km & more."),
        ("heading", "What next"),
        ("caption", "The 27 km road"),
        ("list", "Buy 3"),
        ("quote", "We lost 5."),
        ("table", "Party"),
        ("table", "Seats"),
        ("table", "Red"),
        ("table", "12"),
        ("body", "It rose by 6%."),
    ]
    assert document.date == "2025-04-26"
    assert document.blocks[2].label == "$.content_elements[0].content"
    assert [(c.row, c.column, c.head) for c in document.cells] == [
        (0, 0, True),
        (0, 1, True),
        (1, 0, False),
        (1, 1, False),
    ]


RICH = {
    "story": {
        "title": "Storm kills 14",
        "deck": "In 27 hours",
        "parts": [{"kind": "p", "copy": "It was 5 km."}, {"kind": "p", "copy": "And 6."}],
        "blocks": [
            {
                "_type": "block",
                "children": [{"text": "It was "}, {"text": "1,300"}, {"text": " km."}],
            },
            {"_type": "block", "children": [{"text": "And 7."}]},
        ],
        "other": "No 8.",
    }
}


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["$.story.parts[*].copy"], [("body", "It was 5 km."), ("body", "And 6.")]),
        (
            ["story.parts[1].copy", "story.title"],
            [("headline", "Storm kills 14"), ("body", "And 6.")],
        ),
        (["$.story.deck"], [("standfirst", "In 27 hours")]),
        (["$.story.blocks"], [("body", "It was 1,300 km."), ("body", "And 7.")]),
        (["$.story.blocks[].children"], [("body", "It was 1,300 km."), ("body", "And 7.")]),
    ],
)
def test_json_at_paths(paths: list[str], expected: list[tuple[str, str]]) -> None:
    assert shown(read_json(written(RICH), "story.json", paths)) == expected


def test_lists_of_strings() -> None:
    source = written({"body": ["It was 5 km.", "And 6."], "z": {"body": "No 7."}})
    document = read_json(source, "story.json", ["$.body[*]"])
    assert shown(document) == [("body", "It was 5 km."), ("body", "And 6.")]
    assert [block.label for block in document.blocks] == ["$.body[0]", "$.body[1]"]


def test_a_span_over_rich_text_goes_back() -> None:
    source = written(RICH)
    document = read_json(source, "story.json", ["$.story.blocks"])
    start = document.text.index("1,300 km")
    back = document.source.back(document.blocks[0].span._replace(start=start, end=start + 8))
    assert source[back.start : back.start + 5] == "1,300" and source[: back.end].endswith(" km")


def test_json_under_usual_names() -> None:
    value = {
        "id": 5,
        "article": {"headline": "Storm kills 14", "bodyXML": "<body><p>It did.</p></body>"},
    }
    assert shown(read_text(written(value), "a.json", "json")) == [
        ("headline", "Storm kills 14"),
        ("body", "It did."),
    ]


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ('{"headline": "Storm', "line 1, column 14"),
        ("", "line 1, column 1"),
        ("[" * 100_000, "nested too deeply"),
        ("[1, 2]", "no copy at"),
        ('{"a": "b"}', "name the JSON paths"),
    ],
)
def test_json_that_is_not_read(source: str, says: str) -> None:
    with pytest.raises(Unreadable, match=says) as caught:
        read_bytes(source.encode(), "story.json")
    assert "\n" not in str(caught.value)


def test_paths_that_lead_nowhere_are_named() -> None:
    with pytest.raises(Unreadable, match=r"\$\.body"):
        read_json("{}", "story.json", ["$.body"])


@pytest.mark.parametrize("text", ['{"body": "a\\u0000\\ud83db\\n\\n c"}', '\ufeff{"body": "a\tb"}'])
def test_odd_strings_are_no_crash(text: str) -> None:
    document: Document = read_text(text, "a.json", "json")
    assert document.blocks
    for block in document.blocks:
        assert document.source.back(block.span).end <= len(text)
