"""Reads the compiled lexicon, once a process."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any


@cache
def lexicon() -> dict[str, Any]:
    """Return the compiled lexicon; it is not to be changed."""
    path = Path(__file__).with_name("lexicon.json")
    content: dict[str, Any] = json.loads(path.read_bytes())
    return content


def english(name: str) -> Any:
    """Return a table of English words by its path without suffix: "numerals", "cues/parts"."""
    tables = lexicon()["english"]
    if name not in tables:
        raise KeyError(f"no English table is called {name!r}: add the file, then `make lexicon`")
    return tables[name]
