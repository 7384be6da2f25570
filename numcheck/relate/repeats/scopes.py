"""Words that make a figure one of another scope than the headline's."""

from __future__ import annotations

from bisect import bisect_right

from numcheck.lexicon.words import members, phrases, words
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.relate.wording import closes, opens

TABLE = "cues/repeats"


def other_scope(sentence: Sentence, quantity: Quantity) -> bool:
    """Say whether words beside a figure make it part of another count, or a revised one."""
    tokens = sentence.words
    at, last = opens(sentence, quantity), closes(sentence, quantity)
    if phrases(TABLE, "scope_before").find(tokens, max(0, at - 3), at) is not None:
        return True
    if tokens[at - 1 : at] == ["of"] and at > 1 and _part_of(sentence, at - 2):
        return True
    behind = quantity.last + bool(moved(sentence, quantity))
    after = phrases(TABLE, "scope_after")
    if after.find(tokens, behind, min(len(tokens), last + 3)) is not None:
        return True
    counts = quantity.kind in ("count", "number")
    if counts and phrases(TABLE, "then").find(tokens, last, min(len(tokens), last + 4)) is not None:
        return True
    return (
        quantity.noun is None
        and quantity.kind != "duration"  # "50 years of marriage"
        and tokens[quantity.last : quantity.last + 1] == ["of"]
        and (whole_of(sentence, quantity) is None)
    )


def reached(
    headline: Sentence, first: Quantity, sentence: Sentence, kin: list[Quantity]
) -> list[Quantity]:
    """Return the figure that a story says was reached: "fell to £77m from £81m"; else all."""
    led = headline.words[max(0, opens(headline, first) - 1) : opens(headline, first)]
    leads = [sentence.words[max(0, opens(sentence, one) - 2) : opens(sentence, one)] for one in kin]
    to = [one for one, lead in zip(kin, leads, strict=True) if lead[-1:] == ["to"]]
    came = words(TABLE, "came_from")
    before = [not came.isdisjoint(lead[-1:]) or lead == ["compared", "with"] for lead in leads]
    alone = len(to) == 1 and before.count(True) == len(kin) - 1
    return to if alone and led in (["to"], ["at"]) else kin


def moved(sentence: Sentence, quantity: Quantity) -> str:
    """Return what "pay 6% more" and "8% cheaper" say of a percentage: a rise, a fall, or none."""
    after = sentence.words[quantity.last : quantity.last + 1]
    if quantity.kind != "percent" or not after:
        return ""
    return members(TABLE, "by_how_much").get(after[0], "")


def _part_of(sentence: Sentence, at: int) -> bool:
    """Say whether "of" follows a part: "12 of 350", "most of"."""
    if sentence.words[at] in words(TABLE, "part_words"):
        return True
    return any(q.first <= at < closes(sentence, q) for q in sentence.quantities)


def whole_of(sentence: Sentence, quantity: Quantity) -> Quantity | None:
    """Return the whole of "21 of its 180 shops"."""
    if sentence.words[quantity.last : quantity.last + 1] != ["of"]:
        return None
    figures, near = sentence.quantities, quantity.last + 4
    after = bisect_right(figures, quantity.last, key=_first)
    return next((q for q in figures[after : after + 3] if q.first < near and q.noun), None)


def _first(quantity: Quantity) -> int:
    return quantity.first


def _aged(sentence: Sentence, quantity: Quantity) -> bool:
    """Say whether a bare figure is an age: "a man of 45"."""
    led = sentence.words[max(0, quantity.first - 2) : quantity.first]
    people = words(TABLE, "people")
    return quantity.noun is None and led[1:] == ["of"] and led[0] in people


def in_parts(sentence: Sentence, again: Quantity, others: frozenset[int]) -> bool:
    """Say whether the story gives the count in parts: "nine people in Ohio and five in Indiana".

    `others` are the places of figures that count whom something else befell.
    """
    if again.kind not in ("count", "number"):
        return False
    whole = whole_of(sentence, again)
    return any(
        q is not again
        and q is not whole
        and q.first not in others
        and not _aged(sentence, q)
        and q.kind in ("count", "number")
        and q.figure is not None
        and q.figure.value >= 2
        and not q.is_range
        and (q.noun is None or q.noun == again.noun)
        for q in sentence.quantities
    )


def one_in(sentence: Sentence, quantity: Quantity) -> bool:
    """Say whether a count is the lower half of a share: "Nine in ten GPs back strike"."""
    at = quantity.first
    if sentence.words[at - 1 : at] not in (["in"], ["of"]):
        return False
    return any(one.last == at - 1 or one.first < at < one.last for one in sentence.quantities)


def some_of(sentence: Sentence, quantity: Quantity) -> bool:
    """Say whether a bare count goes with a greater one before it: "5,200 homes, 3,000 in Kent"."""
    if quantity.kind not in ("count", "number") or quantity.noun is not None:
        return False
    if sentence.words[quantity.first - 1] != ",":
        return False
    value = quantity.value or 0
    counts = [q for q in sentence.quantities if q.kind == "count" and q.first < quantity.first]
    return any((one.value or 0) > value for one in counts)
