"""The stages of reading shown one at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from numcheck.extract import annotate, calendar, clock, names, results
from numcheck.extract.amounts import Draft, article_at, draft_at, ranged, shared
from numcheck.extract.amounts.evidence import refusal
from numcheck.extract.amounts.varieties import chosen
from numcheck.extract.numbers import Numeral, number_at
from numcheck.extract.numbers.tables import hyphen_at
from numcheck.extract.scanner import anchors, part_of_name, read_at
from numcheck.extract.seen import Seen
from numcheck.lexicon import words as lexicon
from numcheck.lexicon.units import units_at
from numcheck.model.document import Document
from numcheck.model.passage import Sentence, Step
from numcheck.model.quantity import NOT_AMOUNTS, Figure, Quantity

_TABLES = (
    "units", "teens", "tens", "scales", "groups", "fractions", "signs", "several", "crowds",
)  # fmt: skip


def explain(document: Document, locale: str | None = None) -> Iterator[Step]:
    """Yield, figure by figure, what each stage made of it, and what it passed over."""
    for sentence in annotate(document, locale).sentences:
        free = 0
        for at in anchors(sentence):
            if at < free:
                continue
            quantities, free = read_at(sentence, at, free, locale)
            yield from _steps(sentence, at, quantities, locale)


def _steps(
    sentence: Sentence, at: int, quantities: list[Quantity], locale: str | None
) -> Iterator[Step]:
    span = sentence.span_of(at, at + 1)
    yield Step(span, "word", f"“{sentence.raw[at]}” {_listed(sentence.words[at])}")
    known = list(_known(sentence, at, locale))
    yield from known
    draft = draft_at(sentence, at, 0) or (
        article_at(sentence, at) if sentence.words[at] in ("a", "an") else None
    )
    if not known and draft is not None:
        yield from _amount(sentence, at, draft)
    for quantity in quantities:
        yield from _hedge(sentence, quantity)
        yield Step(quantity.span, "figure", _said(quantity))
        if known and draft is not None:
            yield Step(span, "dropped", f"not the amount {_value(draft.figure)}: {known[0].said}")
    if not quantities:
        yield Step(span, "dropped", _why_not(sentence, at, draft))


def _listed(word: str) -> str:
    """Say which table a word that opens a figure stands in."""
    if word[0].isdigit():
        return "is in digits"
    tables = [key for key in _TABLES if word in lexicon.words("numerals", key)]
    places = [f"numerals.yaml: {key}" for key in tables]
    if word in lexicon.words("ordinals", "words"):
        places.append("ordinals.yaml: words")
    if word in ("a", "an"):
        places.append("measures.yaml: article_units")
    return "stands in " + ", ".join(places) if places else "may open a figure"


def _known(sentence: Sentence, at: int, locale: str | None) -> Iterator[Step]:
    """Yield what the readers of names, dates, times, results and ordinals see, the first only."""
    readers: tuple[tuple[str, Callable[[], Seen | None]], ...] = (
        ("name", lambda: names.identifier_at(sentence, at)),
        ("date", lambda: calendar.date_at(sentence, at, locale)),
        ("time", lambda: clock.time_at(sentence, at)),
        ("result", lambda: results.result_at(sentence, at)),
        ("ordinal", lambda: names.ordinal_at(sentence, at)),
    )
    if sentence.words[at] in (".", "a", "an", "point"):
        return
    for stage, read in readers:
        seen = read()
        if seen is not None and seen.last > at:
            parts = ", ".join(f"{key} {value}" for key, value in seen.parts.items())
            said = f"“{sentence.cut(seen.first, seen.last)}” is {_article(seen.kind)}"
            yield Step(
                sentence.span_of(seen.first, seen.last), stage, said + (parts and f" ({parts})")
            )
            return


def _amount(sentence: Sentence, at: int, draft: Draft) -> Iterator[Step]:
    numeral = number_at(sentence, at) or draft.numeral
    begin = min(at, draft.first)
    cut = sentence.cut(at, max(numeral.last, at + 1))
    span = sentence.span_of(at, max(numeral.last, at + 1))
    yield Step(span, "number", f"“{cut}” is {_value(numeral.figure)}{_manner(numeral)}")
    if draft.first < at:
        signs = sentence.cut(draft.first, at)
        yield Step(sentence.span_of(draft.first, at), "sign", f"“{signs}” stands before it")
    yield from _unit(sentence, draft)
    whole = ranged(sentence, draft, begin)
    if whole is not None and whole.upper is not None:
        ends = f"from {_value(whole.figure)} to {_value(whole.upper)}"
        yield Step(sentence.span_of(whole.first, whole.last), "range", f"it runs {ends}")
        return
    other = shared(sentence, draft)
    if other is not None:
        print_ = sentence.cut(other.first, other.last)
        place = sentence.span_of(other.first, other.last)
        yield Step(place, "shared", f"its unit or noun is that of “{print_}”")


def _manner(numeral: Numeral) -> str:
    if numeral.vague:
        return " or more: the words name no one number"
    if numeral.ratio:
        return ", a share"
    scale = numeral.figure.scale_text
    return f", with the scale word “{scale}”" if scale else ""


def _unit(sentence: Sentence, draft: Draft) -> Iterator[Step]:
    """Yield what the lexicon has for the word after a number, and why it was taken or not."""
    at = draft.numeral.last
    if draft.figure.scale != draft.numeral.figure.scale:
        times = draft.figure.scale // draft.numeral.figure.scale
        why = "after a sum of money" if draft.money else "by what follows it"
        said = f"“{sentence.raw[at]}” multiplies it by {times:,}, {why}"
        yield Step(sentence.span_of(at, at + 1), "scale", said)
        at += 1
    hyphen = hyphen_at(sentence, at)
    match = units_at(sentence.words, sentence.raw, at + hyphen)
    if match is None or match.last <= at:
        return
    span = sentence.span_of(at + hyphen, match.last)
    word = sentence.cut(at + hyphen, match.last)
    listed = f"“{word}” is the entry “{match.entry}” of the units"
    why = refusal(sentence, at + hyphen, match, draft.numeral, hyphen)
    if why or not draft.units:
        yield Step(span, "dropped", f"{listed}, but {why or 'the number goes on without it'}")
        return
    kept = chosen(sentence, at + hyphen, match, draft.numeral, hyphen)
    yield Step(span, "unit", f"{listed}: {' or '.join(unit.name for unit in kept)}")
    gone = [unit.name for unit in match.units if unit.name not in {one.name for one in kept}]
    if gone and {unit.dimension for unit in match.units} != {unit.dimension for unit in kept}:
        yield Step(span, "dropped", f"not {' or '.join(gone)}, by the words near it")


def _hedge(sentence: Sentence, quantity: Quantity) -> Iterator[Step]:
    """Yield the hedge of a figure, or why the words before it are none."""
    hedge = quantity.hedge
    if hedge is not None:
        yield Step(hedge.span, "hedge", f"“{hedge.text}” stands in hedges.yaml: {hedge.direction}")
        return
    found = lexicon.phrases("hedges", "before").ending(sentence.words, quantity.first)
    if found is not None and quantity.kind not in NOT_AMOUNTS and quantity.upper is None:
        span = sentence.span_of(found[1], quantity.first)
        words = sentence.cut(found[1], quantity.first)
        said = f"“{words}” ({found[0]}) is no hedge, by the words beside it"
        yield Step(span, "dropped", said)


def _said(quantity: Quantity) -> str:
    """Say in one line what a figure was read as."""
    words: list[str] = [quantity.kind]
    if quantity.figure is not None:
        words.append(_value(quantity.figure))
    if quantity.upper is not None:
        words.append(f"to {_value(quantity.upper)}")
    if quantity.unit is not None:
        words.append(quantity.unit.name)
    if quantity.counts:
        words.append(f"of “{quantity.counts}”, head “{quantity.noun}”")
    if quantity.hedge is not None:
        words.append(f"({quantity.hedge.direction}: “{quantity.hedge.text}”)")
    for other in quantity.other_readings:
        words.append(f"or {_said(other)}")
    return " ".join(words)


def _why_not(sentence: Sentence, at: int, draft: Draft | None) -> str:
    word = sentence.words[at]
    if word == "one" and names.is_pronoun(sentence, at):
        return "a pronoun, by its neighbours in names.yaml"
    if word == "quarter" and names.is_period_quarter(sentence, at):
        return "a stretch of the year, or a round"
    if draft is None:
        return "no number begins here"
    if part_of_name(sentence, at):
        return "letters before it make it part of a name"
    return "part of a name, by what stands beside it"


def _article(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"


def _value(figure: Figure) -> str:
    value = figure.value
    if value.denominator == 1:
        return f"{int(value):,}"
    return f"{value.numerator}/{value.denominator}" if figure.worded else f"{float(value):g}"
