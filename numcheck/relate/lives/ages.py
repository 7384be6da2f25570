"""Figures that are ages of people, by the words around them."""

from __future__ import annotations

from numcheck.lexicon import words as lexicon
from numcheck.model.interval import Rational
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.named import NamedTuple
from numcheck.relate.wording import opens

_TABLE = "cues/lives"
_YOUNGEST, _OLDEST = 12, 122
_CHILD = 4  # "orphaned at nine in 1961"
_STOPS = frozenset({",", ".", ";", ")", "–", "—", "and", "but", "in", "on", "when", "at", "after",
                    "before", "as", "this", "last", "yesterday", "today", "while", "two", "from",
                    "by", "to", "with", "of", "had", "if", "during", "because", "since", "upon",
                    "having", "the", "he", "she", "then", "according", "now"})  # fmt: skip

_SHORT_OF = frozenset({"short", "shy", "reaching", "turning", "before"})
_RANKED = frozenset({"youngest", "oldest"})
_ALONE = frozenset({",", ".", ";", "in", "and", ")", "–", "—", "he", "she"})


class Age(NamedTuple):
    """An age; `apposed` after a name ("Kerr, 88,"), `now` if it may be that of the writing.

    `called` is one by which somebody goes ("the 45-year-old"), `lone` one that a sentence gives
    without a year ("He was 85.").
    """

    quantity: Quantity
    apposed: bool = False
    now: bool = False
    lone: bool = False
    called: bool = False


def age_at(sentence: Sentence, quantity: Quantity) -> Age | None:
    """Return the age that a figure is; None where nothing makes it one."""
    if quantity.figure is None or quantity.is_range or quantity.figure.vague:
        return None
    if quantity.kind == "age":
        if quantity.unit is not None and quantity.unit.name != "year":
            return None
        if _never_reached(sentence, quantity):
            return None
        return _told(sentence, quantity)
    value = quantity.figure.value
    if quantity.kind != "number" or not isinstance(value, int) or not 0 < value <= _OLDEST:
        return None
    if _never_reached(sentence, quantity):
        return None
    return _bare(sentence, quantity) if quantity.noun is None else None


def _never_reached(sentence: Sentence, quantity: Quantity) -> bool:
    """Say whether somebody "would have been 98": an age of no year that is told with it."""
    words, first = sentence.words, opens(sentence, quantity)
    if "would" not in words[max(0, first - 4) : first] and words[first - 1] not in _SHORT_OF:
        return False
    if words[max(0, first - 2) : first - 1] == ["after"]:
        return False  # "two days after turning 21"
    return not any(word.isdecimal() and len(word) == 4 for word in words[quantity.last :][:3])


def _told(sentence: Sentence, quantity: Quantity) -> Age:
    words, first = sentence.words, opens(sentence, quantity)
    before = words[first - 1] if first else ""
    if "old" in quantity.text:
        now = before not in ("was", "then", "a")
        return Age(quantity, now=now, lone=before == "was", called="-" in quantity.text)
    apposed = before in (",", "(") and not quantity.text.startswith("age")
    now = apposed or before in ("is", "now", "turned", "turns")
    return Age(quantity, apposed, now=now, lone=before == "was")


def _bare(sentence: Sentence, quantity: Quantity) -> Age | None:
    """Read "turned 50", "at 55", "was 70", "lived to be 98"."""
    words, first = sentence.words, opens(sentence, quantity)
    follows = words[quantity.last : quantity.last + 1]
    if follows and follows[0] not in _STOPS:
        return None
    cue = lexicon.phrases(_TABLE, "before_age").ending(words, first)
    if words[first - 1 : first] == [","] and follows == [","] and _value(quantity) >= _YOUNGEST:
        born = "born" in words[quantity.last : quantity.last + 5]
        return Age(quantity, apposed=True, now=True) if born else None
    if words[first - 1 : first] == [","] and follows == ["when"] and _value(quantity) >= _YOUNGEST:
        return Age(quantity)  # "the composer, 61 when his opera was given"
    if cue is None:
        return Age(quantity) if _goes_on(sentence, first, follows) else None
    name = cue[0]
    if name == "at" and not _alone(sentence, quantity, cue[1]):
        return None
    lone = name in ("was", "lived") and (
        quantity.last + 1 >= len(words) or follows in (["and"], [","])
    )
    return Age(quantity, now=name in ("is", "turned"), lone=lone)


def _goes_on(sentence: Sentence, first: int, follows: list[str]) -> bool:
    """Say whether a number goes on with ages: "he was 15 in 1965 and 30 in 1980"."""
    if sentence.words[first - 1 : first] != ["and"] or follows not in (["in"], ["when"], ["at"]):
        return False
    table = lexicon.phrases(_TABLE, "before_age")
    earlier = [q for q in sentence.quantities if q.last < first and q.kind == "number"]
    return any(table.ending(sentence.words, one.first) is not None for one in earlier)


def _alone(sentence: Sentence, quantity: Quantity, first: int) -> bool:
    """Say whether "at 55" ends its phrase: no hour, no price, no rank."""
    follows = sentence.words[quantity.last : quantity.last + 2]
    if follows[:1] == ["the"] and follows[1:] and follows[1] in _RANKED:
        return True  # "became at 25 the youngest captain"
    before = sentence.words[max(0, first - 1)]
    if before == "capped" and "born" in sentence.words:
        before = ""  # "capped at 18 in 2006", for a country
    if before in lexicon.words(_TABLE, "not_aged"):
        return False
    ends = not follows or follows[0] in _ALONE
    in_year = follows[:1] == ["in"] and len(follows[-1]) == 4 and follows[-1].isdecimal()
    return ends and (_value(quantity) >= _YOUNGEST or (in_year and _value(quantity) > _CHILD))


def _value(quantity: Quantity) -> Rational:
    return quantity.figure.value if quantity.figure is not None else 0
