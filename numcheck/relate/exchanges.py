"""Sums in two currencies, and the rates that they imply."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from numcheck.lexicon import words as lexicon
from numcheck.lexicon.units import unit_named
from numcheck.model.interval import Interval
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Figure, Quantity
from numcheck.model.relation import Relation
from numcheck.named import NamedTuple
from numcheck.record import replace
from numcheck.relate.setting import Setting
from numcheck.relate.wording import amounts, closes, derived, is_quoted, opens, worded

_TENTH = Fraction(1, 10)
_CAP = Fraction(1, 20)
_TABLE = "cues/exchanges"
_TO_COME = frozenset({"will", "would", "plans", "aims", "intends"})
_LATER = 6  # words from a sum to the year of something else


class Exchanged(NamedTuple):
    """A sum and the same in another currency, with the rate that the two may stand for."""

    sentence: Sentence
    given: Quantity
    other: Quantity
    rate: Interval


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield two sums of one pair of currencies whose brackets should imply one rate.

    Rates move, so that pairs in sentences with a year or talk of rates are left alone, and two
    rates agree within ten per cent; no rate from outside the text is ever used.
    """
    pairs: dict[tuple[str, str], list[Exchanged]] = {}
    rated: Sentence | None = None
    for sentence in passage.with_kind("money"):
        known = rated is not None and (rated.index + 1, rated.paragraph) == (
            sentence.index,
            sentence.paragraph,
        )
        for pair in _exchanged(sentence, known):
            if pair.given.value == 1 and pair.given.kind == "money":
                rated = sentence
            assert pair.given.unit is not None and pair.other.unit is not None
            key = sorted((pair.given.unit.dimension, pair.other.unit.dimension))
            pairs.setdefault((key[0], key[1]), []).append(pair)
    for same in pairs.values():
        if len(same) > 1:
            yield from _compared(same)


def _exchanged(sentence: Sentence, known: bool) -> Iterator[Exchanged]:
    figures = [q for q in amounts(sentence) if q.kind == "money"]
    if not figures or _of_years(sentence, figures):
        return
    if twice := _at_one_rate(sentence, figures):
        yield from twice
        return
    stated = [one for figure in figures if (one := _stated(sentence, figure))]
    if any(_moves(one.other, figures) for one in stated):
        return
    yield from stated
    words = set(sentence.words)
    other_dates = words & lexicon.words(_TABLE, "other_dates")
    if other_dates and not (other_dates == {"then"} and _goes_on(sentence.words)):
        return
    if not stated and words & lexicon.words(_TABLE, "other_rates"):
        return
    for given, other in pairwise(figures):
        if given.is_range or other.is_range or not given.value or not other.value:
            continue
        if any(one.other in (given, other) for one in stated):
            continue
        if _two(given, other) and _said_again(sentence, given, other, known or bool(stated)):
            yield Exchanged(sentence, given, other, _rate(given, other))


def _of_years(sentence: Sentence, figures: list[Quantity]) -> bool:
    """Say whether a year is that of a rate: not "will use $6m (£4m), and open it in 2027"."""
    years = [q for q in sentence.quantities if q.kind == "year" or "year" in q.parts]
    if not years:
        return False
    last = closes(sentence, figures[-1])
    to_come = not _TO_COME.isdisjoint(sentence.words[: figures[-1].first])
    return not to_come or any(q.first < last + _LATER for q in years)


def _goes_on(words: list[str]) -> bool:
    """Say whether "then" tells what came next: "and then sold him"; not "€12m, then £14m"."""
    places = [at for at, word in enumerate(words) if word == "then"]
    return all(at and words[at - 1] == "and" for at in places)


def _at_one_rate(sentence: Sentence, figures: list[Quantity]) -> list[Exchanged]:
    """Return the two pairs of "$60m, then £48m; and that same day $15m, or £7m"."""
    if len(figures) != 4 or lexicon.phrases(_TABLE, "one_rate").find(sentence.words) is None:
        return []
    if any(one.is_range or not one.value or one.unit is None for one in figures):
        return []
    units = [one.unit for one in figures]
    if units[:2] != units[2:] or not _two(figures[0], figures[1]):
        return []
    if lexicon.words(_TABLE, "dearer") & set(sentence.words):
        return []
    pairs = (figures[0], figures[1]), (figures[2], figures[3])
    near = all(other.first - one.last <= 6 for one, other in pairs)
    return [Exchanged(sentence, *two, _rate(*two)) for two in pairs] if near else []


def _moves(rate: Quantity, figures: list[Quantity]) -> bool:
    """Say whether a rate is given twice: "bought $1.25 in May and $1.50 in June"."""
    value = rate.value
    return value is not None and any(
        q is not rate and q.unit == rate.unit and q.value and value / 2 < q.value < value * 2
        for q in figures
    )


def _two(given: Quantity, other: Quantity) -> bool:
    """Say whether two sums are in two currencies."""
    one, two = given.unit, other.unit
    return one is not None and two is not None and one.dimension != two.dimension


