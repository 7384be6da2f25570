"""Two ages beside their years, or beside how far they lie apart."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from numcheck.lexicon import words as lexicon
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.lives.ages import age_at
from numcheck.relate.lives.kindred import speaks_of_others
from numcheck.relate.lives.pairs import told_twice
from numcheck.relate.spans.moments import Moment, moments
from numcheck.relate.sparse.times import aged, later
from numcheck.relate.sparse.window import Window
from numcheck.relate.wording import is_quoted, opens

_TABLE = "cues/sparse_times"
_FAR = 8  # words from an age to its year
_PRONOUNS = frozenset({"he", "she", "i", "it", "they", "we"})
_BREAKS = frozenset({";", ".", "but", "while", "and"})
_JOINS = frozenset({",", ";", ".", "and", "but", "–", "—", ")"})
_THEIRS = frozenset({"their", "whose", "his", "her", "other", "others", "than"})
_FURTHER = frozenset({"last", "first", "second", "third", "final", "next", "other", "latest"})
_NAME = 5  # words of "The mayor of Hull"
_OTHER = frozenset("a an who whose that said says follows succeeds succeeded replaced".split())
_NAMED = frozenset({"the", "a", "an", "his", "her", "their", "its", "another"})

Dated = tuple[Quantity, Moment]


def find(window: Window) -> Iterator[Relation]:
    """Yield "was 17 when it took place in 1991; he was jailed in 2023, aged 44"."""
    if any(one.kind == "duration" for one in window.own):
        yield from later.find(window)
    if sum(one.kind in ("age", "number") for one in window.own) < 2:
        yield from aged.find(window)
        return
    found = (age_at(window.sentence, one) for one in window.own)
    ages = [age.quantity for age in found if age is not None]
    dated = [one for one in moments(window.sentence) if one[1].year > 999]
    if len(ages) == 1 and len(dated) == 2:
        yield from _in_this_year(window, ages[0], dated)
    if len(ages) != 2:
        return
    if len(dated) == 2:
        yield from _twice(window, ages, dated)
    elif not dated:
        yield from _apart(window, ages)


def _twice(window: Window, ages: list[Quantity], dated: list[Dated]) -> Iterator[Relation]:
    """Tie two ages of one person, each beside its own year."""
    places: list[tuple[Quantity, Moment | None]] = [(age, None) for age in ages]
    ordered = sorted([*places, *dated], key=lambda one: one[0].first)
    pairs = []
    for one, other in (ordered[:2], ordered[2:]):
        if (one[1] is None) == (other[1] is None) or not _beside(window, one[0], other[0]):
            return
        pairs.append((one, other) if one[1] is None else (other, one))
    late = window.sentence.raw[ordered[2][0].last : ordered[3][0].first]
    if any(word[:1].isupper() for word in late):
        return  # "lost in 2010 to Ms Shah, 46"
    if not _of_one(window, ordered[1][0].last, ordered[2][0].first, ages[0], ages[1]):
        return
    (young, start), (old, end) = pairs
    if start[1] is None or end[1] is None or start[1].year >= end[1].year:
        return
    yield told_twice(window.sentence, (young[0], (start[0], start[1])), (old[0], (end[0], end[1])))


def _in_this_year(window: Window, young: Quantity, dated: list[Dated]) -> Iterator[Relation]:
    """Tie "The mayor, 58, was elected in 2011 at the age of 47" to "this year, 2024"."""
    words, sentence, (start, end) = window.words, window.sentence, sorted(dated, key=_year)
    this = [word for word in words[max(0, end[0].first - 3) : end[0].first] if word != ","]
    told = [one for one in window.own if _apposed(window, one) and one is not young]
    if this[-2:] != ["this", "year"] or len(told) != 1 or "born" in words:
        return
    old, (first, last) = told[0], sorted((young, start[0]), key=lambda one: one.first)
    between = words[first.last : last.first]
    lead = words[min(old.last, first.last) : max(first.first, old.first)]
    if len(between) > _FAR or not _BREAKS.isdisjoint(between) or not _OTHER.isdisjoint(lead):
        return
    apart = first.first - old.last if first.first > old.last else old.first - last.last
    pronouns = _PRONOUNS.intersection(words)
    if apart > _FAR or len(pronouns) > 1 or not pronouns <= {"he", "she"}:
        return
    if not speaks_of_others(sentence, min(old.first, first.first), end[0].last, -1):
        yield told_twice(sentence, (young, start), (old, end))


def _year(dated: Dated) -> int:
    return dated[1].year


def _apposed(window: Window, one: Quantity) -> bool:
    """Say whether a bare number is the age of whom a clause begins with: "The mayor, 58,"."""
    words, at = window.words, one.first
    if one.kind not in ("number", "age") or one.noun is not None or one.is_range:
        return False
    at -= words[at - 1] == "now"
    if words[at - 1] != "," or words[one.last : one.last + 1] != [","]:
        return False
    subject = window.sentence.raw[:at][:-1]
    subject = subject[max((p + 1 for p, word in enumerate(subject) if word == ","), default=0) :]
    led = subject != [] and (subject[0] in ("the", "The") or subject[0][:1].isupper())
    return led and len(subject) <= _NAME and all(word.isalpha() for word in subject)


def _beside(window: Window, one: Quantity, other: Quantity) -> bool:
    """Say whether an age and a year stand in one clause."""
    between = window.words[one.last : other.first]
    return len(between) <= _FAR and _BREAKS.isdisjoint(between)


def _of_one(window: Window, first: int, last: int, one: Quantity, other: Quantity) -> bool:
    """Say whether both ages are one person's: "…; he was jailed in 2023, aged 44"."""
    words = window.words
    if speaks_of_others(window.sentence, one.first, max(last, other.first), one.first):
        return False
    if len(_PRONOUNS.intersection(words)) > 1 or "they" in words or "born" in words:
        return False
    raw = window.sentence.raw
    # "Elected at 31 in 1992, Mr Oakes": who it is comes after what opens the sentence
    fronted = raw[first] == "," and not any(word[:1].isupper() for word in raw[1:first])
    if not fronted and any(word[:1].isupper() for word in raw[first:last]):
        return False
    led = [word for word in words[first:last] if word not in _JOINS]
    if led[:1] in (["her"], ["his"]) and led[1:2]:  # "and her last in 2009, when she was 30"
        return led[1] in _FURTHER
    return not led or led[0] not in _NAMED


