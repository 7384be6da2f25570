"""More or fewer than before, and the two figures that should show it."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon.words import phrases
from numcheck.model.relation import Relation
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
    if right.mark not in ("against", "on", "than") or expected(scene, left):
        return
    if scene.barred(left.figure.last, right.first) or right.first - left.figure.last > _NEAR:
        return
    way = _way(scene, left, right)
    joined = alike(right.figure, left.figure)
    if way is None or joined is None:
        return
    sign, first, last = way
    yield directed(Pair(*joined, left.first, right.last, "against", scene), sign, first, last)


def _way(scene: Scene, left: Level, right: Level) -> tuple[int, int, int] | None:
    """Return which way a comparison goes, and the places of its words."""
    at = left.figure.last
    inner = phrases(CUES, "than_before").find(scene.words, at, right.first + 1)
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
