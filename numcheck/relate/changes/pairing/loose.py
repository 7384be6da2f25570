"""An older figure and a newer one that stand further apart."""

from __future__ import annotations

from itertools import pairwise

from numcheck.lexicon.words import phrases, singular, words
from numcheck.relate.changes.frame.alike import alike
from numcheck.relate.changes.frame.moves import CUES, Move
from numcheck.relate.changes.frame.scene import Claim, Level, Scene
from numcheck.relate.changes.frame.terms import expected
from numcheck.relate.changes.pairing.moments import gapped, older, told_apart
from numcheck.relate.changes.pairing.pairs import Pair, outer_move
from numcheck.relate.changes.pairing.sides import of_what_they_did
from numcheck.relate.changes.pairing.told import apart, budgeted, explained, now_to
from numcheck.relate.wording import opens

_FAR = 20
_FARTHEST = 32
_QUOTES = frozenset({"“", '"', "‘", "'"})
_OWN = frozenset({"the", "its", "their", "it", "they", "shares", "prices", "he", "she"})
_RANKS = 200
_CLAUSES = frozenset({"where", "what", "than"})
_BACK_TO = _CLAUSES | {"from", "on", "since"}
_SOME = frozenset("also already under over aged are both twice all have".split())
_MOST = 6  # figures, beyond which a sentence is a list


def loose_pair(scene: Scene) -> Pair | None:
    """Return two figures that nothing else is like, where the words say which is the older."""
    levels = _without_asides(scene.levels)
    for left, right in pairwise(levels[:_MOST]):
        if pair := budgeted(scene, left, right):
            return pair
        if expected(scene, left) or expected(scene, right):
            continue
        others = [one for one in levels if one is not left and one is not right]
        found = (
            _taken_on(scene, left, right)
            or _having_been(scene, left, right)
            or now_to(scene, left, right)
            or explained(scene, left, right)
            or (_dated(scene, left, right) if not others else None)
            or _trailed(scene, left, right)
        )
        if found is not None and not any(
            alike(left.figure, one.figure) or alike(one.figure, right.figure) for one in others
        ):
            return found
    return None


def _without_asides(levels: list[Level]) -> list[Level]:
    """Leave out a share after two amounts: "from 2.4 million to 1.8 million, or by a third"."""
    shares = ("percent", "ratio")
    plain = all(level.figure.kind not in shares for level in levels[:2])
    asides = all(level.figure.kind in shares for level in levels[2:])
    return levels[:2] if plain and asides else levels


def _taken_on(scene: Scene, left: Level, right: Level) -> Pair | None:
    """Join "averaged £240,000 in May, slipped 2% in June to £234,000"."""
    begun = left.mark == "to" and _began(scene) is not None  # "After closing at 310p"
    if right.mark != "to" or (not begun and left.mark in ("from", "to", "than", "against", "on")):
        return None
    owner = scene.words[opens(scene.sentence, right.figure) - 1]
    if owner.endswith(("'s", "’s")) and owner[:-2] not in words(CUES, "time_words"):
        return None  # "polled 9,410, up 900 on last time, to her rival's 8,900"
    moves = [*scene.moves, *_multiplied(scene)]
    move = next((m for m in moves if left.figure.last <= m.first < right.first), None)
    if move is None or move.noun or not move.sign or right.first - left.figure.last > _FAR:
        return None
    place, _ = scene.over_time(min(left.last, move.first), move.first)
    place = _past_subject(scene, left, place, move.first)
    steps = phrases(CUES, "takes_on")
    while place < move.first:
        found = steps.at(scene.words, place)
        if found is None:
            return None
        place = found[1]
    others = [m for m in scene.moves if move.last <= m.first < right.first]
    if others or scene.barred(move.last, right.first) or scene.stated(move.last, right.first):
        return None
    return _pair(scene, left, right, move)


def _past_subject(scene: Scene, left: Level, place: int, at: int) -> int:
    """Step over whom the opening is of: "Having opened at 4,275, the index declined to"."""
    began = _began(scene)
    if began is None or (scene.words[place] != "," and scene.words[place] not in _OWN):
        return place
    if left.figure.unit is None and (left.figure.value or 0) < _RANKS:
        return place  # "Having entered at 40, the single slipped to 45"
    lead = scene.words[began[1] : opens(scene.sentence, left.figure)]
    place += scene.words[place] == ","
    subject = scene.words[place:at]
    own = scene.words[place] in _OWN or len(subject) == 1
    plain = len(lead) <= 4 and len(subject) <= 5 and own
    named = (word.removesuffix("'s").removesuffix("’s") for word in subject)
    return at if plain and all(one.isalpha() and one not in _WALLS for one in named) else place


