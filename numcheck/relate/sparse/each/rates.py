"""So much a head, claimed of one total and one count."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.interval import Interval
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.rates.terms.counts import count_for
from numcheck.relate.rates.terms.eaches import Each, each_of
from numcheck.relate.rates.terms.named import counted_by
from numcheck.relate.rates.terms.spans import one_unit
from numcheck.relate.sparse.window import (
    TABLE,
    Window,
    any_other,
    divided,
    is_count,
    is_plain,
    misses,
    wide,
)
from numcheck.relate.wording import is_quoted

_MARKS = frozenset({",", "–", "—", "("})
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her"})
_OTHERS = frozenset({"mean", "price", "holds", "unit"})


def find(window: Window) -> Iterator[Relation]:
    """Yield "spread over its 45 members, the debt of £9,000 comes to £250 a head"."""
    eaches = [each for one in window.own if (each := _each(window, one))]
    if len(eaches) != 1 or window.both_say("another_average"):
        return
    each = eaches[0]
    if each.unit is None and window.main_says("reduced"):
        return
    own = next(one for one in window.own if one.first == each.quantity.first)
    rest = window.main(own)
    if len(rest) < len(window.own) - 1 and any_other(own, window.others(own)):
        return
    if len(rest) == 1:
        before = window.before_amounts()
        counts = [one for one in before if is_plain(one) and _fit_together(each, rest[0], one)]
        rest = [*counts, *rest] if len(counts) == 1 and not any_other(own, before) else []
    if len(rest) != 2 or not all(is_plain(one) and one.hedge is None for one in rest):
        return
    for total, count in (rest, rest[::-1]):
        if not _fit_together(each, total, count) or window.barred(each.quantity, total, count):
            continue
        rate = each.quantity
        if _of_another_deed(window, rate, total):
            continue
        if total.kind == "measure" and rate.unit is None:
            rate = replace(rate, kind="measure", unit=total.unit, units=total.units)
        number = count if each.unit is None or is_count(count) else count_for(each, count)
        if number is None:
            return
        total, rate = one_unit(total, rate)
        if misses(rate, _results(total, number)):
            yield Relation(
                "rate",
                {"total": total, "count": number, "each": rate},
                rate.span,
                quoted=is_quoted(window.sentence, rate),
            )
        return


def _each(window: Window, quantity: Quantity) -> Each | None:
    """Return so much a head that is said to come of what stands around it: "works out at"."""
    if not is_plain(quantity):
        return None
    lead = window.lead(quantity, 4)
    apposed = lead[-1:] != [] and lead[-1] in _MARKS
    led = apposed or lexicon.phrases(TABLE, "works_out").ending(lead, len(lead))
    if not led:
        return None
    each = each_of(window.sentence, quantity)
    if apposed and each is not None and not window.ends_at(each.last):
        return None
    if each is None or each.per in _OTHERS or (each.unit and each.unit.dimension != "time"):
        return None
    return each


def _of_another_deed(window: Window, rate: Quantity, total: Quantity) -> bool:
    """Say whether a clause of its own has the total: "£1,200 each as the firm sells a site for"."""
    between = window.words[rate.last : total.first]
    return "as" in between and not _ARTICLES.isdisjoint(between[between.index("as") + 1 :][:1])


def _fit_together(each: Each, total: Quantity, count: Quantity) -> bool:
    """Say whether one figure is of what each has so much of, and the other counts them."""
    rate = each.quantity
    if each.unit is not None:
        return _over_time(each, total, count)
    if not is_count(count) or not wide(rate).below(wide(total)):
        return False
    if rate.unit is not None:
        alike = total.unit is not None and total.unit.dimension == rate.unit.dimension
    else:
        alike = total.unit is None and total.noun is not None and rate.noun in (None, total.noun)
        alike = alike or _by_try(each, total, count)
    if alike and _by_try(each, total, count):
        return count.noun != total.noun
    named = count.noun is not None and (each.per == "each" or counted_by(each.per, count.noun))
    return alike and named and count.noun != total.noun


def _over_time(each: Each, total: Quantity, count: Quantity) -> bool:
    """Say whether so much a week is of a total over so many weeks."""
    rate = each.quantity
    sat = is_count(count) and count.noun == each.per  # "53 sitting days"
    if total.kind == "duration" or not (sat or count.kind == "duration"):
        return False
    if rate.unit is not None or total.unit is not None:
        if total.unit is None or rate.unit is None:
            return False
        return total.unit.dimension == rate.unit.dimension
    return total.noun is not None and rate.noun in (None, total.noun)


def _by_try(each: Each, total: Quantity, count: Quantity) -> bool:
    """Say whether yards are by the carry, of which there were so many: "24 times for 168 yards"."""
    tries = lexicon.words(TABLE, "tries")  # "24 carries for 132 yards, 5.5 yards a pop"
    if total.kind != "measure" or (each.per not in tries and each.per != "each"):
        return False
    assert total.unit is not None
    return total.unit.dimension == "length" and count.noun in tries


def _results(total: Quantity, count: Quantity) -> list[Interval]:
    """Return what each may have: one more or fewer may share, "she and her four sisters"."""
    number, one = wide(count), Interval.point(1)
    return [divided(wide(total), each) for each in (number, number + one, number - one)]
