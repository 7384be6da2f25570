"""Bests and records that were bettered, with the old and the new."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon.words import phrases, words
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.changes.readings import exactly
from numcheck.relate.orderings.tables import measure
from numcheck.relate.sparse.contests.table import TABLE
from numcheck.relate.sparse.window import Window
from numcheck.relate.wording import is_quoted, opens, worded


def find(window: Window) -> Iterator[Relation]:
    """Yield "lowered her best to 4:31.2 from 4:29.8", "ran 52.8, beating the record of 52.6"."""
    figures = [one for one in window.own if one.figure is not None]
    if len(figures) != 2 or any(one.hedge or one.is_range for one in figures):
        return
    verb = phrases(TABLE, "bettered").find(window.words)
    if verb is None or phrases(TABLE, "doubt").find(window.words, 0, figures[-1].last):
        return
    marks = [at for at, word in enumerate(window.words) if word in words(TABLE, "marks")]
    kinds = {measure(one) for one in figures}
    if not marks or len(kinds) != 1 or "" in kinds or len({one.unit for one in figures}) > 1:
        return
    sign = _way(window, figures[0], window.words[verb.first])
    sides = _sides(window, figures) if sign else None
    if sides is None:
        return
    old, new = sides
    yield Relation(
        "rising" if sign > 0 else "falling",
        {"said": worded(window.sentence, verb.first, verb.last), "old": old, "new": new},
        window.sentence.span_of(verb.first, verb.last),
        strict=True,
        quoted=is_quoted(window.sentence, old, new),
    )


def _way(window: Window, quantity: Quantity, verb: str) -> int:
    """Return the way in which a best gets better: down for a race, up for a throw."""
    tokens = window.words
    if verb in words(TABLE, "lowering"):
        return -1
    if phrases(TABLE, "holding").find(tokens) is not None:
        return 0
    if quantity.kind == "duration":
        race = phrases(TABLE, "race").find(tokens) is not None or ":" in quantity.text
        return -1 if race else 0
    return int(phrases(TABLE, "field").find(tokens) is not None)


def _sides(window: Window, figures: list[Quantity]) -> tuple[Quantity, Quantity] | None:
    """Return the old best and the new one, as "from", "to" and "record of" tell them apart."""
    roles = [_role(window, one) for one in figures]
    if roles.count("old") == 1 and "by" not in roles:
        old = figures[roles.index("old")]
        return exactly(old), exactly(figures[1 - roles.index("old")])
    return None


def _role(window: Window, quantity: Quantity) -> str:
    tokens, at = window.words, opens(window.sentence, quantity)
    link = tokens[at - 1] if at else ""
    lead = tokens[max(0, at - 6) : at]
    if link == "by" or tokens[quantity.last : quantity.last + 1] == ["off"]:
        return "by"
    if link == "from":
        return "old"
    if link == "of" and not words(TABLE, "marks").isdisjoint(lead):
        return "new" if not words(TABLE, "fresh").isdisjoint(lead) else "old"
    return "new"
