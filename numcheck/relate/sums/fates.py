"""Games won and lost, people killed and saved, groups and their parts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.setting import Setting
from numcheck.relate.sums.takings import is_group
from numcheck.relate.sums.terms.apart import exclusive
from numcheck.relate.sums.terms.kin import group_of, is_person, kin
from numcheck.relate.sums.terms.listed import Series
from numcheck.relate.sums.terms.members import series
from numcheck.relate.sums.terms.ties import overlaps, tie, wholes
from numcheck.relate.wording import closes, opens

_TABLE = "cues/sums"
_SEXES = ({"boy", "girl"}, {"man", "woman"}, {"male", "female"}, {"adult", "child"})
_PLAYED = frozenset("game match fixture meeting bout race fight test".split())
_RISKS = frozenset({"aboard", "board", "carrying", "crew", "complement"})
_FEW = 3  # figures besides a group's size that may be of something else
_OUTCOMES = ("win", "draw", "loss")


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every whole whose parts are told by what became of them, or who they are."""
    for sentence in passage.with_amounts(2):
        if len(sentence.quantities) < 2:
            continue
        figures = wholes(sentence)
        if len(figures) < 2 or overlaps(sentence):
            continue
        yield from _through(sentence, figures)
        at_risk = not _RISKS.isdisjoint(sentence.vocabulary)
        if at_risk:
            yield from _aboard(sentence, figures)
        if len(figures) > 2:
            yield from _results(sentence, figures)
            yield from _grouped(sentence, figures)
            if at_risk:
                yield from _fates(sentence, figures)


def _results(sentence: Sentence, figures: list[Quantity]) -> Iterator[Relation]:
    """Yield games played with those won, drawn and lost."""
    played = [q for q in figures if _is_played(sentence, q)]
    if len(played) != 1:
        return
    terms: dict[str, Quantity] = {}
    for figure in figures:
        outcome = _outcome(sentence, figure)
        if figure is played[0] or outcome is None:
            continue
        if outcome in terms:
            return
        terms[outcome] = figure
    parts = tuple(terms[name] for name in _OUTCOMES if name in terms)
    before = {part.first < played[0].first for part in parts}
    if "win" not in terms or "loss" not in terms or len(before) > 1:
        return
    if _of_others(sentence, played[0], parts):
        return
    kind = "split" if len(parts) == len(_OUTCOMES) else "parts"
    yield tie(kind, sentence, played[0], parts, played[0].first, played[0].last)


def _of_others(sentence: Sentence, played: Quantity, parts: tuple[Quantity, ...]) -> bool:
    """Say whether results are somebody else's: "11 fights, ten won; his brother has won 18"."""
    first, last = sorted((played.first, parts[0].first))
    between = sentence.words[first:last]
    if ";" not in between:
        return False
    begun = between[between.index(";") + 1 :]
    return bool(begun) and begun[0] in ("his", "her", "its", "their", "the")


def _grouped(sentence: Sentence, figures: list[Quantity]) -> Iterator[Relation]:
    """Yield "15 boys and 13 girls in the class of 28", "28 seats and 23 on the 51-seat council"."""
    ahead = is_group(sentence, figures[0]) and len(figures) > _FEW
    whole = figures[0] if ahead else figures[-1]
    if not is_group(sentence, whole):
        return
    seated = replace(whole, noun="seat") if whole.noun == "member" else whole
    terms = [q for q in figures if q is not whole and (kin(whole, q) or kin(seated, q))]
    if len(terms) < 2 or len(terms) < len(figures) - 1:
        return
    last = len(sentence) if ahead else opens(sentence, whole)
    found = series(sentence, opens(sentence, terms[0]), last, seated if ahead else whole)
    if found is None or len(found.members) != len(terms) or not found.closed:
        return
    sexes = {part.noun for part in found.parts}
    if len(sexes) == len(terms) and any(sexes == pair for pair in _SEXES):
        yield tie("split", sentence, whole, found.parts, whole.first, whole.last)
    elif (
        exclusive(sentence, found)
        or _owned_after(sentence, found)
        or (ahead and _held(sentence, found))
    ):
        yield tie("parts", sentence, whole, found.parts, whole.first, whole.last)


def _held(sentence: Sentence, found: Series) -> bool:
    """Say whether a group has the parts of a list: "the 14-man squad has five bowlers, six …"."""
    before = sentence.words[max(0, found.members[0].first - 1) : found.members[0].first]
    return bool(before) and before[0] in lexicon.words(_TABLE, "holding") and len(found.parts) > 2