def _rate(given: Quantity, other: Quantity) -> Interval:
    assert given.unit is not None and other.unit is not None
    above, below = _in_base(other, given), _in_base(given, other)
    if given.unit.dimension > other.unit.dimension:  # "€50m (£42m) … £17m (€20m)"
        above, below = below, above
    return above / below


def _stated(sentence: Sentence, price: Quantity) -> Exchanged | None:
    """Read a rate that the text gives: "$1.25 to the pound", "1.25 dollars a pound"."""
    words, at = sentence.words, price.last
    if price.is_range or not price.value or price.value <= 0:
        return None
    named = lexicon.mapping(_TABLE, "currencies")
    if words[at : at + 1] == ["to"] and words[at + 1 : at + 2] in (["the"], ["a"], ["one"]):
        at += 2
    elif words[at : at + 1] in (["a"], ["per"], ["against"], ["for"]):
        at += 1 + (words[at + 1 : at + 2] in (["the"], ["a"], ["one"], ["every"]))
    else:
        at = _currency_before(sentence, price)
    unit = named.get(words[at]) if 0 <= at < len(words) else None
    if unit is None:
        return None
    currency = unit_named(str(unit))
    one = replace(
        worded(sentence, at, at + 1), kind="money", figure=Figure("1", 1), unit=currency,
        units=(currency,),
    )  # fmt: skip
    one = replace(one, figure=Figure("1", 1, bounds=Interval.point(1)))
    return Exchanged(sentence, one, price, _rate(one, price)) if _two(one, price) else None


def _currency_before(sentence: Sentence, price: Quantity) -> int:
    """Return the place of the currency in "the pound is worth $1.30"; -1 for none."""
    words, at = sentence.words, opens(sentence, price) - 1
    trades, named = lexicon.words(_TABLE, "trades"), lexicon.mapping(_TABLE, "currencies")
    begin = at
    while at > 0 and begin - at < 5 and words[at] in trades:
        at -= 1
    alone = at > 0 and words[at - 1] in ("the", "a", "one", "each", "every", "sterling")
    return at if begin > at and words[at] in named and alone else -1


def _in_base(quantity: Quantity, again: Quantity) -> Interval:
    """Return what a sum may be, in its base unit; "2 million" is rounded by a twentieth at most.

    One whose counterpart has more digits was converted as it stands: "$2m (£1.94m)".
    """
    assert quantity.unit is not None and quantity.figure is not None
    value = quantity.figure.value
    values = quantity.reading(hedged=False)
    if value:
        plain = again.figure is not None and again.figure.digits > quantity.figure.digits
        cap = _TENTH if quantity.hedge is not None else _CAP / 2 if plain else _CAP
        values = values.meet(Interval.around(value, abs(Fraction(value)) * cap))
    return values.scale(quantity.unit.factor)


def _said_again(sentence: Sentence, given: Quantity, other: Quantity, rated: bool) -> bool:
    """Say whether the second sum is the first in another currency."""
    gap = sentence.words[closes(sentence, given) : opens(sentence, other)]
    after = closes(sentence, other)
    follows = sentence.words[after : after + 1]
    again, equal = lexicon.words(_TABLE, "again"), lexicon.words(_TABLE, "equal")
    if not gap or len(gap) > 8:
        return False
    if rated and not lexicon.words(_TABLE, "bars") & set(gap):
        if equal & set(gap):
            return True
        if lexicon.words(_TABLE, "priced") & set(gap):
            ended = not follows or not follows[0].isalnum()
            return ended and not lexicon.words(_TABLE, "dearer") & set(sentence.words)
    if not all(word in again for word in gap):
        return False
    if gap[0] in ("(", "["):
        return follows in ([")"], ["]"], [";"], [","])
    if not equal.isdisjoint(gap) or rated:
        return True
    return gap in ([",", "or"], ["or"], ["/"], ["–", "or"], ["—", "or"], [",", "about"]) and (
        not follows or not follows[0].isalpha() or gap != ["/"]
    )


def _compared(pairs: list[Exchanged]) -> Iterator[Relation]:
    """Compare each pair with the one that most others agree with."""
    agreeing = [sum(_agree(one, other) for other in pairs[:12]) for one in pairs[:12]]
    best = max(range(len(agreeing)), key=lambda at: (agreeing[at], -at))
    model = pairs[best]
    for at, pair in enumerate(pairs):
        if at == best:
            continue
        first, second = (model, pair) if best < at else (pair, model)
        yield Relation(
            "exchange",
            {
                "first": first.given,
                "first_other": first.other,
                "second": second.given,
                "second_other": second.other,
                "rate": derived(_widened(first.rate), first.given, kind="number"),
                "again": derived(second.rate, second.given, kind="number"),
            },
            pair.given.span.hull(pair.other.span),
            derived=frozenset({"rate", "again"}),
            quoted=is_quoted(pair.sentence, pair.given, pair.other),
        )


def _agree(one: Exchanged, other: Exchanged) -> bool:
    return _widened(one.rate).meets(other.rate)


def _widened(rate: Interval) -> Interval:
    assert rate.low is not None and rate.high is not None
    return Interval(rate.low * (1 - _TENTH), rate.high * (1 + _TENTH))
