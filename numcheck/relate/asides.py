"""A figure given again: in brackets, after a slash, after "or", between commas."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from numcheck.lexicon import words as lexicon
from numcheck.model.interval import quotient
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Hedge, Quantity
from numcheck.model.relation import Relation
from numcheck.model.span import Span
from numcheck.relate.setting import Setting
from numcheck.relate.wording import amounts, closes, is_quoted, opens

_BRACKETS = {"(": ")", "[": "]"}
_POWERS = {10**power for power in range(1, 13)}


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every figure that the wording gives again in another unit or another scale."""
    for sentence in passage.figured:
        figures = amounts(sentence)
        for at, right in enumerate(figures[1:], 1):
            if right.unit is None or figures[at - 1].unit is None:
                continue
            yield from _tied(sentence, figures, at)


def _tied(sentence: Sentence, figures: list[Quantity], at: int) -> Iterator[Relation]:
    """Yield the asides that the figure at place `at` of the sentence opens."""
    first = opens(sentence, figures[at])
    left = figures[at - 1]
    gap = sentence.words[closes(sentence, left) : first]
    if len(gap) > 9:
        return
    opening = next((i for i, word in enumerate(gap) if word in _BRACKETS), None)
    if opening is not None:
        yield from _bracketed(sentence, figures, at, closes(sentence, left) + opening)
    elif _restates(sentence, gap, left, figures[at]):
        yield from _pair(sentence, left, figures[at], Span(first, first))


# ---------------------------------------------------------------------------------- brackets


def _bracketed(
    sentence: Sentence, figures: list[Quantity], at: int, opening: int
) -> Iterator[Relation]:
    words = sentence.words
    closing = _closing(words, opening)
    if not _leads_in(sentence, figures[at - 1], opening):
        return
    inside = []
    for quantity in figures[at : at + 8]:
        if quantity.first >= closing:
            break
        inside.append(quantity)
    if not _only_figures(sentence, inside, opening, closing):
        return
    outside = _run_before(sentence, figures, at - 1)
    cue = Span(opening, closing)
    yield from _matched(sentence, outside, inside, cue)


def _closing(words: list[str], opening: int) -> int:
    shut = _BRACKETS[words[opening]]
    for at in range(opening + 1, min(len(words), opening + 60)):
        if words[at] == shut:
            return at
    return min(len(words), opening + 60)


def _leads_in(sentence: Sentence, left: Quantity, opening: int) -> bool:
    """Say whether what stands between a figure and the bracket belongs to the figure."""
    words = sentence.words[left.last : opening]
    if len(words) > 7:
        return False
    allowed = lexicon.words("cues/asides", "between")
    plain = [word for word in words if word not in allowed]
    if any(not word[0].isalpha() for word in plain):
        return False
    if not plain:
        return True
    # "14 miles of new track (23 km)": a noun phrase; "10 miles after he left (…)" is none
    stop = lexicon.words("nouns", "stop")
    return (
        len(plain) <= 4
        and not any(word in stop for word in plain)
        and (words[0] == "of" or len(words) <= 3)
    )


def _only_figures(sentence: Sentence, inside: list[Quantity], opening: int, closing: int) -> bool:
    """Say whether a bracket holds figures of one kind and nothing that makes them others."""
    before = lexicon.words("cues/asides", "inside_before")
    after = lexicon.words("cues/asides", "inside_after")
    joins = lexicon.words("cues/asides", "joins")
    at, words = opening + 1, sentence.words
    for number, quantity in enumerate(inside):
        allowed = before if number == 0 else (after | joins | before)
        if any(word not in allowed for word in words[at : opens(sentence, quantity)]):
            return False
        at = closes(sentence, quantity)
    rest = words[at:closing]
    if not rest:
        return True
    if rest[0] in (",", ";"):  # "(98 ft, the height of a house)", "(30 cm; see map)"
        return True
    return len(rest) <= 4 and all(word in after for word in rest)


