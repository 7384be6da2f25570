"""A difference claimed of the only two figures it can be of."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from numcheck.lexicon import words as lexicon
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.changes.readings import exactly, rounded
from numcheck.relate.sparse.closed.balance import misprinted
from numcheck.relate.sparse.window import Window, fits, is_plain, wide
from numcheck.relate.wording import closes, is_quoted, opens

TABLE = "cues/alone"
_HALF = Fraction(1, 2)
_DRAWN = frozenset({"so", "saving", "which", "means", "meaning", ";"})
_BARE = frozenset({"number", "count", "age"})
_WHEN = frozenset({"when", "where", "while", "and", "but"})
_STILL = frozenset({"still", "yet", "another", "further"})
_EARLIER = frozenset({"last", "this", "yesterday", "weekend", "night"})
_WHEN_TOLD = frozenset({"year", "date"})
_FAR = 4


def find(window: Window) -> Iterator[Relation]:
    """Yield "12,410 votes to her rival's 11,980, with 530 to spare"."""
    own = [one for one in window.own if not _announces(one)]
    if len(own) < 3 or _doubted(window):
        return
    apart = [one for one in own if _balances(window, one)]
    if apart:
        own = _sums(window)  # "in the black, with 14 bills to come"
    if len(own) != 3:
        return
    apart = apart or [one for one in own if _is_apart(window, one)]
    if len(apart) != 1 or apart[0].hedge is not None:
        return
    by = apart[0]
    one, other = (figure for figure in own if figure is not by)
    if not _alike(one, other, by) or _at_another_time(window, by):
        return
    pair = [_plain(figure) for figure in (one, other, by)]
    one, other, by = (_unit_of(pair, figure) for figure in pair)
    if not all(is_plain(figure) for figure in (one, other, by)) or one.hedge or other.hedge:
        return
    a, b = wide(one), wide(other)
    if fits(by, [a - b, b - a, a + b]):
        return
    still = not _STILL.isdisjoint(window.words[max(0, by.first - 5) : by.last + 2])
    if still and not (_of_now(window) and misprinted(by, a - b if b.below(a) else b - a)):
        return  # "The fete raised £1,200 for the £75,000 lift, which still needs £20,000"
    yield Relation(
        "difference",
        {"one": rounded(one, other), "other": rounded(other, one), "by": by},
        by.whole_span,
        strict=True,
        quoted=is_quoted(window.sentence, by),
    )


def _doubted(window: Window) -> bool:
    """Say whether a word makes the figures of other things; not that of the difference itself."""
    told = lexicon.phrases(TABLE, "apart_before").all(window.words)
    told = [*told, *lexicon.phrases(TABLE, "apart_after").all(window.words)]
    inside = {at for hit in told for at in range(hit.first, hit.last)}
    return any(
        hit.first not in inside and window.words[hit.first : hit.first + 2] != ["will", "cost"]
        for hit in lexicon.phrases(TABLE, "not_apart").all(window.words)
    )


def _of_now(window: Window) -> bool:
    """Say whether nothing tells an earlier time: "raised £48,000 last year"."""
    if not _EARLIER.isdisjoint(window.words) or window.says("moments"):
        return False
    return _WHEN_TOLD.isdisjoint([one.kind for one in window.told])


def _announces(one: Quantity) -> bool:
    """Say whether a figure only counts the two that follow: "The two towers, one of 210 metres"."""
    return one.kind == "count" and one.text.lower() in ("two", "both") and one.noun is not None


def _balances(window: Window, one: Quantity) -> bool:
    """Say whether a sum is what is over when all is paid: "leaving it £640 in the red"."""
    if one.kind != "money" or any(other.first > one.first for other in _sums(window)):
        return False
    words, last = window.words, one.last
    hit = lexicon.phrases(TABLE, "balance_after").at(words, last)
    leads = lexicon.words(TABLE, "balance_before")
    if hit is None or leads.isdisjoint(window.lead(one, _FAR)) or not _sets_off(words, hit[1]):
        return False
    taken, spent = (lexicon.words(TABLE, key) for key in ("taken", "spent"))
    return not taken.isdisjoint(words[:last]) and not spent.isdisjoint(words[:last])


def _sets_off(words: list[str], at: int) -> bool:
    """Say whether nothing narrows what is over: not "in the red for the two years"."""
    return at >= len(words) or not words[at].isalpha() or words[at] in ("on", "with", "and")


def _sums(window: Window) -> list[Quantity]:
    return [one for one in window.own if one.kind == "money"]


def _is_apart(window: Window, one: Quantity) -> bool:
    """Say whether a figure is called a difference: "530 to spare", "the gap … is now £65"."""
    words, sentence = window.words, window.sentence
    first, last = opens(sentence, one), closes(sentence, one)
    if words[last : last + 2] == [",", "after"]:
        return False  # "leaves a gap of £1.2m, after £800,000 of savings"
    hit = lexicon.phrases(TABLE, "apart_after").at(words, last)
    if hit is not None and window.ends_at(hit[1]):
        return True
    if lexicon.phrases(TABLE, "apart_before").ending(words, first) is not None:
        return True
    if _saves(window, one):
        return True
    opened = lexicon.phrases(TABLE, "apart_opens").find(words, 0, 8)
    if opened is None or any(other.last > first for other in window.own if other is not one):
        return False
    lead = words[max(0, first - _FAR) : first]
    return lead[-1:] != ["by"] and not lexicon.words(TABLE, "apart_verbs").isdisjoint(lead)


def _saves(window: Window, one: Quantity) -> bool:
    """Say whether a figure is what the lesser of two saves: "so the train saves 25 minutes"."""
    words, first = window.words, opens(window.sentence, one)
    saved = lexicon.phrases(TABLE, "saves").ending(words, first)
    if saved is None or not window.ends_at(closes(window.sentence, one)) or one.parts.get("base"):
        return False
    told = [other for other in window.own if other.kind in (one.kind, "number")]
    before = [other for other in told if other.first < first]
    drawn = not _DRAWN.isdisjoint(words[max(0, saved[1] - _FAR) : saved[1] + 1])
    if not drawn or len(before) != 2 or one.kind not in ("money", "duration"):
        return False
    a, b = (wide(_unit_of([*before, one], other)) for other in before)
    apart = [near for near in (a - b, b - a) if near.low is not None and near.low > 0]
    return any(
        near.scale(_HALF).below(wide(one)) is True and wide(one).below(near.scale(2)) is True
        for near in apart
    )


def _at_another_time(window: Window, by: Quantity) -> bool:
    """Say whether a difference is of a year: "better than in 2019, when he had 20 to spare"."""
    dated = [one for one in window.told if one.kind in ("year", "date") and one.first < by.first]
    return bool(dated) and not _WHEN.isdisjoint(window.words[dated[0].first : by.first])


def _alike(one: Quantity, other: Quantity, by: Quantity) -> bool:
    units = {figure.unit.name for figure in (one, other, by) if figure.unit is not None}
    if len(units) > 1 and not all(figure.kind == "duration" for figure in (one, other, by)):
        return False  # "40 minutes by train and an hour and a quarter by bus"
    nouns = {figure.noun for figure in (one, other) if figure.noun is not None}
    if by.noun is not None and nouns and by.noun not in nouns:
        return len(nouns) == 1 and by.noun in lexicon.words(TABLE, "apart_nouns")
    kinds = {figure.kind for figure in (one, other, by)}
    if units and not kinds <= {"money", "measure", "duration", "number", "age"}:
        return False
    return len(nouns) < 2 and "percent" not in kinds and "ratio" not in kinds


def _plain(figure: Quantity) -> Quantity:
    """Take an age for the number that it is, and a bare number as printed."""
    if figure.kind == "age":
        figure = replace(figure, kind="number")
    return exactly(figure) if figure.unit is None else figure


def _unit_of(figures: list[Quantity], bare: Quantity) -> Quantity:
    """Give a bare figure the unit of the others: "one of 210 metres and the other 185"."""
    unit = next((one for one in figures if one.unit is not None), None)
    if unit is None or bare.unit is not None:
        return bare
    return replace(bare, kind=unit.kind, unit=unit.unit, units=unit.units)
