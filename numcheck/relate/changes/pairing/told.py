"""Two figures that explain a change, and changes that are of others."""

from __future__ import annotations

from numcheck.lexicon.words import phrases, words
from numcheck.relate.changes.frame.alike import alike
from numcheck.relate.changes.frame.moves import CUES
from numcheck.relate.changes.frame.scene import Claim, Level, Scene
from numcheck.relate.changes.frame.terms import UNITS
from numcheck.relate.changes.pairing.moments import older, other_spell
from numcheck.relate.changes.pairing.pairs import Pair
from numcheck.relate.wording import opens

_FAR = 12
_SPANS = frozenset({"year", "month", "week", "day", "quarter", "decade", "season", "annum"})
_COLONS = frozenset({":", ";", "–", "—"})


def explained(scene: Scene, left: Level, right: Level) -> Pair | None:
    """Join "The fine was halved: he was to pay £4,000 and will now pay £3,000"."""
    if len(scene.levels) != 2 or len(scene.claims) != 1:
        return None
    claim, begin = scene.claims[0], opens(scene.sentence, left.figure)
    colons = [p for p in range(claim.last, begin) if scene.words[p] in _COLONS]
    if len(colons) != 1 or colons[0] - claim.last > 4 or begin - colons[0] > _FAR:
        return None
    if claim.form == "compare" and "than" in scene.words[claim.last : colons[0]]:
        return None  # "90 more came than left: 240 in, 150 out"
    if _of_many(scene, claim, colons[0]) or left.figure.kind == "percent" != claim.figure.kind:
        return None
    old = older(scene, left, right)
    joined = old and alike(old.figure, (right if old is left else left).figure)
    if not joined:
        return None
    return Pair(*joined, left.first, right.last, "told", scene)


def budgeted(scene: Scene, left: Level, right: Level) -> Pair | None:
    """Join "The cost has doubled: budgeted at £3m, it came to £4m"."""
    if len(scene.levels) != 2 or len(scene.claims) != 1:
        return None
    tokens, claim = scene.words, scene.claims[0]
    at, end = opens(scene.sentence, left.figure), opens(scene.sentence, right.figure)
    put = phrases(CUES, "put_at").ending(tokens, at)
    came = phrases(CUES, "came_to").ending(tokens, end)
    if any(left.figure.last <= place < end for place in scene.dated):
        return None  # "budgeted at £3m in 2010 money, it came to £4m"
    if put is None or came is None or came[1] - left.last > 4 or not at - _FAR < claim.last < at:
        return None
    told = tokens[claim.last : put[1]]
    named = not words(CUES, "costs").isdisjoint(tokens[: claim.first])
    own = set(told) <= {":", "–", "—", "it", "was", "had", "been", "first", "originally", "having"}
    joined = alike(left.figure, right.figure) if named and own and told[:1] != ["it"] else None
    return Pair(*joined, left.first, right.last, "told", scene) if joined else None


def _of_many(scene: Scene, claim: Claim, colon: int) -> bool:
    """Say whether a change is one of many things, and the figures of one: "a single is now £2"."""
    if not words(CUES, "of_many").isdisjoint(scene.words[:colon]):
        return True
    return scene.words[colon + 1] in ("a", "an", "one", "some", "for", "in", "at", "with")


def now_to(scene: Scene, left: Level, right: Level) -> Pair | None:
    """Join "raise the fee, which is £45, to £50", "cut the toll (now $5) to $4"."""
    between = scene.words[left.last : right.first]
    if right.mark != "to" or between not in ([","], [")"], [], ["–"], ["to"]):
        return None
    at = opens(scene.sentence, left.figure)
    present = phrases(CUES, "at_present").ending(scene.words, at)
    if present is None:
        return None
    for move in reversed(scene.moves):
        if move.last > present[1] or not move.sign:
            continue
        near = present[1] - move.last <= 6 and not scene.figured(move.last, present[1])
        object_ = scene.words[move.last] in ("the", "its", "their", "his", "her", "this")
        joined = alike(left.figure, right.figure) if near and object_ else None
        if joined is None:
            return None
        span = (left.figure.last, right.first)
        plain = move._replace(weak=False, noun=False)
        return Pair(*joined, left.first, right.last, "from", scene, plain, "", span)
    return None


def apart(scene: Scene, claim: Claim) -> bool:
    """Say whether a change is a gap between two things: "six apart", "beats the old one by"."""
    if claim.form == "compare" and not claim.sign and scene.words[claim.first] == "by":
        return True
    said = scene.words[claim.first : claim.last]
    return not words(CUES, "gaps").isdisjoint(said)


def other_base(claim: Claim, pair: Pair) -> bool:
    """Say whether the words around a change give it another base than the two figures."""
    tokens = pair.scene.words
    if claim.kind not in ("percent", "points"):
        return False
    first, last = max(0, claim.first - 6), min(len(tokens), claim.last + 6)
    for place in (claim.figure.last, claim.last):
        word, span, moment = (*tokens[place : place + 3], "", "", "")[:3]
        rate = word in ("a", "per", "each", "every") and span in _SPANS
        if rate and moment not in ("earlier", "ago", "before"):
            return True
    hits = phrases(CUES, "other_base").all(tokens, first, last)
    return any(not (hit.first == claim.last and _since_then(pair, hit.first)) for hit in hits)


def _since_then(pair: Pair, at: int) -> bool:
    """Say whether "on the week" is since the older figure: "down 10% on the week at £88, from £96".

    Without a time of its own that figure can be no other than that of a week ago.
    """
    scene, end = pair.scene, max(pair.old.last, pair.old.noun_last)
    spell = scene.words[at : at + 2] == ["on", "the"] and len(scene.claims) == 1
    undated = scene.over_time(end)[0] == end and not pair.when
    return spell and undated and pair.form == "from" and pair.old.kind != "number"


def since_another(claim: Claim, pair: Pair) -> bool:
    """Say whether a change and the older figure go back to other times: "2% from April"."""
    if claim.kind == "times" or pair.old.sentence != pair.scene.sentence.index:
        return False
    if _on_a_year(claim, pair):
        return True
    tokens, end = pair.scene.words, max(pair.old.last, pair.old.noun_last)
    told = tokens[end : min(end + 5, claim.first)] if end <= claim.first else tokens[end : end + 5]
    stop = pair.old.first if pair.old.first >= claim.last else claim.last + 6
    if pair.form == "taken" and pair.old.first < claim.first:
        # "floated at 180p, lost 6% on Tuesday to close at 141p"
        own = pair.scene.over_time(claim.last)[0]
        dated = pair.scene.over_time(end)[0] > end
        if tokens[claim.last : claim.last + 1] == ["on"] and own > claim.last and not dated:
            return True
    return other_spell(tokens[claim.last : stop], told)


def _on_a_year(claim: Claim, pair: Pair) -> bool:
    """Say whether a change goes back to a year of its own: "nine points on its 2015 peak"."""
    tokens, at = pair.scene.words, claim.last
    behind = max(pair.old.first, pair.new.first) < claim.first
    if not behind or tokens[at : at + 1] not in (["on"], ["from"], ["since"]):
        return False
    years = {q.text for q in pair.scene.sentence.quantities if q.kind == "year"}
    told = years.intersection(tokens[at + 1 : at + 4])
    return bool(told) and told.isdisjoint(tokens[: claim.first])


def at_other_time(clause: list[str], before: list[str]) -> bool:
    """Say whether a base is of a time not named before it: "twice what it did in March"."""
    times = UNITS.intersection(clause)
    return bool(times) and times.isdisjoint(before)
