"""Sentences that speak of two people, against those of one."""

from __future__ import annotations

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity

_TABLE = "cues/lives"
_NEAR = 5  # words from a subject to its birth: "her eldest son, who was born in"
_MEN = frozenset({"husband", "son", "father", "brother", "grandfather", "uncle", "nephew"})
_WOMEN = frozenset({"wife", "daughter", "mother", "sister", "grandmother", "aunt", "niece"})
_GOING_ON = (["was"], ["is"], ["died"], ["who"], ["born"], ["had"], ["has"], ["retired"], ["aged"])
_OPENED = ([","], ["was"], ["died"], ["had"], ["is"])
_TOGETHER = frozenset("twins triplets quadruplets quads quintuplets quins sextuplets".split())
_ONE = frozenset({"he", "she", "his", "her", "whose"})
_NEW_CLAUSE = frozenset({";", "while", "whereas", "but", "and", "–", "—"})
_AHEAD = frozenset("in on at by when after before then aged from the a this that".split())
_HAD = frozenset({"had", "bore", "having", "to", "adopted", "expecting"})
_RANKS = frozenset("first second third fourth last only".split())
_SUBJECTS = frozenset({"he", "she", "they", "i", "we"})


def speaks_of_others(sentence: Sentence, first: int, last: int, born: int) -> bool:
    """Say whether words between the figures of a life, or before them, name another person.

    "Born in 1939, the son of a miner, he died in 2019, leaving a wife" is of one person; in "her
    son, born in 2009, was six" the son is the subject. `first` and `last` are the places of the
    outer figures, `born` that of the birth, or -1 where it stands in another sentence.
    """
    words = sentence.words
    another = lexicon.phrases(_TABLE, "another").find(words, 0, last)
    if another is not None and words[another.last : another.last + 1] != ["of"]:  # "a boy of six"
        return True
    others, kin = lexicon.words(_TABLE, "others"), lexicon.words(_TABLE, "kin")
    subject, rivals = False, _SUBJECTS
    for at in range(last):
        word = words[at]
        if word == "who" and 0 <= born < at and _is_another(words, at):
            return True
        if word == "whose" and _is_aside(words, at):
            continue
        if word in others and not (word == "their" and kin.intersection(words[at + 1 : at + 2])):
            return True
        if word not in kin or _by_descent(words, at) or _is_title(sentence, at):
            continue
        if words[at - 2 : at - 1] == ["and"] and words[at - 3] in ("he", "she", "him", "her"):
            continue  # "when she and her cousin opened the shop"
        if words[at + 1 : at + 2] == ["'"]:
            continue  # "born above his parents' shop"
        opens = at <= 1 and words[at + 1 : at + 2] in _OPENED and born > 0
        if subject or born < 0 or not (opens or 0 < born - at <= _NEAR) or at > first:
            return True
        subject, rivals = True, _rivals(words[: at + 1] if opens else words[:born])
    return subject and not rivals.isdisjoint(words[first:last])


def born_together(sentence: Sentence) -> bool:
    """Say whether those born are of one birth, or of one year: "the twins", "both born in"."""
    words = sentence.words
    if not _TOGETHER.isdisjoint(words):
        return True
    at = words.index("born") if "born" in words else 0
    return at > 0 and words[at - 1] in ("both", "all") and "respectively" not in words


def of_one_of_them(sentence: Sentence) -> bool:
    """Say whether a sentence about twins may be of one of them, or of their kin."""
    words = frozenset(sentence.words)
    kin = lexicon.words(_TABLE, "kin") - {"twin", "twins"}
    return not _ONE.isdisjoint(words) or not kin.isdisjoint(words)


def named_anew(sentence: Sentence, birth: Quantity, age: Quantity) -> bool:
    """Say whether a clause between names another: "born in 1902; Rose, the youngest, died at"."""
    words, raw = sentence.words, sentence.raw
    first, last = min(birth.last, age.last), max(birth.first, age.first)
    for at in range(first, last - 1):
        name = raw[at + 1]
        if words[at] not in _NEW_CLAUSE or not (name[:1].isupper() and name[1:].islower()):
            continue
        if words[at] == "and" and words[at - 1] in ("he", "she"):
            continue  # "when she and Vern, 22, were married"
        after = words[at + 2]
        told = after in (",", "(") or words[at] == ";" or after in lexicon.words("nouns", "verbs")
        if told and name not in raw[: at + 1] and words[at + 1] not in _ONE | _AHEAD:
            return True
    return False


def anothers_year(sentence: Sentence, birth: Quantity, age: Quantity, year: Quantity) -> bool:
    """Say whether a year is of another: "born in 1902, lived to 101; Rose died in 1921"."""
    here = birth.sentence == year.sentence == sentence.index
    return here and named_anew(sentence, age, year)


def _is_aside(words: list[str], whose: int) -> bool:
    """Say whether "the sculptor, whose work stands in six towns, was born in" goes on with her."""
    if "," not in words[whose:]:
        return False
    end = words.index(",", whose)
    kin = lexicon.words(_TABLE, "kin") | {"born"}
    return kin.isdisjoint(words[whose:end]) and words[end + 1 : end + 2] in _GOING_ON


def _is_another(words: list[str], who: int) -> bool:
    """Say whether a clause is of another than the one born: "the son of a miner who died at 44"."""
    lead = words[max(0, who - 4) : who]
    return lead[-1:] != [","] and not {"a", "an"}.isdisjoint(lead)


def _rivals(lead: list[str]) -> frozenset[str]:
    """Return the pronouns that may be another's than of "her husband", of whom "he" is said."""
    if "her" in lead[-_NEAR:] and not _MEN.isdisjoint(lead[-_NEAR:]):
        return _SUBJECTS - {"he"}
    if "his" in lead[-_NEAR:] and not _WOMEN.isdisjoint(lead[-_NEAR:]):
        return _SUBJECTS - {"she"}
    return _SUBJECTS


def _is_title(sentence: Sentence, at: int) -> bool:
    """Say whether a word for kin is that of a cleric: "Father Lang", "Sister Agnes"."""
    raw = sentence.raw[at : at + 2]
    return len(raw) == 2 and all(word[:1].isupper() and word[1:].islower() for word in raw)


def _by_descent(words: list[str], at: int) -> bool:
    """Say whether a word for kin tells of descent: "son of a miner", "the youngest of nine …"."""
    if words[at + 1 : at + 2] == ["of"]:
        return True
    if words[at - 1] in _RANKS and words[at - 3] in _HAD:  # "had her first child at 31 in 1979"
        return words[at + 1 : at + 2] in (["at"], ["in"], ["aged"], ["when"])
    if words[at - 1] == "a" and words[at - 2] in ("became", "become", "becoming"):
        return True  # "he became a father at 25 in 1985"
    if words[max(0, at - 2) : at - 1] in (["his"], ["her"], ["their"], ["whose"], ["its"]):
        return False  # "when his eldest son was 35"
    if words[at - 1] in ("his", "her", "their") and words[at + 1 : at + 3] == [",", "who"]:
        return False  # "a memoir of her grandmother, who died at 96"
    before = words[max(0, at - 6) : at]
    return not lexicon.words(_TABLE, "descent").isdisjoint(before)


def of_kin(words: list[str], pronoun: str) -> bool:
    """Say whether a pronoun is of whose kin a sentence opens with: "His mother was born …. He"."""
    owner = {"he": "his", "she": "her"}.get(pronoun)
    return words[0] == owner and words[1] in lexicon.words(_TABLE, "kin")
