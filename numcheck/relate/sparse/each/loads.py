"""Three figures alone, of which one is the product of the others."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from numcheck.lexicon import words as lexicon
from numcheck.model.interval import Interval, quotient
from numcheck.model.quantity import Figure, Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.rates.terms.bearers import bearer
from numcheck.relate.rates.terms.counts import count_for
from numcheck.relate.rates.terms.eaches import QUOTIENT, each_of
from numcheck.relate.rates.terms.spans import closer, exact, one_unit, total_near
from numcheck.relate.sparse.window import TABLE, Window, is_count, is_plain, misses, wide
from numcheck.relate.wording import closes, is_quoted, opens

_CLAUSES = frozenset({"so", ";", "which", "means", "meaning", "and", ",", ":", "–", "—"})
_ONE = frozenset({"a", "an", "one", "each", "every"})
_FAR = 6  # words from a figure to what says that it comes to so much, or runs out
_DRAWN = frozenset({"so", "which", "means", "meaning", "making"})
_LONG = (["long"], ["round"], ["around"], ["in"])
_HALF = Fraction(1, 2)


def find(window: Window) -> Iterator[Relation]:
    """Yield "a lorry carries 20 tonnes, so 900 takes 55 trips", and what is like it."""
    own = window.own
    if not 3 <= len(own) <= 4 or not all(is_plain(one) and one.hedge is None for one in own):
        return
    if _CLAUSES.isdisjoint(window.vocabulary):
        return
    if len(own) == 4:
        yield from _by_the_one(window, *own)
        return
    yield from _in_loads(window, *own)
    yield from _in_lengths(window, *own)
    yield from _run_out(window, *own)
    yield from _on_fuel(window, own)


def _tie(window: Window, count: Quantity, each: Quantity, total: Quantity) -> Relation:
    """Return the tie of a number, a size and what they come to."""
    total, each = one_unit(total, exact(each))
    each = replace(each, noun=None, other_readings=())  # "60 lengths of 25m" are no millions
    return Relation(
        "product",
        {"count": count, "each": each, "total": replace(total, other_readings=())},
        count.span.hull(total.span),
        quoted=is_quoted(window.sentence, *window.own),
    )


# ------------------------------------------------------------------------------- loads, and trips


def _in_loads(
    window: Window, size: Quantity, load: Quantity, count: Quantity
) -> Iterator[Relation]:
    """Yield "a lorry carries 20 tonnes, so 900 takes 55 trips"; part of a load is a trip, too."""
    if "so" not in window.vocabulary or not is_count(count):
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
        yield _tie(window, count, size, load)


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


# ------------------------------------------------------------------------------ lengths, and laps


def _in_lengths(
    window: Window, size: Quantity, count: Quantity, total: Quantity
) -> Iterator[Relation]:
    """Yield "the pool is 25m long; swimming 60 lengths means covering 1.8km"."""
    if not is_count(count) or count.noun not in lexicon.words(TABLE, "laps"):
        return
    if size.kind != "measure" or total.kind != "measure" or count.value == 1:
        return
    assert size.unit is not None and total.unit is not None
    words, sentence = window.words, window.sentence
    if {size.unit.dimension, total.unit.dimension} != {"length"} or window.barred(size, count):
        return
    between = words[closes(sentence, size) : opens(sentence, count)]
    holder = bearer(words, opens(sentence, size)) or words[opens(sentence, size) - 2]
    sized = between[:1] in _LONG or holder in (count.noun, *_ONE)
    joined = not _CLAUSES.isdisjoint(between) and len(between) <= 9
    told = sized and joined and _comes_to(window, count, total) and not window.says("two_ways")
    if told and misses(total, [wide(exact(size)) * wide(count)]):
        yield _tie(window, count, size, total)


def _comes_to(window: Window, one: Quantity, total: Quantity) -> bool:
    """Say whether a figure is said to come to another, which ends its clause."""
    gap = window.words[closes(window.sentence, one) : opens(window.sentence, total)]
    hits = lexicon.phrases(TABLE, "worth").find(gap)
    return hits is not None and len(gap) <= _FAR and window.ends_after(total)


# ------------------------------------------------------------------------- what is used up in time


def _run_out(window: Window, stock: Quantity, rate: Quantity, time: Quantity) -> Iterator[Relation]:
    """Yield "it holds 2.4m gallons and loses 20,000 a day, so it would be dry in 60 days"."""
    if time.kind != "duration" or "so" not in window.vocabulary or stock.kind == "duration":
        return
    each = each_of(window.sentence, rate)
    if each is None or each.unit is None or each.unit.dimension != "time":
        return
    rate = each.quantity
    bare = rate.unit is None and rate.kind == "number" and rate.noun is None
    if bare and stock.unit is not None:
        rate = replace(rate, kind=stock.kind, unit=stock.unit, units=stock.units)
    if (rate.unit is None) != (stock.unit is None) or rate.kind not in (stock.kind, "number"):
        return
    if rate.unit is None and rate.noun not in (None, stock.noun):
        return
    number = count_for(each, time)
    words = window.words
    after = words[each.last : opens(window.sentence, time)]
    gone = lexicon.phrases(TABLE, "run_out").find(after)
    if number is None or gone is None or "so" not in after or window.barred(stock, rate):
        return
    stock, rate = one_unit(stock, rate)
    if not lexicon.words(TABLE, "not_all_gone").isdisjoint(words):
        return
    if window.ends_after(time) and misses(stock, [_nearly_all(wide(exact(rate)), number)]):
        yield _tie(window, replace(number, kind="number"), rate, total_near(stock))


def _nearly_all(rate: Interval, number: Quantity) -> Interval:
    """Return what is gone in the time, a half of a day or week more or less of it."""
    return rate * number.reading().widen(_HALF)


# --------------------------------------------------------------------------- so much for one of it


def _by_the_one(
    window: Window, one: Quantity, price: Quantity, more: Quantity, total: Quantity
) -> Iterator[Relation]:
    """Yield "a kilo of apples costs £2.20, so a 5kg bag works out at £13"."""
    if one.value != 1 or price.kind != "money" or total.kind != "money" or one.first > 1:
        return
    alike = one.unit is not None and more.unit is not None and more.kind == one.kind
    if not alike or one.kind not in ("measure", "duration"):
        return
    words, sentence = window.words, window.sentence
    assert one.unit is not None and more.unit is not None
    if one.unit.dimension != more.unit.dimension or words[one.first] not in _ONE:
        return
    costs = words[closes(sentence, one) : opens(sentence, price)]
    if not lexicon.words(TABLE, "unit_costs").intersection(costs[-2:]) or len(costs) > _FAR:
        return
    between = words[price.last : opens(sentence, more)]
    then = words[closes(sentence, more) : opens(sentence, total)]
    drawn = _DRAWN if lexicon.phrases(TABLE, "worth").find(then) is None else _DRAWN | {";"}
    if drawn.isdisjoint(between) or len(between) > _FAR or window.says("reduced"):
        return
    things = words[closes(sentence, one) : closes(sentence, one) + 2]
    if words[more.last : more.last + 1] == ["of"] and words[more.last : more.last + 2] != things:
        return  # "a litre of diesel costs £1.52; five litres of oil come to £24"
    if window.barred(price, more, total) or not window.ends_after(total):
        return
    many = quotient(more.unit.factor, one.unit.factor)
    figure = more.figure
    assert figure is not None
    number = replace(
        more, kind="number", unit=None, units=(), other_readings=(),
        figure=Figure(more.text, figure.value * many, grain=figure.grain * many),
    )  # fmt: skip
    total, price = one_unit(total, exact(price))
    if misses(total, [wide(price) * Interval.point(figure.value * many)]):
        yield _tie(window, number, price, total)


# -------------------------------------------------------------------------------- miles, and fuel


def _on_fuel(window: Window, figures: list[Quantity]) -> Iterator[Relation]:
    """Yield "the car did 48 miles to the gallon; 240 miles took it six gallons"."""
    rates = [one for one in figures if one.unit and one.unit.dimension == "fuel economy"]
    rest = [one for one in figures if one not in rates and one.unit is not None]
    if len(rates) != 1 or len(rest) != 2:
        return
    each = each_of(window.sentence, rates[0])
    ways = {one.unit.dimension: one for one in rest if one.unit is not None}
    if each is None or each.per != QUOTIENT or set(ways) != {"length", "volume"}:
        return
    total, spent = ways["length"], ways["volume"]
    if window.barred(*figures[:-1]) or not lexicon.words(TABLE, "claimed").isdisjoint(window.words):
        return
    rate = each.quantity
    if rate.figure is None or spent.figure is None or rate.unit is None or total.unit is None:
        return
    count = replace(spent, units=spent.units[:1])
    rate, total = replace(rate, units=(rate.unit,)), replace(total, units=(total.unit,))
    if misses(total, [wide(exact(rate)) * wide(count)]):
        total, count, rate = closer(total_near(total), _bounded(count), _bounded(rate))
        yield Relation(
            "rate",
            {"total": total, "count": count, "each": rate},
            rate.span,
            quoted=is_quoted(window.sentence, rate),
        )


def _bounded(one: Quantity) -> Quantity:
    assert one.figure is not None
    return replace(one, figure=replace(one.figure, bounds=one.reading()))
