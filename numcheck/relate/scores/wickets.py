"""Wickets left: "214 for six to win by four wickets"."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon.words import mapping, phrases
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.scores.sides import TABLE, number, spoken
from numcheck.relate.wording import is_quoted

_ALL = 10
_JOINTS = frozenset({"for", "-", "–", "/"})


def wickets(sentence: Sentence) -> Iterator[Relation]:
    """Yield a winning total with the wickets by which it won: ten less those that fell."""
    tokens = sentence.words
    by = next((q for q in sentence.quantities if q.noun == "wicket" and q.value), None)
    if by is None or tokens[by.first - 1 : by.first] not in (["by"], ["a"], ["with"]):
        return
    if tokens[by.first - 1] == "with" and tokens[by.noun_last : by.noun_last + 2] != ["in", "hand"]:
        return
    if phrases(TABLE, "first_innings").find(tokens) is not None:
        return
    totals = list(_totals(sentence))
    if len(totals) != 1:
        return
    total, fallen = totals[0]
    yield Relation(
        "wickets",
        {"total": total, "by": by, "left": number(_ALL - fallen, by)},
        by.span,
        derived=frozenset({"left"}),
        quoted=is_quoted(sentence, by),
    )


def _totals(sentence: Sentence) -> Iterator[tuple[Quantity, int]]:
    """Yield "214 for six", "214-6" with the wickets that fell."""
    tokens, named = sentence.words, mapping("numerals", "units")
    for at in range(len(tokens) - 2):
        runs, fallen = tokens[at], tokens[at + 2]
        if tokens[at + 1] not in _JOINTS or not runs.isdecimal() or not 20 <= int(runs) <= 999:
            continue
        value = int(fallen) if fallen.isdecimal() else int(str(named.get(fallen, 0)))
        if 0 < value < _ALL:
            yield spoken(sentence, at, at + 3, value), value
