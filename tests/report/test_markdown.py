"""A comment on a pull request: it prints as meant, calls nobody, and fits."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from markdown_it import MarkdownIt

from numcheck.check import check_text
from numcheck.report import View
from numcheck.report.markdown import MARK, code, escaped
from numcheck.report.phrases import folded

SPECIAL = [
    "*a* _b_ `c` [d](e) <f> | g ~h~ \\i",
    "# not a heading", "1. not a list", "- nor this", "+ nor this", "= nor", "12) nor",
    "&amp; stays", "![x](y)", "<script>", "a &lt; b",
]  # fmt: skip


def text_of(markdown: str) -> str:
    """Return what a reader of the rendered page reads."""
    said = []
    for token in MarkdownIt("commonmark").parse(markdown):
        said += [child.content for child in token.children or () if child.type == "text"]
    return "".join(said).replace("\u200b", "")


@pytest.mark.parametrize("text", SPECIAL)
def test_a_text_prints_as_it_is(text: str) -> None:
    (opening, inline, closing) = MarkdownIt("commonmark").parse(escaped(text))
    assert (opening.type, closing.type) == ("paragraph_open", "paragraph_close")
    assert {child.type for child in inline.children or ()} == {"text"}
    assert text_of(escaped(text)) == text


@pytest.mark.parametrize("text", ["plain", "a `b` c", "``", "`", "x `` ` y"])
def test_code_prints_as_it_is(text: str) -> None:
    (_, inline, _) = MarkdownIt("commonmark").parse(code(text))
    (child,) = inline.children or ()
    assert (child.type, child.content) == ("code_inline", text)


@pytest.mark.parametrize("text", ["@desk", "#12", "https://a.example", "$5 to $6"])
def test_nobody_is_called_and_nothing_linked(text: str) -> None:
    assert text not in escaped(text)
    assert "@desk" not in escaped("by @desk")


def test_the_page_has_the_mark_the_counts_and_the_checks(printed: Callable[..., str]) -> None:
    said = printed("markdown")
    assert said.startswith(MARK + "\n### numcheck: 4 errors, 1 warning, 1 fault, so not all was")
    assert "<b>300 m</b> (<b>1,200 ft</b>)" in said
    assert "<details><summary>What else was checked (3)</summary>" in said
    assert "| fits only at a stretch |" in said
    assert "| could not be decided |" in said


def test_what_fits_is_said_to_fit(set_reports: Callable[..., str]) -> None:
    said = set_reports("markdown", [check_text("It is 300 m (984 ft) long.", "a.md")], View())
    assert "### numcheck: the figures fit" in said


def test_a_comment_has_room_for_so_much(set_reports: Callable[..., str]) -> None:
    text = "It is 300 m (1,200 ft) long. " * 40
    many = [check_text(text, f"desk/{n}.md") for n in range(40)]
    said = set_reports("markdown", many, View())
    assert 55_000 < len(said) <= 65_536
    assert "findings more" in said
    few = set_reports("markdown", many[:4], View())
    assert few.count("🔴") == 160
    assert folded("300 m = 984 ft ≠ 1,200 ft") in few
