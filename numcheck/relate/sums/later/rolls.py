"""Men and women, and how many they are next: "the eight defendants"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.setting import Setting
from numcheck.relate.sums.terms.kin import apart, group_of, is_person
from numcheck.relate.sums.terms.ones import singles
from numcheck.relate.sums.terms.ties import overlaps, tie, wholes
from numcheck.relate.wording import closes, opens

_TABLE = "cues/sums"
_ALL = (["the"], ["all"], ["all", "the"], ["all", "of", "the"])
_EVERY = (["all"], ["all", "the"], ["all", "of", "the"], ["none", "of", "the"])
_ALL_OR_NONE = frozenset({"all", "none"})
_JOINS = frozenset({";", ",", "and", "–", "—", ":", "but"})
_SAME = frozenset({"including", "among", "other", "others", "more", "another", "each", "both"})
_ONE = frozenset({"a", "an", "another", "one", "his", "her", "their", "the"})
_ARTICLES = frozenset({"a", "an"})
_NEAR = 3  # words of "a 16-year-old boy"


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield "Four men and three women appeared. The eight defendants …", "; all nine …"."""
    before: Sentence | None = None
    for sentence in passage.figured:
        if not _ALL_OR_NONE.isdisjoint(sentence.vocabulary):
            yield from _in_one(passage, sentence)
        earlier, before = before, sentence
        if earlier is None or earlier.index + 1 != sentence.index:
            continue
        whole = _all_of_them(sentence)
        if whole is not None:
            parts = _counted(earlier, sentence, whole)
            if parts and _only_they(passage, sentence, whole, parts):
                first = opens(sentence, whole)
                yield tie("split", sentence, whole, tuple(parts), first, whole.last)


def _in_one(passage: Passage, sentence: Sentence) -> Iterator[Relation]:
    """Yield "Four men and three women were held; all nine were bailed", in one sentence."""
    words, figures = sentence.words, sentence.amounts
    for at in range(1, len(figures)):
        whole, first = figures[at], opens(sentence, figures[at])
        lead = next((one for one in _EVERY if words[first - len(one) : first] == one), None)
        if lead is None or words[first - len(lead) - 1] not in _JOINS or not _plain(whole):
            continue
        after = words[closes(sentence, whole) :][:1]
        ones = _singles(sentence, figures[:at], first)
        parts = sorted([*figures[:at], *ones], key=lambda one: one.first)
        if len(parts) < 2:
            continue
        if whole.noun is not None or not after or after[0] not in lexicon.words(_TABLE, "finite"):
            continue
        if len(parts) < 6 and all(map(_plain, parts)):
            told = _coordinated(sentence, parts) and not _more(sentence, counted=ones)
            told = told and not (ones and _crewed(passage, sentence))
            if told and not overlaps(sentence) and _only_they(passage, sentence, whole, parts):
                yield tie("split", sentence, whole, tuple(parts), first, whole.last)


def _singles(sentence: Sentence, figures: Sequence[Quantity], last: int) -> list[Quantity]:
    """Return those who are told of beside counts without a figure: ", three Danes and a Swede"."""
    if not figures or _ARTICLES.isdisjoint(sentence.vocabulary):
        return []
    found = singles(sentence, last)
    named = all(one.counts and one.counts[:1].isupper() for one in figures)
    nouns = [sentence.raw[one.last - 1] for one in found]
    people = not named and all(is_person(one.noun) for one in figures)
    fit = all(noun[:1].isupper() if named else people and is_person(noun) for noun in nouns)
    led = all(sentence.words[one.first] in _ARTICLES for one in found)
    return [
        replace(one, noun=noun.lower(), counts=noun)
        for one, noun in zip(found if fit and led else (), nouns, strict=False)
    ]


def _crewed(passage: Passage, sentence: Sentence) -> bool:
    """Say whether the sentence before has one who may be with them: "Their skipper was ill."."""
    before = passage.sentences[sentence.index - 1].words if sentence.index else ()
    return any(word in lexicon.words(_TABLE, "crew") for word in before)


def _plain(figure: Quantity) -> bool:
    """Say whether a figure counts, and is a whole number told without a hedge."""
    counts = figure.kind in ("count", "number") and isinstance(figure.value, int)
    return counts and figure.hedge is None and not figure.is_range


