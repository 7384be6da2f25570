"""Changes as a sentence states them beside figures that stand alone."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.record import replace
from numcheck.relate.changes.frame import read, read_stated
from numcheck.relate.changes.frame.claims import as_share
from numcheck.relate.changes.frame.moves import tells
from numcheck.relate.changes.frame.scene import Claim
from numcheck.relate.sparse.window import TABLE, Window, wide
from numcheck.relate.wording import closes, opens

_COMES = frozenset({"comes", "came", "works", "amounts", "amounted"})
_SEASONS = frozenset({"last", "this", "next", "each", "every"})
_PLACED = frozenset({"behind", "back", "adrift", "later", "ahead", "clear", "slower", "quicker"})
_INSIDE = frozenset({"inside", "outside"})
_SO = frozenset({"so", "meaning", "means", "thus", "therefore", "hence"})
_LOSSES = frozenset({"lost", "losing", "loss", "loses", "lose"})
_NEAR = 8  # words from "inside" to the time that was beaten
_KEYS = ((1, "more"), (-1, "less"), (0, "apart"), (1, "rates"))
_GAPS = frozenset({"gap", "difference", "margin"})
_POINTS = frozenset({"point", "goal", "run", "vote", "seat"})


def claims_in(window: Window) -> list[Claim]:
    """Return the changes, differences and multiples that a sentence states."""
    claims = []
    if tells(window.sentence):
        read_claims = read_stated(window.sentence).claims
        claims = [one for one in read_claims if one.kind != "points" and not _often(window, one)]
    known = {one.figure.first for one in claims}
    claims += [one for one in _leads_in(window) if one.figure.first not in known]
    known |= {one.figure.first for one in claims}
    claims += [one for one in _nouns(window) if one.figure.first not in known]
    return claims


def _often(window: Window, claim: Claim) -> bool:
    """Say whether "twice" counts how often: "it lists Box 14 twice"."""
    twice = window.words[claim.figure.last - 1] in ("twice", "thrice")
    return twice and window.words[claim.last : claim.last + 1] != ["as"]


def _leads_in(window: Window) -> Iterator[Claim]:
    """Yield "Derby are six clear", "leaving them nine behind": a bare figure and where it puts."""
    for quantity in window.own:
        words, at = window.words, closes(window.sentence, quantity)
        counted = quantity.noun in _POINTS
        if quantity.kind == "duration" and _is_timed(window, quantity, at):
            yield Claim("amount", quantity, 0, opens(window.sentence, quantity), at + 1, "compare")
        if quantity.kind not in ("number", "count") or quantity.unit is not None:
            continue
        if quantity.noun is not None and not counted:
            continue
        if quantity.is_range or quantity.figure is None or quantity.figure.value > 99:
            continue
        if lexicon.phrases(TABLE, "leads").at(words, at) and window.says("contested"):
            begin = opens(window.sentence, quantity)
            yield Claim("amount", _plain(quantity), 0, begin, at + 1, "compare")


def _is_timed(window: Window, quantity: Quantity, at: int) -> bool:
    """Say whether a time puts one runner behind another: "home in 3:44:25, two minutes behind"."""
    behind = window.words[at : at + 1]
    if behind and behind[0] in _INSIDE:  # "in 2:58:14, six minutes inside his best of 3:02:40"
        then = [one for one in window.own if one.first > at and one.kind == "duration"]
        return len(then) == 1 and ":" in then[0].text and then[0].first - at < _NEAR
    ends = behind != [] and behind[0] in _PLACED and window.ends_at(at + 1)
    return ends and any(one.text.count(":") for one in window.own if one.kind == "duration")


def _nouns(window: Window) -> Iterator[Claim]:
    """Yield "a surplus of £4m", "the increase comes to 35%", "an annual rate of 3.6%"."""
    held = not _GAPS.isdisjoint(window.sentence.vocabulary)
    told = [
        (sign, key)
        for sign, key in _KEYS
        if (held and key == "apart") or lexicon.phrases(TABLE, key).may_stand(window.sentence)
    ]
    for quantity in window.own if told else ():
        if quantity.figure is None or quantity.upper is not None:
            continue
        at = opens(window.sentence, quantity)
        percent = quantity.kind in ("percent", "ratio")
        undoing = lexicon.words("cues/margins", "undoing") if not percent else frozenset()
        for sign, key in told:
            if key == "rates" and not percent:
                continue
            hit = lexicon.phrases(TABLE, key).find(window.words, max(0, at - 5), at)
            if key == "apart" and _between(window.words, at):
                yield Claim("amount", _plain(quantity), 0, at, quantity.last, "noun")
                break
            if hit is None or not _leads(window.words[hit.last : at]):
                continue
            if window.words[hit.first - 1] in _SEASONS:
                continue  # "1,240 last fall to 1,180"
            if window.words[max(0, hit.first - 2)] in undoing:
                continue  # "by 9,200 votes to 8,850, overturning a majority of 2,550"
            figure = as_share(quantity) if percent else _plain(quantity)
            kind = "percent" if percent else "amount"
            yield Claim(kind, figure, sign, hit.first, closes(window.sentence, quantity), "noun")
            break


def _between(words: list[str], at: int) -> bool:
    """Say whether a gap between two things leads to its figure: "the gap between them was"."""
    lead = words[max(0, at - 10) : at]
    place = next((place for place, word in enumerate(lead) if word in _GAPS), -1)
    linked = lead[-1:] in (["was"], ["is"]) and {",", ";"}.isdisjoint(lead[place:])
    return place >= 0 and linked and lead[place + 1] == "between"


def _leads(between: list[str]) -> bool:
    """Say whether a noun leads to its figure: "of", "comes to"; "an increase to" does not."""
    if not between or ("to" in between and _COMES.isdisjoint(between)):
        return False
    return all(word in lexicon.words(TABLE, "to_change") for word in between)


def _plain(quantity: Quantity) -> Quantity:
    """Return points and goals as the bare number that they are of two others."""
    if quantity.noun in _POINTS or quantity.kind == "points":
        return replace(quantity, kind="number", noun=None, unit=None, units=())
    return quantity


def dated(sentence: Sentence, levels: tuple[Quantity, Quantity]) -> bool:
    """Say whether each of two figures has its own time: "312 in 2019 and 243 last year"."""
    times = {one.first for one in sentence.quantities if one.kind in ("year", "date")}
    past = lexicon.phrases(TABLE, "moments")
    first, second = levels
    for begin, end in ((first.last, second.first), (second.last, len(sentence.words))):
        window = range(begin, min(end, begin + 7))
        if (
            not any(at in times for at in window)
            and past.find(sentence.words, begin, min(end, begin + 7)) is None
        ):
            return False
    return True


def timed(window: Window, claim: Claim, levels: tuple[Quantity, Quantity]) -> bool:
    """Say whether each figure has its time: "96kg in March and 81kg by May, having shed 12kg"."""
    sentence, one = window.sentence, levels[0]
    if claim.kind != "amount" or claim.form == "compare" or one.kind == "duration":
        return False
    if not _LOSSES.isdisjoint(window.words[claim.first : claim.last]):
        lost = claim.form == "noun" and one.kind in ("count", "number")
        if one.kind != "measure" and not lost:
            return False  # "sales of £9m in spring and £8m in autumn, a loss of £2m"
    moved = wide(levels[1]) - wide(one)
    low, high = (moved.scale(claim.sign * part) for part in (Fraction(1, 3), 3))
    by = wide(claim.figure)
    if low.below(by) is not True or by.below(high) is not True:
        return False  # "940 in spring and 815 in autumn, a rise of 40"
    frame = read(sentence)
    return all(
        level.sentence == sentence.index
        and level.last <= claim.first
        and frame.over_time(closes(sentence, level))[0] > closes(sentence, level)
        for level in levels
    )


def moved_to(window: Window, claim: Claim, levels: tuple[Quantity, Quantity]) -> bool:
    """Say whether one thing was moved to a figure: "the judge cut it to $900,000, a fall of"."""
    verb, it, to = (*window.lead(levels[1], 3), "", "", "")[:3]
    moves = lexicon.phrases("cues/changes", "verbs").at([verb], 0)
    gained = "profit" in window.words[claim.first : claim.last]
    return moves is not None and it in ("it", "this", "that", "them") and to == "to" and not gained


def of_its_money(window: Window, claim: Claim) -> bool:
    """Say whether a share is lost of what the figures are: "lost 33% of its money"."""
    of, owner, whole = (*window.words[claim.last : claim.last + 3], "", "", "")[:3]
    return (
        claim.kind == "percent"
        and of == "of"
        and owner in ("its", "her", "his", "their", "the", "that")
        and whole in lexicon.words(TABLE, "its_money")
        and window.ends_at(claim.last + 3)
    )


def of_what_was(window: Window, claim: Claim, level: Quantity) -> bool:
    """Say whether a multiple is of a figure by its verb: "paid £64m … half what he paid"."""
    words, at = window.words, claim.last
    at += words[at : at + 1] == ["of"]
    if claim.kind != "times" or words[at : at + 1] != ["what"]:
        return False
    end = next((end for end in range(at + 2, at + 7) if window.ends_at(end)), 0)
    return 0 < end <= len(words) and words[end - 1] in window.lead(level, 3)


def concludes(window: Window, claim: Claim) -> bool:
    """Say whether a change is drawn from the figures: "…, so it has dropped 9ft in a summer"."""
    lead = window.words[max(0, claim.first - 6) : claim.first]
    if _SO.isdisjoint(lead):
        return False
    return window.ends_at(read(window.sentence).over_time(claim.last)[0])


def measured(claim: Claim, level: Quantity) -> Claim:
    """Give a bare change the unit of what moved: "1,240 pounds in May, having put on 190"."""
    figure = claim.figure
    bare = figure.kind == "number" and figure.unit is None and figure.noun is None
    if not bare or level.kind != "measure" or claim.form != "verb":
        return claim
    figure = replace(figure, kind="measure", unit=level.unit, units=level.units)
    return claim._replace(figure=figure)
