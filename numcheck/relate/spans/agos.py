"""Years ago, in years' time, years after and before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.setting import Setting
from numcheck.relate.spans.clauses import leads_to, runs_on
from numcheck.relate.spans.moments import (
    Moment,
    at_latest,
    before_length,
    lengths,
    moments,
    tie,
    tie_to_today,
    today,
    years_between,
)

_TABLE = "cues/agos"
_OPENING = 3  # words before a length that opens its sentence: "Nearly, more than ten years after"
_FAR = 9  # words of a clause: "ten years after *the last of the walls came down in* 1989"
_LONG = frozenset({"year", "decade", "century"})

Dated = tuple[Quantity, Moment]


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every length of years whose distance from one year to another is told."""
    for sentence in passage.with_kind("day"):
        dated = [(q, when) for q, when in moments(sentence) if when.year > 999]
        if dated:
            for length in lengths(sentence):
                if length.unit is None or length.unit.name not in _LONG:
                    continue
                cue = _cue(sentence, length)
                if cue is not None:
                    yield from _read(
                        sentence, passage.before(sentence), dated, length, cue, setting
                    )
                else:
                    yield from _since(sentence, dated, length, setting)


def _cue(sentence: Sentence, length: Quantity) -> tuple[str, int] | None:
    """Return what a length is counted from, and where the words for it end."""
    further = lexicon.phrases(_TABLE, "further").ending(sentence.words, length.first)
    if further is not None:  # "it was another 12 years before", "another 12 years, in 1993,"
        return "later", length.last
    cue = lexicon.phrases(_TABLE, "cues").at(sentence.words, length.last)
    than = cue is not None and sentence.words[cue[1] : cue[1] + 1] == ["than"]
    return None if than else cue  # "two years later than planned"


def _read(
    sentence: Sentence,
    before: Sentence | None,
    dated: Sequence[Dated],
    length: Quantity,
    cue: tuple[str, int],
    setting: Setting,
) -> Iterator[Relation]:
    name, end = cue
    match name:
        case "ago" | "hence":
            if beside := _beside(sentence, dated, length, end):
                yield from _from_today(sentence, beside, length, setting, name == "hence")
        case "after" | "before":
            yield from _around(sentence, dated, length, end, name == "before")
        case "between" | "apart":
            yield from _between(sentence, dated, length, name == "apart")
        case "since":
            yield from _around(sentence, dated, length, end, False)
            yield from _since_then(sentence, dated, length, end, setting)
        case _:
            earlier = [*(moments(before) if before else ()), *dated]
            yield from _on(sentence, earlier, dated, length, end, name == "earlier")


# ------------------------------------------------------------------------------ against today


def _from_today(
    sentence: Sentence, beside: Dated, length: Quantity, setting: Setting, ahead: bool
) -> Iterator[Relation]:
    """Tie "ten years ago, in 2015" and "in ten years' time, in 2035" to the article's date."""
    now = today(setting, length) if ahead else at_latest(setting, length, beside[1])
    if now is None:
        return
    start, end = (now, beside) if ahead else (beside, now)
    if start[1].year <= end[1].year:
        yield tie_to_today(sentence, beside[0], length, _tied(sentence, start, end, length))


def _beside(sentence: Sentence, dated: Sequence[Dated], length: Quantity, end: int) -> Dated | None:
    """Return the year that stands right beside a length: "in 2015, ten years ago"."""
    words, first = sentence.words, before_length(sentence, length)
    joins = lexicon.words(_TABLE, "joins")
    for one in dated:
        if one[0].first >= end:
            gap = words[end : one[0].first]
            return one if len(gap) <= 6 and all(word in joins for word in gap) else None
        gap = words[one[0].last : first]
        if one[0].last <= first and gap and len(gap) <= 3 and all(word in joins for word in gap):
            return one
    return None


def _since_then(
    sentence: Sentence, dated: Sequence[Dated], length: Quantity, end: int, setting: Setting
) -> Iterator[Relation]:
    """Tie "it is 80 years since the war ended in 1945" to the article's date."""
    near = sentence.words[max(0, length.first - 4) : length.first]
    if any(word in lexicon.words(_TABLE, "is_now") for word in near):
        first = _first_after(sentence, dated, end)
        if first is not None and len(dated) == 1:
            yield from _from_today(sentence, first, length, setting, False)
        now = dated[-1]  # "It is 20 years since the 1994 strike, and in 2014 …"
        if first is dated[0] and sentence.words[now[0].first - 2 : now[0].first] == ["and", "in"]:
            yield _tied(sentence, first, now, length)


def _since(
    sentence: Sentence, dated: Sequence[Dated], length: Quantity, setting: Setting
) -> Iterator[Relation]:
    """Tie "has been mayor since 2010, a span of 15 years" to the article's date."""
    words = sentence.words
    if "since" not in words or len(dated) > 1 or not {"has", "have", "'s", "been"} & set(words):
        return
    year = dated[0]
    if words[max(0, year[0].first - 2) : year[0].first][-1:] != ["since"]:
        return
    first = before_length(sentence, length)
    after = words[length.last : year[0].first - 1]
    gap = words[year[0].last : first] if length.first > year[0].last else after
    if all(word in lexicon.words(_TABLE, "totals") for word in gap) and (
        gap or length.last == year[0].first - 1
    ):
        yield from _from_today(sentence, year, length, setting, False)


