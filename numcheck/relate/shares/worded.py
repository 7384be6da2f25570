"""Shares in words, read as the percentages for which they stand."""

from __future__ import annotations

from numcheck.lexicon.units import unit_named
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.record import replace
from numcheck.relate.fractions import shares_in, with_halves

FRACTIONS = frozenset({"half", "third", "thirds", "quarter", "quarters", "fifth", "fifths"})
"""Words of shares, which may stand where no figure is read: "about a third said yes"."""


def in_percent(sentence: Sentence) -> list[Quantity]:
    """Return the amounts of a sentence, "a quarter" and "most of" as percentages."""
    figures = with_halves(sentence, shares_in(sentence, rough=True))
    return [_percent(one) if one.kind == "ratio" else one for one in figures]


def _percent(share: Quantity) -> Quantity:
    figure = share.figure
    if figure is None or figure.bounds is None:
        return share
    hundredfold = replace(figure, value=figure.value * 100, bounds=figure.bounds.scale(100))
    unit = unit_named("percent")
    return replace(
        share, kind="percent", figure=hundredfold, unit=unit, units=(unit,),
        parts={**share.parts, "share": share},
    )  # fmt: skip
