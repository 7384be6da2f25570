"""What came of both halves of a game, and its sum."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.sparse.window import TABLE, Window, is_count
from numcheck.relate.wording import closes, is_quoted


def find(window: Window) -> Iterator[Relation]:
    """Yield "31 points, scoring 12 in the first half and 21 in the second"."""
    if lexicon.phrases(TABLE, "first_part").find(window.words) is None:
        return
    figures = window.own
    if len(figures) != 3 or not all(is_count(one) and one.hedge is None for one in figures):
        return
    if window.says("not_both"):
        return
    for whole in (figures[0], figures[-1]):
        parts = [one for one in figures if one is not whole]
        if _halves(window, parts) and _alike(whole, parts):
            yield Relation(
                "split",
                {"parts": tuple(parts), "whole": whole},
                whole.span.hull(parts[-1].span),
                quoted=is_quoted(window.sentence, *figures),
            )
            return


def _halves(window: Window, parts: list[Quantity]) -> bool:
    """Say whether one figure is of the first half and the other of the second."""
    keys = ("first_part", "second_part")
    return all(
        (hit := lexicon.phrases(TABLE, key).at(window.words, closes(window.sentence, one)))
        is not None
        and hit[1] > 0
        for key, one in zip(keys, parts, strict=True)
    )


def _alike(whole: Quantity, parts: list[Quantity]) -> bool:
    return all(one.noun is None or whole.noun is None or one.noun == whole.noun for one in parts)
