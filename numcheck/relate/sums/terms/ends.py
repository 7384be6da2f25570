"""Parts that are each for another end, or in another spot."""

from __future__ import annotations

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.relate.sums.terms.kin import group_of
from numcheck.relate.sums.terms.listed import Series
from numcheck.relate.wording import closes

_TABLE = "cues/sums"
_SPOTS = {("in", "the"), ("at", "the"), ("on", "the")}
# To one only: what is backed, or used, by one may be backed by another.
_GIVEN = frozenset(
    """held owned won taken sent sold let given allocated allotted reserved earmarked bound occupied
    going destined awarded leased rented kept shipped posted flown""".split()
)
_SPELLS = frozenset("first second third fourth last half quarter period innings".split())
_FOR_SIDES = frozenset({"for", "against", "with", "in"})
_FOR_THINGS = frozenset({"for", "to", "by"})


def sides(sentence: Sentence, found: Series, whole: str | None) -> bool:
    """Say whether each is for another end: "11 caps for Wales, …", "held by Labour and 27 by us".

    A patient may be in for two things, and a pupil be good at both.
    """
    group = group_of(whole)
    if group in ("people", "roles", "ages", "sexes", "bodies") or whole is None:
        return False
    done = group in ("events", "deeds")
    allowed = _FOR_SIDES if done else _FOR_THINGS
    ways: set[str] = set()
    whom: set[tuple[str, ...]] = set()
    words = sentence.words
    for member in found.members:
        at = closes(sentence, member.quantity)
        behind = lexicon.phrases(_TABLE, "behind").at(words, at)
        at = behind[1] if behind else at
        at += words[at : at + 1] in (["are"], ["were"], ["is"], ["was"])
        at += not _GIVEN.isdisjoint(words[at : at + 1])
        ways.update(words[at : at + 1])
        whom.add(tuple(words[at + 1 : at + 4]))
    if "in" in ways and any(not _SPELLS.isdisjoint(one) for one in whom):
        return False  # "31 points, 12 in the first quarter and 20 in the first half"
    return len(ways) == 1 and ways <= allowed and len(whom) == len(found.members)


def spots(sentence: Sentence, found: Series) -> bool:
    """Say whether each part is in another spot: "18 in the attic and 24 in the yard"."""
    seen: set[tuple[str, ...]] = set()
    times = lexicon.words(_TABLE, "times")
    for member in found.members:
        at = closes(sentence, member.quantity)
        phrase = tuple(sentence.words[at : at + 3])
        if len(phrase) < 3 or phrase[:2] not in _SPOTS or phrase[2] in times:
            return False
        seen.add(phrase)
    return len({phrase[:2] for phrase in seen}) == 1 and len(seen) == len(found.members) > 1
