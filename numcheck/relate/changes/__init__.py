"""Older figure, newer figure, and the change that is stated of them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from numcheck.model.passage import Passage, Sentence
from numcheck.model.relation import Relation
from numcheck.relate.changes import directions, sums
from numcheck.relate.changes.comparing import announced_way, compared, foretold_way, states
from numcheck.relate.changes.frame import read, read_stated
from numcheck.relate.changes.frame.alike import may_be_alike
from numcheck.relate.changes.frame.moves import multiplied, tells
from numcheck.relate.changes.frame.scene import Scene
from numcheck.relate.changes.links import links
from numcheck.relate.changes.pairing.loose import loose_pair
from numcheck.relate.changes.pairing.pairs import Pair, pairs_in
from numcheck.relate.changes.pairing.sides import apart
from numcheck.relate.changes.sequels import announced, headed, may_go_on, named, refers, sequels
from numcheck.relate.setting import Setting

# A sentence with more figures is a table that lost its lines.
_MOST = 14
_BY_SIDES = frozenset({"on", "as", "than"})  # "twice as many women as men: 90 women and 60 men"


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every movement between two figures, and every change stated beside its two figures."""
    before: _Read | None = None
    for sentence in passage.figured:
        if len(sentence.quantities) > _MOST:
            before = None
            continue
        now = _Read(sentence)
        if now.amounts > 1 and now.told and now.joins:
            yield from _in_sentence(now)
        if before is not None and now.follows(before):
            if before.sentence.block.place == "headline":
                if now.pairs:
                    yield from headed(before.scene, now.pairs, now.scene)
            elif (
                (now.told and before.pairs)
                or (before.told and now.pairs)
                or may_go_on(before.sentence, now.sentence)
            ):
                yield from sequels(before.scene, before.pairs, now.scene, now.pairs)
        if now.amounts == 2:
            yield from _around(passage, now)
        before = now


def _around(passage: Passage, now: _Read) -> Iterator[Relation]:
    """Tie "Prices have doubled." before two figures, or after them, in a sentence without any."""
    at = now.sentence.index
    for place in (at - 1, at + 1):
        if not 0 <= place < len(passage.sentences) or not now.beside(passage.sentences[place]):
            continue
        if len(now.pairs) != 1 or now.scene.claims:
            return
        other = read(passage.sentences[place])
        if place < at and not multiplied(other.words):
            yield from foretold_way(other, now.pairs[0], now.scene)
        elif place < at and refers(now.scene):
            yield from announced(other, now.pairs[0], now.scene)
        elif place > at:
            yield from named(now.pairs[0], other)


class _Read:
    """A sentence that is read for its changes when that is first asked for."""

    __slots__ = ("_joins", "_pairs", "_told", "amounts", "sentence")

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.amounts = 0
        for one in sentence.amounts:
            if one.figure is not None:
                self.amounts += 1 if one.upper is None else 2
        self._told: bool | None = None
        self._joins: bool | None = None
        self._pairs: list[Pair] | None = None

    @property
    def told(self) -> bool:
        """Say whether it may speak of a change."""
        if self._told is None:
            self._told = tells(self.sentence)
        return self._told

    @property
    def scene(self) -> Scene:
        return read(self.sentence)

    @property
    def joins(self) -> bool:
        """Say whether two of its figures may be of one thing; all else needs no reading."""
        if self._joins is None:
            self._joins = self.amounts > 1 and _joins(self.sentence)
        return self._joins

    @property
    def pairs(self) -> list[Pair]:
        if self._pairs is None:
            self._pairs = _pairs(self.scene) if self.joins else []
        return self._pairs

    def follows(self, before: _Read) -> bool:
        """Say whether this sentence may go on about the figures of the one before it."""
        one, other = before.sentence, self.sentence
        if one.index != other.index - 1 or not (self.amounts and before.amounts):
            return False
        joined = one.paragraph == other.paragraph or one.block.place == "headline"
        return joined and (self.told or before.told)

    def beside(self, other: Sentence) -> bool:
        """Say whether a sentence without figures multiplies what stands in this one."""
        if other.quantities:
            return False
        joined = other.paragraph == self.sentence.paragraph or other.block.place == "headline"
        if not joined or not self.joins:
            return False
        return multiplied(other.words) or (other.index < self.sentence.index and tells(other))


def _joins(sentence: Sentence) -> bool:
    amounts = [one for one in sentence.amounts if one.figure is not None]
    if any(one.is_range for one in amounts):
        return True
    strict = _BY_SIDES.isdisjoint(sentence.vocabulary)
    return any(may_be_alike(one, other, strict) for one, other in combinations(amounts, 2))


def _pairs(scene: Scene) -> list[Pair]:
    pairs = pairs_in(scene)
    if not pairs and (pair := loose_pair(scene)):
        pairs = [pair]
    return [pair for pair in pairs if not apart(scene, pair.old, pair.new)]


def _in_sentence(now: _Read) -> Iterator[Relation]:
    if not states(read_stated(now.sentence)):
        return
    scene, pairs = now.scene, now.pairs
    told = [relation for pair in pairs for relation in directions.of(pair)]
    yield from told or compared(scene)
    if len(pairs) == 1 and not told:
        yield from announced_way(scene, pairs[0])
    if pairs:
        for claim, pair in links(scene, pairs):
            yield from sums.of(claim, pair)
