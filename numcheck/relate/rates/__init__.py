"""A total, a count, and so much each: averages, prices, densities, speeds."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from numcheck.lexicon import words as lexicon
from numcheck.lexicon.load import lexicon as compiled
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.rates.fused import fused, in_both, unbeaten
from numcheck.relate.rates.harmless import manned
from numcheck.relate.rates.means import in_row, means_of
from numcheck.relate.rates.multiplied import explained, multiplied
from numcheck.relate.rates.periods import cheaper, periods
from numcheck.relate.rates.terms.counts import count_for, spell_in
from numcheck.relate.rates.terms.eaches import QUOTIENT, Each, each_of, owned_by_each
from numcheck.relate.rates.terms.named import of_other_beasts, plainly, same_thing
from numcheck.relate.rates.terms.spans import (
    closer,
    exact,
    lasts,
    near_bound,
    nearly,
    one_unit,
    total_near,
)
from numcheck.relate.rates.threefold import threefold
from numcheck.relate.rates.ties import tied
from numcheck.relate.rates.typed import tied_by_kind
from numcheck.relate.setting import Setting
from numcheck.relate.wording import closes, is_quoted, opens, set_off, unspoken

_MOST = 8
_APART = (["out", "of"], ["up", "from"], ["down", "from"])


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every total with its count and so much each."""
    for sentence in passage.with_amounts(2):
        for tie in _rates(sentence):
            if not unbeaten(passage, sentence, tie):
                yield tie
    for sentence in fused(passage):
        parted = sentence.starts[0], sentence.span.end
        for found in _rates(sentence):
            if in_both(passage, found, parted):
                yield found


def _rates(sentence: Sentence) -> Iterator[Relation]:
    """Yield the ties of one sentence."""
    figures = unspoken(sentence)
    if not 2 <= len(figures) <= _MOST:
        return
    eaches = [(one, each) for one in figures if (each := each_of(sentence, one))]
    near = plainly(sentence, figures) if eaches else figures
    tied = False
    for quantity, each in eaches:
        own = near[figures.index(quantity)]
        ties = list(threefold(sentence, near, own, each))
        found = None if ties else _tie(sentence, near, own, each)
        found = found or (None if ties else _owned(sentence, near, own, each))
        ties = [found] if found else ties
        tied = tied or bool(ties)
        yield from ties
    if not tied:
        yield from multiplied(sentence, near)
    yield from means_of(sentence, figures)
    if len(eaches) > 1:
        yield from periods(sentence, figures, [each for _, each in eaches])


def _owned(
    sentence: Sentence, figures: list[Quantity], own: Quantity, each: Each
) -> Relation | None:
    """Tie "each of the 40 hens lays five eggs a week, 200 in all": by the hen, week by week."""
    if each.unit is None or each.unit.dimension != "time" or len(figures) != 3:
        return None
    owned = owned_by_each(sentence, each)
    return _tie(sentence, figures, own, owned) if owned else None


def _tie(sentence: Sentence, figures: list[Quantity], own: Quantity, each: Each) -> Relation | None:
    """Return the relation that a rate makes with a total and a count of its sentence."""
    others = [one for one in figures if one is not own and not _apart(sentence, one)]
    if len(others) > 2 and not set_off(sentence, own):
        main = [one for one in others if not set_off(sentence, one)]
        if len(main) > 1:
            others, figures = main, [one for one in figures if one is own or one in main]
    totals = [
        one
        for one in others
        if _total_for(sentence, each, one) and not in_row(sentence, figures, one)
    ]
    mine = [one for one in others if not of_other_beasts(sentence, own, one)]
    counts = [(one, count) for one in mine if (count := count_for(each, one)) is not None]
    if (named := _counted_behind(sentence, others, each)) is not None:
        counts = [pair for pair in counts if pair[0] is named]
    if not counts and named is None and (spell := spell_in(sentence, each)):
        counts = [(spell, spell)]
    found = [
        (total, _exactly(each, one, count) if how != "mean" else count, how)
        for total in totals
        for one, count in counts
        if one is not total and not _same_kind(each, one, total, totals)
        if each.per != "holds" or (one is _just_before(others, own) and not manned(one, total))
        if (how := _how(sentence, figures, each, one, total))
        and _alone(figures, each, one, total, how)
    ]
    if not found:
        return None
    return _chosen(sentence, each, found, [one for _, one in counts], others)


