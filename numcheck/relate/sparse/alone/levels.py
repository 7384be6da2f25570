"""A change claimed of the only two figures that can have changed."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.lexicon.units import unit_named
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.changes.frame import read
from numcheck.relate.changes.frame.claims import as_share
from numcheck.relate.changes.frame.moves import moves_in
from numcheck.relate.changes.frame.scene import Claim
from numcheck.relate.changes.pairing.moments import other_spell
from numcheck.relate.changes.readings import exactly, rounded
from numcheck.relate.sparse.levels import far_apart, is_like, reached
from numcheck.relate.sparse.window import Window, fits, is_plain, wide
from numcheck.relate.wording import closes, is_quoted, opens

TABLE = "cues/alone"
_MARKS = frozenset({",", "–", "—", ":", "(", ";"})
_SETS = frozenset({":", "–", "—", "("})
_NOW = frozenset({"now", "today"})
_SHARES = frozenset({"percent", "ratio", "points"})
_HARD = frozenset({"and", "but", "while", "whereas", "although", "though", "with", "plus", "nor"})
_ONE = frozenset({"a", "an", "one", "its", "his", "her", "typical", "some"})
_TURNED = frozenset({"being", "become", "becomes", "became", "becoming", "into", "replacing", "to"})
_EVERY = (["a"], ["per"], ["each"], ["every"], ["annually"], ["yearly"])
_MORE = (["more"], ["fewer"], ["less"])
_ELSEWHERE = frozenset({"on", "in", "from", "at", "by", "for"})
_SIZE = frozenset("number numbers size total value price length weight income budget".split())
_FAR = 9
_LONG = 12


def find(window: Window) -> Iterator[Relation]:
    """Yield "fares of £20 have become fares of £25, an increase of 40%", in any order."""
    if len(_figures(window)) != 3:
        return
    for claim in _claims(window):
        if claim.figure.hedge is not None and claim.figure.kind == "ratio":
            continue
        levels = _levels(window, claim)
        if levels is None or _doubted(window, claim) or not _linked(window, claim, levels):
            continue
        relation = _relation(window, claim, *levels)
        if relation is not None:
            yield relation
            return


def _figures(window: Window) -> list[Quantity]:
    """Return the figures of a sentence, but for "one" that stands for a noun: "have one today"."""
    return [one for one in window.own if one.noun is not None or one.text.lower() != "one"]


def _claims(window: Window) -> Iterator[Claim]:
    """Yield the changes in per cent and in points that a sentence states, however loosely."""
    known = set()
    for claim in read(window.sentence).claims:
        if claim.kind in ("percent", "points"):
            known.add(claim.figure.first)
            yield claim
    shares = [one for one in map(_as_points, window.own) if one.kind in _SHARES]
    for one in shares:
        if one.first in known or not is_plain(replace(one, kind="percent")) or one.is_range:
            continue
        side = _moved(window, one)
        if side is not None:
            kind = "points" if one.kind == "points" else "percent"
            figure = as_share(one) if one.kind == "ratio" else one
            yield Claim(kind, figure, side[0], side[1], one.last, "noun")


def _as_points(one: Quantity) -> Quantity:
    """Take "three percentage points" for points."""
    if one.noun != "point" or one.unit is not None:
        return one
    unit = unit_named("percentage point")
    return replace(one, kind="points", unit=unit, units=(unit,), noun=None, counts=None)


def _moved(window: Window, one: Quantity) -> tuple[int, int] | None:
    """Return which way the only word of movement goes before a figure, and where it stands."""
    words, at = window.words, opens(window.sentence, one)
    if at == 1 and words[0] == "by":  # "By a third, no less, the crew has been reduced"
        later = [move for move in moves_in(words) if move.first > one.last and move.sign]
        return (later[0].sign, 0) if later and later[0].first - one.last <= _FAR else None
    begin = next((p for p in range(at - 1, -1, -1) if words[p] in (";", ":", "–", "—", "(")), -1)
    moves = [move for move in moves_in(words) if begin < move.first < at]
    if not moves or at - moves[-1].last > _FAR or words[at - 1] not in ("of", "by", "at", ","):
        squeezed = one.kind == "points" and words[at - 1] == "of" and words[at - 3] in ("a", "an")
        return (0, at - 3) if squeezed else None
    between = words[moves[-1].last : at]
    if not lexicon.words(TABLE, "walls").isdisjoint(between) or "to" in between:
        return None
    return moves[-1].sign, moves[-1].first


def _levels(window: Window, claim: Claim) -> tuple[Quantity, Quantity] | None:
    rest = [one for one in _figures(window) if not claim.first <= one.first < claim.last]
    rest = [one for one in rest if one.first != claim.figure.first]
    if len(rest) != 2:
        return None
    if any(window.words[one.last : one.last + 1] in _MORE for one in rest):
        return None  # "20 cases, 12 more than last year"
    one, other = rest[0], _measured(rest[1], rest[0])
    if claim.kind == "points" or one.kind == "percent":
        both = {one.kind, other.kind} == {"percent"} and is_plain(one) and is_plain(other)
        return (one, other) if both and not one.hedge and not other.hedge else None
    if not is_like(one, other) or far_apart(one, other):
        return None
    return one, other


def _measured(bare: Quantity, like: Quantity) -> Quantity:
    """Give a bare figure the unit before it: "waits of 25 weeks have become waits of 20"."""
    base = like.parts.get("base")
    if base is not None and bare.unit == base and bare.kind == like.kind:
        return replace(bare, unit=like.unit, units=like.units)  # "£500 a month becoming £600"
    if like.unit is None or like.kind not in ("measure", "duration") or bare.unit is not None:
        return bare
    if bare.kind != "number" or bare.noun is not None:
        return bare
    return replace(bare, kind=like.kind, unit=like.unit, units=like.units)


def _doubted(window: Window, claim: Claim) -> bool:
    doubts, told = lexicon.phrases(TABLE, "other_level"), window.words
    if told[claim.figure.last : claim.figure.last + 1] in _EVERY:
        return True  # "rose 4% a year, from £40m in 2015"
    return any(one.is_range for one in window.own) or any(
        not claim.first <= hit.first < claim.last
        and not (told[hit.first] == "then" and not _NOW.isdisjoint(told))
        for hit in doubts.all(told)
    )


def _linked(window: Window, claim: Claim, levels: tuple[Quantity, Quantity]) -> bool:
    """Say whether the words make the change one of the two figures, and these one thing's."""
    words, sentence = window.words, window.sentence
    first, last = opens(sentence, levels[0]), closes(sentence, levels[1])
    behind = words[claim.last : claim.last + 7]
    if not _then_and_now(sentence, claim, levels) or all(
        other_spell(behind, words[one.last : one.last + 4]) for one in levels
    ):
        return False
    if last <= claim.first:
        return _concludes(window, words[last : claim.first], claim)
    end = max(claim.last, closes(sentence, claim.figure))
    if end <= first and not _relative(words, claim, first):
        between = words[closes(sentence, levels[0]) : opens(sentence, levels[1])]
        return _sets_out(words[end:first], not _TURNED.isdisjoint(between))
    return False


