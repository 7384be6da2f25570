"""Looks spellings of units and currencies up in the compiled lexicon."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache
from typing import Any

from numcheck.lexicon.load import lexicon
from numcheck.lexicon.spellings import SEPARATORS, normal
from numcheck.model.interval import Rational
from numcheck.model.unit import Unit
from numcheck.named import NamedTuple
from numcheck.record import replace

_EMPTY: list[Any] = ["", 1, "", "", "", 0, False]  # the cells that a row may leave out at its end
_MINUS = frozenset("-−–⁻")
_POWERS = {"1": 1, "¹": 1, "2": 2, "²": 2, "3": 3, "³": 3}
_PLAIN_SHARES = ("share", "points")


class UnitMatch(NamedTuple):
    """The units that a spelling leaves open, first the default, and where it ends.

    `last` is the place of the token after it. A `weak` spelling is also an ordinary word or a
    single letter: it is a unit only with more evidence. `entry` is the row of the table.
    """

    units: tuple[Unit, ...]
    last: int
    weak: bool
    entry: str


class _Book:
    """Spelling → (entry, weak); `heads` has the most words of a spelling by its first one.

    `seconds` are all words that come second in one: most words after a unit do not.
    """

    __slots__ = ("heads", "names", "seconds", "symbols")

    def __init__(self, suffix: str, symbols: str, names: str = "") -> None:
        tables = lexicon()
        self.heads: dict[str, int] = tables["heads" + suffix]
        self.seconds = frozenset(tables["seconds" + suffix])
        self.symbols = _spelt(symbols)
        self.names = _spelt(names) if names else {}


def units_at(
    words: list[str], raw: list[str], at: int, own: Mapping[str, Unit] | None = None
) -> UnitMatch | None:
    """Return the longest unit that begins at token `at`, "per" and "/" followed.

    `own` are a project's units by their spellings, as `rare.spell` gives them; they come first.
    """
    if at >= len(words):
        return None
    if own and (mine := _own_at(words, at, own)):
        return mine
    longest = _book().heads.get(words[at])
    if longest is None:
        return None
    match = _longest(_book(), words, raw, at, longest)
    for _ in range(2):  # "per second per second"
        if match is None or match.units[0].dimension in _PLAIN_SHARES:
            break
        below = per_at(words, raw, match.last) or _raised_below(words, raw, match.last)
        if below is None:
            break
        units = over(match.units, below.units)
        match = UnitMatch(units, below.last, False, f"{match.entry} per {below.entry}")
    return match


def _own_at(words: list[str], at: int, own: Mapping[str, Unit]) -> UnitMatch | None:
    places = list(_places(words, at, 4))
    for count in range(len(places), 0, -1):
        unit = own.get(" ".join([words[place] for place in places[:count]]))
        if unit is not None:
            return UnitMatch((unit,), places[count - 1] + 1, False, unit.name)
    return None


def per_at(words: list[str], raw: list[str], at: int, article: bool = False) -> UnitMatch | None:
    """Return the unit after "per" or "/" at token `at`; by `article` also after "a" or "each"."""
    if at >= len(words) - 1:
        return None
    word = words[at]
    if word in ("per", "/") or (article and word in ("a", "an", "each", "every")):
        at += 1
    elif word in SEPARATORS and words[at + 1] == "per" and words[at + 2 : at + 3] == ["-"]:
        at += 3
    else:
        return None
    longest = _book().heads.get(words[at]) if at < len(words) else None
    if longest is None or (word == "per" and words[at] == "cent"):
        return None
    return _longest(_book(), words, raw, at, longest)


def _raised_below(words: list[str], raw: list[str], at: int) -> UnitMatch | None:
    """Return the unit below the line that a negative power makes: the "s−1" of "m s−1"."""
    if at + 2 >= len(raw):
        return None
    found = _book().symbols.get(raw[at]) or _book().names.get(words[at])
    if not found or not found[0]:
        return None
    at += 2 if raw[at + 1] == "^" else 1
    if raw[at] not in _MINUS or at + 1 >= len(raw) or raw[at + 1] not in _POWERS:
        return None
    unit = _raised(_units_of(found[0])[0], _POWERS[raw[at + 1]])
    return UnitMatch((unit,), at + 2, False, unit.name)


def _raised(unit: Unit, power: int) -> Unit:
    if power == 1:
        return unit
    name = f"{'square' if power == 2 else 'cubic'} {unit.name}"
    if name in lexicon()["units"]:
        return _unit(name)
    return Unit(name, f"{unit.dimension}^{power}", unit.factor**power, f"{unit.symbol}^{power}")


def currency_before(words: list[str], raw: list[str], at: int) -> UnitMatch | None:
    """Return the currency whose sign or code begins at token `at`, before a number.

    Signs of several tokens ("US$", "A$") are one only if printed without a space: the caller, who
    has the offsets, makes sure.
    """
    longest = _book_before().heads.get(words[at]) if at < len(words) else None
    if longest is None:
        return None
    return _longest(_book_before(), words, raw, at, longest)


def _longest(
    book: _Book, words: list[str], raw: list[str], at: int, longest: int
) -> UnitMatch | None:
    """Return the longest spelling at a token; of two as long, the symbol in its own case."""
    if longest == 1 or _alone(book, words, at):
        found = book.symbols.get(raw[at]) or book.names.get(words[at])
        return found and _match(found, words, raw, at + 1)
    places = list(_places(words, at, longest))
    for count in range(len(places), 0, -1):
        found = book.symbols.get(" ".join([raw[place] for place in places[:count]]))
        if found is None:
            found = book.names.get(" ".join([words[place] for place in places[:count]]))
        if found is not None:
            return _match(found, words, raw, places[count - 1] + 1) if found[0] else None
    return None


def _alone(book: _Book, words: list[str], at: int) -> bool:
    """Say whether the next word ends every spelling that begins at `at`."""
    rest = words[at + 1 : at + 3]
    return not rest or (
        rest[0] not in book.seconds and (rest[0] not in SEPARATORS or rest[-1] not in book.seconds)
    )


def _places(words: list[str], at: int, longest: int) -> Iterator[int]:
    """Yield the places of up to `longest` tokens, without the hyphens and stops between them."""
    end = len(words)
    for _ in range(longest):
        yield at
        at += 1
        if at + 1 < end and words[at] in SEPARATORS and not words[at + 1].isdigit():
            at += 1
        if at >= end:
            return


def _match(found: tuple[str, bool], words: list[str], raw: list[str], last: int) -> UnitMatch:
    """Return the match that ends at `last`, or after the full stop of an abbreviation there."""
    units, word = _units_of(found[0]), words[last - 1]
    if (
        last + 1 < len(words)
        and words[last] == "."
        and len(word) <= 4
        and word.isalpha()
        and word not in (units[0].name, units[0].plural)
        and (raw[last + 1].islower() or raw[last + 1][0].isdigit() or raw[last + 1] in "(,;")
    ):
        last += 1
    return UnitMatch(units, last, found[1], found[0])


def unit_named(name: str) -> Unit:
    """Return the unit of a name, or of a spelling (its default variety); ValueError if unknown."""
    if name in lexicon()["units"]:
        return _unit(name)
    key = normal(name.replace("_", " "))
    book, before = _book(), _book_before()
    found = book.symbols.get(key) or book.names.get(key.lower()) or before.symbols.get(key)
    if found:
        return _units_of(found[0])[0]
    above, per, below = name.partition(" per ")
    if per:
        return quotient(unit_named(above), unit_named(below))
    raise ValueError(f"no unit is called {name!r}")


@cache
def over(above: tuple[Unit, ...], below: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """Return every unit "this per that" that two spellings leave open.

    Where some of them have a name of their own, the others are not meant: miles per hour on land.
    """
    units = tuple(quotient(one, other) for one in above for other in below)
    named = tuple(unit for unit in units if unit.name in lexicon()["units"])
    return named or units


@cache
def quotient(above: Unit, below: Unit) -> Unit:
    """Return the unit "this per that" under its own name, where it has one: mile per hour."""
    name = f"{above.name} per {below.name}"
    if name in lexicon()["units"]:
        return _unit(name)
    unit = above.per(below)
    dimension = lexicon()["quotients"].get(unit.dimension)
    return replace(unit, dimension=dimension) if dimension else unit


@cache
def _units_of(entry: str) -> tuple[Unit, ...]:
    return tuple(map(_unit, lexicon()["varieties"].get(entry, (entry,))))


@cache
def _unit(name: str) -> Unit:
    row: list[Any] = lexicon()["units"][name]
    dimension, factor, symbol, plural, system, offset, reciprocal = row + _EMPTY[len(row) :]
    return Unit(name, dimension, _exact(factor), symbol, plural, _exact(offset), system, reciprocal)


def _exact(number: int | str) -> Rational:
    if isinstance(number, int):
        return number
    above, _, below = number.partition("/")
    return Fraction(int(above), int(below))


@cache
def _book() -> _Book:
    return _Book("", "symbols", "names")


@cache
def _book_before() -> _Book:
    return _Book(" before", "before")


def _spelt(kind: str) -> dict[str, tuple[str, bool]]:
    spelt: dict[str, tuple[str, bool]] = {}
    for title, weak in ((f"weak {kind}", True), (kind, False)):
        for entry, spellings in lexicon()[title].items():
            found = (entry, weak)
            for spelling in spellings.split("|"):
                spelt[spelling] = found
    return spelt
