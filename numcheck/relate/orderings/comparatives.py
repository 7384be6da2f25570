"""Two things compared: "A (610m) is longer than B (640m)"."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon.words import phrases, words
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.named import NamedTuple
from numcheck.record import replace
from numcheck.relate.orderings.tables import TABLE, bare, fits, ordering, ways, which_has
from numcheck.relate.wording import bracket, opens

_BARE = frozenset({"more", "less", "fewer"})
_TALL = frozenset({"high", "tall", "long", "deep", "wide", "across", "strong", "old", "away"})
_BEFORE = frozenset(
    "at ( the of with a an weighs weighed measures measured holds seats stands weighing measuring"
    " cost costs costing has had is was took in finished clocked ran swam recorded".split()
)
_CASES = frozenset("with at after from in to by on for under over within without near".split())
_CLAUSE = 12  # words from "than" to the figure of "than the old one, which burned"
_SEEMING = frozenset("look looks looked seem seems seemed feel feels felt sounds acts".split())
_BEING = frozenset("is was are were be been remains makes made it becomes became still".split())
_EXTENTS = frozenset("span length height reach range distance weight depth width area size".split())
_TAKES = frozenset("took takes taken last lasts lasted lived lives survived waited".split())
_WALLS = frozenset({";", "and", "but", "which", "while", "whereas"})


class Comparative(NamedTuple):
    """A comparing word, the way that it goes, and the place of its "than"."""

    sign: int
    first: int
    last: int
    word: str
    than: int


def compared(sentence: Sentence, figures: list[Quantity]) -> Iterator[Relation]:
    """Yield "A (610m) is longer than B (640m)", "longer, at 610m, than the 640m B"."""
    for one in comparatives(sentence):
        if one.than < 0 or sentence.words[one.first - 1] in _SEEMING:
            continue
        like = _told_of(sentence, one, figures)
        right = next((q for q in like if opens(sentence, q) > one.than), None)
        if right is not None and _is_age_between(sentence, right):
            continue
        left = next((q for q in reversed(like) if q.last <= one.than), None)
        if left is None or right is None or not related(sentence, one.than + 1, right):
            continue
        aged = one.word in ("older", "younger") and _is_aged(sentence, left)
        if aged and bare(left):
            left = replace(left, kind="age")
        if left.kind == "age" and bare(right):
            right = replace(right, kind="age")
        if not fits(one.sign, one.word, left) or not _of_subject(sentence, left, one):
            continue
        if on_terms(sentence, left, right):
            continue
        if not fits(one.sign, one.word, right) and not bare(right):
            continue
        if tie := ordering(sentence, left, right, one.sign, one.first, one.than + 1):
            yield tie


def _told_of(sentence: Sentence, one: Comparative, figures: list[Quantity]) -> list[Quantity]:
    """Return the figures that may be compared: no length of what "took longer to dig than"."""
    timed = sentence.words[one.last] == "to" or sentence.words[one.first - 1] in _TAKES
    if not timed and sentence.words[one.first - 1] in ("a", "an") and one.than == one.last + 1:
        noun, verb = sentence.words[one.last], sentence.words[one.first - 2]
        if verb not in _BEING and noun not in _EXTENTS:
            return [q for q in figures if q.unit is None]  # "needs a bigger crew than"
    return [q for q in figures if q.kind == "duration"] if timed else figures


def side_by_side(sentence: Sentence, figures: list[Quantity]) -> Iterator[Relation]:
    """Yield "bigger than the 2018 fire: 9,000 acres against 11,000"."""
    tokens = sentence.words
    for one in comparatives(sentence):
        after = [q for q in figures if q.first > one.than]
        if one.than < 0 or len(after) != 2 or one.word in _BARE:
            continue
        left, right = after
        opening = tokens[opens(sentence, left) - 1]
        link = tokens[left.noun_last : opens(sentence, right)]
        told = link in (["against"], ["to"], ["versus"], ["v"], ["vs"], ["compared", "with"])
        near = left.first - one.than <= 9 and _WALLS.isdisjoint(tokens[one.than : left.first])
        if not (told and near and opening in (":", "(", "–", "—", ",")):
            continue
        if fits(one.sign, one.word, left) and (
            tie := ordering(sentence, left, right, one.sign, one.first, one.than + 1)
        ):
            yield tie


def ending(sentence: Sentence, figures: list[Quantity]) -> Iterator[Relation]:
    """Yield "A stands 1,204m high; at 1,180m, B is taller"."""
    tokens = sentence.words
    if len(figures) != 2:
        return
    left, right = figures
    for one in comparatives(sentence):
        ends = one.last >= len(tokens) or tokens[one.last] in (".", ";")
        if one.than >= 0 or not ends or one.word in _BARE or one.first - right.last > 8:
            continue
        between = tokens[left.last : right.first]
        if right.first > one.first or _WALLS.isdisjoint(between) or "by" in between:
            continue
        if tokens[one.first - 1] not in ("is", "was", "are", "were"):
            continue
        if not words(TABLE, "held_that").isdisjoint(tokens[right.last : one.first]):
            continue  # "31% knew that; 22% thought it was higher"
        if fits(one.sign, one.word, right) and (
            tie := ordering(sentence, right, left, one.sign, one.first, one.last)
        ):
            yield tie


def comparatives(sentence: Sentence) -> Iterator[Comparative]:
    """Yield every comparing word of a sentence, for each way that it may go."""
    tokens = sentence.words
    for found in ways().all(tokens):
        than = -1
        for place in range(found.last, min(len(tokens), found.last + 12)):
            if tokens[place] == "than":
                than = place
            if tokens[place] in ("than", ";", "but", "and", "who"):
                break
        word = " ".join(tokens[found.first : found.last])
        for sign in {"+": (1,), "-": (-1,)}.get(found.name, (1, -1)):
            yield Comparative(sign, found.first, found.last, word, than)


def on_terms(sentence: Sentence, left: Quantity, right: Quantity) -> bool:
    """Say whether figures tell two cases apart: "yields with 5 mm were above those with 10 mm"."""
    tokens = sentence.words
    before, place = opens(sentence, left) - 1, opens(sentence, right)
    if before < 1 or not tokens[before - 1].isalpha() or tokens[before] not in _CASES:
        return False
    than = next((at for at in range(place - 1, left.last, -1) if tokens[at] == "than"), place)
    between = tokens[than + 1 : place]
    pointed = between[:1] in (["those"], ["that"], ["ones"]) and between[-1] in _CASES
    return pointed or between == [tokens[before]]


def _is_age_between(sentence: Sentence, figure: Quantity) -> bool:
    """Say whether a bare figure between commas is an age: "than the elder, 44, at 1.85m"."""
    tokens = sentence.words
    return (
        bare(figure)
        and tokens[figure.first - 1] == ","
        and tokens[figure.last : figure.last + 2] in ([",", "at"], [",", "with"], [",", "who"])
    )


def _is_aged(sentence: Sentence, left: Quantity) -> bool:
    """Say whether a bare figure is an age: "Mrs Gray, who is 91, is older than"."""
    lead = sentence.words[max(0, left.first - 2) : left.first]
    return lead in (["who", "is"], ["who", "was"]) or lead[-1:] in ([","], ["at"])


def _of_subject(sentence: Sentence, left: Quantity, one: Comparative) -> bool:
    """Say whether the figure before "than" is that of the thing compared."""
    if left.first > one.last:
        return _aside(sentence, one.last, left)
    if one.word in _BARE:
        return _at_once(sentence, left, one)
    return _subject(sentence, left, one.first)


def _at_once(sentence: Sentence, left: Quantity, one: Comparative) -> bool:
    """Say whether "less than the £1.2m" follows its figure at once."""
    tokens = sentence.words
    follows = tokens[one.than + 1 : one.than + 2]
    named = bool(follows) and (follows[0] in ("the", "its", "last", "their", "his", "her"))
    between = tokens[left.noun_last : one.first]
    return one.than == one.last and named and between in ([","], ["–"], ["—"])


def _aside(sentence: Sentence, at: int, figure: Quantity) -> bool:
    """Say whether a figure after the comparative belongs to it: "longer (610m)"."""
    between = sentence.words[at : opens(sentence, figure)]
    set_off = between[-1:] == [","] and sentence.words[figure.noun_last :][:1] == [","]
    if len(between) <= 6 and (set_off or bracket(sentence, figure.first) is not None):
        return True
    return 0 < len(between) <= 3 and {"(", ",", "at", "–", "—", "-", "with"}.issuperset(between)


def _subject(sentence: Sentence, figure: Quantity, at: int) -> bool:
    """Say whether a figure before the comparative is the subject's: "At 610m, it is longer"."""
    tokens = sentence.words
    if at <= figure.noun_last:
        return False  # "24 metres higher than"
    if tokens[figure.noun_last : at] == [")"]:
        return False  # "9C (16F) warmer than"
    if at - figure.last > 12 or not _WALLS.isdisjoint(tokens[figure.last : at]):
        return False
    if _makes_it(tokens, figure.noun_last, at):
        return True
    before, after = tokens[figure.first - 1 : figure.first], tokens[figure.last : figure.last + 1]
    if bool(after) and after[0] in _TALL:
        return True
    if before == [","] or (figure.kind == "age" and after == [","]):
        return after == [","]
    opening = bool(before) and before[0] in _BEFORE
    return opening or bracket(sentence, figure.first) is not None


def _makes_it(tokens: list[str], first: int, at: int) -> bool:
    """Say whether a figure is what makes its thing the greater: "…, making it larger than"."""
    link = phrases(TABLE, "making_it").ending(tokens, at)
    return link is not None and link[1] - first <= 4 and {";", "."}.isdisjoint(tokens[first:at])


def related(sentence: Sentence, first: int, figure: Quantity) -> bool:
    """Say whether a figure is that of the thing at a place: "than the old one, which burned"."""
    between = sentence.words[first : opens(sentence, figure)]
    measured = phrases(TABLE, "which_measured").ending(between, len(between))
    if measured is not None and between[measured[1]] in ("which", "when", "where"):
        return len(between) <= 9 and "," in between[measured[1] - 1 : measured[1]]
    if len(between) <= _CLAUSE and which_has(between):
        return True
    if len(between) > 9 or not {";", "and", "but", "by", "who", "which"}.isdisjoint(between):
        return False
    if bracket(sentence, figure.first) is not None or not between:
        return True
    plain = words(TABLE, "before_object")
    if all(word in plain or word.endswith("'s") for word in between):
        return True
    return {"for", "in"}.isdisjoint(between) and between[-1] in ("at", "of", ",", "with", "on")
