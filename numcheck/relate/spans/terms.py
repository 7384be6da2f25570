"""Beginnings and ends told by verbs, and the years between them."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.interval import Interval
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.setting import Setting
from numcheck.relate.spans.moments import (
    Moment,
    before_length,
    lengths,
    moments,
    tie,
    years_between,
)

_TABLE = "cues/terms"
_LONG = frozenset({"year", "decade", "century"})
_ON = frozenset({"it", "its", "he", "she", "they", "his", "her", "their"})
_NEAR = 8  # words from a verb to its year: "broke out on the border in"
_APPOSED = frozenset(", – — : ( a an some or total span of all".split())
_DETERMINERS = frozenset("the a an his her their its this that our my one".split())
_OPENINGS = frozenset({",", ";", ":", "–", "—", "and", "but", "that", "said", '"', "“", "‘"})
_SPLITS = frozenset({",", ";", "–", "—", "(", "and", "but"})
_LEFT = frozenset({",", "left", "and"})

Dated = tuple[Quantity, Moment]


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield "the 12-year strike began in 1984 and ended in 1990", in whatever order."""
    for sentence in passage.with_kind("day"):
        near = passage.before(sentence)
        told = [q for q in lengths(sentence) if q.unit is not None and q.unit.name in _LONG]
        if len(told) != 1:
            continue
        dated = [one for one in moments(sentence) if one[1].year > 999]
        if len(dated) == 1 and near is not None and sentence.words[0] in _ON:
            yield from _from_before(sentence, near, dated[0], told[0])
        if len(dated) != 2 or any(w in lexicon.words(_TABLE, "parted") for w in sentence.words):
            continue
        start, end = sorted(dated, key=lambda one: one[1].year)
        if start[1].year == end[1].year:
            continue
        near_end = sentence.words[told[0].last : end[0].first]
        if near_end[1:2] == ["since"] and len(near_end) < _NEAR:
            continue  # "the first for 12 years, since 2006, and the fourth since 1971"
        if _LEFT.issubset(sentence.words[start[0].last : end[0].first]):
            continue  # "joined in 1987, left to have two sons and retired in 2019 after 22 years"
        ended = verb_of(sentence, end[0], "ends") or _is_ended(sentence, told[0])
        verbs = verb_of(sentence, start[0], "begins") and ended
        if (verbs and _is_whole(sentence, told[0], start, end)) or _since_last(
            sentence, start[0], told[0]
        ):
            yield _tied(sentence, start, end, told[0])


def _from_before(
    sentence: Sentence, before: Sentence, end: Dated, length: Quantity
) -> Iterator[Relation]:
    """Tie "It opened in 1957. Its closure in 1987 came after 40 years." over two sentences."""
    begun = [one for one in moments(before) if one[1].year > 999]
    if len(begun) != 1 or begun[0][1].year >= end[1].year:
        return
    broken = lexicon.words(_TABLE, "parted").union(("who", "which"))
    if not broken.isdisjoint(sentence.vocabulary):
        return
    verbs = verb_of(before, begun[0][0], "begins") and verb_of(sentence, end[0], "ends")
    if verbs and _is_whole(sentence, length, end, end):
        yield _tied(sentence, begun[0], end, length)


def verb_of(sentence: Sentence, year: Quantity, key: str) -> bool:
    """Say whether the verb of a year is one of beginning, or of the end."""
    words = sentence.words
    first = year.first
    for at in range(year.first - 1, max(-1, year.first - 1 - _NEAR), -1):
        if words[at] in _SPLITS:
            break
        first = at
    noun = words[first - 2] if first > 1 and words[first - 1] == "," else ""
    if key == "begins" and noun in lexicon.words(_TABLE, "begin_nouns"):
        return True  # "their marriage, in 1958, ended"
    return lexicon.phrases(_TABLE, key).find(words, max(0, first - 1), year.first) is not None


