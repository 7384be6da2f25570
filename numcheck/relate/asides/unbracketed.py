"""Slashes, "or", commas and dashes after which a figure comes again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from numcheck.lexicon import words as lexicon
from numcheck.model.interval import quotient
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.model.span import Span
from numcheck.relate.asides.bracketed import matched, run_before, sides_after
from numcheck.relate.asides.bridges import (
    BARE,
    OR,
    SAID,
    WHICH,
    Bridge,
    bridge,
    claim_of,
    closed,
    compares,
    in_scale,
    said_after,
)
from numcheck.relate.asides.degrees import apart_again, as_reading
from numcheck.relate.asides.pairing import (
    as_race,
    as_sum,
    kindred,
    one_clock,
    one_number,
    pair,
    powers_apart,
)
from numcheck.relate.wording import amounts, closes, opens

_TABLE = "cues/asides"
_OWN = frozenset({"the", "its", "their", "his", "her", "this", "that", "all", "a", "an"})
_STANDS = frozenset({"is", "was", "are", "were", "stands", "stood", "measures", "measured", "be"})
_COUNTS = frozenset(  # "£2bn, or £200m, on another count"
    """another other others some any most count counts basis bases average measure measures paper
    terms estimate estimates reckoning figures assumptions""".split()
)
_ALONG = frozenset({"to", "from", "along", "up", "down"})
_BACK = 3  # figures to look back for one of the same kind
_FARTHEST = 16  # words between a figure and what gives it again
_PLACES = frozenset("at from within in by to until after past under over".split())


def unbracketed(sentence: Sentence, figures: list[Quantity], at: int) -> Iterator[Relation]:
    """Yield the tie of a figure without a bracket to the one before it of its kind."""
    right, first = figures[at], opens(sentence, figures[at])
    for back in range(at - 1, max(-1, at - 1 - _BACK), -1):
        left, last = figures[back], closes(sentence, figures[back])
        if first - last > _FARTHEST:
            return
        gap = _without_brackets(sentence.words[last:first])
        gap = _without_place(sentence, gap, left)
        if left.kind == "duration" and gap[:1] == ["long"]:
            gap = gap[1:]  # "165 minutes long – two hours and 45 minutes –"
        right = as_sum(in_scale(sentence, right, gap), left) if left.unit else right
        left = as_race(as_reading(sentence, left, right), right)
        if kindred(left, right):
            if "seconds" in right.parts and _is_limit(sentence, left):
                return  # "home inside three hours – 2:54:10, to be exact"
            if gap == [",", "or"] and _is_one_of(sentence, figures, back):
                return  # "in loops of 1 mile, 5 miles, or 20km"
            if "each" in gap and _in_all(left, right):
                return
            if restated(sentence, gap, left, right) and not _has_share(sentence, left):
                given = [*run_before(sentence, figures, back)[:-1], left]
                joint = sentence.words[opens(sentence, left) - 1] if len(given) == 2 else ""
                again = [right, *sides_after(sentence, figures, at, joint)[1:]]
                yield from _paired(sentence, given, again, Span(first, first))
            return


def _is_limit(sentence: Sentence, left: Quantity) -> bool:
    """Say whether a length of time is a bound, which a figure behind it keeps to or breaks."""
    if left.hedge is not None and left.hedge.direction != "about":
        return True
    return sentence.words[max(0, left.first - 1)] in ("inside", "within")


def _in_all(left: Quantity, right: Quantity) -> bool:
    """Say whether a figure may be what several come to: "they had 60lb each, about 54kg,"."""
    if not (left.figure and right.figure and left.unit and right.unit and left.figure.value):
        return False
    per_one = left.figure.value * left.unit.factor
    times = quotient(right.figure.value * right.unit.factor, per_one)
    near = round(times)
    return near > 1 and -near < 50 * (times - near) < near


def _is_one_of(sentence: Sentence, figures: list[Quantity], at: int) -> bool:
    """Say whether a figure ends a list that goes on with ", or": one of several sizes."""
    if not at or not kindred(figures[at - 1], figures[at]):
        return False
    left = figures[at - 1]
    return sentence.words[closes(sentence, left) : opens(sentence, figures[at])] == [","]


def _paired(
    sentence: Sentence, given: list[Quantity], again: list[Quantity], cue: Span
) -> Iterator[Relation]:
    """Pair each side of a thing, each end of a range, with its own: "90m by 45m, or 295ft by …"."""
    ends = len(given) == 2 and again[0].is_range
    if len(given) == len(again) or ends:
        yield from matched(sentence, given, again, cue)
    elif len(again) == 1:
        yield from pair(sentence, given[-1], again[0], cue)


def _has_share(sentence: Sentence, left: Quantity) -> bool:
    """Say whether a figure is the whole of a share that is given again: "10% of 60W, or 6 J/s"."""
    words, at = sentence.words, opens(sentence, left)
    while at > 0 and words[at - 1] in _OWN:
        at -= 1
    if words[at - 1 : at] != ["of"]:
        return False
    shares = (one for one in sentence.quantities if one.kind in ("percent", "ratio"))
    return words[at - 2 : at - 1] == ["half"] or any(one.last == at - 1 for one in shares)


def _without_brackets(gap: list[str]) -> list[str]:
    """Leave out what stands in brackets: "30 km (as the crow flies), or 19 miles"."""
    if "(" not in gap or ")" not in gap:
        return gap
    return gap[: gap.index("(")] + gap[gap.index(")") + 1 :]


def _without_place(sentence: Sentence, gap: list[str], left: Quantity) -> list[str]:
    """Leave out a place word said again: "is at 1,200m, that is, at 3,900ft"."""
    said = sentence.words[opens(sentence, left) - 1]
    again = len(gap) > 1 and gap[-1] == said and said in _PLACES
    return gap[:-1] if again and (claim_of(gap[:-1]) or BARE) in (WHICH, SAID) else gap


def restated(sentence: Sentence, gap: Sequence[str], left: Quantity, right: Quantity) -> bool:
    """Say whether words without a bracket give a figure again: "/", ", or", ", 42 km,"."""
    if not gap or _one_leg(sentence, right):
        return False
    if apart_again(gap, left, right):
        return True
    found = bridge(gap)
    if left.unit == right.unit or not _other_system(left, right):
        return found is not None and _same_again(sentence, left, right, found)
    if list(gap) == ["/"]:
        return True
    return found is not None and _other_again(sentence, left, right, found)


def _one_leg(sentence: Sentence, right: Quantity) -> bool:
    """Say whether a figure is one part of the way: "that is, 3km to the mill and 5km home"."""
    words, last = sentence.words, closes(sentence, right)
    after = words[last : last + 8] if last < len(words) and words[last] in _ALONG else []
    if "and" not in after:
        return False
    return after[after.index("and") + 1 :][:1] == ["the"] or any(
        one.kind == right.kind and one.first > right.last for one in sentence.quantities
    )


def _other_system(left: Quantity, right: Quantity) -> bool:
    if left.unit is None or right.unit is None:
        return False
    either = left.unit.dimension in ("temperature", "speed")
    return either or left.unit.system != right.unit.system


def _other_again(sentence: Sentence, left: Quantity, right: Quantity, found: Bridge) -> bool:
    """Say whether two figures of two systems are said to be one amount."""
    if found.claim == SAID:
        return not compares(sentence, right)
    if said_after(sentence, right, not found.tail or found.mark != ",") and (
        found.mark or found.claim != BARE
    ):
        return True
    shut = closed(sentence, right)
    if found.claim == WHICH:
        if not found.mark:  # "38C is 100F": an equation
            before = sentence.words[max(0, left.first - 1) : left.first]
            return shut and _PLACES.isdisjoint(before) and _alone(sentence, left, right)
        return shut if found.tail else not compares(sentence, right)
    if found.claim == OR:
        if found.tail:
            return shut and not _choice(sentence)
        if found.mark:
            return shut or not _goes_on(sentence, right)
        return _bare_or(sentence, left, right)
    if not found.mark or found.mark == ";" or not shut:
        return False
    if found.tail and (right.hedge is None or right.hedge.direction != "about"):
        return found.mark != "," and _alone(sentence, left, right)
    return _alone(sentence, left, right) or (right.hedge is not None and not found.tail)


def _goes_on(sentence: Sentence, right: Quantity) -> bool:
    """Say whether a figure after "or" is another way: "or 300 metres if the gate is shut"."""
    at = closes(sentence, right)
    others = lexicon.words(_TABLE, "choice_after")
    return compares(sentence, right) or sentence.words[at] in others


def _bare_or(sentence: Sentence, left: Quantity, right: Quantity) -> bool:
    """Say whether "or" without a comma gives one amount: "she is 6 feet or 1.83 m tall"."""
    if _choice(sentence):
        return False
    if right.hedge is not None or closed(sentence, right):
        return True
    last = closes(sentence, right)
    sized = sentence.words[last : last + 1] in (["tall"], ["high"], ["long"], ["wide"], ["deep"])
    lead = sentence.words[max(0, left.first - 3) : left.first]
    return sized and (lead[-1:] == [","] or not _STANDS.isdisjoint(lead))


def _choice(sentence: Sentence) -> bool:
    choices = lexicon.words(_TABLE, "choices")
    return any(word in choices for word in sentence.words)


def _same_again(sentence: Sentence, left: Quantity, right: Quantity, found: Bridge) -> bool:
    """Say whether a sum, a number or a time is given in another scale: "$1.3bn, or $1,300m."."""
    plainly = found.claim == SAID or said_after(
        sentence, right, not found.tail or found.mark != ","
    )
    if not plainly and not _softly(sentence, right, found):
        return False
    if compares(sentence, right):
        return False
    if left.kind == "money" and left.unit == right.unit:
        return powers_apart(left, right)
    if left.unit is None and right.unit is None:
        return found.mark != "" and one_number(left, right)
    if left.unit == right.unit:
        return left.kind == "measure" and one_number(left, right)
    if left.kind == right.kind == "duration":
        return one_clock(left, right)
    rates = any(q.unit is not None and " per " in q.unit.name for q in (left, right))
    return left.kind == right.kind == "measure" and not rates and not _choice(sentence)


def _softly(sentence: Sentence, right: Quantity, found: Bridge) -> bool:
    """Say whether ", or £75m," or ", which is £75m." ends the clause, and so gives a sum again."""
    if found.claim == BARE and found.mark in ("–", "—") and not found.tail:
        return sentence.words[closes(sentence, right) :][:1] in (["–"], ["—"])
    if found.claim not in (OR, WHICH) or not found.mark or found.tail:
        return False
    last = closes(sentence, right)
    follows = sentence.words[last : last + 2]
    going_on = follows[1:2] in (["by"], ["if"], ["with"], ["as"])
    counted = follows[1:2] == ["on"] and not _COUNTS.isdisjoint(sentence.words[last : last + 7])
    return closed(sentence, right) and not (going_on or counted)


def _alone(sentence: Sentence, left: Quantity, right: Quantity) -> bool:
    """Say whether no third figure of the dimension makes the two a list."""
    assert left.unit is not None
    same = [q for q in amounts(sentence) if q.unit and q.unit.dimension == left.unit.dimension]
    return len(same) == 2
