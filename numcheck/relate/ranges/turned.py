"""The tie of a range, and its print turned round."""

from __future__ import annotations

from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.wording import is_quoted


def range_of(sentence: Sentence, low: Quantity, high: Quantity) -> Relation:
    """Tie both ends of a range, with what to print where it runs downward."""
    span = low.span.hull(high.span)
    swapped = replace(
        low, kind="identifier", span=span, text=_turned(sentence, low, high), figure=None, unit=None
    )
    return Relation(
        "range",
        {"low": low, "high": high, "turned": swapped},
        span,
        strict=low.unit == high.unit,  # both ends in one print: no rounding turns them round
        derived=frozenset({"turned"}),
        quoted=is_quoted(sentence, low, high),
    )


def _turned(sentence: Sentence, low: Quantity, high: Quantity) -> str:
    """Print a range with its ends exchanged; nothing where it runs upward as it stands."""
    if low.figure is None or high.figure is None:
        return ""
    if low.unit == high.unit and low.figure.value <= high.figure.value:
        return ""
    first, last = sorted((low, high), key=lambda one: one.span.start)
    between = sentence.text[first.span.end : last.span.start]
    one, other = _number(first), _number(last)
    if low.unit != high.unit:
        one, other = first.text, last.text
    return first.text.replace(one, _cased(other, one), 1) + between + _put(last.text, other, one)


def _number(end: Quantity) -> str:
    """Return the bare number of an end, where it stands in its print."""
    assert end.figure is not None
    number = end.figure.printed
    return number if number and number in end.text else end.text


def _put(text: str, number: str, other: str) -> str:
    """Put another number in a print, in lower case where it is a word: "Six" as "six"."""
    return text.replace(number, other.lower() if other.isalpha() else other, 1)


def _cased(number: str, like: str) -> str:
    """Begin a number word as the one in whose place it stands."""
    return number[:1].upper() + number[1:] if like[:1].isupper() and number.isalpha() else number
