"""Main clauses between a year and the length told of it."""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence

_TABLE = "cues/agos"
_LONG = 16  # words of a main clause
_ENDS = frozenset({",", "–", "—", "-", "("})


def leads_to(sentence: Sentence, year: int, gap: Sequence[str]) -> bool:
    """Say whether a clause told of a year ends right before a length.

    "In 2019 the line reopened, 40 years after …", "It was 2019 before it reopened, 40 years …".
    """
    before = sentence.words[max(0, year - 2) : year]
    fronted = before in (["it", "was"], ["it", "is"]) or (
        before[-1:] in (["in"], ["by"]) and year <= 2
    )
    if not gap or gap[-1] not in _ENDS or len(gap) > _LONG:
        return False
    body = [word for word in gap[:-1] if word != ","]
    if before[-2:-1] == ["it"]:
        body = body[1:]  # "it was 2019 *before* the line reopened"
    halts = lexicon.words(_TABLE, "halts")
    if not fronted and (len(body) > 6 or before[-1:] not in (["in"], ["by"], ["on"])):
        return False
    return not any(word in halts for word in body)


def runs_on(sentence: Sentence, gap: Sequence[str]) -> bool:
    """Say whether a main clause runs from a length's first year to its second.

    "Ten years after the flood of 1992, the wall was raised in 2002"; not "…, he sold the house
    built in 1968", where the year is the house's.
    """
    if "," not in gap[:4] or len(gap) > _LONG or gap[-1] not in ("in", "by", "on"):
        return False
    body = list(gap[gap.index(",") + 1 : -1])
    if not body or "," in body or any(word in lexicon.words(_TABLE, "halts") for word in body):
        return False
    begun = lexicon.words("cues/spans", "begun")
    made = body[-1] in begun and body[-2:-1] not in (["was"], ["were"], ["is"], ["been"])
    subjects = sum(word in lexicon.words(_TABLE, "subjects") for word in body)
    return not (made and subjects > 1)


def unbroken(words: list[str]) -> list[str]:
    """Return the words of a sentence that may break a stretch of time.

    "Without a break" breaks nothing, nor does what came in it: "ten days in which every seat …".
    """
    if "which" in words:
        at = words.index("which")
        words = words[: at if words[at - 1] in ("in", "during") else len(words)]
    kept, last = [], 0
    for found in lexicon.phrases("cues/spans", "unbroken").all(words):
        kept += words[last : found.first]
        last = found.last
    return kept + words[last:] if last else words