def _coordinated(sentence: Sentence, figures: Sequence[Quantity]) -> bool:
    """Say whether a sentence begins with its counts, one by one: "Seven horses and nine ponies"."""
    words = sentence.words
    joined = (
        words[closes(sentence, one) : opens(sentence, other)] for one, other in pairwise(figures)
    )
    ends = [gap in (["and"], [","], [",", "and"]) for gap in joined]
    fresh = _SAME.isdisjoint(words[: figures[-1].last])
    nouns = {one.noun for one in figures}
    return all(ends) and fresh and None not in nouns and len(nouns) == len(figures)


def _all_of_them(sentence: Sentence) -> Quantity | None:
    """Return the figure that opens a sentence and counts all those told of before."""
    figure = sentence.quantities[0]
    first = opens(sentence, figure)
    if figure.kind not in ("count", "number") or sentence.words[:first] not in _ALL:
        return None
    if figure.hedge or figure.is_range or not isinstance(figure.value, int) or figure.modifiers:
        return None
    after = sentence.words[closes(sentence, figure) :][:1]
    alone = after and (after[0] in lexicon.words(_TABLE, "finite") or is_person(figure.noun))
    narrowed = after and after[0] in lexicon.words(_TABLE, "narrows")
    return figure if alone and not narrowed else None


def _counted(earlier: Sentence, sentence: Sentence, whole: Quantity) -> list[Quantity]:
    """Return the only people that the sentence before counts, if a sum can be drawn of them."""
    figures = wholes(earlier)
    ones = _singles(earlier, figures, len(earlier.words)) if whole.noun is None else []
    figures = sorted([*figures, *ones], key=lambda one: one.first)
    if not 1 < len(figures) < 6 or any(q.hedge or q.is_range for q in figures):
        return []
    if any(q.kind not in ("count", "number") or q.value is None for q in figures):
        return []
    if (
        lexicon.phrases(_TABLE, "elsewhere").find(earlier.words)
        or overlaps(earlier)
        or overlaps(sentence)
        or _more(earlier, counted=ones)
        or _more(sentence, _ONE - {"the"})
    ):
        return []
    if whole.noun is None:
        nouns = {q.noun for q in figures[1:]} - {None, figures[0].noun}
        people = figures[0].first == 0 and all(_person(q) for q in figures)
        own = {one.first for one in ones}
        between = range(figures[0].last, figures[-1].first)
        alone = not any(earlier.words[at] in _ARTICLES and at not in own for at in between)
        people = people or (ones != [] and _coordinated(earlier, figures))
        alike = sentence.words[0] == "all" and alone and (people or not nouns)
        return figures if alike and figures[0].first < _NEAR + 1 else []
    sexes = all(group_of(q.noun) in ("sexes", "ages") for q in figures)
    other = group_of(whole.noun) not in ("sexes", "ages") and is_person(whole.noun)
    return figures if sexes and other and apart(figures) else []


def _person(figure: Quantity) -> bool:
    return figure.noun is None or is_person(figure.noun)


def _more(
    sentence: Sentence, ones: frozenset[str] = _ONE, counted: Sequence[Quantity] = ()
) -> bool:
    """Say whether a sentence tells of others, or of one without a figure: "and a boy of 16"."""
    words, known = sentence.words, {one.first for one in counted}
    hits = lexicon.phrases(_TABLE, "not_all").all(words)
    if any(hit.last - 1 not in known or hit.last - hit.first != 2 for hit in hits):
        return True
    told = [*sentence.quantities, *counted]
    places = {at for q in told for at in range(q.first, q.noun_last)}
    groups = lexicon.words(_TABLE, "groups_of_them")
    return any(
        word in ones
        and place not in known
        and any(
            at not in places
            and words[at] not in groups
            and (is_person(words[at]) or words[at] == "old")
            for at in range(place + 1, min(place + 1 + _NEAR, len(words)))
        )
        for place, word in enumerate(words)
    )


def _only_they(
    passage: Passage, sentence: Sentence, whole: Quantity, parts: Sequence[Quantity]
) -> bool:
    """Say whether a sum is off by a little, and no earlier sentence has it, or other people."""
    value = whole.value or 0
    total = sum(part.value or 0 for part in parts)
    if not total - 1 <= value < 2 * total or value <= max(part.value or 0 for part in parts):
        return False
    for one in passage.figured:
        if one.index >= sentence.index:
            break
        if any(q.value == value for q in one.quantities):
            return False
        if one.index < sentence.index - 1 and any(is_person(q.noun) for q in one.quantities):
            return False
    return True
