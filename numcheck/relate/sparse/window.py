"""A sentence and the one before it, with the amounts of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import combinations, permutations

from numcheck.lexicon import words as lexicon
from numcheck.model.interval import Interval, Rational, quotient
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.changes.frame.moves import multiplied
from numcheck.relate.rates.harmless import harmless
from numcheck.relate.wording import closes, is_quoted, opens, set_off, unspoken

TABLE = "cues/sparse"
_BEHIND = frozenset("to with after before plus including excluding less minus net".split())
# A slip leaves a figure within a factor of 16, or with a few noughts too many or too few.
_POWERS = tuple(Fraction(10) ** power for power in (-6, -5, -4, -3, -2, 2, 3, 4, 5, 6))
_SLIPS: tuple[tuple[Rational, Rational], ...] = (
    (Fraction(1, 16), 16),
    *((power * Fraction(24, 25), power * Fraction(25, 24)) for power in _POWERS),
)
_ENDS = frozenset({",", ".", ";", ":", ")", "–", "—", "!", "?", "]"})


class Window:
    """A sentence with its amounts; `near` is the one before it in the paragraph, if figured."""

    __slots__ = ("_before", "near", "own", "sentence", "vocabulary", "words")

    def __init__(self, sentence: Sentence, before: Window | None) -> None:
        """Take a figured sentence and the window of the figured one before it."""
        self.sentence = sentence
        self.words, self.vocabulary = sentence.words, sentence.vocabulary
        follows = before is not None and _follows(sentence, before.sentence)
        self.near = before.sentence if before is not None and follows else None
        self._before: list[Quantity] = before.own if before is not None and follows else []
        self.own: list[Quantity] = unspoken(sentence)

    def before_amounts(self) -> list[Quantity]:
        """Return the amounts of the sentence before. Not to be changed."""
        return self._before

    @property
    def told(self) -> list[Quantity]:
        """All quantities of the sentence, times and names with them."""
        return self.sentence.quantities

    @property
    def multiplies(self) -> bool:
        """Say whether a word multiplies that is no figure: "doubled"."""
        return multiplied(self.words)

    def ends_after(self, quantity: Quantity) -> bool:
        """Say whether a clause ends behind a figure and its noun."""
        return self.ends_at(closes(self.sentence, quantity))

    def ends_at(self, place: int) -> bool:
        """Say whether a clause ends before a token place."""
        return place >= len(self.words) or self.words[place] in _ENDS

    def lead(self, quantity: Quantity, count: int = 4) -> list[str]:
        """Return the words before a figure and its hedge, in whichever sentence it stands."""
        near = self.near
        home = near if near is not None and near.index == quantity.sentence else self.sentence
        at = opens(home, quantity)
        return home.words[max(0, at - count) : at]

    def says(self, key: str, table: str = TABLE) -> bool:
        """Say whether a wording of a list stands in the sentence."""
        hits = lexicon.phrases(table, key)
        return hits.may_stand(self.sentence) and hits.find(self.words) is not None

    def most_of(self, quantity: Quantity) -> bool:
        """Say whether a figure is the most that marks can be: "marks out of 7"."""
        return self.lead(quantity, 2) == ["out", "of"]

    def main(self, *claimed: Quantity) -> list[Quantity]:
        """Return the amounts but for those claimed, and for those of a clause about another."""
        rest = [one for one in self.own if all(one is not other for other in claimed)]
        if len(rest) < 3:
            return rest
        rest = [one for one in rest if not set_off(self.sentence, one)]
        if len(rest) > 2 and claimed:
            rest = [one for one in rest if ";" not in self._between(one, claimed[0])]
        return rest

    def _between(self, one: Quantity, other: Quantity) -> list[str]:
        """Return the words between two figures, whichever stands first."""
        first, last = sorted((one, other), key=lambda quantity: quantity.first)
        return self.words[first.last : last.first]

    def main_says(self, key: str) -> bool:
        """Say whether a wording stands in both sentences, but for clauses about another."""
        hits, near = lexicon.phrases(TABLE, key), self.near
        if near is not None and hits.find(near.words) is not None:
            return True
        aside = [one for one in self.own if set_off(self.sentence, one)]
        return any(
            not any(one.first - 3 <= hit.first < one.last for one in aside)
            for hit in hits.all(self.words)
        )

    def others(self, claimed: Quantity) -> list[Quantity]:
        """Return all amounts but the one that is claimed."""
        return [one for one in self.own if one is not claimed]

    def barred(self, *quantities: Quantity) -> bool:
        """Say whether a word between figures, or close behind, makes them something else."""
        own = [one for one in quantities if one.sentence == self.sentence.index]
        if not own:
            return False
        first = min(opens(self.sentence, one) for one in own)
        last = max(closes(self.sentence, one) for one in own)
        inside = {at for one in own for at in range(opens(self.sentence, one), one.last)}
        bars = lexicon.words("cues/rates", "bars")
        follows = self.words[last : last + 1]
        if not _BEHIND.isdisjoint(follows) and not harmless(self.sentence, last):
            return True  # but "before fees" is before them
        return any(
            self.words[at] in bars and at not in inside and not harmless(self.sentence, at)
            for at in range(first, min(len(self.words), last + 2))
        )

    def both_say(self, key: str) -> bool:
        """Say whether a wording of a list stands in the sentence or in the one before."""
        if self.says(key):
            return True
        near, hits = self.near, lexicon.phrases(TABLE, key)
        return near is not None and hits.may_stand(near) and hits.find(near.words) is not None


def _follows(sentence: Sentence, before: Sentence) -> bool:
    return before.index == sentence.index - 1 and before.paragraph == sentence.paragraph


def is_plain(quantity: Quantity) -> bool:
    """Say whether a quantity is one number that can be reckoned with."""
    figure = quantity.figure
    if figure is None or quantity.upper is not None or figure.vague or figure.value <= 0:
        return False
    return quantity.kind not in ("ratio", "age")


def is_count(quantity: Quantity) -> bool:
    """Say whether a quantity counts whole things."""
    if not is_plain(quantity) or quantity.kind not in ("count", "number"):
        return False
    assert quantity.figure is not None
    if quantity.unit is not None or "vote" in quantity.parts:
        return False
    return quantity.figure.value == int(quantity.figure.value)


def wide(quantity: Quantity) -> Interval:
    """Return the values that a figure may stand for, in the base unit of its dimension."""
    reading = quantity.reading()
    unit = quantity.unit
    return reading.scale(unit.factor, unit.offset) if unit is not None else reading


def divided(one: Interval, other: Interval) -> Interval:
    """Return one figure by another: anything where that may be nought, as "under 15 runners"."""
    return one / other if other.low is not None and other.low > 0 else Interval(None, None)


def fits(stated: Quantity, results: Iterable[Interval]) -> bool:
    """Say whether any result, give or take a fiftieth, is what is stated."""
    reading = wide(stated)
    return any(reading.meets(_slack(result)) for result in results)


def misses(stated: Quantity, results: Sequence[Interval]) -> bool:
    """Say whether no result is what is stated, though a slip may have made it of one."""
    return not fits(stated, results) and any(slips(stated, near) for near in results)


def slips(stated: Quantity, result: Interval) -> bool:
    """Say whether a figure is near enough to a result to be a slip for it.

    "Lambs sold to £112 and averaged £94, with 1,840 forward": the £112 is no sum of theirs.
    """
    return any(
        wide(stated).meets(Interval(_times(result.low, low), _times(result.high, high)))
        for low, high in _SLIPS
    )


def _times(end: Rational | None, factor: Rational) -> Rational | None:
    return None if end is None else end * factor


def any_other(stated: Quantity, figures: Sequence[Quantity]) -> bool:
    """Say whether two of the figures, divided or multiplied, give what is stated after all."""
    values = [wide(one) for one in figures if is_plain(one)]
    values = [one for one in values if one.low is not None and one.low > 0]
    results = [a * b for a, b in combinations(values, 2)]
    results += [a / b for a, b in permutations(values, 2)]
    return fits(stated, results)


def _slack(result: Interval) -> Interval:
    low, high = result.low, result.high
    if low is None or high is None:
        return result
    return result.widen(quotient(max(low, -low, high, -high), 50))


def share_of(window: Window, part: Quantity, whole: Quantity, percent: Quantity) -> Relation:
    """Return the tie of a part and its whole with the percentage that a sentence gives."""
    own = [one for one in (part, whole, percent) if one.sentence == window.sentence.index]
    return Relation(
        "share",
        {"part": part, "whole": whole, "percent": percent.parts.get("share", percent)},
        percent.whole_span,
        strict=True,
        quoted=is_quoted(window.sentence, *own),
    )
