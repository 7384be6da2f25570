"""A rate said to follow from the only two counts there are."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.lexicon.units import unit_named
from numcheck.model.interval import Interval, Rational, quotient
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.sparse.window import Window, divided, fits, is_count, is_plain, share_of, wide
from numcheck.relate.wording import closes, derived, is_quoted, opens

TABLE = "cues/alone"
_MARKS = frozenset({",", "–", "—", ":", "(", ";"})
_SETS = frozenset({":", "–", "—"})
_PLACES = frozenset({"in", "at", "across", "over", "within", "aged", "under", "after", "for"})
# How plainly a rate is concluded from the counts: where it is not outright, it must be a slip.
_NEARLY, _OUTRIGHT = 1, 2
_FAR = 9  # words from "putting" to its percentage
_OPENS = 8  # words of "The failure rate, then, was"
_IS = frozenset({"is", "was", "of", "at", ",", ":", "be", "to"})


def find(window: Window) -> Iterator[Relation]:
    """Yield "36 on a roll of 240, putting the absence rate at 18%", in any order."""
    yield from _shots(window)
    percents = [one for one in window.own if one.kind == "percent"]
    if len(percents) != 1 or not is_plain(percents[0]):
        return
    percent = percents[0]
    rest = [one for one in window.own if one is not percent]
    near = not rest and window.near is not None
    counts = window.before_amounts() if near else rest
    if len(counts) != 2 or any(one.kind in ("year", "date") for one in window.told):
        return
    part, whole = sorted(map(_sharp, counts), key=_size)
    if not _alike(part, whole) or not wide(part).below(wide(whole)):
        return
    told = _NEARLY * _follows_near(window, percent) if near else _told(window, percent, rest)
    if not told or _doubted(window, percent, near):
        return
    if percent.hedge is not None and percent.hedge.direction != "about":
        return
    if any(_led(window, one)[-1:] and _led(window, one)[-1] in _PLACES for one in (part, whole)):
        return  # "5,400 votes were cast in 12 wards"
    rated = _rate_before(window.words, opens(window.sentence, percent), _FAR)
    results = _results(wide(part), wide(whole), rated)
    slipped = (
        told > _NEARLY
        or _named_after(window, percent)
        or any(_slipped(percent, one) for one in (results[0], results[2]))
    )
    if slipped and not fits(percent, results):
        yield share_of(window, part, whole, percent)


def _shots(window: Window) -> Iterator[Relation]:
    """Yield "He has gone 27-for-60. His shooting percentage, 55, leads the league"."""
    if len(window.own) != 1 or "percentage" not in window.vocabulary:
        return
    one = window.own[0]
    words, at = window.words, opens(window.sentence, one)
    lead = words[max(0, at - 3) : at]
    if one.kind not in ("number", "percent") or not is_plain(one) or one.hedge is not None:
        return
    if "percentage" not in lead or not {*lead} <= {"percentage", ",", "of", "is", "was", *lead[:1]}:
        return
    near = window.near.quantities if window.near is not None else []
    shots = [q for q in (*near, *window.told) if q.kind == "identifier" and "-for-" in q.text]
    made, _, tried = shots[0].text.partition("-for-") if len(shots) == 1 else ("", "", "")
    if not (made.isdecimal() and tried.isdecimal()) or not 0 < int(made) < int(tried):
        return
    part, whole = (
        derived(number, shots[0], str(number), "count") for number in (int(made), int(tried))
    )
    unit = unit_named("percent")
    percent = replace(one, kind="percent", unit=unit, units=(unit,))
    if not fits(percent, [divided(wide(part), wide(whole))]) and window.ends_after(one):
        yield Relation(
            "share",
            {"part": part, "whole": whole, "percent": percent},
            percent.span,
            strict=True,
            quoted=is_quoted(window.sentence, one),
            derived=frozenset({"part", "whole"}),
        )


def _led(window: Window, one: Quantity) -> list[str]:
    """Return the word before a count, in whichever sentence it stands."""
    near = window.near
    sentence = near if near is not None and near.index == one.sentence else window.sentence
    at = opens(sentence, one)
    return sentence.words[max(0, at - 1) : at]


def _sharp(one: Quantity) -> Quantity:
    """Take a count in words for what it says: "two hundred patients" may be 205, and not 240."""
    figure = one.figure
    if figure is None or not figure.worded or figure.grain < 10 or one.unit is not None:
        return one
    grain = quotient(figure.grain, 10)
    return replace(one, figure=replace(figure, grain=grain, coarse=min(figure.coarse, grain)))


def _size(one: Quantity) -> Rational:
    return wide(one).low or 0


def _alike(part: Quantity, whole: Quantity) -> bool:
    """Say whether one figure can be a part of the other."""
    if not (is_plain(part) and is_plain(whole)):
        return False
    if is_count(part) and is_count(whole):
        return part.noun is None or whole.noun is None or part.noun == whole.noun
    return part.unit is not None and part.unit == whole.unit and part.kind != "duration"


def _told(window: Window, percent: Quantity, rest: list[Quantity]) -> int:
    words, sentence = window.words, window.sentence
    first, last = opens(sentence, percent), closes(sentence, percent)
    if max(one.last for one in rest) <= first:
        begin = max(closes(sentence, one) for one in rest)
        return _concluded(words, begin, first) * _ended(window, last)
    if last <= min(opens(sentence, one) for one in rest):
        begin = min(opens(sentence, one) for one in rest)
        if words[0] == "putting" and first <= 6 and words[first - 1] == "at":
            return _NEARLY * (words[last] == "," and _own(words, first, first))
        set_out = next((at for at in range(last, begin) if words[at] in _SETS), None)
        near = set_out is not None and set_out - last <= 4
        return _OUTRIGHT * (near and _rate_before(words, first, 6))
    return 0


def _concluded(words: list[str], begin: int, first: int) -> int:
    """Say how plainly words between the counts and a percentage conclude it from them."""
    follows = lexicon.phrases(TABLE, "concluding")
    for at in range(first - 1, max(begin - 1, first - _FAR - 1), -1):
        hit = follows.at(words, at)
        if hit is not None and (at == begin or words[at - 1] in _MARKS):
            plain = hit[0] == "plain"
            if _rate_before(words, first, first - at):
                return _OUTRIGHT if plain else _NEARLY
            told = plain and words[first - 1] in ("at", "with")
            return _NEARLY * (told and _own(words, first - at, first))
        if at == begin or words[at] in _MARKS:
            article = at + 1 < first and words[at] in _MARKS and words[at + 1] in ("a", "an")
            if article and words[first - 1] == "of":
                return _OUTRIGHT * _rate_before(words, first, first - at)
            if words[at] in _MARKS and words[at] != ",":
                return _NEARLY * (first - at <= 6 and _rate_before(words, first, first - at))
    return 0


def _own(words: list[str], back: int, first: int) -> bool:
    """Say whether no word makes a percentage of something else: "a profit margin of"."""
    return lexicon.words(TABLE, "foreign").isdisjoint(words[max(0, first - back) : first])


def _rate_before(words: list[str], first: int, back: int) -> bool:
    """Say whether a word for a share leads to a percentage: "an absence rate that day of"."""
    near = words[max(0, first - back) : first]
    return _own(words, back, first) and not lexicon.words(TABLE, "rates").isdisjoint(near)


def _ended(window: Window, last: int) -> bool:
    words = window.words
    if window.ends_at(last):
        return True
    hit = lexicon.phrases(TABLE, "of_them").at(words, last)
    return hit is not None and window.ends_at(hit[1])


def _follows_near(window: Window, percent: Quantity) -> bool:
    """Say whether a sentence gives the rate of the one before: "The failure rate was 25%"."""
    words, first = window.words, opens(window.sentence, percent)
    if not 1 < first <= _OPENS or words[0] not in lexicon.words(TABLE, "pointing"):
        return False
    if words[first - 1] not in _IS or not _ended(window, closes(window.sentence, percent)):
        return False
    return _rate_before(words, first, first)


def _doubted(window: Window, percent: Quantity, near: bool) -> bool:
    """Say whether a word names another base, time or group than those of the two counts."""
    doubts = lexicon.phrases(TABLE, "other_share")
    if doubts.find(window.words) is not None:
        return True
    return near and window.near is not None and doubts.find(window.near.words) is not None


def _named_after(window: Window, percent: Quantity) -> bool:
    """Say whether a rate is called after what was counted: "scrapped 120; its scrap rate"."""
    at, near = opens(window.sentence, percent), window.near
    told = [*(near.words if near is not None else ()), *window.words]
    called = [word[:4] for word in window.words[max(0, at - 6) : at] if len(word) > 3]
    rates = lexicon.words(TABLE, "rates")
    stems = [word[:4] for word in told if word not in rates and len(word) > 3]
    return any(stems.count(stem) > called.count(stem) for stem in called)


def _slipped(percent: Quantity, share: Interval) -> bool:
    """Say whether one digit, or the order of two, makes a percentage of what it should be."""
    figure = percent.figure
    if figure is None or share.low is None or share.high is None:
        return False
    middle = quotient((share.low + share.high) * 50, figure.grain)
    ours, theirs = str(round(quotient(figure.value, figure.grain))), str(round(middle))
    if 2 * figure.value == middle * figure.grain or figure.value == 2 * middle * figure.grain:
        return True
    apart = sum(one != other for one, other in zip(ours, theirs, strict=False))
    return len(ours) == len(theirs) and (apart == 1 or sorted(ours) == sorted(theirs))


def _results(part: Interval, whole: Interval, rated: bool) -> list[Interval]:
    """Return every share that two counts can give: the part, the rest, of one or of both."""
    one, both = Interval.point(1), part + whole
    share = divided(part, whole)
    results = [share, divided(part, both), one - share, divided(whole, both)]
    if rated:
        return results  # a rate is of all
    try:
        rest = whole - part
        return [*results, part / rest, rest / part, whole / part]
    except ZeroDivisionError:
        return results
