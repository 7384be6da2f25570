"""Rows of results: "four wins, two draws and a defeat"."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon.words import members, words
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.named import NamedTuple
from numcheck.relate.scores.sides import TABLE, spoken

_GAMES = frozenset({"game", "games", "match", "matches", "of", "times", "and"})
_NONE = frozenset({"no", "without", "zero"})


class Outcome(NamedTuple):
    """So many wins, draws or defeats, and where the words stand."""

    what: str
    number: int
    quantity: Quantity
    first: int
    last: int


def rows_in(sentence: Sentence) -> list[list[Outcome]]:
    """Return the results that the words put in one row each."""
    rows: list[list[Outcome]] = []
    links = words(TABLE, "row_links")
    for outcome in _outcomes(sentence):
        before = rows[-1][-1].last if rows else 0
        between = sentence.words[before : outcome.first]
        if rows and len(between) <= 3 and links.issuperset(between):
            rows[-1].append(outcome)
        else:
            rows.append([outcome])
    return [row for row in rows if len({one.what for one in row}) == len(row)]


def _outcomes(sentence: Sentence) -> Iterator[Outcome]:
    starts = {q.first: q for q in sentence.quantities if q.kind in ("count", "number")}
    tokens, verbs = sentence.words, members(TABLE, "verbs")
    taken = 0
    for at, word in enumerate(tokens):
        quantity = starts.get(at)
        if (quantity is None and word not in ("a", "an")) or at < taken:
            continue
        value = 1 if quantity is None else quantity.value
        if not isinstance(value, int):
            continue
        last = at + 1 if quantity is None else quantity.last
        counted = _counted(tokens, last)
        verb = verbs.get(tokens[at - 1]) if at and quantity is not None else None
        if counted is not None:
            what, taken = counted
            empty = at > 0 and tokens[at - 1] in _NONE
            yield Outcome(
                what, 0 if empty else value, spoken(sentence, at, taken, value), at, taken
            )
        elif verb is not None and (last >= len(tokens) or _ends(tokens, last)):
            taken = last + (last < len(tokens) and tokens[last] in ("games", "matches"))
            yield Outcome(verb, value, spoken(sentence, at - 1, taken, value), at - 1, taken)


def _counted(tokens: list[str], at: int) -> tuple[str, int] | None:
    """Return the kind of result that a number before token `at` counts, and its end."""
    nouns, between = members(TABLE, "nouns"), words(TABLE, "between")
    for place in range(at, min(at + 4, len(tokens))):
        if tokens[place] in nouns:
            return nouns[tokens[place]], place + 1
        if tokens[place] not in between:
            return None
    return None


def _ends(tokens: list[str], at: int) -> bool:
    return not tokens[at].isalpha() or tokens[at] in _GAMES
