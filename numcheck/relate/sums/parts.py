"""Parts that lie inside a whole: "including", "of whom", "of them"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from numcheck.lexicon import words as lexicon
from numcheck.model.interval import Interval
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.setting import Setting
from numcheck.relate.sums import pronouns
from numcheck.relate.sums.takings import taken_of
from numcheck.relate.sums.terms.apart import adds, exclusive, origins, sourced
from numcheck.relate.sums.terms.kin import kin
from numcheck.relate.sums.terms.listed import Series, astray
from numcheck.relate.sums.terms.members import series
from numcheck.relate.sums.terms.ties import in_unit, overlaps, tie, wholes
from numcheck.relate.wording import closes, opens

_TABLE = "cues/sums"
_SUBJECT = 8  # words between a subject's figure and its verb: "60 members of the choir include"
_BREAKS = frozenset({",", "and", "but", "or", "–", "—"})
_PAUSES = frozenset({",", ";", "and", "but", "that", ":", "–", "—"})
_LISTS = frozenset({"including", "include", "included", "includes", "among"})
_SOME = frozenset("most half many all some none both few several each any majority".split())
_FAR = 14  # words between "of the" and the figure that is taken of it


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every whole with parts that the wording puts inside it."""
    for sentence in passage.figured:
        figures = wholes(sentence, spans=True)
        if not figures or not (_takes_in(sentence) or pronouns.may_take(sentence)):
            continue
        if not overlaps(sentence):
            before = passage.before(sentence)
            yield from _ahead(sentence, figures, before)
            for group, after, first in pronouns.parts_of(sentence, figures, before):
                yield from _inside(sentence, group, after, first)


# ------------------------------------------------------------------- "including 12", "of whom 12"


def _takes_in(sentence: Sentence) -> bool:
    """Say whether any words lead to parts inside a whole; cheap to ask."""
    ahead, words = lexicon.phrases(_TABLE, "ahead"), sentence.words
    if ahead.may_stand(sentence) and ahead.find(words) is not None:
        return True
    if lexicon.phrases(_TABLE, "they_include").at(words, 0) is not None:
        return True
    return lexicon.phrases(_TABLE, "back_to").at(words, 0) is not None


def _ahead(
    sentence: Sentence, figures: list[Quantity], before: Sentence | None
) -> Iterator[Relation]:
    """Yield wholes with the parts after "including", "of whom", "they included"."""
    words = sentence.words
    for hit in lexicon.phrases(_TABLE, "ahead").all(words):
        earlier = [q for q in figures if q.last <= hit.first]
        told = words[hit.last : hit.last + 2] == [",", "and"]  # "11 among them, and 43 held"
        if told or (words[hit.first] == "with" and not _with(sentence, earlier, hit.last)):
            continue
        if words[hit.first] == "counting" and words[hit.first - 1 : hit.first] == ["not"]:
            continue  # "in two hours and 47 minutes, not counting the 40 that rain took"
        if words[hit.first] == "of" and not _opens_clause(sentence, hit.first, hit.last):
            continue
        if words[hit.first] in ("of", "among") and _is_taken(
            sentence, earlier, hit.first, hit.last
        ):
            continue
        if words[hit.first].startswith("includ"):
            earlier = _included_in(sentence, earlier, hit.first)
        yield from _inside(sentence, earlier, hit.first, hit.last)
    opening = lexicon.phrases(_TABLE, "they_include").at(words, 0)
    opening = opening or lexicon.phrases(_TABLE, "back_to").at(words, 0)
    if opening and before is not None:
        yield from _inside(sentence, wholes(before), 0, opening[1])


