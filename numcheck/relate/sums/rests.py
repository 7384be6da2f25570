"""Wholes that are used up: "nine of 20 … the other 11"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.setting import Setting
from numcheck.relate.sums.takings import is_group, taken_of
from numcheck.relate.sums.terms.apart import adds
from numcheck.relate.sums.terms.kin import kin
from numcheck.relate.sums.terms.listed import Series
from numcheck.relate.sums.terms.members import series
from numcheck.relate.sums.terms.ties import overlaps, tie, wholes
from numcheck.relate.wording import closes, gap, opens

_TABLE = "cues/sums"
_REST = frozenset({"other", "remaining", "rest", "remainder"})
_OWNER = 6  # words before a whole that may name its owner: "The club's"
_LEFT = frozenset(
    {
        "other",
        "remaining",
        "rest",
        "remainder",
        "balance",
        "last",
        "final",
        "leaving",
        "leaves",
        "left",
    }
)
_OF_THE = frozenset({"of", "the", "its", "their", "that", "his", "her"})
_SHARES = frozenset({"ratio", "percent"})


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every whole that a sentence takes apart to the last piece."""
    sentences = passage.sentences
    for sentence in passage.with_amounts(2):
        figures = wholes(sentence)
        if len(figures) < 2 or overlaps(sentence):
            continue
        told = sentence.vocabulary
        left = () if _LEFT.isdisjoint(told) else tuple(_left(sentence, figures))
        left = left or (() if _REST.isdisjoint(told) else tuple(_last(sentence, figures)))
        yield from left or _remainder(
            sentence, figures, sentences[sentence.index + 1 : sentence.index + 2]
        )


def _remainder(
    sentence: Sentence, figures: list[Quantity], after: tuple[Sentence, ...]
) -> Iterator[Relation]:
    """Yield "three of the eight counts", and further on "the remaining five"."""
    for part, whole in pairwise(figures):
        first = taken_of(sentence, whole)
        if first is None or closes(sentence, part) != first or not kin(whole, part):
            continue
        start = closes(sentence, whole)
        for where, begin in ((sentence, start), *((one, 0) for one in after)):
            others = [q for q in wholes(where) if q.first >= begin and kin(whole, q)]
            if not others:
                continue
            rest = others[0]
            is_rest = _is_rest(where, rest) or (where is sentence and _remains(where, rest))
            if rest.noun in (None, whole.noun) and is_rest and not overlaps(where):
                yield tie("split", sentence, whole, (part, rest), first, start)
            return


def _is_rest(sentence: Sentence, figure: Quantity) -> bool:
    """Say whether a figure is what is left: "the other three", "the remaining five"."""
    hit = lexicon.phrases(_TABLE, "rest").ending(sentence.words, opens(sentence, figure))
    if hit is None:
        return False
    return not _REST.isdisjoint(sentence.words[hit[1] : opens(sentence, figure)])


def _remains(sentence: Sentence, figure: Quantity) -> bool:
    """Say whether a bare figure is what is still to come: "14 remained to report"."""
    words, after = sentence.words, closes(sentence, figure)
    remains = words[after : after + 1] in (["remain"], ["remained"], ["remaining"])
    return remains and words[after + 1 : after + 2] in (["to"], ["."], [","], [";"])


def _left(sentence: Sentence, figures: list[Quantity]) -> Iterator[Relation]:
    """Yield "nine of the 20 jurors are women, the other 11 men" as 20 = 9 + 11."""
    for at, whole in enumerate(figures):
        first, start = taken_of(sentence, whole), closes(sentence, whole)
        if _shared(sentence, whole):
            continue  # "half the £48 goes to the hospice, £20 to the club and the other £4"
        taken: tuple[Quantity, ...] = ()
        if not at and first and (_of_a_sum(sentence, whole, first) or is_group(sentence, whole)):
            first = None  # "a grant of £86m, with £51m going to …", "the pool of 26 shrank"
        if first is None and at and gap(sentence, figures[at - 1], whole) == ["and"]:
            continue  # "six women and six men retired; one was sent home, leaving 11"
        if first is not None:
            if not at or closes(sentence, figures[at - 1]) != first:
                continue
            if at > 1 and gap(sentence, *figures[at - 2 : at]) in ([","], ["and"], [",", "and"]):
                continue  # "marks of 17, 18 and 9 out of 20; the last, a Mr Teal"
            taken = (figures[at - 1],)
            if whole.unit is None and (taken[0].value or 0) % 1:
                continue  # "with 9.3 of 10, is Norway; the last has 0.3"
            found = series(sentence, start, len(sentence), whole, fresh=False)
        else:
            after = [q for q in figures[at + 1 :] if kin(whole, q)]
            if not after or gap(sentence, whole, after[0]) == ["and"]:
                continue
            lead = sentence.words[max(0, opens(sentence, after[0]) - 2) : opens(sentence, after[0])]
            definite = _definite(sentence, whole) or lead == [",", "with"]
            definite = definite or _whittled(sentence, whole, after)
            if lead == [",", "with"] and sentence.words[closes(sentence, after[0])] == "of":
                continue  # "valued at £86m, with £51m of debt": what is owed is no part of a price
            begin = opens(sentence, after[0]) if definite else start
            found = series(sentence, begin, len(sentence), whole, fresh=definite)
            left = found is not None and _ends_left(sentence, whole, found)
            if found is None or not (definite or left or _each_led(sentence, whole, found)):
                continue
        if found is not None and _used_up(found, len(taken)) and not adds(sentence, found):
            parts = (*taken, *found.parts)
            if 2 * sum(part.value or 0 for part in parts) < (whole.value or 0):
                return  # "three of the 20 were ill, leaving two on the bench"
            yield tie("split", sentence, whole, parts, start, found.members[0].first)
            return


