"""The words that widen or bound a figure."""

from __future__ import annotations

from typing import cast

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Direction, Hedge


def before(sentence: Sentence, first: int, last: int, lasting: bool = False) -> Hedge | None:
    """Return the hedge that ends right before the figure from token `first` up to `last`.

    `lasting` says that the figure is a duration, before which "over" may mean "in the course of".
    """
    found = lexicon.phrases("hedges", "before").ending(sentence.words, first)
    if found is None:
        return None
    name, begin = found
    if _is_other(sentence, begin, first, last, lasting):
        return None
    # "a total of more than 40", "at least about 40": the outer word is the stronger claim
    if begin and name == "about":
        outer = lexicon.phrases("hedges", "before").ending(sentence.words, begin)
        if outer is not None and outer[0] != "about":
            name, begin = outer
    if begin and sentence.words[begin - 1] == "not" and name == "more than":
        return None
    direction = "more than" if name == "just over" else name
    return Hedge(
        cast(Direction, direction),
        sentence.cut(begin, first),
        sentence.span_of(begin, first),
        slight=name == "just over",
    )


def _is_other(sentence: Sentence, begin: int, first: int, last: int, lasting: bool) -> bool:
    """Say whether the words before a figure do something else: "over five years", "adds up to"."""
    words = sentence.words
    opening = words[begin - 1] if begin else ""
    if words[begin:first] == ["under"] and _is_heading(words[last : last + 2]):
        return True
    if words[begin:first] == ["up", "to"]:
        return opening in lexicon.words("hedges", "up_to_after")
    if not lasting or words[begin:first] != ["over"]:
        return False
    if last < len(words) and words[last] in ("ago", "old", "later", "earlier"):
        return False
    return opening not in lexicon.words("hedges", "over_after")


def _is_heading(words: list[str]) -> bool:
    """Say whether things stand under what is counted: "fall under two headings"."""
    return not lexicon.words("hedges", "headings").isdisjoint(words)


def after(sentence: Sentence, last: int) -> tuple[Hedge, int] | None:
    """Return the hedge that begins at token `last` ("or so", "-plus") and its end."""
    words = sentence.words
    found = lexicon.phrases("hedges", "after").at(words, last)
    if found is None:
        return None
    name, end = found
    word = words[last]
    if word in ("plus", "odd", "maximum", "minimum", "tops") and end < len(words):
        follows = words[end]
        if word[-4:] == "imum" and sentence.raw[last].isupper():
            return None  # "MAXIMUM TEMPERATURE 61 MINIMUM TEMPERATURE 37"
        if follows[:1].isdigit() or (word == "plus" and follows in ("a", "an", "the")):
            return None  # "a high of 62 MINIMUM 22"
    if word in ("+", "-") and not sentence.joined(last):
        return None
    hedge = Hedge(cast(Direction, name), sentence.cut(last, end), sentence.span_of(last, end))
    return hedge, end


def after_noun(sentence: Sentence, last: int) -> Hedge | None:
    """Return the hedge behind what is counted: "50 people *or more*"."""
    if last >= len(sentence.words) or sentence.words[last] not in ("or", "at"):
        return None
    found = after(sentence, last)
    return found[0] if found else None
