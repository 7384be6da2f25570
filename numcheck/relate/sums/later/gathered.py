"""Figures of one sentence or two, summed up in the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from numcheck.lexicon import words as lexicon
from numcheck.model.interval import Rational
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.setting import Setting
from numcheck.relate.sums.terms.kin import is_person, kin
from numcheck.relate.sums.terms.ties import meets, overlaps, tie, wholes
from numcheck.relate.wording import opens

_TABLE = "cues/sums"
_BACK = 3  # sentences before a sum that may hold what it adds up
_STEM = 4  # letters by which "gave" is no "given", but "raised" is "raising"
_OTHERS = frozenset({"with", "including", "counting", "others"})
_FEW = 5  # figures that a sentence can be said to add up


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every sum that opens a sentence, with the figures just before: "Together they …"."""
    gathering, figured = lexicon.phrases(_TABLE, "gathering"), passage.figured
    for at, sentence in enumerate(figured):
        cue = gathering.at(sentence.words, 0)
        if cue is None or not at or figured[at - 1].index + 1 != sentence.index:
            continue
        if sentence.words[cue[1] : cue[1] + 1] != ["with"] and not overlaps(sentence):
            near = figured[max(0, at - _BACK) : at]
            before = [one for one in near if sentence.index - one.index <= _BACK]
            yield from _gathered(sentence, *cue, before)


def _gathered(
    sentence: Sentence, name: str, start: int, before: Sequence[Sentence]
) -> Iterator[Relation]:
    """Yield the sum that a sentence draws of those before it, if it is one."""
    whole, announced = _sum(sentence, start)
    if whole is None or lexicon.phrases(_TABLE, "running").find(sentence.words):
        return
    pool: list[Quantity] = []
    for earlier in reversed(before):
        if _apart(earlier):
            return
        pool = [*_terms(earlier, whole), *pool]
        if len(pool) > 1:
            break
    if not 1 < len(pool) <= _FEW or announced not in (None, len(pool)):
        return
    if not _alike(whole, pool) or not _near(whole, pool):
        return
    unnamed = whole.noun is not None and not any(part.noun for part in pool)
    if (unnamed or whole.unit) and not _same_deed(sentence, start, whole, before):
        return
    if not any(meets(whole, part) for part in _some(pool)):
        kind = "split" if name == "gathering/all" else "parts"
        yield tie(kind, sentence, whole, tuple(pool), 0, start)


def _sum(sentence: Sentence, start: int) -> tuple[Quantity | None, int | None]:
    """Return the one amount of a sentence, and how many things it says it is the sum of."""
    figures = [q for q in wholes(sentence) if q.first >= start - 1]
    announced = None
    if figures and _counts_parts(sentence, figures[0]):
        announced = int(figures[0].value or 0)
        figures = figures[1:]
    if len(figures) != 1 or figures[0].hedge or figures[0].parts.get("per"):
        return None, None
    if not _OTHERS.isdisjoint(sentence.words[figures[0].last :]):
        return None, None
    return figures[0], announced


def _counts_parts(sentence: Sentence, figure: Quantity) -> bool:
    """Say whether a figure counts what is summed up: "the two grants"."""
    first = opens(sentence, figure)
    words = sentence.words[max(0, first - 1) : first]
    small = isinstance(figure.value, int) and 1 < figure.value <= _FEW
    return small and words in (["the"], ["these"], ["those"], ["all"], ["both"])


def _apart(earlier: Sentence) -> bool:
    """Say whether figures of a sentence are no plain addends: rates, other times, groups."""
    words = earlier.words
    return (
        overlaps(earlier)
        or "each" in words
        or "per" in words
        or lexicon.phrases(_TABLE, "elsewhere").find(words) is not None
        or lexicon.phrases(_TABLE, "ahead").find(words) is not None
    )


def _terms(earlier: Sentence, whole: Quantity) -> list[Quantity]:
    figures = [q for q in wholes(earlier) if q.hedge is None and not q.parts.get("per")]
    return [q for q in figures if kin(whole, q) and q.kind in (whole.kind, "number", "count")]


def _alike(whole: Quantity, pool: Sequence[Quantity]) -> bool:
    """Say whether a sum counts what its parts count."""
    if whole.unit is not None:
        return True
    nouns = {part.noun for part in pool} - {None}
    if whole.noun is None or not nouns:
        return len(nouns) < 2
    people = is_person(whole.noun) and all(is_person(noun) for noun in nouns)
    return nouns == {whole.noun} or people


def _near(whole: Quantity, pool: Sequence[Quantity]) -> bool:
    """Say whether a figure is of the size of a sum: no price becomes a year's takings."""
    values = [_value(part) for part in pool]
    total = _value(whole)
    return max(values) <= 2 * total and total <= 2 * sum(values)


def _value(quantity: Quantity) -> Rational:
    assert quantity.figure is not None
    return quantity.figure.value * (quantity.unit.factor if quantity.unit else 1)


def _same_deed(sentence: Sentence, start: int, whole: Quantity, before: Sequence[Sentence]) -> bool:
    """Say whether a sum of money is added up, or has the same done to it as its parts."""
    words = sentence.words[start : opens(sentence, whole)]
    if not lexicon.words(_TABLE, "summing").isdisjoint(words):
        return True
    giving = lexicon.words(_TABLE, "giving")
    if not giving.isdisjoint(words) and any(not giving.isdisjoint(s.words) for s in before):
        return True
    stems = {word[:_STEM] for word in words if len(word) >= _STEM and word.isalpha()}
    stems -= {word[:_STEM] for word in lexicon.words("nouns", "stop")}
    return any(
        word[:_STEM] in stems for earlier in before for word in earlier.words if word.isalpha()
    )


def _some(pool: Sequence[Quantity]) -> Iterator[tuple[Quantity, ...]]:
    """Yield what else a sum may add up: any two or more, but not all, of the figures."""
    for count in range(1, len(pool)):
        yield from combinations(pool, count)
