"""So much each: the figure, and what it is counted by."""

from __future__ import annotations

from functools import cache

from numcheck.lexicon import words as lexicon
from numcheck.lexicon.units import per_at, unit_named, units_at
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.span import Span
from numcheck.model.unit import Unit
from numcheck.named import NamedTuple
from numcheck.record import replace
from numcheck.relate.rates.terms.bearers import bearer, costs, one_for_every_place, per_before
from numcheck.relate.wording import amounts, closes, opens

_TABLE = "cues/rates"
QUOTIENT = "/"  # what a figure is counted by where its unit says so: no word, unlike "per unit"
_PLAIN = frozenset({"count", "number", "money", "measure", "duration"})
_REGULAR = {
    "hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month", "yearly": "year",
    "annually": "year", "annual": "year",
}  # fmt: skip
_FROM_A = frozenset("an a the average mean typical of".split())
_AT = frozenset("for to on in at from".split())
_LED_BY = _AT.union(_REGULAR, "each apiece average a an per every /".split())
_POP = frozenset({"pop", "throw", "whack"})
_PAUSES = frozenset({",", ".", ";", "–", "—", "(", ")"})
_HELD = frozenset({"measure", "duration", "money"})
_FIXED = ("more than", "at least", "less than", "at most")


class Each(NamedTuple):
    """A figure for each of something: in its own unit, without "a month".

    `per` is a noun in the singular or the name of a unit, `each` where any noun will do, `mean`
    where only a mean is named, `price` after "at", `holds` after "of" and `QUOTIENT` of "32km/h".
    `last` is the token place after all of it.
    """

    quantity: Quantity
    per: str
    unit: Unit | None
    last: int


def each_of(sentence: Sentence, quantity: Quantity) -> Each | None:
    """Read a figure as so much for each of something; None where it is none."""
    figure, hedge = quantity.figure, quantity.hedge
    if figure is None or quantity.kind not in _PLAIN or quantity.upper is not None or figure.vague:
        return None
    if figure.value <= 0 or (hedge and hedge.direction in _FIXED and not hedge.slight):
        return None
    if _is_start(sentence, quantity) or every_so_often(sentence, quantity):
        return None
    each = (
        _every(sentence, quantity)
        or one_for_every(sentence, quantity)
        or _in_unit(sentence, quantity)
        or _behind(sentence, quantity)
        or _before(sentence, quantity)
    )
    if each is None or each.per in lexicon.words(_TABLE, "heads"):
        priced = _priced(sentence, quantity)  # "45 meals at $18 a head"
        if each is not None and priced is not None and priced.per == "price":
            return each._replace(per="price")
        return each or priced
    return each


def every_so_often(sentence: Sentence, quantity: Quantity) -> bool:
    """Say whether a figure is by another one: "an average of one every 170 minutes"."""
    at = closes(sentence, quantity)
    if at >= len(sentence.words) or sentence.words[at] not in ("every", "per"):
        return False
    return any(one.first == at + 1 and one.figure is not None for one in sentence.quantities)


def _is_start(sentence: Sentence, quantity: Quantity) -> bool:
    """Say whether a figure is where something began: "from £450 a month", "from an average of"."""
    at, words = opens(sentence, quantity), sentence.words
    for place in range(at - 1, max(-1, at - 5), -1):
        if words[place] == "from":
            return True
        if words[place] not in _FROM_A:
            break
    return False


def _every(sentence: Sentence, quantity: Quantity) -> Each | None:
    """Read "one every four years": the time that each takes."""
    if quantity.kind not in ("duration", "measure") or quantity.hedge:
        return None
    at = opens(sentence, quantity)
    if at < 2:
        return None
    if sentence.words[at - 2 : at] != ["one", "every"]:
        return None
    span = Span(sentence.starts[at - 2], quantity.span.end)
    grown = replace(quantity, span=span, text=span.cut(sentence.text), first=at - 2)
    return Each(grown, "each", None, quantity.last)


def one_for_every(sentence: Sentence, quantity: Quantity) -> Each | None:
    """Read "one teacher for every 20": so many for each teacher."""
    place = one_for_every_place(sentence.words, opens(sentence, quantity))
    if place is None or quantity.kind not in ("count", "number"):
        return None
    span = Span(sentence.starts[place], quantity.span.end)
    grown = replace(quantity, span=span, text=span.cut(sentence.text), first=place)
    named = sentence.words[place + 1]
    per = "each" if named in ("for", "to", "per") else lexicon.singular(named)
    return Each(grown, per, None, closes(sentence, quantity))