def _chosen(
    sentence: Sentence,
    each: Each,
    found: list[tuple[Quantity, Quantity, str]],
    counts: list[Quantity],
    others: list[Quantity],
) -> Relation | None:
    """Return the tie that fits, or the first of all; None where something else explains it."""
    two = each.quantity.noun in lexicon.words("cues/rates", "of_two")
    for total, count, how in found:
        if two and (count.reading() * each.quantity.reading()).scale(Fraction(1, 2)).meets(
            total.reading()
        ):
            return None  # ten teams play 18 games each, 90 in all
        if _fits(each, count, total):
            return _relation(sentence, each, count, total, how)
    total, count, how = found[0]
    if any(one is not count and _fits(each, one, total) for one in counts):
        return None  # "45 wickets in 12 matches for 900 runs at an average of 20"
    if explained(each, count, total, others) or lasts(sentence, total):
        return None
    if how == "pot" and not _over(each, count, total):
        return None  # the rest of the pot goes elsewhere
    tie = _relation(sentence, each, count, total, how)
    sold = "or" in sentence.words[each.last : total.first] and cheaper(sentence, tie)
    return None if sold else tie


def _counted_behind(sentence: Sentence, others: list[Quantity], each: Each) -> Quantity | None:
    """Return the number that a rate goes on to: "£48 a head for the 20 who took part"."""
    if sentence.words[each.last : each.last + 1] not in (["for"], ["among"], ["between"]):
        return None
    near = (one for one in others if 1 <= opens(sentence, one) - each.last <= 3)
    return next((one for one in near if one.unit is None), None)


def _just_before(others: list[Quantity], own: Quantity) -> Quantity | None:
    """Return the figure before one: the four of "four ten-hour days"."""
    return max((one for one in others if one.first < own.first), key=_place, default=None)


def _place(quantity: Quantity) -> int:
    return quantity.first


def _apart(sentence: Sentence, quantity: Quantity) -> bool:
    """Say whether a figure is the most that marks can be, or one of before: "up from £388"."""
    at = opens(sentence, quantity)
    return sentence.words[max(0, at - 2) : at] in _APART


def _how(
    sentence: Sentence, figures: list[Quantity], each: Each, count: Quantity, total: Quantity
) -> str | None:
    """Return how the three are tied, by the words or by what they count; None where not."""
    if sentence.words[each.last : opens(sentence, total)] == ["or"]:
        return None  # "two or three shifts"
    how = tied(sentence, each, count, total)
    if how is None and tied_by_kind(sentence, figures, each, count, total):
        return "mean"
    return how


def _in_all(sentence: Sentence, quantity: Quantity) -> bool:
    """Say whether a sum is called a total, and so is one, however small: "$250,000 in total"."""
    return lexicon.phrases("cues/rates", "in_all").at(sentence.words, quantity.last) is not None


def _total_for(sentence: Sentence, each: Each, quantity: Quantity) -> bool:
    """Say whether a figure may be the total of a rate: of its unit, or of its noun."""
    if sentence.words[closes(sentence, quantity) :][:1] in (["if"], ["unless"]):
        return False  # "£90 a week, or £330 if paid in advance"
    if sentence.words[closes(sentence, quantity) :][:1] in (["each"], ["apiece"]):
        return False  # "the 8 teams of 11 brought 20 fans each"
    rate = each.quantity
    if quantity.figure is None or rate.figure is None or quantity.is_range:
        return False
    if quantity.figure.vague or (quantity.parts.get("base") and each.unit is not None):
        return False
    if each.per == QUOTIENT:
        assert rate.unit is not None
        named, unit = compiled()["quotients"], quantity.unit
        below = "volume" if rate.unit.dimension == "fuel economy" else "time"
        return unit is not None and named.get(f"{unit.dimension}/{below}") == rate.unit.dimension
    if rate.unit is not None:
        unit = quantity.parts.get("base") or quantity.unit
        if unit is None or unit.dimension != rate.unit.dimension:
            return False
        less = unit.to_base(quantity.figure.value) <= rate.unit.to_base(rate.figure.value)
        return not less or (each.per == "each" and _in_all(sentence, quantity))
    if quantity.unit is not None or quantity.kind not in ("count", "number"):
        return False
    if rate.noun and quantity.noun and not same_thing(rate.noun, quantity.noun):
        return False
    return quantity.figure.value > rate.figure.value


