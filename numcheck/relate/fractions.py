"""A share in words beside the same share as a percentage."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from numcheck.lexicon import words as lexicon
from numcheck.lexicon.units import unit_named
from numcheck.model.interval import Interval, quotient
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Figure, Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.setting import Setting
from numcheck.relate.wording import (
    NTHS,
    amounts,
    closes,
    hedged_share,
    is_quoted,
    nths_of,
    opens,
    roughly,
    worded,
)

_POINT = Fraction(1, 100)
_NEAR = Fraction(35, 1000)  # "three in four" is said of 72 to 78 per cent
_LEADS = frozenset({"in", "of", "every"})  # before the five of "one in five"


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every share in words that is given again in per cent."""
    before: tuple[Sentence, list[Quantity]] | None = None
    for sentence in passage.figured:
        figures = shares_in(sentence)
        percents = "percent" in sentence.kinds and any(one.kind == "percent" for one in figures)
        if percents:
            figures = with_halves(sentence, figures)
        told = [one for one in figures if one.kind in ("ratio", "percent")]
        if told and before and _follows(*before, sentence, told) and _said_again(sentence, told[0]):
            yield _relation(sentence, before[1][0], told[0])
        before = sentence, told
        if percents:
            for left, right in _neighbours(sentence, figures):
                if _opposite(left, right) and _given_again(sentence, left, right):
                    yield _relation(sentence, left, right)


def _follows(
    earlier: Sentence, one: list[Quantity], sentence: Sentence, other: list[Quantity]
) -> bool:
    """Say whether two sentences running give one share each, one in words, one in per cent."""
    alone = len(one) == len(other) == 1 and earlier.index + 1 == sentence.index
    return alone and _opposite(one[0], other[0])


def _relation(sentence: Sentence, left: Quantity, right: Quantity) -> Relation:
    share, percent = (left, right) if left.kind == "ratio" else (right, left)
    return Relation(
        "fraction",
        {"share": share, "percent": roughly(percent, 3)},
        left.span.hull(right.span),
        strict=True,
        quoted=is_quoted(sentence, left, right),
    )


def _opposite(left: Quantity, right: Quantity) -> bool:
    """Say whether one figure is a share in words and the other in per cent."""
    return {left.kind, right.kind} == {"ratio", "percent"} and not (left.is_range or right.is_range)


