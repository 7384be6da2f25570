"""The way that the only two figures of a sentence go."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.changes.directions import of_places
from numcheck.relate.changes.frame import read
from numcheck.relate.changes.frame.moves import CUES, Move, moves_in
from numcheck.relate.changes.pairing.pairs import pairs_in
from numcheck.relate.changes.readings import exactly
from numcheck.relate.sparse.levels import is_like
from numcheck.relate.sparse.window import Window, wide
from numcheck.relate.wording import closes, is_quoted, opens, worded

TABLE = "cues/alone"
_LEADS = frozenset({"at", "of", "for", ",", "as", "with", "on"})
_NEAR = 7
_FARTHEST = 16


def find(window: Window) -> Iterator[Relation]:
    """Yield "from 71p, at which they had begun, a rally carried the shares to 64p"."""
    if len(window.own) != 2 or not is_like(*window.own) or window.own[0].kind == "duration":
        return
    move = _move(window)
    end = max(window.own[1].last + 2, move.last if move is not None else 0)
    if lexicon.phrases(TABLE, "not_a_way").find(window.words, 0, end) is not None:
        return
    pair = _ends(window)
    if move is None or pair is None or _known(window) or of_places(window.words, *pair):
        return
    old, new = (exactly(one) for one in pair)
    if (wide(new) - wide(old)).low == 0:
        return
    risen = wide(old).below(wide(new))
    if risen == (move.sign > 0):
        return
    yield Relation(
        "rising" if move.sign > 0 else "falling",
        {"said": worded(window.sentence, move.first, move.last), "old": old, "new": new},
        window.sentence.span_of(move.first, move.last),
        strict=True,
        quoted=is_quoted(window.sentence, *pair),
    )


def _known(window: Window) -> bool:
    """Say whether the figures are places in an order, or a pair whose way is looked at as such."""
    bare = all(one.unit is None and one.noun is None for one in window.own)
    if bare and lexicon.phrases(CUES, "ranks").find(window.words) is not None:
        return True
    return any(pair.move is not None for pair in pairs_in(read(window.sentence)))


def _move(window: Window) -> Move | None:
    """Return the one word that goes a way, where no other goes another."""
    signed = [move for move in moves_in(window.words) if move.sign]
    more = lexicon.phrases(TABLE, "ways").all(window.words)
    signed += [Move(1 if hit.name == "up" else -1, hit.first, hit.last) for hit in more]
    return signed[0] if len({move.sign for move in signed}) == 1 else None


def _ends(window: Window) -> tuple[Quantity, Quantity] | None:
    """Return where something began and where it ended, if the words say so of both figures."""
    one, other = window.own
    if window.words[one.last : opens(window.sentence, other)] and (
        other.first - one.last > _FARTHEST
    ):
        return None
    sides = [_side(window, figure) for figure in (one, other)]
    if sides == ["old", "new"]:
        return one, other
    if sides == ["new", "old"]:
        return other, one
    return None


def _side(window: Window, figure: Quantity) -> str | None:
    """Return whether something began or ended at a figure."""
    words, at = window.words, opens(window.sentence, figure)
    last = closes(window.sentence, figure)
    if at and (words[at - 1] == "from" or (words[at - 1] == "of" and "from" in words[at - 4 : at])):
        return "old"  # "From a high of 412p"
    later = next((one.first for one in window.own if one.first > figure.first), len(words))
    earlier = next((one.last for one in reversed(window.own) if one.last <= at), 0)
    found = []
    for key, ends in (("old", "old_end"), ("new", "new_end")):
        begun = lexicon.phrases(TABLE, ends)
        ahead = begun.all(words, max(earlier, at - _NEAR), at)
        if ahead and (ahead[-1].last == at or words[at - 1] in _LEADS):
            found.append((at - ahead[-1].last, key))
        behind = begun.find(words, last, min(later, last + _NEAR))
        if behind is not None and words[at - 1] == "at":
            found.append((behind.first - last, key))
    if found:
        return min(found)[1]
    if words[at - 1 : at] == ["to"] and at:
        return "new"
    return None
