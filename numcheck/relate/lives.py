"""Births, later years, and the ages that the two of them give."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from numcheck.lexicon import words as lexicon
from numcheck.model.interval import Interval
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.setting import Setting
from numcheck.relate.wording import derived, is_quoted, preceding

Day = tuple[int, int | None, int | None]
_PRONOUNS = frozenset({"he", "she", "who", "it"})


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every birth with a later year and the age that a person had then."""
    dated = list(passage.figured)
    for at, sentence in enumerate(dated):
        born = _birth(sentence)
        if born is None:
            continue
        around = [sentence]
        if at + 1 < len(dated) and _goes_on(sentence, dated[at + 1]):
            around.append(dated[at + 1])
        if at and _goes_on(dated[at - 1], sentence):
            around.append(dated[at - 1])
        for other in around:
            yield from _aged(sentence, other, born, setting)


def _goes_on(first: Sentence, then: Sentence) -> bool:
    """Say whether the second of two sentences speaks on of the first one's person."""
    return then.index - first.index == 1 and then.words[0] in _PRONOUNS


def _birth(sentence: Sentence) -> Quantity | None:
    """Return the one date or year of birth of a sentence."""
    births = lexicon.words("cues/lives", "births")
    found = []
    for quantity in sentence.quantities:
        if _day(quantity) is None:
            continue
        if "to" in quantity.parts:  # (1939–2019) after a name
            before = sentence.words[quantity.first - 1 : quantity.first]
            after = sentence.words[quantity.last : quantity.last + 1]
            named = sentence.raw[max(0, quantity.first - 2)][:1].isupper()
            if before == ["("] and after == [")"] and named:
                found.append(quantity)
            continue
        before = sentence.words[max(0, quantity.first - 7) : quantity.first]
        if any(word in births for word in before) and not _later_verb(before, births):
            found.append(quantity)
    return found[0] if len(found) == 1 else None


def _later_verb(before: list[str], births: frozenset[str]) -> bool:
    """Say whether another event stands between "born" and a year."""
    place = max(at for at, word in enumerate(before) if word in births)
    events = lexicon.words("cues/lives", "events")
    return any(word in events or word in (";", ".") for word in before[place + 1 :])


def _day(quantity: Quantity) -> Day | None:
    year = quantity.parts.get("year")
    if quantity.kind not in ("date", "year") or not isinstance(year, int) or year < 100:
        return None
    if quantity.parts.get("decade") or quantity.text.rstrip("'").endswith("s"):
        return None
    return year, quantity.parts.get("month"), quantity.parts.get("day")


def _aged(
    home: Sentence, sentence: Sentence, born: Quantity, setting: Setting
) -> Iterator[Relation]:
    """Tie each age of a sentence to the year that it belongs to."""
    others = lexicon.words("cues/lives", "others")
    if any(word in others for word in sentence.words):
        return
    ages = [q for q in sentence.quantities if _is_age(sentence, q)]
    if len(ages) != 1:
        return
    age = ages[0]
    if "to" in born.parts:
        if sentence is home or any(w in _deaths() for w in sentence.words):
            died = replace(born, parts={"year": born.parts["to"]})
            if any(w in _deaths() or w == "aged" for w in sentence.words):
                yield _relation(sentence, born, died, age)
        return
    events = [q for q in sentence.quantities if q is not born and _event(sentence, q, born)]
    if len(events) == 1:
        yield _relation(sentence, born, events[0], age)
    elif not events and setting.date and _now(sentence, age):
        year, month, day = map(int, setting.date.split("-"))
        parts = {"year": year, "month": month, "day": day}
        today = replace(age, kind="date", text=setting.date, parts=parts)
        yield _relation(sentence, born, today, age, derived_end=True)


def _deaths() -> frozenset[str]:
    return lexicon.words("cues/lives", "deaths")


def _is_age(sentence: Sentence, quantity: Quantity) -> bool:
    if quantity.figure is None or quantity.is_range:
        return False
    if quantity.kind == "age":
        return quantity.unit is None or quantity.unit.name == "year"
    if quantity.kind != "number" or not isinstance(quantity.figure.value, int):
        return False
    if not 0 < quantity.figure.value <= 115 or quantity.noun is not None:
        return False
    before = preceding(sentence, quantity, 2)
    if before[-1:] in (["turned"], ["turns"], ["aged"], ["age"]) or before == ["age", "of"]:
        return True
    return before[-1:] in (["was"], ["at"], ["only"], ["just"]) and any(
        word in _deaths() for word in sentence.words
    )


def _event(sentence: Sentence, quantity: Quantity, born: Quantity) -> bool:
    """Say whether a date is that of an event in the life, later than the birth."""
    then, day = _day(quantity), _day(born)
    if then is None or day is None or "to" in quantity.parts or then[0] <= day[0]:
        return False
    before = sentence.words[max(0, quantity.first - 2) : quantity.first]
    return not any(word in ("since", "until", "from", "before", "after") for word in before)


def _now(sentence: Sentence, age: Quantity) -> bool:
    """Say whether an age is that of the day of writing: "Born in 1980, the 35-year-old"."""
    return "is" in sentence.words[max(0, age.first - 3) : age.first] or "old" in age.text


def _relation(
    sentence: Sentence, born: Quantity, end: Quantity, age: Quantity, derived_end: bool = False
) -> Relation:
    start, then = _day(born), _day(end)
    assert start is not None and then is not None
    span = _completed(start, then)
    printed = f"{span.low}" if span.low == span.high else f"{span.low} or {span.high}"
    years = derived(span, age, printed, kind="age", unit=age.unit)
    return Relation(
        "life",
        {"born": born, "then": end, "age": age, "years": years},
        age.span,
        derived=frozenset({"years", "then"} if derived_end else {"years"}),
        quoted=is_quoted(sentence, age),
    )


def _completed(start: Day, then: Day) -> Interval:
    """Return the birthdays completed between two dates, of which the day may be unknown."""
    years = then[0] - start[0]
    if start[1] is None or then[1] is None:
        return Interval(years - 1, years)
    if start[1] != then[1]:
        return Interval.point(years if then[1] > start[1] else years - 1)
    if start[2] is None or then[2] is None:
        return Interval(years - 1, years)
    return Interval.point(years if then[2] >= start[2] else years - 1)
