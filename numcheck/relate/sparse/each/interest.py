"""A year's interest, tax or fee beside rate and sum."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from numcheck.lexicon import words as lexicon
from numcheck.model.interval import Interval
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.sparse.window import TABLE, Window, fits, is_plain, wide
from numcheck.relate.wording import closes, is_quoted

_HUNDREDTH = Fraction(1, 100)


def find(window: Window) -> Iterator[Relation]:
    """Yield "£5,000 in the bond, which pays 4%, will get £250 in interest after 12 months"."""
    figures = [one for one in window.own if not _is_a_year(one)]
    percents = [one for one in figures if one.kind == "percent"]
    money = [one for one in figures if one.kind == "money"]
    if len(percents) != 1 or len(money) != 2 or len(figures) != 3:
        return
    if not all(is_plain(one) and one.hedge is None for one in figures):
        return
    portions = [one for one in money if _named(window, one)]
    if len(portions) != 1 or _other_terms(window):
        return
    portion, percent = portions[0], percents[0]
    whole = next(one for one in money if one is not portion)
    if "interest" not in window.vocabulary and "on" not in window.lead(whole, 5):
        return  # "a worker on £30,000" has an allowance
    if portion.unit != whole.unit or fits(portion, _results(whole, percent)):
        return
    yield Relation(
        "share",
        {"part": portion, "whole": whole, "percent": _meant(percent)},
        portion.span.hull(whole.span).hull(percent.span),
        strict=True,
        quoted=is_quoted(window.sentence, portion, whole, percent),
    )


def _is_a_year(one: Quantity) -> bool:
    """Say whether a length of time is one year: "after 12 months"."""
    if one.kind != "duration" or one.unit is None:
        return False
    return (one.unit.name, one.value) in (("year", 1), ("month", 12))


def _named(window: Window, one: Quantity) -> bool:
    """Say whether a sum is called what the percentage takes: "£15 in tax", "interest of £250"."""
    kinds, after = lexicon.words(TABLE, "takings"), closes(window.sentence, one)
    behind = window.words[after : after + 2]
    if behind[:1] == ["in"] and behind[-1] in kinds:
        return True
    lead = window.lead(one, 2)
    return lead[-1:] == ["of"] and lead[0] in kinds


def _other_terms(window: Window) -> bool:
    """Say whether the sum is of another time, or of another base than the one that is printed."""
    words = window.words
    allowed = {
        at
        for hit in lexicon.phrases(TABLE, "one_year").all(words)
        for at in range(hit.first, hit.last)
    }
    terms = lexicon.words("cues/shares", "terms")
    terms -= lexicon.words(TABLE, "takings")
    if any(word in terms and at not in allowed for at, word in enumerate(words)):
        return True
    return window.says("other_portion")


def _results(whole: Quantity, percent: Quantity) -> list[Interval]:
    """Return what may be meant: the portion, the rest, all of it, or what is inside the sum."""
    share, one = percent.reading().scale(_HUNDREDTH), Interval.point(1)
    base = wide(whole)
    within = base * share / (one + share)
    return [base * share, base * (one - share), base * (one + share), within]


def _meant(percent: Quantity) -> Quantity:
    figure = percent.figure
    assert figure is not None
    return replace(percent, figure=replace(figure, bounds=Interval.point(figure.value)))
