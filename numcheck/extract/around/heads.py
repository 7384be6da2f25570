"""Which word of a noun phrase is its head."""

from __future__ import annotations

from functools import cache

from numcheck.extract.numbers.tables import tables
from numcheck.lexicon import words as lexicon

_LED = frozenset("a an about nearly almost over around just some".split())
_PARTICIPLES = frozenset(
    "dead missing remaining lost strong long wide high tall deep thick old young short heavy "
    "square left set back own more fewer less plan cut built work shot lead run use support cost "
    "sit hit live".split()
)
_DEEDS = frozenset("vote run win fall rise face fear fight lead meet plan show use wait".split())
_HYPHENS = frozenset({"-", "‑"})
_SIDES = frozenset("west east north south due".split())
_NOUNS_IN_ED_OR_LY = frozenset(
    "family assembly anomaly butterfly monopoly rally reply supply bully jelly belly folly hundred "
    "ally seaweed weekly monthly quarterly daily homily doily biped moped thoroughbred".split()
)
# What a word can do in a noun phrase; a word may do several.
STOP, FINITE, VERB, ADJECTIVE, ATTRIBUTIVE, PLURAL, NUMBER, PERSON, OPENS = (
    1, 2, 4, 8, 16, 32, 64, 128, 256,
)  # fmt: skip


@cache
def roles() -> dict[str, int]:
    """Return what each known word can do in a noun phrase."""
    flags: dict[str, int] = {}
    rows = (
        (STOP, "stop"), (FINITE, "finite"), (VERB, "verbs"), (ADJECTIVE, "adjectives"),
        (ATTRIBUTIVE, "attributive"), (PLURAL, "invariant"), (PLURAL, "plurals"),
        (OPENS, "opening"),
    )  # fmt: skip
    for flag, key in rows:
        for word in lexicon.words("nouns", key):
            flags[word] = flags.get(word, 0) | flag
    for word in lexicon.mapping("nouns", "irregular"):
        flags[word] = flags.get(word, 0) | PLURAL
    for word in (*tables().ones, *tables().tens, "hundred"):
        flags[word] = flags.get(word, 0) | NUMBER
    for word in ("people", "men", "women", "children", "others", "dead"):
        flags[word] |= PERSON
    return flags


def is_plural(word: str, flags: dict[str, int]) -> bool:
    """Say whether a word may be a plural, by the table or by its form."""
    known = flags.get(word, 0)
    return bool(known & PLURAL) or (
        word[-1] == "s" and word[-2:] != "'s" and lexicon.is_plural(word)
    )


def plural_head(words: list[str], places: list[int]) -> int:
    """Choose the plural that no other noun follows; −1 where there is none."""
    flags = roles()
    last = len(places) - 1
    for index, place in enumerate(places):
        word = words[place]
        known = flags.get(word, 0)
        if not is_plural(word, flags):
            joined = words[place + 1 : place + 2] == ["-"]  # "12 face-to-face meetings"
            if known & VERB and index == 0 and not (joined or _is_participle(word)):
                return -1
            if known & ATTRIBUTIVE and index == last:
                return -1
            continue
        if word == "means" and _leads_to_figure(words, place + 1):
            return -1  # "eight teams of 11 means 88 players"
        rest = places[index + 1 :]
        if known & (ATTRIBUTIVE | ADJECTIVE) and _noun_follows(words, rest, flags):
            continue
        if known & ADJECTIVE and not word.endswith("s"):
            return -1  # "12 injured", "41 dead", "20 British": no noun
        if known & VERB and index and not flags.get(words[places[index - 1]], 0) & ADJECTIVE:
            return -1
        if word[-1] == "s" and not (index < last and _goes_on(words, places, index, flags)):
            return place
        if known & PERSON:
            return place
        later = _later_plural(words, rest, flags)
        return later if later >= 0 else place
    return -1


def _leads_to_figure(words: list[str], at: int) -> bool:
    """Say whether a figure, or an article that leads to one, stands at a place."""
    return at < len(words) and (words[at][0].isdigit() or words[at] in _LED)


def _is_participle(word: str) -> bool:
    return word.endswith(("ed", "n")) or word in _PARTICIPLES


def _goes_on(words: list[str], places: list[int], index: int, flags: dict[str, int]) -> bool:
    """Say whether a plural stands before another that is the head: "58 measles *cases*"."""
    place, head = places[index], words[places[index + 1]]
    if places[index + 1] != place + 1 or head[-1] != "s" or not lexicon.is_plural(head):
        return False
    verbs = lexicon.words("nouns", "singular_verbs")
    return head not in verbs and not flags.get(head, 0) & (VERB | ATTRIBUTIVE)


def _noun_follows(words: list[str], places: list[int], flags: dict[str, int]) -> bool:
    for index, place in enumerate(places):
        if index == 0 and words[place].endswith("ing"):
            return False  # "two nations possessing weapons"
        if is_plural(words[place], flags):
            return True
    return False


def _later_plural(words: list[str], places: list[int], flags: dict[str, int]) -> int:
    """Return the head of "aircraft carrier groups", "police officers": a plural soon after."""
    for place in places[:4]:
        word = words[place]
        if flags.get(word, 0) & VERB or word.endswith(("ed", "ly")):
            return -1
        if word[-1] == "s" and lexicon.is_plural(word):
            return place
    return -1


def _only_modifies(word: str) -> bool:
    """Say whether a word in -ed, -ly or -ing is no noun: "owned", "privately", "voting"."""
    if word.endswith("ing"):
        return len(word) > 5 and word not in lexicon.words("nouns", "ing_nouns")
    ends = word.endswith(("ed", "ly")) and len(word) > 4
    return ends and word not in _NOUNS_IN_ED_OR_LY


def singular_head(words: list[str], places: list[int], one: bool = False) -> int:
    """Choose the last word before a verb: "one police officer was", "another person died".

    After `one` some verbs are nouns: "one vote", but "a third vote Green".
    """
    flags, last = roles(), -1
    for place in places:
        word, before = words[place], words[place - 1]
        known = flags.get(word, 0)
        joined = before in _HYPHENS
        noun = one and word in _DEEDS and words[place + 1 : place + 2] != ["by"]
        led = joined or noun or (last < 0 and (known & ADJECTIVE or before[-2:] == "ly"))
        if known & VERB and not led:
            break  # but "one newly built school", "one state-run channel"
        if last >= 0 and (is_plural(word, flags) or word in _SIDES):
            break
        if place + 2 in places and words[place + 1] in _HYPHENS:
            continue  # "one special self-governing city"
        if _only_modifies(word):
            if last >= 0 and not joined:
                break  # "one member voting present"
            continue  # "one randomized trial", "one privately owned station", "1 elected"
        if noun or not known & (ADJECTIVE | VERB):
            last = place
    return last