def _in_unit(sentence: Sentence, quantity: Quantity) -> Each | None:
    """Read "£25 a head", "40 tonnes a day", "32km/h"."""
    unit = quantity.unit
    if unit is None:
        return None
    if base := quantity.parts.get("base"):
        _, rated, below = unit.name.rpartition(" per ")
        per = below if rated else str(quantity.parts["per"])
        plain = replace(quantity, unit=base, units=(base,), parts={})
        last = quantity.last
        if sentence.words[last : last + 1] in (["a"], ["an"], ["per"], ["each"], ["every"]):
            last += 2  # the print of "£9 a head" is "£9"
        per = lexicon.singular(per)
        if per in _POP and _set_off(sentence, quantity, last):
            return Each(plain, "each", None, last)  # "61 crates for £2,440, £40 a pop"
        return Each(plain, per, _unit(per), last)
    if unit.dimension in ("speed", "flow", "fuel economy") and not unit.reciprocal:
        return Each(quantity, QUOTIENT, None, quantity.last)
    if unit.dimension == "fuel economy" and unit.name == "litre per 100 kilometres":
        litre, distance = unit_named("litre"), unit_named("kilometre")
        hundred = replace(distance, factor=distance.factor * 100)
        plain = replace(quantity, unit=litre, units=(litre,))
        return Each(plain, "kilometre", hundred, quantity.last)
    return None


def _set_off(sentence: Sentence, quantity: Quantity, last: int) -> bool:
    words, at = sentence.words, opens(sentence, quantity)
    return words[at - 1] in _PAUSES and (last >= len(words) or words[last] in _PAUSES)


def _unit(name: str) -> Unit | None:
    """Return the unit of time, length, area, volume or mass that a rate is by."""
    try:
        unit = unit_named(name)
    except ValueError:
        return None
    return unit if unit.dimension in ("time", "length", "area", "volume", "mass") else None


def _behind(sentence: Sentence, quantity: Quantity) -> Each | None:
    """Read "£7 each", "900 letters an hour", "300 per square kilometre", "12 on average"."""
    words, at = sentence.words, closes(sentence, quantity)
    if at >= len(words) or words[at] not in _LED_BY:
        return None
    if words[at] in ("each", "apiece"):
        if words[at] == "each" and (unit := per_at(words, sentence.raw, at, article=True)):
            return _grown(sentence, quantity, unit.units[0].name, unit.units[0], unit.last)
        return _grown(sentence, quantity, "each", None, at + 1)
    article = words[opens(sentence, quantity) - 1] in ("a", "an", "his", "her", "its", "their")
    if words[at] == "average" and article and words[at - 1] != quantity.noun:
        return _grown(sentence, quantity, "mean", None, at + 1)
    if words[at : at + 2] == ["on", "average"]:
        return _grown(sentence, quantity, "mean", None, at + 2)
    if (
        words[at] == "a"
        and words[at + 1 : at + 2]
        and words[at + 1] in lexicon.words(_TABLE, "apiece")
    ):
        return _grown(sentence, quantity, "each", None, at + 2)
    if words[at] in _AT and words[at + 1 : at + 2] in (["each"], ["every"]):
        at += 1
        if words[at + 1 : at + 2] == ["of"]:
            return _grown(sentence, quantity, "each", None, at + 1)
    if words[at] in _REGULAR and words[at] != "annual":
        regular = unit_named(_REGULAR[words[at]])
        return _grown(sentence, quantity, regular.name, regular, at + 1)
    if words[at : at + 2] == ["to", "the"] and (room := units_at(words, sentence.raw, at + 2)):
        acre = room.units[0]  # "1,300 to the acre"
        of_room = acre.dimension in ("area", "volume", "mass") and quantity.unit is None
        return _grown(sentence, quantity, acre.name, acre, room.last) if of_room else None
    if words[at : at + 2] in (["to", "a"], ["to", "an"], ["to", "each"], ["to", "every"]):
        plain = quantity.kind == "number" and quantity.noun is None  # "26 to a class"
        return _per_noun(sentence, quantity, at + 2) if plain else None
    if words[at] not in ("a", "an", "per", "every", "each", "/"):
        return None
    if found := per_at(words, sentence.raw, at, article=True):
        return _grown(sentence, quantity, found.units[0].name, found.units[0], found.last)
    return _per_noun(sentence, quantity, at + 1)


