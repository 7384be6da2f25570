"""A stretch of text, half open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from numcheck.named import NamedTuple


class Span(NamedTuple):
    """A stretch of text: `start` included, `end` not, both in code points."""

    start: int
    end: int

    def cut(self, text: str) -> str:
        """Return the part of `text` that this span covers."""
        return text[self.start : self.end]

    def touches(self, other: Span) -> bool:
        """Say whether the two spans share a character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Say whether `other` lies inside this span."""
        return self.start <= other.start and other.end <= self.end

    def hull(self, other: Span) -> Span:
        """Return the smallest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


def _span(cls: type[Span], start: int, end: int) -> Span:
    """Make a span without a look at names and defaults: no other row is made so often."""
    made: Span = tuple.__new__(cls, (start, end))
    return made


if not TYPE_CHECKING:
    Span.__new__ = staticmethod(_span)
