"""A whole, and in the next sentence its parts and the rest."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.sparse.closed.claims import left_of
from numcheck.relate.sparse.wholes.sums import alike, reaches, total
from numcheck.relate.sparse.window import Window, is_count, wide
from numcheck.relate.sums.terms.kin import kin
from numcheck.relate.sums.terms.ties import overlaps, tie
from numcheck.relate.wording import closes, opens

_REST = frozenset({"other", "remaining", "rest", "remainder", "others"})
_LEFT = _REST | {"leaving", "leaves", "left"}
_ONES = frozenset({None, "one", "day"})
_BEHIND = 3  # words behind the rest that say what it is: "nine dry ones"
_GOES_ON = frozenset({"with", "and", "who", "which", "that", "of", "in", "to", "or", "than"})
_LEADS = frozenset({"the", "of", "all"})
_OPENING = 2  # words before the rest, at the opening of its sentence
_TERMS = 3
_FEW = 6  # figures of which one can be said to be the rest


def find(window: Window) -> Iterator[Relation]:
    """Yield "We served 940. There were 415 in Leeds and 365 in York; Hull had the other 180"."""
    if not _LEFT.isdisjoint(window.vocabulary):
        yield from _of_them(window)
    if _REST.isdisjoint(window.vocabulary) or not 1 < len(window.own) + bool(window.near) <= _FEW:
        return
    if len(window.own) == 1 and window.near is not None:
        yield from _others(window, window.near, window.own[0])
        return
    rest = window.own[-1]
    lead = window.lead(rest, 3)
    if not lead or lead[-1] not in _REST or _LEADS.isdisjoint(lead[:-1]):
        return
    before = window.before_amounts()
    if len(before) == 1 and window.near is not None:
        whole, parts = before[0], window.own
    else:
        whole, parts = window.own[0], window.own[1:]
    if overlaps(window.sentence) or window.both_say("not_a_whole") or not _fits(whole, parts):
        return
    if not reaches(rest, [whole, *parts[:-1]]):
        first = opens(window.sentence, rest)
        yield tie("split", window.sentence, whole, tuple(parts), first - 1, first)


def _of_them(window: Window) -> Iterator[Relation]:
    """Yield "rain fell on 19 of the 30 days in June, leaving only nine dry ones"."""
    figures = [*window.before_amounts(), *window.own] if len(window.own) == 1 else window.own
    rest = figures[-1] if len(figures) == _TERMS else None
    if rest is None or rest.noun == "point" or not left_of(window.sentence, rest):
        return
    home = window.near if len(window.own) == 1 and window.near is not None else window.sentence
    part, whole = sorted(figures[:-1], key=lambda one: wide(one).low or 0)
    if not _taken(home, part, whole) or overlaps(home) or window.both_say("not_a_whole_then"):
        return
    if whole.unit is not None and whole.unit.dimension == "time":
        whole = replace(whole, kind="count", noun=whole.unit.name, unit=None, units=())
    if not all(is_count(one) and one.hedge is None for one in (part, whole, rest)):
        return
    if whole.noun is None or part.noun is not None or rest.noun not in {*_ONES, whole.noun}:
        return
    last = closes(window.sentence, rest)
    ends = [at for at in range(last, last + _BEHIND + 1) if window.ends_at(at)]
    if not ends or not _GOES_ON.isdisjoint(window.words[last : ends[0]]):
        return
    near = total([part, rest])
    apart = near.scale(Fraction(3, 4)), near.scale(Fraction(4, 3))
    meant = apart[0].below(wide(whole)) is True and wide(whole).below(apart[1]) is True
    if meant and not near.meets(wide(whole)) and not reaches(rest, [whole, part]):
        first = opens(window.sentence, rest)
        yield tie("split", window.sentence, whole, (part, rest), first - 1, first)


def _taken(sentence: Sentence, part: Quantity, whole: Quantity) -> bool:
    """Say whether one figure is taken of another: "19 of the 30", "of June's 30 days 19"."""
    words = sentence.words
    if whole.first < part.first:
        lead = words[max(0, opens(sentence, whole) - 3) : opens(sentence, whole)]
        return "of" in lead and not {",", "and"} & set(lead) and words[part.last] != "of"
    between = words[closes(sentence, part) : opens(sentence, whole)]
    of = between[:1] == ["of"] or between[:2] == ["out", "of"]
    return of and len(between) <= 4 and "," not in between


def _others(window: Window, near: Sentence, rest: Quantity) -> Iterator[Relation]:
    """Yield "Twelve ships were hit, five of them in port. The other six were at sea"."""
    whole, *parts = near.amounts or [rest]
    if not parts or opens(window.sentence, rest) > _OPENING or rest.hedge is not None:
        return
    if window.lead(rest, 2) not in (["the", "other"], ["the", "remaining"]):
        return
    of_them = lexicon.phrases("cues/sums", "behind").at(near.words, closes(near, parts[0]))
    if of_them is None or overlaps(near) or overlaps(window.sentence):
        return
    if window.both_say("not_a_whole_then") or any(part.noun for part in parts):
        return
    if rest.noun not in (None, whole.noun) or len(parts) + 1 > _FEW:
        return
    if _fits(whole, [*parts, rest]) and not reaches(rest, [whole, *parts]):
        first = opens(window.sentence, rest)
        yield tie("split", window.sentence, whole, (*parts, rest), first - 1, first)


def _fits(whole: Quantity, parts: list[Quantity]) -> bool:
    """Say whether figures count what their whole does, and come near it."""
    if len(parts) < 2 or not alike([whole, *parts]) or not all(kin(whole, one) for one in parts):
        return False
    if whole.noun is None and whole.unit is None:
        return False
    if any(one.noun not in (None, whole.noun) and one is not parts[-1] for one in parts):
        return False
    if any(wide(one).below(wide(whole)) is not True for one in parts):
        return False
    value, worked = wide(whole), total(parts)
    return True not in (worked.scale(2).below(value), value.scale(2).below(worked))
