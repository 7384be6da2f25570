"""Two dates with weekdays, which must fit one calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.setting import Setting
from numcheck.relate.spans.dates import DAYS, with_weekday
from numcheck.relate.wording import derived, is_quoted, worded

_LINKS = frozenset({"to", "and", "until", "till", "or", "-", "–", "—", "through"})
_YEARS = (2023, 2024)  # one before a leap year, one leap


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every two dates without a year whose days of the week stand with them."""
    before: Quantity | None = None
    for sentence in passage.with_kind("date"):
        for quantity in sentence.quantities:
            if quantity.kind != "date" or not isinstance(quantity.parts.get("day"), int):
                continue
            named = with_weekday(sentence, quantity)
            if named is None or not isinstance(named.parts.get("month"), int):
                continue
            short = _short(sentence, named)
            if short is not None:
                yield from _pair(sentence, short, named)
            open_year = "year" not in named.parts and setting.date is None
            if before is not None and open_year and named.sentence - before.sentence <= 1:
                yield from _pair(sentence, before, named)
            before = named if open_year else None


def _short(sentence: Sentence, named: Quantity) -> Quantity | None:
    """Read "Monday 2" of "Monday 2 to Friday 6 June": its month is the other one's."""
    at = named.first
    words = sentence.words[max(0, at - 3) : at]
    if len(words) < 3 or words[2] not in _LINKS or not words[1].isdecimal():
        return None
    day = lexicon.mapping("calendar", "weekdays").get(words[0])
    if day is None or not 0 < int(words[1]) < int(named.parts["day"]):
        return None
    parts = {**named.parts, "day": int(words[1]), "weekday": day}
    return replace(worded(sentence, at - 3, at - 1), kind="date", parts=parts)


def _pair(sentence: Sentence, first: Quantity, second: Quantity) -> Iterator[Relation]:
    """Tie two dates by the days between them, and between their days of the week."""
    weekdays = [DAYS.index(str(one.parts["weekday"])) for one in (first, second)]
    stated = (weekdays[1] - weekdays[0]) % 7
    gaps = {gap % 7 for gap in _gaps(first, second)}
    if not gaps:
        return
    actual = stated if stated in gaps else min(gaps)
    yield Relation(
        "weekdays",
        {
            "first": first,
            "second": second,
            "stated": derived(stated, second, str(stated), kind="count"),
            "actual": derived(actual, second, str(actual), kind="count"),
        },
        second.span,
        strict=True,
        derived=frozenset({"stated", "actual"}),
        quoted=is_quoted(sentence, second),
    )


def _gaps(first: Quantity, second: Quantity) -> Iterator[int]:
    """Yield the days from one date to another, in any year, or over the turn of one."""
    year = first.parts.get("year")
    for start in (year,) if isinstance(year, int) else _YEARS:
        for end in (start,) if isinstance(year, int) else (start - 1, start, start + 1):
            try:
                one = date(start, int(first.parts["month"]), int(first.parts["day"]))
                other = date(end, int(second.parts["month"]), int(second.parts["day"]))
            except ValueError:
                continue
            if abs((other - one).days) < 200 or isinstance(year, int):
                yield (other - one).days
