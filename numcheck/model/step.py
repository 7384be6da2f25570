"""One step on the way to a figure: where, at what stage, and what was decided."""

from __future__ import annotations

from typing import NamedTuple

from numcheck.model.span import Span


class Step(NamedTuple):
    """What a stage of reading decided about a stretch of text.

    `stage` is one of: word, name, date, time, result, ordinal, number, sign, scale, unit, range,
    shared, figure, dropped.
    """

    span: Span
    stage: str
    said: str
