"""Which of two figures is the older, by tense, month and time."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from numcheck.lexicon.words import phrases, words
from numcheck.relate.changes.frame.moves import CUES
from numcheck.relate.changes.frame.scene import Level, Scene
from numcheck.relate.wording import closes, opens

_MONTHS = (
    "january february march april may june july august september october november december"
).split()
_STAGES = {"older": -2, "old": -1, "new": 1, "newer": 2}
_BACKWARD = frozenset({"having", "had", "originally"})
_BASES = frozenset("from on than over compared against since versus for".split())
_BREAKS = frozenset({",", ";", ":", ".", "–", "—", ")", "(", "to", "at", "and", "but"})
_TAKING = frozenset(", – taking bringing leaving pushing putting lifting sending".split())
# "rose 1% in May, taking the average to £291,000, from £281,000 a year earlier"
_SPELLS = dict.fromkeys(("year", "decade"), "year")
_SPELLS |= dict.fromkeys(("month", *_MONTHS), "month") | {"quarter": "quarter", "week": "week"}
_SPELLS |= dict.fromkeys("day yesterday monday tuesday wednesday thursday friday".split(), "day")
_AFTER = frozenset({"after", "having", "where", "which", "when"})
_BEEN = frozenset(
    """being having been had was were starting opening beginning standing costing selling averaging
    buying paying""".split()
)
_FAR = 9  # words before a figure in which its tense may stand


def in_order(before: str, after: str) -> bool:
    """Say whether two times are an earlier and a later one: past and now, 2019 and 2023."""
    if before.isdigit() and after.isdigit():
        return int(before) < int(after)
    return after == "now" and (before == "past" or before.isdigit())


def dated(scene: Scene, level: Level) -> bool:
    """Say whether words of time follow a figure: "287,000 in April"."""
    return level.last > closes(scene.sentence, level.figure)


def older(scene: Scene, left: Level, right: Level) -> Level | None:
    """Return the older of two figures, where the words say which that is."""
    one, other = left.when, right.when
    if in_order(one, other):
        return left
    if in_order(other, one):
        return right
    if one.isdigit() and other.isdigit():
        return None
    if right.mark == "from" or _gone_back(scene, left, right):
        return right  # "It cost 90p, from 75p"
    if (first := _traded(scene, left, right)) is not None:
        return first
    stages = _stage(scene, left, 0), _stage(scene, right, left.figure.last)
    if stages[0] != stages[1]:
        return left if stages[0] < stages[1] else right
    return _by_month(scene, left, right)


def _gone_back(scene: Scene, left: Level, right: Level) -> bool:
    """Say whether the second figure is put before the first: "after being bought for £15m"."""
    between = scene.words[left.figure.last : opens(scene.sentence, right.figure)]
    return any(one in _AFTER and other in _BEEN for one, other in pairwise(between))


def _traded(scene: Scene, left: Level, right: Level) -> Level | None:
    """Return what was paid, of what was paid and what it went for: "bought for £15m, was sold"."""
    between = scene.words[left.figure.last : opens(scene.sentence, right.figure)]
    trades, at = phrases(CUES, "trades"), opens(scene.sentence, left.figure)
    paid = trades.all(scene.words, max(0, at - _FAR), at)
    got = trades.all(between, max(0, len(between) - _FAR))
    if not paid or not got or paid[-1].name == got[-1].name:
        return None
    if paid[-1].name == "sold":
        # "sold for £61m, having been bought for £15m"; "sold for £61m and bought back for £15m"
        return None if _BACKWARD.isdisjoint(between) else right
    return left if _BACKWARD.isdisjoint(between) else None


def told_apart(scene: Scene, left: Level, right: Level) -> bool:
    """Say whether each of two figures has a time of its own: "45 in May and 38 in June"."""
    if older(scene, left, right) is not None:
        return True
    one, other = (
        scene.words[closes(scene.sentence, level.figure) : level.last] for level in (left, right)
    )
    return bool(one) and bool(other) and one != other


def gapped(scene: Scene, left: Level, right: Level) -> bool:
    """Say whether one verb has two figures, of no time: "is £24 on the day but £19 online"."""
    if any(level.when or dated(scene, level) for level in (left, right)):
        return False
    end = opens(scene.sentence, right.figure)
    return phrases(CUES, "tenses").find(scene.words, left.figure.last, end) is None


def _stage(scene: Scene, level: Level, first: int) -> int:
    """Return how far back the words around a figure put it: "had been", "was", "is now"."""
    after = scene.words[level.figure.last : level.last]
    if level.when == "now" or "by" in after:  # "600 by 2030"
        return 2
    at = opens(scene.sentence, level.figure)
    begin = max(first, at - _FAR)
    found = phrases(CUES, "tenses").all(scene.words, begin, at)
    if level.when == "past" or level.when.isdigit():
        return -2
    return _STAGES[found[-1].name] if found else 0


def _by_month(scene: Scene, left: Level, right: Level) -> Level | None:
    """Return the figure of the earlier month, of two that are near enough to be of one year."""
    months = []
    for level in (left, right):
        after = scene.words[level.figure.last : level.last]
        named = [word for word in after if word in _MONTHS]
        if len(named) != 1 or not words(CUES, "other_year").isdisjoint(after):
            return None
        months.append(_MONTHS.index(named[0]))
    if not 0 < abs(months[0] - months[1]) < 7:
        return None
    return left if months[0] < months[1] else right


def seen_after(scene: Scene, level: Level) -> bool:
    """Say whether a wait is told by when it ends: "seen after 52 minutes, down from 47"."""
    timed = level.figure.kind == "duration" and scene.words[level.first] == "after"
    return timed and level.figure.first - level.first <= 2


def other_spell(claimed: Sequence[str], told: Sequence[str], apart: bool = False) -> bool:
    """Say whether a change is since another time than a figure: "up 2% from April", "a year ago".

    `claimed` are the words behind the change, `told` those around the older figure, which may be
    `apart` in another sentence: "It rose 1.2% in April" is then no more than that.
    """
    if not claimed or claimed[0] not in _BASES | {"in"}:
        return False
    end = next((p for p in range(1, len(claimed)) if claimed[p] in _BREAKS), len(claimed))
    if claimed[0] == "in" and not apart and not _TAKING.issuperset(claimed[end : end + 2]):
        return False  # "rose 12% in May to £280m, from £240m a year earlier"
    base, own = _spell(claimed[1 : min(end, 6)]), _spell(told)
    return bool(base) and bool(own) and base != own


def moved_since(scene: Scene, at: int, stop: int, told: Sequence[str]) -> bool:
    """Say whether a word of movement that ends at a place is since another time than a figure.

    "Exports fell on the month to $105m, from $92m a year ago": that they grew in a year is no slip.
    """
    words = scene.words
    return any(
        words[place] in _BASES and other_spell(words[place:stop], told)
        for place in range(at, min(stop, at + 9))
    )


def _spell(said: Sequence[str]) -> str:
    """Return how long ago words put something: year, month, week …; nothing where unsaid."""
    if any(word.isdigit() and len(word) == 4 and word[:2] in ("19", "20") for word in said):
        return "year"
    if "months" in said and not {"12", "twelve"}.isdisjoint(said):
        return "year"
    found = [_SPELLS.get(word.removesuffix("'s").removesuffix("s"), "") for word in said]
    # "in July last year" is a year ago
    return "year" if "year" in found else next(filter(None, found), "")
