"""Dates that a file gives of itself, as YYYY-MM-DD."""

from __future__ import annotations

import re

_ISO = re.compile(r"\s*(\d{4})-(\d\d)-(\d\d)(?![\d-])")
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def iso_date(printed: str) -> str | None:
    """Return the day of a date or timestamp written year first; None where it is none."""
    found = _ISO.match(printed)
    if not found:
        return None
    year, month, day = (int(part) for part in found.groups())
    if not 1 <= month <= 12 or not year:
        return None
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return "-".join(found.groups()) if 1 <= day <= _DAYS[month - 1] + leap else None
