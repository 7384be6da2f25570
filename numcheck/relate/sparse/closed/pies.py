"""Shares of one whole, the last of them what is left."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.interval import Interval
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.percents.leftovers import otherwise
from numcheck.relate.percents.pies import base
from numcheck.relate.shares.worded import FRACTIONS, in_percent
from numcheck.relate.sparse.closed.claims import TABLE, left_of
from numcheck.relate.sparse.window import Window, is_plain
from numcheck.relate.sums.terms.ties import overlaps
from numcheck.relate.wording import cue, is_quoted

_MOST = 6
_MADE = frozenset({"make", "makes", "made", "making"})
_PAUSES = frozenset({",", ":", ";", "–", "—"})
_NEAR = Interval(75, 130)
_ALL = Interval(97, 103)  # give or take roundings


def find(window: Window) -> Iterator[Relation]:
    """Yield "Half the shares are the founder's, funds have 35% and staff the rest, 25%"."""
    shares = [one for one in in_percent(window.sentence) if one.kind == "percent"]
    if not 1 < len(shares) <= _MOST or any(one.hedge or not is_plain(one) for one in shares):
        return
    strangers = [one for one in window.own if one.kind not in ("percent", "ratio")]
    among = [one for one in strangers if not _aside(window, one, shares)]
    if any(one.value != 1 for one in among) or _unread(window, shares):
        return
    rest = next((one for one in reversed(shares) if left_of(window.sentence, one)), None)
    if rest is None or overlaps(window.sentence) or _doubted(window):
        return
    if len({base(window.sentence, one) for one in shares} - {""}) > 1:
        return
    if strangers and base(window.sentence, rest):
        return  # "Of 2,300 asked, 48% said red and 23% blue, the other 6% of the women green"
    total = Interval.point(0)
    for one in shares:
        total = total + one.reading()
    parts = [one for one in shares if one is not rest]
    if total.meets(_ALL) or not total.meets(_NEAR) or otherwise([*parts, rest]):
        return
    yield Relation(
        "full",
        {"shares": (*parts, rest)},
        cue(window.sentence, rest.first, rest.last),
        quoted=is_quoted(window.sentence, *shares),
    )


def _aside(window: Window, one: Quantity, shares: list[Quantity]) -> bool:
    """Say whether a figure is of another matter: "…, the other 5% in cash; 41,300 draw on it"."""
    if one.first > shares[-1].last:
        return one.kind == "money" or ";" in window.words[shares[-1].last : one.first]
    between = window.words[one.last : shares[0].first]
    return one.last <= shares[0].first and not _PAUSES.isdisjoint(between)


def _unread(window: Window, shares: list[Quantity]) -> bool:
    """Say whether a fraction stands where no figure was read."""
    read = {at for one in shares for at in range(one.first, one.last)}
    return any(word in FRACTIONS and at not in read for at, word in enumerate(window.words))


def _doubted(window: Window) -> bool:
    words = window.words
    hits = lexicon.phrases(TABLE, "not_shared").all(words)
    if window.says("not_a_pie") or any(
        words[hit.first] != "up" or words[hit.first - 1] not in _MADE for hit in hits
    ):
        return True
    return sum(one.kind in ("year", "date") for one in window.told) > 1
