"""Words that multiply: "doubled", "a threefold rise", "twice as many as"."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from numcheck.lexicon.words import is_plural, phrases, words
from numcheck.model.interval import Interval, Rational, quotient
from numcheck.model.quantity import Figure, Quantity
from numcheck.relate.changes.frame.moves import CUES
from numcheck.relate.changes.frame.scene import Claim, Scene, is_amount

TABLE = "cues/multiples"
_AS = (["as", "many"], ["as", "much"], ["as", "long"], ["as", "big"], ["as", "large"])
_GROUP = frozenset({"them", "these", "whom", "which", "it", "us"})


def read_times(scene: Scene) -> None:
    """Put every multiple that a sentence states into its scene."""
    claims = [*_worded(scene), *_counted(scene)]
    for claim in claims:
        scene.held.update(range(claim.figure.first, claim.figure.last))
        scene.taken.update(range(claim.figure.first, claim.figure.last))
    if claims:
        scene.claims = sorted(scene.claims + claims, key=lambda claim: claim.first)


def _worded(scene: Scene) -> Iterator[Claim]:
    """Yield "doubled", "threefold", "twice", "halving"; and "half" before "the 60"."""
    tokens = scene.words
    told = phrases(TABLE, "words").all(tokens)
    if any("again" in tokens[one.last : one.last + 2] for one in told):
        return  # "doubled by July and doubled again by May, to 80 from 20"
    for found in told:
        after = tokens[found.last : found.last + 1]
        if after == ["-"] or not _open(tokens, found.first, found.last):
            continue
        if tokens[found.first] == "in" and after and is_plural(after[0]):
            continue  # "scored in half marks"
        times = Fraction(found.name)
        fold = tokens[found.last - 1].endswith("fold")
        yield _claim(scene, times, found.first, found.last, times + 1 if fold else times)


def _open(tokens: list[str], first: int, last: int) -> bool:
    """Say whether a word multiplies, and only once: no double glazing, no doubling again."""
    barred = phrases(TABLE, "not_here").find(tokens, max(0, first - 4), min(len(tokens), last + 5))
    # "the number who cross each day has quadrupled, from 600 to 1,800"
    told = "from" in tokens[last : last + 2]
    if barred and not (told and barred.last <= first and tokens[barred.first] in ("each", "per")):
        return False
    plain = last - first == 1 and tokens[first] in words(TABLE, "plain")
    if not plain or last >= len(tokens) or tokens[last][:1].isdigit():
        return True
    return tokens[last] in words(TABLE, "open_follows") or tokens[last] in "£$€"


def _counted(scene: Scene) -> Iterator[Claim]:
    """Yield "five times", "2.5 times", "10-fold", "by a factor of three", "half the"."""
    tokens = scene.words
    for quantity in scene.sentence.quantities:
        if not is_amount(quantity) or quantity.figure is None or quantity.is_range:
            continue
        value, after = quantity.figure.value, quantity.last
        if quantity.kind in ("ratio", "number", "count") and value > 0 and quantity.unit is None:
            if after < len(tokens) and tokens[after] == "-":
                after += 1
            if tokens[after : after + 1] in (["fold"], ["times"]) and 1 < value <= 1000:
                yield from _times(scene, quantity, value, after)
            elif _moved(scene, quantity):
                continue  # "lost a fifth of his weight"
            elif _factor(scene, quantity) or (value < 1 and _share_of(scene, after)):
                yield _claim(scene, value, quantity.first, quantity.last, value)


def _moved(scene: Scene, quantity: Quantity) -> bool:
    """Say whether a share is what a movement comes to."""
    at = quantity.first
    return scene.words[at - 1 : at] == ["by"] or (
        phrases(CUES, "verbs").ending(scene.words, at) is not None
    )


def _factor(scene: Scene, quantity: Quantity) -> bool:
    """Say whether a number is multiplied by: "by a factor of three"."""
    return scene.words[max(0, quantity.first - 2) : quantity.first] == ["factor", "of"]


def _share_of(scene: Scene, at: int) -> bool:
    """Say whether "half" goes on to "as many as" or "the", "a third" to "of the"."""
    if _alone(scene.words, at):
        return True
    if scene.words[at : at + 1] == ["of"] and scene.words[at + 1] in _GROUP:
        return False  # "31 million then, 24 million now, four-fifths of them in the cities"
    if scene.words[at : at + 2] in _AS and ":" in scene.words[at + 3 : at + 9]:
        return True  # "half as many homes were built: 1,200, against 2,400"
    return phrases(TABLE, "as_many").at(scene.words, at) is not None


def _times(scene: Scene, quantity: Quantity, value: Rational, at: int) -> Iterator[Claim]:
    """Read "five times as many as", "three times more than", "three times fewer", "5-fold"."""
    tokens, end = scene.words, at + 1
    if tokens[at] == "fold":
        yield _claim(scene, value, quantity.first, end, value + 1)
    elif tokens[end : end + 1] and tokens[end] in words(TABLE, "more"):
        end += tokens[end + 1 : end + 2] in (["away"], ["off"])  # "five times farther away"
        yield _claim(scene, value, quantity.first, end + 1, value + 1)
    elif tokens[end : end + 1] and tokens[end] in words(TABLE, "fewer"):
        yield _claim(scene, quotient(1, value), quantity.first, end + 1, quotient(1, value))
    elif after_as(tokens, end) is not None:
        yield _claim(scene, value, quantity.first, end, value)
    elif _alone(tokens, end):
        yield _claim(scene, value, quantity.first, end + 2, value)


def _alone(tokens: list[str], at: int) -> bool:
    """Say whether "as much" ends a clause: "the day ticket costs four times as much"."""
    return tokens[at : at + 2] in _AS and tokens[at + 2 : at + 3] in ([], ["."], [","], [";"])


def after_as(tokens: list[str], at: int) -> int | None:
    """Return the place after "as many … as", "the number of" and the like, if they follow."""
    noun = tokens[at + 1 : at + 2]
    if tokens[at : at + 1] == ["the"] and tokens[at + 2 : at + 3] == ["of"] and noun[0].isalpha():
        return at + 3  # "three times the headcount of"
    found = phrases(TABLE, "as_many").at(tokens, at)
    if found is not None:
        return found[1]
    if tokens[at : at + 1] != ["as"]:
        return None
    far = 14 if "(" in tokens[at : at + 12] else 8  # "as many (45) as in 2015 (22)"
    for place in range(at + 2, min(len(tokens), at + far)):
        if tokens[place] == "as":
            return place + 1
        if tokens[place] in (",", ";", "and", "but", "–"):
            break
    return None


def _claim(scene: Scene, times: Rational, first: int, last: int, most: Rational) -> Claim:
    """Return the claim that something became `times` (or up to `most` times) what it was."""
    sentence = scene.sentence
    ends = _with_noun(scene, last)
    hedge = phrases("hedges", "before").ending(scene.words, first)
    halved = times < 1 and scene.words[first].startswith("halv")  # "half as many" is as it says
    bounds = _bounds(times, most, hedge[0] if hedge else "", halved)
    begin = hedge[1] if hedge else first
    figure = Quantity(
        sentence.span_of(begin, last),
        sentence.cut(begin, last),
        "ratio",
        Figure(sentence.cut(first, last), times, bounds=bounds),
        place=sentence.block.place,
        sentence=sentence.index,
        first=begin,
        last=last,
        noun_last=last,
    )
    return Claim("times", figure, 1 if times > 1 else -1, begin, ends, "times")


def _with_noun(scene: Scene, at: int) -> int:
    """Step over the noun of a multiple: "a tenfold increase", "a threefold annual rise"."""
    nouns, adjectives = phrases(CUES, "nouns"), phrases(CUES, "adjectives")
    place = at
    for _ in range(3):
        noun = nouns.at(scene.words, place)
        if noun is not None:
            return noun[1]
        skipped = adjectives.at(scene.words, place)
        if skipped is None:
            break
        place = skipped[1]
    return at


def _bounds(times: Rational, most: Rational, hedge: str, halved: bool) -> Interval:
    """Return the multiples that a word of multiplying may stand for."""
    low = times * (Fraction(19, 20) if times > 1 else Fraction(9, 10))
    high = most * Fraction(11, 10)
    if hedge in ("more than", "at least", "just over"):
        if halved:  # "more than halved": less than half is left
            return Interval(0, times * Fraction(101, 100))
        limit = most * Fraction(5, 4) if hedge == "just over" else None
        return Interval(times * Fraction(99, 100), limit)
    if hedge in ("nearly", "less than", "at most"):
        if halved:
            return Interval(times * Fraction(99, 100), times * Fraction(5, 4))
        floor = 0 if hedge != "nearly" else times * Fraction(4, 5)
        return Interval(floor, most * Fraction(51, 50))
    if hedge == "about":
        return Interval(times * Fraction(9, 10), most * Fraction(6, 5))
    return Interval(low, high)
