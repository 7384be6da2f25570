"""Margins of error against the number of people asked."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import isqrt

from numcheck.lexicon import words as lexicon
from numcheck.model.interval import Interval, quotient
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Figure, Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.wording import amounts, is_quoted, preceding

_TABLE = "cues/statistics"
_FARTHEST = 3
_LEAST, _MOST = Fraction(7, 10), Fraction(9, 5)  # at 80% confidence; with weights


def margins(passage: Passage) -> Iterator[Relation]:
    """Yield the margin of error of a poll with the one sample that its paragraph gives."""
    figured = passage.figured
    for at, sentence in enumerate(figured):
        if "error" not in sentence.vocabulary or not {"margin", "sampling"} & set(sentence.words):
            continue
        margin = _margin(sentence)
        if margin is None:
            continue
        near = [
            one
            for one in figured[max(0, at - _FARTHEST) : at + 2]
            if one.paragraph == sentence.paragraph and abs(one.index - sentence.index) <= _FARTHEST
        ]
        samples = [sample for one in near for sample in _samples(one)]
        if len(samples) != 1 or any(_parted(one) for one in near):
            continue
        yield _relation(sentence, margin, samples[0])


def _margin(sentence: Sentence) -> Quantity | None:
    """Return the only margin that a sentence gives: "plus or minus 3 points"."""
    words = sentence.words
    found = None
    for quantity in amounts(sentence):
        pointed = quantity.kind in ("points", "percent") or quantity.noun == "point"
        if not pointed or quantity.is_range or quantity.figure is None:
            continue
        at = words.index("margin" if "margin" in words else "sampling")
        if not -16 <= quantity.first - at <= 14:
            continue
        if any(
            word in lexicon.words(_TABLE, "levels")
            for word in words[quantity.last : quantity.last + 2]
        ):
            continue
        if found is not None:
            return None
        found = quantity
    return found


def _samples(sentence: Sentence) -> Iterator[Quantity]:
    """Yield the counts of people asked: "a poll of 1,000 adults", "spoke to 400 residents"."""
    asked = lexicon.words(_TABLE, "asked")
    for quantity in amounts(sentence):
        if quantity.kind not in ("count", "number") or quantity.unit is not None:
            continue
        figure = quantity.figure
        if figure is None or figure.value < 50 or quantity.is_range or figure.vague:
            continue
        if figure.value % 1 == 0 and any(
            word in asked for word in preceding(sentence, quantity, 6)
        ):
            yield quantity


def _parted(sentence: Sentence) -> bool:
    """Say whether a sentence speaks of subgroups, or of a lead within the margin."""
    return any(word in lexicon.words(_TABLE, "subgroups") for word in sentence.words)


def _relation(sentence: Sentence, margin: Quantity, sample: Quantity) -> Relation:
    """Tie a margin to 98 over the root of the sample; 0.7 of it, or 1.8 times it, may be fair."""
    assert sample.figure is not None and margin.figure is not None
    size = int(sample.figure.value)
    root = Fraction(isqrt(size * 10**8), 10**4)
    usual = Fraction(98) / root
    shown = Fraction(round(usual * 10), 10)
    bounds = Interval(usual * _LEAST, usual * _MOST)
    unit = margin.unit
    figure = Figure("", quotient(shown.numerator, shown.denominator), Fraction(1, 10),
                    Fraction(1, 10), 1, bounds=bounds)  # fmt: skip
    derived = Quantity(
        margin.span, "", margin.kind, figure, unit=unit, units=margin.units,
        counts=margin.counts, noun=margin.noun, place=margin.place, sentence=margin.sentence,
        first=margin.first, last=margin.last, noun_last=margin.noun_last,
    )  # fmt: skip
    return Relation(
        "sampling",
        {"margin": _positive(margin), "sample": sample, "usual": derived},
        margin.span.hull(sample.span),
        derived=frozenset({"usual"}),
        quoted=is_quoted(sentence, margin),
    )


def _positive(margin: Quantity) -> Quantity:
    """Return "plus or minus 3 points" as 3: the minus is part of the phrase."""
    figure = margin.figure
    assert figure is not None
    if figure.value >= 0:
        return margin
    return replace(margin, figure=replace(figure, value=-figure.value))
