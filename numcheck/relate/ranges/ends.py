"""Ranges as printed, with their lower and upper ends."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Figure, Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.ranges.turned import range_of
from numcheck.relate.setting import Setting
from numcheck.relate.wording import closes, gap, preceding

_TABLE = "cues/ranges"
_OLDEST = 122
_SUBJECT = 8  # words from "ages" to "ranged from"
_LINKS = frozenset({"-", "–", "—", "‑", "to", "and", "−"})


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every range: printed as one, or as two figures of one dimension between a link."""
    for sentence in passage.figured:
        before: Quantity | None = None
        for quantity in sentence.quantities:
            if quantity.kind == "year":
                yield from _years(sentence, before, quantity)
            elif quantity.upper is not None and quantity.figure is not None:
                if not _other_kind(sentence, quantity):
                    yield from _printed(sentence, quantity)
            elif before is not None and before.figure is not None:
                base = quantity.parts.get("base")
                if base is not None and base == before.unit:
                    before = replace(before, unit=quantity.unit, units=quantity.units)
                if _between(sentence, before, quantity):
                    yield range_of(sentence, before, quantity)
                elif _backward(sentence, before, quantity):
                    low = replace(
                        before, kind=quantity.kind, unit=quantity.unit, units=quantity.units
                    )
                    yield range_of(sentence, low, quantity)
            before = quantity


def _other_kind(sentence: Sentence, whole: Quantity) -> bool:
    """Say whether what looks like a range is another thing.

    "between 600 and 150 B.C." counts backward, "12,462 – 2,300 = 10,162" is a sum, and a
    "1.600-1.000-m gauge" has two rails.
    """
    words, at = sentence.words, whole.last
    if words[at : at + 1] in (["="], ["bc"], ["bce"]) or words[at : at + 3] == ["b", ".", "c"]:
        return True
    before = words[max(0, whole.first - 2) : whole.first]
    if before[1:] == ["between"] and before[0] in lexicon.words(_TABLE, "apart"):
        return True  # "the gap between 70 and 50"
    if before[1:] == ["between"] and _hours(whole) and words[at : at + 1] != ["times"]:
        return True  # "call between 9 and 5"
    if before == ["from", "between"]:
        return True  # "fell from between $9m and $8m" leads downward
    if whole.noun in lexicon.words(_TABLE, "clubs"):
        return True  # "a meeting of 5-2 and 4-3 teams": won and lost
    named = sentence.raw[at : at + 1]
    if before[-1:] == ["the"] and named and named[0][:1].isupper():
        return True  # "three games up on the 47-43 Jays"
    follows = words[at : at + 2]
    if follows[:1] == ["ago"] or follows == ["years", "ago"]:
        return True
    # "14-11 year-olds" and "16- to 11-year-olds" have one link
    figures = whole.text.partition("year")[0].replace("- to ", " to ").removesuffix("-")
    return figures.count("-") > 1 or "±" in whole.text


def _hours(whole: Quantity) -> bool:
    """Say whether both ends of a bare range may be hours of the day."""
    ends = (whole.figure, whole.upper)
    bare = whole.kind == "number" and whole.unit is None and whole.noun is None
    return bare and all(
        one is not None and one.value <= 12 and not one.worded and one.decimals != 1 for one in ends
    )


def _printed(sentence: Sentence, whole: Quantity) -> Iterator[Relation]:
    """Split a range into its ends."""
    assert whole.upper is not None
    link = next(
        (at for at in range(whole.first + 1, whole.last) if sentence.words[at] in _LINKS), None
    )
    if link is None or link + 1 >= whole.last:
        return
    low = replace(
        whole,
        span=sentence.span_of(whole.first, link),
        text=sentence.cut(whole.first, link),
        upper=None,
        last=link,
    )
    high = replace(
        whole,
        span=sentence.span_of(link + 1, whole.last),
        text=sentence.cut(link + 1, whole.last),
        figure=whole.upper,
        upper=None,
        first=link + 1,
        hedge=None,
    )
    yield range_of(sentence, low, high)


def _between(sentence: Sentence, low: Quantity, high: Quantity) -> bool:
    """Say whether two figures of one dimension stand as "between 900 m and 1.2 km"."""
    if low.unit is None or high.unit is None or low.unit.dimension != high.unit.dimension:
        return False
    if low.figure is None or high.figure is None or high.is_range or low.is_range:
        return False
    words = gap(sentence, low, high)
    if words == ["and"]:
        lead = preceding(sentence, low, 2)  # "fell from between $9m and $8m" leads downward
        return lead[-1:] == ["between"] and lead[:-1] != ["from"]
    ranging = lexicon.phrases(_TABLE, "ranging").ending(sentence.words, low.first) is not None
    if ranging and words == ["to"] and low.unit == high.unit:  # "fees range from £40 to £25"
        if low.unit.dimension == "temperature" or _changes(sentence):
            return False
        return lexicon.phrases(_TABLE, "courses").at(sentence.words, high.last) is None
    # "900 m to 1.2 km wide": a change ("from 12C to 5C") or an offer has no such form
    return (
        words == ["to"]
        and low.unit != high.unit
        and low.kind == "measure"
        and preceding(sentence, low) != ["from"]
    )


