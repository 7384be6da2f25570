"""Probabilities over one, and correlations beyond it."""

from __future__ import annotations

from functools import cache

from numcheck.lexicon import words as lexicon
from numcheck.model.interval import quotient
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.record import replace
from numcheck.relate.wording import opens, preceding, surroundings

_TABLE = "cues/impossible"
Limited = tuple[str, dict[str, Quantity]] | None
_POWERS = frozenset({"×", "x", "e", "*", "·", "^", "in", "to", "out", "/"})
_SAID = frozenset({"is", "was", "of", "be", "at"})
_LINKS = frozenset({"of", "is", "was", "=", "at", "a", "about", "coefficient", "value", "be", "to"})


@cache
def names() -> frozenset[str]:
    """Return the words of which one names what a bare number is: "ph", "r", "probability"."""
    tables = (lexicon.words(_TABLE, key) for key in ("probabilities", "correlations"))
    return frozenset({"p", "r", "ph"}).union(*tables)


def probability(sentence: Sentence, quantity: Quantity) -> Limited:
    """Take a probability: "a 130% chance", "a probability of 1.4", "p = 1.3"."""
    words = sentence.words
    after = words[quantity.last : quantity.last + 3]
    if quantity.kind == "percent":
        if after[:1] and after[0] in ("chance", "probability", "likelihood"):
            return "probability", {"figure": _of_one(quantity)}
        named = _named(sentence, quantity, "probabilities")
        return ("probability", {"figure": _of_one(quantity)}) if named else None
    if quantity.noun is not None or quantity.value is None:
        return None
    if after and after[0] in _POWERS:
        return None
    before = preceding(sentence, quantity, 2)
    if before == ["p", "="]:
        tests = lexicon.words(_TABLE, "tests")
        said = not tests.isdisjoint(surroundings(sentence, quantity))
        return ("probability", {"figure": quantity}) if said else None
    return _named(sentence, quantity, "probabilities") if quantity.value > 0 else None


def _of_one(percent: Quantity) -> Quantity:
    """Return a percentage as a share of one, so that both kinds of print have one limit."""
    figure = percent.figure
    assert figure is not None
    hundredth = replace(
        figure, value=quotient(figure.value, 100), grain=quotient(figure.grain, 100),
        coarse=quotient(figure.coarse, 100),
    )  # fmt: skip
    return replace(percent, kind="number", unit=None, units=(), figure=hundredth)


def correlation(sentence: Sentence, quantity: Quantity) -> Limited:
    """Take a correlation: "a correlation of 1.4", "r = −1.2" among correlations."""
    words = sentence.words
    if quantity.noun is not None or words[quantity.last : quantity.last + 1] == ["%"]:
        return None
    if preceding(sentence, quantity, 2) == ["r", "="]:
        at = opens(sentence, quantity) - 2
        names = lexicon.words(_TABLE, "correlations")
        known = not names.isdisjoint(surroundings(sentence, quantity))
        return ("correlation", {"figure": quantity}) if sentence.raw[at] == "r" and known else None
    figure = quantity.figure
    if figure is None or not figure.decimals:
        return None
    return _named(sentence, quantity, "correlations", "correlation")


def _named(
    sentence: Sentence, quantity: Quantity, table: str, kind: str = "probability"
) -> Limited:
    """Take a figure that a noun before it names, with little between."""
    before = preceding(sentence, quantity, 9)
    names = lexicon.words(_TABLE, table)
    at = next((i for i in range(len(before) - 1, -1, -1) if before[i] in names), None)
    between = before[at + 1 :] if at is not None else []
    if not between:
        return None
    said = between[-1] in _SAID and all(word.isalpha() for word in between)
    if not said and not all(word in _LINKS for word in between):
        return None
    return kind, {"figure": quantity}
