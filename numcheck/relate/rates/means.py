"""The mean of figures that stand in a row."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.rates.terms.spans import nearly
from numcheck.relate.wording import closes, is_quoted, opens

_TABLE = "cues/rates"
_LINKS = ([","], ["and"], [",", "and"], ["&"])
_MARKS = frozenset({",", "–", "—", "(", ":", ";"})
_MEANS = frozenset({"average", "averaging", "mean", "averaged", "averages"})
_AT_ONCE = frozenset({"for", "averaging", "at", "giving", "average", "averages", "averaged"})
_THEM = frozenset({"them", "which", "whom", "these", "those"})
_KINDS = frozenset({"count", "number", "measure", "money", "percent", "duration", "age"})


def means_of(sentence: Sentence, figures: list[Quantity]) -> Iterator[Relation]:
    """Yield every row of figures with the mean that is printed beside it."""
    if _MEANS.isdisjoint(sentence.vocabulary):
        return
    at = 0
    while at < len(figures) - 2:
        last = row_end(sentence, figures, at)
        if last - at < 2:
            at += 1
            continue
        row = figures[at:last]
        if len(row) > 2 and row[0].value == len(row) - 1 and row[0].noun is not None:
            row = row[1:]  # "the mean of the three readings, 4.2, 4.8 and 5.1"
        mean = _next(figures, last, row)
        if mean is not None and _same(row[0], mean) and _follows(sentence, row, mean):
            yield Relation(
                "mean_of",
                {"values": tuple(row), "mean": mean if mean.kind == "percent" else nearly(mean)},
                row[0].span.hull(mean.span),
                strict=True,
                quoted=is_quoted(sentence, mean),
            )
        at = last


def _next(figures: list[Quantity], last: int, row: list[Quantity]) -> Quantity | None:
    """Return the figure after a row; "in her three games" only counts the row again."""
    following = figures[last : last + 2]
    if len(following) == 2 and following[0].value == len(row) and following[0].unit is None:
        return following[1]
    return following[0] if following else None


def in_row(sentence: Sentence, figures: list[Quantity], quantity: Quantity) -> bool:
    """Say whether a figure is the last of a row, and so no total of its own."""
    at = figures.index(quantity)
    if at == 0 or not (_plain(figures[at - 1]) and _plain(quantity)):
        return False
    left = figures[at - 1]
    gap = sentence.words[closes(sentence, left) : opens(sentence, quantity)]
    return gap in _LINKS and gap != [","] and _same(left, quantity)


def row_end(sentence: Sentence, figures: list[Quantity], at: int) -> int:
    """Return the place after the last of the figures that stand in a row from a place on."""
    last = at + 1
    while last < len(figures) and _plain(figures[last - 1]) and _plain(figures[last]):
        left, right = figures[last - 1], figures[last]
        gap = sentence.words[closes(sentence, left) : opens(sentence, right)]
        if gap not in _LINKS or not _same(left, right) or _of_them(sentence, right):
            break
        last += 1
        if "and" in gap:
            break
    return last if last - at > 1 and _plain(figures[at]) else at + 1


def _of_them(sentence: Sentence, figure: Quantity) -> bool:
    """Say whether a figure is a part of the one before: "12 innings, three of them unbeaten"."""
    after = sentence.words[closes(sentence, figure) :][:2]
    return after[:1] == ["of"] and after[1:] != [] and after[1] in _THEM


def _plain(quantity: Quantity) -> bool:
    figure = quantity.figure
    return (
        quantity.kind in _KINDS
        and figure is not None
        and not quantity.is_range
        and not figure.vague
        and quantity.hedge is None
    )


def _same(one: Quantity, other: Quantity) -> bool:
    """Say whether two figures are of one unit and count one thing, or one leaves it out."""
    if one.unit is not None and other.unit is not None:
        return one.unit.dimension == other.unit.dimension
    if one.unit is not None or other.unit is not None:
        return False
    return one.noun is None or other.noun is None or one.noun == other.noun


def _called(sentence: Sentence, first: Quantity) -> bool:
    """Say whether a row is what a mean is of: "the mean of 4.2, 4.8 and 5.1"."""
    lead = sentence.words[max(0, opens(sentence, first) - 7) : opens(sentence, first)]
    of = next((at for at, word in enumerate(lead) if word == "of"), 0)
    return of > 0 and lead[of - 1] in _MEANS


def _follows(sentence: Sentence, row: list[Quantity], mean: Quantity) -> bool:
    """Say whether ", an average of" leads from a row to its mean."""
    first, last = row[0], row[-1]
    if not _plain(mean) and (mean.hedge is None or mean.hedge.direction != "about"):
        return False
    gap = sentence.words[closes(sentence, last) : opens(sentence, mean)]
    if len(gap) > 12 or not gap:
        return False
    mark = next((at for at in range(len(gap) - 1, -1, -1) if gap[at] in _MARKS), None)
    tail = gap[mark + 1 :] if mark is not None else gap
    if tail in (["was"], ["is"], ["comes", "to"], ["came", "to"]) and _called(sentence, first):
        return True
    if _MEANS.isdisjoint(tail) or not all(word in lexicon.words(_TABLE, "lead") for word in tail):
        return False
    if mark is None and gap[0] not in _AT_ONCE:
        return False
    bars = lexicon.words(_TABLE, "bars")
    after = sentence.words[mean.last : mean.last + 4]
    prefix = gap[: mark or 0]
    return not any(word in bars for word in [*gap, *after]) and "." not in prefix
