"""Two years or months, and the length of time between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from numcheck.lexicon import words as lexicon
from numcheck.model.interval import Interval
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.setting import Setting
from numcheck.relate.spans.clauses import unbroken
from numcheck.relate.spans.moments import (
    Moment,
    before_length,
    lengths,
    moments,
    months_between,
    tie,
    within,
    words_beside,
    years_between,
)
from numcheck.relate.wording import derived, is_quoted

_TABLE = "cues/spans"
_LINKS = frozenset({"to", "until", "till", "through", "-", "–", "—", "and", "thru"})
_CLAUSE = 7  # words of "from the first of his films, in"
_PLAYED = frozenset({"season", "campaign", "year"})
_PARTED = frozenset("rest remaining remainder others other spells spell again including".split())
_SEASONS = frozenset({"seasons", "campaigns", "years"})
_LONG = frozenset({"year", "decade", "century"})

Dated = tuple[Quantity, Moment]


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every span of years with the length that stands beside it."""
    for sentence in passage.with_kind("day"):
        if not _SEASONS.isdisjoint(sentence.vocabulary):
            yield from _seasons(sentence)
        told = [one for one in lengths(sentence) if _long(one)]
        if not told or not lexicon.words(_TABLE, "broken").isdisjoint(unbroken(sentence.words)):
            continue
        pairs = list(_pairs(sentence))
        if len(pairs) > 1 and not lexicon.words(_TABLE, "summed").isdisjoint(sentence.vocabulary):
            continue  # "from 1983 to 1997 and again from 2001 to 2005, 18 years in all"
        for start, end in pairs:
            beside = [one for one in told if _beside(sentence, start[0], end[0], one)]
            if len(pairs) > 1 and beside and _adds_up(pairs, beside[0]):
                continue
            if len(beside) == 1:
                yield _span(sentence, start, end, beside[0])


# ----------------------------------------------------------------------------------- seasons


def _seasons(sentence: Sentence) -> Iterator[Relation]:
    """Yield "eight straight seasons, from 2003-04 to 2008-09", where each season counts."""
    seasons = [one for one in sentence.quantities if _is_season(one)]
    told = [one for one in sentence.quantities if one.noun in _PLAYED or _in_years(one)]
    if len(seasons) != 2 or len(told) != 1 or not _PARTED.isdisjoint(sentence.vocabulary):
        return
    (start, end), length = seasons, told[0]
    first, last = (int(one.parts["year"]) for one in seasons)
    number, most = length.value, last - first + 1
    plain = length.hedge is None and isinstance(number, int) and not length.is_range
    if not plain or most < 2 or not _linked(sentence, start, end):
        return
    left, right = sorted((length, start), key=lambda one: one.first)
    near = sentence.words[max(left.last, left.noun_last) : right.first]
    if len(near) > _CLAUSE + 2 or not lexicon.words(_TABLE, "turns_season").isdisjoint(near):
        return
    around = sentence.words[max(0, length.first - 2) : length.noun_last + 3]
    whole = not lexicon.words(_TABLE, "one_by_one").isdisjoint([*around, *length.modifiers])
    counted = told[0].kind == "count"
    if number in (most - 1, most) or not (whole or (counted and int(number or 0) > most)):
        return
    span = derived(Interval(most - 1, most), length, f"{most} seasons")
    yield Relation(
        "years",
        {"start": start, "end": end, "length": length, "span": span},
        length.span,
        strict=True,
        derived=frozenset({"span"}),
        quoted=is_quoted(sentence, length),
    )


def _in_years(one: Quantity) -> bool:
    return one.kind == "duration" and one.unit is not None and one.unit.name == "year"


def _is_season(one: Quantity) -> bool:
    """Say whether a figure is a season: "2011-12", "2017/18"."""
    first, last = one.parts.get("year"), one.parts.get("to")
    if one.kind != "year" or not isinstance(first, int) or not isinstance(last, int):
        return False
    return first > 999 and (last - first - 1) % 100 == 0 and not one.parts.get("decade")


# -------------------------------------------------------------------------------------- years


def _adds_up(pairs: Sequence[tuple[Dated, Dated]], length: Quantity) -> bool:
    """Say whether a length is that of all spans: "from 1991 to 1997 and from 1999 to 2017"."""
    years = sum(end[1].year - start[1].year for start, end in pairs)
    value = length.figure.value if length.figure is not None else 0
    return -len(pairs) <= value - years <= len(pairs)


