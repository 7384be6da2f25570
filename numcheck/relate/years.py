"""Two years, and the length of time that is said to lie between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from numcheck.lexicon import words as lexicon
from numcheck.lexicon.units import unit_named
from numcheck.model.interval import Interval
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.setting import Setting
from numcheck.relate.wording import closes, derived, is_quoted, opens

_TERMS = {"year": 1, "decade": 10, "century": 100, "month": 0}
_LINKS = frozenset({"to", "until", "till", "through", "-", "–", "—", "and", "thru"})


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every span of years with its length, and every birthday with its beginning."""
    for sentence in passage.figured:
        dated = [q for q in sentence.quantities if _year(q) is not None]
        if not dated:
            continue
        broken = lexicon.words("cues/spans", "broken")
        if not any(word in broken for word in sentence.words):
            yield from _spans(sentence, dated)
        yield from _birthdays(sentence, dated, setting)


def _year(quantity: Quantity) -> int | None:
    year = quantity.parts.get("year")
    if quantity.kind not in ("date", "year") or not isinstance(year, int) or year < 1000:
        return None
    return None if quantity.parts.get("decade") or quantity.text[-1:] == "s" else year


# ------------------------------------------------------------------------------------ spans


def _spans(sentence: Sentence, dated: list[Quantity]) -> Iterator[Relation]:
    """Tie "from 2011 to 2016" and the one length in years beside it."""
    lengths = [q for q in sentence.quantities if _is_length(q)]
    if len(lengths) != 1:
        return
    length = lengths[0]
    for at, start in enumerate(dated):
        if isinstance(start.parts.get("to"), int):
            # one year on is a season or a tax year: "19.4 years (2015/16 est.)"
            if "/" in start.text or start.parts["to"] % 100 == (start.parts["year"] + 1) % 100:
                continue
            if _beside(sentence, start, start, length) and len(dated) == 1:
                end = replace(start, text=str(start.parts["to"]))
                yield _span(sentence, start, end, length, start.parts["to"])
            continue
        end = dated[at + 1] if at + 1 < len(dated) else None
        if end is None or "to" in end.parts or len(dated) > 2:
            continue
        if _linked(sentence, start, end) and _beside(sentence, start, end, length):
            last = _year(end)
            assert last is not None
            yield _span(sentence, start, end, length, last)


def _is_length(quantity: Quantity) -> bool:
    return (
        quantity.kind == "duration"
        and quantity.figure is not None
        and not quantity.is_range
        and quantity.unit is not None
        and _TERMS.get(quantity.unit.name, 0) > 0
        and not quantity.parts.get("per")
    )


def _linked(sentence: Sentence, start: Quantity, end: Quantity) -> bool:
    gap = [
        w for w in sentence.words[start.last : end.first] if w not in (",", "the", "early", "late")
    ]
    before = sentence.words[start.first - 1 : start.first]
    if gap == ["and"]:
        return before == ["between"]
    return len(gap) == 1 and gap[0] in _LINKS


def _beside(sentence: Sentence, start: Quantity, end: Quantity, length: Quantity) -> bool:
    """Say whether a length stands next to a span: "from 2011 to 2016 – a seven-year stretch"."""
    words = sentence.words
    if length.first >= end.last:
        gap = words[closes(sentence, end) : opens(sentence, length)]
        if not gap or any(word not in lexicon.words("cues/spans", "beside") for word in gap):
            return False
    elif length.last <= start.first:
        gap = words[length.last : start.first]
        if gap[-1:] not in (["from"], ["between"], ["("], [","], ["–"], [":"]):
            return False
    else:
        return False
    after = words[length.last : length.last + 2]
    if after[:1] in (
        ["before"],
        ["after"],
        ["later"],
        ["earlier"],
        ["ago"],
        ["older"],
        ["younger"],
    ):
        return False
    odd = (
        "after",
        "before",
        "every",
        "last",
        "ago",
        "within",
        "term",
        "sentence",
        "contract",
        "old",
    )
    return len(gap) <= 8 and not any(word in odd for word in (*gap, *after))


def _span(
    sentence: Sentence, start: Quantity, end: Quantity, length: Quantity, last: int
) -> Relation:
    first = _year(start)
    assert first is not None and length.unit is not None
    if last < 100:
        last += first - first % 100
    year, years = unit_named("year"), last - first
    # months are not told: December 2011 to January 2016 is four years, the seasons are six
    span = Interval(max(0, years - 1), years + 1)
    return Relation(
        "years",
        {
            "start": start,
            "end": end,
            "length": length,
            "span": derived(span, length, f"{years} years", kind="duration", unit=year),
        },
        start.span.hull(end.span),
        derived=frozenset({"span"}),
        quoted=is_quoted(sentence, start, end),
    )


# -------------------------------------------------------------------------------- birthdays


def _birthdays(sentence: Sentence, dated: list[Quantity], setting: Setting) -> Iterator[Relation]:
    """Tie "opened in 1924", "its 110th birthday" and "in 2024"."""
    words = sentence.words
    excused = lexicon.words("cues/spans", "excused")
    named = lexicon.words("cues/spans", "birthdays")
    ranks = [q for q in sentence.quantities if q.kind == "ordinal" and q.figure is not None]
    ranks = [q for q in ranks if any(w in named for w in words[q.last : q.last + 2])]
    if len(ranks) != 1 or any(word in excused for word in words):
        return
    rank = ranks[0]
    begun = [q for q in dated if "to" not in q.parts and _begins(sentence, q)]
    later = [q for q in dated if q not in begun and "to" not in q.parts]
    if len(begun) != 1 or len(later) > 1:
        return
    first = _year(begun[0])
    assert first is not None and rank.figure is not None
    if later:
        last = _year(later[0])
    elif setting.date and "this" in words:
        last = int(setting.date[:4])
    else:
        return
    assert last is not None
    if last <= first:
        return
    stated = derived(rank.figure.value, rank, rank.text, kind="count")
    actual = derived(last - first, rank, str(last - first), kind="count")
    roles = {"begun": begun[0], "rank": rank, "stated": stated, "years": actual}
    yield Relation(
        "birthday",
        roles,
        rank.span,
        strict=True,
        derived=frozenset({"stated", "years"}),
        quoted=is_quoted(sentence, rank),
    )


def _begins(sentence: Sentence, quantity: Quantity) -> bool:
    """Say whether a year is one in which something began."""
    before = sentence.words[max(0, quantity.first - 6) : quantity.first]
    table = lexicon.phrases("cues/spans", "beginnings")
    return table.find(before) is not None
