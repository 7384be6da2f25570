"""An older figure and a newer one that stand further apart."""

from __future__ import annotations

from numcheck.lexicon.words import phrases
from numcheck.relate.changes.frame.alike import alike
from numcheck.relate.changes.frame.moves import CUES, Move
from numcheck.relate.changes.frame.pairs import Pair, expected
from numcheck.relate.changes.frame.scene import Level, Scene
from numcheck.relate.wording import opens

_FAR = 20


def loose_pair(scene: Scene) -> Pair | None:
    """Return the two figures of a sentence that has no more, and says which is the older."""
    if len(scene.levels) != 2:
        return None
    left, right = scene.levels
    if expected(scene, left) or expected(scene, right):
        return None
    return (
        _taken_on(scene, left, right) or _dated(scene, left, right) or _listed(scene, left, right)
    )


def _taken_on(scene: Scene, left: Level, right: Level) -> Pair | None:
    """Join "averaged £240,000 in May, slipped 2% in June to £234,000"."""
    if right.mark != "to" or left.mark in ("from", "to", "than", "against", "on"):
        return None
    moves = [*scene.moves, *_multiplied(scene)]
    move = next((m for m in moves if left.figure.last <= m.first < right.first), None)
    if move is None or move.noun or not move.sign or right.first - left.figure.last > _FAR:
        return None
    place, _ = scene.over_time(max(left.figure.last, left.figure.noun_last), move.first)
    words = phrases(CUES, "takes_on")
    while place < move.first:
        found = words.at(scene.words, place)
        if found is None:
            return None
        place = found[1]
    others = [m for m in scene.moves if move.last <= m.first < right.first]
    if others or scene.barred(move.last, right.first) or scene.stated(move.last, right.first):
        return None
    return _pair(scene, left, right, move)


def _multiplied(scene: Scene) -> list[Move]:
    """Return "doubled" and its like as words of movement that go no way of their own."""
    return [
        Move(claim.sign, claim.figure.first, claim.figure.last, weak=True)
        for claim in scene.claims
        if claim.kind == "times" and scene.words[claim.figure.last - 1].endswith(("ed", "ing"))
    ]


def _dated(scene: Scene, left: Level, right: Level) -> Pair | None:
    """Join "900 members, 20% more than in 2010, when it had 750"."""
    claims = [
        claim
        for claim in scene.claims
        if claim.kind in ("percent", "times") or claim.form == "compare"
    ]
    if len(claims) != 1 or len(scene.claims) != 1 or left.figure.kind == "percent":
        return None
    old = [level for level in (left, right) if level.when == "past" or level.when.isdigit()]
    now = [level for level in (left, right) if level.when == "now"]
    if not old and len(now) == 1 and "than" in scene.words[left.figure.last : right.first]:
        old = [right if now[0] is left else left]
    if len(old) != 1 or right.first - left.figure.last > _FAR:
        return None
    new = right if old[0] is left else left
    if {left.mark, right.mark} & {"from", "against", "into"} or scene.words[0] == "of":
        return None
    if any(scene.words[x.figure.noun_last :][:1] == ["of"] for x in (left, right)):
        return None
    between = scene.words[left.figure.last : right.first]
    if not _WALLS.isdisjoint(between) or (claims[0].form == "verb" and claims[0].sign == 0):
        return None
    pair = _pair(scene, old[0], new, None)
    if pair is None:
        return None
    first, last = min(left.first, claims[0].first), max(right.last, claims[0].last)
    return pair._replace(form="than", first=first, last=last, between=(first, last))


def _listed(scene: Scene, left: Level, right: Level) -> Pair | None:
    """Join "19 people in March and 12 in April, seven fewer"."""
    place = max(left.figure.last, left.figure.noun_last)
    end, _ = scene.over_time(place, right.first)
    between = scene.words[end : opens(scene.sentence, right.figure)]
    claims = [claim for claim in scene.claims if claim.form == "compare"]
    if end == place or right.mark or between not in (["and"], [","], [",", "and"], [",", "then"]):
        return None
    if len(claims) != 1 or claims[0].first - right.last > 2:
        return None
    pair = _pair(scene, left, right, None)
    return pair._replace(form="then") if pair else None


_WALLS = frozenset({";", "while", "whereas", "but", "and", "although", "though", "despite", "or"})


def _pair(scene: Scene, old: Level, new: Level, move: Move | None) -> Pair | None:
    joined = alike(old.figure, new.figure)
    if joined is None:
        return None
    first, last = min(old.first, new.first), max(old.last, new.last)
    between = (min(old.figure.last, new.figure.last), max(old.first, new.first))
    return Pair(*joined, first, last, "taken", scene, move, old.when, between)
