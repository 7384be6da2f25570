"""The finished quantity: kind, unit, noun, age and hedge put together."""

from __future__ import annotations

from typing import Any

from numcheck.extract.amounts import Draft
from numcheck.extract.around import hedges, nouns
from numcheck.extract.around.ages import aged, old_after
from numcheck.extract.numbers.tables import hyphen_at
from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Figure, Kind, Quantity
from numcheck.model.unit import Unit
from numcheck.record import replace

_DOZEN = 12


def finish(sentence: Sentence, draft: Draft, share: Draft | None = None) -> Quantity:
    """Turn a draft into a quantity, with its noun, age and hedge.

    `share` is a later figure whose unit or noun this one shares ("5 and 6 mg").
    """
    units, first, last = draft.units or (share.units if share else ()), draft.first, draft.last
    kind = _kind(draft, units)
    hedge = hedges.before(sentence, first, last, kind == "duration")
    after = last
    if draft.closed:
        hedge = None
    elif hedge is None and (behind := hedges.after(sentence, last)):
        hedge, after = behind
    counted = None
    if kind == "number" or kind == "ratio":
        counted = _counted(sentence, draft, share, after)
        if counted and kind == "number":
            kind = "count"
        if hedge and counted and counted.noun in lexicon.words("hedges", "courses"):
            hedge = hedges.before(sentence, first, last, lasting=draft.figure.value < 1000)
        if counted and hedge is None:
            hedge = hedges.after_noun(sentence, counted.last)
        if kind != "ratio" and (age := aged(sentence, draft, counted is not None)):
            kind, counted, (units, last) = "age", None, age
    elif kind == "duration" and (end := old_after(sentence, draft)):
        kind, last = "age", end
    quantity = Quantity(
        sentence.span_of(first, last), sentence.cut(first, last), kind, _counted_out(draft.figure),
        draft.upper and _counted_out(draft.upper),
        units[0] if units else None, units,
        counted.print if counted else None,
        counted.noun if counted else None,
        counted.modifiers if counted else (),
        hedge,
        share is not None and not draft.units,
        sentence.block.place, sentence.index, first, last,
        counted.last if counted else max(after, last),
        _parts(draft),
    )  # fmt: skip
    return _with_other(quantity, draft) if draft.other else quantity


def _counted_out(figure: Figure) -> Figure:
    """Take the dozen for what it comes to: nobody writes 2.17 dozen, or 14 for 14 dozen."""
    return replace(figure, scale=1, scale_text="") if figure.scale == _DOZEN else figure


def _counted(
    sentence: Sentence, draft: Draft, share: Draft | None, after: int
) -> nouns.Counted | None:
    if share is not None:
        hyphen = hyphen_at(sentence, share.last)
        return nouns.counted(sentence, share.last + hyphen, hyphen=hyphen)
    hyphen = hyphen_at(sentence, after)
    one = draft.upper is None and draft.figure.value == 1
    return nouns.counted(sentence, after + hyphen, one, draft.ratio, hyphen)


def _parts(draft: Draft) -> dict[str, Any]:
    measured = draft.measured
    return {"per": measured.per, "base": measured.base} if measured and measured.per else {}


def _with_other(quantity: Quantity, draft: Draft) -> Quantity:
    """Keep the other reading of "300m" beside the one that was chosen."""
    assert draft.other is not None
    figure, unit = draft.other
    kind: Kind = "measure" if unit else "number"
    other = replace(
        quantity, figure=figure, unit=unit, units=(unit,) if unit else (), kind=kind, counts=None,
        noun=None,
    )  # fmt: skip
    return replace(quantity, other_readings=(other,))


def _kind(draft: Draft, units: tuple[Unit, ...]) -> Kind:
    if draft.money:
        return "money"
    if not units:
        return "ratio" if draft.ratio else "number"
    return kind_of((draft.measured.base,) if draft.measured and draft.measured.base else units)


def kind_of(units: tuple[Unit, ...]) -> Kind:
    """Return the kind of a figure in these units."""
    if not units:
        return "number"
    base = units[0]
    if base.dimension == "time":
        return "duration"
    if base.dimension.startswith("money"):
        return "money"
    if base.name == "percent":
        return "percent"
    return "points" if base.dimension == "points" else "measure"
