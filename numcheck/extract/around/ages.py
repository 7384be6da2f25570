"""Ages: "aged 45", "five-year-old", "Mr Hall, 45, said", "87 yo"."""

from __future__ import annotations

from numcheck.extract.amounts import Draft
from numcheck.extract.numbers.tables import hyphen_at, word_at
from numcheck.lexicon import words as lexicon
from numcheck.lexicon.units import unit_named
from numcheck.model.passage import Sentence
from numcheck.model.unit import Unit

_BEFORE = frozenset({"aged", "age", "ages"})
_BOUNDS = frozenset({"under", "over", "younger", "older", "above", "below"})
_YOUNG = frozenset(
    "youth youths child children kids kid adult adults those anyone everyone people students "
    "seniors visitors pupils ages".split()
)
_PEOPLE = frozenset("women men males females girls boys adults people children voters".split())
_AMONG = frozenset("among amongst of for in by".split())
_BANDS = frozenset({"", ")", "%", ",", ";"})  # before the next band of a table
_TELLS = frozenset({"is", "was", ":", "of", "="})
_TURNED_ON = frozenset("% to into for away down up back over of out per - – / :".split())
_TURNS = frozenset({"turn", "turns", "turned", "turning"})
_KIN = frozenset(
    "son daughter wife husband brother sister mother father mr mrs ms dr miss sir".split()
)


def old_after(sentence: Sentence, draft: Draft) -> int:
    """Return the place after "-old", "old" or "of age" behind years and months; 0 for no age."""
    words, last = sentence.words, draft.last
    at = last + 1 if hyphen_at(sentence, last) else last
    if word_at(sentence, at) in ("old", "olds"):
        return at + 1
    if words[at : at + 2] == ["of", "age"] or words[last - 1 : last + 2] == ["y", "/", "o"]:
        return at + 2
    pair = words[max(0, draft.first - 2) : draft.first]
    if words[last - 1] in ("years", "months", "weeks") and pair in (["age", "of"], ["ages", "of"]):
        return last
    if draft.first and words[draft.first - 1] in _BEFORE:
        return last
    return last if words[last - 1] in ("years", "months") and _is_band(words, draft) else 0


def _is_band(words: list[str], draft: Draft) -> bool:
    """Say whether years are a band of ages: "15-64 years: 66%", "men 65 years and over"."""
    last, before = draft.last, words[draft.first - 1] if draft.first else ""
    follows = words[last : last + 2]
    if draft.upper is not None:
        return follows[:1] == [":"] and before in _BANDS
    if len(follows) < 2 or follows[0] not in ("and", "or") or follows[1] not in _BOUNDS:
        return False
    return follows[1] in ("older", "younger") or before in _BANDS | _YOUNG | _PEOPLE


def aged(sentence: Sentence, draft: Draft, counts: bool) -> tuple[tuple[Unit, ...], int] | None:
    """Return the units and end of an age without a unit: "aged 45", "Mr Hall, 45, said"."""
    words, first, last = sentence.words, draft.first, draft.last
    value = draft.figure.value
    if value.denominator != 1 or not 0 <= value <= 115:
        return None
    begin = _list_begins(words, first)
    before = words[begin - 1] if begin else ""
    if before in ("between", "from", "about", "around", "under", "over") and begin > 1:
        before = words[begin - 2]
    pair = words[max(0, begin - 2) : begin]
    if before in _BEFORE or pair == ["age", "of"] or pair == ["ages", "of"]:
        return ((unit_named("year"),), last) if not counts else None
    if _is_bound(words, begin, last) or (not counts and _is_told(words, begin, last)):
        return (unit_named("year"),), last
    if words[:first] == ["at"] and words[last : last + 2] in ([",", "he"], [",", "she"]):
        return (), last  # "At 34, she is six years older"
    if word_at(sentence, last) == "yo":
        return (unit_named("year"),), last + 1
    if counts:
        return None
    if before in _TURNS:
        return ((unit_named("year"),), last) if _has_turned(sentence, draft) else None
    if draft.upper is not None and before in _PEOPLE and pair[0] in _AMONG and len(pair) > 1:
        return (unit_named("year"),), last  # "among women 25-49"
    if draft.figure.worded or draft.upper is not None:
        return None
    return ((), last) if _in_apposition(sentence, first, last) else None


def _is_bound(words: list[str], first: int, last: int) -> bool:
    """Say whether a number bounds somebody's age: "children 15 and under are free"."""
    if last + 1 >= len(words) or words[last] not in ("and", "or") or words[last + 1] not in _BOUNDS:
        return False
    if words[last] == "or" and words[last + 1] in ("older", "younger"):
        return True  # "half of them 65 or older"
    return first == 0 or words[first - 1] in _YOUNG


def _is_told(words: list[str], first: int, last: int) -> bool:
    """Say whether a number is an age by name: "the average age was 43", "an age limit of 70"."""
    if first < 2 or words[first - 1] not in _TELLS or words[last : last + 1] == ["to"]:
        return False
    near = words[max(0, first - 5) : first - 1]
    return "age" in near and not any(word[0].isdigit() or word in _BOUNDS for word in near)


def _has_turned(sentence: Sentence, draft: Draft) -> bool:
    """Say whether somebody turned an age: "she turned 40 in May", and no "turned 40 away"."""
    goes_on = word_at(sentence, draft.last) in _TURNED_ON
    return draft.upper is None and draft.figure.value > 0 and not goes_on


def _list_begins(words: list[str], first: int) -> int:
    """Step back over the figures of a list: "ages 4, 6 and *9*"."""
    stop = max(0, first - 12)
    while first > stop + 1 and words[first - 1] in (",", "and", "or"):
        before = first - 2
        if words[before] == "," and words[first - 1] != ",":
            before -= 1
        if not words[before].isdecimal():
            break
        first = before
    return first


def _in_apposition(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether a bare number stands between commas after a name: "Ann Hall, 45, said"."""
    words, raw = sentence.words, sentence.raw
    if first < 2 or words[first - 1] != "," or last - first != 1:
        return False
    name = raw[first - 2]
    if last < len(words) and words[last] not in (",", ".", ";", ")"):
        return False
    if words[first - 2] in lexicon.words("nouns", "people"):
        return not _is_listed(sentence, first, last)
    if not name[0].isupper() or not name[-1].isalpha():
        return False
    if words[first - 2] in lexicon.words("nouns", "stop") or _is_listed(sentence, first, last):
        return False
    named = first >= 3 and raw[first - 3][:1].isupper() and raw[first - 3].isalpha()
    if words[max(0, first - 4) : first - 2] in (["older", "than"], ["younger", "than"]):
        return True  # "Harper, 38, is older than Lowe, 31"
    return named or first == 2 or words[first - 3] in _KIN | {".", ",", "and"}


def _is_listed(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether the number is one of a list of names with numbers: "Leeds, 12, Hull, 9"."""
    words = sentence.words
    if any(word in _KIN for word in words[last : last + 5]):
        return False
    if words[last : last + 1] == [","] and any(
        words[place][0].isdigit() and words[place - 1] == ","
        for place in (last + 3, last + 4)
        if place < len(words)
    ):
        return True
    return any(
        words[place][0].isdigit() and words[place + 1] == ","
        for place in (first - 4, first - 5)
        if place > 0
    )
