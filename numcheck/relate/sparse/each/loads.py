"""How much one carries, how much there is, and the trips."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.interval import Interval
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.rates.terms.bearers import bearer
from numcheck.relate.rates.terms.spans import exact, one_unit
from numcheck.relate.sparse.window import TABLE, Window, is_count, is_plain, misses, wide
from numcheck.relate.wording import closes, is_quoted, opens


def find(window: Window) -> Iterator[Relation]:
    """Yield "a lorry carries 20 tonnes, so 900 takes 55 trips"; part of a load is a trip, too."""
    if len(window.own) != 3 or "so" not in window.vocabulary:
        return
    size, load, count = window.own
    if not all(is_plain(one) and one.hedge is None for one in window.own) or not is_count(count):
        return
    if not _takes(window, load, count) or window.says("unequal") or window.says("two_ways"):
        return
    holder = bearer(window.words, opens(window.sentence, size))
    trips = lexicon.words(TABLE, "trips")
    if holder is None or (count.noun != holder and count.noun not in trips):
        return
    if load.unit is None and load.kind in ("number", "count"):
        if size.unit is None and load.noun is not None and size.noun not in (None, load.noun):
            return
        load = replace(load, unit=size.unit, units=size.units, kind=size.kind)
    if (load.unit is None) != (size.unit is None) or load.kind != size.kind:
        return
    load, size = one_unit(load, exact(size))
    if misses(load, [_held(size, count)]):
        yield Relation(
            "product",
            {"count": count, "each": replace(size, noun=None), "total": load},
            count.span.hull(load.span),
            quoted=is_quoted(window.sentence, *window.own),
        )


def _takes(window: Window, load: Quantity, count: Quantity) -> bool:
    """Say whether a load is said to take so many: "so 900 takes 55", "so 900 will need 55"."""
    gap = window.words[closes(window.sentence, load) : opens(window.sentence, count)]
    before = window.lead(load, 4)
    return (
        "so" in before and len(gap) <= 5 and lexicon.phrases(TABLE, "takes").find(gap) is not None
    )


def _held(size: Quantity, count: Quantity) -> Interval:
    """Return what so many trips may carry, the last of them part full."""
    each, many = wide(size), wide(count)
    return (each * (many - Interval.point(1))).hull(each * many)
