"""Temperatures given again: readings of a thermometer, or differences."""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.lexicon import words as lexicon
from numcheck.lexicon.units import unit_named
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.record import replace
from numcheck.relate.changes.frame.moves import moves_in
from numcheck.relate.wording import closes, opens

_TABLE = "cues/asides"
_NORM = 7  # words of "the 1991-2020 norm"
_FAR = 9  # words between "the difference" and the figure that gives it
_STOPS = frozenset({",", ";", ":", "–", "—", "(", ")"})
_SHUTS = frozenset({")", "]"})
_OTHER_SCALE = {
    "degree Celsius": "degree Fahrenheit",
    "degree Fahrenheit": "degree Celsius",
}
_GREAT = 40  # degrees, of either scale, beyond which nobody speaks of a difference
_LIMIT = 9  # degrees, to which a warming of the world is kept
_LED = frozenset("at of to reached hit touched averaged topped".split())
_ENDS = frozenset("in on at and by this next".split())
_DIAL = frozenset({(130, 250), (140, 275), (170, 325), (240, 475), (250, 475), (160, 325)})
_FAN = frozenset({"fan", "convection", "fan-assisted"})
_BESIDE = 3  # words of "in a fan oven"
_SIDES = frozenset({"above", "below", "over", "under"})
_POINTS = frozenset({"drop", "rise", "increase"})  # verbs as well: "rarely drop below 5C (41F)"
_WAS = frozenset({"was", "is", "were", "to", "of", "reached", "hit"})


def is_difference(sentence: Sentence, given: Quantity, other: Quantity, home: Sentence) -> bool:
    """Say whether a cue makes two temperatures a difference: "2C (3.6F) warmer than usual".

    `home` is the sentence of the given figure.
    """
    if given.figure is not None and not given.figure.value:
        return False  # "fell below zero (minus 18 Celsius)"
    if _after(sentence, other) or _before(home, given) or _by(home, given):
        return True
    return _noun_after(home, given) or _comma_after(sentence, given, other)


def _noun_after(home: Sentence, given: Quantity) -> bool:
    """Say whether the word is with the first figure: "a 2C rise – 3.6F", "2C hotter (3.6F)"."""
    at = closes(home, given)
    word, follows = (*home.words[at : at + 2], "", "")[:2]
    if follows == "(" and _falls_below(home, given):
        return False
    if word in lexicon.words(_TABLE, "difference_nouns"):
        return follows not in lexicon.words(_TABLE, "readings")  # "a 4C fall morning"
    return word in lexicon.words(_TABLE, "comparatives") and follows not in ("zero", "freezing")


def _by(home: Sentence, given: Quantity) -> bool:
    """Say whether something is changed by a figure: "cut the heat of the loft by 10C"."""
    words, end = home.words, opens(home, given)
    leading = lexicon.words(_TABLE, "difference_leads")
    while end > 1 and words[end - 1] in leading:  # "by an average of 1.1C"
        end -= 1
    if end < 2 or words[end - 1] != "by":
        return False
    changes = lexicon.words(_TABLE, "difference_verbs")
    return any(word in changes for word in words[max(0, end - 16) : end - 1])


def _comma_after(sentence: Sentence, given: Quantity, other: Quantity) -> bool:
    """Say whether commas set off the second figure: "are 4C, or 39F, colder than in the town".

    A reading may stand so as well: "It was 28C, or 82F, warmer than forecast".
    """
    words, at = sentence.words, closes(sentence, other)
    before = words[opens(sentence, other) - 1 : opens(sentence, other)]
    if words[at : at + 1] != [","] or before in (["("], ["["]) or given.figure is None:
        return False
    if given.sentence != other.sentence or not 0 < given.figure.value <= _GREAT:
        return False
    if words[at + 1 : at + 2] == [] or words[at + 1] not in lexicon.words(_TABLE, "comparatives"):
        return False
    led = words[max(0, opens(sentence, given) - 1) : opens(sentence, given)]
    expected = words[at + 2 : at + 4]
    return led[0] not in _LED and expected[-1] not in ("forecast", "expected", "predicted")


def _after(sentence: Sentence, other: Quantity) -> bool:
    words, after = sentence.words, closes(sentence, other)
    while after < len(words) and words[after] in _SHUTS:
        after += 1
    if words[after : after + 1] != [] and words[after] in _SIDES and _is_norm(words, after + 1):
        return True
    table = lexicon.phrases(_TABLE, "difference_after")
    for at in range(after, min(after + 3, len(words))):
        if table.at(words, at) is not None and words[at] != "than":
            return True
        if not words[at].isalpha() or words[at] in _ENDS:
            break
    return False


def _is_norm(words: list[str], at: int) -> bool:
    """Say whether a usual level is named: "above the 1991-2020 norm for May"."""
    for word in words[at : at + _NORM]:
        if word in lexicon.words(_TABLE, "norms"):
            return True
        if word in _STOPS or word in lexicon.words("nouns", "finite"):
            return False
    return False


def apart_again(gap: Sequence[str], left: Quantity, right: Quantity) -> bool:
    """Say whether "6C hotter than the river – a gap of 43F" gives a difference again."""
    degrees = [
        one.unit is not None and one.unit.dimension == "temperature" for one in (left, right)
    ]
    if not all(degrees) or left.unit == right.unit or len(gap) < 5 or gap[-1] != "of":
        return False
    told = gap[0] in lexicon.words(_TABLE, "comparatives") and gap[1] in ("than", "the", "normal")
    named = gap[-2] in lexicon.words(_TABLE, "difference_nouns") and gap[-3] in ("a", "the")
    return told and named and gap[-4] in _STOPS


