"""The list of findings that somebody has looked at and let stand."""

from __future__ import annotations

import os
from datetime import date
from typing import Any

from numcheck.config import Accepted
from numcheck.config.lined import load
from numcheck.config.reading import Sheet, is_fingerprint

_NEEDED = ("who", "when", "why")


def parse(data: bytes, path: str) -> tuple[Accepted, ...]:
    """Read a list of accepted findings by fingerprint; raises BrokenConfig with the line."""
    table, lines = load(data, path)
    return tuple(_one(mark, inside, Sheet(table, path, lines)) for mark, inside in table.items())


def _one(mark: str, inside: Any, whole: Sheet) -> Accepted:
    if not is_fingerprint(mark):
        whole.refuse((mark,), "is no fingerprint: sixteen of 0-9 and a-f")
    if not isinstance(inside, dict):
        whole.refuse((mark,), f"needs {', '.join(_NEEDED)}, each on a line of its own below it")
    part = Sheet(inside, whole.path, whole.lines, (mark,))
    part.only((*_NEEDED, "path", "rule"), "said of an accepted finding")
    for key in _NEEDED:
        if not isinstance(inside.get(key), str) or not inside[key].strip():
            whole.refuse((mark,), f"does not say {key}")
    try:
        date.fromisoformat(inside["when"])
    except ValueError:
        part.refuse(("when",), f"is a day, YYYY-MM-DD, not {inside['when']!r}")
    return Accepted(
        mark,
        inside["who"],
        inside["when"],
        inside["why"],
        os.path.normpath(inside["path"]) if inside.get("path") else "",
        whole.lines[(mark,)],
        os.path.dirname(whole.path),
    )
