"""A percentage of an amount, and what that comes to."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from numcheck.lexicon import words as lexicon
from numcheck.model.interval import Interval
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.record import replace
from numcheck.relate.shares.fits import Claim, alike, countable, plain_percent
from numcheck.relate.shares.pairs import of_gap
from numcheck.relate.sums.terms.kin import is_generic, is_person
from numcheck.relate.wording import closes, opens

_TABLE = "cues/shares"
_ENDS = frozenset({")", "]", ",", ".", ";", ":", "–", "—", "-", "!", "?"})


def portions(sentence: Sentence, figures: list[Quantity]) -> Iterator[tuple[int, Claim]]:
    """Yield the place of each percentage of an amount, with the portion that is printed too."""
    for at in range(len(figures) - 2):
        percent, whole, part = figures[at : at + 3]
        if whole.kind == "percent" and _earns(sentence, figures, at):
            yield at + 1, Claim(part, percent, _meant(whole))
        if not (plain_percent(percent) and countable(whole) and countable(part)):
            continue
        if not (alike(part, whole) and alike(whole, part) and _same_thing(whole, part)):
            continue
        if _taken_of(sentence, percent, whole) and _comes_to(sentence, whole, part):
            yield at, Claim(part, whole, _meant(percent) if whole.unit else percent)
        elif _pays_out(sentence, figures, at):
            yield at, Claim(part, whole, _meant(percent))
        elif _put_between(sentence, percent, whole, part):
            yield at, Claim(whole, part, _meant(percent))


def _earns(sentence: Sentence, figures: list[Quantity], at: int) -> bool:
    """Read a year's interest: "£50,000 at 4% earns £2,000 in interest a year"."""
    whole, percent, part = figures[at : at + 3]
    if not (whole.kind == part.kind == "money" and plain_percent(percent)):
        return False
    if not (countable(whole) and countable(part) and alike(part, whole)):
        return False
    words = sentence.words
    gap = words[closes(sentence, whole) : opens(sentence, percent)]
    into = words[percent.last : opens(sentence, part)]
    if "at" not in gap or len(gap) > 7 or len(into) > 7 or "." in gap + into:
        return False
    near = words[max(0, whole.first - 4) : part.last + 6]
    if lexicon.words(_TABLE, "interest").isdisjoint(near):
        return False
    durations = any(one.kind == "duration" for one in figures)
    return not durations and lexicon.words(_TABLE, "terms").isdisjoint(words)


def _pays_out(sentence: Sentence, figures: list[Quantity], at: int) -> bool:
    """Read "a 20% tip on a $150 bill takes home $30": who gets or pays it, and not the rest."""
    percent, whole, part = figures[at : at + 3]
    words = sentence.words
    gap = words[closes(sentence, whole) : part.first]  # "hands over £5,000" has no hedge
    if len(figures) != 3 or whole.kind != "money" or not 1 <= len(gap) <= 8:
        return False
    if not (_taken_of(sentence, percent, whole) or _charged(sentence, percent, whole)):
        return False
    if lexicon.phrases(_TABLE, "pays_out").ending(words, part.first) is None:
        return False
    share = percent.reading().scale(Fraction(1, 100))
    one = Interval.point(1)
    for other in (one - share, one + share):  # what is left, and what it comes to with it
        if (whole.reading() * other).meets(part.reading(hedged=False)):
            return False
    return True


def _charged(sentence: Sentence, percent: Quantity, whole: Quantity) -> bool:
    """Read "agents charge 2%, so the seller of a £250,000 flat"."""
    words = sentence.words
    gap = words[percent.last : opens(sentence, whole)]
    if not 2 <= len(gap) <= 8 or gap[-1] not in _ARTICLES or ("on" not in gap and "of" not in gap):
        return False
    chargers = lexicon.words(_TABLE, "chargers")
    return not chargers.isdisjoint(words[max(0, percent.first - 4) : percent.first])


