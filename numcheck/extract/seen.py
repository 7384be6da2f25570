"""What a recogniser saw: a kind, its place, its parts."""

from __future__ import annotations

from typing import Any

from numcheck.model.quantity import Kind
from numcheck.named import NamedTuple


class Seen(NamedTuple):
    """Something that looks like a figure: `first` and `last` are token places, half open."""

    kind: Kind
    first: int
    last: int
    parts: dict[str, Any]