# ------------------------------------------------------------------------------- two moments


def _around(
    sentence: Sentence, dated: Sequence[Dated], length: Quantity, end: int, earlier: bool
) -> Iterator[Relation]:
    """Tie "in 2004, 15 years after the wall fell in 1989", whichever of the two comes first."""
    base = _first_after(sentence, dated, end)
    if base is None:
        return
    words, first = sentence.words, before_length(sentence, length)
    then = None
    for one in dated:
        gap = words[one[0].last : first]
        if one[0].last <= first and len(gap) <= 3 and not _turns(gap):
            then = one
        if one[0].last <= first and len(dated) == 2 and leads_to(sentence, one[0].first, gap):
            then = one
        gap = words[base[0].last : one[0].first]
        if then is None and one[0].first >= base[0].last:
            alone = len(dated) == 2 and first <= _OPENING
            if _goes_on(gap) or (alone and runs_on(sentence, gap)):
                then = one
    if then is None:
        return
    start, last = (then, base) if earlier else (base, then)
    if start[1].year < last[1].year:
        yield _tied(sentence, start, last, length)


def _between(
    sentence: Sentence, dated: Sequence[Dated], length: Quantity, told: bool
) -> Iterator[Relation]:
    """Tie "25 years separate the fires of 1902 and 1927", "in 1902 and 1927, 25 years apart"."""
    if len(dated) != 2:
        return
    start, last = dated
    if not told and sentence.words[before_length(sentence, length) - 1] == "for":
        return  # "was away for nine years between her debut in 1994 and her return in 2008"
    beside = start[0].first >= length.last or (told and last[0].last <= length.first)
    joined = sentence.words[start[0].last : last[0].first]
    if beside and "and" in joined and len(joined) <= _FAR and start[1].year < last[1].year:
        yield _tied(sentence, start, last, length)


def _first_after(sentence: Sentence, dated: Sequence[Dated], end: int) -> Dated | None:
    """Return the first year of the clause that a cue opens."""
    for one in dated:
        if one[0].first >= end:
            clause = sentence.words[end : one[0].first]
            if clause[:2] == ["that", "of"]:
                clause = clause[1:]
            plain = not any(word in lexicon.words(_TABLE, "relative") for word in clause)
            return one if len(clause) <= _FAR and plain and "," not in clause else None
    return None


def _turns(gap: Sequence[str]) -> bool:
    """Say whether words lead on to another thing: "in 2004 and, 15 years after …"."""
    return any(word in lexicon.words(_TABLE, "turns") for word in gap)


def _goes_on(gap: Sequence[str]) -> bool:
    """Say whether a short main clause leads to a year: ", in", ", he moved to Rome in"."""
    if "," in gap[1:3] and "," not in gap[:1]:  # "after the 1992 *flood*, in 2012"
        gap = gap[gap.index(",") :]
    if gap[:1] != [","] or len(gap) > 6 or gap[-1] != "in":
        return False
    if len(gap) == 2 or gap[1] in lexicon.words(_TABLE, "arriving"):
        return True
    other = lexicon.words(_TABLE, "relative") | lexicon.words(_TABLE, "objects")
    return gap[1] in ("he", "she", "they", "it") and not any(word in other for word in gap[2:])


def _on(
    sentence: Sentence,
    earlier: Sequence[Dated],
    dated: Sequence[Dated],
    length: Quantity,
    end: int,
    back: bool,
) -> Iterator[Relation]:
    """Tie "she left in 1990 and came back 12 years later, in 2002" to the year before it."""
    then = _beside(sentence, dated, length, end) or _reached(sentence, dated, length)
    if then is None:
        return
    place = earlier.index(then)
    others = list(earlier[:place])
    if place and then[0].first > length.last:
        others = [one for one in others if one[0].sentence != sentence.index] + [
            one for one in others if one[0].sentence == sentence.index
        ]
    spans = [(then, one) if back else (one, then) for one in others]
    spans = [(start, last) for start, last in spans if start[1].year <= last[1].year]
    if not spans:
        return
    # Of several years before, any may be the one that is counted from.
    ties = [_tied(sentence, start, last, length) for start, last in spans]
    fitting = [one for one, (start, last) in zip(ties, spans, strict=True)
               if _fits(length, start[1], last[1])]  # fmt: skip
    yield fitting[-1] if fitting else ties[-1]


def _reached(sentence: Sentence, dated: Sequence[Dated], length: Quantity) -> Dated | None:
    """Return the year to which "another 12 years before trains ran again, in 1993" leads."""
    words = sentence.words
    if words[length.last : length.last + 1] not in (["before"], ["until"], ["till"]):
        return None
    after = [one for one in dated if one[0].first > length.last]
    return after[0] if len(after) == 1 and after[0][0].first - length.last <= _FAR else None


def _fits(length: Quantity, start: Moment, end: Moment) -> bool:
    assert length.unit is not None
    span = years_between(start, end)
    factor = {"year": 1, "decade": 10, "century": 100}[length.unit.name]
    return length.reading().scale(factor).meets(span)


def _tied(sentence: Sentence, start: Dated, end: Dated, length: Quantity) -> Relation:
    span = years_between(start[1], end[1])
    return tie(sentence, start[0], end[0], length, span, "year", end[1].year - start[1].year)
