"""What was there and what came: "taking the total to 26"."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.setting import Setting
from numcheck.relate.sums.terms.kin import kin, noun_of
from numcheck.relate.sums.terms.ties import overlaps, tie, wholes
from numcheck.relate.wording import closes, opens

_TABLE = "cues/sums"
_FAR = 9  # words between "bringing" and the total
_BESIDE = 4  # words after a figure that may say it was there before
_CUES = frozenset({"to", "now", "then", "giving", "making", "makes", "leaves", "leaving", "have"})
_WITH = frozenset({"with", "including", "counting", "plus", "once", "when", "if", "before"})
_MORE = frozenset({"more", "another", "further", "additional", "extra", "new", "fresh"})


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every total that is said to have grown by a figure from another."""
    before: Sentence | None = None
    for sentence in passage.figured:
        figures = () if _CUES.isdisjoint(sentence.vocabulary) else wholes(sentence)
        if len(figures) > 1 and not overlaps(sentence):
            at = _grown(sentence, figures)
            if at:
                yield from _added(sentence, figures[:at], figures[at], before)
        before = sentence


def _grown(sentence: Sentence, figures: list[Quantity]) -> int | None:
    """Return which figure of a sentence is the grown total: "bringing the total to 26"."""
    words = sentence.words
    verbs, between = lexicon.words(_TABLE, "grown_to"), lexicon.words(_TABLE, "grown")
    for number, figure in enumerate(figures):
        first = opens(sentence, figure)
        if figure.hedge is not None:
            continue
        last = number > 1 and figure is figures[-1]
        if last and _now_has(sentence, figures[number - 1], figure):
            return number
        if words[first - 1] != "to":
            continue
        back = range(first - 2, max(-1, first - _FAR), -1)
        place = next((at for at in back if words[at] in verbs), -1)
        named = words[place + 1 : first - 1]
        direct = all(closes(sentence, q) <= place for q in figures[:number])
        if place > 0 and direct and not between.isdisjoint(named):
            return number
    return None


def _now_has(sentence: Sentence, last: Quantity, whole: Quantity) -> bool:
    """Say whether a clause goes on to say how many there are now: "so that the ward now has 58"."""
    words, after = sentence.words, closes(sentence, last)
    hit = lexicon.phrases(_TABLE, "now_has").ending(words, opens(sentence, whole))
    if hit is None or hit[1] < after or hit[1] - after > _FAR:
        return False
    behind = words[closes(sentence, whole) :][:1]
    between = {";", "its", "their", "his", "her", "another", "other", "rival"}
    return between.isdisjoint(words[after : hit[1]]) and not (behind and behind[0] in _WITH)


def _added(
    sentence: Sentence, figures: list[Quantity], whole: Quantity, before: Sentence | None
) -> Iterator[Relation]:
    """Yield the tie of a grown total with what came and what was there."""
    came = [q for q in figures if kin(whole, q) and _is_more(sentence, q)]
    there = [q for q in figures if kin(whole, q) and q not in came and _was_there(sentence, q)]
    if len(came) != 1 or came[0].hedge or len(figures) > 2:
        return
    if not there and len(figures) == 1 and before and before.index + 1 == sentence.index:
        there = [q for q in wholes(before) if kin(whole, q) and _same(q, came[0])]
        if len(there) != len(wholes(before)):
            return
    if len(there) == 1 and not there[0].hedge and _near(whole, (*there, *came)):
        yield tie("split", sentence, whole, (*there, came[0]), whole.first - 1, whole.first)


def _near(whole: Quantity, parts: tuple[Quantity, ...]) -> bool:
    """Say whether a total is of the size of the sum: no branch becomes the firm."""
    total, value = 0, whole.figure.value if whole.figure else 0
    for part in parts:
        total += int(part.figure.value) if part.figure else 0
    return 2 * value <= 3 * total and all(p.figure and p.figure.value <= value for p in parts)


def _same(one: Quantity, other: Quantity) -> bool:
    nouns = {noun_of(one), noun_of(other)} - {None, "other", "others"}
    return len(nouns) < 2


def _is_more(sentence: Sentence, figure: Quantity) -> bool:
    """Say whether a figure comes on top: "another 40", "three more inmates"."""
    first, last = opens(sentence, figure), closes(sentence, figure)
    near = sentence.words[max(0, first - 2) : last + 1]
    return not _MORE.isdisjoint(near)


def _was_there(sentence: Sentence, figure: Quantity) -> bool:
    """Say whether a figure was there before: "the 22 already held", "its existing 310"."""
    table, words = lexicon.phrases(_TABLE, "existing"), sentence.words
    first, last = opens(sentence, figure), closes(sentence, figure)
    return (
        table.find(words, max(0, first - 4), first) is not None
        or table.find(words, figure.last, min(last + _BESIDE, len(words))) is not None
    )
