"""Journeys, whose two ends may keep different clocks."""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.lexicon import words as lexicon
from numcheck.model.interval import Interval, quotient
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity

_TABLE = "cues/spans"


def goes_abroad(words: list[str]) -> bool:
    """Say whether words tell of a journey between two places that may keep different clocks."""
    zones = [found.name for found in lexicon.phrases("zones", "cities").all(words)]
    if lexicon.phrases(_TABLE, "one_zone").find(words) is not None:
        return False
    if len(set(zones)) > 1:
        return True  # "leave Heathrow at 10.05am and be in New York at 12.40pm"
    if lexicon.words(_TABLE, "abroad").isdisjoint(words):
        return False
    on_land = lexicon.words(_TABLE, "at_sea").isdisjoint(words)
    if on_land and lexicon.words(_TABLE, "aloft").isdisjoint(words):
        return False  # "the level crossing was left unmanned from 11.20am to 2.50pm"
    return len(zones) < 2


def abroad(sentence: Sentence, length: Quantity, minutes: Sequence[int]) -> bool:
    """Say whether a journey's length fits its times, if its ends keep different clocks.

    Zones lie half hours apart: "the 45-minute flight leaves at 10.10 and lands at 11.30" fits none.
    """
    if not goes_abroad(sentence.words):
        return False
    assert length.figure is not None and length.unit is not None
    stated = length.figure.loose().scale(quotient(length.unit.factor, 60))
    clocks = (one + 30 * step for one in minutes for step in range(-28, 29))
    return any(stated.meets(Interval.point(one)) for one in clocks)
