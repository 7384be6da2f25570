"""Whether a percentage can be the share of a part."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from numcheck.lexicon import words as lexicon
from numcheck.model.interval import Interval, Rational, quotient
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.record import record, replace
from numcheck.relate.wording import closes, roughly

_KINDS = frozenset({"count", "number", "money", "measure"})
_FEW = 8  # figures, beyond which some other share fits by chance
_HALF_STEP = Fraction(5, 2)


@record
class Claim:
    """A part, its whole and a percentage, and whether running prose ties them (no bracket)."""

    part: Quantity
    whole: Quantity
    percent: Quantity
    prose: bool = False


def countable(quantity: Quantity) -> bool:
    """Say whether a quantity may be a part or a whole."""
    figure = quantity.figure
    return (
        figure is not None
        and quantity.kind in _KINDS
        and not quantity.is_range
        and not figure.vague
        and figure.value > 0
    )


def plain_percent(quantity: Quantity) -> bool:
    """Say whether a quantity is one percentage with a number of its own."""
    figure = quantity.figure
    return (
        quantity.kind == "percent"
        and figure is not None
        and not quantity.is_range
        and quantity.upper is None
        and not figure.vague
        and not (quantity.hedge and quantity.hedge.text[:1] in "<≤")
    )


def alike(part: Quantity, whole: Quantity) -> bool:
    """Say whether both are numbers, or both amounts of one dimension."""
    if part.unit is None or whole.unit is None:
        bare = part.kind == "number" or (part.noun or "").endswith("'s")
        return part.unit is None and (whole.unit is None or bare)
    return part.unit.dimension == whole.unit.dimension


def matched(claim: Claim) -> Claim:
    """Give the part the unit, and the scale, that only its whole prints: "3.6 of 14.4 million"."""
    part, whole = claim.part, claim.whole
    if part.unit is None and whole.unit is not None:
        part = replace(part, unit=whole.unit, units=whole.units, kind=whole.kind)
    elif whole.unit is None and (part.other_readings or whole.other_readings):
        # "3m of the 5m shares" are no lengths
        part, whole = replace(part, other_readings=()), replace(whole, other_readings=())
    part, whole = _told(part), _near(_told(whole))
    figure, scale = part.figure, whole.figure.scale if whole.figure else 1
    if figure is not None and scale > 1 and figure.scale == 1 and figure.value < 1000:
        grown = replace(
            figure, value=figure.value * scale, grain=figure.grain * scale,
            coarse=figure.coarse * scale, scale=scale,
        )  # fmt: skip
        part = replace(part, figure=grown)
    same = part is claim.part and whole is claim.whole
    return claim if same else replace(claim, part=part, whole=whole)


def _told(one: Quantity) -> Quantity:
    """Take "some 138" for a count as it is printed, give or take a fiftieth."""
    figure, hedge = one.figure, one.hedge
    if figure is None or hedge is None or hedge.direction != "about" or figure.digits < 3:
        return one
    if figure.bounds is not None or one.unit is not None:
        return one
    bounds = Interval.around(figure.value, abs(Fraction(figure.value)) / 50)
    return replace(one, figure=replace(figure, bounds=bounds), hedge=None)


def _near(whole: Quantity) -> Quantity:
    """Take a sum of £2m for £2m, give or take a twentieth, and not for anything up to £2.5m."""
    figure = whole.figure
    if whole.kind != "money" or figure is None or figure.bounds is not None or whole.hedge:
        return whole
    if figure.scale < 2 or figure.grain * 5 < figure.value:
        return whole
    bounds = Interval.around(figure.value, quotient(figure.value, 20))
    return replace(whole, figure=replace(figure, bounds=bounds))


def quotient_of(part: Quantity, whole: Quantity) -> Interval | None:
    """Return what the part is of the whole in per cent; None where nothing can be said."""
    top, bottom = part.reading(), whole.reading()
    if part.unit is not None and whole.unit is not None:
        top, bottom = top.scale(part.unit.factor), bottom.scale(whole.unit.factor)
    if bottom.low is None or bottom.low <= 0:
        return None
    return (top / bottom).scale(100)


def fits(part: Quantity, whole: Quantity, percent: Quantity) -> bool:
    """Say whether the percentage can stand for the share, rounded or cut off."""
    shares = quotient_of(part, whole)
    return shares is None or shares.meets(stands_for(percent))


def complement_fits(part: Quantity, whole: Quantity, percent: Quantity) -> bool:
    """Say whether the percentage can stand for the rest: nine missed of 36, 75% made."""
    shares = quotient_of(part, whole)
    return shares is None or (-shares + Interval.point(100)).meets(stands_for(percent))


def stands_for(percent: Quantity) -> Interval:
    """Return the values for which a percentage may stand, a cut-off digit among them."""
    figure = percent.figure
    assert figure is not None
    if figure.bounds is not None:
        return figure.bounds
    values = percent.reading(hedged=False).hull(Interval(figure.value, figure.value + figure.grain))
    return values.hull(percent.reading()) if percent.hedge else values


def as_printed(claim: Claim) -> Quantity:
    """Return the percentage of a claim, its figure bounded as this wording means it."""
    percent = claim.percent
    figure = percent.figure
    assert figure is not None
    hedge = percent.hedge
    if hedge and hedge.direction in ("more than", "at least") and figure.value % 5 != 0:
        # "over 58.3% (34 of 40)" is no bound such as "more than half": it means a little more
        if figure.decimals:
            slack = figure.grain + figure.grain / Fraction(2)
            near = Interval(figure.value - figure.grain / Fraction(2), figure.value + slack)
            return replace(percent, figure=replace(figure, bounds=near), hedge=None)
        return replace(percent, hedge=replace(hedge, slight=True))
    if hedge and hedge.direction == "about" and figure.bounds is None:
        return roughly(percent, 5)
    plain = hedge is None and figure.bounds is None
    round_figure = plain and figure.decimals == 0 and figure.value % 5 == 0
    if claim.prose and round_figure and not _whole_percent(claim.part, claim.whole):
        # 58.3% may be "60%" in running text, though hardly beside its n/m in a bracket
        near = Interval.around(figure.value, _HALF_STEP)
        return replace(percent, figure=replace(figure, bounds=near))
    return percent


def _whole_percent(part: Quantity, whole: Quantity) -> bool:
    shares = quotient_of(part, whole)
    if shares is None or shares.low is None or shares.low != shares.high:
        return False
    return Fraction(shares.low).denominator == 1


def glued(claim: Claim) -> bool:
    """Say whether the percentage is right, with a number before it stuck on: "week 1254.8%"."""
    figure = claim.percent.figure
    shares = quotient_of(claim.part, claim.whole)
    if figure is None or shares is None or shares.low is None or figure.value <= 100:
        return False
    for place in range(1, 6):
        power: Rational = 10**place
        tail = figure.value % power
        if tail < figure.value and shares.meets(Interval.around(tail, quotient(figure.grain, 1))):
            return True
    return False


def mean_of_shares(claim: Claim) -> bool:
    """Say whether a percentage may be a mean near n/m: "the average was 85.4% (34/40)".

    No count of 40 gives 85.4%, and 34 is the one that comes nearest.
    """
    figure = claim.percent.figure
    part, whole = claim.part.figure, claim.whole.figure
    if figure is None or not figure.decimals or part is None or whole is None:
        return False
    gap = abs(Fraction(figure.value * whole.value - part.value * 100))
    return (
        gap * 2 <= whole.value
        and gap * 2 <= 100
        and not fits(claim.part, claim.whole, claim.percent)
    )


def of_several(sentence: Sentence, claim: Claim) -> bool:
    """Say whether a part is the sum of two shares: "a third of … and half of …, 60 in all"."""
    if claim.prose and not fits(claim.part, claim.whole, claim.percent):
        return _of_two(sentence, claim)
    in_all = lexicon.phrases("cues/sums", "sum_after")
    if claim.part.first < claim.percent.first:
        return False
    if in_all.at(sentence.words, closes(sentence, claim.part)) is None:
        return False
    return any(
        one.kind in ("percent", "ratio") and one.last <= claim.percent.first
        for one in sentence.quantities
    )


def _of_two(sentence: Sentence, claim: Claim) -> bool:
    """Say whether two parts make it: "of 48 heard, 150 won and 92 did in part, so that 50% got"."""
    told = range(claim.percent.first, claim.percent.last)
    figures = [q for q in sentence.quantities if countable(q) and alike(q, claim.whole)]
    figures = [q for q in figures if q.first not in told]  # "28 – one in five – had it"
    if not 2 < len(figures) <= _FEW:
        return False
    for one, other in pairwise(figures):
        first, second = one.figure, other.figure
        if first is None or second is None or one.unit != other.unit:
            continue
        size = first.value + second.value
        both = replace(one, figure=replace(first, value=size))
        wholes = [q for q in figures if q is not one and q.figure and q.figure.value > size]
        if any(fits(both, whole, claim.percent) for whole in wholes):
            return True
    return False


def concludes(sentence: Sentence, claim: Claim) -> bool:
    """Say whether a share is what follows of it all, or is one of another time.

    "Half have gone, so half have yet to go"; "40% full, with 200 of its 500 litres; on Monday it
    was 60% full".
    """
    words, share = sentence.words, claim.percent
    if words[share.first - 1] == "so" and words[share.last : share.last + 2] == ["of", "all"]:
        return True
    if "waiting" in words[claim.part.last : claim.part.last + 4] and "rate" in words:
        return True  # "1,500 members and 60 on the waiting list, giving a renewal rate of 96%"
    fitting = fits(claim.part, claim.whole, share)
    told = claim.prose and len(sentence.quantities) <= _FEW and not fitting
    if told and any(
        one.kind == "percent" and not one.is_range and fits(claim.part, claim.whole, one)
        for one in sentence.quantities
        if one.first < claim.part.first < share.first
    ):
        return True
    after = words[share.last : share.last + 1]
    led = "share" in share.parts and words[share.first - 1 : share.first] == ["so"]
    return led and after != ["of"] and bool(after) and after[0].isalpha()
