"""Two years, and the one length, anniversary or age that they give."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from numcheck.lexicon import words as lexicon
from numcheck.model.interval import Interval
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.lives.ages import age_at
from numcheck.relate.lives.birthdays import birthday
from numcheck.relate.spans.moments import Moment, completed, lengths, moments, tie, years_between
from numcheck.relate.sparse.closed.claims import TABLE
from numcheck.relate.sparse.window import Window
from numcheck.relate.wording import derived, is_quoted, opens

_YEARS = {"year": 1, "decade": 10, "century": 100}
_NEAR = (Fraction(3, 5), Fraction(5, 3))
_LIVED = range(14, 116)
_BORN = 5  # words from "born" to its year
_NEXT = frozenset({"its", "his", "her", "their", "another", "a", "the"})
_FAR = 4  # words from "gave" to "110 years of work"
_PERSONS = frozenset({"he", "she", "his", "her", "him", "who", "whose", "the", "a", "an", "i"})
_OF_IT = (["of"], ["in"], ["on"])
_PAUSES = frozenset({":", "–", "—", "(", "-"})

Dated = tuple[Quantity, Moment]


def find(window: Window) -> Iterator[Relation]:
    """Yield "not since 1988 had they won – a wait of 26 years that ended in 2004"."""
    dated = [one for one in moments(window.sentence) if one[1].year > 999]
    if len(dated) != 2 or dated[0][1].year == dated[1][1].year:
        return
    if any("decade" in one.parts or "to" in one.parts for one, _ in dated):
        return
    if window.says("not_ends", TABLE):
        return
    early, late = sorted(dated, key=lambda one: one[1].year)
    told = lengths(window.sentence)
    if len(told) == 1:
        yield from _length(window, early, late, told[0])
    elif not told:
        yield from _anniversary(window, early, late)
        yield from _age(window, early, late)


def _likely(stated: Fraction, years: int) -> bool:
    """Say whether a number of years is near another, and one digit or two in order apart."""
    if not _NEAR[0] < Fraction(stated) / years < _NEAR[1]:
        return False
    digits = str(abs(int(stated) - years)).strip("0")
    return len(digits) == 1 or sorted(str(int(stated))) == sorted(str(years))


# ------------------------------------------------------------------------------------ lengths


def _length(window: Window, early: Dated, late: Dated, length: Quantity) -> Iterator[Relation]:
    unit, figure = length.unit, length.figure
    if unit is None or unit.name not in _YEARS or length.hedge is not None or figure is None:
        return
    years = late[1].year - early[1].year
    if length.is_range or any(one.kind == "age" for one in window.told):
        return
    stated = Fraction(figure.value) * _YEARS[unit.name]
    span = length.reading().scale(_YEARS[unit.name])
    if span.meets(Interval(max(0, years - 1), years + 1)) or not _likely(stated, years):
        return
    if _is_between(window, length, early, late):
        between = years_between(early[1], late[1])
        yield tie(window.sentence, early[0], late[0], length, between, "year", years)


def _is_between(window: Window, length: Quantity, early: Dated, late: Dated) -> bool:
    """Say whether a length is said to be all that lies between two years."""
    words, first, last = window.words, opens(window.sentence, length), length.last
    behind = [one for one, _ in (early, late) if one.first > first]
    which = lexicon.words(TABLE, "which_one")
    if any(words[one.first - 2] in which and one.first - last < 9 for one in behind):
        return False  # "a wait of 16 years for a club founded in 1984"
    if behind and words[last : last + 1] == ["and"] and words[last + 1] in _NEXT:
        return False  # "lasted 30 years and its replacement, passed in 1994, 22"
    if lexicon.phrases(TABLE, "span_before").ending(words, first) is not None:
        return True
    if lexicon.phrases(TABLE, "span_behind").at(words, last) is not None:
        return True
    noun = words[last : last + 1]
    if "-" in length.text:
        return bool(noun) and noun[0] in lexicon.words(TABLE, "spans") and len(behind) != 1
    if behind or noun != ["of"]:
        return False
    lead = lexicon.phrases(TABLE, "gave").find(words, max(late[0].last, first - _FAR), first)
    return lead is not None or words[first - 1] in _PAUSES


# ------------------------------------------------------------------------------ anniversaries


def _anniversary(window: Window, early: Dated, late: Dated) -> Iterator[Relation]:
    """Yield "the 150th anniversary, in 2015, of the opening in 1855"."""
    ranks = [one for one in window.told if one.kind == "ordinal"]
    if len(ranks) != 1:
        return
    rank = ranks[0]
    named = lexicon.words("cues/spans", "birthdays")
    if named.isdisjoint(window.words[rank.last : rank.last + 2]):
        return
    stated, years = int(rank.value or 0), late[1].year - early[1].year
    own = window.words[rank.first - 1] in ("his", "her")
    if abs(stated - years) <= 1 or not _likely(Fraction(stated), years) or own:
        return
    if not _of_it(window, rank, early[0]):
        return
    yield birthday(window.sentence, early[0], (rank, stated), years)


def _of_it(window: Window, rank: Quantity, begun: Quantity) -> bool:
    """Say whether what is marked began in the first year: "of the wreck of 1918".

    "In 2015, on the 150th anniversary of the abolition, the chapel of 1855" tells of two things.
    """
    words = window.words
    if words[rank.last + 1 : rank.last + 2] != ["of"] and begun.first < rank.first:
        return words[rank.first - 1] in ("its", "their")
    between = words[rank.last + 1 : begun.first]
    last = max((at for at, word in enumerate(between) if word == ","), default=-1)
    return "of" in between and (last < 0 or between[last + 1 : last + 2] in _OF_IT)


# --------------------------------------------------------------------------------------- ages


def _age(window: Window, early: Dated, late: Dated) -> Iterator[Relation]:
    """Yield "in March 2018 it found him 81; he had been born in 1926"."""
    words, sentence = window.words, window.sentence
    if not _is_birth(window, early[0]):
        return
    ages = [one for one in window.own if _may_be(window, one)]
    value = ages[0].value if len(ages) == 1 and len(window.own) < 3 else None
    if value is None:
        return
    if not lexicon.words("cues/lives", "kin").isdisjoint(words):
        return
    others = lexicon.words("cues/lives", "others") - _PERSONS
    if not others.isdisjoint(words) or _two_people(window, early[0]):
        return
    age, span = ages[0], completed(early[1], late[1])
    stated, most = Fraction(value), late[1].year - early[1].year
    if stated in (most - 1, most) or not (_likely(stated, most) or _likely(stated, most - 1)):
        return
    printed = f"{span.low}" if span.low == span.high else f"{span.low} or {span.high}"
    years = derived(span, age, printed, kind="age", unit=age.unit)
    yield Relation(
        "life",
        {"born": early[0], "then": late[0], "age": age, "years": years},
        age.span,
        derived=frozenset({"years"}),
        quoted=is_quoted(sentence, age),
    )


def _is_birth(window: Window, year: Quantity) -> bool:
    """Say whether a person was born in a year; a club may be "born in 1926" too."""
    words, births = window.words, lexicon.words("cues/lives", "births")
    near = [*range(max(0, year.first - _BORN), year.first), *range(year.last, year.last + 5)]
    told = [at for at in near if at < len(words) and words[at] in births]
    if not told or not {";", "."}.isdisjoint(words[year.last : told[0]]):
        return False
    lead = window.sentence.raw[max(0, told[0] - 1)]
    stop = lexicon.words("nouns", "stop")
    return not told[0] or not lead.isalpha() or lead[0].isupper() or lead.lower() in stop


def _may_be(window: Window, one: Quantity) -> bool:
    """Say whether a figure may be an age: one, or a bare number behind "him" or "was"."""
    if one.figure is None or one.is_range or one.hedge is not None:
        return False
    if one.kind == "age":
        told = age_at(window.sentence, one)  # "the 55-year-old" may be so today
        return told is not None and not (told.apposed or told.called or told.now)
    if one.kind != "number" or one.noun is not None or one.value not in _LIVED:
        return False
    after = window.words[one.last : one.last + 1]
    stop = lexicon.words("nouns", "stop")
    ended = not after or not after[0].isalpha() or after[0] in stop
    at = opens(window.sentence, one)
    lead = lexicon.phrases(TABLE, "age_before").ending(window.words, at)
    ranked = lexicon.words("cues/lives", "not_aged")
    if not ranked.isdisjoint(window.words[max(0, at - 2) : at - 1]):
        return False  # "she was ranked at 12"
    return ended and lead is not None and after != ["%"] and after != ["of"]


def _two_people(window: Window, born: Quantity) -> bool:
    """Say whether a birth is told of another: "and her coach, born in 1950,"."""
    raw, words = window.sentence.raw, window.words
    names = {word for word in raw[1 : born.first] if word[:1].isupper() and word not in _MONTHS}
    pronouns = {"he", "him", "his"}.isdisjoint(words) or {"she", "her"}.isdisjoint(words)
    return not pronouns or len(names) > 4


_MONTHS = frozenset(
    """January February March April May June July August September October November December
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday""".split()
)
