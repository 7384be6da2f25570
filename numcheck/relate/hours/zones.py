"""One moment in two time zones."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.hours.elapsed import DAY, minutes_of
from numcheck.relate.setting import Setting
from numcheck.relate.wording import derived, is_quoted

_JOINS = frozenset({",", "(", "/", "or", "and", "[", "–", "-", "—", "time", ")", "which", "is",
                    "equivalent", "to", ";", "in", "standard", "daylight", "that", "that's", "i",
                    "e", ".", "meaning", "equals", "=", "being", "will", "be",
                    "local", "at", "was"})  # fmt: skip
_AGAIN = frozenset({"that", "is", "that's", "or", "which", "means", "will", "be"})
# Months in which every country of a half of the globe keeps winter time, or summer time.
_BOREAL = frozenset({12, 1, 2}), frozenset({4, 5, 6, 7, 8, 9})
_AUSTRAL = frozenset({5, 6, 7, 8}), frozenset({11, 12, 1, 2, 3})
_SOUTHERN = frozenset({"sydney", "auckland"})
_VERBS = 4  # words between a city and its time: "in London will open at 8am"
_EASTERN_EUROPE = 180  # minutes ahead in summer
# States and cities whose clocks change on one day: their distance stays.
_TOGETHER = (frozenset(range(-600, -179, 60)), frozenset({0, 60, 120, 180}))


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every moment that is given in two zones which keep a fixed distance."""
    before: Sentence | None = None
    for sentence in passage.with_kind("time"):
        times = [q for q in sentence.quantities if q.kind == "time"]
        for first, second in pairwise(times):
            yield from _pair(sentence, first, second)
        if times and before is not None and sentence.index == before.index + 1:
            yield from _sequel(before, sentence, times[0])
        before = sentence if len(times) == 1 else None


def _pair(sentence: Sentence, first: Quantity, second: Quantity) -> Iterator[Relation]:
    """Tie two times side by side, each with its zone or its city."""
    one, other = _zone(sentence, first), _zone(sentence, second)
    if one is None or other is None or one[0] == other[0]:
        return
    gap = sentence.words[max(one[2], first.last) : second.first]
    if gap[:1] in (["in"], ["on"]) and len(gap) > 1:  # "in London in January, which is"
        told = gap[1] in lexicon.mapping("calendar", "months")
        told = told or gap[1] in lexicon.words("calendar", "weekdays")
        gap = gap[2:] if told else gap
    if [word for word in gap if word not in (",", "at")] == ["and"] and _opens(sentence):
        return  # "trading opened at 8am in London and 9.30am in New York"
    if len(gap) <= 6 and all(word in _JOINS for word in gap):
        yield from _moment(sentence, first, second, _shifts(one[1], other[1]))


def _opens(sentence: Sentence) -> bool:
    """Say whether a sentence tells of what is done in each place at an hour of its own."""
    if sentence.words[:2] in (["it", "will"], ["it", "is"], ["it", "was"]):
        return False  # "it will be 8am in London and 3am in New York when the vote opens"
    return not lexicon.words("zones", "apart").isdisjoint(sentence.words)


def _sequel(before: Sentence, sentence: Sentence, second: Quantity) -> Iterator[Relation]:
    """Tie "It starts at 6pm in Mumbai." with "That is 12.30pm in London."."""
    lead = sentence.words[: second.first]
    first = next(q for q in before.quantities if q.kind == "time")
    if not lead or not all(word in _AGAIN for word in lead):
        return
    one, other = _zone(before, first), _zone(sentence, second)
    if one is not None and other is not None and one[0] != other[0]:
        yield from _moment(sentence, first, second, _shifts(one[1], other[1]))


def _moment(
    sentence: Sentence, first: Quantity, second: Quantity, shifts: set[int]
) -> Iterator[Relation]:
    """Yield the tie of two times that are said to be one moment."""
    stated = minutes_of(second, second)
    starts = minutes_of(first, first)
    fitting = {(start + shift) % DAY for start in starts for shift in shifts}
    if not stated or not fitting:
        return
    said = next((minute for minute in stated if minute in fitting), stated[0])
    actual = said if said in fitting else min(fitting)
    yield Relation(
        "zones",
        {
            "first": first,
            "second": second,
            "stated": derived(said, second, _clock(said), kind="number"),
            "shifted": derived(actual, second, _clock(actual), kind="number"),
        },
        first.span.hull(second.span),
        strict=True,
        derived=frozenset({"stated", "shifted"}),
        quoted=is_quoted(sentence, first, second),
    )


