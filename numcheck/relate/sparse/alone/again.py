"""The only two figures of one dimension, said to be one amount."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.model.span import Span
from numcheck.relate.asides.bridges import closed, compares
from numcheck.relate.asides.pairing import kindred, pair
from numcheck.relate.sparse.window import Window
from numcheck.relate.wording import closes, opens

TABLE = "cues/alone"
_MARKS = frozenset({",", "–", "—", ":", "(", ";", "["})
_SHUTS = frozenset({",", "–", "—", ":", ")", ";", "]", ".", "!", "?"})
_PLACES = frozenset("at by near inside outside up down on across along".split())
_MOST = 14  # words between two figures that are one amount
_NAMED = 7  # words beside a figure that may name its system


def find(window: Window) -> Iterator[Relation]:
    """Yield "three inches, 115mm by the metric gauge", "8C, which for most readers means 56F"."""
    measures = [one for one in window.own if one.kind == "measure" and one.unit is not None]
    if len(measures) != 2 or not kindred(*measures) or any(one.is_range for one in measures):
        return
    one, other = measures
    if not _two_systems(one, other) or compares(window.sentence, other):
        return
    if lexicon.words(TABLE, "two_things").isdisjoint(window.vocabulary) and _said(
        window, one, other
    ):
        at = opens(window.sentence, other)
        yield from pair(window.sentence, one, other, Span(at, at))


def _two_systems(one: Quantity, other: Quantity) -> bool:
    assert one.unit is not None and other.unit is not None
    if one.unit.dimension == "temperature":
        return one.unit != other.unit
    rates = " per " in one.unit.name and " per " in other.unit.name
    return one.unit != other.unit and (rates or one.unit.system != other.unit.system)


def _said(window: Window, one: Quantity, other: Quantity) -> bool:
    words, sentence = window.words, window.sentence
    last, first = closes(sentence, one), opens(sentence, other)
    region = words[last:first]
    if len(region) > _MOST or not lexicon.words(TABLE, "turning").isdisjoint(region):
        return False
    marks = [at for at in range(last, first) if words[at] in _MARKS]
    return (
        (closed(sentence, other) and any(_restated(words, at + 1, first) for at in marks))
        or _told_behind(window, other)
        or _in_its_scale(window, one, other)
    )


def _restated(words: list[str], begin: int, first: int) -> bool:
    """Say whether words behind a mark say "that is": "(that is", ", which to most means"."""
    if not lexicon.words(TABLE, "parting").isdisjoint(words[begin:first]):
        return False
    hit = lexicon.phrases(TABLE, "that_is").at(words, begin)
    if hit is not None:
        return first - hit[1] <= 2 or _means(words, hit[1], first)
    if words[begin] in ("which", "that", "what"):
        return _means(words, begin + 1, first)
    # "– a Frenchman would say 1.83m"
    said = lexicon.phrases(TABLE, "would_say").ending(words, first)
    return said is not None and said[1] >= begin and first - begin <= 8


def _means(words: list[str], begin: int, first: int) -> bool:
    """Say whether ", which for readers of a certain age means" leads to a figure."""
    if words[begin] in _PLACES:
        return False  # "which at the coast means 75F"
    return lexicon.phrases(TABLE, "means").ending(words, first) is not None and first - begin <= 10


def _told_behind(window: Window, other: Quantity) -> bool:
    """Say whether a figure is set off, and words behind it say in what it is told."""
    words, sentence = window.words, window.sentence
    first, last = opens(sentence, other), closes(sentence, other)
    if words[first - 1] not in _MARKS:
        return False
    at = last + (words[last : last + 1] == [","])
    hit = lexicon.phrases(TABLE, "told_behind").at(words, at)
    if hit is not None:
        return hit[1] >= len(words) or words[hit[1]] in _SHUTS
    if words[last : last + 1] == [] or words[last] not in ("in", "by", "on", "to", "for"):
        return False
    near = words[last + 1 : last + _NAMED]
    end = next((at for at, word in enumerate(near) if word in _SHUTS), len(near))
    return not lexicon.words(TABLE, "systems").isdisjoint(near[:end])


def _in_its_scale(window: Window, one: Quantity, other: Quantity) -> bool:
    """Say whether each figure is led by its scale: "in the old scale 50F, in the new 15C"."""
    words, sentence = window.words, window.sentence
    systems = lexicon.words(TABLE, "systems")
    if one.unit is not None and one.unit.dimension == "temperature":
        systems |= lexicon.words(TABLE, "scales")
    lead = words[closes(sentence, one) : opens(sentence, other)]
    before = words[max(0, opens(sentence, one) - 5) : opens(sentence, one)]
    told = lead[:1] == [","] and lead[1:2] in (["in"], ["on"], ["by"])
    return (
        told
        and len(lead) <= 6
        and not systems.isdisjoint([*before, *lead])
        and ("in" in before or "on" in before or not systems.isdisjoint(lead))
    )
