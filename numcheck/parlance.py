"""A project's own words: names with figures in them, nouns, further units."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache

from numcheck.lexicon.spellings import forms, normal, plural
from numcheck.lexicon.units import unit_named
from numcheck.model.passage import Passage, Sentence, tokenize
from numcheck.model.quantity import Quantity
from numcheck.model.span import Span
from numcheck.model.unit import Unit
from numcheck.named import NamedTuple
from numcheck.record import replace

NAME, NOUN = "name", "noun"
Words = tuple[tuple[str, str], ...]


class Parlance(NamedTuple):
    """What a project calls things.

    `names` are patterns of names whose figures are none; `nouns` singulars by their tokens, which
    are units elsewhere; `units` other words for units.
    """

    names: tuple[re.Pattern[str], ...]
    nouns: Mapping[tuple[str, ...], str]
    units: Mapping[str, Unit]


@cache
def understood(words: Words) -> Parlance:
    """Sort words by what they are; raises ValueError for a unit that there is not."""
    names = tuple(_pattern(word) for word, meaning in words if meaning == NAME)
    nouns: dict[tuple[str, ...], str] = {}
    units: dict[str, Unit] = {}
    for word, meaning in words:
        if meaning == NOUN:
            nouns |= {tuple(tokenize(one)): word.lower() for one in _both(word)}
        elif meaning != NAME:
            unit = _unit(word, meaning)
            units |= {normal(one).lower(): unit for one in forms([word])}
    return Parlance(names, nouns, units)


def settle(passage: Passage, said: Parlance) -> Passage:
    """Take the figures of names out of a passage, and units that are nouns for nouns."""
    taken = sorted(_stretches(passage.document.text, said.names))
    for sentence in passage.figured:
        kept = sentence.quantities
        if taken:
            kept = [one for one in kept if not _in_name(one.span, taken)]
        if said.nouns:
            kept = [_counted(sentence, one, said.nouns) for one in kept]
        sentence.take(kept)
    return replace(passage, figured=tuple(one for one in passage.figured if one.quantities))


def _pattern(name: str) -> re.Pattern[str]:
    """Return a name as it is written, with any white space between its words."""
    words = r"\s+".join(map(re.escape, name.split()))
    return re.compile(rf"(?<!\w){words}(?!\w)")


def _both(noun: str) -> tuple[str, str]:
    return noun.lower(), plural(noun.lower())


def _unit(word: str, meaning: str) -> Unit:
    try:
        return unit_named(meaning)
    except ValueError as fault:
        raise ValueError(
            f'{word!r} is no {meaning!r}: say "name" of what is no figure, "noun" of what is '
            "counted, or the name of a unit that numcheck knows"
        ) from fault


def _stretches(text: str, names: tuple[re.Pattern[str], ...]) -> Iterator[Span]:
    for name in names:
        for match in name.finditer(text):
            yield Span(*match.span())


def _in_name(span: Span, taken: list[Span]) -> bool:
    """Say whether a figure touches a name; the last that begins before it ends is the nearest."""
    at = bisect_left(taken, Span(span.end, 0)) - 1
    return at >= 0 and taken[at].touches(span)


def _counted(sentence: Sentence, one: Quantity, nouns: Mapping[tuple[str, ...], str]) -> Quantity:
    """Return a measure as a count, where its unit is a noun of the project's."""
    if one.unit is None or one.figure is None:
        return one
    for words, noun in nouns.items():
        begin = one.last - len(words)
        if begin > one.first and tuple(sentence.words[begin : one.last]) == words:
            joint = begin - (sentence.words[begin - 1] == "-")
            span = sentence.span_of(one.first, joint)
            return Quantity(
                span,
                span.cut(sentence.text),
                "count",
                one.figure,
                one.upper,
                counts=sentence.cut(begin, one.last),
                noun=noun,
                hedge=one.hedge,
                place=one.place,
                sentence=one.sentence,
                first=one.first,
                last=joint,
                noun_last=one.last,
            )
    return one
