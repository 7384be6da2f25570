"""Words that claim a length for all that lies between two moments."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.relate.hours.elapsed import past_day
from numcheck.relate.sparse.window import Window
from numcheck.relate.wording import opens

_TABLE = "cues/sparse_times"
_FAR = 18  # words from "two hours later" to the time that it leads to
_ENDS = frozenset({",", ".", ";", ":", ")", "–", "—", "!", "?"})
_MARKS = frozenset({",", ":", ";", "–", "—", "("})
# "began his swim at 5am and came ashore at 4pm, nine hours after leaving Dover"
_SETTING_OUT = frozenset({"leaving", "setting", "starting", "beginning", "departing", "entering"})
_TILL = frozenset({"until", "till", "from", "between", "to", "then"})
_TITLE = 6  # words of "the scheduled finish of"
_STARTS = (["start"], ["beginning"], ["opening"], ["outset"], ["launch"], ["departure"])
_LEFT = frozenset({"left", "departed", "pulled", "leaves", "departs"})
_AFTER_NOUN = frozenset("that which over in at on of across through with without and".split())
_LEAVING = 11  # words of ", leaving 900 homes in the valley without power for"
# Whether "for" leads from there to the length.
_GRANTS = {"leaving": True, "keeping": True, "cutting": True, "giving": False, "allowing": False}
_ONLY = frozenset({"just", "only", "fully", "exactly", "precisely"})
_ARTICLES = frozenset({"a", "an", "the"})
_OTHERWISE = frozenset({"but", "while", "until", "when", "before", "after"})
_AT_LAST = ([",", "at"], ["at"], ["–", "at"], ["(", "at"], ["("])
_SORTS = (["power"], ["road"], ["total"], ["rail"], ["police"])  # "the eight-hour power cut"
_BACK = frozenset({"the", "its", "their"})
_WHERE = frozenset("of in on at from between over last that which who a the".split())
OPENING = 4  # words before a length that takes up the sentence before
_NEXT = frozenset({"followed", "ensued", "lay", "began"})


def shuts(window: Window, length: Quantity) -> bool:
    """Say whether a clause ends behind a length, or behind "in all" or a noun of the whole."""
    words, at = window.words, length.last
    if takes_all(window, length):
        return True
    hyphened = "-" in length.text and words[at : at + 1] != []
    at += hyphened  # "an 18-year reign"
    return at >= len(words) or words[at] in _ENDS or _is_filled(words, at, hyphened)


def _is_filled(words: list[str], at: int, hyphened: bool) -> bool:
    """Say whether only what filled a length stands behind it: "of brisk bidding", "in which"."""
    follows = words[at : at + 2]
    if follows[1:] in (["which"], ["whom"]):
        return follows[0] in ("in", "during", "for", "through")
    if hyphened:
        return follows[0] in _AFTER_NOUN
    if not _NEXT.isdisjoint(words[at:]):
        return False  # "shut in 1965; 50 years of silence followed"
    if follows[0] == "of" and _counts_on(words[at:]):
        return False  # "four hours of debate and two of votes"
    return follows[0] == "of" and lexicon.words("cues/spans", "portion").isdisjoint(words[at:])


def _counts_on(tail: list[str]) -> bool:
    """Say whether another number goes on after "and"."""
    units = lexicon.mapping("numerals", "units")
    return any(
        word == "and" and (then in units or then.isdecimal()) for word, then in pairwise(tail)
    )


def takes_all(window: Window, length: Quantity) -> bool:
    """Say whether a length takes the pauses in: "in all", ", intervals included"."""
    at = length.last + (window.words[length.last : length.last + 1] == [","])
    return lexicon.phrases(_TABLE, "included").at(window.words, at) is not None


def is_later(window: Window, ends: Sequence[Quantity], length: Quantity) -> bool:
    """Say whether "two hours later" leads from the first of two moments to the second."""
    words, at = window.words, opens(window.sentence, length)
    cue = lexicon.phrases("cues/spans", "clock_cues").at(words, length.last)
    if cue is None or words[cue[1] : cue[1] + 1] == ["than"]:
        return False
    if cue[0] != "later" and not (cue[0] == "after" and _sets_out(words, cue[1])):
        return False
    first, second = ends
    joins = lexicon.words(_TABLE, "joins")
    if second.last <= at:
        gap = words[past_day(window.sentence, second) : at]
        between = words[first.last : second.first]
        plain = _TILL.isdisjoint(past_from(between) if words[first.first - 1] == "the" else between)
        return gap[:1] != [] and gap[0] in _MARKS and all(w in joins for w in gap) and plain
    if not first.last <= at <= second.first:
        return False
    after = words[cue[1] : second.first]
    before = words[first.last : at]
    return (
        len(after) <= _FAR and not has_turned(after) and "and" not in after
        and len(before) <= _FAR and not has_turned(before)
    )  # fmt: skip


def past_from(between: list[str]) -> list[str]:
    """Return what follows "the 08:35 from", "the 7.50am bus from": no start is told by it."""
    return between[between.index("from") + 1 :] if "from" in between[:2] else between


def _sets_out(words: list[str], at: int) -> bool:
    """Say whether "after" is said of the start: "after leaving Dover", "after it sat"."""
    if words[at : at + 1] != [] and words[at] in _SETTING_OUT:
        return True
    if words[at : at + 1] in (["it"], ["they"], ["he"], ["she"]):
        return lexicon.phrases("cues/spells", "begins").at(words, at + 1) is not None
    if lexicon.phrases(_TABLE, "starts_told").at(words, at) is not None:
        return True
    return words[at : at + 1] == ["the"] and words[at + 1 : at + 2] in _STARTS


def granted(window: Window, second: Quantity, length: Quantity) -> bool:
    """Say whether ", leaving 900 homes dark for", ", giving voters" tells all that lies between."""
    words, at = window.words, opens(window.sentence, length)
    gap = words[past_day(window.sentence, second) : at]
    if gap[:1] != [","] or not 2 < len(gap) < _LEAVING or gap[1] not in _GRANTS:
        return False
    plain = {"and", "but", "who", "which", "with", "after", ";", ","}.isdisjoint(gap[1:])
    return plain and (gap[-1] == "for" if _GRANTS[gap[1]] else gap[-1] != "for")


def is_late(window: Window, ends: Sequence[Quantity], length: Quantity) -> bool:
    """Say whether a length is that from a planned time to the real: "75 minutes late"."""
    words, (first, second) = window.words, ends
    at = opens(window.sentence, length)
    late = lexicon.phrases(_TABLE, "late").at(words, length.last)
    planned = lexicon.words(_TABLE, "planned")
    if second.last <= at and _of_train(words, first, second):
        noun = words[length.last : length.last + 1] if "-" in length.text else []
        called = noun in (["delay"], ["wait"]) and words[at - 1] == "a"
        return (late is not None or called) and len(words[second.last : at]) <= 2
    if late is None or planned.isdisjoint(words[: first.first]):
        return False
    if first.last <= at < second.first:  # "due at 2pm, began 40 minutes late, at 2.20pm"
        lead, then = words[first.last : at], words[late[1] : second.first]
        turned = planned.isdisjoint(lead) and _OTHERWISE.isdisjoint(lead)
        ended = words[second.last : second.last + 1] in ([], ["."], [","], [";"], [")"])
        return turned and ended and then in _AT_LAST and _in_order(first, second)
    if second.last > at:
        return False
    gap = words[second.last : at]
    return planned.isdisjoint(words[first.last :][: second.first - first.last]) and all(
        word in lexicon.words(_TABLE, "joins") for word in gap
    )


def _in_order(first: Quantity, second: Quantity) -> bool:
    """Say whether one time is before the other: a train due at noon may leave late at ten."""
    one, other = ((q.parts["hour"], q.parts["minute"]) for q in (first, second))
    return bool(one < other)


def is_past(window: Window, ends: Sequence[Quantity], length: Quantity) -> int:
    """Return 1 for "5.25pm, 20 minutes later than the planned 4.50pm", -1 for earlier, or 0."""
    words, (first, second) = window.words, ends
    at, place = opens(window.sentence, length), length.last
    way = {"later": 1, "earlier": -1, "sooner": -1}.get(words[place] if words[place:] else "", 0)
    if not way or words[place + 1 : place + 2] != ["than"] or not first.last <= at < second.first:
        return 0
    gap, before = words[place + 2 : second.first], words[first.last : at]
    after = words[second.last : second.last + 1]
    planned = bool(lexicon.words(_TABLE, "planned_end").intersection(gap)) or (
        gap in (["the"], ["its"]) and after in (["start"], ["finish"], ["close"], ["deadline"])
    )
    plain = len(gap) <= _TITLE and "," not in gap and len(before) <= _TITLE
    return way if planned and plain and {"and", "but"}.isdisjoint(before) else 0


def waited(window: Window, ends: Sequence[Quantity], length: Quantity) -> bool:
    """Say whether "the ambulance came at 11.50pm, after a four-hour wait" tells all the time."""
    words, at, (first, second) = window.words, opens(window.sentence, length), ends
    noun = words[length.last : length.last + 1]
    asked = lexicon.words(_TABLE, "calls").intersection(words[: first.first])
    if not asked:
        return False  # "she left at 6am and got there at 9am after a two-hour wait"
    if "-" in length.text:
        led = words[second.last : at] in ([",", "after", "a"], ["after", "a"], [",", "after", "an"])
        called = noun != [] and noun[0] in lexicon.words(_TABLE, "waits")
    else:
        led = words[second.last : at] in ([",", "after", "a", "wait", "of"],)
        called = True
    came = lexicon.phrases(_TABLE, "comes").find(words, max(0, second.first - 4), second.first)
    return led and called and came is not None


def _of_train(words: list[str], first: Quantity, second: Quantity) -> bool:
    """Say whether a train goes by its planned time: "the 6.12pm train left at 7.22pm"."""
    named = words[max(0, first.first - 1)] == "the"
    service = words[first.last : first.last + 1]
    left = _LEFT.intersection(words[first.last : second.first])
    return named and bool(left) and service != [] and service[0] in lexicon.words(_TABLE, "trains")


def fills(window: Window, ends: Sequence[Quantity], length: Quantity) -> bool:
    """Say whether "from his arrest at 11pm to his release at 3am he was held for" six hours.

    What went on for less than that is a part of it, what went on for more is an error.
    """
    words, (first, second) = window.words, ends
    lead, between = words[max(0, first.first - 6) : first.first], words[first.last : second.first]
    pairs = (("from", ("to", "until", "till")), ("between", ("and",)))
    linked = any(word in lead and any(link in between for link in links) for word, links in pairs)
    at = opens(window.sentence, length)
    gap = words[second.last : at]
    return (
        linked and len(between) <= 7 and second.last <= at
        and gap[-1:] == ["for"] and 2 < len(gap) <= 10 and {"and", "but"}.isdisjoint(gap)
        and length.last in (len(words), len(words) - 1)
        and not window.says("terms", _TABLE)
    )  # fmt: skip


def has_turned(gap: Sequence[str]) -> bool:
    """Say whether words turn to another thing: "until", "who", ", leaving"."""
    if not lexicon.words(_TABLE, "turns").isdisjoint(gap):
        return True
    return any(word == "," and then.endswith("ing") for word, then in pairwise(gap))


def apposed(window: Window, second: Quantity, length: Quantity) -> str | None:
    """Return the noun by which a length is told of two moments: ", a wait of ten years".

    Nothing where no noun names it (": two hours in all"), None where it is told of neither.
    """
    words, at = window.words, opens(window.sentence, length)
    gap = words[past_day(window.sentence, second) : at]
    if len(gap) > 3 and gap[-1] in _ONLY and gap[-2] == "of":
        gap.pop()
    if not gap or gap[0] not in _MARKS or len(gap) > 7 or gap[-2:] == ["of", "which"]:
        return None
    if len(gap) > 3 and gap[-1] == "of" and gap[1] in _ARTICLES and len(gap) < 7:
        return _whole(window, gap[-2])
    noun = words[length.last : length.last + 1]
    if "-" in length.text and noun and noun[0].isalpha():
        return _whole(window, noun[0]) if gap[1:] in (["a"], ["an"]) else None
    return "" if all(word in lexicon.words(_TABLE, "joins") for word in gap) else None


def _whole(window: Window, noun: str) -> str | None:
    """Return a noun if it can name all that lies between two moments: no pause, no planned delay.

    "Due at 3pm, it began at 4pm, a delay of an hour" counts from a time that was only planned.
    """
    if not noun.isalpha() or noun in lexicon.words(_TABLE, "not_whole"):
        return None
    delays = lexicon.words(_TABLE, "delays")
    planned = lexicon.words(_TABLE, "planned") | lexicon.words(_TABLE, "trains")
    return None if noun in delays and not planned.isdisjoint(window.vocabulary) else noun


_PARTS = frozenset({"side", "half", "lane", "part", "end", "section", "wing", "carriageway"})


def recalls(window: Window, length: Quantity, key: str) -> bool:
    """Say whether a noun takes up what was told: "in the 90-minute stand-off", "the cut"."""
    words, at, last = window.words, opens(window.sentence, length), length.last
    if "-" not in length.text or words[max(0, at - 1)] not in _BACK:
        return False
    nouns = lexicon.words(_TABLE, key)
    last += words[last : last + 1] in _SORTS
    noun = "".join(words[last : last + 3 if words[last + 1 : last + 2] == ["-"] else last + 1])
    if noun not in nouns:
        return False
    follows = words[last + 1 : last + 3]
    whose = words[last + 1 : last + 6] if follows[:1] == ["of"] else []
    if window.near is not None and (_PARTS.intersection(whose) - set(window.near.words)):
        return False  # "The four-hour closure of the southbound side"
    put = follows[:1] == ["at"] and not follows[-1].isalpha()  # "the cost of the … at $210,000"
    return at <= OPENING or put or _WHERE.isdisjoint(follows[:1])


def was_so(sentence: Sentence) -> bool:
    """Say whether a sentence tells what was; "opens from 9am to 5pm" is told of any day."""
    words = sentence.words
    return not lexicon.words(_TABLE, "past_verbs").isdisjoint(words) or any(
        word.endswith("ed") for word in words
    )
