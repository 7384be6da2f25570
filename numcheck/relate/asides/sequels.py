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
_RANK = 11  # words of "will be one of the three longest"
_SUBJECT = 9  # words of "The new bridge over the Tees at Yarm is"
_IS = frozenset({"is", "was", "will", "would", "became", "becomes", "remains"})
_ITS = frozenset({"the", "its", "their", "his", "her", "a", "an", "this", "that", "it"})
_TURNS = frozenset({",", ";", ":", "and", "but", "than", "which", "who", "that", "once"})
_WEIGHS = frozenset({"weighs", "weighed"})
_HIGH = frozenset({"highest", "tallest", "loftiest", "higher", "taller"})
_RANKS = {
    "long": frozenset({"longest", "longer"}),
    "high": _HIGH, "tall": _HIGH,
    "deep": frozenset({"deepest", "deeper"}),
    "wide": frozenset({"widest", "wider", "broadest", "broader"}),
    "heavy": frozenset({"heaviest", "heavier", "biggest", "largest"}),
}  # fmt: skip
_ADDS = frozenset({"a", "an", "per", "each", "of", "and", "to", "by"})


def sequel(before: Sentence, sentence: Sentence) -> Iterator[Relation]:
    """Yield the tie of the one figure of its kind in a sentence with the first of the next."""
    words = sentence.words
    if words[:1] == ["at"]:
        yield from _at_its_size(before, sentence)
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


def _at_its_size(before: Sentence, sentence: Sentence) -> Iterator[Relation]:
    """Yield "The bridge is 412 metres long. At 1,152 feet it will be the longest in the county"."""
    figures, given = amounts(sentence), amounts(before)
    if before.paragraph != sentence.paragraph or len(given) != 1 or not figures:
        return
    if opens(sentence, figures[0]) > 2 or figures[0].unit is None or given[0].unit is None:
        return
    if figures[0].unit.system == given[0].unit.system or not kindred(given[0], figures[0]):
        return
    words, last = sentence.words, closes(sentence, figures[0])
    last += words[last : last + 1] == [","]
    ways = _sized(before, given[0])
    if words[last : last + 1] != ["it"] or not ways:
        return
    said = words[last + 1 : last + _RANK]
    rank = next((at for at, word in enumerate(said) if word in ways), -1)
    if rank > 0 and said[0] in _IS and {",", "and", "but", "not", "no"}.isdisjoint(said[:rank]):
        yield from pair(sentence, given[0], figures[0], Span(0, 1), before)


def _sized(before: Sentence, given: Quantity) -> frozenset[str]:
    """Return the ranks that a sentence about one thing and its one size goes on to give it."""
    words, at = before.words, opens(before, given)
    after = words[closes(before, given) :][:2]
    lead, mark = words[:at], after[1:2] in ([], ["."], ["!"])
    if words[0] not in _ITS or at > _SUBJECT or not _TURNS.isdisjoint(lead):
        return frozenset()
    if lead[-1] in _WEIGHS:
        return _RANKS["heavy"] if after[:1] in ([], ["."]) else frozenset()
    stands = lead[-1] in _IS or lead[-1] in ("stands", "measures")
    return _RANKS.get(after[0], frozenset()) if stands and mark and after else frozenset()


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
