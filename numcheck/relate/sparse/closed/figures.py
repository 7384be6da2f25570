"""Which figures of a sentence can be added up, and which cannot."""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.lexicon import words as lexicon
from numcheck.model.quantity import Quantity
from numcheck.named import NamedTuple
from numcheck.record import replace
from numcheck.relate.sparse.window import is_plain

_COUNTS = frozenset({"count", "number"})
_MOST = 6  # figures of which every choice is tried
_NO_SUMS = frozenset("temperature speed pressure percent".split())


class Family(NamedTuple):
    """The figures that may be added up with a claimed one; `spare` may be left out of a sum."""

    others: tuple[Quantity, ...]
    spare: tuple[Quantity, ...] = ()


def family(claimed: Quantity, figures: Sequence[Quantity]) -> Family | None:
    """Return the figures of a claimed one's kind, or None where one of them is no plain number."""
    if claimed.unit is not None and claimed.unit.dimension in _NO_SUMS:
        return None
    counts = claimed.kind in _COUNTS and claimed.unit is None
    others = []
    for one in figures:
        if one.first == claimed.first and one.sentence == claimed.sentence:
            continue
        kept = _counted(one) if counts else _measured(one, claimed)
        if kept is None:
            continue
        if kept.hedge is not None or not is_plain(kept):
            return None
        others.append(kept)
    spare = [one for one in others if _announces(one, len(others) - 1)]
    spare += [one for one in figures if not counts and _announces(one, len(others))]
    plain = tuple(one for one in others if all(one is not other for other in spare))
    return Family(plain, tuple(spare)) if 1 < len(plain) <= _MOST else None


def alike(one: Quantity, other: Quantity) -> bool:
    """Say whether two figures both count, or are in units that can be added."""
    if one.unit is None or other.unit is None:
        return one.unit is other.unit and {one.kind, other.kind} <= _COUNTS
    return one.kind == other.kind and one.unit.dimension == other.unit.dimension


def _counted(one: Quantity) -> Quantity | None:
    """Return a figure that counts something; "a two-day toll" counts no days."""
    times = lexicon.words("cues/sums", "times")
    return one if one.kind in _COUNTS and one.unit is None and one.noun not in times else None


def _measured(one: Quantity, claimed: Quantity) -> Quantity | None:
    """Return a figure in a unit that can be added to the claimed one's."""
    if one.unit is not None and claimed.unit is not None:
        spans = one.kind == "duration" and one.unit.dimension == claimed.unit.dimension
        same = one.kind == claimed.kind and (one.unit == claimed.unit or spans)
        # "900 feet over its 4 miles (the return is 9 kilometres)": who adds up changes no system
        same = same and one.unit.system == claimed.unit.system
        return one if same and "-" not in one.text else None
    bare = one.kind == "number" and one.noun is None and one.value != 1
    if not bare or claimed.kind == "money" or claimed.unit is None:
        return None
    return replace(one, kind=claimed.kind, unit=claimed.unit, units=claimed.units)


def _announces(one: Quantity, parts: int) -> bool:
    """Say whether a count tells how many parts there are: "three acts – 50 minutes, …"."""
    if one.kind not in _COUNTS or one.unit is not None or parts < 2:
        return False
    return one.value == 1 or (one.value == parts and one.noun is not None)


def in_unit(claimed: Quantity, figures: Sequence[Quantity]) -> Quantity:
    """Return a bare figure in the one unit beside it: "640 acres: wheat, 310; the other 160"."""
    if claimed.kind != "number" or claimed.noun is not None:
        return claimed
    told = [one for one in figures if one.unit is not None and "-" not in one.text]
    bare = all(one.kind == "number" or one is told[0] for one in figures) if told else False
    if len(told) != 1 or not bare or told[0].kind in ("percent", "duration"):
        return claimed
    return replace(claimed, kind=told[0].kind, unit=told[0].unit, units=told[0].units)
