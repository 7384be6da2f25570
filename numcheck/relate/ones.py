"""What stands for one without a figure: "another person", "a child"."""

from __future__ import annotations

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Figure, Quantity
from numcheck.relate.kin import group_of, is_person

_TABLE = "cues/sums"
_ENDS = frozenset({";", ":", "—", "–"})


def worded(
    sentence: Sentence, first: int, last: int, value: int, noun: str | None = None
) -> Quantity:
    """Return the quantity that words without a figure stand for: "another person" is one."""
    text = sentence.cut(first, last)
    return Quantity(
        sentence.span_of(first, last),
        text,
        "count",
        Figure(text, value, worded=True),
        noun=noun,
        counts=noun,
        place=sentence.block.place,
        sentence=sentence.index,
        first=first,
        last=last,
        noun_last=last,
    )


def person_at(sentence: Sentence, at: int, last: int, whole: Quantity) -> Quantity | None:
    """Return the one person, or one of the counted things, that "a" or "his" begins at a place."""
    words = sentence.words
    if words[at] not in lexicon.words(_TABLE, "articles"):
        return None
    if whole.noun is not None and not is_person(whole.noun):
        return None
    for place in range(at + 1, min(at + 9, last)):
        if words[place] in _ENDS or words[place] in (",", "and", "or", "of", "who", "in"):
            return None
        if group_of(words[place]) in ("people", "sexes", "ages", "roles"):
            follows = words[place + 1] if place + 1 < last else ""
            if follows.isalpha() and group_of(follows) in ("people", "sexes", "ages", "roles"):
                continue
            return worded(sentence, at, place + 1, 1, words[place])
    return None
