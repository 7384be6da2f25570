"""The result of a match, in headline and story."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from numcheck.lexicon.words import phrases, words
from numcheck.model.passage import Passage, Sentence
from numcheck.model.relation import Relation
from numcheck.relate.scores.sides import TABLE, Score, number, scores_in
from numcheck.relate.wording import is_quoted

_NEAR = 4  # words beside a score that may make it that of half-time
_LED = 8  # words before a score that may make it one of another day
_LEAD = 2  # sentences of the story in which the match is reported


def results(
    passage: Passage, headline: Sequence[Sentence], body: Sequence[Sentence]
) -> Iterator[Relation]:
    """Yield "Hawks rout Lions 83-61" over "The Hawks beat the Lions 83-67 on Friday"."""
    told = [(one, score) for one in headline for score in scores_in(one)]
    if len(told) != 1:
        return
    above, first = told[0]
    for sentence in body[:_LEAD]:
        scores = scores_in(sentence)
        if not scores:
            continue
        again = scores[0]
        ended = len(scores) == 1 and _is_result(sentence, again)
        if ended and _one_match(above, sentence) and not _stands(first, again, passage):
            yield _relation(sentence, first, again)
        return


def _relation(sentence: Sentence, first: Score, again: Score) -> Relation:
    other = first.high == again.high
    told, worked = (first.low, again.low) if other else (first.high, again.high)
    return Relation(
        "result_again",
        {
            "first": first.quantity,
            "again": again.quantity,
            "told": number(told, first.quantity),
            "goals": number(worked, again.quantity),
        },
        again.quantity.span,
        derived=frozenset({"told", "goals"}),
        quoted=is_quoted(sentence, again.quantity),
    )


def _is_result(sentence: Sentence, score: Score) -> bool:
    """Say whether a score ends a match: no half-time, no lead, no tie of several matches."""
    tokens, quantity = sentence.words, score.quantity
    if not score.verdict:
        return False
    if not words("cues/repeats", "not_final").isdisjoint(tokens):
        return False
    if phrases(TABLE, "another_match").find(tokens) is not None:
        return False
    first, last = max(0, quantity.first - _NEAR), quantity.last + _NEAR
    if phrases(TABLE, "half").find(tokens, first, last) is not None:
        return False
    led = tokens[max(0, quantity.first - _LED) : quantity.first]
    if not words("cues/repeats", "past_match").isdisjoint(led):
        return False  # "a week after losing 74-70"
    near = tokens[max(0, quantity.first - 4) : quantity.last + 2]
    return words("cues/repeats", "passing").isdisjoint(near)


def _one_match(headline: Sentence, sentence: Sentence) -> bool:
    """Say whether a side that the headline names is named in the story's sentence."""
    stop = words("nouns", "stop")
    return any(
        raw[:1].isupper() and len(word) > 2 and word not in stop and word in sentence.words
        for word, raw in zip(headline.words, headline.raw, strict=True)
    )


def _stands(first: Score, again: Score, passage: Passage) -> bool:
    """Say whether both agree, or the headline's score comes back anywhere in the story."""
    ours = {first.one, first.other}
    if ours == {again.one, again.other}:
        return True
    return any(
        {score.one, score.other} == ours
        for sentence in passage.figured[:60]
        if sentence.block.place != "headline"
        for score in scores_in(sentence)
    )
