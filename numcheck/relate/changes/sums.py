"""A stated change, worked out again from its two figures."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from numcheck.lexicon.words import phrases
from numcheck.model.interval import Interval, quotient
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.changes.directions import directed
from numcheck.relate.changes.frame.moves import CUES
from numcheck.relate.changes.frame.scene import Claim
from numcheck.relate.changes.frame.terms import (
    caused,
    chained,
    from_elsewhere,
    hoped_for,
    on_terms,
    other_than,
    over_a_third,
    stepped,
)
from numcheck.relate.changes.pairing.pairs import Pair
from numcheck.relate.changes.pairing.told import at_other_time, other_base, since_another
from numcheck.relate.changes.readings import by_the_hour, by_times, exactly, half_open, rounded
from numcheck.relate.wording import bracket, is_quoted

_STOPS = frozenset({",", ".", ";", "–", "—", ")", ":"})
_ITSELF = frozenset({"it", "they", "was", "were", "there"})
_PLANS = frozenset(
    """price estimate guide budget forecast target plan planned expected norm usual quote valuation
    asking limit allowance average""".split()
)
_PAID = frozenset({"paid", "spent", "gave"})
_BUYERS = frozenset("owner owners seller sellers vendor finder collector couple buyer club".split())
_OFF = frozenset({"over", "under", "above", "below", "beyond"})
_MOSTS = frozenset("lowest highest most fewest least worst best biggest largest smallest".split())
_LOST = frozenset("or , – — ( lost lose losing shed shedding".split())
_THEM = (["them"], ["these"], ["those"], ["all"])
_PLACED = frozenset({"behind", "ahead", "clear", "adrift"})
_PLAYED = frozenset({"won", "lost", "drawn", "drew", "played", "beaten"})
_LEVELS = frozenset({"old", "new", "one", "other"})


def of(claim: Claim, pair: Pair) -> Iterator[Relation]:
    """Yield the tie between a stated change and its two figures, where nothing speaks against."""
    if _of_another_kind(claim, pair) or other_base(claim, pair) or _otherwise(claim, pair):
        return
    moved = pair.move is not None and pair.move.sign
    directed_ = claim.sign and claim.kind != "times" and not moved and not _off_base(claim, pair)
    if directed_ and not _runs(claim, pair):
        yield directed(pair, claim.sign, claim.first, claim.last)
    make = {"percent": _percent, "points": _difference, "amount": _difference, "times": _times}
    yield from make[claim.kind](claim, pair)


def _of_another_kind(claim: Claim, pair: Pair) -> bool:
    """Say whether what is said is no change of these figures: "two hours over the first 20 miles".

    Nor is the lead in a table one over those whom a clause tells games of: "40 points, six behind
    Rovers, who have won 14".
    """
    said, old = claim.figure.unit, pair.old.unit
    if _said_twice(pair) or by_the_hour(pair.old, pair.new, claim.figure):
        return True
    if said is not None and old is not None and claim.kind == "amount":
        return said.dimension != old.dimension
    if _converted(pair):
        return True
    words = pair.scene.words
    last = max(pair.old, pair.new, key=lambda one: one.first)
    if last.sentence != pair.scene.sentence.index or last.first <= claim.last:
        return False
    return (
        words[last.first - 1] in _PLAYED
        and words[claim.last - 1] in _PLACED
        and last.noun != "point"
    )


def _converted(pair: Pair) -> bool:
    """Say whether a bare figure is of the money before a bracket: "£2m ($2.6m), a tenth of 20m"."""
    sentence = pair.scene.sentence
    if pair.new.kind != "money" or bracket(sentence, pair.new.first) is None:
        return False
    return any(q.first == pair.old.first and q.unit is None for q in sentence.quantities)


def _said_twice(pair: Pair) -> bool:
    """Say whether two units tell one amount: "6,400 acres, the equivalent of 10 square miles"."""
    old, new = pair.old, pair.new
    if (
        old.unit is None
        or new.unit is None
        or old.unit == new.unit
        or not (old.value and new.value)
    ):
        return False
    if old.unit.dimension != new.unit.dimension:
        return False
    ratio = quotient(old.unit.to_base(old.value), new.unit.to_base(new.value))
    return Fraction(19, 20) < ratio < Fraction(21, 20)


def _off_base(claim: Claim, pair: Pair) -> bool:
    """Say whether a base behind the figures is named alone: "sold …, £5,000 under the guide"."""
    behind = claim.first >= max(pair.old.last, pair.new.last)
    return behind and pair.scene.words[claim.last - 1] in _OFF


def _otherwise(claim: Claim, pair: Pair) -> bool:
    """Say whether a change is of several steps, on terms, or from another time or thing."""
    scene = pair.scene
    if "rounds" in scene.words:
        return True  # "rounds of 71, 68 and 69 left him two behind Voss on 206"
    if _ages(claim, pair) and any(
        scene.words[max(one.last, one.noun_last) :][:1] in (["when"], ["at"], ["on"])
        for one in (pair.old, pair.new)
    ):
        return True  # "he is ten years older than the last head, who was 48 when he was appointed"
    if claim.figure.kind == "duration" and any(
        scene.words[max(0, one.first - 2) : one.first] == ["of", "the"]
        for one in (pair.old, pair.new)
    ):
        return True  # "the youngest of the four; the oldest, 61, was 38 years older"
    if (
        _since_the_most(pair)
        or on_terms(scene)
        or other_than(scene, claim, pair.old)
        or caused(scene, claim)
        or _than_planned(claim, pair)
    ):
        return True
    if since_another(claim, pair):
        return True
    of_else = (scene, claim, pair.old, pair.new)
    if stepped(*of_else) or over_a_third(*of_else):
        return True
    return (claim.kind != "amount" and chained(scene)) or from_elsewhere(scene, claim, pair.old)


def _than_planned(claim: Claim, pair: Pair) -> bool:
    """Say whether a change is on a plan without a figure: "£2,000 less than the asking price"."""
    words, at = pair.scene.words, claim.last
    behind = max(pair.old.first, pair.new.first) < at
    if behind or (words[at : at + 1] != ["than"] and words[at - 1] not in _OFF):
        return False
    end = next((p for p in range(at, min(len(words), at + 6)) if words[p] in _STOPS), -1)
    return end > at and words[end - 1] in _PLANS and not pair.scene.figured(at, end)


def _runs(claim: Claim, pair: Pair) -> bool:
    """Say whether the less is the better, as with strokes, or the second is the one compared."""
    if claim.figure.noun in ("shot", "stroke"):
        return True
    word = pair.scene.words[claim.last - 1]
    if word in ("older", "younger") and pair.new.first < pair.old.first:
        # "he is 57 and his bride, 45, is 12 years younger": the second is the one compared
        return pair.scene.words[pair.old.last : claim.first] in ([",", "is"], [",", "was"])
    return pair.old.kind == "duration" and word not in ("longer", "shorter", "more", "less")


def _relation(claim: Claim, pair: Pair, kind: str, roles: dict[str, Quantity]) -> Relation:
    sentence = pair.scene.sentence
    levels = [role for role in roles if role in _LEVELS]
    for role, other in zip(levels, reversed(levels), strict=True):
        roles[role] = rounded(roles[role], roles[other])
    if "by" in roles:
        roles["by"] = rounded(roles["by"])
    return Relation(
        kind,
        roles,
        sentence.span_of(claim.first, min(claim.last, len(sentence.words))),
        strict=True,
        quoted=is_quoted(sentence, *roles.values()),
    )


def _percent(claim: Claim, pair: Pair) -> Iterator[Relation]:
    old, new, by = pair.old.figure, pair.new.figure, claim.figure.figure
    assert old is not None and new is not None and by is not None
    if old.value <= 0 or new.value < 0:
        return
    shares = pair.old.kind == "percent" and pair.new.kind == "percent"
    gap = abs(new.value - old.value)
    points = shares and claim.figure.kind == "percent" and gap == by.value
    roles = {"old": pair.old, "new": pair.new, "percent": claim.figure}
    if points and _turned(claim, pair):
        return  # "fell by 1% to 5% from 4%" is one mistake, and the way it goes shows it
    if points:
        # the points of two printed percentages: that these were rounded is no excuse
        roles |= {"old": exactly(pair.old), "new": exactly(pair.new)}
    yield _relation(claim, pair, "points_as_percent" if points else "change", roles)


def _turned(claim: Claim, pair: Pair) -> bool:
    """Say whether the words go one way and the figures the other."""
    sign = pair.move.sign if pair.move is not None and pair.move.sign else claim.sign
    return sign * ((pair.new.value or 0) - (pair.old.value or 0)) < 0


def _difference(claim: Claim, pair: Pair) -> Iterator[Relation]:
    by = replace(claim.figure, other_readings=())
    old, new = pair.old, pair.new
    if by.unit is None and old.unit is not None:
        if by.noun is not None or by.kind != "number":
            return
        by = replace(by, unit=old.unit, units=old.units, kind=old.kind)
    elif by.unit is not None and by.unit.name == "year" and _ages(claim, pair):
        gap, years = (new.value or 0) - (old.value or 0), by.value or 0
        if -1 <= gap - years <= 1 or -1 <= gap + years <= 1:
            return  # at 34 and 31, two and a half years lie between them
        by = replace(by, unit=None, units=(), kind="number")
        old, new = (replace(one, unit=None, units=(), kind="number") for one in (old, new))
    elif by.unit is not None and claim.kind != "points":
        alike = [u for u in by.units if old.unit and u.dimension == old.unit.dimension]
        if not alike or old.unit is None:
            return
        unit = old.unit if old.unit in alike else alike[0]
        if unit.dimension == "temperature":
            if unit != old.unit and unit.name != "degree":
                return  # "61 F, 12 C cooler than the 73 F": two scales have no one difference
            unit = old.unit  # "17C, two degrees warmer than the 15C" counts the degrees of both
        by = replace(by, unit=unit, units=(unit,))  # of all cents those of the dollar
    elif claim.kind == "points" and old.kind != "percent":
        if old.unit is not None:
            return
        by = replace(by, unit=None, units=(), kind="number")
    elif by.noun is not None and old.noun is not None and by.noun != old.noun:
        return
    if by.unit is not None and by.unit.name == "basis point":
        # counted in hundredths of a point, so that it is no rounding of anything
        by, new, old = exactly(by), half_open(new, old), half_open(old, new)
    yield _relation(claim, pair, "difference", {"one": new, "other": old, "by": by})


def _ages(claim: Claim, pair: Pair) -> bool:
    """Say whether two figures are the ages of whom "six years older" is said."""
    told = pair.scene.words[claim.first : claim.last]
    compares = not {"older", "younger", "age", "senior", "junior"}.isdisjoint(told)
    return compares and {pair.old.kind, pair.new.kind} <= {"age", "number"}


def _times(claim: Claim, pair: Pair) -> Iterator[Relation]:
    assert pair.old.figure is not None and pair.new.figure is not None
    if pair.old.figure.value <= 0 or pair.new.figure.value <= 0:
        return
    behind = pair.scene.words[claim.last : claim.last + 2]
    if pair.old.value == 1 and behind[:1] == ["of"] and behind[1:] in _THEM:
        return  # "240, a fifth of them all, came from one box"
    if hoped_for(pair.scene, claim) and (pair.form != "from" or not _straight(claim, pair)):
        return  # "could double, the bank said, after going from £180 to £230"
    if _lost(claim, pair) or _named_base(claim, pair):
        return
    yield _relation(claim, pair, "multiple", by_times(claim.figure, pair.old, pair.new))


def _since_the_most(pair: Pair) -> bool:
    """Say whether the older figure is of another low or high: "the lowest since 1948, when"."""
    first, last = sorted((pair.old, pair.new), key=lambda one: one.first)
    between = pair.scene.words[first.last : last.first]
    return "since" in between and not _MOSTS.isdisjoint(between)


def _named_base(claim: Claim, pair: Pair) -> bool:
    """Say whether a multiple is of something without a figure: "twice what last year's spent"."""
    words, at = pair.scene.words, claim.last
    if claim.first < max(pair.old.last, pair.new.last) or words[at : at + 1] != ["what"]:
        return False
    end = next((p for p in range(at, len(words)) if words[p] in _STOPS), len(words))
    if _PAID.isdisjoint(words[at:end]) or _BUYERS.isdisjoint(words[at:end]):
        return _ITSELF.isdisjoint(words[at:end]) or at_other_time(words[at:end], words[:at])
    # "bought for £40, it fetched £200, ten times what its owner paid"
    lead = words[max(0, pair.old.first - 9) : pair.old.first]
    bought = phrases(CUES, "trades").all(lead)
    return not any(hit.name == "bought" for hit in bought)


def _lost(claim: Claim, pair: Pair) -> bool:
    """Say whether a share is what was lost: "from 44% to 33%, or a quarter of its vote"."""
    figure, at = claim.figure.figure, claim.figure.first
    assert pair.old.figure is not None and pair.new.figure is not None and figure is not None
    if figure.value >= 1 or pair.scene.words[max(0, at - 1)] not in _LOST:
        return False
    lost = 1 - Fraction(pair.new.figure.value) / Fraction(pair.old.figure.value)
    return figure.bounds is not None and figure.bounds.meets(Interval.point(lost))


def _straight(claim: Claim, pair: Pair) -> bool:
    """Say whether a change goes straight on to its figures: "set to treble in May, from"."""
    place = claim.last
    while place < pair.first:
        step, _ = pair.scene.over_time(place, pair.first)
        if step == place and pair.scene.words[place] not in (",", "–"):
            return False
        place = max(step, place + 1)
    return True
