"""Every rule does what its own sentences say, and leaves those of the others alone."""

from __future__ import annotations

from functools import cache

import pytest

from numcheck import shelf
from numcheck.check import check_text
from numcheck.examples import failures
from numcheck.judge.rule import Rule


@cache
def built_in() -> tuple[Rule, ...]:
    """Load all rules that come along, those of packs too."""
    return shelf.load(shelf.files([shelf.built_in_folder()]))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Make a test of each rule, named by its id."""
    if "rule" in metafunc.fixturenames:
        metafunc.parametrize("rule", built_in(), ids=lambda rule: rule.id)


def test_there_are_rules() -> None:
    assert len(shelf.rules()) >= 10
    assert len({rule.id for rule in built_in()}) == len(built_in())


def test_a_rule_does_what_its_sentences_say(rule: Rule) -> None:
    failed = list(failures(rule))
    assert not failed, "\n\n".join(map(str, failed))


def test_a_rule_carries_sentences_of_both_kinds(rule: Rule) -> None:
    assert len(rule.good) >= 2
    assert len(rule.bad) >= 1
    assert rule.why.strip()


def test_no_rule_finds_fault_with_a_good_sentence_of_another(rule: Rule) -> None:
    """All rules that are on look at each good sentence, together as they do in an article."""
    usual = shelf.rules()
    chosen = usual if rule in usual else (*usual, rule)
    for example in rule.good:
        report = check_text(
            example.text, "<example>", example.format, example.date, example.locale, chosen
        )
        said = [f"{finding.rule}: {finding.message}" for finding in report.findings]
        assert not said, f"{example.text!r}: {said}"


def test_a_bad_sentence_is_found_with_all_rules_on(rule: Rule) -> None:
    """Another rule may speak in its place, being graver or nearer; but one of them does."""
    usual = shelf.rules()
    chosen = usual if rule in usual else (*usual, rule)
    for example in rule.bad:
        report = check_text(
            example.text, "<example>", example.format, example.date, example.locale, chosen
        )
        assert report.findings, example.text
        broken = {check.rule for check in report.checks if check.verdict == "broken"}
        assert rule.id in broken
