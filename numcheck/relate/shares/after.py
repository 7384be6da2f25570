"""The percentage that follows a part and its whole."""

from __future__ import annotations

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.named import NamedTuple
from numcheck.relate.wording import opens

_TABLE = "cues/shares"
_BRACKETS = frozenset("([")
_MARKS = frozenset({"(", "[", ",", "–", "—", "-", ":", ";", "="})
_STRONG = frozenset({"or", "for", "is", "gives", "equals", "means", "makes", "=", "representing"})
_CLOSERS = frozenset({")", "]", ",", ".", ";", ":", "–", "—", "-", "!", "?", "”", '"', "'", "/"})
_OUTRIGHT = frozenset("or that's is it's equals equal equates equivalent represents".split())
_LONGEST, _LONGEST_TAIL = 14, 9


class Lead(NamedTuple):
    """How words lead to a percentage: the mark before it, and whether they name a rate."""

    mark: str
    rate: bool = False
    strong: bool = False
    outright: bool = False


def lead(sentence: Sentence, begin: int, percent: Quantity) -> Lead | None:
    """Read the words from place `begin` to a percentage; None where they do not lead to it."""
    end = opens(sentence, percent)
    words = sentence.words
    if words[end - 1 : end] == ["of"] and words[end - 2 : end - 1] == [","]:
        said, end = end, _unsaid(words, end)
        if said != end:
            mark_at = next((i for i in range(end - 1, begin - 1, -1) if _is_mark(sentence, i)), end)
            named = mark_at < end and _names_rate([*words[mark_at + 1 : end], "of"])
            return Lead(words[mark_at], rate=True, strong=True) if named else None
    if not 0 < end - begin <= _LONGEST:
        return None
    aside = lexicon.phrases(_TABLE, "again").ending(words, end)
    if aside is not None and aside[1] > begin and _is_mark(sentence, aside[1] - 1):
        again = _quiet(words[begin : aside[1] - 1], words[aside[1] - 1])
        return Lead(words[aside[1] - 1], strong=True, outright=True) if again else None
    if words[end - 3 : end] == ["that", "is", ","]:
        end -= 1
    at = next((i for i in range(end - 1, begin - 1, -1) if _is_mark(sentence, i)), None)
    if at is None:
        at = next((i for i in range(begin, end) if words[i] in _STRONG), None)
        if at is None or at - begin > 6:
            return None
        mark, tail = "", words[at:end]
    else:
        mark, tail = words[at], words[at + 1 : end]
    prefix = words[begin:at]
    told = tail[:1] == ["which"] and not lexicon.words(_TABLE, "noted").isdisjoint(tail)
    if told and tail[-1] in ("is", "was"):
        tail = ["which", "is"]  # "which the clerk noted is 64%"
    if not _quiet(prefix, mark) or len(tail) > _LONGEST_TAIL:
        return None
    if fills(sentence, percent.last) and mark not in _BRACKETS:
        bars = lexicon.words(_TABLE, "turns")
        return None if any(word in bars for word in tail) else Lead(mark, rate=True, strong=True)
    if tail[-2:] in (["score", "of"], ["mark", "of"]) and _answered(sentence, begin, at):
        return Lead(mark, rate=True, strong=True)
    return read_tail(mark, tail)


def _unsaid(words: list[str], end: int) -> int:
    """Step back over ", it said, of" before a percentage: "a rate, it said, of 80%"."""
    for size in (3, 4, 5):
        said = words[end - 2 - size : end - 2]
        if said[:1] == [","] and said[-1] in ("said", "says", "added", "claims", "reckons"):
            return end - 2 - size
    return end


def _answered(sentence: Sentence, begin: int, at: int) -> bool:
    near = sentence.words[max(0, begin - 6) : at]
    return not lexicon.words(_TABLE, "answered").isdisjoint(near)


def read_tail(mark: str, tail: list[str]) -> Lead | None:
    """Read the words between a mark and a percentage: "or", "which is", "a pass rate of"."""
    if not tail:
        return Lead(mark)
    leads = lexicon.words(_TABLE, "lead")
    if all(word in leads for word in tail):
        strong = any(word not in ("a", "an", "the", "just") for word in tail)
        outright = not _OUTRIGHT.isdisjoint(tail) and mark not in _BRACKETS
        return Lead(mark, strong=strong, outright=outright)
    return Lead(mark, rate=True, strong=True) if _names_rate(tail) else None


def _is_mark(sentence: Sentence, at: int) -> bool:
    word = sentence.words[at]
    if word == "-":
        return not (sentence.joined(at) and sentence.joined(at + 1))
    return word in _MARKS


def _quiet(prefix: list[str], mark: str) -> bool:
    """Say whether the words before the mark keep to the pair: no bracket, other clause, change."""
    if len(prefix) > 9 or any(word in ("(", ")", "[", "]", ";", ":", ".") for word in prefix):
        return False
    if mark in _BRACKETS and prefix.count(",") > 0:
        return False
    if mark == ":" and "," in prefix:
        return False
    turns, came = lexicon.words(_TABLE, "turns"), lexicon.words(_TABLE, "came_up")
    for at, word in enumerate(prefix):
        if word in turns and not (word == "up" and at and prefix[at - 1] in came):
            return False
    return prefix.count(",") < 2


