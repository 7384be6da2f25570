"""Two years beside the one length of a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.interval import Interval
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.spans.moments import Moment, lengths, moments, tie, years_between
from numcheck.relate.spans.terms import in_role, verb_of
from numcheck.relate.sparse.times.afters import (
    counted_from,
    in_post,
    too_long,
    waited_for,
    was_held,
)
from numcheck.relate.sparse.times.claims import apposed, fills, has_turned, is_later, shuts
from numcheck.relate.sparse.times.gaps import is_overdue, was_away
from numcheck.relate.sparse.window import Window
from numcheck.relate.wording import opens

_TABLE = "cues/sparse_times"
_YEARS = {"year": 1, "decade": 10, "century": 100}
_NOW = frozenset({"has", "have", "is", "are", "will", "still", "now", "today", "until", "since"})
_NEAR_BY = 5  # words of "and stayed there for"
_FAR = 12  # words from the first year to the second

Dated = tuple[Quantity, Moment]


def find(window: Window) -> Iterator[Relation]:
    """Yield "leased in 1962 and handed back in 1997, it had been in their hands for 45 years"."""
    dated = [one for one in moments(window.sentence) if one[1].year > 999]
    if len(dated) == 1 and window.near is not None:
        yield from _over_two(window, window.near, dated[0])
    if not dated and (waited := waited_for(window)) is not None:
        yield from _tied(window, *waited)
    if len(dated) != 2 or sum(one.kind == "year" for one in window.told) > 2:
        return
    told = lengths(window.sentence)
    if len(told) != 1 or any(one.kind == "age" for one in window.told):
        return
    length = told[0]
    if length.unit is None or length.unit.name not in _YEARS:
        return
    start, end = sorted(dated, key=_year)
    away = was_away(window, start[0], length) or is_overdue(window, start[0], end[0], length)
    if start[1].year < end[1].year and away:
        yield from _tied(window, start, end, length)
        return
    start, end = dated
    if counted_from(window, dated, length) and not window.says("parted", _TABLE):
        first, then = sorted(dated, key=_year)
        yield from _tied(window, first, then, length)
        return
    lost = start[1].year < end[1].year and was_held(window, start, end, length)
    if lost and _is_longer(start, end, length):
        yield from _tied(window, start, end, length)
        return
    if window.says("parted", _TABLE) or start[1].year >= end[1].year:
        return
    held = too_long(window, start, end, length) or in_post(window, start, end, length)
    if (held and _is_longer(start, end, length)) or _claims(window, start, end, length):
        yield from _tied(window, start, end, length)


def _year(dated: Dated) -> int:
    return dated[1].year


def _tied(window: Window, start: Dated, end: Dated, length: Quantity) -> Iterator[Relation]:
    """Tie two years with a length that fits neither them nor a year more or less."""
    assert length.unit is not None
    years = end[1].year - start[1].year
    wide = Interval(max(0, years - 1), years + 1)
    if not length.reading().scale(_YEARS[length.unit.name]).meets(wide):
        span = years_between(start[1], end[1])
        yield tie(window.sentence, start[0], end[0], length, span, "year", years)


def _over_two(window: Window, near: Sentence, end: Dated) -> Iterator[Relation]:
    """Yield "Leave was sought in 2005. It was 2012 before work began, 13 years later"."""
    begun = [one for one in moments(near) if one[1].year > 999]
    told = lengths(window.sentence)
    if len(begun) != 1 or len(told) != 1 or lengths(near):
        return
    length, words = told[0], window.words
    unit = length.unit.name if length.unit is not None else ""
    at, last = opens(window.sentence, length), length.last
    if unit not in _YEARS or words[last:] not in (["later"], ["later", "."]):
        return
    gap = words[end[0].last : at]
    one_clause = gap[-1:] == [","] and "," not in gap[:-1] and len(gap) <= 9
    if words[0] == "it" and one_clause and begun[0][1].year < end[1].year:
        yield from _tied(window, begun[0], end, length)


def _claims(window: Window, start: Dated, end: Dated, length: Quantity) -> bool:
    """Say whether the words claim the length for all the years between."""
    first, second = start[0], end[0]
    between = window.words[first.last : second.first]
    if is_later(window, (first, second), length):
        return window.words[second.first - 1] == "in"
    verbs = verb_of(window.sentence, first, "begins") and verb_of(window.sentence, second, "ends")
    if second.last <= length.first:
        if _named_again(window, between, length) or _sums_up(window, first, second, length):
            return True
        if _took_between(window, first, second, length):
            return True
        if verbs and _of_its_own(window, length):
            return True
        joined = len(between) <= _FAR and not has_turned(between)
        noun = apposed(window, second, length)
        if joined and noun is not None and shuts(window, length):
            return verbs or noun in lexicon.words(_TABLE, "eras")
        if fills(window, (first, second), length):
            filled = set(window.words[second.last : length.first])
            lead = window.words[max(0, first.first - 6) : first.first]
            # "Mayor from 1979 to 2001, he had been in politics for 28 years"
            held = "between" in lead or not filled.isdisjoint(lexicon.words(_TABLE, "filling"))
            return held and _is_longer(start, end, length) and _NOW.isdisjoint(filled)
        return verbs and _for_longer(window, start, end, length)
    if _stood_since(window, first, second, length):
        return True
    if verbs and _stayed(window, first, second, length):
        return True
    if verbs and _in_office(window, length):
        return in_role(window.sentence, length, start, end) is not False
    if _took(window, first, length) and verb_of(window.sentence, first, "begins"):
        return True
    return verbs and _until(window, start, end, length)


def _named_again(window: Window, between: list[str], length: Quantity) -> bool:
    """Say whether "over those 34 years" takes up "from 1987 to 2011"."""
    lead = window.words[opens(window.sentence, length) - 1]
    return lead in ("those", "these") and between in (["to"], ["until"], ["and"], ["through"])


def _sums_up(window: Window, first: Quantity, second: Quantity, length: Quantity) -> bool:
    """Say whether "From 1953 to 1987 it was never out: 34 years of fire" counts what opens it."""
    words, at = window.words, opens(window.sentence, length)
    fronted = words[: first.first] == ["from"] and second.first - first.last == 1
    body = words[second.last : at]
    if not fronted or body[-1:] not in ([","], [":"], ["–"], ["—"]) or len(body) > _FAR:
        return False
    subject = body[-1] == "," and words[length.last : length.last + 1] == ["of"]
    if subject or not {"and", "but", ";", "since", "who", "when"}.isdisjoint(body):
        return False  # "From 1999 to 2009, three years of drought cost …"
    return shuts(window, length)


def _took_between(window: Window, first: Quantity, end: Quantity, length: Quantity) -> bool:
    """Say whether "dug between 1790 and 1797, took 17 years to complete" tells all the time."""
    words, at = window.words, opens(window.sentence, length)
    linked = words[first.first - 1] in ("between", "from") and end.first - first.last == 1
    took = [word for word in words[end.last : at] if word not in ("and", "it", "which")]
    after = words[length.last : length.last + 2]
    made = len(after) > 1 and after[0] == "to" and after[1] in lexicon.words("cues/terms", "making")
    return linked and took in ([",", "took"], ["took"]) and (made or shuts(window, length))


def _of_its_own(window: Window, length: Quantity) -> bool:
    """Say whether a length is of a thing's whole life: "at the end of its 80-year life"."""
    lead = window.words[opens(window.sentence, length) - 1]
    noun = window.words[length.last : length.last + 1]
    owned = lead in ("its", "his", "her", "their")
    return owned and bool(noun) and noun[0] in lexicon.words(_TABLE, "lives")


