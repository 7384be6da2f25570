"""Two figures side by side, and whether they can be one amount."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from numcheck.lexicon import words as lexicon
from numcheck.lexicon.units import over, unit_named
from numcheck.model.interval import quotient
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Hedge, Quantity
from numcheck.model.relation import Relation
from numcheck.model.span import Span
from numcheck.model.unit import Unit
from numcheck.record import replace
from numcheck.relate.asides.degrees import (
    by_the_dial,
    is_difference,
    is_reading,
    may_be_difference,
    on_dial,
)
from numcheck.relate.wording import closes, is_quoted

_TABLE = "cues/asides"
_SIZE = 3
_POWERS = {10**power for power in range(1, 13)}
# Units of time that are counted in one another; hours and days are looked at by themselves,
# since "16 hours (two days) of training" counts working days.
_CLOCKS = (
    frozenset({"second", "minute", "hour"}),
    frozenset({"month", "year"}),
    frozenset({"decade", "year"}),
    frozenset({"day", "month"}),
    frozenset({"week", "month"}),
)
_WORKED = {frozenset({"hour", "day"}): (5, 12), frozenset({"day", "week"}): (4, 6)}
_COUNTED = frozenset({"number", "count", "measure"})
# What is told "a day" once: a flow of oil or water, not a distance, which is also one of its own.
_FLOWING = frozenset({"volume", "mass"})
_PERIODS = frozenset({"second", "minute", "hour", "day", "week", "year"})
_NEVER = frozenset({"age", "percent", "points", "ratio"})


def pair(
    sentence: Sentence,
    given: Quantity,
    other: Quantity,
    cue: Span,
    home: Sentence | None = None,
) -> Iterator[Relation]:
    """Yield the tie of two figures that can be one amount.

    `home` is the sentence of the given figure, where it is not that of the other.
    """
    if given.is_range != other.is_range or given.figure is None or other.figure is None:
        return
    if given.kind in _NEVER or other.kind in _NEVER:
        return
    given, other = as_fluid(sentence, given, other), as_fluid(sentence, other, given)
    if given.unit is None or other.unit is None:
        if given.unit is other.unit and one_number(given, other):
            yield _relation(sentence, "aside", given, other, cue)
        return
    other = per_the_same(given, other)
    dimensions = {unit.dimension for unit in given.units}
    if not any(unit.dimension in dimensions for unit in other.units):
        return
    given, other = _told_apart(given, other), _told_apart(other, given)
    if given.unit is None or other.unit is None:
        return
    if _same_system(given.unit, other.unit) and not _within_system(sentence, given, other):
        return
    if given.unit.dimension == "temperature":
        if by_the_dial(home or sentence, given, other):
            return
        yield _temperatures(sentence, given, other, cue, home or sentence)
    else:
        yield _relation(sentence, "aside", given, other, cue)


def _temperatures(
    sentence: Sentence, given: Quantity, other: Quantity, cue: Span, home: Sentence
) -> Relation:
    gap = is_difference(sentence, given, other, home)
    if on_dial(home):
        given = replace(given, hedge=Hedge("about", "", given.span))
    certain = not gap and is_reading(home, given) and not may_be_difference(sentence, other)
    tie = _relation(sentence, "temperature_gap" if gap else "temperature", given, other, cue)
    return replace(tie, strict=certain, difference=gap)


def _relation(
    sentence: Sentence, kind: str, given: Quantity, other: Quantity, cue: Span
) -> Relation:
    return Relation(
        kind,
        {"given": given, "other": other},
        sentence.span_of(cue.start, min(cue.end + 1, len(sentence))),
        quoted=is_quoted(sentence, given, other),
    )


def as_race(bare: Quantity, other: Quantity) -> Quantity:
    """Take the thousands before a length in brackets as kilometres: "a 10k (6.2-mile) run"."""
    figure = bare.figure
    if bare.unit is not None or bare.is_range or figure is None or figure.scale_text != "k":
        return bare
    if other.unit is None or other.unit.dimension != "length":
        return bare
    unit, many = unit_named("kilometre"), quotient(figure.value, 1000)
    grain, coarse = quotient(figure.grain, 1000), quotient(figure.coarse, 1000)
    figure = replace(figure, value=many, grain=grain, coarse=coarse, scale=1, scale_text="")
    return replace(bare, kind="measure", figure=figure, unit=unit, units=(unit,))


def as_sum(bare: Quantity, other: Quantity) -> Quantity:
    """Take a number of millions for money, as beside it: "€1.3 billion, or 1,300 million"."""
    if bare.unit is not None or bare.noun is not None or other.kind not in ("money", "measure"):
        return bare
    if (
        bare.figure is None
        or other.figure is None
        or min(bare.figure.scale, other.figure.scale) < 2
    ):
        return bare
    return replace(bare, kind=other.kind, unit=other.unit, units=other.units)


def as_fluid(sentence: Sentence, ounces: Quantity, other: Quantity) -> Quantity:
    """Take ounces beside a volume as fluid ones, if they fill something: "a 12-ounce can (355ml)".

    A cup of flour weighs four ounces and fills 240ml: without a vessel or a drink they weigh.
    """
    if ounces.unit is None or other.unit is None or ounces.unit.name != "ounce":
        return ounces
    near = sentence.words[max(0, ounces.first - 5) : ounces.last + 5]
    wet, dry = lexicon.words(_TABLE, "drinks"), lexicon.words(_TABLE, "dry")
    if other.unit.dimension != "volume" or wet.isdisjoint(near) or not dry.isdisjoint(near):
        return ounces
    units = unit_named("US fluid ounce"), unit_named("imperial fluid ounce")
    return replace(ounces, unit=units[0], units=units)


def per_the_same(given: Quantity, other: Quantity) -> Quantity:
    """Give the second figure the "a day" of the first: "9,000 barrels a day (1.4m litres)"."""
    if given.unit is None or other.unit is None or other.unit.dimension not in _FLOWING:
        return other
    above, per, below = given.unit.name.partition(" per ")
    if not per or below not in _PERIODS or unit_named(above).dimension != other.unit.dimension:
        return other
    units = over(other.units, (unit_named(below),))
    return replace(other, unit=units[0], units=units)


def kindred(left: Quantity, right: Quantity) -> bool:
    """Say whether two figures measure the same, or are both mere numbers."""
    if left.unit is None or right.unit is None:
        return left.unit is right.unit and {left.kind, right.kind} <= _COUNTED
    right = per_the_same(left, right)
    dimensions = {unit.dimension for unit in left.units}
    return any(unit.dimension in dimensions for unit in right.units)


def one_number(given: Quantity, other: Quantity) -> bool:
    """Say whether figures of one unit, or none, are one number: "1.5 million (1,500,000)"."""
    if given.unit != other.unit:
        return False
    if given.figure is None or other.figure is None or not {given.kind, other.kind} <= _COUNTED:
        return False
    scaled = max(given.figure.scale, other.figure.scale) > 1
    kin = other.noun is None or other.noun == given.noun
    return scaled and kin and powers_apart(given, other)


def _told_apart(one: Quantity, other: Quantity) -> Quantity:
    """Leave out a reading that makes both figures one unit: tons beside tonnes are no tonnes."""
    if len(one.units) < 2:
        return one
    units = tuple(unit for unit in one.units if unit not in other.units)
    if not units or len(units) == len(one.units):
        return one
    return replace(one, unit=units[0], units=units)


# --------------------------------------------------------------------------------- one system


def _same_system(given: Unit, other: Unit) -> bool:
    if given.dimension == "temperature":
        return given == other
    return given.system == other.system


def _within_system(sentence: Sentence, given: Quantity, other: Quantity) -> bool:
    """Say whether two figures of one system are one thing said twice.

    Units that are a power of ten apart need figures that are, too, or of one size in a bracket to
    themselves: "40 tonnes (88,000 kg)". Others need that bracket as well: "the shelf is 6 feet (10
    inches deep)" gives two lengths.
    """
    assert given.unit is not None and other.unit is not None
    ratio = quotient(given.unit.factor, other.unit.factor)
    if ratio == 1 or any(ratio in (power, Fraction(1, power)) for power in _POWERS):
        sized = ratio != 1 and given.kind == "measure" and _sized_alike(given, other)
        return powers_apart(given, other) or (sized and _bracketed(sentence, other))
    if given.kind == "duration" and not one_clock(given, other):
        return False
    follows = sentence.words[closes(sentence, other) : closes(sentence, other) + 1]
    return not follows or not follows[0].isalpha() or given.unit.dimension == "speed"


def one_clock(given: Quantity, other: Quantity) -> bool:
    """Say whether two lengths of time are counted in one another: minutes and hours."""
    if given.unit is None or other.unit is None or given.figure is None or other.figure is None:
        return False
    names = frozenset({given.unit.name, other.unit.name})
    if len(names) < 2:
        return False
    if names in _WORKED:
        low, high = _WORKED[names]
        fewer, more = sorted((given.figure.value, other.figure.value))
        return fewer > 0 and not low <= quotient(more, fewer) <= high
    return any(names <= clock for clock in _CLOCKS)


def powers_apart(given: Quantity, other: Quantity) -> bool:
    """Say whether two figures of one system are one amount, give or take powers of ten.

    "0.6 mg (0.7 kg)" is a dose and a weight; "£3.4bn (£340 million)" is a slip.
    """
    assert given.figure is not None and other.figure is not None
    if not given.figure.value or not other.figure.value:
        return False
    a, b = _in_base(given), _in_base(other)
    ratio = quotient(a, b) if a > b else quotient(b, a)
    return any(
        quotient(power * 19, 20) <= ratio <= quotient(power * 21, 20) for power in (1, *_POWERS)
    )


def _sized_alike(given: Quantity, other: Quantity) -> bool:
    """Say whether two figures are of one size, as the same amount misprinted is."""
    one, two = sorted((_in_base(given), _in_base(other)))
    return one > 0 and two <= _SIZE * one


def _bracketed(sentence: Sentence, other: Quantity) -> bool:
    """Say whether a figure has a bracket to itself."""
    words, last = sentence.words, closes(sentence, other)
    return words[other.first - 1 : other.first] == ["("] and words[last : last + 1] == [")"]


def _in_base(quantity: Quantity) -> Fraction | int:
    assert quantity.figure is not None
    unit = quantity.unit
    return unit.to_base(quantity.figure.value) if unit else quantity.figure.value
