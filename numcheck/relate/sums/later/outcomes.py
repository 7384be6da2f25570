"""A total, and what the next sentences say became of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.setting import Setting
from numcheck.relate.sums.parts import exceeds
from numcheck.relate.sums.takings import taken_of
from numcheck.relate.sums.terms.apart import exclusive, parallel
from numcheck.relate.sums.terms.kin import kin, noun_of
from numcheck.relate.sums.terms.listed import Series
from numcheck.relate.sums.terms.members import opening, series
from numcheck.relate.sums.terms.ties import overlaps, tie, wholes
from numcheck.relate.wording import closes, opens

_TABLE = "cues/sums"
_OPENING = 16  # characters that hold the first word of a sentence
_NEAR = 4  # words before the first figure of a sentence that goes on counting
_AHEAD = 4  # sentences after a total that may go on with it


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every total with the parts that the next sentences give of it."""
    sentences = passage.sentences
    for sentence in passage.with_kind("count"):
        after = sentences[sentence.index + 1 : sentence.index + 1 + _AHEAD]
        if not after or not _goes_on(after[0]):
            continue
        totals = [q for q in wholes(sentence) if q.kind in ("count", "number") and q.value != 1]
        if totals and not overlaps(sentence):
            yield from _told(sentence, totals, after)


def _goes_on(sentence: Sentence) -> bool:
    """Say whether a sentence may begin with a part: "Twenty-nine are …", "Another person …"."""
    start = sentence.span.start
    begin = sentence.text[start : start + _OPENING].split(None, 1)  # its words need no cutting yet
    if begin and begin[0].lower() in lexicon.words(_TABLE, "goes_on"):
        return True
    return any(opens(sentence, figure) < _NEAR for figure in sentence.quantities[:1])


def _told(
    sentence: Sentence, totals: list[Quantity], after: Sequence[Sentence]
) -> Iterator[Relation]:
    """Yield the tie of a total with what the sentences after it tell of it."""
    for whole in reversed(totals):
        lists: list[tuple[Sentence, Series]] = []
        for following in after:
            found = _list(sentence, whole, following)
            if found is None or (lists and not _adds(found)):
                break
            lists.append((following, found))
            if found.has_rest:
                break
        if not lists:
            continue
        parts = tuple(part for _, found in lists for part in found.parts)
        if lists[0][1].members[0].more:  # "shot down 41 of 50 missiles. A further 12 fell short"
            parts = (*_taken_before(sentence, totals, whole), *parts)
        kind = _kind(sentence, whole, lists, parts)
        if kind is None or (len(totals) > 1 and _fits_another(totals, whole, parts)):
            continue
        yield tie(kind, sentence, whole, parts, opens(sentence, whole), closes(sentence, whole))
        return


def _taken_before(
    sentence: Sentence, totals: list[Quantity], whole: Quantity
) -> tuple[Quantity, ...]:
    """Return the part that the total's own sentence takes of it."""
    first = taken_of(sentence, whole)
    return tuple(q for q in totals if first is not None and closes(sentence, q) == first)


def _list(sentence: Sentence, whole: Quantity, following: Sentence) -> Series | None:
    """Return the parts of a total that a later sentence begins with."""
    if overlaps(following):
        return None
    first = 0
    back = lexicon.phrases(_TABLE, "back_to").at(following.words, 0)
    if back:
        first = back[1] + (following.words[back[1] : back[1] + 1] == [","])
    begun = opening(following, first, whole)
    if begun is None:
        return None
    alone = begun.worded or begun.more or begun.rest or opens(following, begun.quantity) == first
    found = series(following, first, len(following), whole, least=1 if alone else 3)
    if found is None or not found.members or not _begins(following, found, first):
        return None
    ends = {closes(following, part) for part in found.parts}
    if any(taken_of(following, one) in ends for one in wholes(following)):
        return None  # "Of those, 38 were fined, and 52 of the 60 owners have complained"
    if not found.has_rest and not _same_scope(sentence, following, found):
        return None
    for member in found.members:
        noun = noun_of(member.quantity)
        same = noun in (None, whole.noun, "other", "others")
        if not same and not (member.rest or back):
            return None
    return found


def _begins(following: Sentence, found: Series, first: int) -> bool:
    """Say whether a sentence begins with a part: "Two were", or "Smith got three, Jones two"."""
    member = found.members[0]
    if member.first != first:
        return False
    lead = following.words[first : opens(following, member.quantity)]
    if member.worded or member.more or member.rest or not lead:
        return True
    claims = lexicon.words(_TABLE, "claims")
    return len(found.members) > 2 and claims.isdisjoint(lead) and exclusive(following, found)


def _same_scope(sentence: Sentence, following: Sentence, found: Series) -> bool:
    """Say whether a later sentence speaks of the same day, and of the same thing done."""
    if lexicon.phrases(_TABLE, "elsewhere").find(following.words):
        return False
    days = lexicon.words(_TABLE, "days")
    here, there = days.intersection(sentence.words), days.intersection(following.words)
    if there and not there <= here:
        return False
    done, then = befallen(sentence), befallen(following)
    if found.members[0].quantity.noun is not None and done and not done & then:
        return False  # "Eight are in hospital. Two people were treated at the scene": two more
    return not done or then <= done


def befallen(sentence: Sentence) -> set[str]:
    """Return what a sentence says befell people: they died, or were saved."""
    return {hit.name for hit in lexicon.phrases(_TABLE, "befell").all(sentence.words)}


def _adds(found: Series) -> bool:
    """Say whether a sentence adds to the parts before it: "another", "the other"."""
    return found.members[0].more or found.members[0].rest


def _kind(
    sentence: Sentence,
    whole: Quantity,
    lists: list[tuple[Sentence, Series]],
    parts: tuple[Quantity, ...],
) -> str | None:
    """Return how the parts hang together with the total; None where they may overlap."""
    last = lists[-1][1]
    if last.has_rest and len(parts) > 1:
        return "split"
    members = [member for _, found in lists for member in found.members]
    added = any(member.more for member in members[len(parts) == len(members) :])
    if not added and not (len(lists) == 1 and _apart(*lists[0])):
        return None
    full = whole.value == sum(part.figure.value for part in parts if part.figure)
    # "Four people were killed. Two people died in Alba. Another person died in Bora": each of the
    # dead is told of; "114 drones … 66 were destroyed and a further 31 failed" leaves some out
    told = added and len(lists) > 1 and bool(befallen(sentence)) and whole.hedge is None
    closed = not any(found.open for _, found in lists)
    return "split" if closed and (full or (told and whole.exact)) else "parts"


def _apart(sentence: Sentence, found: Series) -> bool:
    """Say whether the parts of a list leave each other out."""
    if len(found.members) < 2:
        return False
    return exclusive(sentence, found) or parallel(sentence, found)


def _fits_another(totals: list[Quantity], whole: Quantity, parts: tuple[Quantity, ...]) -> bool:
    """Say whether another figure of the sentence may be the total instead."""
    others = [q for q in totals if q is not whole and all(kin(q, part) for part in parts)]
    return any(not exceeds(parts, (other,)) for other in others)
