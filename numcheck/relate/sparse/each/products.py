"""All figures of a sentence, multiplied to the one that ends it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from numcheck.lexicon import words as lexicon
from numcheck.model.interval import Interval
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.rates.harmless import paid_in_part
from numcheck.relate.rates.terms.named import same_thing
from numcheck.relate.rates.terms.spans import exact, one_unit, total_near
from numcheck.relate.sparse.window import TABLE, Window, is_count, is_plain, misses, wide
from numcheck.relate.wording import closes, is_quoted, opens, set_off

_WITH = frozenset({"with", "and", "plus", "but", "while", ";", "which", "who"})
_MARKS = frozenset({",", "–", "—", ":", "("})
_JOINS = frozenset({"and", "or", "to", "plus", "then", "but"})
_POOLS = frozenset("capacity of seating storage carrying strength workforce output".split())
_ROOM = frozenset({"seat", "place", "space", "berth", "bed", "spot"})
_HOLDS = frozenset(
    "seat seats seating hold holds holding carry carries carrying sleep sleeps".split()
)
_EACH = frozenset({"each", "every", "apiece"})


def find(window: Window) -> Iterator[Relation]:
    """Yield "each of the 16 stewards worked three eight-hour shifts, a total of 364 hours"."""
    if not 3 <= len(window.own) <= 5 or _EACH.isdisjoint(window.sentence.vocabulary):
        return
    own = window.main() if len(window.own) > 3 else window.own
    if not 3 <= len(own) <= 4:
        return
    *others, total = own
    plain = all(is_plain(one) and one.hedge is None for one in own)
    if not plain or not _is_total(window, total):
        return
    others, total = _of_one_year(window, others, total)
    if _reduced(window, total) or window.says("unequal") or window.barred(*own):
        return
    sized = [one for one in others if _alike(one, total)]
    if not sized and _bare(window, others, total):
        sized = others[-1:]
    counts = [one for one in others if one not in sized]
    if len(sized) != 1 or not all(is_count(one) and one.value != 1 for one in counts):
        return
    if _joined(window, others) or any(one.noun == total.noun for one in counts if one.noun):
        return
    each = sized[0]
    if misses(total, _results(each, counts)):
        yield _relation(window, total, each, counts)


def _of_one_year(
    window: Window, others: list[Quantity], total: Quantity
) -> tuple[list[Quantity], Quantity]:
    """Take a sum "a year" for the sum of what each has, where that is by no time of its own."""
    base = total.parts.get("base")
    if base is None or total.parts["per"] not in ("year", "month", "week", "day"):
        return others, total
    if any(one.parts.get("base") for one in others):
        return others, total
    return others, replace(total, unit=base, units=(base,), parts={})


def _reduced(window: Window, total: Quantity) -> bool:
    """Say whether a price is not that of all; "a year" behind the total is no such word."""
    aside = [one for one in window.own if one is not total and set_off(window.sentence, one)]
    return paid_in_part(window.words) or any(
        not total.first <= hit.first < total.last
        and not any(one.first - 3 <= hit.first < one.last for one in aside)
        for hit in lexicon.phrases(TABLE, "reduced").all(window.words)
    )


def _is_total(window: Window, total: Quantity) -> bool:
    """Say whether the last figure is what all comes to: "a total of 364 hours"."""
    words, end = window.words, opens(window.sentence, total)
    mark = next((at for at in range(end - 1, max(0, end - 10), -1) if words[at] in _MARKS), None)
    if mark is None:
        return False
    into = words[mark + 1 : end]
    if len(into) > 5 and "cost" not in into:
        return False  # "bringing the total for the year to £9,680"
    if lexicon.phrases(TABLE, "in_all").at(words, closes(window.sentence, total)):
        return all(word in lexicon.words("cues/rates", "totals") for word in into)
    hit = lexicon.phrases(TABLE, "total_of").at(words, mark + 1)
    if hit is None and lexicon.phrases(TABLE, "costing").at(words, mark + 1):
        return total.kind == "money" and window.ends_after(total)
    ended = window.ends_after(total) or _by_the_same(window, total)
    return hit is not None and ended and (hit[1] >= end - 1 or _of_pool(words[hit[1] : end]))


def _of_pool(into: list[str]) -> bool:
    """Say whether what all hold leads to the total: "for a combined capacity of"."""
    return len(into) <= 3 and into[-1] == "of" and _POOLS.issuperset(into)


def _by_the_same(window: Window, total: Quantity) -> bool:
    """Say whether a total is by the term, as what each has is: "620 books a term"."""
    words, last = window.words, closes(window.sentence, total)
    behind = words[last : last + 2]
    if len(behind) != 2 or behind[0] not in ("a", "an", "per"):
        return False
    return any(words[at : at + 2] == behind for at in range(total.first - 1))


def _alike(one: Quantity, total: Quantity) -> bool:
    """Say whether a figure is of what the total is of: hours of hours, flats of homes."""
    if total.unit is not None or one.unit is not None:
        return one.unit == total.unit
    return total.noun is not None and same_thing(one.noun, total.noun)


def _bare(window: Window, others: list[Quantity], total: Quantity) -> bool:
    """Say whether a total can be of nothing else: "each holds 1,250 pallets, … capacity of 6,500".

    It counts nothing, or the room for what each has: "25 buses that seat 48 students each".
    """
    if len(others) != 2 or total.unit is not None or not all(map(is_count, others)):
        return False
    each, words = others[1], window.words
    if total.noun is not None:
        held = words[opens(window.sentence, each) - 1] in _HOLDS or (
            window.lead(each, 2) == ["room", "for"]
        )
        return total.noun in _ROOM and held
    gap = words[closes(window.sentence, each) : opens(window.sentence, total)]
    gap = gap + words[total.last : total.last + 3]
    return total.kind == "number" and len(gap) <= 11 and _WITH.isdisjoint(gap)


def _joined(window: Window, others: list[Quantity]) -> bool:
    """Say whether "and" or "or" makes two figures one of a row: "two or three shifts"."""
    held = {at for one in window.own for at in range(one.first, one.last)}
    between = (at for at in range(others[0].last, others[-1].first) if at not in held)
    return any(window.words[at] in _JOINS for at in between)


def _results(each: Quantity, counts: list[Quantity]) -> list[Interval]:
    """Return every product that the total may be: of all, or with one count left out."""
    each = exact(each)
    full = wide(each)
    results = []
    for count in counts:
        results.append(wide(each) * wide(count))
        full = full * wide(count)
    results.append(full)
    if each.noun in lexicon.words("cues/rates", "of_two"):
        results += [one.scale(Fraction(1, 2)) for one in results]  # 10 teams play 18 games each
    return results


def _relation(window: Window, total: Quantity, each: Quantity, counts: list[Quantity]) -> Relation:
    total, each = one_unit(total, each)
    names = ("count",) if len(counts) == 1 else ("count", "times")
    roles: dict[str, Quantity | tuple[Quantity, ...]] = dict(zip(names, counts, strict=True))
    roles |= {"each": exact(each), "total": total_near(total)}
    return Relation(
        "product" if len(counts) == 1 else "threefold",
        roles,
        total.whole_span,
        quoted=is_quoted(window.sentence, total),
    )
