"""A rule's page, in the words of a copy editor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol


class Sentence(Protocol):
    """A sentence that a rule carries, and for a bad one what is said of it."""

    @property
    def text(self) -> str:
        """The sentence, or the few that are needed."""

    @property
    def says(self) -> str | None:
        """The message that it must give."""


class RuleShown(Protocol):
    """What a page needs to know of a rule."""

    @property
    def id(self) -> str:
        """The file's name."""

    @property
    def rule(self) -> str:
        """The sentence of the style book."""

    @property
    def why(self) -> str:
        """The reason."""

    @property
    def severity(self) -> str:
        """How grave a finding is."""

    @property
    def good(self) -> Sequence[Sentence]:
        """Sentences that must pass."""

    @property
    def bad(self) -> Sequence[Sentence]:
        """Sentences that must fail."""


def entries(rules: Sequence[RuleShown]) -> Iterator[str]:
    """Yield a line a rule: id, severity, and what it says."""
    width = max((len(rule.id) for rule in rules), default=0)
    for rule in rules:
        yield f"{rule.id:<{width}}  {rule.severity:<7}  {rule.rule}\n"


def page(rule: RuleShown) -> Iterator[str]:
    """Yield the page of a rule: what it does, why, what it flags, when it stays silent."""
    yield f"{rule.id} ({rule.severity})\n\n"
    yield f"What it says\n    {rule.rule}\n\n"
    yield "Why\n" + _indented(rule.why) + "\n"
    yield "It finds fault with\n"
    for example in rule.bad:
        yield _indented(example.text) + f"      → {example.says}\n"
    yield "\nIt stays silent on\n"
    for example in rule.good:
        yield _indented(example.text)
    yield (
        "\nIt also stays silent wherever rounding, a hedge, or another reading of a unit\n"
        "would make the sentence right. Inside a quotation it speaks one step lower;\n"
        "[sic] after a figure silences it there.\n"
    )


def _indented(text: str) -> str:
    return "".join(f"    {line}".rstrip() + "\n" for line in text.strip().splitlines())
