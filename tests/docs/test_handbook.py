"""The page on the rules is made of the rules as they are."""

from __future__ import annotations

from numcheck import prepare


def test_the_page_is_up_to_date() -> None:
    """After a change to a rule: `make lexicon`."""
    assert prepare.HANDBOOK.read_text(encoding="utf-8") == prepare.handbook()


def test_it_has_every_rule_with_its_sentences() -> None:
    page = prepare.handbook()
    assert "\n## small-samples-carry-no-decimals\n" in page
    assert "[conversion-in-parentheses](#conversion-in-parentheses) | error |" in page
    assert page.count("\n## ") - 1 == page.count("It finds fault with") > 50
    assert "| `parts(whole, parts*)` | " in page
