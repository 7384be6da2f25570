"""Compiles pint, quantulum3, the overlay and the English tables into lexicon.json."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

from numcheck.lexicon.load import BETWEEN
from numcheck.lexicon.sources import english, overlay, quantulum, versions
from numcheck.lexicon.table import Table

SHIPPED = Path(__file__).with_name("lexicon.json")
WIDTH = 100


def compile_lexicon() -> dict[str, Any]:
    """Return the whole lexicon as it goes into the file."""
    files = overlay()
    table = Table(quantulum(), files.pop("never"))
    for content in files.values():
        table.add_varieties(content)
    for content in files.values():
        table.add(content)
    return {
        "built with": versions(),
        "quotients": dict(table.quotients),
        "bases": dict(table.bases),
        "units": {name: _row(row) for name, row in table.units.items()},
        **table.spellings(),
        "english": packed(english()),
    }


def packed(table: Any) -> Any:
    """Return a table with each list of words as one string, which is parsed and cut in no time.

    What is no word, or holds the sign between them, stays in its list.
    """
    if isinstance(table, dict):
        return {name: packed(part) for name, part in table.items()}
    plain = isinstance(table, list) and len(table) > 1
    if plain and all(isinstance(word, str) and word and BETWEEN not in word for word in table):
        return BETWEEN + BETWEEN.join(table)
    return table


def _row(row: list[Any]) -> list[Any]:
    """Return a unit's row with exact numbers as JSON holds them, empty cells at its end cut off."""
    cells = [_number(cell) if isinstance(cell, Fraction) else cell for cell in row]
    while cells and cells[-1] in ("", 0, False):
        cells.pop()
    return cells


def _number(value: Fraction) -> int | str:
    return value.numerator if value.denominator == 1 else f"{value.numerator}/{value.denominator}"


def render(value: Any, room: int = WIDTH) -> str:
    """Return sorted, compact JSON, broken into lines where a value is longer than one."""
    flat = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    if len(flat) <= room or not isinstance(value, dict | list):
        return flat
    if isinstance(value, list):
        return "[\n" + ",\n".join(render(item) for item in value) + "\n]"
    lines = (
        f"{json.dumps(key, ensure_ascii=False)}:{render(value[key], room - len(key) - 4)}"
        for key in sorted(value)
    )
    return "{\n" + ",\n".join(lines) + "\n}"


def write(path: Path = SHIPPED) -> None:
    """Compile the lexicon and put it in place in one step."""
    fresh = path.with_suffix(".tmp")
    fresh.write_text(render(compile_lexicon()) + "\n", encoding="utf-8")
    fresh.replace(path)


if __name__ == "__main__":
    write()
    print(f"{SHIPPED}: {SHIPPED.stat().st_size:,} bytes")