def _for_longer(window: Window, start: Dated, end: Dated, length: Quantity) -> bool:
    """Say whether something went on for longer, or had more years, than there were."""
    words, at = window.words, opens(window.sentence, length)
    its = words[at - 2 : at] in (["in", "its"], ["in", "his"], ["in", "her"], ["in", "their"])
    lasting = words[at - 1 : at] == ["for"] and words[length.last :] in ([], ["."])
    main = set(words[end[0].last : at])
    had = [word for word in words[end[0].last : at] if word not in ("also", "always")]
    did = "had" in had[:5] and "been" not in had and len(had) <= 9
    if lasting and did and verb_of(window.sentence, start[0], "opens"):
        return _NOW.isdisjoint(words) and _is_longer(start, end, length)
    if not its and (not lasting or main.isdisjoint(lexicon.words(_TABLE, "states"))):
        return False  # "signed in 1978 and torn up in 1993, it was argued over for 20 years"
    if not _NOW.isdisjoint(words):
        return False
    return _is_longer(start, end, length)


def _until(window: Window, start: Dated, end: Dated, length: Quantity) -> bool:
    """Say whether "held it for 28 years until she retired in 2004" is longer than it was."""
    words, at = window.words, opens(window.sentence, length)
    after = words[length.last : end[0].first]
    after = after[after[:1] == [","] :]  # "sat for 28 years, until 2007"
    return (
        start[0].last <= at and words[at - 1] == "for" and after[:1] in (["until"], ["before"])
        and len(after) <= 8 and {"and", "who", "which"}.isdisjoint(after)
        and _is_longer(start, end, length)
    )  # fmt: skip


