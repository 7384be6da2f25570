"""More than all of a group, and falls by more than everything."""

from __future__ import annotations

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.relate.sums.terms.kin import group_of
from numcheck.relate.wording import opens, surroundings

_TABLE = "cues/impossible"
Limited = tuple[str, dict[str, Quantity]] | None
_GROUPS = frozenset({"people", "sexes", "ages", "roles", "bodies", "things"})
_POINTING = frozenset("the all its their our his her those these this that".split())


def portion(sentence: Sentence, quantity: Quantity) -> Limited:
    """Take a percentage of a group: "120% of voters backed it", "a turnout of 104%"."""
    words, at = sentence.words, quantity.last
    if _turnout(sentence, quantity):
        return "portion", {"figure": quantity}
    if words[at : at + 1] != ["of"]:
        return None
    at += 1
    while words[at : at + 1] and words[at] in _POINTING:
        at += 1
    bars, parted = lexicon.words(_TABLE, "no_groups"), lexicon.words(_TABLE, "parted")
    for place in range(at, min(at + 5, len(words))):
        word = words[place]
        if word in bars or not word[0].isalpha() or word.endswith("'s"):
            return None
        if place > at and word in parted:
            noun = words[place - 1]
            grouped = noun.endswith("s") or noun in ("people", "men", "women", "children")
            if grouped and group_of(lexicon.singular(noun)) in _GROUPS:
                return "portion", {"figure": quantity}
            return None
    return None


def _turnout(sentence: Sentence, quantity: Quantity) -> bool:
    """Say whether a percentage is a turnout, and not one that the story doubts."""
    words, at = sentence.words, opens(sentence, quantity)
    before, after = words[max(0, at - 3) : at], words[quantity.last : quantity.last + 1]
    if after != ["turnout"] and before[-1:] != ["turnout"] and not (
        "turnout" in before and before[-1] in ("of", "was", "at", "reached", "hit")
    ):  # fmt: skip
        return False
    return lexicon.words(_TABLE, "frauds").isdisjoint(surroundings(sentence, quantity))


def fallen(sentence: Sentence, quantity: Quantity) -> Limited:
    """Take a fall of what cannot fall by more than all: "prices fell by 120%"."""
    words, at = sentence.words, opens(sentence, quantity)
    before = words[max(0, at - 8) : at]
    falling = lexicon.words(_TABLE, "falling")
    place = next((i for i in range(len(before) - 1, -1, -1) if before[i] in falling), None)
    if place is None or not all(word in _BY for word in before[place + 1 :]):
        return None
    after = words[quantity.last : quantity.last + 1]
    if after in (["of"], ["from"], ["to"]) and before[-1:] != ["by"]:
        return None
    subject = before[:place]
    if any(word in ("profit", "profits", "earnings", "income", "than") for word in subject):
        return None
    known = lexicon.words(_TABLE, "never_negative")
    return ("fall", {"figure": quantity}) if known & set(subject) else None


_BY = frozenset("by a an of about around almost nearly over more than some as much to".split()) - {
    "to"
}
