"""An older figure and a newer one: "from 4 to 5"."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon.words import phrases
from numcheck.model.quantity import Quantity
from numcheck.named import NamedTuple
from numcheck.record import replace
from numcheck.relate.changes.frame.alike import alike, as_ages
from numcheck.relate.changes.frame.moves import CUES, Move
from numcheck.relate.changes.frame.scene import Claim, Level, Scene
from numcheck.relate.changes.frame.terms import expected, of_another
from numcheck.relate.changes.pairing.moments import dated, in_order, seen_after
from numcheck.relate.changes.pairing.sides import (
    beside,
    each_in_brackets,
    grouped,
    in_turn,
    not_its_subject,
    of_its_size,
    outvoted,
    over_aside,
    set_side_by_side,
    told_aside,
)
from numcheck.relate.wording import bracket, opens

_FAR = 18
_NEW_MARKS = frozenset({"to", "at", "of", "into", "", "on"})


class Pair(NamedTuple):
    """Two figures of one thing, the older and the newer, as a sentence puts them.

    `first` and `last` are the token places from the mark of the first figure to the end of the
    second with its time. `move` is the word of movement that the sentence puts over them, `form`
    how they stand: from, against, than, bracket, arrow, then, cut.
    """

    old: Quantity
    new: Quantity
    first: int
    last: int
    form: str
    scene: Scene
    move: Move | None = None
    when: str = ""
    between: tuple[int, int] = (0, 0)


def pairs_in(scene: Scene) -> list[Pair]:
    """Return every pair of an older and a newer figure in a sentence, in order."""
    likeliest = (next(_pairs_at(scene, at), None) for at in range(len(scene.levels)))
    return sorted((pair for pair in likeliest if pair), key=lambda pair: pair.first)


def _pairs_at(scene: Scene, at: int) -> Iterator[Pair]:
    """Yield the pairs in which the level of a number is the older one, the likeliest first."""
    levels, level = scene.levels, scene.levels[at]
    after = levels[at + 1] if at + 1 < len(levels) else None
    before = levels[at - 1] if at else None
    if before is not None and at > 1 and level.mark == "against":
        before = of_its_size(levels[at - 2], before, level)
    if before is not None and outvoted(scene, before):
        return
    if before is not None:
        yield from _compared(scene, before, level)
    if expected(scene, level):
        return
    if level.mark == "from" and not in_turn(scene, level, after):
        newer = [after] if after and after.mark == "to" else []
        if before and (before.mark in _NEW_MARKS or seen_after(scene, before)):
            # "losses narrowed to £3m from £8m as turnover dipped to £41m from £44m"
            near = level.first - before.figure.last <= 1 or _moves_on(scene, level, after)
            newer.insert(0 if near else len(newer), before)
        for other in newer:
            ends = (level, other) if other is after else (other, level)
            if pair := _pair(scene, *ends, "from"):
                yield pair
    if after and (pair := _on_then_at(scene, level, after) or _by_sign(scene, level, after)):
        yield pair
    if before is None:
        return
    earlier = level.when == "past" or level.when.isdigit() or dated(scene, level)
    earlier = earlier or phrases(CUES, "one_before").at(scene.words, level.last) is not None
    set_against = (level.mark == "against" and (earlier or _closing(scene, before, level))) or (
        level.mark == "was"
    )
    if set_against and (pair := _pair(scene, before, level, "against")):
        yield pair
    if pair := _bracketed(scene, before, level):
        yield pair


def _moves_on(scene: Scene, level: Level, after: Level | None) -> bool:
    """Say whether another move leads to what follows: "fell to 8 from 9, then rose to 10"."""
    last = level.figure.last
    return after is not None and any(last <= move.first < after.first for move in scene.moves)


def _closing(scene: Scene, before: Level, level: Level) -> bool:
    """Say whether last year's figure ends the sentence: "rose 12% to £280m, against £240m."."""
    ends = scene.words[level.figure.last :] in ([], ["."]) and level.figure.noun is None
    led = any(0 <= before.first - claim.last <= 1 for claim in scene.claims)
    return ends and led and scene.words[before.figure.last : level.first] == [","]


