"""Changes as stated: so much per cent, so much more."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from numcheck.lexicon.units import unit_named
from numcheck.lexicon.words import phrases, singular
from numcheck.lexicon.words import words as listed
from numcheck.model.interval import Interval
from numcheck.model.quantity import Figure, Quantity
from numcheck.named import NamedTuple
from numcheck.record import replace
from numcheck.relate.changes.frame.comparisons import compares, of_that_time
from numcheck.relate.changes.frame.moves import CUES, SIGNS
from numcheck.relate.changes.frame.scene import Claim, Scene, is_amount
from numcheck.relate.wording import closes, opens

_FARTHEST = 9
_RAISED = frozenset({"raise", "raises", "raised", "raising"})
_MAKE_UP = (["make", "up"], ["makes", "up"], ["made", "up"], ["making", "up"], ["takes", "up"])


class _Side(NamedTuple):
    """Which way an amount goes by the words beside it, how they stand, and their far end."""

    sign: int
    form: str
    place: int


def read_claims(scene: Scene) -> None:
    """Put every change that a sentence states into its scene."""
    for quantity in scene.sentence.quantities:
        if quantity.first in scene.dated or not is_amount(quantity) or quantity.is_range:
            continue
        if quantity.first in scene.taken or joined_pair(scene, quantity):
            continue
        claim = _claim(scene, _as_point(scene, quantity))
        if claim is not None:
            scene.claims.append(claim)
            scene.taken.update(range(claim.figure.first, claim.figure.last))
    scene.claims.extend(_worded_points(scene))
    scene.claims.sort(key=lambda claim: claim.first)


def _claim(scene: Scene, quantity: Quantity) -> Claim | None:
    kind = _kind(quantity)
    side = _before(scene, quantity, kind) or _after(scene, quantity, kind)
    level = quantity.hedge is not None and quantity.hedge.text.lower() in ("below", "above")
    if side is None or (level and side.form == "verb"):
        return None  # "fell below 40%"
    first, last = opens(scene.sentence, quantity), quantity.last
    if side.place < first:
        first = side.place
    else:
        last = max(last, side.place)
    figure = as_share(quantity) if kind == "percent" else quantity
    if figure.figure is not None and figure.figure.value < 0:
        figure = replace(figure, figure=replace(figure.figure, value=-figure.figure.value))
    return Claim(kind, figure, side.sign, first, last, side.form)


def joined_pair(scene: Scene, quantity: Quantity) -> bool:
    """Say whether a figure is one of two joined by a dash: "5-1", "2-1"."""
    words, dash = scene.words, quantity.first - 1
    led = dash > 0 and words[dash] in ("-", "–") and words[dash - 1][:1].isdigit()
    if led and scene.sentence.joined(dash):
        return True
    dash = quantity.last
    if dash + 1 >= len(words) or words[dash] not in ("-", "–"):
        return False
    return words[dash + 1][:1].isdigit() and scene.sentence.joined(dash + 1)


def _kind(quantity: Quantity) -> str:
    if quantity.kind in ("percent", "ratio"):
        return "percent"
    if quantity.kind == "points":
        return "points"
    return "amount"


def as_share(quantity: Quantity) -> Quantity:
    """Let a fraction in words stand for what people call so: a hedged one for more."""
    if quantity.kind != "ratio" or quantity.figure is None:
        return quantity
    slack = Fraction(5 if quantity.hedge else 2, 100)
    bounds = Interval.around(quantity.figure.value, slack)
    if quantity.hedge and quantity.hedge.direction in ("more than", "at least"):
        bounds = replace(bounds, low=quantity.figure.value, high=bounds.high)
    hedge = None if quantity.hedge and quantity.hedge.direction != "at most" else quantity.hedge
    return replace(quantity, figure=replace(quantity.figure, bounds=bounds), hedge=hedge)


def _as_point(scene: Scene, quantity: Quantity) -> Quantity:
    """Take "five points", "a two-point rise", "50bp" as points."""
    if quantity.noun not in ("point", "pt") or quantity.figure is None or quantity.unit:
        return quantity
    # "a three-point rise": the noun phrase may go on to the word of movement
    last = quantity.last
    while last < quantity.noun_last and scene.words[last] not in ("point", "points", "pt", "pts"):
        last += 1
    point = unit_named("percentage point")
    return replace(
        quantity, kind="points", unit=point, units=(point,), last=last + 1, noun_last=last + 1,
        noun=None, counts=None,
    )  # fmt: skip


def _ends(scene: Scene, quantity: Quantity) -> bool:
    """Say whether a clause ends behind an amount: "an extra 35", "an extra 35 trains a day"."""
    words, last = scene.words, quantity.last
    begin = opens(scene.sentence, quantity)
    if quantity.noun is not None:
        named = map(singular, words[:begin])
        last = closes(scene.sentence, quantity) if quantity.noun in named else last
    last += 2 * of_that_time(words, begin, last)
    return words[last : last + 1] in ([], ["."], [","], [";"], [")"])


def _before(scene: Scene, quantity: Quantity, kind: str) -> _Side | None:
    """Read "rose 12%", "cut the fee by 60%", "a rise of 12%", "+12%"."""
    words, at = scene.words, opens(scene.sentence, quantity)
    if kind != "amount" and _signed(scene, at):
        return _Side(1 if words[at - 1] in "+▲" else -1, "sign", at - 1)
    if kind != "points" and at and words[at - 1] in ("extra", "additional", "further", "another"):
        # "from 54p to 60p, an extra 8p"; "an extra 20 per cent"
        begin = at - 1 - (at > 1 and words[at - 2] in ("an", "a"))
        if _ends(scene, quantity):
            return _Side(1, "noun", begin)
    place, by = at, False
    if place and words[place - 1] in ('"', "“", "'", "‘"):
        place -= 1
    adverbs = phrases(CUES, "adverbs")
    while place and (found := adverbs.ending(words, place)):
        by = by or words[found[1]] == "by"
        place = found[1]
    verb = phrases(CUES, "verbs").ending(words, place)
    if verb is not None and words[verb[1] - 1 : place] in _MAKE_UP:
        return None
    if verb is not None and words[verb[1] - 1 : place] == ["-", "up"]:
        return None  # "the runner-up £50,000"
    if verb is not None and kind == "amount" and words[verb[1]] in _RAISED and not by:
        return None  # "the auction raised £18,400"
    if verb is not None and (verb[0] != "none" or kind == "points" or (by and kind != "amount")):
        return _Side(SIGNS[verb[0]], "verb", verb[1])
    if kind == "points" and words[max(0, place - 2) : place] == ["loss", "of"]:
        return _Side(-1, "noun", place - 2)
    if place and words[place - 1] == "of" and (noun := _noun_of(scene, place - 1)):
        return noun
    if quantity.figure is not None and quantity.figure.value < 0 and kind == "percent":
        return _Side(-1, "sign", at)
    # "hiked its key rate 75 basis points to 8.25%", but "narrowed to seven points"
    bare = kind == "points" and at > 0 and phrases(CUES, "marks").ending(words, at) is None
    bare = bare or (kind == "percent" and _of_object(scene, quantity, at))
    return _verb_by(scene, at, place) if by or bare else None


def _of_object(scene: Scene, quantity: Quantity, at: int) -> bool:
    """Say whether a verb's object stands right before a percentage: "lifting pay 12 per cent"."""
    words = scene.words
    if at < 2 or words[quantity.last : quantity.last + 1] == ["of"]:
        return False
    noun = words[at - 1]
    if not noun.isalpha() or noun in listed("nouns", "stop") or at - 1 in scene.held:
        return False
    return any(0 < at - move.last <= 5 and move.sign and not move.noun for move in scene.moves)


