"""A figure said twice of one thing: in headline and story."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.interval import Rational
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.setting import Setting
from numcheck.relate.wording import closes, is_quoted, opens

_LEAD = 3  # sentences of the story in which its headline must come true


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield each count of a headline with the first count of the same thing in the story."""
    headline = [s for s in passage.figured if s.block.place == "headline"]
    if not headline or len(headline) > 2:
        return
    body = [s for s in passage.figured if s.block.place != "headline"]
    body = [s for s in body if s.index - headline[-1].index <= _LEAD + 1]
    if not body:
        return
    for sentence in headline:
        for quantity in sentence.quantities:
            if _comparable(quantity):
                yield from _again(sentence, quantity, body, passage)


def _comparable(quantity: Quantity) -> bool:
    return (
        quantity.kind in ("count", "number")
        and quantity.figure is not None
        and not quantity.is_range
        and quantity.figure.value >= 2
    )


def _again(
    headline: Sentence, first: Quantity, body: list[Sentence], passage: Passage
) -> Iterator[Relation]:
    """Find the story's own figure of what the headline counts; silent where several differ."""
    subject = _subject(headline, first)
    if subject is None:
        return
    found: list[tuple[Sentence, Quantity]] = []
    for sentence in body[:_LEAD]:
        for quantity in sentence.quantities:
            if _comparable(quantity) and _same_subject(sentence, quantity, subject, first):
                found.append((sentence, quantity))
    if not found or _stands_elsewhere(first, passage):
        return
    sentence, again = found[0]
    if len(found) > 1 and len({q.figure.value for _, q in found if q.figure}) > 1:
        return
    if _other_scope(sentence, again) or _in_parts(sentence, again):
        return
    yield Relation(
        "repeat",
        {"first": first, "again": again},
        again.span,
        quoted=is_quoted(sentence, again),
    )


def _stands_elsewhere(first: Quantity, passage: Passage) -> bool:
    """Say whether the headline's own value comes back anywhere in the story."""
    value = first.figure.value if first.figure else None
    story = [s for s in passage.sentences if s.block.place != "headline"]
    ordinals = lexicon.mapping("ordinals", "values")
    rank = next((word for word, number in ordinals.items() if number == value), None)
    return any(
        (rank is not None and rank in sentence.words)  # "A fifth was held later"
        or any(_says(quantity, value) for quantity in sentence.quantities)
        for sentence in story[:60]
    )


def _says(quantity: Quantity, value: Rational | None) -> bool:
    if quantity.figure is None or value is None:
        return False
    return quantity.figure.value == value or (
        quantity.upper is not None and _inside(quantity, value)
    )


def _inside(quantity: Quantity, value: Rational | None) -> bool:
    assert quantity.figure is not None and quantity.upper is not None and value is not None
    return quantity.figure.value <= value <= quantity.upper.value


def _in_parts(sentence: Sentence, again: Quantity) -> bool:
    """Say whether the story gives the count in parts: "nine people in Ohio and five in Indiana"."""
    return any(
        q is not again and _comparable(q) and (q.noun is None or q.noun == again.noun)
        for q in sentence.quantities
    )


# --------------------------------------------------------------------------------- identity


def _subject(sentence: Sentence, quantity: Quantity) -> str | None:
    """Name what a figure counts: an outcome that befell people, or a noun."""
    outcome = _outcome(sentence, quantity)
    people = lexicon.words("cues/repeats", "people")
    if outcome and (quantity.noun is None or quantity.noun in people or outcome == quantity.noun):
        return outcome
    if quantity.noun is None or quantity.noun in people:
        return None
    return f"noun {quantity.noun}"


def _same_subject(sentence: Sentence, quantity: Quantity, subject: str, first: Quantity) -> bool:
    if subject.startswith("noun "):
        if quantity.noun != subject[5:]:
            return False
        ours, theirs = set(first.modifiers), set(quantity.modifiers)
        return not (theirs - ours) or not (ours ^ theirs)
    if quantity.noun is not None and quantity.noun not in lexicon.words("cues/repeats", "people"):
        return False
    return _outcome(sentence, quantity) == subject


def _outcome(sentence: Sentence, quantity: Quantity) -> str | None:
    """Return what befell those counted: the nearest outcome after them, or right before."""
    table = lexicon.phrases("cues/repeats", "outcomes")
    words = sentence.words
    if quantity.noun:
        hit = table.at([quantity.noun], 0)
        if hit is not None:
            return hit[0]
    after = closes(sentence, quantity)
    for at in range(quantity.last, min(after + 4, len(words))):
        if words[at] in (",", ";", ".", "(", "and", "after", "when"):
            break
        if hit := table.at(words, at):
            return hit[0]
    hit = table.ending(words, opens(sentence, quantity))
    if hit is not None:
        return hit[0]
    return None


def _other_scope(sentence: Sentence, quantity: Quantity) -> bool:
    """Say whether words beside a figure make it part of another count, or a revised one."""
    table = lexicon.phrases("cues/repeats", "other_scope")
    at = opens(sentence, quantity)
    if table.find(sentence.words, max(0, at - 3), at) is not None:
        return True
    last = closes(sentence, quantity)
    if table.find(sentence.words, quantity.last, min(len(sentence.words), last + 2)) is not None:
        return True
    return quantity.hedge is not None and quantity.hedge.direction in ("at least", "more than")
