"""Margins as stated: "a majority of 550", "won by nine points"."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon.words import phrases, words
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Figure, Quantity
from numcheck.named import NamedTuple
from numcheck.relate.wording import closes, opens

TABLE = "cues/margins"
_LINKS = frozenset({"of", "was", "is", "by", ":", "to", "at"})
_CHANGED = frozenset(
    """shrunk shrank grown grew widened narrowed cut slashed reduced extended increased fallen fell
    risen rose improved stretched trimmed""".split()
)
_POLLED = frozenset({"beat", "votes", "polled", "polling"})
_AHEAD = frozenset({"led", "lead", "leads", "leading", "trailed", "trailing", "trails"})


class Margin(NamedTuple):
    """A stated margin, its token places, and whether it may be one of a moment."""

    figure: Quantity
    first: int
    last: int
    passing: bool
    word: str = ""


def margins_in(sentence: Sentence) -> Iterator[Margin]:
    """Yield "a majority of 550", "a 13-point margin", "won by nine points", "six points ahead"."""
    for quantity in sentence.quantities:
        if quantity.kind not in ("count", "number", "points", "percent") or quantity.is_range:
            continue
        if quantity.noun == "wicket":
            continue  # "214 for six, to win by four wickets"
        margin = after_figure(sentence, quantity) or before_figure(sentence, quantity)
        if margin is not None:
            yield margin
    if (single := _single(sentence)) is not None:
        yield single


_ONES = frozenset({"point", "goal", "run", "vote", "shot", "stroke"})


def _single(sentence: Sentence) -> Margin | None:
    """Read "by a single point", "by a goal"."""
    tokens = sentence.words
    for at, word in enumerate(tokens[:-2] if "by" in tokens else ()):
        if word != "by" or tokens[at + 1] != "a":
            continue
        place = at + 2 + (tokens[at + 2] in ("single", "solitary", "lone"))
        if tokens[place : place + 1] and tokens[place] in _ONES:
            one = Quantity(
                sentence.span_of(at + 1, place + 1),
                sentence.cut(at + 1, place + 1),
                "number",
                Figure(sentence.cut(at + 1, place + 1), 1),
                sentence=sentence.index,
                first=at + 1,
                last=place + 1,
                noun_last=place + 1,
            )
            return Margin(one, at, place + 1, False)
    return None


def after_figure(sentence: Sentence, quantity: Quantity) -> Margin | None:
    """Read "550-vote majority", "six points clear", "13-point winners"."""
    tokens, nouns, units = sentence.words, words(TABLE, "nouns"), words(TABLE, "units")
    place, counted = quantity.last, quantity.kind == "points"
    steps = 0
    while place < len(tokens) and steps < 4 and (tokens[place] in units or tokens[place] == "-"):
        counted = counted or tokens[place] in units
        place += 1
        steps += 1
    if tokens[place : place + 1] and tokens[place] in nouns:
        joined = counted or "-" in tokens[quantity.last : place] or tokens[place] == "majority"
        passing = tokens[place] in words(TABLE, "passing")
        begin = opens(sentence, quantity)
        return Margin(quantity, begin, place + 1, passing, tokens[place]) if joined else None
    ahead = phrases(TABLE, "ahead").at(tokens, place)
    if counted and ahead is not None and quantity.kind != "percent":
        return Margin(quantity, opens(sentence, quantity), ahead[1], False)
    return None


def _of_itself(tokens: list[str], at: int, last: int) -> bool:
    """Say whether "by" leads to a result or a change: "54% to 46%", "a lead that shrank by 2"."""
    if tokens[last : last + 1] in (["to"], ["against"]):
        return True
    return tokens[at - 2] in _CHANGED and any(word[0].isdigit() for word in tokens[: at - 2])


def _led(
    sentence: Sentence, quantity: Quantity, begin: int, link: str
) -> tuple[Margin | None, bool]:
    """Return the margin whose noun stands a little before a place, and whether it is an error."""
    tokens, nouns = sentence.words, words(TABLE, "nouns")
    far = 9 if link in ("was", "is") and "between" in tokens[:begin] else 3
    for place in range(begin - 1, max(-1, begin - far - 1), -1):
        if tokens[place + 1 : place + 3] == ["of", "error"]:
            return None, True
        if tokens[place] in nouns or (tokens[place] == "one" and tokens[place - 1] == "into"):
            last = max(quantity.last, closes(sentence, quantity))
            passing = tokens[place] in words(TABLE, "passing")
            return Margin(quantity, place, last, passing, tokens[place]), False
    return None, False


def before_figure(sentence: Sentence, quantity: Quantity) -> Margin | None:
    """Read "a majority of 550", "the margin was 13 points", "won by nine points"."""
    tokens, at = sentence.words, opens(sentence, quantity)
    at -= at > 1 and tokens[at - 1] in ("only", "just")
    link = tokens[at - 1] if at else ""
    nouns = words(TABLE, "nouns")
    apposed = link == "," and at > 1 and tokens[at - 2] in nouns
    if apposed and quantity.noun in words(TABLE, "units"):
        end = closes(sentence, quantity)  # "the widest gap, 19 points, in a final"
        closed = tokens[end : end + 1] == [","]
        return Margin(quantity, at - 2, end, False, tokens[at - 2]) if closed else None
    if link == "by" and _of_itself(tokens, at, quantity.last):
        return None
    if link in nouns and quantity.kind == "percent":
        return None  # "its share is 21%, and its margin 6%"
    if link in _LINKS or link in nouns:
        found, barred = _led(sentence, quantity, at - (link not in nouns), link)
        if found is not None or barred:
            return found
    follows = tokens[quantity.last : quantity.last + 1]
    if link != "by" or tokens[quantity.last + 1 : quantity.last + 2] in (["to"], ["against"]):
        return None  # "by 9,300 votes to 8,850"
    if follows == [","] and quantity.noun is None:
        beside = [q for q in sentence.quantities if q.first == quantity.last + 1]
        if beside and beside[0].kind == "score":
            return Margin(quantity, at - 1, quantity.last, False)
    won = tokens[at - 2 : at - 1] in (["winning"], ["won"], ["losing"], ["lost"])
    ends = quantity.kind == "number" and follows in ([], ["."], [","])
    if ends and (won or not _POLLED.isdisjoint(tokens[:at])):
        return Margin(quantity, at - 2, quantity.last, False)
    if follows and follows[0] in words(TABLE, "units"):
        told = phrases(TABLE, "won").all(tokens, max(0, at - 12), at)
        if told or any(q.kind == "score" for q in sentence.quantities):
            passing = bool(told) and tokens[told[-1].first] in _AHEAD
            return Margin(quantity, at - 1, quantity.last + 1, passing)
    return None
