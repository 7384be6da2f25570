"""Findings do not move when what has nothing to do with them changes."""

from __future__ import annotations

import pytest

from numcheck import shelf
from numcheck.check import check_text
from numcheck.judge.rule import Example, Rule
from numcheck.report.outcome import Report

# Without a figure, a number word, a capitalised name or anything else that a tie could take up.
QUIET = (
    "Rain fell on the hills all night, and the road to the coast stayed shut until it had dried."
)


def bad_sentences() -> list[tuple[Rule, Example]]:
    """Return every bad sentence of the rules that are on."""
    return [(rule, example) for rule in shelf.rules() for example in rule.bad]


def report(example: Example, text: str) -> Report:
    return check_text(text, "a.txt", example.format, example.date, example.locale)


def told(found: Report, shift: int = 0) -> list[tuple[str, str, int, str]]:
    """Return what a reader is told, and where, moved back by `shift`."""
    return [
        (one.rule, one.message, one.location.start - shift, one.fingerprint)
        for one in found.findings
    ]


@pytest.mark.parametrize(
    ("rule", "example"), bad_sentences(), ids=lambda one: getattr(one, "id", "")
)
def test_a_paragraph_after_moves_nothing(rule: Rule, example: Example) -> None:
    text = example.text.rstrip("\n")
    assert told(report(example, f"{text}\n\n{QUIET}\n")) == told(report(example, text))


@pytest.mark.parametrize(
    ("rule", "example"), bad_sentences(), ids=lambda one: getattr(one, "id", "")
)
def test_a_paragraph_before_moves_only_the_place(rule: Rule, example: Example) -> None:
    """A headline must stay first, so it is kept out."""
    if example.text.startswith("#") or "\n" in example.text.strip():
        return
    before = f"{QUIET}\n\n"
    assert told(report(example, before + example.text), len(before)) == told(
        report(example, example.text)
    )


@pytest.mark.parametrize(
    ("rule", "example"), bad_sentences(), ids=lambda one: getattr(one, "id", "")
)
def test_the_same_text_twice_gives_the_same_report(rule: Rule, example: Example) -> None:
    first, second = report(example, example.text), report(example, example.text)
    assert [one.to_dict() for one in first.checks] == [one.to_dict() for one in second.checks]
