"""Reads the compiled lexicon, once a process."""

from __future__ import annotations

import json
import os
from functools import cache
from typing import Any

SHIPPED = os.path.join(os.path.dirname(os.path.abspath(__file__)), "lexicon.json")


@cache
def lexicon() -> dict[str, Any]:
    """Return the compiled lexicon; it is not to be changed."""
    with open(SHIPPED, "rb") as file:
        content: dict[str, Any] = json.loads(file.read())
    return content


def english(name: str) -> Any:
    """Return a table of English words by its path without suffix: "numerals", "cues/parts"."""
    tables = lexicon()["english"]
    if name not in tables:
        raise KeyError(f"no English table is called {name!r}: add the file, then `make lexicon`")
    return tables[name]
