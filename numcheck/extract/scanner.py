"""One pass over a sentence: every figure, left to right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from numcheck.extract import calendar, clock, names, results
from numcheck.extract.assemble import Draft, draft_at, finish
from numcheck.extract.numerals import figure_of
from numcheck.extract.ranges import ranged, shares_unit
from numcheck.extract.scales import starters
from numcheck.extract.seen import Seen
from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Figure, Quantity


def scan(sentence: Sentence, locale: str | None = None) -> list[Quantity]:
    """Read every quantity of a sentence, in order."""
    out: list[Quantity] = []
    free = 0
    for at in _anchors(sentence):
        if at < free:
            continue
        read, free = _read(sentence, at, free, locale)
        out.extend(read)
    return out


def _anchors(sentence: Sentence) -> Iterator[int]:
    """Yield the token places at which a figure may begin."""
    begin = _beginnings()
    for place, word in enumerate(sentence.words):
        if word[0].isdigit() or word in begin:
            yield place


_BEGIN: list[frozenset[str]] = []


def _beginnings() -> frozenset[str]:
    """Return the words that may begin a figure or one of its kin, read once."""
    if not _BEGIN:
        words = set(starters()) | lexicon.words("ordinals", "words") | {"noon", "midnight", "."}
        _BEGIN.append(frozenset(words))
    return _BEGIN[0]


def _read(
    sentence: Sentence, at: int, floor: int, locale: str | None
) -> tuple[list[Quantity], int]:
    """Read what begins at an anchor, and say at which token to go on."""
    word = sentence.words[at]
    if word == "." and not _leading_point(sentence, at):
        return [], floor
    if word in ("a", "an"):
        return _amount(sentence, at, floor)
    seen = (
        names.identifier_at(sentence, at)
        or calendar.date_at(sentence, at, locale)
        or clock.time_at(sentence, at)
        or results.result_at(sentence, at)
        or names.ordinal_at(sentence, at)
    )
    if seen is not None and seen.first >= floor and seen.last > at:
        return _known(sentence, seen), seen.last
    if word == "one" and names.is_pronoun(sentence, at):
        return [], at + 1
    if word == "quarter" and names.is_period_quarter(sentence, at):
        return [], at + 1
    if sentence.joined(at) and sentence.raw[at - 1][-1:].isalpha() and at > floor:
        return [], _past_word(sentence, at)  # "A320", "CO2" and the like: part of a name
    if sentence.joined(at + 1) and word[0].isdigit() and sentence.words[at + 1] in ("s", "'s"):
        return [], at + 2  # "in his 30s"
    return _amount(sentence, at, floor)


def _leading_point(sentence: Sentence, at: int) -> bool:
    return (
        at + 1 < len(sentence.words)
        and sentence.words[at + 1][0].isdigit()
        and sentence.joined(at + 1)
        and not sentence.joined(at)
    )


def _past_word(sentence: Sentence, at: int) -> int:
    """Step over a run of joined letters and digits."""
    at += 1
    while at < len(sentence.words) and sentence.joined(at) and sentence.words[at][0].isalnum():
        at += 1
    return at


def _amount(sentence: Sentence, at: int, floor: int) -> tuple[list[Quantity], int]:
    draft = draft_at(sentence, at, floor)
    if draft is None:
        return [], max(floor, at + (sentence.words[at] not in ("a", "an")))
    if whole := ranged(sentence, draft, floor):
        quantity = finish(sentence, whole)
        return [quantity], whole.last
    shared = shares_unit(sentence, draft)
    quantity = finish(sentence, draft, shared)
    return [quantity], max(_uncertainty(sentence, draft), quantity.last)


def _uncertainty(sentence: Sentence, draft: Draft) -> int:
    """Step over "± 0.3" after a figure: it is no figure of its own."""
    words, at = sentence.words, draft.last
    if at + 1 < len(words) and words[at] == "±":
        slack = draft_at(sentence, at + 1, floor=at + 1)
        if slack is not None:
            return slack.last
    return draft.last


def _known(sentence: Sentence, seen: Seen) -> list[Quantity]:
    """Turn what a recogniser saw into quantities; a vote is two counts."""
    if seen.parts.get("vote"):
        return _vote(sentence, seen)
    figure = None
    if seen.kind == "ordinal" and "value" in seen.parts:
        figure = Figure(sentence.cut(seen.first, seen.last), seen.parts["value"])
    elif seen.kind == "duration" and "seconds" in seen.parts:
        figure = Figure(sentence.cut(seen.first, seen.last), seen.parts["seconds"])
    elif seen.kind == "year" and "year" in seen.parts:
        figure = Figure(sentence.cut(seen.first, seen.last), seen.parts["year"])
    quantity = Quantity(
        sentence.span_of(seen.first, seen.last),
        sentence.cut(seen.first, seen.last),
        seen.kind,
        figure,
        place=sentence.block.place,
        sentence=sentence.index,
        first=seen.first,
        last=seen.last,
        noun_last=seen.last,
        parts=seen.parts,
    )
    if quantity.kind == "duration":
        return [_in_seconds(quantity)]
    return [quantity]


def _in_seconds(quantity: Quantity) -> Quantity:
    from numcheck.lexicon.units import unit_named

    second = unit_named("second")
    return replace(quantity, unit=second, units=(second,))


def _vote(sentence: Sentence, seen: Seen) -> list[Quantity]:
    out = []
    places = [p for p in range(seen.first, seen.last) if sentence.words[p][0].isdigit()]
    for place, key in zip((places[0], places[-1]), ("home", "away"), strict=True):
        out.append(
            Quantity(
                sentence.span_of(place, place + 1),
                sentence.raw[place],
                "count",
                figure_of(sentence.raw[place]),
                place=sentence.block.place,
                sentence=sentence.index,
                first=place,
                last=place + 1,
                noun_last=place + 1,
                parts={"vote": key},
            )
        )
    return out