def _long(length: Quantity) -> bool:
    return length.unit is not None and length.unit.name in (*_LONG, "month")


def _pairs(sentence: Sentence) -> Iterator[tuple[Dated, Dated]]:
    """Yield every two years that a sentence links: "from 2011 to 2016", "2011-2016"."""
    for quantity in sentence.quantities:
        if quantity.kind == "year" and (two := _in_one(quantity)):
            yield two
    dated = moments(sentence)
    for start, end in pairwise(dated):
        if start[1].year > 999 and (
            _linked(sentence, start[0], end[0]) or _from_to(sentence, start[0], end[0])
        ):
            yield start, end


def _in_one(quantity: Quantity) -> tuple[Dated, Dated] | None:
    """Read both years of "1914-18"; a season or a tax year ("2015/16") is no span."""
    first, last = quantity.parts.get("year"), quantity.parts.get("to")
    if not isinstance(first, int) or not isinstance(last, int) or quantity.parts.get("decade"):
        return None
    if last < 100:
        last += first - first % 100
    if first < 1000 or last - first < 2 or "/" in quantity.text:
        return None
    start, end = (replace(quantity, text=str(year)) for year in (first, last))
    return (start, Moment(first)), (end, Moment(last))


def _linked(sentence: Sentence, start: Quantity, end: Quantity) -> bool:
    gap = [
        word
        for word in sentence.words[start.last : end.first]
        if word not in (",", "the", "early", "late", "spring", "summer", "autumn", "winter")
    ]
    if gap == ["and"]:
        return sentence.words[start.first - 1 : start.first] == ["between"]
    if gap[:1] in (["until"], ["till"]) and len(gap) <= 6 and gap[-1] == "in":  # "until he died in"
        halts = lexicon.words("cues/agos", "halts")
        return sentence.words[start.first - 1] == "from" and halts.isdisjoint(gap[1:])
    return len(gap) == 1 and gap[0] in _LINKS


def _from_to(sentence: Sentence, start: Quantity, end: Quantity) -> bool:
    """Say whether "from his first film, in 1957, to his last, in 1998" is one stretch."""
    words = sentence.words
    lead = words[max(0, start.first - _CLAUSE) : start.first]
    gap = [word for word in words[start.last : end.first] if word != ","]
    if not gap or len(gap) > _CLAUSE or gap[-1] != "in":
        return False
    opening = {"to": "from", "until": "from", "till": "from", "and": "between"}.get(gap[0], "")
    if not opening or opening not in lead:
        return False
    halts = lexicon.words("cues/agos", "halts")
    return halts.isdisjoint(gap[1:]) and halts.isdisjoint(lead[lead.index(opening) + 1 :])


def _beside(sentence: Sentence, start: Quantity, end: Quantity, length: Quantity) -> bool:
    """Say whether a length stands next to a span: "from 2011 to 2016 – a seven-year stretch"."""
    gap = words_beside(sentence, start, end, length)
    if gap is None or len(gap) > 8:
        return False
    if length.last <= start.first:
        return not _turns(gap)
    first = before_length(sentence, length)
    if gap == [","] and start.first <= 1 and sentence.words[length.last :][:1] == ["of"]:
        return False  # "From 1999 to 2009, three years of drought cost …"
    return bool(gap) or sentence.words[first : first + 1] in (["a"], ["an"], ["some"])


def _span(sentence: Sentence, start: Dated, end: Dated, length: Quantity) -> Relation:
    months = months_between(start[1], end[1])
    if length.unit is not None and length.unit.name == "month":
        return tie(sentence, start[0], end[0], length, months, "month")
    years = years_between(start[1], end[1])
    if _in_a_row(sentence, length):  # each year counts: 1996 to 2000 are five
        gap = end[1].year - start[1].year
        return tie(sentence, start[0], end[0], length, Interval(gap, gap + 1), "year", gap + 1)
    if within(sentence, length, start[0]):
        years = Interval(0, years.high)
    return tie(sentence, start[0], end[0], length, years, "year", end[1].year - start[1].year)


def _in_a_row(sentence: Sentence, length: Quantity) -> bool:
    """Say whether years are counted one by one: "three years running", "five straight years"."""
    return lexicon.phrases(_TABLE, "in_a_row").at(sentence.words, length.last) is not None


def _turns(gap: Sequence[str]) -> bool:
    """Say whether words before a span turn to another clause: "…, he won four cups between"."""
    return "and" in gap or ("," in gap and len(gap) - gap.index(",") > 3)
