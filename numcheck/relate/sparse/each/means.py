"""An average beside the one total and the one count there are."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from numcheck.lexicon import words as lexicon
from numcheck.lexicon.units import unit_named
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.rates.terms.counts import count_for
from numcheck.relate.rates.terms.eaches import Each, each_of, every_so_often
from numcheck.relate.sparse.window import (
    TABLE,
    Window,
    any_other,
    divided,
    fits,
    is_count,
    is_plain,
    slips,
    wide,
)
from numcheck.relate.wording import closes, is_quoted, opens


def find(window: Window) -> Iterator[Relation]:
    """Yield "in 16 games she has scored 144 points, an average of 11"."""
    if not window.says("average"):
        return
    means = [one for one in window.own if is_plain(one) and _is_mean(window, one)]
    if len(means) != 1 or window.both_say("another_average"):
        return
    mean = means[0]
    rest = window.main(mean)
    if len(rest) < len(window.own) - 1 and any_other(mean, window.others(mean)):
        return
    if len(rest) < 2:
        rest = [*window.before_amounts(), *rest]
    if len(rest) != 2 or not all(is_plain(one) and not window.most_of(one) for one in rest):
        return
    pair = _pair(rest, mean)
    if pair is None or window.barred(mean, *pair):
        return
    total, count = pair
    if total.parts.get("base"):
        return  # "12 miles a day" is no sum
    if count.kind == "duration":
        spent = _spent(window, mean, count)
        if spent is None:
            return
        count = spent
    if mean.unit is None and mean.noun not in (None, total.noun) and not _same(window, *pair):
        return
    if mean.unit is None and mean.kind == "number" and total.kind == "measure":
        mean = replace(mean, kind="measure", unit=total.unit, units=total.units)
    middle = (wide(count) + wide(total)).scale(Fraction(1, 2))
    each, turned = divided(wide(total), wide(count)), divided(wide(count), wide(total))
    if not fits(mean, [turned, middle]) and slips(mean, each):
        yield Relation(
            "rate",
            {"total": total, "count": count, "each": mean},
            mean.whole_span,
            quoted=is_quoted(window.sentence, mean),
        )


def _same(window: Window, total: Quantity, count: Quantity) -> bool:
    """Say whether a bare sum is of what the mean is of: "27 points …, with 216 in all"."""
    if total.kind != "number" or total.noun is not None or total.sentence != window.sentence.index:
        return False
    if count.modifiers or "and" in window.words[count.last : total.first]:
        return False  # "28 points in 15 home games and has 360 in all"
    at = closes(window.sentence, total)
    hit = lexicon.phrases(TABLE, "in_all").at(window.words, at)
    return hit is not None and window.ends_at(hit[1])


def _spent(window: Window, mean: Quantity, length: Quantity) -> Quantity | None:
    """Return a length of time as so many of the days or hours that the mean is of."""
    named = lexicon.phrases(TABLE, "periods").find(window.lead(mean, 5))
    each = each_of(window.sentence, mean)
    unit = each.unit if each is not None and each.unit is not None else None
    if named is not None:
        unit = unit_named(named.name)
    if unit is None:
        unit = length.unit
    assert unit is not None
    return count_for(Each(mean, unit.name, unit, mean.last), length)


def _is_mean(window: Window, quantity: Quantity) -> bool:
    """Say whether a figure is called an average: "an average of 9", "the average gift, at £80"."""
    words, at = window.words, opens(window.sentence, quantity)
    if every_so_often(window.sentence, quantity):
        return False
    hit = lexicon.phrases(TABLE, "average").find(words, max(0, at - 5), at)
    if hit is not None:
        between = words[hit.last : at]
        return all(word in lexicon.words(TABLE, "to_average") for word in between) or (
            len(between) <= 3 and between[-1] in ("at", "of", "was", "is", "to", "be", ",")
        )
    return words[closes(window.sentence, quantity) :][:2] == ["on", "average"]


def _pair(rest: list[Quantity], mean: Quantity) -> tuple[Quantity, Quantity] | None:
    """Return the total and the count, where only one of two figures can be either."""
    counts = [one for one in rest if is_count(one) or one.kind == "duration"]
    if mean.unit is not None:
        totals = [one for one in rest if one.unit == mean.unit]
        counts = [one for one in counts if one not in totals]
    else:
        if any(one.unit is not None and one.kind == "money" for one in rest):
            return None
        totals = [one for one in rest if one.kind != "duration"]
        if len(totals) == 2:
            low, high = sorted(totals, key=lambda one: wide(one).low or 0)
            totals, counts = [high], [low]
    if len(totals) != 1 or len(counts) != 1 or totals[0] is counts[0]:
        return None
    if counts[0].noun is not None and counts[0].noun == totals[0].noun:
        return None
    if counts[0].noun == "inning" and "completed" not in counts[0].modifiers:
        return None  # innings not out count for no average
    return totals[0], counts[0]
