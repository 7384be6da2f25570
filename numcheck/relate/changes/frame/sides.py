"""Two figures side by side, and a change stated of the second."""

from __future__ import annotations

from numcheck.relate.changes.frame.scene import Claim, Level, Scene
from numcheck.relate.changes.frame.times import after_as
from numcheck.relate.wording import bracket, opens

_OFF = frozenset({"ahead", "behind", "clear", "above", "below"})


def grouped(scene: Scene, before: Level, level: Level) -> bool:
    """Say whether two groups are set side by side: "(24 against 12)", ": 44m against 22m"."""
    if level.mark not in ("against", "to") or before.first < 2:
        return False
    end = max(before.figure.last, before.figure.noun_last)
    gap = scene.words[end : level.first]
    opening = scene.words[opens(scene.sentence, before.figure) - 1]
    led = any(
        (claim.kind == "times" or claim.form == "compare") and claim.last <= before.first
        for claim in scene.claims
    )
    told = opening == "," and level.mark == "against" and led
    return gap in ([], [","]) and (told or opening in ("(", ":", "–", "—", "["))


def each_in_brackets(scene: Scene, before: Level, level: Level) -> bool:
    """Say whether two groups each have their figure: "twice as many men (42) as women (21)"."""
    one = bracket(scene.sentence, before.figure.first)
    other = bracket(scene.sentence, level.figure.first)
    if one is None or other is None or one[1] >= other[0]:
        return False
    between = scene.words[one[1] + 1 : other[0]]
    link = {"times": "as", "percent": "than", "amount": "than", "points": "than"}
    told = [claim for claim in scene.claims if claim.last <= before.first]
    return len(told) == 1 and len(between) <= 6 and link[told[0].kind] in between


def beside(scene: Scene, claim: Claim, level: Level) -> bool:
    """Say whether a change is stated of the figure that follows: "fewer than the 60"."""
    gap = level.first - claim.last
    if claim.kind == "times":
        found = after_as(scene.words, claim.last)
        begin = opens(scene.sentence, level.figure)
        at = found if found is not None else claim.last
        if at > begin or scene.barred(at, begin) or scene.figured(at, begin):
            return False
        return begin - at <= (0 if found is None else 6) and "," not in scene.words[at:begin]
    if claim.form == "compare" and scene.words[claim.last - 1] in _OFF:
        begin = opens(scene.sentence, level.figure)
        return begin - claim.last <= 5 and not scene.barred(claim.last, begin)
    if claim.form == "compare":
        told = level.mark in ("than", "on", "above", "against") and -1 <= gap <= 3
        return told or _than_one_of(scene, claim, level)
    return claim.form != "sign" and level.mark in ("on", "than") and 0 <= gap <= 2


def _than_one_of(scene: Scene, claim: Claim, level: Level) -> bool:
    """Say whether "than" goes on to a thing and then its figure: "than the silver bar at 12kg"."""
    begin = opens(scene.sentence, level.figure)
    between = scene.words[claim.last : begin]
    if between[:1] != ["than"] or len(between) > 7 or scene.barred(claim.last, begin):
        return False
    return between[-1] in ("at", ",", "(", "of", "with", "on") and not scene.figured(
        claim.last, begin
    )
