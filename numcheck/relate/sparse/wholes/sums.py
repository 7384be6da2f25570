"""What figures add up to, in any choice of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from numcheck.model.interval import Interval
from numcheck.model.quantity import Quantity
from numcheck.relate.sparse.window import is_plain, wide


def alike(figures: Sequence[Quantity]) -> bool:
    """Say whether figures can be added: all counts, or all of one unit, and none hedged."""
    units = {one.unit.dimension if one.unit else "" for one in figures}
    kinds = {"count" if one.kind == "number" else one.kind for one in figures}
    plain = all(is_plain(one) and one.hedge is None for one in figures)
    return plain and len(units) == 1 and len(kinds) == 1 and kinds <= {"count", "money", "measure"}


def total(figures: Sequence[Quantity]) -> Interval:
    """Return what figures come to, as they are printed."""
    out = Interval.point(0)
    for one in figures:
        out = out + wide(one)
    return out


def reaches(rest: Quantity, others: Sequence[Quantity]) -> bool:
    """Say whether a figure, with some of the others, comes to another of them."""
    for whole in others:
        terms = [one for one in others if one is not whole]
        for count in range(1, len(terms) + 1):
            for some in combinations(terms, count):
                if total((rest, *some)).meets(wide(whole)):
                    return True
    return False
