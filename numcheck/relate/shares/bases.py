"""A part with its percentage, and the whole that stands elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.named import NamedTuple
from numcheck.relate.shares.after import Lead, fills, lead, of_whole, stays
from numcheck.relate.shares.fits import alike, countable, plain_percent
from numcheck.relate.shares.pairs import of_gap
from numcheck.relate.sums.terms.kin import is_generic, is_person, kin
from numcheck.relate.wording import closes, opens, preceding

_TABLE = "cues/shares"
_FARTHEST = 24
_THEM = frozenset({"whom", "which", "them", "these", "those"})
_OF_ALL = frozenset({"of the total", "of the lot", "of the whole", "of them", "of those"})
_GOES_ON = frozenset({"it", "they", "he", "she", "we", "of"})
_CLAUSE = frozenset({".", ",", ";", ":", "(", "“", '"', "and", "but", "that", "–", "—", "out"})


class Couple(NamedTuple):
    """Places of a part and its percentage among a sentence's amounts; `prose`: no bracket."""

    part: int
    percent: int
    prose: bool


def couples(sentence: Sentence, figures: list[Quantity]) -> Iterator[Couple]:
    """Yield each count with the percentage beside it that says the same: "14 (25%)"."""
    for at in range(len(figures) - 1):
        left, right = figures[at], figures[at + 1]
        if countable(left) and plain_percent(right) and not right.elided:
            led = lead(sentence, closes(sentence, left), right)
            if led is None or not led.mark or (led.rate and not fills(sentence, right.last)):
                continue
            following = figures[at + 2] if at + 2 < len(figures) else None
            if _stays_coupled(sentence, left, right, led, following):
                yield Couple(at, at + 1, led.mark not in ("(", "["))
        elif _given_again(sentence, left, right):
            yield Couple(at + 1, at, False)


def _stays_coupled(
    sentence: Sentence, part: Quantity, percent: Quantity, led: Lead, following: Quantity | None
) -> bool:
    """Say whether a percentage after a count is its share: "14 (25%)", "14, 25% of the 56"."""
    if sentence.words[percent.last : percent.last + 1] == ["of"]:
        if following and of_gap(sentence, percent.last, opens(sentence, following)):
            return True
        them = sentence.words[percent.last + 1 : percent.last + 2]
        return bool(them) and them[0] not in _THEM and of_whole(sentence, percent.last + 1, part)
    firm = led.strong or led.mark in ("(", "[", "–", "—", ":") or _set_off(sentence, part, percent)
    return firm and stays(sentence, percent, led, part)


def _set_off(sentence: Sentence, part: Quantity, percent: Quantity) -> bool:
    """Say whether commas set a percentage off: "18 of them, 45 percent, were …"."""
    words, at = sentence.words, closes(sentence, part)
    if words[at : at + 1] == ["of"] and words[at + 1] in _THEM:
        at += 2
    return words[at : percent.first] == words[percent.last : percent.last + 1] == [","]


def _given_again(sentence: Sentence, percent: Quantity, part: Quantity) -> bool:
    """Say whether a bracket gives the part alone: "25% (14)", "25% (n = 14)"."""
    if not (plain_percent(percent) and countable(part)) or percent.elided:
        return False
    words = sentence.words
    gap = words[percent.last : opens(sentence, part)]
    after = closes(sentence, part)
    if gap[:1] not in (["("], ["["]) or not all(
        word in ("n", "=", "or", "some") for word in gap[1:]
    ):
        return False
    return after < len(words) and words[after] in (")", "]") and part.unit is None


def wholes(sentence: Sentence, figures: list[Quantity], couple: Couple) -> list[int] | None:
    """Return the places of the figures that may be the whole of a couple; None: no claim.

    An empty list leaves the whole to the sentence before.
    """
    part = figures[couple.part]
    last = max(couple.part, couple.percent)
    behind = _behind(sentence, figures, couple, last)
    if behind is not None:
        return behind
    near = range(max(0, couple.part - _FARTHEST), couple.part)
    before = [at for at in near if _may_hold(figures[at], part)]
    opener = [
        at
        for at in near
        if opened_by_of(sentence, figures[at]) and _may_hold(figures[at], part, firmly=True)
    ]
    if opener:
        return [opener[-1], *(at for at in before if at > opener[-1])]
    if _of_them(sentence, part):
        return before
    if not before:
        told = _of_the_total(sentence, figures[couple.percent], part)
        return [] if told or not _opens_otherwise(sentence, part) else None
    return before if _one_list(sentence, figures, before, couple) else None


def _behind(
    sentence: Sentence, figures: list[Quantity], couple: Couple, last: int
) -> list[int] | None:
    """Read a whole that follows: "14 (25%) of the 56", "14, or 25% of the 56"; [] for another."""
    words = sentence.words
    at = figures[last].last if last == couple.percent else closes(sentence, figures[last])
    while at < len(words) and words[at] in (")", "]", ",", "–", "—"):
        at += 1
    if words[at : at + 1] not in (["of"], ["out"]):
        return None
    if last + 1 < len(figures):
        whole = figures[last + 1]
        if of_gap(sentence, at, opens(sentence, whole)):
            return [last + 1] if _may_hold(whole, figures[couple.part]) else []
    if words[at + 1 : at + 2] and words[at + 1] in _THEM:
        return None
    return None if of_whole(sentence, at + 1, figures[couple.part]) else []


