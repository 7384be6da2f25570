"""Words between two figures that say the one again."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from numcheck.lexicon import words as lexicon
from numcheck.lexicon.units import units_at
from numcheck.lexicon.words import Phrases
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.unit import Unit
from numcheck.named import NamedTuple
from numcheck.record import replace
from numcheck.relate.wording import closes

TABLE = "cues/asides"
_DASHES = frozenset({"–", "—"})
_MARKS = _DASHES | {",", ":", ";"}
CLOSED = _MARKS | {".", ")", "]", "!", "?", '"', "”", "’"}
_INTO = frozenset({"in", "on", "by", "to", "for", "into", "under"})
_LONGEST_TAIL = 7  # words that go on with the first figure: "… of rain, or 180mm"

# How plainly the words between two figures claim that they are one amount.
BARE, OR, WHICH, SAID = range(4)


class Bridge(NamedTuple):
    """What stands between two figures: how plain the claim is, and what came before its mark."""

    claim: int
    mark: str  # the comma or dash before the claim, or nothing
    tail: bool  # whether words that belong to the first figure stand before the mark


def bridge(gap: Sequence[str]) -> Bridge | None:
    """Read the words between two figures; None where they claim nothing."""
    words = list(gap)
    far = 1 if _MARKS.isdisjoint(words) else _LONGEST_TAIL + 1
    for at in range(min(len(words), far)):
        if words[at] in _MARKS:
            claim = claim_of(words[at + 1 :])
            if at and not _belongs(words[:at], claim == SAID):
                return None
            if claim is not None:
                return Bridge(claim, words[at], at > 0)
        elif at == 0 and words[0] not in _INTO:
            claim = claim_of(words)
            if claim is not None and (claim > BARE or _MARKS.isdisjoint(words)):
                return Bridge(claim, "", False)  # but "60lb each, about 27kg," has its mark
    return None


def _belongs(tail: Sequence[str], said: bool) -> bool:
    """Say whether words go on with a figure: "of rain", "from the border", "when laden".

    Where the claim is `said` outright, two things may make up one: "of hedgerow and meadow".
    """
    breaks = lexicon.words(TABLE, "tail_breaks")
    if said and tail[0] == "of":
        breaks -= {"and"}
    return all((word[0].isalnum() or word in ("-", "'")) and word not in breaks for word in tail)


def claim_of(words: list[str]) -> int | None:
    """Return how plainly words say "the same again", if they say nothing else."""
    at, claim = 0, BARE
    while at < len(words):
        if words[at] == "or":
            claim, at = max(claim, OR), at + 1
        elif (after := _terms(words, at) or _given_as(words, at)) is not None:
            claim, at = SAID, after
        elif found := _chunks().at(words, at):
            claim, at = max(claim, _CLAIMS[found[0]]), found[1]
        elif claim == SAID and at + 1 == len(words) and words[at].isalpha():
            return claim  # "translating to a modest 40 mph"
        else:
            return None
    return claim


_CLAIMS = {"restating": SAID, "restating_which": WHICH, "restating_fillers": BARE}


@cache
def _chunks() -> Phrases:
    table = lexicon.english_table(TABLE)
    return Phrases({key: table[key] for key in _CLAIMS})


def _given_as(words: Sequence[str], at: int) -> int | None:
    """Return the place after "which the agency gave as", "that they put at"."""
    if words[at] not in ("which", "that", "what"):
        return None
    verbs = lexicon.words(TABLE, "restating_verbs")
    for verb in range(at + 1, min(len(words), at + 7)):
        if words[verb] in verbs:
            return verb + 1 + (words[verb + 1 : verb + 2] in (["as"], ["at"], ["to"], ["into"]))
        if not words[verb].isalpha():
            return None
    return None


def _terms(words: Sequence[str], at: int, people: bool = True) -> int | None:
    """Return the place after "in metric terms", "to American readers", "to her grandmother"."""
    if words[at] not in _INTO:
        return None
    within, naming = lexicon.words(TABLE, "terms"), lexicon.words(TABLE, "terms_naming")
    if people and words[at] in ("to", "for"):
        naming |= lexicon.words(TABLE, "terms_people")
    after, named = at + 1, False
    while after < len(words) and (words[after] in within or words[after] in naming):
        named = named or words[after] in naming
        after += 1
    return after if named else None


def claims(words: Sequence[str]) -> bool:
    """Say whether words claim outright that the figure after them gives the one before again."""
    return (claim_of(list(words)) or BARE) > BARE


def said_after(sentence: Sentence, figure: Quantity, people: bool = True) -> bool:
    """Say whether the claim follows: "– 34 billion, to put it another way", "3.6F to Americans".

    Where something stands between the figures, `people` may be those who are given the second.
    """
    words, at = sentence.words, closes(sentence, figure)
    at += words[at : at + 1] == [","]
    if at >= len(words):
        return False
    found = lexicon.phrases(TABLE, "restating_after").at(words, at)
    end = found[1] if found else _terms(words[: at + 7], at, people)
    return end is not None and (end >= len(words) or words[end] in CLOSED)


def closed(sentence: Sentence, figure: Quantity) -> bool:
    """Say whether a mark, or the end, follows a figure at once."""
    at = closes(sentence, figure)
    return at >= len(sentence.words) or sentence.words[at] in CLOSED


def compares(sentence: Sentence, figure: Quantity) -> bool:
    """Say whether what follows makes a figure another's: "3 km longer", "5F above", "2in wide"."""
    at = closes(sentence, figure)
    return sentence.words[at : at + 1] != [] and (
        sentence.words[at] in lexicon.words(TABLE, "compares_after")
    )


def in_scale(sentence: Sentence, figure: Quantity, gap: Sequence[str]) -> Quantity:
    """Give a bare figure the unit that the words around it name: "in Fahrenheit that is 35"."""
    if figure.unit is not None or figure.kind != "number":
        return figure
    words, after = list(gap), closes(sentence, figure)
    units = _units_of(words) or _units_of(sentence.words[after : after + 4])
    return replace(figure, kind="measure", unit=units[0], units=units) if units else figure


def _units_of(words: list[str]) -> tuple[Unit, ...]:
    """Return the units, or the varieties of one, that "in gallons", "on the Celsius scale" name."""
    for at, word in enumerate(words):
        if word not in ("in", "on"):
            continue
        at += 1 + (words[at + 1 : at + 2] == ["the"])
        match = units_at(words, words, at)
        if match is not None and len(words[at]) > 2:
            return match.units
    return ()
