"""Figures that something stood at, and the words that say when."""

from __future__ import annotations

from functools import partial

from numcheck.lexicon.words import phrases
from numcheck.model.quantity import Figure, Quantity
from numcheck.record import replace
from numcheck.relate.changes.frame.apieces import past_share
from numcheck.relate.changes.frame.claims import joined_pair
from numcheck.relate.changes.frame.moves import CUES
from numcheck.relate.changes.frame.scene import Level, Scene, is_amount
from numcheck.relate.wording import closes, opens

_STEPS = 7
_WENT = frozenset(
    """go goes going gone went is are was were put pushed pushes moved back brought edged edging
    crept inched ticked nudged climbed bumped shot up""".split()
)

_STOPS = frozenset({",", ";", ":", "and", "but", "while", ".", "–", "—", "(", ")", "or", "than"})


def read_levels(scene: Scene) -> None:
    """Put every figure that is no change itself into its scene as a level."""
    aside = 0
    for quantity in scene.sentence.quantities:
        first = quantity.first
        if first < aside or (first not in scene.held and first not in scene.dated):
            continue
        if first in scene.taken or first in scene.dated or not is_amount(quantity):
            continue
        if joined_pair(scene, quantity) or _apiece(scene, quantity):
            continue
        quantity = past_share(scene, quantity)
        aside = quantity.last
        ends = _ends(scene, quantity) if quantity.is_range else [quantity]
        for one in map(partial(_unbound, scene), ends):
            scene.levels.append(_level(scene, one))


def _unbound(scene: Scene, quantity: Quantity) -> Quantity:
    """Take "up to" after "went" for no hedge: "sales went up to 1,150"."""
    hedge, at = quantity.hedge, opens(scene.sentence, quantity)
    if hedge is None or quantity.figure is None:
        return quantity
    text, figure = hedge.text.lower(), quantity.figure
    # "Some 42 per cent" is no rounder than "42 per cent"
    some = text == "some" and figure.coarse == figure.grain and figure.value >= 11
    went = text == "up to" and scene.words[max(0, at - 1)] in _WENT
    return replace(quantity, hedge=None) if some or went else quantity


def _apiece(scene: Scene, quantity: Quantity) -> bool:
    """Say whether a figure is what a price is for: "£2.10 a dozen"."""
    if scene.words[quantity.first] != "a":
        return False
    return any(
        other.last == quantity.first and other.kind == "money"
        for other in scene.sentence.quantities
    )


def _ends(scene: Scene, quantity: Quantity) -> list[Quantity]:
    """Return both ends of "from 160 to 200", read as a range; nothing for other ranges."""
    words, sentence = scene.words, scene.sentence
    before = opens(sentence, quantity) - 1
    if before < 0 or words[before] != "from" or quantity.figure is None or quantity.upper is None:
        return []
    joint = next((p for p in range(quantity.first, quantity.last) if words[p] == "to"), -1)
    if joint < 0:
        return []
    return [
        _cut(scene, quantity, quantity.figure, quantity.first, joint, joint),
        _cut(scene, quantity, quantity.upper, joint + 1, quantity.last, quantity.noun_last),
    ]


def _cut(
    scene: Scene, whole: Quantity, figure: Figure, first: int, last: int, noun_last: int
) -> Quantity:
    return replace(
        whole, span=scene.sentence.span_of(first, last), text=scene.sentence.cut(first, last),
        figure=figure, upper=None, first=first, last=last, noun_last=noun_last, hedge=None,
    )  # fmt: skip


def _level(scene: Scene, quantity: Quantity) -> Level:
    mark, first = _mark(scene, quantity)
    end = closes(scene.sentence, quantity)
    for other in scene.sentence.quantities:
        if other.first == end and _apiece(scene, other):
            end = other.last  # "$4.80 a dozen in March"
    last, when = scene.over_time(end)
    return Level(
        quantity, mark, first, last, when or _early(scene, quantity, first) or _late(scene, last)
    )


def _early(scene: Scene, quantity: Quantity, first: int) -> str:
    """Return the time that the words before a figure say: "which now costs 75p"."""
    at = opens(scene.sentence, quantity)
    begin = max([first - 4, 0, *(level.last for level in scene.levels)])
    return scene.when(min(begin, first), at)


def _late(scene: Scene, last: int) -> str:
    """Return the time that words a little after a figure say: "£120 for heating last winter"."""
    end = last
    while end < len(scene.words) and end < last + 6 and end not in scene.held:
        if scene.words[end] in _STOPS:
            break
        end += 1
    place = next((p for p in range(last, end - 1) if scene.over_time(p, end)[0] == end), end)
    return scene.when(place, end)


def _mark(scene: Scene, quantity: Quantity) -> tuple[str, int]:
    """Return the mark before a figure, and its place."""
    words, at = scene.words, opens(scene.sentence, quantity)
    marks, fillers = phrases(CUES, "marks"), phrases(CUES, "before_level")
    place, steps = at, 0
    while place > 0 and steps < _STEPS:
        found = marks.ending(words, place)
        if found is not None and not (found[0] == "of" and _goes_on(scene, found[1])):
            return found[0], found[1]
        if place - 1 in scene.held:
            break
        filler = place - 1 in scene.dated or fillers.ending(words, place) is not None
        if not filler and not words[place - 1].endswith("'s"):
            break
        place -= 1
        steps += 1
    return "", at


def _goes_on(scene: Scene, of: int) -> bool:
    """Say whether "of" follows a word that a mark may stand before: "to a total of 300"."""
    fillers = phrases(CUES, "before_level")
    return of > 0 and fillers.ending(scene.words, of) is not None
