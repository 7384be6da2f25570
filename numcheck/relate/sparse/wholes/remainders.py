"""A whole, and in the next sentence its parts and the rest."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.sparse.wholes.sums import alike, reaches, total
from numcheck.relate.sparse.window import Window, wide
from numcheck.relate.sums.terms.kin import kin
from numcheck.relate.sums.terms.ties import overlaps, tie
from numcheck.relate.wording import closes, opens

_REST = frozenset({"other", "remaining", "rest", "remainder", "others"})
_LEADS = frozenset({"the", "of", "all"})
_OPENING = 2  # words before the rest, at the opening of its sentence
_FEW = 6  # figures of which one can be said to be the rest


def find(window: Window) -> Iterator[Relation]:
    """Yield "We served 940. There were 415 in Leeds and 365 in York; Hull had the other 180"."""
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
