"""Which way the words go, and which way the figures go."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon.words import mapping, phrases, words
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.changes.frame.moves import CUES, names_money
from numcheck.relate.changes.frame.terms import chained, elsewhere, on_terms
from numcheck.relate.changes.pairing.moments import moved_since
from numcheck.relate.changes.pairing.pairs import Pair
from numcheck.relate.changes.readings import exactly
from numcheck.relate.wording import is_quoted, worded

_ARRIVING = frozenset(
    """to at into reaching reading averaging hitting coming settling closing finishing ending
    landing""".split()
)
_OTHERS = frozenset("rather instead opposed peak high low average best worst that which".split())
_DAYS = frozenset(
    """yesterday monday tuesday wednesday thursday friday saturday sunday day close session monday's
    tuesday's wednesday's thursday's friday's overnight""".split()
)
_STRENGTH = frozenset({"strengthen", "strengthens", "strengthened", "strengthening"})
_WEAKNESS = frozenset({"weaken", "weakens", "weakened", "weakening"})
_OWED = frozenset({"loss", "losses", "deficit", "deficits", "shortfall", "debt", "debts"})
_LOSSES = frozenset({"loss", "losses", "deficit", "deficits", "debt", "below", "behind"})
_GAINS = frozenset({"profit", "profits", "surplus", "gain", "plus", "above", "ahead", "black"})


def of(pair: Pair) -> Iterator[Relation]:
    """Yield a pair under the way that its word of movement goes, where it certainly goes one."""
    move = pair.move
    if move is None or move.weak or pair.form in ("than", "then"):
        return
    if pair.form == "against" and not _reached(pair):
        return
    if on_terms(pair.scene) or chained(pair.scene) or _aimed(pair):
        return
    if _since_another(pair, move.last):
        return
    if _of_ranges(pair) or of_places(pair.scene.words, pair.old, pair.new):
        return
    if _loosened(pair) or _ranked(pair) or _signed(pair) or _bonds(pair) or _spans(pair):
        return
    sign = _currency_sign(pair, move.sign) if move.sign else _improved(pair)
    if not sign:
        return
    yield directed(pair, sign, move.first, move.last)


def _since_another(pair: Pair, at: int) -> bool:
    """Say whether a movement is on the month, and the older figure is of a year ago."""
    old, new, words = pair.old, pair.new, pair.scene.words
    if old.sentence != pair.scene.sentence.index:
        return False
    end = max(old.last, old.noun_last)
    stop = min((one.first for one in (old, new) if one.first >= at), default=len(words))
    return moved_since(pair.scene, at, stop, words[end : end + 5])


def _of_ranges(pair: Pair) -> bool:
    """Say whether a range is set against one: "£180 to £310, down from £200 to £340 in 2022"."""
    words = pair.scene.words
    if pair.form != "from" or pair.old.first > pair.new.first:
        return False
    levels = [q for q in pair.scene.sentence.quantities if q.last <= pair.first]
    if not levels or pair.move is None or pair.first - pair.move.last > 1:
        return False
    if levels[-1].is_range:
        return True
    two = levels[-2:]
    joined = len(two) > 1 and words[two[0].last : two[1].first] in (["to"], ["and"], ["-"], ["–"])
    return joined and two[0].kind == two[1].kind


def of_places(tokens: list[str], *two: Quantity) -> bool:
    """Say whether two figures are of two places: "from 12C in the north to 17C in the south"."""
    unit = two[0].unit
    if unit is None or unit.dimension != "temperature":
        return False
    places = words("cues/changes", "places")
    behind = [tokens[one.last : one.last + 3] for one in two]
    return all(
        one[:1] != [] and one[0] in ("in", "on", "along", "over") and not places.isdisjoint(one)
        for one in behind
    )


def directed(pair: Pair, sign: int, first: int, last: int) -> Relation:
    """Return a pair under a way that the words between two places say it goes."""
    sentence = pair.scene.sentence
    last = min(last, len(sentence.words))
    old, new = _as_printed(pair.old, pair.new)
    return Relation(
        "rising" if sign > 0 else "falling",
        {"said": worded(sentence, first, last), "old": old, "new": new},
        sentence.span_of(first, last),
        strict=True,
        quoted=is_quoted(sentence, pair.old, pair.new),
    )


def _as_printed(old: Quantity, new: Quantity) -> tuple[Quantity, Quantity]:
    """Take figures of one scale as printed: "lowered to 4.25% from 4%" is wrong, rounded or not."""
    assert old.figure is not None and new.figure is not None
    if old.hedge or new.hedge or old.figure.scale != new.figure.scale:
        return old, new
    return exactly(old), exactly(new)


def _improved(pair: Pair) -> int:
    """Return 1 for what gets better by getting more: "turnout improved from 58% to 61%"."""
    assert pair.move is not None
    tokens, first = pair.scene.words, pair.move.first
    if pair.form != "from" or not tokens[first].startswith("improv"):
        return 0
    if sum(level.mark == "from" for level in pair.scene.levels) > 1:
        return 0  # "improved to 61% from 64% under the old count but from 48% under the new"
    unit = pair.new.unit
    if unit is not None and pair.new.kind not in ("percent", "money"):
        return _outdone(pair)
    if pair.new.noun or pair.old.noun:
        return 0  # "Attendance improved, from 81 absences to 74"
    subject = set(tokens[max(0, first - 6) : first])
    less = words(CUES, "less_is_better")
    return int(bool(subject & words(CUES, "more_is_better")) and less.isdisjoint(tokens))


def _outdone(pair: Pair) -> int:
    """Return the way of a better mark in a sport: less time, or a longer throw."""
    tokens, unit = pair.scene.words, pair.new.unit
    fields, races = words(CUES, "field_events"), words(CUES, "track_events")
    far, fast = not fields.isdisjoint(tokens), not races.isdisjoint(tokens)
    if unit is None or far == fast or not words(CUES, "long_is_better").isdisjoint(tokens):
        return 0
    if unit.dimension == "time" and fast:
        return -1
    return int(unit.dimension == "length" and far)


def _aimed(pair: Pair) -> bool:
    """Say whether a forecast is what moved: "cut its forecast to £40m, against £38m made"."""
    assert pair.move is not None
    if pair.form != "against" or pair.move.last >= pair.first:
        return False
    return phrases(CUES, "expected").find(pair.scene.words, pair.move.last, pair.first) is not None


def _reached(pair: Pair) -> bool:
    """Say whether the newer figure is where the movement ended: "rose to 5, against 4"."""
    between = pair.scene.words[pair.between[0] : pair.between[1] + 2]
    if elsewhere(pair.scene, pair.old) or _session(pair) or _of_others(pair, between):
        return False
    if pair.scene.words[pair.first] in _ARRIVING:
        return True
    # "Crowds are growing: 2,300 came this year, against 2,650 last year"
    places = pair.new.first, pair.old.first
    times = [[one.when for one in pair.scene.levels if one.figure.first == at] for at in places]
    return times == [["now"], ["past"]]


def _of_others(pair: Pair, between: list[str]) -> bool:
    """Say whether a peak, an average or another thing is what the figure is set against."""
    tokens = pair.scene.words
    return not _OTHERS.isdisjoint(between + tokens[pair.new.last : pair.old.first])


def _session(pair: Pair) -> bool:
    """Say whether a market's close is set against another than the last: "versus a month ago"."""
    assert pair.move is not None
    tokens, move = pair.scene.words, pair.move
    if move.last - move.first != 2 or tokens[move.last - 1] not in ("higher", "lower"):
        return False
    if tokens[move.first] in ("is", "are", "was", "were"):
        return False
    after = tokens[pair.old.last : pair.old.last + 5]
    said = set(after + tokens[pair.new.last : pair.old.first])
    near = said & _DAYS
    return not near or not {"week", "month", "year", "quarter"}.isdisjoint(
        tokens[move.last : pair.last] + after
    )