def _is_longer(start: Dated, end: Dated, length: Quantity) -> bool:
    low = length.reading().scale(_YEARS[length.unit.name]).low if length.unit else None
    return low is not None and low > end[1].year - start[1].year + 1


def _stood_since(window: Window, first: Quantity, second: Quantity, length: Quantity) -> bool:
    """Say whether "had stood for 24 years, since 1989, before it fell in 2013" tells it all."""
    words, at = window.words, opens(window.sentence, length)
    led = words[at - 1] == "for" and "had" in words[max(0, at - 5) : at]
    since = [word for word in words[length.last : first.first] if word != ","] == ["since"]
    after = [word for word in words[first.last : second.first] if word != ","]
    turned = after[:1] in (["before"], ["until"], ["when"], ["till"])
    return led and since and turned and after[-1] == "in" and len(after) < _FAR


def _stayed(window: Window, first: Quantity, second: Quantity, length: Quantity) -> bool:
    """Say whether "moved there in 1984 and stayed 20 years, leaving in 2004" tells it all."""
    words, at = window.words, opens(window.sentence, length)
    lead, after = words[first.last : at], words[length.last : second.first]
    stayed = lexicon.phrases(_TABLE, "stays").ending(lead, len(lead))
    parts = after[:1] == [","] and len(after) == 3 and after[1].endswith("ing")
    single = lexicon.phrases(_TABLE, "others").find(words) is None
    return stayed is not None and parts and single and len(lead) <= _NEAR_BY


def _took(window: Window, first: Quantity, length: Quantity) -> bool:
    """Say whether "it took 14 years to build the tunnel: work began in 1994" tells all the time."""
    words, at = window.words, opens(window.sentence, length)
    took = words[max(0, at - 1) : at] in (["took"], ["taken"]) or words[at - 2 : at - 1] == ["took"]
    making = words[length.last : length.last + 1] == ["to"] and words[length.last + 1 :] != []
    if not took or not making or first.first < length.last:
        return False
    gap = words[length.last + 1 : first.first]
    turns = sum(word in (":", ";", "–", "—") for word in gap)
    return gap[0] in lexicon.words("cues/terms", "making") and turns == 1 and "and" not in gap


def _in_office(window: Window, length: Quantity) -> bool:
    """Say whether "after 26 years in the post" tells all the time from one verb to the other."""
    words, at = window.words, opens(window.sentence, length)
    tenure = lexicon.phrases(_TABLE, "tenure").at(words, length.last)
    return words[at - 1 : at] == ["after"] and tenure is not None
