"""Sums and remainders that no choice of the figures beside them gives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from numcheck.lexicon import words as lexicon
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.sparse.closed.balance import balances, misprinted
from numcheck.relate.sparse.closed.balance import near as near_to
from numcheck.relate.sparse.closed.claims import TABLE, Claim, claims
from numcheck.relate.sparse.closed.figures import Family, alike, family, in_unit
from numcheck.relate.sparse.wholes.sums import total
from numcheck.relate.sparse.window import Window, is_plain, wide
from numcheck.relate.sums.terms.kin import kin
from numcheck.relate.sums.terms.ones import singles
from numcheck.relate.sums.terms.ties import exactly, overlaps, tie
from numcheck.relate.wording import bracket, closes, opens

_POINTS = frozenset({"point", "mark", "run", "vote", "time", "place"})
_TURNS = frozenset({";", "while", "whereas", "but", "although", "though", "when", "because"})
_PRONOUNS = frozenset({"which", "whom", "them", "these", "those"})
_IN = frozenset({"in", "from", "off", "across", "over"})
_THIS = frozenset({"the", "this", "a"})
_TERMS = 2
_LISTED = 3
_DEALT = frozenset({"split", "shared", "divided", "spread", "distributed", "out"})
_RESTS = frozenset({"rest", "others", "remainder", "balance"})
_NEAR = 6  # words from "the rest" to how much that is
_BACK = 3  # words before a whole that may say so


def find(window: Window) -> Iterator[Relation]:
    """Yield a sum or a remainder with the figures that should give it."""
    if overlaps(window.sentence) or any(_chain(one) for one in window.told):
        return
    if _uncounted(window):
        return
    if (listed := _closed_list(window)) is not None:
        yield listed
        return
    for claim in claims(window.sentence, window.own):
        if not is_plain(claim.figure):
            continue
        claim = claim._replace(figure=in_unit(claim.figure, window.own))
        own = [one for one in window.own if not claim.first <= one.first < claim.last]
        own = [one for one in own if not _of_then(window, one)]
        own = [one for one in own if not _tried(window, claim, one)]
        found = family(claim.figure, own)
        near_by = window.before_amounts() if claim.kind == "rest" else []
        if found is not None:
            near_by = [one for one in near_by if alike(one, claim.figure)]
        if len(near_by) == 1:
            found = family(claim.figure, [*near_by, *own])
        if found is None or _doubted(window, bool(near_by)):
            continue
        relation = _summed(window, claim, found) if claim.kind == "sum" else None
        shared = any(one.kind in ("ratio", "percent") for one in window.told)
        if claim.kind == "rest" and not shared:  # "A third of the 240 jobs go, and 60 of the rest"
            relation = _left(window, claim, found)
        if relation is not None:
            yield relation
            return


def _uncounted(window: Window) -> bool:
    """Say whether what is left has no number: "410 row, 96 cox and the rest come for the bar"."""
    words = window.words
    if _RESTS.isdisjoint(words):
        return False
    rests = [at for at in range(1, len(words)) if words[at] in _RESTS and words[at - 1] == "the"]
    return any(
        not any(at < opens(window.sentence, one) <= at + _NEAR for one in window.told)
        for at in rests
    )


def _of_then(window: Window, one: Quantity) -> bool:
    """Say whether a bracket holds a figure of another year: "1,240 members (1,190 in 2023)"."""
    around = bracket(window.sentence, one.first) if one.sentence == window.sentence.index else None
    return around is not None and any(
        other.kind in ("year", "date") and around[0] < other.first < around[1]
        for other in window.told
    )


def _tried(window: Window, claim: Claim, one: Quantity) -> bool:
    """Say whether a figure tells in how many games another was reached: "14 goals in 20 games"."""
    tries = lexicon.words("cues/shares", "tries")
    other = one.noun != claim.figure.noun and one.noun in tries
    return other and not _IN.isdisjoint(window.lead(one, 1))


def _chain(one: Quantity) -> bool:
    """Say whether a name may have swallowed a figure: "10 on day two and nine on day three"."""
    return one.kind == "identifier" and " and " in one.text


def _doubted(window: Window, both: bool) -> bool:
    doubt = lexicon.phrases(TABLE, "doubt")
    if any(not _harmless(window, hit.first, hit.last) for hit in doubt.all(window.words)):
        return True
    return both and window.near is not None and doubt.find(window.near.words) is not None


def _harmless(window: Window, first: int, last: int) -> bool:
    """Say whether "scored" leads to a term, and "season" tells of what the sum at the end is."""
    words = window.words
    if words[first:last] == ["scored"]:
        return any(one.first == last for one in window.own[:-1])
    if words[first:last] == ["season"] and first > closes(window.sentence, window.own[-1]):
        return words[first - 1] in _THIS
    return _of_others(window, first, last)


def _of_others(window: Window, first: int, last: int) -> bool:
    """Say whether "some of" tells how old they are, and "among" who gets what is left."""
    if window.words[first] == "among" and window.words[first - 1] in _DEALT:
        return True  # "leaving £1.5m to be split among eight towns"
    if window.words[first:last] != ["some", "of"] or window.words[first - 1] != ",":
        return False
    return any(one.kind == "age" and 0 < one.first - last < 3 for one in window.told)


def _closed_list(window: Window) -> Relation | None:
    """Return a number and the list after it that leaves none out: "no other sites are involved"."""
    near, words = window.near, window.words
    closed = lexicon.phrases(TABLE, "no_others").find(words) if near is not None else None
    if near is None or closed is None:
        return None
    told = [one for one in window.before_amounts() if one.value != 1]
    parts = [exactly(one) for one in window.own]
    doubts = lexicon.phrases(TABLE, "doubt")
    if len(told) != 1 or len(parts) < _LISTED or doubts.find(near.words) is not None:
        return None
    if any(not closed.first <= hit.first < closed.last for hit in doubts.all(words)):
        return None
    whole = exactly(told[0])
    nouns = {one.noun for one in (whole, *parts)} - {None}
    same = len(nouns) < _TERMS and all(one.unit is None for one in parts)
    figures = [whole, *parts]
    if not same or whole.unit is not None or not all(is_plain(one) for one in figures):
        return None
    if any(one.hedge is not None or one.kind not in ("count", "number") for one in figures):
        return None
    worked = total(parts)
    if not near_to(whole, worked) or balances(whole, parts):
        return None
    return tie("split", window.sentence, whole, tuple(parts), 0, len(words))


def _summed(window: Window, claim: Claim, found: Family) -> Relation | None:
    """Return a sum with its terms, where they do not come to it in any way."""
    whole, sentence = exactly(claim.figure), window.sentence
    ones = singles(sentence, claim.first) if whole.kind in ("count", "number") else []
    told = [one for one in found.others if not _of_the_sum(window, claim, one)]
    terms = _in_order([*map(exactly, told), *ones])
    if len(terms) < len(found.others) and len(terms) < _TERMS:
        return None
    if whole.noun in _POINTS:
        return None
    if any(wide(one).below(wide(whole)) is not True for one in terms) or _turns(
        window, claim, terms
    ):
        return None
    worked = total(terms)
    alike = claim.strong and all(kin(whole, one) for one in found.others)
    if not near_to(whole, worked) or not (alike or misprinted(whole, worked)):
        return None
    if balances(whole, [*terms, *found.spare]):
        return None
    return tie("split", sentence, whole, tuple(terms), claim.first, claim.last)


def _of_the_sum(window: Window, claim: Claim, one: Quantity) -> bool:
    """Say whether a figure is taken of the sum itself: "18 in all, of which he served three"."""
    if one.sentence != window.sentence.index or one.first < claim.last:
        return False
    between = window.words[claim.last : one.first]
    return "of" in between and not _PRONOUNS.isdisjoint(between)


def _turns(window: Window, claim: Claim, terms: list[Quantity]) -> bool:
    """Say whether a sentence turns to something else between its terms and their sum.

    "Officials said 19 bodies were brought in and 11 found, while the ministry put the toll at 27".
    """
    own = [one for one in terms if one.sentence == window.sentence.index]
    first = min((closes(window.sentence, one) for one in own), default=0)
    last = max((opens(window.sentence, one) for one in own), default=0)
    between = window.words[min(first, claim.last) : max(last, claim.first)]
    near = window.near.words if window.near is not None and len(own) < len(terms) else []
    return not _TURNS.isdisjoint(between) or not _TURNS.isdisjoint(near)


def _left(window: Window, claim: Claim, found: Family) -> Relation | None:
    """Return a whole with its parts and what is left of it, where they do not fit in any way."""
    rest = claim.figure
    whole = max(found.others, key=lambda one: wide(one).low or 0)
    parts = [one for one in found.others if one is not whole]
    if not _is_whole(window, whole) or not all(kin(whole, one) for one in (*parts, rest)):
        return None
    if any(wide(one).below(wide(whole)) is not True for one in (*parts, rest)):
        return None
    if not near_to(whole, total([*parts, rest])) or total(parts).below(wide(whole)) is not True:
        return None
    if balances(rest, [*found.others, *found.spare]):
        return None
    after = closes(window.sentence, whole)
    if window.words[after : after + 1] == ["left"] and after in range(claim.first - 1, rest.last):
        return None  # "of the 88 peers left 45 are Tories"
    order = _in_order([*parts, rest])
    return tie("split", window.sentence, whole, tuple(order), claim.first, claim.last)


def _is_whole(window: Window, whole: Quantity) -> bool:
    """Say whether a figure is one that others can be taken of, and no part beside them."""
    if whole.sentence != window.sentence.index:
        return True
    sentence, words = window.sentence, window.words
    first, last = opens(sentence, whole), closes(sentence, whole)
    if first == 0 or (first <= 2 and words[first - 1] in lexicon.words("cues/sums", "its")):
        return True
    if words[last : last + 1] in (["strong"], ["-"], [":"]):
        return True
    has = lexicon.words(TABLE, "has")
    return any(word in has or word.endswith("'s") for word in words[max(0, first - _BACK) : first])


def _in_order(figures: Sequence[Quantity]) -> list[Quantity]:
    return sorted(figures, key=lambda one: one.span.start)
