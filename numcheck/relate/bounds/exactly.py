"""A hedged figure, and the exact one beside it."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon.words import phrases, words
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.bounds.limits import SIDES, bound, counted_by, in_each
from numcheck.relate.bounds.told import beside, told
from numcheck.relate.fractions import shares_in
from numcheck.relate.wording import closes, comparable, opens

TABLE = "cues/bounds"
_FAR = 8
_BESIDE = frozenset({"which", "that", "still", "first"})
_SHUT = ([","], ["–"], ["—"], ["."], [";"])
_GOES_ON = frozenset(
    "with including for of since have has had are were was is will plus counting".split()
)


def exactly(passage: Passage, sentence: Sentence) -> Iterator[Relation]:
    """Yield the hedged figures of a sentence that are given again, without the hedge, at once."""
    if not any(q.hedge and q.hedge.direction in SIDES for q in sentence.quantities):
        return
    yield from told(passage, sentence)
    if not _BESIDE.isdisjoint(sentence.vocabulary):
        yield from beside(sentence)
    if phrases(TABLE, "least_of_all").find(sentence.words) or phrases(TABLE, "most_of_all").find(
        sentence.words
    ):
        yield from _furthest(sentence)
    figures = shares_in(sentence)
    for at, limit in enumerate(figures[:-1]):
        if sentence.words[limit.last : limit.last + 1] in (["times"], ["fold"]):
            continue
        if in_each(sentence, limit):
            continue
        if limit.hedge is None or limit.hedge.direction not in SIDES or limit.is_range:
            continue
        figure = _again(sentence, figures[at + 1 : at + 3], limit)
        if figure is not None:
            yield bound(sentence, limit, sentence, figure)


def _furthest(sentence: Sentence) -> Iterator[Relation]:
    from numcheck.relate.bounds.extremes import furthest

    yield from furthest(sentence)


def _again(sentence: Sentence, figures: list[Quantity], limit: Quantity) -> Quantity | None:
    """Return the figure that says exactly what the hedged one left open."""
    for place, figure in enumerate(figures):
        figure = _measured(sentence, limit, figure)
        if figure.is_range or figure.hedge is not None or not _same(limit, figure):
            continue
        if place and not _shares(limit, figure):
            continue
        if _given_again(sentence, limit, figure):
            return figure
    return None


def _measured(sentence: Sentence, limit: Quantity, figure: Quantity) -> Quantity:
    """Give a bare figure the unit of its limit: "nearly 80 miles away, 84 to be exact"."""
    if figure.kind != "number" or limit.unit is None or limit.kind not in ("measure", "duration"):
        return figure
    if phrases(TABLE, "exactly").at(sentence.words, closes(sentence, figure)) is None:
        return figure
    return replace(figure, kind=limit.kind, unit=limit.unit, units=limit.units)


def _shares(limit: Quantity, figure: Quantity) -> bool:
    return limit.kind == "ratio" and figure.kind == "percent"


def _same(limit: Quantity, figure: Quantity) -> bool:
    if _shares(limit, figure):
        return True
    if limit.kind == "ratio" or figure.kind in ("ratio", "age"):
        return False
    if limit.unit is not None and figure.unit is not None and limit.unit.name != figure.unit.name:
        return False  # "over 100°F (38°C)": a conversion
    return comparable(limit, figure)


def _given_again(sentence: Sentence, limit: Quantity, figure: Quantity) -> bool:
    """Say whether a pause and nothing else stands between, and a close after the figure."""
    tokens = sentence.words
    first, last = limit.last, opens(sentence, figure)
    between = tokens[first:last]
    if not between or len(between) > _FAR:
        return False
    told = phrases(TABLE, "exactly_before").ending(tokens, last)
    stood = phrases(TABLE, "stood_at").ending(tokens, last) if limit.unit is not None else None
    begun = told or stood
    pause = (begun[1] if begun else last) - 1
    if pause < first or tokens[pause] not in (",", "(", "–", "—", "-", ":"):
        return False
    if any(
        word in (",", ";", ":", "–", "—", "and", "but", ")", "(") for word in tokens[first:pause]
    ):
        return False
    begin = opens(sentence, limit)
    if phrases(TABLE, "intended").find(tokens, 0, begin):
        return False  # "promised a bill of less than £3m (£3.4m, on the final invoice)"
    elsewhere = phrases(TABLE, "elsewhere")
    after = closes(sentence, figure)
    precise = told or phrases(TABLE, "exactly").at(
        tokens, after + (tokens[after : after + 1] == [","])
    )
    hits = elsewhere.all(tokens, first, last + 4)
    if precise:  # "nearly 600 last year – 641, to be exact": of last year both
        hits = [hit for hit in hits if hit.first > last or tokens[hit.first] != "last"]
    if elsewhere.find(tokens, max(0, begin - 4), begin) or hits:
        return False
    if stood and tokens[pause] == "," and tokens[after : after + 1] in _SHUT:
        return True  # "cash of just under $90m, at $93m, and no debt"
    return _closed(sentence, figure, tokens[pause], bool(told), _shares(limit, figure))


def _closed(sentence: Sentence, figure: Quantity, pause: str, told: bool, share: bool) -> bool:
    """Say whether what follows the figure closes the aside, or says that it is exact."""
    tokens, end = sentence.words, closes(sentence, figure)
    after = tokens[end] if end < len(tokens) else "."
    exactly = phrases(TABLE, "exactly").at(tokens, end + (after == ","))
    counted = counted_by(tokens, end) or len(tokens)
    if exactly is not None and not _GOES_ON.isdisjoint(tokens[exactly[1] : exactly[1] + 1]):
        return False  # "up to 40 jobs, 52 in all with those in Hull"
    if pause == "(":
        return (
            after == ")"
            or tokens[counted : counted + 1] == [")"]
            or (exactly is not None and tokens[exactly[1] : exactly[1] + 1] == [")"])
        )
    if exactly is not None or told:
        return True
    if pause == ":":
        return False
    if tokens[counted : counted + 1] in _SHUT and words(TABLE, "someone_says").isdisjoint(
        tokens[: figure.first]
    ):
        return True  # "fewer than 300 homes, 342 by the firm's own map, were dark"
    shut = {",": (",",), "–": ("–",), "—": ("—",), "-": ("-",)}[pause]
    if after in shut and share:
        return True
    if after in (".", "!") and share:
        return True
    return after in ("–", "—") and pause in ("–", "—") and after == pause
