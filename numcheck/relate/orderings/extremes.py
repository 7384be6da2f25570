"""The most and the least of one group: "oldest, 81"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from numcheck.lexicon.words import members, phrases, words
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.orderings.tables import OF_ALL, TABLE, bare, ordering
from numcheck.relate.wording import opens

_FAR = 9
_RANKS = frozenset("priority priorities rank ranks ranking rankings tier tiers seed".split())
_FEW = 3  # figures of a list from which one is picked
_OF = frozenset({"the", "its", "their"})
_NAMING = ([","], ["at"], [":"])
# Between "the others" and their figures: no "won by" nor "were fouls of".
_NEAR_BY = 8  # words from a figure to "the lowest of the three"
_COUNTED = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}


def opposed(sentence: Sentence, figures: list[Quantity]) -> Iterator[Relation]:
    """Yield "the dearest ticket is £40 and the cheapest £45", each with its own figure."""
    high, low, held = words(TABLE, "high_poles"), words(TABLE, "low_poles"), sentence.vocabulary
    if "expensive" not in held and (high.isdisjoint(held) or low.isdisjoint(held)):
        return
    tokens, poles = _in_one_word(sentence.words), members(TABLE, "poles")
    tops = [at for at, word in enumerate(tokens) if word in high]
    lows = [at for at, word in enumerate(tokens) if word in low]
    if len(tops) != 1 or len(lows) != 1 or poles[tokens[tops[0]]] != poles[tokens[lows[0]]]:
        return
    first, second = sorted((tops[0], lows[0]))
    if not (_named(tokens, first) and _named(tokens, second)):
        return
    if not _RANKS.isdisjoint(tokens) or any(0 <= first - q.last <= 3 for q in figures):
        return  # "the highest priority is 0", "91 at its highest and 47 at its lowest"
    if tokens[tops[0]].endswith("st"):  # "the heaviest of the five lorries"
        figures = [q for q in figures if tokens[max(0, q.first - 2) : q.first] not in OF_ALL]
    left = [q for q in figures if first < opens(sentence, q) < second]
    right = [q for q in figures if opens(sentence, q) > second]
    if not left and len(right) == 2:  # "the oldest and youngest were 81 and 84"
        if right[0].first - second > _FAR or right[1].first - right[0].last > 6:
            return
        left, right = right[:1], right[1:]
    if len(left) != 1 or len(right) != 1 or right[0].first - second > _FAR:
        return
    most, least = (left[0], right[0]) if first == tops[0] else (right[0], left[0])
    if most.kind == "age" or least.kind == "age":
        most, least = (replace(one, kind="age") if bare(one) else one for one in (most, least))
    if tie := ordering(sentence, most, least, 1, tops[0], tops[0] + 1):
        yield tie


def _in_one_word(tokens: list[str]) -> list[str]:
    """Return the words of a sentence with "most expensive" told as "dearest"."""
    if "expensive" not in tokens:
        return tokens
    said = {"most": "dearest", "least": "cheapest"}
    pairs = zip(["", *tokens], tokens, strict=False)
    return [said.get(lead, word) if word == "expensive" else word for lead, word in pairs]


def _named(tokens: list[str], at: int) -> bool:
    """Say whether a comparative names one of two: "the elder, 31", "his younger brother"."""
    if tokens[at].endswith("st"):
        return True
    owner = tokens[at - 1] if at else ""
    return (owner in _OF or owner in ("his", "her") or owner.endswith("'s")) and not (
        {"than", "rate", "rates", "half", "house", "court"} & set(tokens)
    )


def listed(sentence: Sentence, figures: list[Quantity]) -> Iterator[Relation]:
    """Yield "of the three, Coll is the tallest at 911m, with Dhu at 934m and Beag at 870m"."""
    tokens = sentence.words
    for key, sign in (("most", 1), ("least", -1)):
        top = phrases(TABLE, key).find(tokens)
        if top is None or (sign > 0 and not words(TABLE, "lower_wins").isdisjoint(tokens)):
            continue
        if not {"-", "recent"}.isdisjoint(tokens[max(0, top.first - 1) : top.last + 1]):
            continue  # "in the second-most-recent election"
        number = _number(tokens)
        after = [q for q in figures if q.first >= top.last and tokens[q.first - 1] not in _OF]
        own = next((q for q in figures if _is_own(sentence, q, top.first)), None)
        if own is not None and number is not None and len(after) == number - 1:
            after = [own, *after]
        elif number is None or len(after) != number or after[0].first - top.last > _FAR:
            continue
        if after[0].kind == "age":
            after = [replace(one, kind="age") if bare(one) else one for one in after]
        for other in after[1:]:
            tie = ordering(sentence, after[0], other, sign, top.first, top.last)
            if tie is None:
                break
            yield tie


def _is_own(sentence: Sentence, figure: Quantity, top: int) -> bool:
    """Say whether a figure is that of the subject: "Harriet, 84, is the oldest of the three"."""
    tokens = sentence.words
    between = tokens[figure.last : top]
    return len(between) <= 3 and between[:1] == [","] and between[-2:-1] in (["is"], ["was"])


def _number(tokens: list[str]) -> int | None:
    """Return how many things there are: "of the three peaks", "the largest of its four sites"."""
    for at in range(len(tokens) - 2):
        of = tokens[at] == "of" and tokens[at + 1] in ("the", "its", "their")
        if of and (number := _COUNTED.get(tokens[at + 2])) is not None:
            return number
    return None


def picked(sentence: Sentence, figures: list[Quantity]) -> Iterator[Relation]:
    """Yield "of the three bids – £4.2m, £4.6m and £3.9m – it took the highest, £4.2m"."""
    tokens = sentence.words
    for key, sign in (("most", 1), ("least", -1)):
        top = phrases(TABLE, key).find(tokens)
        if top is None or tokens[top.first - 1] != "the":
            continue
        after = [q for q in figures if q.first >= top.last]
        if not after or tokens[top.last : opens(sentence, after[0])] not in _NAMING:
            continue
        own = after[0].figure
        listed = [q for q in figures if q.last <= top.first and q.kind == after[0].kind]
        same = [q for q in listed if own is not None and q.figure and q.figure.value == own.value]
        if len(listed) < _FEW or len(same) != 1 or not _in_a_row(tokens, listed):
            continue
        for other in listed:
            if other is not same[0] and (
                tie := ordering(sentence, after[0], other, sign, top.first, top.last)
            ):
                yield tie


def _in_a_row(tokens: list[str], listed: list[Quantity]) -> bool:
    """Say whether figures stand in one list: "£4.2m, £4.6m and £3.9m"."""
    links = ([","], ["and"], [",", "and"])
    return all(tokens[a.last : b.first] in links for a, b in pairwise(listed))


def topped(sentence: Sentence, figures: list[Quantity]) -> Iterator[Relation]:
    """Yield "was the lowest of the three; the others came in at $2.1m and $2.9m"."""
    tokens = sentence.words
    for key, sign in (("most", 1), ("least", -1)):
        top = phrases(TABLE, key).find(tokens)
        if top is None or tokens[top.first - 1] != "the":
            continue
        rest = phrases(TABLE, "rest_of").find(tokens, top.last)
        own = [q for q in figures if q.last <= top.first]
        if rest is None or not own or top.first - own[-1].last > _NEAR_BY:
            continue
        if phrases(TABLE, "short_of_all").find(tokens, own[-1].last, rest.first) is not None:
            continue
        others = [q for q in figures if q.first >= rest.last]
        strange = any(top.last <= q.first < rest.first and q.unit is not None for q in figures)
        number = _number(tokens) or len(others) + 1
        if strange or len(others) != number - 1 or len(others) < _FEW - 1:
            continue
        lead = tokens[rest.last : opens(sentence, others[0])]
        if (
            not words(TABLE, "told_by").issuperset(lead)
            or not _in_a_row(tokens, others)
            or not _near(own[-1], others)
        ):
            continue
        for other in others:
            if tie := ordering(sentence, own[-1], other, sign, top.first, top.last):
                yield tie


def _near(own: Quantity, others: list[Quantity]) -> bool:
    """Say whether figures are of one measure: not the length of a putt and those of others."""
    return all(one.unit == own.unit and one.kind == own.kind for one in others)
