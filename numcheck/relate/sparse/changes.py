"""A stated change beside the only two figures it can be of."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from numcheck.lexicon import words as lexicon
from numcheck.model.interval import Interval
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.changes.frame.scene import Claim
from numcheck.relate.changes.readings import rounded
from numcheck.relate.sparse.claims import claims_in
from numcheck.relate.sparse.window import TABLE, Window, fits, is_plain, wide
from numcheck.relate.wording import closes, comparable, following, is_quoted

_KINDS = frozenset({"money", "measure", "count", "number", "duration"})
_JOINS = frozenset({"and", "plus", "minus", "less", "with", "before", "after"})
_MARKS = frozenset({",", "–", "—", "("})
_SAYS = frozenset({"or", "that", "is", "a", "an", "which", "some", "about", "up", "down"})
_COMPARED = frozenset({"compared", "comparing", "set"})
_FAR = 50
_BASE = frozenset({"from", "on", "than", "over", "against"})


def find(window: Window) -> Iterator[Relation]:
    """Yield "it stood at 131 in May, against 128 a year earlier, an annual rate of 4%"."""
    there = len(window.own) + len(window.before_amounts())
    if there < 2 or (there == 2 and not window.multiplies):
        return
    plain = [one for one in (*window.own, *window.before_amounts()) if one.kind in _KINDS]
    if not any(_alike(*two) or _may_be_alike(*two) for two in combinations(plain, 2)):
        return
    claims = claims_in(window)
    if len(claims) != 1 or window.both_say("other_levels"):
        return
    claim = claims[0]
    levels = _levels(window, claim)
    if (
        levels is None
        or window.both_say("terms")
        or (levels[0].kind == "duration" and claim.form != "compare")
    ):
        return
    if not _stands_alone(window, claim, levels):
        return
    old, new = _sides(window, levels, claim)
    roles = _roles(claim, old, new)
    if roles is not None and not _far_apart(old, new) and not _otherwise(window, claim, levels):
        yield Relation(
            {"percent": "change", "times": "multiple", "amount": "difference"}[claim.kind],
            roles,
            window.sentence.span_of(claim.first, claim.last),
            strict=True,
            quoted=is_quoted(window.sentence, claim.figure),
        )


def _levels(window: Window, claim: Claim) -> tuple[Quantity, Quantity] | None:
    """Return the only two figures that can be compared, in the order of the text."""
    stated = range(claim.figure.first, claim.figure.last)
    if pair := _apposed(window, claim):
        return pair
    own = [one for one in window.own if one.first not in stated and _is_level(window, one)]
    if len(own) == 2 and _far_apart(*own):  # "up 20% from 2.5m, when two terminals were shut"
        own = [one for one in own if _BASE.intersection(window.lead(one, 1))]
    if len(own) == 2 and claim.kind == "amount":
        own = [own[0], _as_measured(own[1], own[0], claim)]
    if len(own) == 1:
        before = [one for one in window.before_amounts() if is_plain(one)]
        if len(before) != len(window.before_amounts()):
            return None
        before = [one for one in before if one.kind != "age"]
        own = [one for one in before if comparable(one, own[0])] + own
        if len(own) == 1 and len(before) == 1:
            own = [before[0], _as_scaled(own[0], before[0])]
    if len(own) != 2 or not _alike(*own) or _nested(window, *own):
        return None
    return own[0], own[1]


def _may_be_alike(one: Quantity, other: Quantity) -> bool:
    """Say whether a bare number stands beside a measure: "48 minutes; she took 55"."""
    bare, like = (one, other) if one.unit is None else (other, one)
    return bare.unit is None and bare.kind == "number" and like.kind in ("measure", "duration")


def _as_scaled(bare: Quantity, like: Quantity) -> Quantity:
    """Give a number of millions the unit before it: "84 million litres. It was 105 million"."""
    if bare.figure is None or like.figure is None or like.kind != "measure":
        return bare
    if bare.kind != "number" or bare.noun is not None or bare.figure.scale < 2:
        return bare
    if bare.figure.scale != like.figure.scale:
        return bare
    return replace(bare, kind=like.kind, unit=like.unit, units=like.units)


def _apposed(window: Window, claim: Claim) -> tuple[Quantity, Quantity] | None:
    """Return the figure that a change is set beside, and the one of its kind before it.

    "It had 310 cafes in 2010 … There are now 1,240, four times as many, with five in her street".
    """
    words, sentence = window.words, window.sentence
    levels = [one for one in window.own if one.last <= claim.first and is_plain(one)]
    if not levels or levels[-1].first == claim.figure.first or not window.ends_at(claim.last):
        return None
    new = levels[-1]
    gap = words[closes(sentence, new) : claim.first]
    if not gap or len(gap) > 4 or gap[0] not in _MARKS or not all(w in _SAYS for w in gap[1:]):
        return None
    earlier = [one for one in (*window.before_amounts(), *levels[:-1]) if one.kind != "age"]
    old = [one for one in earlier if _alike(one, new)]
    if len(old) != 1 or window.near is None or old[0].sentence == new.sentence:
        return None
    others = [one for one in (*earlier, *window.own) if one is not old[0] and one is not new]
    if any(_alike(one, new) and _reached(claim, one, new) for one in others):
        return None
    told = window.words[0] in (
        "it",
        "there",
        "they",
        "now",
        "today",
        "this",
        "the",
        "that",
        "he",
        "she",
    )
    return (old[0], new) if told and _told_then(window) else None


def _told_then(window: Window) -> bool:
    """Say whether the sentence before is of an earlier time: "in 2010", "when she came"."""
    near = window.near
    if near is None:
        return False
    dated = any(one.kind in ("year", "date") for one in near.quantities)
    return dated or lexicon.phrases(TABLE, "past").find(near.words) is not None


def _as_measured(bare: Quantity, like: Quantity, claim: Claim) -> Quantity:
    """Give a bare figure the unit before it: "he took 48 minutes; she took 55"."""
    if like.unit is None or claim.figure.unit != like.unit or like.kind == "money":
        return bare
    if bare.kind != "number" or bare.unit is not None or bare.noun is not None:
        return bare
    if bare.text.lower() == "one":
        return bare  # "two miles shorter than the old one"
    return replace(bare, kind=like.kind, unit=like.unit, units=like.units)


def _nested(window: Window, one: Quantity, other: Quantity) -> bool:
    """Say whether one figure is a part of the other: "340 of the 650 seats"."""
    gap = window.words[one.last : other.first] if one.sentence == other.sentence else []
    if gap[-3:] == ["short", "of", "the"]:
        return False  # "62 votes, six short of the 67 it needed"
    return gap[-2:] in (["of", "the"], ["of", "its"]) or gap == ["of"]


def _is_level(window: Window, quantity: Quantity) -> bool:
    if quantity.kind == "duration":
        follows = window.words[quantity.last : quantity.last + 1]
        return follows not in (["ago"], ["earlier"], ["later"], ["before"]) and is_plain(quantity)
    return True


def _alike(one: Quantity, other: Quantity) -> bool:
    if not (is_plain(one) and is_plain(other)) or one.hedge or other.hedge:
        return False
    if one.kind not in _KINDS or other.kind not in _KINDS:
        return False
    return one.unit == other.unit and comparable(one, other)


def _stands_alone(window: Window, claim: Claim, levels: tuple[Quantity, Quantity]) -> bool:
    """Say whether the claim names no other base, and time or a comparison tells the two apart."""
    words, number = window.words, window.sentence.index
    named = range(claim.first, claim.last)
    if any(one.kind in ("year", "date") and one.first in named for one in window.told):
        return False  # "an increase on 2019 of 30%"
    after = words[claim.last : claim.last + 1]
    later = [one for one in window.own if one.first >= claim.last]
    if later and "with" in words[claim.last : later[0].first] and not _COMPARED & set(words):
        return all(one.first < claim.last for one in levels)
    ended = window.ends_at(claim.last) or (claim.sign == 0 and after == ["to"])
    led = all(one.sentence == number and one.first > claim.last for one in levels)
    if _of_its_money(window, claim):
        lost = window.both_say("past") or window.says("left_of_it")
        clause = words[max(one.last for one in levels) : claim.first]
        return not led and levels[0].kind == "money" and lost and "which" not in clause
    last = max((one.last for one in levels if one.sentence == number), default=0)
    if lexicon.phrases(TABLE, "turns").find(words, last, claim.first):
        return False  # "…, and the amendment by a majority of five"
    if claim.kind == "times" and led and _dated(window.sentence, levels):
        return True
    if not ended:
        inside = [one for one in levels if one.sentence == number and one.first > claim.last]
        if inside and "," in words[claim.last : inside[0].first]:
            return False  # "12% more than planned, against 1,080 in February"
        if inside and not _JOINS.isdisjoint(following(window.sentence, inside[0], 3)):
            return False  # "£200,000 more than the £900,000 guide and the fees"
        short = after[0] == "of" and words[claim.last - 1] == "short"
        return bool(inside) and (short or after[0] in _BASE) and inside[0].first - claim.last <= 6
    if led:
        return False  # "Rents have gone up 8%: a flat that was £900 now costs £990"
    apart = claim.kind == "amount" and claim.sign == 0
    return apart or claim.form in ("times", "compare") or window.both_say("past")


def _of_its_money(window: Window, claim: Claim) -> bool:
    """Say whether a share is lost of what the figures are: "lost 33% of its money"."""
    of, owner, whole = (*window.words[claim.last : claim.last + 3], "", "", "")[:3]
    return (
        claim.kind == "percent"
        and of == "of"
        and owner in ("its", "her", "his", "their", "the", "that")
        and whole in lexicon.words(TABLE, "its_money")
        and window.ends_at(claim.last + 3)
    )


def _dated(sentence: Sentence, levels: tuple[Quantity, Quantity]) -> bool:
    """Say whether each of two figures has its own time: "312 in 2019 and 243 last year"."""
    times = {one.first for one in sentence.quantities if one.kind in ("year", "date")}
    past = lexicon.phrases(TABLE, "moments")
    first, second = levels
    for begin, end in ((first.last, second.first), (second.last, len(sentence.words))):
        window = range(begin, min(end, begin + 7))
        if (
            not any(at in times for at in window)
            and past.find(sentence.words, begin, min(end, begin + 7)) is None
        ):
            return False
    return True


def _sides(
    window: Window, levels: tuple[Quantity, Quantity], claim: Claim
) -> tuple[Quantity, Quantity]:
    """Return the older and the newer figure, as the direction of the claim has them."""
    low, high = sorted(levels, key=lambda one: wide(one).low or 0)
    return (high, low) if claim.sign < 0 else (low, high)


def _roles(claim: Claim, old: Quantity, new: Quantity) -> dict[str, Quantity] | None:
    stated = claim.figure
    old, new = rounded(old, new), rounded(new, old)
    if stated.unit is not None and old.unit is not None and stated.kind == "measure":
        # "1.93m tall", "12cm shorter": no millions
        old, new = replace(old, other_readings=()), replace(new, other_readings=())
    if claim.kind == "percent":
        return {"old": old, "new": new, "percent": stated}
    if claim.kind == "times":
        return {"old": old, "new": new, "times": stated}
    if (stated.unit is None) != (old.unit is None) or not comparable(stated, old):
        return None
    return {"one": new, "other": old, "by": stated}


def _far_apart(old: Quantity, new: Quantity) -> bool:
    """Say whether two figures are too far apart to be one thing's: two terminals, 2.5 million."""
    if (old.noun is None) == (new.noun is None):
        return False
    low, high = sorted(((wide(one).low or 0) for one in (old, new)))
    return low * _FAR < high


