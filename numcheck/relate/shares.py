"""A part, its whole, and the percentage that the wording says they make."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.setting import Setting
from numcheck.relate.wording import amounts, closes, is_quoted, opens

_SHARED = frozenset({"count", "number"})


class Pair(NamedTuple):
    """A part and its whole, at their places among a sentence's amounts."""

    part: int
    whole: int

    @property
    def first(self) -> int:
        """The place of the one that stands first."""
        return min(self.part, self.whole)

    @property
    def last(self) -> int:
        """The place of the one that stands last."""
        return max(self.part, self.whole)


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every part and whole that the wording gives with their percentage."""
    for sentence in passage.figured:
        if not any(q.kind == "percent" for q in sentence.quantities):
            continue
        figures = amounts(sentence)
        if len(figures) < 3:
            continue
        taken: set[int] = set()
        for pair in _pairs(sentence, figures):
            percent = _percent_of(sentence, figures, pair)
            if percent is None or percent in taken:
                continue
            taken.add(percent)
            yield _relation(sentence, figures[pair.part], figures[pair.whole], figures[percent])


def _relation(sentence: Sentence, part: Quantity, whole: Quantity, percent: Quantity) -> Relation:
    if percent.hedge and percent.hedge.direction == "more than" and _fine(percent):
        # "over 58.3% (34 of 40)" is no bound such as "more than half": it means a little more
        percent = replace(percent, hedge=replace(percent.hedge, slight=True))
    return Relation(
        "share",
        {"part": part, "whole": whole, "percent": percent},
        part.span.hull(whole.span).hull(percent.span),
        strict=True,
        quoted=is_quoted(sentence, part, whole, percent),
    )


def _fine(percent: Quantity) -> bool:
    return percent.figure is not None and percent.figure.value % 5 != 0


# ------------------------------------------------------------------------- part and whole


def _pairs(sentence: Sentence, figures: list[Quantity]) -> Iterator[Pair]:
    """Yield each part with its whole: "18 of the 24", "of 250 places, 175", "23/41"."""
    table = lexicon.phrases("cues/shares", "of")
    for at, right in enumerate(figures[1:], 1):
        left = figures[at - 1]
        if not (_countable(left) and _countable(right)):
            continue
        begin, end = closes(sentence, left), opens(sentence, right)
        gap = sentence.words[begin:end]
        if not gap:
            continue
        if gap == ["/"]:
            if sentence.joined(begin) and sentence.joined(end) and right.unit is None:
                yield Pair(at - 1, at)
            continue
        found = table.at(sentence.words, begin)
        if found is not None and found[1] == end:
            if gap[0] == "in" and (right.figure is None or right.figure.value <= 20):
                continue
            yield Pair(at - 1, at)
        elif right_of_whole := _whole_first(sentence, figures, at):
            yield right_of_whole
    yield from _over_percent(sentence, figures)


def _countable(quantity: Quantity) -> bool:
    return quantity.kind in _SHARED and quantity.figure is not None and not quantity.is_range


def _whole_first(sentence: Sentence, figures: list[Quantity], at: int) -> Pair | None:
    """Read "Of the 250 places, 175", "600 members, of whom 210", "600 members, 210 of them"."""
    whole, part = figures[at - 1], figures[at]
    words = sentence.words
    begin, end = closes(sentence, whole), opens(sentence, part)
    gap = words[begin:end]
    if _opened_by_of(sentence, whole) and len(gap) <= 8 and "," in gap:
        return Pair(at, at - 1)
    found = lexicon.phrases("cues/shares", "of_them").ending(words, end)
    if found is not None and found[1] - begin <= 5:
        return Pair(at, at - 1)
    after = closes(sentence, part)
    if words[after : after + 1] in (["of"],) and words[after + 1 : after + 2] in (
        ["them"], ["which"], ["whom"], ["these"], ["those"],
    ):  # fmt: skip
        return Pair(at, at - 1) if len(gap) <= 4 else None
    return None


def _opened_by_of(sentence: Sentence, whole: Quantity) -> bool:
    """Say whether "Of the" opens the clause and leads to the whole: "Of the 250 places, 175"."""
    at = opens(sentence, whole)
    for _ in range(4):
        at -= 1
        if at < 0:
            return False
        word = sentence.words[at]
        if word in ("of", "among"):
            before = sentence.words[at - 1] if at else "."
            return before in (".", ",", ";", ":", "(", "“", '"', "and", "but", "that", "–", "out")
        if word not in (
            "the",
            "its",
            "their",
            "all",
            "those",
            "these",
            "his",
            "her",
            "some",
            "total",
            "a",
        ):
            return False
    return False


def _over_percent(sentence: Sentence, figures: list[Quantity]) -> Iterator[Pair]:
    """Yield a part whose percentage stands between it and its whole: "210 (45%) of the 600"."""
    table = lexicon.phrases("cues/shares", "of")
    for at in range(2, len(figures)):
        part, percent, whole = figures[at - 2 : at + 1]
        if percent.kind != "percent" or not (_countable(part) and _countable(whole)):
            continue
        begin, end = percent.last, opens(sentence, whole)
        while begin < end and sentence.words[begin] in (")", "]", ",", "–", "-"):
            begin += 1
        found = table.at(sentence.words, begin)
        if found is not None and found[1] == end and sentence.words[begin] != "in":
            yield Pair(at - 2, at)


# ------------------------------------------------------------------------- and the percentage


def _percent_of(sentence: Sentence, figures: list[Quantity], pair: Pair) -> int | None:
    """Return the place of the percentage that the wording gives for a part and its whole."""
    part, last = figures[pair.part], figures[pair.last]
    for near, quantity in ((pair.part + 1, part), (pair.last + 1, last)):
        if near < len(figures) and _follows(sentence, quantity, figures[near]):
            return near
    if pair.first > 0 and _precedes(sentence, figures[pair.first - 1], figures[pair.first], last):
        return pair.first - 1
    return None


def _plain_percent(percent: Quantity) -> bool:
    return percent.kind == "percent" and not percent.is_range and percent.figure is not None


def _follows(sentence: Sentence, quantity: Quantity, percent: Quantity) -> bool:
    """Say whether a percentage right after a figure is its share: "175 (65%)", ", or 75%"."""
    if not _plain_percent(percent) or (percent.hedge and percent.hedge.direction in _BOUNDS):
        return False
    begin, end = closes(sentence, quantity), opens(sentence, percent)
    words = sentence.words
    if end - begin > 14 or begin >= end:
        return False
    table = lexicon.phrases("cues/shares", "says")
    found = table.ending(words, end)
    if found is None:
        return False
    between = words[begin : found[1]]
    if any(word in (".", ";", "(", ")", "[") or word in _VERBS_OF_OTHERS for word in between):
        return False
    if words[found[1]] in ("(", "[") and len(between) > 8:
        return False
    if words[found[1]] not in ("(", "[") and len(between) > 6:
        return False
    return _still_share(sentence, percent, words[found[1]])


_BOUNDS = frozenset({"less than", "at most"})
_VERBS_OF_OTHERS = frozenset({"up", "down", "rose", "fell", "increase", "rise", "drop", "growth"})


def _still_share(sentence: Sentence, percent: Quantity, opener: str) -> bool:
    """Say whether the words after a percentage leave it the share of what stands before."""
    words = sentence.words
    after = closes(sentence, percent)
    follows = words[after] if after < len(words) else "."
    if opener in ("(", "["):
        return follows in (")", "]", ",", ";", "of", "in") and percent.noun is None
    if percent.noun is not None:
        return percent.noun in lexicon.words("cues/shares", "still")
    if follows in _VERBS_OF_OTHERS or follows in ("more", "fewer", "less", "higher", "lower"):
        return False
    if follows in ("of",) and words[after + 1 : after + 2] not in (
        ["the"],
        ["them"],
        ["all"],
        ["those"],
    ):
        return False
    return follows in lexicon.words("cues/shares", "still") or not follows[0].isalpha()


def _precedes(sentence: Sentence, percent: Quantity, first: Quantity, last: Quantity) -> bool:
    """Say whether a pair in brackets, or after "or", gives a percentage again: "45% (210/600)"."""
    if not _plain_percent(percent) or (percent.hedge and percent.hedge.direction in _BOUNDS):
        return False
    words = sentence.words
    gap = words[percent.last : opens(sentence, first)]
    after = closes(sentence, last)
    follows = words[after] if after < len(words) else "."
    at = opens(sentence, percent)
    base = words[max(0, at - 7) : at]
    if any(word in lexicon.words("cues/shares", "other_base") for word in base):
        return False
    if last.unit is not None:
        return False
    if "(" in gap or "[" in gap:
        at = max(i for i, word in enumerate(gap) if word in ("(", "["))
        inside = [word for word in gap[at + 1 :] if word not in ("or", "n", "=", "about", "some")]
        return not inside and at <= 6 and follows in (")", "]", ";", ",")
    return gap in ([",", "or"], [",", "that", "is"], ["–"], ["—"], [","], [":"]) and not (
        follows[0].isalnum() and gap == [","]
    )
