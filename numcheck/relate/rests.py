"""Wholes that are used up: "nine of the 20 … the other 11"; won, drawn and lost."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.apart import exclusive
from numcheck.relate.kin import kin
from numcheck.relate.members import Series, series
from numcheck.relate.parts import taken_of, wholes
from numcheck.relate.setting import Setting
from numcheck.relate.splits import overlaps, tie
from numcheck.relate.wording import closes, opens

_TABLE = "cues/sums"
_LEFT = frozenset({"other", "remaining", "rest", "remainder", "balance", "last", "final"})
_PLAYED = frozenset("game match fixture meeting bout race fight test".split())
_SEXES = ({"boy", "girl"}, {"man", "woman"}, {"male", "female"})
_OUTCOMES = ("win", "draw", "loss")


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every whole that a sentence takes apart to the last piece."""
    for sentence in passage.figured:
        figures = wholes(sentence)
        if len(figures) < 2 or overlaps(sentence):
            continue
        if not _LEFT.isdisjoint(sentence.words):
            yield from _left(sentence, figures)
        if len(figures) > 2:
            yield from _results(sentence, figures)
            yield from _grouped(sentence, figures)


# ------------------------------------------------------------------------------- what is left


def _left(sentence: Sentence, figures: list[Quantity]) -> Iterator[Relation]:
    """Yield "nine of the 20 jurors are women, the other 11 men" as 20 = 9 + 11."""
    for at, whole in enumerate(figures):
        first, start = taken_of(sentence, whole), closes(sentence, whole)
        taken: tuple[Quantity, ...] = ()
        if first is not None:
            if not at or closes(sentence, figures[at - 1]) != first:
                continue
            taken = (figures[at - 1],)
            found = series(sentence, start, len(sentence), whole, fresh=False)
        else:
            after = [q for q in figures[at + 1 :] if kin(whole, q)]
            if not after:
                continue
            definite = _definite(sentence, whole)
            begin = opens(sentence, after[0]) if definite else start
            found = series(sentence, begin, len(sentence), whole, fresh=definite)
            if found is None or not (definite or _each_led(sentence, whole, found)):
                continue
        if found is not None and _used_up(found, len(taken)):
            parts = (*taken, *found.parts)
            yield tie("split", sentence, whole, parts, start, found.members[0].first)
            return


def _used_up(found: Series, taken: int) -> bool:
    """Say whether a list names all that was left beside what was taken before it."""
    rests = [member.rest for member in found.members]
    return found.has_rest and rests.count(True) == 1 and len(rests) + taken > 1


def _each_led(sentence: Sentence, whole: Quantity, found: Series) -> bool:
    """Say whether each part has its verb: "bought 12 eggs, broke three and used the other nine"."""
    if whole.noun is None or not found.members:
        return False
    return (
        all(
            member.quantity.noun is None
            and sentence.words[member.first].isalpha()
            and opens(sentence, member.quantity) > member.first
            for member in found.members
        )
        and found.members[-1].first < found.members[-1].quantity.first - 2
    )


def _definite(sentence: Sentence, whole: Quantity) -> bool:
    """Say whether a sentence begins with its whole: "The 20 jurors", "All 48 plots"."""
    first = opens(sentence, whole)
    return first in (1, 2) and sentence.words[first - 1] in lexicon.words(_TABLE, "its")


# ----------------------------------------------------------------------- won, drawn and lost


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
    kind = "split" if len(parts) == len(_OUTCOMES) else "parts"
    yield tie(kind, sentence, played[0], parts, played[0].first, played[0].last)


# ------------------------------------------------------------- the group that the parts make up


def _grouped(sentence: Sentence, figures: list[Quantity]) -> Iterator[Relation]:
    """Yield "15 boys and 13 girls in the class of 28", "28 seats and 23 on the 51-seat council"."""
    whole = figures[-1]
    if not _is_group(sentence, whole):
        return
    terms = [q for q in figures[:-1] if kin(whole, q)]
    if len(terms) < 2 or len(terms) < len(figures) - 1:
        return
    found = series(sentence, opens(sentence, terms[0]), opens(sentence, whole), whole)
    if found is None or len(found.members) != len(terms) or not found.closed:
        return
    sexes = {part.noun for part in found.parts}
    if len(sexes) == len(terms) and any(sexes == pair for pair in _SEXES):
        yield tie("split", sentence, whole, found.parts, whole.first, whole.last)
    elif exclusive(sentence, found) or _owned_after(sentence, found):
        yield tie("parts", sentence, whole, found.parts, whole.first, whole.last)


def _is_group(sentence: Sentence, whole: Quantity) -> bool:
    """Say whether a figure is the size of a group: "class of 28", "51-seat", "28-strong"."""
    words, first = sentence.words, opens(sentence, whole)
    if "-" in words[whole.last : whole.last + 1]:
        return words[whole.last + 1 : whole.last + 2] in (["seat"], ["member"], ["strong"], ["man"])
    if words[max(0, first - 1) : first] == ["of"]:
        return first > 1 and words[first - 2] in lexicon.words("cues/groups", "bodies")
    return words[0] == "with" and words[first - 1] in ("has", "have", "had")


def _owned_after(sentence: Sentence, found: Series) -> bool:
    """Say whether every part but the first has an owner before it: "won 28, the Greens eight"."""
    raw = sentence.raw
    for member in found.members[1:]:
        lead = raw[member.first : opens(sentence, member.quantity)]
        if not any(word[0].isupper() for word in lead):
            return False
    return any(word[0].isupper() for word in raw[: found.members[0].first])


def _is_played(sentence: Sentence, figure: Quantity) -> bool:
    if figure.noun is not None:
        return figure.noun in (
            "game",
            "match",
            "fixture",
            "meeting",
            "bout",
            "race",
            "fight",
            "test",
        )
    before = opens(sentence, figure)
    return before > 0 and sentence.words[before - 1] in ("played", "playing", "from")


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
