"""Test statistics, with the p that is printed with them."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from numcheck.lexicon import words as lexicon
from numcheck.model.interval import Interval, Rational, quotient
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Figure, Quantity
from numcheck.model.relation import Relation
from numcheck.named import NamedTuple
from numcheck.record import replace
from numcheck.relate.statistics.distributions import two_sided
from numcheck.relate.statistics.numbers import Number, number_at, numbers_in, printed
from numcheck.relate.wording import is_quoted

_TABLE = "cues/statistics"
_FARTHEST = 22
_METHODS = 20_000  # so many characters off a paper may say how it corrected its tests
_BELOW, _ABOVE = ("<", "≤", "⩽"), (">", "≥", "⩾")
_NAMES = {"t": "t", "f": "f", "z": "z", "r": "r", "χ²": "chi", "x²": "chi"}


class Test(NamedTuple):
    """A statistic as read: which one, its value and degrees of freedom, its token places."""

    name: str
    value: Number
    degrees: tuple[Rational, ...]
    first: int
    last: int


class Reported(NamedTuple):
    """A p as printed: "= .03", "< .001"; its token places."""

    sign: str
    value: Number
    first: int
    last: int


def tests(sentence: Sentence) -> Iterator[Relation]:
    """Yield every test statistic with the p printed after it, and the p that it gives."""
    floor = 0
    for at, word in enumerate(sentence.words):
        if word != "p" or at < floor:
            continue
        reported = _reported(sentence, at)
        if reported is None:
            continue
        test = _test_before(sentence, at, floor)
        floor = reported.last
        if test is not None and (relation := _relation(sentence, test, reported)):
            yield relation


# ------------------------------------------------------------------------------------ reading


def _reported(sentence: Sentence, at: int) -> Reported | None:
    """Read "p = .03", "P < 0·001", "p-value of .03"."""
    words, place = sentence.words, at + 1
    if words[place : place + 2] == ["-", "value"]:
        place += 2
    elif words[place : place + 1] == ["value"]:
        place += 1
    sign = ""
    for wording, name in (
        (("=",), "="), (("<",), "<"), (("≤",), "<"), (("⩽",), "<"), ((">",), ">"), (("≥",), ">"),
        (("of",), "="), (("was",), "="), (("is",), "="), (("less", "than"), "<"),
        (("below",), "<"), (("under",), "<"), (("greater", "than"), ">"), (("above",), ">"),
    ):  # fmt: skip
        if tuple(words[place : place + len(wording)]) == wording:
            sign, place = name, place + len(wording)
            break
    number = number_at(sentence, place, signed=False) if sign else None
    if (
        number is None
        or number.value >= 1
        or words[number.last : number.last + 1] in (["×"], ["e"])
    ):
        return None
    return Reported(sign, number, at, number.last)


def _test_before(sentence: Sentence, at: int, floor: int) -> Test | None:
    """Read the statistic that stands nearest before a p, nothing but its kin between."""
    words = sentence.words
    for first in range(at - 1, max(floor - 1, at - _FARTHEST), -1):
        name = _name_at(sentence, first)
        if name is None:
            continue
        test = _test_at(sentence, first, *name)
        if test is None:
            continue
        between = words[test.last : at]
        near = lexicon.words(_TABLE, "between")
        if all(word in near or word[0].isdigit() for word in between):
            return _with_degrees(sentence, test, at)
        return None
    return None


def _name_at(sentence: Sentence, at: int) -> tuple[str, int] | None:
    """Read the name of a statistic: its kind, and the place after it."""
    words, raw = sentence.words, sentence.raw
    word = words[at]
    if word in ("χ", "x") and words[at + 1 : at + 2] == ["2"] and sentence.joined(at + 1):
        return "chi", at + 2
    if word in ("χ", "x") and words[at + 1 : at + 3] == ["^", "2"]:
        return "chi", at + 3
    if word in ("chi", "chi²", "χ²"):
        found = lexicon.phrases(_TABLE, "chi").at(words, at)
        return ("chi", found[1]) if found else None
    if word not in _NAMES or (word == "f" and raw[at] != "F") or (word == "r" and raw[at] != "r"):
        return None
    return _NAMES[word], at + 1


def _test_at(sentence: Sentence, first: int, name: str, at: int) -> Test | None:
    """Read "(30) = 2.04", "(1, N = 100) = 4.2", "2,45 = 3.1", "statistic = 2.04"."""
    words = sentence.words
    degrees: tuple[Rational, ...] = ()
    if words[at : at + 1] in (["("], ["["]):
        found, at = numbers_in(sentence, at + 1)
        if words[at - 1] == "," or words[at : at + 1] == [","]:
            at += words[at : at + 1] == [","]
        if words[at : at + 2] in (["n", "="], ["df", "="]):
            size = number_at(sentence, at + 2) or _grouped(sentence, at + 2)
            if size is None:
                return None
            if words[at] == "df":
                found = [size]
            at = size.last
        if words[at : at + 1] not in ([")"], ["]"]) or not found:
            return None
        degrees, at = tuple(number.value for number in found), at + 1
    elif sentence.joined(at) and words[at : at + 1] and words[at][0].isdigit():
        found, at = numbers_in(sentence, at)
        degrees = tuple(number.value for number in found)
    if words[at : at + 1] in (["statistic"], ["score"], ["value"]):
        at += 1
    if words[at : at + 1] not in (["="], ["of"], ["was"], ["is"]):
        return None
    value = number_at(sentence, at + 1)
    if value is None or (words[at] != "=" and not degrees and name != "z"):
        return None
    return Test(name, value, degrees, first, value.last)


def _grouped(sentence: Sentence, at: int) -> Number | None:
    """Read the 1,736 of "N = 1,736"."""
    token = sentence.words[at] if at < len(sentence.words) else ""
    digits = token.replace(",", "")
    return Number(at, at + 1, int(digits), 1, 0) if digits.isdecimal() else None


def _with_degrees(sentence: Sentence, test: Test, at: int) -> Test | None:
    """Take degrees of freedom from "df = 30" or "30 df" after a statistic; n from "n = 50"."""
    words = sentence.words
    degrees = test.degrees
    for place in range(test.last, at):
        if words[place] in ("df", "d.f") and not degrees:
            after = place + 1 + (words[place + 1 : place + 2] in (["="], ["of"]))
            found, _ = numbers_in(sentence, after)
            before = number_at(sentence, place - 1, signed=False) if not found else None
            degrees = tuple(one.value for one in found or ([before] if before else []))
        if words[place] == "n" and test.name == "r" and words[place + 1] == "=" and not degrees:
            size = number_at(sentence, place + 2)
            degrees = (size.value - 2,) if size else ()
    wanted = {"t": 1, "r": 1, "chi": 1, "f": 2, "z": 0}[test.name]
    if test.name == "z":
        return test._replace(degrees=())
    return test._replace(degrees=degrees) if len(degrees) == wanted else None


# ------------------------------------------------------------------------------------ deciding


def _relation(sentence: Sentence, test: Test, reported: Reported) -> Relation | None:
    computed = two_sided(test.name, test.value.rounded, test.degrees)
    if computed is None or _other_test(sentence):
        return None
    claimed = _claimed(reported)
    if not computed.meets(claimed) and _otherwise(sentence, test, computed, claimed):
        return None
    statistic = printed(sentence, test.first, test.last, test.value)
    p = printed(sentence, reported.first, reported.last, reported.value)
    sign = "" if reported.sign == "=" else reported.sign + " "
    digits = sentence.cut(reported.value.first, reported.value.last)
    return Relation(
        "test",
        {
            "statistic": statistic,
            "p": replace(p, text=sign + digits),
            "computed": _derived(p, computed, _middle(test), reported),
            "claimed": replace(p, figure=Figure(digits, reported.value.value, bounds=claimed)),
        },
        statistic.span.hull(p.span),
        derived=frozenset({"computed", "claimed"}),
        quoted=is_quoted(sentence, statistic, p),
    )


def _claimed(reported: Reported) -> Interval:
    """Return what a printed p may stand for, a cut-off digit and ".000" among it."""
    value, grain = reported.value.value, reported.value.grain
    if reported.sign == "<":
        return Interval(0, value)
    if reported.sign == ">":
        return Interval(value, 1)
    return reported.value.rounded.hull(Interval(value, value + grain)).meet(Interval(0, 1))


def _middle(test: Test) -> Rational:
    """Return the p of the statistic as printed, to be shown."""
    point = two_sided(test.name, Interval.point(test.value.value), test.degrees)
    assert point is not None and point.low is not None and point.high is not None
    return quotient(point.low + point.high, 2)


def _derived(p: Quantity, computed: Interval, middle: Rational, reported: Reported) -> Quantity:
    """Return the p worked out, in as many decimals as tell it from the printed one."""
    decimals = max(reported.value.decimals, 2)
    while decimals < 6 and (round(Fraction(middle), decimals) == 0 or decimals < 3):
        decimals += 1
    shown = round(Fraction(middle), decimals)
    value = quotient(shown.numerator, shown.denominator)
    unit = quotient(1, 10**decimals)
    return replace(p, text="", figure=Figure("", value, unit, unit, decimals, bounds=computed))


def _other_test(sentence: Sentence) -> bool:
    """Say whether the sentence speaks of one-sided tests or of corrected values."""
    return any(word in lexicon.words(_TABLE, "adjusted") for word in sentence.words)


def _otherwise(sentence: Sentence, test: Test, computed: Interval, claimed: Interval) -> bool:
    """Say whether one side of the test, or a correction that the text names, gives the p."""
    halved = computed.scale(Fraction(1, 2))
    if test.name in ("t", "z", "r") and (
        halved.meets(claimed) or (-halved + Interval.point(1)).meets(claimed)
    ):
        return True
    begin, end = sentence.span
    text = sentence.text[max(0, begin - _METHODS) : end + _METHODS].lower()
    if not any(word in text for word in lexicon.words(_TABLE, "corrections")):
        return False
    return any(computed.scale(times).meets(claimed) for times in range(2, 21))