def _ranked(pair: Pair) -> bool:
    """Say whether the figures may be places in an order, which rise by falling."""
    bare = pair.old.unit is None and pair.new.unit is None and pair.new.noun is None
    return bare and phrases(CUES, "ranks").find(pair.scene.words) is not None


def _loosened(pair: Pair) -> bool:
    """Say whether a rule is eased or tightened, which may raise it or lower it."""
    assert pair.move is not None
    tokens, first = pair.scene.words, pair.move.first
    near = tokens[max(0, first - 7) : first + 5]
    eased = tokens[first] in ("ease", "eases", "eased", "easing")
    return eased and not words(CUES, "limits").isdisjoint(near)


def _signed(pair: Pair) -> bool:
    """Say whether figures may lie on both sides of zero: a loss, a deficit, degrees below."""
    old, new = pair.old.figure, pair.new.figure
    assert old is not None and new is not None
    if (old.value <= 0 or new.value <= 0) and pair.old.kind == "money":
        return True
    tokens = pair.scene.words
    near = set(tokens[pair.first : pair.last + 2])
    said = set(tokens)
    if said & _LOSSES and said & _GAINS:
        return True
    return bool(near & _LOSSES) and not _owed(pair)


def _owed(pair: Pair) -> bool:
    """Say whether a loss itself is what moves: "losses narrowed to £3.1m from £4m"."""
    assert pair.move is not None
    tokens, first = pair.scene.words, pair.move.first
    begin = max(0, first - 6)
    subject = [p for p in range(begin, first) if tokens[p] in _OWED]
    if not subject or tokens[first] in _STRENGTH | _WEAKNESS:
        return False
    others = [p for p, word in enumerate(tokens) if word in _LOSSES and p not in subject]
    return not others and not pair.scene.figured(subject[-1], first)


