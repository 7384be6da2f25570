"""The comparatives, what each can compare, and the tie that they make."""

from __future__ import annotations

from functools import cache

from numcheck.lexicon.words import Phrases, cut, english_table, words
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.changes.frame.alike import alike
from numcheck.relate.wording import is_quoted, worded

TABLE = "cues/orderings"
# Words before the number of a group: "the oldest of the three".
OF_ALL = (["of", "the"], ["of", "its"], ["of", "their"], ["among", "the"])


@cache
def beginnings() -> frozenset[str]:
    """Return the first words of everything that compares."""
    table = english_table(TABLE)
    lists = [*table["more"].values(), *table["less"].values()]
    lists += [table[key] for key in ("most", "least", "past", "short", "over", "under", "outdo")]
    lists.append(table["rivals"])
    return frozenset(cut(str(wording))[0] for group in lists for wording in group)


@cache
def ways() -> Phrases:
    """Return "+", "-" and "±" with the comparatives of each, whatever they compare."""
    table = english_table(TABLE)
    more, less = (
        {str(word) for group in table[key].values() for word in group} for key in ("more", "less")
    )
    return Phrases({"+": more - less, "-": less - more, "±": more & less})


def measure(quantity: Quantity) -> str:
    """Return what a figure measures, as the table of comparatives calls it."""
    if quantity.kind in ("count", "number", "age"):
        return "age" if quantity.kind == "age" else "count"
    if quantity.unit is None:
        return ""
    return quantity.unit.dimension.partition(":")[0].partition("/")[0]


def bare(quantity: Quantity) -> bool:
    """Say whether a figure has neither unit nor noun."""
    return quantity.kind == "number" and quantity.unit is None and quantity.noun is None


def fits(sign: int, word: str, quantity: Quantity) -> bool:
    """Say whether a comparative can be said of what a figure measures."""
    table: dict[str, list[str]] = english_table(TABLE)["more" if sign > 0 else "less"]
    return word in table.get(measure(quantity), ())


def ordering(
    sentence: Sentence, left: Quantity, right: Quantity, sign: int, first: int, last: int
) -> Relation | None:
    """Return the tie that `left` is more (or less) than `right`; None where they do not compare."""
    if left.unit is None and right.kind == "percent":
        return None  # "24 out of 32, above the 65% pass mark"
    joined = alike(right, left)
    if joined is None:
        return None
    less, more = joined if sign > 0 else (joined[1], joined[0])
    return Relation(
        "ordering",
        {"said": worded(sentence, first, last), "more": more, "less": less},
        sentence.span_of(first, last),
        strict=True,
        quoted=is_quoted(sentence, left, right),
    )


def which_has(between: list[str]) -> bool:
    """Say whether words end in a verb of their own: "the 2015 fire, which burned" so many acres."""
    at = next(
        (at for at, word in enumerate(between) if word in ("which", "who", "where", "whose")), 0
    )
    verb = between[at + 1 :]
    if not at or between[at - 1] != "," or not 1 <= len(verb) <= 4:
        return False
    told = words(TABLE, "has_figure")
    link = verb[-1] in ("at", "over", "to", "for", "some", "in", "of") and len(verb) > 1
    plain = all(word.isalpha() for word in verb) and words(TABLE, "no_figure_of").isdisjoint(verb)
    return plain and (verb[-1] in told or (link and not told.isdisjoint(verb)))
