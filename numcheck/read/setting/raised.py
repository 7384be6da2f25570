"""Small raised figures: the powers of units, fractions, and notes' marks."""

from __future__ import annotations

import re

_POWERS = str.maketrans("0123456789+-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻")
_SUP = re.compile(r"<sup\b[^>]*+>\s*+([-−–+]?\d{1,3})\s*+</sup\s*+>", re.IGNORECASE)
_FRACTION = re.compile(
    r"<sup\b[^>]*+>\s*+(\d{1,3})\s*+</sup\s*+>(?:/|⁄|&frasl;|&#8260;)"
    r"<sub\b[^>]*+>\s*+(\d{1,3})\s*+</sub\s*+>",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"<sup\b[^>]*+>\s*+(?:<a\b[^>]*+>\s*+\[?|\[)[\w*†‡§]{1,4}\]?\s*+(?:</a\s*+>)?\s*+</sup\s*+>",
    re.IGNORECASE,
)
_BASE = re.compile(
    r"(?:(?:\A|[\s\d(/·.-])(?:[kcdmµμn]?m|mi|ft|yd|in|inch(?:es)?|feet|foot|yards?|miles?"
    r"|(?:kilo|centi|milli)?met(?:er|re)s?|s|h)|\d)\Z"
)


def raised(text: str, start: int, before: str) -> tuple[str, int] | None:
    """Return what a raised figure at `start` prints as, and where it ends; None if it is none.

    `before` is what stands before it: km<sup>2</sup> is km², 10<sup>6</sup> is 10⁶; after any
    other word the figure is a note's mark, which prints as nothing.
    """
    fraction = _FRACTION.match(text, start)
    if fraction:
        space = " " if before[-1:].isdigit() else ""
        return f"{space}{fraction[1]}/{fraction[2]}", fraction.end()
    small = _SUP.match(text, start)
    if small:
        return power(before, small[1]), small.end()
    note = _NOTE.match(text, start)
    return ("", note.end()) if note else None


def power(before: str, small: str) -> str:
    """Return what small raised print stands for after `before`: a power, a letter, or a note."""
    bare = small.strip()
    if not bare or not bare.lstrip("-−–+").isdecimal():
        return small
    return bare.translate(_POWERS) if _BASE.search(before) else ""
