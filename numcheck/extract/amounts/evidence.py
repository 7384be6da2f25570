"""Why a word after a figure is no unit there."""

from __future__ import annotations

from collections.abc import Callable

from numcheck.extract.amounts.varieties import both_scales
from numcheck.extract.numbers.tables import Numeral, hyphen_at, word_at
from numcheck.lexicon import words as lexicon
from numcheck.lexicon.units import UnitMatch
from numcheck.model.passage import Sentence

_QUOTES = frozenset("\"”″'’′")


def refusal(sentence: Sentence, at: int, match: UnitMatch, numeral: Numeral, hyphen: bool) -> str:
    """Return why the unit at token `at` is none after all; nothing where it is one."""
    word = sentence.words[at]
    if match.last - at == 1:
        if not hyphen and word in _PLAIN and _modifies(sentence, at, match):
            return f"{word!r} goes with the noun after it"
        if hyphen and len(word) == 1 and word.isalpha() and not _is_hyphened(sentence, at):
            return "a letter after a hyphen is part of a name"
        if sentence.raw[at] == "MM" and not sentence.joined(at) and _is_blank(sentence, at):
            return "MM stands for a reading that is missing"
        if word in _PERIODS and sentence.words[match.last : match.last + 2] == ["to", "date"]:
            return "it is the month, or the year, to date"
        if sentence.raw[at] in _BEARINGS and _is_position(sentence, at):
            return "two bearings make a position"
        if _of_name(sentence, match):
            return "a hyphen joins it to a name"
    if not match.weak:
        return ""
    joined = hyphen or sentence.joined(at)
    check = _CHECKS.get(sentence.raw[at]) or _CHECKS.get(word)
    if check is not None and match.last - at == 1:
        return "" if check(sentence, at, numeral, joined) else f"nothing makes {word!r} a unit here"
    letter = sentence.raw[at]
    again = letter in _ELECTRIC | {"J"} and sentence.raw.count(letter) > 1
    physical = again or (letter in _PHYSICAL and _is_near(sentence, at, "physics_near"))
    if len(word) <= 2 and not (joined or physical) and _word_follows(sentence, match.last):
        return f"{word!r} stands apart, with a word after it"
    return ""


_PERIODS = frozenset({"week", "month", "year", "season"})
_BEARINGS = frozenset("NSEW")
_SIDES = frozenset({"north", "south", "east", "west"})
_PHYSICAL = frozenset({"N", "J", "W", "V", "mV", "kV", "mN", "AU"})
_COURSES = frozenset("50 60 80 100 110 200 300 400 500 600 800 1000 1500 3000 5000".split())
_ELECTRIC = frozenset({"V", "mV", "kV", "mA", "Ω"})
_RANKED = frozenset("class hand year rate tier row string home generation division grade".split())
_PLAIN = frozenset({"stone", "second", "pound", "minute", "bar", "foot", "carat"})


def _is_position(sentence: Sentence, at: int) -> bool:
    """Say whether another bearing stands beside this one: "40.16N 103.21W"."""
    raw, after = sentence.raw, at + 1 + (word_at(sentence, at + 1) == ",")
    if word_at(sentence, at - 2) == "of" and word_at(sentence, at - 3) in _SIDES:
        return True  # "the flow east of 60W"
    beside = [raw[after + 1 : after + 2], raw[max(0, at - 2) : max(0, at - 1)]]
    return any(letters and letters[0] in _BEARINGS for letters in beside)


def _modifies(sentence: Sentence, at: int, match: UnitMatch) -> bool:
    """Say whether a singular unit word goes with a plural: "three stone steps"."""
    word, follows = sentence.words[at], word_at(sentence, match.last)
    if word == "second" and follows == "-" and word_at(sentence, match.last + 1) in _RANKED:
        return True  # "50 second-class stamps"
    plural = follows.isalpha() and lexicon.is_plural(follows)
    return plural and word in ("stone", "second", "bar")


def _is_hyphened(sentence: Sentence, at: int) -> bool:
    """Say whether a letter after a hyphen is a unit: "a 60-W bulb", "the 531-m (1,744-ft) mast"."""
    letter, follows = sentence.raw[at], word_at(sentence, at + 1)
    if letter == "m" and follows == "(":
        return word_at(sentence, at + 2)[:1].isdigit()
    if letter == "Ω":
        return True
    if letter not in "mNJWVAT" or not sentence.raw[at + 1 : at + 2] or sentence.joined(at + 1):
        return False
    return sentence.raw[at + 1][0].islower() and follows not in lexicon.words("nouns", "stop")


def _is_blank(sentence: Sentence, at: int) -> bool:
    """Say whether the MM of a table of weather is no unit: "MAXIMUM 44 MM 54 1998"."""
    follows, words = word_at(sentence, at + 1), sentence.words
    if follows[:1].isdigit() or follows in ("mm", "month", "minimum", "since", "average"):
        return True
    return words[max(0, at - 5) : at - 1].count("in") > 0 and "(" in words[max(0, at - 6) : at]