def _names_rate(tail: list[str]) -> bool:
    """Say whether words end in "a pass rate of", "shooting", "his success rate is"."""
    last = len(tail) - 1
    if tail[last] in lexicon.words(_TABLE, "shooting"):
        return last < 4
    while last >= 0 and tail[last] in ("of", "at", "is", "was", "to", "about", "just", "around"):
        last -= 1
    if last < 0 or last == len(tail) - 1 or tail[last] not in lexicon.words(_TABLE, "rates"):
        return False
    others = lexicon.words(_TABLE, "not_rates")
    return not any(
        word in others and tail[at - 1 : at] != ["-"] for at, word in enumerate(tail)
    )  # a "take-up rate" goes nowhere up


def stays(sentence: Sentence, percent: Quantity, lead: Lead, whole: Quantity | None) -> bool:
    """Say whether the words after a percentage leave it the share of what stands before."""
    words, after = sentence.words, percent.last
    follows = words[after] if after < len(words) else "."
    if follows == "of":
        theirs = words[after + 1 : after + 2] in (["them"], ["these"], ["those"], ["whom"])
        tested = words[after + 2 : after + 3] != [] and (
            words[after + 2] in lexicon.words(_TABLE, "tested")
        )
        if (
            theirs
            and not (lead.strong or tested)
            and words[after + 2 : after + 3] not in ([","], ["."], [")"], [lead.mark])
        ):
            return False  # "210 of 600 voted, 45% of them women"
        if lead.outright and not theirs:
            return True  # "that is 25% of the club"
        if lead.mark in (",", "–", "—", ":") and not theirs and _ends_soon(sentence, after):
            return True  # "300 of its 900 acres, a third of its land,"
        return of_whole(sentence, after + 1, whole) or fills(sentence, after)
    if follows in _CLOSERS:
        closed = lead.mark not in _BRACKETS or follows in (")", "]", ",", ";")
        if (
            follows == ")"
            and words[after + 1 : after + 2]
            and words[after + 1] in lexicon.words(_TABLE, "than_before")
        ):
            return False  # "5.44m, 141,200 (2.7%) more than in 2011"
        return closed and not (follows == "-" and sentence.joined(after) and lead.mark != "")
    if follows == "respectively":
        return True
    if lead.mark in _BRACKETS:
        return words[after : after + 2] in (["in", "all"], ["in", "total"]) or follows == "overall"
    if rate_follows(sentence, percent):
        return True
    if not lead.strong or percent.noun is not None:
        return False
    return follows not in lexicon.words(_TABLE, "not_rates") and follows not in _MORE


def _ends_soon(sentence: Sentence, after: int) -> bool:
    """Say whether "of its land" and no more stands between a percentage and the next mark."""
    words = sentence.words[after + 1 : after + 5]
    owned = bool(words) and words[0] in ("its", "their", "his", "her", "the", "our", "all")
    return owned and not {",", ".", ";", ")", "–", "—"}.isdisjoint(words[2:])


_MORE = frozenset({"more", "fewer", "less", "off", "capacity", "efficient"})


def of_whole(sentence: Sentence, at: int, whole: Quantity | None) -> bool:
    """Say whether "of …" after a percentage names the whole again: the total, its members."""
    words = sentence.words
    wholes, noun = lexicon.words(_TABLE, "wholes"), whole.noun if whole else None
    if (
        words[at : at + 1] in (["those"], ["these"])
        and words[at + 1 : at + 2]
        and (words[at + 1][0].isalpha())
    ):
        tested = words[at + 1] in lexicon.words(_TABLE, "tested")
        return tested or lexicon.singular(words[at + 1]) == noun
    bodies = lexicon.words(_TABLE, "bodies")
    for place in range(at, min(at + 4, len(words))):
        word = words[place]
        if word in wholes or word in bodies or (noun and lexicon.singular(word) == noun):
            return True
        if word not in ("the", "its", "their", "his", "her", "our", "entire", "full", "’s"):
            return False
    return False


def fills(sentence: Sentence, at: int) -> bool:
    """Say whether what follows a percentage is how full: "80% full", "45% of its target"."""
    words = sentence.words
    if words[at : at + 1] and words[at] in lexicon.words(_TABLE, "fills"):
        return words[at + 1 : at + 2] != ["-"]
    if words[at : at + 1] not in (["of"], ["towards"], ["toward"]):
        return False
    goals = lexicon.words(_TABLE, "goals")
    own = words[at + 1 : at + 2] and words[at + 1] in ("its", "their", "the", "his", "her", "that")
    return bool(own) and not goals.isdisjoint(words[at + 2 : at + 4])


def rate_follows(sentence: Sentence, percent: Quantity, ended: bool = False) -> bool:
    """Say whether a rate follows: "a 75% clip", "an 80% free-throw success rate"."""
    words, at = sentence.words, percent.last
    if fills(sentence, at):
        return True
    rates, others = lexicon.words(_TABLE, "rates"), lexicon.words(_TABLE, "not_rates")
    for place in range(at, min(at + 6, len(words))):
        word = words[place]
        if word in others or word in (",", ".", ";", ")", "of", "in", "and"):
            return False
        if word in rates and words[place + 1 : place + 2] != ["rate"]:
            return not ended or words[place + 1 : place + 2] in ([], [","], ["."], [";"], [")"])
    return False