def _run_before(sentence: Sentence, figures: list[Quantity], at: int) -> list[Quantity]:
    """Return the figures joined to the one at `at` from the left: "100 m by 50 m"."""
    joins = lexicon.words("cues/asides", "joins")
    run = [figures[at]]
    while at > 0 and len(run) < 8:
        left = figures[at - 1]
        words = sentence.words[closes(sentence, left) : opens(sentence, run[0])]
        words = [word for word in words if word not in ("from", "between", "and")] or ["and"]
        if len(words) != 1 or words[0] not in joins or not _same_kind(left, run[0]):
            break
        run.insert(0, left)
        at -= 1
    return run


def _same_kind(a: Quantity, b: Quantity) -> bool:
    if a.unit is None or b.unit is None:
        return False
    return a.unit.dimension == b.unit.dimension


def _matched(
    sentence: Sentence, outside: list[Quantity], inside: list[Quantity], cue: Span
) -> Iterator[Relation]:
    """Pair the figures before a bracket with those in it, each with its own partner."""
    if len(outside) == len(inside):
        for given, other in zip(outside, inside, strict=True):
            yield from _pair(sentence, given, other, cue)
        return
    if len(outside) == 2 and len(inside) == 1 and inside[0].is_range:
        low, high = outside
        if low.unit == high.unit and not low.is_range and not high.is_range and high.figure:
            yield from _pair(sentence, _range_of(sentence, low, high), inside[0], cue)
        return
    if len(inside) == 2 and len(outside) == 1 and outside[0].is_range:
        low, high = inside
        if low.unit == high.unit and not low.is_range and not high.is_range:
            yield from _pair(sentence, outside[0], _range_of(sentence, low, high), cue)
        return
    if len(outside) == 1:
        for other in inside:  # "30 m (98 ft; 33 yards)"
            yield from _pair(sentence, outside[0], other, cue)
    elif len(inside) == 1 and not _measurements(sentence, outside):
        yield from _pair(sentence, outside[-1], inside[0], cue)


def _range_of(sentence: Sentence, low: Quantity, high: Quantity) -> Quantity:
    """Join two figures that were printed apart into one range."""
    return replace(
        high,
        span=low.span.hull(high.span),
        text=sentence.text[low.span.start : high.span.end],
        figure=low.figure,
        upper=high.figure,
        first=low.first,
    )


def _measurements(sentence: Sentence, run: list[Quantity]) -> bool:
    """Say whether a run gives the sides of one thing: "100 m by 50 m"."""
    sides = lexicon.words("cues/asides", "dimensions")
    between = sentence.words[closes(sentence, run[0]) : opens(sentence, run[-1])]
    return any(word in sides for word in between)


# ------------------------------------------------------------------------- without a bracket


def _restates(sentence: Sentence, gap: list[str], left: Quantity, right: Quantity) -> bool:
    """Say whether words without a bracket give a figure again: "/", ", or", ", 42 km,"."""
    if not gap or not _other_system(left, right):
        return False
    last = closes(sentence, right)
    follows = sentence.words[last] if last < len(sentence.words) else "."
    closed = follows in (",", ".", ";", ")", "–", "—", ":")
    if gap == ["/"]:
        return True
    if gap[0] in (",", "–", "—"):
        gap = gap[1:]
        comma = True
    else:
        comma = False
    if not gap:
        return closed and comma and _alone(sentence, left, right)
    found = lexicon.phrases("cues/asides", "restating").at(
        sentence.words, opens(sentence, right) - len(gap)
    )
    if found is None or found[1] != opens(sentence, right):
        return False
    if gap == ["or"] and not comma:
        choices = lexicon.words("cues/asides", "choices")
        return not any(word in choices for word in sentence.words) and (
            right.hedge is not None or closed
        )
    return True


def _other_system(left: Quantity, right: Quantity) -> bool:
    if left.unit is None or right.unit is None or left.unit == right.unit:
        return False
    return (
        left.unit.system != right.unit.system
        or left.unit.dimension == "temperature"
        or left.unit.dimension == "speed"
    )


def _alone(sentence: Sentence, left: Quantity, right: Quantity) -> bool:
    """Say whether no third figure of the dimension makes the two a list."""
    assert left.unit is not None
    same = [q for q in amounts(sentence) if q.unit and q.unit.dimension == left.unit.dimension]
    return len(same) == 2 or right.hedge is not None


# --------------------------------------------------------------------------------- the tie


