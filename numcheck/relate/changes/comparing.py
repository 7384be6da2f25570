"""More or fewer than before, and the two figures that should show it."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon.words import phrases, singular, words
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.changes.directions import directed
from numcheck.relate.changes.frame.alike import alike
from numcheck.relate.changes.frame.moves import CUES, SIGNS
from numcheck.relate.changes.frame.scene import Level, Scene
from numcheck.relate.changes.pairing.moments import dated
from numcheck.relate.changes.pairing.pairs import Pair, expected
from numcheck.relate.wording import opens

_FAR = 14  # words between "fewer people came" and its first figure
_NEAR = 8
_WALLS = frozenset({";", "while", "whereas", "but", "although", "though", "despite", "and"})


def compared(scene: Scene) -> Iterator[Relation]:
    """Yield "up on last year, at 12,400 compared with 13,100", "fewer: 8,400 against 7,900"."""
    if len(scene.levels) != 2 or scene.claims:
        return
    left, right = scene.levels
    yield from _since_when(scene, left, right)
    if right.mark not in ("against", "on", "than") or expected(scene, left):
        return
    if scene.barred(left.figure.last, right.first) or right.first - left.figure.last > _NEAR:
        return
    way = _way(scene, left, right)
    if way is None:
        return
    sign, first, last = way
    on_it = right.mark == "on"  # "820 people, an increase on the 870 deaths"
    joined = alike(right.figure, replace(left.figure, noun=None) if on_it else left.figure)
    if joined is None:
        return
    yield directed(Pair(*joined, left.first, right.last, "against", scene), sign, first, last)


def announced_way(scene: Scene, pair: Pair) -> Iterator[Relation]:
    """Yield "Sightings increased: the group had 140 in 2022 and 118 in 2023"."""
    tokens = scene.words
    if pair.form != "then" or scene.claims or len(scene.levels) != 2:
        return
    for move in scene.moves:
        if move.noun or not move.sign or move.weak or move.last >= pair.first:
            continue
        colon = next((p for p in range(move.last, min(move.last + 3, pair.first))
                      if tokens[p] in (":", "–", "—")), None)  # fmt: skip
        many = words(CUES, "of_many")
        if colon is not None and many.isdisjoint(tokens[:colon]) and pair.first - colon < _NEAR:
            yield directed(pair, move.sign, move.first, move.last)
            return


def _since_when(scene: Scene, left: Level, right: Level) -> Iterator[Relation]:
    """Yield "has fallen since 2015, when it had 4,200; it has 4,900 today"."""
    tokens = scene.words
    whens = [p for p, word in enumerate(tokens) if word in ("when", "then")]
    if len(whens) != 1:
        return
    old = right if left.figure.first < whens[0] < right.figure.first else left
    new = left if old is right else right
    move = next((m for m in reversed(scene.moves) if m.last <= whens[0] and m.sign), None)
    if move is None or move.weak or not 0 <= old.figure.first - whens[0] <= _NEAR:
        return
    since = tokens[move.last : whens[0]]
    if "since" not in since or len(since) > 7 or scene.figured(move.last, whens[0]):
        return
    if not _of_subject(scene, move.first, whens[0], old):
        return
    joined = alike(old.figure, new.figure)
    ahead = tokens[new.last : new.last + 5]
    told = new.when == "now" or not {"now", "today"}.isdisjoint(ahead)
    told = told or (new.mark == "at" and new.figure.first < move.first)
    if joined is not None and told:
        pair = Pair(*joined, left.first, right.last, "then", scene, move)
        yield directed(pair, move.sign, move.first, move.last)


def _of_subject(scene: Scene, at: int, when: int, old: Level) -> bool:
    """Say whether an older figure is of what moved: "when it had 4,200", not "bought 40 flats"."""
    noun = old.figure.noun
    if noun is not None:
        people = noun in words("nouns", "people") or noun == "person"
        return people or noun in map(singular, scene.words[:at])
    return not {"it", "they", "there"}.isdisjoint(scene.words[when : old.figure.first])


def _way(scene: Scene, left: Level, right: Level) -> tuple[int, int, int] | None:
    """Return which way a comparison goes, and the places of its words."""
    at = left.figure.last
    inner = phrases(CUES, "than_before").find(scene.words, at, right.figure.first)
    if right.mark != "against":
        return None if inner is None else (SIGNS[inner.name], inner.first, inner.last)
    if not (right.when or dated(scene, right) or _ends(scene, right)):
        return None
    begin = max(0, opens(scene.sentence, left.figure) - _FAR)
    for found in phrases(CUES, "than_before").all(scene.words, begin, left.figure.first):
        if _WALLS.isdisjoint(scene.words[found.last : left.figure.first]):
            return SIGNS[found.name], found.first, found.last
    if begin:
        return None
    leading = phrases(CUES, "more_of").at(scene.words, 0)
    open_ = _WALLS.isdisjoint(scene.words[: left.figure.first])
    return (SIGNS[leading[0]], 0, leading[1]) if leading and open_ else None


def _ends(scene: Scene, right: Level) -> bool:
    return scene.words[right.figure.last :] in ([], ["."]) and right.figure.noun is None
