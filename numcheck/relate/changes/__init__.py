"""Older figure, newer figure, and the change that is stated of them."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.model.passage import Passage, Sentence
from numcheck.model.relation import Relation
from numcheck.relate.changes import directions, sums
from numcheck.relate.changes.claims import read_claims
from numcheck.relate.changes.levels import read_levels
from numcheck.relate.changes.links import links
from numcheck.relate.changes.moves import moving_words
from numcheck.relate.changes.pairs import pairs_in
from numcheck.relate.changes.scene import Scene, is_amount
from numcheck.relate.changes.times import read_times
from numcheck.relate.setting import Setting


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every movement between two figures, and every change stated beside its two figures."""
    moving = moving_words()
    for sentence in passage.figured:
        if moving.isdisjoint(sentence.words):
            continue
        if sum(map(is_amount, sentence.quantities)) > 1 or _ranged(sentence):
            yield from _in_sentence(sentence)


def _ranged(sentence: Sentence) -> bool:
    return any(quantity.is_range for quantity in sentence.quantities)


def _in_sentence(sentence: Sentence) -> Iterator[Relation]:
    scene = read(sentence)
    pairs = pairs_in(scene)
    if not pairs:
        return
    for pair in pairs:
        yield from directions.of(pair)
    for claim, pair in links(scene, pairs):
        yield from sums.of(claim, pair)


def read(sentence: Sentence) -> Scene:
    """Read a sentence's changes and levels."""
    scene = Scene(sentence)
    read_times(scene)
    read_claims(scene)
    read_levels(scene)
    return scene
