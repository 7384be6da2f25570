"""Limits of nature, the clock and the globe."""

from __future__ import annotations

import re

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Figure, Quantity
from numcheck.record import replace
from numcheck.relate.wording import opens, preceding, surroundings

_TABLE = "cues/impossible"
Limited = tuple[str, dict[str, Quantity]] | None
_BEARING = re.compile(r"(\d{1,4})(?:\.\d{1,8})?\s?[°º][^A-Za-z]{0,16}?([NSEWnsew])(?![a-z])")


def cold(sentence: Sentence, quantity: Quantity) -> Limited:
    """Take a temperature below nought: -280C, minus 500 degrees."""
    unit, figure = quantity.unit, quantity.figure
    if unit is None or figure is None or figure.value >= 0:
        return None
    if unit.dimension == "temperature":
        # A difference may be anything: "a change of -300 K".
        if any(word in ("by", "change", "difference") for word in preceding(sentence, quantity, 4)):
            return None
        return "cold", {"figure": quantity}
    if unit.name != "degree" or figure.value > -460:
        return None
    if lexicon.words(_TABLE, "temperatures").isdisjoint(surroundings(sentence, quantity)):
        return None
    from numcheck.lexicon.units import unit_named

    fahrenheit = unit_named("degree Fahrenheit")
    return "cold", {"figure": replace(quantity, unit=fahrenheit, units=(fahrenheit,))}


def acidity(sentence: Sentence, quantity: Quantity) -> Limited:
    """Take a pH: "pH 17", "a pH of 17"."""
    if quantity.unit is not None:
        return ("acidity", {"figure": _bare(quantity)}) if quantity.unit.name == "pH" else None
    before = preceding(sentence, quantity, 2)
    if not before or quantity.noun is not None:
        return None
    if before[-1] == "ph" or (before[0] == "ph" and before[-1] in ("of", "is", "was", "=", ":")):
        return "acidity", {"figure": _bare(quantity)}
    return None


def _bare(quantity: Quantity) -> Quantity:
    return replace(quantity, unit=None, units=(), kind="number", other_readings=())


def humid(sentence: Sentence, quantity: Quantity) -> Limited:
    """Take a humidity: "humidity of 110%", "110% humidity"."""
    before = preceding(sentence, quantity, 5)
    after = sentence.words[quantity.last : quantity.last + 2]
    if after[:1] == ["humidity"] or after == ["relative", "humidity"]:
        return "humidity", {"figure": quantity}
    if "humidity" not in before:
        return None
    between = before[before.index("humidity") + 1 :]
    plain = all(word in _LINKS for word in between)
    return ("humidity", {"figure": quantity}) if plain else None


_LINKS = frozenset("of is was at reached hit were are stood a an to about had touched".split())


def clock(sentence: Sentence, quantity: Quantity) -> Limited:
    """Take a time of the clock after "at", "until": "at 25:61"."""
    hour, minute = quantity.parts.get("hour"), quantity.parts.get("minute")
    if not isinstance(hour, int) or not isinstance(minute, int):
        return None
    if (hour < 24 and minute < 60) or ":" not in quantity.text:
        return None
    before = preceding(sentence, quantity, 1)
    if not before or before[0] not in lexicon.words(_TABLE, "at"):
        return None
    return "clock", {
        "figure": quantity,
        "hour": _number(quantity, hour),
        "minute": _number(quantity, minute),
    }


def _number(quantity: Quantity, value: int) -> Quantity:
    return replace(quantity, kind="count", figure=Figure(str(value), value), unit=None, units=())


def placed(sentence: Sentence, quantity: Quantity) -> Limited:
    """Take a latitude or a longitude: "95°N", "latitude 95 degrees"."""
    if quantity.kind == "identifier":
        if "°" not in quantity.text:
            return None
        for degrees, side in _BEARING.findall(quantity.text):
            most = 90 if side in "NSns" else 180
            if int(degrees) > most:
                return "coordinate", {
                    "figure": _number(quantity, int(degrees)),
                    "most": _number(quantity, most),
                }
        return None
    figure = quantity.figure
    if quantity.unit is None or quantity.unit.name != "degree" or figure is None:
        return None
    if sentence.words[quantity.last : quantity.last + 1] == ["of"]:
        return None  # "360 degrees of longitude" is an extent
    near = {*preceding(sentence, quantity, 3), *sentence.words[quantity.last : quantity.last + 3]}
    for table, most in (("latitudes", 90), ("longitudes", 180)):
        if near & lexicon.words(_TABLE, table) and figure.value > most:
            degrees = replace(quantity, unit=None, units=(), kind="number")
            return "coordinate", {"figure": degrees, "most": _number(quantity, most)}
    return None


def powered(sentence: Sentence, quantity: Quantity) -> Limited:
    """Take power made or used by the year or the hour: "produces 30MW a year"."""
    base = quantity.parts.get("base")
    unit = quantity.unit
    if unit is None or not (
        (base is not None and base.dimension == "power") or unit.dimension == "power/time"
    ):
        return None
    at = opens(sentence, quantity)
    before = sentence.words[max(0, at - 5) : at]
    if not any(word in lexicon.words(_TABLE, "made") for word in before):
        return None
    return "power_per_time", {"figure": quantity}
