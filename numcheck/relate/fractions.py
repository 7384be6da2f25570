"""A share in words beside the same share as a percentage."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from numcheck.lexicon.units import unit_named
from numcheck.model.interval import Interval, Rational, quotient
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Figure, Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.setting import Setting
from numcheck.relate.wording import amounts, closes, is_quoted, opens

_POINT = Fraction(1, 100)
_NEAR = Fraction(35, 1000)  # "three in four" is said of 72 to 78 per cent
_NTHS = {"third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "tenth": 10}


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every share in words that a bracket, a dash or "or" gives again in per cent."""
    for sentence in passage.figured:
        if not any(q.kind == "percent" for q in sentence.quantities):
            continue
        figures = shares_in(sentence)
        for at, right in enumerate(figures[1:], 1):
            left = figures[at - 1]
            if {left.kind, right.kind} != {"ratio", "percent"} or left.is_range or right.is_range:
                continue
            if _given_again(sentence, left, right):
                share, percent = (left, right) if left.kind == "ratio" else (right, left)
                yield Relation(
                    "fraction",
                    {"share": share, "percent": percent},
                    left.span.hull(right.span),
                    strict=True,
                    quoted=is_quoted(sentence, left, right),
                )


def shares_in(sentence: Sentence) -> list[Quantity]:
    """Return the amounts of a sentence, with "one in five" joined into a ratio."""
    out: list[Quantity] = []
    for quantity in amounts(sentence):
        nths = _nths(sentence, quantity)
        if nths is not None:
            out.append(_share(nths))
        elif out and (joined := _n_in_m(sentence, out[-1], quantity)):
            out[-1] = joined
        elif quantity.kind == "ratio":
            out.append(_share(quantity))
        else:
            out.append(quantity)
    return out


def _nths(sentence: Sentence, quantity: Quantity) -> Quantity | None:
    """Read "three quarters (64%)", which stands without what it is a share of."""
    figure, parts = quantity.figure, _NTHS.get(quantity.noun or "")
    if figure is None or parts is None or quantity.kind != "count" or quantity.is_range:
        return None
    if not isinstance(figure.value, int) or not 0 < figure.value < parts:
        return None
    value = Fraction(figure.value, parts)
    return replace(
        quantity,
        kind="ratio",
        span=sentence.span_of(quantity.first, quantity.noun_last),
        text=sentence.cut(quantity.first, quantity.noun_last),
        figure=Figure(figure.printed, value, bounds=Interval.around(value, _NEAR)),
        last=quantity.noun_last,
    )


def _n_in_m(sentence: Sentence, top: Quantity, bottom: Quantity) -> Quantity | None:
    """Join "one in five", "three out of four" into one ratio."""
    a, b = top.figure, bottom.figure
    if a is None or b is None or top.unit or bottom.unit or top.is_range or bottom.is_range:
        return None
    words = sentence.words[closes(sentence, top) : bottom.first]
    if words not in (["in"], ["in", "every"], ["out", "of"], ["out", "of", "every"]):
        return None
    if not (isinstance(a.value, int) and isinstance(b.value, int) and 0 < a.value < b.value):
        return None
    if a.value > 9 or b.value > 1000:
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
        bounds = _hedged(bounds, figure.value, ratio.hedge.direction, ratio.hedge.slight)
    return replace(
        ratio, unit=unit, units=(unit,), figure=replace(figure, bounds=bounds), hedge=None
    )


def _hedged(bounds: Interval, value: Rational, direction: str, slight: bool) -> Interval:
    """Widen a share for its hedge: copy within three points of it is fair."""
    three = 3 * _POINT
    if direction == "about":
        return bounds.widen(three)
    if direction == "nearly":
        return Interval(value - 2 * three, value + _POINT)
    if direction in ("more than", "at least"):
        return Interval(value - _POINT / 2, value + 2 * three if slight else 1)
    return Interval(0, value + _POINT / 2)


def _given_again(sentence: Sentence, left: Quantity, right: Quantity) -> bool:
    """Say whether punctuation makes the second figure the first said again."""
    words = sentence.words[left.last : opens(sentence, right)]
    if not words or len(words) > 9:
        return False
    mark = next((i for i, word in enumerate(words) if word in ("(", "[", ",", "–", "—", "-")), None)
    if mark is None:
        return words == ["or"]
    if any(word in _OTHER for word in words[:mark]):
        return False
    inside = words[mark + 1 :]
    if inside and not all(word in ("or", "that", "is", "about", "i", ".", "e", "some")
                          for word in inside):  # fmt: skip
        return False
    at = closes(sentence, right) if right.kind == "ratio" else right.last
    follows = sentence.words[at : at + 1]
    if words[mark] in ("(", "["):
        return follows in ([")"], ["]"], [","], [";"])
    closed = not follows or follows[0] in (",", ".", ";", "–", "—", "-", ")", ":")
    return closed and (bool(inside) or right.kind == "percent")


_OTHER = frozenset({"and", "but", "than", "from", "to", "by", "compared", "against", "while"})
