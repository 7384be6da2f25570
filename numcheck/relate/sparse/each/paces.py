"""One every so many minutes, and so many an hour."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.interval import Interval, quotient
from numcheck.model.quantity import Figure, Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.rates.terms.eaches import Each, each_of
from numcheck.relate.rates.terms.spans import exact
from numcheck.relate.sparse.window import TABLE, Window, is_plain, wide
from numcheck.relate.wording import is_quoted, opens

_EVERY = frozenset({"every", "each"})


def find(window: Window) -> Iterator[Relation]:
    """Yield "trains leave one every 10 minutes, or 12 an hour"."""
    if len(window.own) not in (2, 3) or _EVERY.isdisjoint(window.sentence.vocabulary):
        return
    times = [one for one in window.own if _is_gap(window, one)]
    if len(times) != 1 or window.says("two_ways"):
        return
    counts = [each for one in window.own if one not in times and (each := _by_time(window, one))]
    if len(counts) != 1:
        return
    gap, count = times[0], counts[0]
    first, last = sorted((gap, count.quantity), key=lambda one: one.first)
    between = window.words[first.last : opens(window.sentence, last)]
    if len(between) > 9 or lexicon.phrases(TABLE, "same_pace").find(between) is None:
        return
    ended = window.words[count.last : count.last + 1] in ([], ["."], [","], [";"], [")"])
    if not ended or window.barred(gap, count.quantity) or _holds(gap, count):
        return
    yield _relation(window, gap, count)


def _is_gap(window: Window, one: Quantity) -> bool:
    """Say whether something happens every so often: "every 10 minutes"."""
    return (
        one.kind == "duration"
        and is_plain(one)
        and (not _EVERY.isdisjoint(window.lead(one, 1)) or window.words[one.first] in _EVERY)
    )


def _by_time(window: Window, one: Quantity) -> Each | None:
    each = each_of(window.sentence, one) if is_plain(one) else None
    if each is None or each.unit is None or each.unit.dimension != "time":
        return None
    return each if each.quantity.unit is None else None


def _holds(gap: Quantity, count: Each) -> bool:
    """Say whether so many fit the time, an eighth more or less."""
    assert count.unit is not None
    spent = wide(gap) * wide(count.quantity)
    return spent.meets(Interval.around(count.unit.factor, quotient(count.unit.factor, 8)))


def _relation(window: Window, gap: Quantity, count: Each) -> Relation:
    unit, quantity = count.unit, count.quantity
    assert unit is not None
    one = Figure("one", 1, bounds=Interval.point(1))
    total = replace(
        quantity, kind="duration", figure=one, unit=unit, units=(unit,), noun=None, counts=None,
        text=f"one {unit.name}", hedge=None,
    )  # fmt: skip
    number = replace(quantity, kind="number", noun=None, counts=None)
    return Relation(
        "product",
        {"count": number, "each": exact(gap), "total": total},
        quantity.span.hull(gap.span),
        derived=frozenset({"total"}),
        quoted=is_quoted(window.sentence, quantity, gap),
    )
