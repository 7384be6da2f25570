"""Bands of ages that follow each other, and come to the whole."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.interval import Rational
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.named import NamedTuple
from numcheck.relate.columns.ledgers import at_face_value
from numcheck.relate.setting import Setting

_FURTHEST = 12  # words between a band and its share: "of people aged 15 to 64 there were 60%"


class Band(NamedTuple):
    """A band of ages, its ends in years, and the share printed with it; None is an open end."""

    low: Rational | None
    high: Rational | None
    share: Quantity


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every run of age bands that begins at the youngest and ends at the oldest."""
    run: list[Band] = []
    last = -1
    for sentence in passage.with_kind("percent"):
        if sentence.paragraph > last + 1:
            run = []
        last = sentence.paragraph
        for band in _bands(sentence):
            if not run or not _follows(run[-1], band):
                run = [band] if band.low in (0, None) and band.high is not None else []
                continue
            run.append(band)
            if band.high is None:
                yield _tie(run, sentence)
                run = []


def _tie(run: list[Band], sentence: Sentence) -> Relation:
    shares = tuple(at_face_value([band.share for band in run]))
    return Relation("bands", {"shares": shares}, sentence.span_of(0, 1), strict=True)


def _follows(band: Band, after: Band) -> bool:
    return band.high is not None and after.low in (band.high, band.high + 1)


def _bands(sentence: Sentence) -> Iterator[Band]:
    """Yield the bands of a sentence, each with the percentage that stands next after it."""
    ends: tuple[Rational | None, Rational | None] | None = None
    at = 0
    for quantity in sentence.quantities:
        if quantity.kind == "percent":
            if ends is not None and quantity.value is not None and quantity.first < at + _FURTHEST:
                yield Band(*ends, quantity)
            ends = None
        elif quantity.first >= at and (found := _ends(sentence, quantity)) is not None:
            ends, at = found, quantity.last + 2 * (quantity.upper is None)


def _ends(sentence: Sentence, quantity: Quantity) -> tuple[Rational | None, Rational | None] | None:
    """Return the lowest and highest age of a band, one of which may be open; None for others."""
    figure, unit = quantity.figure, quantity.unit
    if figure is None or quantity.kind not in ("duration", "age", "number", "count"):
        return None
    if unit is not None and unit.name != "year":
        return None
    if quantity.upper is not None:
        return figure.value, quantity.upper.value
    following = sentence.words[quantity.last : quantity.last + 2]
    if following[:1] in (["to"], ["-"], ["–"]) and following[1:] and following[1].isdecimal():
        return figure.value, int(following[1])
    before = sentence.words[quantity.first - 1] if quantity.first else ""
    hedge = quantity.hedge.direction if quantity.hedge else ""
    if hedge == "at least" or any(
        word in lexicon.words("cues/ledgers", "upward")
        for word in sentence.words[quantity.last : quantity.last + 2]
    ):
        return figure.value, None
    if hedge == "more than" or before in ("over", "above"):
        return figure.value + 1, None
    if hedge == "less than" or before in ("under", "below"):
        return None, figure.value - 1
    return None
