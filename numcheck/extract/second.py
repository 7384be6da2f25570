"""The second opinion: figures as quantulum3 reads them, for `--engine quantulum3`."""

from __future__ import annotations

import sys
import types
import warnings
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fractions import Fraction
from functools import cache
from typing import Any

from numcheck.extract.around.finish import kind_of
from numcheck.extract.sentences import sentences
from numcheck.lexicon.units import unit_named
from numcheck.model.document import Document
from numcheck.model.interval import Rational
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Figure, Quantity
from numcheck.model.span import Span
from numcheck.model.unit import Unit


def annotate(document: Document, locale: str | None = None) -> Passage:
    """Cut a document into sentences and let quantulum3 read them; `locale` is not known to it."""
    parse = _parser()
    cut = tuple(sentences(document))
    for sentence in cut:
        found = parse(sentence.span.cut(document.text))
        sentence.take([_quantity(sentence, one) for one in found if one.span[1]])
    return Passage(document, cut, tuple(one for one in cut if one.quantities))


@cache
def _parser() -> Callable[[str], list[Any]]:
    """Return quantulum3's reader; its first import takes half a second."""
    with _without_typeguard(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it misses scikit-learn, which nothing here needs
        from quantulum3 import parser

        parse: Callable[[str], list[Any]] = parser.parse
        parse("1 m")  # which imports inflect
    return parse


@contextmanager
def _without_typeguard() -> Iterator[None]:
    """Stand in for typeguard while inflect is imported, which it would recompile for two seconds.

    See https://github.com/jaraco/inflect/issues/212.
    """
    if "typeguard" in sys.modules:
        yield
        return
    stand_in: Any = types.ModuleType("typeguard")
    stand_in.typechecked = lambda checked: checked
    sys.modules["typeguard"] = stand_in
    try:
        yield
    finally:
        del sys.modules["typeguard"]


def _quantity(sentence: Sentence, found: Any) -> Quantity:
    """Turn a quantity of quantulum3 into one of ours; it gives a range as a value and its slack."""
    begin, end = sentence.span.start + found.span[0], sentence.span.start + found.span[1]
    # For "between 60 and 70" it names a place before the text.
    span = Span(max(begin, sentence.span.start), min(end, sentence.span.end))
    first = max(0, bisect_right(sentence.starts, span.start) - 1)
    last = max(first + 1, bisect_left(sentence.starts, span.end))
    unit = _unit(found.unit.name, found.unit.entity.name)
    slack = _exact(found.uncertainty or 0)
    value, upper = _exact(found.value), None
    if slack and "±" not in found.surface and "+" not in found.surface:
        value, upper = value - slack, Figure(found.surface, value + slack)
    units = (unit,) if unit else ()
    return Quantity(
        span, span.cut(sentence.text), kind_of(units), Figure(found.surface, value), upper, unit,
        units, place=sentence.block.place, sentence=sentence.index, first=first, last=last,
        noun_last=last,
    )  # fmt: skip


def _exact(number: float) -> Rational:
    exact = Fraction(repr(number)) if abs(number) < 1e300 else Fraction(0)
    return exact.numerator if exact.denominator == 1 else exact


@cache
def _unit(name: str, entity: str) -> Unit | None:
    """Return our unit of a name, or one that only quantulum3 knows; None for a bare number."""
    if name == "dimensionless":
        return None
    for spelling in (name, name.removesuffix(" angle"), name.replace("-", " ")):
        try:
            unit = unit_named(spelling)
        except ValueError:
            continue
        if entity != "angle" or unit.dimension == entity:
            return unit
    return Unit(name, entity, 1)
