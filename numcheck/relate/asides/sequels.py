"""A figure given again by the next sentence: "That is 88,000 lb."."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.model.span import Span
from numcheck.relate.asides.bridges import SAID, TABLE, WHICH, claim_of, compares, in_scale
from numcheck.relate.asides.pairing import kindred, one_clock, one_number, pair, powers_apart
from numcheck.relate.wording import amounts, closes, opens

_FAR = 14  # words before the first figure of a sentence that gives one again
_QUOTES = frozenset("\"“”'‘’")
_ADDS = frozenset({"a", "an", "per", "each", "of", "and", "to", "by"})


def sequel(before: Sentence, sentence: Sentence) -> Iterator[Relation]:
    """Yield the tie of the one figure of its kind in a sentence with the first of the next."""
    words = sentence.words
    if not words or before.paragraph != sentence.paragraph:
        return
    if words[words[0] in _QUOTES and len(words) > 1] not in lexicon.words(TABLE, "sequel_opens"):
        return
    figures = amounts(sentence)
    if not figures or opens(sentence, figures[0]) > _FAR:
        return
    gap = [word for word in words[: opens(sentence, figures[0])] if word not in _QUOTES]
    if claim_of(gap) not in (WHICH, SAID):
        return
    other = in_scale(sentence, figures[0], gap)
    given = _only(before, other)
    if given is not None and _again(sentence, given, other):
        yield from pair(sentence, given, other, Span(0, opens(sentence, other)), before)


def _only(before: Sentence, other: Quantity) -> Quantity | None:
    """Return the figure of the sentence before that alone may be meant."""
    kin = [quantity for quantity in amounts(before) if kindred(quantity, other)]
    return kin[0] if len(kin) == 1 else None


def _again(sentence: Sentence, given: Quantity, other: Quantity) -> bool:
    """Say whether a figure gives another one again, and adds nothing to it."""
    if compares(sentence, other):
        return False
    at = closes(sentence, other)
    follows = sentence.words[at : at + 1]
    if given.unit is None:
        return one_number(given, other)
    if given.unit == other.unit:
        return powers_apart(given, other) and (not follows or follows[0] not in _ADDS)
    if given.kind == other.kind == "duration":
        return one_clock(given, other) and bool(follows) and follows[0] in ".,;:!"
    if other.unit is not None and given.unit.system != other.unit.system:
        return True
    return given.unit.dimension == "temperature" or not follows or not follows[0].isalpha()
