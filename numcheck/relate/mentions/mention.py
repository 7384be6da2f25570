"""A thing and the figure that a sentence gives of it."""

from __future__ import annotations

from numcheck.model.interval import Rational
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.named import NamedTuple


class Mention(NamedTuple):
    """A thing and its figure: "the 14-mile trail" is (trail, length) and 14 miles.

    `definite` says that the thing may be one named before, `other` that it is told from another
    of its kind. `where` is the place that tells it apart, `owner` whose it is; sentences with a
    word of `barred` keep it from being the same. `slipped` asks that the digits be those of the
    first figure in another order, or of a year all but one.
    """

    thing: str
    attribute: str
    quantity: Quantity
    sentence: Sentence
    definite: bool
    other: bool = False
    where: str = ""
    owner: str = ""
    window: int = 12
    barred: frozenset[str] = frozenset()
    slipped: bool = False


class Known:
    """What a text has said of a thing so far: its first mention, and all its values."""

    __slots__ = ("aged", "first", "values")

    def __init__(self, first: Mention) -> None:
        """Take the first mention of a thing."""
        self.first = first
        self.values: set[Rational | None] = set()
        self.aged = False
        self.add(first)

    def add(self, mention: Mention) -> None:
        """Take a further mention of the same thing."""
        self.values.add(mention.quantity.value)
        self.aged = self.aged or mention.quantity.kind == "age"
