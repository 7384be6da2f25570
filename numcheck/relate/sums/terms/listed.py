"""A list of parts, and what its form says of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.named import NamedTuple

_TABLE = "cues/sums"
_LEAVES = frozenset({"leaving", "leaves", "left"})


class Member(NamedTuple):
    """A part in a list: its figure, its places in the sentence, and how it is led in.

    `rest` says that it is what is left ("the other nine"), `more` that it comes on top ("a
    further 31"), `last` that "and" or the like stands before it. `end` is where the next part
    begins.
    """

    quantity: Quantity
    first: int
    end: int
    rest: bool = False
    more: bool = False
    last: bool = False
    worded: bool = False


class Series(NamedTuple):
    """The parts of a list in order; `open` says that something uncounted stands among them."""

    members: tuple[Member, ...]
    open: bool = False

    @property
    def parts(self) -> tuple[Quantity, ...]:
        """The figures of the parts."""
        return tuple(member.quantity for member in self.members)

    @property
    def closed(self) -> bool:
        """Say whether the list ends as lists end that name everything."""
        return not self.open and len(self.members) > 1 and self.members[-1].last

    @property
    def has_rest(self) -> bool:
        """Say whether the last part is counted from what is left."""
        return not self.open and bool(self.members) and self.members[-1].rest

    def outer(self, sentence: Sentence) -> Series:
        """Return the list without a part of the part before: "60 cows, 40 of them Jerseys"."""
        behind, kept = lexicon.phrases(_TABLE, "behind"), list[Member]()
        for member in self.members:
            inner = behind.at(sentence.words, member.quantity.last)
            if not inner or not kept or not _holds(kept[-1].quantity, member.quantity):
                kept.append(member)
        return self._replace(members=tuple(kept))


def _holds(part: Quantity, other: Quantity) -> bool:
    """Say whether a part is a count of its own, as large as another at least."""
    if part.figure is None or other.figure is None or (part.noun is None and part.unit is None):
        return False
    return part.figure.value >= other.figure.value


def astray(sentence: Sentence, wholes: Sequence[Quantity], found: Series) -> bool:
    """Say whether a figure behind the first is of another thing, more than any whole is.

    "14 guns, 11 of them handguns, 2,000 rounds and three swords"; "will close 41 branches, 12 of
    them in Wales, leaving it with 214".
    """
    most = max((one.value or 0 for one in wholes), default=0)
    nouns = {None, *(one.noun for one in wholes)}
    return any(
        (one.quantity.value or 0) > most
        and (
            one.quantity.noun not in nouns
            or not _LEAVES.isdisjoint(sentence.words[before.first : one.quantity.first])
        )
        for before, one in pairwise(found.members)
    )