def _per_noun(sentence: Sentence, quantity: Quantity, at: int) -> Each | None:
    """Read "1.8 a game", "£300 per household", "four a match"."""
    words = sentence.words
    if at >= len(words) or not words[at].isalpha() or words[at] in lexicon.words("nouns", "stop"):
        return None
    if any(one.first == at for one in sentence.quantities):
        return None  # "one every four years"
    return _grown(sentence, quantity, lexicon.singular(words[at]), None, at + 1)


def _grown(sentence: Sentence, quantity: Quantity, per: str, unit: Unit | None, last: int) -> Each:
    """Let the figure's print take in what it is counted by."""
    end = sentence.ends[last - 1]
    span = Span(quantity.span.start, end)
    return Each(replace(quantity, span=span, text=span.cut(sentence.text)), per, unit, last)


def _before(sentence: Sentence, quantity: Quantity) -> Each | None:
    """Read "giving each £5,000", "were each fined £450", "an average of £7"."""
    words, at = sentence.words, opens(sentence, quantity)
    means, last = lexicon.words(_TABLE, "means"), quantity.last
    told = not _leading().isdisjoint(words[max(0, at - 5) : at])
    for place in range(at - 1, max(-1, at - 6), -1) if told else ():
        word = words[place]
        if word in (",", ".", ";", ":", "(", ")") or word[0].isdigit():
            break
        if word == "each" and words[place + 1 : place + 2] != ["of"]:
            doing = words[place + 1].endswith("ing")  # "14 clubs each paying £2,500"
            if not doing and any(closes(sentence, one) == place for one in amounts(sentence)):
                break  # of another figure: "carrying 50 fans each took 2,500"
            return Each(quantity, "each", None, last)
        if word in means and at - place <= 3:
            return Each(quantity, "mean", None, last)
        if word in _REGULAR and words[at - 1] in ("of", "is", "was", "at"):
            unit = unit_named(_REGULAR[word])
            return Each(quantity, unit.name, unit, last)
    if per := per_before(words, at) or bearer(words, at):
        return Each(quantity, per, _unit(per) if quantity.kind == "money" else None, last)
    if "each" not in sentence.vocabulary or "each" not in words[:at]:
        return None
    before = [one for one in amounts(sentence) if one.first < quantity.first][-1:]
    for one in before:
        first = opens(sentence, one)
        gap = words[closes(sentence, one) : at]
        lead = words[max(0, first - 6) : first]
        owned = "each" in lead[:-1] and lead[lead.index("each") + 1] == "of" and "," not in lead
        if owned and len(gap) <= 6 and not {",", ".", ";", ":", "–", "—"} & set(gap):
            return Each(quantity, "each", None, last)
    return None


@cache
def _leading() -> frozenset[str]:
    """Return the words before a figure that may make it so much each."""
    return lexicon.words(_TABLE, "means") | {"each", *_REGULAR}


def owned_by_each(sentence: Sentence, each: Each) -> Each | None:
    """Return a rate by the week as so much for each of those who are said to have it."""
    plain = _before(sentence, each.quantity)
    if plain is None or plain.per != "each":
        return None
    return plain._replace(quantity=each.quantity, last=each.last)


def _priced(sentence: Sentence, quantity: Quantity) -> Each | None:
    """Read "320 shirts at £24", "15 crates of 24 bottles"."""
    at, count = opens(sentence, quantity), None
    for one in amounts(sentence):
        if one.first >= quantity.first:
            break
        count = one
    if count is None:
        priced = quantity.kind == "money" and costs(sentence, at)
        return Each(quantity, "price", None, quantity.last) if priced else None
    if count.last == at and quantity.kind in _HELD and count.kind in ("number", "count"):
        held = sentence.words[quantity.last : quantity.last + 1]
        held = [lexicon.singular(word) for word in held]
        holders = lexicon.words(_TABLE, "holders")
        return (
            Each(quantity, "holds", None, quantity.last + 1)
            if held and held[0] in holders
            else None
        )
    if sentence.words[at - 1] not in ("at", "of", "with", "containing", "holding"):
        return None
    gap = sentence.words[closes(sentence, count) : at - 1]
    if count.unit is not None or len(gap) > 1:
        return None
    if sentence.words[at - 1] == "at" and (count.noun or (count.kind == "number" and not gap)):
        sold = quantity.kind == "money" and gap in ([], ["sold"], ["priced"], ["bought"], [","])
        return Each(quantity, "price", None, quantity.last) if sold else None
    if gap or count.noun is None:
        return None
    if count.noun not in lexicon.words(_TABLE, "holders") or quantity.hedge is not None:
        return None
    if quantity.noun == "wicket":
        return None  # "lead by 177 runs with seven wickets left"
    return Each(quantity, "holds", None, quantity.last)
