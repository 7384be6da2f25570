"""Means of whole numbers, which few counts can give."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from numcheck.lexicon import words as lexicon
from numcheck.model.interval import Interval, quotient
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Figure, Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.sums.terms.kin import is_person
from numcheck.relate.wording import amounts, clause, closes, is_quoted, opens

_TABLE = "cues/statistics"
_AMONG = frozenset({"among", "for", "of", "across", "from", "amongst", "by"})
_DEFINITE = frozenset("the all its our these those their".split())
_TURNS = frozenset({"compared", "against", "versus", "than", ";", "while", "but", "although"})
_OTHERS = frozenset({"who", "which", "that", "whose", "where", "and", ";", "but", "per"})
_GAMES = frozenset({"game", "match", "inning", "time", "visit", "day", "occasion"})
_BETWEEN, _AFTER, _LEAD, _CALLED = 12, 6, 12, 5


def means(sentence: Sentence, before: Sentence | None = None) -> Iterator[Relation]:
    """Yield every mean of whole numbers with the number that it is a mean of."""
    figures = amounts(sentence)
    for mean in figures:
        figure = mean.figure
        if figure is None or figure.decimals < 2 or mean.unit is not None or mean.hedge:
            continue
        if mean.kind not in ("count", "number") or mean.is_range or not _is_mean(sentence, mean):
            continue
        count = _scale_count(sentence, figures, mean) or _owners(sentence, figures, mean)
        count = count or _asked(sentence, figures, mean) or _markers(sentence, before, mean)
        if count is not None and count.figure is not None and _small(count, figure.decimals):
            yield _relation(sentence, mean, count)


def _is_mean(sentence: Sentence, mean: Quantity) -> bool:
    words, at = sentence.words, opens(sentence, mean)
    before = words[max(0, at - _LEAD) : at]
    near = before if "number" in before else before[-_CALLED:]
    if not lexicon.words(_TABLE, "means").isdisjoint(near):
        return True
    return ["on", "average"] in (words[:2], words[closes(sentence, mean) :][:2])


def _small(count: Quantity, decimals: int) -> bool:
    """Say whether so few were counted that not every mean of so many decimals can come out."""
    assert count.figure is not None
    value = count.figure.value
    return count.hedge is None and value % 1 == 0 and 2 <= value < 10**decimals


def _owners(sentence: Sentence, figures: list[Quantity], mean: Quantity) -> Quantity | None:
    """Return who had the mean of so many things: "The 12 families had an average of 2.33 children".

    The things must be such as come whole, and no other figure stand in that clause.
    """
    if not _is_whole(sentence, mean) or _by_the(sentence, mean):
        return None
    words = sentence.words
    turn = next((at for at in range(mean.last, len(words)) if words[at] in _TURNS), len(words))
    others = [one for one in figures if one is not mean and one.first < turn]
    if len(others) != 1 or any(one.kind == "duration" for one in figures):
        return None
    owners = others[0]
    if owners.kind not in ("count", "number") or owners.noun in _GAMES or owners.is_range:
        return None
    if owners.unit is not None or (owners.noun is None and not _is_group(sentence, owners, mean)):
        return None
    if owners.first < mean.first:
        return owners if _owns(sentence, owners, mean) else None
    gap = words[closes(sentence, mean) : opens(sentence, owners)]
    led = [word for word in gap if word not in _DEFINITE]
    plain = _OTHERS.isdisjoint(gap) and 0 < len(gap) <= _AFTER
    return owners if plain and led[-1:] and led[-1] in _AMONG else None


def _owns(sentence: Sentence, owners: Quantity, mean: Quantity) -> bool:
    """Say whether the owners are the subject, or led in by "among the 25 pupils tested,"."""
    words, start = sentence.words, opens(sentence, owners)
    gap = words[closes(sentence, owners) : opens(sentence, mean)]
    if len(gap) > _BETWEEN or not _OTHERS.isdisjoint(gap):
        return False
    start -= start > 0 and words[start - 1] in _DEFINITE
    if words[max(0, start - 1) : start] and words[start - 1] in _AMONG:
        return _is_number(sentence, mean) or "," not in gap  # "among the 25 pupils tested, …"
    fronted = start == 0 or words[:start] in (["on", "average"], ["on", "average", ","])
    having = lexicon.words(_TABLE, "having")
    return fronted and "," not in gap and not having.isdisjoint(gap)


def _is_group(sentence: Sentence, owners: Quantity, mean: Quantity) -> bool:
    """Say whether a bare number is that of a group: "In a group of 16, the mean number …"."""
    lead = sentence.words[max(0, owners.first - 1) : owners.first]
    return lead == ["of"] and _is_number(sentence, mean)


def _by_the(sentence: Sentence, mean: Quantity) -> bool:
    """Say whether a mean is of more than its owners: "2.37 goals a game", "1.2 cars per house"."""
    words, at = sentence.words, closes(sentence, mean)
    if mean.parts.get("per"):
        return True
    at += words[at : at + 1] in (["in"], ["for"], ["from"])
    follows = words[at + 1 : at + 2]
    each = words[at : at + 1] == ["each"] and bool(follows) and follows[0].isalpha()
    return each or words[at : at + 1] in (["a"], ["an"], ["per"], ["every"])


def _is_number(sentence: Sentence, mean: Quantity) -> bool:
    """Say whether "number of books read was" leads to a mean."""
    at = opens(sentence, mean)
    lead = sentence.words[max(0, at - _LEAD) : at]
    named = next((p for p in range(len(lead) - 1) if lead[p : p + 2] == ["number", "of"]), None)
    if named is None or mean.noun is not None:
        return False
    wholes = lexicon.words(_TABLE, "wholes")
    return any(lexicon.singular(word) in wholes for word in lead[named + 2 : named + 4])


def _is_whole(sentence: Sentence, mean: Quantity) -> bool:
    """Say whether what a mean is of comes whole: children, goals."""
    if mean.noun in lexicon.words(_TABLE, "wholes"):
        return True
    return _is_number(sentence, mean)


def _scale_count(sentence: Sentence, figures: list[Quantity], mean: Quantity) -> Quantity | None:
    """Return the n beside a mean on a scale that is said to be of whole numbers."""
    words = sentence.words
    if "whole" not in words and "integer" not in words and "likert" not in words:
        return None
    if words[mean.last : mean.last + 3] not in (["(", "n", "="], [",", "n", "="]):
        return None
    at = mean.last + 3
    return next((one for one in figures if one.first == at), None)


def _asked(sentence: Sentence, figures: list[Quantity], mean: Quantity) -> Quantity | None:
    """Return those who were asked "how many cars they had", in the sentence of the mean."""
    words = sentence.words
    at = next((p for p in range(mean.first) if words[p : p + 2] == ["how", "many"]), None)
    if at is None or len(figures) != 2 or figures[1] is not mean or mean.noun is not None:
        return None
    whole = lexicon.singular(words[at + 2]) in lexicon.words(_TABLE, "wholes")
    owners = figures[0]
    counted = owners.kind == "count" and owners.unit is None and not owners.is_range
    return owners if whole and counted and owners.hedge is None and owners.last < at else None


def _markers(sentence: Sentence, before: Sentence | None, mean: Quantity) -> Quantity | None:
    """Return the one count of those who gave a whole number each, in these two sentences."""
    near = [sentence]
    if before is not None and (before.index, before.paragraph) == (
        sentence.index - 1,
        sentence.paragraph,
    ):
        near.append(before)
    whole = lexicon.phrases(_TABLE, "whole_marks")
    told = [one for one in near if whole.find(one.words) is not None]
    if not told or any(_of_many(one, sentence) for one in near):
        return None
    if told[0] is before and _won(sentence):  # "The pie, at £2.65, came top with a mean of 4.37"
        own = [one for one in _markers_in(before, mean) if _is_marker(one.noun)]
        if len(own) == 1 and not any(is_person(one.noun) for one in _markers_in(sentence, mean)):
            return own[0]
    if told[0] is sentence and _markers_in(sentence, mean):
        near = [sentence]
    found = [count for one in near for count in _markers_in(one, mean)]
    if len({one.value for one in found}) == 1:  # "Twenty parents scored it and the 20 gave it"
        found = sorted(found, key=lambda one: one.noun is None)[:1]
    if len(found) > 1:  # "…; the eight experts among them gave it a mean of 4.68"
        found = _in_clause(sentence, mean, found)
    return found[0] if len(found) == 1 and found[0].noun is not None else None


def _is_marker(noun: str | None) -> bool:
    """Say whether a noun is one of those who give marks: judges, tasters, readers."""
    return noun is not None and (is_person(noun) or noun.endswith(("er", "or", "ist")))


def _won(sentence: Sentence) -> bool:
    """Say whether a mean is that of one thing, of several that were marked."""
    return lexicon.phrases(_TABLE, "of_winner").find(sentence.words) is not None


def _of_many(sentence: Sentence, mean: Sentence) -> bool:
    """Say whether more marks than one from each may be in a mean: "of every cake", "twice"."""
    hits = lexicon.phrases(_TABLE, "many_marks").all(sentence.words)
    if not _won(mean):
        return bool(hits)
    ranks = lexicon.words(_TABLE, "each_item")
    return any(sentence.words[hit.first] not in ranks for hit in hits)


def _in_clause(sentence: Sentence, mean: Quantity, found: list[Quantity]) -> list[Quantity]:
    """Return those whose marks a mean is told of in its clause, where no other mean stands."""
    first, last = clause(sentence, mean.first)
    own = [one for one in found if one.sentence == sentence.index and first <= one.first < last]
    told = [one for one in own if one.figure and one.figure.decimals == 0]
    return told if len(own) == 1 and told[0].first < mean.first else []


def _markers_in(sentence: Sentence, mean: Quantity) -> list[Quantity]:
    """Return the counts of a sentence that are no marks: "Twenty patients", but no "out of 7"."""
    return [
        one
        for one in amounts(sentence)
        if one is not mean
        and not one.is_range
        and one.kind in ("count", "number", "money", "percent")
        and not _is_mark(sentence, one)
    ]


def _is_mark(sentence: Sentence, one: Quantity) -> bool:
    """Say whether a figure is an end of the scale: "out of 7", "a five-point scale", "to 10"."""
    words, at = sentence.words, opens(sentence, one)
    if words[at - 1 : at] in (["to"], ["between"], ["scale"]) or words[at - 2 : at] == [
        "out",
        "of",
    ]:
        return True
    if words[at - 1 : at] in (["and"], ["from"]) and {"between", "from"} & set(words[at - 3 : at]):
        return True
    return words[one.last : one.last + 1] == ["-"]


def _relation(sentence: Sentence, mean: Quantity, count: Quantity) -> Relation:
    """Tie a mean to the nearest that so many whole numbers can give."""
    assert mean.figure is not None and count.figure is not None
    number = Fraction(count.figure.value)
    total = round(Fraction(mean.figure.value) * number)
    near = quotient(Fraction(total), number)
    decimals = mean.figure.decimals
    shown = round(Fraction(near), decimals)
    grain = Fraction(1, 10**decimals)
    bounds = Interval.point(near)
    nearest = replace(
        mean, text="", hedge=None, kind="number", noun=None, counts=None,
        figure=Figure("", quotient(shown.numerator, shown.denominator), grain, grain, decimals,
                      bounds=bounds),
    )  # fmt: skip
    return Relation(
        "whole_mean",
        {"mean": mean, "count": count, "nearest": nearest},
        mean.span.hull(count.span),
        strict=True,
        derived=frozenset({"nearest"}),
        quoted=is_quoted(sentence, mean),
    )
