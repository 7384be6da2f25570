"""So many, each so much a week, for so many weeks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.rates.terms.counts import count_for
from numcheck.relate.rates.terms.eaches import Each
from numcheck.relate.rates.terms.spans import exact, one_unit, total_near
from numcheck.relate.rates.ties import barred, is_total
from numcheck.relate.wording import closes, is_quoted, opens

_TABLE = "cues/rates"
_LONGEST = 7


def threefold(
    sentence: Sentence, figures: list[Quantity], own: Quantity, each: Each
) -> Iterator[Relation]:
    """Yield "ten volunteers each gave six hours a week for four weeks, 240 hours in all"."""
    if len(figures) != 4 or own is figures[3] or each.unit is None:
        return
    total = figures[3]
    others = [one for one in figures[:3] if one is not own]
    for owners, spent in (others, others[::-1]):
        count = count_for(each, spent, exactly=True)
        if count is None or not _many(sentence, owners, each) or owners.unit is not None:
            continue
        if not _comes_to(sentence, figures, each, count, total):
            continue
        yield _relation(sentence, each, owners, count, total)
        return


def _many(sentence: Sentence, owners: Quantity, each: Each) -> bool:
    """Say whether those counted have so much each: "ten volunteers each", "eight staff at £12"."""
    figure = owners.figure
    if owners.kind not in ("count", "number") or figure is None or owners.is_range:
        return False
    if figure.vague or figure.value < 2 or figure.value % 1 or owners.hedge is not None:
        return False
    words = sentence.words
    if "each" in words or "every" in words or "apiece" in words:
        return True
    return each.quantity.kind == "money" and words[opens(sentence, each.quantity) - 1] == "at"


def _comes_to(
    sentence: Sentence, figures: list[Quantity], each: Each, count: Quantity, total: Quantity
) -> bool:
    rate = each.quantity
    if rate.figure is None or total.figure is None or total.is_range or total.figure.vague:
        return False
    if (rate.unit is None) != (total.unit is None):
        return False
    if rate.unit and total.unit and rate.unit.dimension != total.unit.dimension:
        return False
    if rate.unit is None and total.noun not in (None, rate.noun):
        return False
    if not is_total(sentence, each, count, total) or barred(sentence, each, count, total):
        return False
    for left, right in pairwise(figures):
        gap = sentence.words[closes(sentence, left) : opens(sentence, right)]
        if len(gap) > _LONGEST or not {".", ";", "(", "and", "or"}.isdisjoint(gap[:-1]):
            return False
    return lexicon.words(_TABLE, "scopes").isdisjoint(sentence.vocabulary)


def _relation(
    sentence: Sentence, each: Each, owners: Quantity, count: Quantity, total: Quantity
) -> Relation:
    total, rate = one_unit(total, each.quantity)
    return Relation(
        "threefold",
        {
            "total": replace(total_near(total), other_readings=()),
            "count": owners,
            "times": count,
            "each": replace(exact(rate), other_readings=()),
        },
        total.span.hull(owners.span).hull(rate.span),
        quoted=is_quoted(sentence, total, rate),
    )
