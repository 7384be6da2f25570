"""The one run-time door to pint: a project's own units."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from numcheck.lexicon.load import lexicon
from numcheck.lexicon.spellings import forms, normal, plural
from numcheck.lexicon.units import unit_named
from numcheck.model.interval import Rational
from numcheck.model.unit import Unit

if TYPE_CHECKING:
    import pint

_WORD = re.compile(r"[^\W\d]\w*")
_COLON = "__"  # "money:USD" is no name that pint can read
_HOW = 'write it as "football_pitch = 7140 * meter ** 2 = pitch", in pint\'s syntax'


def define(definitions: Sequence[str]) -> tuple[Unit, ...]:
    """Return the units that a project defines in pint's syntax; ValueError says what is wrong."""
    return tuple(dict.fromkeys(spell(definitions).values()))


def spell(definitions: Sequence[str]) -> dict[str, Unit]:
    """Return a project's own units by every spelling: name, plural, symbol, other names."""
    registry, spelt = _registry(), dict[str, Unit]()
    for definition in definitions:
        parts = [part.strip() for part in definition.split(";")[0].split("=")]
        if len(parts) < 2 or not parts[0].isidentifier() or not parts[1]:
            raise ValueError(f"{definition!r} defines no unit: {_HOW}")
        names = [part for part in (parts[0], *parts[2:]) if part != "_"]
        for name in names:
            _refuse_known(definition, name, spelt)
        unit = _unit(registry, definition, parts)
        for spelling in forms(name.replace("_", " ") for name in names):
            spelt[normal(spelling).lower()] = unit
    return spelt


def _refuse_known(definition: str, name: str, spelt: Mapping[str, Unit]) -> None:
    spelling = name.replace("_", " ")
    known = spelt.get(normal(spelling).lower())
    if known is None:
        try:
            known = unit_named(spelling)
        except ValueError:
            return
    raise ValueError(
        f"{definition!r}: {spelling!r} already is a unit, of {known.dimension}: "
        f"choose another name, such as {'my_' + name!r}"
    )


def _unit(registry: pint.UnitRegistry[Any], definition: str, parts: Sequence[str]) -> Unit:
    """Have pint read a definition, and return the unit in our own terms."""
    _teach(registry, parts[1])
    try:
        registry.define(definition)
        unit = registry.Unit(parts[0])
        one = registry.Quantity(Fraction(1), unit).to_base_units()
        zero = registry.Quantity(Fraction(0), unit).to_base_units()
    except Exception as error:  # pint raises its own errors and those of the parsers below it
        raise ValueError(f"{definition!r}: {_reason(error)}: {_HOW}") from error
    if isinstance(one.magnitude, float) or isinstance(zero.magnitude, float):
        raise ValueError(f"{definition!r} has no exact factor: units here are plain multiples")
    dimension, size = _dimension(registry, one.units)
    factor = _exact(Fraction(one.magnitude - zero.magnitude) / size)
    offset = _exact(Fraction(zero.magnitude) / size)
    if factor <= 0:
        raise ValueError(f"{definition!r}: a unit must be more than nothing")
    name = parts[0].replace("_", " ")
    symbol = parts[2] if len(parts) > 2 and parts[2] != "_" else ""
    return Unit(name, dimension, factor, symbol, plural(name), offset)


def _reason(error: Exception) -> str:
    """Return pint's message, an unknown word named."""
    unknown = getattr(error, "unit_names", None)
    if isinstance(unknown, str):
        return f"pint knows no unit called {unknown!r}"
    if unknown:
        return f"pint knows no unit called {', '.join(map(repr, unknown))}"
    return str(error) or type(error).__name__


def _registry() -> pint.UnitRegistry[Any]:
    """Return pint's units with exact fractions; redefinitions are errors, not warnings."""
    import pint

    return pint.UnitRegistry(non_int_type=Fraction, on_redefinition="raise")


def _teach(registry: pint.UnitRegistry[Any], expression: str) -> None:
    """Tell pint of our units that it lacks, currencies above all, where a definition names one.

    What has an offset or a logarithm (degC, decibel) cannot be multiplied: pint says so of the
    first kind only.
    """
    for word in dict.fromkeys(_WORD.findall(expression)):
        if word in registry:
            if not registry.Quantity(1, word)._is_multiplicative:
                raise ValueError(
                    f"{expression!r}: {word} cannot be multiplied: its scale has no zero"
                )
            continue
        try:
            unit = unit_named(word.replace("_", " "))
        except ValueError:
            continue  # pint names the word in its error
        base = lexicon()["bases"].get(unit.dimension)
        if base is None:
            dimension = unit.dimension.replace(" ", "_").replace(":", _COLON)
            base = f"one_{dimension}"
            if base not in registry:
                registry.define(f"{base} = [{dimension}]")
        registry.define(f"{word} = {unit.factor} * {base}")


def _dimension(registry: pint.UnitRegistry[Any], units: Any) -> tuple[str, Fraction]:
    """Return our name for what pint's base units measure, and the size of our base unit in them."""
    for dimension, base in lexicon()["bases"].items():
        if dimension == "points":  # pint cannot tell points from shares
            continue
        size = (1 * registry.parse_expression(base)).to_base_units()
        if size.units == units:
            return dimension, Fraction(size.magnitude)
    above, below = "", ""
    powers: dict[str, Any] = dict(registry.get_dimensionality(units))
    for key, power in sorted(powers.items()):
        name = key.strip("[]").replace(_COLON, ":").replace("_", " ")
        raised = name if abs(power) == 1 else f"{name}^{abs(power)}"
        if power > 0:
            above = f"{above}·{raised}" if above else raised
        else:
            below = f"{below}/{raised}"
    return (above or "1") + below, Fraction(1)


def _exact(number: Fraction) -> Rational:
    return number.numerator if number.denominator == 1 else number