def _began(scene: Scene) -> tuple[str, int] | None:
    """Return the words that a sentence begins with where it opens at a figure."""
    return phrases(CUES, "began").at(scene.words, 1 if scene.words[0] in _QUOTES else 0)


def _having_been(scene: Scene, left: Level, right: Level) -> Pair | None:
    """Join "lifted rates to 4.5%, having left them at 4.25%": the newer figure, then the older."""
    if left.mark not in ("to", "at", "") or right.mark in ("to", "than", "on"):
        return None
    place, _ = scene.over_time(max(left.figure.last, left.figure.noun_last))
    steps, begin = phrases(CUES, "having_been"), opens(scene.sentence, right.figure)
    told = False
    while place < begin:
        found = steps.at(scene.words, place)
        if found is None:
            return None
        told = told or found[0] == "perfect"
        place = found[1]
    if not told:
        return None
    pair = _pair(scene, right, left, outer_move(scene, left.first))
    return pair._replace(form="from") if pair else None


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
    if not claims and len(scene.claims) == 1 and _when_it_was(scene, scene.claims[0], left, right):
        claims = scene.claims  # "61.4%, 2.3 points lower than four years ago, when 63.7% voted"
    if len(claims) != 1 or len(scene.claims) != 1 or of_what_they_did(scene, claims[0], left):
        return None
    if left.figure.kind == "percent" and claims[0].kind != "points":
        return None
    old = [level for level in (left, right) if level.when == "past" or level.when.isdigit()]
    now = [level for level in (left, right) if level.when == "now"]
    if left.mark == "was" and old == [right]:
        old = [left]  # "Where 80 boats once fished, 60 do today": the time is of the first
    back = _when_it_was(scene, claims[0], left, right)
    if _when_another(scene, claims[0], right) or _walled_off(scene, claims[0], left, right):
        return None
    if back:
        old = [right]  # "averaged 286p last week, 9p more than a year ago, when it was 277p"
    if not old and len(now) == 1 and "than" in scene.words[left.figure.last : right.first]:
        old = [right if now[0] is left else left]
    if len(old) != 1 or right.first - left.figure.last > (_FARTHEST if back else _FAR):
        return None
    new = right if old[0] is left else left
    if {left.mark, right.mark} & {"from", "against", "into"} or _of_parts(scene, left, right):
        return None
    between = scene.words[left.figure.last : right.first]
    if not _WALLS.isdisjoint(between) or (claims[0].form == "verb" and claims[0].sign == 0):
        return None
    if claims[0].last <= left.first and _set_below(scene, left, right):
        return None
    pair = _pair(scene, old[0], new, None)
    if pair is None:
        return None
    first, last = min(left.first, claims[0].first), max(right.last, claims[0].last)
    return pair._replace(form="than", first=first, last=last, between=(first, last))


def _trailed(scene: Scene, left: Level, right: Level) -> Pair | None:
    """Join "19 people in March and 12 in April, seven fewer": two times, then what changed."""
    claim = scene.claims[-1] if scene.claims else None
    if claim is None or len(scene.claims) > 1 or not 0 <= claim.first - right.figure.last <= _FAR:
        return None
    if claim.form == "verb" or right.first - left.figure.last > _FAR or _own_base(scene, claim):
        return None
    left_over = "leaving" in scene.words[left.figure.last : right.figure.first]
    if left_over or _of_parts(scene, left, right):  # "45 of its people go, leaving 255"
        return None
    if not (
        told_apart(scene, left, right) or _of_two_things(scene, claim, left) or apart(scene, claim)
    ):
        return None
    # "Where 80 boats once fished, 60 do today": the time between them is of the first
    old = left if left.mark == "was" else older(scene, left, right)
    if old is None or (old is right and claim.form == "compare" and gapped(scene, left, right)):
        old = _by_way(claim, left, right)
    pair = _pair(scene, old, right if old is left else left, None)
    return pair._replace(form="then", last=right.last) if pair else None


def _of_two_things(scene: Scene, claim: Claim, left: Level) -> bool:
    """Say whether two things are measured: "the old bridge was 290m, this one is 20m longer"."""
    sized = claim.figure.unit is not None and claim.figure.kind != "percent"
    last = scene.words[claim.last - 1]
    compares = claim.form == "compare" and last in words(CUES, "sizes")
    ages = last in ("senior", "junior", "older", "younger")
    return sized and compares and (left.figure.unit is not None or ages)