def _put_between(sentence: Sentence, percent: Quantity, part: Quantity, whole: Quantity) -> bool:
    """Read "a 15% tip ($9) on a $60 bill", "a 2% fee, or £2,000, on a £100,000 pot"."""
    if whole.kind != "money":
        return False
    words = sentence.words
    gap = words[percent.last : opens(sentence, part)]
    into = words[closes(sentence, part) : opens(sentence, whole)]
    if into[:1] == ["on"] and gap[-1:] == ["or"]:
        into = [",", *into]
    if not into or into[0] not in (")", ",", "–", "—") or into[1:2] not in (["on"], ["of"]):
        return False
    if len(into) > 5 or any(
        word in lexicon.words(_TABLE, "not_within") - _ARTICLES for word in into[2:]
    ):
        return False
    if not gap or gap[-1] not in ("(", "or", ",", "–", "—") or len(gap) > 5:
        return False
    fees = lexicon.words(_TABLE, "fees")
    return any(word in fees for word in gap) or fee_before(sentence, percent)


_ARTICLES = frozenset({"a", "an", "the"})


def _meant(percent: Quantity) -> Quantity:
    """Return a percentage as an amount is multiplied by it: 3% is 3%, and not nearly 3.5%."""
    figure = percent.figure
    assert figure is not None
    if percent.hedge is not None:
        return percent
    return replace(percent, figure=replace(figure, bounds=Interval.point(figure.value)))


def fee_before(sentence: Sentence, percent: Quantity) -> bool:
    """Say whether a percentage is a fee's: "a deposit of 20%"."""
    fees = lexicon.words(_TABLE, "fees")
    return any(word in fees for word in sentence.words[max(0, percent.first - 4) : percent.first])


def _same_thing(whole: Quantity, part: Quantity) -> bool:
    if whole.unit is not None:
        return part.unit is not None and part.unit.name == whole.unit.name
    if part.noun in (None, whole.noun) or is_generic(part.noun):
        return True
    return is_person(part.noun) and is_person(whole.noun)


def _taken_of(sentence: Sentence, percent: Quantity, whole: Quantity) -> bool:
    """Say whether a percentage is taken of an amount: "3% of the £400,000", "a 20% tip on £40"."""
    words, begin, end = sentence.words, percent.last, opens(sentence, whole)
    if of_gap(sentence, begin, end):
        return True
    gap = words[begin:end]
    if whole.kind != "money" or not 1 <= len(gap) <= 6 or "on" not in gap:
        return False
    at = gap.index("on")
    if not all(word in ("a", "an", "the", "its", "his", "her", "their") for word in gap[at + 1 :]):
        return False
    fees = lexicon.words(_TABLE, "fees")
    return any(word in fees for word in gap[:at]) or (at == 0 and fee_before(sentence, percent))


def _comes_to(sentence: Sentence, whole: Quantity, part: Quantity) -> bool:
    """Say whether the words between an amount and its portion make them so."""
    words, begin, end = sentence.words, closes(sentence, whole), opens(sentence, part)
    found = lexicon.phrases(_TABLE, "equals").ending(words, end)
    if found is None or not begin <= found[1] <= begin + 5:
        return False
    between = words[begin : found[1]]
    if between[-1:] and between[-1] in (",", ":", ";", "–", "—"):
        between.pop()
    if not all(word.isalpha() or word == "-" for word in between):
        return False
    if any(word in lexicon.words(_TABLE, "turns") for word in between):
        return False
    after = closes(sentence, part)
    told = lexicon.phrases("cues/rates", "in_all").at(words, after)
    if told is not None:
        after = told[1]
    if words[after : after + 2] == ["of", "them"] and words[after + 2 : after + 3] == [","]:
        after += 2
    follows = words[after] if after < len(words) else "."
    if follows in ("with", "if", "when", "including", "counting"):
        return False
    cue = words[found[1] : end]
    if cue == [","]:
        alone = part.noun is None or is_generic(part.noun) or part.noun == whole.noun
        alone = alone or told is not None
        named = part.noun is not None or words[after - 1] == "them"
        named = named or words[after + 1 : after + 2] in (["was"], ["is"], ["would"], ["will"])
        return alone and (follows in (".", ";") or (follows == "," and named))
    if cue[0] in ("–", "—") and words[after : after + 2] == ["of", "them"]:
        return True
    if cue[0] in ("(", "–", "—", "or"):
        return follows in _ENDS
    return follows != "of" and not (
        follows == "per" or words[part.last : part.last + 1] == ["each"]
    )
