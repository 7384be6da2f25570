"""Numbers printed in the style of the figure they replace."""

from __future__ import annotations

import re
from fractions import Fraction

from numcheck.model.interval import Rational, quotient
from numcheck.model.quantity import Figure, Quantity
from numcheck.model.unit import Unit
from numcheck.named import NamedTuple

_WORDS = "zero one two three four five six seven eight nine ten".split()
_SHARES = {
    Fraction(1, 2): "half", Fraction(1, 3): "a third", Fraction(2, 3): "two-thirds",
    Fraction(1, 4): "a quarter", Fraction(3, 4): "three-quarters", Fraction(1, 5): "a fifth",
    Fraction(2, 5): "two-fifths", Fraction(3, 5): "three-fifths", Fraction(4, 5): "four-fifths",
    Fraction(1, 8): "an eighth", Fraction(1, 10): "a tenth",
}  # fmt: skip
_POINT = Fraction(1, 100)
# A correction that is itself rounded out of recognition ("1 mile is 2 km") is none.
_NEAR = Fraction(25, 1000)
_MOST_DECIMALS = 6
_GROUPED = re.compile(r"\d([,\u00a0\u202f\u2009 ])\d{3}(?!\d)")
_PAIR = re.compile(r"(\d+)(\D+)(\d+)(\D*)")


def _size(value: Rational) -> Rational:
    return -value if value < 0 else value


def rounded(value: Rational, decimals: int) -> Rational:
    """Round half away from zero."""
    scale = 10**decimals
    whole = int((_size(value) * scale * 2 + 1) // 2)
    return quotient(whole if value >= 0 else -whole, scale)


def digits(value: Rational, decimals: int = 0, separator: str = ",", point: str = ".") -> str:
    """Print a number rounded to some decimals, its thousands apart.

    >>> digits(Fraction(41842, 1000), 1), digits(1234567)
    ('41.8', '1,234,567')
    """
    number = int(_size(rounded(value, decimals)) * 10**decimals)
    text = str(number).rjust(decimals + 1, "0")
    whole, part = (text[:-decimals], text[-decimals:]) if decimals else (text, "")
    if separator and len(whole) > 3:
        whole = f"{int(whole):,}".replace(",", separator)
    sign = "−" if value < 0 and number else ""
    return sign + whole + (point + part if part else "")


def near_decimals(value: Rational, decimals: int) -> int:
    """Return at least `decimals`, and enough for the rounded number to be near the value."""
    while decimals < _MOST_DECIMALS and _size(rounded(value, decimals) - value) > _NEAR * _size(
        value
    ):
        decimals += 1
    return decimals


def exact_decimals(value: Rational, decimals: int, significant: int = 3) -> int:
    """Return the decimals that show a value: all if they are few, else three digits' worth."""
    for few in range(decimals + 1):
        if (value * 10**few).denominator == 1:
            return few
    while decimals < _MOST_DECIMALS and _size(value) * 10**decimals < 10 ** (significant - 1):
        decimals += 1
    while decimals and rounded(value, decimals) == rounded(value, decimals - 1):
        decimals -= 1
    return decimals


class Manner(NamedTuple):
    """How a number is to be printed: its decimals if fixed, and whether small ones are words.

    With `apart`, a value that rounds to what the model prints gets as many decimals as tell the two
    apart.
    """

    decimals: int | None = None
    apart: bool = False
    words: bool = True


_USUAL = Manner()


def in_style(
    value: Rational, model: Quantity, manner: Manner = _USUAL, upper: Rational | None = None
) -> str:
    """Print a value of the model's own unit as the model is printed: unit, scale and separators.

    `upper` is the other end of a range.
    """
    figure = model.figure
    if figure is None:
        return digits(value)
    if model.kind == "ratio" and not _NUMERIC.search(figure.printed):
        return _share(value, figure.printed, manner)
    if upper is None and _CLOCK.fullmatch(figure.printed):
        return _clock(value, figure)
    if upper is None and (pair := _PAIR.fullmatch(figure.printed)) and _in_two_units(pair[2]):
        return _compound(value, figure, pair, model)
    text = _replaced(model.text, value, figure, model.unit, manner)
    if upper is not None and model.upper is not None:
        return _replaced(text, upper, model.upper, model.unit, manner, last=True)
    if upper is not None:
        return text + " to " + _replaced(model.text, upper, figure, model.unit, manner)
    return text


_NUMERIC = re.compile(r"\d")
_CLOCK = re.compile(r"\d+(?::\d\d){1,2}(?:\.\d+)?")


def _clock(value: Rational, figure: Figure) -> str:
    """Print a time in seconds as a race's: "4:31.2", "2:03:59"."""
    whole, part = divmod(rounded(_size(value), figure.decimals), 1)
    minutes, seconds = divmod(int(whole), 60)
    fraction = digits(part, figure.decimals)[1:] if figure.decimals else ""
    if figure.printed.count(":") == 1:
        return f"{minutes}:{seconds:02}{fraction}"
    return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}{fraction}"