def _is_whole(sentence: Sentence, length: Quantity, start: Dated, end: Dated) -> bool:
    """Say whether a length is the whole time: "the 12-year war", "lasted 12 years", "in all"."""
    words, first = sentence.words, before_length(sentence, length)
    follows = words[length.last : length.last + 3]
    if "-" in length.text:
        return (
            _is_subject(sentence, length, start, end)
            and follows[:1] != ["-"]
            and not any(word in lexicon.words(_TABLE, "part") for word in follows)
        )
    before = lexicon.phrases(_TABLE, "whole_before").ending(words, first) is not None
    if words[first - 1] == "last" and words[first - 2] in _DETERMINERS:
        return False  # "in its last 20 years it lost money"
    if before and follows[:1] == ["of"] and words[first - 1] == "ending":
        return lexicon.phrases(_TABLE, "whole_after").at(words, length.last) is not None
    if follows[:1] == ["to"] and follows[1:2] and follows[1] not in lexicon.words(_TABLE, "making"):
        return False  # "it took three years to plan and opened in 2010"
    gap = words[max(start[0].last, end[0].last) : first]
    if gap and all(word in _APPOSED for word in gap):  # "began in 2011, ended in 2017 – six years"
        counted = lexicon.phrases("cues/agos", "cues").at(words, length.last) is not None
        return not counted and follows[:2] not in (["of", "it"], ["of", "which"], ["of", "them"])
    alone = not follows or lexicon.phrases(_TABLE, "whole_after").at(words, length.last) is not None
    if (told := in_role(sentence, length, start, end)) is not None:
        return told and first - 1 > end[0].first
    if first <= 1 and words[:1] == ["after"] and end[0].first > start[0].first:
        gap = words[length.last : start[0].first]
        link = lexicon.phrases(_TABLE, "whereto").find(gap)
        return link is not None and gap[link.first - 1] == "," and "," not in gap[link.last :]
    if words[max(0, first - 1) : first] == ["for"] and follows[:1] in ([","], [":"], ["–"], ["—"]):
        return not any(one[0].first < length.first for one in (start, end))
    if words[max(0, first - 1) : first] == ["after"] and first - 1 > end[0].first:
        alone = alone or _in_family(sentence, length, end[1].year - start[1].year)
        return alone  # "joined in 1984 and left in 1990 after six years."
    return before


def _is_ended(sentence: Sentence, length: Quantity) -> bool:
    """Say whether a length is told as ended: "lost the seat in 2019, ending a 36-year hold"."""
    return sentence.words[before_length(sentence, length) - 1] in ("ending", "ended")


def in_role(sentence: Sentence, length: Quantity, start: Dated, end: Dated) -> bool | None:
    """Say whether "after 12 years as leader" fills all the years; None where it is no such length.

    "She joined the party in 1985 and stepped down in 2010 after 12 years as leader" does not; but
    nobody leads a party for longer than there are years.
    """
    words, at = sentence.words, before_length(sentence, length)
    role = lexicon.phrases(_TABLE, "in_role").at(words, length.last)
    if role is None or words[at - 1 : at] != ["after"]:
        return None
    years = end[1].year - start[1].year
    if length.figure is not None and length.figure.value > years + 1:
        return True
    named = words[length.last] == "as"
    return verb_of(sentence, start[0], "takes_office" if named else "took_office")


def _in_family(sentence: Sentence, length: Quantity, years: int) -> bool:
    """Say whether a firm was in one family for nearly all its years; it may have been sold once."""
    if lexicon.phrases(_TABLE, "in_family").at(sentence.words, length.last) is None:
        return False
    return length.figure is not None and 5 * length.figure.value >= 4 * years


def _is_subject(sentence: Sentence, length: Quantity, start: Dated, end: Dated) -> bool:
    """Say whether "the 12-year strike, which began in", or "ended his 20-year career", is it."""
    words, years = sentence.words, min(start[0].first, end[0].first)
    if not length.first or words[length.first - 1] not in _DETERMINERS:
        return False
    gap = words[length.last : years]
    if lexicon.phrases(_TABLE, "ends").ending(words, length.first - 1) is not None:
        own = words[length.first - 1] not in ("a", "an")
        noun = words[length.last : length.last + 1]
        return own or (noun != [] and noun[0] in lexicon.words(_TABLE, "holds"))
    if length.last <= years and (length.first == 1 or words[length.first - 2] in _OPENINGS):
        place = gap.index(",") + 1 if "," in gap else 0
        begun = lexicon.phrases(_TABLE, "begins").at(gap, place) is not None
        plain = not place or gap[place : place + 1] in (["which"], ["that"]) or begun
        return len(gap) <= 8 and plain and "and" not in gap and "but" not in gap
    return False


def _since_last(sentence: Sentence, start: Quantity, length: Quantity) -> bool:
    """Say whether "the first for 30 years", "a 30-year wait" stands with the last one's year."""
    words = sentence.words
    first = before_length(sentence, length)
    rare = lexicon.phrases(_TABLE, "first_in").ending(words, first) is not None
    if words[first - 1 : first] in (["in"], ["for"]):  # "the first change to the law in 27 years"
        near = words[max(0, first - _NEAR) : first - 1]
        told = near[near.index("first") :] if "first" in near else [","]
        rare = rare or {",", ";", "and", "new"}.isdisjoint(told)
    waits = lexicon.phrases(_TABLE, "waits").at(words, length.last) is not None
    if not rare and not waits:
        return False
    lead = max(0, start.first - 6)
    gone = lexicon.phrases(_TABLE, "goes").find(words, lead, start.first) is not None
    return gone or lexicon.phrases(_TABLE, "last_in").find(words, lead, start.first) is not None


def _tied(sentence: Sentence, start: Dated, end: Dated, length: Quantity) -> Relation:
    years = end[1].year - start[1].year
    span = years_between(start[1], end[1])
    wide = Interval(max(0, years - 1), years + 1)
    both = Interval(min(span.low or 0, wide.low or 0), max(span.high or 0, wide.high or 0))
    return tie(sentence, start[0], end[0], length, both, "year", years)
