"""Leads of so many points beside the only two tallies."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon.words import phrases, words
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.sparse.contests.table import TABLE
from numcheck.relate.sparse.window import TABLE as SPARSE
from numcheck.relate.sparse.window import Window, is_count
from numcheck.relate.wording import closes, is_quoted

_ENDS = frozenset({",", ".", ";", ":", ")", "–", "—", "with", "after", "in", "at", "on"})
_BARE = {"noun": None, "counts": None, "unit": None, "units": ()}


def find(window: Window) -> Iterator[Relation]:
    """Yield "with 71 points to Hull's 66, Derby are six clear"."""
    if len(window.own) != 3 or phrases(TABLE, "other_span").find(window.words) is not None:
        return
    if not all(_counts(one) for one in window.own):
        return
    claims = [(one, end) for one in window.own if (end := _clear(window, one))]
    if len(claims) != 1:
        return
    by, end = claims[0]
    one, other = (q for q in window.own if q is not by)
    nouns = {q.noun for q in (one, other)} - {None}
    tallied = nouns <= words(TABLE, "tallies") and len(nouns) == 1
    if not tallied or by.noun not in (None, "shot", *nouns) or one.value == other.value:
        return
    if not _of_two(window, one, other) or _of_a_third(
        window, end, max(one.last, other.last, by.last)
    ):
        return
    if phrases(SPARSE, "turns").find(window.words, max(one.last, other.last), by.first) is not None:
        return  # "71 points to Hull's 66 at Easter; by May they were six clear"
    if abs((one.value or 0) - (other.value or 0)) == by.value:
        return
    plain = (replace(q, kind="number", **_BARE) for q in (one, other, by))
    roles = dict(zip(("one", "other", "by"), plain, strict=True))
    yield Relation(
        "difference",
        roles,
        window.sentence.span_of(by.first, end),
        strict=True,
        quoted=is_quoted(window.sentence, by),
    )


def _counts(quantity: Quantity) -> bool:
    plain = is_count(quantity) or (quantity.kind == "points" and quantity.value is not None)
    return plain and quantity.hedge is None


def _of_two(window: Window, one: Quantity, other: Quantity) -> bool:
    """Say whether a rival is named between two tallies: "71 points to Hull's 66"."""
    near = range(one.last, other.first)
    linked = {"to", "against"} & set(window.words[one.last : other.first])
    return bool(linked) or any(window.sentence.raw[at][:1].isupper() for at in near)


def _of_a_third(window: Window, end: int, told: int) -> bool:
    """Say whether a lead is over somebody who has no tally here: "six clear of third place"."""
    words = window.words
    if end < told or end >= len(words) or words[end] in _ENDS:
        return False
    named = words[end + 1 : end + 3] if words[end] in ("of", "the") else words[end : end + 2]
    before = {word.removesuffix("'s") for word in words[: end - 1]}
    return before.isdisjoint(word.removesuffix("'s") for word in named)


def _clear(window: Window, quantity: Quantity) -> int:
    """Return where "six points clear" ends, or nought."""
    at = closes(window.sentence, quantity)
    for place in (quantity.last, at):
        if place < len(window.words) and window.words[place] in words(TABLE, "units"):
            place += 1
        hit = phrases(TABLE, "clear").at(window.words, place)
        if hit is not None:
            third = window.words[hit[1] : hit[1] + 1] in (["of"], ["from"])
            return 0 if third else hit[1]
    lead = window.words[max(0, quantity.first - 5) : quantity.first]
    leading = lead[-1:] == ["by"] and not words(TABLE, "leading").isdisjoint(lead)
    return at if leading and at > quantity.last else 0
