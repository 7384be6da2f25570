"""A percentage in apposition beside one part and its whole."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from numcheck.lexicon import words as lexicon
from numcheck.model.interval import Interval
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.shares.worded import in_percent
from numcheck.relate.sparse.window import (
    TABLE,
    Window,
    any_other,
    divided,
    fits,
    is_count,
    is_plain,
    share_of,
    wide,
)
from numcheck.relate.wording import closes, derived, is_quoted, opens, set_off

_BEFORE = frozenset({",", "(", "–", "—", ":", "["})
_AFTER = frozenset({",", ")", "–", "—", "]", "."})
_NEVER = (["never"], ["failed"], ["did"], ["had"])
_OTHERS = frozenset({"turnout", "record", "response"})
_IS = frozenset({"are", "is", "were", "was", "represent", "represents", "form", "equal"})
_OF = frozenset({"of", "among", "from"})
_ALL = frozenset({"the", "its", "his", "her", "their", "all", "those"})
_GIVEN = frozenset("cast polled counted received issued sold made asked tested surveyed".split())
_NAMED = frozenset("and or in on by than from to those these them".split())


def find(window: Window) -> Iterator[Relation]:
    """Yield "in the 90-seat house 40 members, or 54%", "380 of its 2,500 staff, a 25% cut"."""
    yield from _of_votes(window)
    if len(window.own) < 3:
        return
    figures = in_percent(window.sentence)
    percents = [one for one in figures if one.kind == "percent"]
    if len(percents) != 1 or not is_plain(percents[0]):
        return
    percent = percents[0]
    rest = [one for one in figures if one is not percent and one.kind not in ("age", "duration")]
    if len(rest) > 2:
        main = [one for one in rest if not set_off(window.sentence, one)]
        rest = [] if any_other(percent, rest) else main
    if len(rest) != 2 or not all(is_plain(one) for one in rest):
        return
    pair = _taken(window, percent, *rest)
    if _other_base(window, percent, pair is not None):
        return
    pair = pair or _makes_up(window, percent, *rest) or _spelt(window, percent, *rest)
    taken = pair is not None
    if pair is None and _apposed(window, percent):
        pair = _pair(window, percent, *rest)
        pair = pair if pair and _of(window, *pair) else None
    if pair is not None and not _reached(*pair, percent, taken):
        yield share_of(window, *pair, percent)


def _makes_up(
    window: Window, percent: Quantity, part: Quantity, whole: Quantity
) -> tuple[Quantity, Quantity] | None:
    """Read "the 2,100 who signed are 28% of the 6,000 adults on the island"."""
    words, sentence = window.words, window.sentence
    into = words[percent.last : opens(sentence, whole)]
    if into not in (["of", "the"], ["of", "its"], ["of", "all"], ["of"]):
        return None
    if not (is_count(part) and is_count(whole)) or whole.noun is None:
        return None
    link = words[closes(sentence, part) : opens(sentence, percent)]
    stated = link[-1:] != [] and link[-1] in _IS and len(link) <= 6
    plain = not {",", ";", "and", "–"} & set(link)
    return (part, whole) if stated and plain and wide(part).below(wide(whole)) else None


def _other_base(window: Window, percent: Quantity, taken: bool) -> bool:
    """Say whether words give a percentage another base; "a rate of 85%" is none of them.

    Those of the share itself, where it is `taken` of its whole, are none: "fewer than half of".
    """
    first, last = _rate_of(window, percent), percent.first
    if taken:
        hedged = next((one for one in window.own if one.first == percent.first), percent)
        first = opens(window.sentence, hedged)
        last = percent.last
    hits = lexicon.phrases(TABLE, "other_share" if "share" in percent.parts else "other_base")
    return any(not first <= hit.first < last for hit in hits.all(window.words))


def _rate_of(window: Window, percent: Quantity) -> int:
    """Return where ", a success rate of" before a percentage begins; its own place if nowhere."""
    words, at = window.words, opens(window.sentence, percent)
    if words[at - 1 : at] != ["of"]:
        return percent.first
    for place in range(at - 2, max(0, at - 6), -1):
        if words[place] in ("a", "an"):
            rates = lexicon.words("cues/shares", "rates") - _OTHERS
            named = words[at - 2] in rates and words[place - 1] in _BEFORE
            return place if named else percent.first
        if not words[place][0].isalpha() and words[place] != "-":
            break
    return percent.first


def _of_votes(window: Window) -> Iterator[Relation]:
    """Yield "carried by 96 votes to 24, meaning that 75% of those voting were in favour"."""
    votes = [one for one in window.own if "vote" in one.parts]
    percents = [one for one in window.own if one.kind == "percent"]
    if len(votes) != 2 or len(percents) != 1 or len(window.own) != 3:
        return
    if not window.says("of_votes") or not all(is_plain(one) for one in (*votes, *percents)):
        return
    percent, cast = percents[0], wide(votes[0]) + wide(votes[1])
    if not fits(percent, [divided(wide(one), cast) for one in votes]):
        whole = derived(cast, votes[0], f"{votes[0].text} and {votes[1].text}", "count")
        yield Relation(
            "share",
            {"part": votes[0], "whole": whole, "percent": percent},
            percent.whole_span,
            derived=frozenset({"whole"}),
            quoted=is_quoted(window.sentence, *votes, percent),
        )


def _taken(
    window: Window, percent: Quantity, whole: Quantity, part: Quantity
) -> tuple[Quantity, Quantity] | None:
    """Read "a quarter of the 360 beds, 120, stand empty": the part set off behind its whole."""
    words, sentence = window.words, window.sentence
    into = words[percent.last : opens(sentence, whole)]
    if not 1 < len(into) <= 4 or into[0] != "of" or not is_count(whole) or not is_count(part):
        return None
    first, last = opens(sentence, part), closes(sentence, part)
    set_off = words[first - 1] in _BEFORE and words[last : last + 1] and words[last] in _AFTER
    alone = part.noun in (None, whole.noun) and first - closes(sentence, whole) <= 4
    lesser = wide(part).below(wide(whole))
    return (part, whole) if set_off and alone and lesser else None


def _spelt(
    window: Window, percent: Quantity, part: Quantity, whole: Quantity
) -> tuple[Quantity, Quantity] | None:
    """Read "took 62% of the vote, 5,400 of the 9,800 cast": the share, then its two counts."""
    words, sentence = window.words, window.sentence
    into = words[percent.last : opens(sentence, part)]
    if not 2 < len(into) <= 6 or into[0] != "of" or into[-1] not in _BEFORE:
        return None
    if not all(word.isalpha() for word in into[:-1]) or not (is_count(part) and is_count(whole)):
        return None
    things = {lexicon.singular(word) for word in into}
    link = words[closes(sentence, part) : opens(sentence, whole)]
    if link[:1] != ["of"] or not _ALL.issuperset(link[1:]) or not _NAMED.isdisjoint(into):
        return None
    if any(one.noun is not None and one.noun not in things for one in (part, whole)):
        return None  # "won 62% of the vote, nine of the 12 seats"
    last = closes(sentence, whole)
    last += words[last : last + 1] != [] and words[last] in _GIVEN
    ended = words[last : last + 1] == [] or words[last] in _AFTER
    return (part, whole) if ended and wide(part).below(wide(whole)) else None


def _apposed(window: Window, percent: Quantity) -> bool:
    """Say whether a percentage restates what stands before it: ", or 54%,", ", a 25% cut"."""
    words, last = window.words, closes(window.sentence, percent)
    lead = window.lead(percent, 3)
    if _rate_of(window, percent) < percent.first:
        return window.ends_after(percent)
    if lead[-1:] in (["is"], ["was"]) and lead[-2:-1] == ["which"] and lead[0] in _BEFORE:
        return window.ends_after(percent) or _of_all(words, last)
    if lead[-1:] in (["a"], ["an"]) and lead[-2:-1] and lead[-2] in _BEFORE:
        noun = words[last : last + 1]
        ended = words[last + 1 : last + 2] in ([], ["."], [","], [";"], [")"])
        return bool(noun) and noun[0].isalpha() and ended
    if lead[-1:] == ["or"] or lead[-2:] == ["that", "is"]:
        lead = lead[:-1] if lead[-1] == "or" else lead[:-2]
        return window.ends_after(percent) or _of_all(words, last)
    if lead[-1:] == ["so"] and percent.parts.get("share"):
        return lead[-2:-1] != [] and lead[-2] in _BEFORE and words[last : last + 1] in _NEVER
    return bool(lead) and lead[-1] in _BEFORE and window.ends_after(percent)


def _of_all(words: list[str], at: int) -> bool:
    """Say whether a percentage is of all that were counted: "of them", "of the total"."""
    behind = words[at : at + 4]
    return behind[:2] == ["of", "them"] or (
        behind[:2] == ["of", "the"] and behind[2:3] in (["total"], ["lot"], ["whole"])
    )


def _pair(
    window: Window, percent: Quantity, first: Quantity, second: Quantity
) -> tuple[Quantity, Quantity] | None:
    """Return the lesser and the greater of the only two figures that can be divided."""
    counted = is_count(first) and is_count(second)
    if not counted and (first.unit is None or first.unit != second.unit):
        return None
    if opens(window.sentence, percent) < second.first:
        return None
    part, whole = sorted((first, second), key=lambda one: wide(one).low or 0)
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


def _reached(part: Quantity, whole: Quantity, percent: Quantity, taken: bool) -> bool:
    """Say whether some other sum of the two gives the percentage: the rest, or the change.

    A percentage that is `taken` of the whole itself can only be that of the rest.
    """
    a, b = wide(part), wide(whole)
    one = Interval.point(1)
    limit = taken and (wide(percent).low == 0 or wide(percent).high == 1)  # "fewer than half"
    others = [] if limit else [one - divided(a, b)]
    try:
        if not taken:
            others += [a / (b - a), (b - a) / a, a / (a + b), b / a]
    except ZeroDivisionError:
        return True
    if "share" in percent.parts:  # "a third" may be said of three in ten
        slack = Fraction(1, 20) if taken else Fraction(3, 20)  # a part set off is the share itself
        middle = wide(percent).scale(1 - slack).hull(wide(percent).scale(1 + slack))
        return any(middle.meets(other) for other in (divided(a, b), *others))
    return fits(percent, others)
