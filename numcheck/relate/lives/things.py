"""Ages of buildings, firms and records, against the year they began."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from numcheck.lexicon import words as lexicon
from numcheck.lexicon.units import unit_named
from numcheck.model.interval import Interval
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.lives.birthdays import begins
from numcheck.relate.setting import Setting
from numcheck.relate.spans.moments import Moment, at_latest, moments, tie, tie_to_today

_TABLE = "cues/spans"
_ROUND = 50  # from here on an age in tens is likely to be a round one
_PERSONAL = frozenset({"who", "whose", "he", "she", "his", "her", "mr", "mrs", "ms", "dr"})
_CLAUSE = 14  # words from "founded" to its year
_PAST = frozenset({"was", "were", "will"})

Dated = tuple[Quantity, Moment]


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every age of a thing with the year in which it began."""
    for sentence in passage.with_kind("day"):
        dated = moments(sentence)
        if not dated or "born" in sentence.vocabulary:
            continue
        ages = [(q, as_it_is) for q in sentence.quantities if (as_it_is := _how(sentence, q))]
        begun = [one for one in dated if begins(sentence, one[0]) and _of_it(sentence, one[0])]
        if not begun and dated[0][0].first == 1 and sentence.words[0] in ("the", "its", "a"):
            begun = dated[:1]  # "The 1908 grandstand"
        excused = lexicon.words(_TABLE, "excused")
        if len(ages) == 1 and begun and not any(word in excused for word in sentence.words):
            yield from _aged(sentence, dated, begun, *ages[0], setting)


def _of_it(sentence: Sentence, year: Quantity) -> bool:
    """Say whether a year is that of a thing's making: no castle began when "opened to visitors"."""
    words, table = sentence.words, lexicon.phrases(_TABLE, "beginnings")
    first = max(0, year.first - _CLAUSE)
    hit = table.find(words, first, year.first)
    if hit is None:
        return True
    gap = words[hit.last : year.first]
    if not lexicon.words(_TABLE, "anew").isdisjoint(gap):
        return False
    if not lexicon.words(_TABLE, "met_with").isdisjoint(words[hit.first : hit.last]):
        return False  # "the 4,000-year-old site was discovered in 1938"
    made = not lexicon.words(_TABLE, "makings").isdisjoint(words[hit.first : hit.last])
    return made or all(word in lexicon.words(_TABLE, "at_once") for word in gap)


def _how(sentence: Sentence, quantity: Quantity) -> str:
    """Say how an age stands: before its thing, after it, or as a birthday; nothing for none."""
    figure = quantity.figure
    if figure is None or quantity.is_range or figure.vague:
        return ""
    words, before = sentence.words, sentence.words[max(0, quantity.first - 3) : quantity.first]
    turned = before[-1:] in (["turn"], ["turned"], ["turns"])
    aged = quantity.kind == "age" and quantity.unit is not None and quantity.unit.name == "year"
    if aged and not turned:
        if "-" in quantity.text:
            return "before" if _thing_after(sentence, quantity) else ""
        stands = lexicon.words(_TABLE, "stands")
        stands_so = any(w in stands for w in before) or before[-1:] == [","]
        return "after" if "old" in quantity.text and stands_so else ""
    to_come = before[-2:] in (["will", "turn"], ["would", "turn"])
    if to_come and not _PERSONAL.isdisjoint(words[: quantity.first]):
        return ""  # "opened in 1962 by Mrs Pike, who will turn 74 in 2026"
    if quantity.kind in ("number", "age") and (to_come or before[-1:] in (["turned"], ["turns"])):
        return "turned" if words[quantity.last : quantity.last + 1] in (["in"], ["this"]) else ""
    return ""


def _thing_after(sentence: Sentence, age: Quantity) -> bool:
    """Say whether a thing that began follows an age: "the 400-year-old church, built in"."""
    words = sentence.words[age.last : age.last + 9]
    people = lexicon.words("cues/repeats", "people") | lexicon.words("cues/groups", "people")
    noun = next((at for at, word in enumerate(words) if word in (",", "was", "which", "is")), 9)
    if not 0 < noun <= 4 or words[noun - 1] in people or not words[0].isalpha():
        return False
    return lexicon.phrases(_TABLE, "beginnings").find(words[noun : noun + 5]) is not None


def _aged(
    sentence: Sentence,
    dated: Sequence[Dated],
    begun: Sequence[Dated],
    age: Quantity,
    how: str,
    setting: Setting,
) -> Iterator[Relation]:
    """Tie "the church, built in 1750, is 275 years old" to the article's date, or to a year."""
    then = [one for one in dated if _leads(sentence.words[age.last : one[0].first], one[0], age)]
    hidden = not then
    if hidden:
        now = at_latest(setting, age, begun[0][1])
        rest = [one for one in dated if one not in begun]
        before = sentence.words[max(0, age.first - 3) : age.first]
        past = not _PAST.isdisjoint(before) or (how == "turned" and "this" not in sentence.words)
        if now is None or (rest and setting.date is not None) or past:
            return
        then = [now]
    ends = [(start, then[0]) for start in begun if start[1].year < then[0][1].year]
    spans = [(start, end, end[1].year - start[1].year) for start, end in ends]
    if not spans:
        return
    fitting = [one for one in spans if _fits(age, one[2])]
    older = [one[1].year for one in dated if one not in begun]
    if not fitting and any(_fits(age, then[0][1].year - year) for year in older):
        return  # "dates from 1890 but its tower, added in 1930, turned 90 in 2020"
    start, end, years = (fitting or spans)[0]
    year = unit_named("year")
    like = replace(age, figure=replace(age.figure, bounds=_bounds(age)), unit=year, units=(year,))
    tied = tie(sentence, start[0], end[0], like, Interval(years - 1, years), "year", years)
    yield tie_to_today(sentence, start[0], age, tied) if hidden else tied


def _leads(gap: Sequence[str], year: Quantity, age: Quantity) -> bool:
    """Say whether words lead from an age to its year: "in", "when it was sold in"."""
    if year.first < age.last or gap[-1:] != ["in"]:
        return False
    halts = lexicon.words("cues/agos", "halts") | {","}
    return len(gap) == 1 or (
        gap[0] == "when" and len(gap) <= 8 and not any(word in halts for word in gap[1:])
    )


def _fits(age: Quantity, years: int) -> bool:
    return years > 0 and _bounds(age).meets(Interval(years - 1, years))


def _bounds(age: Quantity) -> Interval:
    """Return the ages for which a print may stand: 300 years old may be a round figure."""
    figure = age.figure
    assert figure is not None
    if age.hedge is not None:
        return age.reading()
    return figure.loose() if figure.value >= _ROUND else Interval.point(figure.value)
