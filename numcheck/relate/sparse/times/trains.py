"""Trains and ferries that go by the time at which they leave."""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.record import replace
from numcheck.relate.sparse.window import Window
from numcheck.relate.wording import opens

_TABLE = "cues/sparse_times"
_TRAIN = frozenset({"from", "to", "train", "service", "departure", "sleeper", "express", "ferry"})
_WAY = frozenset({"from", "to", "for"})
_ROUTE = 7  # words of "from Crewe to Leeds finally"
_NUMBERS = ("number", "count")
_ADVERBS = frozenset({"finally", "eventually", "only", "then"})
_ENDED: tuple[list[str], ...] = ([], ["."], [","], [";"], [")"])
_AT_LAST = ([",", "at"], ["at"], ["–", "at"], ["(", "at"], ["("])
_BESIDE: tuple[list[str], ...] = ([","], ["–"], ["("], [",", "some"], [",", "just"], [])


def timed(sentence: Sentence) -> list[Quantity]:
    """Return the times of a sentence; "the 22.15 from Leeds" makes all such numbers times."""
    times = [one for one in sentence.quantities if one.kind == "time"]
    if len(times) == 3 and _is_train(sentence, times[0]):
        return times[1:]  # "the 9.10 from Ely, due at 10.05, crawled in at 11.20"
    bare = [one for one in sentence.quantities if _of_timetable(one)]
    trains = [one for one in bare if _is_train(sentence, one) or _leaves(sentence, one)]
    if len(trains) != 1 or len(times) > 1:
        return times
    if times:  # "the 10.14 left at 10.47"
        alone = len(bare) == 1 and bare[0].last <= times[0].first
        return [_as_time(bare[0]), times[0]] if alone else times
    named = len(bare) == 3 and bare[0] is trains[0]
    return [_as_time(one) for one in bare[named:]]


def left_late(window: Window, ends: Sequence[Quantity], length: Quantity) -> bool:
    """Say whether "the 10.14 left 23 minutes late, at 10.47" tells how late a train left."""
    words, (train, second) = window.words, ends
    at, end = opens(window.sentence, length), _left(window.sentence, train)
    late = lexicon.phrases(_TABLE, "late").at(words, length.last)
    if not end or late is None or not train.last < at:
        return False
    if second.first > at:  # "left 23 minutes late, at 10.47"
        told = words[late[1] : second.first] in _AT_LAST and end == at
        return told and words[second.last : second.last + 1] in _ENDED
    led = words[end : second.first] == ["at"] and words[second.last : at] in _BESIDE
    return led and words[late[1] : late[1] + 1] in _ENDED


def _is_train(sentence: Sentence, time: Quantity) -> bool:
    """Say whether a time names a train: "the 22.15 from Leeds"."""
    led = sentence.words[max(0, time.first - 1) : time.first] == ["the"]
    return led and not _TRAIN.isdisjoint(sentence.words[time.last : time.last + 1])


def _leaves(sentence: Sentence, time: Quantity) -> bool:
    """Say whether a time is told to leave: "the 10.14 left"."""
    led = sentence.words[max(0, time.first - 1) : time.first] == ["the"]
    return led and bool(_left(sentence, time))


def _left(sentence: Sentence, train: Quantity) -> int:
    """Return the place after "left" in "the 10.14 to Leeds finally left"; nought without it."""
    words, at = sentence.words, train.last
    if words[train.first - 1] != "the":
        return 0
    at += words[at : at + 1] != [] and words[at] in lexicon.words(_TABLE, "trains")
    stop = at + _ROUTE
    while at < min(stop, len(words)):
        verb = lexicon.phrases(_TABLE, "departs").at(words, at)
        if verb is not None:
            return verb[1]
        if words[at] not in _WAY | _ADVERBS and not sentence.raw[at][:1].isupper():
            return 0
        at += 1
    return 0


def _of_timetable(quantity: Quantity) -> bool:
    hours, _, minutes = quantity.text.partition(".")
    named = quantity.noun is None or quantity.noun in lexicon.words(_TABLE, "trains")
    return (
        quantity.kind in _NUMBERS and named and quantity.first > 0
        and len(minutes) == 2 and hours.isdecimal() and minutes.isdecimal()
        and len(hours) <= 2 and int(hours) < 24 and int(minutes) < 60
    )  # fmt: skip


def _as_time(quantity: Quantity) -> Quantity:
    hours, _, minutes = quantity.text.partition(".")
    return replace(
        quantity, kind="time", figure=None, parts={"hour": int(hours), "minute": int(minutes)}
    )
