"""How a whole is tied to its parts, and how exactly."""

from __future__ import annotations

from numcheck.lexicon import words as lexicon
from numcheck.model.interval import Interval, Rational
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Figure, Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.wording import closes, cue, is_quoted

_TABLE = "cues/sums"
_OVERLAPPING = ("overlap", "comers", "rounded")
_MOST = 40  # figures of a sentence; one with more is a table that lost its lines
_FEW = 100  # a total is no rounding of what is a hundredth away: "300: 160 and 150"
_WHOLES = frozenset({"count", "number", "measure", "money"})
_PLAIN = frozenset({"count", "number", "money"})
_LONG = frozenset({"month", "year"})
_SPANS = frozenset({"day", "night", "week", "fortnight", "month", "year"})


def wholes(sentence: Sentence, *, spans: bool = False) -> list[Quantity]:
    """Return the figures that can be a whole or a part; spans of time only where asked for."""
    kept: tuple[list[Quantity], list[Quantity]] | None = sentence.kept.get("wholes")
    if kept is None:
        kept = sentence.kept["wholes"] = _wholes(sentence)
    return kept[spans]


def _wholes(sentence: Sentence) -> tuple[list[Quantity], list[Quantity]]:
    """Return the wholes and parts without spans of time, and with them."""
    found = [
        q
        for q in sentence.amounts
        if (q.kind in _WHOLES or q.kind == "duration")
        and q.upper is None
        and q.noun != "way"  # "divided three ways"
        and not _multiplies(sentence, q)
    ]
    plain = [q for q in found if q.kind != "duration"]
    return plain if len(plain) <= _MOST else [], found if len(found) <= _MOST else []


def _multiplies(sentence: Sentence, quantity: Quantity) -> bool:
    """Say whether times are no occasions: "three times easier than", "four times as many"."""
    times = sentence.words[quantity.last : quantity.last + 2]
    if len(times) < 2 or times[0] != "times":
        return False
    return times[1] in ("more", "less", "as", "the") or times[1].endswith("er")


def overlaps(sentence: Sentence) -> bool:
    """Say whether a sentence says that its groups overlap, or that its figures are rounded."""
    kept: bool | None = sentence.kept.get("overlaps")
    if kept is None:
        kept = sentence.kept["overlaps"] = _overlaps(sentence)
    return kept


def _overlaps(sentence: Sentence) -> bool:
    words, claims = sentence.words, lexicon.words(_TABLE, "claims")
    degrees = lexicon.words(_TABLE, "degrees")
    overlap, comers, rounded = (lexicon.phrases(_TABLE, key) for key in _OVERLAPPING)
    for hit in overlap.all(words) if overlap.may_stand(sentence) else ():
        if words[hit.first] == "too" and not degrees.isdisjoint(words[hit.last : hit.last + 1]):
            continue  # "48% said taxes were too high"
        # "officials also said" says nothing of the groups
        if words[hit.first] != "also" or claims.isdisjoint(words[hit.last : hit.last + 1]):
            return True
    if comers.may_stand(sentence) and any(
        closes(sentence, q) == hit.first and q is not sentence.quantities[0]
        for hit in comers.all(words)
        for q in sentence.quantities
    ):
        return True  # "12 got off and nine got on, leaving 37"
    return rounded.may_stand(sentence) and rounded.find(words) is not None


def tie(
    kind: str,
    sentence: Sentence,
    whole: Quantity,
    parts: tuple[Quantity, ...],
    first: int,
    last: int,
) -> Relation:
    """Return the tie of a whole with its parts, the words between two places its cue."""
    whole, *others = _counted(whole, [in_unit(whole, part) for part in parts])
    parts = tuple(others)
    return Relation(
        kind,
        {"whole": whole, "parts": parts},
        cue(sentence, first, last),
        strict=is_exact(whole, parts),
        quoted=is_quoted(sentence, whole, *parts),
    )


def in_unit(whole: Quantity, part: Quantity) -> Quantity:
    """Give a bare part the unit of its whole: "nine weeks: four in Hull and five in Bath"."""
    if whole.unit is None or part.unit is not None or part.kind != "number":
        return part
    return replace(part, kind=whole.kind, unit=whole.unit, units=whole.units)


def _counted(whole: Quantity, parts: list[Quantity]) -> list[Quantity]:
    """Take days, weeks and years that a list adds up as counted, not measured."""
    all_of_it = [whole, *parts]
    units = {quantity.unit.name if quantity.unit else "" for quantity in all_of_it}
    if whole.kind != "duration" or not units <= _SPANS:
        return all_of_it
    if len(units) > 1:
        return list(map(exactly, all_of_it)) if units <= _LONG else all_of_it
    if any(q.figure is None or q.figure.grain != 1 for q in all_of_it):
        return all_of_it
    return [replace(quantity, kind="number") for quantity in all_of_it]


def exactly(one: Quantity) -> Quantity:
    """Return years and months as counted: four years and 18 months are five and a half."""
    if one.kind != "duration" or one.figure is None or one.figure.decimals:
        return one
    return replace(one, figure=replace(one.figure, bounds=Interval.point(one.figure.value)))


def is_exact(whole: Quantity, parts: tuple[Quantity, ...]) -> bool:
    """Say whether trailing zeros are no roundings: where a part is as fine as the whole.

    A whole may be rounded all the same, if its parts come near it: "1,200 people: 780 and 430".
    """
    figures = [quantity.figure for quantity in (whole, *parts)]
    if any(q.kind not in _PLAIN for q in (whole, *parts)):
        return False
    if _decimal(figures):
        return True  # "$4.5 million" is no rounded 4.9 where its parts have decimals too
    scales = {figure.scale for figure in figures if figure}
    if any(figure is None or figure.grain != figure.scale for figure in figures) or len(scales) > 1:
        return False
    if len(parts) == 1:
        return scales == {1}
    places = [_place(figure) for figure in figures if figure]
    if min(places[1:]) > places[0]:
        return False
    total = int(whole.value or 0)
    away = abs(sum(int(part.figure.value) for part in parts if part.figure) - total)
    if scales != {1}:  # "£640m: £250m, £200m and £170m"
        return away >= 2 * places[0]
    return not away or 2 * away > places[0] or _FEW * away > total


def _decimal(figures: list[Figure | None]) -> bool:
    """Say whether a whole is printed with a decimal, and every part of a list as finely."""
    whole, *parts = figures
    if whole is None or not whole.decimals or len(parts) < 2:
        return False
    return all(part is not None and part.decimals and part.grain <= whole.grain for part in parts)


def _place(figure: Figure) -> int:
    """Return the place of the last digit that is no zero: 10,000 of 250,000."""
    value, place = abs(int(figure.value)), 1
    while value and value % (place * 10) == 0:
        place *= 10
    return place


def meets(whole: Quantity, parts: tuple[Quantity, ...]) -> bool:
    """Say whether parts can come to a whole, as they are printed."""
    total = Interval.point(0)
    for part in (in_unit(whole, part) for part in parts):
        total = total + part.reading().scale(_factor(part))
    return total.meets(whole.reading().scale(_factor(whole)))


def _factor(quantity: Quantity) -> Rational:
    return quantity.unit.factor if quantity.unit else 1
