"""All of a group, in the sentences after it: "all 17 hostages"."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.setting import Setting
from numcheck.relate.sums.terms.kin import is_generic
from numcheck.relate.sums.terms.ties import overlaps, tie
from numcheck.relate.wording import closes, opens

_TABLE = "cues/sums"
_MORE = frozenset({"more", "another", "further", "additional", "extra", "also", "added", "joined"})
_WHERE = frozenset(
    {"in", "of", "at", "across", "from", "on", "that", "who", "which", "with", "under"}
)
_BACK = 2  # sentences over which "all 17 hostages" points back


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every group with all of it, where that is more: "15 hostages … All 17 hostages"."""
    for at, sentence in enumerate(passage.figured):
        if "all" not in sentence.vocabulary:
            continue
        near = passage.figured[max(0, at - _BACK) : at]
        before = [one for one in near if sentence.index - one.index <= _BACK]
        for figure in sentence.quantities if before else ():
            if _all_of_them(sentence, figure):
                yield from _again(sentence, figure, before)


def _all_of_them(sentence: Sentence, figure: Quantity) -> bool:
    """Say whether a figure counts every one of a group: "all 17 hostages", "all the 17"."""
    if figure.kind != "count" or figure.noun is None or figure.hedge or not figure.value:
        return False
    first = opens(sentence, figure)
    before = sentence.words[max(0, first - 3) : first]
    after = sentence.words[closes(sentence, figure) :][:1]
    if after and after[0] in _WHERE:
        return False  # "All 14 schools in the county": perhaps not only those
    return before[-1:] == ["all"] or before[-2:] == ["all", "the"] or before[-3:] == [
        "all", "of", "the",
    ]  # fmt: skip


def _again(sentence: Sentence, figure: Quantity, before: list[Sentence]) -> Iterator[Relation]:
    """Yield the tie with the one count of the same things before."""
    same = [
        q
        for earlier in before
        for q in earlier.quantities
        if q.kind == "count" and _same(q, figure)
    ]
    others = [q for q in sentence.quantities if q is not figure and _same(q, figure)]
    if len(same) != 1 or others or same[0].hedge or same[0].is_range or same[0].value == 1:
        return
    first = same[0]
    where = next(s for s in before if s.index == first.sentence)
    added = any(not _MORE.isdisjoint(s.words) for s in (*before, sentence))
    hits = lexicon.phrases(_TABLE, "elsewhere").all(where.words)
    those = sentence.words[figure.last : figure.last + 2] == ["of", "the"]
    elsewhere = [hit for hit in hits if not those or where.words[hit.first] != "last"]
    if added or elsewhere or overlaps(where) or "all" in where.words[: first.first]:
        return
    yield tie("parts", sentence, first, (figure,), figure.first - 1, figure.first)


def _same(one: Quantity, figure: Quantity) -> bool:
    """Say whether two figures count the same noun, as narrowly."""
    if one.noun != figure.noun or is_generic(figure.noun):
        return False
    return not set(figure.modifiers) - set(one.modifiers) or not one.modifiers
