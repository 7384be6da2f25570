"""Spells of time whose start and end are told by verbs."""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.relate.wording import closes, opens

_TABLE = "cues/spells"
_NEAR = 6  # words from a verb to its time: "returned with a verdict at"
_SPLITS = frozenset({",", ";", "–", "—", "(", "and", "but"})
_WHOSE = frozenset({"its", "the", "his", "her", "their", "those", "these"})
_OTHERS = frozenset({";", "last", "first", "final", "and", "but", "while", "though", "although"})
_ARTICLES = frozenset({"a", "an", "the", "some"})

Spell = tuple[Quantity, Quantity]
_PART = ["of", "which"]
_TOURS = frozenset({"run", "tour"})


def spell(sentence: Sentence, times: Sequence[Quantity], length: Quantity) -> Spell | None:
    """Return start and end where the length is the time that lies between them.

    "The hearing, which began at 10am, broke up at noon after three hours", "the 45-minute
    crossing leaves at 10.10 and gets in at 11.30".
    """
    if len(times) != 2:
        return None
    for start, end in (times, times[::-1]):
        if verb_of(sentence, start, "begins") and verb_of(sentence, end, "ends"):
            return (start, end) if _is_whole(sentence, start, end, length) else None
    return None


def of_race(sentence: Sentence) -> bool:
    """Say whether times are those of a race: "cut her time from 3:12 to 3:05"."""
    return not lexicon.words(_TABLE, "racing").isdisjoint(sentence.words)


def verb_of(sentence: Sentence, time: Quantity, key: str) -> bool:
    """Say whether the verb of a time is one of setting out, or of the end."""
    words, first = sentence.words, time.first
    for at in range(time.first - 1, max(-1, time.first - 1 - _NEAR), -1):
        if words[at] in _SPLITS:
            break
        first = at
    return lexicon.phrases(_TABLE, key).find(words, first, time.first) is not None


def _is_whole(sentence: Sentence, start: Quantity, end: Quantity, length: Quantity) -> bool:
    """Say whether a length is that of the whole spell, by its place and the words beside it."""
    words, first = sentence.words, opens(sentence, length)
    while first > 0 and words[first - 1] in _ARTICLES:
        first -= 1
    both = max(start.last, end.last)
    lead = words[both:first] if first >= both else []
    if not _OTHERS.isdisjoint(lead) or lead[-2:] == _PART:
        return False  # "… and ended at 6am, of which seven hours were paid"
    of_what = words[length.last + 1 : length.last + 2]
    filled = words[length.last : length.last + 1] == ["of"] and of_what != []
    further = words[length.last + 2 : length.last + 3] == ["and"]
    if filled and (further or of_what[0] not in lexicon.words(_TABLE, "made_of")):
        return False  # "four hours of debate and two of votes"
    part = lexicon.words(_TABLE, "part")
    # "a 20-minute film that starts at …": the thing itself
    told = words[length.last + 1 : length.last + 2] in (["that"], ["which"])
    if not told and any(word in part for word in words[length.last : length.last + 3]):
        return False
    if words[first - 1] == "last" and words[first - 2] in _WHOSE:
        return False  # "in its last two hours"
    if lexicon.phrases(_TABLE, "whole_before").ending(words, first) is not None:
        place = words[length.last : length.last + 1] in (["in"], ["on"], ["at"], ["with"])
        return words[first - 1] != "spent" or not place  # "having spent four hours in the queue"
    if words[first - 1] == "for" and "having" in words[max(0, first - 4) : first]:
        return first >= both  # ", having deliberated for five hours"
    if not {"took", "takes", "taken"}.isdisjoint(words[max(0, first - 4) : first]):
        return first < start.first  # "it took rescuers 14 hours to free her: they began at 6pm"
    if first >= both:
        return _behind(words, both, first, length)
    if end.last <= first and length.last <= start.first:  # "left at 5pm after a shift that began"
        lead, gap = words[end.last : first], words[length.last : start.first]
        return lead in (["after"], [",", "after"]) and gap[1:2] in (["that"], ["which"])
    if "-" in length.text and length.last <= start.first < end.first:
        return _begins_so(words[closes(sentence, length) : start.first])
    return False


def _begins_so(gap: list[str]) -> bool:
    """Say whether a spell's start is told of it: "the 90-minute rite, which began at 11"."""
    at = gap.index(",") + 1 if "," in gap[:3] else 0
    begun = at and lexicon.phrases(_TABLE, "begins").at(gap, at) is not None
    if gap[at : at + 1] == ["which"] or begun:
        gap = gap[at:]  # "the hunt, begun on 4 May"
    return len(gap) <= _NEAR and _SPLITS.isdisjoint(gap)


def _behind(words: list[str], both: int, first: int, length: Quantity) -> bool:
    """Say whether a length behind both times is that of what lies between them."""
    gap = words[both:first]
    elsewhere = words[length.last : length.last + 1] in (["in"], ["at"])
    if elsewhere and "after" in gap and not _TOURS.isdisjoint(gap):
        return False  # "closes on 24 June, after a run of four weeks in London"
    return bool(gap) and all(word in lexicon.words(_TABLE, "beside") for word in gap)