def _shared(sentence: Sentence, whole: Quantity) -> bool:
    """Say whether a share is taken of a whole, so that it is none of figures alone."""
    at = opens(sentence, whole)
    while at and sentence.words[at - 1] in _OF_THE:
        at -= 1
    ends = at < opens(sentence, whole)
    return ends and any(q.last == at for q in sentence.quantities if q.kind in _SHARES)


def _last(sentence: Sentence, figures: list[Quantity]) -> Iterator[Relation]:
    """Yield "three sank and four were towed in; the other two of the nine are missing"."""
    whole, rest = figures[-1], figures[-2]
    first = taken_of(sentence, whole)
    if first is None or closes(sentence, rest) != first or not _is_rest(sentence, rest):
        return
    found = series(sentence, opens(sentence, figures[0]), first, whole)
    if found is None or found.open or len(found.members) < 3:
        return
    bare = all(part.noun is None or part.value == 1 for part in found.parts[:-1])
    if bare and found.members[-1].rest and len(found.members) >= len(figures) - 1:
        yield tie("split", sentence, whole, found.parts, first, whole.first)


def _of_a_sum(sentence: Sentence, whole: Quantity, first: int) -> bool:
    """Say whether "of" tells how much there is: "a grant of £86m", not "12 of the 80"."""
    return first > 0 and opens(sentence, whole) == first + 1 and whole.unit is not None


def _used_up(found: Series, taken: int) -> bool:
    """Say whether a list names all that was left beside what was taken before it."""
    rests = [member.rest for member in found.members]
    return found.has_rest and rests.count(True) == 1 and len(rests) + taken > 1


def _each_led(sentence: Sentence, whole: Quantity, found: Series) -> bool:
    """Say whether each part has its verb: "bought 12 eggs, broke three and used the other nine"."""
    if whole.noun is None or not found.members:
        return False
    return (
        all(
            member.quantity.noun is None
            and sentence.words[member.first].isalpha()
            and opens(sentence, member.quantity) > member.first
            for member in found.members
        )
        and found.members[-1].first < found.members[-1].quantity.first - 2
    )


def _whittled(sentence: Sentence, whole: Quantity, after: list[Quantity]) -> bool:
    """Say whether a group lost some: "the pool of 26 shrank by excusing nine …, leaving 12"."""
    bare = all(quantity.noun is None for quantity in after)
    return bare and is_group(sentence, whole) and opens(sentence, whole) > 1


def _ends_left(sentence: Sentence, whole: Quantity, found: Series) -> bool:
    """Say whether a list ends in what is left: "had 96 dogs and rehomed 28, leaving 70"."""
    last = found.members[-1] if found.members else None
    left = last is not None and sentence.words[last.first].startswith("leav")
    counted = whole.noun is not None or is_group(sentence, whole)
    return left and counted and whole.hedge is None


def _definite(sentence: Sentence, whole: Quantity) -> bool:
    """Say whether a sentence begins with its whole: "The 20 jurors", "All 48 plots"."""
    words, first = sentence.words, opens(sentence, whole)
    if first in (1, 2):
        return words[first - 1] in lexicon.words(_TABLE, "its")
    owned = 0 < first <= _OWNER and words[first - 1].endswith(("'s", "s'"))
    return owned and words[0] in lexicon.words(_TABLE, "its")  # "The new council's 56 seats"
