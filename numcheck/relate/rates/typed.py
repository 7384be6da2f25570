"""Rates whose units and nouns alone tie them to their figures."""

from __future__ import annotations

from itertools import pairwise

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.relate.rates.terms.eaches import Each
from numcheck.relate.rates.ties import barred, of_its_kind, spelled
from numcheck.relate.sums.terms.kin import is_person
from numcheck.relate.wording import closes, opens

_TABLE = "cues/rates"
_UNTYPED = frozenset({"mean", "price", "holds"})
_ENDS = frozenset({".", ";", "!", "?", "(", ")", ":", "/"})
_CLOSERS = frozenset({".", ",", ";", ")", "–", "—", "!", "?"})
_LONGEST = 12
_QUIET = frozenset({"age", "ratio"})


def tied_by_kind(
    sentence: Sentence, figures: list[Quantity], each: Each, count: Quantity, total: Quantity
) -> bool:
    """Say whether goals, matches and goals a match must be of one sum: no other figure of theirs.

    "The van covered 150km in two hours at 75km/h", "with 24,000 people on 400 square miles".
    """
    if each.per == "each" and not _said_last(sentence, each, count, total):
        return False
    if each.per in _UNTYPED or barred(sentence, each, count, total) or spelled(count):
        return False
    if not _named(sentence, each, total) or not _only_ones(figures, each, count, total):
        return False
    order = sorted((each.quantity, count, total), key=lambda one: one.first)
    for left, right in pairwise(order):
        begin = each.last if left is each.quantity else closes(sentence, left)
        rated = each.quantity in (left, right)
        if not _runs_on(sentence.words[begin : opens(sentence, right)], rated):
            return False
    if of_its_kind(sentence, each):
        return False
    scopes = lexicon.words(_TABLE, "scopes")
    own = sentence.words[max(0, opens(sentence, each.quantity) - 4) : each.last + 4]
    return scopes.isdisjoint(own)


def _said_last(sentence: Sentence, each: Each, count: Quantity, total: Quantity) -> bool:
    """Say whether "45 patients each" ends what is said of 180 patients and six doctors."""
    rate, words = each.quantity, sentence.words
    if rate.unit is None and (rate.noun is None or rate.noun != total.noun):
        return False
    before = max(closes(sentence, count), closes(sentence, total))
    gap = words[before : opens(sentence, rate)]
    near = bool(gap) and gap[-1] in (",", "–", "—") and len(gap) < 5
    return near and (words[each.last : each.last + 1] or ["."])[0] in _CLOSERS


def _named(sentence: Sentence, each: Each, total: Quantity) -> bool:
    """Say whether the total says what it counts, as the rate does."""
    if total.unit is not None:
        return True
    if total.noun is None:
        at = opens(sentence, total)
        of = sentence.words[max(0, at - 2) : at]
        return of[1:] == ["of"] and of[0] in lexicon.words(_TABLE, "stocks")
    rated = each.quantity.noun
    return rated in (None, total.noun) or (is_person(rated) and is_person(total.noun))


def _only_ones(figures: list[Quantity], each: Each, count: Quantity, total: Quantity) -> bool:
    """Say whether no further figure of the sentence could stand for one of the three."""
    ours = {each.quantity.first, count.first, total.first}
    for one in figures:
        if one.first in ours or one.kind in _QUIET or each.quantity.first < one.first < each.last:
            continue
        for own in (each.quantity, count, total):
            if one.unit is None and own.unit is None:
                return False
            if one.unit and own.unit and one.unit.dimension == own.unit.dimension:
                return False
    return True


def _runs_on(gap: list[str], rated: bool) -> bool:
    """Say whether the words between two figures stay with one subject."""
    if len(gap) > _LONGEST or not _ENDS.isdisjoint(gap):
        return False
    if rated and not lexicon.words(_TABLE, "scopes").isdisjoint(gap):
        return False
    if "and" not in gap or not rated:
        return True
    tail = gap[gap.index("and") + 1 :]
    return all(word in lexicon.words(_TABLE, "lead") for word in tail)
