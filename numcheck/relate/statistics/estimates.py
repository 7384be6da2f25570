"""Estimates with their confidence intervals."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from numcheck.lexicon import words as lexicon
from numcheck.model.interval import Interval, quotient
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.statistics.numbers import Number, number_at, printed
from numcheck.relate.wording import is_quoted

_BETWEEN = frozenset({"to", "and", ",", ";", "–", "-", "−", "—", "÷", "through"})
_OPENERS = frozenset({"(", "[", ",", ";", ":", "with", "a", "an", "and", "its", "the", "–", "—"})
_LIKELY = 9  # words of "times as likely to die within a year"
_LEVELS = frozenset({"95", "90", "99", "99.9", "80", "68"})
_TABLE = "cues/statistics"
_BESIDE = 3  # figures between an estimate and its interval: "b = 0.4, SE = 0.1, t(48) = 4, p = .01"
_SIGNS = frozenset("= < > ≤ ≥ of".split())
_TESTS = frozenset("t f z χ² χ2 χ x² chi wald".split())
_SPREADS = frozenset({"p", "sd", "se", "sem", "n", "df", "z", "t"})
_NO_ESTIMATES = _SPREADS | frozenset({"in", "of", "aged", "than", "week", "day", "month"})


def estimates(sentence: Sentence) -> Iterator[Relation]:
    """Yield every estimate with the ends of the interval printed right after it."""
    words = sentence.words
    for at, word in enumerate(words):
        if word not in ("ci", "cis", "cri", "confidence", "credible"):
            continue
        last = at + 1
        if word in ("confidence", "credible"):
            if words[last : last + 1] not in (["interval"], ["intervals"], ["limits"]):
                continue
            last += 1
            if words[last : last + 3] == ["(", "ci", ")"]:
                last += 3
        found = _ends(sentence, last)
        estimate = _estimate(sentence, at)
        if found is None or estimate is None or _other_scale(sentence, estimate, *found):
            continue
        yield _relation(sentence, estimate, *found)


def _ends(sentence: Sentence, at: int) -> tuple[Number, Number] | None:
    """Read the two ends of an interval: ": 1.52–2.10", "0.21, 0.89", "of −0.9 to 0.4"."""
    words = sentence.words
    while words[at : at + 1] and words[at] in (":", ",", "=", "of", "from", "between", "(", "["):
        at += 1
    if words[at : at + 1] and "," in words[at] and "." in words[at]:
        return _split(sentence, at)
    low = number_at(sentence, at)
    if low is None:
        return None
    at = low.last + (words[low.last : low.last + 1] == ["%"])
    if words[at : at + 1] == [] or words[at] not in _BETWEEN:
        return None
    high = number_at(sentence, at + 1)
    if high is None or (high.value < 0 and words[at] in "-–−" and low.value >= 0):
        return None
    return low, high


def _split(sentence: Sentence, at: int) -> tuple[Number, Number] | None:
    """Part "0.21,0.89", which is one token."""
    pieces = sentence.words[at].split(",")
    if len(pieces) != 2 or not all(piece.replace(".", "", 1).isdecimal() for piece in pieces):
        return None
    low, high = (number_of(at, piece) for piece in pieces)
    return low, high


def number_of(at: int, digits: str) -> Number:
    """Return the number that digits with a point make, at a token place."""
    decimals = len(digits.partition(".")[2])
    return Number(at, at + 1, Fraction(digits), Fraction(1, 10**decimals), decimals)


def _estimate(sentence: Sentence, at: int) -> Number | None:
    """Read the number right before "(95% CI": "1.40 (95% CI", "12%, with a 95% CI"."""
    words = sentence.words
    place = at - 1
    if words[place : place + 1] == ["-"]:
        place -= 1
    if place > 0 and words[place] == "%":
        place -= 1
    elif words[place : place + 1] in (["percent"], ["cent"]):
        place -= 1 + (words[place] == "cent")
    if place <= 0 or words[place] not in _LEVELS:
        return None
    opened = place
    while place > 0 and words[place - 1] in _OPENERS:
        place -= 1
    if place == opened or place == 0:
        return None
    return _number_ending(sentence, place) or _times(sentence, place) or _named(sentence, place)


def _named(sentence: Sentence, end: int) -> Number | None:
    """Read the estimate before what stands beside it: "OR = 1.8, p = .03", "34.2 (SD 6.1"."""
    words, names = sentence.words, lexicon.words(_TABLE, "estimates")
    for _ in range(_BESIDE):
        begin = _beside(sentence, end)
        if begin is None:
            return None
        while begin > 0 and words[begin - 1] in _OPENERS:
            begin -= 1
        end = begin
        estimate = _number_ending(sentence, end)
        if estimate is not None:
            called = words[max(0, estimate.first - 5) : estimate.first]
            return None if names.isdisjoint(called) else estimate
    return None


def _beside(sentence: Sentence, end: int) -> int | None:
    """Return where a p, a spread or a test statistic begins that ends before a place."""
    words, at = sentence.words, end - 1
    if at < 2 or not words[at][0].isdigit():
        return None
    at -= words[at - 1] == "." and sentence.joined(at)
    at -= words[at - 1] in _SIGNS
    if words[at - 1] == ")":
        at = next((one for one in range(at - 2, max(0, at - 9), -1) if words[one] == "("), 0)
        return at - 1 if at > 0 and words[at - 1] in _TESTS else None
    return at - 1 if words[at - 1] in _SPREADS else None


def _times(sentence: Sentence, end: int) -> Number | None:
    """Read the number of "2.4 times as likely to relapse" that ends before a place."""
    words = sentence.words
    for at in range(end - 1, max(0, end - _LIKELY), -1):
        if not words[at].isalpha():
            return None
        if words[at] == "times" and words[at - 1][0].isdecimal():
            likely = "likely" in words[at:end] or "risk" in words[at:end]
            return _number_ending(sentence, at) if likely else None
    return None


def _number_ending(sentence: Sentence, end: int) -> Number | None:
    """Read the number that ends before a place, its unit or noun of one word stepped over."""
    words = sentence.words
    for last in (end, end - 1, end - 2):
        if last < 1 or not words[last - 1][0].isdigit():
            continue
        first = last - 1
        if first and words[first - 1] == "." and sentence.joined(first):
            first -= 1
        if first and words[first - 1] in "-−–" and not _joins(sentence, first - 1):
            first -= 1
        between = words[last:end]
        if not all(word.isalpha() or word in ("%", "°") for word in between):
            return None
        before = words[first - 1] if first else ""
        if before in ("=", "<", ">", "≤", "≥") and first > 1:
            before = words[first - 2] if before == "=" else "p"
        if before in _NO_ESTIMATES or before in "/–-)":
            return number_at(sentence, first) if _called(words, first, before) else None
        if before == "to" and "from" in words[max(0, first - 6) : first]:
            return None  # of the rise: "rose from 2.1 to 2.6 (95% CI 0.3 to 0.7)"
        return number_at(sentence, first)
    return None


def _called(words: list[str], first: int, before: str) -> bool:
    """Say whether "of" or a bracket still leads to an estimate: "a hazard ratio of", "r(98) ="."""
    if before == "of":
        return not lexicon.words(_TABLE, "estimates").isdisjoint(words[max(0, first - 3) : first])
    return before == ")" and words[max(0, first - 5) : first - 3] == ["r", "("]


def _joins(sentence: Sentence, at: int) -> bool:
    """Say whether a dash joins what stands before it, and so is no minus."""
    return sentence.joined(at) and sentence.words[at - 1][-1].isalnum()


def _other_scale(sentence: Sentence, estimate: Number, low: Number, high: Number) -> bool:
    """Say whether the interval is on another scale: "35% (95% CI 0.50–0.84)" of a ratio."""
    words = sentence.words
    percent = words[estimate.last : estimate.last + 1] in (["%"], ["percent"], ["per"])
    bare = words[high.last : high.last + 1] != ["%"]
    if percent and bare and (high.value < 5 or high.value * 5 < estimate.value):
        return True
    if low.value <= -estimate.value <= high.value:
        return True  # "fell by 4.9 points (95% CI −6.2 to −3.6)"
    small, large = sorted((abs(Fraction(low.value)), abs(Fraction(high.value))))
    size = abs(Fraction(estimate.value))
    return size > 20 * large or small > 20 * size


def _relation(sentence: Sentence, estimate: Number, low: Number, high: Number) -> Relation:
    given = printed(sentence, estimate.first, estimate.last, estimate)
    if estimate.decimals < min(low.decimals, high.decimals):
        # "0.8, 95% CI 0.85 to 0.97": no estimate stands at the very end of its interval
        low, high = low._replace(grain=0), high._replace(grain=0)
        given = _within(given)
    roles: dict[str, Quantity | tuple[Quantity, ...]] = {
        "estimate": given,
        "low": printed(sentence, low.first, low.last, low),
        "high": printed(sentence, high.first, high.last, high),
    }
    first = roles["estimate"]
    assert isinstance(first, Quantity)
    return Relation(
        "confidence", roles, sentence.span_of(estimate.first, high.last), strict=True,
        quoted=is_quoted(sentence, first),
    )  # fmt: skip


def _within(estimate: Quantity) -> Quantity:
    """Return an estimate as the values that round to it, the ends left out."""
    figure = estimate.figure
    assert figure is not None
    half = quotient(figure.grain, 2)
    bounds = Interval(figure.value - half, figure.value + half, True, True)
    return replace(estimate, figure=replace(figure, bounds=bounds))