def _relative(words: list[str], claim: Claim, first: int) -> bool:
    """Say whether a dated change has a clause of its own: "Rents, which rose 9% in 2022, went"."""
    dated = words[claim.last : claim.last + 1] in (["in"], ["between"], ["during"], ["by"])
    led = {"which", "who", "that"}.intersection(words[max(0, claim.first - 3) : claim.first])
    return dated and bool(led) and "," in words[claim.last : first]


def _concludes(window: Window, region: list[str], claim: Claim) -> bool:
    """Say whether a change is concluded from the figures before it: ", which is a fall of"."""
    if not _ended(window, max(claim.last, claim.figure.last)):
        return False
    follows = lexicon.phrases(TABLE, "concluding").all(region)
    walls, same_subject = (lexicon.words(TABLE, key) for key in ("walls", "same_subject"))
    if follows and len(region) - follows[-1].last <= _LONG:
        tail = region[follows[-1].last :]
        same = claim.form != "verb" or not tail or not same_subject.isdisjoint(tail)
        return walls.isdisjoint(tail) and same  # no "which means the levy rises by 4%"
    if len(region) > _LONG:
        return False
    if not _HARD.isdisjoint(region):
        return False
    mark = next((at for at in range(len(region) - 1, -1, -1) if region[at] in _MARKS), None)
    if mark is None:
        return False
    tail = region[mark + 1 :]
    if not walls.isdisjoint(tail):
        return False
    if all(word in lexicon.words(TABLE, "into_change") for word in tail):
        return claim.form == "noun" or region[mark] in _SETS
    elsewhere = tail[0] in _ELSEWHERE  # ", on feed costs that were 11% higher"
    owned = tail[0] in ("its", "their") and len(tail) > 1 and tail[1] not in _SIZE
    elsewhere = elsewhere or (owned and claim.form == "verb")  # "; its spending was cut by 9%"
    if claim.form == "verb" and region[mark] == ";" and _of_new(window, claim, tail):
        return False
    return not same_subject.isdisjoint(tail) and len(tail) <= 6 and not elsewhere


