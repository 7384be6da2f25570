"""Statistics in print: tests, intervals, means of whole numbers, margins of error."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.model.passage import Passage
from numcheck.model.relation import Relation
from numcheck.relate.setting import Setting
from numcheck.relate.statistics.estimates import estimates
from numcheck.relate.statistics.margins import margins
from numcheck.relate.statistics.means import means
from numcheck.relate.statistics.tests import tests

_INTERVALS = frozenset({"ci", "cis", "cri", "confidence", "credible"})
_MEANS = frozenset({"average", "averages", "averaged", "averaging", "mean"})


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every statistic that other figures beside it decide."""
    for sentence in passage.figured:
        words = sentence.words
        if "p" in words:
            yield from tests(sentence)
        if not _INTERVALS.isdisjoint(words):
            yield from estimates(sentence)
        if not _MEANS.isdisjoint(words):
            yield from means(sentence)
    yield from margins(passage)
