"""One quantity put together: sign, number, unit, noun, age and hedge."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from numcheck.extract import hedges, nouns
from numcheck.extract.measures import Measured, unit_after, with_rate
from numcheck.extract.numerals import number_at
from numcheck.extract.scales import Numeral, rescaled
from numcheck.lexicon import words as lexicon
from numcheck.lexicon.units import UnitMatch, currency_before, unit_named
from numcheck.model.interval import quotient
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Figure, Kind, Quantity
from numcheck.model.unit import Unit

_MINUS = frozenset("-−–")
_AGE_BEFORE = frozenset({"aged", "age", "ages"})


@dataclass(slots=True)
class Draft:
    """A quantity in the making: token places, and what has been read so far."""

    first: int
    last: int
    figure: Figure
    numeral: Numeral
    money: UnitMatch | None = None
    measured: Measured | None = None
    upper: Figure | None = None
    ratio: bool = False
    other: tuple[Figure, Unit | None] | None = None

    @property
    def units(self) -> tuple[Unit, ...]:
        """The units that the draft may be in, without a choice between them."""
        if self.measured:
            return self.measured.units
        return self.money.units if self.money else ()


def draft_at(sentence: Sentence, at: int, floor: int = 0) -> Draft | None:
    """Read a number with its sign, currency and unit at token `at`; None where there is none.

    Tokens before `floor` belong to the figure before and are not looked at.
    """
    numeral = number_at(sentence, at)
    if numeral is None:
        return None
    first, money, negative = _before(sentence, at, floor)
    draft = Draft(first, numeral.last, numeral.figure, numeral, money, ratio=numeral.ratio)
    if numeral.open_scale:
        _decide_letter(sentence, draft)
    if money:
        _money_after(sentence, draft)
    else:
        draft.measured = unit_after(sentence, replace_last(numeral, draft))
        if draft.measured:
            draft.last = draft.measured.last
            _compound(sentence, draft)
    if not negative and draft.measured and _below_zero(sentence, draft):
        negative, draft.last = True, draft.last + 2
    if negative:
        draft.figure = replace(draft.figure, value=-draft.figure.value)
    return draft


def replace_last(numeral: Numeral, draft: Draft) -> Numeral:
    """Return the numeral as far as the draft has read it."""
    return numeral._replace(figure=draft.figure, last=draft.last)


def _before(sentence: Sentence, at: int, floor: int) -> tuple[int, UnitMatch | None, bool]:
    """Read backward from a number: currency sign and minus, in either order."""
    first, negative = _minus(sentence, at, floor)
    money = None
    for width in (1, 2, 3):
        begin = first - width
        if begin < floor or not all(sentence.joined(p) for p in range(begin + 1, first)):
            break
        found = currency_before(sentence.words, sentence.raw, begin)
        if found is not None and found.last == first:
            money = (found, begin)  # the longest wins: US$ before $
    if money is None:
        return first, None, negative
    first = money[1]
    if not negative:
        first, negative = _minus(sentence, first, floor)
    return first, money[0], negative


def _minus(sentence: Sentence, first: int, floor: int) -> tuple[int, bool]:
    before = first - 1
    if before < floor:
        return first, False
    word = sentence.words[before]
    if word == "minus" or (word == "negative" and sentence.words[first][:1].isdigit()):
        return before, True
    if word in _MINUS and sentence.joined(first):
        opens = before == 0 or not sentence.joined(before)
        opens = opens or sentence.raw[before - 1] in ("(", "[", ",", "/", "–", "=", "<", ">", "“")
        between_figures = before and sentence.words[before - 1][:1].isdigit()
        if opens and not (word == "–" and between_figures):
            return before, True
    return first, False


def _decide_letter(sentence: Sentence, draft: Draft) -> None:
    """Decide the letter after a number: "£3m" and "4k staff" are scales, "100m" is a length."""
    letter, at = draft.numeral.open_scale, draft.last
    follows = sentence.words[at + 1] if at + 1 < len(sentence.words) else ""
    joined = sentence.joined(at)
    scale = {"k": 1_000, "m": 1_000_000, "b": 1_000_000_000, "mil": 1_000_000}[letter]
    plural = follows[:1].isalpha() and lexicon.is_plural(follows)
    plural = plural and follows not in lexicon.words("measures", "length_follows")
    counts = joined and (plural or nouns.counted(sentence, at + 1) is not None) and letter != "b"
    if draft.money is None and letter == "k" and joined and not follows[:1].isalpha():
        counts = sentence.raw[at] == "k"
    if draft.money is not None:
        counts = joined or follows[:1] not in "abcdefghijklmnopqrstuvwxyz" or letter == "m"
    length = follows in lexicon.words("measures", "length_follows")
    if not counts or (letter == "m" and draft.money is None and (length or not follows)):
        return
    printed = sentence.cut(draft.numeral.last - 1, at + 1)
    plain = draft.figure
    draft.figure = rescaled(draft.figure, scale, printed, sentence.raw[at])
    draft.last = at + 1
    if letter == "m" and draft.money is None:
        draft.other = (plain, unit_named("metre"))


def _money_after(sentence: Sentence, draft: Draft) -> None:
    """Read what may follow a sum of money: "$5 million", "US dollars" again, "a barrel"."""
    assert draft.money is not None
    after = unit_after(sentence, replace_last(draft.numeral, draft), money=True)
    if after and after.units and after.units[0].dimension == draft.money.units[0].dimension:
        draft.last = after.last  # "$20 USD", "£5 sterling"
    rated = with_rate(sentence, Measured(draft.money.units, draft.last))
    if rated.per:
        draft.measured, draft.last = rated, rated.last


def _compound(sentence: Sentence, draft: Draft) -> None:
    """Read "5ft 9in", "11st 4lb", "6-foot-2", "two hours and 20 minutes" as one quantity."""
    assert draft.measured is not None
    larger, words = draft.measured.units[0], sentence.words
    pairs = _pairs().get(larger.name)
    if pairs is None or draft.measured.per:
        return
    at, comma = draft.last, False
    if at < len(words) and words[at] in ("and", ",", "-"):
        comma = words[at] == ","
        at += 1
        if comma and at < len(words) and words[at] == "and":
            at += 1
    lesser = number_at(sentence, at)
    if lesser is None or lesser.figure.scale > 1 or lesser.ratio:
        return
    after = unit_after(sentence, lesser)
    named = [u for u in after.units if u.name in pairs] if after else []
    if named and after:
        unit, last = named[0], after.last
    elif not comma and words[draft.last] != "and" and _bare_lesser(sentence, larger, lesser, at):
        unit, last = unit_named(next(iter(pairs))), lesser.last
    else:
        return
    if lesser.figure.value * unit.factor >= larger.factor:
        return
    _add(sentence, draft, unit, unit_named(pairs[unit.name]), lesser, last)


def _bare_lesser(sentence: Sentence, larger: Unit, lesser: Numeral, at: int) -> bool:
    """Say whether a number without a unit goes on: "6-foot-2", "5ft 9", "11st 4", "5'9"."""
    follows = sentence.words[lesser.last] if lesser.last < len(sentence.words) else ""
    if larger.name not in ("foot", "stone") or isinstance(lesser.figure.value, float):
        return False
    limit = 12 if larger.name == "foot" else 14
    hyphen = sentence.words[at - 1] == "-" and sentence.joined(at - 1) and sentence.joined(at)
    quote = follows in ('"', "″", "”") and sentence.joined(lesser.last)
    plain = not follows[:1].isalpha() or follows in ("and", "tall", "in", "to", "or", "forward")
    return lesser.figure.value < limit and (hyphen or quote or plain)


def _add(
    sentence: Sentence, draft: Draft, unit: Unit, into: Unit, lesser: Numeral, last: int
) -> None:
    assert draft.measured is not None
    larger = draft.measured.units[0]
    share = quotient(unit.factor, into.factor)
    value = quotient(draft.figure.value * larger.factor, into.factor) + lesser.figure.value * share
    if last < len(sentence.words) and sentence.words[last] in ('"', "″", "”"):
        last += (
            sentence.joined(last) and larger.name == "foot" and sentence.words[last - 2] in "'′’"
        )
    draft.last = last
    draft.figure = Figure(
        sentence.cut(draft.first, last),
        value.numerator if value.denominator == 1 else value,
        lesser.figure.grain * share,
        lesser.figure.grain * share,
    )
    draft.measured = Measured((into,), last, hyphen=draft.measured.hyphen)


_PAIRS: dict[str, dict[str, str]] = {}


def _pairs() -> dict[str, dict[str, str]]:
    """Return larger unit → smaller unit → the unit that both are given in."""
    if not _PAIRS:
        for larger, smaller, into in lexicon.english_table("measures")["compounds"]:
            _PAIRS.setdefault(larger, {})[smaller] = into
    return _PAIRS


def _below_zero(sentence: Sentence, draft: Draft) -> bool:
    return sentence.words[draft.last : draft.last + 2] == ["below", "zero"] and any(
        unit.dimension == "temperature" for unit in draft.units
    )


# ------------------------------------------------------------------------ the finished quantity


def finish(sentence: Sentence, draft: Draft, share: Draft | None = None) -> Quantity:
    """Turn a draft into a quantity, with its noun, age and hedge.

    `share` is a later figure whose unit or noun this one shares ("5 and 6 mg").
    """
    measured, money = draft.measured, draft.money
    units = draft.units or (share.units if share else ())
    parts: dict[str, Any] = {}
    if measured and measured.per:
        parts = {"per": measured.per, "base": measured.base}
    last, first = draft.last, draft.first
    kind = _kind(draft, units, money)
    hedge = hedges.before(sentence, first)
    if hedge is None and (behind := hedges.after(sentence, last)):
        hedge, after_hedge = behind
    else:
        after_hedge = last
    counted = None
    if kind in ("number", "ratio"):
        hyphen = _hyphen_at(sentence, after_hedge)
        one = draft.figure.value == 1 or draft.ratio
        counted = nouns.counted(sentence, after_hedge + hyphen, one, hyphen)
        kind = "count" if counted and kind == "number" else kind
    elif kind == "duration":
        kind, last = _age(sentence, draft, kind, last)
    if kind in ("number", "count") and (aged := _aged(sentence, draft, counted)):
        kind, units, counted = "age", aged, None
    quantity = Quantity(
        span=sentence.span_of(first, last),
        text=sentence.cut(first, last),
        kind=kind,
        figure=draft.figure,
        upper=draft.upper,
        unit=units[0] if units else None,
        units=units,
        counts=counted.print if counted else None,
        noun=counted.noun if counted else None,
        modifiers=counted.modifiers if counted else (),
        hedge=hedge,
        elided=share is not None and not draft.units,
        place=sentence.block.place,
        sentence=sentence.index,
        first=first,
        last=last,
        noun_last=counted.last if counted else after_hedge if after_hedge > last else last,
        parts=parts,
    )
    return _with_other(quantity, draft)


def _with_other(quantity: Quantity, draft: Draft) -> Quantity:
    if draft.other is None:
        return quantity
    figure, unit = draft.other
    other = replace(quantity, figure=figure, unit=unit, units=(unit,) if unit else (),
                    kind="measure", counts=None, noun=None)  # fmt: skip
    return replace(quantity, other_readings=(other,))


def _hyphen_at(sentence: Sentence, at: int) -> bool:
    return (
        at < len(sentence.words)
        and sentence.words[at] in ("-", "‑")
        and sentence.joined(at)
        and sentence.joined(at + 1)
    )


def _kind(draft: Draft, units: tuple[Unit, ...], money: UnitMatch | None) -> Kind:
    if money:
        return "money"
    if not units:
        return "ratio" if draft.ratio else "number"
    base = draft.measured.base if draft.measured and draft.measured.base else units[0]
    if base.dimension.startswith("money"):
        return "money"
    if base.name == "percent":
        return "percent"
    if base.dimension == "points":
        return "points"
    return "duration" if base.dimension == "time" else "measure"


def _age(sentence: Sentence, draft: Draft, kind: Kind, last: int) -> tuple[Kind, int]:
    """Take in "-old", "old", "of age" after years and months, and "aged" before them."""
    words = sentence.words
    at = last + 1 if _hyphen_at(sentence, last) else last
    if words[at : at + 1] in (["old"], ["olds"]):
        return "age", at + 1
    if words[at : at + 2] == ["of", "age"]:
        return "age", at + 2
    if draft.first and words[draft.first - 1] in _AGE_BEFORE:
        return "age", last
    return kind, last


def _aged(
    sentence: Sentence, draft: Draft, counted: nouns.Counted | None
) -> tuple[Unit, ...] | None:
    """Return the units of an age without a unit: "aged 45", "at age 45", "Mr Hall, 45, said"."""
    words, first, last = sentence.words, draft.first, draft.last
    value = draft.figure.value
    if isinstance(value, int) and 0 <= value <= 115 and not draft.figure.worded:
        hedge_less = first - 1
        if first and words[hedge_less] in _AGE_BEFORE:
            return (unit_named("year"),)
        if words[max(0, first - 2) : first] in (["age", "of"], ["ages", "of"], ["aged", "about"]):
            return (unit_named("year"),)
        if draft.upper is None and counted is None and _in_apposition(sentence, first, last):
            return ()
    return None


def _in_apposition(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether a bare number stands between commas after a name: "Ann Hall, 45, said"."""
    words, raw = sentence.words, sentence.raw
    if first < 2 or words[first - 1] != "," or not raw[first - 2][:1].isupper():
        return False
    if last < len(words) and words[last] not in (",", ".", ";", ")"):
        return False
    named = first >= 3 and raw[first - 3][:1].isupper() and raw[first - 3].isalpha()
    opening = first == 2 or words[first - 3] in (
        ".",
        ",",
        "and",
        "son",
        "daughter",
        "wife",
        "husband",
        "brother",
        "sister",
        "mr",
        "mrs",
    )
    month = raw[first - 2].lower() in lexicon.words("nouns", "stop")
    return (named or opening) and not month and (last - first) == 1
