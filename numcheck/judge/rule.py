"""What a rule is once it is understood."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from numcheck.judge.tree import Template, Tree
from numcheck.model.finding import Severity
from numcheck.named import NamedTuple


class Example(NamedTuple):
    """A sentence that a rule carries; `says` is the message that it must give, if it is bad."""

    text: str
    says: str = ""
    line: int = 0
    format: str = "plain"
    date: str | None = None
    locale: str | None = None


class Statements(NamedTuple):
    """What a rule decides by and says: expressions as trees, messages as templates."""

    where: Tree | None
    check: Tree
    message: Template
    suggest: tuple[tuple[str, Template], ...] = ()


class Page(NamedTuple):
    """What a rule tells its readers; `lines` has the line of every key in the file."""

    why: str
    good: tuple[Example, ...]
    bad: tuple[Example, ...]
    lines: Mapping[str, int]


class Rule(NamedTuple):
    """A rule, understood.

    `roles` are those of its kind that it names. Its statements are fetched when a tie of its kind
    turns up, its page when somebody reads it: most rules of a start are asked for neither.
    """

    id: str
    rule: str
    kind: str
    roles: tuple[str, ...]
    severity: Severity
    origin: str
    statements: Callable[[], Statements]
    page: Callable[[], Page]

    @property
    def where(self) -> Tree | None:
        """The condition under which the rule is meant."""
        return self.statements().where

    @property
    def check(self) -> Tree:
        """What must hold."""
        return self.statements().check

    @property
    def message(self) -> Template:
        """What is said where it does not hold."""
        return self.statements().message

    @property
    def suggest(self) -> tuple[tuple[str, Template], ...]:
        """What to print instead, by role."""
        return self.statements().suggest

    @property
    def why(self) -> str:
        """The reason for the rule."""
        return self.page().why

    @property
    def good(self) -> tuple[Example, ...]:
        """Sentences that must pass."""
        return self.page().good

    @property
    def bad(self) -> tuple[Example, ...]:
        """Sentences that must fail."""
        return self.page().bad

    @property
    def lines(self) -> Mapping[str, int]:
        """Key → its line in the file."""
        return self.page().lines