def _compared(scene: Scene, before: Level, level: Level) -> Iterator[Pair]:
    """Yield "40, 20 fewer than the 60", "twice as many boys as girls (24 against 12)"."""
    for claim in scene.claims:
        if told_aside(scene, claim, before, level) and (
            joined := alike(level.figure, before.figure)
        ):
            yield Pair(*joined, before.first, level.last, "told", scene)
        if claim.first < before.figure.last or not beside(scene, claim, level, before):
            continue
        if not_its_subject(scene, before, level, claim):
            if subject := over_aside(scene, before, level, claim):
                span = (before.figure.last, level.first)
                yield Pair(*subject, before.first, level.last, "than", scene, between=span)
            continue
        if pair := _pair(scene, before, level, "than") or _with_another(
            scene, before, level, claim
        ):
            yield pair
    yield from _sides(scene, before, level)
    beside_it = grouped(scene, before, level) or each_in_brackets(scene, before, level)
    if beside_it and (joined := alike(level.figure, before.figure)):
        yield Pair(*joined, before.first, level.last, "group", scene)
    gap = scene.words[before.figure.last : opens(scene.sentence, level.figure)]
    apart = gap == ["and"] and not {"gap", "difference", "apart"}.isdisjoint(scene.words)
    if apart and (joined := alike(level.figure, before.figure)):
        yield Pair(*joined, before.first, level.last, "both", scene)


def _with_another(scene: Scene, before: Level, level: Level, claim: Claim) -> Pair | None:
    """Join "At 96, he is five years older than his brother, who is 92"."""
    leading = phrases(CUES, "which_is").ending(scene.words, claim.first)
    end = leading[1] if leading else claim.first
    if end - before.figure.last > _FAR or scene.barred(before.figure.last, end):
        return None
    joined = alike(*as_ages(level.figure, before.figure))
    between = (before.figure.last, level.first)
    if joined is None:
        return None
    return Pair(*joined, before.first, level.last, "than", scene, None, "", between)


def _sides(scene: Scene, before: Level, level: Level) -> Iterator[Pair]:
    """Yield "twice as many women as men: 90 women and 60 men"."""
    sides = set_side_by_side(scene, before, level)
    if sides is None:
        return
    joined = alike(*(replace(one.figure, noun=None) for one in sides))
    if joined is not None:
        yield Pair(*joined, before.first, level.last, "sides", scene)


def _on_then_at(scene: Scene, level: Level, after: Level) -> Pair | None:
    """Join "down a quarter on last year's 12,000, at 9,000"."""
    told = level.mark in ("on", "than", "from") and after.mark in ("at", "to")
    between = scene.words[level.last : after.first]
    if not told or between not in ([","], [], ["–"]):
        return None
    if not any(0 <= level.first - claim.last <= 1 for claim in scene.claims):
        return None
    joined = alike(level.figure, after.figure)
    return Pair(*joined, level.first, after.last, "from", scene) if joined else None


def _pair(scene: Scene, left: Level, right: Level, form: str) -> Pair | None:
    """Join two levels that stand in this order; `form` from may go either way."""
    words_between = range(left.figure.last, right.first)
    if len(words_between) > _FAR or scene.barred(left.figure.last, right.first):
        return None
    turned = not (form == "from" and left.mark == "from")
    one, other = (right, left) if turned else (left, right)
    joined = alike(one.figure, other.figure)
    if joined is None or (form != "than" and (expected(scene, left) or expected(scene, right))):
        return None
    span = (left.figure.last, right.first)
    inner = _inner_move(scene, *span)
    outer = outer_move(scene, left.first)
    move = (inner or outer) if turned else (outer or inner)
    stated = any(span[0] <= claim.first < span[1] for claim in scene.claims)
    tied = move is not None or stated or left.mark in ("to", "into")
    if form == "from" and turned and not tied:
        return None
    return Pair(*joined, left.first, right.last, form, scene, move, one.when, span)


def _inner_move(scene: Scene, first: int, last: int) -> Move | None:
    """Return the word of movement between two levels: "5, up from 4"; the last one there."""
    inside = [m for m in scene.moves if first <= m.first and m.last <= last + 2 and m.sign]
    return inside[-1] if inside else None


def outer_move(scene: Scene, at: int) -> Move | None:
    """Return the nearest word of movement before a place that still governs it."""
    for move in reversed(scene.moves):
        if move.last > at or (move.noun and move.weak):
            continue
        far = at - move.last > 12
        if far or scene.barred(move.last, at) or scene.stated(move.last, at):
            return None
        if _foreign(scene, move.last, at) or of_another(scene, move, at):
            return None
        return move
    return None


