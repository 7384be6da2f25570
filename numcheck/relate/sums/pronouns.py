"""Parts that a pronoun takes of their whole: "48 of them"."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.relate.sums.takings import is_group
from numcheck.relate.sums.terms.apart import no_group
from numcheck.relate.sums.terms.kin import is_person, is_sort
from numcheck.relate.sums.terms.ties import wholes
from numcheck.relate.wording import closes, opens

_TABLE = "cues/sums"
_THOSE = frozenset({"the", "its", "their", "these", "those", "his", "her"})
_RUNS = frozenset({"to", "or", "in", "-", "–"})
_RIVALS = frozenset("rival rivals competitor competitors neighbour neighbor".split())
_FAR = 14  # words in which a rival may stand before the part
_LEADING = frozenset("in on at by for after before during over within of from to".split())


def may_take(sentence: Sentence) -> bool:
    """Say whether words right behind a figure may take it of a whole; cheap to ask."""
    words, behind = sentence.words, lexicon.phrases(_TABLE, "behind")
    for one in sentence.amounts:
        if one.noun is not None and words[one.last : one.last + 1] == ["of"]:
            return True
        if behind.at(words, closes(sentence, one)) is not None:
            return True
    return False


def parts_of(
    sentence: Sentence, figures: list[Quantity], before: Sentence | None
) -> Iterator[tuple[list[Quantity], int, int]]:
    """Yield what "48 of them" may be of, and the places after and before that part."""
    words = sentence.words
    for at, part in enumerate(figures):
        after = closes(sentence, part)
        hit = lexicon.phrases(_TABLE, "behind").at(words, after)
        noun = None if hit else _of_those(sentence, part)
        if hit is None and noun is None:
            continue
        if hit and any(q.first == hit[1] for q in figures):
            continue  # "67 of these 70 patients"
        earlier, first = figures[:at], opens(sentence, part)
        if _is_apart(sentence, first) or (hit and words[first - 1] in _THOSE):
            continue  # "were joined by a cook, and the 16 of them"
        if hit and words[hit[1] - 2] == "among" and part.noun and not _of_one(part, earlier):
            continue  # "the three boats landed 48 fish among them"
        if at and words[first - 1] in _RUNS and closes(sentence, figures[at - 1]) == first - 1:
            continue  # "10 to 15 of them": the 10 is no whole
        if not earlier and before is not None:
            earlier = [q for q in wholes(before) if not _named(sentence, q, first)]
        if noun is not None:
            earlier = [q for q in earlier if is_sort(q.noun, noun) or is_group(sentence, q)]
        if hit and words[hit[1] - 1] in ("them", "those", "these", "whom"):
            elsewhere = bool(earlier) and earlier[0].sentence != sentence.index
            own = before if elsewhere and before is not None else sentence
            earlier = _countable(own, earlier, part)
        yield [q for q in earlier if q.value != 1], after, first


def _is_apart(sentence: Sentence, first: int) -> bool:
    """Say whether a figure is another's, or all that was: "its rival sold 1,350 of them"."""
    led = sentence.words[max(0, first - 3) : first]
    if not lexicon.words(_TABLE, "gained").isdisjoint(led[-1:]) or led[:-1] == [",", "having"]:
        return True  # "sold 1,200 pies, having baked 1,350 of them"
    return not _RIVALS.isdisjoint(sentence.words[max(0, first - _FAR) : first])


def _named(sentence: Sentence, whole: Quantity, first: int) -> bool:
    """Say whether others are named before a part: "Its fans, about 5,600 of them, sang"."""
    words = sentence.words
    if words[first - 1 : first] != [","] or words[0] in _LEADING:
        return False  # "In the weeks that followed, 140 of them came back"
    named = [word for word in words[: first - 1] if word.isalpha() and lexicon.is_plural(word)]
    return bool(named) and whole.noun not in (named[-1], lexicon.singular(named[-1]))


def _countable(own: Sentence, earlier: list[Quantity], part: Quantity) -> list[Quantity]:
    """Return the figures that "them" may stand for: no money, and a time only if need be."""
    fit = [q for q in earlier if not (q.kind == "money" or no_group(own, q))]
    if part.kind != "duration":  # "had nine children in two years, three of them girls"
        return [q for q in fit if q.kind != "duration"] or fit
    return fit


def _of_one(part: Quantity, earlier: list[Quantity]) -> bool:
    """Say whether a figure counts people, or what an earlier one counts."""
    return is_person(part.noun) or any(one.noun == part.noun for one in earlier)


def _of_those(sentence: Sentence, part: Quantity) -> str | None:
    """Return the noun of "43 of the members", where nothing narrows it down."""
    words, after = sentence.words, closes(sentence, part)
    if part.noun is None or part.modifiers or after >= len(words):
        return None
    if words[part.last] != "of" or words[part.last + 1] not in _THOSE:
        return None
    finite = lexicon.words(_TABLE, "finite") | lexicon.words("cues/groups", "finite")
    closed = words[after] in finite or words[after] in (",", ".", ";")
    return part.noun if closed or words[after].endswith("ed") else None
