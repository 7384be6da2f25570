"""Medians beside all the figures that they are the middle of."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.interval import Interval, Rational
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.rates.means import row_end
from numcheck.relate.wording import amounts, closes, derived, is_quoted, opens

_TABLE = "cues/statistics"
_LEAST = 3
_NEAR = 5  # words of "the median waiting time was"


def medians(sentence: Sentence, before: Sentence | None) -> Iterator[Relation]:
    """Yield "scores of 4, 7, 9, 12 and 20, a median of 9" with the middle of its row."""
    words = sentence.words
    if words.count("median") != 1 or not lexicon.words(_TABLE, "medians_of_others").isdisjoint(
        words
    ):
        return
    figures, row = amounts(sentence), _only_row(sentence)
    near = before is not None and before.index == sentence.index - 1
    if row is None and before is not None and near and not _others(before):
        row = _only_row(before)
    median = _median(sentence, [one for one in figures if row is None or one not in row])
    if row is None or median is None or median.hedge is not None:
        return
    units = {one.unit.name for one in (*row, median) if one.unit is not None}
    if len(units) > 1 or median.figure is None:
        return
    ordered = sorted(row, key=_value)
    if not _value(ordered[0]) <= _value(median) <= _value(ordered[-1]):
        return  # "rents were £700, £750 and £980, and the median home cost £240,000"
    middle, printed = _middle(ordered)
    yield Relation(
        "median_of",
        {
            "values": tuple(row),
            "median": median,
            "middle": derived(middle, median, printed, unit=median.unit),
        },
        median.span,
        strict=True,
        derived=frozenset({"middle"}),
        quoted=is_quoted(sentence, median),
    )


def _others(sentence: Sentence) -> bool:
    return not lexicon.words(_TABLE, "medians_of_others").isdisjoint(sentence.vocabulary)


def _only_row(sentence: Sentence) -> list[Quantity] | None:
    """Return the one row of three figures or more, where no count says there are others."""
    figures, found, at = amounts(sentence), list[list[Quantity]](), 0
    while at < len(figures) - 1:
        last = row_end(sentence, figures, at)
        if last - at >= _LEAST:
            found.append(figures[at:last])
        at = max(last, at + 1)
    if len(found) != 1:
        return None
    row = found[0]
    counts = [one for one in figures if one.kind == "count" and one.first < row[0].first]
    whole = all(one.value == len(row) for one in counts)
    return row if whole else None


def _median(sentence: Sentence, figures: list[Quantity]) -> Quantity | None:
    """Return the figure that is called the median: after the word, or right before it."""
    words, at = sentence.words, sentence.words.index("median")
    after = next((one for one in figures if one.first > at), None)
    if after is not None:
        between = words[at + 1 : opens(sentence, after)]
        row = bool(between) and any(word[0].isdigit() for word in between)
        stops = {",", ";", "and", "but", "than"}
        plain = stops.isdisjoint(between) and len(between) <= _NEAR
        told = row and between[:1] == ["of"] and between[-1] in ("is", "was", "be")
        if told or plain:
            return after
    lead = [one for one in figures if closes(sentence, one) < at]
    if not lead:
        return None
    linking = words[closes(sentence, lead[-1]) : at]
    return lead[-1] if linking[-1:] == ["the"] and len(linking) <= 3 else None


def _value(figure: Quantity) -> Rational:
    return figure.figure.value if figure.figure is not None else 0


def _middle(ordered: list[Quantity]) -> tuple[Rational | Interval, str]:
    """Return the middle of figures and its print, or all between the two that stand there."""
    low, high = ordered[(len(ordered) - 1) // 2], ordered[len(ordered) // 2]
    if _value(low) == _value(high):
        return _value(low), low.text
    return Interval(_value(low), _value(high)), f"{low.text} to {high.text}"