def _is_near(sentence: Sentence, at: int, key: str) -> bool:
    """Say whether a word of a table stands near a place."""
    table = lexicon.words("measures", key)
    return any(word in table for word in sentence.words[max(0, at - 16) : at + 12])


def _shouts(sentence: Sentence, at: int) -> bool:
    """Say whether a word in capitals stands at a place."""
    text = sentence.raw[at] if at < len(sentence.raw) else ""
    return len(text) > 1 and text.isupper()


def _of_name(sentence: Sentence, match: UnitMatch) -> bool:
    """Say whether letters go on as a name: the F of "F-Series" and of "12 F-35 jets"."""
    last = match.last
    letters = sentence.raw[last - 1]
    if len(letters) > 3 or not letters.isalpha() or not hyphen_at(sentence, last):
        return False
    if word_at(sentence, last + 1)[0].isalpha():
        return len(letters) == 1
    return letters.isupper() and not sentence.joined(last - 1)


def _word_follows(sentence: Sentence, at: int) -> bool:
    follows = word_at(sentence, at)
    return follows[:1].isalpha() and follows not in lexicon.words("measures", "unit_follows")


# -------------------------------------------------------------------------- one letter at a time

Check = Callable[[Sentence, int, Numeral, bool], bool]


def _heat(sentence: Sentence, at: int, numeral: Numeral, joined: bool) -> bool:
    """Decide "38C", "100F"."""
    follows = word_at(sentence, at + 1)
    if sentence.raw[at] == "C" and _is_near(sentence, at, "charge_near"):
        return True
    if numeral.figure.value > 10_000 or numeral.figure.scale > 1:
        return False
    if follows == "/" and sentence.joined(at + 1) and not both_scales(sentence, at + 2):
        return False
    if _is_hot(sentence, at):
        return joined or not follows[:1].isalpha() or follows in lexicon.words("nouns", "stop")
    if follows[:1].isalpha() and follows not in lexicon.words("measures", "heat_follows"):
        return False
    before = sentence.raw[at - 2] if at > 2 else ""
    return numeral.figure.value <= 2000 and (not before[:1].isupper() or before.isupper())


def _is_hot(sentence: Sentence, at: int) -> bool:
    near = sentence.words[max(0, at - 14) : at + 12]
    if any(word in lexicon.words("measures", "heat_near") for word in near):
        return True
    raw = sentence.raw[at + 1 : at + 11] + sentence.raw[max(0, at - 10) : at]
    return "C" in raw or "F" in raw or "°" in raw


def _kelvin(sentence: Sentence, at: int, numeral: Numeral, joined: bool) -> bool:
    follows = word_at(sentence, at + 1)
    if joined:
        return _is_hot(sentence, at) and not lexicon.is_plural(follows or "x")
    several = sentence.raw.count("K") > 1  # "from 3,000 K to 5,000 K values"
    return not follows[:1].isalpha() or several or _is_hot(sentence, at)


def _amperes(sentence: Sentence, at: int, numeral: Numeral, joined: bool) -> bool:
    """Decide "0.62 A": amperes where something electric is near, or where nothing else is."""
    if _shouts(sentence, at + 1):
        return False
    signs = sentence.raw[max(0, at - 10) : at + 10]
    if any(sign in _ELECTRIC for sign in signs) or _is_near(sentence, at, "current_near"):
        return True
    alone = len(sentence.words) < (5 if numeral.figure.decimals else 4)
    return alone and not joined and (at < 2 or not sentence.words[at - 2][-1].isalnum())


def _by(key: str) -> Check:
    """Return a check of a capital letter by the words of a table that stand near it."""
    return lambda sentence, at, *_: not _shouts(sentence, at + 1) and _is_near(sentence, at, key)


def _nanometres(sentence: Sentence, at: int, numeral: Numeral, joined: bool) -> bool:
    return sentence.raw[at] == "nm" or joined or not _word_follows(sentence, at + 1)


def _inches(sentence: Sentence, at: int, numeral: Numeral, joined: bool) -> bool:
    """Decide "5 in": inches before "wide" and the like, or where the sentence ends."""
    follows = word_at(sentence, at + 1)
    if joined and sentence.words[at - 1] != "-":
        return not follows[:1].isdigit()
    if follows == "of":
        return word_at(sentence, at + 2) in lexicon.words("measures", "falls")
    if follows in (")", "x", "×", "]") or follows in lexicon.words("measures", "inches_follow"):
        return True
    if follows == "." and word_at(sentence, at + 2) in (")", "]", ";", ","):
        return True  # "50 mm (2 in.)"
    ends = not follows or (follows == "." and at + 2 >= len(sentence.words))
    return ends and sentence.words[at - 1][-1:].isdigit() and word_at(sentence, at - 2) != "-"