def _neighbours(sentence: Sentence, figures: list[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield figures side by side, stepping over a whole: "a majority of the 300 members, 44%"."""
    for at, left in enumerate(figures[:-1]):
        right = figures[at + 1]
        yield left, right
        if right.kind == "count" and at + 2 < len(figures):
            gap = sentence.words[left.last : opens(sentence, right)]
            if gap[:1] == ["of"] and len(gap) < 4:
                yield left, figures[at + 2]


def with_halves(sentence: Sentence, figures: list[Quantity]) -> list[Quantity]:
    """Return the figures with "a majority", "most firms", "a minority" among them."""
    words = sentence.words
    if HALVES.isdisjoint(words):
        return figures
    places = [at for at, word in enumerate(words) if word in HALVES]
    halves = [_half(sentence, at) for at in places if _is_half(sentence, figures, at)]
    return sorted([*figures, *halves], key=lambda one: one.first)


def _is_half(sentence: Sentence, figures: list[Quantity], at: int) -> bool:
    """Say whether a word is a share: no "most popular", no "majority of 44"."""
    words = sentence.words
    after, before = words[at + 1 : at + 2], words[at - 1 : at]
    if words[at] == "most":
        plural = bool(after) and (after[0] == "of" or lexicon.is_plural(after[0]))
        return plural and before not in (["the"], ["at"])
    if after == ["of"] and any(opens(sentence, one) == at + 2 for one in figures):
        return False
    return bool(before) and before[0] in lexicon.words(_TABLE, "halves")


def _half(sentence: Sentence, at: int) -> Quantity:
    """Return "a majority", "most" or "a minority" as the shares that it may be."""
    word = sentence.words[at]
    bounds = Interval(0, _HALF) if word == "minority" else Interval(_HALF, 1)
    half = worded(sentence, at - (word != "most"), at + 1)
    unit, figure = unit_named("one"), Figure(half.text, _HALF, worded=True, bounds=bounds)
    return replace(half, kind="ratio", unit=unit, units=(unit,), figure=figure)


def _said_again(sentence: Sentence, figure: Quantity) -> bool:
    """Say whether a sentence only gives the share before it again: "That is one in four"."""
    lead = sentence.words[: opens(sentence, figure)]
    again = lexicon.words(_TABLE, "again")
    if not 2 <= len(lead) <= 7 or lead[0] not in _THAT:
        return False
    at = closes(sentence, figure)
    return all(word in again for word in lead[1:]) and (
        sentence.words[at : at + 1] in ([], ["."], [","], ["of"])
    )


def shares_in(sentence: Sentence, rough: bool = False) -> list[Quantity]:
    """Return the amounts of a sentence, with "one in five" joined into a ratio.

    Where only `rough` shares are wanted, "nine out of 36" remain two figures.
    """
    out: list[Quantity] = []
    for quantity in amounts(sentence):
        led = out and sentence.words[quantity.first - 1] in _LEADS
        if quantity.noun in NTHS and (nths := nths_of(sentence, quantity)):
            out.append(_share(nths))
        elif led and (joined := _n_in_m(sentence, out[-1], quantity, 10 if rough else 1000)):
            out[-1] = joined
        elif quantity.kind == "ratio":
            out.append(_share(quantity))
        else:
            out.append(quantity)
    return out


def _n_in_m(sentence: Sentence, top: Quantity, bottom: Quantity, most: int) -> Quantity | None:
    """Join "one in five", "three out of four" into one ratio."""
    a, b = top.figure, bottom.figure
    if a is None or b is None or top.unit or bottom.unit or top.is_range or bottom.is_range:
        return None
    words = sentence.words[closes(sentence, top) : bottom.first]
    if words not in (["in"], ["in", "every"], ["out", "of"], ["out", "of", "every"]):
        return None
    if not (isinstance(a.value, int) and isinstance(b.value, int) and 0 < a.value < b.value):
        return None
    if a.value > 9 or b.value > (most if a.value > 1 else 1000):
        return None
    value = Fraction(a.value, b.value)
    if a.value > 1:
        bounds = Interval.around(value, _NEAR)
    elif b.value <= 10:
        half = Fraction(1, 2)
        bounds = Interval(quotient(a.value, b.value + half), quotient(a.value, b.value - half))
    else:
        bounds = Interval.around(value, value / 20)
    ratio = replace(
        bottom,
        kind="ratio",
        span=top.span.hull(bottom.span),
        text=sentence.text[top.span.start : bottom.span.end],
        figure=Figure(sentence.cut(top.first, bottom.last), value, bounds=bounds),
        hedge=top.hedge,
        first=top.first,
    )
    return _share(ratio)


def _share(ratio: Quantity) -> Quantity:
    """Give a ratio its unit, and fold its hedge into the set for which it stands."""
    unit = unit_named("one")
    figure = ratio.figure
    assert figure is not None
    bounds = figure.bounds or Interval.around(figure.value, _POINT)
    if ratio.hedge is not None:
        bounds = hedged_share(bounds, figure.value, ratio.hedge.direction, ratio.hedge.slight)
    return replace(
        ratio, unit=unit, units=(unit,), figure=replace(figure, bounds=bounds), hedge=None
    )


def _given_again(sentence: Sentence, left: Quantity, right: Quantity) -> bool:
    """Say whether the words make the second figure the first said again."""
    words = sentence.words[left.last : opens(sentence, right)]
    if not words or len(words) > 16 or words[:2] in (["as", "many"], ["as", "much"]):
        return False  # "half as many (17%)"
    if "point" in words[:3]:
        return False  # "raised the rate by half a point, to 3.25%"
    mark = next((at for at in range(len(words) - 1, -1, -1) if words[at] in _MARKS), -1)
    if mark < 0:
        return words == ["or"] or (len(words) < 5 and _restates(words) and "or" not in words)
    prefix, tail = words[:mark], words[mark + 1 :]
    if _of_them(sentence, left, prefix) and sentence.words[closes(sentence, right) :][:1] == ["of"]:
        return False  # "a quarter of those, 8% of the whole"
    if "who" in prefix and "or" in tail:  # "two-thirds of the 380 who replied to it, or 52%, had"
        prefix = [word for word in prefix if word not in ("to", "by", "from", "the")]
        if sentence.words[right.last : right.last + 1] == ["of"]:
            return False  # "or 18% of all the staff"
    if len(prefix) > 9 or not _OTHER.isdisjoint(prefix):
        return False
    at = closes(sentence, right) if right.kind == "ratio" else right.last
    if whole := lexicon.phrases(_TABLE, "in_all").at(sentence.words, at):
        at = whole[1]  # "two-fifths of trains, 46% in all, ran late"
    at = _after_counters(sentence, right, at)
    follows = sentence.words[at : at + 1]
    if words[mark] in ("(", "["):
        return _again(tail) and follows in ([")"], ["]"], [","], [";"])
    if _restates(tail):
        return _stays(sentence, left, right, at, tail)
    if not _again(tail):
        return False
    closed = not follows or follows[0] in (",", ".", ";", "–", "—", "-", ")", ":")
    halved = right.text.lower().endswith(("majority", "minority"))
    if closed and (right.kind == "percent" or halved):
        return True
    if words[mark] in ("–", "—") and follows in (["–"], ["—"]):
        return True  # "25 percent – a quarter – of the seats"
    aside = words[mark] == "," and follows == [","] and words[:1] == ["of"]
    aside = aside and (_OTHER | _SAID).isdisjoint(sentence.words[at + 1 : at + 2])
    aside = aside or (words[mark] in ("–", "—") and _attributed(sentence, at))
    return not tail and (aside or _of_all(sentence, right))  # "34% of prisoners, one in four,"


def _after_counters(sentence: Sentence, right: Quantity, at: int) -> int:
    """Step over who counted: "three-quarters of the fleet, 65% by the agency's own count, is"."""
    from numcheck.relate.bounds.limits import counted_by

    if right.kind != "percent" or not _SAID.isdisjoint(sentence.words[: right.first]):
        return at
    return counted_by(sentence.words, at) or at


def _of_them(sentence: Sentence, share: Quantity, after: list[str]) -> bool:
    """Say whether a share is of some alone: "a quarter of those", "of these, one in three"."""
    before = sentence.words[max(0, share.first - 4) : share.first]
    return any("of" in words and not _SOME.isdisjoint(words) for words in (before, after))


def _attributed(sentence: Sentence, at: int) -> bool:
    """Say whether a dash ends who said so: "80% – three-quarters, the union says – voted"."""
    after = sentence.words[at : at + 7]
    dash = next((place for place, word in enumerate(after) if word in ("–", "—")), 0)
    return after[:1] == [","] and not _SAID.isdisjoint(after[1:dash])


def _again(tail: list[str]) -> bool:
    return all(word in lexicon.words(_TABLE, "again") for word in tail)


def _restates(tail: list[str]) -> bool:
    """Say whether words say outright that a figure is another one: "or", "which is"."""
    return _again(tail) and not lexicon.words(_TABLE, "restating").isdisjoint(tail)


def _stays(sentence: Sentence, left: Quantity, right: Quantity, at: int, tail: list[str]) -> bool:
    """Say whether what follows leaves the second figure the first: no rest, none of them."""
    behind = sentence.words[at : at + 3]
    if behind[:1] == ["of"] and behind[1:2] in (["them"], ["those"], ["these"], ["whom"]):
        return False
    if not lexicon.words(_TABLE, "not_again").isdisjoint(behind[:2]):
        return False
    if _MEANS.isdisjoint(tail):
        return True
    share, percent = (left, right) if left.kind == "ratio" else (right, left)
    rest = -percent.reading().scale(_POINT) + Interval.point(1)
    return not rest.meets(share.reading())  # "a third left, meaning 67% stayed"


def _of_all(sentence: Sentence, share: Quantity) -> bool:
    """Say whether a share in words is of all there is: ", a fifth of everything they earn"."""
    words = sentence.words[share.last : share.last + 5]
    return words[:1] == ["of"] and not lexicon.words(_TABLE, "everything").isdisjoint(words)


_MARKS = frozenset("( [ , – — - : ;".split())
_MEANS = frozenset("meaning means leaving so".split())
_OTHER = frozenset("and but than from to by compared against while ) ]".split())
_SAID = frozenset("says said say claims claimed reckons estimates reports according".split())
HALVES = frozenset({"majority", "most", "minority"})
_SOME = frozenset({"those", "these", "them", "whom", "which"})
_THAT = frozenset("that this it which or".split())
_HALF = Fraction(1, 2)
_TABLE = "cues/fractions"
