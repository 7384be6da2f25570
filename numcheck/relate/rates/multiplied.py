"""All figures of a sentence, multiplied to what they should make."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations, pairwise

from numcheck.lexicon import words as lexicon
from numcheck.model.interval import Interval
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.rates.harmless import harmless, paid_in_part
from numcheck.relate.rates.terms.counts import count_for, of_weeks
from numcheck.relate.rates.terms.eaches import QUOTIENT, Each, each_of
from numcheck.relate.rates.terms.named import by_shift, for_all, same_thing, so_often
from numcheck.relate.rates.terms.spans import exact, one_unit, total_near
from numcheck.relate.wording import closes, is_quoted, opens, set_off

_TABLE = "cues/rates"
_LEAST, _MOST = 3, 5
_FAR = 9  # words from the last factor to the total
_JOINS = frozenset({"and", "or", "plus"})
_CLOSERS = frozenset({".", ",", ";", ")", "–", "—", "!", "?", ":", "”", '"', "’"})
_HAS = frozenset({"has", "have", "had", "needs", "need", "needed"})
_SET = frozenset({"a", "the", "its", "his", "her", "their", "of"})
_TIMES = (2, 3, 4, 6, 12, 13, 26, 50, 52)
_NET = frozenset({"home"})
_STRAIGHT = (["and"], [",", "and"], [",", "which"], ["which"])
_SHARES = frozenset({"percent", "ratio", "points"})
_TURNS = frozenset({"and", "but", ";", "while", "though", "which", "who", "when"})
_CLAUSE = 3  # words that another matter takes at the least
_ENDS = frozenset({",", ";"})
_MORE = frozenset("plus with including after less minus of instead not when if".split())
_SLIP = Interval(Fraction(1, 16), 16)
_SLACK = Fraction(1, 50)


def multiplied(sentence: Sentence, figures: list[Quantity]) -> Iterator[Relation]:
    """Yield "had all 4,800 asked for their £25 back, the club would have owed £150,000".

    Every other figure is a factor, and one of them is so much for each of the rest; where any of
    them makes the total without the others, nothing is said.
    """
    if len(figures) < _LEAST or any(one.kind in _SHARES for one in figures):
        return
    figures = [one for one in figures if _told(sentence, one)]
    for last in range(len(figures), _LEAST - 1, -1):
        if last == len(figures) or _apart(sentence, *figures[last - 1 : last + 1]):
            yield from _of_all(sentence, figures[:last])


def _told(sentence: Sentence, one: Quantity) -> bool:
    """Say whether a figure is no aside; ", which earn it £4,300 all told;" is none."""
    in_all = lexicon.phrases(_TABLE, "in_all").at(sentence.words, closes(sentence, one))
    return in_all is not None or not set_off(sentence, one)


def _apart(sentence: Sentence, total: Quantity, other: Quantity) -> bool:
    """Say whether a figure behind a total is of another matter: "£448 before tax, and £1 for"."""
    gap = sentence.words[closes(sentence, total) : opens(sentence, other)]
    if gap == [",", "against"]:
        return True
    return len(gap) > _CLAUSE and not _ENDS.isdisjoint(gap) and _MORE.isdisjoint(gap)


def _of_all(sentence: Sentence, figures: list[Quantity]) -> Iterator[Relation]:
    if not _LEAST <= len(figures) <= _MOST:
        return
    *factors, total = figures
    if not all(map(_plain, figures)) or not _comes_to(sentence, factors[-1], total):
        return
    if not _ends(sentence, total):
        return
    sized = [one for one in factors if _alike(one, total)]
    if len(sized) > 1:  # hours of hours, though days are time too
        sized = [one for one in sized if one.unit == total.unit]
    if len(sized) != 1 or _barred(sentence, figures) or _joined(sentence, factors):
        return
    size = sized[0]
    each = each_of(sentence, size) or so_often(sentence, factors, size)
    each = each or by_shift(sentence, size) or for_all(sentence, factors, size)
    if each is None or each.per == "mean":
        return
    others = [one for one in factors if one is not size]
    counts = [of_weeks(one, others) or _count(sentence, each, one, total) for one in others]
    numbers = [one for one in counts if one is not None]
    if len(numbers) != len(others) or not 1 <= len(numbers) <= 2:
        return
    if _one_time(sentence, each, total, others) and _misses(each.quantity, numbers, total):
        yield _relation(sentence, each.quantity, numbers, total)


def explained(each: Each, count: Quantity, total: Quantity, others: list[Quantity]) -> bool:
    """Say whether one more factor makes a total: "30 at $75 a day for 12 days ran to $27,000"."""
    size, many, base = each.quantity, count.figure, total.parts.get("base")
    if size.figure is None or many is None or each.per == QUOTIENT:
        return False
    told = (count.first, total.first)
    total = replace(total, hedge=None)
    total = replace(total, unit=base, units=(base,)) if base else total
    product = _wide(exact(size)) * Interval.point(many.value)
    return any(
        _wide(total_near(total)).meets(full.widen(_most(full) * _SLACK))
        for one in others
        if one.unit is None and one.kind in ("count", "number") and one.first not in told
        if one.value is not None and one.value > 1
        for full in (product * Interval.point(one.value),)
    )


def _plain(one: Quantity) -> bool:
    figure = one.figure
    return (
        figure is not None
        and one.kind in ("count", "number", "money", "measure", "duration")
        and not (one.is_range or figure.vague or one.hedge is not None)
        and figure.value > 0
    )


def _alike(one: Quantity, total: Quantity) -> bool:
    """Say whether a figure is of what the total is of: pounds of pounds, eggs of eggs."""
    unit, whole = one.parts.get("base") or one.unit, total.parts.get("base") or total.unit
    if unit is not None or whole is not None:
        return unit is not None and whole is not None and unit.dimension == whole.dimension
    return one.noun is not None and same_thing(one.noun, total.noun)


def _comes_to(sentence: Sentence, before: Quantity, total: Quantity) -> bool:
    """Say whether a verb leads from the factors to the total: "give the farm 1,400 eggs"."""
    words, first = sentence.words, opens(sentence, total)
    begin = closes(sentence, before)
    begin += 2 * (begin + 2 < first and words[begin] in ("a", "an", "per"))
    gap = words[begin:first]
    hit = lexicon.phrases(_TABLE, "all_comes_to").find(words, begin, first)
    straight = hit is not None and gap[: hit.first - begin] in _STRAIGHT
    if len(gap) > _FAR or "." in gap or not (straight or _TURNS.isdisjoint(gap)):
        return False
    if lexicon.phrases(_TABLE, "in_all").at(words, closes(sentence, total)) is not None:
        if not straight:
            return gap[-1:] in ([","], ["–"], ["—"], [":"])
    elif gap[-1:] == ["a"] and gap[-2:-1] in ([","], ["–"], ["—"]):
        return not lexicon.words(_TABLE, "bills").isdisjoint(words[total.last : total.last + 2])
    if "so" in gap[:2] and gap[-1] in _HAS:
        return True
    hits = lexicon.phrases(_TABLE, "all_comes_to").all(words, begin, first)
    if not hits:
        return False
    into = words[hits[-1].last : first]
    if len(into) > 3 or not all(word.isalpha() for word in into):
        return False
    if not _NET.isdisjoint(words[hits[-1].first : first]) and words[total.last] != "before":
        return False  # what is left of a wage
    return not into or into[0] in _SET or (len(into) == 1 and into[0] not in _JOINS)


def _ends(sentence: Sentence, total: Quantity) -> bool:
    """Say whether a clause ends behind a total, its time and "in all"."""
    words = sentence.words
    at = max(closes(sentence, total), total.last)
    if each := each_of(sentence, total):
        at = max(at, each.last)
    if told := lexicon.phrases(_TABLE, "in_all").at(words, at):
        at = told[1]
    at += words[at : at + 1] != [] and words[at] in lexicon.words(_TABLE, "bills")
    if words[at : at + 1] == ["before"] and words[at + 1] in lexicon.words(_TABLE, "levied"):
        at += 2  # "take home £448 before tax"
    return at >= len(words) or words[at] in _CLOSERS


def _barred(sentence: Sentence, figures: list[Quantity]) -> bool:
    """Say whether a word makes a figure something else, or not all of it is paid."""
    words = sentence.words
    if paid_in_part(words):
        return True
    bars = lexicon.words(_TABLE, "bars") - lexicon.words(_TABLE, "supposing")
    inside = {at for one in figures for at in range(opens(sentence, one), one.last)}
    nouns = {one.noun for one in figures}
    last = min(len(words), closes(sentence, figures[-1]) + 2)
    first = opens(sentence, figures[0])
    return any(
        words[at] in bars
        and at not in inside
        and words[at] not in nouns  # "a 15-credit load"
        and not harmless(sentence, at)
        for at in range(first, last)
    )


def _joined(sentence: Sentence, factors: list[Quantity]) -> bool:
    """Say whether "and" or "or" stands between two factors of one kind: "two or three shifts"."""
    for one, other in pairwise(factors):
        gap = sentence.words[one.last : other.first]
        if sentence.words[closes(sentence, one) : other.first] == ["to"]:
            return True
        if not _JOINS.isdisjoint(gap) and (one.noun == other.noun or "and" not in gap):
            return True
    return False


def _count(sentence: Sentence, each: Each, one: Quantity, total: Quantity) -> Quantity | None:
    """Return a factor as a plain number: four weeks of so much a day are 28."""
    if one.unit is not None:
        plain = one.parts.get("base")
        spent = replace(one, unit=plain, units=(plain,), parts={}) if plain else one
        return count_for(each, spent, exactly=True) if each.unit is not None else None
    figure = one.figure
    assert figure is not None
    whole = figure.value % 1 == 0 and figure.value > 1
    if not whole or (one.noun is not None and one.noun == total.noun):
        return None
    if figure.grain > 1:  # "two hundred hens" are hardly 240
        near = Interval.around(figure.value, Fraction(figure.value) / 20)
        return replace(one, figure=replace(figure, bounds=near))
    return one


def _one_time(sentence: Sentence, each: Each, total: Quantity, others: list[Quantity]) -> bool:
    """Say whether the total is of as long a time as the figures give it."""
    spent = [one for one in others if one.unit is not None]
    per = _per(sentence, total, timed=len(spent) == len(others))
    if per is None and not spent and _between_them(sentence, total):
        return True  # "18 flats are let at £725 a month and bring in £13,050 between them"
    if each.unit is None or each.unit.dimension != "time":
        return per is None and not spent
    if per is None:
        return bool(spent)
    if spent:  # "250 meals a day, five days a week … meals a week"
        return len(spent) == 1 and spent[0].parts.get("per") == per
    return per == each.unit.name


def _between_them(sentence: Sentence, total: Quantity) -> bool:
    words, last = sentence.words, closes(sentence, total)
    shared = lexicon.phrases(_TABLE, "in_all").at(words, last) is not None
    return shared and not lexicon.words(_TABLE, "bring_now").isdisjoint(
        words[max(0, total.first - 4) : total.first]
    )


def _per(sentence: Sentence, total: Quantity, timed: bool = False) -> str | None:
    """Return the time by which a total is told: "1,400 eggs a week"."""
    each, told = each_of(sentence, total), total.parts.get("per")
    unit = each.unit if each is not None else None
    if told and (unit is not None or not timed):
        return str(told)  # "for 38 weeks, cost £456 a child": no factor counts children
    return unit.name if unit is not None and unit.dimension == "time" else None


def _misses(size: Quantity, counts: list[Quantity], total: Quantity) -> bool:
    """Say whether no product of the size and any of the counts is the total, but one is near."""
    base = total.parts.get("base")
    total = replace(total, unit=base, units=(base,)) if base else total
    stated, one = _wide(total_near(total)), _wide(exact(size))
    products = []
    for many in range(1, len(counts) + 1):
        for some in combinations(counts, many):
            product = one
            for count in some:
                product = product * count.reading()
            products.append(product)
    full = products[-1]
    if "base" not in total.parts and base is None and size.unit is not None and len(counts) == 1:
        products += [full.scale(times) for times in _TIMES]  # "£60 a month", and the sum of a year
    if size.noun in lexicon.words(_TABLE, "of_two"):
        products += [product.scale(Fraction(1, 2)) for product in products]  # 10 teams, 18 games
    if any(stated.meets(product.widen(_most(product) * _SLACK)) for product in products):
        return False
    return stated.meets(full * _SLIP)


def _most(product: Interval) -> Fraction:
    assert product.high is not None
    return Fraction(product.high)


def _wide(quantity: Quantity) -> Interval:
    reading = quantity.reading()
    return reading.scale(quantity.unit.factor) if quantity.unit is not None else reading


def _relation(
    sentence: Sentence, size: Quantity, counts: list[Quantity], total: Quantity
) -> Relation:
    if base := total.parts.get("base"):
        total = replace(total, unit=base, units=(base,), parts={})
    total, size = one_unit(total, exact(size))
    names = ("count",) if len(counts) == 1 else ("count", "times")
    roles: dict[str, Quantity | tuple[Quantity, ...]] = dict(zip(names, counts, strict=True))
    roles |= {"each": replace(size, other_readings=())}
    roles |= {"total": replace(total_near(total), other_readings=())}
    return Relation(
        "product" if len(counts) == 1 else "threefold",
        roles,
        total.whole_span,
        quoted=is_quoted(sentence, total, size),
    )
