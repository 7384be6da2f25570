"""The unit beside a figure, and the rate that "a", "per" and "/" make of it."""

from __future__ import annotations

from typing import NamedTuple

from numcheck.extract.scales import Numeral
from numcheck.lexicon import words as lexicon
from numcheck.lexicon.units import UnitMatch, over, per_at, units_at
from numcheck.model.passage import Sentence
from numcheck.model.unit import Unit

_MOMENTS = frozenset({"earlier", "ago", "previously", "later"})


class Measured(NamedTuple):
    """The units that a figure may be in, the token place after them, and what they are per."""

    units: tuple[Unit, ...]
    last: int
    per: str = ""
    base: Unit | None = None
    hyphen: bool = False


def unit_after(sentence: Sentence, numeral: Numeral, money: bool = False) -> Measured | None:
    """Return the unit that follows a number, with its "per" part; None where none does."""
    at, hyphen = numeral.last, False
    words = sentence.words
    if at >= len(words):
        return None
    if words[at] in ("-", "‑") and sentence.joined(at) and sentence.joined(at + 1):
        at, hyphen = at + 1, True
    match = units_at(words, sentence.raw, at)
    if match is None:
        return None
    if match.weak and not _evident(sentence, at, match, numeral, hyphen):
        return None
    if hyphen and match.weak and match.last - at == 1 and words[at] not in _HYPHENED:
        return None
    units = _choose(sentence, at, match, numeral, hyphen)
    if not units:
        return None
    if _is_plain_noun(sentence, at, match, hyphen):
        return None
    return with_rate(sentence, Measured(units, match.last, hyphen=hyphen))


_HYPHENED = frozenset({"m", "g", "in", "l"})  # "a 5,316-m peak", "a 12-in pipe"


def with_rate(sentence: Sentence, measured: Measured) -> Measured:
    """Take in "a barrel", "per hour", "/m²" after a unit."""
    words, at = sentence.words, measured.last
    if at + 1 >= len(words) or words[at] not in lexicon.words("measures", "per_words"):
        return measured
    if words[at] == "/" and not sentence.joined(at + 1):
        return measured
    if words[at] != "/" and words[at + 2 : at + 3] and words[at + 2] in _MOMENTS:
        return measured  # "$52 million a year earlier"
    base, word = measured.units[0], words[at + 1]
    below = per_at(words, sentence.raw, at, article=True)
    if below is not None and _below_the_line(sentence, at, below):
        if base.dimension == "time" and words[at] != "/":
            return measured._replace(last=below.last, per=word, base=base)
        level = tuple(unit for unit in measured.units if not unit.offset)
        if level and base.name != "percent" and base.dimension != "points":
            return Measured(over(level, below.units), below.last, word, base, measured.hyphen)
        return measured._replace(per=word, base=base)
    if word in lexicon.words("measures", "rate_nouns") and words[at] != "/":
        return measured._replace(per=word, base=base)
    return measured


def _below_the_line(sentence: Sentence, at: int, below: UnitMatch) -> bool:
    """Say whether what follows "a", "per" or "/" is a unit to divide by."""
    words = sentence.words
    if below.units[0].dimension.startswith(("money", "share", "points", "temp")):
        return False
    if words[at] in ("per", "/"):
        return True
    plural = below.units[0].plural == words[at + 1]
    return not plural and not (below.weak and len(words[at + 1]) < 3)


def _evident(sentence: Sentence, at: int, match: UnitMatch, numeral: Numeral, hyphen: bool) -> bool:
    """Say whether a spelling that is also a word or a letter is a unit here."""
    words, raw = sentence.words, sentence.raw
    joined = sentence.joined(at) or hyphen
    follows = words[match.last] if match.last < len(words) else ""
    word, print_ = words[at], raw[at]
    if print_ in ("C", "F"):
        return joined or not follows[:1].isalpha() or follows in ("and", "or", "to", "in", "on")
    if word == "in":
        return (
            joined
            or _stopped_short(sentence, match.last)
            or follows in (")", "x", "×", "]")
            or (follows in ("wide", "long", "tall", "high", "deep", "thick", "diameter"))
        )
    if word == "m":
        return _metres(sentence, match.last, joined)
    if word == "st":
        return (
            joined
            and (follows[:1].isdigit() or numeral.figure.value < 40)
            and not (numeral.figure.value % 10 == 1 and not follows[:1].isdigit())
        )
    if word in ("'", "′", "’"):
        return joined and (not follows or follows[:1].isdigit() or follows in (",", ".", ")"))
    if word in ('"', "″", "”"):
        return joined and word == "″"
    if word == "won":
        return numeral.figure.value >= 1000
    if word in ("p", "c"):
        return joined and print_.islower() and follows != "."
    if print_ in ("K",):
        return not joined and not follows[:1].isalpha()
    if print_ in ("M", "B", "k", "b", "d"):
        return False
    if len(word) <= 2:
        return joined or not follows[:1].isalpha() or follows in ("of", "and", "or", "per", "to")
    return joined or numeral.last == at


def _stopped_short(sentence: Sentence, at: int) -> bool:
    """Say whether a full stop that ends no sentence follows: "(0.8 in.)", "3 in., but"."""
    words = sentence.words
    return words[at : at + 1] == ["."] and words[at + 1 : at + 2] in ([], [")"], [","], [";"], ["]"])


def _metres(sentence: Sentence, last: int, joined: bool) -> bool:
    """Decide "300m": metres, unless a counted plural follows ("300m shares")."""
    words = sentence.words
    follows = words[last] if last < len(words) else ""
    if not follows[:1].isalpha() or follows in lexicon.words("measures", "length_follows"):
        return True
    return joined and not lexicon.is_plural(follows)


def _choose(
    sentence: Sentence, at: int, match: UnitMatch, numeral: Numeral, hyphen: bool
) -> tuple[Unit, ...]:
    """Decide between what a word may measure: pounds of money or weight, degrees of heat or arc."""
    kinds = {unit.dimension for unit in match.units}
    if len(kinds) == 1:
        return _at_sea(sentence, match.units)
    near = set(sentence.words[max(0, at - 12) : at + 8])
    if any(kind.startswith("money") for kind in kinds) and "mass" in kinds:
        weight = near & lexicon.words("measures", "weight_near")
        money = near & lexicon.words("measures", "money_near")
        heavy = numeral.figure.value < 1_000_000 and (hyphen or bool(weight) or not money)
        return tuple(u for u in match.units if (u.dimension == "mass") == heavy)
    if "temperature" in kinds and "angle" in kinds:
        hot = bool(near & lexicon.words("measures", "heat_near"))
        turned = bool(near & lexicon.words("measures", "angle_near")) and not hot
        return tuple(u for u in match.units if (u.dimension == "angle") == turned)
    return match.units


def _at_sea(sentence: Sentence, units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """Leave the nautical mile out of a bare "miles" where nothing in the sentence is at sea."""
    if len(units) == 1 or units[1].name != "nautical mile":
        return units
    sea = lexicon.words("measures", "at_sea")
    return units if any(word in sea for word in sentence.words) else units[:1]


def _is_plain_noun(sentence: Sentence, at: int, match: UnitMatch, hyphen: bool) -> bool:
    """Refuse a singular unit word that modifies a plural: "three stone steps", "5 second goals"."""
    word = sentence.words[at]
    if hyphen or match.last - at != 1 or word not in ("stone", "second", "foot", "yard", "pound"):
        return False
    follows = sentence.words[match.last] if match.last < len(sentence.words) else ""
    return follows.isalpha() and lexicon.is_plural(follows) and word in ("stone", "second")
