"""Words of movement in a sentence, and which way they go."""

from __future__ import annotations

from functools import cache

from numcheck.lexicon.words import Phrases, cut, english_table, mapping, phrases, words
from numcheck.model.passage import Sentence, before_hedge
from numcheck.model.quantity import Quantity
from numcheck.named import NamedTuple

CUES = "cues/changes"
SIGNS = {"up": 1, "down": -1, "none": 0}


class Move(NamedTuple):
    """A word of movement: up (1), down (-1) or neither (0), and its token places, half open.

    `weak` says that it goes a way only with an amount of its own at once ("shed 3%").
    """

    sign: int
    first: int
    last: int
    noun: bool = False
    weak: bool = False


@cache
def _tables() -> tuple[Phrases, Phrases, frozenset[str], frozenset[str]]:
    verbs, nouns = phrases(CUES, "verbs"), phrases(CUES, "nouns")
    return verbs, nouns, words(CUES, "by_amount"), words(CUES, "turns")


def moves_in(tokens: list[str]) -> list[Move]:
    """Return every word of movement in a sentence, in order."""
    verbs, nouns, weak, turns = _tables()
    out = []
    for found in verbs.all(tokens):
        word = " ".join(tokens[found.first : found.last])
        if _is_event(tokens, found.first):
            continue
        noun = found.first > 0 and tokens[found.first - 1] in _BEFORE_NOUN
        if word.endswith((" higher", " lower")) and tokens[found.last : found.last + 1] == ["than"]:
            continue  # "was lower than expected, at 4.5%, against 4.3% in May"
        aside = noun and word.endswith("ed")  # "an increased risk"
        out.append(Move(SIGNS[found.name], found.first, found.last, noun, word in weak or aside))
    taken = {place for move in out for place in range(move.first, move.last)}
    for found in nouns.all(tokens):
        if found.first not in taken and not _is_event(tokens, found.first):
            word = " ".join(tokens[found.first : found.last])
            out.append(Move(SIGNS[found.name], found.first, found.last, True, word not in turns))
    return sorted(out, key=lambda move: move.first)


def _is_event(tokens: list[str], at: int) -> bool:
    """Say whether a jump is a sport: "her best in the long jump went from 6.51m"."""
    return tokens[at] in _EVENTS and at > 0 and tokens[at - 1] in _KINDS


_EVENTS, _KINDS = ("jump", "jumps"), ("long", "high", "triple", "ski", "show", "broad", "bungee")
_BEFORE_NOUN = frozenset({"a", "an", "the", "this", "that", "of", "%", "cent", "percent", "sharp"})


@cache
def moving_words() -> frozenset[str]:
    """Return the first words of everything that makes a sentence speak of a change."""
    tables = [english_table(CUES)[key] for key in ("verbs", "nouns", "compares")]
    tables.append(english_table("cues/multiples")["words"])
    spelt = (wording for table in tables for wordings in table.values() for wording in wordings)
    first = {cut(str(wording))[0] for wording in spelt}
    return frozenset(
        first | {"times", "fold", "factor", "+", "→", "half", "off", "point", "points"}
    )


@cache
def _telling() -> tuple[frozenset[str], Phrases]:
    keys = ("verbs", "nouns", "compares", "than_before", "more_of")
    tables = [english_table(CUES)[key] for key in keys]
    tables.append(english_table("cues/multiples")["words"])
    told = [wording for table in tables for wordings in table.values() for wording in wordings]
    marks = "+ − ▲ ▼ → times fold factor half off point points extra additional further another"
    return words(CUES, "outdoes") | frozenset(marks.split()), Phrases({"": told})


def tells(sentence: Sentence) -> bool:
    """Say whether a sentence may speak of a change: no other states one, or moves a figure."""
    tokens = sentence.words
    if moving_words().isdisjoint(sentence.vocabulary):
        return False
    marks, told = _telling()
    if not marks.isdisjoint(sentence.vocabulary):
        return True
    if told.may_stand(sentence) and told.find(tokens) is not None:
        return True
    return any(
        (q.figure is not None and q.figure.value < 1) or _signed(sentence, q)
        for q in sentence.quantities
    )


def _signed(sentence: Sentence, quantity: Quantity) -> bool:
    """Say whether a hyphen right before a figure may be its sign: "(-4%)", but not "mid-2019"."""
    at = before_hedge(sentence, quantity)
    return at > 0 and sentence.words[at - 1] == "-"


def multiplied(tokens: list[str]) -> bool:
    """Say whether a sentence has a word that multiplies."""
    return phrases("cues/multiples", "words").find(tokens) is not None


def names_money(word: str) -> str:
    """Return the code of the currency that a word names, or nothing."""
    return str(mapping(CUES, "currencies").get(word.removesuffix("'s").removesuffix("s"), ""))
