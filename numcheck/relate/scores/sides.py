"""Scores with their two sides, and what the words say of them."""

from __future__ import annotations

from numcheck.lexicon.words import phrases
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Figure, Quantity
from numcheck.named import NamedTuple

TABLE = "cues/scores"


class Score(NamedTuple):
    """A result as printed: its two sides, and whether it was won, lost or drawn."""

    quantity: Quantity
    one: int
    other: int
    verdict: str

    @property
    def high(self) -> int:
        """The score of the side ahead."""
        return max(self.one, self.other)

    @property
    def low(self) -> int:
        """The score of the side behind."""
        return min(self.one, self.other)

    @property
    def total(self) -> int:
        """Both sides together."""
        return self.one + self.other


def scores_in(sentence: Sentence) -> list[Score]:
    """Return the results of a sentence that have two sides."""
    out = []
    for quantity in sentence.quantities:
        if quantity.kind != "score" or "third" in quantity.parts:
            continue
        one, other = quantity.parts.get("home"), quantity.parts.get("away")
        if isinstance(one, int) and isinstance(other, int):
            out.append(Score(quantity, one, other, _verdict(sentence, quantity)))
    return out


def _verdict(sentence: Sentence, quantity: Quantity) -> str:
    """Say what the words beside a score make of it: won, lost or drawn."""
    words = sentence.words
    after = phrases(TABLE, "verdicts_after").find(words, quantity.last, quantity.last + 3)
    if after is not None and "," not in words[quantity.last : after.first]:
        return after.name
    first = max((q.last for q in sentence.quantities if q.last <= quantity.first), default=0)
    before = phrases(TABLE, "verdicts_before").all(
        words, max(first, quantity.first - 8), quantity.first
    )
    return before[-1].name if before else ""


def spoken(sentence: Sentence, first: int, last: int, value: int) -> Quantity:
    """Return words that stand for a number ("a defeat", "hat-trick") as a figure."""
    text = sentence.cut(first, last)
    return Quantity(
        sentence.span_of(first, last),
        text,
        "number",
        Figure(text, value),
        place=sentence.block.place,
        sentence=sentence.index,
        first=first,
        last=last,
        noun_last=last,
    )


def number(value: int, like: Quantity) -> Quantity:
    """Return a whole number that was worked out from a score."""
    return Quantity(
        like.span,
        str(value),
        "number",
        Figure(str(value), value),
        place=like.place,
        sentence=like.sentence,
        first=like.first,
        last=like.last,
        noun_last=like.last,
    )
