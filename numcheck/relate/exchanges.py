"""Sums in two currencies, and the rates that they imply."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from numcheck.model.interval import Interval
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.setting import Setting
from numcheck.relate.wording import amounts, closes, derived, is_quoted, opens

_TENTH = Fraction(1, 10)
_OTHER_DATES = frozenset(
    "then then-worth adjusted inflation historical historic rate rates exchange pegged worth-then "
    "black official parallel".split()
)


class Exchanged(NamedTuple):
    """A sum and the same in another currency, with the rate that the two may stand for."""

    sentence: Sentence
    given: Quantity
    other: Quantity
    rate: Interval


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield two sums of one pair of currencies whose brackets should imply one rate.

    Rates move, so that pairs in sentences with a year or talk of rates are left alone, and two
    rates agree within ten per cent; no rate from outside the text is ever used.
    """
    pairs: dict[tuple[str, str], list[Exchanged]] = {}
    for sentence in passage.figured:
        for pair in _exchanged(sentence):
            assert pair.given.unit is not None and pair.other.unit is not None
            key = sorted((pair.given.unit.dimension, pair.other.unit.dimension))
            pairs.setdefault((key[0], key[1]), []).append(pair)
    for same in pairs.values():
        if len(same) > 1:
            yield from _compared(same)


def _exchanged(sentence: Sentence) -> Iterator[Exchanged]:
    figures = [q for q in amounts(sentence) if q.kind == "money"]
    if len(figures) < 2 or any(word in _OTHER_DATES for word in sentence.words):
        return
    if any(q.kind in ("year", "date") for q in sentence.quantities):
        return
    for given, other in pairwise(figures):
        if given.is_range or other.is_range or not given.value or not other.value:
            continue
        if given.unit is None or other.unit is None:
            continue
        if given.unit.dimension == other.unit.dimension or not _bracket(sentence, given, other):
            continue
        above, below = _in_base(other), _in_base(given)
        if given.unit.dimension > other.unit.dimension:  # "€50m (£42m) … £17m (€20m)"
            above, below = below, above
        yield Exchanged(sentence, given, other, above / below)


def _in_base(quantity: Quantity) -> Interval:
    assert quantity.unit is not None
    return quantity.reading(hedged=False).scale(quantity.unit.factor)


def _bracket(sentence: Sentence, given: Quantity, other: Quantity) -> bool:
    gap = sentence.words[closes(sentence, given) : opens(sentence, other)]
    after = closes(sentence, other)
    follows = sentence.words[after : after + 1]
    if gap and gap[0] in ("(", "["):
        return len(gap) <= 2 and follows in ([")"], ["]"], [";"], [","])
    return gap in ([",", "or"], ["/"]) and (not follows or not follows[0].isalpha())


def _compared(pairs: list[Exchanged]) -> Iterator[Relation]:
    """Compare each pair with the one that most others agree with."""
    agreeing = [sum(_agree(one, other) for other in pairs[:12]) for one in pairs[:12]]
    best = max(range(len(agreeing)), key=lambda at: (agreeing[at], -at))
    model = pairs[best]
    for at, pair in enumerate(pairs):
        if at == best:
            continue
        first, second = (model, pair) if best < at else (pair, model)
        yield Relation(
            "exchange",
            {
                "first": first.given,
                "first_other": first.other,
                "second": second.given,
                "second_other": second.other,
                "rate": derived(_widened(first.rate), first.given, kind="number"),
                "again": derived(second.rate, second.given, kind="number"),
            },
            pair.given.span.hull(pair.other.span),
            derived=frozenset({"rate", "again"}),
            quoted=is_quoted(pair.sentence, pair.given, pair.other),
        )


def _agree(one: Exchanged, other: Exchanged) -> bool:
    return _widened(one.rate).meets(other.rate)


def _widened(rate: Interval) -> Interval:
    assert rate.low is not None and rate.high is not None
    return Interval(rate.low * (1 - _TENTH), rate.high * (1 + _TENTH))
