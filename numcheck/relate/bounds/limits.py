"""A hedged figure as a limit, and what keeps to it."""

from __future__ import annotations

from fractions import Fraction

from numcheck.lexicon import words as lexicon
from numcheck.model.interval import Interval
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.wording import closes, cue, is_quoted, opens

SIDES = frozenset({"more than", "at least", "less than", "at most", "nearly"})
"""The directions of hedges that leave one side out."""


_SOURCES = frozenset("according by on in at going from per being when".split())
_BEHIND = 10  # words after a figure that may say who counted: ", by the council's own count"
_STOPS = frozenset({",", ".", ";", ":", ")", "]", "–", "—", "!", "?"})


def counted_by(words: list[str], at: int) -> int:
    """Return the place after "by the council's own count", "on the final invoice"; else 0."""
    at += words[at : at + 1] == [","]
    if words[at : at + 1] == [] or words[at] not in _SOURCES:
        return 0
    end = next((place for place in range(at, len(words)) if words[place] in _STOPS), len(words))
    behind, known = words[at + 1 : end], lexicon.words("cues/bounds", "counters")
    behind = _without_place(behind, known)
    if len(behind) > _BEHIND or not behind or behind[-1] not in known:
        return 0  # "260 on the list of those without cover"
    others = lexicon.words("cues/bounds", "counters_of_others")
    return end if others.isdisjoint(behind) else 0


def _without_place(behind: list[str], known: frozenset[str]) -> list[str]:
    """Leave out where it was counted: "by the official count at the finish line"."""
    last = next((at for at in range(len(behind) - 1, 0, -1) if behind[at] in known), 0)
    place = behind[last + 1 :]
    spots = lexicon.words("cues/bounds", "count_spots")
    told = place[:1] in (["at"], ["on"], ["of"], ["from"]) and place[-1] in spots
    return behind[: last + 1] if last and told and len(place) <= 4 else behind


def bound(sentence: Sentence, limit: Quantity, where: Sentence, figure: Quantity) -> Relation:
    """Return the tie of a hedged figure with the exact one, in its sentence or the next."""
    return Relation(
        "bound",
        {"limit": _one_sided(limit), "figure": figure},
        cue(where, max(0, figure.first - 1), figure.first),
        strict=True,
        quoted=is_quoted(sentence, limit) and is_quoted(where, figure),
    )


def in_each(sentence: Sentence, limit: Quantity) -> bool:
    """Say whether a bound holds of each of several: "eight rows of up to 14 seats"."""
    words, first = sentence.words, opens(sentence, limit)
    if "each" in words[limit.last : closes(sentence, limit) + 2]:
        return True
    if first < 2 or words[first - 1] != "of" or not lexicon.is_plural(words[first - 2]):
        return False
    return words[first - 2] not in lexicon.words("cues/bounds", "sums_in")


def _one_sided(limit: Quantity) -> Quantity:
    """Leave a bound only the side that its hedge names: "nearly 5,000" may be far below."""
    assert limit.hedge is not None and limit.figure is not None
    value, direction = limit.figure.value, limit.hedge.direction
    slack = Fraction(1, 100) if limit.kind == "ratio" else Fraction(0)
    if direction in ("more than", "at least"):
        bounds = Interval(value - slack, None)
    else:
        bounds = Interval(None, value + slack)
    return replace(
        limit,
        figure=replace(limit.figure, bounds=bounds),
        hedge=None,
        span=limit.whole_span,
        text=_printed(limit),
    )


def _printed(limit: Quantity) -> str:
    """Return a hedged figure as printed, hedge and all."""
    assert limit.hedge is not None
    if limit.hedge.span.start < limit.span.start:
        verb = limit.hedge.text.endswith(("ed", "ing"))  # "topped 1,200"
        said = limit.hedge.direction if verb else limit.hedge.text.lower()
        return f"{said} {limit.text}"
    return f"{limit.text} {limit.hedge.text}"
