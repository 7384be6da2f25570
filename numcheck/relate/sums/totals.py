"""Parts, then their sum, within a sentence: "21 in all"."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.interval import Rational
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.setting import Setting
from numcheck.relate.sums.terms.kin import apart, are_ages, kin
from numcheck.relate.sums.terms.listed import Series
from numcheck.relate.sums.terms.members import series
from numcheck.relate.sums.terms.ones import singles
from numcheck.relate.sums.terms.ties import overlaps, tie, wholes
from numcheck.relate.wording import closes, opens

_TABLE = "cues/sums"
_NEAR = 4  # words between a sum and "in all": "330 hectares were lost in all"
_JOINED = frozenset({"with", "including", "counting", "plus", "once", "when", "if"})
_SUMMED = frozenset({"total", "combined", "overall", "joint", "grand"})
_OF_THE = (["of", "the"], ["of", "its"], ["of", "their"], ["of", "all"])
_STOPS = frozenset({",", ";", ":", "and", "but", "(", ")", "–", "—", "."})


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every sum with the figures before it: "12 men and nine women, 21 in all"."""
    for sentence in passage.with_amounts(2):
        figures = wholes(sentence, spans=True)
        if len(figures) < 3 or overlaps(sentence):
            continue
        yield from _summed(sentence, figures)


def _summed(sentence: Sentence, figures: list[Quantity]) -> Iterator[Relation]:
    words = sentence.words
    for at in range(2, len(figures)):
        whole = figures[at]
        cue = _cue(sentence, whole)
        if cue is None:
            continue
        last, after, mutual = cue
        if _beside(words, last):
            continue
        if lexicon.phrases(_TABLE, "running").find(words, after, min(len(words), after + 6)):
            continue
        if words[after : after + 1] and words[after] in _JOINED:
            continue  # "a total of 18 races with the finals"
        results = lexicon.words(_TABLE, "results")
        if not mutual and not results.isdisjoint(words[max(0, last - 4) : last]):
            continue  # "gained seven seats and lost two, giving it 31 in total"
        spans = whole.kind == "duration"
        terms = [q for q in figures[:at] if spans or q.kind != "duration"]
        found = _addends(sentence, terms, last, whole)
        if found is not None and not _product(found.parts, whole):
            yield tie("split", sentence, whole, found.parts, last, after)


def _beside(words: list[str], first: int) -> bool:
    """Say whether a sum is another one, set beside: "against 4,600 in all last year"."""
    lead = words[max(0, first - 2) : first]
    return lead[-1:] in (["against"], ["versus"], ["than"]) or lead in (
        ["compared", "with"],
        ["compared", "to"],
        ["up", "from"],
        ["down", "from"],
    )


def _cue(sentence: Sentence, whole: Quantity) -> tuple[int, int, bool] | None:
    """Return where the words of a sum begin and end, and whether it is one "between them"."""
    words, start, first = sentence.words, closes(sentence, whole), opens(sentence, whole)
    before = lexicon.phrases(_TABLE, "sum_before").ending(words, first) or _named(words, first)
    if before and words[max(0, before[1] - 1)] in lexicon.words("cues/closed", "within"):
        before = None  # "80 and 63 in a total of 180"
    stop = next(
        (at for at in range(start, min(start + _NEAR, len(words))) if words[at] in _STOPS),
        min(start + _NEAR, len(words)),
    )
    hit = lexicon.phrases(_TABLE, "sum_after").find(words, start, min(stop + 3, len(words)))
    if hit is not None and hit.first > stop:
        hit = None
    if hit is None and before is None:
        return None
    mutual = hit is not None and words[hit.first : hit.last] == ["between", "them"]
    return before[1] if before else first, hit.last if hit else start, mutual


def _named(words: list[str], first: int) -> tuple[str, int] | None:
    """Return where "a total entry of" begins, if such words stand before a place."""
    lead = words[max(0, first - 4) : first]
    named = lead[-1:] == ["of"] and len(lead) == 4 and lead[2].isalpha()
    if not named or lead[1] not in _SUMMED or lead[0] not in ("a", "an"):
        return None
    return lead[1], first - 4


def _addends(
    sentence: Sentence, figures: list[Quantity], last: int, whole: Quantity
) -> Series | None:
    """Return the list that ends before a sum, if every figure in it counts the same."""
    words = sentence.words
    first = 0
    for at in range(last - 2, 0, -1):
        if words[at] in (";", ":"):
            first = at + 1
            break
    terms = [q for q in figures if q.first >= first and kin(whole, q)]
    if len(terms) < 2 or any(q.first >= first and not kin(whole, q) for q in figures):
        return None
    if whole.kind == "duration" and are_ages(words, opens(sentence, terms[0])):
        return None
    if singles(sentence, last):
        return None  # "a cook, three waiters and nine guests, 13 in all"
    found = series(sentence, opens(sentence, terms[0]), last, whole)
    if found is None or len(found.members) != len(terms) or not found.members[-1].last:
        return None
    inner = lexicon.phrases(_TABLE, "ahead").ending(words, found.members[0].first)
    behind = lexicon.phrases(_TABLE, "behind")
    outer = [m for m in found.members if not behind.at(words, closes(sentence, m.quantity))]
    if len(outer) < 2:
        return None
    # "£4m on roads, £2.5m of it on the ring road, and £1.5m on pavements" is £5.5m
    found = found._replace(members=tuple(outer))
    nouns = {part.noun for part in found.parts} - {None}
    inside = inner and words[found.members[0].first - 1] != "with"
    if any(_by_time(words, closes(sentence, part)) for part in found.parts):
        return None
    if any(words[opens(sentence, part) - 2 :][:2] in _OF_THE for part in found.parts):
        return None  # "a quarter of the 48 flats and all 10 houses, 22 homes in all"
    if words[last - 1] == "and" and nouns and whole.noun is not None and whole.noun not in nouns:
        return None  # "40 objections in May and 55 in June, and 120 letters of support in all"
    if inside or (whole.noun is None and len(nouns) > 1 and not apart(found.parts)):
        return None
    return found


def _by_time(words: list[str], at: int) -> bool:
    """Say whether a figure is so many a time: "eight shows a week, with three lost"."""
    spells = lexicon.words("cues/rates", "spells")
    return any(
        words[place] in ("a", "per") and words[place + 1] in spells
        for place in range(at, min(at + 2, len(words) - 1))
    )


def _product(parts: tuple[Quantity, ...], whole: Quantity) -> bool:
    """Say whether a sum is a product: "12 boxes and 20 eggs in each, 240 in all"."""
    value: Rational = 1
    for part in parts:
        value *= part.figure.value if part.figure else 0
    return whole.figure is not None and value == whole.figure.value
