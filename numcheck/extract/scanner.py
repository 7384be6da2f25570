"""One pass over a sentence: every figure, left to right."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from numcheck.extract import calendar, clock, names, results
from numcheck.extract.amounts import article_at, draft_at, opens_amount, ranged, shared
from numcheck.extract.around.finish import finish
from numcheck.extract.nearby import gauged
from numcheck.extract.numbers.digits import figure_of, opens_decimal
from numcheck.extract.numbers.tables import tables
from numcheck.extract.seen import Seen
from numcheck.lexicon import words as lexicon
from numcheck.lexicon.units import currency_before, unit_named
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Figure, Quantity
from numcheck.record import replace


def scan(sentence: Sentence, locale: str | None = None) -> list[Quantity]:
    """Read every quantity of a sentence, in order."""
    out: list[Quantity] = []
    free = 0
    for at in anchors(sentence):
        if at < free:
            continue
        read, free = read_at(sentence, at, free, locale)
        out.extend(read)
    return out


def anchors(sentence: Sentence) -> Iterator[int]:
    """Yield the token places at which a figure may begin."""
    begin, words = beginnings(), sentence.words
    for place, word in enumerate(words):
        if word in begin:
            if word == "a" or word == "an":
                if opens_amount(sentence, place):
                    yield place
            elif word != "." or _leading_point(sentence, place):
                yield place
        elif not word.isalpha() and word[0].isdigit():
            yield place


@cache
def beginnings() -> frozenset[str]:
    """Return the words that may begin a figure or one of its kin, read once."""
    ordinals = lexicon.words("ordinals", "words")
    return tables().starters | ordinals | {"noon", "midnight", ".", "point"}


def _leading_point(sentence: Sentence, at: int) -> bool:
    digits = at + 1 < len(sentence.words) and sentence.words[at + 1][0].isdigit()
    return digits and opens_decimal(sentence, at)


def recognised(sentence: Sentence, at: int, locale: str | None) -> Seen | None:
    """Return the name, date, time, score or ordinal at a token: what is no amount."""
    return (
        names.identifier_at(sentence, at)
        or calendar.date_at(sentence, at, locale)
        or clock.time_at(sentence, at)
        or results.result_at(sentence, at)
        or names.ordinal_at(sentence, at)
    )


def read_at(
    sentence: Sentence, at: int, floor: int, locale: str | None
) -> tuple[list[Quantity], int]:
    """Read what begins at an anchor, and say at which token to go on."""
    word = sentence.words[at]
    if word in (".", "a", "an", "point"):
        return _amount(sentence, at, floor)
    seen = recognised(sentence, at, locale)
    if seen is not None and seen.first < floor and seen.kind == "identifier":
        seen = seen._replace(first=at)  # the rest of a web address that another name is part of
    if seen is not None and seen.first >= floor and seen.last > at:
        return _known(sentence, seen), seen.last
    if (word == "one" and names.is_pronoun(sentence, at)) or (
        word == "quarter" and names.is_period_quarter(sentence, at)
    ):
        return [], at + 1
    if at > floor and part_of_name(sentence, at):
        return [], _past_word(sentence, at)
    if word[0].isdigit() and _is_decade(sentence, at):
        return [], at + 2  # "in his 30s"
    read, last = _amount(sentence, at, floor)
    if read and names.is_named(sentence, read[0]):
        return [], last
    return read, last


def _is_decade(sentence: Sentence, at: int) -> bool:
    after = sentence.words[at + 1 : at + 3]
    return sentence.joined(at + 1) and (after[0] in ("s", "'s") or after == ["'", "s"])


def part_of_name(sentence: Sentence, at: int) -> bool:
    """Say whether letters joined before a number make it a name ("A320", "CO2"), not money."""
    if not sentence.joined(at) or not sentence.raw[at - 1][-1].isalpha():
        return False
    if gauged(sentence, at) or names.is_run_together(sentence, at):
        return False
    money = currency_before(sentence.words, sentence.raw, at - 1)
    return money is None or money.last != at or sentence.joined(at - 1)


def _past_word(sentence: Sentence, at: int) -> int:
    """Step over a run of joined letters and digits."""
    at += 1
    while at < len(sentence.words) and sentence.joined(at) and sentence.words[at][0].isalnum():
        at += 1
    return at


def _amount(sentence: Sentence, at: int, floor: int) -> tuple[list[Quantity], int]:
    article = sentence.words[at] in ("a", "an")
    draft = article_at(sentence, at) if article else None
    if draft is None or draft.first < floor:
        draft = draft_at(sentence, at, floor)
    if draft is None:
        return [], max(floor, at + (not article))
    if whole := ranged(sentence, draft, floor):
        quantity = finish(sentence, whole)
        return [quantity], quantity.last
    quantity = finish(sentence, draft, shared(sentence, draft))
    return [quantity], quantity.last


def _known(sentence: Sentence, seen: Seen) -> list[Quantity]:
    """Turn what a recogniser saw into quantities; a vote is two counts."""
    if seen.parts.get("vote"):
        return _vote(sentence, seen)
    figure = None
    value = {"ordinal": "value", "duration": "seconds", "year": "year"}.get(seen.kind, "")
    if value in seen.parts:
        figure = Figure(sentence.cut(seen.first, seen.last), seen.parts[value])
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
        second = unit_named("second")
        return [replace(quantity, unit=second, units=(second,))]
    return [quantity]


def _vote(sentence: Sentence, seen: Seen) -> list[Quantity]:
    out = []
    places = [p for p in range(seen.first, seen.last) if sentence.words[p][0].isdigit()]
    for place, key in zip((places[0], places[-1]), ("home", "away"), strict=True):
        named = sentence.words[place + 1 : place + 2] == ["votes"]  # "by 312 votes to 287"
        out.append(
            Quantity(
                sentence.span_of(place, place + 1),
                sentence.raw[place],
                "count",
                figure_of(sentence.raw[place]),
                counts="votes" if named else None,
                noun="vote" if named else None,
                place=sentence.block.place,
                sentence=sentence.index,
                first=place,
                last=place + 1,
                noun_last=place + 1 + named,
                parts={"vote": key},
            )
        )
    return out
