"""The page for editors, as text: whole in itself, safe, and every figure in it."""

from __future__ import annotations

import re
from base64 import b64encode
from collections import Counter
from collections.abc import Callable
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest

from numcheck.check import check_bytes, check_text
from numcheck.model.span import Span
from numcheck.report import View
from numcheck.report.marking import marks
from numcheck.report.outcome import Report

VOID = {"meta", "link", "br", "img", "input"}
HOME = Path(__file__).parents[2]


class Page(HTMLParser):
    """Reads a page strictly: every tag is closed in order; keeps ids, links and classes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.classes: Counter[str] = Counter()
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)
        for name, value in attrs:
            assert not name.startswith("on") and name != "style"
            if name == "id":
                self.ids.append(value or "")
            if name == "class":
                self.classes.update((value or "").split())
            if name in ("href", "src") and tag == "a":
                self.links.append(value or "")
            elif name in ("href", "src"):
                self.fetched.append(value or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.fixture
def page(printed: Callable[..., str]) -> str:
    return printed("html", floor="note")


def test_the_page_is_well_formed_and_its_links_lead_somewhere(page: str) -> None:
    read = Page(page)
    assert len(set(read.ids)) == len(read.ids)
    assert read.links
    for link in read.links:
        assert link.startswith("#") and link[1:] in read.ids
    for notes in re.findall(r'data-notes="([^"]*)"', page):
        assert set(notes.split()) <= set(read.ids)


def test_nothing_is_fetched_and_nothing_runs_but_its_own(page: str) -> None:
    assert Page(page).fetched == ["data:,"]
    assert not re.search(r"url\(|@import|https?://|fetch\(|XMLHttp|import\(", page)
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy.startswith("default-src 'none'; ")
    for tag in ("style", "script"):
        (body,) = re.findall(rf"(?s)<{tag}>(.*?)</{tag}>", page)
        assert f"{tag}-src 'sha256-{b64encode(sha256(body.encode()).digest()).decode()}'" in policy


def test_every_figure_is_marked_as_it_stands(page: str, reports: list[Report]) -> None:
    body = page[page.index("<main>") :]
    seen = Page(f"<i>{body[body.index('<section') : body.index('</main>')]}</i>").classes
    assert seen["fig"] == sum(report.figures for report in reports)
    assert {name: seen[name] for name in ("wrong", "untied")}["untied"] >= 2
    for state, figures in (("strained", 2), ("stands", 2), ("open", 2), ("right", 2)):
        assert len(re.findall(f'class="fig {state}"', body)) == figures


def test_a_text_cannot_speak_html(set_reports: Callable[..., str]) -> None:
    text = (
        "<script>alert(1)</script> \"It is 300 m (1,200 ft)\" &amp; '<img src=x onerror=alert(2)>'"
    )
    said = set_reports("html", [check_text(text, '"><b>a.md')], View())
    assert said.count("<script>") == 1
    assert "<img" not in said and "<b>a.md" not in said
    assert "&amp;amp;" in said
    Page(said)


def test_what_was_checked_and_what_was_not_is_listed(page: str) -> None:
    assert page.count("All checks made") == 2
    assert page.count("Read, but tied to nothing") == 2
    assert "cannot be read (No such file, “alas”)" in page
    assert "not all was checked" in page


def test_a_quotation_is_not_the_writers_to_mend(page: str) -> None:
    assert page.count("It stands in a quotation") == 1


@pytest.mark.parametrize("name", ["page.css", "page.js"])
def test_the_parts_of_the_page_are_short(name: str) -> None:
    assert len((HOME / "numcheck/report" / name).read_text().splitlines()) <= 300


def test_of_two_figures_in_one_place_the_one_that_matters_is_marked() -> None:
    """“between six and four months” is read as one range, and checked as two figures."""
    report = check_text("It took between six and four months.", "a.md")
    proof = report.proof()
    assert proof is not None
    found = marks((*proof.figures, Span(0, 2)), report.checks)
    assert [(one.span, one.state) for one in found] == [
        (Span(0, 2), "untied"), (Span(16, 19), "wrong"), (Span(24, 35), "wrong"),
    ]  # fmt: skip


def test_a_claim_over_two_paragraphs_has_its_note_at_the_first(
    set_reports: Callable[..., str],
) -> None:
    text = "# Storm kills 14 people\n\nThe storm killed 17 people on Monday.\n"
    report = check_bytes(text.encode(), "a.md")
    said = set_reports("html", [report], View())
    assert len(report.findings) == 1
    rows = said.split('<div class="row')[1:]
    assert ["card" in row for row in rows] == [True, False]
    assert [row.count('href="#n1-0"') >= 1 for row in rows] == [True, True]


def test_an_empty_article_is_a_section_too(set_reports: Callable[..., str]) -> None:
    said = set_reports("html", [check_text("", "a.md")], View())
    assert "No figure in this text is tied to another" in said
    assert "<h1>Nothing found</h1>" in said
