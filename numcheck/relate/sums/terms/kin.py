"""Which nouns may be part of which, and which exclude each other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from numcheck.lexicon import words as lexicon
from numcheck.model.quantity import Quantity

_COUNTS = frozenset({"count", "number"})
_AMOUNTS = frozenset({"measure", "money", "duration"})
# Two speeds make no sum, nor do two temperatures.
_NO_SUMS = frozenset(
    """speed temperature pressure frequency acidity magnitude sound density concentration
    acceleration""".split()
) | {"fuel economy"}
_PEOPLE = frozenset({"people", "sexes", "ages", "roles"})
# A child is neither man nor woman, nurse nor soldier; a woman may well be a nurse.
_APART = (frozenset({"ages", "sexes"}), frozenset({"ages", "roles"}))
_YOUNG = frozenset("child baby toddler infant minor youngster kid newborn juvenile".split())
_GROWN = frozenset("man woman adult pensioner male female father mother parent".split())
_GENERIC = frozenset("person people individual victim other casualty".split())
_RESULTS = frozenset("win victory triumph draw tie defeat loss stalemate".split())
_BROAD = frozenset("building vehicle property animal site place business item case".split())


@cache
def group_of(noun: str | None) -> str:
    """Return the group that a noun belongs to: people, sexes, ages, roles, things …, or none."""
    if noun is None:
        return ""
    for group in ("sexes", "ages", "roles", "people", "deeds", "events", "bodies", "things"):
        if noun in lexicon.words("cues/groups", group):
            return group
    if noun.endswith(("woman", "man", "ists", "ist")) and len(noun) > 5:
        return "roles"
    return ""


def is_sort(noun: str | None, of: str) -> bool:
    """Say whether a noun is another, or names things of its sort: sturgeon are fish."""
    return noun == of or lexicon.members("cues/groups", "sorts").get(noun or "") == of


def noun_of(quantity: Quantity) -> str | None:
    """Return what a figure counts; None where a verb follows it: "32 passed maths"."""
    verbs = lexicon.words("cues/groups", "finite")
    if quantity.modifiers and quantity.modifiers[0] in verbs:
        return None
    return quantity.noun


def kin(whole: Quantity, part: Quantity) -> bool:
    """Say whether one quantity may be a part of another by what both count or measure."""
    if part.figure is None or whole.figure is None or not whole.figure.value:
        return False  # "or 0 if it has not at least one"
    if whole.kind in _COUNTS:
        fraction = part.figure.value.denominator != 1 and part.noun is None
        if fraction and whole.figure.value.denominator == 1:
            return False  # "of the two tunnels the newer runs 6.8"
        if whole.noun is None and whole.figure.decimals and not part.figure.decimals:
            return False  # "version 4.1 (models 3 and 4)"
        named = part.counts is not None and part.counts[:1].isupper()
        return part.kind in _COUNTS and _nouns_fit(noun_of(whole), noun_of(part), named)
    if whole.kind == "percent":
        return part.kind == "percent" or (part.kind == "ratio" and part.unit is None)
    if whole.kind in _AMOUNTS and part.kind == "number" and whole.unit is not None:
        return (
            part.noun is None and not part.figure.vague
        )  # "nine weeks: four in Hull and five in Bath"
    if whole.kind not in _AMOUNTS or whole.kind != part.kind:
        return False
    if whole.unit is None or part.unit is None:
        return False
    if whole.unit.dimension != part.unit.dimension or whole.unit.dimension in _NO_SUMS:
        return False
    # "12 miles and nine, with 700 metres of climbing between them"
    return (whole.unit.system == "metric") == (part.unit.system == "metric")


def _nouns_fit(whole: str | None, part: str | None, named: bool) -> bool:
    if whole is None or part is None or whole == part:
        return True
    of_whole, of_part = group_of(whole), group_of(part)
    if of_whole in _PEOPLE and _unlike_kin(whole, part):
        return False
    if part in ("other", "others"):
        return True
    if whole == "seat" and (named or part in lexicon.words("cues/sums", "sitting")):
        return True  # "the 45-seat council is made up of 21 Greens, 15 Reds and nine independents"
    if of_whole in _PEOPLE:
        return of_part in _PEOPLE or (of_part == "" and (named or _like_people(part)))
    if of_part in _PEOPLE:
        return of_whole == ""
    if {of_whole, of_part} == {"events", "deeds"}:
        return False
    if of_whole == "deeds" and part in _RESULTS:
        return False  # "14 points from six games: four wins, two draws"
    return not (of_whole == of_part == "events")


def _unlike_kin(whole: str, part: str) -> bool:
    """Say whether one family has both: "of his four wives, Ines and five children survive"."""
    degrees = lexicon.members("cues/groups", "degrees")
    one, other = degrees.get(whole), degrees.get(part)
    return one is not None and other is not None and one != other


def _like_people(noun: str) -> bool:
    """Say whether a noun that is not listed ends as words for people do."""
    return noun.endswith(("er", "or", "ist", "ian", "an", "ee", "ant", "ent", "eur", "ese", "i"))


def _works(noun: str | None) -> bool:
    """Say whether a noun names a role, or ends as one and is not listed at all."""
    group = group_of(noun)
    return group == "roles" or (group == "" and noun is not None and _like_people(noun))


def is_person(noun: str | None) -> bool:
    """Say whether a noun names people."""
    return group_of(noun) in _PEOPLE


def is_generic(noun: str | None) -> bool:
    """Say whether a noun says no more than people: "six people", "two others"."""
    return noun in _GENERIC


def apart(parts: Sequence[Quantity]) -> bool:
    """Say whether parts leave each other out by their nouns: men and women, cars and vans.

    Parts of different kinds need not: 40 women and 30 nurses may be 40 people.
    """
    nouns = [noun_of(part) for part in parts]
    if any(noun is None for noun in nouns):
        return False
    seen = {(part.noun, part.modifiers) for part in parts}
    if len(seen) < len(parts):
        return False
    groups = {group if (group := group_of(noun)) in _PEOPLE else "things" for noun in nouns}
    if groups == {"roles", "things"} and all(_works(noun) for noun in nouns):
        groups = {"roles"}  # "two students and a caretaker"
    if any(part.counts and part.counts[:1].isupper() for part in parts):
        # "Danes and Swedes", but "20 women and 15 Danes"
        return all(part.counts and part.counts[:1].isupper() for part in parts)
    if len(groups) == 1:
        return len(set(nouns)) == len(nouns) and _not_nested(set(nouns))
    return frozenset(groups) in _APART and _young_apart(set(nouns))


def _not_nested(nouns: set[str | None]) -> bool:
    """Say whether no noun of one group takes in another: an officer may be a policeman."""
    return not (nouns & (_GENERIC | _BROAD))


def _young_apart(nouns: set[str | None]) -> bool:
    """Say whether those called by their age are children, and nobody else is a boy or a pupil."""
    aged = {noun for noun in nouns if group_of(noun) == "ages"}
    other = nouns - aged
    if not aged <= _YOUNG:
        return False
    return all(group_of(n) == "roles" or n in _GROWN for n in other) and not (
        other & {"pupil", "student"}
    )


def are_ages(words: Sequence[str], at: int) -> bool:
    """Say whether bare figures at a place are ages: "the sisters, 84 and 81, have lived here"."""
    return at > 1 and words[at - 1] == "," and is_person(lexicon.singular(words[at - 2]))
