"""Says what a figure was read as, in the words of this folder's tables."""

from __future__ import annotations

import numcheck
from numcheck.model.quantity import NOT_AMOUNTS, Quantity


def amounts(text: str) -> list[Quantity]:
    """Return what a text holds of amounts, dates and names left out."""
    return [found for found in numcheck.extract_text(text) if found.kind not in NOT_AMOUNTS]


def meaning_of(quantity: Quantity) -> str:
    """Say hedge, value, and unit or noun."""
    assert quantity.figure is not None
    value = str(quantity.figure.value) + (f"..{quantity.upper.value}" if quantity.upper else "")
    unit = quantity.unit.name if quantity.unit else quantity.noun
    hedge = quantity.hedge.direction if quantity.hedge else None
    return " ".join(word for word in (hedge, value, unit) if word)