def _bonds(pair: Pair) -> bool:
    """Say whether a price may fall while the figures, its yield, go up."""
    said = set(pair.scene.words)
    bonds = bool(said & words(CUES, "bonds")) and not said & words(CUES, "yields")
    return bonds and pair.new.kind == "percent"


def _spans(pair: Pair) -> bool:
    """Say whether two figures may be the ends of something else than the movement.

    "Anxiety increased from 24 hours to 1 hour before the race"; "prices would drop from 3 to 5
    per cent", as was once written for a drop of so much.
    """
    tokens, old = pair.scene.words, pair.old
    if old.kind == "duration":
        return words(CUES, "lasting").isdisjoint(tokens)
    assert pair.move is not None
    bare = old.kind == "percent" and old.last - old.first == 1
    before = tokens[max(0, pair.move.first - 3) : pair.move.first]
    return bare and not {"would", "could", "may", "might", "can"}.isdisjoint(before)


def _currency_sign(pair: Pair, sign: int) -> int:
    """Return the way of the figures when money itself moves; 0 where either is possible.

    "The dollar weakened to 148 yen" gives yen for dollars and goes down; "the yen weakened to 151
    per dollar" goes up.
    """
    assert pair.move is not None
    tokens, move = pair.scene.words, pair.move
    subject = _money_before(tokens, move.first)
    if not subject:
        return sign
    unit = pair.new.unit
    dimension = unit.dimension if unit else ""
    if dimension.startswith("money:") and "/" not in dimension:
        if subject in ("XXX", dimension[6:]):
            return 0 if subject == "XXX" else _own(pair, move.first, sign)
        return sign
    if not dimension and _priced_in(tokens, pair, subject):
        return _own(pair, move.first, sign)
    if dimension:
        return sign if not dimension.startswith("money") else _own(pair, move.first, sign)
    return 0


def _priced_in(tokens: list[str], pair: Pair, subject: str) -> bool:
    """Say whether bare figures are so much money for one of another: "149 per dollar"."""
    for quantity in (pair.new, pair.old):
        after = tokens[quantity.last : quantity.last + 3]
        for size, link in ((1, ["per"]), (2, ["to", "the"]), (1, ["a"])):
            other = names_money(after[size]) if after[:size] == link and after[size:] else ""
            if other and other != subject:
                return True
    return False


def _money_before(tokens: list[str], at: int) -> str:
    """Return the code of the currency that is named shortly before a place, or nothing."""
    for place in range(at - 1, max(-1, at - 7), -1):
        if code := names_money(tokens[place]):
            country = tokens[place - 1] if place else ""
            return str(mapping(CUES, "money_of").get(country, code))
    return ""


def _own(pair: Pair, at: int, sign: int) -> int:
    """Turn strength round for money priced in itself; rises and falls may mean either."""
    word = pair.scene.words[at]
    return -sign if word in _STRENGTH | _WEAKNESS else 0
