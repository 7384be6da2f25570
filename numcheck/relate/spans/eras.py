"""Years against the century or the decade said to hold them."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.interval import Interval
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.setting import Setting
from numcheck.relate.spans.moments import Moment, moments
from numcheck.relate.wording import derived, is_quoted, worded

_TABLE = "cues/spans"


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every year with the century or the decade that the wording puts it in."""
    for sentence in passage.with_kind("day"):
        dated = moments(sentence)
        if not dated:
            continue
        for quantity in sentence.quantities:
            if quantity.kind == "ordinal" and (found := _century(sentence, quantity)):
                yield from _of_century(sentence, found, quantity, dated)
            elif quantity.parts.get("decade"):
                yield from _of_decade(sentence, quantity, dated)


def _century(sentence: Sentence, rank: Quantity) -> int | None:
    """Return the place after "18th century" or "18th-century"; None for another rank."""
    words, at = sentence.words, rank.last
    if words[at : at + 1] == ["-"]:
        at += 1
    follows = words[at + 1 : at + 2]
    if words[at : at + 1] != ["century"] or follows in (["bc"], ["bce"], ["b"], ["before"]):
        return None
    return at + 1


def _of_century(
    sentence: Sentence, last: int, rank: Quantity, dated: list[tuple[Quantity, Moment]]
) -> Iterator[Relation]:
    """Tie "the 18th-century house, built in 1750" and "in the 18th century, in 1750,"."""
    if len(dated) != 1 or rank.figure is None or not 10 <= rank.figure.value <= 21:
        return
    year, when = dated[0]
    words = sentence.words
    if words[last - 2] == "-":
        made = lexicon.phrases(_TABLE, "made").find(words, last, year.first)
        remade = lexicon.words(_TABLE, "remade")
        near = year.first - last <= 9 and year.first > last
        if not near or made is None or any(word in remade for word in words[last : year.first]):
            return
    elif not _apposed(words, rank.first, last, year):
        return
    number = int(rank.figure.value)
    period = worded(sentence, rank.first, last)
    yield _relation(sentence, year, when, period, 100 * (number - 1), 100 * number)


def _apposed(words: list[str], first: int, last: int, year: Quantity) -> bool:
    """Say whether a year and a period stand side by side: "in 1750, in the 18th century"."""
    within = lexicon.words(_TABLE, "within_era")
    if year.first >= last:
        gap = [word for word in words[last : year.first] if word not in within]
        return gap in ([",", "in"], ["–", "in"], ["—", "in"], ["(", "in"])
    gap = words[year.last : first]
    place = {"in", "of", "through", "into", "during"} & set(gap)
    return (
        gap[:1] in ([","], ["("], ["–"], ["—"])
        and bool(place)
        and all(
            word in within or word in ("in", "of", "through", "into", "during") for word in gap[1:]
        )
    )


def _of_decade(
    sentence: Sentence, decade: Quantity, dated: list[tuple[Quantity, Moment]]
) -> Iterator[Relation]:
    """Tie "in the late 1980s, in 1987," where nothing stands between the two."""
    start = decade.parts.get("year")
    if not isinstance(start, int):
        return
    for year, when in dated:
        if _apposed(sentence.words, decade.first, decade.last, year):
            yield _relation(sentence, year, when, decade, start, start + 9)


def _relation(
    sentence: Sentence, year: Quantity, when: Moment, period: Quantity, low: int, high: int
) -> Relation:
    stated = derived(when.year, year, str(when.year), kind="number")
    text = f"{low + 1} to {high}" if high - low > 50 else f"{low} to {high}"
    span = derived(Interval(low, high), period, text, kind="number")
    return Relation(
        "era",
        {"year": year, "era": period, "stated": stated, "span": span},
        year.span.hull(period.span),
        strict=True,
        derived=frozenset({"stated", "span"}),
        quoted=is_quoted(sentence, year),
    )
