"""Ranges, with their lower and upper ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.setting import Setting
from numcheck.relate.wording import gap, is_quoted, preceding

_LINKS = frozenset({"-", "–", "—", "‑", "to", "and", "−"})


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every range: printed as one, or as two figures of one dimension between a link."""
    for sentence in passage.figured:
        before: Quantity | None = None
        for quantity in sentence.quantities:
            if quantity.is_range and quantity.figure is not None:
                if not _other_kind(sentence, quantity):
                    yield from _printed(sentence, quantity)
            elif before is not None and _between(sentence, before, quantity):
                yield _relation(sentence, before, quantity)
            before = quantity


def _other_kind(sentence: Sentence, whole: Quantity) -> bool:
    """Say whether what looks like a range is another thing.

    "between 600 and 150 B.C." counts backward, "12,462 – 2,300 = 10,162" is a sum, and a
    "1.600-1.000-m gauge" has two rails.
    """
    words, at = sentence.words, whole.last
    if words[at : at + 1] in (["="], ["bc"], ["bce"]) or words[at : at + 3] == ["b", ".", "c"]:
        return True
    follows = words[at : at + 2]
    return follows[:1] == ["ago"] or follows == ["years", "ago"] or whole.text.count("-") > 1


def _printed(sentence: Sentence, whole: Quantity) -> Iterator[Relation]:
    """Split a range into its ends."""
    assert whole.upper is not None
    link = next(
        (at for at in range(whole.first + 1, whole.last) if sentence.words[at] in _LINKS), None
    )
    if link is None or link + 1 >= whole.last:
        return
    low = replace(
        whole,
        span=sentence.span_of(whole.first, link),
        text=sentence.cut(whole.first, link),
        upper=None,
        last=link,
    )
    high = replace(
        whole,
        span=sentence.span_of(link + 1, whole.last),
        text=sentence.cut(link + 1, whole.last),
        figure=whole.upper,
        upper=None,
        first=link + 1,
        hedge=None,
    )
    yield _relation(sentence, low, high)


def _between(sentence: Sentence, low: Quantity, high: Quantity) -> bool:
    """Say whether two figures of one dimension stand as "between 900 m and 1.2 km"."""
    if low.unit is None or high.unit is None or low.unit.dimension != high.unit.dimension:
        return False
    if low.figure is None or high.figure is None or high.is_range or low.is_range:
        return False
    words = gap(sentence, low, high)
    if words == ["and"]:
        return preceding(sentence, low) == ["between"]
    # "900 m to 1.2 km wide": a change ("from 12C to 5C") or an offer has no such form
    return (
        words == ["to"]
        and low.unit != high.unit
        and low.kind == "measure"
        and preceding(sentence, low) != ["from"]
    )


def _relation(sentence: Sentence, low: Quantity, high: Quantity) -> Relation:
    return Relation(
        "range",
        {"low": low, "high": high},
        low.span.hull(high.span),
        quoted=is_quoted(sentence, low, high),
    )
