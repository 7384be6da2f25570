"""Parts that are each for another end, in another spot or state."""

from __future__ import annotations

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.relate.sums.terms.kin import group_of
from numcheck.relate.sums.terms.listed import Series
from numcheck.relate.wording import closes

_TABLE = "cues/sums"
_SPOTS = {("in", "the"), ("at", "the"), ("on", "the")}
_JOINS = frozenset({"and", "but", "or", "while", "with", "against"})
_NARROWS = frozenset({"over", "under", "aged", "born", "in", "from", "who"})
_LEGS = frozenset({"left", "departed", "arrived", "landed"})
_AT = frozenset({"on", "in", "at", "by", "for"})
_TENSES = {"are": "now", "is": "now", "have": "now", "were": "then", "was": "then", "had": "before"}
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
    ends: list[tuple[int, int]] = []
    words = sentence.words
    for member in found.members:
        at = closes(sentence, member.quantity)
        behind = lexicon.phrases(_TABLE, "behind").at(words, at)
        at = behind[1] if behind else at
        at += words[at : at + 1] in (["are"], ["were"], ["is"], ["was"])
        at += not lexicon.words(_TABLE, "given_to_one").isdisjoint(words[at : at + 1])
        ways.update(words[at : at + 1])
        whom.add(tuple(words[at + 1 : at + 4]))
        ends.append(whose(sentence, at + 1, member.end))
    if "in" in ways and any(
        not lexicon.words(_TABLE, "spell_words").isdisjoint(one) for one in whom
    ):
        return False  # "31 points, 12 in the first quarter and 20 in the first half"
    return (
        len(ways) == 1
        and ways <= allowed
        and len(whom) == len(found.members)
        and not of_two_sorts(sentence, ends, done)
    )


def whose(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """Return the places of those whom a part is for, by or to: "for the Greens"."""
    words = sentence.words
    first += words[first : first + 1] in (["the"], ["a"], ["an"], ["its"], ["their"])
    end = first
    while end < min(last, len(words)) and words[end] not in _JOINS:
        if not words[end][0].isalnum() and words[end] != "-":
            break
        end += 1
    return first, end


def of_two_sorts(sentence: Sentence, ends: list[tuple[int, int]], done: bool) -> bool:
    """Say whether one may be for both: "by women" and "by painters born here", a town and a day."""
    words, groups, proper = sentence.words, set(), set()
    for first, end in ends:
        narrows = _NARROWS - {"in", "from"} if done else _NARROWS
        if not narrows.isdisjoint(words[first + 1 : end]) or first >= end:
            return True  # "for patients over 65"
        noun = words[end - 1]
        named = sentence.raw[first][:1].isupper()
        groups.add("" if named else group_of(lexicon.singular(noun)))
        led = words[first - 1] in ("the", "its", "their")
        proper.add(named or led or lexicon.is_plural(noun))
    if proper == {False} and words[ends[0][0] - 1] == "for" and not done:
        return True  # "15 are for sale and 16 for hire"
    other = {"sexes", "ages"} & groups
    return bool(other and len(groups) > 1) or (len(proper) > 1 and not done)


def spots(sentence: Sentence, found: Series) -> bool:
    """Say whether each part is in another spot: "18 in the attic and 24 in the yard"."""
    seen: set[tuple[str, ...]] = set()
    times = lexicon.words(_TABLE, "times")
    for member in found.members:
        at = closes(sentence, member.quantity)
        phrase = tuple(sentence.words[at : at + 3])
        if (
            len(phrase) < 3
            or phrase[:2] not in _SPOTS
            or phrase[2] in times | lexicon.words(_TABLE, "spell_words")
        ):
            return False
        if any(one[2] in sentence.words[at + 3 : member.end] for one in seen):
            return False  # "in the hall and 28 in the case by the door of the hall"
        seen.add(phrase)
    return len({phrase[:2] for phrase in seen}) == 1 and len(seen) == len(found.members) > 1


def qualified(sentence: Sentence, found: Series, axis: str) -> bool:
    """Say whether parts are so at their own time, or in their own way: both may be true of one.

    "41 are widowed and 52 were married", "60 were on time on Monday and 35 late on Tuesday",
    "24 were hard and 22 easy to misread", "70 left on time and 28 arrived late".
    """
    if axis not in lexicon.words(_TABLE, "passing") and axis not in ("vote", "half"):
        return False
    if axis == "half":
        return _of_other_spells(sentence, found)
    words, narrowing = sentence.words, lexicon.words(_TABLE, "narrowing")
    if axis == "vote":
        return "vote" in words and words[words.index("vote") + 1 :][:1] == ["on"]
    poles = lexicon.phrases(_TABLE, "poles")
    tenses: set[str] = set()
    behind: list[list[str]] = []
    verbs: set[str] = set()
    for member in found.members:
        at = closes(sentence, member.quantity)
        hit = poles.all(words, member.first, member.end)[0]
        lead, tail = words[at : hit.first], words[hit.last : member.end]
        if not narrowing.isdisjoint(lead) or not narrowing.isdisjoint(tail):
            return True
        if tail[:1] == ["to"] and tail[1:2] != ["this"]:
            return True  # "easy to misread", but "afloat to this day"
        if tail[:1] == ["or"] and tail[1:2] != [] and tail[1].endswith(("ed", "ly")):
            return True  # "domestic or blended", "urban or partly urban"
        tenses.update(_TENSES[word] for word in lead[:1] if word in _TENSES)
        verbs.update(word for word in lead if word in _LEGS)
        behind.append([word for word in tail if word.isalpha() and word != "and"])
    apart = len(found.members) > 1 and all(behind) and len({tuple(one) for one in behind}) > 1
    return len(tenses) > 1 or len(verbs) > 1 or (apart and any(one[0] in _AT for one in behind))


def _of_other_spells(sentence: Sentence, found: Series) -> bool:
    """Say whether spells are of two sorts: "in the first Test", "in the second innings"."""
    behind: set[str] = set()
    for member in found.members:
        hits = lexicon.phrases(_TABLE, "poles").all(sentence.words, member.first, member.end)
        after = sentence.words[hits[0].last : member.end][:1]
        ordinal = sentence.words[hits[0].last - 1] in lexicon.words(_TABLE, "spell_words")
        behind.update(word for word in after if ordinal and word.isalpha() and word != "and")
    return len(behind) > 1