def _owned_after(sentence: Sentence, found: Series) -> bool:
    """Say whether every part but the first has an owner before it: "won 28, the Greens eight"."""
    raw = sentence.raw
    for member in found.members[1:]:
        lead = raw[member.first : opens(sentence, member.quantity)]
        others = bool(lead) and lexicon.is_plural(lead[-1])  # "and independents four"
        if not others and not any(word[0].isupper() for word in lead):
            return False
    return any(word[0].isupper() for word in raw[: found.members[0].first])


def _through(sentence: Sentence, figures: list[Quantity]) -> Iterator[Relation]:
    """Yield those who began and those who came through: "29 sat the exam and 25 passed"."""
    words = sentence.words
    began = lexicon.phrases(_TABLE, "began")
    ended = lexicon.phrases(_TABLE, "ended")
    for whole, part in pairwise(figures):
        if whole.noun is None or part.noun is not None or not kin(whole, part):
            continue
        start, after = closes(sentence, whole), closes(sentence, part)
        joint = words[opens(sentence, part) - 1] in ("and", "but", ",", ";", "only")
        went = began.at(words, start) and ended.at(words, after)
        if joint and (went or _are_people(sentence, whole, after)):
            yield tie("parts", sentence, whole, (part,), after, after + 1)


def _are_people(sentence: Sentence, whole: Quantity, after: int) -> bool:
    """Say whether a bare figure tells who some of them were: "40 stood; 15 were women"."""
    words = sentence.words[after : after + 3]
    if len(words) < 2 or words[0] not in ("were", "are") or not is_person(whole.noun):
        return False
    ended = len(words) < 3 or words[2] in (".", ",", ";")
    return ended and group_of(lexicon.singular(words[1])) in ("sexes", "ages")


def _is_played(sentence: Sentence, figure: Quantity) -> bool:
    if figure.noun is not None:
        return figure.noun in _PLAYED
    before = opens(sentence, figure)
    return before > 0 and sentence.words[before - 1] in ("played", "playing", "from")


def _fates(sentence: Sentence, figures: list[Quantity]) -> Iterator[Relation]:
    """Yield those who were there, with the dead, the hurt and the saved among them."""
    whole = next((q for q in figures if _at_risk(sentence, q)), None)
    if whole is None:
        return
    fates: dict[str, Quantity] = {}
    for figure in figures:
        fate = _fate(sentence, figure) if figure is not whole else None
        if fate is None:
            continue
        if fate in fates or not kin(whole, figure) or figure.first < whole.first:
            return
        fates[fate] = figure
    if len(fates) > 1:
        yield tie("parts", sentence, whole, tuple(fates.values()), whole.first, whole.last)


def _aboard(sentence: Sentence, figures: list[Quantity]) -> Iterator[Relation]:
    """Yield those aboard with those saved: "48 people aboard, and 60 were rescued"."""
    for whole, part in pairwise(figures):
        if part.noun is not None or not kin(whole, part) or not _at_risk(sentence, whole):
            continue
        if _fate(sentence, part) in ("fate/alive", "fate/missing"):
            yield tie("parts", sentence, whole, (part,), whole.first, whole.last)


def _at_risk(sentence: Sentence, figure: Quantity) -> bool:
    """Say whether a figure counts those who were there: "carrying 43 pilgrims", "a crew of 31"."""
    words, first = sentence.words, opens(sentence, figure)
    if figure.noun is None:
        return words[first - 2 : first] in (["crew", "of"], ["complement", "of"])
    aboard = words[closes(sentence, figure) :][:2]
    return (
        words[max(0, first - 1) : first] == ["carrying"]
        or aboard[:1] == ["aboard"]
        or (aboard == ["on", "board"])
    )


def _fate(sentence: Sentence, figure: Quantity) -> str | None:
    """Return what befell those whom a figure counts: "killing 19", "24 were rescued"."""
    table, words = lexicon.phrases(_TABLE, "poles"), sentence.words
    hits = [table.ending(words, opens(sentence, figure))]
    after = closes(sentence, figure)
    hits += [table.at(words, place) for place in range(after, min(after + 4, len(words)))]
    return next((hit[0] for hit in hits if hit and hit[0].startswith("fate/")), None)


def _outcome(sentence: Sentence, figure: Quantity) -> str | None:
    """Return whether a figure counts games won, drawn or lost."""
    table = lexicon.phrases(_TABLE, "poles")
    words, first = sentence.words, opens(sentence, figure)
    hits = [table.ending(words, first)]
    if figure.noun is not None:
        hits.append(table.at(words, closes(sentence, figure) - 1))
    for hit in hits:
        if hit and hit[0].startswith("result/"):
            return hit[0].partition("/")[2]
    return None