def _signed(scene: Scene, at: int) -> bool:
    """Say whether a sign of its own stands before a figure: "(+25%)", not "day-2"."""
    if at == 0 or scene.words[at - 1] not in ("+", "−", "-", "▲", "▼"):
        return False
    own = not scene.sentence.joined(at - 1) or scene.words[at - 2] in ("(", "[", "/")
    return own and scene.sentence.joined(at)


def _noun_of(scene: Scene, of: int) -> _Side | None:
    """Read "a rise of", "an increase in sales of"."""
    nouns, words = phrases(CUES, "nouns"), scene.words
    for place in range(of, max(0, of - 7), -1):
        found = nouns.ending(words, place)
        if found is not None and (place == of or words[place] in ("in", "for", "on", "over")):
            return _Side(SIGNS[found[0]], "noun", found[1])
        if scene.figured(place - 1, place) or words[place - 1] in (",", ";", ":"):
            return None
    return None


def _verb_by(scene: Scene, at: int, place: int) -> _Side | None:
    """Read "cut the fee by 60%", "reduced its workforce in Leeds by 12%"."""
    if scene.words[place : place + 1] == ["by"] and (outdone := _outdone(scene, place)):
        return outdone
    for move in reversed(scene.moves):
        if move.last > place or move.noun:
            continue
        if place - move.last > _FARTHEST or not move.sign:
            return None
        between = scene.words[move.last : place]
        open_ = not scene.figured(move.last, place) and not scene.barred(move.last, place)
        resumed = between[-1:] == [","] and between.count(",") == 1
        alone = "," not in between or (resumed and scene.words[place] == "by")
        if open_ and alone and not scene.stated(move.last, place):
            return _Side(move.sign, "verb", move.first)
        return None
    return None