def _of_new(window: Window, claim: Claim, tail: list[str]) -> bool:
    """Say whether a clause has a subject of its own: "; clean-up costs went up by a third"."""
    passed = lexicon.words("nouns", "stop") | lexicon.words(TABLE, "same_subject") | _SIZE
    named = {word for word in tail if word.isalpha() and word not in passed}
    return bool(named) and named.isdisjoint(window.words[: claim.first - len(tail)])


def _ended(window: Window, last: int) -> bool:
    """Say whether a clause ends behind a change, and whose it is: "a quarter of its number"."""
    words = window.words
    if window.ends_at(last):
        return True
    own = words[last : last + 1] == ["of"] and words[last + 1 : last + 2] in (["its"], ["their"])
    return own and (window.ends_at(last + 3) or window.ends_at(last + 4))


def _sets_out(region: list[str], turned: bool) -> bool:
    """Say whether two figures spell out the change before them: ": waits of 25 weeks have"."""
    set_out = next((at for at, word in enumerate(["", *region]) if word in _SETS), 0) - 1
    if set_out >= 0 and region[set_out + 1 : set_out + 2] in (["where"], ["from"]):
        region = region[: set_out + 1] + region[set_out + 2 :]
    if len(region) > _LONG or not lexicon.words(TABLE, "walls").isdisjoint(region):
        return False
    if set_out >= 0 and _ONE.isdisjoint(region[set_out:]):
        return True  # not "Rents rose 8%: a flat that was £900 now costs £990"
    return turned and "," in region and _ONE.isdisjoint(region[region.index(",") :])


def _then_and_now(sentence: Sentence, claim: Claim, levels: tuple[Quantity, Quantity]) -> bool:
    """Say whether words tell an older figure from a newer one."""
    words, (one, other) = sentence.words, levels
    first, last = max(0, opens(sentence, one) - 6), closes(sentence, other) + 4
    near = [word for at, word in enumerate(words[:last]) if at >= first]
    if claim.first < last and claim.first >= closes(sentence, other):
        near = near[: claim.first - first]
    moved = lexicon.phrases(TABLE, "then_and_now").find(near)
    if moved is None:
        return False
    between = words[closes(sentence, one) : opens(sentence, other)]
    return len(between) <= _LONG and lexicon.words(TABLE, "rivals").isdisjoint(words)


def _relation(window: Window, claim: Claim, one: Quantity, other: Quantity) -> Relation | None:
    figure, quoted = claim.figure, is_quoted(window.sentence, claim.figure)
    span = window.sentence.span_of(claim.first, min(claim.last, len(window.words)))
    if one.kind == "percent":
        gap = wide(one) - wide(other)
        if claim.kind == "points":
            if fits(figure, [gap, -gap, wide(one) + wide(other)]):
                return None
            roles = {"one": rounded(other, one), "other": rounded(one, other), "by": figure}
            return Relation("difference", roles, span, strict=True, quoted=quoted)
        assert one.figure and other.figure and figure.figure
        if abs(one.figure.value - other.figure.value) == figure.figure.value:
            old, new = _in_order(window, one, other)
            roles = {"old": exactly(old), "new": exactly(new), "percent": figure}
            return Relation("points_as_percent", roles, span, strict=True, quoted=quoted)
        return None
    if reached(claim, one, other):
        return None
    low, high = sorted((one, other), key=lambda level: wide(level).low or 0)
    old, new = (high, low) if claim.sign < 0 else (low, high)
    roles = {"old": rounded(old, new), "new": rounded(new, old), "percent": figure}
    return Relation("change", roles, span, strict=True, quoted=quoted)


def _in_order(window: Window, one: Quantity, other: Quantity) -> tuple[Quantity, Quantity]:
    """Return the older and the newer of two figures: "at 5%, up from 4%" gives the newer first."""
    from_first = window.lead(other, 2)[-1:] in (["from"], ["against"], ["with"], ["was"])
    return (other, one) if from_first else (one, other)
