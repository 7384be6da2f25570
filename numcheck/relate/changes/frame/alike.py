"""Whether two figures measure the same, one's unit lent where need be."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.model.quantity import Figure, Quantity
from numcheck.model.unit import Unit
from numcheck.record import replace
from numcheck.relate.wording import same_noun


def alike(old: Quantity, new: Quantity) -> tuple[Quantity, Quantity] | None:
    """Return two figures in units that compare, one's unit lent to the other; None if unlike."""
    if old.figure is None or new.figure is None or old.is_range or new.is_range:
        return None
    for one in (old, *old.other_readings):  # "(5.2m)", a length or a scale
        for other in (new, *new.other_readings):
            joined = _alike(replace(one, other_readings=()), replace(other, other_readings=()))
            if joined is not None:
                return joined
    return _alike(_in_millions(old, new), _in_millions(new, old))


def may_be_alike(one: Quantity, other: Quantity, strict: bool = True) -> bool:
    """Say whether two amounts may come out alike; their nouns count only where `strict`."""
    if one.is_range or other.is_range or one.other_readings or other.other_readings:
        return True
    if "base" in one.parts or "base" in other.parts:
        return True
    if one.unit is None and other.unit is None:
        return (one.kind == "ratio") == (other.kind == "ratio") and (
            not strict or same_noun(one, other)
        )
    if one.unit is None or other.unit is None:
        bare, full = (one, other) if one.unit is None else (other, one)
        millions = bare.figure is not None and bare.figure.scale == 1_000_000
        return bare.kind in ("ratio", "number") or (millions and full.text[-1:] == "m")
    return one.unit.dimension == other.unit.dimension


def _in_millions(quantity: Quantity, beside: Quantity) -> Quantity:
    """Take "10.3m" beside "12.3m people" for millions, not metres."""
    figure, other = quantity.figure, beside.figure
    if figure is None or other is None or quantity.unit is None or beside.unit is not None:
        return quantity
    if quantity.unit.name != "metre" or quantity.text[-1:] != "m" or other.scale != 1_000_000:
        return quantity
    millions = _scaled(figure, other.scale)
    return replace(quantity, figure=millions, unit=None, units=(), kind="number")


def _alike(old: Quantity, new: Quantity) -> tuple[Quantity, Quantity] | None:
    if old.unit is None and new.unit is None:
        if (old.kind == "ratio") != (new.kind == "ratio") or (old.kind == "age") != (
            new.kind == "age"
        ):
            return None
        return (old, new) if same_noun(old, new) else None
    if old.unit is None or new.unit is None:
        return _lent(old, new)
    if old.unit.dimension == new.unit.dimension:
        scales = old.unit.dimension == "temperature" and old.unit.name != new.unit.name
        return None if scales else (old, new)  # "a 2C (3.6F) rise from 14C"
    return _per_the_same(old, new)


def _lent(old: Quantity, new: Quantity) -> tuple[Quantity, Quantity] | None:
    """Lend a unit, and the scale where it must be: "151 yen from 148", "£4.5m from 4"."""
    bare, full = (old, new) if old.unit is None else (new, old)
    if bare.kind == "ratio" and full.kind == "percent":
        return old, new
    if bare.kind not in ("number",) or bare.noun or full.kind in ("age",):
        return None
    assert bare.figure is not None and full.figure is not None
    figure = _scaled(bare.figure, full.figure.scale)
    if not full.figure.value < 100 * figure.value < 10_000 * full.figure.value:
        return None  # "cuts since 2010 will save £10 billion from 201670"
    given = replace(bare, figure=figure, unit=full.unit, units=full.units, kind=full.kind)
    return (given, new) if bare is old else (old, given)


def _scaled(figure: Figure, scale: int) -> Figure:
    """Give a small bare figure the scale word of the other: "to £4.5m from 4"."""
    if scale <= 1 or figure.scale != 1 or figure.value >= 1000:
        return figure
    return replace(
        figure,
        value=figure.value * scale,
        grain=figure.grain * scale,
        coarse=figure.coarse * scale,
    )


def _per_the_same(old: Quantity, new: Quantity) -> tuple[Quantity, Quantity] | None:
    """Let "£3 a litre" and "£4.50" be prices of one thing."""
    one: Unit | None = old.parts.get("base")
    other: Unit | None = new.parts.get("base")
    if (one is None) == (other is None):
        return None
    base, plain = (one, new) if one is not None else (other, old)
    if base is None or plain.unit is None or base.dimension != plain.unit.dimension:
        return None
    rated = old if one is not None else new
    as_base = replace(rated, unit=base, units=(base,))
    return (as_base, new) if rated is old else (old, as_base)


def as_ages(*figures: Quantity) -> Iterator[Quantity]:
    """Yield figures, a bare one beside an age as an age."""
    ages = any(one.kind == "age" for one in figures)
    for one in figures:
        bare = ages and one.kind == "number" and one.unit is None
        yield replace(one, kind="age") if bare else one