def _apart(window: Window, ages: list[Quantity]) -> Iterator[Relation]:
    """Tie "Colin, 61, and Pete, 48, were born 13 years apart"."""
    told = [one for one in window.own if one.kind == "duration"]
    if len(told) != 1:
        return
    by = told[0]
    others = [one for one in window.own if one is not by and one not in ages]
    if any(one.figure is None or one.figure.value != len(ages) for one in others):
        return  # "the two oldest" may be told of both
    if by.unit is None or by.unit.name != "year" or by.is_range or by.figure is None:
        return
    at = opens(window.sentence, by)
    gap = window.words[ages[1].last : at]
    kin = lexicon.words("cues/lives", "kin") | _THEIRS
    after = lexicon.phrases(_TABLE, "apart").at(window.words, by.last) is not None
    if after and (ages[1].last > at or len(gap) > _FAR or not kin.isdisjoint(gap)):
        return  # "she is 34, he is 41 and their children are five years apart"
    if not after and lexicon.phrases(_TABLE, "gap_of").ending(window.words, at) is None:
        return
    one, other = (Fraction(age.figure.value if age.figure else 0) for age in ages)
    # Neither side of a birthday, nor the sum, nor an age itself may give it.
    readings = (abs(one - other), one + other, one, other)
    if any(abs(years - by.figure.value) <= 1 for years in readings):
        return
    if by.hedge is not None or window.says("parted", _TABLE):
        return
    plain = [replace(age, kind="number", unit=by.unit, units=by.units) for age in ages]
    yield Relation(
        "difference",
        {"one": plain[0], "other": plain[1], "by": replace(by, kind="number")},
        by.whole_span,
        quoted=is_quoted(window.sentence, by),
    )
