"""Two ages of one person, and the years between."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.lives.ages import age_at
from numcheck.relate.lives.kindred import speaks_of_others
from numcheck.relate.spans.moments import lengths
from numcheck.relate.sparse.window import Window
from numcheck.relate.wording import is_quoted, opens

_TABLE = "cues/sparse_times"
_PRONOUNS = frozenset({"he", "she", "i", "they", "we"})
_CUES = frozenset({"later", "on", "afterwards"})
_OPENING = 9  # words within which the second sentence names whom it goes on about
_SLACK = 1  # birthdays


def find(window: Window) -> Iterator[Relation]:
    """Yield "was 17 when last seen. He would now, seven years later, be 34"."""
    words = window.words
    if _CUES.isdisjoint(words) or _PRONOUNS.isdisjoint(words):
        return
    told = [one for one in lengths(window.sentence) if _is_later(window, one)]
    if len(told) != 1 or sum(one.kind == "duration" for one in window.own) != 1:
        return
    ages = _ages(window.sentence)
    if len(ages) == 2 and _of_one(window, window.sentence, ages[0], ages[1]):
        yield from _tied(window, ages[0], ages[1], told[0])
    elif len(ages) == 1 and window.near is not None and _goes_on(words):
        young = _ages(window.near)
        spans = any(one.kind == "duration" for one in window.near.quantities)
        if len(young) == 1 and not spans and _of_one(window, window.near, young[0], ages[0]):
            yield from _tied(window, young[0], ages[0], told[0])


def _ages(sentence: Sentence) -> list[Quantity]:
    """Return the ages of a sentence, "would now be 34" among them."""
    return [one for one in sentence.quantities if age_at(sentence, one) or _would_be(sentence, one)]


def _would_be(sentence: Sentence, quantity: Quantity) -> bool:
    plain = quantity.kind == "number" and quantity.noun is None and quantity.figure is not None
    lead = sentence.words[max(0, quantity.first - 9) : quantity.first]
    ends = sentence.words[quantity.last : quantity.last + 1] in ([], [","], ["."], [";"])
    return plain and ends and lead[-1:] == ["be"] and not {"would", "will"}.isdisjoint(lead)


def _is_later(window: Window, length: Quantity) -> bool:
    """Say whether a length is one of years "later", told of whom the sentence speaks."""
    unit = length.unit
    words, at = window.words, length.last
    return (
        unit is not None and unit.name == "year" and length.hedge is None
        and words[at : at + 1] != [] and words[at] in _CUES
        and words[at + 1 : at + 2] != ["than"]
    )  # fmt: skip


def _goes_on(words: list[str]) -> bool:
    """Say whether a sentence goes on about the one person of the sentence before."""
    return not {"he", "she"}.isdisjoint(words[:_OPENING])


def _of_one(window: Window, before: Sentence, young: Quantity, old: Quantity) -> bool:
    """Say whether both ages are of one person, of whom alone the words speak."""
    own = window.sentence
    words = own.words if before is own else [*before.words, *own.words]
    if len(_PRONOUNS.intersection(words)) != 1 or "they" in words or "born" in words:
        return False
    if speaks_of_others(own, 0, old.first, -1):
        return False
    after = own.words[old.last : old.last + 2]
    if (
        after[:1] == [","]
        and own.words[old.first - 1] == "at"
        and after[1:]
        and (after[1] not in _PRONOUNS)
    ):
        return False  # "ten years later, at 31, her brother joined her"
    if before is own:
        middle = own.raw[young.last : old.first]
        return not any(word[:1].isupper() and word != "I" for word in middle)
    return not speaks_of_others(before, young.first, young.last, -1)


def _tied(window: Window, young: Quantity, old: Quantity, by: Quantity) -> Iterator[Relation]:
    """Tie two ages with the years between where no birthday makes them fit."""
    if young.figure is None or old.figure is None or by.figure is None:
        return
    at = opens(window.sentence, by)
    if young.sentence == by.sentence and at < young.last:
        return  # "Ten years later, at 42, she sold what she had founded at 29"
    gap = Fraction(old.figure.value) - young.figure.value
    if gap <= 0 or abs(gap - by.figure.value) <= _SLACK or window.says("parted", _TABLE):
        return
    ages = [replace(one, kind="number", unit=by.unit, units=by.units) for one in (young, old)]
    yield Relation(
        "difference",
        {"one": ages[0], "other": ages[1], "by": replace(by, kind="number")},
        old.span,
        quoted=is_quoted(window.sentence, by),
    )
