"""A share said in the next sentence: "That's 75%"."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.sparse.window import (
    TABLE,
    Window,
    divided,
    fits,
    is_count,
    is_plain,
    share_of,
    wide,
)
from numcheck.relate.wording import closes, opens

_QUOTES = frozenset({"“", '"', "‘", "'"})
_OPENING = (["that's"], ["that", "is"], ["this", "is"], ["it's"], ["that", "makes"], ["or"])
_SOFT = frozenset({"just", "only", "barely", "exactly", "now", "already"})
_OWN = frozenset("the our its their his her my these those all".split())
_MOST = 8  # words between a part and the whole that follows it


def find(window: Window) -> Iterator[Relation]:
    """Yield "Of our 320 staff, 240 have had the shot. That's 60%, and it isn't enough"."""
    near, before = window.near, window.before_amounts()
    if near is None or len(window.own) != 1 or len(before) != 2:
        return
    percent = window.own[0]
    if percent.kind != "percent" or not is_plain(percent) or not _opens(window, percent):
        return
    pair = _pair(window, *before)
    if pair is None or window.both_say("other_base"):
        return
    if not window.ends_at(_end(window, percent, pair[1])):
        return
    part, whole = wide(pair[0]), wide(pair[1])
    if not part.below(whole) or fits(percent, [divided(part, whole), divided(whole - part, whole)]):
        return
    yield share_of(window, *pair, percent)


def _opens(window: Window, percent: Quantity) -> bool:
    """Say whether a sentence begins "That's 60%", its quotation mark and "only" apart."""
    lead = window.words[: opens(window.sentence, percent)]
    lead = lead[bool(lead) and lead[0] in _QUOTES :]
    return [word for word in lead if word not in _SOFT] in _OPENING


def _end(window: Window, percent: Quantity, whole: Quantity) -> int:
    """Return where a percentage ends, with the whole that it names again: "of the staff"."""
    words, at = window.words, closes(window.sentence, percent)
    if words[at : at + 2] == ["of", "them"]:
        return at + 2
    if words[at : at + 2] != ["of", "the"] or at + 2 >= len(words):
        return at
    named = lexicon.singular(words[at + 2]) in ("total", whole.noun, *whole.modifiers)
    return at + 3 if named else at


def _pair(window: Window, first: Quantity, second: Quantity) -> tuple[Quantity, Quantity] | None:
    """Return the part and the whole: "Of our 320 members, 240", "240 of the 320 members"."""
    near = window.near
    assert near is not None
    if not (is_count(first) and is_count(second)) or first.hedge or second.hedge:
        return None
    if lexicon.phrases(TABLE, "not_a_whole").find(near.words) is not None:
        return None
    lead = near.words[: first.first]
    lead = lead[bool(lead) and lead[0] in _QUOTES :]
    gap = near.words[closes(near, first) : opens(near, second)]
    if lead[:1] == ["of"] and len(lead) == 2 and lead[1] in _OWN:
        same = second.noun in (None, first.noun)
        return (second, first) if same and gap == [","] else None
    plain = len(gap) <= _MOST and gap[-2:-1] == ["of"] and gap[-1] in _OWN
    alone = plain and first.noun in (None, second.noun) and "," not in gap
    return (first, second) if alone else None
