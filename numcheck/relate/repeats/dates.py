"""The year of a thing, in headline and story."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon.words import words
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.repeats.subjects import shared, stem
from numcheck.relate.wording import is_quoted

_SHARED = 2  # words of the headline that must come back beside the year


def years(headline: Sentence, sentence: Sentence, passage: Passage) -> Iterator[Relation]:
    """Yield "Line to open in 2026" over "The line will open in 2027"."""
    told = [_alone(where) for where in (headline, sentence)]
    first, again = told
    if first is None or again is None or first.value == again.value:
        return
    verbs = [_done(headline, first), _done(sentence, again)]
    if not verbs[0] or verbs[0] != verbs[1] or shared(headline, sentence, again) < _SHARED:
        return
    if not words("cues/repeats", "redated").isdisjoint(sentence.vocabulary):
        return
    if any(
        one.kind == "year" and one.value == first.value
        for where in passage.figured
        if where is not headline
        for one in where.quantities
    ):
        return
    yield Relation(
        "recount",
        {"first": replace(first, kind="number"), "again": replace(again, kind="number")},
        again.span,
        quoted=is_quoted(sentence, again),
    )


def _alone(sentence: Sentence) -> Quantity | None:
    """Return the one year of a sentence, where it has no other date."""
    days = [one for one in sentence.quantities if one.kind in ("year", "date")]
    return days[0] if len(days) == 1 and days[0].kind == "year" else None


def _done(sentence: Sentence, year: Quantity) -> str:
    """Return the verb right before "in 2026" or "by 2026", in one form for all of it."""
    led = sentence.words[max(0, year.first - 2) : year.first]
    return stem(led[0]) if led[1:] in (["in"], ["by"]) and led[0].isalpha() else ""
