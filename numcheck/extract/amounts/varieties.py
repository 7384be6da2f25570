"""Which of its senses a unit has: pounds, degrees."""

from __future__ import annotations

from functools import cache

from numcheck.extract.numbers.tables import Numeral, word_at
from numcheck.lexicon import words as lexicon
from numcheck.lexicon.units import UnitMatch, unit_named
from numcheck.model.passage import Sentence
from numcheck.model.unit import Unit
from numcheck.record import replace

_CURRENCIES = frozenset("$£€¥")
_WEIGHTS = frozenset({"kg", "kgs", "kilograms", "kilos", "tonnes", "grams", "g"})


def chosen(
    sentence: Sentence, at: int, match: UnitMatch, numeral: Numeral, hyphen: bool
) -> tuple[Unit, ...]:
    """Return the units of a match that the sentence leaves open, the likeliest first."""
    units = match.units
    if len(units) == 1:
        return units
    kinds = {unit.dimension for unit in units}
    if len(kinds) == 1:
        return _spelled(sentence, units) if units[0].system == "US" else _at_sea(sentence, units)
    if "mass" in kinds and any(kind.startswith("money") for kind in kinds):
        heavy = _is_weight(sentence, at, match.last, numeral, hyphen)
        return tuple(unit for unit in units if (unit.dimension == "mass") == heavy)
    if "speed" in kinds and "mass" in kinds:  # kt: knots, or thousands of tonnes
        near = lexicon.words("measures", "speed_near")
        swift = sentence.raw[at] == "KT" or any(word in near for word in sentence.words)
        return tuple(sorted(units, key=lambda unit: (unit.dimension == "speed") != swift))
    if "data" in kinds and "pressure" in kinds:
        wanted = units[0].dimension
        if 800 < numeral.figure.value < 1100 and _is_weather(sentence):
            wanted = "pressure"
        return tuple(sorted(units, key=lambda unit: unit.dimension != wanted))
    if "temperature" in kinds and "charge" in kinds:
        charged = any(word in lexicon.words("measures", "charge_near") for word in sentence.words)
        return units[charged : charged + 1]
    if "temperature" in kinds and "angle" in kinds:
        return _degrees(sentence, at)
    return units


def _is_weather(sentence: Sentence) -> bool:
    """Say whether the air's pressure is spoken of: "A CENTRAL PRESSURE OF 959 MB"."""
    return any(word in lexicon.words("measures", "pressure_near") for word in sentence.words)


def _spelled(sentence: Sentence, units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """Put the imperial unit first where British words stand in the sentence."""
    british = lexicon.words("measures", "british")
    if any(word in british for word in sentence.words):
        return tuple(sorted(units, key=lambda unit: unit.system != "UK"))
    return units


def _at_sea(sentence: Sentence, units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """Leave the nautical mile out of a bare "miles" where nothing in the sentence is at sea."""
    if units[1].name != "nautical mile":
        return units
    sea = lexicon.words("measures", "at_sea")
    afloat = any(word in sea for word in sentence.words)
    if units[0].name == "nanometre":  # "an exclusive economic zone of 200 nm"
        return units[::-1] if afloat else units
    return units if afloat else units[:1]


def _is_weight(sentence: Sentence, at: int, last: int, numeral: Numeral, hyphen: bool) -> bool:
    """Decide "pounds" between weight and money."""
    words = sentence.words
    follows = word_at(sentence, last)
    if follows == "(":  # "5,000 pounds ($6,200)", "5 pounds (2.3 kg)"
        aside = words[last + 1 : last + 5]
        if any(word in _CURRENCIES for word in aside):
            return False
        if any(word in _WEIGHTS for word in aside):
            return True
    weight = lexicon.words("measures", "weight_near")
    money = lexicon.words("measures", "money_near")
    if hyphen:
        return follows not in lexicon.words("measures", "pound_notes")
    if follows in ("a", "an", "per", "each") and word_at(sentence, last + 1) in (
        "year", "month", "week", "day", "hour", "share", "head", "ticket", "night",
    ):  # fmt: skip
        return False
    if follows == "of":
        return not any(word in money for word in words[last + 1 : last + 4])
    before, after = words[max(0, at - 10) : at], words[last : last + 6]
    if any(word in weight for word in before[-5:]) or any(word in weight for word in after[:4]):
        return not any(word in money for word in before[-3:])
    if any(word in money for word in before) or any(word in money for word in after):
        return False
    return numeral.figure.value < 1_000_000 or any(word in weight for word in words)


def _degrees(sentence: Sentence, at: int) -> tuple[Unit, ...]:
    """Decide "degrees": of heat, and then of either scale, or of arc."""
    near = sentence.words[max(0, at - 12) : at + 8]
    follows = word_at(sentence, at + 1)
    if follows == "on":  # "-40 degrees on the Celsius scale"
        for name in ("celsius", "fahrenheit"):
            if name in sentence.words[at + 2 : at + 5]:
                return (unit_named(f"degree {name.capitalize()}"),)
    turned = follows in lexicon.words("measures", "angle_follows")
    if not turned and not any(word in lexicon.words("measures", "heat_near") for word in near):
        turned = any(word in lexicon.words("measures", "angle_near") for word in near)
        if not turned:
            return (*_of_heat(), unit_named("degree"))
    return (unit_named("degree"),) if turned else _of_heat()


@cache
def _of_heat() -> tuple[Unit, ...]:
    """Return what a bare degree of heat may be: a Celsius by another name, or a Fahrenheit."""
    celsius = unit_named("degree Celsius")
    bare = replace(celsius, name="degree", symbol="°", plural="degrees", system="")
    return bare, unit_named("degree Fahrenheit")


def both_scales(sentence: Sentence, at: int) -> bool:
    """Say whether a slash leads to a temperature again: "180C/350F", "180C/160C fan/gas 4"."""
    other = word_at(sentence, at)
    at += 1 + (word_at(sentence, at + 1) in ("°", "º"))
    return other == "gas" or (other[:1].isdigit() and word_at(sentence, at) in ("c", "f"))
