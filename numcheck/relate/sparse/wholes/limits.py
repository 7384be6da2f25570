"""A bound, and the one figure that was counted."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.bounds.limits import SIDES, bound, in_each
from numcheck.relate.sparse.window import TABLE, Window, is_plain
from numcheck.relate.wording import closes, opens

_KINDS = frozenset({"count", "number", "money", "measure"})
_TIMES = frozenset({"date", "year", "time"})
_COUNTS = frozenset({"count", "tally", "reckoning", "clicker", "clickers", "headcount"})
_BEHIND = 6  # words after a figure that may say who counted: "460 by the council's own count"


def find(window: Window) -> Iterator[Relation]:
    """Yield "Fewer than 200 are left, 236 as of Monday", "at least 60, finishing with 58"."""
    own = [one for one in window.own if window.lead(one, 1) != ["by"]]  # "460 by one count"
    if len(own) == 2:
        limit, figure, where = own[0], own[1], window.sentence
    elif len(own) == 1 and window.near is not None and len(window.before_amounts()) == 1:
        limit, figure, where = window.before_amounts()[0], own[0], window.near
    else:
        return
    if limit.hedge is None or limit.hedge.direction not in SIDES or in_each(where, limit):
        return
    if not _same(limit, figure) or not _told(window, limit, figure):
        return
    if _doubted(where, limit) or (where is not window.sentence and _doubted(window.sentence)):
        return
    yield bound(where, limit, window.sentence, figure)


def _same(limit: Quantity, figure: Quantity) -> bool:
    """Say whether a bare figure can be the one that was bounded."""
    if limit.kind not in _KINDS or figure.kind not in _KINDS or figure.hedge is not None:
        return False
    if not is_plain(limit) or not is_plain(figure):
        return False
    if (limit.unit and limit.unit.name) != (figure.unit and figure.unit.name):
        return False
    names = lexicon.words(TABLE, "tally_nouns")
    if figure.noun is not None and figure.noun != limit.noun and figure.noun not in names:
        return False
    bounded, counted = limit.reading(hedged=False), figure.reading()
    apart = counted.scale(2).below(bounded), bounded.scale(2).below(counted)
    return True not in apart  # a bound of 5,000 is on no more than 10,000


def _told(window: Window, limit: Quantity, figure: Quantity) -> bool:
    """Say whether words before or behind a figure say that it was counted in the end."""
    sentence, words = window.sentence, window.words
    start = closes(sentence, limit) if limit.sentence == sentence.index else 0
    first, last = opens(sentence, figure), closes(sentence, figure)
    if any(one.kind in _TIMES and start <= one.first < first for one in window.told):
        return False
    days = lexicon.words("cues/sums", "days")
    if not days.isdisjoint(words[start:first]) or words[last : last + 1] == ["for"]:
        return False  # "on Tuesday the figure was 31"
    led = lexicon.phrases(TABLE, "tallied_before").ending(words, first)
    if led is not None and led[1] >= start:
        return True
    if start and words[first - 1] not in (",", ":", ";", "–", "—", "("):
        return False
    behind = words[last : last + _BEHIND]
    counted = behind[:1] == ["by"] and not _COUNTS.isdisjoint(behind)
    return counted or lexicon.phrases(TABLE, "tallied").at(words, last) is not None


def _doubted(sentence: Sentence, limit: Quantity | None = None) -> bool:
    """Say whether a sentence speaks of a part, an aim, another day or another source."""
    words = sentence.words
    if limit is not None:
        claims = lexicon.words("cues/sums", "claims")
        if not claims.isdisjoint(words[: opens(sentence, limit)]):
            return True  # "police said fewer than 100 came; organisers counted 130"
        words = words[: opens(sentence, limit)] + words[limit.last :]
    return (
        lexicon.phrases(TABLE, "not_bounded").find(words) is not None
        or lexicon.phrases("cues/bounds", "elsewhere").find(words) is not None
    )
