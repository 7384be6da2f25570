"""Values that cannot be: colder than absolute zero, 120% of voters, 25:61."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.impossible.chances import correlation, names, probability
from numcheck.relate.impossible.nature import acidity, clock, cold, humid, placed, powered
from numcheck.relate.impossible.portions import fallen, portion
from numcheck.relate.setting import Setting
from numcheck.relate.wording import is_quoted

_NUMBERS = frozenset({"number", "count"})


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every figure whose wording sets it a limit that it may pass."""
    for sentence in passage.figured:
        named = not names().isdisjoint(sentence.vocabulary)
        for quantity in sentence.quantities:
            if not named and quantity.unit is None and quantity.kind in _NUMBERS:
                continue
            found = _limited(sentence, quantity)
            if found is not None:
                kind, roles = found
                yield Relation(
                    kind,
                    roles,
                    roles["figure"].span,
                    strict=True,
                    derived=frozenset(roles) - {"figure"},
                    quoted=is_quoted(sentence, quantity),
                )


def _limited(sentence: Sentence, quantity: Quantity) -> tuple[str, dict[str, Quantity]] | None:
    """Return the kind of limit that a figure has, and the roles of its relation."""
    kind, figure = quantity.kind, quantity.figure
    if kind == "time":
        return clock(sentence, quantity)
    if kind == "identifier":
        return placed(sentence, quantity)
    if figure is None or quantity.upper is not None or figure.vague:
        return None
    if kind == "percent":
        if figure.value <= 100:
            return None
        return (
            humid(sentence, quantity)
            or probability(sentence, quantity)
            or portion(sentence, quantity)
            or fallen(sentence, quantity)
        )
    if kind == "measure":
        return (
            cold(sentence, quantity)
            or acidity(sentence, quantity)
            or placed(sentence, quantity)
            or powered(sentence, quantity)
        )
    if kind in _NUMBERS and not 0 <= figure.value <= 1:
        return (
            probability(sentence, quantity)
            or correlation(sentence, quantity)
            or acidity(sentence, quantity)
        )
    return None