def _outdone(scene: Scene, place: int) -> _Side | None:
    """Read "beats the old one, at 285 metres, by 15 metres"."""
    outdoes = listed(CUES, "outdoes")
    if any(word in outdoes for word in scene.words[max(0, place - 14) : place]):
        return _Side(0, "compare", place)
    return None


def _after(scene: Scene, quantity: Quantity, kind: str) -> _Side | None:
    """Read "a 40% jump", "12% higher", "20 fewer than", "40% off"."""
    words = scene.words
    comparing, nouns, adjectives = (
        phrases(CUES, key) for key in ("compares", "nouns", "adjectives")
    )
    for start in {quantity.last, closes(scene.sentence, quantity)}:
        place = start
        found = comparing.at(words, place)
        if found is not None and compares(scene, quantity, kind, found[1]):
            return _Side(SIGNS[found[0]], "compare", found[1])
        for _ in range(5):
            if place < len(words) and words[place] == "-" and kind != "percent":
                place += 1
            noun = nouns.at(words, place)
            if noun is not None and (kind != "amount" or _announced(scene, quantity)):
                return _Side(SIGNS[noun[0]], "noun", noun[1])
            nxt = adjectives.at(words, place)
            if nxt is None or place in scene.held:
                break
            place = nxt[1]
    return None


def _announced(scene: Scene, quantity: Quantity) -> bool:
    """Say whether an article stands before an amount: "a £5 increase", not "12 price cuts"."""
    at = opens(scene.sentence, quantity)
    return at > 0 and scene.words[at - 1] in ("a", "an", "the", "that", "this", "its", "another")


_PARTS = {"1/4": Fraction(1, 4), "1/2": Fraction(1, 2), "3/4": Fraction(3, 4)}


def _worded_points(scene: Scene) -> Iterator[Claim]:
    """Yield "a quarter-point", "half a point" as claims, with the way that their verb goes."""
    if "point" not in scene.words:
        return
    for found in phrases(CUES, "points").all(scene.words):
        taken = [claim for claim in scene.claims if claim.first < found.last <= claim.last + 4]
        sign = next((claim.sign for claim in taken), None)
        for claim in taken:
            if claim.figure.first <= found.last and claim.figure.last >= found.first:
                scene.claims.remove(claim)
        figure = _part(scene, found.name, found.first, found.last)
        side = _before(scene, figure, "points") or _after(scene, figure, "points")
        scene.held.update(range(found.first, found.last))
        scene.taken.update(range(found.first, found.last))
        if side is not None:
            sign = side.sign
        first = min(found.first, side.place if side else found.first)
        last = max(found.last, side.place if side else found.last)
        yield Claim("points", figure, sign or 0, first, last, side.form if side else "verb")


def _part(scene: Scene, name: str, first: int, last: int) -> Quantity:
    point = unit_named("percentage point")
    sentence = scene.sentence
    return Quantity(
        sentence.span_of(first, last),
        sentence.cut(first, last),
        "points",
        Figure(sentence.cut(first, last), _PARTS[name], bounds=Interval.point(_PARTS[name])),
        unit=point,
        units=(point,),
        place=sentence.block.place,
        sentence=sentence.index,
        first=first,
        last=last,
        noun_last=last,
    )
