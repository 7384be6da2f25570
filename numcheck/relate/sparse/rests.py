"""Shares of which the last is the other or the remaining one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from numcheck.model.interval import Interval
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.shares.worded import FRACTIONS, in_percent
from numcheck.relate.sparse.window import Window, fits, is_plain, wide
from numcheck.relate.wording import cue, is_quoted, opens

_REST = frozenset({"other", "remaining", "rest"})


def find(window: Window) -> Iterator[Relation]:
    """Yield "the founder holds 44%, a fund 31% and small investors the other 35%"."""
    if sum(one.kind in ("percent", "ratio") for one in window.own) < 2:
        return
    shares = [one for one in in_percent(window.sentence) if one.kind == "percent"]
    if len(shares) < 2 or window.says("not_a_pie"):
        return
    if not any("share" in one.parts for one in shares) and not FRACTIONS.isdisjoint(
        window.vocabulary
    ):
        return  # "about a third said yes, 45% no and the other 20% were unsure"
    last, at = shares[-1], opens(window.sentence, shares[-1])
    lead = window.lead(last, 3)
    if lead[-1:] == [] or lead[-1] not in _REST or lead[-2:-1] != ["the"] or "half" in lead:
        return
    if lead[:-2] == ["of"]:
        return
    if not all(is_plain(one) for one in shares) or _reached(shares):
        return
    yield Relation(
        "full",
        {"shares": tuple(shares)},
        cue(window.sentence, at - 1, at),
        quoted=is_quoted(window.sentence, *shares),
    )


def _reached(shares: Sequence[Quantity]) -> bool:
    """Say whether the shares fill one of themselves, or the one before: "of the 60%, 40% …"."""
    readings = [wide(one) for one in shares]
    total = Interval.point(0)
    for reading in readings[1:]:
        total += reading
    # "60% of the staff and 45% of managers are women; men are the remaining 40%"
    nested = any((one + readings[-1]).meets(Interval.point(1)) for one in readings[:-1])
    return fits(shares[0], [total]) or (len(shares) > 2 and nested)
