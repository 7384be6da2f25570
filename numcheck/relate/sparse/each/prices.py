"""A price for each, beside one sum of money and one count."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.rates.harmless import harmless, paid_in_part
from numcheck.relate.rates.terms.eaches import Each, each_of
from numcheck.relate.rates.terms.spans import exact, one_unit
from numcheck.relate.sparse.window import TABLE, Window, fits, is_count, is_plain, wide
from numcheck.relate.wording import is_quoted, opens

_EACH = frozenset({"each", "apiece"})


def find(window: Window) -> Iterator[Relation]:
    """Yield "24 boats. At £3m apiece, that makes a bill of £74m"."""
    money = [one for one in window.own if one.kind == "money" and is_plain(one)]
    if len(money) != 2 or any(one.kind in ("ratio", "percent") for one in window.own):
        return
    for price, total in (money, money[::-1]):
        each = _price(window.sentence, price)
        if each is None or not _totals(window, total) or _turns(window, each, total):
            continue
        if not wide(price).below(wide(total)):
            continue
        if _reduced(window, each, total) or not _one_time(window, each, total):
            return
        if base := total.parts.get("base"):
            total = replace(total, unit=base, units=(base,), parts={})
        total, rate = one_unit(total, exact(each.quantity))
        each = each._replace(quantity=rate)
        counts = _counts(window, each)
        if len(counts) != 1 or window.barred(each.quantity, total, counts[0]):
            return
        if not _reached(window, total, each, counts[0]):
            yield Relation(
                "product",
                {"count": counts[0], "each": each.quantity, "total": total},
                total.whole_span,
                quoted=is_quoted(window.sentence, total),
            )
        return


def _price(sentence: Sentence, quantity: Quantity) -> Each | None:
    """Return a price that is called one: "apiece", "each", "at 15 cents a page"."""
    each = each_of(sentence, quantity)
    if each is None or each.per in ("mean", "holds", "unit"):
        return None
    if each.unit is not None:
        return each if each.unit.dimension == "time" else None
    at = sentence.words[opens(sentence, quantity) - 1] == "at"
    return each if each.per in _EACH or at else None


def _one_time(window: Window, each: Each, total: Quantity) -> bool:
    """Say whether a price by the week goes with a weekly bill, and any other with a bill."""
    per = total.parts.get("per")
    if each.unit is None:
        return per is None
    named = lexicon.phrases(TABLE, "periods").find(window.lead(total, 5))
    return each.unit.name in (per, named.name if named else None)


def _reduced(window: Window, each: Each, total: Quantity) -> bool:
    """Say whether a word makes the price not that of all; the time that it is by is none."""
    near = window.near
    hits = lexicon.phrases(TABLE, "reduced")
    if paid_in_part(window.words):
        return True
    if near is not None and hits.find(near.words) is not None:
        return True
    own = [range(each.quantity.first, each.last), range(total.first, total.last)]
    if each.unit is not None:
        own.append(range(max(0, total.first - 5), total.first))
    return any(
        not any(hit.first in one for one in own) and not harmless(window.sentence, hit.first)
        for hit in hits.all(window.words)
    )


def _turns(window: Window, each: Each, total: Quantity) -> bool:
    """Say whether the sentence goes on to something else: "sold at £6 each but spent £4,000"."""
    first, last = sorted((each.quantity.last, total.first))
    if window.words[each.last : each.last + 3] == [",", "and", "so"]:
        first = each.last + 3  # "at £220 each, and so a bill of £1,320"
    if each.unit is not None and window.words[each.last] == ";":
        first = each.last + 1  # "£90 a week; the weekly bill comes to"
    return lexicon.phrases(TABLE, "turns").find(window.words, first, last) is not None


def _totals(window: Window, total: Quantity) -> bool:
    """Say whether a sum is what something comes to: "makes a bill of", "costs the council"."""
    lead = window.lead(total, 5)
    if total.hedge is not None or lead[-2:] in (["of", "the"], ["of", "its"], ["for", "a"]):
        return False
    if lead[-1:] == ["back"]:
        return "set" in window.vocabulary  # "set the club back £450"
    return lexicon.phrases(TABLE, "comes_to").find(lead) is not None


def _counts(window: Window, each: Each) -> list[Quantity]:
    """Return the counts that the price may be for: of its noun, or the only ones there are."""
    counts = [one for one in window.own if is_count(one)]
    if not counts:
        counts = [one for one in window.before_amounts() if is_count(one)]
        if len(counts) != len(window.before_amounts()):
            return []
    named = [one for one in counts if one.noun == each.per]
    return named or counts


def _reached(window: Window, total: Quantity, each: Each, count: Quantity) -> bool:
    """Say whether the price for some other count, or a dozen of them, gives the sum."""
    price = wide(each.quantity)
    others = [one for one in window.own if is_count(one) and one is not count]
    results = [price * wide(one) for one in others]
    results += [price * wide(count) * wide(one) for one in others]
    return fits(total, results)