def _zone(sentence: Sentence, time: Quantity) -> tuple[str, list[int], int] | None:
    """Return the zone of a time, its minutes ahead of Greenwich, and where its name ends."""
    name = str(time.parts.get("zone") or "").lower().removeprefix("local")
    offsets = lexicon.mapping("zones", "offsets")
    cities = lexicon.phrases("zones", "cities")
    if name:  # "7pm Central European Time" is told in no American zone
        longer = cities.at(sentence.words, time.last - 1) or (name, time.last)
        named = cities.at(name.split(), 0)
        if longer[1] > time.last:
            name = longer[0]
        elif name not in offsets and named is not None:
            name = named[0]
        if name not in offsets:
            return None
        return name, _ahead(sentence, name), max(longer[1], time.last)
    found = _place(sentence, time)
    return (found[0], _ahead(sentence, found[0]), found[1]) if found is not None else None


def _ahead(sentence: Sentence, name: str) -> list[int]:
    """Return how far ahead a zone may be, on the date of the sentence where there is one."""
    offsets = _numbers(lexicon.mapping("zones", "offsets")[name])
    dated = {q.parts.get("month") for q in sentence.quantities if q.kind == "date"}
    months = dated or _months(sentence)
    if len(months) != 1 or len(offsets) != 2:
        return offsets
    winter, summer = _AUSTRAL if name in _SOUTHERN else _BOREAL
    if months <= winter:
        return [offsets[0]]
    return [offsets[1]] if months <= summer else offsets


def _months(sentence: Sentence) -> set[int | None]:
    """Return the months that a sentence names without a day: "noon in London in January"."""
    named = lexicon.mapping("calendar", "months")
    at = [place for place, word in enumerate(sentence.raw) if word.lower() in named]
    told = [place for place in at if sentence.raw[place][0].isupper()]
    return {int(str(named[sentence.words[place]])) for place in told}


def _place(sentence: Sentence, time: Quantity) -> tuple[str, int] | None:
    """Return the place of a time: "9am in London", "9pm on the East Coast", "9am London time"."""
    words, at = sentence.words, time.last
    cities = lexicon.phrases("zones", "cities")
    if words[at : at + 1] == ["local"]:  # "9am local time in Tokyo"
        at += 1 + (words[at + 1 : at + 2] == ["time"])
    if words[at : at + 1] in (["in"], ["on"], ["for"]):
        return cities.at(words, at + 1) or _abbreviated(sentence, at + 1)
    before = time.first - (words[time.first - 1] in ("at", ","))
    lead = cities.ending(words, before) if before > 0 else None
    if lead is not None and words[max(0, lead[1] - 1) : lead[1]] == ["in"]:  # "in Sydney at 10pm"
        return lead[0], time.last
    found = cities.at(words, at)
    if found is None:
        return _further_back(sentence, before)
    if words[found[1] - 1] == "time":  # "8pm West Africa Time"
        return found
    return (found[0], found[1] + 1) if words[found[1] : found[1] + 1] == ["time"] else None


def _abbreviated(sentence: Sentence, at: int) -> tuple[str, int] | None:
    """Return the zone of "18:00 in CET"."""
    known = at < len(sentence) and sentence.words[at] in lexicon.mapping("zones", "offsets")
    return (sentence.words[at], at + 1) if known and sentence.raw[at].isupper() else None


def _further_back(sentence: Sentence, before: int) -> tuple[str, int] | None:
    """Return the city of "markets in London open at 8am", a verb or two before the time."""
    words, cities = sentence.words, lexicon.phrases("zones", "cities")
    for at in range(before - 1, max(1, before - _VERBS), -1):
        if not words[at].isalpha() or words[at] in _JOINS:
            return None
        found = cities.ending(words, at)
        if found is not None and words[found[1] - 1] == "in":
            return found[0], before
    return None


def _numbers(offset: object) -> list[int]:
    return [int(str(one)) for one in offset] if isinstance(offset, list) else [int(str(offset))]


def _shifts(one: list[int], other: list[int]) -> set[int]:
    """Return the minutes to add for the step from one zone to another, summer time tried too."""
    together = any({*one, *other} <= zones for zones in _TOGETHER)
    if together and len(one) == len(other) == 2:  # Eastern and Central change on one day
        return {y - x for x, y in zip(one, other, strict=True)}
    shifts = {y - x for x in one for y in other}
    if len(one) == len(other) == 2:
        for here, there, sign in ((one, other, 1), (other, one, -1)):
            if max(here) < 0 <= min(there) and max(there) <= _EASTERN_EUROPE:
                # America goes on to summer time first and off it last: Europe never has it alone
                shifts.discard(sign * (there[1] - here[0]))
                shifts |= {sign * (there[0] - here[0]), sign * (there[1] - here[1])}
    return shifts


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"
