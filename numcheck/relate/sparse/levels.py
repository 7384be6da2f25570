"""The two figures that a stated change can be of."""

from __future__ import annotations

from numcheck.lexicon import words as lexicon
from numcheck.model.interval import Interval
from numcheck.model.quantity import Quantity
from numcheck.record import replace
from numcheck.relate.changes.frame.moves import moves_in
from numcheck.relate.changes.frame.scene import Claim
from numcheck.relate.changes.pairing.moments import other_spell
from numcheck.relate.changes.readings import by_the_hour
from numcheck.relate.sparse.claims import of_what_was
from numcheck.relate.sparse.window import TABLE, Window, divided, fits, is_plain, wide
from numcheck.relate.wording import closes, comparable

_KINDS = frozenset({"money", "measure", "count", "number", "duration"})
_MARKS = frozenset({",", "–", "—", "("})
_SAYS = frozenset({"or", "that", "is", "a", "an", "which", "some", "about", "up", "down"})
_PAUSES = frozenset({",", ":", ";", "–", "—"})
_FAR = 50
_THAN = frozenset({"of", "on", "than", "from"})
_OFF = frozenset({"below", "above", "under", "over"})
_LAST = frozenset({"last", "previous"})
_FACING = (["against"], ["to"], ["and"], ["versus"], ["compared", "with"], ["compared", "to"])
_BASE = frozenset({"from", "on", "than", "over", "against"})
_RELATIVES = frozenset({"that", "which"})
_OPENERS = frozenset(
    """despite although though while whereas after when where as because with saw seen which on amid
    ;""".split()
)
_TOTALS = frozenset({"total", "tally", "count", "size", "figure", "number"})
_SAID = frozenset({"said", "says", "say", "added", "reported", "reports"})
_SPANNED = frozenset({"year", "month", "week", "decade", "quarter", "season", "day"})


def levels_of(window: Window, claim: Claim) -> tuple[Quantity, Quantity] | None:
    """Return the only two figures that can be compared, in the order of the text."""
    stated = range(claim.figure.first, claim.figure.last)
    if pair := _apposed(window, claim):
        return pair
    own = [one for one in window.own if one.first not in stated and _is_level(window, one)]
    measured = claim.figure.unit
    if len(own) > 2 and claim.kind == "amount" and measured is not None:
        own = [one for one in own if one.unit and one.unit.dimension == measured.dimension]
    if len(own) == 2 and far_apart(*own):  # "up 20% from 2.5m, when two terminals were shut"
        own = [one for one in own if _BASE.intersection(window.lead(one, 1))]
    if len(own) == 2:
        own = [own[0], _as_measured(own[1], own[0], claim, window.lead(own[1], 1) == ["the"])]
        own = [own[0], _as_scaled(own[1], own[0])]
    if len(own) == 1:
        before = [one for one in window.before_amounts() if is_plain(one)]
        if len(before) != len(window.before_amounts()):
            return None
        before = [one for one in before if one.kind != "age"]
        before = [one for one in before if of_what_was(window, claim, one)] or before
        own = [one for one in before if comparable(one, own[0])] + own
        if len(own) == 1 and len(before) == 1:
            own = [before[0], _as_scaled(own[0], before[0])]
    if len(own) != 2 or not is_like(*own) or _nested(window, *own):
        return None
    return own[0], own[1]


def may_be_alike(one: Quantity, other: Quantity) -> bool:
    """Say whether a bare number stands beside a measure: "48 minutes; she took 55"."""
    bare, like = (one, other) if one.unit is None else (other, one)
    return bare.unit is None and bare.kind == "number" and like.kind in ("measure", "duration")


def _as_scaled(bare: Quantity, like: Quantity) -> Quantity:
    """Give a number of millions the unit before it: "84 million litres. It was 105 million"."""
    if bare.figure is None or like.figure is None or like.kind != "measure":
        return bare
    if bare.kind != "number" or bare.noun is not None or bare.figure.scale < 2:
        return bare
    if bare.figure.scale != like.figure.scale:
        return bare
    return replace(bare, kind=like.kind, unit=like.unit, units=like.units)


def _apposed(window: Window, claim: Claim) -> tuple[Quantity, Quantity] | None:
    """Return the figure that a change is set beside, and the one of its kind before it.

    "It had 310 cafes in 2010 … There are now 1,240, four times as many, with five in her street".
    """
    words, sentence = window.words, window.sentence
    levels = [one for one in window.own if one.last <= claim.first and is_plain(one)]
    if not levels or levels[-1].first == claim.figure.first or not window.ends_at(claim.last):
        return None
    new = levels[-1]
    gap = words[closes(sentence, new) : claim.first]
    if not gap or len(gap) > 4 or gap[0] not in _MARKS or not all(w in _SAYS for w in gap[1:]):
        return None
    earlier = [one for one in (*window.before_amounts(), *levels[:-1]) if one.kind != "age"]
    old = [one for one in earlier if is_like(one, new)]
    if len(old) != 1 or window.near is None or old[0].sentence == new.sentence:
        return None
    others = [one for one in (*earlier, *window.own) if one is not old[0] and one is not new]
    if any(is_like(one, new) and reached(claim, one, new) for one in others):
        return None
    told = window.words[0] in (
        "it",
        "there",
        "they",
        "now",
        "today",
        "this",
        "the",
        "that",
        "he",
        "she",
    )
    return (old[0], new) if told and _told_then(window) else None


