"""Runs the good and bad sentences that the rules carry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from numcheck.check import check_text, walk_through
from numcheck.named import NamedTuple
from numcheck.read import read_text

if TYPE_CHECKING:
    from numcheck.judge.rule import Example, Rule
    from numcheck.model.quantity import Quantity
    from numcheck.model.relation import Relation


class Failure(NamedTuple):
    """A sentence that a rule does not judge as it says, and what was seen on the way."""

    rule: str
    text: str
    trouble: str
    seen: tuple[str, ...]

    def __str__(self) -> str:
        """Return the failure for a rule's author."""
        said = [f"{self.rule}: {self.trouble}", *(f"    {line}" for line in self.text.splitlines())]
        return "\n".join([*said, *(f"  {line}" for line in self.seen)])


def failures(rule: Rule) -> Iterator[Failure]:
    """Run a rule over its own sentences: silent on each good one, its message once on a bad one."""
    for example in rule.good:
        said = messages(rule, example)
        if said:
            yield _failure(rule, example, f"a good sentence is found fault with: {said[0]!r}")
    for example in rule.bad:
        said = messages(rule, example)
        if said != [example.says]:
            got = " and ".join(repr(one) for one in said) or "nothing"
            yield _failure(rule, example, f"a bad sentence gives {got}, not {example.says!r}")


def messages(rule: Rule, example: Example) -> list[str]:
    """Return what one rule alone says of a sentence."""
    report = check_text(
        example.text, "<example>", example.format, example.date, example.locale, (rule,)
    )
    return [finding.message for finding in report.findings]


def _failure(rule: Rule, example: Example, trouble: str) -> Failure:
    return Failure(rule.id, example.text.strip(), trouble, tuple(_seen((rule,), example)))


def _seen(rules: Sequence[Rule], example: Example) -> Iterator[str]:
    """Yield the figures, the ties and the decisions: the stage at fault is the first odd one."""
    document = read_text(example.text, "<example>", example.format)
    walk = walk_through(document, rules, example.date, example.locale)
    yield "figures:   " + (", ".join(map(_figure, walk.passage.quantities)) or "none")
    yield "ties:      " + (", ".join(map(_tie, walk.relations)) or "none")
    for decision in walk.decisions:
        yield f"decision:  {_tie(decision.relation)} {decision.verdict}: {decision.working}"
    for fault in walk.faults:
        yield f"fault:     {fault}"


def _figure(quantity: Quantity) -> str:
    about: list[str | None] = [quantity.kind, quantity.counts]
    if quantity.unit is not None:
        about.append(quantity.unit.name)
    return f"{quantity.text!r} ({', '.join(word for word in about if word)})"


def _tie(relation: Relation) -> str:
    roles = ", ".join(f"{role} {quantity.text!r}" for role, quantity in relation.figures())
    return f"{relation.kind}({roles})"
