"""More or fewer than before, and the two figures that show it."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon.words import phrases, singular, words
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.changes.directions import directed, of
from numcheck.relate.changes.frame.alike import alike
from numcheck.relate.changes.frame.moves import CUES, SIGNS, Move
from numcheck.relate.changes.frame.scene import Level, Scene
from numcheck.relate.changes.frame.terms import elsewhere, expected, on_terms
from numcheck.relate.changes.pairing.moments import dated, moved_since
from numcheck.relate.changes.pairing.pairs import Pair, outer_move
from numcheck.relate.wording import opens

_FAR = 14  # words between "fewer people came" and its first figure
_NEAR = 8
_SIZES = frozenset({"length", "area", "volume", "mass"})
_WITH = frozenset({"with", "when"})
_WALLS = frozenset({";", "while", "whereas", "but", "although", "though", "despite", "and"})


def states(scene: Scene) -> bool:
    """Say whether a sentence has any word that can set two figures against each other."""
    if scene.moves or scene.claims:
        return True
    tokens = scene.words
    return (
        phrases(CUES, "than_before").find(tokens) is not None
        or phrases(CUES, "more_of").at(tokens, 0) is not None
    )


def compared(scene: Scene) -> Iterator[Relation]:
    """Yield "up on last year, at 12,400 compared with 13,100", "fewer: 8,400 against 7,900"."""
    if len(scene.levels) < 2 or scene.claims or on_terms(scene):
        return
    yield from _opened(scene, *scene.levels[:2])
    if len(scene.levels) != 2:
        return
    left, right = scene.levels
    yield from _since_when(scene, left, right)
    yield from _with_counts(scene, left, right)
    yield from _back_then(scene, left, right)
    if right.mark not in ("against", "on", "than") or expected(scene, left):
        return
    if scene.barred(left.figure.last, right.first) or right.first - left.figure.last > _NEAR:
        return
    way = _way(scene, left, right)
    if way is None:
        return
    sign, first, last = way
    if _of_something_else(scene, left, first):
        return
    told = scene.words[right.figure.last : right.figure.last + 6]
    if elsewhere(scene, right.figure) or moved_since(scene, last - 1, left.first, told):
        return
    on_it = right.mark == "on"  # "820 people, an increase on the 870 deaths"
    joined = alike(right.figure, replace(left.figure, noun=None) if on_it else left.figure)
    if joined is None:
        return
    yield directed(Pair(*joined, left.first, right.last, "against", scene), sign, first, last)


def _of_something_else(scene: Scene, left: Level, at: int) -> bool:
    """Say whether more is said of what no figure tells: "at 380 metres, cost more than the"."""
    unit, tokens = left.figure.unit, scene.words
    if left.figure.kind == "money":
        return False
    if tokens[at] in words(CUES, "of_no_size"):
        return unit is not None and unit.dimension in _SIZES
    if tokens[at] in ("better", "worse") and tokens[at + 1] != "than":
        return unit is not None  # "the 15-minute talk was better attended than"
    if tokens[at] not in ("more", "less", "fewer"):
        return False
    sized = unit is not None or tokens[left.figure.last : left.figure.last + 1] == ["-"]
    other = tokens[at - 1] in words(CUES, "is_worth_more")
    return other or (sized and tokens[at - 1] in words(CUES, "does_more"))


def announced_way(scene: Scene, pair: Pair) -> Iterator[Relation]:
    """Yield "Sightings increased: the group had 140 in 2022 and 118 in 2023"."""
    tokens = scene.words
    if pair.form not in ("then", "against") or scene.claims or len(scene.levels) != 2:
        return
    for move in scene.moves:
        if tokens[pair.last : move.first][:2] == [",", "so"] and _concludes(scene, pair, move):
            yield directed(pair, move.sign, move.first, move.last)
            return
        if move.noun or not move.sign or move.weak or move.last >= pair.first:
            continue
        colon = next((p for p in range(move.last, min(move.last + 3, pair.first))
                      if tokens[p] in (":", "–", "—")), None)  # fmt: skip
        many = words(CUES, "of_many")
        if colon is not None and many.isdisjoint(tokens[:colon]) and pair.first - colon < _NEAR:
            yield directed(pair, move.sign, move.first, move.last)
            return


def _concludes(scene: Scene, pair: Pair, move: Move) -> bool:
    """Say whether a movement is what two figures come to: "…, so the load rose"."""
    end = move.last == len(scene.words) or scene.words[move.last] == "."
    near = move.first - pair.last <= 6 and len(scene.moves) == 1
    subject = set(map(singular, scene.words[pair.last : move.first]))
    near = near and (pair.new.noun in subject or bool(subject & words(CUES, "tallied")))
    return end and near and bool(move.sign) and not (move.noun or move.weak)


def foretold_way(before: Scene, pair: Pair, scene: Scene) -> Iterator[Relation]:
    """Yield "The glacier shrank. It was 4.1km long in 2010 and 4.4km in 2020"."""
    opening = scene.words[:2]
    if opening[:1] not in (["it"], ["they"]) or opening[1] not in words(CUES, "stood"):
        return
    moves = before.moves
    if len(moves) != 1 or pair.form not in ("then", "against") or pair.new.noun is not None:
        return
    doubt = not words(CUES, "doubt").isdisjoint(before.words + scene.words)
    move = moves[0]
    if not move.sign or move.weak or move.noun or doubt or on_terms(before) or on_terms(scene):
        return
    if len(before.words) <= _FAR and pair.first <= 3:
        over = pair._replace(scene=before)
        yield directed(over, move.sign, move.first, move.last)


def _with_counts(scene: Scene, left: Level, right: Level) -> Iterator[Relation]:
    """Yield "Bookings fell in May, with 412 taken compared with 380 a year earlier"."""
    tokens, moves = scene.words, [one for one in scene.moves if one.sign]
    if right.mark != "against" or left.when == "past" or len(moves) != 1 or on_terms(scene):
        return
    at = left.last + (phrases(CUES, "recorded").at(tokens, left.last) is not None)
    if not (right.when or dated(scene, right)) or tokens[at : right.first] not in ([], [","]):
        return
    move, at = moves[0], opens(scene.sentence, left.figure)
    lead = tokens[move.last : at]
    if move.weak or move.last > at or not lead or lead[-1] not in _WITH or len(lead) > _FAR:
        return
    if (
        scene.barred(move.last, at - 1)
        or scene.stated(move.last, at - 1)
        or _moved_over(scene, move)
    ):
        return
    if not _of_what_moved(scene, move, left) or expected(scene, left) or expected(scene, right):
        return
    joined = alike(right.figure, left.figure)
    if joined is not None and "over" not in tokens[left.figure.last : left.last + 1]:
        pair = Pair(*joined, left.first, right.last, "against", scene)
        yield directed(pair, move.sign, move.first, move.last)


def _back_then(scene: Scene, left: Level, right: Level) -> Iterator[Relation]:
    """Yield "The tally rose to 41 this summer; last summer it was 46"."""
    tokens, move = scene.words, outer_move(scene, left.first)
    begin = opens(scene.sentence, right.figure)
    between = tokens[left.last : begin]
    if left.mark != "to" or right.when != "past" or between[:1] != [";"] or move is None:
        return
    doubt = on_terms(scene) or expected(scene, left) or expected(scene, right)
    if not move.sign or move.weak or move.noun or doubt or len(between) > _NEAR:
        return
    if moved_since(scene, move.last, left.first, between):
        return
    rest = [
        w for w in between[1:] if w not in ("it", "they", "there") and w not in words(CUES, "stood")
    ]
    place = left.last + 1
    while place < begin and rest:
        step, _ = scene.over_time(place, begin)
        if step == place and tokens[place] in rest and tokens[place] not in (",", "at"):
            return
        place = max(step, place + 1)
    joined = alike(right.figure, left.figure)
    if joined is not None and scene.over_time(right.last)[0] >= len(tokens) - 1:
        pair = Pair(*joined, left.first, right.last, "from", scene, move)
        yield from of(pair)


def _opened(scene: Scene, left: Level, right: Level) -> Iterator[Relation]:
    """Yield "Down from 61 last year, the number of branches is now 64"."""
    tokens = scene.words
    if left.mark != "from" or left.first > 2 or tokens[left.last : left.last + 1] != [","]:
        return
    moves = [one for one in scene.moves if one.last <= left.first]
    at = opens(scene.sentence, right.figure)
    lead = tokens[left.last + 1 : at]
    stood = words(CUES, "stood") | {"is", "are", "stands", "stand", "now", "at", "totals"}
    if len(moves) != 1 or not moves[0].sign or moves[0].weak or not 1 < len(lead) <= _FAR:
        return
    if lead[-1] not in stood or not _WALLS.isdisjoint(lead) or expected(scene, right):
        return
    joined = alike(left.figure, right.figure)
    if joined is not None and right.when != "past":
        pair = Pair(*joined, left.first, right.last, "from", scene, moves[0])
        yield directed(pair, moves[0].sign, moves[0].first, moves[0].last)


def _moved_over(scene: Scene, move: Move) -> bool:
    """Say whether a movement took longer than the times of its figures: "fell last year"."""
    place, _ = scene.over_time(move.last)
    return not {"year", "decade", "years", "since", "over", "half", "quarter"}.isdisjoint(
        scene.words[move.last : place]
    )


def _of_what_moved(scene: Scene, move: Move, level: Level) -> bool:
    """Say whether a figure counts what moved, and nothing of another place or kind."""
    figure = level.figure
    if figure.kind not in ("count", "number") or figure.unit is not None:
        return False
    if figure.noun is not None and figure.noun not in map(singular, scene.words[: move.last + 3]):
        return False
    return _WALLS.isdisjoint(scene.words[: move.first]) and "," not in scene.words[: move.first]


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
        than = scene.words[found.last - 1] == "than"
        if than and scene.over_time(found.last)[0] == found.last:
            continue  # "lower than expected, at 4.5% against 4.3% in May"
        if _WALLS.isdisjoint(scene.words[found.last : left.figure.first]):
            return SIGNS[found.name], found.first, found.last
    if begin:
        return None
    leading = phrases(CUES, "more_of").at(scene.words, 0)
    open_ = _WALLS.isdisjoint(scene.words[: left.figure.first])
    if leading is None or not open_:
        return None
    first = scene.words[0]
    told = first in ("lower", "higher") and scene.stated(leading[1], left.figure.first)
    return None if told else (SIGNS[leading[0]], 0, leading[1])  # "Lower costs helped: profit …"


def _ends(scene: Scene, right: Level) -> bool:
    return scene.words[right.figure.last :] in ([], ["."]) and right.figure.noun is None
