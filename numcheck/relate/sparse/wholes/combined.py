"""What is called combined, beside the figures of a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from numcheck.lexicon import words as lexicon
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.sparse.wholes.sums import alike, reaches
from numcheck.relate.sparse.window import TABLE, Window, is_plain, wide
from numcheck.relate.sums.terms.kin import are_ages, kin
from numcheck.relate.sums.terms.ties import overlaps, tie
from numcheck.relate.wording import closes, opens

_FEW = 5
_APART = 8  # words between two figures that are added up


def find(window: Window) -> Iterator[Relation]:
    """Yield "who have spent 38, 27 and 16 years there, have given a combined 91 years"."""
    cues = lexicon.words(TABLE, "combined")
    if cues.isdisjoint(window.sentence.vocabulary) or not 2 < len(window.own) <= _FEW:
        return
    whole = next((one for one in window.own if _is_combined(window, one)), None)
    if whole is None or whole.hedge is not None or overlaps(window.sentence):
        return
    rest = [one for one in window.own if one is not whole]
    if whole.kind == "duration" and are_ages(window.words, rest[0].first):
        return
    if not _before_or_after(whole, rest) or window.says("not_a_whole"):
        return
    parts = [_in_unit(one, whole) for one in rest]
    if not all(is_plain(one) and kin(whole, one) for one in parts) or not _listed(window, rest):
        return
    if any(one.noun not in (None, whole.noun) for one in rest):
        return  # "with 14 and 11 wins, have a combined 31 titles"
    sized = [replace(one, kind="measure") for one in parts]
    if not alike([*sized, replace(whole, kind="measure")]):
        return
    if any(wide(one).below(wide(whole)) is not True for one in parts):
        return
    if not reaches(whole, parts) and not _some_reach(whole, parts):
        first = opens(window.sentence, whole)
        yield tie("split", window.sentence, whole, tuple(parts), first - 1, first)


def _is_combined(window: Window, one: Quantity) -> bool:
    """Say whether a figure is called a sum: "a combined 91 years", "91 years between them"."""
    words, last = window.words, closes(window.sentence, one)
    lead = lexicon.phrases(TABLE, "combined_before").ending(words, opens(window.sentence, one))
    return lead is not None or lexicon.phrases(TABLE, "combined_after").at(words, last) is not None


def _before_or_after(whole: Quantity, rest: list[Quantity]) -> bool:
    """Say whether a sum stands before all its figures, or behind them."""
    return len({one.first < whole.first for one in rest}) == 1


def _in_unit(one: Quantity, whole: Quantity) -> Quantity:
    if one.unit is None and whole.unit is not None and one.kind == "number" and not one.noun:
        return replace(one, kind=whole.kind, unit=whole.unit, units=whole.units)
    return one


def _listed(window: Window, rest: list[Quantity]) -> bool:
    """Say whether figures stand in one list, the last joined by "and"."""
    gaps = [
        window.words[closes(window.sentence, left) : opens(window.sentence, right)]
        for left, right in pairwise(rest)
    ]
    joined = bool(gaps) and "and" in gaps[-1]
    return joined and all(len(gap) <= _APART and ";" not in gap for gap in gaps)


def _some_reach(whole: Quantity, parts: list[Quantity]) -> bool:
    """Say whether two or more of several figures come to the sum."""
    if len(parts) < 3:
        return False
    return any(reaches(one, [whole, *parts[:at]]) for at, one in enumerate(parts) if at)