def _may_hold(whole: Quantity, part: Quantity, firmly: bool = False) -> bool:
    """Say whether a figure may hold a part; `firmly` tied, 80 seats may hold 24 members."""
    if not (countable(whole) and alike(part, whole)) or whole.figure is None or part.figure is None:
        return False
    if part.unit is None and whole.figure.value < part.figure.value:
        return False
    if firmly and is_person(part.noun):
        return True
    return kin(whole, part) or (part.unit is not None and whole.unit is not None)


def opened_by_of(sentence: Sentence, whole: Quantity) -> bool:
    """Say whether "Of the" opens the clause and leads to the whole: "Of the 250 places, 175"."""
    words, at = sentence.words, opens(sentence, whole)
    for _ in range(6):
        at -= 1
        if at < 0:
            return False
        if words[at] in ("of", "among", "amongst"):
            return (words[at - 1] if at else ".") in _CLAUSE
        if not words[at][0].isalpha() or words[at] in lexicon.words(_TABLE, "not_within"):
            return False
    return False


def _of_them(sentence: Sentence, part: Quantity) -> bool:
    """Say whether "of whom", "of them" stands before the part or right after it."""
    before = preceding(sentence, part, 3)
    for at, word in enumerate(before[:-1]):
        if word == "of" and before[at + 1] in _THEM:
            return True
    after = closes(sentence, part)
    behind = sentence.words[after : after + 2]
    return behind[:1] == ["of"] and behind[1:] != [] and behind[1] in _THEM


def is_of_all(words: list[str], at: int) -> bool:
    """Say whether "of the total", "of the lot" follows, and no more: not "of all in the county"."""
    end = at + 3 if words[at + 1 : at + 2] == ["the"] else at + 2
    ended = words[end : end + 1] in ([], [")"], ["]"], [","], ["."], [";"])
    return ended and " ".join(words[at:end]) in _OF_ALL


def _of_the_total(sentence: Sentence, percent: Quantity, part: Quantity) -> bool:
    """Say whether "they found rot in 1,150 trees (38% of the total)" goes on from what was told."""
    words = sentence.words
    if not is_of_all(words, percent.last):
        return False
    before = words[: opens(sentence, part)]
    if before[:1] == [] or before[0] not in _GOES_ON or {",", ";", ":"} & set(before):
        return False
    before = before[: len(before) - (before[-1] == "in")]  # "found rot in 1,150"
    return lexicon.words(_TABLE, "elsewhere").isdisjoint(before)


def _opens_otherwise(sentence: Sentence, part: Quantity) -> bool:
    """Say whether the sentence names another group or place first: "Of the women, 224"."""
    before = sentence.words[: opens(sentence, part)]
    if any(word in _THEM for word in before[1:3]) and before[:1] == ["of"]:
        return False
    return len(before) > 2 or any(word in lexicon.words(_TABLE, "elsewhere") for word in before)


def _one_list(
    sentence: Sentence, figures: list[Quantity], before: list[int], couple: Couple
) -> bool:
    """Say whether a whole and its couples make one list: "120 stalls: 48 (40%) sell food"."""
    whole, part = figures[before[0]], figures[couple.part]
    if _run_together(sentence, figures, couple):
        return False
    if part.unit is not None:
        return preceding(sentence, part, 2) in (["but", "only"], ["but", "just"])
    named = whole.noun is not None or not is_person(part.noun)
    if part.noun is not None and part.noun != whole.noun and not is_generic(part.noun) and named:
        return _including(sentence, whole, figures, couple)
    if whole.kind == "number" and whole.noun is None:
        lead = preceding(sentence, whole, 2)
        if lead[1:] != ["of"] or lead[0] not in lexicon.words(_TABLE, "bodies") - {"total"}:
            return False  # but "a crew of 80"
    gap = sentence.words[closes(sentence, figures[couple.part - 1]) : opens(sentence, part)]
    bars = lexicon.words(_TABLE, "elsewhere")
    if gap[-1:] == ["in"]:
        gap = gap[:-1]  # "found damp in 1,230 (25%)"
    return len(gap) <= 8 and not any(word in bars for word in gap) and "." not in gap


def _run_together(sentence: Sentence, figures: list[Quantity], couple: Couple) -> bool:
    """Say whether the figures come from a table with its rules left out: "(48%)382 (41%)"."""
    part = figures[couple.part]
    if sentence.joined(part.first):
        return True
    gap = sentence.words[figures[couple.part - 1].last : part.first]
    return gap in ([")"], ["]"], [])


def _including(
    sentence: Sentence, whole: Quantity, figures: list[Quantity], couple: Couple
) -> bool:
    part = figures[couple.part]
    begin = closes(sentence, whole)
    return sentence.words[begin : opens(sentence, part)][-2:] in (
        [",", "including"], ["including"], [",", "with"], ["them", "including"],
    ) or sentence.words[opens(sentence, part) - 1] == "including"  # fmt: skip
