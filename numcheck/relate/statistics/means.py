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
from numcheck.relate.wording import amounts, clause, closes, is_quoted, opens

_TABLE = "cues/statistics"


def means(sentence: Sentence, before: Sentence | None = None) -> Iterator[Relation]:
    """Yield every mean of whole numbers with the number that it is a mean of."""
    figures = amounts(sentence)
    for at, mean in enumerate(figures):
        figure = mean.figure
        if figure is None or figure.decimals < 2 or mean.unit is not None or mean.hedge:
            continue
        if mean.kind not in ("count", "number") or mean.is_range or not _is_mean(sentence, mean):
            continue
        count = _scale_count(sentence, figures, mean) or _owners(sentence, figures, at)
        count = (
            count
            or _asked(sentence, figures, mean)
            or _markers(sentence, before, mean)
            or _numbered(sentence, figures, mean)
        )
        if count is not None and count.figure is not None and _small(count, figure.decimals):
            yield _relation(sentence, mean, count)


def _is_mean(sentence: Sentence, mean: Quantity) -> bool:
    before = sentence.words[max(0, opens(sentence, mean) - 5) : opens(sentence, mean)]
    if any(word in lexicon.words(_TABLE, "means") for word in before):
        return True
    return sentence.words[closes(sentence, mean) :][:2] == ["on", "average"]


def _small(count: Quantity, decimals: int) -> bool:
    """Say whether so few were counted that not every mean of so many decimals can come out."""
    assert count.figure is not None
    value = count.figure.value
    return count.hedge is None and value % 1 == 0 and 2 <= value < 10**decimals


def _owners(sentence: Sentence, figures: list[Quantity], at: int) -> Quantity | None:
    """Return who had the mean of so many things: "The 12 families had an average of 2.33 children".

    The things must be such as come whole, and the owners the subject of the clause.
    """
    mean = figures[at]
    if mean.noun not in lexicon.words(_TABLE, "wholes") or at != 1 or len(figures) > 2:
        return None
    owners = figures[0]
    if owners.kind != "count" or owners.unit is not None or owners.is_range:
        return None
    start = opens(sentence, owners)
    if start > 1 or (start == 1 and sentence.words[0] not in ("the", "all", "its", "our", "these")):
        return None
    gap = sentence.words[closes(sentence, owners) : opens(sentence, mean)]
    having = lexicon.words(_TABLE, "having")
    return owners if len(gap) <= 6 and all(word in having for word in gap) else None


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


def _numbered(sentence: Sentence, figures: list[Quantity], mean: Quantity) -> Quantity | None:
    """Return the one count beside "the mean number of children was 2.37"."""
    words, at = sentence.words, opens(sentence, mean)
    lead = words[max(0, at - 4) : at]
    if len(figures) != 2 or lead[:2] != ["number", "of"] or lead[3:] not in (["was"], ["is"]):
        return None
    other = figures[0] if figures[1] is mean else figures[1]
    counted = other.kind in ("count", "number") and other.unit is None and not other.is_range
    whole = lexicon.singular(lead[2]) in lexicon.words(_TABLE, "wholes")
    sampled = other.noun is not None or words[other.first - 1 : other.first] == ["of"]
    return other if counted and whole and sampled and other.hedge is None else None


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
    if not told or any(lexicon.phrases(_TABLE, "many_marks").find(one.words) for one in near):
        return None
    if told[0] is sentence and _markers_in(sentence, mean):
        near = [sentence]
    found = [count for one in near for count in _markers_in(one, mean)]
    if len(found) > 1:  # "…; the eight experts among them gave it a mean of 4.68"
        found = _in_clause(sentence, mean, found)
    return found[0] if len(found) == 1 and found[0].noun is not None else None


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