def _told_then(window: Window) -> bool:
    """Say whether the sentence before is of an earlier time: "in 2010", "when she came"."""
    near = window.near
    if near is None:
        return False
    dated = any(one.kind in ("year", "date") for one in near.quantities)
    return dated or lexicon.phrases(TABLE, "past").find(near.words) is not None


def _as_measured(bare: Quantity, like: Quantity, claim: Claim, definite: bool) -> Quantity:
    """Give a bare figure the unit before it: "he took 48 minutes; she took 55"."""
    if like.unit is None or like.kind == "money":
        return bare
    if claim.kind != "amount" and not definite:
        return bare
    if claim.kind == "amount" and claim.figure.unit != like.unit:
        return bare
    if bare.kind != "number" or bare.unit is not None or bare.noun is not None:
        return bare
    if bare.text.lower() == "one":
        return bare  # "two miles shorter than the old one"
    return replace(bare, kind=like.kind, unit=like.unit, units=like.units)


def _nested(window: Window, one: Quantity, other: Quantity) -> bool:
    """Say whether one figure is a part of the other: "340 of the 650 seats"."""
    gap = window.words[one.last : other.first] if one.sentence == other.sentence else []
    if other.sentence == window.sentence.index and _of_it(window, other):
        return True
    if gap[-3:] == ["short", "of", "the"]:
        return False  # "62 votes, six short of the 67 it needed"
    return gap[-2:] in (["of", "the"], ["of", "its"]) or gap == ["of"]


def _of_it(window: Window, quantity: Quantity) -> bool:
    """Say whether a figure is a part of what was told: "of it £45m", "1,200 of those"."""
    behind, words = lexicon.phrases("cues/sums", "behind"), window.words
    led = behind.ending(words, quantity.first) is not None
    return led or behind.at(words, closes(window.sentence, quantity)) is not None


def _is_level(window: Window, quantity: Quantity) -> bool:
    if quantity.kind == "duration":
        follows = window.words[quantity.last : quantity.last + 1]
        return follows not in (["ago"], ["earlier"], ["later"], ["before"]) and is_plain(quantity)
    multiple = window.lead(quantity, 2)[:1] in (["multiple"], ["multiples"], ["power"], ["powers"])
    return not multiple  # "one less than a multiple of ten"


def is_like(one: Quantity, other: Quantity) -> bool:
    """Say whether two figures are plain and of one unit and one noun."""
    if one.kind not in _KINDS or other.kind not in _KINDS or one.hedge or other.hedge:
        return False
    if not comparable(one, other) or one.unit != other.unit:
        return False
    return is_plain(one) and is_plain(other)


def reached(claim: Claim, old: Quantity, new: Quantity) -> bool:
    """Say whether any sum of the two figures gives what is claimed."""
    a, b = wide(old), wide(new)
    low, high = (a, b) if (a.low or 0) <= (b.low or 0) else (b, a)
    one = Interval.point(1)
    if claim.kind == "percent":
        more, less = divided(high, low), divided(low, high)
        grown, shrunk = [more - one, more], [one - less, less]
        shrunk.append(divided(low, low + high))  # "45 will go, leaving 255, a 15% cut"
        return fits(claim.figure, [*(grown * (claim.sign >= 0)), *(shrunk * (claim.sign <= 0))])
    if claim.kind == "times":
        bounds = claim.figure.figure.bounds if claim.figure.figure else None
        more = divided(high, low)
        ratios = (more, divided(low, high), more - one)
        return bounds is not None and any(bounds.meets(ratio) for ratio in ratios)
    if by_the_hour(old, new, claim.figure):
        return True
    results = [high - low, high + low]
    if old.unit is None:
        results.append(low + low - high)  # "41 of the 70 backed it, a majority of 12"
    return fits(claim.figure, results)


def far_apart(old: Quantity, new: Quantity) -> bool:
    """Say whether two figures are too far apart to be one thing's: two terminals, 2.5 million."""
    if (old.noun is None) == (new.noun is None):
        return False
    low, high = sorted((wide(one).low or 0) for one in (old, new))
    return low * _FAR < high


