"""Reads what pint, quantulum3 and the overlay know of units."""

from __future__ import annotations

import json
import re
from fractions import Fraction
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pint
import yaml

from numcheck.named import NamedTuple

FOLDER = Path(__file__).parent
PREFIXES = {
    "Y": "yotta", "Z": "zetta", "E": "exa", "P": "peta", "T": "tera", "G": "giga", "M": "mega",
    "k": "kilo", "h": "hecto", "da": "deca", "d": "deci", "c": "centi", "m": "milli", "µ": "micro",
    "n": "nano", "p": "pico", "f": "femto",
}  # fmt: skip


class Spelt(NamedTuple):
    """What a source writes for a unit: names in any case, symbols in their own."""

    names: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()


class Measure(NamedTuple):
    """A unit's size in its base unit, exactly."""

    factor: Fraction
    offset: Fraction = Fraction(0)


def versions() -> dict[str, str]:
    """Return the versions of the libraries that the lexicon is made from."""
    return {name: version(name) for name in ("pint", "quantulum3")}


@cache
def registry() -> pint.UnitRegistry[Any]:
    """Return pint's units with exact fractions for numbers."""
    return pint.UnitRegistry(non_int_type=Fraction, cache_folder=None)


@cache
def measure(expression: str, base: str) -> Measure:
    """Return the exact size of a pint expression, counted in another."""
    one, unit = _in_si(expression, 1), _in_si(base, 1)
    if one[1] != unit[1]:
        raise ValueError(f"pint does not measure {expression} in {base}")
    zero = _in_si(expression, 0)[0]
    return Measure((one[0] - zero) / unit[0], zero / unit[0])


def _in_si(expression: str, value: int) -> tuple[Fraction, Any]:
    units = registry()
    if expression.isidentifier():  # degC and degF are readings: only so does pint add the offset
        quantity = units.Quantity(Fraction(value), units.Unit(expression)).to_base_units()
    else:
        quantity = (Fraction(value) * units.parse_expression(expression)).to_base_units()
    if not isinstance(quantity.magnitude, int | Fraction):
        raise ValueError(f"pint has no exact factor for {expression}")
    return Fraction(quantity.magnitude), quantity.dimensionality


@cache
def quantulum() -> dict[str, Spelt]:
    """Return the spellings that quantulum3 has for each of its units, prefixes spelt out.

    Its data is read from its files: importing it takes more than two seconds.
    """
    spec = find_spec("quantulum3")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("quantulum3 is not installed: pip install quantulum3")
    path = Path(spec.origin).with_name("units.json")
    found: dict[str, Spelt] = {}
    for name, row in json.loads(path.read_text(encoding="utf-8")).items():
        surfaces, symbols = row.get("surfaces", []), row.get("symbols", [])
        found[name] = Spelt(tuple(surfaces), tuple(symbols))
        for sign in row.get("prefixes", []):
            word = PREFIXES.get(sign)
            if word is not None:
                with_prefix = Spelt(
                    tuple(word + surface for surface in surfaces),
                    tuple(sign + symbol for symbol in symbols if len(symbol) <= 2),
                )
                found.setdefault(word + name, with_prefix)
    return found


def overlay() -> dict[str, dict[str, Any]]:
    """Return the overlay, file by file."""
    return {path.stem: _yaml(path) for path in sorted((FOLDER / "overlay").glob("*.yaml"))}


def english() -> dict[str, Any]:
    """Return every table of English words under its path without suffix."""
    root = FOLDER / "english"
    return {
        path.relative_to(root).with_suffix("").as_posix(): _plain(_yaml(path))
        for path in sorted(root.rglob("*.yaml"))
    }


class _Loader(yaml.SafeLoader):
    """YAML whose plain words are words: `no` and `on` are English, "1:30" is not ninety.

    A key said twice is refused: the later would take the earlier one's place in silence.
    """

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """Return a table, each of whose keys stands there once."""
        said: set[str] = set()
        for key, _ in node.value:
            if key.value in said:
                raise yaml.constructor.ConstructorError(
                    "in a table", node.start_mark, f"{key.value} is said twice", key.start_mark
                )
            said.add(key.value)
        return super().construct_mapping(node, deep)


_Loader.yaml_implicit_resolvers = {}
for _tag, _pattern, _firsts in (
    ("null", r"~|null|", ["~", "n", ""]),
    ("bool", r"true|false", ["t", "f"]),
    ("int", r"[-+]?(?:0|[1-9][0-9]*)", list("-+0123456789")),
    ("float", r"[-+]?[0-9]+\.[0-9]+", list("-+0123456789")),
    ("merge", r"<<", ["<"]),
):
    _Loader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(rf"^(?:{_pattern})$"), _firsts
    )


def _yaml(path: Path) -> Any:
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
    except yaml.YAMLError as error:
        raise ValueError(f"{path}: {error}") from error


def _plain(value: Any) -> Any:
    """Return a YAML value as JSON can hold it: keys and dates become strings."""
    if isinstance(value, dict):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return value if value is None or isinstance(value, str | int | float) else str(value)