def _otherwise(window: Window, claim: Claim, levels: tuple[Quantity, Quantity]) -> bool:
    """Say whether any two figures of the window give what is claimed, the levels or others."""
    figures = [one for one in (*window.before_amounts(), *window.own) if is_plain(one)]
    others = [one for one in figures if one.first != claim.figure.first and one.kind in _KINDS]
    pairs = (two for two in combinations(others, 2) if two[0].unit == two[1].unit)
    return any(_reached(claim, *two) for two in (levels, *pairs))


def _reached(claim: Claim, old: Quantity, new: Quantity) -> bool:
    """Say whether any sum of the two figures gives what is claimed."""
    a, b = wide(old), wide(new)
    low, high = (a, b) if (a.low or 0) <= (b.low or 0) else (b, a)
    one = Interval.point(1)
    if claim.kind == "percent":
        grown, shrunk = [high / low - one, high / low], [one - low / high, low / high]
        shrunk.append(low / (low + high))  # "45 will go, leaving 255, a 15% cut"
        return fits(claim.figure, [*(grown * (claim.sign >= 0)), *(shrunk * (claim.sign <= 0))])
    if claim.kind == "times":
        bounds = claim.figure.figure.bounds if claim.figure.figure else None
        ratios = (high / low, low / high, high / low - one)
        return bounds is not None and any(bounds.meets(ratio) for ratio in ratios)
    return fits(claim.figure, [high - low, high + low, low + low - high])
