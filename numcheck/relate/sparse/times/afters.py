"""Years told by another: "eight years after the first, in 2011"."""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.lexicon import words as lexicon
from numcheck.model.quantity import Quantity
from numcheck.relate.spans.moments import Moment, lengths, moments
from numcheck.relate.spans.terms import verb_of
from numcheck.relate.sparse.window import Window
from numcheck.relate.wording import opens

_TABLE = "cues/sparse_times"
_NAME = 8  # words of "after the first of her records, in"
_TAIL = 7  # words of "in the same street, said her son"
_LAST = 5  # words from "last rung" to its year
_JOINS = frozenset({",", "–", "—", "(", "some", "just", "only", "about", "fully", "exactly", "a"})
_THE = frozenset({"the", "his", "her", "its", "their", "a", "an"})
_TURNS = frozenset({"who", "which", "that", "whose", "when", "where", "and", "or", "but", ";"})
_PEOPLE = frozenset({"trade", "industry", "profession", "as", "he", "she", "who", "whose", "owner"})
_WAITS = frozenset({"wait", "waits", "waited", "waiting"})
_MARRIED = frozenset({"married", "marriage", "husband", "wife", "wed"})
_IN_ALL = (["in", "all"], ["in", "total"], ["all", "told"])
_AGAIN = frozenset({"both", "all", "earlier", "twice", "again", "another", "separate", "combined"})

Dated = tuple[Quantity, Moment]


def counted_from(window: Window, dated: Sequence[Dated], length: Quantity) -> bool:
    """Say whether "came in 2016, eight years after the first, in 2011" counts from the other."""
    words, (one, other) = window.words, (dated[0], dated[1])
    at, last = opens(window.sentence, length), length.last
    way = words[last : last + 1]
    if not one[0].last <= at or not last < other[0].first or way not in (["after"], ["before"]):
        return False
    if not _JOINS.issuperset(words[one[0].last : at]) or at == one[0].last:
        return False
    name = words[last + 1 : other[0].first]
    if name[-2:] != [",", "in"] and name[-1:] != ["("]:
        return False
    name = name[: -2 if name[-1] == "in" else -1]
    verbs = lexicon.words("nouns", "finite") | _TURNS | {","}
    if not 1 < len(name) <= _NAME or name[0] not in _THE or not verbs.isdisjoint(name):
        return False
    later = one[1].year > other[1].year
    return later == (way == ["after"]) and one[1].year != other[1].year


def too_long(window: Window, start: Dated, end: Dated, length: Quantity) -> bool:
    """Say whether a length is told of a thing that was only there between two years.

    "Open since 1987, it shut in 2013 after 36 years in the same street"; "they married in 1989
    and had been husband and wife for 36 years when he died in 2015".
    """
    words, at = window.words, opens(window.sentence, length)
    tail = words[length.last :]
    since = words[start[0].first - 1] == "since"
    begun = since or verb_of(window.sentence, start[0], "opens")
    if end[0].last <= at:
        led = words[end[0].last : at] in (["after"], [",", "after"])
        plain = _TURNS.isdisjoint(tail) and _PEOPLE.isdisjoint(tail) and len(tail) <= _TAIL
        stays = tail[:1] in (["in"], ["at"], ["on"], ["of"])
        return led and plain and stays and begun and verb_of(window.sentence, end[0], "ends")
    between = words[start[0].last : at]
    had = between[-1:] == ["for"] and "had" in between and "been" in between
    after = words[length.last : end[0].first]
    when = after[:1] == ["when"] and len(after) <= _NAME and _TURNS.isdisjoint(after[1:])
    wed = "married" in words[: start[0].first] and not _MARRIED.isdisjoint(between)
    thing = begun and not lexicon.words(_TABLE, "states").isdisjoint(between)
    personal = {"he", "she", "who", "whose", "owner", "family"}
    if not wed and not personal.isdisjoint(words):
        return False
    return had and when and (wed or thing) and verb_of(window.sentence, end[0], "ends")


def was_held(window: Window, start: Dated, end: Dated, length: Quantity) -> bool:
    """Say whether "jailed in 2002 and cleared in 2019, he lost 27 years" counts the years held."""
    words, at = window.words, opens(window.sentence, length)
    held = lexicon.words(_TABLE, "put_away").intersection(words[: start[0].first])
    between = words[start[0].last : end[0].first]
    freed = lexicon.words(_TABLE, "let_out").intersection(between)
    if not held or not freed or start[0].first > _TAIL or len(between) > _NAME:
        return False
    told = words[at - 1] in lexicon.words(_TABLE, "loses") and at - end[0].last <= _LAST
    again = not _AGAIN.isdisjoint(words[: start[0].first])
    again = again or words[length.last : length.last + 2] in _IN_ALL
    return told and not again


def in_post(window: Window, start: Dated, end: Dated, length: Quantity) -> bool:
    """Say whether one post is held since a year and, at the end of it, for so long.

    "He has held the post since 2006, and when he left in 2024 he had been mayor for 28 years":
    no "she has been leader since 2006, and when she left in 2024 she had been an MP for 28".
    """
    words, at = window.words, opens(window.sentence, length)
    if words[start[0].first - 1] != "since" or words[at - 1] != "for":
        return False
    lead = words[: start[0].first - 1]
    whole = {"had", "been"} if "been" in words[start[0].last :] else {"had", "held"}
    roles, posts = lexicon.words(_TABLE, "roles"), lexicon.words(_TABLE, "posts")
    there = set(words[max(start[0].last, at - 7) : at])
    before, then = roles.intersection(lead), roles.intersection(there)
    same = before == then if before and then else True
    named = posts.intersection(lead) or posts.intersection(there) or (before and before == then)
    ended = lexicon.phrases("cues/terms", "ends").find(words, start[0].last, len(words))
    return bool(named) and same and whole <= there and ended is not None and len(before) < 2


def waited_for(window: Window) -> tuple[Dated, Dated, Quantity] | None:
    """Return "last rung in 1979, heard again in 2019" with "you wait 30 years for a peal"."""
    if window.near is None or _WAITS.isdisjoint(window.vocabulary):
        return None
    told, dated = lengths(window.sentence), moments(window.near)
    if len(told) != 1 or len(dated) != 2 or lengths(window.near) or moments(window.sentence):
        return None
    length, (start, end), words = told[0], dated, window.near.words
    at = opens(window.sentence, length)
    if window.words[at - 1] not in _WAITS or window.words[length.last : length.last + 1] != ["for"]:
        return None
    gone = "last" in words[max(0, start[0].first - _LAST) : start[0].first]
    back = {"again", "return", "returned", "back"}.intersection(words[start[0].last : end[0].first])
    if not gone or not back or not 999 < start[1].year < end[1].year or length.figure is None:
        return None
    gap = end[1].year - start[1].year
    apart = length.figure.value - gap  # "you wait 40 years" may be said of 37
    return None if max(apart, -apart) * 5 <= gap else (start, end, length)
