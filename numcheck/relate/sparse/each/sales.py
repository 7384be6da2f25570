"""A ticket's price, how many were sold, and what they raised."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.rates.terms.spans import exact, one_unit
from numcheck.relate.sparse.window import TABLE, Window, is_count, is_plain, misses, wide
from numcheck.relate.sums.terms.kin import is_person
from numcheck.relate.wording import closes, is_quoted, opens

_ALL = frozenset({"all", "each", "every", "one", "none"})
_TOGETHER = [["with", "the"], ["with", "a"], ["with", "its"], ["with", "gifts"], ["plus", "the"]]
_STOPS = frozenset({",", ".", ";", ":", "–", "—", "and", "to", "so"})
_LINKS = frozenset("were was are is at cost costs for of - : , a just only the priced".split())


def find(window: Window) -> Iterator[Relation]:
    """Yield "Tickets were £8; with 450 sold, the evening raised £4,600"."""
    if not any(one.kind == "money" for one in window.own) or len(window.own) > 3:
        return
    figures = window.own
    if len(figures) < 3:
        figures = [*window.before_amounts(), *figures]
    counts = [one for one in figures if is_count(one)]
    money = [one for one in figures if one.kind == "money" and is_plain(one)]
    if len(figures) != 3 or len(counts) != 1 or len(money) != 2 or _hedged(figures):
        return
    price, total = sorted(money, key=lambda one: wide(one).low or 0)
    if total.sentence != window.sentence.index or not _raised(window, total):
        return
    home, count = _home(window, price), counts[0]
    if not (_went(home, count, price) or _is_price(home, price)):
        return
    if not _sold(_home(window, count), count):
        return
    if window.both_say("unequal") or _besides(window, total, counts[0]):
        return
    total, price = one_unit(total, exact(price))
    if total.unit == price.unit and misses(total, [wide(price) * wide(counts[0])]):
        yield Relation(
            "product",
            {"count": counts[0], "each": price, "total": total},
            total.whole_span,
            quoted=is_quoted(window.sentence, total),
        )


def _besides(window: Window, total: Quantity, count: Quantity) -> bool:
    """Say whether some paid less, or a sum has more in it than tickets.

    "Every one of the 640 went, all at £12, so it took £7,680 on the night before bar sales".
    """
    words, home = window.words, _home(window, count)
    all_went = not _ALL.isdisjoint(home.words[max(0, count.first - 4) : count.first])
    after = total.last
    tonight = words[after : after + 3] == ["on", "the", "night"]
    before = words[after + 3 * tonight : after + 3 * tonight + 1] == ["before"]
    end = after if before or (tonight and all_went and window.ends_at(after + 3)) else len(words)
    if not before and words[after : after + 1] in (["with"], ["plus"], ["and"], ["including"]):
        return True
    lead = words[max(0, total.first - 8) : total.first]
    if any(lead[at : at + 2] in _TOGETHER for at in range(len(lead))):
        return True  # "and, with the tombola, brought in £1,480"
    near = window.near.words if window.near is not None else []
    first = count.first
    if home is window.sentence and words[max(0, first - 2) : first] == ["after", "all"]:
        first -= 2  # "sales came to $9,750 after all 350 places were sold"
    counted = range(first, closes(home, count))  # "the 480 programmes"
    for key in ("reduced", "sold_besides"):
        table = lexicon.phrases(TABLE, key)
        told = [
            hit
            for hit in table.all(words[:end])
            if home is not window.sentence or (hit.first not in counted)
        ]
        if told or table.find(near) is not None:
            return True
    return False


def _hedged(figures: list[Quantity]) -> bool:
    return any(one.hedge is not None for one in figures)


def _home(window: Window, one: Quantity) -> Sentence:
    """Return the sentence that a figure stands in."""
    here = window.near is None or one.sentence == window.sentence.index
    return window.sentence if here or window.near is None else window.near


def _raised(window: Window, total: Quantity) -> bool:
    """Say whether a sum is what was taken: "raised £4,600", "takings of £4,600"."""
    return lexicon.phrases(TABLE, "raised").find(window.lead(total, 4)) is not None


def _went(sentence: Sentence, count: Quantity, price: Quantity) -> bool:
    """Say whether all of a number went at a price: "the 368 seats went at £17.50,"."""
    words, at, last = sentence.words, opens(sentence, price), closes(sentence, price)
    if count.sentence != price.sentence or last >= len(words) or words[last] not in _STOPS:
        return False
    lead = words[max(0, opens(sentence, count) - 3) : opens(sentence, count)]
    whole = not _ALL.isdisjoint(lead) or (not count.modifiers and lead[-1:] == ["the"])
    return (
        whole
        and lexicon.words(TABLE, "went_at").issuperset(words[closes(sentence, count) : at])
        and price is not count
    )


def _is_price(sentence: Sentence, price: Quantity) -> bool:
    """Say whether a sum is that of one ticket: "tickets were £8", "£8 tickets", "£8 a ticket"."""
    words, at, last = sentence.words, opens(sentence, price), closes(sentence, price)
    if words[at - 2 : at - 1] != [] and words[at - 2] in _ALL and words[at - 1] in ("at", "for"):
        return True  # "all at £12", "every one for £6"
    if words[price.last : price.last + 1] in (["each"], ["apiece"]) and words[at - 1] == "at":
        return True
    sold = lexicon.words(TABLE, "sold")
    behind = [word for word in words[price.last : last + 2] if word not in _LINKS]
    if behind and lexicon.singular(behind[0]) in sold:
        return True
    for place in range(at - 1, max(-1, at - 5), -1):
        if lexicon.singular(words[place]) in sold:
            return True
        if words[place] not in _LINKS:
            return False
    return False


def _sold(sentence: Sentence, count: Quantity) -> bool:
    """Say whether a number is of those who paid, or of what was sold."""
    words, last = sentence.words, closes(sentence, count)
    if count.noun is not None and (
        count.noun in lexicon.words(TABLE, "sold") or is_person(count.noun)
    ):
        return True
    return not lexicon.words(TABLE, "bought").isdisjoint(words[last : last + 2])