def _pair(sentence: Sentence, given: Quantity, other: Quantity, cue: Span) -> Iterator[Relation]:
    """Yield the tie of two figures that can be one amount."""
    if given.unit is None or other.unit is None or given.is_range != other.is_range:
        return
    dimensions = {unit.dimension for unit in given.units}
    if not any(unit.dimension in dimensions for unit in other.units):
        return
    if given.kind in ("age", "percent") or other.kind == "age" or given.figure is None:
        return
    if _same_system(given, other) and not _within_system(sentence, given, other):
        return
    hot = given.unit.dimension == "temperature"
    gap = hot and _is_difference(sentence, given, other)
    kind = "temperature_gap" if gap else "temperature" if hot else "aside"
    if hot and any(word in lexicon.words("cues/asides", "ovens") for word in sentence.words):
        given = _rough(given)
    yield Relation(
        kind,
        {"given": given, "other": other},
        sentence.span_of(cue.start, min(cue.end + 1, len(sentence))),
        strict=hot and not gap and _is_reading(sentence),
        difference=gap,
        quoted=is_quoted(sentence, given, other),
    )


def _same_system(given: Quantity, other: Quantity) -> bool:
    assert given.unit is not None and other.unit is not None
    if given.unit.dimension == "temperature":
        return given.unit == other.unit
    return given.unit.system == other.unit.system


def _within_system(sentence: Sentence, given: Quantity, other: Quantity) -> bool:
    """Say whether two figures of one system are one thing said twice.

    Units that are a power of ten apart need figures that are, too; others need the bracket to
    themselves: "the shelf is 6 feet (10 inches deep)" gives two lengths.
    """
    assert given.unit is not None and other.unit is not None
    ratio = quotient(given.unit.factor, other.unit.factor)
    if ratio == 1 or any(ratio in (power, Fraction(1, power)) for power in _POWERS):
        return _powers_apart(given, other)
    if given.kind == "duration" and not {given.unit.name, other.unit.name} <= _CLOCKED:
        return False
    follows = sentence.words[closes(sentence, other) : closes(sentence, other) + 1]
    return not follows or not follows[0].isalpha() or given.unit.dimension == "speed"


_CLOCKED = frozenset({"second", "minute", "hour"})


def _powers_apart(given: Quantity, other: Quantity) -> bool:
    """Say whether two figures of one system are one amount, give or take powers of ten.

    "0.6 mg (0.7 kg)" is a dose and a weight; "£3.4bn (£340 million)" is a slip.
    """
    assert given.figure is not None and other.figure is not None
    assert given.unit is not None and other.unit is not None
    if given.unit.dimension == "temperature" or not given.figure.value or not other.figure.value:
        return False
    a, b = given.unit.to_base(given.figure.value), other.unit.to_base(other.figure.value)
    ratio = quotient(a, b) if a > b else quotient(b, a)
    if ratio < 0:
        return False
    for power in (1, *_POWERS):
        if quotient(power * 19, 20) <= ratio <= quotient(power * 21, 20):
            return True
    return False


def _is_difference(sentence: Sentence, given: Quantity, other: Quantity) -> bool:
    """Say whether a cue makes the temperatures a difference: "2C (3.6F) warmer than usual"."""
    words = sentence.words
    after = closes(sentence, other)
    while after < len(words) and words[after] in (")", "]", ","):
        after += 1
    table = lexicon.phrases("cues/asides", "difference_after")
    for at in range(after, min(after + 3, len(words))):
        hit = table.at(words, at)
        if hit is not None and words[at : at + 1] != ["than"]:
            return True
        if not words[at].isalpha() or words[at] in ("in", "on", "at", "and", "by", "this", "next"):
            break
    found = lexicon.phrases("cues/asides", "difference_before").ending(
        words, opens(sentence, given)
    )
    return found is not None


def _rough(quantity: Quantity) -> Quantity:
    """Take a temperature as if "about" stood before it."""
    return replace(quantity, hedge=Hedge("about", "", quantity.span))


def _is_reading(sentence: Sentence) -> bool:
    """Say whether the sentence speaks of temperatures as such: "highs", "in the shade"."""
    readings = lexicon.words("cues/asides", "readings")
    return any(word in readings for word in sentence.words)