def of_another(window: Window, claim: Claim, levels: tuple[Quantity, Quantity]) -> bool:
    """Say whether another thing moves: "£80m to £95m, which means the levy rises by 4%"."""
    if _of_other_times(window, claim, levels):
        return True
    words = window.words
    if claim.form == "noun" or claim.kind == "amount":
        return False
    if _in_another_clause(window, claim, levels):
        return True
    if claim.form not in ("verb", "compare") or claim.kind != "percent":
        return False
    begin = max((one.last for one in levels if one.sentence == window.sentence.index), default=0)
    region = words[begin : claim.first]
    mark = next((at for at in range(len(region) - 1, -1, -1) if region[at] in _PAUSES), None)
    if mark is None or begin == 0:
        return False
    tail = [word for word in region[mark + 1 :] if word not in ("which", "means", "meaning", "so")]
    tail = tail[tail[:1] == ["the"] :]
    return (
        len(tail) == 1
        and tail[0].isalpha()
        and tail[0] not in lexicon.words("cues/alone", "same_subject")
        and tail[0] not in lexicon.words("nouns", "stop")
        and tail[0] not in words[:begin]
    )


def _in_another_clause(window: Window, claim: Claim, levels: tuple[Quantity, Quantity]) -> bool:
    """Say whether a change is that of a clause about another: "… in a year that saw hours cut"."""
    words = window.words
    begin = max((one.last for one in levels if one.sentence == window.sentence.index), default=0)
    if not 0 < begin < claim.first:
        return False
    moves = [move for move in moves_in(words[:begin]) if move.sign and not move.noun]
    both = all(one.sentence == window.sentence.index for one in levels)
    if both and claim.form != "times" and len(moves) == 1 and moves[0].sign == -claim.sign:
        return True  # "jumped from 840 to 910 … cut 12%"
    opener = max((at for at in range(begin, claim.first) if words[at] in _OPENERS), default=-1)
    tail = words[opener + 1 : claim.first]
    if opener > begin and words[opener] == "which" and words[opener - 1] == ",":
        tail = words[begin : opener - 1]  # "…, faster than wages, which rose 6%"
        if tail[:1] == [","] and tail[-1] in _SAID:
            return False  # "at £31m, his advisers said, which is"
    elif opener < 0 or (words[opener] == "which" and words[opener - 1] not in ("in", "during")):
        return False
    if words[opener] == "on" and _RELATIVES.isdisjoint(tail):
        return False  # "on the year, up 5%"
    passed = lexicon.words("nouns", "stop") | lexicon.words("cues/alone", "same_subject")
    told = set(map(lexicon.singular, words[:begin]))
    named = {lexicon.singular(word) for word in tail if word.isalpha() and word not in passed}
    named = {word for word in named if not word.endswith(("ly", "ing")) and word not in passed}
    return bool(named - _TOTALS - _SPANNED) and named.isdisjoint(told)


def _of_other_times(window: Window, claim: Claim, levels: tuple[Quantity, Quantity]) -> bool:
    """Say whether both figures are of other times: "halved in a year: 90 in June, 120 in May"."""
    words, number = window.words, window.sentence.index
    behind = words[claim.last : claim.last + 7]
    return all(
        one.sentence == number and other_spell(behind, words[one.last : one.last + 4])
        for one in levels
    )


def on_a_year(window: Window, claim: Claim, levels: tuple[Quantity, Quantity]) -> bool:
    """Say whether a change names the time of its base: "30% below their 1990 level, at"."""
    words, last, (new, old) = window.words, claim.last, levels
    if claim.form != "compare" or (words[last] not in _THAN and words[last - 1] not in _OFF):
        return False
    end = next((at for at in range(last, min(last + 7, new.first)) if words[at] in _PAUSES), 0)
    if not end or new.first - end > 3:
        return False
    years = [one for one in window.told if one.kind in ("year", "date")]
    base = [one.parts.get("year") for one in years if last <= one.first < end]
    then = [one.parts.get("year") for one in years if one.first > new.first]
    if then and then != base:
        return False  # "30% below their 1990 level, at 420, against 700 in 2005"
    told = lexicon.phrases(TABLE, "past").find(words, last, end) is not None
    told = told or not _LAST.isdisjoint(words[last:end])
    return (bool(base) or told) and (bool(then) or window.ends_at(closes(window.sentence, old)))


def spelt_out(window: Window, claim: Claim, levels: tuple[Quantity, Quantity]) -> bool:
    """Say whether two figures spell a gap out: "was nine seconds: 2:04:10 against 2:04:25"."""
    words, sentence, (one, other) = window.words, window.sentence, levels
    if claim.kind != "amount" or claim.sign or claim.form != "noun":
        return False
    lead, gap = words[claim.last : one.first], words[closes(sentence, one) : other.first]
    set_off = lead[:1] != [] and lead[0] in _PAUSES and len(lead) <= 2
    return set_off and gap in _FACING and window.ends_at(closes(sentence, other))
