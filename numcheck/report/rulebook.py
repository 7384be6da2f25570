"""A rule's page, in the words of a copy editor."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Protocol

from numcheck.model.kinds import KINDS
from numcheck.report.phrases import folded


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


class RuleTied(RuleShown, Protocol):
    """What a handbook needs to know besides."""

    @property
    def kind(self) -> str:
        """The kind of tie that the rule judges."""


def entries(rules: Sequence[RuleShown]) -> Iterator[str]:
    """Yield a line a rule: id, severity, and what it says."""
    width = max((len(rule.id) for rule in rules), default=0)
    for rule in rules:
        yield f"{rule.id:<{width}}  {rule.severity:<7}  {rule.rule}\n"


def handbook(rules: Sequence[RuleTied]) -> Iterator[str]:
    """Yield the pages of rules as one document in Markdown, a list of them first."""
    yield "# The rules\n\nEach by its own words and its own sentences: what it says, why, "
    yield "what it finds fault with, and what it stays silent on.\n\n"
    yield "<!-- Made of the rules themselves, by `make lexicon`: change those. -->\n\n"
    yield "| rule | finding | what it says |\n|---|---|---|\n"
    for rule in rules:
        yield f"| [{rule.id}](#{rule.id}) | {rule.severity} | {_escaped(rule.rule)} |\n"
    for rule in rules:
        yield f"\n## {rule.id}\n\n**{_escaped(rule.rule)}** ({rule.severity})\n\n"
        yield _escaped(rule.why) + "\n\nIt finds fault with\n\n```text\n"
        for example in rule.bad:
            yield f"{example.text.strip()}\n  → {example.says}\n"
        yield "```\n\nIt stays silent on\n\n```text\n"
        yield "".join(f"{example.text.strip()}\n" for example in rule.good) + "```\n"
    yield from _kinds(rules)


def _kinds(rules: Sequence[RuleTied]) -> Iterator[str]:
    """Yield what ties there are for rules to judge, with the rules that do."""
    yield "\n## Kinds of tie\n\nWhat a rule may `match`, with all roles of it; `*` is a list of "
    yield "figures.\n\n| kind | rules |\n|---|---|\n"
    for kind, roles in KINDS.items():
        named = ", ".join(f"{role}*" if many else role for role, many in roles.items())
        judged = ", ".join(f"[{one.id}](#{one.id})" for one in rules if one.kind == kind)
        yield f"| `{kind}({named})` | {judged} |\n"


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


def _escaped(text: str) -> str:
    """Return a text on one line that prints as it is in Markdown."""
    return re.sub(r"([\\`*_\[\]<>&|])", r"\\\1", folded(text))