def _foreign(scene: Scene, first: int, last: int) -> bool:
    """Say whether a figure that is no stated change stands between two places."""
    claimed = {place for one in scene.claims for place in range(one.first, one.last)}
    return any(place in scene.held and place not in claimed for place in range(first, last))


def _by_sign(scene: Scene, left: Level, right: Level) -> Pair | None:
    """Join "240 → 300", "cut its £50 fee to £30", "80 in 2019 and 100 in 2023"."""
    words = scene.words
    gap = words[left.figure.last : opens(scene.sentence, right.figure)]
    arrows = phrases(CUES, "arrows")
    if gap and len(gap) <= 3 and (found := arrows.at(gap, 0)) and found[1] == len(gap):
        joined = alike(left.figure, right.figure)
        return Pair(*joined, left.first, right.last, "arrow", scene) if joined else None
    if right.mark == "to" and left.mark == "" and len(gap) <= 7:
        return _cut_to(scene, left, right)
    return _then_and_now(scene, left, right)


def _cut_to(scene: Scene, left: Level, right: Level) -> Pair | None:
    """Join "cut its £50 fee to £30": a movement, the older figure as a modifier, the newer."""
    at = opens(scene.sentence, left.figure)
    move = next((m for m in reversed(scene.moves) if 0 <= at - m.last <= 4), None)
    own = scene.words[at - 1 : at]
    if move is None or move.noun or not move.sign or not own:
        return None
    if own[0] not in ("the", "its", "their", "his", "her", "a", "current") and not own[0].endswith(
        "'s"
    ):
        return None
    if scene.barred(move.last, right.first) or scene.stated(left.figure.last, right.first):
        return None
    if left.figure.kind in ("count", "percent"):
        return None
    joined = alike(left.figure, right.figure)
    span = (left.figure.last, right.first)
    return Pair(*joined, left.first, right.last, "cut", scene, move, "", span) if joined else None


def _then_and_now(scene: Scene, left: Level, right: Level) -> Pair | None:
    """Join "£50 last year and £30 now", "80 in 2019, 100 in 2023"."""
    if right.first - left.figure.last > _FAR:
        return None
    stood = left.mark == "at" and scene.words[left.first] in ("was", "were")
    ordered = in_order(left.when or ("past" if stood else ""), right.when)
    if not ordered or right.mark in ("from", "than", "against", "of") or left.mark == "than":
        return None
    joined = alike(left.figure, right.figure)
    span = (left.figure.last, right.first)
    return Pair(*joined, left.first, right.last, "then", scene, None, "", span) if joined else None


def _reported(scene: Scene, left: Level, right: Level, around: tuple[int, int]) -> bool:
    """Say whether a bare bracket holds last year's figure: "up 12% at £56m (£50m)"."""
    alone = around[1] - right.figure.last == 0 and right.figure.first - around[0] == 1
    one, other = left.figure.unit, right.figure.unit
    same = one is not None and other is not None and one.name == other.name
    beside = around[0] == left.figure.last and left.mark in ("to", "at")
    return alone and same and beside and any(0 <= left.first - c.last <= 1 for c in scene.claims)


def _bracketed(scene: Scene, left: Level, right: Level) -> Pair | None:
    """Join "£62m (2022: £52m)", "240 (200 last year)"."""
    sentence = scene.sentence
    around = bracket(sentence, right.figure.first)
    if around is None or around[0] < left.figure.last:
        return None
    claimed = sum(c.last - c.first for c in scene.claims if left.last <= c.first < around[0])
    if around[0] - left.figure.last - claimed > 4:
        return None
    if bracket(sentence, left.figure.first) is not None:
        return None
    inside = range(around[0] + 1, opens(sentence, right.figure))
    dated = [p for p in inside if p in scene.dated]
    past = phrases(CUES, "past").find(scene.words, around[0] + 1, around[1])
    if not dated and not past and not right.when and not _reported(scene, left, right, around):
        return None
    allowed = all(
        p in scene.dated or scene.words[p] in (":", "in", "for", "was", ",", "from", "up", "down")
        or scene.over_time(p)[0] > p for p in inside
    )  # fmt: skip
    joined = alike(right.figure, left.figure)
    if not allowed or joined is None:
        return None
    span = (left.figure.last, around[0])
    move = outer_move(scene, left.first) if left.mark == "to" else None
    return Pair(*joined, left.first, around[1] + 1, "bracket", scene, move, "", span)
