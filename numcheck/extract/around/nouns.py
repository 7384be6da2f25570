"""What is counted: the noun phrase after a figure, and its head."""

from __future__ import annotations

from numcheck.extract.around.heads import (
    ADJECTIVE,
    FINITE,
    NUMBER,
    OPENS,
    PLURAL,
    STOP,
    VERB,
    is_plural,
    plural_head,
    roles,
    singular_head,
)
from numcheck.extract.nearby import BEARINGS, raw
from numcheck.extract.numbers.tables import hyphen_at, word_at
from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.named import NamedTuple

_LONGEST = 8
_JOINS = frozenset({"and", "or", "but"})
_MARKS = frozenset("'’\"“”‘&")
_DETERMINERS = frozenset("the its his her their our your my these those this that all such".split())
_PRONOUNS = frozenset("them us those these which whom it".split())


class Counted(NamedTuple):
    """A noun phrase: token places half open, its print, its head in the singular, the rest."""

    first: int
    last: int
    print: str
    noun: str
    modifiers: tuple[str, ...]


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
    if hyphen or words[at] == "times":
        return _joined(sentence, at) if hyphen else _times(sentence, at)
    if sentence.raw[at] in BEARINGS and raw(sentence, at + 1)[:1].isupper():
        return None  # "1 NNE Berenice"
    if (model := _model(sentence, at)) is not None:
        return model
    start = at
    if words[at] in ("of", "out") or (share and words[at] in _DETERMINERS):
        skipped = _skip_of(words, at)
        if skipped is None:
            return None
        start = skipped
    places = _run(sentence, start, start > at)
    while places and words[places[-1]].endswith("'s"):
        places.pop()  # "half of the city's 1,400 buses"
    if not places or _is_code(sentence, places[0]):
        return None
    if share and start == at and words[at].endswith("s") and not roles().get(words[at], 0):
        return None  # "two-thirds provides for war"
    head = singular_head(words, places, one) if one else plural_head(words, places)
    if head < 0 and (one or share):
        head = plural_head(words, places) if one else singular_head(words, places)
    if head < 0:
        return None
    printed = sentence.cut(start, head + 1)
    modifiers = tuple(word for word in words[start:head] if word.isalpha())
    # "40 boxes of rifles", "12 members of staff" count the boxes and the members
    return Counted(start, head + 1, printed, lexicon.singular(words[head]), modifiers)


def _model(sentence: Sentence, at: int) -> Counted | None:
    """Return the machines of "two F-35s", "six MiG-29Bs", which are counted by their names."""
    letters = sentence.raw[at]
    if not (letters[0].isupper() and letters.isalpha() and len(letters) < 5):
        return None
    place = at + 1 + hyphen_at(sentence, at + 1)
    tail = place + 1
    if not (word_at(sentence, place).isdecimal() and sentence.joined(place)):
        return None
    if not (word_at(sentence, tail).endswith("s") and sentence.joined(tail)):
        return None
    if sentence.raw[tail][-1] != "s" or word_at(sentence, tail + 1)[:1].isalnum() > (
        not sentence.joined(tail + 1)
    ):
        return None
    printed = sentence.cut(at, tail + 1)
    return Counted(at, tail + 1, printed, printed.lower().removesuffix("s").rstrip("'’"), ())


def _is_code(sentence: Sentence, at: int) -> bool:
    """Say whether capitals go on with digits: the CDZS40 of a bulletin counts nothing."""
    capitals = sentence.raw[at].isupper() and len(sentence.raw[at]) > 2
    return capitals and sentence.joined(at + 1) and word_at(sentence, at + 1).isdecimal()


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
    if roles().get(word, 0) & STOP or word.endswith("ed"):
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
        if words[at] in _PRONOUNS and (alone or roles().get(words[at + 1], 0) & STOP):
            return None
        at += 1
    if at >= len(words) or words[at] in _PRONOUNS or words[at][0].isdigit():
        return None
    return None if roles().get(words[at], 0) & NUMBER else at


def _run(sentence: Sentence, start: int, after_of: bool) -> list[int]:
    """Return the places of the words that may make up the noun phrase."""
    words, flags = sentence.words, roles()
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
        if known & (STOP | FINITE | NUMBER) and (places or not known & OPENS):
            if known & NUMBER and _is_compound(sentence, at):
                at += 3
                continue
            inside = places and words[at - 1] in ("-", "‑") and sentence.joined(at)
            if inside and at + 1 < end and words[at + 1] == words[at - 1]:
                at += 1  # "three free-to-air channels"
                continue
            if word not in _JOINS or not _coordinates(sentence, at, places, after_of):
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


def _coordinates(sentence: Sentence, at: int, places: list[int], after_of: bool) -> bool:
    """Say whether "and" joins two modifiers: "12 civilian and military aircraft"."""
    words, flags = sentence.words, roles()
    if not places or at + 2 >= len(words):
        return False
    before, after = words[at - 1], words[at + 1]
    if any(is_plural(words[place], flags) for place in places):
        return False
    if before.endswith("ed") and not (after_of and len(places) == 1):
        return False  # but "thousands of frightened and abused children"
    known = flags.get(before, 0)
    verb = known & VERB and known & (ADJECTIVE | PLURAL) != ADJECTIVE  # "old" is both
    verb = verb or (known & VERB and sentence.raw[at - 1][0].isupper())
    if verb or known & STOP or not after[0].isalpha():
        return False
    if words[at] == "but" and (is_plural(after, flags) or not is_plural(words[at + 2], flags)):
        return False  # "41 dead but survivors were found"
    if flags.get(after, 0) & (STOP | VERB | NUMBER):
        return False
    return any(is_plural(word, flags) for word in words[at + 1 : at + 4])