def _backward(sentence: Sentence, low: Quantity, high: Quantity) -> bool:
    """Say whether "40 to 25 mph" or "aged 11-5" runs down: the unit stands with one end only."""
    if high.first - low.last != 1:
        return False
    if low.figure is None or high.figure is None or high.is_range or low.is_range or high.hedge:
        return False
    if low.figure.value <= high.figure.value or low.figure.scale != high.figure.scale:
        return False
    if high.figure.worded and high.figure.grain < 1:
        return False  # "one to two tenths of an inch"
    words = sentence.words[low.last : high.first]
    if words[0] not in _LINKS or words == ["and"]:
        return False
    if words[0] in "-–" and sentence.words[high.last : high.last + 1] == ["age"]:
        return low.kind == high.kind == "number"  # "the 18-16 age group"
    if low.kind == "age":  # "aged 11-5"
        return high.kind == "number" and low.unit is not None and high.noun is None
    if low.unit or low.kind != "number" or words != ["to"]:
        return False
    if not (high.unit or high.noun):
        return _of_ages(sentence, low, high)
    after = sentence.words[closes(sentence, high) :][:2]
    falls = high.unit is not None and _fallen(after) and preceding(sentence, low) != ["from"]
    if falls and not _moves(sentence):
        return True  # "expected to drop 8 to 4 inches of snow"
    if lexicon.phrases(_TABLE, "range_before").ending(sentence.words, low.first) is None:
        return False
    if lexicon.phrases(_TABLE, "courses").at(sentence.words, closes(sentence, high)) is not None:
        return False
    return not _changes(sentence)


def _of_ages(sentence: Sentence, low: Quantity, high: Quantity) -> bool:
    """Say whether bare numbers run down that are ages: "ages in the group range from 45 to 18"."""
    hit = lexicon.phrases(_TABLE, "ranging").ending(sentence.words, low.first)
    if hit is None or low.value is None or low.value > _OLDEST or _changes(sentence):
        return False
    lead = sentence.words[max(0, hit[1] - _SUBJECT) : hit[1] + 1]
    follows = sentence.words[high.last : high.last + 1]
    ended = follows in ([], ["."], [","], [";"], [")"], ["and"], ["–"])
    return ended and not {"age", "ages", "aged"}.isdisjoint(lead) and ";" not in lead


def _fallen(after: list[str]) -> bool:
    """Say whether a depth is one of rain or snow: "of snow", "expected in the valleys"."""
    if after[:1] == ["of"]:
        return after[1:] != [] and after[1] in lexicon.words(_TABLE, "weather")
    return after != [] and after[0] in lexicon.words(_TABLE, "forecast")


def _moves(sentence: Sentence) -> bool:
    """Say whether a sentence speaks of a change, but for rain and snow that fall."""
    other = lexicon.words(_TABLE, "no_range") - lexicon.words(_TABLE, "falling")
    return not other.isdisjoint(sentence.vocabulary)


def _changes(sentence: Sentence) -> bool:
    """Say whether a sentence speaks of a change, a result or odds, where "to" makes no range."""
    other = lexicon.words(_TABLE, "no_range")
    return not other.isdisjoint(sentence.vocabulary)


def _years(sentence: Sentence, before: Quantity | None, quantity: Quantity) -> Iterator[Relation]:
    """Yield "between 1990 and 1985" and "1990-1985" where the years run down."""
    first, last = before, quantity
    if isinstance(quantity.parts.get("to"), int):
        if quantity.parts["to"] < 1000 or quantity.parts.get("decade"):
            return
        first, last = quantity, _as_year(quantity, quantity.parts["to"])
    elif before is None or before.kind != "year" or "to" in before.parts or "to" in last.parts:
        return
    else:
        link = sentence.words[before.last : quantity.first]
        lead = preceding(sentence, before)
        if (lead, link) not in ((["between"], ["and"]), (["from"], ["to"])):
            return
    assert first is not None
    start, end = first.parts.get("year"), last.parts.get("year")
    if not (isinstance(start, int) and isinstance(end, int) and 1000 <= end < start <= 2100):
        return
    if any(word in ("bc", "bce", "b", "backwards", "backward") for word in sentence.words):
        return
    yield range_of(sentence, _as_year(first, start), _as_year(last, end))


def _as_year(quantity: Quantity, year: int) -> Quantity:
    """Take a year as a plain number, which can be compared."""
    parts = {"year": year}
    return replace(
        quantity, kind="number", text=str(year), figure=Figure(str(year), year), parts=parts
    )
