"""Statistics in print: tests, intervals, means of whole numbers, margins of error."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.model.passage import Passage, Sentence
from numcheck.model.relation import Relation
from numcheck.relate.setting import Setting

_INTERVALS = frozenset({"ci", "cis", "cri", "confidence", "credible"})
_MEANS = frozenset({"average", "averages", "averaged", "averaging", "mean"})


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every statistic that other figures beside it decide.

    Few articles have any, so that each room is opened by the first sentence that needs it.
    """
    margin = False
    before: Sentence | None = None
    for sentence in passage.figured:
        words = sentence.vocabulary
        if "p" in words:
            from numcheck.relate.statistics.tests import tests

            yield from tests(sentence)
        if not _INTERVALS.isdisjoint(words):
            from numcheck.relate.statistics.estimates import estimates

            yield from estimates(sentence)
        if not _MEANS.isdisjoint(words):
            from numcheck.relate.statistics.means import means

            yield from means(sentence, before)
        if "median" in words:
            from numcheck.relate.statistics.medians import medians

            yield from medians(sentence, before)
        margin = margin or "margin" in words or "sampling" in words
        before = sentence
    if margin:
        from numcheck.relate.statistics.margins import margins

        yield from margins(passage)
