"""Points up or down, behind the two percentages they are of."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.interval import Interval
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.changes.frame import read
from numcheck.relate.changes.frame.scene import Claim
from numcheck.relate.changes.readings import rounded
from numcheck.relate.sparse.window import TABLE, Window, divided, fits, is_plain, wide
from numcheck.relate.wording import is_quoted, opens

_POINTS = frozenset({"point", "points"})
_MARKS = frozenset({",", "–", "—", "(", ":"})
_WALLS = frozenset("while whereas ; though although rival rivals against rose fell grew".split())
_ANOTHER = frozenset("and while whereas but ; with or than among for to".split())
_GOES_ON = frozenset({"it", "that", "this"})
_COMPARED = (["compared", "with"], ["compared", "to"], ["down", "from"], ["up", "from"])
_COUNTED = frozenset({"percent", "points", "count", "number"})
_NEAR = 4  # words from a percentage to the year that it is of
_FAR = 24  # words from a percentage to "compared with" an earlier one


def find(window: Window) -> Iterator[Relation]:
    """Yield "at 58% in the spring, is 51% in the latest survey, down 11 points"."""
    yield from _relative(window)
    if _POINTS.isdisjoint(window.sentence.vocabulary):
        return
    percents = [one for one in window.own if one.kind == "percent"]
    if len(percents) == 1:
        yield from _over_two(window, percents[0])
    if len(percents) != 2 or not all(is_plain(one) and one.hedge is None for one in percents):
        return
    old, new = percents
    claim = _claim(window, new)
    if claim is None or not _of_one_thing(window, old, new):
        return
    if window.both_say("other_levels") or window.both_say("terms"):
        return
    if fits(claim.figure, [wide(old) - wide(new), wide(new) - wide(old)]):
        return
    yield Relation(
        "difference",
        {"one": rounded(new, old), "other": rounded(old, new), "by": claim.figure},
        window.sentence.span_of(claim.first, claim.last),
        strict=True,
        quoted=is_quoted(window.sentence, claim.figure),
    )


def _over_two(window: Window, new: Quantity) -> Iterator[Relation]:
    """Yield "Support was 38% in March. It is now 45%, a rise of nine points"."""
    words, old = window.words, [one for one in window.before_amounts() if one.kind == "percent"]
    claim = _claim(window, new)
    if claim is None or len(old) != 1 or len(window.before_amounts()) > 2 or window.near is None:
        return
    told = lexicon.words(TABLE, "it_is_now")
    plain = all(is_plain(one) and one.hedge is None for one in (*old, new))
    led = words[: opens(window.sentence, new)]
    if not plain or _GOES_ON.isdisjoint(led[:3]) or not told.issuperset(led):
        return
    near = window.near.words
    if (
        "since" in words[new.last :]
        or _placed(window.sentence, new)
        or _placed(window.near, old[0])
    ):
        return
    after = near[old[0].last :]
    clear = after[:1] != ["of"] and _ANOTHER.isdisjoint(after)
    if not clear or window.both_say("other_levels") or window.both_say("terms"):
        return
    if not fits(claim.figure, [wide(old[0]) - wide(new), wide(new) - wide(old[0])]):
        yield Relation(
            "difference",
            {"one": rounded(new, old[0]), "other": rounded(old[0], new), "by": claim.figure},
            window.sentence.span_of(claim.first, claim.last),
            strict=True,
            quoted=is_quoted(window.sentence, claim.figure),
        )


def _placed(sentence: Sentence, one: Quantity) -> bool:
    """Say whether a percentage is that of a place: "38% in Hull", not "38% in March"."""
    after, raw = sentence.words[one.last :], sentence.raw[one.last :]
    if len(after) < 3 or after[0] not in ("in", "at", "across"):
        return False
    return raw[1][:1].isupper() and after[1] not in lexicon.words(TABLE, "earlier_times")


def _relative(window: Window) -> Iterator[Relation]:
    """Yield "slid from 32% to 24%, down eight points, or 8% in relative terms"."""
    hit = lexicon.phrases("cues/changes", "relatively").find(window.words)
    percents = [one for one in window.own if one.kind == "percent"]
    if hit is None or len(percents) != 3 or not all(is_plain(one) for one in percents):
        return
    old, new, stated = percents
    behind = hit.first == stated.last and window.ends_at(hit.last)
    ahead = new.last <= hit.first and 0 <= opens(window.sentence, stated) - hit.last <= 4
    if not (behind or (ahead and window.ends_after(stated))):
        return
    between = window.words[old.last : opens(window.sentence, new)]
    moved = between == ["to"] and window.lead(old, 1) == ["from"]
    after = window.words[new.last : opens(window.sentence, stated)]
    if len(after) > 10 or not (_WALLS | {"as", "and", "but", "with"}).isdisjoint(after):
        return
    if not moved or window.says("terms") or wide(old).meets(wide(new)):
        return
    a, b, one = wide(old), wide(new), Interval.point(1)
    grown, shrunk = divided(b, a), divided(a, b)
    if not fits(stated, [grown - one, one - grown, shrunk - one, grown]):
        roles = {"old": rounded(old, new), "new": rounded(new, old), "percent": stated}
        quoted = is_quoted(window.sentence, stated)
        yield Relation("change", roles, stated.whole_span, strict=True, quoted=quoted)


def _claim(window: Window, new: Quantity) -> Claim | None:
    """Return the one change in points, where it is set off behind the newer percentage."""
    claims = [one for one in read(window.sentence).claims if one.kind == "points"]
    if len(claims) != 1 or not claims[0].sign or claims[0].first < new.last:
        return None
    claim = claims[0]
    between = window.words[new.last : claim.first]
    mark = next((at for at in range(len(between) - 1, -1, -1) if between[at] in _MARKS), -1)
    into = lexicon.words(TABLE, "into_points")
    led = mark >= 0 and all(word in into for word in between[mark + 1 :])
    aside = between[:mark] if led else []
    near = len(aside) < 7 and not any(word in _ANOTHER or word == "," for word in aside)
    whole = lexicon.phrases(TABLE, "in_all").at(window.words, claim.last)
    ended = window.ends_at(whole[1] if whole else claim.last)
    return claim if led and near and ended else None


def _of_then(window: Window, old: Quantity) -> bool:
    """Say whether a time is told right behind a percentage: "52% in July", "51% a year ago"."""
    after = range(old.last, old.last + _NEAR)
    if any(one.kind in ("year", "date") and one.first in after for one in window.told):
        return True
    return not lexicon.words(TABLE, "earlier_times").isdisjoint(window.words[old.last : after[-1]])


def _of_one_thing(window: Window, old: Quantity, new: Quantity) -> bool:
    """Say whether time alone tells two percentages apart: "58% in the spring, is 51%"."""
    between = window.words[old.last : new.first]
    if between[-2:] in _COMPARED and _COUNTED.issuperset(one.kind for one in window.own):
        # "stood at 47% in the poll of 1,105 adults taken Oct. 3-6, compared with 52% in July"
        clear = _ANOTHER.isdisjoint(between[:-2]) and len(between) <= _FAR
        return clear and _of_then(window, new)
    if not _ANOTHER.isdisjoint(between) or len(between) > 12:
        return False
    around = window.words[max(0, old.first - 6) : new.last + 6]
    return lexicon.phrases(TABLE, "then_and_now").find(around) is not None
