"""Bodies and those who sit on them: "make up the 31-strong committee"."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.setting import Setting
from numcheck.relate.sums.takings import is_group
from numcheck.relate.sums.terms.kin import kin
from numcheck.relate.sums.terms.members import series
from numcheck.relate.sums.terms.ties import meets, overlaps, tie, wholes
from numcheck.relate.wording import closes, opens

_TABLE = "cues/sums"
_THEY_ARE, _THREE = 2, 3  # words of "they were", and the parts that such a list must have
_FAR = 4  # words from "make up" to the size of a body
_CLAUSE = 3  # words from "11 members" to "voting"


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield bodies with all who make them up, and with those who vote on them."""
    for sentence in passage.with_amounts(2):
        figures = wholes(sentence)
        if len(figures) < 2 or overlaps(sentence):
            continue
        hit = lexicon.phrases(_TABLE, "they_comprise").at(sentence.words, 0)
        if hit is not None and (before := passage.before(sentence)) is not None:
            yield from _fill(sentence, figures, hit[1], before)
        if len(figures) > 2:
            yield from _made_up(sentence, figures)
        yield from _voting(sentence, figures)


def _fill(
    sentence: Sentence, figures: list[Quantity], first: int, before: Sentence
) -> Iterator[Relation]:
    """Yield "835 trees will be planted. They are made up of 410 limes, 265 rowans and 180 oaks"."""
    if opens(sentence, figures[0]) != first + (sentence.words[first] == ":"):
        return
    if first == _THEY_ARE and (figures[0].noun is None or len(figures) < _THREE):
        return  # "They were 52 and 41"
    earlier = [one for one in wholes(before) if kin(one, figures[0]) and one.value != 1]
    largest = max((one.value or 0 for one in figures), default=0)
    groups = [one for one in earlier if (one.value or 0) > largest]
    if len(groups) != 1 or groups[0].hedge is not None:
        return
    whole = groups[0]
    found = series(sentence, first, len(sentence), whole, least=2)
    if found is None or not found.closed or any(part.hedge for part in found.parts):
        return
    total = sum(part.value or 0 for part in found.parts)
    if not total <= 2 * (whole.value or 0) <= 4 * total:
        return  # "The estate has 800 homes. It comprises three towers and two courts"
    alike = all(kin(whole, part) for part in found.parts)
    if not alike or any(meets(one, found.parts) for one in earlier):
        return
    if lexicon.phrases(_TABLE, "not_full").find(sentence.words) is None:
        yield tie("split", sentence, whole, found.parts, 0, first)


def _made_up(sentence: Sentence, figures: list[Quantity]) -> Iterator[Relation]:
    """Yield "Nine Greens, four Reds and two independents make up the 15-strong panel"."""
    *parts, whole = figures
    words, last = sentence.words, opens(sentence, whole)
    hit = lexicon.phrases(_TABLE, "fills_it").find(words, closes(sentence, parts[-1]), last)
    if hit is None or last - hit.last > _FAR or not _is_body(sentence, whole):
        return
    if any(part.hedge or not kin(whole, part) for part in parts):
        return
    if lexicon.phrases(_TABLE, "not_full").find(words) is not None:
        return
    found = series(sentence, opens(sentence, parts[0]), hit.first, whole)
    if found is None or not found.closed or len(found.members) != len(parts):
        return
    if len(sentence.amounts) == len(figures):
        yield tie("split", sentence, whole, found.parts, hit.first, hit.last)


def _is_body(sentence: Sentence, whole: Quantity) -> bool:
    """Say whether a figure is the size of a body: "the 31-strong committee", "a jury of 12"."""
    words = sentence.words
    sized = is_group(sentence, whole) and words[0] != "with"
    return sized or words[whole.last : whole.last + 1] in (["seats"], ["places"])


def _voting(sentence: Sentence, figures: list[Quantity]) -> Iterator[Relation]:
    """Yield "The nine-member council approved it, with 11 members voting in favour"."""
    if "-" not in sentence.vocabulary:
        return
    sizes = [one for one in figures if is_group(sentence, one)]
    sizes = [one for one in sizes if sentence.words[one.last : one.last + 1] == ["-"]]
    if len(sizes) != 1:
        return
    whole, words = sizes[0], sentence.words
    nouns, verbs = lexicon.words(_TABLE, "sitting"), lexicon.words(_TABLE, "voting")
    for part in figures:
        after = closes(sentence, part)
        if part.first < whole.last or part.noun not in nouns or part.modifiers:
            continue
        lead = words[max(0, opens(sentence, part) - 1)]
        if lead not in ("with", ",", "and", "as", "after", "but", "when", "because", "only"):
            continue
        if verbs.isdisjoint(words[after : after + _CLAUSE]):
            continue
        if lexicon.phrases(_TABLE, "other_body").find(words) is None:
            yield tie("parts", sentence, whole, (part,), after, after + 1)
            return