def metres_follow(sentence: Sentence, at: int, joined: bool) -> bool:
    """Decide "300m", the letter at token `at`: metres, unless a counted plural follows."""
    follows = word_at(sentence, at + 1)
    if not follows[:1].isalpha() or follows in lexicon.words("measures", "length_follows"):
        return True
    if is_course(sentence, at):
        return True
    return not lexicon.is_plural(follows)


def is_course(sentence: Sentence, at: int) -> bool:
    """Say whether so many metres are run or swum: "400m runners"; "2m runners" are millions."""
    heats = lexicon.words("measures", "heats")
    return word_at(sentence, at + 1) in heats and sentence.words[at - 1] in _COURSES


def _metres(sentence: Sentence, at: int, numeral: Numeral, joined: bool) -> bool:
    return metres_follow(sentence, at, joined)


def _stone(sentence: Sentence, at: int, numeral: Numeral, joined: bool) -> bool:
    follows, value = word_at(sentence, at + 1), numeral.figure.value
    if not joined:
        return follows[:1].isdigit() and value < 40 and at + 2 < len(sentence.words)
    return follows[:1].isdigit() or (value < 40 and value % 10 != 1)


def _prime(sentence: Sentence, at: int, numeral: Numeral, joined: bool) -> bool:
    """Decide the marks of feet and inches, which close quotations as well."""
    if not joined:
        return False
    mark, follows = sentence.words[at], word_at(sentence, at + 1)
    if mark in "′″":
        return True
    if mark in "'’" and follows[:1].isdigit():
        return True
    if any(sign in sentence.words[: at - 1] for sign in ("“", "‘", mark)) or sentence.quotes:
        return False
    if sentence.words.count(mark) == 1 and mark != "’":
        return True
    return not follows or follows in (")", "(", "x", "×", "by")


def _won(sentence: Sentence, at: int, numeral: Numeral, joined: bool) -> bool:
    return numeral.figure.value >= 1000 and is_currency_won(sentence, at)


def is_currency_won(sentence: Sentence, at: int) -> bool:
    """Say whether "won" is Korea's, or what a throw of 70.2m did: "70.2m won Ames the title"."""
    follows = word_at(sentence, at + 1)
    if follows in ("the", "a", "an", "him", "her", "them", "it", "gold", "silver", "bronze"):
        return False
    return not sentence.raw[at + 1 : at + 2] or not sentence.raw[at + 1][0].isupper()


def _pence(sentence: Sentence, at: int, numeral: Numeral, joined: bool) -> bool:
    follows = word_at(sentence, at + 1)
    if follows == "." and word_at(sentence, at + 2) == "m":
        return False
    if not sentence.raw[at].islower():
        return False
    return joined or (not follows[:1].isalpha() and at == len(sentence.words) - 1)


def _small(sentence: Sentence, at: int, numeral: Numeral, joined: bool) -> bool:
    """Decide g, t, l: a lone small letter after a number is one of these."""
    if not sentence.raw[at].islower() and sentence.raw[at] != "L":
        return False
    return not (joined and sentence.words[at - 1] == "-")


def _seconds(sentence: Sentence, at: int, numeral: Numeral, joined: bool) -> bool:
    """Decide "9.58s"; "30s" may be years, ages or degrees."""
    if not joined:
        timed = numeral.figure.decimals and word_at(sentence, at + 1) in ("time", "interval")
        return bool(timed) or not _word_follows(sentence, at + 1)
    return bool(numeral.figure.decimals) or word_at(sentence, at - 2) in ("m", "min", "h")


def _hours(sentence: Sentence, at: int, numeral: Numeral, joined: bool) -> bool:
    if joined or sentence.raw[at] == "h":
        return True
    return not _word_follows(sentence, at + 1)


def _race(sentence: Sentence, at: int, numeral: Numeral, joined: bool) -> bool:
    """Decide "a 10k race"; "10k" alone is ten thousand."""
    return joined and word_at(sentence, at + 1) in lexicon.words("measures", "races")


def _never(sentence: Sentence, at: int, numeral: Numeral, joined: bool) -> bool:
    return False


def _ago(sentence: Sentence, at: int, numeral: Numeral, joined: bool) -> bool:
    return joined or word_at(sentence, at + 1) in ("ago", "bp", ")", ".", "", "and")


_CHECKS: dict[str, Check] = {
    "C": _heat, "F": _heat, "K": _kelvin, "in": _inches, "m": _metres, "st": _stone,
    "'": _prime, "’": _prime, "′": _prime, '"': _prime, "”": _prime, "″": _prime,
    "won": _won, "p": _pence, "c": _pence, "g": _small, "t": _small, "l": _small,
    "s": _seconds, "h": _hours, "M": _never, "B": _never, "k": _race, "b": _never, "d": _never,
    "MPs": _never, "R": _never, "A": _amperes, "T": _by("field_near"), "D": _by("lens_near"),
    "Ma": _ago, "ka": _ago, "Ga": _ago, "nm": _nanometres,
}  # fmt: skip