def _by_way(claim: Claim, left: Level, right: Level) -> Level:
    """Take the older figure for what the stated change makes of it."""
    values = [level.figure.value for level in (left, right)]
    if not claim.sign or values[0] is None or values[1] is None:
        return left
    return left if (values[1] > values[0]) == (claim.sign > 0) else right


def _own_base(scene: Scene, claim: Claim) -> bool:
    """Say whether a change goes on to what it is a change from: "nine fewer than last June"."""
    if _for_whom(scene.words[claim.last : claim.last + 7]):
        return False
    return scene.words[claim.last : claim.last + 1] != [] and (
        scene.words[claim.last] in words(CUES, "base_follows")
    )


def _for_whom(behind: list[str]) -> bool:
    """Say whether a difference is that of all who choose: "for those who book ahead"."""
    open_ = behind[:2] in (["for", "those"], ["for", "anyone"]) and behind[2:3] == ["who"]
    return open_ and _SOME.isdisjoint(behind)


def _when_it_was(scene: Scene, claim: Claim, left: Level, right: Level) -> bool:
    """Say whether a change goes back to a time: "down 25% from a year ago, when a pint cost £4"."""
    begin = opens(scene.sentence, right.figure)
    back = scene.words[claim.last : claim.last + 1]
    if claim.first < left.figure.last or not back or back[0] not in _BACK_TO:
        return False
    place, _ = scene.over_time(claim.last)
    if back[0] in _CLAUSES:  # "9p above where it stood a year ago, when it was 277p"
        gap = scene.words[claim.last : begin]
        place = gap.index(",") + claim.last if gap.count(",") == 1 and len(gap) < _FAR else begin
    return "when" in scene.words[place : place + 2] and begin - place <= 8


def _when_another(scene: Scene, claim: Claim, right: Level) -> bool:
    """Say whether a figure is of another thing then: "than a year ago, when costs were £64m"."""
    tokens, begin = scene.words, opens(scene.sentence, right.figure)
    if "when" not in tokens[claim.last : begin]:
        return False
    at = tokens.index("when", claim.last)
    if any(at < level.first < begin for level in scene.levels if level is not right):
        return False  # "doubled since 2015, when it was 420, to 610"
    told = tokens[at + 1 : begin]
    named = {singular(word) for word in tokens[: claim.first]}
    once = words(CUES, "when_it_was")
    return not all(word in once or singular(word) in named for word in told)


def _of_parts(scene: Scene, left: Level, right: Level) -> bool:
    """Say whether one of two figures is a part of the other, or of something else."""
    if scene.words[0] == "of":
        return True
    return any(scene.words[x.figure.noun_last :][:1] == ["of"] for x in (left, right))


def _set_below(scene: Scene, left: Level, right: Level) -> bool:
    """Say whether two figures are compared by words of their own: "900, fewer than the 1,000"."""
    between = phrases(CUES, "compares").find(scene.words, left.figure.last, right.figure.first)
    return between is not None


def _walled_off(scene: Scene, claim: Claim, left: Level, right: Level) -> bool:
    """Say whether a change is of something else: "will be $5, while lorries pay 20% more"."""
    between = scene.words[right.last : claim.first] + scene.words[claim.last : left.first]
    return not (_WALLS - {"and", "or"}).isdisjoint(between)


_WALLS = frozenset({";", "while", "whereas", "but", "and", "although", "though", "despite", "or"})


def _pair(scene: Scene, old: Level, new: Level, move: Move | None) -> Pair | None:
    joined = alike(old.figure, new.figure)
    if joined is None or _spread(scene, old) != _spread(scene, new):
        return None
    first, last = min(old.first, new.first), max(old.last, new.last)
    between = (min(old.figure.last, new.figure.last), max(old.first, new.first))
    return Pair(*joined, first, last, "taken", scene, move, old.when, between)


def _spread(scene: Scene, level: Level) -> bool:
    """Say whether a figure is a sum over years: "£1.2m over five years, rising to £300,000"."""
    at = max(level.figure.last, level.figure.noun_last)
    over = scene.words[at : at + 1] in (["over"], ["across"], ["for"], ["spread"])
    after = scene.sentence.quantities
    return over and any(q.kind == "duration" and 0 < q.first - at < 4 for q in after)
