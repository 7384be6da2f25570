"""A sum of money in all, its parts in brackets."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.sparse.wholes.sums import alike
from numcheck.relate.sparse.window import TABLE, Window
from numcheck.relate.sums.terms.ties import overlaps, tie
from numcheck.relate.wording import closes, opens

_MORE = frozenset({"with", "plus", "and", "including", "some", "most", "partly"})


def find(window: Window) -> Iterator[Relation]:
    """Yield "worth £60,000 in total, went to a choir (£25,000), a band (£20,000) and …"."""
    if window.words.count("(") < 2 or len(window.own) < 3:
        return
    whole, *parts = window.own
    if whole.unit is None or not alike(window.own):
        return
    if not all(_bracketed(window, one) for one in parts) or overlaps(window.sentence):
        return
    if (_in_all(window, whole) or _met(window, whole, parts)) and not window.says("not_a_whole"):
        yield tie("split", window.sentence, whole, tuple(parts), whole.first, whole.last)


def _bracketed(window: Window, figure: Quantity) -> bool:
    """Say whether a figure stands in brackets of its own."""
    words, last = window.words, closes(window.sentence, figure)
    return words[opens(window.sentence, figure) - 1] == "(" and words[last : last + 1] == [")"]


def _met(window: Window, whole: Quantity, parts: list[Quantity]) -> bool:
    """Say whether a bill is met by what stands in brackets: "will be met by Kent (£2m) and …"."""
    first, last = whole.last, opens(window.sentence, parts[0])
    between = window.words[closes(window.sentence, parts[-2]) : opens(window.sentence, parts[-1])]
    met = lexicon.phrases(TABLE, "met_by").find(window.words, first, last)
    if not _MORE.isdisjoint(window.words[first:last]):
        return False  # "worth £45,000 with a late gift"
    return met is not None and "and" in between and len(parts) > 1


def _in_all(window: Window, figure: Quantity) -> bool:
    """Say whether words beside a figure make it a total."""
    words = window.words
    after = lexicon.phrases("cues/sums", "sum_after").at(words, closes(window.sentence, figure))
    before = lexicon.phrases("cues/sums", "sum_before").ending(
        words, opens(window.sentence, figure)
    )
    if after is not None and words[after[1] : after[1] + 1] not in (
        [","],
        ["went"],
        ["has"],
        ["have"],
    ):
        return False  # "£60,000 in total with a late award"
    return after is not None or before is not None
