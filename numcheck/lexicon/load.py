"""Reads the compiled lexicon, once a process."""

from __future__ import annotations

import json
import os
from functools import cache
from typing import Any

SHIPPED = os.path.join(os.path.dirname(os.path.abspath(__file__)), "lexicon.json")


BETWEEN = "|"  # before each word of a list that is held as one string


@cache
def lexicon() -> dict[str, Any]:
    """Return the compiled lexicon; it is not to be changed."""
    with open(SHIPPED, "rb") as file:
        content: dict[str, Any] = json.loads(file.read())
    return content


@cache
def english(name: str) -> Any:
    """Return a table of English words by its path without suffix: "numerals", "cues/parts"."""
    return unpacked(_table(name))


def english_entry(name: str, key: str) -> Any:
    """Return what a table of English words has under a key; the rest of it is not cut."""
    return unpacked(_table(name)[key])


def _table(name: str) -> Any:
    tables = lexicon()["english"]
    if name not in tables:
        raise KeyError(f"no English table is called {name!r}: add the file, then `make lexicon`")
    return tables[name]


def unpacked(table: Any) -> Any:
    """Return a table with its lists of words as lists."""
    if isinstance(table, dict):
        return {name: unpacked(part) for name, part in table.items()}
    if isinstance(table, str) and table[:1] == BETWEEN and len(table) > 1:
        return table[1:].split(BETWEEN)
    return table