def _same_kind(each: Each, count: Quantity, total: Quantity, totals: list[Quantity]) -> bool:
    """Say whether what is counted and what it comes to cannot be told apart."""
    if each.quantity.unit is not None or each.unit is not None:
        return False
    return count.noun is not None and count.noun == total.noun


def _alone(figures: list[Quantity], each: Each, count: Quantity, total: Quantity, how: str) -> bool:
    """Say whether no other figure stands between; and for a product, none of its kind beside it."""
    places = (each.quantity.first, count.first, total.first)
    first, last = min(places), max(places)
    for one in figures:
        if one.first in places or each.quantity.first <= one.first < each.last:
            continue
        if first < one.first < last and one.kind not in ("age",):
            return False
        apart = one.first > last and one.kind == "count" and one.noun not in _nouns(figures, places)
        if how == "product" and not apart and one.kind in ("money", "count", "number", "measure"):
            return False
    return True


def _nouns(figures: list[Quantity], places: tuple[int, int, int]) -> set[str | None]:
    """Return what the three figures of a tie count."""
    return {None, *(one.noun for one in figures if one.first in places)}


def _fits(each: Each, count: Quantity, total: Quantity) -> bool:
    if each.per == QUOTIENT:
        return False
    values = total_near(total).reading()
    rate = nearly(each.quantity).reading()
    if total.unit is not None and each.quantity.unit is not None:
        values = values.scale(total.unit.factor)
        rate = rate.scale(each.quantity.unit.factor)
    return (count.reading() * rate).meets(values)


def _added(sentence: Sentence, total: Quantity) -> bool:
    """Say whether "up to" only completes a verb: "adds up to £910"."""
    before = sentence.words[max(0, opens(sentence, total) - 1) : opens(sentence, total)]
    return before in (["add"], ["adds"], ["added"], ["adding"])


def _over(each: Each, count: Quantity, total: Quantity) -> bool:
    """Say whether so much each comes to more than the pot holds."""
    if each.quantity.figure is None or total.figure is None or count.figure is None:
        return False
    return each.quantity.figure.value * count.figure.value > total.figure.value


def _relation(
    sentence: Sentence, each: Each, count: Quantity, total: Quantity, how: str
) -> Relation:
    rate = each.quantity
    if total.hedge and total.hedge.text == "up to" and _added(sentence, total):
        total = replace(total, hedge=None)
    if base := total.parts.get("base"):
        total = replace(total, unit=base, units=(base,))  # "$90m a year on its 30,000 pupils"
    total, rate = one_unit(total, rate)
    if each.per == QUOTIENT and count.unit is not None and rate.unit is not None:
        # a gallon is the same gallon in "10 gallons" and "30 miles per gallon"
        count, rate = replace(count, units=(count.unit,)), replace(rate, units=(rate.unit,))
        total = replace(total, units=total.units[:1])
    rate = exact(rate) if how != "mean" or each.per == "price" else nearly(rate)
    total = total_near(total)
    if how == "mean":
        total, count, rate = closer(near_bound(total), count, rate)
    return Relation(
        "rate" if how == "mean" else "product",
        {
            "total": replace(total, other_readings=()),
            "count": count,
            "each": replace(rate, other_readings=()),  # "40 laps of 50m" are no millions
        },
        total.span.hull(count.span).hull(rate.span),
        quoted=is_quoted(sentence, total, rate),
    )


def _exactly(each: Each, one: Quantity, count: Quantity) -> Quantity:
    """Return a count for a product: two years are 24 months, and none more."""
    return count_for(each, one, exactly=True) or count
