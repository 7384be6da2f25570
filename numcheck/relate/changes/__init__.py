"""Older figure, newer figure, and the change that is stated of them."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.model.passage import Passage, Sentence
from numcheck.model.relation import Relation
from numcheck.relate.changes import directions, sums
from numcheck.relate.changes.frame import read
from numcheck.relate.changes.frame.loose import loose_pair
from numcheck.relate.changes.frame.moves import moving_words
from numcheck.relate.changes.frame.pairs import Pair, pairs_in
from numcheck.relate.changes.frame.scene import Scene, is_amount
from numcheck.relate.changes.links import links
from numcheck.relate.changes.sequels import sequels
from numcheck.relate.setting import Setting

# A sentence with more figures is a table that lost its lines.
_MOST = 14


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every movement between two figures, and every change stated beside its two figures."""
    moving = moving_words()
    before: Scene | None = None
    pairs: list[Pair] = []
    for sentence in passage.figured:
        if len(sentence.quantities) > _MOST:
            before = None
            continue
        told = not moving.isdisjoint(sentence.words)
        scene = read(sentence) if told or _amounts(sentence) else None
        own = _pairs(scene) if scene is not None and _amounts(sentence) > 1 else []
        if told and scene is not None:
            yield from _in_sentence(scene, own)
        if scene is not None and before is not None and _follows(before.sentence, sentence):
            yield from sequels(before, pairs, scene, own)
        before, pairs = scene, own


def _pairs(scene: Scene) -> list[Pair]:
    pairs = pairs_in(scene)
    if not pairs and (pair := loose_pair(scene)):
        pairs = [pair]
    return pairs


def _follows(before: Sentence, sentence: Sentence) -> bool:
    return before.index == sentence.index - 1 and before.paragraph == sentence.paragraph


def _amounts(sentence: Sentence) -> int:
    """Count the amounts of a sentence, a range as two."""
    return sum(1 + one.is_range for one in sentence.quantities if is_amount(one))


def _in_sentence(scene: Scene, pairs: list[Pair]) -> Iterator[Relation]:
    for pair in pairs:
        yield from directions.of(pair)
    if pairs:
        for claim, pair in links(scene, pairs):
            yield from sums.of(claim, pair)
