"""A hedged figure, and the exact one that was counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from numcheck.lexicon import words as lexicon
from numcheck.lexicon.units import unit_named
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.bounds.limits import SIDES, bound, in_each
from numcheck.relate.sums.terms.kin import is_person
from numcheck.relate.wording import amounts, closes, comparable, opens

_TABLE = "cues/bounds"
_ATTENDED = frozenset({"attendance", "gate"})
_PRONOUNS = frozenset({"he", "she", "they"})
_SAID = frozenset({"added", "said", "says", "adds", "admitted", "explained", "conceded", "went"})
_OWNERS = frozenset({"its", "his", "her", "their", "the"})
_ENDS = frozenset({",", ".", ";", ")", "and", "but", "–", "—"})
_AFTER_FIRST = _ENDS | frozenset({"since", "for", "in", "after", "at", "this", "under", "as"})
_OPENING = 9  # words within which ", he added," stands
_NEAR = 4  # words between "the exact figure" and the figure


def told(passage: Passage, sentence: Sentence) -> Iterator[Relation]:
    """Yield "Fewer than 100 came; organisers counted 130", also over two sentences."""
    figures = amounts(sentence)
    limits = [q for q in figures if q.hedge and q.hedge.direction in SIDES and not q.is_range]
    if len(limits) != 1 or in_each(sentence, limits[0]):
        return
    after = passage.sentences[sentence.index + 1 : sentence.index + 2]
    if _bars(sentence, limits[0], after):
        return
    limit = _counted(limits[0])
    later = [q for q in figures if q.first > limit.last]
    figure = later[0] if later else None
    if figure is not None:
        if _exact(sentence, closes(sentence, limit), limit, figure) and _same(limit, figure):
            yield bound(sentence, limit, sentence, figure)
        return
    if sentence.index + 1 < len(passage.sentences):
        where = passage.sentences[sentence.index + 1]
        others = amounts(where)
        if len(others) == 1 and _exact(where, 0, limit, others[0]) and _same(limit, others[0]):
            yield bound(sentence, limit, where, others[0])


def beside(sentence: Sentence) -> Iterator[Relation]:
    """Yield "£487m, its first above £500m", "11.4 inches, which is still less than 10 inches"."""
    words = sentence.words
    for figure, limit in pairwise(amounts(sentence)):
        if limit.hedge is None or limit.hedge.direction not in SIDES or figure.hedge is not None:
            continue
        if limit.hedge.direction == "nearly" and "under" not in limit.hedge.text:
            continue
        first, last = closes(sentence, figure), opens(sentence, limit)
        if words[first : first + 1] != [","] or figure.is_range or limit.is_range:
            continue
        leads, between = _first_so(words[first + 1 : last]), " ".join(words[first + 1 : last])
        if not leads and between not in lexicon.words(_TABLE, "beside"):
            continue
        if limit.kind == "number" and limit.noun is None:  # "11.4 inches, still less than 10"
            limit = replace(limit, kind=figure.kind, unit=figure.unit, units=figure.units)
            figure = replace(figure, noun=None)
        end = words[closes(sentence, limit) :][:1]
        if end != [] and end[0] not in (_AFTER_FIRST if leads else _ENDS):
            continue
        if _same(limit, figure) and _of_a_size(limit, figure):
            limit, figure = (replace(one, other_readings=()) for one in (limit, figure))
            yield bound(sentence, limit, sentence, figure)


def _first_so(between: list[str]) -> bool:
    """Say whether words call a figure the first of its sort: "its first annual profit of"."""
    owned, ordinal = (*between[:2], "", "")[:2]
    if ordinal != "first" or owned not in _OWNERS or (owned == "the" and "time" not in between):
        return False
    return lexicon.words(_TABLE, "first_of").issuperset(between[2:])


def _of_a_size(limit: Quantity, figure: Quantity) -> bool:
    """Say whether a figure is near enough to a bound to be what is bounded."""
    one, other = limit.value, figure.value
    return one is not None and other is not None and other < 3 * one and one < 3 * other


def _counted(limit: Quantity) -> Quantity:
    """Give a share in words its unit, so that per cents can be held against it."""
    if limit.kind != "ratio":
        return limit
    unit = unit_named("one")
    return replace(limit, unit=unit, units=(unit,))


def _goes_on(sentence: Sentence) -> int:
    """Return where ", he added," begins, by which one person gives both figures; 0 for nowhere."""
    words = sentence.words
    for at in range(2, min(len(words) - 3, _OPENING)):
        said = words[at + 1] in _PRONOUNS and words[at + 2] in _SAID
        if said and words[at] == words[at + 3] == ",":
            return at
    return 0


def _bars(sentence: Sentence, limit: Quantity, then: Sequence[Sentence]) -> bool:
    """Say whether another speaks, or another day: "police said fewer than 100 came".

    `then` is what follows, where the same one may go on: "The exact sum, he added, was £74,350".
    """
    words, first = sentence.words, opens(sentence, limit)
    claims = lexicon.words("cues/sums", "claims")
    if not claims.isdisjoint(words[:first]):
        return True
    after = closes(sentence, limit)
    stop = next((at for at in range(after, len(words)) if words[at] in ";:"), len(words))
    if any(words[at] in ("said", "says", "according") for at in range(after, stop)):
        alone = words.count("said") + words.count("says") == 1 and "according" not in words
        if not (alone and any(map(_goes_on, then))):
            return True
    if lexicon.phrases(_TABLE, "intended").find(words, 0, first):
        return True
    elsewhere = lexicon.phrases(_TABLE, "elsewhere")
    return elsewhere.find(words, max(0, first - 4), first) is not None


def _exact(sentence: Sentence, start: int, limit: Quantity, figure: Quantity) -> bool:
    """Say whether a figure is led in as the exact count: "the official count was", "counted"."""
    if figure.is_range or figure.hedge is not None:
        return False
    words, last = sentence.words, opens(sentence, figure)
    hit = lexicon.phrases(_TABLE, "count_told").find(words, max(start, last - 8), last)
    start_of_aside = _goes_on(sentence)
    aside = range(start_of_aside, start_of_aside + 4) if start_of_aside else range(0)
    if hit is None or last - hit.last - len(aside) > _NEAR:
        return False
    if not _ATTENDED.isdisjoint(words[hit.first : hit.last]) and not is_person(limit.noun):
        return False  # "More than 5,000 tickets were sold. The attendance was 4,780"
    links = lexicon.words(_TABLE, "count_links")
    if any(words[at] not in links for at in range(hit.last, last) if at not in aside):
        return False
    days = lexicon.words("cues/sums", "days").intersection(words[start:last])
    if start and days and not days <= set(words[:start]):
        return False  # "More than 40 shut on Monday; on Tuesday the figure was 31"
    after = words[closes(sentence, figure) :][:2]
    if lexicon.phrases(_TABLE, "elsewhere").find(words, start, last):
        return False
    return not (set(after[:1]) & lexicon.words(_TABLE, "not_same")) or after[:2] == ["in", "all"]


def _same(limit: Quantity, figure: Quantity) -> bool:
    if limit.kind == "ratio":
        return figure.kind == "percent"
    if figure.noun is not None and figure.noun != limit.noun:
        return False
    if limit.unit is not None:
        return figure.unit is not None and figure.unit.name == limit.unit.name
    return figure.unit is None and comparable(limit, figure)
