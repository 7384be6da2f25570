"""What is counted: the noun phrase after a figure, and its head."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from numcheck.extract.numbers.tables import tables
from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence

_LONGEST = 8
_MARKS = frozenset("'’\"“”‘&")
_PARTICIPLES = frozenset(
    "dead missing remaining lost strong long wide high tall deep thick old young short heavy "
    "square left set back own more fewer less plan cut built work shot lead run use support cost "
    "sit hit live".split()
)
_DETERMINERS = frozenset("the its his her their our your my these those this that all such".split())
_PRONOUNS = frozenset("them us those these which whom it".split())
# What a word can do in a noun phrase; a word may do several.
_STOP, _FINITE, _VERB, _ADJECTIVE, _ATTRIBUTIVE, _PLURAL, _NUMBER, _PERSON, _OPENS = (
    1, 2, 4, 8, 16, 32, 64, 128, 256,
)  # fmt: skip


class Counted(NamedTuple):
    """A noun phrase: token places half open, its print, its head in the singular, the rest."""

    first: int
    last: int
    print: str
    noun: str
    modifiers: tuple[str, ...]


@cache
def _flags() -> dict[str, int]:
    """Return what each known word can do in a noun phrase."""
    flags: dict[str, int] = {}
    rows = (
        (_STOP, "stop"), (_FINITE, "finite"), (_VERB, "verbs"), (_ADJECTIVE, "adjectives"),
        (_ATTRIBUTIVE, "attributive"), (_PLURAL, "invariant"), (_PLURAL, "plurals"),
        (_OPENS, "opening"),
    )  # fmt: skip
    for flag, key in rows:
        for word in lexicon.words("nouns", key):
            flags[word] = flags.get(word, 0) | flag
    for word in lexicon.mapping("nouns", "irregular"):
        flags[word] = flags.get(word, 0) | _PLURAL
    for word in (*tables().ones, *tables().tens, "hundred"):
        flags[word] = flags.get(word, 0) | _NUMBER
    for word in ("people", "men", "women", "children", "others", "dead"):
        flags[word] |= _PERSON
    return flags


def counted(
    sentence: Sentence, at: int, one: bool = False, share: bool = False, hyphen: bool = False
) -> Counted | None:
    """Return the noun phrase counted by a figure that ends before token `at`.

    `one` says that the figure is 1, so that a singular head is right, `share` that it may be
    either; `hyphen` that the noun follows a hyphen ("12-storey") and is one word, in the singular.
    """
    words = sentence.words
    if at >= len(words):
        return None
    if hyphen:
        return _joined(sentence, at)
    if words[at] == "times":
        return _times(sentence, at)
    start = at
    if words[at] in ("of", "out") or (share and words[at] in _DETERMINERS):
        skipped = _skip_of(words, at)
        if skipped is None:
            return None
        start = skipped
    places = _run(sentence, start, start > at)
    if not places:
        return None
    head = _singular_head(words, places) if one else _plural_head(words, places)
    if head < 0 and (one or share):
        head = _plural_head(words, places) if one else _singular_head(words, places)
    if head < 0:
        return None
    printed = sentence.cut(start, head + 1)
    modifiers = tuple(word for word in words[start:head] if word.isalpha())
    # "40 boxes of rifles", "12 members of staff" count the boxes and the members
    return Counted(start, head + 1, printed, lexicon.singular(words[head]), modifiers)


def _times(sentence: Sentence, at: int) -> Counted | None:
    """Return the times of "arrested three times"; "three times the size" counts nothing."""
    words = sentence.words
    follows = words[at + 1] if at + 1 < len(words) else ""
    if follows[:1].isalpha() and follows not in lexicon.words("nouns", "after_times"):
        return None
    return Counted(at, at + 1, sentence.raw[at], "time", ())


def _joined(sentence: Sentence, at: int) -> Counted | None:
    """Return the noun of "12-storey", "three-man"."""
    word = sentence.words[at]
    if not word.isalpha() or len(word) < 3 or word in lexicon.words("nouns", "not_joined"):
        return None
    if _flags().get(word, 0) & _STOP or word.endswith("ed"):
        return None
    return Counted(at, at + 1, sentence.raw[at], lexicon.singular(word), ())


def _skip_of(words: list[str], at: int) -> int | None:
    """Step over "of the", "out of its"; None where a pronoun, a number or nothing follows."""
    if words[at] == "out":
        at += 1
        if at >= len(words) or words[at] != "of":
            return None
    if words[at] == "of":
        at += 1
    while at < len(words) and words[at] in _DETERMINERS:
        alone = at + 1 >= len(words) or not words[at + 1][0].isalpha()
        if words[at] in _PRONOUNS and (alone or _flags().get(words[at + 1], 0) & _STOP):
            return None
        at += 1
    if at >= len(words) or words[at] in _PRONOUNS or words[at][0].isdigit():
        return None
    return None if _flags().get(words[at], 0) & _NUMBER else at


def _run(sentence: Sentence, start: int, after_of: bool) -> list[int]:
    """Return the places of the words that may make up the noun phrase."""
    words, flags = sentence.words, _flags()
    places: list[int] = []
    at, end = start, min(len(words), start + _LONGEST)
    while at < end:
        word = words[at]
        if not word[0].isalpha():
            step = _through(sentence, at, bool(places))
            if not step:
                break
            at = step
            continue
        known = flags.get(word, 0)
        if known & (_STOP | _FINITE | _NUMBER) and (places or not known & _OPENS):
            if known & _NUMBER and _is_compound(sentence, at):
                at += 3
                continue
            if word not in ("and", "or") or not _coordinates(sentence, at, places):
                break
        elif word.endswith("'s") and not places and not after_of:
            break
        else:
            places.append(at)
        at += 1
    return places


def _through(sentence: Sentence, at: int, begun: bool) -> int:
    """Return the place after what may stand inside a noun phrase; 0 where the phrase ends.

    "two 12-storey blocks", "five F-16 jets", "three T-72s", "11 counter-terrorism officers".
    """
    words = sentence.words
    word = words[at]
    if word in ("-", "‑"):
        inside = begun and sentence.joined(at) and sentence.joined(at + 1)
        return at + 1 if inside else 0
    if not word[0].isdigit():
        return at + 1 if word in _MARKS and _quoted(sentence, at) else 0
    if begun and sentence.joined(at) and (words[at - 1] == "-" or words[at - 1].isalpha()):
        return at + 1
    return at + 2 if _is_compound(sentence, at) else 0


def _quoted(sentence: Sentence, at: int) -> bool:
    """Say whether a mark opens or closes a word: "66 “hostile” acts"."""
    words = sentence.words
    if words[at] == "&":
        return True
    if at + 1 < len(words) and sentence.joined(at + 1) and not sentence.joined(at):
        return words[at + 1][0].isalpha()
    return sentence.joined(at) and at + 1 < len(words) and words[at + 1].isalpha()


def _is_compound(sentence: Sentence, at: int) -> bool:
    """Say whether "12-storey" stands at a place."""
    words = sentence.words
    return (
        at + 2 < len(words)
        and words[at + 1] in ("-", "‑")
        and sentence.joined(at + 1)
        and sentence.joined(at + 2)
        and words[at + 2][0].isalpha()
    )


def _coordinates(sentence: Sentence, at: int, places: list[int]) -> bool:
    """Say whether "and" joins two modifiers: "12 civilian and military aircraft"."""
    words, flags = sentence.words, _flags()
    if not places or at + 2 >= len(words):
        return False
    before, after = words[at - 1], words[at + 1]
    if any(_is_plural(words[place], flags) for place in places) or before.endswith("ed"):
        return False
    if flags.get(before, 0) & (_VERB | _STOP) or not after[0].isalpha():
        return False
    if flags.get(after, 0) & (_STOP | _VERB | _NUMBER):
        return False
    return any(_is_plural(word, flags) for word in words[at + 1 : at + 4])


def _is_plural(word: str, flags: dict[str, int]) -> bool:
    known = flags.get(word, 0)
    return bool(known & _PLURAL) or (
        word[-1] == "s" and word[-2:] != "'s" and lexicon.is_plural(word)
    )


def _plural_head(words: list[str], places: list[int]) -> int:
    """Choose the plural that no other noun follows; −1 where there is none."""
    flags = _flags()
    last = len(places) - 1
    for index, place in enumerate(places):
        word = words[place]
        known = flags.get(word, 0)
        if not _is_plural(word, flags):
            if known & _VERB and index == 0 and not _is_participle(word):
                return -1
            if known & _ATTRIBUTIVE and index == last:
                return -1
            continue
        rest = places[index + 1 :]
        if known & (_ATTRIBUTIVE | _ADJECTIVE) and _noun_follows(words, rest, flags):
            continue
        if known & _ADJECTIVE and not word.endswith("s"):
            return -1  # "12 injured", "41 dead", "20 British": no noun
        if known & _VERB and index and not flags.get(words[places[index - 1]], 0) & _ADJECTIVE:
            return -1
        if word[-1] == "s" or known & _PERSON:
            return place
        later = _later_plural(words, rest, flags)
        return later if later >= 0 else place
    return -1


def _is_participle(word: str) -> bool:
    return word.endswith(("ed", "n")) or word in _PARTICIPLES


def _noun_follows(words: list[str], places: list[int], flags: dict[str, int]) -> bool:
    for index, place in enumerate(places):
        if index == 0 and words[place].endswith("ing"):
            return False  # "two nations possessing weapons"
        if _is_plural(words[place], flags):
            return True
    return False


def _later_plural(words: list[str], places: list[int], flags: dict[str, int]) -> int:
    """Return the head of "aircraft carrier groups", "police officers": a plural soon after."""
    for place in places[:3]:
        word = words[place]
        if flags.get(word, 0) & _VERB or word.endswith(("ed", "ly")):
            return -1
        if word[-1] == "s" and lexicon.is_plural(word):
            return place
    return -1


def _singular_head(words: list[str], places: list[int]) -> int:
    """Choose the last word before a verb: "one police officer was", "another person died"."""
    flags, last = _flags(), -1
    for place in places:
        word = words[place]
        known = flags.get(word, 0)
        if known & _VERB and not (last < 0 and known & _ADJECTIVE):
            break
        if last >= 0 and (word.endswith(("ed", "ly")) or _is_plural(word, flags)):
            break
        if last >= 0 and word.endswith("ing") and word not in lexicon.words("nouns", "ing_nouns"):
            break  # "one member voting present"
        if not known & _ADJECTIVE:
            last = place
    return last