def _before(sentence: Sentence, given: Quantity) -> bool:
    """Say whether "a rise of", or "the difference between the two can be", leads to a figure."""
    words, end = sentence.words, opens(sentence, given)
    far = lexicon.words(_TABLE, "difference_far")
    if end and words[end : end + 1] and words[end] in _SIDES and end < given.first:
        return words[end - 1] in far and words[end - 1] not in _POINTS  # "warming below 2C"
    onto = end > 0 and words[end - 1] == "to"  # "the drop to 5C", "it is warming to 14C"
    if onto and given.figure is not None and given.figure.value > _LIMIT:
        return False
    if lexicon.phrases(_TABLE, "difference_before").ending(words, end) is not None:
        return True
    if end < 2:
        return False
    moved = end - (words[end - 1] in ("of", "by"))
    moves = (one for one in moves_in(words[:end]) if words[one.first] not in ("up", "down"))
    if any(move.last == moved and move.first for move in moves):
        return True  # "a plunge of 20C", "it lost 15C"
    if words[end - 1] == "up":  # "has crept up half a degree", not "the runner-up 54.4C"
        return words[end - 2].isalpha()
    if words[end - 1] not in lexicon.words(_TABLE, "difference_links"):
        return False
    for at in range(end - 2, max(-1, end - 2 - _FAR), -1):
        if words[at] in _STOPS:
            return False
        if words[at] in far:
            return not onto or words[at] not in _POINTS
    return False


def may_be_difference(sentence: Sentence, other: Quantity) -> bool:
    """Say whether what follows leaves it open: "(37F), cooler than forecast", "above the snow"."""
    words, at = sentence.words, closes(sentence, other)
    while at < len(words) and (words[at] in _SHUTS or words[at] == ","):
        at += 1
    if at >= len(words):
        return False
    if words[at] in _SIDES and words[at + 1 : at + 2] != ["zero"]:
        return True
    return lexicon.phrases(_TABLE, "difference_after").at(words, at) is not None


def is_reading(sentence: Sentence, given: Quantity) -> bool:
    """Say whether a sentence speaks of temperatures as such: "highs", "at 21C", "down to 18C"."""
    words, end = sentence.words, opens(sentence, given)
    lead = words[max(0, end - 1)]
    if lead in ("at", "by"):
        return lead == "at"  # "nights have risen by 2.1C (3.8F), and days by 1.4C (2.5F)"
    if words[end] in _SIDES and lead in lexicon.words(_TABLE, "difference_verbs"):
        return True  # "never dropped below 5C"
    if lead in _WAS:  # "the gain was 7C (13F)", "the margin over the old record was 1C (1.8F)"
        gaps = lexicon.words(_TABLE, "difference_subjects")
        begin = next((at for at in range(end - 2, -1, -1) if words[at] in (";", ":", "–")), -1)
        if not gaps.isdisjoint(words[begin + 1 : end - 1]):
            return False
        if lead in ("was", "is", "were", "to"):
            return True
    if not (lexicon.words(_TABLE, "comparatives") - _SIDES).isdisjoint(words):
        return False  # "18 F (10 C) cooler by afternoon, and the rooms below 5 F (2.8 C)"
    return not lexicon.words(_TABLE, "readings").isdisjoint(words)


def as_reading(sentence: Sentence, bare: Quantity, other: Quantity) -> Quantity:
    """Give a bare figure the scale that the one after it is not in: "a fever of 104 (40C)"."""
    into = _OTHER_SCALE.get(other.unit.name) if other.unit else None
    if into is None or bare.unit is not None or bare.kind != "number" or bare.noun:
        return bare
    if bare.figure is not None and _falls_below(sentence, bare):
        bare = replace(bare, figure=replace(bare.figure, value=-bare.figure.value))
    lead = sentence.words[max(0, bare.first - 1) : bare.first]
    if not lead or lead[0] not in lexicon.words(_TABLE, "reading_leads"):
        return bare
    readings = lexicon.words(_TABLE, "readings")
    if readings.isdisjoint(sentence.words[: bare.first]):
        return bare
    unit = unit_named(into)
    return replace(bare, kind="measure", unit=unit, units=(unit,))


def _falls_below(sentence: Sentence, given: Quantity) -> bool:
    """Say whether a bare figure is one below zero: "lows of 10 below (minus 23 Celsius)"."""
    bare = given.figure is not None and given.text == given.figure.printed
    return bare and sentence.words[given.last : given.last + 2] == ["below", "("]


def by_the_dial(home: Sentence, given: Quantity, other: Quantity) -> bool:
    """Say whether cooks take two settings for one: "bake at 240C (475F)", "170C (325F)"."""
    fan = _beside(home, other) | _beside(home, given)
    if not _FAN.isdisjoint(fan):
        return True  # "180C (350F, or 160C in a fan oven)"
    return (
        on_dial(home) and {(given.value, other.value), (other.value, given.value)} & _DIAL != set()
    )


def _beside(home: Sentence, one: Quantity) -> frozenset[str]:
    """Return the words right behind a figure: "160C in a fan oven", "160C fan"."""
    return frozenset(home.words[one.last : one.last + _BESIDE])


def on_dial(sentence: Sentence) -> bool:
    """Say whether a temperature is one of the kitchen, where a dial is marked in tens."""
    ovens = lexicon.words(_TABLE, "ovens")
    return any(word in ovens for word in sentence.words)
