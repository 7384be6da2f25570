"""A price for each, beside one sum of money and one count."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.rates.terms.eaches import Each, each_of
from numcheck.relate.rates.terms.spans import one_unit
from numcheck.relate.sparse.window import TABLE, Window, fits, is_count, is_plain, wide
from numcheck.relate.wording import is_quoted, opens

_EACH = frozenset({"each", "apiece"})


def find(window: Window) -> Iterator[Relation]:
    """Yield "24 boats. At £3m apiece, that makes a bill of £74m"."""
    money = [one for one in window.own if one.kind == "money" and is_plain(one)]
    if len(money) != 2 or window.both_say("reduced"):
        return
    for price, total in (money, money[::-1]):
        each = _price(window.sentence, price)
        if each is None or not _totals(window, total) or _turns(window, each, total):
            continue
        total, rate = one_unit(total, each.quantity)
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
    if each is None or each.unit is not None or each.per in ("mean", "holds", "unit"):
        return None
    at = sentence.words[opens(sentence, quantity) - 1] == "at"
    return each if each.per in _EACH or at else None


def _turns(window: Window, each: Each, total: Quantity) -> bool:
    """Say whether the sentence goes on to something else: "sold at £6 each but spent £4,000"."""
    first, last = sorted((each.quantity.last, total.first))
    return lexicon.phrases(TABLE, "turns").find(window.words, first, last) is not None


def _totals(window: Window, total: Quantity) -> bool:
    """Say whether a sum is what something comes to: "makes a bill of", "costs the council"."""
    lead = window.lead(total, 5)
    if total.hedge is not None or lead[-2:] in (["of", "the"], ["of", "its"], ["for", "a"]):
        return False
    if lead[-1:] == ["back"]:
        return "set" in window.words  # "set the club back £450"
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
