"""Brackets after a figure: which figures in them give it again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.model.span import Span
from numcheck.record import replace
from numcheck.relate.asides.bridges import claims, said_after
from numcheck.relate.asides.degrees import as_reading
from numcheck.relate.asides.pairing import as_race, as_sum, pair
from numcheck.relate.wording import closes, opens

_TABLE = "cues/asides"
_BRACKETS = {"(": ")", "[": "]"}
OPENING, CLOSING = frozenset(_BRACKETS), frozenset(_BRACKETS.values())
_APART = ([","], [";"], ["/"])
_PLACED = frozenset({"the", "of", "its", "a", "'s"})
_MOST = 8  # figures on one side of a bracket
_LONGEST = 60  # words in a bracket


def bracketed(
    sentence: Sentence, figures: Sequence[Quantity], at: int, opening: int
) -> Iterator[Relation]:
    """Yield the ties of the figures before a bracket with those in it."""
    left, closing = figures[at - 1], _closing(sentence.words, opening)
    way = figures[at].last == closing and _of_a_way(left, sentence.words[left.last : opening])
    if not way and not _leads_in(sentence, left, opening):
        return
    inside = _same_unit([q for q in figures[at : at + _MOST] if q.first < closing], sentence)
    if not inside or not _only_figures(sentence, inside, opening, closing):
        return
    near = [as_reading(sentence, one, inside[0]) for one in figures[max(0, at - _MOST) : at]]
    outside = run_before(sentence, _same_unit(near, sentence), len(near) - 1)
    inside[0] = as_sum(inside[0], outside[-1])
    outside[-1] = as_race(outside[-1], inside[0])
    yield from matched(sentence, outside, inside, Span(opening, closing))


def _closing(words: Sequence[str], opening: int) -> int:
    shut = _BRACKETS[words[opening]]
    end = min(len(words), opening + _LONGEST)
    return next((at for at in range(opening + 1, end) if words[at] == shut), end)


def _leads_in(sentence: Sentence, left: Quantity, opening: int) -> bool:
    """Say whether what stands between a figure and the bracket belongs to the figure."""
    words = sentence.words[left.last : opening]
    if len(words) > 7:
        return False
    allowed = lexicon.words(_TABLE, "between")
    plain = [word for word in words if word not in allowed]
    if any(not word[0].isalpha() for word in plain):
        return False
    if not plain:
        return True
    # "14 miles of new track (23 km)": a noun phrase; "10 miles after he left (…)" is none
    stop = lexicon.words("nouns", "stop")
    return (
        len(plain) <= 4
        and not any(word in stop and word != "can" for word in plain)  # "a 12-ounce can (355ml)"
        and (words[0] == "of" or len(words) <= 3)
    )


def _of_a_way(left: Quantity, words: Sequence[str]) -> bool:
    """Say whether words only say whence or whither a length leads: "9 km from the coast (…)"."""
    if left.unit is None or left.unit.dimension != "length" or not words:
        return False
    at = 1 + (words[0] in lexicon.words(_TABLE, "bearings") and len(words) > 1)
    if words[at - 1] not in lexicon.words(_TABLE, "ways"):
        return False
    place, stop = [one for one in words[at:] if one not in _PLACED], lexicon.words("nouns", "stop")
    verbs = lexicon.words("nouns", "verbs") | lexicon.words("nouns", "finite")
    return len(place) <= 4 and all(
        one[0].isalpha() and one not in stop and one not in verbs for one in place
    )


def _same_unit(inside: list[Quantity], sentence: Sentence) -> list[Quantity]:
    """Give a bare figure the unit of the one that it is joined to: "12 to -6C"."""
    out = list(inside)
    for at in range(len(out) - 2, -1, -1):
        low, high = out[at], out[at + 1]
        bare = low.unit is None and low.kind == "number" and not low.is_range
        if not (bare and high.unit is not None and not high.is_range):
            continue
        if sentence.words[closes(sentence, low) : opens(sentence, high)] in (["to"], ["and"]):
            out[at] = replace(low, kind=high.kind, unit=high.unit, units=high.units)
    return out


def _only_figures(
    sentence: Sentence, inside: Sequence[Quantity], opening: int, closing: int
) -> bool:
    """Say whether a bracket holds figures of one kind and nothing that makes them others."""
    before = lexicon.words(_TABLE, "inside_before")
    after = lexicon.words(_TABLE, "inside_after")
    joins = lexicon.words(_TABLE, "joins")
    at, words = opening + 1, sentence.words
    for number, quantity in enumerate(inside):
        allowed = before if number == 0 else (after | joins | before)
        between = words[at : opens(sentence, quantity)]
        if any(word not in allowed for word in between) and (number or not claims(between)):
            return False
        if number and between[:1] not in _APART and not _one_kind(inside[0], quantity):
            return False  # "(€45m over ten years)"
        at = closes(sentence, quantity)
    rest = words[at:closing]
    if rest[:1] == ["."]:  # "(2 in.)"
        rest = rest[1:]
    if not rest or rest[0] in (",", ";"):  # "(98 ft, the height of a house)", "(30 cm; see map)"
        return True
    if len(rest) <= 4 and all(word in after for word in rest):
        return True
    return said_after(sentence, inside[-1])


def sides_after(
    sentence: Sentence, figures: Sequence[Quantity], at: int, joint: str = ""
) -> list[Quantity]:
    """Return the sides of a thing from the figure at `at` on: "295 ft by 148 ft".

    `joint` is a word that joins those before: "230C against 210C, or 446F *against* 410F".
    """
    sides, run = lexicon.words(_TABLE, "dimensions") | {joint}, [figures[at]]
    for figure in figures[at + 1 : at + _MOST]:
        words = sentence.words[closes(sentence, run[-1]) : opens(sentence, figure)]
        if len(words) != 1 or words[0] not in sides or not _one_kind(run[0], figure):
            break
        run.append(figure)
    return run


def run_before(sentence: Sentence, figures: Sequence[Quantity], at: int) -> list[Quantity]:
    """Return the figures joined to the one at `at` from the left: "100 m by 50 m"."""
    joins = lexicon.words(_TABLE, "joins")
    aside = lexicon.words(_TABLE, "between") | {"from", "between", "and"}  # "15 ft deep and"
    run = [figures[at]]
    while at > 0 and len(run) < _MOST:
        left = figures[at - 1]
        words = sentence.words[closes(sentence, left) : opens(sentence, run[0])]
        words = [word for word in words if word not in aside] or ["and"]
        if len(words) != 1 or words[0] not in joins or not _one_kind(left, run[0]):
            break
        run.insert(0, left)
        at -= 1
    return run


def _one_kind(a: Quantity, b: Quantity) -> bool:
    if a.unit is None or b.unit is None:
        return False
    return a.unit.dimension == b.unit.dimension


def matched(
    sentence: Sentence, outside: list[Quantity], inside: list[Quantity], cue: Span
) -> Iterator[Relation]:
    """Pair the figures before a bracket with those in it, each with its own partner."""
    if len(outside) == len(inside):
        for given, other in zip(outside, inside, strict=True):
            yield from pair(sentence, given, other, cue)
    elif len(outside) == 2 and len(inside) == 1 and inside[0].is_range:
        if whole := _range_of(sentence, *outside):
            yield from pair(sentence, whole, inside[0], cue)
    elif len(inside) == 2 and len(outside) == 1 and outside[0].is_range:
        if whole := _range_of(sentence, *inside):
            yield from pair(sentence, outside[0], whole, cue)
    elif len(outside) == 1 and not _from_to(sentence, inside):
        for other in inside:  # "30 m (98 ft; 33 yards)"
            yield from pair(sentence, outside[0], other, cue)
    elif len(inside) == 1 and not _measurements(sentence, outside):
        yield from pair(sentence, outside[-1], inside[0], cue)


def _from_to(sentence: Sentence, inside: list[Quantity]) -> bool:
    """Say whether figures run from one to another: "a fall to 34 (16 to 1 Celsius)"."""
    return sentence.words[closes(sentence, inside[0]) : opens(sentence, inside[1])] == ["to"]


def _range_of(sentence: Sentence, low: Quantity, high: Quantity) -> Quantity | None:
    """Join two figures that were printed apart into one range."""
    if low.unit != high.unit or low.is_range or high.is_range or high.figure is None:
        return None
    return replace(
        high,
        span=low.span.hull(high.span),
        text=sentence.text[low.span.start : high.span.end],
        figure=low.figure,
        upper=high.figure,
        first=low.first,
    )


def _measurements(sentence: Sentence, run: Sequence[Quantity]) -> bool:
    """Say whether a run gives the sides of one thing: "100 m by 50 m"."""
    sides = lexicon.words(_TABLE, "dimensions")
    between = sentence.words[closes(sentence, run[0]) : opens(sentence, run[-1])]
    return any(word in sides for word in between)
