"""How finders read a sentence: gaps, brackets, clauses, implied figures."""

from __future__ import annotations

from fractions import Fraction

from numcheck.model.interval import Interval, Rational
from numcheck.model.passage import Sentence, before_hedge
from numcheck.model.quantity import Figure, Kind, Quantity
from numcheck.model.span import Span
from numcheck.model.unit import Unit
from numcheck.record import replace

_POINT = Fraction(1, 100)
_NEAR = Fraction(35, 1000)  # "three in four" is said of 72 to 78 per cent
_OPEN, _CLOSE = frozenset("(["), frozenset(")]")
_BRACKETS = _OPEN | _CLOSE
_ACTING = frozenset({"have", "had", "are", "were", "will"})
_SAYING = frozenset(
    "said says added adds told recalled joked complained explained argued wrote".split()
)
_OFF = frozenset({",", "(", ")", "–", "—", ";"})
_RELATIVE = frozenset({"who", "whose", "which", "where", "when", "whom", "aged"})
_CLAUSE_ENDS = frozenset({";", ":", "—", "–", ".", "!", "?"})

NTHS = {"third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "tenth": 10}
"""Nouns of shares, and how many of each make a whole."""


opens = before_hedge  # the token place at which a quantity begins, its hedge included


def closes(sentence: Sentence, quantity: Quantity) -> int:
    """Return the token place after a quantity with its unit and the noun it counts."""
    last, noun_last = quantity.last, quantity.noun_last
    return noun_last if noun_last > last else last


def gap(sentence: Sentence, left: Quantity, right: Quantity) -> list[str]:
    """Return the words between two quantities: after the noun of one, before the other's hedge."""
    return sentence.words[closes(sentence, left) : opens(sentence, right)]


def preceding(sentence: Sentence, quantity: Quantity, count: int = 1) -> list[str]:
    """Return up to `count` words before a quantity, its hedge stepped over."""
    at = opens(sentence, quantity)
    return sentence.words[max(0, at - count) : at]


def following(sentence: Sentence, quantity: Quantity, count: int = 1) -> list[str]:
    """Return up to `count` words after a quantity and its noun."""
    at = closes(sentence, quantity)
    return sentence.words[at : at + count]


def surroundings(sentence: Sentence, quantity: Quantity, count: int = 60) -> list[str]:
    """Return the words up to `count` places around a quantity: all those of most sentences."""
    return sentence.words[max(0, quantity.first - count) : quantity.last + count]


def amounts(sentence: Sentence) -> list[Quantity]:
    """Return the quantities that are amounts: no dates, scores, names."""
    return sentence.amounts


def bracket(sentence: Sentence, place: int) -> tuple[int, int] | None:
    """Return the places of the brackets around a token, or None outside any."""
    words = sentence.words
    marks = sentence.kept.get("brackets")
    if marks is None:
        marks = [at for at, word in enumerate(words) if word in _BRACKETS]
        sentence.kept["brackets"] = marks
    depth, first = 0, -1
    for at in reversed(marks):
        if at >= place:
            continue
        if words[at] in _CLOSE:
            depth += 1
        elif depth == 0:
            first = at
            break
        else:
            depth -= 1
    if first < 0:
        return None
    depth = 0
    for at in marks:
        if at < place:
            continue
        if words[at] in _OPEN:
            depth += 1
        elif depth == 0:
            return first, at
        else:
            depth -= 1
    return first, len(words)


def clause(sentence: Sentence, place: int) -> tuple[int, int]:
    """Return the token places of the stretch around `place` without a colon, semicolon or dash."""
    words, first, last = sentence.words, 0, len(sentence.words)
    for at in range(place - 1, -1, -1):
        if _breaks(sentence, at):
            first = at + 1
            break
    for at in range(place, last):
        if _breaks(sentence, at):
            last = at
            break
    return first, min(last, len(words))


def _breaks(sentence: Sentence, at: int) -> bool:
    word = sentence.words[at]
    if word not in _CLAUSE_ENDS:
        return False
    return word not in "–." or not sentence.joined(at) or not sentence.joined(at + 1)


def cue(sentence: Sentence, first: int, last: int) -> Span:
    """Return the span of the words that claim a tie."""
    if first >= len(sentence.words):
        return sentence.span_of(len(sentence.words) - 1, len(sentence.words))
    return sentence.span_of(first, max(first + 1, min(last, len(sentence.words))))


def set_off(sentence: Sentence, quantity: Quantity) -> bool:
    """Say whether a figure is in a clause about another: ", who has 640 doors of her own,"."""
    words, at = sentence.words, opens(sentence, quantity)
    begin = next((p for p in range(at - 1, max(-1, at - 13), -1) if words[p] in _OFF), None)
    if begin is None:
        return False
    opening = words[begin + 1 + (words[begin + 1] == "of")]  # ", of which 12 are new,"
    if words[begin] != "(" and opening not in _RELATIVE:
        return False
    last = closes(sentence, quantity)
    end = next((p for p in range(last, min(len(words), last + 10)) if words[p] in _OFF), None)
    return end is not None and end + 1 < len(words)


def worded(sentence: Sentence, first: int, last: int) -> Quantity:
    """Return words that take part in a tie ("rose", "longer than") as a quantity without number."""
    return Quantity(
        sentence.span_of(first, last),
        sentence.cut(first, last),
        "identifier",
        place=sentence.block.place,
        sentence=sentence.index,
        first=first,
        last=last,
        noun_last=last,
    )


def is_quoted(sentence: Sentence, *quantities: Quantity) -> bool:
    """Say whether every figure stands inside quotation marks."""
    return bool(sentence.quotes) and all(sentence.quoted(q.span) for q in quantities)


def is_speaker(sentence: Sentence, quantity: Quantity) -> bool:
    """Say whether a number stands for somebody: "said one parent", "than the two have now"."""
    if quantity.kind not in ("count", "number") or quantity.text[:1].isdigit():
        return False
    words, at, last = sentence.words, quantity.first, closes(sentence, quantity)
    if quantity.kind == "count" and quantity.text.lower() == "one":
        return words[max(0, at - 1)] in _SAYING or not _SAYING.isdisjoint(words[last : last + 1])
    if quantity.noun is not None or not at or words[at - 1] != "the":
        return False
    return not _ACTING.isdisjoint(words[last : last + 1])


def unspoken(sentence: Sentence) -> list[Quantity]:
    """Return the amounts but for numbers that stand for somebody. Not to be changed."""
    kept: list[Quantity] | None = sentence.kept.get("unspoken")
    if kept is None:
        kept = [one for one in sentence.amounts if not is_speaker(sentence, one)]
        sentence.kept["unspoken"] = kept
    return kept


def same_noun(a: Quantity, b: Quantity) -> bool:
    """Say whether two quantities count the same noun, or one of them leaves it out."""
    return a.noun is None or b.noun is None or a.noun == b.noun


def comparable(a: Quantity, b: Quantity) -> bool:
    """Say whether two quantities measure the same: one dimension, or one noun."""
    if a.unit is not None or b.unit is not None:
        return a.unit is not None and b.unit is not None and a.unit.dimension == b.unit.dimension
    return same_noun(a, b)


def roughly(percent: Quantity, points: int) -> Quantity:
    """Let "some 30%" be 26% or 34%, but so many points off at most: it is no 40%."""
    figure, hedge = percent.figure, percent.hedge
    if figure is None or hedge is None or hedge.direction != "about" or figure.bounds is not None:
        return percent
    slack = min(max(Fraction(figure.coarse), Fraction(figure.value) / 10), Fraction(points))
    return replace(
        percent, figure=replace(figure, bounds=Interval.around(figure.value, slack)), hedge=None
    )


def nths_of(sentence: Sentence, quantity: Quantity) -> Quantity | None:
    """Read "three quarters (64%)", which stands without what it is a share of."""
    figure, parts = quantity.figure, NTHS.get(quantity.noun or "")
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


def hedged_share(bounds: Interval, value: Rational, direction: str, slight: bool) -> Interval:
    """Widen a share for its hedge: copy within three points of it is fair."""
    three = 3 * _POINT
    if direction == "about":
        return bounds.widen(three)
    if direction == "nearly":
        return Interval(value - 2 * three, value + _POINT)
    if direction in ("more than", "at least"):
        return Interval(value - _POINT / 2, value + 2 * three if slight else 1)
    return Interval(0, value + _POINT / 2)


def derived(
    value: Rational | Interval,
    like: Quantity,
    printed: str = "",
    kind: Kind | None = None,
    unit: Unit | None = None,
) -> Quantity:
    """Return a quantity that the finder worked out, at the place of one that is printed."""
    if isinstance(value, Interval):
        low, high = value.low, value.high
        middle = low if low is not None else high if high is not None else 0
        figure = Figure(printed, middle, bounds=value)
    else:
        figure = Figure(printed, value, bounds=Interval.point(value))
    return Quantity(
        like.span,
        printed,
        kind or like.kind,
        figure,
        unit=unit,
        units=(unit,) if unit else (),
        noun=like.noun,
        counts=like.counts,
        place=like.place,
        sentence=like.sentence,
        first=like.first,
        last=like.last,
        noun_last=like.noun_last,
    )