def _number_of(figure: Figure) -> str:
    """Return what is printed of a figure, without its scale word."""
    return figure.printed.removesuffix(figure.scale_text).rstrip(" -\u00a0\u202f")


def _replaced(
    text: str, value: Rational, figure: Figure, unit: Unit | None, manner: Manner,
    last: bool = False,
) -> str:  # fmt: skip
    """Return `text` with the number of one of its figures replaced."""
    old = _number_of(figure)
    new = _numeral(value, figure, unit, manner)
    at = text.rfind(old) if last else text.find(old)
    whole = unit is not None and text == old and unit.name in text  # "half a percentage point"
    if at < 0 or not text or whole:
        return new + _unit_after(unit, value)
    before, after = text[:at], text[at + len(old) :]
    if value < 0 <= figure.value:
        new = ("-" if manner.words else "−") + new
    elif figure.value < 0 <= value:
        before = re.sub(r"(?:minus |[-−–])(?=[^\w]*$)", "", before, flags=re.IGNORECASE)
        after = after.removesuffix(" below zero")
    return before + new + _agreeing(after, unit, old, new)


def _numeral(value: Rational, figure: Figure, unit: Unit | None, manner: Manner) -> str:
    scaled = quotient(_size(value), figure.scale)
    decimals = manner.decimals
    if figure.worded and manner.words and not decimals and scaled in range(len(_WORDS)):
        word = _WORDS[int(scaled)]
        return word.capitalize() if figure.printed[:1].isupper() else word
    if decimals is None:
        decimals = figure.decimals
        if unit is None or not unit.offset:
            decimals = near_decimals(scaled, decimals)
    while manner.apart and decimals < _MOST_DECIMALS and _looks_same(scaled, figure, decimals):
        decimals += 1
    separator, point = _signs(figure)
    return digits(scaled, decimals, separator, point)


def _looks_same(scaled: Rational, figure: Figure, decimals: int) -> bool:
    mine = quotient(_size(figure.value), figure.scale)
    return scaled != mine and rounded(scaled, decimals) == mine


def _signs(figure: Figure) -> tuple[str, str]:
    """Return the separator of thousands and the decimal sign that a figure prints."""
    point = "·" if "·" in figure.printed else "."
    if grouped := _GROUPED.search(figure.printed):
        return grouped[1], point
    plain = _size(figure.value) >= 1000 * figure.scale and not figure.worded
    return ("" if plain else ","), point


def _unit_after(unit: Unit | None, value: Rational) -> str:
    if unit is None:
        return ""
    if unit.name == "percent":
        return "%"
    return f" {unit.name if _size(value) == 1 else unit.plural or unit.name}"


def _agreeing(after: str, unit: Unit | None, old: str, new: str) -> str:
    """Give what follows a number the singular or plural that the new number needs."""
    one = ("1", "one", "a", "an")
    was, is_one = old.lower() in one, new.lower() in one
    if unit is None or was == is_one or not after.startswith(" "):
        return after
    for spell in (str, _american):
        singular, plural = spell(unit.name), spell(unit.plural)
        if after.strip() == (singular if was else plural) and plural:
            return " " + (singular if is_one else plural)
    return after


def _american(name: str) -> str:
    return name.replace("metre", "meter").replace("litre", "liter")


def _share(value: Rational, printed: str, manner: Manner) -> str:
    """Print a share in words, where a usual one is near; else as a percentage."""
    if not manner.words:
        return digits(value, exact_decimals(value, 0)) if value > 1 else _percent(value)
    nearest = min(_SHARES, key=lambda share: _size(share - value))
    said = _SHARES[nearest] if _size(nearest - value) <= _POINT else ""
    if " in " in printed.lower() and 0 < value <= Fraction(1, 2):
        many = int(rounded(1 / Fraction(value), 0))
        if _size(Fraction(1, many) - value) <= _POINT:
            said = f"one in {_WORDS[many] if many <= 10 else many}"
    if not said:
        return _percent(value)
    return said[0].upper() + said[1:] if printed[:1].isupper() else said


def _percent(value: Rational) -> str:
    return digits(value * 100, exact_decimals(value * 100, 0)) + "%"


def _in_two_units(between: str) -> bool:
    """Say whether what stands between two numbers is a unit: "5ft 9", "5'9", "6-foot-2"."""
    return any(sign.isalpha() or sign in "'′’" for sign in between)


def _compound(value: Rational, figure: Figure, pair: re.Match[str], model: Quantity) -> str:
    """Print a value in two units: "5ft 9in", "11st 4lb", whichever of them the figure is in."""
    first, second = int(pair[1]), int(pair[3])
    whole = _size(figure.value)
    larger = first <= whole < first + 1 and (whole != first or not second)
    many = quotient(second, whole - first) if larger else quotient(whole - second, first or 1)
    if larger and not second:
        return model.text
    small = int(rounded(_size(value) * (many if larger else 1), 0))
    steps = int(many)
    new = f"{small // steps}{pair[2]}{small % steps}{pair[4]}"
    return model.text.replace(pair[0], new, 1)
