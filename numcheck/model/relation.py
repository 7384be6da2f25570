"""Quantities that the wording ties together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from numcheck.model.quantity import Quantity
from numcheck.model.span import Span
from numcheck.record import record

Role = Quantity | tuple[Quantity, ...]


@record
class Relation:
    """Figures that the wording ties together, and how.

    `roles` name each figure, or list of figures, as the kind's rules do. `cue` is the stretch of
    text that claims the tie ("of whom"). `strict` takes every printed digit as meant: a trailing
    zero is then no rounding (a single part against its whole; the n/m and p % of a table).
    `difference` marks temperatures that are differences, not readings. `derived` names the roles
    that the finder worked out and that stand nowhere in the text. `sentences` are the numbers of
    the first and last sentence that take part.
    """

    kind: str
    roles: Mapping[str, Role]
    cue: Span
    strict: bool = False
    difference: bool = False
    derived: frozenset[str] = frozenset()
    quoted: bool = False

    def figures(self) -> Iterator[tuple[str, Quantity]]:
        """Yield role and quantity for every printed figure, lists spread, derived ones left out."""
        for role, what in self.roles.items():
            if role in self.derived:
                continue
            for quantity in what if isinstance(what, tuple) else (what,):
                yield role, quantity

    @property
    def span(self) -> Span:
        """The smallest stretch of text that holds every printed figure."""
        hull: Span | None = None
        for _, quantity in self.figures():
            hull = quantity.span if hull is None else hull.hull(quantity.span)
        return hull or self.cue
