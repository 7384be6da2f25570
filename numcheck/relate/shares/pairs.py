"""A part and its whole side by side: "18 of the 24"."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Figure, Quantity
from numcheck.named import NamedTuple
from numcheck.record import replace
from numcheck.relate.shares.fits import alike, countable
from numcheck.relate.wording import closes, opens

_TABLE = "cues/shares"
_LONGEST = 6


_ONE = frozenset("a an the its their his her our".split())
_PLACED = frozenset({"in", "at", "across", "from", "over", "within", "during", "on", "for"})


class Pair(NamedTuple):
    """Places of a part and its whole among a sentence's amounts, and how firmly they are tied.

    A `loose` pair ("27 from 36", "84 pupils … 63 passed") is one only where a rate follows.
    """

    part: int
    whole: int
    loose: bool = False

    @property
    def first(self) -> int:
        """The place of the one that stands first."""
        return min(self.part, self.whole)

    @property
    def last(self) -> int:
        """The place of the one that stands last."""
        return max(self.part, self.whole)


def pairs(sentence: Sentence, figures: list[Quantity]) -> Iterator[Pair]:
    """Yield each part with the whole that stands beside it."""
    for at, right in enumerate(figures[1:], 1):
        left = figures[at - 1]
        if not (countable(left) and countable(right) and alike(left, right)):
            continue
        begin, end = closes(sentence, left), opens(sentence, right)
        if begin > end or _owner(sentence, left):
            begin = left.last
        if sentence.words[begin:end] == ["-", "for", "-"]:
            yield Pair(at - 1, at)
        elif sentence.words[begin:end] == ["/"]:
            if _fraction(sentence, left, right):
                yield Pair(at - 1, at)
        elif of_gap(sentence, begin, end):
            if not _rough(sentence, left, right, begin):
                yield Pair(at - 1, at)
        elif _tried(sentence, left, right, begin, end):
            yield Pair(at - 1, at, loose=True)


def plainly(sentence: Sentence, figures: list[Quantity]) -> list[Quantity]:
    """Return the figures; "41" in "23/41, 65%" is no percentage for all that one follows it.

    The two of "12-for-16" are added.
    """
    words = sentence.words
    figures = list(map(_millions, figures, [*figures[1:], None]))
    if any("-for-" in one.text for one in sentence.quantities if one.kind == "identifier"):
        figures = sorted([*figures, *_hits(sentence)], key=lambda one: one.first)
    return [
        replace(one, kind="number", unit=None, units=(), elided=False)
        if one.kind == "percent"
        and one.elided
        and (
            words[one.first - 1] in ("/", "of", "the")
            or words[one.last : one.last + 2] in ([",", "or"], [",", "about"])
        )
        else one
        for one in figures
    ]


def _millions(one: Quantity, following: Quantity | None) -> Quantity:
    """Return "1.2m" before "of the 4.8m pensioners" as millions, and not as metres."""
    if one.unit is None or not one.other_readings or following is None or following.unit:
        return one
    counts = following.kind in ("count", "number")
    return next((other for other in one.other_readings if counts and not other.unit), one)


def _hits(sentence: Sentence) -> Iterator[Quantity]:
    """Yield the hits and the tries of "12-for-16"."""
    words = sentence.words
    for one in sentence.quantities:
        if one.kind != "identifier" or words[one.first + 1 : one.last - 1] != ["-", "for", "-"]:
            continue
        made, tried = words[one.first], words[one.last - 1]
        if made.isdecimal() and tried.isdecimal() and int(made) <= int(tried):
            for at in (one.first, one.last - 1):
                yield replace(
                    one, kind="number", figure=Figure(words[at], int(words[at])),
                    text=words[at], span=sentence.span_of(at, at + 1), first=at, last=at + 1,
                    noun_last=at + 1,
                )  # fmt: skip


def _owner(sentence: Sentence, quantity: Quantity) -> bool:
    """Say whether what is counted only owns the whole: "45 of the farm's 150 hectares"."""
    return quantity.noun is not None and quantity.noun.endswith("'s")


def of_gap(sentence: Sentence, begin: int, end: int) -> bool:
    """Say whether only "of", "out of" and what points at a whole stand between two places."""
    words = sentence.words
    if words[end - 1] == "of" and 3 <= end - begin <= 5 and words[begin] in ("in", "of", "from"):
        return words[end - 2] in lexicon.words(_TABLE, "bodies")  # "eleven in a class of 20"
    if words[begin : begin + 2] == ["out", "of"]:
        begin += 1
    elif words[begin : begin + 1] not in (["of"], ["among"]):
        return False
    inside = words[begin + 1 : end]
    if len(inside) > _LONGEST:
        return False
    bars = lexicon.words(_TABLE, "not_within")
    if inside[1:2] and inside[0] in _ONE and inside[1] in lexicon.words(_TABLE, "goals"):
        inside = inside[3:] if inside[2:3] == ["of"] else inside[2:]
    return all(word not in bars and (word[0].isalpha() or word == "-") for word in inside)


def _fraction(sentence: Sentence, left: Quantity, right: Quantity) -> bool:
    """Say whether a slash makes a share: no dose, grade or blood pressure."""
    words, at = sentence.words, left.last
    if not (sentence.joined(at) and sentence.joined(at + 1)):
        return False
    if right.unit is not None or left.unit is not None:
        return False
    before = words[left.first - 1] if left.first else ""
    if before == "=" and left.first > 1:
        before = words[left.first - 2]
    after = words[right.last] if right.last < len(words) else ""
    if before in lexicon.words(_TABLE, "not_pairs") or after in lexicon.words(_TABLE, "not_over"):
        return False
    return after != "/" and before != "/"


def _rough(sentence: Sentence, left: Quantity, right: Quantity, begin: int) -> bool:
    """Say whether this is a rough share in words: "four out of five"."""
    if sentence.words[begin] != "out" or right.figure is None or left.figure is None:
        return False
    bare = opens(sentence, right) == begin + 2
    return bare and right.figure.value <= 10 and left.figure.worded and right.figure.worded


def _tried(sentence: Sentence, left: Quantity, right: Quantity, begin: int, end: int) -> bool:
    """Say whether the part was made "from" or "in" so many tries: "27 makes in 36 attempts"."""
    gap = sentence.words[begin:end]
    if not gap or gap[0] not in ("from", "in", "with", "off", "for", "at", "-") or len(gap) > 3:
        return False
    if any(
        word not in ("the", "his", "her", "their", "its", "just", "only", "-") for word in gap[1:]
    ):
        return False
    if gap[0] == "from" and (right.noun is None or left.noun in lexicon.words(_TABLE, "given")):
        return True
    if gap == ["in"] and right.noun is None and left.noun is not None:
        return True
    return right.noun in lexicon.words(_TABLE, "tries")


def ties_loosely(sentence: Sentence, figures: list[Quantity], percent: int) -> Pair | None:
    """Return the two counts of a clause before a rate: "84 pupils and 63 passed, a pass rate"."""
    before = [at for at in range(min(percent, 6)) if countable(figures[at])]
    if len(before) != 2 or before != [percent - 2, percent - 1]:
        return None
    one, other = figures[before[0]], figures[before[1]]
    if (
        not alike(one, other)
        or one.unit is not None
        or "." in sentence.words[one.last : other.first]
    ):
        return None
    if sentence.words[opens(sentence, other) - 1] in _PLACED:
        return None
    joined = sentence.words[closes(sentence, one) : opens(sentence, other)] == ["and"]
    if joined and None not in (one.noun, other.noun) and one.noun != other.noun:
        return None  # "300 pupils and 20 teachers, with a pass rate of 92%"
    assert one.figure is not None and other.figure is not None
    if one.figure.value == other.figure.value:
        return None
    if one.figure.value < other.figure.value:
        return Pair(before[0], before[1], loose=True)
    return Pair(before[1], before[0], loose=True)
