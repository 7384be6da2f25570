"""A percentage in apposition beside one part and its whole."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.model.interval import Interval
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.sparse.window import Window, fits, is_count, is_plain, wide
from numcheck.relate.wording import closes, derived, is_quoted, opens

_BEFORE = frozenset({",", "(", "–", "—", ":", "["})
_OF = frozenset({"of", "among", "from"})


def find(window: Window) -> Iterator[Relation]:
    """Yield "in the 90-seat house 40 members, or 54%", "380 of its 2,500 staff, a 25% cut"."""
    yield from _of_votes(window)
    percents = [one for one in window.own if one.kind == "percent"]
    if len(percents) != 1 or not is_plain(percents[0]) or not _apposed(window, percents[0]):
        return
    percent = percents[0]
    pair = _pair(window, percent)
    if pair is None or window.says("other_base"):
        return
    part, whole = pair
    if _of(window, part, whole) and not _reached(part, whole, percent):
        yield Relation(
            "share",
            {"part": part, "whole": whole, "percent": percent},
            percent.whole_span,
            quoted=is_quoted(window.sentence, part, whole, percent),
        )


def _of_votes(window: Window) -> Iterator[Relation]:
    """Yield "carried by 96 votes to 24, meaning that 75% of those voting were in favour"."""
    votes = [one for one in window.own if "vote" in one.parts]
    percents = [one for one in window.own if one.kind == "percent"]
    if len(votes) != 2 or len(percents) != 1 or len(window.own) != 3:
        return
    if not window.says("of_votes") or not all(is_plain(one) for one in (*votes, *percents)):
        return
    percent, cast = percents[0], wide(votes[0]) + wide(votes[1])
    if not fits(percent, [wide(votes[0]) / cast, wide(votes[1]) / cast]):
        whole = derived(cast, votes[0], f"{votes[0].text} and {votes[1].text}", "count")
        yield Relation(
            "share",
            {"part": votes[0], "whole": whole, "percent": percent},
            percent.whole_span,
            derived=frozenset({"whole"}),
            quoted=is_quoted(window.sentence, *votes, percent),
        )


def _apposed(window: Window, percent: Quantity) -> bool:
    """Say whether a percentage restates what stands before it: ", or 54%,", ", a 25% cut"."""
    words, last = window.words, closes(window.sentence, percent)
    lead = window.lead(percent, 3)
    if lead[-1:] in (["a"], ["an"]) and lead[-2:-1] and lead[-2] in _BEFORE:
        noun = words[last : last + 1]
        ended = words[last + 1 : last + 2] in ([], ["."], [","], [";"], [")"])
        return bool(noun) and noun[0].isalpha() and ended
    if lead[-1:] == ["or"] or lead[-2:] == ["that", "is"]:
        lead = lead[:-1] if lead[-1] == "or" else lead[:-2]
        return window.ends_after(percent) or words[last : last + 2] == ["of", "them"]
    return bool(lead) and lead[-1] in _BEFORE and window.ends_after(percent)


def _pair(window: Window, percent: Quantity) -> tuple[Quantity, Quantity] | None:
    """Return the lesser and the greater of the only two figures that can be divided."""
    rest = [one for one in window.own if one is not percent and one.kind not in ("age", "duration")]
    if len(rest) != 2 or not all(is_plain(one) for one in rest):
        return None
    counted = all(is_count(one) for one in rest)
    first, second = rest
    if not counted and (first.unit is None or first.unit != second.unit):
        return None
    if opens(window.sentence, percent) < second.first:
        return None
    part, whole = sorted(rest, key=lambda one: wide(one).low or 0)
    return (part, whole) if wide(part).below(wide(whole)) else None


def _of(window: Window, part: Quantity, whole: Quantity) -> bool:
    """Say whether the words make one figure a part of the other: "of the 40", "the 450-seat"."""
    words = window.words
    if window.sentence.words[whole.last : whole.last + 1] == ["-"]:
        return True
    if part.first < whole.first:
        gap = words[closes(window.sentence, part) : opens(window.sentence, whole)]
        return len(gap) <= 6 and "of" in words[part.last : whole.first] and "," not in gap
    lead = words[max(0, whole.first - 3) : whole.first]
    same = part.noun is not None and part.noun == whole.noun
    return not _OF.isdisjoint(lead) or same


def _reached(part: Quantity, whole: Quantity, percent: Quantity) -> bool:
    """Say whether some other sum of the two gives the percentage: the rest, or the change."""
    a, b = wide(part), wide(whole)
    one = Interval.point(1)
    try:
        others = [one - a / b, a / (b - a), (b - a) / a, a / (a + b), b / a]
    except ZeroDivisionError:
        return True
    return fits(percent, others)