def _opens_clause(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether "of these" stands alone: not "67 of these", nor "of these 70 patients"."""
    if first and sentence.words[first - 1] in _SOME:
        return False  # "12 volunteers, most of them over 60"
    if sentence.words[last - 1] in ("whom", "which"):
        return True
    if any(closes(sentence, q) == first for q in sentence.quantities):
        return False  # "12% of those booked"
    follows = next((q for q in sentence.quantities if opens(sentence, q) == last), None)
    return follows is None or follows.noun is None


def _is_taken(sentence: Sentence, earlier: list[Quantity], first: int, last: int) -> bool:
    """Say whether the figure before a cue is the part: "18 flats, 12 of which have boilers"."""
    part = earlier[-1] if earlier else None
    if part is None or part.noun is not None or closes(sentence, part) != first:
        return False
    led = sentence.words[max(0, opens(sentence, part) - 1) : opens(sentence, part)]
    follows = any(opens(sentence, q) == last for q in sentence.quantities)
    return len(earlier) > 1 and bool(led) and led[0] in _PAUSES and not follows


def _included_in(sentence: Sentence, earlier: list[Quantity], place: int) -> list[Quantity]:
    """Return the figures that may take in what is included: those of the clause, or its subject.

    "Three networks, one of them private; the state network includes 10 channels" has none.
    """
    words = sentence.words
    begin = max((at + 1 for at in range(place) if words[at] in ";:"), default=0)
    inside = [q for q in earlier if q.first >= begin]
    if words[place] == "including" or (place and words[place - 1] == "which"):
        return inside
    return [
        q
        for q in inside
        if place - closes(sentence, q) <= _SUBJECT
        and not _BREAKS.intersection(words[closes(sentence, q) : place])
    ]


def _with(sentence: Sentence, earlier: list[Quantity], place: int) -> bool:
    """Say whether "with" takes some of a whole: "900 tickets, with 650 going to members"."""
    part = next((q for q in sentence.quantities if opens(sentence, q) == place), None)
    if part is None or not earlier or sentence.words[place - 2] != ",":
        return False
    if part.noun is not None and part.noun != earlier[-1].noun:
        return False
    if not part.unit and all(q.unit for q in earlier):
        return False  # "14 January, 11 days after his death, with 600 in the cathedral"
    if lexicon.phrases(_TABLE, "on_top").find(sentence.words, part.last, part.last + _SUBJECT):
        return False  # "raised £90,000, with £120,000 of grants still to come"
    end = closes(sentence, part)
    after = sentence.words[end : end + 1]
    if any(opens(sentence, q) == end + 1 for q in sentence.quantities):
        return False  # "five goals in one tie, with 21 in 14 games"
    if part.kind == "money" and after == ["of"]:
        return False  # "priced at £72m, with £41m of debt and the remaining £31m in shares"
    if after == ["missing"] and not lexicon.words(_TABLE, "tolls").isdisjoint(sentence.words):
        return False  # "the toll rose to 62, with 17 missing"
    dated = any(q.kind in ("year", "date") for q in sentence.quantities if q.first > place)
    return not dated and bool(after) and after[0] in lexicon.words(_TABLE, "taking")


def _inside(
    sentence: Sentence, earlier: list[Quantity], first: int, last: int
) -> Iterator[Relation]:
    """Yield the tie of the parts after a cue with the whole before it."""
    end = _parts_end(sentence, last)
    if first > last and ("each" in sentence.words or "apiece" in sentence.words):
        end = first  # "14 vans, 16 of which cost £20,000 each"
    for whole in reversed(earlier):
        found = series(sentence, last, end, whole, singles=True)
        if found is None or not found.members or found.members[0].first - last > _FAR:
            continue
        if first > last and opens(sentence, found.members[0].quantity) > last:
            continue  # "was given £20,000 of it in five calls": the five are no part
        between = sentence.words[last + 1 : found.members[0].first]
        if first < last and sentence.words[first] in _LISTS and "," in between:
            return  # "Three bridges, including the Dock Road span, closed, and five were narrowed"
        if not _at_another_time(sentence, first, last, end):
            yield from _fitting(sentence, earlier, found, first, last)
        return


def _at_another_time(sentence: Sentence, first: int, last: int, end: int) -> bool:
    """Say whether parts are of another time or place than their whole: "12 of them last year"."""
    words, behind = sentence.words, first > last
    if not {"whom", "which"}.isdisjoint(words[min(first, last) : last + 3]):
        return False
    begin = last
    if behind:  # "last year there were 1,310 of them"
        begin = max((at + 1 for at in range(last) if words[at] in _BREAKS | {";"}), default=last)
    hits = lexicon.phrases(_TABLE, "elsewhere").all(words, begin, end)
    return any(not behind or words[hit.first] != "now" for hit in hits)


def _parts_end(sentence: Sentence, first: int) -> int:
    """Return where a list after "including" ends: at a dash or bracket, or where a clause begins.

    "Including 12 children, and 15 were hurt": the 15 are no part.
    """
    words = sentence.words
    for at in range(first, len(words)):
        if words[at] in (";", ":", ")", "]") or (
            words[at] in ("–", "—") and not sentence.joined(at)
        ):
            return at
        if words[at] == "and" and at > first and words[at - 1] == ",":
            follows = [q for q in sentence.quantities if opens(sentence, q) == at + 1]
            after = closes(sentence, follows[0]) if follows else at
            if words[after : after + 1] and words[after] in lexicon.words(_TABLE, "finite"):
                return at
    return len(words)


def _fitting(
    sentence: Sentence, earlier: list[Quantity], found: Series, first: int, last: int
) -> Iterator[Relation]:
    """Yield the parts with the whole that they fit best; none where two wholes may be one."""
    if sentence.words[first : first + 2] in (["of", "those"], ["of", "these"]):
        earlier = _those(sentence, earlier)
    worded = all(member.worded for member in found.members)
    together = worded or len(found.parts) == 1 or exclusive(sentence, found)
    together = together or sourced(sentence, found) or origins(sentence, found)
    used_up = found.has_rest and len(found.parts) > 1 and not adds(sentence, found)
    used_up = used_up and [kin(q, found.parts[0]) for q in earlier].count(True) == 1
    together = (together or used_up) and not astray(sentence, earlier, found)
    parts = found.parts if together else found.parts[:1]
    candidates = [q for q in earlier if all(kin(q, part) for part in parts)]
    if not candidates and len(parts) > 1:  # "Of these, 203 were awarded three stars or better"
        parts, used_up = parts[:1], False
        candidates = [q for q in earlier if kin(q, parts[0])]
    if not candidates:
        return
    # "96 hours – four full days – deliberated for 31 of them" takes 31 of the hours
    fits = [q for q in candidates if not exceeds([in_unit(q, part) for part in parts], (q,))]
    if fits:
        whole = fits[-1]
    elif len(candidates) == 1 or exceeds(parts, candidates):
        whole = max(candidates, key=lambda q: _sum((q,)).low or 0)
    else:
        return
    whole = _rounded(whole)
    used_up = used_up and not _LISTS.intersection(
        sentence.words[min(first, last) : max(first, last)]
    )
    yield tie("split" if used_up else "parts", sentence, whole, parts, first, last)


def _rounded(whole: Quantity) -> Quantity:
    """Read "some 8,400" as that many to the last digit printed: 9,100 of them are too many."""
    figure, hedge = whole.figure, whole.hedge
    if figure is None or hedge is None or hedge.direction != "about" or figure.digits < 2:
        return whole
    bounds = Interval.around(figure.value, figure.coarse)
    return replace(whole, hedge=None, figure=replace(figure, bounds=bounds))


def _those(sentence: Sentence, earlier: list[Quantity]) -> list[Quantity]:
    """Return what "of those" points at: the 14, after "14 of 230 firms replied"."""
    if len(earlier) > 1 and earlier[-1].sentence == sentence.index:
        first = taken_of(sentence, earlier[-1])
        if first is not None and closes(sentence, earlier[-2]) == first:
            return [earlier[-2]]
    return earlier


def exceeds(parts: Sequence[Quantity], wholes: Sequence[Quantity]) -> bool:
    """Say whether parts are certainly more than all of the wholes."""
    return _sum(wholes).below(_sum(parts)) is True


def _sum(quantities: Sequence[Quantity]) -> Interval:
    sizes = (one.reading().scale(one.unit.factor if one.unit else 1) for one in quantities)
    return sum(sizes, start=Interval.point(0))
